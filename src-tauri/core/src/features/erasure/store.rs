//! The tables of erasures: the proof, the ledger of random ids, and the counters without names.
use super::{Sheet, Stored};
use crate::error::{Code, OrError, Result};
use crate::features::people::Relation;
use crate::kernel::id::ErasureId;
use crate::kernel::session::{ReadTx, WriteTx};
use rusqlite::{Row, params};
use sha2::{Digest, Sha256};
use uuid::Uuid;

fn from_row(r: &Row<'_>) -> rusqlite::Result<(Stored, String)> {
    let stored = Stored {
        id: r.get("id")?,
        number: r.get("number")?,
        done_at: r.get("done_at")?,
        done_by: r.get("done_by")?,
        pending: r.get::<_, String>("state")? == "pending",
        sheet: Sheet::default(),
    };
    Ok((stored, r.get("sheet")?))
}

fn with_sheet((stored, sheet): (Stored, String)) -> Result<Stored> {
    Ok(Stored { sheet: serde_json::from_str(&sheet).or_broken()?, ..stored })
}

const COLUMNS: &str = "id, number, done_at, done_by, state, sheet";

/// Every erasure, newest first.
pub(super) fn list(tx: &ReadTx<'_>) -> Result<Vec<Stored>> {
    let rows = tx.rows(&format!("SELECT {COLUMNS} FROM erasure ORDER BY done_at DESC, number DESC"), [], from_row)?;
    rows.into_iter().map(with_sheet).collect()
}

pub(super) fn get(tx: &ReadTx<'_>, id: ErasureId) -> Result<Stored> {
    let row = tx.row(&format!("SELECT {COLUMNS} FROM erasure WHERE id = ?1"), [id], from_row)?;
    with_sheet(row.or_missing(Code::ErasureMissing)?)
}

/// The next number of a year: `2026-0003`.
pub(super) fn next_number(tx: &ReadTx<'_>, year: i32) -> Result<String> {
    let last: Option<String> =
        tx.one("SELECT max(number) FROM erasure WHERE number LIKE ?1", [format!("{year}-%")], |r| r.get(0))?;
    let last: u32 = last.and_then(|n| n.rsplit('-').next()?.parse().ok()).unwrap_or(0);
    Ok(format!("{year}-{:04}", last + 1))
}

/// Notes an erasure as pending, with its ledger.
pub(super) fn insert(tx: &WriteTx<'_>, id: ErasureId, number: &str, sheet: &Sheet, ledger: &[Uuid]) -> Result<()> {
    let mut hash = Sha256::new();
    for record in ledger {
        hash.update(record.as_bytes());
    }
    tx.execute(
        "INSERT INTO erasure (id, number, done_at, done_by, state, sheet, ledger_hash, replica)
         VALUES (?1, ?2, ?3, ?4, 'pending', ?5, ?6, ?7)",
        params![
            id,
            number,
            tx.now(),
            tx.user(),
            serde_json::to_string(sheet).or_broken()?,
            hash.finalize().to_vec(),
            tx.replica()
        ],
    )?;
    for record in ledger {
        tx.execute(
            "INSERT INTO erasure_record (erasure, record) VALUES (?1, ?2) ON CONFLICT (erasure, record) DO NOTHING",
            params![id, record.as_bytes().to_vec()],
        )?;
    }
    Ok(())
}

/// The file was cleaned and checked.
pub(super) fn settle(tx: &WriteTx<'_>, id: ErasureId, sheet: &Sheet) -> Result<()> {
    let sheet = serde_json::to_string(sheet).or_broken()?;
    tx.execute("UPDATE erasure SET state = 'done', sheet = ?2 WHERE id = ?1", params![id, sheet])?;
    Ok(())
}

/// How many came and went in a year, of people who are no longer there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tally {
    /// `member`, `donor`, `volunteer` or `contact`.
    pub(crate) kind: String,
    /// The year.
    pub(crate) year: i32,
    /// Relations that began.
    pub(crate) joined: u32,
    /// Relations that ended.
    pub(crate) gone: u32,
}

/// The counters without names.
///
/// # Errors
/// When the database fails.
pub(crate) fn tallies(tx: &ReadTx<'_>) -> Result<Vec<Tally>> {
    tx.rows("SELECT kind, year, joined, gone FROM tally ORDER BY kind, year", [], |r| {
        Ok(Tally { kind: r.get(0)?, year: r.get(1)?, joined: r.get(2)?, gone: r.get(3)? })
    })
}

/// Counts a relation on in the years that it began and ended.
pub(super) fn count_on(tx: &WriteTx<'_>, relation: &Relation) -> Result<()> {
    let years = [(relation.started_on, 1, 0), (relation.ended_on, 0, 1)];
    for (year, joined, gone) in years.into_iter().filter_map(|(day, j, g)| Some((day?.year(), j, g))) {
        tx.execute(
            "INSERT INTO tally (kind, year, joined, gone) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (kind, year) DO UPDATE SET joined = joined + ?3, gone = gone + ?4",
            params![relation.kind.as_str(), year, joined, gone],
        )?;
    }
    Ok(())
}
