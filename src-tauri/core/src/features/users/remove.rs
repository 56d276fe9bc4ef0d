//! Taking a user's access.
use crate::error::Result;
use crate::features::vault;
use crate::kernel::id::UserId;
use crate::kernel::session::{Done, Session};
use serde::Deserialize;

/// Whose access.
#[derive(Debug, Clone, Copy, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveUser {
    /// Who.
    pub user: UserId,
}

/// Removes a user's slots and makes new keys for the others. What he knew he keeps knowing: an old copy of the vault opens
/// with his old passphrase.
///
/// # Errors
/// `permission.denied`, `user.not_self`, `user.missing`, `user.last_admin`.
pub fn remove(s: &mut Session, req: RemoveUser) -> Result<Done<()>> {
    vault::remove_member(s, req.user)
}
