//! Changing a user's roles.
use crate::error::Result;
use crate::features::vault;
use crate::kernel::id::UserId;
use crate::kernel::secret::{Passphrase, Secret};
use crate::kernel::session::{Done, Session};
use crate::ops::Role;
use serde::Deserialize;

/// A user's new roles.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeUser {
    /// The user to change, who may be the current one.
    pub user: UserId,
    /// Their roles in the association from now on; none only for an administrator.
    pub roles: Vec<Role>,
    /// Are they an administrator from now on? There must always be one.
    #[serde(default)]
    pub admin: bool,
    /// The passphrase of the administrator who changes them, once more.
    #[ts(type = "string")]
    pub own_passphrase: Passphrase,
    /// The groups of the recovery sheet, when a role needs a key that is not available.
    #[serde(default)]
    #[ts(optional, type = "Array<string>")]
    pub recovery: Option<Vec<Secret<String>>>,
}

/// Changes a user's roles. Administrators who change their own see it at once; nobody else can be writing now, as the
/// folder is locked.
///
/// # Errors
/// `permission.denied`, `input.invalid`, `user.missing`, `user.last_admin`, `user.last_key`, `vault.wrong_passphrase`,
/// `vault.key_missing`.
pub fn change(s: &mut Session, req: ChangeUser) -> Result<Done<()>> {
    let duties = vault::Duties { roles: &req.roles, admin: req.admin };
    vault::change_member(s, req.user, &duties, &req.own_passphrase, &req.recovery)
}
