//! Checks an entered person: normalises what can be normalised, and refuses the rest with all faults at once.
use super::phone::normal_phone;
use super::{NewEmail, NewPerson, NewPhone, NewRelation};
use crate::error::{Check, Code, Result};
use crate::kernel::time::Date;

const LONG: usize = 200;
const NOTE: usize = 4_000;

/// A field of an entered person; the number is a place in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FieldOf {
    Initials,
    GivenName,
    Prefix,
    Surname,
    PartnerPrefix,
    PartnerSurname,
    Email(usize),
    Phone(usize),
    Street,
    Postcode,
    City,
    Country,
    BirthDate,
    MemberNumber,
    Relation(usize),
    Note,
}

impl FieldOf {
    /// The field's name in the request.
    fn field(self) -> String {
        let name = match self {
            FieldOf::Email(at) => return format!("emails.{at}.address"),
            FieldOf::Phone(at) => return format!("phones.{at}.number"),
            FieldOf::Relation(at) => return format!("relations.{at}.ended_on"),
            FieldOf::Initials => "initials",
            FieldOf::GivenName => "given_name",
            FieldOf::Prefix => "prefix",
            FieldOf::Surname => "surname",
            FieldOf::PartnerPrefix => "partner_prefix",
            FieldOf::PartnerSurname => "partner_surname",
            FieldOf::Street => "street",
            FieldOf::Postcode => "postcode",
            FieldOf::City => "city",
            FieldOf::Country => "country",
            FieldOf::BirthDate => "birth_date",
            FieldOf::MemberNumber => "member_number",
            FieldOf::Note => "note",
        };
        name.to_owned()
    }
}

/// Normalises a person; reports the faults of all fields together.
///
/// # Errors
/// `input.invalid`.
pub(super) fn tidy(new: &NewPerson, today: Date) -> Result<NewPerson> {
    let (tidy, faults) = tidied(new, today);
    faults.into_iter().fold(Check::new(), |check, (place, code)| check.ensure(place.field(), false, code)).done()?;
    Ok(tidy)
}

/// The person with every field normalised, and what is wrong with it.
pub(crate) fn tidied(new: &NewPerson, today: Date) -> (NewPerson, Vec<(FieldOf, Code)>) {
    let text = |s: &str| s.split_whitespace().collect::<Vec<_>>().join(" ");
    let postcode = normal_postcode(&new.postcode);
    let phone = |p: &NewPhone| NewPhone {
        label: p.label.trim().to_owned(),
        number: normal_phone(&p.number, &new.country, &postcode),
    };
    let tidy = NewPerson {
        name: new.name.trimmed(),
        emails: new.emails.iter().filter(|e| !e.address.trim().is_empty()).map(tidy_email).collect(),
        phones: new.phones.iter().filter(|p| !p.number.trim().is_empty()).map(phone).collect(),
        street: text(&new.street),
        postcode: postcode.clone(),
        city: normal_town(&text(&new.city)),
        country: text(&new.country),
        birth_date: new.birth_date,
        member_number: text(&new.member_number),
        relations: new.relations.iter().map(tidy_relation).collect(),
        note: new.note.trim().to_owned(),
    };
    let faults = faults(&tidy, today);
    (tidy, faults)
}

fn faults(p: &NewPerson, today: Date) -> Vec<(FieldOf, Code)> {
    let mut faults = vec![];
    let mut ensure = |place: FieldOf, ok: bool, code: Code| {
        if !ok {
            faults.push((place, code));
        }
    };
    ensure(FieldOf::Surname, !p.name.is_empty(), Code::FieldRequired);
    ensure(FieldOf::BirthDate, p.birth_date.is_none_or(|d| d <= today), Code::FieldDateFuture);
    ensure(FieldOf::BirthDate, p.birth_date.is_none_or(|d| d.year() >= 1880), Code::FieldDate);
    ensure(FieldOf::Postcode, plausible_postcode(&p.postcode, &p.country), Code::FieldPostcode);
    ensure(FieldOf::MemberNumber, !is_bsn_heading(&p.member_number), Code::FieldBsn);
    let n = &p.name;
    let texts = [
        (FieldOf::Note, &p.note, NOTE),
        (FieldOf::Initials, &n.initials, LONG),
        (FieldOf::GivenName, &n.given_name, LONG),
        (FieldOf::Prefix, &n.prefix, LONG),
        (FieldOf::Surname, &n.surname, LONG),
        (FieldOf::PartnerPrefix, &n.partner_prefix, LONG),
        (FieldOf::PartnerSurname, &n.partner_surname, LONG),
        (FieldOf::Street, &p.street, LONG),
        (FieldOf::City, &p.city, LONG),
        (FieldOf::Country, &p.country, LONG),
        (FieldOf::MemberNumber, &p.member_number, LONG),
    ];
    for (place, value, most) in texts {
        ensure(place, value.chars().count() <= most, Code::FieldTooLong);
    }
    for (i, email) in p.emails.iter().enumerate() {
        ensure(FieldOf::Email(i), plausible_email(&email.address), Code::FieldEmail);
    }
    for (i, phone) in p.phones.iter().enumerate() {
        ensure(FieldOf::Phone(i), plausible_phone(&phone.number), Code::FieldPhone);
    }
    for (i, relation) in p.relations.iter().enumerate() {
        ensure(FieldOf::Relation(i), in_order(relation), Code::FieldDateOrder);
    }
    faults
}

fn tidy_email(e: &NewEmail) -> NewEmail {
    NewEmail { label: e.label.trim().to_owned(), address: e.address.trim().to_owned() }
}

fn tidy_relation(r: &NewRelation) -> NewRelation {
    NewRelation { ended: r.ended || r.ended_on.is_some(), ..r.clone() }
}

pub(super) fn in_order(r: &NewRelation) -> bool {
    r.started_on.zip(r.ended_on).is_none_or(|(from, to)| from <= to)
}

/// `1234ab` becomes `1234 AB`; any other postcode only gets its white space collapsed.
pub(crate) fn normal_postcode(text: &str) -> String {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
    let dutch = compact.len() == 6
        && compact.is_ascii()
        && compact[..4].bytes().all(|b| b.is_ascii_digit())
        && compact[4..].bytes().all(|b| b.is_ascii_uppercase());
    if dutch {
        format!("{} {}", &compact[..4], &compact[4..])
    } else {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Small words inside the name of a Dutch town.
const SMALL: &[&str] =
    &["a/d", "aan", "bij", "de", "den", "der", "en", "het", "in", "onder", "op", "over", "te", "ten", "ter", "van"];

/// `delft` becomes `Delft`, `bergen op zoom` becomes `Bergen op Zoom`. A town with any capital is left as it was typed.
pub(crate) fn normal_town(text: &str) -> String {
    if text.chars().any(char::is_uppercase) {
        return text.to_owned();
    }
    let word = |(place, word): (usize, &str)| match place > 0 && SMALL.contains(&word) {
        true => word.to_owned(),
        false => capital_word(word),
    };
    text.split(' ').enumerate().map(word).collect::<Vec<_>>().join(" ")
}

/// Dutch writes `ij` with two capitals, and leaves the letter after an apostrophe small: `IJmuiden`, `'s-Gravenhage`.
fn capital_word(word: &str) -> String {
    if let Some((head, tail)) = word.split_once('-') {
        return format!("{}-{}", capital_word(head), capital_word(tail));
    }
    if let Some(rest) = word.strip_prefix("ij") {
        return format!("IJ{rest}");
    }
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// A Dutch postcode does not begin with 0 or end in SA, SD or SS. Any other text, such as a foreign postcode, is only
/// checked for its length.
fn plausible_postcode(postcode: &str, country: &str) -> bool {
    let dutch_form = postcode.len() == 7 && postcode.is_ascii() && postcode.as_bytes()[4] == b' ';
    let home = country.is_empty()
        || ["nl", "nederland", "netherlands", "the netherlands"].contains(&country.to_lowercase().as_str());
    if !home || !dutch_form {
        return postcode.chars().count() <= 12;
    }
    !postcode.starts_with('0') && !["SA", "SD", "SS"].contains(&&postcode[5..])
}

/// Some text, an @ and a domain, without white space. Anything stricter refuses real addresses.
fn plausible_email(address: &str) -> bool {
    let mut parts = address.rsplitn(2, '@');
    let (domain, local) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    !local.is_empty()
        && !domain.is_empty()
        && address.len() <= 254
        && !address.contains(char::is_whitespace)
        && !domain.starts_with('.')
}

fn plausible_phone(number: &str) -> bool {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    (3..=15).contains(&digits) && number.chars().count() <= 40
}

/// Does the text announce a citizen service number, such as "BSN 123…" typed into the member number?
fn is_bsn_heading(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["bsn", "burgerservice", "sofinummer"].iter().any(|w| lower.contains(w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_fixed_is_not_refused() {
        assert_eq!(normal_postcode("1012 ab"), "1012 AB");
        assert_eq!(normal_postcode("1012ab"), "1012 AB");
    }

    #[test]
    fn a_town_in_small_letters_gets_its_capitals() {
        for (typed, right) in [
            ("delft", "Delft"),
            ("bergen op zoom", "Bergen op Zoom"),
            ("den haag", "Den Haag"),
            ("'s-gravenhage", "'s-Gravenhage"),
            ("capelle aan den ijssel", "Capelle aan den IJssel"),
            ("'t harde", "'t Harde"),
            ("baarle-nassau", "Baarle-Nassau"),
            ("DELFT", "DELFT"),
            ("sint Anthonis", "sint Anthonis"),
            ("", ""),
        ] {
            assert_eq!(normal_town(typed), right);
        }
    }

    #[test]
    fn postcodes_of_other_countries_are_left_alone() {
        assert!(plausible_postcode("SW1A 1AA", "United Kingdom"));
        assert!(plausible_postcode("10115", "Duitsland"));
        assert!(!plausible_postcode("1012 SS", ""));
    }
}
