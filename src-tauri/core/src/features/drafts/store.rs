//! The table of drafts: one function per statement.
use crate::error::Result;
use crate::kernel::id::{DraftId, PersonId, UserId};
use crate::kernel::sealed::Compartment;
use crate::kernel::session::{ReadTx, WriteTx};
use crate::kernel::time::Timestamp;
use rusqlite::{Row, params};

/// A row, its content still sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sealed {
    pub(super) id: DraftId,
    pub(super) place: String,
    pub(super) person: Option<PersonId>,
    pub(super) compartment: Compartment,
    pub(super) at: Timestamp,
    pub(super) content: Vec<u8>,
}

const COLUMNS: &str = "id, place, person, compartment, at, sealed";

fn from_row(r: &Row<'_>) -> rusqlite::Result<Sealed> {
    Ok(Sealed {
        id: r.get(0)?,
        place: r.get(1)?,
        person: r.get(2)?,
        compartment: r.get(3)?,
        at: r.get(4)?,
        content: r.get(5)?,
    })
}

pub(super) fn of_user(tx: &ReadTx<'_>, user: UserId, since: Timestamp) -> Result<Vec<Sealed>> {
    let sql = format!("SELECT {COLUMNS} FROM draft WHERE user = ?1 AND at > ?2 ORDER BY at DESC, id");
    tx.rows(&sql, params![user, since], from_row)
}

pub(super) fn about(tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<Sealed>> {
    tx.rows(&format!("SELECT {COLUMNS} FROM draft WHERE person = ?1 ORDER BY at, id"), [person], from_row)
}

pub(super) fn count_of(tx: &ReadTx<'_>, user: UserId) -> Result<i64> {
    tx.one("SELECT count(*) FROM draft WHERE user = ?1", [user], |r| r.get(0))
}

pub(super) fn count_until(tx: &ReadTx<'_>, until: Timestamp) -> Result<i64> {
    tx.one("SELECT count(*) FROM draft WHERE at <= ?1", [until], |r| r.get(0))
}

pub(super) fn put(tx: &WriteTx<'_>, user: UserId, draft: &Sealed) -> Result<()> {
    tx.execute(
        "INSERT INTO draft (id, user, place, person, compartment, at, sealed, replica) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            draft.id,
            user,
            draft.place,
            draft.person,
            draft.compartment,
            draft.at,
            draft.content,
            tx.replica()
        ],
    )?;
    Ok(())
}

pub(super) fn delete(tx: &WriteTx<'_>, user: UserId, place: &str) -> Result<usize> {
    tx.execute("DELETE FROM draft WHERE user = ?1 AND place = ?2", params![user, place])
}

pub(super) fn delete_until(tx: &WriteTx<'_>, until: Timestamp) -> Result<usize> {
    tx.execute("DELETE FROM draft WHERE at <= ?1", [until])
}

pub(super) fn delete_all(tx: &WriteTx<'_>) -> Result<usize> {
    tx.execute("DELETE FROM draft WHERE true", [])
}
