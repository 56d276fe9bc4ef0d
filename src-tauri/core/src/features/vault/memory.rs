//! What this computer remembers of each vault, outside the vault's folder: how far it was when last open here. That is
//! how an old copy of the whole vault is noticed. Without this file the vault still opens, and an old copy goes
//! unnoticed.
use crate::error::{OrError, Result};
use crate::kernel::files::{read_own, write_whole};
use crate::kernel::id::VaultId;
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

fn all(home: &Path) -> BTreeMap<VaultId, Seen> {
    read_own(&path(home), MOST).ok().and_then(|b| serde_json::from_slice(&b).ok()).unwrap_or_default()
}

/// How far this vault was when last open on this computer.
pub(super) fn seen(home: &Path, vault: VaultId) -> Option<Seen> {
    all(home).get(&vault).copied()
}

/// Remembers how far a vault is.
///
/// # Errors
/// I/O errors.
pub(super) fn note(home: &Path, vault: VaultId, seen: Seen) -> Result<()> {
    let mut all = all(home);
    if all.insert(vault, seen) == Some(seen) {
        return Ok(());
    }
    std::fs::create_dir_all(home)?;
    write_whole(&path(home), &serde_json::to_vec(&all).or_broken()?)
}
