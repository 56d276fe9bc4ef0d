//! The tables of erasures: their records, the ledger of random ids, and counters without names.
use super::sheet::{Sheet, Stored};
use crate::error::{Code, OrError, Result};
use crate::features::people::{Relation, RelationKind};
use crate::kernel::id::ErasureId;
use crate::kernel::person_data::Gone;
use crate::kernel::session::{ReadTx, WriteTx};
use rusqlite::{Row, params};
use sha2::{Digest, Sha256};

fn from_row(r: &Row<'_>) -> rusqlite::Result<(Stored, String)> {
    let stored = Stored {
        id: r.get("id")?,
        number: r.get("number")?,
        done_at: r.get("done_at")?,
        done_by: r.get("done_by")?,
        pending: r.get::<_, String>("state")? == "pending",
        sheet: Sheet::default(),
        ledger_hash: r.get("ledger_hash")?,
    };
    Ok((stored, r.get("sheet")?))
}

fn with_sheet((stored, sheet): (Stored, String)) -> Result<Stored> {
    Ok(Stored { sheet: serde_json::from_str(&sheet).or_broken()?, ..stored })
}

const COLUMNS: &str = "id, number, done_at, done_by, state, sheet, ledger_hash";

/// Every erasure, newest first.
pub(super) fn list(tx: &ReadTx<'_>) -> Result<Vec<Stored>> {
    let rows = tx.rows(&format!("SELECT {COLUMNS} FROM erasure ORDER BY done_at DESC, number DESC"), [], from_row)?;
    rows.into_iter().map(with_sheet).collect()
}

pub(super) fn get(tx: &ReadTx<'_>, id: ErasureId) -> Result<Stored> {
    let row = tx.row(&format!("SELECT {COLUMNS} FROM erasure WHERE id = ?1"), [id], from_row)?;
    with_sheet(row.or_refuse(Code::ErasureMissing)?)
}

/// The next number of a year: `2026-0003`.
pub(super) fn next_number(tx: &ReadTx<'_>, year: i32) -> Result<String> {
    let last: Option<String> =
        tx.one("SELECT max(number) FROM erasure WHERE number LIKE ?1", [format!("{year}-%")], |r| r.get(0))?;
    let last: u32 = last.and_then(|n| n.rsplit('-').next()?.parse().ok()).unwrap_or(0);
    Ok(format!("{year}-{:04}", last + 1))
}

pub(super) fn records(tx: &ReadTx<'_>, id: ErasureId) -> Result<u32> {
    tx.one("SELECT count(*) FROM erasure_record WHERE erasure = ?1", [id], |r| r.get(0))
}

/// Stores an erasure as pending, with its ledger and the hash over that: table, id and scope of each entry, in order.
pub(super) fn insert(tx: &WriteTx<'_>, id: ErasureId, number: &str, sheet: &Sheet, ledger: &[Gone]) -> Result<()> {
    let mut hash = Sha256::new();
    for gone in ledger {
        hash.update(format!("{} {} {}\n", gone.table, gone.id, gone.scope));
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
    for gone in ledger {
        tx.execute(
            "INSERT INTO erasure_record (erasure, record, of_table, scope, kept_until) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![id, gone.id.as_bytes().to_vec(), gone.table, gone.scope, gone.kept_until],
        )?;
    }
    Ok(())
}

/// Stores the result of cleaning and checking. An erasure with findings stays pending.
pub(super) fn settle(tx: &WriteTx<'_>, erasure: &Stored) -> Result<()> {
    let (sheet, state) =
        (serde_json::to_string(&erasure.sheet).or_broken()?, if erasure.pending { "pending" } else { "done" });
    tx.execute("UPDATE erasure SET state = ?3, sheet = ?2 WHERE id = ?1", params![erasure.id, sheet, state])?;
    Ok(())
}

/// How many erased people joined and left in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) kind: RelationKind,
    pub(crate) year: i32,
    /// Relations that began in this year.
    pub(crate) joined: u32,
    /// Relations that ended in this year.
    pub(crate) gone: u32,
}

pub(crate) fn tallies(tx: &ReadTx<'_>) -> Result<Vec<Tally>> {
    tx.rows("SELECT kind, year, joined, gone FROM tally ORDER BY kind, year", [], |r| {
        Ok(Tally { kind: r.get(0)?, year: r.get(1)?, joined: r.get(2)?, gone: r.get(3)? })
    })
}

/// Counts an erased relation in the years in which it began and ended.
pub(super) fn count_on(tx: &WriteTx<'_>, relation: &Relation) -> Result<()> {
    let years = [(relation.started_on, 1, 0), (relation.ended_on, 0, 1)];
    for (year, joined, gone) in years.into_iter().filter_map(|(day, j, g)| Some((day?.year(), j, g))) {
        tx.execute(
            "INSERT INTO tally (kind, year, joined, gone) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (kind, year) DO UPDATE SET joined = joined + ?3, gone = gone + ?4",
            params![relation.kind, year, joined, gone],
        )?;
    }
    Ok(())
}
