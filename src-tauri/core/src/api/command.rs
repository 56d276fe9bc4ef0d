//! What a row of the table consists of, and what a command answers.
use crate::kernel::nothing::Nothing;
use crate::ops::{Permission, Topic};
use serde::Serialize;
use serde_json::Value;

/// What a command answers, and what it made stale.
#[derive(Debug, Clone)]
pub struct Answer<T> {
    /// Of the type that the command's row of the table names.
    pub value: T,
    /// What every open query on these topics must reload.
    pub touches: &'static [Topic],
}

/// A step answers the type that its row of the table names: the page is told that one. A step without an answer has `Nothing`.
pub(super) trait Answers<T> {
    fn answer(self, touches: &'static [Topic]) -> Answer<T>;
}

impl<T> Answers<T> for T {
    fn answer(self, touches: &'static [Topic]) -> Answer<T> {
        Answer { value: self, touches }
    }
}

impl Answers<Nothing> for () {
    fn answer(self, touches: &'static [Topic]) -> Answer<Nothing> {
        Answer { value: Nothing {}, touches }
    }
}

/// What a command answers, as JSON.
#[derive(Debug, Clone, Serialize)]
pub struct Reply {
    /// The answer; `{}` for a command that answers nothing.
    pub value: Value,
    /// What every open query on these topics must reload.
    pub touches: &'static [Topic],
}

/// What kind of command it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Looks at the application, with or without an open vault.
    Look,
    /// Changes the application: unlock, lock.
    Act,
    /// Reads the open vault.
    Read,
    /// Reads what must not be looked at unseen, and leaves a row that says who looked.
    View,
    /// Writes the open vault, or leaves a trace in it.
    Write,
}

/// One line of the table.
#[derive(Debug, Clone, Serialize)]
pub struct Command {
    /// Its name: `people_list`.
    pub name: &'static str,
    /// Whether it looks, acts, reads, views or writes.
    pub kind: Kind,
    /// The request's type, as TypeScript names it.
    pub request: String,
    /// The answer's type, as TypeScript names it.
    pub answer: String,
    /// Who may; `null` where no vault need be open.
    pub permission: Option<Permission>,
    /// What a read is made of; what a write makes stale.
    pub topics: Vec<Topic>,
}
