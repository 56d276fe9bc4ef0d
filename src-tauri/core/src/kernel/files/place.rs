//! Where a document may go: not into the folder of a vault, and not over anything but a regular file.
use super::own;
use crate::error::{Code, Error, OrError, Result};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization;

/// Files that mark a folder as a vault.
const HEADERS: [&str; 2] = ["header.json", "header.bak"];
const DATA: &str = "data.db";

/// A destination for a document: its real folder, with links and `..` resolved, and its name in that folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    folder: PathBuf,
    name: OsString,
}

impl Spot {
    /// Resolves a path.
    ///
    /// # Errors
    /// `file.missing` when the folder does not exist; `file.not_a_file` for a folder, a pipe or a device.
    pub(super) fn of(path: &Path) -> Result<Self> {
        let name = path.file_name().or_refuse(Code::FileNotAFile)?.to_owned();
        // `map/` and `map/.` mean a folder, even if there is none.
        if !path.as_os_str().as_encoded_bytes().ends_with(name.as_encoded_bytes()) {
            return Err(Error::new(Code::FileNotAFile));
        }
        let spot = Spot { folder: fs::canonicalize(own::folder_of(path))?, name };
        // This follows links: writing a document to a device through a link would do harm too.
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

    /// Whether anything has this name, including a dangling link.
    pub(super) fn is_taken(&self) -> bool {
        fs::symlink_metadata(self.path()).is_ok()
    }

    /// Whether it is in the folder of a vault, open or not, or anywhere below one.
    pub(super) fn lies_in_a_vault(&self) -> bool {
        let has = |folder: &Path, name: &str| fs::symlink_metadata(folder.join(name)).is_ok();
        let header = |folder: &Path| HEADERS.iter().any(|name| has(folder, name));
        // The folder itself counts as a vault with only one of the two files. A folder above it needs both, since a
        // single file with such a name may be anything.
        let mut above = self.folder.ancestors().skip(1);
        header(&self.folder) || has(&self.folder, DATA) || above.any(|folder| header(folder) && has(folder, DATA))
    }

    /// Whether the two are the same file: by identity if both exist, and by name within one folder. Names that differ
    /// only in case or in the Unicode form of an accent count as equal, because some file systems treat them so.
    ///
    /// # Errors
    /// `file.denied` when the system refuses to identify a file.
    pub(super) fn is_one_with(&self, other: &Spot) -> Result<bool> {
        let folded = |name: &OsStr| name.to_string_lossy().nfc().collect::<String>().to_lowercase();
        if folded(&self.name) == folded(&other.name) && same_file::is_same_file(&self.folder, &other.folder)? {
            return Ok(true);
        }
        let (one, another) = (self.path(), other.path());
        Ok(one.exists() && another.exists() && same_file::is_same_file(one, another)?)
    }
}
