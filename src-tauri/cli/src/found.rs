//! What the verbs answer, where the core's own types are not enough.
use ledenkluis_core::api::types::{
    DueRow, ImportId, ImportProblem, ImportRowOutcome, PersonExport, PersonRow, PersonView, Stay, UserId, VaultFinding,
    VaultId, VaultVerdict,
};
use serde::Serialize;

/// A made-up association.
#[derive(Serialize)]
pub(crate) struct Demo {
    pub(crate) vault_id: VaultId,
    pub(crate) people: u32,
}

#[derive(Serialize)]
pub(crate) struct UserAdded {
    pub(crate) user_id: UserId,
}

/// What a check found, and what the unlock before it found.
#[derive(Serialize)]
pub(crate) struct Verdict {
    #[serde(flatten)]
    pub(crate) now: VaultVerdict,
    pub(crate) told: Vec<VaultFinding>,
}

/// People as a list shows them.
#[derive(Serialize)]
pub(crate) struct People {
    /// How many match the words.
    pub(crate) total: u32,
    pub(crate) people: Vec<PersonRow>,
}

/// People with every field.
#[derive(Serialize)]
pub(crate) struct Everything {
    /// How many match the words.
    pub(crate) total: u32,
    pub(crate) people: Vec<PersonExport>,
}

/// One person; the note only when it was asked for and shown.
#[derive(Serialize)]
pub(crate) struct Person {
    #[serde(flatten)]
    pub(crate) person: PersonView,
    #[serde(flatten)]
    pub(crate) note: Option<Note>,
}

#[derive(Serialize)]
pub(crate) struct Note {
    pub(crate) note: Option<String>,
}

#[derive(Serialize)]
pub(crate) struct Report {
    pub(crate) pages: u32,
    #[serde(flatten)]
    pub(crate) pdf: Document,
    pub(crate) data: Document,
}

#[derive(Serialize)]
pub(crate) struct Document {
    pub(crate) bytes: u64,
    pub(crate) sha256: String,
}

#[derive(Serialize)]
pub(crate) struct Due {
    pub(crate) due: Vec<DuePerson>,
}

#[derive(Serialize)]
pub(crate) struct DuePerson {
    #[serde(flatten)]
    pub(crate) row: DueRow,
    pub(crate) rule: String,
}

#[derive(Serialize)]
pub(crate) struct Erased {
    pub(crate) erased: u32,
    pub(crate) partly: u32,
    pub(crate) kept: Vec<Stay>,
    /// The number of the erasure.
    pub(crate) proof: String,
    pub(crate) strangers: u32,
    /// The code of what kept the cleaning from being finished.
    pub(crate) problem: Option<String>,
}

/// What was brought in, or would be.
#[derive(Serialize)]
pub(crate) struct Import {
    /// To undo it by; `null` when it was only tried.
    pub(crate) import_id: Option<ImportId>,
    pub(crate) new: usize,
    pub(crate) updated: usize,
    pub(crate) same: usize,
    pub(crate) asked: usize,
    pub(crate) skipped: usize,
    pub(crate) problems: Vec<ImportProblem>,
    /// Row by row, if that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rows: Option<Vec<ImportRowOutcome>>,
}
