//! Everyone as an import sees them: who is already in the vault, what is missing, and what an undo must take back.
use super::bulk::{self, Contacts};
use super::identity::{Record, record_of};
use super::{NewEmail, NewPerson, NewPhone, NewRelation, Relation, store};
use crate::error::Result;
use crate::kernel::id::{PersonId, RelationId};
use crate::kernel::session::{ReadTx, WriteTx};
use std::collections::HashSet;

/// A person who is already in the vault, without the note.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub(crate) id: PersonId,
    /// The person in the shape of an entered one.
    pub(crate) person: NewPerson,
    pub(crate) relations: Vec<Relation>,
    pub(crate) has_note: bool,
    /// Is the person restricted, so that nothing about them may change?
    pub(crate) restricted: bool,
}

impl Known {
    /// The person in the shape in which people are compared.
    pub(crate) fn record(&self) -> Record {
        record_of(&self.person, self.relations.iter().filter_map(|relation| relation.started_on))
    }
}

/// Everyone in the vault, whether or not this role may see them.
pub(crate) fn known(tx: &ReadTx<'_>) -> Result<Vec<Known>> {
    let emails = Contacts::emails(tx)?;
    let phones = Contacts::phones(tx)?;
    let all_relations = store::all_relations(tx)?;
    let notes: HashSet<PersonId> = store::people_with_notes(tx)?.into_iter().collect();
    let known = |r: store::PersonRecord| {
        let email = |address: &str| NewEmail { label: String::new(), address: address.to_owned() };
        let phone = |number: &str| NewPhone { label: String::new(), number: number.to_owned() };
        let person = NewPerson {
            name: r.name,
            emails: emails.of(r.id).map(email).collect(),
            phones: phones.of(r.id).map(phone).collect(),
            street: r.street,
            postcode: r.postcode,
            city: r.city,
            country: r.country,
            birth_date: r.birth_date,
            member_number: r.member_number,
            relations: vec![],
            note: String::new(),
        };
        Known {
            id: r.id,
            person,
            relations: bulk::relations_of(&all_relations, r.id),
            has_note: notes.contains(&r.id),
            restricted: r.restricted.is_some(),
        }
    };
    Ok(store::all(tx)?.into_iter().map(known).collect())
}

pub(crate) fn add_relation(tx: &WriteTx<'_>, person: PersonId, relation: &NewRelation) -> Result<RelationId> {
    store::insert_relation(tx, person, relation)
}

/// The step that deletes a relation as if it had never existed.
pub(crate) fn remove_relation(tx: &WriteTx<'_>, relation: RelationId) -> Result<()> {
    store::delete_relation(tx, relation)
}

/// The relations of one person as stored, independent of today's date.
pub(crate) fn relations_of(tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<Relation>> {
    store::relations_on(tx, person, None)
}
