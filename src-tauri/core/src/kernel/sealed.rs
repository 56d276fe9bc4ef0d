//! Sealed columns: keys, not only permissions, limit what a role can read. Gifts and payments are in the compartment
//! `giving`, notes in `confidential`. Each value is one AES-256-GCM blob, bound to its table, row and key version.
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::secret::Key;
use crate::kernel::stored::stored;
use aes_gcm::aead::{Aead, Generate, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use std::collections::BTreeMap;
use uuid::Uuid;
use zeroize::Zeroizing;

stored! {
    /// A part of the vault with its own key.
    pub enum Compartment {
        /// `data.db` itself: people, consents, retention, users.
        Main = "main",
        /// Gifts and payments.
        Giving = "giving",
        /// Confidential notes and what belongs to them.
        Confidential = "confidential",
    }
}

/// The data keys that the user has, with their versions. Wiped on drop.
#[derive(Clone, Default, Debug)]
pub struct CompartmentKeys(BTreeMap<Compartment, (u32, Key)>);

const NONCE: usize = 12;

impl CompartmentKeys {
    /// An empty set of keys.
    pub fn new() -> Self {
        CompartmentKeys::default()
    }

    /// Adds or replaces the key of a compartment.
    pub fn insert(&mut self, compartment: Compartment, version: u32, key: Key) {
        self.0.insert(compartment, (version, key));
    }

    /// Whether the user has the key of this compartment.
    pub fn holds(&self, compartment: Compartment) -> bool {
        self.0.contains_key(&compartment)
    }

    /// The version of the key and the key itself.
    ///
    /// # Errors
    /// `vault.key_missing` when the user's roles do not give this key.
    pub fn get(&self, compartment: Compartment) -> Result<(u32, &Key)> {
        self.0.get(&compartment).map(|(v, k)| (*v, k)).or_refuse(Code::VaultKeyMissing)
    }

    /// All keys in this set, each with its compartment and version.
    pub fn iter(&self) -> impl Iterator<Item = (Compartment, u32, &Key)> {
        self.0.iter().map(|(c, (v, k))| (*c, *v, k))
    }

    /// Seals the secret part of one row as `version (4 bytes, big endian) | nonce (12) | ciphertext and tag`. The
    /// plaintext is the length (4 bytes, big endian), the secret, and zeros up to the next multiple of `STEP` bytes.
    /// The padding is there because everyone can see the length of a blob, and an exact length would tell a word from a
    /// sentence.
    ///
    /// # Errors
    /// `vault.key_missing` when the user's roles do not give this key.
    pub fn seal(&self, compartment: Compartment, table: &str, row: Uuid, plain: &[u8]) -> Result<Vec<u8>> {
        let (version, key) = self.get(compartment)?;
        let nonce = Nonce::generate();
        let cipher = Aes256Gcm::new(key.expose().into());
        let aad = associated(compartment, table, row, version);
        let padded = padded(plain)?;
        let sealed =
            cipher.encrypt(&nonce, Payload { msg: &padded, aad: &aad }).map_err(|_| Error::new(Code::Internal))?;
        Ok([&version.to_be_bytes()[..], &nonce[..], &sealed].concat())
    }

    /// Opens a blob that `seal` made for the same compartment, table and row.
    ///
    /// # Errors
    /// `vault.key_missing` when the user does not have the key or has another version of it; `vault.damaged` when the
    /// blob was changed or belongs to another row.
    pub fn open(&self, compartment: Compartment, table: &str, row: Uuid, blob: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        let (version, key) = self.get(compartment)?;
        let damaged = || Error::new(Code::VaultDamaged);
        let (head, rest) = blob.split_first_chunk::<4>().ok_or_else(damaged)?;
        if u32::from_be_bytes(*head) != version {
            return Err(Error::new(Code::VaultKeyMissing));
        }
        let (nonce, sealed) = rest.split_first_chunk::<NONCE>().ok_or_else(damaged)?;
        let aad = associated(compartment, table, row, version);
        let cipher = Aes256Gcm::new(key.expose().into());
        let padded =
            Zeroizing::new(cipher.decrypt(nonce.into(), Payload { msg: sealed, aad: &aad }).map_err(|_| damaged())?);
        let (length, rest) = padded.split_first_chunk::<4>().ok_or_else(damaged)?;
        let length = usize::try_from(u32::from_be_bytes(*length)).or_broken()?;
        Ok(rest.get(..length).ok_or_else(damaged)?.to_vec().into())
    }
}

/// The plaintext, including its length prefix, is padded to a multiple of this many bytes.
const STEP: usize = 256;

fn padded(plain: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    let length = u32::try_from(plain.len()).or_broken()?.to_be_bytes();
    // Allocated at full length at once: growing the vector would leave copies of the secret behind.
    let mut padded = Zeroizing::new(vec![0; (length.len() + plain.len()).next_multiple_of(STEP)]);
    let (head, rest) = padded.split_at_mut(length.len());
    head.copy_from_slice(&length);
    for (to, from) in rest.iter_mut().zip(plain) {
        *to = *from;
    }
    Ok(padded)
}

fn associated(compartment: Compartment, table: &str, row: Uuid, version: u32) -> Vec<u8> {
    let head = format!("ledenkluis/column/2|{}|{table}|", compartment.as_str());
    [head.as_bytes(), row.as_bytes(), &version.to_be_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> CompartmentKeys {
        let mut keys = CompartmentKeys::new();
        keys.insert(Compartment::Giving, 1, Key::new([7; 32]));
        keys
    }

    #[test]
    fn a_row_opens_only_as_itself() {
        let (keys, row) = (keys(), Uuid::from_u128(1));
        let blob = keys.seal(Compartment::Giving, "donation", row, b"25.00").unwrap();
        assert_eq!(keys.open(Compartment::Giving, "donation", row, &blob).unwrap().as_slice(), b"25.00");
        for (table, row) in [("donation", Uuid::from_u128(2)), ("person_note", row)] {
            assert_eq!(keys.open(Compartment::Giving, table, row, &blob).unwrap_err().code(), Code::VaultDamaged);
        }
    }

    #[test]
    fn a_blob_does_not_tell_how_long_its_secret_is() {
        let (keys, row) = (keys(), Uuid::from_u128(1));
        let length = |n: usize| {
            let plain = vec![b'x'; n];
            let blob = keys.seal(Compartment::Giving, "donation", row, &plain).unwrap();
            assert_eq!(keys.open(Compartment::Giving, "donation", row, &blob).unwrap().as_slice(), plain);
            blob.len()
        };
        assert_eq!((length(0), length(252)), (length(17), length(1)));
        assert_eq!(length(253) - length(252), STEP);
    }

    #[test]
    fn without_the_key_nothing_opens() {
        let row = Uuid::from_u128(1);
        let blob = keys().seal(Compartment::Giving, "donation", row, b"25.00").unwrap();
        let mut other = CompartmentKeys::new();
        other.insert(Compartment::Confidential, 1, Key::new([7; 32]));
        assert_eq!(other.open(Compartment::Giving, "donation", row, &blob).unwrap_err().code(), Code::VaultKeyMissing);
        assert_eq!(
            other.open(Compartment::Confidential, "donation", row, &blob).unwrap_err().code(),
            Code::VaultDamaged
        );
    }
}
