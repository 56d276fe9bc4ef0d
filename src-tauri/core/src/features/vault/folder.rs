//! The vault's folder: its two headers and `data.db`, and how a header is replaced: whole or not at all, the old one
//! overwritten.
use super::keyring::header::{Header, MOST_BYTES};
use super::keyring::seal::{self, Pages};
use super::plain::plain;
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::files::{Access, open_own, overwrite, read_own, wipe, write_whole};
use crate::kernel::id::{Ids, VaultId};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// `header.json`, the first header.
pub(crate) fn header_path(folder: &Path) -> PathBuf {
    folder.join("header.json")
}

/// `header.bak`, the second header.
pub(crate) fn second_path(folder: &Path) -> PathBuf {
    folder.join("header.bak")
}

/// `data.db`, the database.
pub(crate) fn data_path(folder: &Path) -> PathBuf {
    folder.join("data.db")
}

/// The page seals of `data.db` as it is on disk. `None` where a crash left a journal, which SQLite rolls back first,
/// and where the file is missing or torn.
///
/// # Errors
/// I/O errors.
pub(super) fn pages_at_rest(folder: &Path) -> Result<Option<Pages>> {
    if has_journal(folder) { Ok(None) } else { pages_of(&data_path(folder)) }
}

/// The journal that SQLite keeps while it changes `data.db`.
pub(super) fn journal_path(folder: &Path) -> PathBuf {
    folder.join("data.db-journal")
}

/// Did a crash leave a journal, which SQLite rolls back at the next opening?
pub(super) fn has_journal(folder: &Path) -> bool {
    journal_path(folder).metadata().is_ok_and(|found| found.len() > 0)
}

/// The page seals of a file as it is. `None` where it is missing or torn.
///
/// # Errors
/// I/O errors.
pub(super) fn pages_of(data: &Path) -> Result<Option<Pages>> {
    match open_own(data, Access::Read) {
        Ok(mut file) => Ok(seal::pages_of(&mut file).ok()),
        Err(e) if e.code() == Code::FileMissing => Ok(None),
        Err(e) => Err(e),
    }
}

/// Marks a folder in which a vault is being created.
pub(super) fn unfinished_path(folder: &Path) -> PathBuf {
    folder.join("unfinished")
}

/// Begins a vault here. The mark counts until there is a header.
///
/// # Errors
/// I/O errors.
pub(super) fn begin_unfinished(folder: &Path) -> Result<()> {
    write_whole(&unfinished_path(folder), b"")
}

/// Was a vault started here and never finished? The first header is written last, so a folder with one is finished.
pub(super) fn is_unfinished(folder: &Path) -> bool {
    unfinished_path(folder).exists() && !header_path(folder).exists()
}

/// Removes the mark, which a crash may also have left in a finished vault.
pub(super) fn forget_unfinished(folder: &Path) {
    let _ = std::fs::remove_file(unfinished_path(folder));
}

/// Is there a vault here, whole or not?
pub(crate) fn is_vault(folder: &Path) -> bool {
    !is_unfinished(folder) && [header_path(folder), second_path(folder), data_path(folder)].iter().any(|p| p.exists())
}

/// The readable headers, the first one first. There are two, so that one damaged bit locks nobody out.
///
/// # Errors
/// `vault.missing`; when neither can be read, the error of the first: `vault.header_damaged`, `vault.too_old`,
/// `vault.too_new`.
pub(super) fn headers(folder: &Path) -> Result<Vec<Header>> {
    let (first, second) = (read(&header_path(folder)), read(&second_path(folder)));
    let fault = match (&first, &second) {
        (Err(e), Err(_)) if e.code() == Code::VaultMissing && is_vault(folder) => {
            let names: Vec<_> = look_alikes(folder).into_iter().filter(|name| name.starts_with("header")).collect();
            let renamed = || Error::new(Code::VaultHeaderRenamed).arg("names", names.join(", "));
            Some(if names.is_empty() { Error::new(Code::VaultHeaderDamaged) } else { renamed() })
        }
        _ => None,
    };
    match fault {
        Some(fault) => Err(fault),
        None if first.is_err() && second.is_err() => first.map(|_| vec![]),
        None => Ok(first.into_iter().chain(second).collect()),
    }
}

/// The header from which the unlock screen shows who may open the vault.
///
/// # Errors
/// As `headers`.
pub(super) fn read_header(folder: &Path) -> Result<Header> {
    headers(folder)?.into_iter().next().or_refuse(Code::VaultHeaderDamaged)
}

/// Are both headers present and identical?
pub(super) fn has_both(folder: &Path) -> bool {
    let bytes = |path: PathBuf| read_own(&path, MOST_BYTES as u64).ok();
    let first = bytes(header_path(folder));
    first.is_some() && first == bytes(second_path(folder))
}

fn read(path: &Path) -> Result<Header> {
    match read_own(path, MOST_BYTES as u64) {
        Ok(bytes) => Header::parse(&bytes),
        Err(e) if e.code() == Code::FileMissing => Err(Error::new(Code::VaultMissing).because(e)),
        Err(e) if e.code() == Code::FileTooLarge => Err(Error::new(Code::VaultHeaderDamaged).because(e)),
        Err(e) => Err(e),
    }
}

/// Replaces the second header durably, before the data that belongs to it is committed.
///
/// # Errors
/// `disk.full`, `disk.read_only` and other write errors; the old header then stays.
pub(super) fn write_second(folder: &Path, header: &Header) -> Result<()> {
    replace(&second_path(folder), &header.to_bytes()?)
}

/// Replaces the first header durably, after the data that belongs to it is committed.
///
/// # Errors
/// As `write_second`.
pub(super) fn write_first(folder: &Path, header: &Header) -> Result<()> {
    replace(&header_path(folder), &header.to_bytes()?)
}

/// Replaces both headers, one after the other.
///
/// # Errors
/// As `write_second`.
pub(super) fn write_headers(folder: &Path, header: &Header) -> Result<()> {
    write_second(folder, header)?;
    write_first(folder, header)
}

/// Keeps a header that belongs to other data of this vault, until that data arrives.
///
/// # Errors
/// As `write_second`.
pub(super) fn put_beside(folder: &Path, header: &Header) -> Result<()> {
    let bytes = header.to_bytes()?;
    let [short, long] = names_beside(&bytes);
    // Somebody may have made a folder of that name.
    write_whole(&folder.join(short), &bytes).or_else(|_| write_whole(&folder.join(long), &bytes))
}

/// `header-01234567.json` and a longer one, by its content.
fn names_beside(header: &[u8]) -> [String; 2] {
    let hash = hex::encode(Sha256::digest(header));
    [8, 24].map(|length| format!("header-{}.json", &hash[..length]))
}

fn is_named_beside(name: &str) -> bool {
    let mark = name.strip_prefix("header-").and_then(|rest| rest.strip_suffix(".json"));
    mark.is_some_and(|mark| [8, 24].contains(&mark.len()) && mark.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// A header of an association is a hundred times smaller; a larger one was not kept by this program.
const MOST_BESIDE_BYTES: u64 = 1024 * 1024;
/// More files are not looked at.
const MOST_BESIDE: usize = 64;

/// The headers that `put_beside` kept of this vault.
pub(super) fn beside(folder: &Path, vault: VaultId) -> Vec<Header> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let named = entries.filter(|entry| entry.file_name().to_str().is_some_and(is_named_beside)).take(MOST_BESIDE);
    let kept = named.filter_map(|entry| {
        let bytes = read_own(&entry.path(), MOST_BESIDE_BYTES).ok()?;
        let is_ours = names_beside(&bytes).iter().any(|name| entry.file_name() == name.as_str());
        is_ours.then(|| Header::parse(&bytes).ok()).flatten()
    });
    kept.filter(|header| header.vault == vault).collect()
}

/// The vault's own headers, and all that were kept.
///
/// # Errors
/// As `headers`.
pub(super) fn all_headers(folder: &Path) -> Result<Vec<Header>> {
    let mut headers = headers(folder)?;
    if let Some(vault) = headers.first().map(|header| header.vault) {
        headers.extend(beside(folder, vault));
    }
    Ok(headers)
}

/// The headers to open the vault with: its own two, and one that was kept if the data is exactly what that one sealed.
///
/// # Errors
/// As `headers`.
pub(super) fn headers_to_try(folder: &Path) -> Result<Vec<Header>> {
    let mut headers = headers(folder)?;
    let Some(vault) = headers.first().map(|header| header.vault) else { return Ok(headers) };
    let kept = beside(folder, vault);
    if kept.is_empty() {
        return Ok(headers);
    }
    let at_rest = pages_at_rest(folder)?;
    let is_of_it = |header: &Header| at_rest.is_some() && header.seal.as_ref().map(|seal| seal.pages) == at_rest;
    if !headers.iter().any(is_of_it) {
        headers.extend(kept.into_iter().find(is_of_it));
    }
    Ok(headers)
}

/// Wipes the kept copy of a header that the vault has as its own again.
pub(super) fn forget_beside(folder: &Path, header: &Header) {
    let Ok(bytes) = header.to_bytes() else { return };
    for name in names_beside(&bytes) {
        let _ = wipe(&folder.join(name));
    }
}

/// The second header as it is now, so that it can be put back; `None` where there is none.
///
/// # Errors
/// Read errors: what cannot be read could not be put back.
pub(super) fn second_now(folder: &Path) -> Result<Option<Vec<u8>>> {
    match read_own(&second_path(folder), MOST_BYTES as u64) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(e) if e.code() == Code::FileMissing => Ok(None),
        Err(e) => Err(e),
    }
}

/// Restores the second header after a failed commit. It may be the only one that belongs to the data, so a copy of the
/// first would not do.
///
/// # Errors
/// As `write_second`.
pub(super) fn put_second_back(folder: &Path, before: Option<Vec<u8>>) -> Result<()> {
    let second = second_path(folder);
    before.map_or_else(|| wipe(&second), |bytes| replace(&second, &bytes))
}

/// Overwrites the blocks of the old header, so that keys wrapped for a former passphrase or user do not linger there.
/// (A solid-state disk may keep them all the same: that is why access is taken away with new keys.)
fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let old = open_own(path, Access::Write).ok();
    write_whole(path, bytes)?;
    if let Some(old) = old {
        // The new header is in place; failing to wipe the old one must not look like failing to write.
        let _ = overwrite(&old);
    }
    Ok(())
}

/// Removes the safety copies made before migrations: they contain the same people under the same key. Only files with
/// exactly such a name; a link is removed without touching its target.
///
/// # Errors
/// `vault.copy_stays`, after all were tried; errors of reading the folder.
pub(super) fn wipe_safety_copies(folder: &Path) -> Result<()> {
    let mut stays = None;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_str().is_some_and(is_safety_copy) && !entry.file_type()?.is_dir() {
            stays = wipe(&entry.path()).err().or(stays);
        }
    }
    stays.map_or(Ok(()), |why| Err(Error::new(Code::VaultCopyStays).because(why)))
}

/// Files that a cloud service or a person may have copied from the vault's own: `data (1).db`, `header-LAPTOP.json`. At
/// most three names.
pub(super) fn look_alikes(folder: &Path) -> Vec<String> {
    let is_copy = |name: &str| {
        let of = |start, end| name.starts_with(start) && name.ends_with(end);
        let own = ["data.db", "header.json", "header.bak"].contains(&name) || is_safety_copy(name);
        !own && !is_named_beside(name) && (of("data", ".db") || of("header", ".json") || of("header", ".bak"))
    };
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<_> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.retain(|name| is_copy(name));
    names.iter_mut().for_each(|name| *name = plain(name));
    names.sort();
    names.truncate(3);
    names
}

/// `data-before-NNNN.db`, as `db::safety_copy` names them.
fn is_safety_copy(name: &str) -> bool {
    let number = name.strip_prefix("data-before-").and_then(|rest| rest.strip_suffix(".db"));
    number.is_some_and(|n| n.len() == 4 && n.bytes().all(|b| b.is_ascii_digit()))
}

/// Where a new vault goes. A chosen folder that is empty or new becomes the vault. In a folder with other files, and in
/// the program's own, a folder named after the association is made.
///
/// # Errors
/// `vault.exists`.
pub(crate) fn place_for(chosen: Option<&Path>, home: &Path, association: &str, ids: &dyn Ids) -> Result<PathBuf> {
    let is_empty = |p: &Path| is_unfinished(p) || p.read_dir().map_or(!p.exists(), |mut d| d.next().is_none());
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
    fn what_looks_like_the_vaults_own_file_is_named() {
        let folder = tempfile::tempdir().unwrap();
        for name in
            ["data.db", "header.json", "header.bak", "data-before-0003.db", "data.db-journal", "lock", "leden.csv"]
        {
            write_whole(&folder.path().join(name), b"x").unwrap();
        }
        assert_eq!(look_alikes(folder.path()), [""; 0]);
        for name in ["data (1).db", "data-LAPTOP-RIA.db", "header (conflict).json", "header 2.bak"] {
            write_whole(&folder.path().join(name), b"x").unwrap();
        }
        assert_eq!(look_alikes(folder.path()), ["data (1).db", "data-LAPTOP-RIA.db", "header (conflict).json"]);
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
