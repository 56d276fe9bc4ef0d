//! Reads the vault's own files back as an attacker with the key would: `data.db` page by page, decrypted without SQL,
//! so including free pages and gaps between cells, and every other file in the folder. Searches them for what must be
//! gone.
use super::overflow;
use crate::error::{OrError, Result};
use crate::features::search::fold;
use crate::kernel::pages::Pages;
use crate::kernel::reserve;
use crate::kernel::secret::Key;
use aho_corasick::AhoCorasick;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization;

/// A shorter string occurs by chance between other bytes, so finding it proves nothing.
const SHORTEST: usize = 5;

/// The strings to search for, in every form in which the program writes text.
pub(super) struct Needles {
    automaton: AhoCorasick,
    of_pattern: Vec<usize>,
    /// How many bytes at the end of a page must be read together with the next page, so that no string is split.
    window: usize,
}

impl Needles {
    /// Takes the strings, without those that are too short to prove anything.
    pub(super) fn new(strings: &[String]) -> Result<Self> {
        let (mut patterns, mut of_pattern) = (vec![], vec![]);
        for (i, string) in strings.iter().enumerate() {
            for form in forms(string) {
                patterns.push(form);
                of_pattern.push(i);
            }
        }
        let window = patterns.iter().map(Vec::len).max().unwrap_or(0).saturating_sub(1);
        let automaton = AhoCorasick::builder().ascii_case_insensitive(true).build(&patterns).or_broken()?;
        Ok(Needles { automaton, of_pattern, window })
    }

    /// The strings that are searched for, which are long enough.
    pub(super) fn strings(&self) -> BTreeSet<usize> {
        self.of_pattern.iter().copied().collect()
    }

    /// Adds the strings that occur in these bytes.
    pub(super) fn find_also(&self, bytes: &[u8], found: &mut BTreeSet<usize>) {
        found.extend(self.automaton.find_overlapping_iter(bytes).map(|m| self.of_pattern[m.pattern().as_usize()]));
    }

    fn stands_in(&self, file: File) -> Result<bool> {
        Ok(self.automaton.stream_find_iter(std::io::BufReader::new(file)).next().transpose()?.is_some())
    }
}

/// The string as written, composed and decomposed, in lower and upper case, and folded as the search and sort keys are;
/// each also in hexadecimal. The search itself ignores the case of ASCII letters.
fn forms(string: &str) -> BTreeSet<Vec<u8>> {
    let string = string.trim();
    let plain = [
        string.to_owned(),
        string.nfc().collect(),
        string.nfd().collect(),
        string.to_lowercase(),
        string.to_uppercase(),
        fold(string),
    ];
    let plain = plain.into_iter().filter(|s| s.len() >= SHORTEST);
    plain.flat_map(|s| [hex::encode(&s).into_bytes(), s.into_bytes()]).collect()
}

/// Calls `f` with every decrypted page of a SQLCipher 4 file and returns how many there are. Page 1 begins with the
/// salt.
///
/// # Errors
/// `vault.damaged` when a page is not what this key wrote.
pub(super) fn each_page(path: &Path, key: &Key, mut f: impl FnMut(u32, &[u8])) -> Result<u32> {
    let (mut pages, mut count) = (Pages::open(path, key)?, 0);
    while let Some((number, body)) = pages.next()? {
        f(number, body);
        count = number;
    }
    Ok(count)
}

#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// Pages of `data.db` that were read.
    pub(super) pages: u32,
    /// Other files that were read.
    pub(super) files: u32,
    /// Strings that are still in `data.db`.
    pub(super) in_data: BTreeSet<usize>,
    /// Other files that contain a string.
    pub(super) in_files: Vec<PathBuf>,
}

/// Searches the folder of a vault: `data.db` decrypted, every other file but the reserve as it is.
///
/// # Errors
/// `vault.damaged` when a page is not what this key wrote; or why a file cannot be read.
pub(super) fn look_through(folder: &Path, key: &Key, needles: &Needles) -> Result<Found> {
    let mut found = Found::default();
    // The reserve is random bytes that nothing reads or adds to.
    let (data, reserve) = (folder.join("data.db"), reserve::path(folder));
    let (mut pages, mut chains) = (Pages::open(&data, key)?, vec![]);
    while let Some((number, page)) = pages.next()? {
        needles.find_also(page, &mut found.in_data);
        chains.extend(overflow::chains(number, page, needles.window));
        found.pages = number;
    }
    for chain in chains {
        let look = |bytes: &[u8]| needles.find_also(bytes, &mut found.in_data);
        overflow::follow(&mut pages, chain, found.pages, needles.window, look)?;
    }
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next)? {
            let (path, kind) = entry.and_then(|e| Ok((e.path(), e.file_type()?)))?;
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file() && path != data && path != reserve {
                found.files += 1;
                if needles.stands_in(File::open(&path)?)? {
                    found.in_files.push(path);
                }
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests;
