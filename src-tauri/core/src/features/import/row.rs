//! Turns one row of a list into a person: values are put into fields and normalised. What cannot be read is left out
//! and reported; the rest of the row is used.
use super::address;
use super::guess::answer::{self, Answer};
use super::guess::meaning::{Field, Meaning};
use super::guess::names::{settle_prefix, split_full_name, tidy_prefix, without_titles};
use super::guess::nothing::{self, Stands};
use super::guess::shape;
use super::many::{emails, few, has_words_beside};
use super::phones::{Home, phones};
use super::power::{BECAME_DAY, exact};
use super::reading::Reading;
use super::request::{ImportRequest, Problem};
use super::standing::{DECEASED, Standing};
use crate::error::Code;
use crate::features::people::{self, FieldOf, NewPerson};
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
}

/// Parts of the address, the relation and the telephone numbers, collected while the row is read.
#[derive(Default)]
struct Loose {
    street: String,
    number: String,
    addition: String,
    standing: Standing,
    /// The cell with the street as it is written, and its column.
    address: Option<(usize, String)>,
    /// The cells with telephone numbers: what they mean depends on the country.
    phones: Vec<(usize, Field, String)>,
    since: Option<Date>,
    until: Option<Date>,
}

/// A filled cell that is imported.
#[derive(Clone, Copy)]
struct Filled<'a> {
    column: usize,
    field: Field,
    text: &'a str,
    /// The date behind it.
    day: Option<Date>,
}

/// Reads one row.
pub(super) fn read(row: &Row, reading: &Reading<'_>) -> Incoming {
    let mut incoming = Incoming { row: row.number, ..Incoming::default() };
    let mut loose = Loose::default();
    for (column, meaning) in &reading.wanted {
        let text = row.get(*column);
        match meaning {
            Meaning::Field(field) if !text.is_empty() => {
                let day = row.cells.get(*column).and_then(|c| c.day).map(Date);
                let cell = Filled { column: *column, field: *field, text, day };
                let told = incoming.field(&mut loose, cell, reading);
                incoming.tell_any(*column, told);
            }
            Meaning::Consent(key) | Meaning::Refusal(key) => {
                let is_day = row.cells.get(*column).is_some_and(|c| c.day.is_some()) || answer::is_day(text);
                let told = incoming.answer(key, matches!(meaning, Meaning::Refusal(_)), text, is_day);
                incoming.tell_any(*column, told);
            }
            Meaning::Field(_) => {}
        }
    }
    incoming.settle(loose, reading);
    incoming.tidy(reading.request, reading.today);
    incoming
}

impl Incoming {
    fn tell(&mut self, column: Option<usize>, code: &str) {
        // Two columns may say that somebody has died: that is one thing to tell.
        if code != DECEASED || self.problems.iter().all(|p| p.code != code) {
            self.problems.push(Problem::new(self.row, column, code));
        }
    }

    fn tell_any(&mut self, column: usize, told: Option<&'static str>) {
        if let Some(code) = told {
            self.tell(Some(column), code);
        }
    }

    /// Takes a value, unless it stands for nothing; returns what has to be told about it.
    fn field(&mut self, loose: &mut Loose, cell: Filled<'_>, reading: &Reading<'_>) -> Option<&'static str> {
        let Filled { column, field, text, day } = cell;
        match nothing::stands_for(field, text) {
            Stands::Nothing => return None,
            Stands::Doubt => return Some("import.no_value"),
            Stands::Error => {
                loose.standing.fail(field);
                return Some("import.cell_error");
            }
            Stands::Value => {}
        }
        let today = reading.today;
        let died_on = || reading.dates(column).day(text, day, today.year()).ok().filter(|d| *d <= today);
        if let Some(told) = loose.standing.take(field, text, reading.request.relation, died_on) {
            return told;
        }
        match self.take(loose, cell, reading) {
            Err(_) if field == Field::MemberUntil => loose.standing.end(text),
            taken => taken.err(),
        }
    }

    /// Takes the answer to a purpose, or to a heading that says no; returns what has to be told about it.
    fn answer(&mut self, key: &str, refusal: bool, text: &str, is_day: bool) -> Option<&'static str> {
        if shape::is_error(text) {
            return Some("import.cell_error");
        }
        let yes = match (refusal, answer::of(text)) {
            (_, Answer::Nothing) | (true, Answer::No) => return None,
            (true, Answer::Yes | Answer::Left) => false,
            (true, _) if is_day => false,
            (true, _) => return Some("import.answer_unread"),
            (false, Answer::Yes | Answer::Agreed) => true,
            (false, Answer::No | Answer::Declined | Answer::Left) => false,
            (false, Answer::Unread) => return Some("import.answer_unread"),
        };
        let answer = (key.to_owned(), yes);
        if !self.answers.contains(&answer) {
            self.answers.push(answer);
        }
        None
    }

    fn take(&mut self, loose: &mut Loose, cell: Filled<'_>, reading: &Reading<'_>) -> Result<(), &'static str> {
        let Filled { column, field, text, day } = cell;
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let this_year = reading.today.year();
        let date = |pivot: i32| reading.dates(column).day(text, day, pivot).map_err(|unread| unread.code());
        match field {
            Field::FullName | Field::Initials | Field::GivenName | Field::Surname | Field::PartnerSurname => {
                self.take_name(cell, line);
            }
            Field::Prefix | Field::PartnerPrefix => self.take_name(cell, tidy_prefix(text)),
            Field::BirthDate => self.person.birth_date = Some(date(this_year)?),
            Field::MemberSince => loose.since = Some(date(this_year + 1)?),
            Field::MemberUntil => loose.until = Some(date(this_year + 10)?),
            Field::Street | Field::HouseNumber | Field::HouseNumberAddition | Field::StreetAndNumber => {
                self.take_address(loose, cell, line)?;
            }
            Field::Postcode => self.person.postcode = people::normal_postcode(text),
            Field::City => self.person.city = line,
            Field::Country => self.person.country = line,
            Field::Email | Field::Email2 => self.take_emails(cell)?,
            Field::Phone | Field::Mobile => loose.phones.push((column, field, text.to_owned())),
            Field::MemberNumber => self.person.member_number = exact(&line, day)?,
            Field::Note => self.person.note = text.to_owned(),
            // Recognised, but never stored: a list of members needs neither.
            Field::Gender | Field::Iban => {}
            Field::Relation | Field::Status | Field::Deceased => {}
        }
        Ok(())
    }

    fn take_emails(&mut self, cell: Filled<'_>) -> Result<(), &'static str> {
        let found = few(emails(cell.text)).ok_or(Code::FieldEmail.as_str())?;
        if has_words_beside(cell.text) {
            self.tell(Some(cell.column), "import.email_remark");
        }
        let at = if cell.field == Field::Email { 0 } else { self.person.emails.len() };
        self.person.emails.splice(at..at, found).for_each(drop);
        Ok(())
    }

    /// A title is no part of a name, and no field of a person.
    fn take_name(&mut self, cell: Filled<'_>, line: String) {
        let (line, had_title) = if cell.field == Field::Initials { (line, false) } else { without_titles(&line) };
        if had_title {
            self.tell(Some(cell.column), "import.title_left_out");
        }
        let name = &mut self.person.name;
        match cell.field {
            Field::Initials => name.initials = line,
            Field::GivenName => name.given_name = line,
            Field::Prefix => name.prefix = line,
            Field::Surname => name.surname = line,
            Field::PartnerPrefix => name.partner_prefix = line,
            Field::PartnerSurname => name.partner_surname = line,
            _ => {
                let parts = split_full_name(&line);
                let into = |target: &mut String, value: String| {
                    if target.is_empty() {
                        *target = value;
                    }
                };
                into(&mut name.initials, parts.initials);
                into(&mut name.given_name, parts.given_name);
                into(&mut name.prefix, parts.prefix);
                into(&mut name.surname, parts.surname);
            }
        }
    }

    fn take_address(&mut self, loose: &mut Loose, cell: Filled<'_>, line: String) -> Result<(), &'static str> {
        let Filled { column, field, text, day } = cell;
        let is_number = matches!(field, Field::HouseNumber | Field::HouseNumberAddition);
        if day.is_some() || (is_number && address::is_day(&line)) {
            return Err(BECAME_DAY);
        }
        if is_number {
            let into = if field == Field::HouseNumber { &mut loose.number } else { &mut loose.addition };
            *into = exact(&line, None)?;
            return Ok(());
        }
        loose.address = Some((column, text.to_owned()));
        let into = if field == Field::Street { &mut loose.street } else { &mut self.person.street };
        *into = line;
        Ok(())
    }

    /// Combines what came from several columns.
    fn settle(&mut self, loose: Loose, reading: &Reading<'_>) {
        let name = &mut self.person.name;
        let own = settle_prefix(&mut name.prefix, &mut name.surname);
        let partner = settle_prefix(&mut name.partner_prefix, &mut name.partner_surname);
        for (agrees, field) in [(own, Field::Prefix), (partner, Field::PartnerPrefix)] {
            if !agrees {
                self.tell(reading.column_of(&[field]), "import.prefix_twice");
            }
        }
        self.settle_address(&loose);
        self.settle_phones(&loose);
        self.person.relations = loose.standing.relations(reading.request, loose.since, loose.until);
        for (day, field) in [(loose.since, Field::MemberSince), (loose.until, Field::MemberUntil)] {
            if day.is_some() && self.person.relations.is_empty() {
                self.tell(reading.column_of(&[field]), "import.no_relation");
            }
        }
    }

    fn settle_address(&mut self, loose: &Loose) {
        let person = &mut self.person;
        if person.street.is_empty() {
            person.street.clone_from(&loose.street);
        }
        // "2611 AB Delft" in one column is postcode and city.
        for from in [person.city.clone(), person.postcode.clone()] {
            let Some((postcode, city)) = address::postcode_and_city(&from) else { continue };
            let postcode = people::normal_postcode(&postcode);
            let agrees = |own: &str, found: &str| own.is_empty() || own == found || own == from;
            if agrees(&person.postcode, &postcode) && agrees(&person.city, &city) {
                (person.postcode, person.city) = (postcode, city);
                break;
            }
        }
        let whole = loose.address.as_ref().filter(|_| loose.number.is_empty());
        let is_unsure = whole.filter(|(_, text)| !take_apart(person, text)).map(|(column, _)| *column);
        let before_day = address::street_before_day(&person.street).map(str::to_owned);
        let became_day = before_day.is_some();
        person.street = before_day.unwrap_or_else(|| std::mem::take(&mut person.street));
        if !loose.number.is_empty() {
            // "9-2" but "35 III": an addition that begins with a digit is joined by a hyphen (avg-facts 7.3).
            let joint = if loose.addition.starts_with(|c: char| c.is_ascii_digit()) { "-" } else { " " };
            let end = if loose.addition.is_empty() { String::new() } else { format!("{joint}{}", loose.addition) };
            person.street = format!("{} {}{end}", person.street, loose.number).trim().to_owned();
        } else if !loose.addition.is_empty() {
            person.street = format!("{} {}", person.street, loose.addition).trim().to_owned();
        }
        if is_unsure.is_some() {
            self.tell(is_unsure, "import.address_whole");
        }
        if became_day {
            self.tell(loose.address.as_ref().map(|(column, _)| *column), BECAME_DAY);
        }
    }

    fn settle_phones(&mut self, loose: &Loose) {
        for (column, field, text) in &loose.phones {
            let (country, postcode) = (self.person.country.clone(), self.person.postcode.clone());
            let label = if *field == Field::Mobile { "mobile" } else { "home" };
            let found = phones(text, label, Home { country: &country, postcode: &postcode });
            for code in found.told {
                self.tell(Some(*column), code);
            }
            match few(found.phones) {
                Some(phones) if *field == Field::Mobile => self.person.phones.splice(0..0, phones).for_each(drop),
                Some(phones) => self.person.phones.extend(phones),
                None => self.tell(Some(*column), Code::FieldPhone.as_str()),
            }
        }
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

/// Takes a whole address in the cell of the street apart; false if there is one that stays as it is written.
fn take_apart(person: &mut NewPerson, text: &str) -> bool {
    let Some(parts) = address::whole(text) else {
        return !(person.postcode.is_empty() && person.city.is_empty() && address::seems_whole(text));
    };
    let postcode = people::normal_postcode(&parts.postcode);
    let agrees = |own: &str, found: &str| own.is_empty() || found.is_empty() || own.eq_ignore_ascii_case(found);
    let all = agrees(&person.postcode, &postcode) && agrees(&person.city, &parts.city);
    if !all || !agrees(&person.country, &parts.country) {
        return false;
    }
    (person.street, person.postcode, person.city) = (parts.street, postcode, parts.city);
    if person.country.is_empty() {
        person.country = parts.country;
    }
    true
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
