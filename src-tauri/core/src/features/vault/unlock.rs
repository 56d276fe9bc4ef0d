//! Unlocking, by passphrase or by the secret that this computer stores. It never reveals which part was wrong, and
//! makes the next attempt wait.
use super::door::{Coming, Door, Entry, Said};
use super::held::header_of;
use super::keyring::calibrate;
use super::keyring::header::Header;
use super::keyring::keys::Cost;
use super::keyring::roster::Holder;
use super::keyring::slots::{Lock, Opened, Opener, Slot, SlotOf};
use super::open;
use super::save::save_header;
use super::{folder, lock_file, looking, memory, wait};
use crate::error::{Check, Code, Error, Result};
use crate::kernel::id::{UserId, VaultId};
use crate::kernel::secret::{Key, Passphrase};
use crate::kernel::session::{Session, Surroundings};
use serde::Deserialize;
use std::path::Path;
use std::time::{Duration, Instant};
use uuid::Uuid;

/// Unlocking by passphrase.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Unlock {
    /// The user; may be left out if there is only one, or if `name` is given.
    #[serde(default)]
    pub user: Option<UserId>,
    /// The name as typed, where names are hidden.
    #[serde(default)]
    pub name: Option<String>,
    /// The passphrase as typed.
    #[ts(type = "string")]
    pub passphrase: Passphrase,
    /// Open read-only, which also works while the vault is open elsewhere.
    #[serde(default)]
    pub read_only: bool,
    /// Does the user confirm that this vault, older than what this computer remembers, is the right one?
    #[serde(default)]
    pub older_is_right: bool,
    /// Does the user confirm that the date of this computer is right?
    #[serde(default)]
    pub clock_is_right: bool,
    /// Does the user confirm that no other computer has the vault open, although that computer's note says so?
    #[serde(default)]
    pub is_closed_elsewhere: bool,
}

/// Opens the vault by passphrase.
///
/// # Errors
/// `input.invalid` where nothing was typed, `user.not_named` in a vault with several users, `vault.wait`,
/// `vault.wrong_passphrase`, `vault.wrong_passphrase_older`, `vault.in_use`, and the errors of `open::open`.
pub(crate) fn by_passphrase(door: &Door<'_>, folder: &Path, req: &Unlock) -> Result<Session> {
    Check::new().required("passphrase", req.passphrase.expose()).done()?;
    wait::check(folder, door.around.clock.now())?;
    let (guard, headers) = if req.read_only {
        (None, folder::headers_to_try(folder)?)
    } else {
        arrive(door, folder, req.is_closed_elsewhere).map(|(guard, headers)| (Some(guard), headers))?
    };
    if req.user.is_none() && req.name.is_none() && headers.iter().all(|header| header.names.len() != 1) {
        // Nothing was guessed here, so it is no failed attempt either.
        return Err(Error::new(Code::UserNotNamed));
    }
    let started = Instant::now();
    let entries = entries(&headers, req)?;
    let took = started.elapsed();
    if entries.is_empty() {
        // The wait starts after the work of this attempt.
        wait::note_failure(folder, door.around.clock.now());
        return Err(Error::new(wrong(door, folder, &headers)));
    }
    let said = Said {
        older_is_right: req.older_is_right,
        clock_is_right: req.clock_is_right,
        is_closed_elsewhere: req.is_closed_elsewhere,
    };
    let coming = Coming { looks: req.read_only, said, headers: &headers };
    let mut session = match open::open(door, folder, entries.clone(), &coming, guard) {
        Err(e) if coming.looks && e.code() == Code::VaultNotReady => {
            looking::make_ready(door, folder, &entries, said)?;
            let headers = folder::headers_to_try(folder)?;
            let entries = looking::as_they_are_now(&entries, &headers)?;
            open::open(door, folder, entries, &Coming { looks: true, said, headers: &headers }, None)?
        }
        opened => opened?,
    };
    if req.read_only {
        wait::end(folder)
    } else {
        wait::forget(folder)
    }
    // On a faster computer a guess is made to cost more. If that fails, the unlock still succeeds.
    let _ = raise_cost(&mut session, &req.passphrase, took);
    Ok(session)
}

/// If an older copy has replaced the vault, a passphrase that opens nothing may be a newer one. Then the error says so.
fn wrong(door: &Door<'_>, folder: &Path, headers: &[Header]) -> Code {
    let newest = headers.iter().filter_map(|header| header.unproven_roster().ok()).max_by_key(|roster| roster.number);
    let seen = |vault| memory::of(door.home, folder, vault).seen();
    let is_older = newest.is_some_and(|roster| seen(roster.vault).is_some_and(|seen| seen.roster > roster.number));
    if is_older { Code::VaultWrongPassphraseOlder } else { Code::VaultWrongPassphrase }
}

/// Takes the folder and then reads the headers, which could otherwise change in between. Unreadable headers are
/// reported before anything is written there.
///
/// # Errors
/// As `folder::headers`, `lock_file::take` and `journal::settle`.
pub(super) fn arrive(
    door: &Door<'_>,
    folder: &Path,
    is_closed_elsewhere: bool,
) -> Result<(lock_file::FolderLock, Vec<Header>)> {
    folder::headers(folder)?;
    let mut guard = take_lock(door, folder, is_closed_elsewhere)?;
    guard.settle_journal(folder, &folder::all_headers(folder)?)?;
    Ok((guard, folder::headers_to_try(folder)?))
}

/// Every slot that this passphrase opens, in either header. A slot that is in both is derived once.
fn entries(headers: &[Header], req: &Unlock) -> Result<Vec<Entry>> {
    let opener = Opener::Passphrase(&req.passphrase);
    let (mut entries, mut derived) = (vec![], Vec::<(Lock, Vec<Key>)>::new());
    for header in headers {
        for user in candidates(header, req.user, req.name.as_deref()) {
            let Some(slot) = header.user_slot(user) else { continue };
            let known = derived.iter().find(|(lock, _)| *lock == slot.lock).map(|(_, keys)| keys.clone());
            let keys = match known {
                Some(keys) => keys,
                None => opener.derive_each(header.vault, &slot.lock)?,
            };
            derived.push((slot.lock.clone(), keys.clone()));
            for key in keys {
                if let Some(opened) = slot.open_with(header.vault, key)? {
                    let header = header.clone();
                    entries.push(Entry { header, who: Holder::User(user), user, slot: slot.id, opened });
                }
            }
        }
    }
    if derived.is_empty() {
        // An unknown name must take as long as a known one.
        let cost = headers.first().map_or(Cost::FLOOR, dearest);
        opener.derive_each(VaultId(Uuid::nil()), &Lock::Passphrase { cost, salt: [0; 16] })?;
    }
    Ok(entries)
}

/// Wraps the slot again at a higher cost if a guess has become too cheap on this computer.
fn raise_cost(s: &mut Session, passphrase: &Passphrase, took: Duration) -> Result<()> {
    if s.around().cheap_keys || s.is_read_only() {
        return Ok(());
    }
    let (header, held) = header_of(s)?;
    let slot = header.slots.iter().find(|slot| slot.id == held.slot).map(|slot| slot.lock.clone());
    let Some(Lock::Passphrase { cost: now, .. }) = slot else { return Ok(()) };
    calibrate::raised(took, now).map_or(Ok(()), |cost| wrap_anew(s, passphrase, cost))
}

/// Replaces the current user's slot by one under the same passphrase at another cost.
pub(super) fn wrap_anew(s: &mut Session, passphrase: &Passphrase, cost: Cost) -> Result<()> {
    let (mut header, mut held) = header_of(s)?;
    let Opened { identity, pin, .. } = &held.opened;
    let (of, opener) = (SlotOf::User(held.user), Opener::Passphrase(passphrase));
    // A new slot id: another session that still has the old slot's key must not wrap this slot with it.
    let id = s.around().ids.next();
    let (slot, opened) = Slot::make(header.vault, id, of, opener, cost, identity, *pin)?;
    header.slots.retain(|s| s.id != held.slot);
    header.slots.push(slot);
    (held.opened, held.slot) = (opened, id);
    save_header(s, &mut header, &held)?;
    s.keep(held);
    Ok(())
}

fn take_lock(door: &Door<'_>, folder: &Path, is_closed_elsewhere: bool) -> Result<lock_file::FolderLock> {
    lock_file::take(folder, door.around.clock.now(), is_closed_elsewhere).map_err(|e| match e.code() {
        // For a vault, a folder without write permission is the same as a disk that cannot be written.
        Code::FileDenied => Error::new(Code::DiskReadOnly).because(e),
        _ => e,
    })
}

fn candidates(header: &Header, user: Option<UserId>, name: Option<&str>) -> Vec<UserId> {
    match (user, name) {
        (Some(user), _) => vec![user],
        (None, Some(name)) => header.named(name),
        (None, None) if header.names.len() == 1 => header.names.iter().map(|u| u.id).collect(),
        (None, None) => vec![],
    }
}

/// What the user confirmed at an unlock without a passphrase.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Confirmed {
    /// This vault, older than what this computer remembers, is the right one.
    pub(crate) older_is_right: bool,
    /// No other computer has the vault open, although its note says so.
    pub(crate) is_closed_elsewhere: bool,
}

/// Opens the vault with the secret that this computer stores for a user.
///
/// # Errors
/// `vault.wrong_passphrase` when the secret no longer fits, and the errors of `open::open`.
pub(crate) fn by_device(
    door: &Door<'_>,
    folder: &Path,
    slot: Uuid,
    secret: &Key,
    confirmed: Confirmed,
) -> Result<Session> {
    let Confirmed { older_is_right, is_closed_elsewhere } = confirmed;
    let (guard, headers) = arrive(door, folder, is_closed_elsewhere)?;
    let mut entries = vec![];
    for header in &headers {
        let Some(found) = header.slots.iter().find(|s| s.id == slot) else { continue };
        let SlotOf::Device(user) = found.of else { continue };
        if let Some(opened) = found.open(header.vault, Opener::Device(secret))? {
            entries.push(Entry { header: header.clone(), who: Holder::User(user), user, slot, opened });
        }
    }
    if entries.is_empty() {
        return Err(Error::new(Code::VaultWrongPassphrase));
    }
    let said = Said { older_is_right, clock_is_right: false, is_closed_elsewhere };
    let coming = Coming { looks: false, said, headers: &headers };
    let session = open::open(door, folder, entries, &coming, Some(guard))?;
    // The session reports the failed attempts, so their count can go.
    wait::forget(folder);
    Ok(session)
}

/// The highest cost of the passphrase slots.
fn dearest(header: &Header) -> Cost {
    let costs = header.slots.iter().filter_map(|s| match &s.lock {
        Lock::Passphrase { cost, .. } => Some(*cost),
        Lock::Secret { .. } => None,
    });
    costs.max_by_key(|c| c.work()).unwrap_or(Cost::FLOOR)
}

/// The cost of a new slot: as high as the highest there is, and below the floor only where cheap keys are allowed.
pub(super) fn cost_of(header: &Header, around: &Surroundings) -> Cost {
    let dearest = dearest(header);
    if around.cheap_keys || dearest.work() >= Cost::FLOOR.work() { dearest } else { Cost::FLOOR }
}
