//! "Remember on this computer": a slot of its own for this computer, opened by a random secret that the computer's keychain
//! keeps. A convenience: where it is gone, the passphrase still opens, and nothing is made anew in its place.
use super::folder::read_header;
use super::header::SlotKind;
use super::open::{header_of, write_with_header};
use super::slots::{self, Opener};
use super::{keys, unlock};
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::files::write_whole;
use crate::kernel::id::UserId;
use crate::kernel::secret::{Key, Secret};
use crate::kernel::session::{Done, Session};
use crate::ops::Op;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// Remember on this computer, or no longer.
#[derive(Debug, Clone, Copy, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Remember {
    /// On or off.
    pub on: bool,
}

/// The secrets that a computer can keep, as far as the vault needs it.
pub(crate) trait Keychain {
    /// The secret of a slot; `None` if there is none.
    fn get(&self, name: &str) -> Result<Option<Secret<Vec<u8>>>>;
    /// Keeps a secret.
    fn set(&self, name: &str, secret: &Secret<Vec<u8>>) -> Result<()>;
    /// Forgets a secret.
    fn forget(&self, name: &str) -> Result<()>;
}

fn entry(slot: Uuid) -> String {
    format!("slot-{slot}")
}

/// The slots whose secret this computer keeps are noted beside the program's vaults, so that the door need not ask the
/// keychain, which may put a question on the screen.
fn list_path(home: &Path) -> PathBuf {
    home.join("remembered.json")
}

/// The slots that this computer remembers.
pub(crate) fn remembered(home: &Path) -> Vec<Uuid> {
    std::fs::read(list_path(home)).ok().and_then(|b| serde_json::from_slice(&b).ok()).unwrap_or_default()
}

fn note(home: &Path, slots: &[Uuid]) -> Result<()> {
    std::fs::create_dir_all(home)?;
    write_whole(&list_path(home), &serde_json::to_vec(slots).or_broken()?)
}

/// Makes or removes this computer's slot of the person at the keyboard.
///
/// # Errors
/// `vault.no_keychain`, `vault.read_only`, `disk.full`.
pub(crate) fn remember(s: &mut Session, home: &Path, chain: &dyn Keychain, on: bool) -> Result<Done<()>> {
    let user = s.user().or_missing(Code::VaultLocked)?;
    let (mut header, keys) = header_of(s)?;
    let mut known = remembered(home);
    let is_ours = |kind: SlotKind, id: Uuid, known: &[Uuid]| kind == SlotKind::Device { user } && known.contains(&id);
    let gone: Vec<Uuid> = header.slots.iter().filter(|s| is_ours(s.kind, s.id, &known)).map(|s| s.id).collect();
    header.slots.retain(|s| !gone.contains(&s.id));
    known.retain(|id| !gone.contains(id));
    if on {
        let (secret, id) = (keys::make_key()?, s.around().ids.next());
        chain.set(&entry(id), &Secret::new(secret.expose().to_vec()))?;
        let kind = SlotKind::Device { user };
        header.slots.push(slots::make(header.vault, id, kind, Opener::Device(&secret), unlock::cost_of(&header))?);
        let which = header.user_slot(user).or_missing(Code::UserMissing)?.keys.iter().map(|k| k.compartment).collect();
        slots::grant_all(&mut header, id, &which, &keys)?;
        known.push(id);
    }
    slots::drop_former_members(&mut header, &keys);
    let fields: &[&str] = if on { &["on"] } else { &["off"] };
    let done =
        write_with_header(s, Op::VaultRemember, &mut header, &keys, |tx| Ok(tx.changed(user, ()).fields(fields)))?;
    note(home, &known)?;
    for slot in gone {
        // The slot is gone from the header, so its secret opens nothing any more.
        let _ = chain.forget(&entry(slot));
    }
    Ok(done)
}

/// The slot and the secret that this computer keeps for a user.
///
/// # Errors
/// `vault.no_keychain` when it keeps none (any more).
pub(crate) fn secret_for(folder: &Path, home: &Path, chain: &dyn Keychain, user: UserId) -> Result<(Uuid, Key)> {
    let known = remembered(home);
    let header = read_header(folder)?;
    let ours = header.slots.iter().find(|s| s.kind == SlotKind::Device { user } && known.contains(&s.id));
    let slot = ours.or_missing(Code::VaultNoKeychain)?.id;
    let kept = chain.get(&entry(slot))?;
    let Some(secret) = kept.and_then(|k| <[u8; 32]>::try_from(k.expose().as_slice()).ok()) else {
        note(home, &known.into_iter().filter(|id| *id != slot).collect::<Vec<_>>())?;
        return Err(Error::new(Code::VaultNoKeychain));
    };
    Ok((slot, Key::new(secret)))
}
