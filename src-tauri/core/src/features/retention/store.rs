//! The table of decisions to keep somebody longer.
use crate::error::Result;
use crate::kernel::id::PersonId;
use crate::kernel::session::{ReadTx, WriteTx};
use crate::kernel::time::{Date, Timestamp};
use rusqlite::params;

/// A stored decision to keep somebody longer.
pub(super) struct KeepLonger {
    pub(super) until: Date,
    pub(super) reason: String,
    pub(super) changed_at: Timestamp,
}

pub(super) fn find(tx: &ReadTx<'_>, person: PersonId) -> Result<Option<KeepLonger>> {
    let sql = "SELECT until, reason, changed_at FROM keep_longer WHERE person = ?1";
    tx.row(sql, [person], |r| Ok(KeepLonger { until: r.get(0)?, reason: r.get(1)?, changed_at: r.get(2)? }))
}

pub(super) fn all(tx: &ReadTx<'_>) -> Result<Vec<(PersonId, Date)>> {
    tx.rows("SELECT person, until FROM keep_longer", [], |r| Ok((r.get(0)?, r.get(1)?)))
}

pub(super) fn put(tx: &WriteTx<'_>, person: PersonId, until: Date, reason: &str) -> Result<()> {
    tx.execute(
        "INSERT INTO keep_longer (person, until, reason, decided_by, changed_at, replica) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (person) DO UPDATE SET until = ?2, reason = ?3, decided_by = ?4, changed_at = ?5, replica = ?6",
        params![person, until, reason, tx.user(), tx.now(), tx.replica()],
    )?;
    Ok(())
}

pub(super) fn delete(tx: &WriteTx<'_>, person: PersonId) -> Result<usize> {
    tx.execute("DELETE FROM keep_longer WHERE person = ?1", [person])
}
