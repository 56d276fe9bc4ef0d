//! Whether the files in the folder are still those of this session. A cloud service, or a person with a back-up, can
//! put the files of another computer in their place while the vault is open. Writing on would mix two vaults, and a
//! lock would seal data that it never saw.
use super::Session;
use crate::error::{Code, Error, Result};
use crate::kernel::db;
use crate::kernel::files::{Access, FileIdentity, identity, open_own};
use crate::kernel::secret::Key;
use crate::kernel::trail;
use std::fs::File;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// What this session last saw of `data.db`.
pub(super) struct Head {
    /// The file, where the platform can tell one from another.
    file: Option<FileIdentity>,
    /// The same file by its handle, which tells whether it was deleted. Closed after the database, because closing it
    /// gives up SQLite's locks.
    handle: Option<File>,
    /// The hash of the last row of the trail; `None` until the first write.
    row: Mutex<Option<Vec<u8>>>,
}

impl Head {
    /// Of a database that was just opened.
    pub(super) fn of(folder: &Path) -> Self {
        let data = folder.join("data.db");
        let handle = open_own(&data, Access::Read).ok();
        Head { file: identity(&data).ok().flatten(), handle, row: Mutex::default() }
    }

    /// The session left this row.
    pub(super) fn left(&self, row: Vec<u8>) {
        *self.row.lock().unwrap_or_else(PoisonError::into_inner) = Some(row);
    }

    fn row(&self) -> Option<Vec<u8>> {
        self.row.lock().unwrap_or_else(PoisonError::into_inner).clone()
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

#[cfg(unix)]
fn is_deleted(file: &File) -> bool {
    file.metadata().is_ok_and(|found| std::os::unix::fs::MetadataExt::nlink(&found) == 0)
}
/// Elsewhere a file that is open cannot be deleted.
#[cfg(not(unix))]
fn is_deleted(_: &File) -> bool {
    false
}

/// SQLCipher cannot tell data under another key from damage.
fn is_under_another_key(why: &Error) -> bool {
    why.code() == Code::VaultDamaged
}

impl Session {
    /// Whether `data.db` is another file than the one that this session wrote last, and how.
    pub(crate) fn replaced(&self) -> Result<Option<Replaced>> {
        // A folder that is only somewhere else now has everything in it.
        if self.is_moved() && (self.parts.folder.is_dir() || self.head.handle.as_ref().is_some_and(is_deleted)) {
            return Ok(Some(Replaced::Moved));
        }
        let Some(row) = self.head.row() else { return Ok(None) };
        let is_other = match trail::newest_hash(&self.parts.conn) {
            Ok(now) => now != Some(row),
            Err(e) if is_under_another_key(&e) => true,
            Err(e) => return Err(e),
        };
        Ok(is_other.then_some(Replaced::Overwritten))
    }

    /// Why a transaction could not begin: data that this session wrote, and cannot read any more, was replaced.
    pub(super) fn or_replaced(&self, why: Error) -> Error {
        if self.head.row().is_some() && is_under_another_key(&why) {
            Error::new(Code::VaultReplaced).because(why)
        } else {
            why
        }
    }

    /// The hash of the last row of the trail that this session wrote, if it wrote one.
    pub(crate) fn last_written(&self) -> Option<Vec<u8>> {
        self.head.row()
    }

    /// Whether another file has the name of the data now, as far as that can be asked.
    pub(crate) fn is_moved(&self) -> bool {
        let now = identity(&self.parts.folder.join("data.db"));
        self.head.file.is_some() && now.is_ok_and(|now| now != self.head.file)
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
