//! The vault that was used last on this computer.
use crate::kernel::files::{read_own, write_whole};
use std::path::{Path, PathBuf};

fn path(home: &Path) -> PathBuf {
    home.join("last-vault.txt")
}

/// The program never stores a longer path here.
const LONGEST_PATH: u64 = 64 * 1024;

/// The last vault used on this computer, even if it is absent now: it may be on a stick that is not plugged in.
pub(super) fn used(home: &Path) -> Option<PathBuf> {
    let noted = String::from_utf8(read_own(&path(home), LONGEST_PATH).ok()?).ok()?;
    Some(PathBuf::from(noted)).filter(|folder| folder.is_absolute())
}

/// Remembers the last vault. If that fails, the user chooses the vault by hand next time.
pub(super) fn note(home: &Path, folder: &Path) {
    if let Some(text) = std::fs::canonicalize(folder).ok().as_deref().and_then(Path::to_str) {
        let _ = std::fs::create_dir_all(home);
        let _ = write_whole(&path(home), text.as_bytes());
    }
}
