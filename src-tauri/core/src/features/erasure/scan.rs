//! Reads a vault's own files back as a stranger with the key would: `data.db` page by page, decrypted without SQL (so also
//! free pages and the gaps between cells), and every other file of the folder. Looks for what must be gone.
use super::overflow;
use crate::error::{OrError, Result};
use crate::features::search::fold;
use crate::kernel::pages::Pages;
use crate::kernel::secret::Key;
use aho_corasick::AhoCorasick;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization;

/// A string shorter than this is met by chance between other bytes: finding it proves nothing.
const SHORTEST: usize = 5;

/// What is looked for, in every form in which the program writes a text.
pub(super) struct Needles {
    automaton: AhoCorasick,
    of_pattern: Vec<usize>,
    /// How much of a page must be read together with the next, so that no string is cut.
    window: usize,
}

impl Needles {
    /// Takes in the strings; those too short to prove anything are left out.
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

    /// Which strings are looked for: those that are long enough.
    pub(super) fn strings(&self) -> BTreeSet<usize> {
        self.of_pattern.iter().copied().collect()
    }

    /// Which strings stand in these bytes.
    pub(super) fn find_in(&self, bytes: &[u8]) -> BTreeSet<usize> {
        self.automaton.find_overlapping_iter(bytes).map(|m| self.of_pattern[m.pattern().as_usize()]).collect()
    }

    fn stands_in(&self, file: File) -> Result<bool> {
        Ok(self.automaton.stream_find_iter(std::io::BufReader::new(file)).next().transpose()?.is_some())
    }
}

/// As written, composed and decomposed, folded as the search and sort keys are; and each of them in hex. ASCII case is
/// taken care of by the search itself.
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

/// Calls `f` with every page of a SQLCipher 4 file, decrypted, and answers how many there are. Page 1 begins with the salt.
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

/// What a look through a folder found.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// Pages of `data.db` that were read.
    pub(super) pages: u32,
    /// Other files that were read.
    pub(super) files: u32,
    /// Strings that still stand in `data.db`.
    pub(super) in_data: BTreeSet<usize>,
    /// Other files in which a string stands.
    pub(super) in_files: Vec<PathBuf>,
}

/// Looks through a vault's folder: `data.db` decrypted, everything else as it lies there.
///
/// # Errors
/// `vault.damaged` when a page is not what this key wrote; what the file system says.
pub(super) fn look_through(folder: &Path, key: &Key, needles: &Needles) -> Result<Found> {
    let mut found = Found::default();
    let data = folder.join("data.db");
    let (mut pages, mut chains) = (Pages::open(&data, key)?, vec![]);
    while let Some((number, page)) = pages.next()? {
        found.in_data.extend(needles.find_in(page));
        chains.extend(overflow::chains(number, page, needles.window));
        found.pages = number;
    }
    for chain in chains {
        let look = |bytes: &[u8]| found.in_data.extend(needles.find_in(bytes));
        overflow::follow(&mut pages, chain, found.pages, needles.window, look)?;
    }
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next)? {
            let (path, kind) = entry.and_then(|e| Ok((e.path(), e.file_type()?)))?;
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file() && path != data {
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
