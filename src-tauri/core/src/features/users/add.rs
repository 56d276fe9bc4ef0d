//! A further user.
use crate::error::Result;
use crate::features::vault::{self, KdfRequest};
use crate::kernel::id::UserId;
use crate::kernel::secret::{Passphrase, Secret};
use crate::kernel::session::{Done, Session};
use crate::ops::Role;
use serde::Deserialize;

/// A further user.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct NewUser {
    /// The name.
    pub name: String,
    /// What he does in the association.
    pub roles: Vec<Role>,
    /// May he run the vault?
    #[serde(default)]
    pub admin: bool,
    /// His first passphrase.
    #[ts(type = "string")]
    pub passphrase: Passphrase,
    /// The passphrase of who adds them, once more.
    #[ts(type = "string")]
    pub own_passphrase: Passphrase,
    /// The groups of the recovery sheet, when a role needs a key that the adder does not hold.
    #[serde(default)]
    #[ts(optional, type = "Array<string>")]
    pub recovery: Option<Vec<Secret<String>>>,
    /// What a guess shall cost; as the other slots if not said.
    #[serde(default)]
    #[ts(optional)]
    pub kdf: Option<KdfRequest>,
}

/// Adds a user.
///
/// # Errors
/// `permission.denied`, `input.invalid`, `vault.key_missing` when a role needs a key that is not at hand.
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
