//! The last time that nobody doubted: while the date of a computer cannot be right, what is written with it says nothing of time.
use super::store;
use crate::error::Result;
use crate::kernel::session::{ReadTx, WriteTx};
use crate::kernel::time::Timestamp;

const KEY: &str = "undoubted_until";

/// The time of the last row before the date was doubted; `None` while it is not.
pub(crate) fn undoubted_until(tx: &ReadTx<'_>) -> Result<Option<Timestamp>> {
    Ok(store::find(tx, KEY)?.and_then(|json| serde_json::from_str(&json).ok()).map(Timestamp))
}

/// Keeps that time while the date is doubted, and forgets it when it is not any more.
pub(crate) fn keep_undoubted(tx: &WriteTx<'_>, until: Option<Timestamp>) -> Result<()> {
    match until {
        Some(until) => store::put(tx, KEY, &until.0),
        None => store::delete(tx, KEY),
    }
}
