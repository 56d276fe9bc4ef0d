//! The seal of the last lock: which `data.db` was locked. SQLCipher authenticates each page together with its number,
//! but not with time, so yesterday's page still fits today's file. The seal states which pages belong together.
use super::identity::{Identity, PublicIdentity};
use crate::error::{Code, OrError, Result};
use crate::kernel::id::{UserId, VaultId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io::{Read, Seek, SeekFrom};

const PURPOSE: &str = "ledenkluis/seal/2";
/// Size of a page of `data.db` in bytes.
const PAGE: u64 = 4096;
/// SQLCipher 4 ends each page with the initialisation vector (16 bytes) and an HMAC-SHA512 (64 bytes): the page seal.
const PAGE_SEAL: u64 = 64;

/// The fingerprint of a locked `data.db`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pages {
    pub count: u64,
    /// SHA-256 over the seals of all pages, in order.
    #[serde(with = "hex::serde")]
    pub hash: [u8; 32],
}

/// The signed state of the data at a lock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Seal {
    pub pages: Pages,
    /// A hash of the content, independent of its encryption.
    #[serde(with = "hex::serde")]
    pub content: [u8; 32],
    /// `user_version` of the database.
    pub schema: u32,
    /// The last row of the trail.
    pub trail: u64,
    #[serde(with = "hex::serde")]
    pub trail_hash: [u8; 32],
    /// Number of the roster whose keys the signature is checked with.
    pub roster: u64,
    /// The user who locked.
    pub by: UserId,
    /// Ed25519 over `ledenkluis/seal/2|vault|` and all of the above as JSON.
    #[serde(with = "hex::serde")]
    pub signature: Vec<u8>,
}

impl Seal {
    fn message(&self, vault: VaultId) -> Result<Vec<u8>> {
        let blank = serde_json::to_string(&Seal { signature: vec![], ..self.clone() }).or_broken()?;
        Ok(format!("{vault}|{blank}").into_bytes())
    }

    /// The seal, with its signature.
    ///
    /// # Errors
    /// Never in practice.
    pub(crate) fn signed(mut self, vault: VaultId, identity: &Identity) -> Result<Self> {
        self.signature = identity.sign(PURPOSE, &self.message(vault)?).to_vec();
        Ok(self)
    }

    /// Is it signed with this user's key?
    pub(crate) fn is_by(&self, vault: VaultId, keys: &PublicIdentity) -> bool {
        self.message(vault).is_ok_and(|message| keys.signed(PURPOSE, &message, &self.signature))
    }
}

/// Fingerprints a file that nobody is writing.
///
/// # Errors
/// `vault.damaged` when it does not consist of whole pages; I/O errors.
pub(crate) fn pages_of(file: &mut std::fs::File) -> Result<Pages> {
    let length = file.metadata()?.len();
    if length == 0 || length % PAGE != 0 {
        return None.or_refuse(Code::VaultDamaged);
    }
    let (count, mut digest) = (length / PAGE, Sha256::new());
    let mut seal = [0_u8; 64];
    for page in 1..=count {
        file.seek(SeekFrom::Start(page * PAGE - PAGE_SEAL))?;
        file.read_exact(&mut seal)?;
        digest.update(seal);
    }
    Ok(Pages { count, hash: digest.finalize().into() })
}
