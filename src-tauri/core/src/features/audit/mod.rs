//! The trail as a person reads it: who did what, when, about whom; and whether a row was changed behind our back.
mod list;
mod verify;

pub use list::{About, Line, ListRequest};
pub use verify::{Verdict, verify};

pub(crate) use list::{LIMIT, lines};
pub(crate) use verify::verdict;
