//! `header.json`: who may open the vault, the slots they open it with, and the data keys sealed to them. Its only
//! personal data are the users' names, which can be hidden. This module defines its layout, how it is read, and what
//! protects it.
//!
//! Four fields protect it, each for another purpose. `sum` tells damage from a wrong passphrase before anything is
//! opened. The signed `chain` states who the users are and which keys are current. `proof`, made with the main key,
//! keeps a stranger from changing the rest. `seal` states which `data.db` was last locked.
use super::chain::{self, Followed, Pin};
use super::data_keys::{DataKeys, SealedKey};
use super::keys;
use super::roster::{RosterHash, Signed};
use super::seal::Seal;
use super::slots::{Lock, Slot, SlotOf};
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::id::{ReplicaId, UserId, VaultId};
use crate::kernel::sealed::Compartment;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The layout that this program writes. Older and newer ones are refused, not guessed at.
pub(crate) const FORMAT: u32 = 2;

/// More than any association needs; a larger file is refused.
pub(crate) const MOST_BYTES: usize = 16 * 1024 * 1024;

/// The content of `header.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Header {
    /// Layout of this file.
    pub format: u32,
    pub vault: VaultId,
    /// Which replica of the vault: each has one chain of trail rows.
    pub replica: ReplicaId,
    /// The association's name, for the unlock screen.
    pub association: String,
    pub names_hidden: bool,
    pub names: Vec<Named>,
    /// The ways to open the vault.
    pub slots: Vec<Slot>,
    pub keys: Vec<SealedKey>,
    /// The signed rosters, oldest first, from the oldest that a slot or the seal still needs.
    pub chain: Vec<Signed>,
    /// The state of the data at the last lock; none before the first.
    pub seal: Option<Seal>,
    /// HMAC-SHA256 over everything but `sum` and itself, under a key derived from the main key.
    #[serde(with = "hex::serde")]
    pub proof: Vec<u8>,
    /// SHA-256 over everything but itself.
    #[serde(with = "hex::serde")]
    pub sum: Vec<u8>,
}

/// A user as the unlock screen shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Named {
    pub id: UserId,
    /// Their name, empty where names are hidden.
    pub name: String,
    /// 8 bits of a hash of the name: enough to choose the slot to try, too few to reveal the name.
    pub name_tag: u8,
}

#[derive(Deserialize)]
struct OnlyFormat {
    format: u32,
}

impl Header {
    /// Reads a header. It may still be anybody's: `follow` and `check_proof` decide that.
    ///
    /// # Errors
    /// `vault.too_old`, `vault.too_new`; `vault.header_damaged` when a single bit differs from what was written.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self> {
        let damaged = || Error::new(Code::VaultHeaderDamaged);
        if bytes.len() > MOST_BYTES {
            return Err(damaged());
        }
        let header: Header = match serde_json::from_slice(bytes) {
            Ok(header) => header,
            Err(e) => return Err(other_format(bytes).unwrap_or_else(|| damaged().because(e))),
        };
        let costs = header.slots.iter().all(|s| match &s.lock {
            Lock::Passphrase { cost, .. } => cost.is_sane(),
            Lock::Secret { .. } => true,
        });
        // Written again it must give the same bytes, so not even white space or the case of a hex digit can change
        // unnoticed.
        let same = header.to_bytes()? == bytes;
        if header.format == FORMAT && costs && same && header.names_each_once() { Ok(header) } else { Err(damaged()) }
    }

    /// Are all users and slots listed once? Thousands of copies of one slot would cost as many derivations per unlock
    /// attempt.
    fn names_each_once(&self) -> bool {
        let named: BTreeSet<_> = self.names.iter().map(|named| named.id).collect();
        let slots: BTreeSet<_> = self.slots.iter().map(|slot| slot.id).collect();
        let ways: Vec<_> = self.slots.iter().filter(|s| !matches!(s.of, SlotOf::Device(_))).map(|s| s.of).collect();
        let is_twice = ways.iter().enumerate().any(|(at, of)| ways[..at].contains(of));
        (named.len(), slots.len()) == (self.names.len(), self.slots.len()) && !is_twice
    }

    /// The bytes that go into the file, with their sum.
    ///
    /// # Errors
    /// Never in practice.
    pub(crate) fn to_bytes(&self) -> Result<Vec<u8>> {
        let blank = serde_json::to_vec(&Header { sum: vec![], ..self.clone() }).or_broken()?;
        let sum = Sha256::digest(&blank).to_vec();
        serde_json::to_vec(&Header { sum, ..self.clone() }).or_broken()
    }

    fn proof_by(&self, keys: &DataKeys, roster: &super::roster::Roster) -> Result<Hmac<Sha256>> {
        let version = roster.key(Compartment::Main)?.version;
        let main = keys.get(Compartment::Main, version).or_refuse(Code::VaultKeyMissing)?;
        let key = keys::derive_key(main.expose(), self.vault.0.as_bytes(), "ledenkluis/header/2")?;
        let bytes = serde_json::to_vec(&Header { proof: vec![], sum: vec![], ..self.clone() }).or_broken()?;
        Ok(Hmac::<Sha256>::new_from_slice(key.expose()).or_broken()?.chain_update(bytes))
    }

    /// Makes the proof, with the current main key of this roster.
    ///
    /// # Errors
    /// `vault.key_missing` when that key is not available.
    pub(crate) fn prove(&mut self, keys: &DataKeys, roster: &super::roster::Roster) -> Result<()> {
        self.proof = self.proof_by(keys, roster)?.finalize().into_bytes().to_vec();
        self.sum = vec![];
        let bytes = self.to_bytes()?;
        self.sum = serde_json::from_slice::<Header>(&bytes).or_broken()?.sum;
        Ok(())
    }

    /// Checks the proof with the current main key.
    ///
    /// # Errors
    /// `vault.header_damaged` when somebody without that key changed the header.
    pub(crate) fn check_proof(&self, keys: &DataKeys, roster: &super::roster::Roster) -> Result<()> {
        let right = self.proof_by(keys, roster)?.verify_slice(&self.proof);
        right.map_err(|_| Error::new(Code::VaultHeaderDamaged))
    }

    /// The newest roster, followed from a pin.
    ///
    /// # Errors
    /// As `chain::follow`.
    pub(crate) fn follow(&self, pin: &Pin) -> Result<Followed> {
        chain::follow(self.vault, &self.chain, pin)
    }

    /// Hash of the newest roster.
    pub(crate) fn newest(&self) -> Option<RosterHash> {
        self.chain.last().map(Signed::hash)
    }

    /// The newest roster, not verified: for the unlock screen, before anything is opened.
    ///
    /// # Errors
    /// `vault.header_damaged`.
    pub(crate) fn unproven_roster(&self) -> Result<super::roster::Roster> {
        self.chain.last().or_refuse(Code::VaultHeaderDamaged)?.read()
    }

    /// The number of the newest roster, not verified; 0 where there is none that can be read.
    pub(crate) fn unproven_number(&self) -> u64 {
        self.unproven_roster().map_or(0, |roster| roster.number)
    }

    /// Drops the rosters that no slot and no seal needs any more.
    pub(crate) fn shorten_chain(&mut self) {
        let sealed = self.seal.as_ref().map(|s| s.roster);
        let oldest = self.slots.iter().map(|s| s.seen).chain(sealed).min().unwrap_or(0);
        let needed = |signed: &Signed| signed.read().map_or(true, |roster| roster.number >= oldest);
        let first = self.chain.iter().position(needed).unwrap_or(0);
        // In the middle of a change of keys, the roster that names the old key is still needed.
        if self.keys_are_settled() {
            self.chain.drain(..first);
        }
    }

    fn keys_are_settled(&self) -> bool {
        let version = |c: Compartment| self.keys.iter().filter(move |k| k.compartment == c).map(|k| k.version);
        Compartment::ALL.iter().all(|c| version(*c).min() == version(*c).max())
    }

    /// The slot of a user's passphrase.
    pub(crate) fn user_slot(&self, id: UserId) -> Option<&Slot> {
        self.slots.iter().find(|s| s.of == SlotOf::User(id))
    }

    pub(crate) fn slot_mut(&mut self, id: Uuid) -> Option<&mut Slot> {
        self.slots.iter_mut().find(|s| s.id == id)
    }

    pub(crate) fn sheet_slots(&self) -> impl Iterator<Item = (Uuid, &Slot)> {
        self.slots.iter().filter_map(|s| match s.of {
            SlotOf::Sheet(id) => Some((id, s)),
            SlotOf::User(_) | SlotOf::Device(_) => None,
        })
    }

    /// The user's name, empty if hidden.
    pub(crate) fn name_of(&self, id: UserId) -> &str {
        self.names.iter().find(|n| n.id == id).map_or("", |n| n.name.as_str())
    }

    /// The users that this typed name may mean. Where names are hidden the tag alone decides, so there may be several.
    pub(crate) fn named(&self, name: &str) -> Vec<UserId> {
        let (tag, name) = (name_tag(self.vault, name), fold(name));
        let is = |u: &&Named| u.name_tag == tag && (u.name.is_empty() || fold(&u.name) == name);
        self.names.iter().filter(is).map(|u| u.id).collect()
    }
}

/// Is this a header of another program version? Only if it names another format; damage is not reported as one.
fn other_format(bytes: &[u8]) -> Option<Error> {
    let OnlyFormat { format } = serde_json::from_slice(bytes).ok()?;
    match format {
        1 => Some(Error::new(Code::VaultTooOld)),
        f if f > FORMAT => Some(Error::new(Code::VaultTooNew)),
        _ => None,
    }
}

fn fold(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// 8 bits of a hash of the name, independent of case and spacing.
pub(crate) fn name_tag(vault: VaultId, name: &str) -> u8 {
    let digest = Sha256::new().chain_update(vault.0.as_bytes()).chain_update(fold(name)).finalize();
    digest[0]
}
