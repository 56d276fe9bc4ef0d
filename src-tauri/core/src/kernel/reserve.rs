//! Disk space kept in reserve for erasures. Deleting and cleaning up need space too, and a full disk must not prevent
//! the erasure of a person.
use crate::error::{Code, OrError, Result};
use crate::kernel::files::{look_at, write_whole};
use std::fs;
use std::path::{Path, PathBuf};

const LEAST: u64 = 1 << 20;
const MOST: u64 = 256 << 20;

/// Where the reserve is.
pub(crate) fn path(folder: &Path) -> PathBuf {
    folder.join("reserve")
}

/// Releases the reserve and returns whether there was one.
///
/// # Errors
/// Any error of the file system.
pub fn release(folder: &Path) -> Result<bool> {
    match fs::remove_file(path(folder)) {
        Ok(()) => Ok(true),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(e) => Err(e.into()),
    }
}

/// Does something, and once more without the reserve if the disk had no room for it. Where there is room the reserve
/// stays: making it costs more than most of what it is for.
///
/// # Errors
/// Those of `act`, which must leave things as they were when it refuses with `disk.full`.
pub(crate) fn with_room<T>(folder: &Path, mut act: impl FnMut() -> Result<T>) -> Result<T> {
    match act() {
        Err(e) if e.code() == Code::DiskFull && release(folder)? => act(),
        done => done,
    }
}

/// Creates or enlarges the reserve: as much as the database and its journal may need during a rewrite, and a fifth more,
/// so that it is not made again whenever the database grows. Filled with random bytes, so that a compressing file system
/// cannot shrink it.
///
/// # Errors
/// `disk.full`: a failed attempt leaves nothing behind.
pub fn ensure(folder: &Path) -> Result<()> {
    let data = data_length(folder)?;
    let (needed, wanted) = ((data * 5 / 4).clamp(LEAST, MOST), (data * 3 / 2).clamp(LEAST, MOST));
    // A link at this path is no reserve; the write below replaces it.
    if look_at(&path(folder)).is_ok_and(|found| found.is_some_and(|m| m.len() >= needed)) {
        return Ok(());
    }
    let mut bytes = vec![0_u8; usize::try_from(wanted).or_broken()?];
    getrandom::fill(&mut bytes).or_broken()?;
    write_whole(&path(folder), &bytes)
}

/// Checks that the disk has room for a journal of the database, by writing one: no system call reports what a quota
/// leaves.
///
/// # Errors
/// `disk.full`, `disk.read_only` and the like: a failed attempt leaves nothing behind.
pub fn try_journal(folder: &Path) -> Result<()> {
    let path = folder.join("room");
    write_whole(&path, &vec![1_u8; usize::try_from(data_length(folder)? * 9 / 8).or_broken()?])?;
    Ok(fs::remove_file(path)?)
}

fn data_length(folder: &Path) -> Result<u64> {
    Ok(look_at(&folder.join("data.db"))?.or_refuse(Code::VaultDataMissing)?.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    #[test]
    fn the_room_grows_with_the_vault_and_is_given_up_and_taken_again() {
        let folder = tempfile::tempdir().unwrap();
        let size = || fs::metadata(path(folder.path())).map(|m| m.len()).ok();
        write_whole(&folder.path().join("data.db"), &[0; 4096]).unwrap();
        ensure(folder.path()).unwrap();
        assert_eq!(size(), Some(LEAST));
        write_whole(&folder.path().join("data.db"), &vec![0; 4 << 20]).unwrap();
        ensure(folder.path()).unwrap();
        assert_eq!(size(), Some(6 << 20));
        write_whole(&folder.path().join("data.db"), &vec![0; 9 << 19]).unwrap();
        ensure(folder.path()).unwrap();
        assert_eq!(size(), Some(6 << 20), "still a quarter more than the vault");
        assert!(release(folder.path()).unwrap());
        assert!(!release(folder.path()).unwrap());
        assert_eq!(size(), None);
    }

    #[test]
    fn it_is_given_up_only_when_the_disk_is_full() {
        let folder = tempfile::tempdir().unwrap();
        let is_there = || path(folder.path()).is_file();
        write_whole(&folder.path().join("data.db"), &[0; 4096]).unwrap();
        let full = || Err::<(), _>(Error::new(Code::DiskFull));
        ensure(folder.path()).unwrap();
        with_room(folder.path(), || Ok(())).unwrap();
        let other = with_room(folder.path(), || Err::<(), _>(Error::new(Code::PersonMissing)));
        assert_eq!((other.unwrap_err().code(), is_there()), (Code::PersonMissing, true));
        with_room(folder.path(), || if is_there() { full() } else { Ok(()) }).unwrap();
        assert!(!is_there());
        let mut tried = 0;
        let refused = with_room(folder.path(), || {
            tried += 1;
            full()
        });
        assert_eq!((refused.unwrap_err().code(), tried), (Code::DiskFull, 1), "nothing to give up, so not tried again");
    }
}
