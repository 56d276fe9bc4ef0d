//! What this computer remembers of each vault, outside the vault's folder: how far it was when last open here. That is
//! how an old copy of the whole vault is noticed. Without this file the vault still opens, and an old copy goes
//! unnoticed.
use super::aside;
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

/// A file of notes that could not be read.
fn unreadable(home: &Path) -> PathBuf {
    home.join("seen-unreadable.json")
}

/// What this computer remembers of one vault.
pub(super) struct Memory {
    home: PathBuf,
    /// Under which name.
    name: String,
}

/// Of the vault in this folder. A version that was set aside is remembered apart: work in it makes the vault itself no
/// older, nor the other way round.
pub(super) fn of(home: &Path, folder: &Path, vault: VaultId) -> Memory {
    match aside::version_of(home, folder) {
        Some(_) => of_version(home, folder, vault),
        None => Memory { home: home.to_owned(), name: vault.to_string() },
    }
}

/// Of a version that was set aside in this folder.
pub(super) fn of_version(home: &Path, place: &Path, vault: VaultId) -> Memory {
    let place = std::fs::canonicalize(place).unwrap_or_else(|_| place.to_owned());
    Memory { home: home.to_owned(), name: format!("{vault} {}", place.display()) }
}

impl Memory {
    /// How far the vault was when last open on this computer.
    pub(super) fn seen(&self) -> Option<Seen> {
        let noted = all(&self.home)?.remove(&self.name)?;
        serde_json::from_value(noted).ok().filter(Seen::is_sane)
    }

    /// Does this computer have a note about the vault that nobody can read any more? Then an older copy may go unnoticed.
    pub(super) fn is_lost(&self) -> bool {
        let is_noted = |all: BTreeMap<String, Value>| all.contains_key(&self.name);
        (all(&self.home).is_none_or(is_noted) || unreadable(&self.home).exists()) && self.seen().is_none()
    }

    /// Remembers how far the vault is.
    ///
    /// # Errors
    /// I/O errors.
    pub(super) fn note(&self, seen: Seen) -> Result<()> {
        let known = all(&self.home);
        if known.is_none() {
            // Not written over: somebody may be able to read it.
            std::fs::rename(path(&self.home), unreadable(&self.home))?;
        }
        let mut all = known.unwrap_or_default();
        let now = serde_json::to_value(seen).or_broken()?;
        if all.get(&self.name) == Some(&now) {
            return Ok(());
        }
        all.insert(self.name.clone(), now);
        std::fs::create_dir_all(&self.home)?;
        write_whole(&path(&self.home), &serde_json::to_vec(&all).or_broken()?)
    }
}
