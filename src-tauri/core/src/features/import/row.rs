//! Turns one row of a list into a person: values are put into fields and normalised. What cannot be read is left out
//! and reported; the rest of the row is used.
use super::guess::dates::{read_date, read_date_from_1904};
use super::guess::meaning::{Field, Meaning};
use super::guess::names::{split_full_name, split_surname, tidy_prefix};
use super::guess::shape;
use super::many::{emails, few, phones};
use super::request::{ImportRequest, Problem};
use crate::error::{Code, FieldError};
use crate::features::people::{self, NewPerson, NewRelation, RelationKind};
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

    /// Removes what the person form would refuse, and reports it.
    fn tidy(&mut self, request: &ImportRequest, today: Date) {
        for _ in 0..32 {
            match people::tidied(&self.person, today) {
                Ok(person) => {
                    self.named = !person.name.surname.is_empty() || !person.name.given_name.is_empty();
                    self.person = person;
                    break;
                }
                Err(e) => {
                    let faults = e.fields().to_vec();
                    // Last first, so that the places of earlier list items stay valid.
                    faults.iter().rev().for_each(|fault| self.leave_out(fault, request));
                    if faults.is_empty() {
                        break;
                    }
                }
            }
            if self.problems.iter().any(|p| p.code == Code::FieldRequired.as_str()) {
                break;
            }
        }
        if !self.named && !self.problems.iter().any(|p| p.code == Code::FieldRequired.as_str()) {
            self.problems.push(Problem::new(self.row, None, Code::FieldRequired.as_str()));
        }
    }

    fn leave_out(&mut self, fault: &FieldError, request: &ImportRequest) {
        let mut parts = fault.field.split('.');
        let (field, at) =
            (parts.next().unwrap_or_default(), parts.next().and_then(|n| n.parse::<usize>().ok()).unwrap_or(0));
        let p = &mut self.person;
        let clear =
            |list: &[Field]| request.columns.iter().position(|m| list.iter().any(|f| *m == Some(Meaning::Field(*f))));
        let column = match field {
            "emails" => {
                p.emails.drain(at..(at + 1).min(p.emails.len())).for_each(drop);
                clear(&[Field::Email, Field::Email2])
            }
            "phones" => {
                p.phones.drain(at..(at + 1).min(p.phones.len())).for_each(drop);
                clear(&[Field::Phone, Field::Mobile])
            }
            "relations" => {
                p.relations.iter_mut().for_each(|r| r.started_on = None);
                clear(&[Field::MemberSince, Field::MemberUntil])
            }
            "birth_date" => {
                p.birth_date = None;
                clear(&[Field::BirthDate])
            }
            "surname" if fault.code == Code::FieldRequired => None,
            _ => {
                let (text, fields): (&mut String, &[Field]) = match field {
                    "initials" => (&mut p.name.initials, &[Field::Initials, Field::FullName]),
                    "given_name" => (&mut p.name.given_name, &[Field::GivenName, Field::FullName]),
                    "prefix" => (&mut p.name.prefix, &[Field::Prefix, Field::Surname]),
                    "surname" => (&mut p.name.surname, &[Field::Surname, Field::FullName]),
                    "partner_prefix" => (&mut p.name.partner_prefix, &[Field::PartnerPrefix]),
                    "partner_surname" => (&mut p.name.partner_surname, &[Field::PartnerSurname]),
                    "street" => (&mut p.street, &[Field::StreetAndNumber, Field::Street]),
                    "postcode" => (&mut p.postcode, &[Field::Postcode]),
                    "city" => (&mut p.city, &[Field::City]),
                    "country" => (&mut p.country, &[Field::Country]),
                    "member_number" => (&mut p.member_number, &[Field::MemberNumber]),
                    _ => (&mut p.note, &[Field::Note]),
                };
                text.clear();
                clear(fields)
            }
        };
        self.problems.push(Problem::new(self.row, column, fault.code.as_str()));
    }
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
    let holds = |words: &[&str]| words.iter().any(|w| lower.contains(w));
    let kind = match () {
        () if holds(&["donateur", "donor", "donatie", "begunstiger", "spender", "vriend", "gever"]) => {
            RelationKind::Donor
        }
        () if holds(&["vrijwillig", "volunteer", "ehrenamt"]) => RelationKind::Volunteer,
        () if holds(&["contact", "relatie", "sponsor", "leverancier"]) => RelationKind::Contact,
        () if holds(&["lid", "leden", "member", "mitglied", "jeugd", "junior", "senior", "opgezegd"]) => {
            RelationKind::Member
        }
        () => return None,
    };
    Some((kind, former))
}
