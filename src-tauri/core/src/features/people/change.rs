//! Changing a person. The form sends the whole person; relations are changed by their own commands.
use super::{NewPerson, check, create, ensure_free, store, view};
use crate::error::{Code, Error, Result};
use crate::kernel::id::PersonId;
use crate::kernel::session::{Done, Session, WriteTx};
use crate::kernel::time::Timestamp;
use crate::ops::{Op, Permission};
use serde::{Deserialize, Serialize};

/// A request to change a person.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ChangePerson {
    /// Whom to change.
    pub person: PersonId,
    /// `changed_at` as it was when the form was opened: a change made by somebody else since then is not overwritten.
    #[serde(default)]
    pub seen: Option<Timestamp>,
    /// The person as they should become. `relations` is ignored, and so is `note` without the right to write notes.
    pub to: NewPerson,
}

/// Changes a person. The row in the trail names the fields that changed.
///
/// # Errors
/// `person.missing`, `person.restricted`, `person.changed_meanwhile`, `input.invalid`, `permission.denied`.
pub fn change(s: &mut Session, req: ChangePerson) -> Result<Done<()>> {
    s.write(Op::PersonChange, |tx| {
        let before = view::seen(tx, req.person)?;
        if req.seen.is_some_and(|seen| seen != before.changed_at) {
            return Err(Error::new(Code::PersonChangedMeanwhile));
        }
        let fields = update(tx, req.person, &req.to)?;
        Ok(tx.changed(req.person, ()).fields(&fields))
    })
}

/// The step behind `change`; returns the names of the changed fields.
///
/// # Errors
/// `person.missing`, `person.restricted`, `input.invalid`.
pub(crate) fn update(tx: &WriteTx<'_>, person: PersonId, to: &NewPerson) -> Result<Vec<&'static str>> {
    let record = view::seen(tx, person)?;
    ensure_free(record.restricted)?;
    let before = view::as_entered(tx, record)?;
    let to = check::tidy(to, tx.today())?;
    let mut fields = vec![];
    let mut note_if = |changed: bool, field| {
        if changed {
            fields.push(field);
        }
    };
    note_if(before.name != to.name, "name");
    note_if(before.emails != to.emails, "emails");
    note_if(before.phones != to.phones, "phones");
    note_if(
        (&before.street, &before.postcode, &before.city, &before.country)
            != (&to.street, &to.postcode, &to.city, &to.country),
        "address",
    );
    note_if(before.birth_date != to.birth_date, "birth_date");
    note_if(before.member_number != to.member_number, "member_number");
    store::update_person(tx, person, &to)?;
    store::delete_emails(tx, person)?;
    store::delete_phones(tx, person)?;
    create::contacts(tx, person, &to)?;
    if tx.may(Permission::NotesWrite) && before.note != to.note {
        fields.push("note");
        if to.note.is_empty() {
            store::delete_note(tx, person)?;
        } else {
            store::put_note(tx, person, &to.note)?;
        }
    }
    Ok(fields)
}
