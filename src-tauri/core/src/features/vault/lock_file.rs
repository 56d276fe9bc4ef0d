//! One program at a time writes in a vault: an operating system's lock on a file in its folder, which falls when the program
//! ends, however it ends. Beside it stands who holds it, so that the other can be told.
use crate::error::{Code, Error, Result};
use crate::kernel::files::{Access, open_own, read_chosen, read_own, sweep_parts, write_whole};
use crate::kernel::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Who has the vault open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct InUse {
    /// The computer's name.
    pub computer: String,
    /// Since when.
    pub since: Timestamp,
}

/// A note longer than this is not the program's.
const MOST: u64 = 4096;

/// Holds the folder as long as it lives.
#[derive(Debug)]
pub(super) struct FolderLock {
    file: File,
    note: PathBuf,
}

impl Drop for FolderLock {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.note);
        let _ = self.file.unlock();
    }
}

fn paths(folder: &Path) -> (PathBuf, PathBuf) {
    (folder.join("lock"), folder.join("in-use.json"))
}

/// Who only looks holds the folder for the moment of one row, and who asks for the holder for less: that is waited for.
const PATIENCE: Duration = Duration::from_secs(1);
const PAUSE: Duration = Duration::from_millis(20);

/// Takes the lock; where somebody holds it, tries again for a second.
///
/// # Errors
/// `vault.in_use` with the computer and since when; `vault.link` when the lock is a link; `disk.read_only` or `file.denied`
/// when there is no writing here at all.
pub(super) fn take(folder: &Path, now: Timestamp) -> Result<FolderLock> {
    take_within(PATIENCE, folder, now)
}

/// As `take`, without waiting: for what may be left out.
///
/// # Errors
/// As `take`.
pub(super) fn take_at_once(folder: &Path, now: Timestamp) -> Result<FolderLock> {
    take_within(Duration::ZERO, folder, now)
}

fn take_within(patience: Duration, folder: &Path, now: Timestamp) -> Result<FolderLock> {
    let (lock, note) = paths(folder);
    let file = open_own(&lock, Access::Create)?;
    let started = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => break,
            Err(TryLockError::WouldBlock) if started.elapsed() < patience => sleep(PAUSE),
            Err(TryLockError::WouldBlock) => return Err(in_use(folder)),
            Err(TryLockError::Error(e)) => return Err(e.into()),
        }
    }
    // What a crash left half written; from here on nobody else writes here.
    sweep_parts(folder)?;
    let holder = InUse { computer: computer_name(), since: now };
    match write_whole(&note, &serde_json::to_vec(&holder).unwrap_or_default()) {
        Err(e) if matches!(e.code(), Code::DiskReadOnly | Code::FileDenied) => return Err(e),
        // The lock holds without the note: whoever comes to make room on a full disk must get in, and so must who finds a folder of
        // that name there.
        _ => {}
    }
    Ok(FolderLock { file, note })
}

/// Who holds the lock now, if anyone does. Takes nothing.
pub(super) fn holder(folder: &Path) -> Option<InUse> {
    let (lock, note) = paths(folder);
    let file = open_own(&lock, Access::Read).ok()?;
    if file.try_lock_shared().is_ok() {
        return None;
    }
    let noted = read_own(&note, MOST).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    Some(noted.unwrap_or_else(|| InUse { computer: String::new(), since: Timestamp(0) }))
}

fn in_use(folder: &Path) -> Error {
    let error = Error::new(Code::VaultInUse);
    match holder(folder) {
        Some(h) => error.arg("computer", h.computer).arg("since", h.since.0),
        None => error,
    }
}

fn computer_name() -> String {
    let from_file = || String::from_utf8(read_chosen(Path::new("/etc/hostname"), MOST).ok()?).ok();
    let name = std::env::var("COMPUTERNAME").ok().or_else(from_file).or_else(|| std::env::var("HOSTNAME").ok());
    name.map(|n| n.trim().chars().filter(|c| !c.is_control()).take(64).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_is_told_who_holds_the_vault_and_gets_it_when_the_first_lets_go() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(holder(folder.path()), None);
        let first = take(folder.path(), Timestamp(42)).unwrap();
        let refused = take(folder.path(), Timestamp(43)).unwrap_err();
        assert_eq!(refused.code(), Code::VaultInUse);
        assert_eq!(refused.view().args["since"], "42");
        assert_eq!(holder(folder.path()).unwrap().since, Timestamp(42));
        drop(first);
        assert_eq!(holder(folder.path()), None);
        take(folder.path(), Timestamp(44)).unwrap();
    }

    /// As somebody does who only looks and leaves the row of it.
    #[test]
    fn whoever_comes_to_write_waits_for_one_who_holds_the_folder_for_a_moment() {
        let folder = tempfile::tempdir().unwrap();
        let first = take(folder.path(), Timestamp(42)).unwrap();
        assert_eq!(take_at_once(folder.path(), Timestamp(43)).unwrap_err().code(), Code::VaultInUse);
        std::thread::scope(|threads| {
            threads.spawn(move || {
                sleep(Duration::from_millis(200));
                drop(first);
            });
            take(folder.path(), Timestamp(43)).unwrap();
        });
    }
}
