//! How a verb ends: with an answer, with a refusal, or asked in a way that cannot be.
use crate::usage::Wrong;
use ledenkluis_core::error::{Code, Error, OrError, Result};
use serde_json::Value;

/// What a verb answers.
pub(crate) struct Answer {
    /// The one JSON document.
    pub(crate) value: Value,
    /// What is wrong all the same: printed too, and the exit code is that of a refusal.
    pub(crate) fault: Option<Error>,
}

/// Why there is no answer.
pub(crate) enum Stop {
    /// The core refused, or something failed.
    Refused(Error),
    /// It was asked in a way that cannot be.
    Usage(Wrong),
}

impl From<Value> for Answer {
    fn from(value: Value) -> Self {
        Answer { value, fault: None }
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Stop::Refused(error)
    }
}

/// The error of a code that stands in an answer.
pub(crate) fn known(code: &Value) -> Result<Error> {
    let code = Code::ALL.iter().find(|c| code == c.as_str()).or_broken()?;
    Ok(Error::new(*code))
}
