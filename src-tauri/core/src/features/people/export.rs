//! Every field of everybody, or of everyone who matches a search. That much data at once needs a permission of its own
//! and leaves its own row in the trail.
use super::{Filter, PersonView, list, store, view};
use crate::error::Result;
use crate::kernel::id::PersonId;
use crate::kernel::session::{ReadTx, Session, Subject};
use crate::ops::Op;
use serde::Serialize;

/// People with every field that the role may see.
#[derive(Clone, Serialize, ts_rs::TS)]
pub struct PeopleExport {
    /// How many people match the words.
    pub matching: u32,
    /// Everyone who matches, or the page of them that the filter asks for.
    pub people: Vec<PersonExport>,
}

/// One person with every field that the role may see.
#[derive(Clone, Serialize, ts_rs::TS)]
pub struct PersonExport {
    /// Everything except the note.
    #[serde(flatten)]
    pub person: PersonView,
    /// The note; `null` if there is none or the role may not read it.
    pub note: Option<String>,
}

/// Every field of everyone who matches. Unlike a list for the screen it stops nowhere unless the filter has a limit.
///
/// # Errors
/// `permission.denied`; in a read-only session `view.in_use` and `view.no_row`.
pub fn export(s: &mut Session, filter: Filter) -> Result<PeopleExport> {
    let page = list(s, Filter { limit: filter.limit.or(Some(u32::MAX)), ..filter })?;
    s.view(Op::PeopleExport, |tx| {
        let people = page.rows.iter().map(|row| one(tx, row.id)).collect::<Result<Vec<_>>>()?;
        let fields = if people.iter().any(|p| p.note.is_some()) { &["note"][..] } else { &[] };
        let count = people.len();
        let shown = tx.shown(Subject::NONE, PeopleExport { matching: page.matching, people });
        Ok(shown.counted(count).fields(fields))
    })
}

fn one(tx: &ReadTx<'_>, id: PersonId) -> Result<PersonExport> {
    let person = view::view(tx, id)?;
    let note = if person.has_note { store::note(tx, id)? } else { None };
    Ok(PersonExport { person, note })
}
