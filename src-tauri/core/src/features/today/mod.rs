//! Today: what must happen now, worst first; and three small pictures of the association.
mod item;
mod members;
mod overview;

pub use item::{Item, Named};
pub use members::{Birthday, MemberYear, Members};
pub use overview::{Overview, overview};
