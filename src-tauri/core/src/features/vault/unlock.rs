//! Unlocking: by passphrase, by the secret that this computer keeps, or by the recovery sheet. Never says which part was
//! wrong, and makes the next attempt wait.
use super::header::{Header, Slot, SlotKind};
use super::keys::{Cost, derive_slot_key};
use super::open::{self, Door};
use super::recovery::RecoverySecret;
use super::slots::{self, DataKeys, Opener};
use super::{compartments, folder, lock_file, passphrase, tags, wait};
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::id::UserId;
use crate::kernel::sealed::Compartment;
use crate::kernel::secret::{Key, Passphrase, Secret};
use crate::kernel::session::Session;
use crate::ops::Op;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::Path;

/// Unlocking by passphrase.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct Unlock {
    /// Who; may be left out with one user, or with a name.
    #[serde(default)]
    pub user: Option<UserId>,
    /// The name, where names are hidden.
    #[serde(default)]
    pub name: Option<String>,
    /// What was typed.
    #[ts(type = "string")]
    pub passphrase: Passphrase,
    /// Open for looking only, also when the vault is open elsewhere.
    #[serde(default)]
    pub read_only: bool,
}

/// Unlocking with the recovery sheet.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct UnlockRecovery {
    /// Whose passphrase is set anew; the first administrator's if not said.
    #[serde(default)]
    pub user: Option<UserId>,
    /// The eight groups.
    #[ts(type = "Array<string>")]
    pub groups: Vec<Secret<String>>,
    /// The passphrase from now on.
    #[ts(type = "string")]
    pub new_passphrase: Passphrase,
}

/// Opens the vault by passphrase.
///
/// # Errors
/// `vault.wait`, `vault.wrong_passphrase`, `vault.in_use`, and all that `open::open` refuses.
pub(crate) fn by_passphrase(door: &Door<'_>, folder: &Path, req: &Unlock) -> Result<Session> {
    wait::check(folder, door.around.clock.now())?;
    let header = folder::read_header(folder)?;
    let guard = if req.read_only { None } else { Some(take_lock(door, folder)?) };
    let candidates = candidates(&header, req.user, req.name.as_deref());
    let slots: Vec<_> = candidates.iter().filter_map(|user| Some((*user, header.user_slot(*user)?))).collect();
    if slots.is_empty() {
        // A name that nobody has must take as long as one that somebody has.
        derive_slot_key(&req.passphrase, &[0; 16], cost_of(&header))?;
    }
    for (user, slot) in slots {
        if let Some(private) = slots::open_private(header.vault, slot, Opener::Passphrase(&req.passphrase))? {
            let keys = slots::open_keys(header.vault, slot, &private)?;
            wait::forget(folder);
            return open::open(door, folder, &header, &keys, user, guard, Op::VaultUnlock);
        }
    }
    // The wait begins after the work of this attempt.
    wait::note_failure(folder, door.around.clock.now());
    Err(Error::new(Code::VaultWrongPassphrase))
}

fn take_lock(door: &Door<'_>, folder: &Path) -> Result<lock_file::FolderLock> {
    lock_file::take(folder, door.around.clock.now()).map_err(|e| match e.code() {
        // Not being let to write here is, for a vault, the same as a disk that cannot be written.
        Code::FileDenied => Error::new(Code::DiskReadOnly).because(e),
        _ => e,
    })
}

fn candidates(header: &Header, user: Option<UserId>, name: Option<&str>) -> Vec<UserId> {
    match (user, name) {
        (Some(user), _) => vec![user],
        (None, Some(name)) => header.named(name),
        (None, None) if header.users.len() == 1 => header.users.iter().map(|u| u.id).collect(),
        (None, None) => vec![],
    }
}

/// Opens the vault with the secret that this computer keeps for a user.
///
/// # Errors
/// `vault.wrong_passphrase` when the secret does not fit any more, and all that `open::open` refuses.
pub(crate) fn by_device(door: &Door<'_>, folder: &Path, slot: uuid::Uuid, secret: &Key) -> Result<Session> {
    let header = folder::read_header(folder)?;
    let wrong = || Error::new(Code::VaultWrongPassphrase);
    let slot = header.slots.iter().find(|s| s.id == slot).ok_or_else(wrong)?;
    let SlotKind::Device { user } = slot.kind else { return Err(wrong()) };
    let private = slots::open_private(header.vault, slot, Opener::Device(secret))?.ok_or_else(wrong)?;
    let keys = slots::open_keys(header.vault, slot, &private)?;
    let guard = take_lock(door, folder)?;
    open::open(door, folder, &header, &keys, user, Some(guard), Op::VaultUnlock)
}

/// All keys, just after the vault was opened with the recovery sheet: a new sheet can then be made that holds everything.
#[derive(Debug)]
pub(super) struct RecoveredKeys(pub(super) DataKeys);

/// Opens the vault with the recovery sheet and gives a user a new passphrase. When that user runs the vault, the sheet is
/// void from then on, and the keys stay at hand for a new one; when he does not, nobody present could make a new sheet that
/// opens everything, so the old one keeps its worth.
///
/// # Errors
/// `vault.wait`, `vault.recovery_group`, `vault.recovery_none`, `vault.recovery_wrong`, `user.missing`, `input.invalid`, and
/// all that `open::open` refuses.
pub(crate) fn by_recovery(door: &Door<'_>, folder: &Path, req: &UnlockRecovery) -> Result<Session> {
    wait::check(folder, door.around.clock.now())?;
    let mut header = folder::read_header(folder)?;
    let user = match req.user {
        Some(user) => user,
        None => header.users.iter().find(|u| u.admin).map(|u| u.id).or_missing(Code::UserMissing)?,
    };
    let (name, admin) = header.user(user).map(|u| (u.name.clone(), u.admin))?;
    let sheet = RecoverySecret::parse(&req.groups)?;
    passphrase::check("new_passphrase", &req.new_passphrase, &[&header.association, &name])?;
    let keys = keys_of_sheet(&header, &sheet).inspect_err(|e| {
        if e.code() == Code::VaultRecoveryWrong {
            wait::note_failure(folder, door.around.clock.now());
        }
    })?;
    let guard = take_lock(door, folder)?;
    tags::verify(&header, &keys)?;
    open::check_data(folder, &header, &keys)?;
    let own = replace_user_slot(door, &mut header, user, &req.new_passphrase, &keys)?;
    header.user_mut(user)?.must_change_passphrase = false;
    if admin {
        header.slots.retain(|s| !matches!(s.kind, SlotKind::Recovery { .. }));
    }
    slots::drop_former_members(&mut header, &keys);
    tags::prove(&mut header, &keys)?;
    folder::write_header(folder, &header)?;
    wait::forget(folder);
    let mut session = open::open(door, folder, &header, &own, user, Some(guard), Op::VaultRecoveryUse)?;
    if admin {
        session.keep(RecoveredKeys(keys));
    }
    Ok(session)
}

/// The data keys that a recovery sheet gives.
///
/// # Errors
/// `vault.recovery_none`, `vault.recovery_wrong`.
pub(super) fn keys_of_sheet(header: &Header, sheet: &RecoverySecret) -> Result<DataKeys> {
    let slots: Vec<&Slot> = header.recovery_slots().collect();
    if slots.is_empty() {
        return Err(Error::new(Code::VaultRecoveryNone));
    }
    for slot in slots {
        if let Some(private) = slots::open_private(header.vault, slot, Opener::Recovery(sheet))? {
            return slots::open_keys(header.vault, slot, &private);
        }
    }
    Err(Error::new(Code::VaultRecoveryWrong))
}

/// Gives a user a slot with a new key pair: nobody has the private half of the old one. His remembered computers go too.
fn replace_user_slot(
    door: &Door<'_>,
    header: &mut Header,
    user: UserId,
    new: &Passphrase,
    keys: &DataKeys,
) -> Result<DataKeys> {
    let cost = cost_of(header);
    let gone: Vec<_> = header.slots_of(user).map(|s| s.id).collect();
    let which = compartments_for(header, user)?;
    header.slots.retain(|s| !gone.contains(&s.id));
    let id = door.around.ids.next();
    let slot = slots::make(header.vault, id, SlotKind::User { user }, Opener::Passphrase(new), cost)?;
    header.slots.push(slot);
    let held: BTreeSet<_> = which.into_iter().filter(|c| keys.holds(header, *c)).collect();
    slots::grant_all(header, id, &held, keys)?;
    let mut own = DataKeys::default();
    for (compartment, version, key) in keys.iter().filter(|(c, ..)| held.contains(c)) {
        own.insert(compartment, version, key.clone());
    }
    Ok(own)
}

/// What a new slot costs: as much as the dearest there is, so that a vault stays as it was made.
pub(crate) fn cost_of(header: &Header) -> Cost {
    let costs = header.slots.iter().filter_map(|s| match &s.lock {
        super::header::Lock::Passphrase { cost, .. } => Some(*cost),
        super::header::Lock::Secret { .. } => None,
    });
    costs.max_by_key(|c| u64::from(c.memory_kib) * u64::from(c.passes)).unwrap_or(Cost::FLOOR)
}

/// The compartments that a user gets: those of his roles; and, if he runs the vault, those that no one's role needs, so that
/// somebody can hand them over.
pub(crate) fn compartments_for(header: &Header, user: UserId) -> Result<BTreeSet<Compartment>> {
    let own = header.user(user)?;
    let mut which = compartments::needed(&own.roles);
    if own.admin {
        let others = header.users.iter().filter(|u| u.id != user);
        let taken: BTreeSet<_> = others.flat_map(|u| compartments::needed(&u.roles)).collect();
        which.extend(Compartment::ALL.iter().filter(|c| !taken.contains(c)));
    }
    Ok(which)
}
