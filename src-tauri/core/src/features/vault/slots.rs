//! Slots: making one, opening one, and giving one the data keys that its role needs.
use super::header::{DataKey, Header, Lock, Member, SealedKey, Slot, SlotKind};
use super::keys::{self, Cost};
use super::pairs::{self, KeyPair};
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::id::VaultId;
use crate::kernel::sealed::{Compartment, CompartmentKeys};
use crate::kernel::secret::{Key, Passphrase};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Data keys by compartment and version. Wiped on drop.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct DataKeys(BTreeMap<(Compartment, u32), Key>);

impl DataKeys {
    /// The key, if held.
    pub(super) fn get(&self, compartment: Compartment, version: u32) -> Option<&Key> {
        self.0.get(&(compartment, version))
    }

    /// Adds a key.
    pub(super) fn insert(&mut self, compartment: Compartment, version: u32, key: Key) {
        self.0.insert((compartment, version), key);
    }

    /// Every key.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Compartment, u32, &Key)> {
        self.0.iter().map(|((c, v), k)| (*c, *v, k))
    }

    /// Lets go of every version of this compartment's key but one.
    pub(super) fn keep_only(&mut self, compartment: Compartment, version: u32) {
        self.0.retain(|(c, v), _| *c != compartment || *v == version);
    }

    /// Takes over the keys of another that are not held yet.
    pub(super) fn add_missing(&mut self, other: &DataKeys) {
        for (compartment, version, key) in other.iter() {
            self.0.entry((compartment, version)).or_insert_with(|| key.clone());
        }
    }

    /// Is the newest version of this compartment's key held?
    pub(super) fn holds(&self, header: &Header, compartment: Compartment) -> bool {
        self.get(compartment, header.newest(compartment)).is_some()
    }
}

impl From<&CompartmentKeys> for DataKeys {
    fn from(keys: &CompartmentKeys) -> Self {
        DataKeys(keys.iter().map(|(c, v, k)| ((c, v), k.clone())).collect())
    }
}

/// What a slot's private half is wrapped under: bound to the slot, its kind, its lock with the cost, and the public half.
fn slot_aad(vault: VaultId, slot: &Slot) -> Result<Vec<u8>> {
    let kind = match slot.kind {
        SlotKind::User { user } => format!("user|{user}"),
        SlotKind::Device { user } => format!("device|{user}"),
        SlotKind::Recovery { .. } => "recovery".to_owned(),
    };
    let lock = serde_json::to_string(&slot.lock).or_broken()?;
    let head = format!("ledenkluis/slot/1|{vault}|{}|{kind}|{lock}|", slot.id);
    Ok([head.as_bytes(), &slot.public_key].concat())
}

fn seal_aad(vault: VaultId, slot: Uuid, compartment: Compartment, version: u32) -> Vec<u8> {
    format!("ledenkluis/data-key/1|{vault}|{}|{version}|{slot}", compartment.as_str()).into_bytes()
}

/// What opens a slot.
#[derive(Clone, Copy)]
pub(super) enum Opener<'a> {
    /// A passphrase, for slots of users.
    Passphrase(&'a Passphrase),
    /// The secret that this computer keeps.
    Device(&'a Key),
    /// The recovery sheet.
    Recovery(&'a super::recovery::RecoverySecret),
}

impl Opener<'_> {
    fn derive(&self, vault: VaultId, lock: &Lock) -> Result<Key> {
        match (self, lock) {
            (Opener::Passphrase(p), Lock::Passphrase { cost, salt }) => keys::derive_slot_key(p, salt, *cost),
            (Opener::Device(secret), Lock::Secret { salt }) => {
                keys::derive_key(secret.expose(), &[vault.0.as_bytes(), &salt[..]].concat(), "ledenkluis/device/1")
            }
            (Opener::Recovery(secret), Lock::Secret { salt }) => secret.derive_key(vault, salt),
            _ => Err(Error::new(Code::VaultHeaderDamaged)),
        }
    }
}

/// Makes a slot with a key pair of its own and no data keys yet.
///
/// # Errors
/// When the operating system has no random bytes or memory.
pub(super) fn make(vault: VaultId, id: Uuid, kind: SlotKind, opener: Opener<'_>, cost: Cost) -> Result<Slot> {
    wrap(vault, id, kind, opener, cost, &pairs::make_pair()?)
}

/// Wraps the same key pair for another passphrase: the data keys sealed to it stay as they are.
///
/// # Errors
/// When the operating system has no random bytes or memory.
pub(super) fn rewrap(vault: VaultId, slot: &Slot, private: Key, opener: Opener<'_>, cost: Cost) -> Result<Slot> {
    let pair = KeyPair { private, public: slot.public_key };
    Ok(Slot { keys: slot.keys.clone(), ..wrap(vault, slot.id, slot.kind, opener, cost, &pair)? })
}

fn wrap(vault: VaultId, id: Uuid, kind: SlotKind, opener: Opener<'_>, cost: Cost, pair: &KeyPair) -> Result<Slot> {
    let salt = *keys::make_bytes::<16>()?;
    let lock = match opener {
        Opener::Passphrase(_) => Lock::Passphrase { cost, salt },
        Opener::Device(_) | Opener::Recovery(_) => Lock::Secret { salt },
    };
    let key = opener.derive(vault, &lock)?;
    let mut slot = Slot { id, kind, lock, public_key: pair.public, wrapped: vec![], keys: vec![] };
    slot.wrapped = keys::wrap(&key, pair.private.expose(), &slot_aad(vault, &slot)?)?;
    Ok(slot)
}

/// Unwraps a slot's private half; `None` when this does not open it.
///
/// # Errors
/// `vault.header_damaged` when it is not that kind of slot.
pub(super) fn open_private(vault: VaultId, slot: &Slot, opener: Opener<'_>) -> Result<Option<Key>> {
    let key = opener.derive(vault, &slot.lock)?;
    Ok(keys::unwrap_key(&key, &slot.wrapped, &slot_aad(vault, slot)?))
}

/// Opens every data key that was sealed to a slot.
///
/// # Errors
/// `vault.header_damaged` when one of them does not open.
pub(super) fn open_keys(vault: VaultId, slot: &Slot, private: &Key) -> Result<DataKeys> {
    let mut keys = DataKeys::default();
    for sealed in &slot.keys {
        let aad = seal_aad(vault, slot.id, sealed.compartment, sealed.version);
        let key = pairs::open_sealed(private, &sealed.sealed, &aad).or_missing(Code::VaultHeaderDamaged)?;
        keys.insert(sealed.compartment, sealed.version, key);
    }
    Ok(keys)
}

/// Seals one version of a data key to a slot, and puts the slot on the list of those who may hold it.
///
/// # Errors
/// `vault.key_missing` when the key is not held; `vault.header_damaged` when slot or version are not there.
pub(super) fn grant(
    header: &mut Header,
    slot: Uuid,
    compartment: Compartment,
    version: u32,
    keys: &DataKeys,
) -> Result<()> {
    let key = keys.get(compartment, version).or_missing(Code::VaultKeyMissing)?;
    let vault = header.vault;
    let found = header.slots.iter_mut().find(|s| s.id == slot).or_missing(Code::VaultHeaderDamaged)?;
    let sealed = pairs::seal_to(&found.public_key, key, &seal_aad(vault, slot, compartment, version))?;
    found.keys.retain(|k| (k.compartment, k.version) != (compartment, version));
    found.keys.push(SealedKey { compartment, version, sealed });
    let member = Member { slot, public_key: found.public_key };
    let is_key = |d: &&mut DataKey| d.compartment == compartment && d.version == version;
    let data_key = header.compartments.iter_mut().find(is_key).or_missing(Code::VaultHeaderDamaged)?;
    data_key.members.retain(|m| m.slot != slot);
    data_key.members.push(member);
    Ok(())
}

/// `grant` for every version of these compartments that the header knows.
///
/// # Errors
/// As `grant`.
pub(super) fn grant_all(header: &mut Header, slot: Uuid, which: &BTreeSet<Compartment>, keys: &DataKeys) -> Result<()> {
    for compartment in which {
        for version in header.versions(*compartment).collect::<Vec<_>>() {
            grant(header, slot, *compartment, version, keys)?;
        }
    }
    Ok(())
}

/// Takes a compartment's keys from a slot. The slot leaves the list of members at once where the key is held, and else as
/// soon as someone who holds it opens the vault (`drop_former_members`).
pub(super) fn withdraw(header: &mut Header, slot: Uuid, compartment: Compartment, keys: &DataKeys) {
    if let Some(slot) = header.slots.iter_mut().find(|s| s.id == slot) {
        slot.keys.retain(|k| k.compartment != compartment);
    }
    drop_former_members(header, keys);
}

/// Strikes from the lists, where the key is held, every slot that no longer holds that key. True if any was struck.
pub(super) fn drop_former_members(header: &mut Header, keys: &DataKeys) -> bool {
    let holders: BTreeSet<(Uuid, Compartment, u32)> =
        header.slots.iter().flat_map(|s| s.keys.iter().map(|k| (s.id, k.compartment, k.version))).collect();
    let mut struck = false;
    for data_key in &mut header.compartments {
        if keys.get(data_key.compartment, data_key.version).is_some() {
            let before = data_key.members.len();
            data_key.members.retain(|m| holders.contains(&(m.slot, data_key.compartment, data_key.version)));
            struck |= data_key.members.len() != before;
        }
    }
    struck
}
