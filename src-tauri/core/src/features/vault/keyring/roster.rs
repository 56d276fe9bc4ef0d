//! The roster: the signed list of the vault's users, their roles and public keys, and for each compartment which data
//! key is current and who holds it. Rosters form a chain: each names the hash of the one before.
use super::compartments;
use super::identity::{Identity, PublicIdentity};
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::id::{UserId, VaultId};
use crate::kernel::sealed::Compartment;
use crate::kernel::secret::Key;
use crate::ops::Role;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

const PURPOSE: &str = "ledenkluis/roster/2";
const COMMITMENT: &str = "ledenkluis/commitment/2";

/// SHA-256 of a roster's text.
pub(crate) type RosterHash = [u8; 32];

/// Who holds keys and signs: a user or a recovery sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Holder {
    User(UserId),
    Sheet(Uuid),
}

/// The list. Its canonical JSON text is what gets signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Roster {
    pub vault: VaultId,
    /// 1, 2, 3 …: one higher with every change.
    pub number: u64,
    /// Hash of the previous roster; zeros for the first.
    #[serde(with = "hex::serde")]
    pub before: RosterHash,
    pub users: Vec<Belongs>,
    /// The recovery sheets: the one in use, and a new one whose groups have not been typed back yet.
    pub sheets: Vec<Sheet>,
    /// The current data key of every compartment, identified by its commitment.
    pub compartments: Vec<DataKey>,
}

/// A user who may open the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Belongs {
    pub id: UserId,
    pub roles: Vec<Role>,
    pub admin: bool,
    /// Did somebody else choose the passphrase? Then that person may know these keys too.
    pub first_passphrase: bool,
    pub keys: PublicIdentity,
}

/// A recovery sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sheet {
    pub id: Uuid,
    pub state: SheetState,
    pub keys: PublicIdentity,
}

/// How far a sheet has been put into use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SheetState {
    /// Saved or printed, but no groups typed back yet.
    Made,
    /// Somebody typed groups back from the printed sheet.
    Confirmed,
    /// It has opened the vault once. It still does, until another sheet is confirmed.
    Used,
}

/// The current data key of a compartment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DataKey {
    pub compartment: Compartment,
    /// Which version, from 1.
    pub version: u32,
    /// Only the current key matches this hash. It reveals nothing about the key, which is random.
    #[serde(with = "hex::serde")]
    pub commitment: [u8; 32],
    /// The holders it is sealed to.
    pub holders: BTreeSet<Holder>,
    /// Set when somebody lost access and no signer held the key to renew it at once. The next holder then renews it
    /// during their unlock, before they can work in the vault.
    pub renew: bool,
}

/// A roster as text, with the signatures over it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Signed {
    /// The roster in canonical form: compact JSON, fields in order, hex in lower case.
    pub roster: String,
    /// One; two where a user acts together with a recovery sheet.
    pub signatures: Vec<SignedBy>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignedBy {
    pub by: Holder,
    /// Ed25519 over `ledenkluis/roster/2|` and the text.
    #[serde(with = "hex::serde")]
    pub signature: Vec<u8>,
}

/// The commitment to a compartment's key: a hash that only this key matches, for this vault, compartment and version.
pub(crate) fn commitment(vault: VaultId, compartment: Compartment, version: u32, key: &Key) -> [u8; 32] {
    let head = format!("{COMMITMENT}|{vault}|{}|{version}|", compartment.as_str());
    Sha256::new().chain_update(head).chain_update(key.expose()).finalize().into()
}

impl Roster {
    /// Signs the roster.
    ///
    /// # Errors
    /// Never in practice.
    pub(crate) fn sign(&self, signers: &[(Holder, &Identity)]) -> Result<Signed> {
        let roster = serde_json::to_string(self).or_broken()?;
        let sign = |(by, identity): &(Holder, &Identity)| SignedBy {
            by: *by,
            signature: identity.sign(PURPOSE, roster.as_bytes()).to_vec(),
        };
        let signatures = signers.iter().map(sign).collect();
        Ok(Signed { roster, signatures })
    }

    /// The next roster: a copy with the next number and this one's hash, to be changed.
    pub(crate) fn next(&self, hash: RosterHash) -> Result<Roster> {
        Ok(Roster { number: self.number.checked_add(1).or_broken()?, before: hash, ..self.clone() })
    }

    /// A user by id.
    ///
    /// # Errors
    /// `user.missing`.
    pub(crate) fn user(&self, id: UserId) -> Result<&Belongs> {
        self.users.iter().find(|u| u.id == id).or_refuse(Code::UserMissing)
    }

    /// A user by id, to change them.
    ///
    /// # Errors
    /// `user.missing`.
    pub(crate) fn user_mut(&mut self, id: UserId) -> Result<&mut Belongs> {
        self.users.iter_mut().find(|u| u.id == id).or_refuse(Code::UserMissing)
    }

    pub(crate) fn keys_of(&self, holder: Holder) -> Option<&PublicIdentity> {
        match holder {
            Holder::User(id) => self.users.iter().find(|u| u.id == id).map(|u| &u.keys),
            Holder::Sheet(id) => self.sheets.iter().find(|s| s.id == id).map(|s| &s.keys),
        }
    }

    /// The current key of a compartment.
    ///
    /// # Errors
    /// `vault.header_damaged` when the roster does not name one.
    pub(crate) fn key(&self, compartment: Compartment) -> Result<&DataKey> {
        self.compartments.iter().find(|k| k.compartment == compartment).or_refuse(Code::VaultHeaderDamaged)
    }

    /// The current key of a compartment, to change it.
    ///
    /// # Errors
    /// `vault.header_damaged` when the roster does not name one.
    pub(crate) fn key_mut(&mut self, compartment: Compartment) -> Result<&mut DataKey> {
        self.compartments.iter_mut().find(|k| k.compartment == compartment).or_refuse(Code::VaultHeaderDamaged)
    }

    /// The compartments whose key this holder has.
    pub(crate) fn held_by(&self, holder: Holder) -> BTreeSet<Compartment> {
        self.compartments.iter().filter(|k| k.holders.contains(&holder)).map(|k| k.compartment).collect()
    }

    /// The compartments that a user may hold: those of their roles, and for an administrator also those that no other
    /// user's role needs, so that somebody can pass them on.
    pub(crate) fn entitled(&self, user: UserId) -> BTreeSet<Compartment> {
        self.all_entitled().remove(&user).unwrap_or_default()
    }

    /// What every user is entitled to. In one pass: somebody who can write in the folder can name thousands.
    fn all_entitled(&self) -> BTreeMap<UserId, BTreeSet<Compartment>> {
        let mut needed_by = BTreeMap::<Compartment, usize>::new();
        for compartment in self.users.iter().flat_map(|user| compartments::needed(&user.roles)) {
            *needed_by.entry(compartment).or_default() += 1;
        }
        let of = |user: &Belongs| {
            let mut which = compartments::needed(&user.roles);
            // What nobody else needs falls to an administrator.
            let by_others = |c: &Compartment| needed_by.get(c).copied().unwrap_or(0) > usize::from(which.contains(c));
            let left: Vec<_> = Compartment::ALL.iter().filter(|c| user.admin && !by_others(c)).copied().collect();
            which.extend(left);
            (user.id, which)
        };
        self.users.iter().map(of).collect()
    }

    /// Is the roster consistent? Every user and sheet occurs once, there is an administrator, and each compartment has
    /// one current key whose holders are entitled to it. Everybody holds the main key.
    pub(crate) fn is_sound(&self) -> bool {
        let users: BTreeSet<_> = self.users.iter().map(|u| u.id).collect();
        let sheets: BTreeSet<_> = self.sheets.iter().map(|s| s.id).collect();
        let entitled = self.all_entitled();
        let may_hold = |key: &DataKey, holder: &Holder| match holder {
            Holder::User(id) => entitled.get(id).is_some_and(|which| which.contains(&key.compartment)),
            Holder::Sheet(id) => sheets.contains(id),
        };
        let everybody = |key: &DataKey| {
            key.compartment != Compartment::Main || users.iter().all(|u| key.holders.contains(&Holder::User(*u)))
        };
        let named: Vec<_> = self.compartments.iter().map(|k| k.compartment).collect();
        users.len() == self.users.len()
            && sheets.len() == self.sheets.len()
            && self.users.iter().any(|u| u.admin)
            && named == Compartment::ALL
            && self
                .compartments
                .iter()
                .all(|k| k.version > 0 && everybody(k) && k.holders.iter().all(|h| may_hold(k, h)))
    }
}

impl Signed {
    /// Parses the text.
    ///
    /// # Errors
    /// `vault.header_damaged` when the text is not canonical or not consistent.
    pub(crate) fn read(&self) -> Result<Roster> {
        let damaged = || Error::new(Code::VaultHeaderDamaged);
        let roster: Roster = serde_json::from_str(&self.roster).or_refuse(Code::VaultHeaderDamaged)?;
        let canonical = serde_json::to_string(&roster).or_broken()?;
        if canonical == self.roster && roster.is_sound() { Ok(roster) } else { Err(damaged()) }
    }

    /// The hash by which the next roster and the pins refer to this one.
    pub(crate) fn hash(&self) -> RosterHash {
        let head = [PURPOSE.as_bytes(), b"|"].concat();
        Sha256::new().chain_update(head).chain_update(&self.roster).finalize().into()
    }

    /// Everybody who signed, checked with the public keys in the roster `before`.
    ///
    /// # Errors
    /// `vault.roster_refused` when a signature is invalid, or there is none.
    pub(crate) fn signers(&self, before: &Roster) -> Result<BTreeSet<Holder>> {
        let refused = || Error::new(Code::VaultRosterRefused);
        let mut signers = BTreeSet::new();
        for SignedBy { by, signature } in &self.signatures {
            let keys = before.keys_of(*by).ok_or_else(refused)?;
            if !keys.signed(PURPOSE, self.roster.as_bytes(), signature) {
                return Err(refused());
            }
            signers.insert(*by);
        }
        if signers.is_empty() { Err(refused()) } else { Ok(signers) }
    }
}
