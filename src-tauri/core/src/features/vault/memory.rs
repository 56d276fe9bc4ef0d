//! What this computer remembers of each vault, outside the vault's folder: how far it was when last open here. That is
//! how an old copy of the whole vault is noticed. Without this file the vault still opens, and an old copy goes
//! unnoticed.
use crate::error::{Code, OrError, Result};
use crate::kernel::files::{read_own, write_whole};
use crate::kernel::id::VaultId;
use serde::{Deserialize, Serialize};
use serde_json::Value;
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
    /// The very last row of the trail, whatever it is about.
    #[serde(default)]
    pub last: u64,
}

impl Seen {
    /// Numbers of rows that no trail has are not ours.
    fn is_sane(&self) -> bool {
        [self.trail, self.sealed, self.last].iter().all(|row| i64::try_from(*row).is_ok())
    }
}

/// Room for thousands of vaults; a larger file is not ours.
const MOST: u64 = 1024 * 1024;

fn path(home: &Path) -> PathBuf {
    home.join("seen.json")
}

/// Every note, each still to be read: one that is damaged says nothing about the others.
fn all(home: &Path) -> Option<BTreeMap<String, Value>> {
    match read_own(&path(home), MOST) {
        Ok(bytes) => serde_json::from_slice(&bytes).ok(),
        Err(e) if e.code() == Code::FileMissing => Some(BTreeMap::new()),
        Err(_) => None,
    }
}

/// How far this vault was when last open on this computer.
pub(super) fn seen(home: &Path, vault: VaultId) -> Option<Seen> {
    let noted = all(home)?.remove(&vault.to_string())?;
    serde_json::from_value(noted).ok().filter(Seen::is_sane)
}

/// Does this computer have a note about the vault that nobody can read any more? Then an older copy may go unnoticed.
pub(super) fn is_lost(home: &Path, vault: VaultId) -> bool {
    let is_noted = |all: BTreeMap<String, Value>| all.contains_key(&vault.to_string());
    (all(home).is_none_or(is_noted) || unreadable(home).exists()) && seen(home, vault).is_none()
}

/// A file of notes that could not be read.
fn unreadable(home: &Path) -> PathBuf {
    home.join("seen-unreadable.json")
}

/// Remembers how far a vault is.
///
/// # Errors
/// I/O errors.
pub(super) fn note(home: &Path, vault: VaultId, seen: Seen) -> Result<()> {
    let known = all(home);
    if known.is_none() {
        // Not written over: somebody may be able to read it.
        std::fs::rename(path(home), unreadable(home))?;
    }
    let mut all = known.unwrap_or_default();
    let now = serde_json::to_value(seen).or_broken()?;
    if all.get(&vault.to_string()) == Some(&now) {
        return Ok(());
    }
    all.insert(vault.to_string(), now);
    std::fs::create_dir_all(home)?;
    write_whole(&path(home), &serde_json::to_vec(&all).or_broken()?)
}
