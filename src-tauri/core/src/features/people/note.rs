//! The note of one person. Reading it leaves a row in the trail.
use super::{ByPerson, store, view};
use crate::error::Result;
use crate::kernel::session::Session;
use crate::ops::Op;
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
        let text = if view::has_kept_note(restricted) { store::note(tx, req.person)? } else { None };
        let is_there = text.is_some();
        let note = PersonNote { text };
        Ok(if is_there { tx.shown(req.person, note) } else { tx.nothing_to_show(note) })
    })
}
