//! The rosters as `data.db` stores them: all, from the first. They reveal a header from another day, and each trail row
//! is checked against the roster of its time.
use super::keyring::roster::{RosterHash, Signed};
use crate::error::{OrError, Result};
use crate::kernel::session::{ReadTx, WriteTx};
use rusqlite::params;

/// Adds the next roster, in the transaction of the change.
pub(super) fn insert(tx: &WriteTx<'_>, number: u64, signed: &Signed) -> Result<()> {
    let signatures = serde_json::to_string(&signed.signatures).or_broken()?;
    tx.execute(
        "INSERT INTO roster (number, body, signatures) VALUES (?1, ?2, ?3)",
        params![i64::try_from(number).or_broken()?, signed.roster, signatures],
    )?;
    Ok(())
}

fn from_row(r: &rusqlite::Row<'_>) -> rusqlite::Result<Signed> {
    let signatures = serde_json::from_str(&r.get::<_, String>(1)?).unwrap_or_default();
    Ok(Signed { roster: r.get(0)?, signatures })
}

/// All rosters, oldest first.
pub(super) fn all(tx: &ReadTx<'_>) -> Result<Vec<Signed>> {
    tx.rows("SELECT body, signatures FROM roster ORDER BY number", [], from_row)
}

/// Number and hash of the newest roster.
pub(super) fn newest(tx: &ReadTx<'_>) -> Result<Option<(u64, RosterHash)>> {
    let sql = "SELECT body, signatures, number FROM roster ORDER BY number DESC LIMIT 1";
    let row = tx.row(sql, [], |r| Ok((r.get::<_, i64>(2)?, from_row(r)?)))?;
    row.map(|(number, signed)| Ok((u64::try_from(number).or_broken()?, signed.hash()))).transpose()
}
