//! Turns one row of a list into a person: values are put into fields and normalised. What cannot be read is left out
//! and reported; the rest of the row is used.
use super::guess::dates::{read_date, read_date_from_1904};
use super::guess::meaning::{Field, Meaning};
use super::guess::names::{split_full_name, split_surname, tidy_prefix};
use super::guess::shape;
use super::many::{emails, few, phones};
use super::request::{ImportRequest, Problem};
use crate::error::Code;
use crate::features::people::{self, FieldOf, NewPerson, NewRelation, RelationKind};
use crate::kernel::time::Date;
use ledenkluis_sheets::Row;

/// A row that is ready to be compared and imported.
#[derive(Debug, Clone, Default)]
pub(super) struct Incoming {
    pub(super) row: u32,
    pub(super) person: NewPerson,
    /// The yes or no to purposes, by their keys.
    pub(super) answers: Vec<(String, bool)>,
    pub(super) problems: Vec<Problem>,
    /// False for a row without a name.
    pub(super) named: bool,
    from_1904: bool,
}

/// Parts of the address and the relation, collected while the row is read.
#[derive(Default)]
struct Loose {
    street: String,
    number: String,
    addition: String,
    relation: Option<(RelationKind, bool)>,
    since: Option<Date>,
    until: Option<Date>,
}

/// Reads one row. `wanted`: the columns that are imported. `from_1904`: dates in the workbook count from 1904.
pub(super) fn read(
    row: &Row,
    request: &ImportRequest,
    wanted: &[(usize, &Meaning)],
    from_1904: bool,
    today: Date,
) -> Incoming {
    let mut incoming = Incoming { row: row.number, from_1904, ..Incoming::default() };
    let mut loose = Loose::default();
    for (column, meaning) in wanted {
        let text = row.get(*column);
        match meaning {
            Meaning::Field(field) if !text.is_empty() => {
                let day = row.cells.get(*column).and_then(|c| c.day).map(Date);
                if let Err(code) = incoming.take(&mut loose, *field, text, day, request, today) {
                    incoming.problems.push(Problem::new(row.number, Some(*column), code.as_str()));
                }
            }
            Meaning::Consent(key) => incoming.answers.extend(answer(text).map(|yes| (key.clone(), yes))),
            _ => {}
        }
    }
    incoming.settle(loose, request);
    incoming.tidy(request, today);
    incoming
}

impl Incoming {
    fn take(
        &mut self,
        loose: &mut Loose,
        field: Field,
        text: &str,
        day: Option<Date>,
        request: &ImportRequest,
        today: Date,
    ) -> Result<(), Code> {
        let person = &mut self.person;
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let read = if self.from_1904 { read_date_from_1904 } else { read_date };
        let date = |pivot: i32| day.or_else(|| read(text, request.date_order, pivot)).ok_or(Code::FieldDate);
        match field {
            Field::FullName => {
                let parts = split_full_name(text);
                let into = |target: &mut String, value: String| {
                    if target.is_empty() {
                        *target = value;
                    }
                };
                into(&mut person.name.initials, parts.initials);
                into(&mut person.name.given_name, parts.given_name);
                into(&mut person.name.prefix, parts.prefix);
                into(&mut person.name.surname, parts.surname);
            }
            Field::Initials => person.name.initials = line,
            Field::GivenName => person.name.given_name = line,
            Field::Prefix => person.name.prefix = tidy_prefix(text),
            Field::Surname => person.name.surname = line,
            Field::PartnerPrefix => person.name.partner_prefix = tidy_prefix(text),
            Field::PartnerSurname => person.name.partner_surname = line,
            Field::BirthDate => person.birth_date = Some(date(today.year())?),
            Field::MemberSince => loose.since = Some(date(today.year() + 1)?),
            Field::MemberUntil => loose.until = Some(date(today.year() + 10)?),
            Field::Street => loose.street = line,
            Field::HouseNumber => loose.number = line.strip_suffix(".0").unwrap_or(&line).to_owned(),
            Field::HouseNumberAddition => loose.addition = line,
            Field::StreetAndNumber => person.street = line,
            Field::Postcode => person.postcode = people::normal_postcode(text),
            Field::City => person.city = line,
            Field::Country => person.country = line,
            Field::Email => person.emails.splice(0..0, few(emails(text)).ok_or(Code::FieldEmail)?).for_each(drop),
            Field::Email2 => person.emails.extend(few(emails(text)).ok_or(Code::FieldEmail)?),
            Field::Phone => person.phones.extend(few(phones(text, "home")).ok_or(Code::FieldPhone)?),
            Field::Mobile => {
                let mobile = few(phones(text, "mobile")).ok_or(Code::FieldPhone)?;
                person.phones.splice(0..0, mobile).for_each(drop);
            }
            Field::MemberNumber => person.member_number = line.strip_suffix(".0").unwrap_or(&line).to_owned(),
            Field::Relation => loose.relation = Some(relation(text).ok_or(Code::FieldChoice)?),
            Field::Note => person.note = text.to_owned(),
            // Recognised, but never stored: a list of members needs neither.
            Field::Gender | Field::Iban => {}
        }
        Ok(())
    }

    /// Combines what came from several columns.
    fn settle(&mut self, loose: Loose, request: &ImportRequest) {
        let name = &mut self.person.name;
        if name.prefix.is_empty() {
            (name.prefix, name.surname) = split_surname(&name.surname);
        }
        if name.partner_prefix.is_empty() {
            (name.partner_prefix, name.partner_surname) = split_surname(&name.partner_surname);
        }
        if self.person.street.is_empty() {
            self.person.street = loose.street;
        }
        // "2611 AB Delft" in one column is postcode and city.
        if self.person.postcode.is_empty()
            && let Some((postcode, city)) = postcode_and_city(&self.person.city)
        {
            (self.person.postcode, self.person.city) = (people::normal_postcode(&postcode), city);
        }
        if !loose.number.is_empty() {
            // "9-2" but "35 III": an addition that begins with a digit is joined by a hyphen (avg-facts 7.3).
            let joint = if loose.addition.starts_with(|c: char| c.is_ascii_digit()) { "-" } else { " " };
            let number = if loose.addition.is_empty() {
                loose.number
            } else {
                format!("{}{joint}{}", loose.number, loose.addition)
            };
            self.person.street = format!("{} {number}", self.person.street).trim().to_owned();
        }
        let (kind, former) = loose.relation.unwrap_or((request.relation, false));
        self.person.relations = vec![NewRelation {
            kind,
            started_on: loose.since,
            ended_on: loose.until,
            ended: former || loose.until.is_some(),
        }];
    }

    /// Leaves out what the person form would refuse, and reports it.
    fn tidy(&mut self, request: &ImportRequest, today: Date) {
        loop {
            let (person, faults) = people::tidied(&self.person, today);
            self.person = person;
            let nameless = faults.contains(&(FieldOf::Surname, Code::FieldRequired));
            // Last first, so that the places of earlier list items stay valid.
            for (place, code) in faults.iter().rev() {
                let column = request
                    .columns
                    .iter()
                    .position(|m| columns_of(*place).iter().any(|f| *m == Some(Meaning::Field(*f))));
                let is_missing = *code == Code::FieldRequired;
                self.problems.push(Problem::new(self.row, column.filter(|_| !is_missing), code.as_str()));
                if !is_missing {
                    leave_out(&mut self.person, *place);
                }
            }
            if nameless {
                return;
            }
            // What is left out is not wrong any more, but without its country a postcode may be, and without the surname
            // there may be no name left.
            if faults.is_empty() {
                break;
            }
        }
        let name = &self.person.name;
        self.named = !name.surname.is_empty() || !name.given_name.is_empty();
        if !self.named {
            self.problems.push(Problem::new(self.row, None, Code::FieldRequired.as_str()));
        }
    }
}

/// The columns that a field comes from.
fn columns_of(place: FieldOf) -> &'static [Field] {
    match place {
        FieldOf::Initials => &[Field::Initials, Field::FullName],
        FieldOf::GivenName => &[Field::GivenName, Field::FullName],
        FieldOf::Prefix => &[Field::Prefix, Field::Surname],
        FieldOf::Surname => &[Field::Surname, Field::FullName],
        FieldOf::PartnerPrefix => &[Field::PartnerPrefix],
        FieldOf::PartnerSurname => &[Field::PartnerSurname],
        FieldOf::Email(_) => &[Field::Email, Field::Email2],
        FieldOf::Phone(_) => &[Field::Phone, Field::Mobile],
        FieldOf::Street => &[Field::StreetAndNumber, Field::Street],
        FieldOf::Postcode => &[Field::Postcode],
        FieldOf::City => &[Field::City],
        FieldOf::Country => &[Field::Country],
        FieldOf::BirthDate => &[Field::BirthDate],
        FieldOf::MemberNumber => &[Field::MemberNumber],
        FieldOf::Relation(_) => &[Field::MemberSince, Field::MemberUntil],
        FieldOf::Note => &[Field::Note],
    }
}

/// Leaves a field out. Of a relation that ends before it starts, the start.
fn leave_out(p: &mut NewPerson, place: FieldOf) {
    let text = match place {
        FieldOf::Email(at) => return p.emails.drain(at..(at + 1).min(p.emails.len())).for_each(drop),
        FieldOf::Phone(at) => return p.phones.drain(at..(at + 1).min(p.phones.len())).for_each(drop),
        FieldOf::Relation(at) => return p.relations.iter_mut().skip(at).take(1).for_each(|r| r.started_on = None),
        FieldOf::BirthDate => return p.birth_date = None,
        FieldOf::Initials => &mut p.name.initials,
        FieldOf::GivenName => &mut p.name.given_name,
        FieldOf::Prefix => &mut p.name.prefix,
        FieldOf::Surname => &mut p.name.surname,
        FieldOf::PartnerPrefix => &mut p.name.partner_prefix,
        FieldOf::PartnerSurname => &mut p.name.partner_surname,
        FieldOf::Street => &mut p.street,
        FieldOf::Postcode => &mut p.postcode,
        FieldOf::City => &mut p.city,
        FieldOf::Country => &mut p.country,
        FieldOf::MemberNumber => &mut p.member_number,
        FieldOf::Note => &mut p.note,
    };
    text.clear();
}

/// Yes or no. A placeholder such as a dash is not an answer.
fn answer(text: &str) -> Option<bool> {
    if shape::is_placeholder(text) { None } else { shape::tick(text) }
}

/// A Dutch postcode followed by a city.
fn postcode_and_city(text: &str) -> Option<(String, String)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let split =
        (1..=2.min(words.len())).find(|n| shape::is_dutch_postcode(&words.get(..*n).unwrap_or_default().concat()))?;
    let city = words.get(split..)?.join(" ");
    (!city.is_empty()).then(|| (words.get(..split).unwrap_or_default().concat(), city))
}

/// The relation that a text means; true for a former one.
fn relation(text: &str) -> Option<(RelationKind, bool)> {
    let lower = text.trim().to_lowercase();
    let former = ["oud", "ex-", "voormalig", "former", "opgezegd", "ehemalig"].iter().any(|w| lower.starts_with(w));
    let words: [(&[&str], RelationKind); 4] = [
        (&["donateur", "donor", "donatie", "begunstiger", "spender", "vriend", "gever"], RelationKind::Donor),
        (&["vrijwillig", "volunteer", "ehrenamt"], RelationKind::Volunteer),
        (&["contact", "relatie", "sponsor", "leverancier"], RelationKind::Contact),
        (&["lid", "leden", "member", "mitglied", "jeugd", "junior", "senior", "opgezegd"], RelationKind::Member),
    ];
    let (_, kind) = words.into_iter().find(|(words, _)| words.iter().any(|w| lower.contains(w)))?;
    Some((kind, former))
}
