//! Data keys: sealed to the holders that the roster names, and accepted only if they match its commitment.
use super::chain::Followed;
use super::identity::Identity;
use super::pairs;
use super::roster::{Holder, Roster, Signed, commitment};
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::id::VaultId;
use crate::kernel::sealed::{Compartment, CompartmentKeys};
use crate::kernel::secret::Key;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A data key, sealed to the public key of one holder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SealedKey {
    pub to: Holder,
    pub compartment: Compartment,
    pub version: u32,
    /// HPKE output: the encapsulated key (32 bytes), then the ciphertext.
    #[serde(with = "hex::serde")]
    pub sealed: Vec<u8>,
}

/// Data keys by compartment and version. Wiped on drop.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct DataKeys(BTreeMap<(Compartment, u32), Key>);

impl DataKeys {
    pub(crate) fn get(&self, compartment: Compartment, version: u32) -> Option<&Key> {
        self.0.get(&(compartment, version))
    }

    pub(crate) fn insert(&mut self, compartment: Compartment, version: u32, key: Key) {
        self.0.insert((compartment, version), key);
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (Compartment, u32, &Key)> {
        self.0.iter().map(|((c, v), k)| (*c, *v, k))
    }

    pub(crate) fn retain(&mut self, keep: impl Fn(Compartment, u32) -> bool) {
        self.0.retain(|(c, v), _| keep(*c, *v));
    }

    /// Takes over the keys of another set that are missing here.
    pub(crate) fn add_missing(&mut self, other: &DataKeys) {
        for (compartment, version, key) in other.iter() {
            self.0.entry((compartment, version)).or_insert_with(|| key.clone());
        }
    }

    /// Is the current key of this compartment available?
    pub(crate) fn holds(&self, roster: &Roster, compartment: Compartment) -> bool {
        roster.key(compartment).is_ok_and(|k| self.get(compartment, k.version).is_some())
    }

    /// The current keys of this roster, as a session uses them.
    pub(crate) fn right(&self, roster: &Roster) -> CompartmentKeys {
        let mut right = CompartmentKeys::new();
        for key in &roster.compartments {
            if let Some(held) = self.get(key.compartment, key.version) {
                right.insert(key.compartment, key.version, held.clone());
            }
        }
        right
    }
}

fn associated(vault: VaultId, to: Holder, compartment: Compartment, version: u32) -> Result<Vec<u8>> {
    let to = serde_json::to_string(&to).or_broken()?;
    Ok(format!("ledenkluis/data-key/2|{vault}|{to}|{}|{version}", compartment.as_str()).into_bytes())
}

/// Seals every available key to the holders that the roster names, and drops sealed keys of former holders and those
/// sealed to replaced public keys. Sealed keys of earlier versions stay for current holders until the data is under the
/// current key.
///
/// # Errors
/// `vault.header_damaged` when a public key is invalid.
pub(crate) fn seal_to_holders(
    sealed: &mut Vec<SealedKey>,
    before: &Roster,
    roster: &Roster,
    keys: &DataKeys,
) -> Result<()> {
    sealed.retain(|k| {
        let named = roster.key(k.compartment).is_ok_and(|right| right.holders.contains(&k.to));
        named && before.keys_of(k.to) == roster.keys_of(k.to)
    });
    for right in &roster.compartments {
        for version in 1..=right.version {
            let Some(key) = keys.get(right.compartment, version) else { continue };
            for holder in &right.holders {
                let is_there =
                    |k: &SealedKey| (k.to, k.compartment, k.version) == (*holder, right.compartment, version);
                if sealed.iter().any(is_there) {
                    continue;
                }
                let public = roster.keys_of(*holder).or_refuse(Code::VaultHeaderDamaged)?;
                let aad = associated(roster.vault, *holder, right.compartment, version)?;
                let bytes = pairs::seal_to(&public.seal, key, &aad)?;
                sealed.push(SealedKey { to: *holder, compartment: right.compartment, version, sealed: bytes });
            }
        }
    }
    Ok(())
}

/// Opens what was sealed to one holder. A key is accepted only if it matches the commitment of a verified roster: the
/// newest one, or, while a change of keys is under way, an earlier one of the chain.
///
/// # Errors
/// `vault.header_damaged` when it does not open; `vault.key_refused` when it matches no commitment.
pub(crate) fn open_keys(
    sealed: &[SealedKey],
    chain: &[Signed],
    followed: &Followed,
    who: Holder,
    identity: &Identity,
) -> Result<DataKeys> {
    let vault = followed.roster.vault;
    let mut keys = DataKeys::default();
    for k in sealed.iter().filter(|k| k.to == who) {
        let aad = associated(vault, who, k.compartment, k.version)?;
        let key = pairs::open_sealed(identity.seal(), &k.sealed, &aad).or_refuse(Code::VaultHeaderDamaged)?;
        let named = commitment_of(chain, followed, k.compartment, k.version);
        if named != Some(commitment(vault, k.compartment, k.version, &key)) {
            return Err(Error::new(Code::VaultKeyRefused));
        }
        keys.insert(k.compartment, k.version, key);
    }
    for right in followed.roster.compartments.iter().filter(|k| k.holders.contains(&who)) {
        keys.get(right.compartment, right.version).or_refuse(Code::VaultHeaderDamaged)?;
    }
    Ok(keys)
}

fn commitment_of(chain: &[Signed], followed: &Followed, compartment: Compartment, version: u32) -> Option<[u8; 32]> {
    let in_roster =
        |roster: &Roster| roster.key(compartment).ok().filter(|k| k.version == version).map(|k| k.commitment);
    // The chain is linked by hashes, so rosters before the pin are as certain as the pin itself.
    in_roster(&followed.roster)
        .or_else(|| chain.iter().rev().skip(1).find_map(|signed| in_roster(&signed.read().ok()?)))
}
