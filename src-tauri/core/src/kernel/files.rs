//! Files outside the vault. The user chooses them, a token stands for the path (the UI never sees it), and each is
//! written whole or not at all. The program's own files, which are never opened through a link, are in `own`.
mod delivery;
mod own;
mod place;
mod scratch;
mod target;
#[cfg(test)]
mod tests;

pub use delivery::{Delivered, Document};
#[cfg(test)]
pub(crate) use own::failing;
pub use own::{
    Access, FileIdentity, copy_whole, identity, look_at, make_private_folder, open_chosen, open_own, overwrite,
    read_chosen, read_own, sweep_parts, wipe, write_whole,
};
pub(crate) use own::{sweep_abandoned, sync};
pub use scratch::Scratch;
pub use target::{Target, Written};

use crate::error::{Code, Error, OrError, Result};
use crate::kernel::id::{FileToken, Ids};
use delivery::Goal;
use place::Spot;
use std::collections::HashMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A path that the user chose.
struct Admitted {
    path: PathBuf,
    /// Whether the user agreed to replace an existing file.
    replace: bool,
}

#[derive(Default)]
struct Table {
    paths: HashMap<FileToken, Admitted>,
    print_folder: Option<PathBuf>,
}

/// The files that were chosen since the program started. Clones share the table.
#[derive(Clone, Default)]
pub struct FileTable(Arc<Mutex<Table>>);

impl FileTable {
    /// A table that puts documents for printing into `print_folder`. This makes that folder private and empties it.
    ///
    /// # Errors
    /// When the folder cannot be created.
    pub fn new(print_folder: PathBuf) -> Result<Self> {
        let table = FileTable(Arc::new(Mutex::new(Table { paths: HashMap::new(), print_folder: Some(print_folder) })));
        table.wipe_prints()?;
        Ok(table)
    }

    fn lock(&self) -> MutexGuard<'_, Table> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Registers a path from a dialog or the command line. An existing file there is not replaced.
    pub fn admit(&self, ids: &dyn Ids, path: PathBuf) -> FileToken {
        self.take_in(ids, Admitted { path, replace: false })
    }

    /// Registers a path to write to, where the user agreed to replace an existing file. The system's save dialog asks
    /// for this; the command line has an option for it.
    pub fn admit_to_replace(&self, ids: &dyn Ids, path: PathBuf) -> FileToken {
        self.take_in(ids, Admitted { path, replace: true })
    }

    fn take_in(&self, ids: &dyn Ids, admitted: Admitted) -> FileToken {
        let token = FileToken(ids.next());
        self.lock().paths.insert(token, admitted);
        token
    }

    /// The path of a token.
    ///
    /// # Errors
    /// `file.token_unknown`.
    pub fn path(&self, token: FileToken) -> Result<PathBuf> {
        self.lock().paths.get(&token).map(|admitted| admitted.path.clone()).or_refuse(Code::FileTokenUnknown)
    }

    /// Writes a document to its target. `name` is the file name for printing: a reference, never the name of a person.
    ///
    /// # Errors
    /// As `put`.
    pub fn deliver(&self, ids: &dyn Ids, target: &Target, name: &str, bytes: &[u8], pages: u32) -> Result<Written> {
        self.put(ids, &[Document { target, name, bytes, pages }])?.keep().pop().or_broken()
    }

    /// Puts documents in place, all or none. Until `keep` is called, the files they replaced can still be restored.
    ///
    /// # Errors
    /// `file.token_unknown`; `file.in_vault` for the folder of a vault; `file.exists` where the user did not agree to
    /// replace a file, and when two documents would become one file; `file.not_a_file`, `file.denied`, `disk.full` and
    /// the like.
    pub fn put(&self, ids: &dyn Ids, documents: &[Document<'_>]) -> Result<Delivered> {
        let goals = documents.iter().map(|document| self.goal(ids, document)).collect::<Result<Vec<_>>>()?;
        for (i, goal) in goals.iter().enumerate() {
            for other in goals.iter().skip(i + 1) {
                if goal.spot.is_one_with(&other.spot)? {
                    return Err(Error::new(Code::FileExists));
                }
            }
        }
        delivery::put(goals, documents)
    }

    fn goal(&self, ids: &dyn Ids, document: &Document<'_>) -> Result<Goal> {
        let Target::File { file } = document.target else {
            let folder = self.lock().print_folder.clone().or_broken()?;
            let shown = folder.join(document.name);
            let open = self.admit(ids, shown.clone());
            return Ok(Goal { spot: Spot::of(&shown)?, shown, replace: true, open });
        };
        let (shown, replace) = self.chosen(*file)?;
        let spot = Spot::of(&shown)?;
        delivery::check(&spot, replace)?;
        Ok(Goal { shown, spot, replace, open: *file })
    }

    fn chosen(&self, file: FileToken) -> Result<(PathBuf, bool)> {
        let table = self.lock();
        let admitted = table.paths.get(&file).or_refuse(Code::FileTokenUnknown)?;
        Ok((admitted.path.clone(), admitted.replace))
    }

    /// Whether the two targets are the same file, even under different paths.
    ///
    /// # Errors
    /// `file.token_unknown`, `file.missing` when a folder does not exist.
    pub fn is_one(&self, one: &Target, other: &Target) -> Result<bool> {
        match (one, other) {
            (Target::File { file: one }, Target::File { file: other }) => {
                Ok(one == other || Spot::of(&self.path(*one)?)?.is_one_with(&Spot::of(&self.path(*other)?)?)?)
            }
            _ => Ok(false),
        }
    }

    /// Overwrites and removes the documents made for printing. Called at the start, on lock and on quit.
    ///
    /// # Errors
    /// When the folder cannot be emptied or created.
    pub fn wipe_prints(&self) -> Result<()> {
        let Some(folder) = self.lock().print_folder.clone() else { return Ok(()) };
        match fs::symlink_metadata(&folder) {
            Ok(found) if found.is_dir() => {
                for entry in fs::read_dir(&folder)? {
                    let entry = entry?;
                    if !entry.file_type()?.is_dir() {
                        wipe(&entry.path())?;
                    }
                }
            }
            // Someone replaced the folder with a link or a file.
            Ok(_) => fs::remove_file(&folder)?,
            Err(_) => {}
        }
        make_private_folder(&folder)
    }
}

/// Whether a document may be written there. For callers to check before a step that cannot be repeated.
///
/// # Errors
/// As `FileTable::put`.
pub fn ensure_deliverable(path: &Path, replace: bool) -> Result<()> {
    let spot = Spot::of(path)?;
    delivery::check(&spot, replace)?;
    own::part_in(spot.folder()).map(drop)
}

/// Writes a document to the path that the user gave, as `FileTable::put` does.
///
/// # Errors
/// As `FileTable::put`.
pub fn write_document(path: &Path, bytes: &[u8], replace: bool) -> Result<()> {
    let spot = Spot::of(path)?;
    delivery::check(&spot, replace)?;
    sweep_abandoned(spot.folder());
    let mut part = own::part_in(spot.folder())?;
    part.write_all(bytes)?;
    part.as_file().sync_all()?;
    let done = if replace { part.persist(spot.path()) } else { part.persist_noclobber(spot.path()) };
    done.map_err(|e| e.error)?;
    Ok(own::sync(spot.folder())?)
}
