//! The users as `data.db` knows them: for the trail, which names a user long after he left.
use super::header::User;
use crate::error::Result;
use crate::kernel::id::UserId;
use crate::kernel::session::{ReadTx, WriteTx};
use crate::kernel::time::Timestamp;
use crate::ops::Role;
use rusqlite::params;

/// One account.
#[derive(Debug, Clone)]
pub(crate) struct Account {
    /// Who.
    pub(crate) id: UserId,
    /// The name.
    pub(crate) name: String,
    /// Last unlocked.
    pub(crate) unlocked_at: Option<Timestamp>,
    /// Has he left?
    pub(crate) removed: bool,
}

fn roles_text(roles: &[Role]) -> String {
    serde_json::to_string(roles).unwrap_or_default()
}

pub(crate) fn insert(tx: &WriteTx<'_>, id: UserId, name: &str, roles: &[Role], admin: bool) -> Result<()> {
    tx.execute(
        "INSERT INTO user_account (id, name, roles, admin, created_at, changed_at, replica) VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6)",
        params![id, name, roles_text(roles), admin, tx.now(), tx.replica()],
    )?;
    Ok(())
}

pub(crate) fn update(tx: &WriteTx<'_>, id: UserId, roles: &[Role], admin: bool) -> Result<()> {
    tx.execute(
        "UPDATE user_account SET roles = ?2, admin = ?3, changed_at = ?4, replica = ?5 WHERE id = ?1",
        params![id, roles_text(roles), admin, tx.now(), tx.replica()],
    )?;
    Ok(())
}

pub(crate) fn note_unlock(tx: &WriteTx<'_>, id: UserId) -> Result<()> {
    tx.execute("UPDATE user_account SET unlocked_at = ?2 WHERE id = ?1", params![id, tx.now()])?;
    Ok(())
}

pub(crate) fn note_removal(tx: &WriteTx<'_>, id: UserId) -> Result<()> {
    tx.execute(
        "UPDATE user_account SET removed_at = ?2, changed_at = ?2, replica = ?3 WHERE id = ?1",
        params![id, tx.now(), tx.replica()],
    )?;
    Ok(())
}

/// Makes the accounts follow the header, which says who may open the vault: after a crash between the two.
pub(super) fn settle(tx: &WriteTx<'_>, users: &[User]) -> Result<()> {
    let known = list(tx)?;
    for account in known.iter().filter(|a| !a.removed && !users.iter().any(|u| u.id == a.id)) {
        note_removal(tx, account.id)?;
    }
    for user in users.iter().filter(|u| !known.iter().any(|a| a.id == u.id)) {
        // Where names are hidden the header holds none, and a name must be somebody's own.
        let own = Some(user.name.as_str()).filter(|name| !name.is_empty() && !known.iter().any(|a| a.name == *name));
        insert(tx, user.id, own.unwrap_or(&user.id.to_string()), &user.roles, user.admin)?;
    }
    Ok(())
}

pub(crate) fn list(tx: &ReadTx<'_>) -> Result<Vec<Account>> {
    tx.rows("SELECT id, name, unlocked_at, removed_at IS NOT NULL FROM user_account ORDER BY name", [], |r| {
        Ok(Account { id: r.get(0)?, name: r.get(1)?, unlocked_at: r.get(2)?, removed: r.get(3)? })
    })
}
