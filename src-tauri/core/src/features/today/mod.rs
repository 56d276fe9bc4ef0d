//! Today: what must happen now, worst first; and three small pictures of the association.
mod members;
mod overview;

pub use members::{Birthday, MemberYear, Members};
pub use overview::{Item, Named, Overview, overview};
