//! Everyone who may open the vault.
use crate::error::Result;
use crate::features::vault;
use crate::kernel::id::UserId;
use crate::kernel::session::Session;
use crate::kernel::time::Timestamp;
use crate::ops::Role;
use serde::Serialize;

/// Someone who may open the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct UserRow {
    /// Who.
    pub id: UserId,
    /// The name.
    pub name: String,
    /// What he does in the association.
    pub roles: Vec<Role>,
    /// May he run the vault?
    pub admin: bool,
    /// Last unlocked.
    pub unlocked_at: Option<Timestamp>,
    /// Is it the person at the keyboard?
    pub is_me: bool,
}

/// Everyone who may open the vault, by name.
///
/// # Errors
/// `permission.denied`, `vault.header_damaged`.
pub fn list(s: &Session) -> Result<Vec<UserRow>> {
    let row = |m: vault::Member| UserRow {
        is_me: s.user() == Some(m.id),
        id: m.id,
        name: m.name,
        roles: m.roles,
        admin: m.admin,
        unlocked_at: m.unlocked_at,
    };
    Ok(vault::members(s)?.into_iter().map(row).collect())
}
