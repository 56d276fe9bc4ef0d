//! Links, hard links and permissions per operating system.
use crate::error::Result;
#[cfg(unix)]
pub(super) use unix::*;
#[cfg(windows)]
pub(super) use windows::*;

use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io;
use std::path::Path;

#[cfg(unix)]
mod unix {
    use super::*;
    use rustix::fs::OFlags;
    use rustix::io::Errno;
    use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};

    /// Follows no link, does not block on a pipe, and creates files that only this user can access.
    pub(crate) fn stay_here(how: &mut OpenOptions) {
        how.mode(0o600).custom_flags(flags(OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY));
    }

    /// Does not block on a pipe.
    pub(crate) fn do_not_wait(how: &mut OpenOptions) {
        how.custom_flags(flags(OFlags::NONBLOCK | OFlags::NOCTTY));
    }

    fn flags(flags: OFlags) -> i32 {
        flags.bits().cast_signed()
    }

    /// Its disk and its number there.
    pub(crate) fn identity(_: &Path, found: &Metadata) -> io::Result<(u64, u64)> {
        Ok((found.dev(), found.ino()))
    }

    /// The number of bytes it occupies on disk.
    pub(crate) fn taken(found: &Metadata) -> u64 {
        found.blocks().saturating_mul(512)
    }

    /// Whether opening failed because `stay_here` refuses links.
    pub(crate) fn is_link(e: &io::Error) -> bool {
        matches!(Errno::from_io_error(e), Some(Errno::LOOP | Errno::MLINK))
    }

    /// The number of hard links to the file.
    pub(crate) fn names(_: &Path, found: &Metadata) -> Result<u64> {
        Ok(found.nlink())
    }

    pub(crate) fn has_one_name(_: &File, found: &Metadata) -> Result<bool> {
        Ok(found.nlink() <= 1)
    }

    /// Errors are ignored: most memory sticks have a file system without permissions.
    pub(crate) fn make_private(file: &File, found: &Metadata) {
        if found.mode() & 0o077 != 0 {
            let _ = file.set_permissions(fs::Permissions::from_mode(0o600));
        }
    }

    pub(crate) fn is_own(found: &Metadata) -> bool {
        found.uid() == rustix::process::geteuid().as_raw()
    }

    pub(crate) fn private_folder(how: &mut DirBuilder) {
        how.mode(0o700);
    }

    /// For a folder that already existed.
    pub(crate) fn close_folder(folder: &Path) -> Result<()> {
        Ok(fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?)
    }
}

/// On Windows, folders of a user are private to that user by default, so there are no permissions to set.
#[cfg(windows)]
mod windows {
    use super::*;
    use std::os::windows::fs::OpenOptionsExt;

    const OPEN_REPARSE_POINT: u32 = 0x0020_0000;

    /// Opens a link itself instead of its target; the caller then sees that it is not a regular file.
    pub(crate) fn stay_here(how: &mut OpenOptions) {
        how.custom_flags(OPEN_REPARSE_POINT);
    }

    pub(crate) fn do_not_wait(_: &mut OpenOptions) {}

    pub(crate) fn is_link(_: &io::Error) -> bool {
        false
    }

    pub(crate) fn taken(found: &Metadata) -> u64 {
        found.len()
    }

    pub(crate) fn identity(path: &Path, _: &Metadata) -> io::Result<(u64, u64)> {
        let found = information(path)?;
        Ok((found.volume_serial_number(), found.file_index()))
    }

    fn information(path: &Path) -> io::Result<winapi_util::file::Information> {
        let mut how = OpenOptions::new();
        stay_here(how.read(true));
        winapi_util::file::information(how.open(path)?)
    }

    pub(crate) fn names(path: &Path, _: &Metadata) -> Result<u64> {
        Ok(information(path)?.number_of_links())
    }

    pub(crate) fn has_one_name(file: &File, _: &Metadata) -> Result<bool> {
        Ok(winapi_util::file::information(file)?.number_of_links() <= 1)
    }

    pub(crate) fn make_private(_: &File, _: &Metadata) {}

    pub(crate) fn is_own(_: &Metadata) -> bool {
        true
    }

    pub(crate) fn private_folder(_: &mut DirBuilder) {}

    pub(crate) fn close_folder(folder: &Path) -> Result<()> {
        fs::metadata(folder).map(drop).map_err(Into::into)
    }
}
