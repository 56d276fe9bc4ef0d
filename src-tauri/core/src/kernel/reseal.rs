//! The list of all sealed columns, and sealing them again when a compartment gets a new key.
use crate::error::Result;
use crate::kernel::sealed::{Compartment, CompartmentKeys};
use crate::kernel::session::{ReadTx, WriteTx};
use uuid::Uuid;

/// A column with sealed values.
#[derive(Debug, Clone, Copy)]
pub struct SealedColumn {
    /// The compartment whose key seals it.
    pub compartment: Compartment,
    /// The table, which has a column `sealed`.
    pub table: &'static str,
    /// The column that holds the row's id, which is bound into the blob.
    pub id: &'static str,
    /// If true, only the rows whose column `compartment` names this compartment count.
    pub by_row: bool,
}

/// Every table with a column `sealed`. A contract test checks this list against the schema.
pub const COLUMNS: &[SealedColumn] = &[
    SealedColumn { compartment: Compartment::Giving, table: "donation", id: "id", by_row: false },
    SealedColumn { compartment: Compartment::Confidential, table: "person_note", id: "person", by_row: false },
    SealedColumn { compartment: Compartment::Confidential, table: "import", id: "id", by_row: false },
    SealedColumn { compartment: Compartment::Main, table: "draft", id: "id", by_row: true },
    SealedColumn { compartment: Compartment::Giving, table: "draft", id: "id", by_row: true },
    SealedColumn { compartment: Compartment::Confidential, table: "draft", id: "id", by_row: true },
];

fn blobs(tx: &ReadTx<'_>, column: &SealedColumn) -> Result<Vec<(Vec<u8>, Vec<u8>)>> {
    let known = "SELECT 1 FROM pragma_table_info(?1) WHERE name = 'sealed'";
    if tx.row(known, [column.table], |_| Ok(()))?.is_none() {
        return Ok(vec![]);
    }
    let of = if column.by_row { "compartment" } else { "?1" };
    let sql = format!("SELECT {}, sealed FROM {} WHERE sealed IS NOT NULL AND {of} = ?1", column.id, column.table);
    tx.rows(&sql, [column.compartment.as_str()], |r| Ok((r.get(0)?, r.get(1)?)))
}

fn version_of(blob: &[u8]) -> Option<u32> {
    blob.first_chunk::<4>().map(|b| u32::from_be_bytes(*b))
}

/// The key version that the blobs of a compartment are sealed with, or `None` if there are no blobs.
pub(crate) fn version_in_use(tx: &ReadTx<'_>, compartment: Compartment) -> Result<Option<u32>> {
    for column in COLUMNS.iter().filter(|c| c.compartment == compartment) {
        if let Some((_, blob)) = blobs(tx, column)?.first() {
            return Ok(version_of(blob));
        }
    }
    Ok(None)
}

/// Whether all blobs of these compartments are already sealed with these keys.
pub(crate) fn is_under(tx: &ReadTx<'_>, keys: &CompartmentKeys) -> Result<bool> {
    for column in COLUMNS.iter().filter(|c| keys.holds(c.compartment)) {
        let (version, _) = keys.get(column.compartment)?;
        if blobs(tx, column)?.iter().any(|(_, blob)| version_of(blob) != Some(version)) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Seals every blob of the compartments in `new` again. Each is opened with whichever of `old` fits. Returns the number
/// of rows changed.
pub(crate) fn reseal(tx: &WriteTx<'_>, old: &[CompartmentKeys], new: &CompartmentKeys) -> Result<usize> {
    let mut count = 0;
    for column in COLUMNS.iter().filter(|c| new.holds(c.compartment)) {
        let (version, _) = new.get(column.compartment)?;
        for (id, blob) in blobs(tx, column)? {
            let (Ok(row), Some(now)) = (Uuid::from_slice(&id), version_of(&blob)) else { continue };
            let holds = |k: &&CompartmentKeys| k.get(column.compartment).is_ok_and(|(v, _)| v == now);
            if now == version {
                continue;
            }
            // A blob that none of our keys opens stays as it is: it was already unreadable, so the new key loses
            // nothing.
            let Some(keys) = old.iter().find(holds) else { continue };
            let Ok(plain) = keys.open(column.compartment, column.table, row, &blob) else { continue };
            let sealed = new.seal(column.compartment, column.table, row, &plain)?;
            tx.execute(&format!("UPDATE {} SET sealed = ?1 WHERE {} = ?2", column.table, column.id), (sealed, id))?;
            count += 1;
        }
    }
    Ok(count)
}
