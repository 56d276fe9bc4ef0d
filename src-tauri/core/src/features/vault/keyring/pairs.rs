//! Seals a data key to a holder's public key, without their passphrase: X25519 and HPKE in base mode (RFC 9180). Base
//! mode does not authenticate the sender: an opened key is accepted only if it matches the commitment in the signed
//! roster.
use super::keys;
use crate::error::{Code, Error, Result};
use crate::kernel::secret::Key;
use hpke::aead::AesGcm256;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable, single_shot_open, single_shot_seal};
use zeroize::Zeroizing;

type Pair = X25519HkdfSha256;

/// The public key that data keys are sealed to.
pub(crate) type PublicKey = [u8; 32];

const INFO: &[u8] = b"ledenkluis/data-key/2";
const ENCAPPED: usize = 32;

/// A fresh private key.
///
/// # Errors
/// When the operating system has no random bytes.
pub(crate) fn make_private() -> Result<Key> {
    let seed = keys::make_bytes::<32>()?;
    let (private, _) = Pair::derive_keypair(seed.as_slice());
    let private = Zeroizing::new(<[u8; 32]>::from(private.to_bytes()));
    Ok(Key::new(*private))
}

/// The public key of a private one.
///
/// # Errors
/// `vault.header_damaged` when it is not a valid key.
pub(crate) fn public_of(private: &Key) -> Result<PublicKey> {
    let damaged = |_| Error::new(Code::VaultHeaderDamaged);
    let private = <Pair as Kem>::PrivateKey::from_bytes(private.expose()).map_err(damaged)?;
    Ok(Pair::sk_to_pk(&private).to_bytes().into())
}

/// Seals a data key to a public key; `aad` names the key and its holder.
///
/// # Errors
/// `vault.header_damaged` when the public key is invalid.
pub(crate) fn seal_to(public: &PublicKey, key: &Key, aad: &[u8]) -> Result<Vec<u8>> {
    let damaged = |_| Error::new(Code::VaultHeaderDamaged);
    let public = <Pair as Kem>::PublicKey::from_bytes(public).map_err(damaged)?;
    let (encapped, sealed) =
        single_shot_seal::<AesGcm256, HkdfSha256, Pair>(&OpModeS::Base, &public, INFO, key.expose(), aad)
            .map_err(damaged)?;
    Ok([encapped.to_bytes().as_slice(), &sealed].concat())
}

/// Opens what `seal_to` made; `None` when it was sealed to another key, for another purpose, or changed.
pub(crate) fn open_sealed(private: &Key, sealed: &[u8], aad: &[u8]) -> Option<Key> {
    let (encapped, sealed) = sealed.split_first_chunk::<ENCAPPED>()?;
    let private = <Pair as Kem>::PrivateKey::from_bytes(private.expose()).ok()?;
    let encapped = <Pair as Kem>::EncappedKey::from_bytes(encapped).ok()?;
    let plain = single_shot_open::<AesGcm256, HkdfSha256, Pair>(&OpModeR::Base, &private, &encapped, INFO, sealed, aad)
        .map(Zeroizing::new)
        .ok()?;
    <[u8; 32]>::try_from(plain.as_slice()).ok().map(Key::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_key_opens_only_for_whom_it_was_sealed() {
        let (private, other) = (make_private().unwrap(), make_private().unwrap());
        let key = keys::make_key().unwrap();
        let sealed = seal_to(&public_of(&private).unwrap(), &key, b"main|1|slot").unwrap();
        assert_eq!(open_sealed(&private, &sealed, b"main|1|slot"), Some(key));
        assert_eq!(open_sealed(&other, &sealed, b"main|1|slot"), None);
        assert_eq!(open_sealed(&private, &sealed, b"giving|1|slot"), None);
        assert_eq!(open_sealed(&private, &sealed[..40], b"main|1|slot"), None);
    }

    #[test]
    fn nothing_is_sealed_to_a_public_half_that_anyone_could_open() {
        let key = keys::make_key().unwrap();
        assert_eq!(seal_to(&[0; 32], &key, b"").unwrap_err().code(), Code::VaultHeaderDamaged);
    }
}
