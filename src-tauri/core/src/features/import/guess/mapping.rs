//! Guesses what each column means: by its heading, by its values, and by the other columns.
use super::answer::{self, Answer};
use super::header::Layout;
use super::meaning::{self, Field, Meaning, Says};
use super::names;
use super::nothing::{self, Stands};
use super::protected;
use super::relation::{self, Said};
use super::shape;
use crate::error::Result;
use ledenkluis_sheets::{Sheet, Work};
use serde::Serialize;

/// Values of a column that are examined.
pub(crate) const WEIGHED: usize = 500;
/// Columns that are guessed. State numbers are looked for in the columns after these as well.
const GUESSED: usize = 500;
/// The heading is known and the values match it.
pub(crate) const SURE: f64 = 0.97;
/// The heading is known exactly, but the values do not match it.
const BY_HEADING: f64 = 0.7;
/// The heading contains a known one and the values match it.
const BY_PART: f64 = 0.8;
/// Only the values point to this meaning.
const BY_VALUES: f64 = 0.6;

/// A column and its guessed meaning.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportColumn")]
pub struct Column {
    /// The heading as the file has it; empty where there is none.
    pub heading: String,
    /// What the values are; `null` if unknown.
    pub meaning: Option<Meaning>,
    /// From 0 (no evidence) to 1.
    pub certainty: f64,
    /// Why the column must not be imported: `bsn`. The user cannot override this.
    pub blocked: Option<String>,
    /// The kind of protected data that the column seems to hold: `health`, `religion` … Not imported unless the user
    /// chooses.
    pub sensitive: Option<String>,
}

/// Steps to look up a heading, steps per value, and bytes per column.
const LOOKED_UP: usize = 4_000;
const VALUE: usize = 40;
const ROOM: usize = 1_500;

/// Guesses all columns of a sheet.
///
/// # Errors
/// As `Work::steps`.
pub(crate) fn guess(sheet: &Sheet, layout: &Layout, work: &Work) -> Result<Vec<Column>> {
    let mut values = values(sheet, layout, WEIGHED, work)?;
    // What stands for nothing says nothing about its column.
    values.iter_mut().for_each(|v| v.retain(|text| !nothing::is_nothing(text) && !shape::is_error(text)));
    let mut columns = vec![];
    for (at, (heading, values)) in layout.headings.iter().zip(&values).enumerate() {
        let guessed = at < GUESSED;
        let letters = values.iter().map(|v| v.len()).sum::<usize>();
        let looked_up = if guessed { LOOKED_UP } else { 0 };
        work.steps(50 + 60 * heading.len() + VALUE * values.len() + 4 * letters + looked_up)?;
        work.room(ROOM + heading.len() * 8)?;
        columns.push(column(heading, values, guessed));
    }
    settle_names(&mut columns, &values);
    settle_street(&mut columns, &values);
    settle_doubles(&mut columns);
    Ok(columns)
}

/// The first values of each column, at most `most`. Walks the rows only once, however many columns there are.
///
/// # Errors
/// As `Work::steps`.
pub(crate) fn values<'a>(sheet: &'a Sheet, layout: &Layout, most: usize, work: &Work) -> Result<Vec<Vec<&'a str>>> {
    let mut columns: Vec<Vec<&str>> = vec![vec![]; layout.headings.len()];
    for row in layout.records.iter().filter_map(|i| sheet.rows.get(*i)) {
        work.steps(2 + row.cells.len())?;
        for (column, cell) in columns.iter_mut().zip(&row.cells).filter(|(c, _)| c.len() < most) {
            let text = cell.text.trim();
            if !text.is_empty() {
                column.push(text);
            }
        }
    }
    Ok(columns)
}

fn column(heading: &str, values: &[&str], guessed: bool) -> Column {
    let mut column =
        Column { heading: heading.to_owned(), meaning: None, certainty: 0.0, blocked: None, sensitive: None };
    if protected::is_state_number(heading) || holds_state_numbers(values) {
        column.blocked = Some("bsn".to_owned());
        // If a record was taken for the headings, this may be somebody's number.
        if shape::passes_elevens(heading) {
            column.heading = "•••".to_owned();
        }
        return column;
    }
    if !guessed {
        return column;
    }
    column.sensitive = protected::sensitive(heading).map(str::to_owned);
    if column.sensitive.is_some() {
        return column;
    }
    let by_values = of_values(values);
    let (guess, certainty) = match (meaning::of_heading(heading), meaning::near_heading(heading)) {
        (Some(Says::Unclear), _) => (None, 0.0),
        (Some(Says::Surely(m)), _) if fits(&m, values) => {
            (Some(m.clone()), if has_odd(&m, values) { BY_PART } else { SURE })
        }
        (Some(Says::Surely(m)), _) => match &by_values {
            // "Telefoon" above a column of e-mail addresses: the values are right.
            Some(v) if !related(&m, v) => (by_values, BY_VALUES),
            // "Middle name" is only a prefix in Dutch lists, and not everything about photos is a tick.
            _ if matches!(m, Meaning::Consent(_) | Meaning::Refusal(_)) => (None, 0.0),
            _ if matches!(
                m,
                Meaning::Field(Field::Prefix | Field::PartnerPrefix | Field::Status | Field::Deceased)
            ) =>
            {
                (None, 0.0)
            }
            _ => (Some(m), BY_HEADING),
        },
        (None, Some(m)) if !values.is_empty() && fits(&m, values) => (Some(m), BY_PART),
        _ => {
            let certainty = if by_values.is_some() { BY_VALUES } else { 0.0 };
            (by_values, certainty)
        }
    };
    (column.meaning, column.certainty) = (guess, certainty);
    column
}

/// Whether these are state numbers: at least three different values that pass, and 90% of all values; or at least five
/// that pass, and half of ten or more. One random number in eleven passes, so a column matches by chance less than once
/// in a thousand.
fn holds_state_numbers(values: &[&str]) -> bool {
    let passing: Vec<&&str> = values.iter().filter(|v| shape::passes_elevens(v)).collect();
    let distinct = passing.iter().collect::<std::collections::HashSet<_>>().len();
    let share = passing.len() * 10;
    distinct >= 3 && (share >= values.len() * 9 || (distinct >= 5 && values.len() >= 10 && share >= values.len() * 5))
}

/// Whether this many of every twenty values match. True for an empty column.
fn mostly(values: &[&str], of_twenty: usize, is: impl Fn(&str) -> bool) -> bool {
    let may_fail = (values.len() * (20 - of_twenty)) / 20;
    values.iter().filter(|v| !is(v)).take(may_fail + 1).count() <= may_fail
}

fn share(values: &[&str], is: impl Fn(&str) -> bool) -> f64 {
    if values.is_empty() {
        return 1.0;
    }
    values.iter().filter(|v| is(v)).count() as f64 / values.len() as f64
}

/// Whether a value is an answer. Under a heading that says no, a date is one.
fn is_answer(meaning: &Meaning, value: &str) -> bool {
    answer::of(value) != Answer::Unread || (matches!(meaning, Meaning::Refusal(_)) && answer::is_day(value))
}

/// Whether some answers cannot be read. Each is told when its row is, so they do not make the column another one.
fn has_odd(meaning: &Meaning, values: &[&str]) -> bool {
    matches!(meaning, Meaning::Consent(_) | Meaning::Refusal(_)) && !mostly(values, 19, |v| is_answer(meaning, v))
}

/// Whether nineteen of every twenty values match the meaning. Of answers and relations fewer have to, because each that
/// cannot be read is told with its row. An empty column matches any.
fn fits(meaning: &Meaning, values: &[&str]) -> bool {
    let Meaning::Field(field) = meaning else { return mostly(values, 6, |v| is_answer(meaning, v)) };
    let values: Vec<&str> =
        values.iter().copied().filter(|v| nothing::stands_for(*field, v) == Stands::Value).collect();
    let values = values.as_slice();
    let word = |v: &str| v.chars().any(char::is_alphabetic) && !shape::is_email(v) && !shape::is_date(v);
    let number = |v: &str| v.chars().next().is_some_and(|c| c.is_ascii_digit()) && v.len() <= 12;
    let all = |is: &dyn Fn(&str) -> bool| mostly(values, 19, is);
    match field {
        Field::Email | Field::Email2 => all(&|v| v.split([';', ',', ' ']).any(shape::is_email)),
        Field::Phone | Field::Mobile => all(&shape::holds_phone),
        Field::BirthDate | Field::MemberSince | Field::MemberUntil => all(&super::dates::tells_date),
        Field::Postcode => all(&|v| {
            shape::is_dutch_postcode(v) || ((4..=6).contains(&v.len()) && v.bytes().all(|b| b.is_ascii_digit()))
        }),
        Field::HouseNumber => all(&number),
        Field::Iban => all(&|v| shape::is_iban(v) || v.bytes().filter(u8::is_ascii_digit).count() >= 6),
        Field::Prefix | Field::PartnerPrefix => all(&names::is_prefix),
        Field::Initials => all(&|v| v.len() <= 16 && word(v)),
        Field::GivenName | Field::Surname | Field::FullName | Field::PartnerSurname | Field::City | Field::Country => {
            all(&word)
        }
        Field::Street => all(&word),
        Field::StreetAndNumber => all(&word),
        Field::Relation | Field::Status => mostly(values, 10, |v| relation::of(v) != [Said::Unread]),
        Field::Deceased => mostly(values, 10, |v| answer::is_day(v) || answer::of(v) != Answer::Unread),
        Field::HouseNumberAddition | Field::MemberNumber | Field::Gender | Field::Note => true,
    }
}

/// The meaning of a column whose values are recognisable by themselves.
fn of_values(values: &[&str]) -> Option<Meaning> {
    if values.len() < 2 {
        return None;
    }
    let most = |is: &dyn Fn(&str) -> bool| mostly(values, 18, is);
    let is_mobile =
        |v: &str| shape::is_phone(v) && (v.starts_with("06") || v.starts_with("+31 6") || v.starts_with("+316"));
    let is_fixed = |v: &str| shape::is_phone(v) && !shape::is_date(v) && v.starts_with(['0', '+']);
    type IsShape<'a> = &'a dyn Fn(&str) -> bool;
    let shapes: [(IsShape<'_>, Field); 5] = [
        (&shape::is_email, Field::Email),
        (&shape::is_dutch_postcode, Field::Postcode),
        (&shape::is_iban, Field::Iban),
        (&is_mobile, Field::Mobile),
        (&is_fixed, Field::Phone),
    ];
    // By words that name a relation: yes, no and "active" can be about anything.
    let names_relation = |v: &str| relation::of(v).iter().any(|said| said.is_named());
    let found = shapes.into_iter().find(|(is, _)| most(is)).map(|(_, field)| field);
    found.or_else(|| most(&names_relation).then_some(Field::Relation)).map(Meaning::Field)
}

fn related(a: &Meaning, b: &Meaning) -> bool {
    use Field::{Email, Email2, Mobile, Phone};
    let group = |m: &Meaning| match m {
        Meaning::Field(Email | Email2) => 1,
        Meaning::Field(Phone | Mobile) => 2,
        _ => 0,
    };
    a == b || (group(a) > 0 && group(a) == group(b))
}

fn has(columns: &[Column], field: Field) -> bool {
    columns.iter().any(|c| c.meaning == Some(Meaning::Field(field)))
}

/// "Naam" next to "Voornaam" is the surname, unless its values contain given names or initials too.
fn settle_names(columns: &mut [Column], values: &[Vec<&str>]) {
    let parts = has(columns, Field::GivenName) || has(columns, Field::Prefix) || has(columns, Field::Initials);
    if !parts || has(columns, Field::Surname) {
        return;
    }
    let Some(at) = columns.iter().position(|c| c.meaning == Some(Meaning::Field(Field::FullName))) else { return };
    let Some(values) = values.get(at) else { return };
    let whole = share(values, |v| {
        let parts = names::split_full_name(v);
        !parts.given_name.is_empty() || !parts.initials.is_empty()
    });
    if let Some(column) = columns.get_mut(at).filter(|_| whole <= 0.5 || values.is_empty()) {
        column.meaning = Some(Meaning::Field(Field::Surname));
        column.certainty = column.certainty.min(BY_PART);
    }
}

/// "Straat" with numbers in it, and no column for them, is street and number. "Adres" next to a number is the street.
fn settle_street(columns: &mut [Column], values: &[Vec<&str>]) {
    let numbered = has(columns, Field::HouseNumber);
    let is_street = |c: &Column| matches!(c.meaning, Some(Meaning::Field(Field::Street | Field::StreetAndNumber)));
    for (column, values) in columns.iter_mut().zip(values).filter(|(c, _)| is_street(c)) {
        let digits = share(values, |v| v.chars().any(|c| c.is_ascii_digit()));
        match column.meaning {
            Some(Meaning::Field(Field::Street)) if !numbered && !values.is_empty() && digits > 0.5 => {
                column.meaning = Some(Meaning::Field(Field::StreetAndNumber));
            }
            Some(Meaning::Field(Field::StreetAndNumber)) if numbered && digits < 0.5 => {
                column.meaning = Some(Meaning::Field(Field::Street));
            }
            _ => {}
        }
    }
}

/// Gives each meaning to one column: the most certain, or the first of equals. A second e-mail or phone has its own
/// field.
fn settle_doubles(columns: &mut [Column]) {
    for at in 0..columns.len().min(GUESSED) {
        let Some(current) = columns.get(at).and_then(|c| c.meaning.clone()) else { continue };
        // Two headings can say no to the same purpose; a yes under either is a refusal.
        if matches!(current, Meaning::Refusal(_)) {
            continue;
        }
        let surer = |(i, c): (usize, &Column)| {
            let own = columns.get(at).map_or(0.0, |c| c.certainty);
            i != at && c.meaning.as_ref() == Some(&current) && (c.certainty > own || (i < at && c.certainty >= own))
        };
        if !columns.iter().enumerate().take(GUESSED).any(surer) {
            continue;
        }
        let second = match current {
            Meaning::Field(Field::Email) => Some(Field::Email2),
            Meaning::Field(Field::Phone) => Some(Field::Mobile),
            Meaning::Field(Field::Mobile) => Some(Field::Phone),
            _ => None,
        };
        let second = second.filter(|f| !has(columns, *f)).map(Meaning::Field);
        if let Some(column) = columns.get_mut(at) {
            column.certainty = if second.is_some() { column.certainty.min(BY_PART) } else { 0.0 };
            column.meaning = second;
        }
    }
}
