//! Today: what must happen now, most urgent first, and three small charts about the association.
mod item;
mod members;
mod overview;

pub use item::{Item, Named};
pub use members::{Birthday, MemberYear, Members};
pub use overview::{Overview, overview};
