//! The roster: the signed statement of who belongs to the vault, what they do, their public keys, and for each compartment
//! which key is the right one and who holds it. Rosters form a chain: each names the hash of the one before.
use super::compartments;
use super::identity::{Identity, PublicIdentity};
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::id::{UserId, VaultId};
use crate::kernel::sealed::Compartment;
use crate::kernel::secret::Key;
use crate::ops::Role;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use uuid::Uuid;

const PURPOSE: &str = "ledenkluis/roster/2";
const COMMITMENT: &str = "ledenkluis/commitment/2";

/// SHA-256 of a roster's text.
pub(crate) type RosterHash = [u8; 32];

/// Who holds keys and signs: a user, or a recovery sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Holder {
    /// A user.
    User(UserId),
    /// A recovery sheet.
    Sheet(Uuid),
}

/// The roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Roster {
    /// Which vault.
    pub vault: VaultId,
    /// 1, 2, 3 …: one more with every change.
    pub number: u64,
    /// Hash of the roster before; zeros for the first.
    #[serde(with = "hex::serde")]
    pub before: RosterHash,
    /// Who may open the vault.
    pub users: Vec<Belongs>,
    /// The recovery sheets: the one in use, and one that was made and not yet typed back.
    pub sheets: Vec<Sheet>,
    /// The right key of every compartment, by its commitment.
    pub compartments: Vec<DataKey>,
}

/// Somebody who may open the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Belongs {
    /// Who.
    pub id: UserId,
    /// What they do in the association.
    pub roles: Vec<Role>,
    /// May they run the vault?
    pub admin: bool,
    /// Did somebody else choose the passphrase? Then the keys are not yet theirs alone.
    pub first_passphrase: bool,
    /// Their public keys.
    pub keys: PublicIdentity,
}

/// A recovery sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sheet {
    /// Which.
    pub id: Uuid,
    /// How far it is.
    pub state: SheetState,
    /// Its public keys.
    pub keys: PublicIdentity,
}

/// How far a sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SheetState {
    /// Saved or printed, and not yet typed back.
    Made,
    /// Somebody typed groups back from the paper.
    Confirmed,
    /// It opened the vault once. It still does, until another one is confirmed.
    Used,
}

/// The right key of a compartment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DataKey {
    /// Which compartment.
    pub compartment: Compartment,
    /// Which version, from 1.
    pub version: u32,
    /// A hash that only the right key fits.
    #[serde(with = "hex::serde")]
    pub commitment: [u8; 32],
    /// To whom it is sealed.
    pub holders: BTreeSet<Holder>,
    /// Did somebody lose it who could not be kept from it at once? Then the next holder makes a new one before anything is
    /// written.
    pub renew: bool,
}

/// A roster as text, with the signatures over it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Signed {
    /// The roster, canonical: compact JSON in the order of the fields, hex in small letters.
    pub roster: String,
    /// One, or two where a user acts with a recovery sheet in hand.
    pub signatures: Vec<SignedBy>,
}

/// A signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignedBy {
    /// Who signed.
    pub by: Holder,
    /// Ed25519 over `ledenkluis/roster/2|` and the text.
    #[serde(with = "hex::serde")]
    pub signature: Vec<u8>,
}

/// The hash that only the right key of this compartment and version fits.
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

    /// The roster that follows this one, equal to it but for its number and the hash of this one.
    pub(crate) fn next(&self, hash: RosterHash) -> Result<Roster> {
        Ok(Roster { number: self.number.checked_add(1).or_broken()?, before: hash, ..self.clone() })
    }

    /// A user.
    ///
    /// # Errors
    /// `user.missing`.
    pub(crate) fn user(&self, id: UserId) -> Result<&Belongs> {
        self.users.iter().find(|u| u.id == id).or_missing(Code::UserMissing)
    }

    /// A user, to change them.
    ///
    /// # Errors
    /// `user.missing`.
    pub(crate) fn user_mut(&mut self, id: UserId) -> Result<&mut Belongs> {
        self.users.iter_mut().find(|u| u.id == id).or_missing(Code::UserMissing)
    }

    /// The public keys of a user or a sheet.
    pub(crate) fn keys_of(&self, holder: Holder) -> Option<&PublicIdentity> {
        match holder {
            Holder::User(id) => self.users.iter().find(|u| u.id == id).map(|u| &u.keys),
            Holder::Sheet(id) => self.sheets.iter().find(|s| s.id == id).map(|s| &s.keys),
        }
    }

    /// The right key of a compartment.
    ///
    /// # Errors
    /// `vault.header_damaged` when the roster does not name one.
    pub(crate) fn key(&self, compartment: Compartment) -> Result<&DataKey> {
        self.compartments.iter().find(|k| k.compartment == compartment).or_missing(Code::VaultHeaderDamaged)
    }

    /// The right key of a compartment, to change it.
    ///
    /// # Errors
    /// `vault.header_damaged` when the roster does not name one.
    pub(crate) fn key_mut(&mut self, compartment: Compartment) -> Result<&mut DataKey> {
        self.compartments.iter_mut().find(|k| k.compartment == compartment).or_missing(Code::VaultHeaderDamaged)
    }

    /// The compartments that somebody holds.
    pub(crate) fn held_by(&self, holder: Holder) -> BTreeSet<Compartment> {
        self.compartments.iter().filter(|k| k.holders.contains(&holder)).map(|k| k.compartment).collect()
    }

    /// The compartments that a user may hold: those of their roles; and, if they run the vault, those that nobody's role needs,
    /// so that somebody can hand them over.
    pub(crate) fn entitled(&self, user: UserId) -> BTreeSet<Compartment> {
        let Ok(own) = self.user(user) else { return BTreeSet::new() };
        let mut which = compartments::needed(&own.roles);
        if own.admin {
            let others = self.users.iter().filter(|u| u.id != user);
            let taken: BTreeSet<_> = others.flat_map(|u| compartments::needed(&u.roles)).collect();
            which.extend(Compartment::ALL.iter().filter(|c| !taken.contains(c)));
        }
        which
    }

    /// Does the roster say nothing impossible? Every user and sheet once, somebody who runs the vault, one right key for each
    /// compartment, held only by whom it may be; the main key by everybody.
    pub(crate) fn is_sound(&self) -> bool {
        let users: BTreeSet<_> = self.users.iter().map(|u| u.id).collect();
        let sheets: BTreeSet<_> = self.sheets.iter().map(|s| s.id).collect();
        let may_hold = |key: &DataKey, holder: &Holder| match holder {
            Holder::User(id) => users.contains(id) && self.entitled(*id).contains(&key.compartment),
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
    /// The roster in the text.
    ///
    /// # Errors
    /// `vault.header_damaged` when the text is not canonical, or says something impossible.
    pub(crate) fn read(&self) -> Result<Roster> {
        let damaged = || Error::new(Code::VaultHeaderDamaged);
        let roster: Roster = serde_json::from_str(&self.roster).or_missing(Code::VaultHeaderDamaged)?;
        let canonical = serde_json::to_string(&roster).or_broken()?;
        if canonical == self.roster && roster.is_sound() { Ok(roster) } else { Err(damaged()) }
    }

    /// The hash that the next roster and the pins name.
    pub(crate) fn hash(&self) -> RosterHash {
        let head = [PURPOSE.as_bytes(), b"|"].concat();
        Sha256::new().chain_update(head).chain_update(&self.roster).finalize().into()
    }

    /// Everybody whose signature is on it, by the keys that `before` gives them.
    ///
    /// # Errors
    /// `vault.roster_refused` when one of the signatures is not theirs, or nobody signed.
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
