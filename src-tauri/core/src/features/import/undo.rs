//! Undoes an import, within thirty days: people it added are removed, fields it filled are emptied, and the answers it
//! recorded of known people are taken back. People who have changed since, in any part of the program, stay as they are
//! and are counted.
use super::store;
use crate::error::{Code, Error, OrError, Result};
use crate::features::{consent, people};
use crate::kernel::id::{ImportId, PersonId};
use crate::kernel::person_data::Scope;
use crate::kernel::session::{Done, ReadTx, Session, WriteTx};
use crate::kernel::time::Timestamp;
use crate::ops::Op;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

const THIRTY_DAYS: i64 = 30 * 24 * 60 * 60 * 1000;

/// Which import to undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "ImportUndo")]
pub struct UndoRequest {
    /// Its id, from the import itself or from the list of imports.
    pub import: ImportId,
}

/// The result of undoing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportUndone")]
pub struct Undone {
    /// People who were removed.
    pub removed: usize,
    /// People who are as they were before the import.
    pub restored: usize,
    /// People who changed after the import and were left alone.
    pub kept: usize,
}

/// The last moment at which an import can be undone.
pub(super) fn until(at: Timestamp) -> Timestamp {
    Timestamp(at.0 + THIRTY_DAYS)
}

/// A hash of everything known about a person: equal as long as nothing about them changed. It is stored in the vault
/// and erased with the person. Of the note, only the time of the last change is hashed: every user has the main key,
/// which protects the hash, so it must not reveal anything about the text.
pub(super) fn fingerprint(tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<u8>> {
    let mut hash = Sha256::new();
    hash.update(serde_json::to_vec(&people::known_without_key(tx, person)?).or_broken()?);
    hash.update(serde_json::to_vec(&people::relations_of(tx, person)?).or_broken()?);
    for holder in tx.holders() {
        hash.update(serde_json::to_vec(&holder.count(tx, person, Scope::Whole)?).or_broken()?);
    }
    Ok(hash.finalize().to_vec())
}

/// Undoes an import, within thirty days.
///
/// # Errors
/// `import.missing`, `import.undone`, `import.undo_too_late`, `permission.denied`.
pub fn undo(s: &mut Session, req: UndoRequest) -> Result<Done<Undone>> {
    s.write(Op::ImportUndo, |tx| {
        let (at, undone_at) = store::get(tx, req.import)?;
        if undone_at.is_some() {
            return Err(Error::new(Code::ImportUndone));
        }
        if tx.now() > until(at) {
            return Err(Error::new(Code::ImportUndoTooLate));
        }
        let mut undone = Undone::default();
        for touched in store::people(tx, req.import)? {
            if fingerprint(tx, touched.person)? != touched.fingerprint {
                undone.kept += 1;
            } else if touched.created {
                for holder in tx.holders() {
                    holder.erase(tx, touched.person, Scope::Whole)?;
                }
                undone.removed += 1;
            } else if restore(tx, req.import, touched.person)? {
                undone.restored += 1;
            }
        }
        store::mark_undone(tx, req.import)?;
        Ok(tx.changed(req.import.0, undone).counted(undone.removed + undone.restored))
    })
}

/// Empties the fields that the import filled, and takes back the answers that it recorded; false if there were neither.
/// Nothing was recorded about the person since.
fn restore(tx: &WriteTx<'_>, import: ImportId, person: PersonId) -> Result<bool> {
    let filled = store::fields(tx, import, person)?;
    let before = people::entered(tx, person)?;
    let mut to = before.clone();
    for field in &filled {
        if let Some(relation) = field.empty(&mut to) {
            people::remove_relation(tx, relation)?;
        }
    }
    if to != before {
        people::update(tx, person, &to)?;
    }
    let answers = consent::take_back_of_list(tx, person, import)?;
    Ok(!filled.is_empty() || answers > 0)
}
