//! Reads a vault's own files back as a stranger with the key would: `data.db` page by page, decrypted without SQL (so also
//! free pages and the gaps between cells), and every other file of the folder. Looks for what must be gone.
use crate::error::{Code, Error, OrError, Result};
use crate::features::search::fold;
use crate::kernel::secret::Key;
use aes::cipher::block_padding::NoPadding;
use aes::cipher::{BlockModeDecrypt, KeyIvInit};
use aho_corasick::AhoCorasick;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha512;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

// SQLCipher 4: pages of 4096 bytes, of which the last 80 are the IV (16) and the HMAC-SHA512 (64).
const PAGE: usize = 4096;
const IV: usize = 16;
const MAC: usize = 64;
const SALT: usize = 16;
const BODY: usize = PAGE - IV - MAC;

/// A string shorter than this is met by chance between other bytes: finding it proves nothing.
const SHORTEST: usize = 5;

/// What is looked for, in every form in which the program writes a text.
pub(super) struct Needles {
    automaton: AhoCorasick,
    of_pattern: Vec<usize>,
    strings: usize,
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
        let strings = of_pattern.iter().collect::<BTreeSet<_>>().len();
        let automaton = AhoCorasick::builder().ascii_case_insensitive(true).build(&patterns).or_broken()?;
        Ok(Needles { automaton, of_pattern, strings })
    }

    /// How many strings are looked for.
    pub(super) fn len(&self) -> usize {
        self.strings
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
    let mut file = std::io::BufReader::with_capacity(PAGE * 64, File::open(path)?);
    let (mut page, mut number, mut mac_key) = (Zeroizing::new([0_u8; PAGE]), 0_u32, Zeroizing::new([0_u8; 32]));
    while read_page(&mut file, &mut page)? {
        number += 1;
        if number == 1 {
            let salt: Vec<u8> = page[..SALT].iter().map(|b| b ^ 0x3a).collect();
            pbkdf2::pbkdf2_hmac::<Sha512>(key.expose(), &salt, 2, &mut *mac_key);
        }
        let from = if number == 1 { SALT } else { 0 };
        let mut mac = Hmac::<Sha512>::new_from_slice(&*mac_key).or_broken()?;
        mac.update(&page[from..BODY + IV]);
        mac.update(&number.to_le_bytes());
        mac.verify_slice(&page[BODY + IV..]).map_err(|_| Error::new(Code::VaultDamaged))?;
        let (body, rest) = page.split_at_mut(BODY);
        let iv: &[u8; IV] = rest.first_chunk().or_broken()?;
        let cipher = cbc::Decryptor::<aes::Aes256>::new(key.expose().into(), iv.into());
        cipher.decrypt_padded::<NoPadding>(&mut body[from..]).or_broken()?;
        f(number, body);
    }
    Ok(number)
}

fn read_page(file: &mut impl Read, page: &mut [u8; PAGE]) -> Result<bool> {
    let mut have = 0;
    while have < PAGE {
        match file.read(&mut page[have..])? {
            0 if have == 0 => return Ok(false),
            0 => return Err(Error::new(Code::VaultDamaged)),
            n => have += n,
        }
    }
    Ok(true)
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
    found.pages = each_page(&data, key, |_, page| found.in_data.extend(needles.find_in(page)))?;
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
