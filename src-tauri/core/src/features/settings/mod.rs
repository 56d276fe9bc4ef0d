//! The settings of the association, and each user's own display settings. Every setting has a default.
mod clock;
mod door;
mod get;
mod look;
mod read;
mod set;
mod store;

pub use door::DoorLook;
pub use get::get;
pub use look::{Look, look};
pub use read::{AssociationKind, Settings, Theme};
pub use set::{Change, set};

pub(crate) use clock::{keep_undoubted, undoubted_until};
pub(crate) use door::{door_look, keep_door_look};
pub(crate) use read::read as read_all;
pub(crate) use store::put;
