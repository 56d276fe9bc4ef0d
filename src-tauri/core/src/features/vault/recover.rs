//! Making a recovery sheet: the secret is made, printed, and two of its groups are typed back. Only then the sheet before
//! it is void, so that there is never a moment without a sheet that works.
//!
//! The sheet opens every compartment whose key is at hand: all of them for the founder and just after a recovery; with the
//! groups of the sheet before, those that it opened.
use super::header::{Header, SlotKind};
use super::open::{header_of, save_header};
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
    Ok(Done { value: RecoveryAsked { ask, lacks }, touches: done.touches })
}

/// Adds the sheet's slot to the header, once.
fn add_slot(s: &Session, pending: &mut Pending, alone: bool) -> Result<()> {
    if pending.slot.is_some() {
        return Ok(());
    }
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
    save_header(s, &mut header, &pending.keys)?;
    pending.slot = Some(id);
    Ok(())
}

/// Prints the sheet or saves it as PDF. From now on it opens the vault.
///
/// # Errors
/// `vault.recovery_none` when none was made; `permission.denied`, and as files refuse.
pub fn recovery_save(s: &mut Session, req: RecoverySave) -> Result<Done<Written>> {
    let done = s.write(Op::VaultRecoverySave, |tx| Ok(tx.changed(Subject::NONE, ())))?;
    let mut pending = s.kept::<Pending>().cloned().or_missing(Code::VaultRecoveryNone)?;
    let settings = settings::get(s)?;
    let text = Text::of(Language::of_tag(&settings.language));
    let groups = pending.secret.groups();
    let printed = sheet::print(text, &settings.association, groups.expose(), s.around().clock.now())?;
    let bytes = Zeroizing::new(printed.bytes);
    add_slot(s, &mut pending, false)?;
    s.keep(pending);
    let written = s.deliver(&req.target, "herstelblad.pdf", &bytes, printed.pages)?;
    Ok(Done { value: written, touches: done.touches })
}

/// Two groups typed back from the paper: now the sheet before it is void.
///
/// # Errors
/// `vault.recovery_none` when none was saved; `vault.recovery_group` with the number of the wrong one.
pub fn recovery_confirm(s: &mut Session, req: RecoveryConfirm) -> Result<Done<()>> {
    let pending = s.kept::<Pending>().cloned();
    let done = s.write(Op::VaultRecoveryConfirm, |tx| {
        let pending = pending.as_ref().filter(|p| p.slot.is_some()).or_missing(Code::VaultRecoveryNone)?;
        for (number, typed) in pending.ask.iter().zip([&req.a, &req.b]) {
            if !pending.secret.matches(usize::from(*number) - 1, typed.expose()) {
                return Err(Error::new(Code::VaultRecoveryGroup).arg("n", number));
            }
        }
        settings::put(tx, "recovery_confirmed", &true)?;
        Ok(tx.changed(Subject::NONE, ()))
    })?;
    let pending = pending.or_missing(Code::VaultRecoveryNone)?;
    let (mut header, _) = header_of(s)?;
    header.slots.retain(|slot| Some(slot.id) == pending.slot || !matches!(slot.kind, SlotKind::Recovery { .. }));
    for slot in header.slots.iter_mut().filter(|slot| Some(slot.id) == pending.slot) {
        slot.kind = SlotKind::Recovery { confirmed: true };
    }
    slots::drop_former_members(&mut header, &pending.keys);
    save_header(s, &mut header, &pending.keys)?;
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
    add_slot(s, &mut pending, true)?;
    let groups = pending.secret.groups().expose().clone();
    s.keep(pending);
    Ok(Done { value: RecoveryText { groups }, touches: made.touches })
}
