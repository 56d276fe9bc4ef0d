//! Adding a user.
use crate::error::Result;
use crate::features::vault::{self, KdfRequest};
use crate::kernel::id::UserId;
use crate::kernel::secret::{Passphrase, Secret};
use crate::kernel::session::{Done, Session};
use crate::ops::Role;
use serde::Deserialize;

/// A user to be added.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct NewUser {
    /// The name, at most 80 characters. No other user, past or present, has the same.
    pub name: String,
    /// Their roles in the association; none only for an administrator.
    pub roles: Vec<Role>,
    /// May they manage the vault and its users? That alone shows no personal data.
    #[serde(default)]
    pub admin: bool,
    /// Their first passphrase, which they must replace before they can use the vault.
    #[ts(type = "string")]
    pub passphrase: Passphrase,
    /// The passphrase of the administrator who adds them, once more.
    #[ts(type = "string")]
    pub own_passphrase: Passphrase,
    /// The groups of the recovery sheet, when a role needs a key that the administrator does not hold.
    #[serde(default)]
    #[ts(optional, type = "Array<string>")]
    pub recovery: Option<Vec<Secret<String>>>,
    /// The cost of one passphrase guess; as the other slots if not given.
    #[serde(default)]
    #[ts(optional)]
    pub kdf: Option<KdfRequest>,
}

/// Adds a user, and gives them the keys that their roles need.
///
/// # Errors
/// `permission.denied`, `input.invalid`, `vault.wrong_passphrase`, `vault.key_missing` when a role needs a key that is
/// not available.
pub fn add(s: &mut Session, req: NewUser) -> Result<Done<UserId>> {
    let new = vault::NewMember {
        name: &req.name,
        roles: &req.roles,
        admin: req.admin,
        passphrase: &req.passphrase,
        kdf: req.kdf,
    };
    vault::add_member(s, &new, &req.own_passphrase, &req.recovery)
}
