//! Whether the files in the folder are still those of this session. A cloud service, or a person with a back-up, can put
//! the files of another computer in their place while the vault is open. Writing on would mix two vaults, and a lock
//! would seal data that it never saw.
use super::Session;
use crate::error::{Code, Error, Result};
use crate::kernel::db;
use crate::kernel::files::{FileIdentity, identity};
use crate::kernel::secret::Key;
use crate::kernel::trail;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// What this session last saw of `data.db`.
#[derive(Default)]
pub(super) struct Head {
    /// The file, where the platform can tell one from another.
    file: Option<FileIdentity>,
    /// The hash of the last row of the trail; `None` until the first write.
    row: Mutex<Option<Vec<u8>>>,
}

impl Head {
    /// Of a database that was just opened.
    pub(super) fn of(folder: &Path) -> Self {
        Head { file: identity(&folder.join("data.db")), row: Mutex::default() }
    }

    /// The session left this row.
    pub(super) fn left(&self, row: Vec<u8>) {
        *self.row.lock().unwrap_or_else(PoisonError::into_inner) = Some(row);
    }
}

/// How `data.db` was replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Replaced {
    /// Another file has its name. What this session wrote can still be read.
    Moved,
    /// Its content was overwritten. What this session wrote is gone from it.
    Overwritten,
}

impl Session {
    /// Whether `data.db` is another file than the one that this session wrote last, and how.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) fn replaced(&self) -> Result<Option<Replaced>> {
        let now = identity(&self.parts.folder.join("data.db"));
        if self.head.file.is_some() && now != self.head.file && self.parts.folder.is_dir() {
            return Ok(Some(Replaced::Moved));
        }
        let row = self.head.row.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let is_other = row.is_some() && trail::newest_hash(&self.parts.conn)? != row;
        Ok(is_other.then_some(Replaced::Overwritten))
    }

    /// # Errors
    /// `vault.replaced`.
    pub(super) fn check_head(&self) -> Result<()> {
        self.replaced()?.map_or(Ok(()), |_| Err(Error::new(Code::VaultReplaced)))
    }

    /// Copies the open database to a new file under this key, also when another file has taken its name.
    ///
    /// # Errors
    /// `disk.full` and other write errors.
    pub(crate) fn copy_data(&self, to: &Path, key: &Key) -> Result<()> {
        db::copy(&self.parts.conn, to, key)
    }
}
