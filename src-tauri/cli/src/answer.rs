//! How a verb ends: with an answer, with a refusal, or asked in a way that cannot be.
use crate::usage::Wrong;
use ledenkluis_core::api::Command;
use ledenkluis_core::api::types::{
    DueRow, ImportId, ImportProblem, ImportUndone, Inspection, PersonExport, PersonRow, PersonView, Stay, UserId,
    VaultFinding, VaultId, VaultMade, VaultVerdict,
};
use ledenkluis_core::error::{Code, Error, OrError, Result};
use serde::Serialize;
use serde_json::Value;

/// What a verb answers.
pub(crate) struct Answer {
    /// What it found or did.
    pub(crate) found: Found,
    /// What is wrong all the same: printed too, and the exit code is that of a refusal.
    pub(crate) fault: Option<Error>,
}

/// What a verb found or did: one JSON document, or sentences.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Found {
    Vault(VaultMade),
    Demo(Demo),
    User(UserAdded),
    List(Inspection),
    Import(Import),
    Undone(ImportUndone),
    People(People),
    Everything(Everything),
    Person(Box<Person>),
    Report(Report),
    Due(Due),
    Erased(Erased),
    Verdict(Verdict),
    Commands(Vec<Command>),
    /// Of a `call`: as the core answers it.
    Called(Value),
}

/// A made-up association.
#[derive(Serialize)]
pub(crate) struct Demo {
    pub(crate) vault_id: VaultId,
    pub(crate) people: u32,
}

/// Somebody who has access now.
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

/// What was brought in, or would be.
#[derive(Serialize)]
pub(crate) struct Import {
    /// To undo it by; `null` when it was only tried.
    pub(crate) import_id: Option<ImportId>,
    pub(crate) new: usize,
    pub(crate) updated: usize,
    pub(crate) same: usize,
    pub(crate) skipped: usize,
    pub(crate) problems: Vec<ImportProblem>,
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

/// What the note says.
#[derive(Serialize)]
pub(crate) struct Note {
    pub(crate) note: Option<String>,
}

/// A report that was made.
#[derive(Serialize)]
pub(crate) struct Report {
    pub(crate) pages: u32,
    #[serde(flatten)]
    pub(crate) pdf: Document,
    pub(crate) data: Document,
}

/// A file that was written.
#[derive(Serialize)]
pub(crate) struct Document {
    pub(crate) bytes: u64,
    pub(crate) sha256: String,
}

/// Who is due.
#[derive(Serialize)]
pub(crate) struct Due {
    pub(crate) due: Vec<DuePerson>,
}

/// One who is due, with the rule.
#[derive(Serialize)]
pub(crate) struct DuePerson {
    #[serde(flatten)]
    pub(crate) row: DueRow,
    pub(crate) rule: String,
}

/// What an erasure did.
#[derive(Serialize)]
pub(crate) struct Erased {
    pub(crate) erased: u32,
    pub(crate) partly: u32,
    pub(crate) kept: Vec<Stay>,
    /// Its number.
    pub(crate) proof: String,
    pub(crate) strangers: u32,
    /// The code of what kept the cleaning from being finished.
    pub(crate) problem: Option<String>,
}

/// Why there is no answer.
pub(crate) enum Stop {
    /// The core refused, or something failed.
    Refused(Error),
    /// It was asked in a way that cannot be.
    Usage(Wrong),
}

impl From<Found> for Answer {
    fn from(found: Found) -> Self {
        Answer { found, fault: None }
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Stop::Refused(error)
    }
}

/// The error of a code that stands in an answer.
pub(crate) fn known(code: &str) -> Result<Error> {
    let code = Code::ALL.iter().find(|c| code == c.as_str()).or_broken()?;
    Ok(Error::new(*code))
}
