//! Where a document may go: not into the folder of a vault, and not over what is no file.
use super::own;
use crate::error::{Code, Error, OrError, Result};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization;

/// What tells that a folder is a vault.
const HEADERS: [&str; 2] = ["header.json", "header.bak"];
const DATA: &str = "data.db";

/// A place for a document: its folder as it really is, without links and `..`, and its name there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    folder: PathBuf,
    name: OsString,
}

impl Spot {
    /// Where this path leads.
    ///
    /// # Errors
    /// `file.missing` when the folder is not there; `file.not_a_file` for a folder, a pipe or a device.
    pub(super) fn of(path: &Path) -> Result<Self> {
        let name = path.file_name().or_missing(Code::FileNotAFile)?.to_owned();
        // `map/` and `map/.` name a folder, also where none is.
        if !path.as_os_str().as_encoded_bytes().ends_with(name.as_encoded_bytes()) {
            return Err(Error::new(Code::FileNotAFile));
        }
        let spot = Spot { folder: fs::canonicalize(own::folder_of(path))?, name };
        // Through a link: over a device, too, a document would be a harm.
        match fs::metadata(spot.path()) {
            Ok(found) if !found.is_file() => Err(Error::new(Code::FileNotAFile)),
            _ => Ok(spot),
        }
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn path(&self) -> PathBuf {
        self.folder.join(&self.name)
    }

    /// Does something stand there, if only a link that leads nowhere?
    pub(super) fn is_taken(&self) -> bool {
        fs::symlink_metadata(self.path()).is_ok()
    }

    /// Is it in the folder of a vault, open or not, or in a folder below one?
    pub(super) fn lies_in_a_vault(&self) -> bool {
        let has = |folder: &Path, name: &str| fs::symlink_metadata(folder.join(name)).is_ok();
        let header = |folder: &Path| HEADERS.iter().any(|name| has(folder, name));
        // Half a vault is one too; but above the folder itself a lone file of that name may be anybody's.
        let mut above = self.folder.ancestors().skip(1);
        header(&self.folder) || has(&self.folder, DATA) || above.any(|folder| header(folder) && has(folder, DATA))
    }

    /// Are these one file? By identity where both are there, and by name in one folder: no capital and no way of writing
    /// an accent makes two files everywhere.
    ///
    /// # Errors
    /// `file.denied` when the system does not tell.
    pub(super) fn is_one_with(&self, other: &Spot) -> Result<bool> {
        let folded = |name: &OsStr| name.to_string_lossy().nfc().collect::<String>().to_lowercase();
        if folded(&self.name) == folded(&other.name) && same_file::is_same_file(&self.folder, &other.folder)? {
            return Ok(true);
        }
        let (one, another) = (self.path(), other.path());
        Ok(one.exists() && another.exists() && same_file::is_same_file(one, another)?)
    }
}
