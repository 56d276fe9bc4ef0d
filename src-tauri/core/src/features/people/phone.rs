//! Telephone numbers: without a country code, a number belongs to the country of the person. Only what that country
//! allows is changed; anything else stays as it was written.
use phonenumber::Mode;
use phonenumber::country::Id;

/// Names and codes of countries whose numbers people of Dutch associations have.
const COUNTRIES: [(Id, &[&str]); 11] = [
    (Id::NL, &["nl", "nld", "nederland", "netherlands", "the netherlands", "niederlande", "holland", "pays-bas"]),
    (Id::BE, &["be", "b", "bel", "belgië", "belgie", "belgium", "belgien", "belgique", "vlaanderen"]),
    (Id::DE, &["de", "d", "deu", "ger", "duitsland", "germany", "deutschland", "allemagne"]),
    (Id::FR, &["fr", "f", "fra", "frankrijk", "france", "frankreich"]),
    (Id::LU, &["lu", "lux", "luxemburg", "luxembourg"]),
    (Id::GB, &["gb", "uk", "gbr", "engeland", "england", "groot-brittannië", "great britain", "united kingdom"]),
    (Id::IE, &["ie", "irl", "ierland", "ireland", "irland"]),
    (Id::AT, &["at", "aut", "oostenrijk", "austria", "österreich"]),
    (Id::CH, &["ch", "che", "zwitserland", "switzerland", "schweiz", "suisse"]),
    (Id::ES, &["es", "esp", "spanje", "spain", "spanien"]),
    (Id::US, &["us", "usa", "verenigde staten", "united states", "amerika"]),
];

/// The country whose numbers are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Region {
    /// The country is entered, or it is the association's own.
    Told(Id),
    /// Only the form of the postcode points to it.
    Likely(Id),
    /// A country that we do not know by name.
    Unknown,
}

/// An empty country is the association's own, which is always the Netherlands so far.
fn region(country: &str, postcode: &str) -> Region {
    let name = country.trim().trim_end_matches('.').to_lowercase();
    if !name.is_empty() {
        let found = COUNTRIES.iter().find(|(_, names)| names.contains(&name.as_str()));
        return found.map_or(Region::Unknown, |(id, _)| Region::Told(*id));
    }
    let postcode = postcode.trim().to_uppercase();
    let (marked, bare) = match postcode.split_once('-') {
        Some((mark @ ("B" | "BE" | "D" | "DE"), rest)) => (Some(mark), rest),
        _ => (None, postcode.as_str()),
    };
    let digits = bare.bytes().all(|b| b.is_ascii_digit());
    match (bare.len(), digits, marked) {
        (4, true, Some("B" | "BE")) => Region::Told(Id::BE),
        (5, true, Some("D" | "DE")) => Region::Told(Id::DE),
        (4, true, None) => Region::Likely(Id::BE),
        (5, true, None) => Region::Likely(Id::DE),
        _ => Region::Told(Id::NL),
    }
}

/// The number in E.164 form; `None` if the person's country does not allow it, or if it could be of another country.
pub(crate) fn international_phone(text: &str, country: &str, postcode: &str) -> Option<String> {
    let text = prepared(text);
    if text.starts_with('+') {
        return valid(None, &text);
    }
    let national = match region(country, postcode) {
        Region::Unknown => None,
        Region::Told(id) => of_country(id, &text),
        Region::Likely(id) => of_country(id, &text).or_else(|| {
            let ambiguous = valid(Some(id), &text).is_some();
            if ambiguous { None } else { valid(Some(Id::NL), &text) }
        }),
    };
    national.or_else(|| without_plus(&text))
}

/// The number in E.164 form where that is certain; otherwise as entered.
pub(super) fn normal_phone(text: &str, country: &str, postcode: &str) -> String {
    let entered = || text.split_whitespace().collect::<Vec<_>>().join(" ");
    international_phone(text, country, postcode).unwrap_or_else(entered)
}

/// Who lives just across the border often keeps a Dutch mobile, and written without its country code that can be a
/// number of the other country too.
fn of_country(id: Id, text: &str) -> Option<String> {
    let number = valid(Some(id), text)?;
    let abroad = id != Id::NL && text.trim_start().starts_with("06");
    let dutch_mobile = abroad && valid(Some(Id::NL), text).is_some_and(|n| n.starts_with("+316"));
    (!dutch_mobile).then_some(number)
}

/// `0031 6` and `+31 (0)6` in the form that the library reads.
fn prepared(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = match text.strip_prefix("00").or_else(|| text.strip_prefix("(00)")) {
        Some(rest) if !rest.starts_with('0') => format!("+{}", rest.trim_start()),
        _ => text,
    };
    if text.starts_with('+') { text.replacen("(0)", "", 1) } else { text }
}

fn valid(id: Option<Id>, text: &str) -> Option<String> {
    // The library also reads the digits out of text such as "na 18 uur", and letters as digits.
    if text.chars().any(char::is_alphabetic) {
        return None;
    }
    let number = phonenumber::parse(id, text).ok()?;
    phonenumber::is_valid(&number).then(|| number.format().mode(Mode::E164).to_string())
}

/// A sheet drops the plus of `+31612345678`.
fn without_plus(text: &str) -> Option<String> {
    let is_bare = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b' ' | b'-'));
    let has_code = ["31", "32", "49"].iter().any(|code| text.starts_with(code));
    (is_bare && has_code).then(|| valid(None, &format!("+{text}"))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_of_the_persons_country_or_stays_as_written() {
        for (text, country, postcode, right) in [
            ("06-12 34 56 78", "", "1234 AB", "+31612345678"),
            ("612345678", "", "", "+31612345678"),
            ("31612345678", "", "", "+31612345678"),
            ("0031612345678", "", "", "+31612345678"),
            ("0031 20 794 5678", "", "", "+31207945678"),
            ("+31 (0)6 12345678", "", "", "+31612345678"),
            ("+31 06 12345678", "", "", "+31612345678"),
            ("00 31 (0)6-12345678", "", "", "+31612345678"),
            ("0475 12 34 56", "België", "3500", "+32475123456"),
            ("0475/12.34.56", "BE", "", "+32475123456"),
            ("475123456", "Belgium", "", "+32475123456"),
            ("0475 12 34 56", "", "2000", "+32475123456"),
            ("0475 12 34 56", "", "B-2000", "+32475123456"),
            ("0475 12 34 56", "", "6041 AB", "+31475123456"),
            ("011 22 33 44", "België", "3500", "+3211223344"),
            ("03 123 45 67", "BE", "2000", "03 123 45 67"),
            ("03 201 45 67", "BE", "2000", "+3232014567"),
            ("32475123456", "", "", "+32475123456"),
            ("0151 23456789", "Duitsland", "47533", "+4915123456789"),
            ("0151 23456789", "", "47533", "+4915123456789"),
            ("02821 12345", "Duitsland", "47533", "+49282112345"),
            ("0612345678", "", "2000", "+31612345678"),
            ("0612345678", "Duitsland", "47533", "0612345678"),
            ("0612345678", "België", "2000", "0612345678"),
            ("+31612345678", "België", "2000", "+31612345678"),
            ("0475 12 34 56", "Atlantis", "", "0475 12 34 56"),
            ("12345", "", "", "12345"),
            ("intern 12", "", "", "intern 12"),
            ("06-123", "", "", "06-123"),
        ] {
            assert_eq!(normal_phone(text, country, postcode), right, "{text} of {country} {postcode}");
        }
    }
}
