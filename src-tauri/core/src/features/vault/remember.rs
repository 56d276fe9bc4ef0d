//! "Remember on this computer": a separate slot, opened by a random secret in the computer's keychain. It is a
//! convenience: without it the passphrase still opens the vault, and the program does not recreate it.
use super::at_hand::{Change, write_with_header};
use super::folder::read_header;
use super::held::header_of;
use super::keychain::DeviceKeys;
use super::keyring::chain::Pin;
use super::keyring::keys::{self, Cost};
use super::keyring::slots::{Opened, Opener, Slot, SlotOf};
use super::own;
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::files::{read_own, write_whole};
use crate::kernel::id::UserId;
use crate::kernel::secret::{Key, Passphrase, Secret};
use crate::kernel::session::{Done, Session};
use crate::ops::Op;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// Remember the user on this computer, or stop.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Remember {
    /// Remember on this computer; otherwise forget on every computer.
    pub on: bool,
    /// The user's own passphrase, once more.
    #[ts(type = "string")]
    pub passphrase: Passphrase,
}

fn entry(slot: Uuid) -> String {
    format!("slot-{slot}")
}

/// Room for tens of thousands of slots.
const MOST: u64 = 1024 * 1024;

/// A list of the slots whose secrets this computer stores. It saves the unlock screen from asking the keychain, which
/// may prompt the user.
fn list_path(home: &Path) -> PathBuf {
    home.join("remembered.json")
}

/// The slots that this computer remembers.
pub(crate) fn remembered(home: &Path) -> Vec<Uuid> {
    read_own(&list_path(home), MOST).ok().and_then(|b| serde_json::from_slice(&b).ok()).unwrap_or_default()
}

fn note(home: &Path, slots: &[Uuid]) -> Result<()> {
    std::fs::create_dir_all(home)?;
    write_whole(&list_path(home), &serde_json::to_vec(slots).or_broken()?)
}

/// Lets this computer remember the current user, or makes every computer forget them. A computer that could open the
/// vault may know the private keys, so those are replaced then.
///
/// # Errors
/// `vault.wait`, `vault.wrong_passphrase`, `vault.no_keychain`, `vault.read_only`, `disk.full`.
pub(crate) fn remember(s: &mut Session, home: &Path, keychain: &dyn DeviceKeys, req: &Remember) -> Result<Done<()>> {
    let opened = own::check(s, &req.passphrase)?;
    if req.on { keep(s, home, keychain, &opened) } else { forget(s, home, keychain, &req.passphrase) }
}

fn keep(s: &mut Session, home: &Path, keychain: &dyn DeviceKeys, opened: &Opened) -> Result<Done<()>> {
    let (mut header, held) = header_of(s)?;
    let (secret, id) = (keys::make_key()?, s.around().ids.next());
    keychain.set(&entry(id), &Secret::new(secret.expose().to_vec()))?;
    let (of, vault) = (SlotOf::Device(held.user), header.vault);
    let mut known = remembered(home);
    let is_ours = |slot: &Slot| slot.of == of && known.contains(&slot.id);
    let gone: Vec<Uuid> = header.slots.iter().filter(|slot| is_ours(slot)).map(|slot| slot.id).collect();
    header.slots.retain(|slot| !gone.contains(&slot.id));
    let pin = Pin { roster: held.followed.roster.number, hash: held.followed.hash, ..held.opened.pin };
    let opener = Opener::Device(&secret);
    let (slot, _) = Slot::make(vault, id, of, opener, Cost::FLOOR, &opened.identity, pin)?;
    header.slots.push(slot);
    let user = held.user;
    let done =
        write_with_header(s, Op::VaultRemember, &mut header, &held, |tx| Ok(tx.changed(user, ()).fields(&["on"])))?;
    known.retain(|id| !gone.contains(id));
    known.push(id);
    note(home, &known)?;
    forget_secrets(keychain, &gone);
    Ok(done)
}

fn forget(s: &mut Session, home: &Path, keychain: &dyn DeviceKeys, passphrase: &Passphrase) -> Result<Done<()>> {
    let user = s.user();
    let mut change = Change::begin(s)?;
    let slots = change.header.slots.iter().filter(|slot| slot.of == SlotOf::Device(user));
    let gone: Vec<Uuid> = slots.map(|slot| slot.id).collect();
    let (opened, slot) = own::new_keys(s, &mut change, passphrase)?;
    let op = Op::VaultRemember;
    let done = change.write_as(s, op, opened, slot, |tx| Ok(tx.changed(user, ()).fields(&["off"])))?;
    let known: Vec<_> = remembered(home).into_iter().filter(|id| !gone.contains(id)).collect();
    note(home, &known)?;
    forget_secrets(keychain, &gone);
    Ok(done)
}

/// The slots are gone from the header, so their secrets open nothing any more.
fn forget_secrets(keychain: &dyn DeviceKeys, gone: &[Uuid]) {
    for slot in gone {
        let _ = keychain.forget(&entry(*slot));
    }
}

/// The slot and the secret that this computer stores for a user.
///
/// # Errors
/// `vault.no_keychain` when it stores none (any more).
pub(crate) fn secret_for(folder: &Path, home: &Path, keychain: &dyn DeviceKeys, user: UserId) -> Result<(Uuid, Key)> {
    let known = remembered(home);
    let header = read_header(folder)?;
    let ours = header.slots.iter().find(|s| s.of == SlotOf::Device(user) && known.contains(&s.id));
    let slot = ours.or_refuse(Code::VaultNoKeychain)?.id;
    let kept = keychain.get(&entry(slot))?;
    let Some(secret) = kept.and_then(|k| <[u8; 32]>::try_from(k.expose().as_slice()).ok()) else {
        note(home, &known.into_iter().filter(|id| *id != slot).collect::<Vec<_>>())?;
        return Err(Error::new(Code::VaultNoKeychain));
    };
    Ok((slot, Key::new(secret)))
}
