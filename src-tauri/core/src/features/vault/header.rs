//! `header.json`: who may open the vault, and the keys sealed to them. No personal data but the users' names, which can be
//! left out. What it looks like and how it is read and written; `tags` says whether it is genuine.
use super::keys::Cost;
use super::pairs::PublicKey;
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::id::{ReplicaId, UserId, VaultId};
use crate::kernel::sealed::Compartment;
use crate::ops::Role;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// The layout that this program writes. A newer one is refused, not guessed at.
pub(super) const FORMAT: u32 = 1;

/// Larger than any association's header; what is larger is not one.
const MOST_BYTES: usize = 1024 * 1024;

/// The header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Header {
    /// Layout of this file.
    pub format: u32,
    /// Which vault.
    pub vault: VaultId,
    /// Which copy of it: its trail is one chain.
    pub replica: ReplicaId,
    /// The association's name, for the plate on the door.
    pub association: String,
    /// Are the users' names left out?
    pub names_hidden: bool,
    /// Who may open it.
    pub users: Vec<User>,
    /// The data keys there are, and to which slots each may be sealed. Two versions only while a change of keys is under way.
    pub compartments: Vec<DataKey>,
    /// The ways to open it.
    pub slots: Vec<Slot>,
    /// Proof over all of the above, one for each version of the main key.
    pub tags: Vec<Tag>,
}

/// Who may open the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct User {
    /// Who.
    pub id: UserId,
    /// The name, empty where names are hidden.
    pub name: String,
    /// 8 bits of a hash of the name: enough to find the slot to try, too few to tell the name.
    pub name_tag: u8,
    /// What he does in the association.
    pub roles: Vec<Role>,
    /// May he run the vault?
    pub admin: bool,
    /// Did somebody else choose his passphrase?
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub must_change_passphrase: bool,
}

/// One version of one compartment's key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DataKey {
    /// Which compartment.
    pub compartment: Compartment,
    /// Which version, from 1.
    pub version: u32,
    /// To whom it may be sealed.
    pub members: Vec<Member>,
    /// Proof over the members, by this very key: who does not hold it cannot add himself.
    #[serde(with = "hex::serde")]
    pub tag: Vec<u8>,
}

/// A slot that may hold a data key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Member {
    /// Which slot.
    pub slot: Uuid,
    /// Its public half.
    #[serde(with = "hex::serde")]
    pub public_key: PublicKey,
}

/// A way to open the vault: a key pair, its private half wrapped, data keys sealed to its public half.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Slot {
    /// Which slot.
    pub id: Uuid,
    /// Whose.
    pub kind: SlotKind,
    /// How the key that unwraps the private half is made.
    pub lock: Lock,
    /// The public half.
    #[serde(with = "hex::serde")]
    pub public_key: PublicKey,
    /// The private half.
    #[serde(with = "hex::serde")]
    pub wrapped: Vec<u8>,
    /// The data keys.
    pub keys: Vec<SealedKey>,
}

/// Whose slot it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum SlotKind {
    /// A user's, opened by passphrase.
    User {
        /// Whose.
        user: UserId,
    },
    /// A user's, opened by a secret that this computer keeps.
    Device {
        /// Whose.
        user: UserId,
    },
    /// The recovery sheet's.
    Recovery {
        /// Did somebody type groups back from the paper?
        confirmed: bool,
    },
}

/// How the key that unwraps the private half is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Lock {
    /// Argon2id of a passphrase.
    Passphrase {
        /// What a guess costs.
        cost: Cost,
        /// Random, never used twice.
        #[serde(with = "hex::serde")]
        salt: [u8; 16],
    },
    /// HKDF of a secret that is random already.
    Secret {
        /// Random, never used twice.
        #[serde(with = "hex::serde")]
        salt: [u8; 16],
    },
}

/// A data key, sealed to a slot's public half.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SealedKey {
    /// Which compartment's.
    pub compartment: Compartment,
    /// Which version.
    pub version: u32,
    /// HPKE.
    #[serde(with = "hex::serde")]
    pub sealed: Vec<u8>,
}

/// Proof over the whole header, by one version of the main key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Tag {
    /// Which version of the main key.
    pub version: u32,
    /// HMAC-SHA256.
    #[serde(with = "hex::serde")]
    pub tag: Vec<u8>,
}

#[derive(Deserialize)]
struct OnlyFormat {
    format: u32,
}

impl Header {
    /// Reads a header. Genuine or not is another question.
    ///
    /// # Errors
    /// `vault.too_new`, `vault.header_damaged`.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self> {
        let damaged = || Error::new(Code::VaultHeaderDamaged);
        if bytes.len() > MOST_BYTES {
            return Err(damaged());
        }
        let layout: OnlyFormat = serde_json::from_slice(bytes).or_missing(Code::VaultHeaderDamaged)?;
        if layout.format > FORMAT {
            return Err(Error::new(Code::VaultTooNew));
        }
        let header: Header = serde_json::from_slice(bytes).or_missing(Code::VaultHeaderDamaged)?;
        let costs = header.slots.iter().all(|s| match &s.lock {
            Lock::Passphrase { cost, .. } => cost.is_sane(),
            Lock::Secret { .. } => true,
        });
        if header.format == FORMAT && costs { Ok(header) } else { Err(damaged()) }
    }

    /// The bytes that go into the file.
    ///
    /// # Errors
    /// Never in practice.
    pub(super) fn to_bytes(&self) -> Result<Vec<u8>> {
        serde_json::to_vec_pretty(self).or_broken()
    }

    /// The bytes that the tags prove: everything but the tags, always the same for the same content.
    ///
    /// # Errors
    /// Never in practice.
    pub(super) fn proven_bytes(&self) -> Result<Vec<u8>> {
        serde_json::to_vec(&Header { tags: vec![], ..self.clone() }).or_broken()
    }

    /// The user.
    ///
    /// # Errors
    /// `user.missing`.
    pub(super) fn user(&self, id: UserId) -> Result<&User> {
        self.users.iter().find(|u| u.id == id).or_missing(Code::UserMissing)
    }

    /// The user, to change him.
    ///
    /// # Errors
    /// `user.missing`.
    pub(super) fn user_mut(&mut self, id: UserId) -> Result<&mut User> {
        self.users.iter_mut().find(|u| u.id == id).or_missing(Code::UserMissing)
    }

    /// The user's slots: by passphrase, and by computers that remember it.
    pub(super) fn slots_of(&self, id: UserId) -> impl Iterator<Item = &Slot> {
        let kinds = [SlotKind::User { user: id }, SlotKind::Device { user: id }];
        self.slots.iter().filter(move |s| kinds.contains(&s.kind))
    }

    /// The user's slot that a passphrase opens.
    pub(super) fn user_slot(&self, id: UserId) -> Option<&Slot> {
        self.slots.iter().find(|s| s.kind == SlotKind::User { user: id })
    }

    /// The slots of the recovery sheet: the confirmed one, and one that was made but not yet typed back.
    pub(super) fn recovery_slots(&self) -> impl Iterator<Item = &Slot> {
        self.slots.iter().filter(|s| matches!(s.kind, SlotKind::Recovery { .. }))
    }

    /// Is there a sheet that somebody typed back from?
    pub(super) fn has_confirmed_sheet(&self) -> bool {
        self.slots.iter().any(|s| s.kind == SlotKind::Recovery { confirmed: true })
    }

    /// The newest version of a compartment's key.
    pub(super) fn newest(&self, compartment: Compartment) -> u32 {
        self.versions(compartment).max().unwrap_or(0)
    }

    /// Every version of a compartment's key.
    pub(super) fn versions(&self, compartment: Compartment) -> impl Iterator<Item = u32> {
        self.compartments.iter().filter(move |d| d.compartment == compartment).map(|d| d.version)
    }

    /// Users that somebody who types this name may be.
    pub(super) fn named(&self, name: &str) -> Vec<UserId> {
        let (tag, name) = (name_tag(self.vault, name), fold(name));
        let is = |u: &&User| u.name_tag == tag && (u.name.is_empty() || fold(&u.name) == name);
        self.users.iter().filter(is).map(|u| u.id).collect()
    }
}

fn fold(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// 8 bits of a hash of the name as somebody types it.
pub(super) fn name_tag(vault: VaultId, name: &str) -> u8 {
    let digest = Sha256::new().chain_update(vault.0.as_bytes()).chain_update(fold(name)).finalize();
    digest[0]
}
