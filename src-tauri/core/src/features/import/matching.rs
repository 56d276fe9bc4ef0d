//! What a list adds to people who are known: it fills gaps and never overwrites. What it says otherwise is told, and
//! stays as it was.
use super::filled::{Filled, TextField};
use super::guess::meaning::Field;
use crate::features::people::{Known, NewPerson, NewRelation};
use crate::features::search::fold;
use crate::kernel::id::PersonId;
use crate::kernel::time::Date;

/// Somebody who is known, or who was in an earlier row of the list.
pub(super) struct Entry {
    /// `None` while the person is only in the list.
    pub(super) id: Option<PersonId>,
    pub(super) person: NewPerson,
    pub(super) relations: Vec<NewRelation>,
    pub(super) has_note: bool,
    pub(super) restricted: bool,
}

impl From<Known> for Entry {
    fn from(known: Known) -> Self {
        let relation = |r: &crate::features::people::Relation| NewRelation {
            kind: r.kind,
            started_on: r.started_on,
            ended_on: r.ended_on,
            ended: r.ended,
        };
        Entry {
            id: Some(known.id),
            relations: known.relations.iter().map(relation).collect(),
            person: known.person,
            has_note: known.has_note,
            restricted: known.restricted,
        }
    }
}

/// What the list adds to a known person.
pub(super) struct Addition {
    pub(super) person: NewPerson,
    pub(super) filled: Vec<Filled>,
    pub(super) relations: Vec<NewRelation>,
    /// What the list says otherwise.
    pub(super) differs: Vec<Difference>,
    /// Is there a note already, so that the one in the list is left out?
    pub(super) keeps_note: bool,
}

/// A field in which a row differs from what is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Difference {
    pub(super) field: Field,
    pub(super) old: String,
    pub(super) new: String,
}

impl Addition {
    pub(super) fn is_nothing(&self) -> bool {
        self.filled.is_empty() && self.relations.is_empty()
    }

    /// Fills a gap, or notes that the list says otherwise.
    fn fill(&mut self, field: TextField, incoming: &mut NewPerson) {
        let (own, new) = (field.of(&mut self.person), field.of(incoming));
        if own.is_empty() && !new.is_empty() {
            own.clone_from(new);
            self.filled.push(Filled::Text(field));
        } else if !new.is_empty() && fold(own) != fold(new) {
            let (old, new) = (own.clone(), new.clone());
            self.differs.extend(field.meaning().map(|field| Difference { field, old, new }));
        }
    }
}

/// What the list adds to a known person.
pub(super) fn complete(known: &Entry, incoming: &NewPerson) -> Addition {
    let mut all = Addition {
        person: known.person.clone(),
        filled: vec![],
        relations: vec![],
        differs: vec![],
        keeps_note: false,
    };
    let mut new = incoming.clone();
    for relation in &incoming.relations {
        add_relation(&mut all, known, relation);
    }
    all.fill(TextField::GivenName, &mut new);
    all.fill(TextField::Initials, &mut new);
    surname(&mut all, incoming);
    if all.person.name.partner_surname.is_empty() {
        all.fill(TextField::PartnerPrefix, &mut new);
    }
    all.fill(TextField::PartnerSurname, &mut new);
    all.fill(TextField::MemberNumber, &mut new);
    // Two notes are not compared: the one that is known is read by nobody without a row in the trail.
    all.keeps_note = known.has_note && !incoming.note.is_empty();
    if !known.has_note {
        all.fill(TextField::Note, &mut new);
    }
    address(&mut all, known, &mut new);
    match (all.person.birth_date, incoming.birth_date) {
        (None, Some(day)) => {
            all.person.birth_date = Some(day);
            all.filled.push(Filled::BirthDate);
        }
        (Some(old), Some(new)) if old != new => {
            let (old, new) = (old.to_string(), new.to_string());
            all.differs.push(Difference { field: Field::BirthDate, old, new });
        }
        _ => {}
    }
    add_ways_to_reach(&mut all, incoming);
    all
}

/// A surname is never empty, so it is never filled.
fn surname(all: &mut Addition, incoming: &NewPerson) {
    let whole = |p: &NewPerson| format!("{} {}", p.name.prefix, p.name.surname).trim().to_owned();
    let (old, new) = (whole(&all.person), whole(incoming));
    if !new.is_empty() && fold(&old) != fold(&new) {
        all.differs.push(Difference { field: Field::Surname, old, new });
    }
}

/// The words for a relation in a difference: it has ended, or it runs.
const ENDED: &str = "ended";
const RUNS: &str = "runs";

/// A period of a relation: known already, another one of the same kind, or the same one told otherwise.
fn add_relation(all: &mut Addition, known: &Entry, new: &NewRelation) {
    let same_kind: Vec<&NewRelation> = known.relations.iter().filter(|k| k.kind == new.kind).collect();
    let starts_alike =
        |k: &&&NewRelation| k.started_on.is_none() || new.started_on.is_none() || k.started_on == new.started_on;
    let is_apart = |k: &&NewRelation| match (k.ended_on, new.started_on, new.ended_on, k.started_on) {
        (Some(end), Some(start), ..) if end < start => true,
        (_, _, Some(end), Some(start)) => end < start,
        _ => false,
    };
    if same_kind.iter().all(is_apart) {
        all.relations.push(new.clone());
        return;
    }
    let mut near = same_kind.iter().filter(|k| !is_apart(k));
    let Some(same) = near.clone().find(starts_alike).or_else(|| near.next()) else { return };
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    // A first day that is not known yet is told and not filled: it decides how long somebody may be kept.
    if new.started_on.is_some() && same.started_on != new.started_on {
        let (old, new) = (day(same.started_on), day(new.started_on));
        all.differs.push(Difference { field: Field::MemberSince, old, new });
    }
    if same.ended != new.ended {
        let word = |ended: bool| if ended { ENDED } else { RUNS }.to_owned();
        all.differs.push(Difference { field: Field::Status, old: word(same.ended), new: word(new.ended) });
    }
    if new.ended_on.is_some() && same.ended_on != new.ended_on {
        let (old, new) = (day(same.ended_on), day(new.ended_on));
        all.differs.push(Difference { field: Field::MemberUntil, old, new });
    }
}

/// An address is filled if nothing contradicts it, and otherwise differs as a whole.
fn address(all: &mut Addition, known: &Entry, incoming: &mut NewPerson) {
    if agree_on_address(&known.person, incoming) {
        for part in [TextField::Street, TextField::Postcode, TextField::City, TextField::Country] {
            all.fill(part, incoming);
        }
        return;
    }
    let whole = |p: &NewPerson| {
        let parts = [&p.street, &p.postcode, &p.city].into_iter().filter(|part| !part.is_empty());
        parts.cloned().collect::<Vec<_>>().join(", ")
    };
    let (old, new) = (whole(&known.person), whole(incoming));
    all.differs.push(Difference { field: Field::StreetAndNumber, old, new });
}

/// An address only makes sense as a whole, so parts are only filled if nothing contradicts.
fn agree_on_address(known: &NewPerson, incoming: &NewPerson) -> bool {
    let agree = |own: &str, new: &str| own.is_empty() || new.is_empty() || fold(own) == fold(new);
    agree(&known.street, &incoming.street)
        && agree(&known.postcode, &incoming.postcode)
        && agree(&known.city, &incoming.city)
}

/// Adds e-mail addresses and telephone numbers that are not known yet.
fn add_ways_to_reach(all: &mut Addition, incoming: &NewPerson) {
    let Addition { person, filled, .. } = all;
    let before = person.emails.len();
    for email in &incoming.emails {
        if !person.emails.iter().any(|e| fold(&e.address) == fold(&email.address)) {
            person.emails.push(email.clone());
        }
    }
    if person.emails.len() > before {
        filled.push(Filled::Emails { before });
    }
    let before = person.phones.len();
    for phone in &incoming.phones {
        if !person.phones.iter().any(|p| p.number == phone.number) {
            person.phones.push(phone.clone());
        }
    }
    if person.phones.len() > before {
        filled.push(Filled::Phones { before });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::people::{NewEmail, NewPhone, RelationKind};

    #[test]
    fn everything_that_a_list_fills_can_be_emptied_again() {
        let text = |letter: &str| letter.to_owned();
        let mut incoming = NewPerson {
            emails: vec![NewEmail { label: text(""), address: text("a@b.nl") }],
            phones: vec![NewPhone { label: text("home"), number: text("0101234567") }],
            birth_date: "1970-01-02".parse().ok(),
            ..NewPerson::default()
        };
        for (field, letter) in TextField::ALL.iter().zip("abcdefghij".chars()) {
            *field.of(&mut incoming) = letter.to_string();
        }
        let member = NewRelation { kind: RelationKind::Member, started_on: None, ended_on: None, ended: false };
        incoming.relations = vec![member.clone()];
        let known =
            Entry { id: None, person: NewPerson::default(), relations: vec![], has_note: false, restricted: false };
        let Addition { mut person, filled, relations, differs, .. } = complete(&known, &incoming);
        assert_eq!((filled.len(), relations, differs), (TextField::ALL.len() + 3, vec![member], vec![]));
        assert_eq!(NewPerson { relations: vec![], ..incoming }, person, "nothing was left out");
        filled.iter().for_each(|filled| assert_eq!(filled.empty(&mut person), None));
        assert_eq!(person, known.person);
    }
}
