//! Finds people of the list who are already known: by member number, by e-mail and name, or by name and date of birth.
//! Also decides what the list adds to them: it fills gaps and never overwrites.
use super::filled::{Filled, TextField};
use crate::features::people::{Known, NewPerson, NewRelation};
use crate::features::search::fold;
use crate::kernel::id::PersonId;
use std::collections::HashMap;

/// Everyone who is known, with three indexes. People of the list are added as they come.
pub(super) struct Directory {
    pub(super) people: Vec<Entry>,
    by_number: HashMap<String, usize>,
    by_email: HashMap<(String, String), usize>,
    by_birth: HashMap<(String, String, String), usize>,
}

/// A person in the directory.
pub(super) struct Entry {
    /// `None` while the person is only in the list.
    pub(super) id: Option<PersonId>,
    pub(super) person: NewPerson,
    pub(super) relations: Vec<NewRelation>,
    pub(super) has_note: bool,
    pub(super) restricted: bool,
}

/// The result of looking up a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Match {
    /// A known person, by their place in the directory.
    Person(usize),
    /// The member number belongs to somebody else.
    NumberTaken,
    /// A new person.
    None,
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

impl Directory {
    pub(super) fn new(people: Vec<Known>) -> Self {
        let mut directory =
            Directory { people: vec![], by_number: HashMap::new(), by_email: HashMap::new(), by_birth: HashMap::new() };
        for known in people {
            directory.add(known.into());
        }
        directory
    }

    /// Adds a person; returns their place.
    pub(super) fn add(&mut self, entry: Entry) -> usize {
        let at = self.people.len();
        self.note(&entry.person, at);
        self.people.push(entry);
        at
    }

    pub(super) fn replace(&mut self, at: usize, person: NewPerson) {
        self.note(&person, at);
        if let Some(entry) = self.people.get_mut(at) {
            entry.person = person;
        }
    }

    fn note(&mut self, p: &NewPerson, at: usize) {
        if !p.member_number.is_empty() {
            self.by_number.entry(fold(&p.member_number)).or_insert(at);
        }
        let (given, surname) = name_of(p);
        for email in &p.emails {
            self.by_email.entry((fold(&email.address), surname.clone() + &given)).or_insert(at);
        }
        if let Some(birth) = p.birth_date {
            self.by_birth.entry((surname, given, birth.to_string())).or_insert(at);
        }
    }

    pub(super) fn find(&self, p: &NewPerson) -> Match {
        let (given, surname) = name_of(p);
        if !p.member_number.is_empty()
            && let Some(&at) = self.by_number.get(&fold(&p.member_number))
        {
            let known = self.people.get(at).map(|e| &e.person);
            let same_name = known.is_some_and(|k| name_of(k).1 == surname);
            let same_birth = known.is_some_and(|k| k.birth_date.is_some() && k.birth_date == p.birth_date);
            return if same_name || same_birth { Match::Person(at) } else { Match::NumberTaken };
        }
        let by_email = p.emails.iter().find_map(|e| self.by_email.get(&(fold(&e.address), surname.clone() + &given)));
        let by_birth = p.birth_date.and_then(|b| self.by_birth.get(&(surname, given, b.to_string())));
        // Two different member numbers mean two people, however similar they are.
        let other_number = |at: &&usize| {
            let known = self.people.get(**at).map_or("", |e| e.person.member_number.as_str());
            known.is_empty() || p.member_number.is_empty() || fold(known) == fold(&p.member_number)
        };
        by_email.or(by_birth).filter(other_number).map_or(Match::None, |at| Match::Person(*at))
    }
}

/// Given name (or the initials) and surname, without capitals and accents.
fn name_of(p: &NewPerson) -> (String, String) {
    let given = if p.name.given_name.is_empty() { &p.name.initials } else { &p.name.given_name };
    (fold(given), fold(&p.name.surname))
}

/// What the list adds to a known person.
pub(super) struct Addition {
    pub(super) person: NewPerson,
    pub(super) filled: Vec<Filled>,
    pub(super) relation: Option<NewRelation>,
}

impl Addition {
    pub(super) fn is_nothing(&self) -> bool {
        self.filled.is_empty() && self.relation.is_none()
    }

    fn fill(&mut self, field: TextField, incoming: &mut NewPerson) {
        let own = field.of(&mut self.person);
        if own.is_empty() && !field.of(incoming).is_empty() {
            own.clone_from(field.of(incoming));
            self.filled.push(Filled::Text(field));
        }
    }
}

pub(super) fn complete(known: &Entry, incoming: &NewPerson) -> Addition {
    let relation = incoming.relations.iter().find(|r| !known.relations.iter().any(|k| k.kind == r.kind)).cloned();
    let mut all = Addition { person: known.person.clone(), filled: vec![], relation };
    let mut new = incoming.clone();
    all.fill(TextField::GivenName, &mut new);
    all.fill(TextField::Initials, &mut new);
    if all.person.name.partner_surname.is_empty() {
        all.fill(TextField::PartnerPrefix, &mut new);
    }
    all.fill(TextField::PartnerSurname, &mut new);
    all.fill(TextField::MemberNumber, &mut new);
    if !known.has_note {
        all.fill(TextField::Note, &mut new);
    }
    if agree_on_address(&known.person, incoming) {
        for part in [TextField::Street, TextField::Postcode, TextField::City, TextField::Country] {
            all.fill(part, &mut new);
        }
    }
    if all.person.birth_date.is_none() && incoming.birth_date.is_some() {
        all.person.birth_date = incoming.birth_date;
        all.filled.push(Filled::BirthDate);
    }
    add_ways_to_reach(&mut all, incoming);
    all
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
        let Addition { mut person, filled, relation } = complete(&known, &incoming);
        assert_eq!((filled.len(), relation), (TextField::ALL.len() + 3, Some(member)));
        assert_eq!(NewPerson { relations: vec![], ..incoming }, person, "nothing was left out");
        filled.iter().for_each(|filled| assert_eq!(filled.empty(&mut person), None));
        assert_eq!(person, known.person);
    }
}
