//! A journal of SQLite beside `data.db` while nobody has it open. As a rule a crash on this computer left it, and SQLite
//! rolls it back. But a cloud service or a person can put another `data.db` beside it, and rolled back into a file to
//! which it does not belong, it destroys that file.
use super::evidence::is_signed;
use super::folder::data_path;
use super::keyring::header::Header;
use super::keyring::seal::{Pages, pages_of};
use crate::error::{Code, Result};
use crate::kernel::files::{Access, copy_whole, open_own, wipe};
use crate::kernel::reserve;
use std::fs;
use std::path::{Path, PathBuf};

fn journal_path(folder: &Path) -> PathBuf {
    folder.join("data.db-journal")
}

/// The copy of `data.db`. As long as it has this name, it is not known whether the rollback was right.
fn data_before(folder: &Path) -> PathBuf {
    folder.join("data-before-repair.db")
}

fn journal_before(folder: &Path) -> PathBuf {
    folder.join("journal-before-repair")
}

/// `data.db` and its journal as they were before SQLite rolled it back. Puts both back when dropped, unless the vault
/// opened with what came of it.
#[derive(Debug)]
pub(super) struct BeforeRepair {
    folder: PathBuf,
    pages: Option<Pages>,
}

/// Decides what the journal is before anything opens the data. `is_own_crash`: the last session in this folder was one
/// of this computer, in this very file.
///
/// # Errors
/// `disk.full` where it cannot be told whose journal it is and there is no room to be careful; I/O errors.
pub(super) fn settle(folder: &Path, headers: &[Header], is_own_crash: bool) -> Result<Option<BeforeRepair>> {
    put_back(folder)?;
    let journal = journal_path(folder);
    if !journal.metadata().is_ok_and(|found| found.len() > 0) {
        return Ok(None);
    }
    let pages = open_own(&data_path(folder), Access::Read).ok().and_then(|mut file| pages_of(&mut file).ok());
    let is_as_locked =
        |header: &Header| header.seal.as_ref().is_some_and(|seal| Some(seal.pages) == pages && is_signed(header, seal));
    if headers.iter().any(is_as_locked) {
        // Not a page was changed yet, or the file came from elsewhere: it needs no journal.
        wipe(&journal)?;
        return Ok(None);
    }
    if is_own_crash {
        return Ok(None);
    }
    match copy(folder) {
        Err(e) if e.code() == Code::DiskFull && reserve::release(folder)? => copy(folder)?,
        copied => copied?,
    }
    Ok(Some(BeforeRepair { folder: folder.to_owned(), pages }))
}

fn copy(folder: &Path) -> Result<()> {
    copy_whole(&journal_path(folder), &journal_before(folder))?;
    copy_whole(&data_path(folder), &data_before(folder))
}

/// Puts both back, also after a crash in between.
fn put_back(folder: &Path) -> Result<()> {
    let (data, journal) = (data_before(folder), journal_before(folder));
    if data.exists() {
        if journal.exists() {
            fs::rename(&journal, journal_path(folder))?;
        }
        fs::rename(&data, data_path(folder))?;
    } else if journal.exists() {
        wipe(&journal)?;
    }
    Ok(())
}

impl BeforeRepair {
    /// The vault opened with what came of the rollback. The file of before may still be another computer's, so it stays
    /// under a name that `folder::look_alikes` reports.
    ///
    /// # Errors
    /// I/O errors.
    pub(super) fn was_right(mut self) -> Result<()> {
        let mark = self.pages.take().map(|pages| hex::encode(&pages.hash[..4])).unwrap_or_default();
        fs::rename(data_before(&self.folder), self.folder.join(format!("data-apart-{mark}.db")))?;
        wipe(&journal_before(&self.folder))
    }
}

impl Drop for BeforeRepair {
    fn drop(&mut self) {
        // Afterwards there is nothing to put back.
        let _ = put_back(&self.folder);
    }
}
