//! One row per setting, its value as JSON text.
use crate::error::{OrError, Result};
use crate::kernel::session::{ReadTx, WriteTx};
use serde::Serialize;

pub(super) fn find(tx: &ReadTx<'_>, key: &str) -> Result<Option<String>> {
    tx.row("SELECT value FROM setting WHERE key = ?1", [key], |r| r.get(0))
}

pub(super) fn delete(tx: &WriteTx<'_>, key: &str) -> Result<()> {
    tx.execute("DELETE FROM setting WHERE key = ?1", [key])?;
    Ok(())
}

/// Writes one setting, also for features that keep one here.
pub(crate) fn put(tx: &WriteTx<'_>, key: &str, value: &impl Serialize) -> Result<()> {
    let value = serde_json::to_string(value).or_broken()?;
    tx.execute(
        "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
        [key, &value],
    )?;
    Ok(())
}
