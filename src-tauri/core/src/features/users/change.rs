//! Other roles for a user.
use crate::error::Result;
use crate::features::vault;
use crate::kernel::id::UserId;
use crate::kernel::secret::{Passphrase, Secret};
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
    /// The passphrase of who changes them, once more.
    #[ts(type = "string")]
    pub own_passphrase: Passphrase,
    /// The groups of the recovery sheet, when a role needs a key that is not at hand.
    #[serde(default)]
    #[ts(optional, type = "Array<string>")]
    pub recovery: Option<Vec<Secret<String>>>,
}

/// Changes a user's roles. Their own session follows at once; another's is closed by the lock on the folder anyway.
///
/// # Errors
/// `permission.denied`, `user.missing`, `user.last_admin`, `vault.key_missing`.
pub fn change(s: &mut Session, req: ChangeUser) -> Result<Done<()>> {
    let duties = vault::Duties { roles: &req.roles, admin: req.admin };
    vault::change_member(s, req.user, &duties, &req.own_passphrase, &req.recovery)
}
