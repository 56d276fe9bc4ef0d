//! All users of the vault.
use crate::error::Result;
use crate::features::vault;
use crate::kernel::id::UserId;
use crate::kernel::session::Session;
use crate::kernel::time::Timestamp;
use crate::ops::Role;
use serde::Serialize;

/// A user of the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct UserRow {
    /// The user's id.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// Their roles in the association; none only for an administrator.
    pub roles: Vec<Role>,
    /// Are they an administrator?
    pub admin: bool,
    /// When they last unlocked the vault; `null` if they never did.
    pub unlocked_at: Option<Timestamp>,
    /// Is it the current user?
    pub is_me: bool,
}

/// All users of the vault, by name.
///
/// # Errors
/// `permission.denied`, `vault.header_damaged`.
pub fn list(s: &Session) -> Result<Vec<UserRow>> {
    let row = |m: vault::Member| UserRow {
        is_me: s.user() == m.id,
        id: m.id,
        name: m.name,
        roles: m.roles,
        admin: m.admin,
        unlocked_at: m.unlocked_at,
    };
    Ok(vault::members(s)?.into_iter().map(row).collect())
}

/// The names of the administrators: whom a user asks for access.
///
/// # Errors
/// `vault.header_damaged`.
pub fn administrators(s: &Session) -> Result<Vec<String>> {
    vault::administrators(s)
}
