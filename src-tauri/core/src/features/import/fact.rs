//! A row or a person as they would be stored: the fields that are filled, in words.
use super::guess::meaning::{Field, Meaning};
use super::plan::Step;
use crate::features::consent::State;
use crate::features::people::NewPerson;
use serde::Serialize;

/// A value as it would be stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportFact")]
pub struct Fact {
    /// A field, or the answer to a purpose.
    pub meaning: Meaning,
    /// The value. For an answer to a purpose, the resulting state: `unknown` or `refused`. For the status, `ended`: a
    /// relation that has ended on an unknown day.
    pub value: String,
}

/// A row as it would be stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportSample")]
pub struct Sample {
    /// The row number, from 1.
    pub row: u32,
    /// The fields that are filled, then the answers to purposes.
    pub facts: Vec<Fact>,
}

pub(super) fn sample(step: &Step) -> Sample {
    let mut facts = facts(&step.incoming.person);
    let answer = |(key, yes): &(String, bool)| {
        let state = if *yes { State::Unknown } else { State::Refused };
        Fact { meaning: Meaning::Consent(key.clone()), value: state.as_str().to_owned() }
    };
    facts.extend(step.incoming.answers.iter().map(answer));
    Sample { row: step.incoming.row, facts }
}

pub(super) fn facts(p: &NewPerson) -> Vec<Fact> {
    let day = |d: Option<crate::kernel::time::Date>| d.map(|d| d.to_string()).unwrap_or_default();
    let email = |i: usize| p.emails.get(i).map(|e| e.address.clone()).unwrap_or_default();
    let phone = |i: usize| p.phones.get(i).map(|n| n.number.clone()).unwrap_or_default();
    let relation = p.relations.first();
    let all = [
        (Field::GivenName, p.name.given_name.clone()),
        (Field::Initials, p.name.initials.clone()),
        (Field::Prefix, p.name.prefix.clone()),
        (Field::Surname, p.name.surname.clone()),
        (Field::PartnerPrefix, p.name.partner_prefix.clone()),
        (Field::PartnerSurname, p.name.partner_surname.clone()),
        (Field::Email, email(0)),
        (Field::Email2, email(1)),
        (Field::Phone, phone(0)),
        (Field::Mobile, phone(1)),
        (Field::StreetAndNumber, p.street.clone()),
        (Field::Postcode, p.postcode.clone()),
        (Field::City, p.city.clone()),
        (Field::Country, p.country.clone()),
        (Field::BirthDate, day(p.birth_date)),
        (Field::MemberNumber, p.member_number.clone()),
        (Field::Relation, relation.map(|r| r.kind.as_str().to_owned()).unwrap_or_default()),
        (Field::MemberSince, day(relation.and_then(|r| r.started_on))),
        (Field::MemberUntil, day(relation.and_then(|r| r.ended_on))),
        (Field::Note, p.note.clone()),
    ];
    let others = p.relations.iter().skip(1).map(|r| (Field::Relation, r.kind.as_str().to_owned()));
    // Without a last day, nothing else would show that it has ended.
    let ended = p.relations.iter().filter(|r| r.ended && r.ended_on.is_none()).take(1);
    let ended = ended.map(|_| (Field::Status, "ended".to_owned()));
    let filled = all.into_iter().chain(others).chain(ended).filter(|(_, value)| !value.is_empty());
    filled.map(|(field, value)| Fact { meaning: Meaning::Field(field), value }).collect()
}
