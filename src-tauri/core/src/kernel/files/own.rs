//! Files that are the program's own: in the folder of a vault, in its home, in its scratch folder. Whoever can write in such
//! a folder can put a link there, so none is followed: what is opened is a regular file with one name, or it is not opened.
use crate::error::{Code, Error, OrError, Result};
use std::ffi::OsStr;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;
use tempfile::{Builder, NamedTempFile};

/// How a file of the program's own is opened. None of these empties it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// To read what is there.
    Read,
    /// To write over what is there.
    Write,
    /// To write at its end; made if it is not there.
    Append,
    /// To write; made if it is not there.
    Create,
    /// To write; it must not be there.
    New,
}

/// Opens a file of the program's own. What is made, and what is opened for writing, is for this user of the computer alone.
///
/// # Errors
/// `vault.link` for a link, for a file that has a second name elsewhere, and for what is no file; `file.missing`, `disk.…`.
pub fn open_own(path: &Path, access: Access) -> Result<File> {
    // Told before it is opened: opening a pipe waits, and opening a device may do something.
    if access != Access::New {
        look_at(path)?;
    }
    let mut how = OpenOptions::new();
    match access {
        Access::Read => how.read(true),
        Access::Write => how.write(true),
        Access::Append => how.append(true).create(true),
        Access::Create => how.write(true).create(true).truncate(false),
        Access::New => how.write(true).create_new(true),
    };
    system::stay_here(&mut how);
    let file = how.open(path).map_err(|e| if system::is_link(&e) { link(path).because(e) } else { e.into() })?;
    // What was put there in between is told by what was opened.
    let found = file.metadata()?;
    if !found.is_file() || !system::has_one_name(&file, &found)? {
        return Err(link(path));
    }
    if access != Access::Read {
        system::make_private(&file, &found);
    }
    Ok(file)
}

/// What stands at a path of the program's own, without opening it; `None` if there is nothing.
///
/// # Errors
/// `vault.link`, as `open_own`.
pub fn look_at(path: &Path) -> Result<Option<Metadata>> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_file() && system::names(path, &found)? <= 1 => Ok(Some(found)),
        Ok(_) => Err(link(path)),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(e.into()),
    }
}

/// The name is one of the program's own, never a person's.
fn link(path: &Path) -> Error {
    let name = path.file_name().map(OsStr::to_string_lossy).unwrap_or_default();
    Error::new(Code::VaultLink).arg("file", name)
}

/// Reads a file of the program's own, of at most `limit` bytes.
///
/// # Errors
/// As `open_own`; `file.too_large`, also for one that grows while it is read.
pub fn read_own(path: &Path, limit: u64) -> Result<Vec<u8>> {
    read_at_most(open_own(path, Access::Read)?, limit)
}

/// Reads a file that a person chose, of at most `limit` bytes.
///
/// # Errors
/// As `open_chosen`; `file.too_large`.
pub fn read_chosen(path: &Path, limit: u64) -> Result<Vec<u8>> {
    read_at_most(open_chosen(path)?, limit)
}

/// Opens a file that a person chose. A link is followed: they chose it. It never waits.
///
/// # Errors
/// `file.not_a_file` for a folder, a pipe or a device; `file.missing`, `file.denied`.
pub fn open_chosen(path: &Path) -> Result<File> {
    let ensure = |found: Metadata| if found.is_file() { Ok(()) } else { Err(Error::new(Code::FileNotAFile)) };
    ensure(fs::metadata(path)?)?;
    let mut how = OpenOptions::new();
    how.read(true);
    system::do_not_wait(&mut how);
    let file = how.open(path)?;
    ensure(file.metadata()?)?;
    Ok(file)
}

fn read_at_most(file: File, limit: u64) -> Result<Vec<u8>> {
    let too_large = || Error::new(Code::FileTooLarge).arg("limit", limit);
    let length = file.metadata()?.len();
    if length > limit {
        return Err(too_large());
    }
    // Counted, not believed: it may grow, and some files say that they are empty.
    let mut bytes = Vec::with_capacity(usize::try_from(length).or_broken()?);
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit { Err(too_large()) } else { Ok(bytes) }
}

/// Overwrites a file with zeros, then removes it. A link is only taken away, and so is a file that has a second name: what it
/// leads to is somebody else's. On an SSD the old blocks may outlive this: what matters is encrypted.
///
/// # Errors
/// As the file system says.
pub fn wipe(path: &Path) -> Result<()> {
    // A file that cannot be written can still be removed.
    if let Ok(file) = open_own(path, Access::Write) {
        overwrite(&file)?;
    }
    Ok(fs::remove_file(path)?)
}

/// Overwrites an open file with zeros, durably.
///
/// # Errors
/// As the file system says.
pub fn overwrite(mut file: &File) -> io::Result<()> {
    let zeros = [0_u8; 65_536];
    let found = file.metadata()?;
    let mut left = found.len().min(system::taken(&found).max(MOST_OVERWRITTEN));
    while left > 0 {
        let n = left.min(zeros.len() as u64);
        file.write_all(zeros.get(..usize::try_from(n).unwrap_or(0)).unwrap_or(&zeros))?;
        left -= n;
    }
    file.sync_all()
}

/// Writes a file whole or not at all: beside it, made durable, then renamed over it. Only this user of the computer may
/// read it. A link at that place is replaced, not followed.
///
/// # Errors
/// As the file system says; what was there before stays.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    put_whole(path, |file| file.write_all(bytes))
}

/// The most that is overwritten of a file: more than the program keeps in any but the database. A file that says to be larger than
/// its blocks was put there by somebody else, and must not fill the disk.
const MOST_OVERWRITTEN: u64 = 64 * 1024 * 1024;

/// Copies a file of the program's own whole or not at all, as `write_whole` writes one.
///
/// # Errors
/// As `open_own` and `write_whole`.
pub fn copy_whole(from: &Path, to: &Path) -> Result<()> {
    let mut from = open_own(from, Access::Read)?;
    put_whole(to, |file| io::copy(&mut from, file).map(drop))
}

fn put_whole(path: &Path, fill: impl FnOnce(&mut File) -> io::Result<()>) -> Result<()> {
    #[cfg(test)]
    failing::check(path)?;
    let folder = folder_of(path);
    if fs::symlink_metadata(path).is_ok_and(|found| found.is_dir()) {
        return Err(link(path));
    }
    let mut part = part_in(folder)?;
    fill(part.as_file_mut())?;
    part.as_file().sync_all()?;
    part.persist(path).map_err(|e| e.error)?;
    Ok(sync(folder)?)
}

const PART: (&str, &str, usize) = (".kluis-", ".part", 16);

/// A new file in this folder that nobody else can read, under a name that nobody can have thought of. Removed when dropped.
pub(super) fn part_in(folder: &Path) -> Result<NamedTempFile> {
    let (before, after, random) = PART;
    Ok(Builder::new().prefix(before).suffix(after).rand_bytes(random).tempfile_in(folder)?)
}

/// Removes what a crash left half written in a folder of the program's own. Only where nobody else can be writing.
///
/// # Errors
/// As the file system says.
pub fn sweep_parts(folder: &Path) -> Result<()> {
    let (before, after, random) = PART;
    let is_part = |name: &str| {
        let middle = name.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
        middle.is_some_and(|m| m.len() == random && m.bytes().all(|b| b.is_ascii_alphanumeric()))
    };
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_str().is_some_and(is_part) && !entry.file_type()?.is_dir() {
            wipe(&entry.path())?;
        }
    }
    Ok(())
}

/// The folder of a path.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Makes the names in a folder durable, where the system knows of such a thing.
pub(crate) fn sync(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Makes a folder that only this user of the computer may enter, from its first moment.
///
/// # Errors
/// As the file system says.
pub fn make_private_folder(folder: &Path) -> Result<()> {
    let mut how = fs::DirBuilder::new();
    how.recursive(true);
    system::private_folder(&mut how);
    let is_new = !folder.exists();
    how.create(folder)?;
    system::close_folder(folder)?;
    match folder.parent().filter(|above| is_new && !above.as_os_str().is_empty()) {
        // After a power cut the new folder is there too.
        Some(above) => Ok(sync(above)?),
        None => Ok(()),
    }
}

/// What only the system itself can say.
mod system;

/// A disk that fails where a test says so.
#[cfg(test)]
pub(crate) mod failing {
    use super::*;
    use std::cell::RefCell;

    thread_local! {
        static AT: RefCell<Option<String>> = const { RefCell::new(None) };
    }

    /// As long as it lives, no file of this name is written whole.
    pub(crate) struct Failing;

    pub(crate) fn at(name: &str) -> Failing {
        AT.replace(Some(name.to_owned()));
        Failing
    }

    impl Drop for Failing {
        fn drop(&mut self) {
            AT.take();
        }
    }

    pub(super) fn check(path: &Path) -> Result<()> {
        let is_at = AT.with_borrow(|at| at.as_deref().is_some_and(|name| path.ends_with(name)));
        if is_at { Err(Error::new(Code::DiskFull)) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests;
