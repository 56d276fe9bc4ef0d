//! The note of one person. Reading it leaves a row in the trail.
use super::{ByPerson, Restriction, store, view};
use crate::error::Result;
use crate::kernel::sealed::Compartment;
use crate::kernel::session::{ReadTx, Session};
use crate::ops::{Op, Permission};
use serde::Serialize;

/// The text of a note.
#[derive(Clone, Serialize, ts_rs::TS)]
pub struct PersonNote {
    /// The text; `null` if there is no note.
    pub text: Option<String>,
}

/// Reads the note of a person.
///
/// # Errors
/// `person.missing`, `permission.denied`, `vault.key_missing`; in a read-only session `view.in_use` and `view.no_row`.
pub fn note(s: &mut Session, req: ByPerson) -> Result<PersonNote> {
    s.view(Op::NoteView, |tx| {
        let restricted = view::seen(tx, req.person)?.restricted;
        let text = if is_kept(restricted) { store::note(tx, req.person)? } else { None };
        Ok(match text.is_some() {
            true => tx.shown(req.person, PersonNote { text }),
            false => tx.nothing_to_show(PersonNote { text }),
        })
    })
}

/// May the role read the note of a person, if there is one?
pub(super) fn is_readable(tx: &ReadTx<'_>, restricted: Option<Restriction>) -> bool {
    tx.may(Permission::NotesSee) && tx.keys().holds(Compartment::Confidential) && is_kept(restricted)
}

/// A person who is kept only for tax law has no note.
fn is_kept(restricted: Option<Restriction>) -> bool {
    restricted != Some(Restriction::Fiscal)
}
