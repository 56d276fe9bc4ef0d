//! Everything about everybody, or about those who are found: carried off at once, so it is a right and a row of its own.
use super::{Filter, PersonView, list, store, view};
use crate::error::Result;
use crate::kernel::id::PersonId;
use crate::kernel::session::{ReadTx, Session, Subject};
use crate::ops::Op;
use serde::Serialize;

/// People with every field that the role may see.
#[derive(Clone, Serialize, ts_rs::TS)]
pub struct PeopleExport {
    /// How many match the words.
    pub matching: u32,
    /// The people.
    pub people: Vec<PersonExport>,
}

/// One person with every field that the role may see.
#[derive(Clone, Serialize, ts_rs::TS)]
pub struct PersonExport {
    /// All but the note.
    #[serde(flatten)]
    pub person: PersonView,
    /// What the note says; `null` without the right or where there is none.
    pub note: Option<String>,
}

/// Every field of the people that are found.
///
/// # Errors
/// `permission.denied`; in a vault opened for looking only `view.in_use` and `view.no_row`.
pub fn export(s: &mut Session, filter: Filter) -> Result<PeopleExport> {
    let page = list(s, filter)?;
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
