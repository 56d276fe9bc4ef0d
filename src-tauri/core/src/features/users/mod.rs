//! Users: who may open the vault, with which roles. `vault` handles the keys; this feature is what administrators do
//! with users.
mod add;
mod change;
mod list;
mod remove;

pub use add::{NewUser, add};
pub use change::{ChangeUser, change};
pub use list::{UserRow, administrators, list};
pub use remove::{RemoveUser, remove};
