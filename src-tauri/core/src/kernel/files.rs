//! Files outside the vault: chosen by a person, named by a token, written whole or not at all. The page never names a path.
use crate::error::{Code, OrError, Result};
use crate::kernel::id::{FileToken, Ids};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Where a document goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "to", rename_all = "snake_case")]
pub enum Target {
    /// Into a file that the person chose.
    File {
        /// The chosen file.
        file: FileToken,
    },
    /// Into the private folder for printing, which is wiped on lock and quit.
    Print,
}

/// A document that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Written {
    /// Pages, where it has pages.
    pub pages: u32,
    /// Size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// SHA-256 of the bytes, in hex.
    pub sha256: String,
    /// Where it is, as the screen may show it.
    pub path: String,
    /// What the shell opens with the system's viewer.
    pub open: FileToken,
}

#[derive(Default)]
struct Table {
    paths: HashMap<FileToken, PathBuf>,
    print_folder: Option<PathBuf>,
}

/// The files that were chosen since the program started. Cloning shares the table.
#[derive(Clone, Default)]
pub struct FileTable(Arc<Mutex<Table>>);

impl FileTable {
    /// A table whose documents for printing go to `print_folder`, which is made private and emptied now.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn new(print_folder: PathBuf) -> Result<Self> {
        let table = FileTable(Arc::new(Mutex::new(Table { paths: HashMap::new(), print_folder: Some(print_folder) })));
        table.wipe_prints()?;
        Ok(table)
    }

    fn lock(&self) -> MutexGuard<'_, Table> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes in a path that a person chose in a dialog or typed on the command line.
    pub fn admit(&self, ids: &dyn Ids, path: PathBuf) -> FileToken {
        let token = FileToken(ids.next());
        self.lock().paths.insert(token, path);
        token
    }

    /// The path behind a token.
    ///
    /// # Errors
    /// `file.token_unknown`.
    pub fn path(&self, token: FileToken) -> Result<PathBuf> {
        self.lock().paths.get(&token).cloned().or_missing(Code::FileTokenUnknown)
    }

    /// Writes a document to its target. `name` is the file name for printing: a reference, never a person's name.
    ///
    /// # Errors
    /// `file.token_unknown`, `file.denied`, `disk.full` and the like; no half file is left.
    pub fn deliver(&self, ids: &dyn Ids, target: &Target, name: &str, bytes: &[u8], pages: u32) -> Result<Written> {
        let (path, open) = match target {
            Target::File { file } => (self.path(*file)?, *file),
            Target::Print => {
                let folder = self.lock().print_folder.clone().or_broken()?;
                let path = folder.join(name);
                (path.clone(), self.admit(ids, path))
            }
        };
        write_whole(&path, bytes)?;
        Ok(Written {
            pages,
            bytes: bytes.len() as u64,
            sha256: hex::encode(Sha256::digest(bytes)),
            path: path.display().to_string(),
            open,
        })
    }

    /// Overwrites and removes what was made for printing. On lock, on quit and at the start.
    ///
    /// # Errors
    /// When the folder cannot be emptied or made.
    pub fn wipe_prints(&self) -> Result<()> {
        let Some(folder) = self.lock().print_folder.clone() else { return Ok(()) };
        if folder.is_dir() {
            for entry in fs::read_dir(&folder)? {
                let path = entry?.path();
                if path.is_file() {
                    wipe(&path)?;
                }
            }
        }
        make_private_folder(&folder)
    }
}

/// Makes a folder that only this user of the computer may enter.
///
/// # Errors
/// As the file system says.
pub fn make_private_folder(folder: &Path) -> Result<()> {
    let is_new = !folder.exists();
    fs::create_dir_all(folder)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    }
    match folder.parent().filter(|above| is_new && !above.as_os_str().is_empty()) {
        Some(above) => make_names_durable(above),
        None => Ok(()),
    }
}

/// After a power cut the names in a folder are as they are now: what is new is there, what was removed is not.
///
/// # Errors
/// As the file system says.
pub fn make_names_durable(folder: &Path) -> Result<()> {
    // Elsewhere a folder cannot be opened for this, and the file system keeps its names in order by itself.
    if cfg!(unix) { Ok(File::open(folder)?.sync_all()?) } else { Ok(()) }
}

/// Overwrites a file with zeros, then removes it. On an SSD the old blocks may outlive this: what matters is encrypted.
///
/// # Errors
/// As the file system says.
pub fn wipe(path: &Path) -> Result<()> {
    let length = path.metadata()?.len();
    if let Ok(mut file) = OpenOptions::new().write(true).open(path) {
        let zeros = [0_u8; 65_536];
        let mut left = length;
        while left > 0 {
            let n = left.min(zeros.len() as u64);
            file.write_all(&zeros[..usize::try_from(n).or_broken()?])?;
            left -= n;
        }
        file.sync_all()?;
    }
    Ok(fs::remove_file(path)?)
}

/// Writes a file whole or not at all: beside it, made durable, then renamed over it. Only this user of the computer may
/// read it.
///
/// # Errors
/// As the file system says; what was there before stays.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    put_whole(path, |file| file.write_all(bytes))
}

/// Copies a file whole or not at all, as `write_whole` writes one.
///
/// # Errors
/// As the file system says; what was there before stays.
pub fn copy_whole(from: &Path, to: &Path) -> Result<()> {
    put_whole(to, |file| std::io::copy(&mut File::open(from)?, file).map(drop))
}

fn put_whole(path: &Path, fill: impl FnOnce(&mut File) -> std::io::Result<()>) -> Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    let written = create_private(&beside).and_then(|mut file| {
        fill(&mut file)?;
        file.sync_all()
    });
    if let Err(e) = written.and_then(|()| fs::rename(&beside, path)) {
        let _ = fs::remove_file(&beside);
        return Err(e.into());
    }
    match path.parent().filter(|p| !p.as_os_str().is_empty()) {
        Some(folder) => make_names_durable(folder),
        None => Ok(()),
    }
}

/// A new file; one that a crash left half written is put out of the way first, for its mode would stay.
fn create_private(path: &Path) -> std::io::Result<File> {
    let _ = fs::remove_file(path);
    let mut how = OpenOptions::new();
    how.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        how.mode(0o600);
    }
    how.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::id::CountedIds;

    #[test]
    fn a_document_for_printing_is_gone_after_the_lock() {
        let folder = tempfile::tempdir().unwrap();
        let (table, ids) = (FileTable::new(folder.path().join("print")).unwrap(), CountedIds::default());
        let written = table.deliver(&ids, &Target::Print, "rapport-1.pdf", b"%PDF", 1).unwrap();
        assert_eq!(fs::read(&written.path).unwrap(), b"%PDF");
        table.wipe_prints().unwrap();
        assert!(!Path::new(&written.path).exists());
    }

    #[cfg(unix)]
    #[test]
    fn only_this_user_may_read_what_was_written() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("herstelblad.pdf");
        write_whole(&path, b"x").unwrap();
        let mode = || fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(), 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        write_whole(&path, b"y").unwrap();
        assert_eq!(mode(), 0o600, "also over a file that others could read");
    }

    #[test]
    fn what_cannot_be_written_leaves_the_old_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("taken");
        fs::create_dir(&path).unwrap();
        assert!(write_whole(&path, b"x").is_err());
        assert!(path.is_dir());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
