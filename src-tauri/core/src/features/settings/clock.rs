//! The last undoubted time: while the computer's date cannot be right, rows written with it say nothing about time.
use super::store;
use crate::error::Result;
use crate::kernel::session::{ReadTx, WriteTx};
use crate::kernel::time::Timestamp;

const KEY: &str = "undoubted_until";

/// The time of the last row before the date was doubted; `None` while it is not.
pub(crate) fn undoubted_until(tx: &ReadTx<'_>) -> Result<Option<Timestamp>> {
    Ok(store::find(tx, KEY)?.and_then(|json| serde_json::from_str(&json).ok()).map(Timestamp))
}

/// Stores that time while the date is doubted, and removes it afterwards.
pub(crate) fn keep_undoubted(tx: &WriteTx<'_>, until: Option<Timestamp>) -> Result<()> {
    match until {
        Some(until) => store::put(tx, KEY, &until.0),
        None => store::delete(tx, KEY),
    }
}
