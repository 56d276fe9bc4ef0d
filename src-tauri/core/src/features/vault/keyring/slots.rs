//! Slots: the ways to come to one's private halves. A passphrase, a computer that remembers it, the eight groups on paper. What a
//! slot wraps is bound to vault, slot, owner and lock; beside the private halves stands the pin.
use super::chain::Pin;
use super::identity::Identity;
use super::keys::{self, Cost};
use super::recovery::RecoverySecret;
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::id::{UserId, VaultId};
use crate::kernel::secret::{Key, Passphrase};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

/// A way to open the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Slot {
    /// Which.
    pub id: Uuid,
    /// Whose.
    pub of: SlotOf,
    /// How the key that unwraps it is made.
    pub lock: Lock,
    /// Number of the pinned roster, so that nobody needs rosters from before. A lie here only locks its slot.
    pub seen: u64,
    /// AES-256-GCM over both private halves and the pin.
    #[serde(with = "hex::serde")]
    pub wrapped: Vec<u8>,
}

/// Whose slot it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SlotOf {
    /// A user's, opened by passphrase.
    User(UserId),
    /// A user's, opened by a secret that one computer keeps.
    Device(UserId),
    /// A recovery sheet's.
    Sheet(Uuid),
}

/// How the key that unwraps a slot is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Lock {
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

/// What opens a slot.
#[derive(Clone, Copy)]
pub(crate) enum Opener<'a> {
    /// A passphrase, for slots of users.
    Passphrase(&'a Passphrase),
    /// The secret that this computer keeps.
    Device(&'a Key),
    /// The recovery sheet.
    Recovery(&'a RecoverySecret),
}

/// An open slot: who it is, what they have seen, and the key that wraps it anew when they have seen more. Wiped on drop.
#[derive(Debug, Clone)]
pub(crate) struct Opened {
    /// The private halves.
    pub identity: Identity,
    /// What was seen.
    pub pin: Pin,
    /// The key of the slot.
    key: Key,
}

impl Opener<'_> {
    /// The key of the slot with this lock.
    ///
    /// # Errors
    /// `vault.header_damaged` when it is another kind of slot; `internal` when there is no memory.
    pub(crate) fn derive(&self, vault: VaultId, lock: &Lock) -> Result<Key> {
        match (self, lock) {
            (Opener::Passphrase(p), Lock::Passphrase { cost, salt }) => keys::derive_slot_key(p, salt, *cost),
            (Opener::Device(secret), Lock::Secret { salt }) => {
                keys::derive_key(secret.expose(), &[vault.0.as_bytes(), &salt[..]].concat(), "ledenkluis/device/2")
            }
            (Opener::Recovery(secret), Lock::Secret { salt }) => secret.derive_key(vault, salt),
            _ => Err(Error::new(Code::VaultHeaderDamaged)),
        }
    }
}

impl Slot {
    /// Makes a slot for an identity.
    ///
    /// # Errors
    /// When the operating system has no random bytes or memory.
    pub(crate) fn make(
        vault: VaultId,
        id: Uuid,
        of: SlotOf,
        opener: Opener<'_>,
        cost: Cost,
        identity: &Identity,
        pin: Pin,
    ) -> Result<(Slot, Opened)> {
        let salt = *keys::make_bytes::<16>()?;
        let lock = match opener {
            Opener::Passphrase(_) => Lock::Passphrase { cost, salt },
            Opener::Device(_) | Opener::Recovery(_) => Lock::Secret { salt },
        };
        let key = opener.derive(vault, &lock)?;
        let opened = Opened { identity: identity.clone(), pin, key };
        let mut slot = Slot { id, of, lock, seen: 0, wrapped: vec![] };
        slot.wrap(vault, &opened)?;
        Ok((slot, opened))
    }

    /// Wraps the same private halves with what was seen since.
    ///
    /// # Errors
    /// When the operating system has no random bytes.
    pub(crate) fn wrap(&mut self, vault: VaultId, opened: &Opened) -> Result<()> {
        self.seen = opened.pin.roster;
        let plain = Zeroizing::new([&opened.identity.to_bytes()[..], &opened.pin.to_bytes()].concat());
        self.wrapped = keys::wrap(&opened.key, &plain, &self.associated(vault)?)?;
        Ok(())
    }

    /// Opens the slot; `None` when this does not open it.
    ///
    /// # Errors
    /// `vault.header_damaged` when it is another kind of slot, or what it wraps is no identity with a pin.
    pub(crate) fn open(&self, vault: VaultId, opener: Opener<'_>) -> Result<Option<Opened>> {
        self.open_with(vault, opener.derive(vault, &self.lock)?)
    }

    /// `open` with the slot's key, where that was derived before.
    ///
    /// # Errors
    /// `vault.header_damaged` when what it wraps is no identity with a pin.
    pub(crate) fn open_with(&self, vault: VaultId, key: Key) -> Result<Option<Opened>> {
        let Some(plain) = keys::unwrap(&key, &self.wrapped, &self.associated(vault)?) else { return Ok(None) };
        let pin = plain.len().checked_sub(Pin::LENGTH).and_then(|at| Some((plain.get(..at)?, plain.get(at..)?)));
        let parts = pin.and_then(|(halves, pin)| Some((Identity::from_bytes(halves)?, Pin::from_bytes(pin)?)));
        let (identity, pin) = parts.or_missing(Code::VaultHeaderDamaged)?;
        Ok(Some(Opened { identity, pin, key }))
    }

    /// The open slot as it stands here now: whoever came in by it elsewhere may have seen more since. Where it has seen less, this is
    /// a slot of before, and what was seen stays seen.
    ///
    /// # Errors
    /// `vault.header_damaged` when what it wraps is no identity with a pin.
    pub(crate) fn again(&self, vault: VaultId, before: &Opened) -> Result<Option<Opened>> {
        let now = self.open_with(vault, before.key.clone())?;
        let has_seen_less = |now: &Pin| now.roster < before.pin.roster || now.trail < before.pin.trail;
        Ok(now.map(|now| if has_seen_less(&now.pin) { before.clone() } else { now }))
    }

    fn associated(&self, vault: VaultId) -> Result<Vec<u8>> {
        let (of, lock) = (serde_json::to_string(&self.of).or_broken()?, serde_json::to_string(&self.lock).or_broken()?);
        Ok(format!("ledenkluis/slot/2|{vault}|{}|{of}|{lock}|{}", self.id, self.seen).into_bytes())
    }
}

impl Opened {
    /// The same open slot after more was seen.
    pub(crate) fn with_pin(&self, pin: Pin) -> Opened {
        Opened { pin, ..self.clone() }
    }
}
