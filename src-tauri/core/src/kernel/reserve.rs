//! Disk space kept in reserve for erasures. Deleting and cleaning up need space too, and a full disk must not prevent
//! the erasure of a person.
use crate::error::{Code, OrError, Result};
use crate::kernel::files::{look_at, write_whole};
use std::fs;
use std::path::{Path, PathBuf};

const LEAST: u64 = 1 << 20;
const MOST: u64 = 256 << 20;

fn path(folder: &Path) -> PathBuf {
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

/// Creates or enlarges the reserve: as much as the database and its journal may need during a rewrite. Filled with
/// random bytes, so that a compressing file system cannot shrink it.
///
/// # Errors
/// `disk.full`: a failed attempt leaves nothing behind.
pub fn ensure(folder: &Path) -> Result<()> {
    let wanted = (data_length(folder)? * 5 / 4).clamp(LEAST, MOST);
    // A link at this path is no reserve; the write below replaces it.
    if look_at(&path(folder)).is_ok_and(|found| found.is_some_and(|m| m.len() >= wanted)) {
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

    #[test]
    fn the_room_grows_with_the_vault_and_is_given_up_and_taken_again() {
        let folder = tempfile::tempdir().unwrap();
        let size = || fs::metadata(path(folder.path())).map(|m| m.len()).ok();
        write_whole(&folder.path().join("data.db"), &[0; 4096]).unwrap();
        ensure(folder.path()).unwrap();
        assert_eq!(size(), Some(LEAST));
        write_whole(&folder.path().join("data.db"), &vec![0; 4 << 20]).unwrap();
        ensure(folder.path()).unwrap();
        assert_eq!(size(), Some(5 << 20));
        assert!(release(folder.path()).unwrap());
        assert!(!release(folder.path()).unwrap());
        assert_eq!(size(), None);
    }
}
