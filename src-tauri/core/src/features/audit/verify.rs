//! Is the trail as it was written?
use crate::error::Result;
use crate::kernel::session::{ReadTx, Session};
use crate::kernel::trail::Fault;
use crate::ops::Permission;
use serde::Serialize;

/// What the check of the chain found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "TrailVerdict")]
pub struct Verdict {
    /// Does every row follow from the one before, and was it signed by whom it names?
    pub ok: bool,
    /// Rows looked at.
    #[ts(type = "number")]
    pub rows: i64,
    /// The first row that is not as it was written.
    #[ts(type = "number | null")]
    pub first_broken: Option<i64>,
    /// What is wrong with it.
    pub fault: Option<Fault>,
}

/// Recomputes the hash chain.
///
/// # Errors
/// `permission.denied`, or when the database fails.
pub fn verify(s: &Session) -> Result<Verdict> {
    s.read(Permission::TrailSee, verdict)
}

/// The verdict within a transaction.
///
/// # Errors
/// When the database fails.
pub(crate) fn verdict(tx: &ReadTx<'_>) -> Result<Verdict> {
    let v = tx.verify_trail(0)?;
    Ok(Verdict {
        ok: v.first.is_none(),
        rows: v.rows,
        first_broken: v.first.map(|(n, _)| n),
        fault: v.first.map(|(_, f)| f),
    })
}
