//! Only one program at a time writes in a vault. It takes an operating system's lock on a file in the folder, which is
//! released when the program ends, however it ends. A note next to it says who holds the lock, so that others can be
//! told.
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
    /// Only the note says so: it came here from that computer, in a synchronised folder or on a stick. Nobody holds the
    /// lock on this computer.
    #[serde(default)]
    pub elsewhere: bool,
}

/// A longer note is not ours.
const MOST: u64 = 4096;

/// Holds the folder's lock until it is dropped.
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

/// A read-only session holds the lock just long enough to write one row, and `holder` for even less. Such short holds
/// are waited for.
const PATIENCE: Duration = Duration::from_secs(1);
const PAUSE: Duration = Duration::from_millis(20);

/// Takes the lock. If somebody holds it, tries again for a second. `is_closed_elsewhere`: the user confirms that no other
/// computer has the vault open, although its note says so.
///
/// # Errors
/// `vault.in_use` with the computer and since when, and with `elsewhere` if only a note says so; `vault.link` when the lock is a link; `disk.read_only` or
/// `file.denied` when the folder cannot be written at all.
pub(super) fn take(folder: &Path, now: Timestamp, is_closed_elsewhere: bool) -> Result<FolderLock> {
    take_within(PATIENCE, folder, now, is_closed_elsewhere)
}

/// As `take`, without waiting: for work that may be skipped.
///
/// # Errors
/// As `take`.
pub(super) fn take_at_once(folder: &Path, now: Timestamp, is_closed_elsewhere: bool) -> Result<FolderLock> {
    take_within(Duration::ZERO, folder, now, is_closed_elsewhere)
}

fn take_within(patience: Duration, folder: &Path, now: Timestamp, is_closed_elsewhere: bool) -> Result<FolderLock> {
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
    if let Some(holder) = elsewhere(&note).filter(|_| !is_closed_elsewhere) {
        return Err(told_of(holder));
    }
    // Removes what a crash left half written: from here on nobody else writes here.
    sweep_parts(folder)?;
    let holder = InUse { computer: computer_name(), since: now, elsewhere: false };
    match write_whole(&note, &serde_json::to_vec(&holder).unwrap_or_default()) {
        Err(e) if matches!(e.code(), Code::DiskReadOnly | Code::FileDenied) => return Err(e),
        // The lock is valid without the note: a full disk must not keep out a user who comes to make room, nor must a
        // folder of that name.
        _ => {}
    }
    Ok(FolderLock { file, note })
}

/// The note of another computer. A crash on this one leaves its own note, which means nothing.
fn elsewhere(note: &Path) -> Option<InUse> {
    let noted = noted(note).filter(|noted| !noted.computer.is_empty() && noted.computer != computer_name())?;
    Some(InUse { elsewhere: true, ..noted })
}

fn noted(note: &Path) -> Option<InUse> {
    read_own(note, MOST).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok())
}

/// Who holds the lock now, if anyone, or has it according to a note from elsewhere. Only probes it with a shared lock.
pub(super) fn holder(folder: &Path) -> Option<InUse> {
    let (lock, note) = paths(folder);
    let file = open_own(&lock, Access::Read).ok()?;
    if file.try_lock_shared().is_ok() {
        return elsewhere(&note);
    }
    Some(noted(&note).unwrap_or_else(|| InUse { computer: String::new(), since: Timestamp(0), elsewhere: false }))
}

fn in_use(folder: &Path) -> Error {
    holder(folder).map_or_else(|| Error::new(Code::VaultInUse), told_of)
}

fn told_of(holder: InUse) -> Error {
    let error = Error::new(Code::VaultInUse).arg("computer", holder.computer).arg("since", holder.since.0);
    if holder.elsewhere { error.arg("elsewhere", true) } else { error }
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
        let first = take(folder.path(), Timestamp(42), false).unwrap();
        let refused = take(folder.path(), Timestamp(43), false).unwrap_err();
        assert_eq!(refused.code(), Code::VaultInUse);
        assert_eq!(refused.view().args["since"], "42");
        assert_eq!(holder(folder.path()).unwrap().since, Timestamp(42));
        drop(first);
        assert_eq!(holder(folder.path()), None);
        take(folder.path(), Timestamp(44), false).unwrap();
    }

    #[test]
    fn a_note_that_came_from_another_computer_keeps_the_vault_until_the_user_says_that_it_is_closed_there() {
        let folder = tempfile::tempdir().unwrap();
        let note = InUse { computer: "LAPTOP-VAN-HENK".into(), since: Timestamp(42), elsewhere: false };
        let bytes = serde_json::to_vec(&note).unwrap();
        drop(take(folder.path(), Timestamp(1), false).unwrap());
        write_whole(&paths(folder.path()).1, &bytes).unwrap();
        assert_eq!(holder(folder.path()), Some(InUse { elsewhere: true, ..note }));
        let refused = take(folder.path(), Timestamp(43), false).unwrap_err();
        let args = refused.view().args;
        assert_eq!((refused.code(), args["elsewhere"].as_str()), (Code::VaultInUse, "true"));
        assert_eq!(take_at_once(folder.path(), Timestamp(43), false).unwrap_err().code(), Code::VaultInUse);
        assert_eq!(std::fs::read(paths(folder.path()).1).unwrap(), bytes, "the note of the other computer stays");
        drop(take(folder.path(), Timestamp(43), true).unwrap());
        take(folder.path(), Timestamp(44), false).unwrap();
    }

    #[test]
    fn the_note_that_a_crash_on_this_computer_left_keeps_nobody_out() {
        let folder = tempfile::tempdir().unwrap();
        drop(take(folder.path(), Timestamp(42), false).unwrap());
        let note = InUse { computer: computer_name(), since: Timestamp(42), elsewhere: false };
        write_whole(&paths(folder.path()).1, &serde_json::to_vec(&note).unwrap()).unwrap();
        assert_eq!(holder(folder.path()), None);
        take(folder.path(), Timestamp(43), false).unwrap();
    }

    /// Like a read-only session that writes its row.
    #[test]
    fn whoever_comes_to_write_waits_for_one_who_holds_the_folder_for_a_moment() {
        let folder = tempfile::tempdir().unwrap();
        let first = take(folder.path(), Timestamp(42), false).unwrap();
        assert_eq!(take_at_once(folder.path(), Timestamp(43), false).unwrap_err().code(), Code::VaultInUse);
        std::thread::scope(|threads| {
            threads.spawn(move || {
                sleep(Duration::from_millis(200));
                drop(first);
            });
            take(folder.path(), Timestamp(43), false).unwrap();
        });
    }
}
