//! A folder for one run of the program, private to this user of the computer and removed when the program ends. The
//! next run removes what a killed run left behind.
use super::own::{Access, is_own, open_own, wipe};
use crate::error::{Code, Error, Result};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use tempfile::{Builder, TempDir};

const PREFIX: &str = "kluis-";
/// Marks the folder as the program's. While it is locked, a run is using the folder.
const LOCK: &str = "ledenkluis.lock";

/// The folder. It exists as long as this value.
#[derive(Debug)]
pub struct Scratch {
    // Declared before the folder, so that it is closed first: some systems cannot remove an open file.
    _lock: File,
    folder: TempDir,
}

impl Scratch {
    /// Creates a folder among the system's temporary files.
    ///
    /// # Errors
    /// `scratch.unusable`, so that the error does not seem to be about the vault; `disk.full`.
    pub fn new() -> Result<Self> {
        Self::within(&std::env::temp_dir()).map_err(|why| match why.code() {
            Code::DiskFull => why,
            _ => Error::new(Code::ScratchUnusable).because(why),
        })
    }

    fn within(place: &Path) -> Result<Self> {
        remove_stale(place);
        let mut how = Builder::new();
        how.prefix(PREFIX).rand_bytes(12);
        #[cfg(unix)]
        how.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let folder = how.tempdir_in(place)?;
        // Locked before it gets its name, so that no other run ever sees it unlocked.
        let unnamed = folder.path().join("new");
        let lock = open_own(&unnamed, Access::New)?;
        lock.lock()?;
        fs::rename(unnamed, folder.path().join(LOCK))?;
        Ok(Scratch { _lock: lock, folder })
    }

    /// The path of the folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        wipe_files(self.folder.path());
    }
}

/// Whatever cannot be removed is left for the next run, so that it never blocks the user.
fn remove_stale(place: &Path) {
    for entry in fs::read_dir(place).into_iter().flatten().flatten() {
        let is_ours = entry.file_name().to_str().is_some_and(|name| name.starts_with(PREFIX));
        let folder = entry.path();
        if is_ours && fs::symlink_metadata(&folder).is_ok_and(|found| found.is_dir() && is_own(&found)) {
            // Kept locked while the folder is cleared, so that two runs do not clear it at once.
            let Ok(lock) = open_own(&folder.join(LOCK), Access::Write) else { continue };
            if lock.try_lock().is_ok() {
                wipe_files(&folder);
                let _ = fs::remove_dir_all(&folder);
            }
        }
    }
}

/// Overwrites every file below a folder except the lock. Links are removed, not followed.
fn wipe_files(folder: &Path) {
    let mut folders: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).into_iter().flatten().flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                _ if entry.file_name() == LOCK => {}
                _ => drop(wipe(&entry.path())),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::files::write_whole;

    #[test]
    fn what_a_killed_run_left_is_cleared_away_and_what_another_uses_is_not() {
        let place = tempfile::tempdir().unwrap();
        let in_use = Scratch::within(place.path()).unwrap();
        // As after a kill: the lock is free, but the folder is still there.
        let killed = Scratch::within(place.path()).unwrap();
        let left = killed.path().to_owned();
        fs::create_dir(left.join("print")).unwrap();
        write_whole(&left.join("print/rapport.pdf"), b"x").unwrap();
        killed._lock.unlock().unwrap();
        // Folders that look similar but are not the program's.
        for name in ["kluis-eigen", "andere-map"] {
            fs::create_dir(place.path().join(name)).unwrap();
            write_whole(&place.path().join(name).join("brief.txt"), b"x").unwrap();
        }
        let third = Scratch::within(place.path()).unwrap();
        assert!(!left.exists());
        assert!(in_use.path().join(LOCK).exists() && third.path().exists());
        assert!(place.path().join("kluis-eigen/brief.txt").exists());
        let gone = third.path().to_owned();
        drop(third);
        assert!(!gone.exists());
    }

    #[cfg(unix)]
    #[test]
    fn only_this_user_may_enter_and_no_link_in_it_is_followed() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let place = tempfile::tempdir().unwrap();
        let outside = place.path().join("brief.txt");
        write_whole(&outside, b"lief dagboek").unwrap();
        let scratch = Scratch::within(place.path()).unwrap();
        assert_eq!(fs::metadata(scratch.path()).unwrap().permissions().mode() & 0o777, 0o700);
        symlink(&outside, scratch.path().join("rapport.pdf")).unwrap();
        drop(scratch);
        assert_eq!(fs::read(&outside).unwrap(), b"lief dagboek");
    }
}
