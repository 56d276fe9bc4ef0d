//! Other roles for a user.
use crate::error::Result;
use crate::features::vault;
use crate::kernel::id::UserId;
use crate::kernel::secret::Secret;
use crate::kernel::session::{Done, Session};
use crate::ops::Role;
use serde::Deserialize;

/// Other roles.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeUser {
    /// Whose.
    pub user: UserId,
    /// What he does in the association from now on.
    pub roles: Vec<Role>,
    /// May he run the vault?
    #[serde(default)]
    pub admin: bool,
    /// The groups of the recovery sheet, when a role needs a key that is not at hand.
    #[serde(default)]
    #[ts(optional, type = "Array<string>")]
    pub recovery: Option<Vec<Secret<String>>>,
}

/// Changes a user's roles. Counts from his next unlock.
///
/// # Errors
/// `permission.denied`, `user.missing`, `user.last_admin`, `vault.key_missing`.
pub fn change(s: &mut Session, req: ChangeUser) -> Result<Done<()>> {
    vault::change_member(s, req.user, &req.roles, req.admin, &req.recovery)
}
