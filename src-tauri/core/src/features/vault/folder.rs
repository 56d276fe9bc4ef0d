//! The vault's folder: `header.json`, `data.db`, and how the header is replaced: whole or not at all, the old one overwritten.
use super::header::Header;
use crate::error::{Code, Error, Result};
use crate::kernel::files::{Access, open_own, overwrite, read_own, wipe, write_whole};
use crate::kernel::id::Ids;
use std::path::{Path, PathBuf};

/// A file longer than this is no header.
const LONGEST_HEADER: u64 = 16 << 20;

/// The header's path.
pub(crate) fn header_path(folder: &Path) -> PathBuf {
    folder.join("header.json")
}

/// The database's path.
pub(crate) fn data_path(folder: &Path) -> PathBuf {
    folder.join("data.db")
}

/// Is there a vault here, whole or not?
pub(crate) fn is_vault(folder: &Path) -> bool {
    header_path(folder).exists() || data_path(folder).exists()
}

/// Reads the header. Genuine or not is told by `tags`, once a slot is open.
///
/// # Errors
/// `vault.missing`, `vault.header_damaged`, `vault.too_new`.
pub(super) fn read_header(folder: &Path) -> Result<Header> {
    match read_own(&header_path(folder), LONGEST_HEADER) {
        Ok(bytes) => Header::parse(&bytes),
        Err(e) if e.code() == Code::FileMissing => {
            let code = if data_path(folder).exists() { Code::VaultHeaderDamaged } else { Code::VaultMissing };
            Err(Error::new(code).because(e))
        }
        Err(e) if e.code() == Code::FileTooLarge => Err(Error::new(Code::VaultHeaderDamaged).because(e)),
        Err(e) => Err(e),
    }
}

/// Replaces the header durably. The blocks of the old one are overwritten, so that keys wrapped for a former passphrase or
/// a former user do not linger there. (A solid-state disk may keep them all the same: that is why removing a user makes
/// new data keys.)
///
/// # Errors
/// `disk.full`, `disk.read_only` and the like; the old header then stays.
pub(super) fn write_header(folder: &Path, header: &Header) -> Result<()> {
    let path = header_path(folder);
    let old = open_own(&path, Access::Write).ok();
    write_whole(&path, &header.to_bytes()?)?;
    if let Some(old) = old {
        // The new header is in place; failing to wipe the old one must not look like failing to write.
        let _ = overwrite(&old);
    }
    Ok(())
}

/// Removes the copies that were put aside before migrations: they hold the same people under the same key. Only what bears
/// exactly such a name; a link is taken away and what it leads to is not touched.
///
/// # Errors
/// As the file system says.
pub(super) fn wipe_safety_copies(folder: &Path) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_str().is_some_and(is_safety_copy) && !entry.file_type()?.is_dir() {
            wipe(&entry.path())?;
        }
    }
    Ok(())
}

/// `data-before-NNNN.db`, as `db::safety_copy` names them.
fn is_safety_copy(name: &str) -> bool {
    let number = name.strip_prefix("data-before-").and_then(|rest| rest.strip_suffix(".db"));
    number.is_some_and(|n| n.len() == 4 && n.bytes().all(|b| b.is_ascii_digit()))
}

/// Where a new vault goes: an empty or new folder that was chosen is the vault; in a folder with other things in it, and in
/// the program's own, a folder named after the association is made.
///
/// # Errors
/// `vault.exists`.
pub(crate) fn place_for(chosen: Option<&Path>, home: &Path, association: &str, ids: &dyn Ids) -> Result<PathBuf> {
    let is_empty = |p: &Path| p.read_dir().map_or(!p.exists(), |mut d| d.next().is_none());
    let named = |within: &Path| {
        let name = slug(association);
        let name = if name.is_empty() { ids.next().to_string() } else { name };
        within.join(format!("{name}.kluis"))
    };
    let place = match chosen {
        Some(chosen) if is_empty(chosen) || is_vault(chosen) => chosen.to_owned(),
        Some(chosen) => named(chosen),
        None => named(home),
    };
    if is_empty(&place) { Ok(place) } else { Err(Error::new(Code::VaultExists)) }
}

fn slug(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let plain = name.nfd().filter(char::is_ascii).collect::<String>().to_lowercase();
    plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::id::CountedIds;

    #[test]
    fn only_a_safety_copy_is_wiped_as_one() {
        use crate::kernel::db::safety_copy;
        let folder = tempfile::tempdir().unwrap();
        let copy = safety_copy(&data_path(folder.path()), 41);
        let others = ["data-before-kerst.db", "data-before-00001.db", "data-before-0001.db.oud", "data-before-"];
        for path in others.map(|name| folder.path().join(name)).iter().chain([&copy]) {
            write_whole(path, b"x").unwrap();
        }
        std::fs::create_dir(folder.path().join("data-before-0002.db")).unwrap();
        wipe_safety_copies(folder.path()).unwrap();
        assert!(!copy.exists());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), others.len() + 1);
    }

    #[test]
    fn a_new_vault_never_goes_where_something_is() {
        let home = tempfile::tempdir().unwrap();
        let ids = CountedIds::default();
        let place = |chosen: Option<&Path>| place_for(chosen, home.path(), "Harmonie Één & Één", &ids);
        assert_eq!(place(None).unwrap(), home.path().join("harmonie-een-een.kluis"));
        let chosen = home.path().join("kluis");
        assert_eq!(place(Some(&chosen)).unwrap(), chosen);
        write_whole(&home.path().join("letter.txt"), b"x").unwrap();
        assert_eq!(place(Some(home.path())).unwrap(), home.path().join("harmonie-een-een.kluis"));
        std::fs::create_dir(&chosen).unwrap();
        assert_eq!(place(Some(&chosen)).unwrap(), chosen);
        write_whole(&data_path(&chosen), b"x").unwrap();
        assert_eq!(place(Some(&chosen)).unwrap_err().code(), Code::VaultExists);
    }
}
