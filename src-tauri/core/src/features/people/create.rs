//! Adding a person.
use super::{NewPerson, Source, check, store};
use crate::error::Result;
use crate::kernel::id::PersonId;
use crate::kernel::session::{Done, Session, WriteTx};
use crate::ops::{Op, Permission};

/// Adds a person with contact details, relations and a note.
///
/// # Errors
/// `input.invalid` with the faulty fields; `permission.denied`.
pub fn create(s: &mut Session, new: NewPerson) -> Result<Done<PersonId>> {
    s.write(Op::PersonCreate, |tx| {
        let id = insert(tx, &new, Source::Entered)?;
        Ok(tx.changed(id, id))
    })
}

/// The step behind `create`, also used by imports. The note is left out without
/// the right to write notes.
///
/// # Errors
/// `input.invalid` with the faulty fields.
pub(crate) fn insert(tx: &WriteTx<'_>, new: &NewPerson, source: Source) -> Result<PersonId> {
    let new = check::tidy(new, tx.today())?;
    let id: PersonId = tx.make_id();
    store::insert_person(tx, id, &new, source)?;
    contacts(tx, id, &new)?;
    for relation in &new.relations {
        store::insert_relation(tx, id, relation)?;
    }
    if !new.note.is_empty() && tx.may(Permission::NotesWrite) {
        store::put_note(tx, id, &new.note)?;
    }
    Ok(id)
}

/// Stores e-mail addresses and telephone numbers in the given order: the first is the main one.
pub(super) fn contacts(tx: &WriteTx<'_>, id: PersonId, new: &NewPerson) -> Result<()> {
    for (place, email) in new.emails.iter().enumerate() {
        store::insert_email(tx, id, place, &email.label, &email.address)?;
    }
    for (place, phone) in new.phones.iter().enumerate() {
        store::insert_phone(tx, id, place, &phone.label, &phone.number)?;
    }
    Ok(())
}
