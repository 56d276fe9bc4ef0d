//! Removing a user's access.
use crate::error::Result;
use crate::features::vault;
use crate::kernel::id::UserId;
use crate::kernel::session::{Done, Session};
use serde::Deserialize;

/// A user to be removed.
#[derive(Debug, Clone, Copy, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveUser {
    /// Whose access to remove; not the current user.
    pub user: UserId,
}

/// Removes a user's slots and renews the keys they held. What they knew they still know: an old copy of the vault opens
/// with their old passphrase.
///
/// # Errors
/// `permission.denied`, `user.not_self`, `user.missing`, `user.last_admin`, `user.last_key`, `disk.full`.
pub fn remove(s: &mut Session, req: RemoveUser) -> Result<Done<()>> {
    vault::remove_member(s, req.user)
}
