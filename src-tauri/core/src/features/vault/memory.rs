//! What this computer remembers of each vault, outside its folder: how far it was when it was last open here. It is how a whole
//! vault of an earlier day is told. A convenience: where it is gone, nobody is kept out.
use crate::error::{OrError, Result};
use crate::kernel::files::{read_own, write_whole};
use crate::kernel::id::VaultId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// How far a vault was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Seen {
    /// Number of its newest roster.
    pub roster: u64,
    /// Last row of its trail.
    pub trail: u64,
    /// Hash of that row.
    #[serde(with = "hex::serde")]
    pub trail_hash: [u8; 32],
    /// Row of the trail at which the header that was last seen here was sealed; 0 before the first lock.
    pub sealed: u64,
}

/// Some thousands of vaults.
const MOST: u64 = 1024 * 1024;

fn path(home: &Path) -> PathBuf {
    home.join("seen.json")
}

fn all(home: &Path) -> BTreeMap<VaultId, Seen> {
    read_own(&path(home), MOST).ok().and_then(|b| serde_json::from_slice(&b).ok()).unwrap_or_default()
}

/// How far this vault was when this computer last saw it.
pub(super) fn seen(home: &Path, vault: VaultId) -> Option<Seen> {
    all(home).get(&vault).copied()
}

/// Remembers how far it is.
///
/// # Errors
/// As the file system says.
pub(super) fn note(home: &Path, vault: VaultId, seen: Seen) -> Result<()> {
    let mut all = all(home);
    if all.insert(vault, seen) == Some(seen) {
        return Ok(());
    }
    std::fs::create_dir_all(home)?;
    write_whole(&path(home), &serde_json::to_vec(&all).or_broken()?)
}
