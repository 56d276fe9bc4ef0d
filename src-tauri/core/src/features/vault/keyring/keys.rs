//! Keys: derived from a passphrase (Argon2id) or a random secret (HKDF), made at random, wrapped with AES-256-GCM.
//! `derive_` gives the same key every time, `make_` never does.
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::secret::{Key, Passphrase};
use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use argon2::{Algorithm, Argon2, Params, Version};
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// The cost of one passphrase guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cost {
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes that may run in parallel.
    pub lanes: u32,
}

impl Cost {
    /// The lowest cost outside tests and the command line (RFC 9106, second recommended option).
    pub(crate) const FLOOR: Cost = Cost { memory_kib: 64 * 1024, passes: 3, lanes: 4 };
    /// The most memory: a vault must also open on a small computer.
    pub(crate) const MOST_MEMORY_KIB: u32 = 1024 * 1024;
    /// The most work, some seconds. A header that asks for more is not ours, and would keep its owner out.
    pub(crate) const MOST_WORK: u64 = 4 * 1024 * 1024;
    /// As good as free, for tests.
    #[cfg(test)]
    pub(crate) const CHEAP: Cost = Cost { memory_kib: 64, passes: 1, lanes: 1 };

    /// The work of one guess, to compare costs by.
    pub(crate) fn work(self) -> u64 {
        u64::from(self.memory_kib) * u64::from(self.passes)
    }

    /// Is it within what this program ever writes? A header that asks for more is not ours and would only consume
    /// memory.
    pub(crate) fn is_sane(self) -> bool {
        (8..=Cost::MOST_MEMORY_KIB).contains(&self.memory_kib)
            && (1..=64).contains(&self.passes)
            && (1..=16).contains(&self.lanes)
            && self.memory_kib >= 8 * self.lanes
            && self.work() <= Cost::MOST_WORK
    }
}

/// Derives a slot's key from a passphrase. Normalised first: another keyboard may compose the same letters differently.
///
/// # Errors
/// `vault.header_damaged` when the cost is out of bounds; `internal` when there is not enough memory.
pub(crate) fn derive_slot_key(passphrase: &Passphrase, salt: &[u8], cost: Cost) -> Result<Key> {
    if !cost.is_sane() {
        return Err(Error::new(Code::VaultHeaderDamaged));
    }
    let typed = Zeroizing::new(passphrase.expose().nfc().collect::<String>());
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32)).or_broken()?;
    let mut key = Zeroizing::new([0_u8; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(typed.as_bytes(), salt, key.as_mut())
        .or_broken()?;
    Ok(Key::new(*key))
}

/// Starts the threads that the Argon2 lanes run on, before there is any secret. Their shared state is built on the
/// stack and moved, padding included, to memory that lives as long as the program. Built later, it could carry along a
/// key left on the stack.
///
/// # Errors
/// `internal` when there is not enough memory.
pub(crate) fn start_threads() -> Result<()> {
    let least = Cost { memory_kib: 32, passes: 1, lanes: 4 };
    derive_slot_key(&Passphrase::default(), &[0; 16], least).map(drop)
}

/// Derives a key for one purpose from a secret that is already random.
///
/// # Errors
/// Never in practice: 32 bytes is within the limit of HKDF.
pub(crate) fn derive_key(secret: &[u8], salt: &[u8], purpose: &str) -> Result<Key> {
    let mut key = Zeroizing::new([0_u8; 32]);
    Hkdf::<Sha256>::new(Some(salt), secret).expand(purpose.as_bytes(), key.as_mut()).or_broken()?;
    Ok(Key::new(*key))
}

/// Random bytes from the operating system.
///
/// # Errors
/// When the operating system has none.
pub(crate) fn make_bytes<const N: usize>() -> Result<Zeroizing<[u8; N]>> {
    let mut bytes = Zeroizing::new([0_u8; N]);
    getrandom::fill(bytes.as_mut()).or_broken()?;
    Ok(bytes)
}

/// A fresh random key.
///
/// # Errors
/// When the operating system has no random bytes.
pub(crate) fn make_key() -> Result<Key> {
    Ok(Key::new(*make_bytes::<32>()?))
}

const NONCE: usize = 12;

/// Wraps secret bytes as `nonce (12) | ciphertext and tag`, bound to `aad`.
///
/// # Errors
/// When the operating system has no random bytes.
pub(crate) fn wrap(key: &Key, plain: &[u8], aad: &[u8]) -> Result<Vec<u8>> {
    let nonce = make_bytes::<NONCE>()?;
    let cipher = Aes256Gcm::new(key.expose().into());
    let sealed = cipher
        .encrypt(&Nonce::from(*nonce), Payload { msg: plain, aad })
        .map_err(|_| Error::broken("AES-256-GCM refused to encrypt"))?;
    Ok([&nonce[..], &sealed].concat())
}

/// Unwraps what `wrap` made; `None` when the key or the associated data differs.
pub(crate) fn unwrap(key: &Key, wrapped: &[u8], aad: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, sealed) = wrapped.split_first_chunk::<NONCE>()?;
    let cipher = Aes256Gcm::new(key.expose().into());
    cipher.decrypt(nonce.into(), Payload { msg: sealed, aad }).ok().map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn derived(passphrase: &str, salt: &[u8], cost: Cost) -> Key {
        derive_slot_key(&Passphrase::new(passphrase.into()), salt, cost).unwrap()
    }

    #[test]
    fn the_key_hangs_on_every_input() {
        let cost = Cost::CHEAP;
        let key = derived("vijf gewone woorden", b"salt salt salt 1", cost);
        assert_eq!(key, derived("vijf gewone woorden", b"salt salt salt 1", cost));
        assert_ne!(key, derived("Vijf gewone woorden", b"salt salt salt 1", cost));
        assert_ne!(key, derived("vijf gewone woorden", b"salt salt salt 2", cost));
        assert_ne!(key, derived("vijf gewone woorden", b"salt salt salt 1", Cost { passes: 2, ..cost }));
        assert_ne!(key, derived("vijf gewone woorden", b"salt salt salt 1", Cost { memory_kib: 72, ..cost }));
    }

    #[test]
    fn a_letter_with_an_accent_is_one_letter_however_it_was_typed() {
        let salt = b"salt salt salt 1";
        assert_eq!(
            derived("co\u{eb}ffici\u{eb}nt", salt, Cost::CHEAP),
            derived("coe\u{308}fficie\u{308}nt", salt, Cost::CHEAP)
        );
    }

    #[test]
    fn a_header_cannot_ask_for_all_memory() {
        let cost = Cost { memory_kib: u32::MAX, passes: 1, lanes: 1 };
        let refused = derive_slot_key(&Passphrase::new("x".into()), b"salt salt salt 1", cost).unwrap_err();
        assert_eq!(refused.code(), Code::VaultHeaderDamaged);
        for cost in [Cost::FLOOR, Cost::CHEAP, Cost { memory_kib: Cost::MOST_MEMORY_KIB, ..Cost::FLOOR }] {
            assert!(cost.is_sane());
        }
    }

    #[test]
    fn what_was_wrapped_opens_only_with_the_same_key_and_for_the_same_purpose() {
        let (key, other) = (make_key().unwrap(), make_key().unwrap());
        let wrapped = wrap(&key, b"secret", b"slot 1").unwrap();
        assert_eq!(unwrap(&key, &wrapped, b"slot 1").unwrap().as_slice(), b"secret");
        assert!(unwrap(&other, &wrapped, b"slot 1").is_none());
        assert!(unwrap(&key, &wrapped, b"slot 2").is_none());
        for i in 0..wrapped.len() {
            let mut changed = wrapped.clone();
            changed[i] ^= 1;
            assert!(unwrap(&key, &changed, b"slot 1").is_none());
        }
        assert!(unwrap(&key, b"short", b"slot 1").is_none());
        assert_ne!(wrapped, wrap(&key, b"secret", b"slot 1").unwrap(), "a nonce is used once");
    }
}
