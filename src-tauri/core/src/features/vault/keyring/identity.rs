//! The identity of a user or of a recovery sheet: one key pair to seal to (X25519) and one to sign with (Ed25519). The
//! private keys are only stored wrapped in a slot, together with the pin.
use super::keys;
use super::pairs::{self, PublicKey};
use crate::error::Result;
use crate::kernel::secret::Key;
use ed25519_dalek::{Signature, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// The private keys. Wiped on drop, hidden in `Debug`.
#[derive(Debug, Clone)]
pub(crate) struct Identity {
    /// Opens what was sealed to this identity (X25519).
    seal: Key,
    /// The seed of the signing key (Ed25519, RFC 8032).
    sign: Key,
}

/// The public keys, as the roster lists them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PublicIdentity {
    /// What data keys are sealed to (X25519).
    #[serde(with = "hex::serde")]
    pub seal: PublicKey,
    /// What its signatures are checked with (Ed25519).
    #[serde(with = "hex::serde")]
    pub sign: [u8; 32],
}

impl Identity {
    /// A fresh identity.
    ///
    /// # Errors
    /// When the operating system has no random bytes.
    pub(crate) fn make() -> Result<Self> {
        Ok(Identity { seal: pairs::make_private()?, sign: keys::make_key()? })
    }

    /// The private key that opens what was sealed.
    pub(crate) fn seal(&self) -> &Key {
        &self.seal
    }

    /// The public keys.
    ///
    /// # Errors
    /// `vault.header_damaged` when a private key is invalid.
    pub(crate) fn public(&self) -> Result<PublicIdentity> {
        let sign = SigningKey::from_bytes(self.sign.expose()).verifying_key().to_bytes();
        Ok(PublicIdentity { seal: pairs::public_of(&self.seal)?, sign })
    }

    /// Signs `message`. `purpose` separates domains: a signature for one is not valid for another.
    pub(crate) fn sign(&self, purpose: &str, message: &[u8]) -> [u8; 64] {
        use ed25519_dalek::Signer;
        SigningKey::from_bytes(self.sign.expose()).sign(&for_purpose(purpose, message)).to_bytes()
    }

    /// Both private keys, one after the other, for a slot to wrap.
    pub(super) fn to_bytes(&self) -> Zeroizing<[u8; 64]> {
        let mut bytes = Zeroizing::new([0; 64]);
        bytes[..32].copy_from_slice(self.seal.expose());
        bytes[32..].copy_from_slice(self.sign.expose());
        bytes
    }

    /// Reads what `to_bytes` wrote; `None` if there are fewer than 64 bytes.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let half = |range| bytes.get(range).and_then(|b: &[u8]| <[u8; 32]>::try_from(b).ok()).map(Key::new);
        Some(Identity { seal: half(0..32)?, sign: half(32..64)? })
    }
}

impl PublicIdentity {
    /// Did this identity sign `message` for `purpose`? Strict verification: weak keys and malleable signatures are
    /// refused.
    pub(crate) fn signed(&self, purpose: &str, message: &[u8], signature: &[u8]) -> bool {
        let (Ok(key), Ok(signature)) = (VerifyingKey::from_bytes(&self.sign), Signature::from_slice(signature)) else {
            return false;
        };
        key.verify_strict(&for_purpose(purpose, message), &signature).is_ok()
    }
}

fn for_purpose(purpose: &str, message: &[u8]) -> Vec<u8> {
    [purpose.as_bytes(), b"|", message].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_for_one_purpose_one_message_and_one_signer() {
        let (anneke, henk) = (Identity::make().unwrap(), Identity::make().unwrap());
        let signature = anneke.sign("ledenkluis/roster/2", b"everyone");
        let by_anneke = anneke.public().unwrap();
        assert!(by_anneke.signed("ledenkluis/roster/2", b"everyone", &signature));
        assert!(!by_anneke.signed("ledenkluis/trail/2", b"everyone", &signature));
        assert!(!by_anneke.signed("ledenkluis/roster/2", b"everyone!", &signature));
        assert!(!henk.public().unwrap().signed("ledenkluis/roster/2", b"everyone", &signature));
        assert!(!by_anneke.signed("ledenkluis/roster/2", b"everyone", &signature[..63]));
    }

    #[test]
    fn what_a_slot_keeps_gives_the_same_identity_again() {
        let identity = Identity::make().unwrap();
        let again = Identity::from_bytes(identity.to_bytes().as_slice()).unwrap();
        assert_eq!(again.public().unwrap(), identity.public().unwrap());
        assert!(Identity::from_bytes(&[0; 63]).is_none());
    }
}
