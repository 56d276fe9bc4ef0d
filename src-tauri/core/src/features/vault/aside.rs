//! What this computer remembers of versions that it set aside: at a lock the folder held other files than those that
//! were open. Each is told until somebody has dealt with it, also after the program ended in between.
use super::plain::plain;
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::files::{read_own, write_whole};
use crate::kernel::id::VaultId;
use serde::{Deserialize, Serialize};
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

/// One that is remembered.
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

fn all(home: &Path) -> Vec<Noted> {
    read_own(&path(home), MOST).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

fn write(home: &Path, all: &[Noted]) -> Result<()> {
    std::fs::create_dir_all(home)?;
    write_whole(&path(home), &serde_json::to_vec(all).or_broken()?)
}

/// Where a version that was kept is now: at its place, or beside the vault if both were moved.
fn found(noted: &Path, folder: &Path) -> Option<PathBuf> {
    let beside = noted.file_name().and_then(|name| Some(folder.parent()?.join(name)));
    let within = noted.file_name().map(|name| folder.join(name));
    [Some(noted.to_owned()), beside, within].into_iter().flatten().find(|place| place.is_dir())
}

/// What was noted of the vault in this folder, or of this vault wherever it was.
fn noted_of(home: &Path, folder: &Path, vault: Option<VaultId>) -> Vec<Noted> {
    all(home).into_iter().filter(|noted| noted.folder == folder || Some(noted.vault) == vault).collect()
}

/// Where the versions are that were set aside of the vault in this folder, or of this vault wherever it was, and are still
/// there. At the door of such a version there is nothing to say about itself.
fn versions(home: &Path, folder: &Path, vault: Option<VaultId>) -> Vec<PathBuf> {
    let places = noted_of(home, folder, vault).into_iter().filter_map(|noted| found(&noted.place?, folder));
    places.filter(|place| !is_same(place, folder)).collect()
}

fn is_same(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    whole(one) == whole(other)
}

/// The vault whose version this folder holds, if it was set aside on this computer and the vault is still there.
pub(crate) fn version_of(home: &Path, folder: &Path) -> Option<PathBuf> {
    let is_here = |noted: &Noted| {
        noted.place.as_deref().and_then(|place| found(place, folder)).is_some_and(|place| is_same(&place, folder))
    };
    all(home)
        .into_iter()
        .filter(is_here)
        .map(|noted| noted.folder)
        .rfind(|vault| !is_same(vault, folder) && vault.is_dir())
}

/// The version with this number of those that were set aside, in the order of `SetAside::places`; without a number the
/// vault whose version this folder holds.
pub(crate) fn version(home: &Path, folder: &Path, number: Option<u32>) -> Option<PathBuf> {
    let vault = super::folder::read_header(folder).ok().map(|header| header.vault);
    match number {
        Some(number) => versions(home, folder, vault).into_iter().nth(usize::try_from(number).ok()?),
        None => version_of(home, folder),
    }
}

/// What was set aside of the vault in this folder, or of this vault wherever it was: all that was kept and is still
/// there, and the last that was lost since somebody opened it.
pub(super) fn set_aside_of(home: &Path, folder: &Path, vault: Option<VaultId>) -> Option<SetAside> {
    let places: Vec<_> =
        versions(home, folder, vault).iter().map(|place| plain(&place.display().to_string())).collect();
    if !places.is_empty() {
        return Some(SetAside { places, overwritten: false });
    }
    let lost = noted_of(home, folder, vault).into_iter().rfind(|noted| noted.place.is_none())?;
    Some(SetAside { places, overwritten: lost.overwritten })
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

/// Forgets what was told and leaves nothing to deal with. A version that was kept may be on a stick that is not here
/// now, so that one stays.
///
/// # Errors
/// I/O errors.
pub(super) fn forget_told(home: &Path, folder: &Path, vault: VaultId) -> Result<()> {
    let mut all = all(home);
    let before = all.len();
    if set_aside_of(home, folder, Some(vault)).is_some_and(|told| !told.places.is_empty()) {
        // What was lost was not told beside what was kept.
        return Ok(());
    }
    all.retain(|noted| noted.place.is_some() || (noted.folder != folder && noted.vault != vault));
    if all.len() == before { Ok(()) } else { write(home, &all) }
}
