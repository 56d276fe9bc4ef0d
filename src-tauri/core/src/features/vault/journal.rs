//! A journal of SQLite beside `data.db` while nobody has it open. As a rule a crash on this computer left it, and SQLite
//! rolls it back. But a cloud service or a person can put another `data.db` beside it, and rolled back into a file to
//! which it does not belong, it destroys that file.
use super::evidence::is_signed;
use super::folder::{data_path, has_journal, journal_path, pages_of};
use super::keyring::header::Header;
use super::keyring::seal::Pages;
use crate::error::{Code, OrError, Result};
use crate::kernel::files::{copy_whole, sync, wipe};
use crate::kernel::reserve;
use std::fs;
use std::path::{Path, PathBuf};

/// Copies of this computer. Another that gets them from a cloud service has its own.
struct Copies {
    data: PathBuf,
    journal: PathBuf,
}

impl Copies {
    fn of(folder: &Path, mark: &str) -> Self {
        let named = |what: &str| folder.join(format!("{what}-before-repair-{mark}.db"));
        Copies { data: named("data"), journal: named("journal") }
    }
}

/// `data.db` and its journal as they were before SQLite rolled it back. Puts both back when dropped, unless the vault
/// opened with what came of it.
#[derive(Debug)]
pub(super) struct BeforeRepair {
    folder: PathBuf,
    mark: String,
    pages: Option<Pages>,
    is_own_crash: bool,
}

/// Decides what the journal is before anything opens the data. `mark` is of this computer. `is_own_crash`: the last
/// session in this folder was one of this computer, in this very file, as far as anybody can tell. `headers` are all
/// that may belong to the data.
///
/// # Errors
/// `disk.full` where it cannot be told whose journal it is and there is no room to be careful; I/O errors.
pub(super) fn settle(
    folder: &Path,
    headers: &[Header],
    mark: &str,
    is_own_crash: bool,
) -> Result<Option<BeforeRepair>> {
    let was_interrupted = put_back(folder, mark, is_own_crash)?;
    let is_own_crash = is_own_crash && !was_interrupted;
    if !has_journal(folder) || !data_path(folder).exists() {
        return Ok(None);
    }
    let pages = pages_of(&data_path(folder)).ok().flatten();
    let is_as_locked =
        |header: &Header| header.seal.as_ref().is_some_and(|seal| Some(seal.pages) == pages && is_signed(header, seal));
    if headers.iter().any(is_as_locked) {
        // Not a page was changed yet, or the file came from elsewhere: it needs no journal.
        wipe(&journal_path(folder))?;
        return Ok(None);
    }
    let copied = match copy(folder, mark) {
        Err(e) if e.code() == Code::DiskFull && reserve::release(folder)? => copy(folder, mark),
        copied => copied,
    };
    match copied {
        // Whoever comes to make room is not kept out.
        Err(e) if e.code() == Code::DiskFull && is_own_crash => Ok(None),
        Err(e) => Err(e),
        Ok(()) => Ok(Some(BeforeRepair { folder: folder.to_owned(), mark: mark.to_owned(), pages, is_own_crash })),
    }
}

/// Was a repair cut off here, so that the copies are still to be put back?
pub(super) fn is_under_way(folder: &Path, mark: &str) -> bool {
    Copies::of(folder, mark).data.is_file()
}

fn copy(folder: &Path, mark: &str) -> Result<()> {
    let copies = Copies::of(folder, mark);
    copy_whole(&journal_path(folder), &copies.journal)?;
    copy_whole(&data_path(folder), &copies.data)
}

/// Puts both back, also after a crash in between; true if there was anything to put back. `data.db` is replaced only if
/// it is the one that was being repaired: otherwise another came meanwhile, and the copy stays beside it.
fn put_back(folder: &Path, mark: &str, is_same_file: bool) -> Result<bool> {
    let copies = Copies::of(folder, mark);
    if copies.data.is_file() {
        if is_same_file {
            if copies.journal.is_file() {
                fs::rename(&copies.journal, journal_path(folder))?;
                sync(folder)?;
            }
            fs::rename(&copies.data, data_path(folder))?;
        } else {
            keep(&copies.data, folder, pages_of(&copies.data).ok().flatten())?;
        }
        sync(folder)?;
        return Ok(true);
    }
    if copies.journal.is_file() {
        wipe(&copies.journal)?;
    }
    Ok(false)
}

/// Keeps a copy under a name that `folder::look_alikes` reports.
fn keep(data: &Path, folder: &Path, pages: Option<Pages>) -> Result<()> {
    let mark = pages.map_or_else(|| "torn".to_owned(), |pages| hex::encode(&pages.hash[..4]));
    let free = (1..100).map(|n| {
        folder.join(if n == 1 { format!("data-apart-{mark}.db") } else { format!("data-apart-{mark}-{n}.db") })
    });
    let place = { free }.find(|place| !place.exists()).or_broken()?;
    Ok(fs::rename(data, place)?)
}

impl BeforeRepair {
    /// Is it unknown whose journal it was?
    pub(super) fn is_doubtful(&self) -> bool {
        !self.is_own_crash
    }

    /// The vault opened with what came of the rollback. After a crash of this computer the copies are of no use any
    /// more. Otherwise the file of before may still be another computer's, so it stays.
    ///
    /// # Errors
    /// I/O errors.
    pub(super) fn confirm(mut self) -> Result<()> {
        let copies = Copies::of(&self.folder, &self.mark);
        if self.is_own_crash {
            fs::remove_file(&copies.data)?;
        } else {
            keep(&copies.data, &self.folder, self.pages.take())?;
        }
        sync(&self.folder)?;
        wipe(&copies.journal)
    }
}

impl Drop for BeforeRepair {
    fn drop(&mut self) {
        // Afterwards there is nothing to put back.
        let _ = put_back(&self.folder, &self.mark, true);
    }
}
