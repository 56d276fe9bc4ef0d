//! What this computer remembers of a version that it set aside: at a lock the folder held other files than those that
//! were open. It is told until somebody has dealt with it, also after the program ended in between.
use super::memory::{notes, write_notes};
use crate::error::{Code, Error, Result};
use crate::kernel::id::VaultId;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// Other files took the place of the vault's own while it was open. They were left as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SetAside {
    /// The folder with the version of this session, a whole vault; `null` where it could not be kept.
    pub place: Option<String>,
    /// Was the file of this session overwritten? Then there was nothing left to keep.
    pub overwritten: bool,
}

impl SetAside {
    /// How it is said: `kept`, `overwritten` or `lost`.
    pub(super) fn how(&self) -> &'static str {
        match (&self.place, self.overwritten) {
            (Some(_), _) => "kept",
            (None, true) => "overwritten",
            (None, false) => "lost",
        }
    }

    /// `vault.set_aside`, for a caller who has only an error to say it with.
    pub fn error(&self) -> Error {
        let error = Error::new(Code::VaultSetAside).arg("how", self.how());
        self.place.iter().fold(error, |error, place| error.arg("place", place))
    }
}

fn path(home: &Path) -> PathBuf {
    home.join("aside.json")
}

/// What was set aside last of this vault. A version that was kept is told as long as its folder is there.
pub(super) fn set_aside_of(home: &Path, vault: VaultId) -> Option<SetAside> {
    let aside = notes::<SetAside>(&path(home)).remove(&vault)?;
    aside.place.as_ref().is_none_or(|place| Path::new(place).is_dir()).then_some(aside)
}

/// Remembers it for the next unlock.
///
/// # Errors
/// I/O errors.
pub(super) fn note(home: &Path, vault: VaultId, aside: &SetAside) -> Result<()> {
    let mut all = notes::<SetAside>(&path(home));
    all.insert(vault, aside.clone());
    write_notes(home, &path(home), &all)
}

/// Forgets what was told and leaves nothing to deal with.
///
/// # Errors
/// I/O errors.
pub(super) fn forget_told(home: &Path, vault: VaultId) -> Result<()> {
    let mut all = notes::<SetAside>(&path(home));
    let is_dealt_with = |aside: &SetAside| aside.place.as_ref().is_none_or(|place| !Path::new(place).is_dir());
    match all.get(&vault) {
        Some(aside) if is_dealt_with(aside) => {
            all.remove(&vault);
            write_notes(home, &path(home), &all)
        }
        _ => Ok(()),
    }
}
