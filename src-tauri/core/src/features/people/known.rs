//! Everyone as an import sees them: who is already in the vault, what is missing, and what an undo must take back.
use super::{NewEmail, NewPerson, NewPhone, NewRelation, Relation, store};
use crate::error::Result;
use crate::kernel::id::{PersonId, RelationId};
use crate::kernel::session::{ReadTx, WriteTx};
use std::collections::HashSet;

/// A person who is already in the vault, without the note.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    /// Who.
    pub(crate) id: PersonId,
    /// The person in the shape of an entered one.
    pub(crate) person: NewPerson,
    /// All relations.
    pub(crate) relations: Vec<Relation>,
    /// Is there a note?
    pub(crate) has_note: bool,
    /// Is the person restricted, so that nothing about them may change?
    pub(crate) restricted: bool,
}

/// Everyone in the vault, whether or not this role may see them.
///
/// # Errors
/// When the database fails.
pub(crate) fn known(tx: &ReadTx<'_>) -> Result<Vec<Known>> {
    let mut emails = store::grouped(store::all_emails(tx)?);
    let mut phones = store::grouped(store::all_phones(tx)?);
    let mut relations = store::grouped(store::all_relations(tx)?);
    let notes: HashSet<PersonId> = store::people_with_notes(tx)?.into_iter().collect();
    let known = |r: store::PersonRecord| {
        let email = |address| NewEmail { label: String::new(), address };
        let phone = |number| NewPhone { label: String::new(), number };
        let person = NewPerson {
            name: r.name,
            emails: emails.remove(&r.id).unwrap_or_default().into_iter().map(email).collect(),
            phones: phones.remove(&r.id).unwrap_or_default().into_iter().map(phone).collect(),
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
            relations: relations.remove(&r.id).unwrap_or_default(),
            has_note: notes.contains(&r.id),
            restricted: r.restricted.is_some(),
        }
    };
    Ok(store::all(tx)?.into_iter().map(known).collect())
}

/// The step that adds a relation.
///
/// # Errors
/// When the database fails.
pub(crate) fn add_relation(tx: &WriteTx<'_>, person: PersonId, relation: &NewRelation) -> Result<RelationId> {
    store::insert_relation(tx, person, relation)
}

/// The step that deletes a relation as if it had never existed.
///
/// # Errors
/// When the database fails.
pub(crate) fn remove_relation(tx: &WriteTx<'_>, relation: RelationId) -> Result<()> {
    store::delete_relation(tx, relation)
}

/// The relations of one person as stored, independent of today's date.
///
/// # Errors
/// When the database fails.
pub(crate) fn relations_of(tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<Relation>> {
    store::relations_on(tx, person, None)
}
