//! What this computer remembers of each vault, outside the vault's folder: how far it was when last open here. That is
//! how an old copy of the whole vault is noticed. Without this file the vault still opens, and an old copy goes
//! unnoticed.
use crate::error::{OrError, Result};
use crate::kernel::files::{read_own, write_whole};
use crate::kernel::id::VaultId;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// How far a vault had come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Seen {
    /// Number of the newest roster.
    pub roster: u64,
    /// Last row of the trail.
    pub trail: u64,
    /// Hash of that row.
    #[serde(with = "hex::serde")]
    pub trail_hash: [u8; 32],
    /// The trail row in the seal of the header last seen here; 0 before the first lock.
    pub sealed: u64,
}

/// Room for thousands of vaults; a larger file is not ours.
const MOST: u64 = 1024 * 1024;

fn path(home: &Path) -> PathBuf {
    home.join("seen.json")
}

/// The notes of this computer in one file, by vault. A file that cannot be read holds none.
pub(super) fn notes<T: DeserializeOwned>(path: &Path) -> BTreeMap<VaultId, T> {
    read_own(path, MOST).ok().and_then(|b| serde_json::from_slice(&b).ok()).unwrap_or_default()
}

/// Writes them.
///
/// # Errors
/// I/O errors.
pub(super) fn write_notes<T: Serialize>(home: &Path, path: &Path, notes: &BTreeMap<VaultId, T>) -> Result<()> {
    std::fs::create_dir_all(home)?;
    write_whole(path, &serde_json::to_vec(notes).or_broken()?)
}

/// How far this vault was when last open on this computer.
pub(super) fn seen(home: &Path, vault: VaultId) -> Option<Seen> {
    notes(&path(home)).remove(&vault)
}

/// Remembers how far a vault is.
///
/// # Errors
/// I/O errors.
pub(super) fn note(home: &Path, vault: VaultId, seen: Seen) -> Result<()> {
    let mut all = notes(&path(home));
    if all.insert(vault, seen) == Some(seen) {
        return Ok(());
    }
    write_notes(home, &path(home), &all)
}
