//! The settings of the association and of this copy of the program: few, and each with a default.
mod clock;
mod get;
mod look;
mod set;
mod store;

pub use get::{Settings, get};
pub use look::{Look, look};
pub use set::{Change, set};

pub(crate) use clock::{keep_undoubted, undoubted_until};
pub(crate) use get::read as read_all;
pub(crate) use set::put;
