//! Decrypts every page of a SQLCipher 4 file with the raw key, without SQLCipher. Written independently of the
//! program's own reader, so that the two do not share a mistake.
use aes::Aes256;
use aes::cipher::block_padding::NoPadding;
use aes::cipher::{BlockModeDecrypt, KeyIvInit};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha512;
use std::path::{Path, PathBuf};

/// The plaintext of all pages in order; `None` if the key does not fit.
pub fn decrypted(file: &Path, key: &[u8; 32]) -> Option<Vec<u8>> {
    let bytes = std::fs::read(file).expect("the file");
    let salt: Vec<u8> = bytes[..16].iter().map(|b| b ^ 0x3a).collect();
    let mac_key = pbkdf2::pbkdf2_hmac_array::<Sha512, 32>(key, &salt, 2);
    let mut plain = vec![];
    for (i, page) in bytes.chunks(4096).enumerate() {
        let head = if i == 0 { 16 } else { 0 };
        let (body, iv, mac) = (&page[head..4016], &page[4016..4032], &page[4032..]);
        let mut expected = Hmac::<Sha512>::new_from_slice(&mac_key).expect("a key");
        expected.update(body);
        expected.update(iv);
        expected.update(&(i as u32 + 1).to_le_bytes());
        expected.verify_slice(mac).ok()?;
        let mut body = body.to_vec();
        let cipher = cbc::Decryptor::<Aes256>::new_from_slices(key, iv).expect("a key");
        cipher.decrypt_padded::<NoPadding>(&mut body).expect("whole blocks");
        plain.extend(body);
    }
    Some(plain)
}

/// The words that occur in the bytes, ignoring ASCII case.
pub fn standing_in<'w>(bytes: &[u8], words: &[&'w str]) -> Vec<&'w str> {
    let bytes = bytes.to_ascii_lowercase();
    let stands = |word: &&&str| {
        let word = word.to_lowercase();
        bytes.windows(word.len()).any(|w| w == word.as_bytes())
    };
    words.iter().filter(stands).copied().collect()
}

/// Every file below a folder.
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![];
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { found.extend(files_below(&path)) } else { found.push(path) }
    }
    found
}
