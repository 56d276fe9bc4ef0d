//! How a verb ends: with an answer, with a refusal, or asked in a way that cannot be.
use crate::found::{Demo, Due, Erased, Everything, Import, People, Person, Report, UserAdded, Verdict};
use crate::usage::Wrong;
use ledenkluis_core::api::Command;
use ledenkluis_core::api::types::{ImportUndone, Inspection, PeopleDouble, VaultMade};
use ledenkluis_core::error::{Code, Error, OrError, Result};
use serde::Serialize;
use serde_json::Value;

pub(crate) struct Answer {
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
    Doubles(Vec<PeopleDouble>),
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
