//! One row a setting, its value as JSON text.
use crate::error::Result;
use crate::kernel::session::{ReadTx, WriteTx};

pub(super) fn find(tx: &ReadTx<'_>, key: &str) -> Result<Option<String>> {
    tx.row("SELECT value FROM setting WHERE key = ?1", [key], |r| r.get(0))
}

pub(super) fn delete(tx: &WriteTx<'_>, key: &str) -> Result<()> {
    tx.execute("DELETE FROM setting WHERE key = ?1", [key])?;
    Ok(())
}

pub(super) fn put(tx: &WriteTx<'_>, key: &str, value: &str) -> Result<()> {
    tx.execute(
        "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
        [key, value],
    )?;
    Ok(())
}
