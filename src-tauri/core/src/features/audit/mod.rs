//! The trail for people to read: who did what, when and about whom; and whether a row was changed outside the program.
mod list;
mod verify;

pub use list::{About, Line, ListRequest};
pub use verify::{Verdict, verify};

pub(crate) use list::{LIMIT, lines, newest};
pub(crate) use verify::verdict;
