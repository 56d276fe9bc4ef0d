//! The seal of the last lock: which `data.db` was locked away. SQLCipher's own page seals know the page's number and not the
//! time, so a page of yesterday fits today. This says which page seals belong together.
use super::identity::{Identity, PublicIdentity};
use crate::error::{Code, OrError, Result};
use crate::kernel::id::{UserId, VaultId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io::{Read, Seek, SeekFrom};

const PURPOSE: &str = "ledenkluis/seal/2";
/// Bytes of a page of `data.db`.
const PAGE: u64 = 4096;
/// SQLCipher 4 ends each page with the initialisation vector (16 bytes) and HMAC-SHA512 (64 bytes).
const PAGE_SEAL: u64 = 64;

/// What a locked `data.db` is recognised by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pages {
    /// How many pages there are.
    pub count: u64,
    /// SHA-256 over the seals of all pages, in order.
    #[serde(with = "hex::serde")]
    pub hash: [u8; 32],
}

/// The seal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Seal {
    /// The pages.
    pub pages: Pages,
    /// What is in them, whatever they are encrypted with.
    #[serde(with = "hex::serde")]
    pub content: [u8; 32],
    /// `user_version` of the database.
    pub schema: u32,
    /// Last row of the trail.
    pub trail: u64,
    /// Its hash.
    #[serde(with = "hex::serde")]
    pub trail_hash: [u8; 32],
    /// Number of the roster by which the signature is checked.
    pub roster: u64,
    /// Who locked.
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

    /// The seal, signed.
    ///
    /// # Errors
    /// Never in practice.
    pub(crate) fn signed(mut self, vault: VaultId, identity: &Identity) -> Result<Self> {
        self.signature = identity.sign(PURPOSE, &self.message(vault)?).to_vec();
        Ok(self)
    }

    /// Did this person sign it?
    pub(crate) fn is_by(&self, vault: VaultId, keys: &PublicIdentity) -> bool {
        self.message(vault).is_ok_and(|message| keys.signed(PURPOSE, &message, &self.signature))
    }
}

/// The page seals of a file that is not being written.
///
/// # Errors
/// `vault.damaged` when it is not made of whole pages; as the file system says.
pub(crate) fn pages_of(file: &mut std::fs::File) -> Result<Pages> {
    let length = file.metadata()?.len();
    if length == 0 || length % PAGE != 0 {
        return None.or_missing(Code::VaultDamaged);
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
