//! The program's own files: in a vault, in its home and in its scratch folder. Anyone who can write to such a folder
//! can put a link there, so none is followed. A path is opened only if it is a regular file with a single name (no hard
//! links).
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::time::{Clock, SystemClock};
use serde::{Deserialize, Serialize};
use std::ffi::OsStr;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tempfile::{Builder, NamedTempFile, TempPath};

/// How to open a file of the program's own. None of these truncates it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// To read an existing file.
    Read,
    /// To overwrite an existing file.
    Write,
    /// To append; creates the file if needed.
    Append,
    /// To write; creates the file if needed.
    Create,
    /// To write a new file; fails if it exists.
    New,
}

/// Opens a file of the program's own. A file that is created or opened for writing is made private to this user of the
/// computer.
///
/// # Errors
/// `vault.link` for a link, a file with a second name, and anything that is not a regular file; `file.missing`,
/// `disk.…`.
pub fn open_own(path: &Path, access: Access) -> Result<File> {
    // Checked before opening, because opening a pipe blocks and opening a device may have effects.
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
    // Checked again on the open file, which someone may have swapped in after the first check.
    let found = file.metadata()?;
    if !found.is_file() || !system::has_one_name(&file, &found)? {
        return Err(link(path));
    }
    if access != Access::Read {
        system::make_private(&file, &found);
    }
    Ok(file)
}

/// Returns the metadata of a path of the program's own without opening it; `None` if nothing is there.
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

/// The argument is the name of a file of the program's own, so it never contains the name of a person.
fn link(path: &Path) -> Error {
    let name = path.file_name().map(OsStr::to_string_lossy).unwrap_or_default();
    Error::new(Code::VaultLink).arg("file", name)
}

/// Reads a file of the program's own of at most `limit` bytes.
///
/// # Errors
/// As `open_own`; `file.too_large`, also for a file that grows while it is read.
pub fn read_own(path: &Path, limit: u64) -> Result<Vec<u8>> {
    read_at_most(open_own(path, Access::Read)?, limit)
}

/// Reads a file that the user chose, of at most `limit` bytes.
///
/// # Errors
/// As `open_chosen`; `file.too_large`.
pub fn read_chosen(path: &Path, limit: u64) -> Result<Vec<u8>> {
    read_at_most(open_chosen(path)?, limit)
}

/// Opens a file that the user chose. Follows links, because the user chose them. Never blocks.
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
    // The limit is enforced while reading: a file may grow, and some files report a length of 0.
    let mut bytes = Vec::with_capacity(usize::try_from(length).or_broken()?);
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit { Err(too_large()) } else { Ok(bytes) }
}

/// Overwrites a file with zeros, then removes it. A link or a file with a second name is only removed, because its
/// content belongs to someone else. On an SSD the old blocks may survive, which is why sensitive data is encrypted.
///
/// # Errors
/// Any error of the file system.
pub fn wipe(path: &Path) -> Result<()> {
    #[cfg(test)]
    failing::check(path)?;
    // A file that cannot be opened for writing can often still be removed.
    if let Ok(file) = open_own(path, Access::Write) {
        overwrite(&file)?;
    }
    Ok(fs::remove_file(path)?)
}

/// Overwrites an open file with zeros and syncs it.
///
/// # Errors
/// Any error of the file system.
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

/// Writes a file whole or not at all: writes and syncs a temporary file beside it, then renames that over it. Only this
/// user of the computer can read the file. A link at the path is replaced, not followed.
///
/// # Errors
/// Any error of the file system; the previous file then stays.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    put_whole(path, |file| file.write_all(bytes))
}

/// The limit on overwriting a sparse file, unless it occupies more than this on disk. Only the database gets this
/// large. If a file claims to be longer than its blocks, someone else made it, and overwriting it in full could fill
/// the disk.
const MOST_OVERWRITTEN: u64 = 64 * 1024 * 1024;

/// Copies a file of the program's own whole or not at all, as `write_whole` does.
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

/// The prefix of the temporary files that the program makes; letters and digits follow.
const OURS: &str = ".kluis-";
const RANDOM: usize = 16;
const PART: &str = ".part";
const OLD: &str = ".old";

/// A delivery takes seconds, so a temporary file older than this was left behind.
const ABANDONED: Duration = Duration::from_secs(10 * 60);

/// A new private file in this folder under a name that nobody can guess. Removed on drop.
pub(super) fn part_in(folder: &Path) -> Result<NamedTempFile> {
    Ok(Builder::new().prefix(OURS).suffix(PART).rand_bytes(RANDOM).tempfile_in(folder)?)
}

/// A file put aside, which can be restored or wiped.
pub(super) struct Aside {
    name: TempPath,
    /// The original file, if `name` is a copy of it.
    file: Option<File>,
}

impl Aside {
    pub(super) fn put_back(self, path: &Path) -> bool {
        self.name.persist(path).is_ok()
    }

    /// Overwrites it and, if it is a copy, the original too.
    pub(super) fn wipe(self) {
        let _ = wipe(&self.name);
        let _ = self.file.map(|file| overwrite(&file));
    }
}

/// Puts a file aside under a second name, so that the first one never disappears, or as a copy on a disk without hard
/// links. So whatever a crash leaves behind is never the only instance. The new name begins with the current time in
/// seconds, because the file itself may be of any age.
pub(super) fn put_aside(path: &Path, folder: &Path) -> Result<Aside> {
    let begin = format!("{OURS}{:08x}", SystemClock.now().0 / 1000);
    let mut how = Builder::new();
    how.prefix(&begin).suffix(OLD).rand_bytes(RANDOM / 2);
    let mut file = None;
    let aside = how.make_in(folder, |aside| {
        fs::hard_link(path, aside).or_else(|_| {
            file = OpenOptions::new().write(true).open(path).ok();
            copy_aside(path, aside)
        })
    })?;
    Ok(Aside { name: aside.into_temp_path(), file })
}

fn copy_aside(path: &Path, aside: &Path) -> io::Result<()> {
    let mut how = OpenOptions::new();
    how.write(true).create_new(true);
    system::stay_here(&mut how);
    let mut copy = how.open(aside)?;
    let copied = File::open(path).and_then(|mut file| io::copy(&mut file, &mut copy)).and_then(|_| copy.sync_all());
    if copied.is_err() {
        let _ = fs::remove_file(aside);
    }
    copied
}

/// The variable part of a name made by the program.
fn middle<'a>(name: &'a str, ending: &str) -> Option<&'a str> {
    let middle = name.strip_prefix(OURS)?.strip_suffix(ending)?;
    (middle.len() == RANDOM && middle.bytes().all(|b| b.is_ascii_alphanumeric())).then_some(middle)
}

/// Removes half-written files that a crash left in a folder of the program's own. Only for when nobody else can be
/// writing there.
///
/// # Errors
/// Any error of the file system.
pub fn sweep_parts(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_str().is_some_and(|name| middle(name, PART).is_some()) && !entry.file_type()?.is_dir() {
            wipe(&entry.path())?;
        }
    }
    Ok(())
}

/// Removes what interrupted deliveries left in a folder of the user: half-written documents and files that were being
/// replaced. Another delivery may be running there and the folder may be shared, so this only touches old, ordinary
/// files of this user. What cannot be removed is left for the next time, so that it never blocks the user.
pub(crate) fn sweep_abandoned(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (name, path) = (entry.file_name(), entry.path());
        let Some(name) = name.to_str().filter(|name| name.starts_with(OURS)) else { continue };
        let Ok(found) = fs::symlink_metadata(&path) else { continue };
        let is_old = made_at(name, &found).and_then(|made| made.elapsed().ok()).is_some_and(|age| age > ABANDONED);
        if is_old && found.is_file() && system::is_own(&found) {
            let _ = wipe(&path);
        }
    }
}

/// When a part was last written or a file was put aside; `None` for files that are not the program's.
fn made_at(name: &str, found: &Metadata) -> Option<SystemTime> {
    if middle(name, PART).is_some() {
        return found.modified().ok();
    }
    let second = u32::from_str_radix(middle(name, OLD)?.get(..8)?, 16).ok()?;
    UNIX_EPOCH.checked_add(Duration::from_secs(second.into()))
}

pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Syncs a folder, so that the names in it are durable, on systems that support this.
pub(crate) fn sync(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Creates a folder that only this user of the computer can enter, from the moment it exists.
///
/// # Errors
/// Any error of the file system.
pub fn make_private_folder(folder: &Path) -> Result<()> {
    let mut how = fs::DirBuilder::new();
    how.recursive(true);
    system::private_folder(&mut how);
    let is_new = !folder.exists();
    how.create(folder)?;
    system::close_folder(folder)?;
    match folder.parent().filter(|above| is_new && !above.as_os_str().is_empty()) {
        // Makes the new folder survive a power cut.
        Some(above) => Ok(sync(above)?),
        None => Ok(()),
    }
}

/// The parts that differ between operating systems.
mod system;

/// What tells a file from any other, also from one that came later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileIdentity {
    disk: u64,
    /// Its number there. When it is gone, the system may give the number to the next file.
    number: u64,
    /// When it was made, in nanoseconds since 1970; `None` where the file system does not keep that.
    made: Option<u64>,
}

/// The identity of the file with this name now. `None` where there is none.
///
/// # Errors
/// When it cannot be asked, such as while another program holds the file.
pub fn identity(path: &Path) -> Result<Option<FileIdentity>> {
    let asked = fs::symlink_metadata(path).and_then(|found| Ok((system::identity(path, &found)?, found)));
    match asked {
        Ok(((disk, number), found)) => Ok(Some(FileIdentity { disk, number, made: made(&found) })),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(e.into()),
    }
}

fn made(found: &Metadata) -> Option<u64> {
    let since = found.created().ok()?.duration_since(UNIX_EPOCH).ok()?;
    u64::try_from(since.as_nanos()).ok()
}

/// Whether this user owns it. Files of other users in a shared folder are left alone.
pub(super) fn is_own(found: &Metadata) -> bool {
    system::is_own(found)
}

/// Simulates a failing disk in tests.
#[cfg(test)]
pub(crate) mod failing {
    use super::*;
    use std::cell::RefCell;

    thread_local! {
        static AT: RefCell<Option<String>> = const { RefCell::new(None) };
    }

    /// While this lives, files with the chosen name cannot be written whole or wiped.
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
