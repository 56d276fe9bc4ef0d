//! Making a recovery sheet: the secret is made and printed, and two of its groups are typed back. Only then does the
//! previous sheet become void and is every key it opened replaced, so there is always a sheet that works.
//!
//! The sheet opens every compartment whose key is available: all of them for the founder and just after a recovery;
//! with the groups of the previous sheet, those that it opened. A sheet that would open less than the previous one is
//! not made.
use super::at_hand::Change;
use super::in_hand::InHand;
use super::keyring::identity::Identity;
use super::keyring::keys::{self, Cost};
use super::keyring::recovery::{self, RecoverySecret};
use super::keyring::roster::{Holder, Sheet, SheetState};
use super::keyring::slots::{Opener, Slot, SlotOf};
use super::recovered;
use super::sheets::{join, lacks, refuse_less, take_away};
use super::{held, own, sheet};
use crate::error::{Code, Error, OrError, Result};
use crate::features::settings;
use crate::kernel::files::{Target, Written};
use crate::kernel::sealed::Compartment;
use crate::kernel::secret::{Passphrase, Secret};
use crate::kernel::session::{Done, Session, Subject};
use crate::ops::Op;
use crate::text::Text;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

/// A sheet that was made but not yet confirmed. Wiped with the session.
#[derive(Debug, Clone)]
struct Pending {
    secret: RecoverySecret,
    identity: Identity,
    /// The previous sheet, if its groups are known in this session.
    former: Option<InHand>,
    /// The sheet's id, once it was saved.
    sheet: Option<Uuid>,
    ask: [u8; 2],
}

/// A request for a new sheet.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RecoveryRequest {
    /// The user's own passphrase, once more.
    #[ts(type = "string")]
    pub passphrase: Passphrase,
    /// The groups of the previous sheet, to take over compartments whose keys are not available.
    #[serde(default)]
    #[ts(optional, type = "Array<string>")]
    pub groups: Option<Vec<Secret<String>>>,
}

/// The groups to ask back from the printed sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct RecoveryAsked {
    /// The two groups to type back, counted from 1.
    pub ask: [u8; 2],
    /// Compartments that this sheet will not open, because their keys are not available.
    pub lacks: Vec<Compartment>,
    /// Whether an earlier sheet opens this vault, which becomes void when this one is checked.
    pub replaces: bool,
}

/// Where the sheet goes.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RecoverySave {
    /// The printer or a file.
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
    /// The eight groups, in order.
    pub groups: Vec<String>,
    /// Compartments that this sheet does not open.
    pub lacks: Vec<Compartment>,
}

/// One group as typed.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RecoveryGroup {
    /// Which group, counted from 0.
    pub index: u8,
    /// What was typed.
    #[ts(type = "string")]
    pub group: Secret<String>,
}

/// Does a typed group match its own check character?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct RecoveryGroupRight {
    /// True if the check character fits, which says nothing about this vault.
    pub right: bool,
}

/// Checks a typed group by its own check character. Reveals nothing about the vault.
pub fn recovery_group(req: &RecoveryGroup) -> RecoveryGroupRight {
    RecoveryGroupRight { right: recovery::is_group_right(usize::from(req.index), req.group.expose()) }
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

/// Makes a sheet. It opens nothing until it is saved, and the previous sheet works until two groups were typed back.
///
/// # Errors
/// `permission.denied`, `vault.wrong_passphrase`, `vault.recovery_group`, `vault.recovery_wrong`, `vault.read_only`;
/// `vault.sheet_lacks` with the compartments that only the previous sheet opens.
pub fn recovery_make(s: &mut Session, req: RecoveryRequest) -> Result<Done<RecoveryAsked>> {
    s.allow(Op::VaultRecoveryMake)?;
    own::check(s, &req.passphrase)?;
    let mut change = Change::begin(s)?;
    let typed = req.groups.as_ref().map(|groups| recovered::in_hand(&change.header, groups)).transpose()?;
    let former = typed.or_else(|| s.kept::<InHand>().cloned());
    join(&former, &mut change)?;
    refuse_less(&change, &change.before.roster.sheets)?;
    let lacks = Compartment::ALL.iter().filter(|c| !change.can_give(**c)).copied().collect();
    let replaces = change.before.roster.sheets.iter().any(|sheet| sheet.state == SheetState::Confirmed);
    let (secret, identity, ask) = (RecoverySecret::make()?, Identity::make()?, two_groups()?);
    let done = s.write(Op::VaultRecoveryMake, |tx| Ok(tx.changed(Subject::NONE, ())))?;
    s.keep(Pending { secret, identity, former, sheet: None, ask });
    Ok(done.map(|()| RecoveryAsked { ask, lacks, replaces }))
}

/// The change that adds the sheet. Sheets that match `void` go, and what they opened is renewed.
fn with_sheet(
    s: &mut Session,
    pending: &Pending,
    state: SheetState,
    void: fn(&Sheet) -> bool,
) -> Result<(Change, Uuid)> {
    let mut change = Change::begin(s)?;
    join(&pending.former, &mut change)?;
    let id = s.around().ids.next();
    take_away(&mut change, void)?;
    change.roster.sheets.push(Sheet { id, state, keys: pending.identity.public()? });
    for compartment in Compartment::ALL {
        if change.can_give(*compartment) {
            change.give(Holder::Sheet(id), *compartment)?;
        }
    }
    let (pin, slot, vault) = (change.sign()?, s.around().ids.next(), change.header.vault);
    let opener = Opener::Recovery(&pending.secret);
    let (slot, _) = Slot::make(vault, slot, SlotOf::Sheet(id), opener, Cost::FLOOR, &pending.identity, pin)?;
    change.header.slots.push(slot);
    Ok((change, id))
}

/// Prints the sheet or saves it as PDF. From now on it opens the vault.
///
/// # Errors
/// `vault.recovery_none` when none was made; `permission.denied`, and file errors.
pub fn recovery_save(s: &mut Session, req: RecoverySave) -> Result<Done<Written>> {
    s.allow(Op::VaultRecoverySave)?;
    let mut pending = s.kept::<Pending>().cloned().or_refuse(Code::VaultRecoveryNone)?;
    let settings = settings::get(s)?;
    let text = Text::of(settings.language);
    let groups = pending.secret.groups();
    // The printed sheet says what it does not open, according to the roster that names it.
    let (first, lacks) = match pending.sheet {
        Some(id) => (None, lacks(&held::held(s)?.followed.roster, id)),
        None => {
            // A saved sheet that was never confirmed goes; one that somebody relies on stays until this one is
            // confirmed.
            let (change, id) = with_sheet(s, &pending, SheetState::Made, |sheet| sheet.state == SheetState::Made)?;
            pending.sheet = Some(id);
            let lacks = lacks(&change.roster, id);
            (Some(change), lacks)
        }
    };
    let printed = sheet::print(text, &settings.association, groups.expose(), &lacks, s.around().clock.now())?;
    let bytes = Zeroizing::new(printed.bytes);
    let done = match first {
        Some(change) => change.write(s, Op::VaultRecoverySave, |tx| Ok(tx.changed(Subject::NONE, ())))?,
        None => s.write(Op::VaultRecoverySave, |tx| Ok(tx.changed(Subject::NONE, ())))?,
    };
    s.keep(pending);
    let written = s.deliver(&req.target, "herstelblad.pdf", &bytes, printed.pages)?;
    Ok(done.map(|()| written))
}

/// Two groups were typed back from the printed sheet: the previous sheet becomes void and what it opened gets new keys.
///
/// # Errors
/// `vault.recovery_none` when none was saved; `vault.recovery_group` with the number of the wrong one;
/// `vault.sheet_lacks`.
pub fn recovery_confirm(s: &mut Session, req: RecoveryConfirm) -> Result<Done<()>> {
    s.allow(Op::VaultRecoveryConfirm)?;
    let pending = s.kept::<Pending>().cloned().or_refuse(Code::VaultRecoveryNone)?;
    let id = pending.sheet.or_refuse(Code::VaultRecoveryNone)?;
    for (number, typed) in pending.ask.iter().zip([&req.a, &req.b]) {
        if !pending.secret.matches(usize::from(*number) - 1, typed.expose()) {
            return Err(Error::new(Code::VaultRecoveryGroup).arg("n", number));
        }
    }
    let mut change = Change::begin(s)?;
    // The new sheet can give what it got from the previous one, even if nobody present holds it.
    join(&pending.former, &mut change)?;
    InHand { sheet: id, identity: pending.identity.clone() }.join(&mut change)?;
    let others: Vec<_> = change.roster.sheets.iter().filter(|sheet| sheet.id != id).cloned().collect();
    refuse_less(&change, &others)?;
    take_away(&mut change, |sheet| sheet.id != id)?;
    for sheet in change.roster.sheets.iter_mut().filter(|sheet| sheet.id == id) {
        sheet.state = SheetState::Confirmed;
    }
    change.sign()?;
    let done = change.write(s, Op::VaultRecoveryConfirm, |tx| {
        settings::put(tx, "recovery_confirmed", &true)?;
        Ok(tx.changed(Subject::NONE, ()))
    })?;
    s.let_go::<Pending>();
    s.let_go::<InHand>();
    Ok(done)
}

/// Makes a sheet for a terminal. It opens the vault at once, and so do the previous sheets until two of its groups were
/// typed back: a user who is cut off before the groups appear on the terminal still has a sheet.
///
/// # Errors
/// As `recovery_make`; `disk.full`.
pub fn recovery_text(s: &mut Session, req: RecoveryRequest) -> Result<Done<RecoveryText>> {
    recovery_make(s, req)?;
    let mut pending = s.kept::<Pending>().cloned().or_refuse(Code::VaultRecoveryNone)?;
    let (change, id) = with_sheet(s, &pending, SheetState::Confirmed, |sheet| sheet.state == SheetState::Made)?;
    pending.sheet = Some(id);
    let (groups, lacks) = (pending.secret.groups().expose().clone(), lacks(&change.roster, id));
    let done = change.write(s, Op::VaultRecoverySave, |tx| Ok(tx.changed(Subject::NONE, ())))?;
    s.keep(pending);
    Ok(done.map(|()| RecoveryText { groups, lacks }))
}

/// The groups of the sheet that is being made.
#[cfg(test)]
pub(super) fn groups_of(s: &Session) -> Vec<String> {
    s.kept::<Pending>().map(|p| p.secret.groups().expose().clone()).unwrap_or_default()
}
