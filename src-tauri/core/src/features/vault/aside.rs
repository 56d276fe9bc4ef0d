//! What this computer remembers of versions that it set aside: at a lock the folder held other files than those that
//! were open. Each is told until somebody has dealt with it, also after the program ended in between.
use super::folder::{is_unfinished, is_vault, read_header};
use super::plain::plain;
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::files::{read_own, write_whole};
use crate::kernel::id::VaultId;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Other files took the place of the vault's own while it was open. They were left as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SetAside {
    /// The folders with the versions that were open, each a whole vault, as they can be shown; none where they could not be
    /// kept.
    pub places: Vec<String>,
    /// Was the file of this session overwritten? Then there was nothing left to keep.
    pub overwritten: bool,
}

impl SetAside {
    /// How it is said: `kept`, `overwritten` or `lost`.
    pub(super) fn how(&self) -> &'static str {
        match (self.places.is_empty(), self.overwritten) {
            (false, _) => "kept",
            (true, true) => "overwritten",
            (true, false) => "lost",
        }
    }

    /// `vault.set_aside`, for a caller who has only an error to say it with.
    pub fn error(&self) -> Error {
        let error = Error::new(Code::VaultSetAside).arg("how", self.how());
        if self.places.is_empty() { error } else { error.arg("place", self.places.join(", ")) }
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Noted {
    vault: VaultId,
    /// Where the vault was.
    folder: PathBuf,
    /// Where the version is; `null` where it could not be kept.
    place: Option<PathBuf>,
    overwritten: bool,
}

/// A longer file is not ours.
const MOST: u64 = 256 * 1024;
/// Older ones than these are no longer told.
const MOST_NOTED: usize = 32;

fn path(home: &Path) -> PathBuf {
    home.join("aside.json")
}

/// Every note that can be read: one that is damaged says nothing about the others.
fn all(home: &Path) -> Vec<Noted> {
    every(home).unwrap_or_default().into_iter().filter_map(|noted| serde_json::from_value(noted).ok()).collect()
}

/// The notes as they are; none where the file cannot be read.
fn every(home: &Path) -> Option<Vec<Value>> {
    match read_own(&path(home), MOST) {
        Ok(bytes) => serde_json::from_slice(&bytes).ok(),
        Err(e) if e.code() == Code::FileMissing => Some(vec![]),
        Err(_) => None,
    }
}

fn write(home: &Path, all: &[Noted]) -> Result<()> {
    std::fs::create_dir_all(home)?;
    if every(home).is_none() {
        // Not written over: somebody may be able to read it.
        std::fs::rename(path(home), home.join("aside-unreadable.json"))?;
    }
    write_whole(&path(home), &serde_json::to_vec(all).or_broken()?)
}

/// Where a version that was kept is now: at its place, or beside the vault if both were moved.
fn found(noted: &Path, folder: &Path) -> Option<PathBuf> {
    let beside = noted.file_name().and_then(|name| Some(folder.parent()?.join(name)));
    let within = noted.file_name().map(|name| folder.join(name));
    [Some(noted.to_owned()), beside, within].into_iter().flatten().find(|place| is_vault(place))
}

/// What was noted of this vault, wherever it was; where no header says which vault it is, of the one in this folder.
fn noted_of(home: &Path, folder: &Path, vault: Option<VaultId>) -> Vec<Noted> {
    let is_of = |noted: &Noted| vault.map_or_else(|| noted.folder == folder, |vault| noted.vault == vault);
    all(home).into_iter().filter(is_of).collect()
}

/// Where the versions are that were set aside of the vault in this folder, or of this vault wherever it was, and are still
/// there. At the door of such a version there is nothing to say about itself.
fn versions(home: &Path, folder: &Path, vault: Option<VaultId>) -> Vec<PathBuf> {
    let mut places = vec![];
    for noted in noted_of(home, folder, vault) {
        let Some(place) = noted.place.as_deref().and_then(|place| found(place, folder)) else { continue };
        // Another vault may stand in its place by now.
        let is_it = id_of(&place).is_none_or(|vault| vault == noted.vault);
        if is_it && !is_same(&place, folder) && !places.contains(&place) {
            places.push(place);
        }
    }
    places
}

fn is_same(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    whole(one) == whole(other)
}

/// Where the vault is, or was, whose version this folder holds, if that was set aside on this computer.
pub(crate) fn version_of(home: &Path, folder: &Path) -> Option<PathBuf> {
    let is_here = |noted: &Noted| {
        noted.place.as_deref().and_then(|place| found(place, folder)).is_some_and(|place| is_same(&place, folder))
    };
    // Which vault it is, is read only where a note points here: this is asked after every change.
    let is_it = |noted: &Noted| id_of(folder).is_none_or(|vault| vault == noted.vault);
    let noted = all(home).into_iter().filter(is_here).filter(is_it);
    noted.map(|noted| noted.folder).rfind(|vault| !is_same(vault, folder))
}

/// The version that is shown as this place; without one, the vault whose version this folder holds.
pub(crate) fn version(home: &Path, folder: &Path, place: Option<&str>) -> Option<PathBuf> {
    match place {
        Some(place) => versions(home, folder, id_of(folder)).into_iter().find(|version| shown(version) == place),
        None => version_of(home, folder),
    }
}

fn id_of(folder: &Path) -> Option<VaultId> {
    read_header(folder).ok().map(|header| header.vault)
}

/// A place as it can be shown.
pub(super) fn shown(place: &Path) -> String {
    plain(&place.display().to_string())
}

/// What was set aside of the vault in this folder, wherever it was: all that was kept and is still there; or that the
/// last could not be kept, until it was told. Nothing of a version that was set aside itself: that is told at the vault.
pub(crate) fn set_aside_of(home: &Path, folder: &Path) -> Option<SetAside> {
    if version_of(home, folder).is_some() {
        return None;
    }
    let vault = id_of(folder);
    if let Some(last) = noted_of(home, folder, vault).pop().filter(|last| last.place.is_none()) {
        return Some(SetAside { places: vec![], overwritten: last.overwritten });
    }
    let places: Vec<_> = versions(home, folder, vault).iter().map(|place| shown(place)).collect();
    (!places.is_empty()).then_some(SetAside { places, overwritten: false })
}

/// Remembers it for the next unlock.
///
/// # Errors
/// I/O errors.
pub(super) fn note(
    home: &Path,
    folder: &Path,
    vault: VaultId,
    place: Option<PathBuf>,
    overwritten: bool,
) -> Result<()> {
    let mut all = all(home);
    all.push(Noted { vault, folder: folder.to_owned(), place, overwritten });
    let surplus = all.len().saturating_sub(MOST_NOTED);
    write(home, &all[surplus..])
}

/// Takes back the note of a version that could not be kept there.
///
/// # Errors
/// I/O errors.
pub(super) fn forget(home: &Path, place: &Path) -> Result<()> {
    let mut all = all(home);
    all.retain(|noted| noted.place.as_deref() != Some(place));
    write(home, &all)
}

/// Forgets what was told and leaves nothing to deal with, and clears away what a crash left of a version that was being
/// kept. A version that was kept may be on a stick that is not here now, so that one stays.
///
/// # Errors
/// I/O errors.
pub(super) fn forget_told(home: &Path, folder: &Path, vault: VaultId) -> Result<()> {
    let mut all = all(home);
    let before = all.len();
    // A version of the vault tells nothing.
    let is_told = version_of(home, folder).is_none();
    all.retain(|noted| match &noted.place {
        Some(place) if is_unfinished(place) => std::fs::remove_dir_all(place).is_err(),
        Some(_) => true,
        None => !is_told || noted.vault != vault,
    });
    if all.len() == before { Ok(()) } else { write(home, &all) }
}
