//! Only one program at a time writes in a vault. It takes an operating system's lock on a file in the folder, which is
//! released when the program ends, however it ends. A note next to it says who holds the lock, so that others can be
//! told.
use super::journal::{self, BeforeRepair};
use super::keyring::header::Header;
use super::plain::plain;
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::files::{Access, FileIdentity, identity, open_own, read_own, sweep_parts, write_whole};
use crate::kernel::time::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Who has the vault open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct InUse {
    /// The name of the computer that has it open.
    pub computer: String,
    /// Since when it has been open there.
    pub since: Timestamp,
    /// Only the note says so: it came here from that computer, in a synchronised folder or on a stick. Nobody holds the
    /// lock on this computer.
    pub elsewhere: bool,
}

/// What the note says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Note {
    computer: String,
    /// A mark of that computer, because two may have the same name; empty where the system knows none.
    #[serde(default)]
    mark: String,
    since: Timestamp,
    /// Which file `data.db` is on that computer.
    #[serde(default)]
    data: Option<FileIdentity>,
}

/// A longer note is not ours.
const MOST: u64 = 4096;

/// Holds the folder's lock until it is dropped.
#[derive(Debug)]
pub(super) struct FolderLock {
    file: File,
    note: PathBuf,
    /// What this program wrote into the note.
    own: Vec<u8>,
    /// Did the last session in this folder end in a crash on this computer, and is `data.db` the file that it had open?
    is_own_crash: bool,
    /// The note that was there: of a crash, or of another computer.
    before: Option<Note>,
    /// Did the vault open with this lock?
    has_opened: bool,
    before_repair: Option<BeforeRepair>,
}

impl FolderLock {
    /// Did the last session in this folder end in a crash on this computer, in this very file?
    pub(super) fn is_own_crash(&self) -> bool {
        self.is_own_crash
    }

    /// Decides what a journal beside `data.db` is, before anything opens the data.
    ///
    /// # Errors
    /// As `journal::settle`.
    pub(super) fn settle_journal(&mut self, folder: &Path, headers: &[Header]) -> Result<()> {
        let mark = here(Timestamp(0)).mark;
        self.before_repair = journal::settle(folder, headers, &mark, self.is_own_crash)?;
        self.note_file(folder);
        Ok(())
    }

    /// Writes into the note which file `data.db` is now.
    pub(super) fn note_file(&mut self, folder: &Path) {
        let file = identity(&folder.join("data.db")).ok().flatten();
        let Ok(noted) = serde_json::from_slice::<Note>(&self.own) else { return };
        let Ok(own) = serde_json::to_vec(&Note { data: file, ..noted }) else { return };
        // Without it the next session is careful with what a crash leaves.
        if own != self.own && write_whole(&self.note, &own).is_ok() {
            self.own = own;
        }
    }

    /// If nothing was opened, such as after a wrong passphrase, the note of before still says what it said. False where
    /// there was none.
    fn leave_note_of_before(&self) -> bool {
        let Some(before) = self.before.as_ref().filter(|_| !self.has_opened) else { return false };
        // What was put back after a rollback is the same data in another file.
        let data = self.note.with_file_name("data.db");
        let file = if self.is_own_crash { identity(&data).ok().flatten() } else { before.data };
        let again = serde_json::to_vec(&Note { data: file, ..before.clone() });
        again.is_ok_and(|again| write_whole(&self.note, &again).is_ok())
    }

    /// Was a journal rolled back of which nobody knows whose it was?
    pub(super) fn is_repair_doubtful(&self) -> bool {
        self.before_repair.as_ref().is_some_and(BeforeRepair::is_doubtful)
    }

    /// The vault has opened, so a rollback was right.
    ///
    /// # Errors
    /// I/O errors.
    pub(super) fn confirm_repair(&mut self) -> Result<()> {
        self.has_opened = true;
        self.before_repair.take().map_or(Ok(()), BeforeRepair::confirm)
    }
}

impl Drop for FolderLock {
    fn drop(&mut self) {
        drop(self.before_repair.take());
        // The note of another computer, which came here meanwhile, stays.
        if read_own(&self.note, MOST).is_ok_and(|now| now == self.own) && !self.leave_note_of_before() {
            let _ = std::fs::remove_file(&self.note);
        }
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

/// Takes the lock. If somebody holds it, tries again for a second. `is_closed_elsewhere`: the user confirms that no
/// other computer has the vault open, although its note says so.
///
/// # Errors
/// `vault.in_use` with the computer and since when, and with `elsewhere` if only a note says so; `vault.link` when the
/// lock is a link; `disk.read_only` or `file.denied` when the folder cannot be written at all.
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
    let lock = open_own(&lock, Access::Create)?;
    let started = Instant::now();
    loop {
        match lock.try_lock() {
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
    let file = identity(&folder.join("data.db")).ok().flatten();
    let before = noted(&note);
    let is_own_crash = file.is_some() && before.as_ref().is_some_and(|last| is_here(last) && last.data == file);
    let own = serde_json::to_vec(&Note { data: file, ..here(now) }).or_broken()?;
    match write_whole(&note, &own) {
        Err(e) if matches!(e.code(), Code::DiskReadOnly | Code::FileDenied) => return Err(e),
        // The lock is valid without the note: a full disk must not keep out a user who comes to make room, nor must a
        // folder of that name.
        _ => {}
    }
    Ok(FolderLock { file: lock, note, own, is_own_crash, before, has_opened: false, before_repair: None })
}

/// The note of another computer. A crash on this one leaves its own note, which means nothing.
fn elsewhere(note: &Path) -> Option<InUse> {
    let noted = noted(note).filter(|noted| !is_here(noted))?;
    Some(InUse { computer: noted.computer, since: noted.since, elsewhere: true })
}

/// Did this computer write it?
fn is_here(noted: &Note) -> bool {
    let here = here(Timestamp(0));
    if noted.mark.is_empty() || here.mark.is_empty() {
        noted.computer.is_empty() || noted.computer == here.computer
    } else {
        noted.mark == here.mark
    }
}

/// The note as far as it can be ours: whoever can write in the folder can write anything into it, and it is shown.
fn noted(note: &Path) -> Option<Note> {
    let noted = read_own(note, MOST).ok().and_then(|bytes| serde_json::from_slice::<Note>(&bytes).ok())?;
    noted.since.is_sane().then(|| Note { computer: shown(&noted.computer), ..noted })
}

/// The name of a computer, not longer than names are.
fn shown(name: &str) -> String {
    plain(name).chars().take(64).collect()
}

/// Who holds the lock now, if anyone, or has it according to a note from elsewhere. Only probes it with a shared lock.
pub(super) fn holder(folder: &Path) -> Option<InUse> {
    let (lock, note) = paths(folder);
    let file = open_own(&lock, Access::Read).ok()?;
    if file.try_lock_shared().is_ok() {
        return elsewhere(&note);
    }
    let (computer, since) = noted(&note).map_or((String::new(), Timestamp(0)), |noted| (noted.computer, noted.since));
    Some(InUse { computer, since, elsewhere: false })
}

fn in_use(folder: &Path) -> Error {
    holder(folder).map_or_else(|| Error::new(Code::VaultInUse), told_of)
}

fn told_of(holder: InUse) -> Error {
    let error = Error::new(Code::VaultInUse).arg("computer", holder.computer).arg("since", holder.since.0);
    if holder.elsewhere { error.arg("elsewhere", true) } else { error }
}

/// The note of this computer. Its mark is made from what its system is known by, which itself never leaves it.
fn here(since: Timestamp) -> Note {
    static HERE: LazyLock<(String, String)> = LazyLock::new(|| {
        let known_by = machine_uid::get().unwrap_or_default();
        let mark = hex::encode(&Sha256::digest(format!("ledenkluis in-use {known_by}"))[..8]);
        let name = shown(&gethostname::gethostname().to_string_lossy());
        (name, if known_by.is_empty() { String::new() } else { mark })
    });
    let (computer, mark) = HERE.clone();
    Note { computer, mark, since, data: None }
}

/// Was a repair of the data cut off on this computer? Then the file may be half repaired.
pub(super) fn is_under_repair(folder: &Path) -> bool {
    journal::is_under_way(folder, &here(Timestamp(0)).mark)
}

/// Leaves the note that a crash of this computer leaves, for the tests.
#[cfg(test)]
pub(super) fn leave_note(folder: &Path) {
    let file = identity(&folder.join("data.db")).unwrap();
    let note = serde_json::to_vec(&Note { data: file, ..here(Timestamp(0)) }).unwrap();
    write_whole(&paths(folder).1, &note).unwrap();
}

/// The mark in the notes of this computer, for the tests.
#[cfg(test)]
pub(super) fn mark_of_this_computer() -> String {
    here(Timestamp(0)).mark
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
        let note = Note { computer: "LAPTOP-VAN-HENK".into(), mark: String::new(), since: Timestamp(42), data: None };
        let bytes = serde_json::to_vec(&note).unwrap();
        drop(take(folder.path(), Timestamp(1), false).unwrap());
        write_whole(&paths(folder.path()).1, &bytes).unwrap();
        let told = InUse { computer: note.computer, since: note.since, elsewhere: true };
        assert_eq!(holder(folder.path()), Some(told));
        let refused = take(folder.path(), Timestamp(43), false).unwrap_err();
        let args = refused.view().args;
        assert_eq!((refused.code(), args["elsewhere"].as_str()), (Code::VaultInUse, "true"));
        assert_eq!(take_at_once(folder.path(), Timestamp(43), false).unwrap_err().code(), Code::VaultInUse);
        assert_eq!(std::fs::read(paths(folder.path()).1).unwrap(), bytes, "the note of the other computer stays");
        let lock = take(folder.path(), Timestamp(43), true).unwrap();
        write_whole(&paths(folder.path()).1, &bytes).unwrap();
        drop(lock);
        assert_eq!(holder(folder.path()).map(|h| h.computer), Some("LAPTOP-VAN-HENK".into()), "it came back meanwhile");
        drop(take(folder.path(), Timestamp(43), true).unwrap());
        assert!(holder(folder.path()).is_some(), "nothing was opened, so the note is as true as before");
        let mut lock = take(folder.path(), Timestamp(43), true).unwrap();
        lock.confirm_repair().unwrap();
        drop(lock);
        take(folder.path(), Timestamp(44), false).unwrap();
    }

    #[test]
    fn what_a_stranger_writes_into_the_note_is_not_shown_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        drop(take(folder.path(), Timestamp(1), false).unwrap());
        let write = |text: &str| write_whole(&paths(folder.path()).1, text.as_bytes()).unwrap();
        write(r#"{"computer":"x","since":9000000000000000}"#);
        assert_eq!(holder(folder.path()), None, "no calendar has that day");
        write(&format!("{{\"computer\":\"\u{202e}{}\",\"since\":42}}", "pc".repeat(500)));
        assert_eq!(holder(folder.path()).unwrap().computer, "pc".repeat(32));
    }

    #[test]
    fn the_note_that_a_crash_on_this_computer_left_keeps_nobody_out() {
        let folder = tempfile::tempdir().unwrap();
        drop(take(folder.path(), Timestamp(42), false).unwrap());
        let write = |note: Note| write_whole(&paths(folder.path()).1, &serde_json::to_vec(&note).unwrap()).unwrap();
        write(here(Timestamp(42)));
        assert_eq!(holder(folder.path()), None);
        take(folder.path(), Timestamp(43), false).unwrap();
        write(Note { computer: "renamed meanwhile".into(), ..here(Timestamp(42)) });
        assert_eq!(holder(folder.path()), None, "it has another name and is the same computer");
        write(Note { mark: String::new(), ..here(Timestamp(42)) });
        assert_eq!(holder(folder.path()), None, "an earlier version wrote no mark");
    }

    #[test]
    fn another_computer_with_the_same_name_is_another() {
        let folder = tempfile::tempdir().unwrap();
        drop(take(folder.path(), Timestamp(42), false).unwrap());
        let note = Note { mark: "0123456789abcdef".into(), ..here(Timestamp(42)) };
        write_whole(&paths(folder.path()).1, &serde_json::to_vec(&note).unwrap()).unwrap();
        assert_ne!(here(Timestamp(0)).mark, "", "the computer on which the tests run is known by something");
        assert_eq!(take(folder.path(), Timestamp(43), false).unwrap_err().code(), Code::VaultInUse);
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
