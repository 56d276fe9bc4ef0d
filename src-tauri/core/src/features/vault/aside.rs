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
    /// The folder with the version of this session, a whole vault; `null` where it could not be kept. More than one
    /// where there are several.
    pub place: Option<String>,
    /// Was the file of this session overwritten? Then there was nothing left to keep.
    pub overwritten: bool,
}

impl SetAside {
    /// How it is said: `kept`, `overwritten` or `lost`.
    pub(super) fn how(&self) -> &'static str {
        match (&self.place, self.overwritten) {
            (Some(_), _) => "kept",
            (None, true) => "overwritten",
            (None, false) => "lost",
        }
    }

    /// `vault.set_aside`, for a caller who has only an error to say it with.
    pub fn error(&self) -> Error {
        let error = Error::new(Code::VaultSetAside).arg("how", self.how());
        self.place.iter().fold(error, |error, place| error.arg("place", place))
    }
}

/// One that is remembered.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Noted {
    vault: VaultId,
    /// Where the vault was.
    folder: PathBuf,
    #[serde(flatten)]
    aside: SetAside,
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
fn found(place: &str, folder: &Path) -> Option<PathBuf> {
    let noted = PathBuf::from(place);
    let beside = noted.file_name().and_then(|name| Some(folder.parent()?.join(name)));
    let within = noted.file_name().map(|name| folder.join(name));
    [Some(noted), beside, within].into_iter().flatten().find(|place| place.is_dir())
}

/// What was set aside of the vault in this folder, or of this vault wherever it was: all that was kept and is still
/// there, and the last that was lost since somebody opened it.
pub(super) fn set_aside_of(home: &Path, folder: &Path, vault: Option<VaultId>) -> Option<SetAside> {
    let of_this: Vec<_> =
        all(home).into_iter().filter(|noted| noted.folder == folder || Some(noted.vault) == vault).collect();
    let places: Vec<_> = of_this
        .iter()
        .filter_map(|noted| found(noted.aside.place.as_deref()?, folder))
        // At the door of a version that was set aside there is nothing to say about itself.
        .filter(|place| place != folder)
        .map(|place| plain(&place.display().to_string()))
        .collect();
    if places.is_empty() {
        return of_this.into_iter().map(|noted| noted.aside).rfind(|aside| aside.place.is_none());
    }
    Some(SetAside { place: Some(places.join(", ")), overwritten: false })
}

/// Remembers it for the next unlock.
///
/// # Errors
/// I/O errors.
pub(super) fn note(home: &Path, folder: &Path, vault: VaultId, aside: &SetAside) -> Result<()> {
    let mut all = all(home);
    all.push(Noted { vault, folder: folder.to_owned(), aside: aside.clone() });
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
    if set_aside_of(home, folder, Some(vault)).is_some_and(|told| told.place.is_some()) {
        // What was lost was not told beside what was kept.
        return Ok(());
    }
    all.retain(|noted| noted.aside.place.is_some() || (noted.folder != folder && noted.vault != vault));
    if all.len() == before { Ok(()) } else { write(home, &all) }
}
