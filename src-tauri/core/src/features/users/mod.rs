//! Users: who may open the vault, with which roles. The keys are the vault's; here is what a person does with them.
mod add;
mod change;
mod list;
mod remove;

pub use add::{NewUser, add};
pub use change::{ChangeUser, change};
pub use list::{UserRow, list};
pub use remove::{RemoveUser, remove};
