//! Files that are the program's own: in the folder of a vault, in its home, in its scratch folder. Whoever can write in such
//! a folder can put a link there, so none is followed: what is opened is a regular file with one name, or it is not opened.
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::time::{Clock, SystemClock};
use std::ffi::OsStr;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tempfile::{Builder, NamedTempFile, TempPath};

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
    #[cfg(test)]
    failing::check(path)?;
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

/// What the program makes beside a file until it is whole: begins with this, then letters and digits.
const OURS: &str = ".kluis-";
const RANDOM: usize = 16;
const PART: &str = ".part";
const OLD: &str = ".old";

/// A delivery takes seconds. What is older than this was left behind.
const ABANDONED: Duration = Duration::from_secs(10 * 60);

/// A new file in this folder that nobody else can read, under a name that nobody can have thought of. Removed when dropped.
pub(super) fn part_in(folder: &Path) -> Result<NamedTempFile> {
    Ok(Builder::new().prefix(OURS).suffix(PART).rand_bytes(RANDOM).tempfile_in(folder)?)
}

/// What was put aside: it can be put back, or wiped.
pub(super) struct Aside {
    name: TempPath,
    /// The file itself, where its name is that of a copy.
    file: Option<File>,
}

impl Aside {
    /// Puts it back.
    pub(super) fn put_back(self, path: &Path) -> bool {
        self.name.persist(path).is_ok()
    }

    /// Overwrites it, and the file of which it is a copy.
    pub(super) fn wipe(self) {
        let _ = wipe(&self.name);
        let _ = self.file.map(|file| overwrite(&file));
    }
}

/// A second name for what is there, so that the first is never missing; where a disk knows no second names, a copy. So what a
/// crash leaves of it is nobody's only one. Its name begins with the second at which it was made, since the file itself may be of
/// any day.
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

/// The middle of a name that the program gives.
fn middle<'a>(name: &'a str, ending: &str) -> Option<&'a str> {
    let middle = name.strip_prefix(OURS)?.strip_suffix(ending)?;
    (middle.len() == RANDOM && middle.bytes().all(|b| b.is_ascii_alphanumeric())).then_some(middle)
}

/// Removes what a crash left half written in a folder of the program's own. Only where nobody else can be writing.
///
/// # Errors
/// As the file system says.
pub fn sweep_parts(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_str().is_some_and(|name| middle(name, PART).is_some()) && !entry.file_type()?.is_dir() {
            wipe(&entry.path())?;
        }
    }
    Ok(())
}

/// Removes what deliveries that were cut off left in a folder of a person's: a document half written, and what a document
/// replaced. Another may be delivering there at this moment, and the folder may be anybody's: so only ordinary files of
/// this user, and only old ones. What cannot be removed is left for the next time: it must keep nobody from working.
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

/// When a part was written last, or something was put aside; `None` for what is not of the program.
fn made_at(name: &str, found: &Metadata) -> Option<SystemTime> {
    if middle(name, PART).is_some() {
        return found.modified().ok();
    }
    let second = u32::from_str_radix(middle(name, OLD)?.get(..8)?, 16).ok()?;
    UNIX_EPOCH.checked_add(Duration::from_secs(second.into()))
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

/// In a folder that everybody shares, another user's is left alone.
pub(super) fn is_own(found: &Metadata) -> bool {
    system::is_own(found)
}

/// A disk that fails where a test says so.
#[cfg(test)]
pub(crate) mod failing {
    use super::*;
    use std::cell::RefCell;

    thread_local! {
        static AT: RefCell<Option<String>> = const { RefCell::new(None) };
    }

    /// As long as it lives, no file of this name is written whole or wiped.
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
