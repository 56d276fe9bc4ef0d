//! Slots: the ways to unwrap a user's private keys: a passphrase, a computer that remembers the user, or the eight
//! groups of a recovery sheet. The wrapped bytes are bound to vault, slot, owner and lock, and also contain the pin.
use super::chain::Pin;
use super::identity::Identity;
use super::keys::{self, Cost};
use super::passphrase;
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
    pub id: Uuid,
    pub of: SlotOf,
    pub lock: Lock,
    /// Number of the pinned roster, readable without opening the slot: it shows which rosters are still needed. It is
    /// bound to the wrapping, so a false number only makes the slot useless.
    pub seen: u64,
    /// AES-256-GCM over both private keys and the pin.
    #[serde(with = "hex::serde")]
    pub wrapped: Vec<u8>,
}

/// Owner and kind of a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SlotOf {
    /// A user's, opened by passphrase.
    User(UserId),
    /// A user's, opened by a secret that one computer stores.
    Device(UserId),
    /// A recovery sheet's.
    Sheet(Uuid),
}

/// How the key of a slot is derived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Lock {
    /// Argon2id of a passphrase.
    Passphrase {
        cost: Cost,
        /// Random, never reused.
        #[serde(with = "hex::serde")]
        salt: [u8; 16],
    },
    /// HKDF of a secret that is already random.
    Secret {
        /// Random, never reused.
        #[serde(with = "hex::serde")]
        salt: [u8; 16],
    },
}

#[derive(Clone, Copy)]
pub(crate) enum Opener<'a> {
    /// A passphrase, for slots of users.
    Passphrase(&'a Passphrase),
    /// The secret that this computer stores.
    Device(&'a Key),
    Recovery(&'a RecoverySecret),
}

/// An open slot. It keeps the slot's key, to wrap it again when the user has seen more. Wiped on drop.
#[derive(Debug, Clone)]
pub(crate) struct Opened {
    pub identity: Identity,
    /// What the user had last seen.
    pub pin: Pin,
    /// The key of the slot.
    key: Key,
}

impl Opener<'_> {
    /// Derives the keys that may open a slot with this lock: one, or one for each spelling of a passphrase. All of them
    /// before any is tried, so that the time does not tell which one fits.
    ///
    /// # Errors
    /// As `derive`.
    pub(crate) fn derive_each(&self, vault: VaultId, lock: &Lock) -> Result<Vec<Key>> {
        match (self, lock) {
            (Opener::Passphrase(typed), Lock::Passphrase { cost, salt }) => {
                passphrase::spellings(typed).iter().map(|p| keys::derive_slot_key(p, salt, *cost)).collect()
            }
            _ => Ok(vec![self.derive(vault, lock)?]),
        }
    }

    /// Derives the key that a new slot with this lock is made with.
    ///
    /// # Errors
    /// `vault.header_damaged` when the slot is of another kind; `internal` when there is not enough memory.
    fn derive(&self, vault: VaultId, lock: &Lock) -> Result<Key> {
        match (self, lock) {
            (Opener::Passphrase(typed), Lock::Passphrase { cost, salt }) => {
                keys::derive_slot_key(&passphrase::settled(typed), salt, *cost)
            }
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

    /// Wraps the same private keys with the current pin.
    ///
    /// # Errors
    /// When the operating system has no random bytes.
    pub(crate) fn wrap(&mut self, vault: VaultId, opened: &Opened) -> Result<()> {
        self.seen = opened.pin.roster;
        let plain = Zeroizing::new([&opened.identity.to_bytes()[..], &opened.pin.to_bytes()].concat());
        self.wrapped = keys::wrap(&opened.key, &plain, &self.associated(vault)?)?;
        Ok(())
    }

    /// Opens the slot; `None` when the secret does not fit.
    ///
    /// # Errors
    /// `vault.header_damaged` when the slot is of another kind, or does not contain an identity with a pin.
    pub(crate) fn open(&self, vault: VaultId, opener: Opener<'_>) -> Result<Option<Opened>> {
        for key in opener.derive_each(vault, &self.lock)? {
            if let Some(opened) = self.open_with(vault, key)? {
                return Ok(Some(opened));
            }
        }
        Ok(None)
    }

    /// `open` with the slot's key, where it was derived before.
    ///
    /// # Errors
    /// `vault.header_damaged` when it does not contain an identity with a pin.
    pub(crate) fn open_with(&self, vault: VaultId, key: Key) -> Result<Option<Opened>> {
        let Some(plain) = keys::unwrap(&key, &self.wrapped, &self.associated(vault)?) else { return Ok(None) };
        let pin = plain.len().checked_sub(Pin::LENGTH).and_then(|at| Some((plain.get(..at)?, plain.get(at..)?)));
        let parts = pin.and_then(|(halves, pin)| Some((Identity::from_bytes(halves)?, Pin::from_bytes(pin)?)));
        let (identity, pin) = parts.or_refuse(Code::VaultHeaderDamaged)?;
        Ok(Some(Opened { identity, pin, key }))
    }

    /// Reads the slot again from the current header: the same user may have seen more elsewhere. If it has seen less,
    /// it is an old slot, and `before` remains valid.
    ///
    /// # Errors
    /// `vault.header_damaged` when it does not contain an identity with a pin.
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
    /// The same open slot with a newer pin.
    pub(crate) fn with_pin(&self, pin: Pin) -> Opened {
        Opened { pin, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFERED: &str = "fiets appel wolf tafel kachel konijn";
    const VAULT: VaultId = VaultId(Uuid::nil());

    fn phrase(text: &str) -> Passphrase {
        Passphrase::new(text.to_owned())
    }

    fn slot_of(key: Key, lock: Lock) -> Slot {
        let (identity, pin) = (Identity::make().unwrap(), Pin { roster: 1, ..Pin::default() });
        let mut slot = Slot { id: Uuid::nil(), of: SlotOf::User(UserId(Uuid::nil())), lock, seen: 0, wrapped: vec![] };
        slot.wrap(VAULT, &Opened { identity, pin, key }).unwrap();
        slot
    }

    fn opens(slot: &Slot, typed: &str) -> bool {
        slot.open(VAULT, Opener::Passphrase(&phrase(typed))).unwrap().is_some()
    }

    #[test]
    fn a_slot_of_offered_words_opens_however_they_are_typed() {
        let lock = Lock::Passphrase { cost: Cost::CHEAP, salt: [7; 16] };
        let typed = phrase(" Fiets  appel WOLF tafel kachel konijn ");
        let slot = slot_of(Opener::Passphrase(&typed).derive(VAULT, &lock).unwrap(), lock);
        for typed in [OFFERED, "FIETS APPEL WOLF TAFEL KACHEL KONIJN", "fiets\tappel  wolf tafel kachel konijn "] {
            assert!(opens(&slot, typed), "{typed:?}");
        }
        for typed in ["fiets appel wolf tafel konijn kachel", "fietsappel wolf tafel kachel konijn", "fiets appel", ""]
        {
            assert!(!opens(&slot, typed), "{typed:?}");
        }
    }

    #[test]
    fn a_slot_that_was_made_as_typed_still_opens_as_typed() {
        let (lock, typed) =
            (Lock::Passphrase { cost: Cost::CHEAP, salt: [7; 16] }, "Fiets Appel Wolf Tafel Kachel Konijn");
        let slot = slot_of(keys::derive_slot_key(&phrase(typed), &[7; 16], Cost::CHEAP).unwrap(), lock);
        assert!(opens(&slot, typed) && !opens(&slot, OFFERED));
    }

    #[test]
    fn as_many_keys_are_derived_whichever_spelling_fits() {
        let lock = Lock::Passphrase { cost: Cost::CHEAP, salt: [7; 16] };
        let count = |typed: &str| Opener::Passphrase(&phrase(typed)).derive_each(VAULT, &lock).unwrap().len();
        assert_eq!((count(OFFERED), count("Fiets appel"), count("Eigen  Zin, met 1 cijfer")), (1, 2, 1));
    }
}
