//! The user accounts in `data.db`. The audit log names its users by these rows long after they have left.
use super::keyring::roster::{Belongs, Roster};
use crate::error::Result;
use crate::kernel::id::UserId;
use crate::kernel::session::{ReadTx, Session, Subject, WriteTx};
use crate::kernel::time::Timestamp;
use crate::ops::{Op, Permission, Role};
use rusqlite::params;

#[derive(Debug, Clone)]
pub(crate) struct Account {
    pub(crate) id: UserId,
    pub(crate) name: String,
    /// When they last unlocked the vault.
    pub(crate) unlocked_at: Option<Timestamp>,
    pub(crate) removed: bool,
    /// Their roles, as JSON.
    pub(crate) roles: String,
    pub(crate) admin: bool,
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

/// Corrects the accounts that differ from the signed roster: another program wrote to the data. Returns how many
/// differed.
///
/// # Errors
/// As `Session::write`.
pub(super) fn settle(s: &mut Session, roster: &Roster) -> Result<usize> {
    let known = s.read(Permission::Own, list)?;
    let strangers: Vec<_> = known.iter().filter(|a| !a.removed && roster.user(a.id).is_err()).map(|a| a.id).collect();
    let fits = |u: &Belongs| {
        known.iter().any(|a| a.id == u.id && !a.removed && a.roles == roles_text(&u.roles) && a.admin == u.admin)
    };
    let others: Vec<_> = roster.users.iter().filter(|u| !fits(u)).collect();
    let count = strangers.len() + others.len();
    if count == 0 {
        return Ok(0);
    }
    s.write(Op::UserSettle, |tx| {
        for id in &strangers {
            note_removal(tx, *id)?;
        }
        for user in &others {
            if known.iter().any(|a| a.id == user.id) {
                tx.execute("UPDATE user_account SET removed_at = NULL WHERE id = ?1", [user.id])?;
                update(tx, user.id, &user.roles, user.admin)?;
            } else {
                // The name is lost; the id takes its place.
                insert(tx, user.id, &user.id.to_string(), &user.roles, user.admin)?;
            }
        }
        Ok(tx.changed(Subject::NONE, ()).counted(count))
    })?;
    Ok(count)
}

pub(crate) fn list(tx: &ReadTx<'_>) -> Result<Vec<Account>> {
    tx.rows(
        "SELECT id, name, unlocked_at, removed_at IS NOT NULL, roles, admin FROM user_account ORDER BY name",
        [],
        |r| {
            Ok(Account {
                id: r.get(0)?,
                name: r.get(1)?,
                unlocked_at: r.get(2)?,
                removed: r.get(3)?,
                roles: r.get(4)?,
                admin: r.get(5)?,
            })
        },
    )
}
