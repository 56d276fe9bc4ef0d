//! Making a recovery sheet: the secret is made, printed, and two of its groups are typed back. Only then the sheet before
//! it is void, so that there is never a moment without a sheet that works.
//!
//! The sheet opens every compartment whose key is at hand: all of them for the founder and just after a recovery; with the
//! groups of the sheet before, those that it opened.
use super::header::{Header, SlotKind};
use super::open::{header_of, save_header, write_with_header};
use super::recovery::RecoverySecret;
use super::slots::{self, DataKeys, Opener};
use super::unlock::{RecoveredKeys, cost_of, keys_of_sheet};
use super::{keys, recovery, sheet};
use crate::error::{Code, Error, OrError, Result};
use crate::features::settings;
use crate::kernel::files::{Target, Written};
use crate::kernel::sealed::Compartment;
use crate::kernel::secret::Secret;
use crate::kernel::session::{Done, Session, Subject};
use crate::ops::Op;
use crate::text::{Language, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;
use zeroize::Zeroizing;

/// A sheet that was made and not yet typed back. Wiped with the session.
#[derive(Debug, Clone)]
struct Pending {
    secret: RecoverySecret,
    keys: DataKeys,
    slot: Option<Uuid>,
    ask: [u8; 2],
}

/// A new sheet.
#[derive(Debug, Clone, Default, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RecoveryRequest {
    /// The groups of the sheet before, to take over the compartments whose keys are not at hand.
    #[serde(default)]
    #[ts(optional, type = "Array<string>")]
    pub groups: Option<Vec<Secret<String>>>,
}

/// What to ask back from the paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct RecoveryAsked {
    /// The two groups to type back, counted from 1.
    pub ask: [u8; 2],
    /// Compartments that this sheet will not open, since their keys are not at hand.
    pub lacks: Vec<Compartment>,
}

/// Where the sheet goes.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RecoverySave {
    /// To paper or to a file.
    pub target: Target,
}

/// The two groups, typed back.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RecoveryConfirm {
    /// The first one asked for.
    #[ts(type = "string")]
    pub a: Secret<String>,
    /// The second one asked for.
    #[ts(type = "string")]
    pub b: Secret<String>,
}

/// The groups as text, for a terminal.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct RecoveryText {
    /// The eight groups.
    pub groups: Vec<String>,
}

/// One group, typed.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RecoveryGroup {
    /// Which, counted from 0.
    pub index: u8,
    /// What was typed.
    #[ts(type = "string")]
    pub group: Secret<String>,
}

/// Is a group typed right, as far as its own check tells?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct RecoveryGroupRight {
    /// Right or not.
    pub right: bool,
}

/// Is a group typed right? Tells nothing about the vault.
pub fn recovery_group(req: &RecoveryGroup) -> RecoveryGroupRight {
    RecoveryGroupRight { right: recovery::is_group_right(usize::from(req.index), req.group.expose()) }
}

fn keys_at_hand(s: &Session, header: &Header, mut keys: DataKeys, req: &RecoveryRequest) -> Result<DataKeys> {
    if let Some(RecoveredKeys(recovered)) = s.kept() {
        keys.add_missing(recovered);
    }
    if let Some(groups) = &req.groups {
        keys.add_missing(&keys_of_sheet(header, &RecoverySecret::parse(groups)?)?);
    }
    Ok(keys)
}

fn two_groups() -> Result<[u8; 2]> {
    let most = u8::try_from(recovery::GROUPS).or_broken()?;
    loop {
        let [a, b] = keys::make_bytes::<2>()?.map(|n| n % most + 1);
        if a < b {
            return Ok([a, b]);
        }
    }
}

/// Makes a sheet. It opens nothing before it is saved, and the sheet before it works until two groups were typed back.
///
/// # Errors
/// `permission.denied`, `vault.recovery_group`, `vault.recovery_wrong`, `vault.read_only`.
pub fn recovery_make(s: &mut Session, req: RecoveryRequest) -> Result<Done<RecoveryAsked>> {
    let done = s.write(Op::VaultRecoveryMake, |tx| Ok(tx.changed(Subject::NONE, ())))?;
    let (header, keys) = header_of(s)?;
    let keys = keys_at_hand(s, &header, keys, &req)?;
    let ask = two_groups()?;
    let lacks = Compartment::ALL.iter().filter(|c| !keys.holds(&header, **c)).copied().collect();
    s.keep(Pending { secret: RecoverySecret::make()?, keys, slot: None, ask });
    Ok(done.map(|()| RecoveryAsked { ask, lacks }))
}

/// The header with a slot for the sheet, and that slot.
fn with_slot(s: &Session, pending: &Pending, alone: bool) -> Result<(Header, Uuid)> {
    let (mut header, _) = header_of(s)?;
    let is_former = |kind: &SlotKind| match kind {
        SlotKind::Recovery { confirmed } => alone || !confirmed,
        SlotKind::User { .. } | SlotKind::Device { .. } => false,
    };
    header.slots.retain(|slot| !is_former(&slot.kind));
    let (id, kind) = (s.around().ids.next(), SlotKind::Recovery { confirmed: alone });
    let opener = Opener::Recovery(&pending.secret);
    header.slots.push(slots::make(header.vault, id, kind, opener, cost_of(&header))?);
    let which: BTreeSet<_> = Compartment::ALL.iter().filter(|c| pending.keys.holds(&header, **c)).copied().collect();
    slots::grant_all(&mut header, id, &which, &pending.keys)?;
    slots::drop_former_members(&mut header, &pending.keys);
    Ok((header, id))
}

/// Prints the sheet or saves it as PDF. From now on it opens the vault.
///
/// # Errors
/// `vault.recovery_none` when none was made; `permission.denied`, and as files refuse.
pub fn recovery_save(s: &mut Session, req: RecoverySave) -> Result<Done<Written>> {
    s.allow(Op::VaultRecoverySave)?;
    let mut pending = s.kept::<Pending>().cloned().or_missing(Code::VaultRecoveryNone)?;
    let settings = settings::get(s)?;
    let text = Text::of(Language::of_tag(&settings.language));
    let groups = pending.secret.groups();
    let printed = sheet::print(text, &settings.association, groups.expose(), s.around().clock.now())?;
    let bytes = Zeroizing::new(printed.bytes);
    let done = if pending.slot.is_some() {
        s.write(Op::VaultRecoverySave, |tx| Ok(tx.changed(Subject::NONE, ())))?
    } else {
        let (mut header, id) = with_slot(s, &pending, false)?;
        pending.slot = Some(id);
        let op = Op::VaultRecoverySave;
        write_with_header(s, op, &mut header, &pending.keys, |tx| Ok(tx.changed(Subject::NONE, ())))?
    };
    s.keep(pending);
    let written = s.deliver(&req.target, "herstelblad.pdf", &bytes, printed.pages)?;
    Ok(done.map(|()| written))
}

/// Two groups typed back from the paper: now the sheet before it is void.
///
/// # Errors
/// `vault.recovery_none` when none was saved; `vault.recovery_group` with the number of the wrong one.
pub fn recovery_confirm(s: &mut Session, req: RecoveryConfirm) -> Result<Done<()>> {
    s.allow(Op::VaultRecoveryConfirm)?;
    let pending = s.kept::<Pending>().filter(|p| p.slot.is_some()).cloned().or_missing(Code::VaultRecoveryNone)?;
    for (number, typed) in pending.ask.iter().zip([&req.a, &req.b]) {
        if !pending.secret.matches(usize::from(*number) - 1, typed.expose()) {
            return Err(Error::new(Code::VaultRecoveryGroup).arg("n", number));
        }
    }
    let (mut header, _) = header_of(s)?;
    header.slots.retain(|slot| Some(slot.id) == pending.slot || !matches!(slot.kind, SlotKind::Recovery { .. }));
    for slot in header.slots.iter_mut().filter(|slot| Some(slot.id) == pending.slot) {
        slot.kind = SlotKind::Recovery { confirmed: true };
    }
    slots::drop_former_members(&mut header, &pending.keys);
    let done = write_with_header(s, Op::VaultRecoveryConfirm, &mut header, &pending.keys, |tx| {
        settings::put(tx, "recovery_confirmed", &true)?;
        Ok(tx.changed(Subject::NONE, ()))
    })?;
    s.let_go::<Pending>();
    s.let_go::<RecoveredKeys>();
    Ok(done)
}

/// Makes a sheet for a terminal: it opens the vault at once, and every sheet before it is void.
///
/// # Errors
/// `permission.denied`, `vault.read_only`, `disk.full`.
pub fn recovery_text(s: &mut Session, req: RecoveryRequest) -> Result<Done<RecoveryText>> {
    let made = recovery_make(s, req)?;
    let mut pending = s.kept::<Pending>().cloned().or_missing(Code::VaultRecoveryNone)?;
    let (mut header, id) = with_slot(s, &pending, true)?;
    save_header(s, &mut header, &pending.keys)?;
    pending.slot = Some(id);
    let groups = pending.secret.groups().expose().clone();
    s.keep(pending);
    Ok(made.map(|_| RecoveryText { groups }))
}

#[cfg(test)]
mod tests {
    use super::super::unlock::{UnlockRecovery, by_recovery};
    use super::super::wait;
    use super::super::world::{NOTE, World, note_of, phrase};
    use super::*;

    const NEW: &str = "zolder pinda kraan trompet";

    /// Makes a sheet, prints it, and types two groups back from it; all eight of it.
    fn printed(s: &mut Session) -> Vec<Secret<String>> {
        let asked = recovery_make(s, RecoveryRequest::default()).unwrap().value;
        recovery_save(s, RecoverySave { target: Target::Print }).unwrap();
        let groups = s.kept::<Pending>().unwrap().secret.groups().expose().clone();
        let [a, b] = asked.ask.map(|n| Secret::new(groups[usize::from(n) - 1].to_lowercase()));
        recovery_confirm(s, RecoveryConfirm { a, b }).unwrap();
        groups.into_iter().map(Secret::new).collect()
    }

    fn enter(world: &World, groups: &[Secret<String>]) -> Result<Session> {
        let req = UnlockRecovery { user: None, groups: groups.to_vec(), new_passphrase: phrase(NEW) };
        by_recovery(&world.door(), &world.place, &req)
    }

    fn is_confirmed(s: &Session) -> bool {
        settings::get(s).unwrap().recovery_confirmed
    }

    #[test]
    fn a_new_sheet_is_confirmed_by_typing_back_and_voids_the_old_one() {
        let world = World::new();
        let mut s = world.anneke();
        assert!(!is_confirmed(&s));
        let old = printed(&mut s);
        assert!(is_confirmed(&s));
        let new = printed(&mut s);
        drop(s);
        assert_eq!(enter(&world, &old).err().unwrap().code(), Code::VaultRecoveryWrong);
        wait::forget(&world.place);
        assert_eq!(note_of(&enter(&world, &new).unwrap()).unwrap(), NOTE);
    }

    #[test]
    fn after_a_recovery_the_task_is_back_and_a_new_sheet_opens_everything() {
        let world = World::new();
        let first = printed(&mut world.anneke());
        let mut s = enter(&world, &first).unwrap();
        assert!(!is_confirmed(&s), "the sheet is used up");
        let second = printed(&mut s);
        assert!(is_confirmed(&s));
        drop(s);
        assert_eq!(enter(&world, &first).err().unwrap().code(), Code::VaultRecoveryWrong);
        wait::forget(&world.place);
        let s = enter(&world, &second).unwrap();
        assert_eq!(note_of(&s).unwrap(), NOTE);
        assert_eq!(s.keys().iter().count(), Compartment::ALL.len());
    }
}
