//! Is the trail unchanged?
use crate::error::Result;
use crate::kernel::session::{ReadTx, Session};
use crate::kernel::trail::Fault;
use crate::ops::Permission;
use serde::Serialize;

/// The outcome of checking the trail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "TrailVerdict")]
pub struct Verdict {
    /// Does every row follow from the one before, and is it signed by the user it names?
    pub ok: bool,
    /// The number of the last row checked: the first faulty one, or the last of all.
    #[ts(type = "number")]
    pub rows: i64,
    /// The number of the first faulty row; `null` if every row is right.
    #[ts(type = "number | null")]
    pub first_broken: Option<i64>,
    /// What is wrong with that row.
    pub fault: Option<Fault>,
}

/// Checks the hash chain and the signatures.
///
/// # Errors
/// `permission.denied`, or when the database fails.
pub fn verify(s: &Session) -> Result<Verdict> {
    s.read(Permission::TrailSee, verdict)
}

/// The same check within a transaction.
pub(crate) fn verdict(tx: &ReadTx<'_>) -> Result<Verdict> {
    let v = tx.verify_trail(0)?;
    Ok(Verdict {
        ok: v.first.is_none(),
        rows: v.rows,
        first_broken: v.first.map(|(n, _)| n),
        fault: v.first.map(|(_, f)| f),
    })
}
