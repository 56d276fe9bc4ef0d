//! Reads a SQLCipher 4 file page by page and decrypts it without SQLite or SQLCipher, with only the key.
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::files::{Access, open_own};
use crate::kernel::secret::Key;
use aes::cipher::block_padding::NoPadding;
use aes::cipher::{BlockModeDecrypt, KeyIvInit};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha512;
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use zeroize::Zeroizing;

// A page has 4096 bytes. The last 80 are the IV (16) and the HMAC-SHA512 (64). Page 1 begins with the salt.
pub(crate) const PAGE: usize = 4096;
const IV: usize = 16;
const MAC: usize = 64;
const SALT: usize = 16;
/// The part of a page that SQLite itself uses.
pub(crate) const BODY: usize = PAGE - IV - MAC;

/// An open file, read one page at a time.
pub(crate) struct Pages<'k> {
    file: BufReader<File>,
    key: &'k Key,
    mac_key: Zeroizing<[u8; 32]>,
    page: Zeroizing<[u8; PAGE]>,
    number: u32,
}

impl<'k> Pages<'k> {
    /// Opens the file. `next` then returns the first page.
    pub(crate) fn open(path: &Path, key: &'k Key) -> Result<Self> {
        let mut file = BufReader::with_capacity(PAGE * 64, open_own(path, Access::Read)?);
        let (mut salt, mut mac_key) = ([0_u8; SALT], Zeroizing::new([0_u8; 32]));
        file.read_exact(&mut salt).map_err(|_| Error::new(Code::VaultDamaged))?;
        file.seek(SeekFrom::Start(0))?;
        salt.iter_mut().for_each(|b| *b ^= 0x3a);
        pbkdf2::pbkdf2_hmac::<Sha512>(key.expose(), &salt, 2, &mut *mac_key);
        Ok(Pages { file, key, mac_key, page: Zeroizing::new([0; PAGE]), number: 0 })
    }

    /// Returns the next page with its number, counted from 1, or `None` at the end of the file.
    ///
    /// # Errors
    /// `vault.damaged` when a page was not written with this key.
    pub(crate) fn next(&mut self) -> Result<Option<(u32, &[u8])>> {
        if !self.fill()? {
            return Ok(None);
        }
        self.number += 1;
        let from = if self.number == 1 { SALT } else { 0 };
        let mut mac = Hmac::<Sha512>::new_from_slice(&*self.mac_key).or_broken()?;
        mac.update(&self.page[from..BODY + IV]);
        mac.update(&self.number.to_le_bytes());
        mac.verify_slice(&self.page[BODY + IV..]).map_err(|_| Error::new(Code::VaultDamaged))?;
        let (body, rest) = self.page.split_at_mut(BODY);
        let iv: &[u8; IV] = rest.first_chunk().or_broken()?;
        let cipher = cbc::Decryptor::<aes::Aes256>::new(self.key.expose().into(), iv.into());
        cipher.decrypt_padded::<NoPadding>(&mut body[from..]).or_broken()?;
        Ok(Some((self.number, body)))
    }

    /// Returns the page with this number, or `None` if the file has no such page.
    pub(crate) fn at(&mut self, number: u32) -> Result<Option<&[u8]>> {
        let Some(before) = number.checked_sub(1) else { return Ok(None) };
        // A relative seek keeps what the reader has already buffered.
        self.file.seek_relative((i64::from(before) - i64::from(self.number)) * PAGE as i64)?;
        self.number = before;
        Ok(self.next()?.map(|(_, body)| body))
    }

    fn fill(&mut self) -> Result<bool> {
        let mut have = 0;
        while have < PAGE {
            match self.file.read(&mut self.page[have..])? {
                0 if have == 0 => return Ok(false),
                0 => return Err(Error::new(Code::VaultDamaged)),
                n => have += n,
            }
        }
        Ok(true)
    }
}
