//! Unlocking with the recovery sheet, which gives a user a new passphrase.
use super::at_hand::Change;
use super::begin;
use super::door::{Begun, Coming, Door, Entry, Said};
use super::held::held;
use super::in_hand::InHand;
use super::keyring::header::Header;
use super::keyring::identity::Identity;
use super::keyring::passphrase;
use super::keyring::recovery::RecoverySecret;
use super::keyring::roster::{Holder, Roster, SheetState};
use super::keyring::slots::{Opener, SlotOf};
use super::open;
use super::own::{self, WayIn};
use super::pen::OwnPen;
use super::renew::lost;
use super::sheets::named;
use super::told::Told;
use super::unlock::{arrive, cost_of};
use super::{accounts, wait};
use crate::error::{Code, Error, OrError, Result};
use crate::features::settings;
use crate::kernel::id::UserId;
use crate::kernel::sealed::Compartment;
use crate::kernel::secret::{Passphrase, Secret};
use crate::kernel::session::{Session, WriteTx};
use crate::ops::Op;
use serde::Deserialize;
use std::path::Path;

/// Unlocking with the recovery sheet.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct UnlockRecovery {
    /// The user whose passphrase is replaced; the first administrator if not given.
    #[serde(default)]
    pub user: Option<UserId>,
    /// The eight groups of the sheet, in order.
    #[ts(type = "Array<string>")]
    pub groups: Vec<Secret<String>>,
    /// The passphrase that replaces that user's.
    #[ts(type = "string")]
    pub new_passphrase: Passphrase,
    /// Does the user confirm that this vault, older than what this computer remembers, is the right one?
    #[serde(default)]
    pub older_is_right: bool,
    /// Does the user confirm that no other computer has the vault open, although that computer's note says so?
    #[serde(default)]
    pub is_closed_elsewhere: bool,
}

/// Opens the vault with the recovery sheet and gives a user a new passphrase and new private keys. If that user is an
/// administrator, the sheet counts as used: it still opens the vault until a new one is confirmed, so there is always
/// one, and the session keeps it to make the new one.
///
/// # Errors
/// `vault.wait`, `vault.recovery_group`, `vault.recovery_none`, `vault.recovery_wrong`, `user.missing`,
/// `input.invalid`, `vault.sheet_lacks_last` with the compartments that only this user opens, and the errors of
/// `begin::begin`.
pub(crate) fn by_recovery(door: &Door<'_>, folder: &Path, req: &UnlockRecovery) -> Result<Session> {
    wait::check(folder, door.around.clock.now())?;
    let (mut guard, headers) = arrive(door, folder, req.is_closed_elsewhere)?;
    let first = headers.first().or_refuse(Code::VaultHeaderDamaged)?;
    let user = someone(&first.unproven_roster()?, req.user)?;
    let secret = RecoverySecret::parse(&req.groups)?;
    passphrase::check("new_passphrase", &req.new_passphrase, &[&first.association, first.name_of(user)])?;
    let entries = entries(&headers, &secret, user).inspect_err(|e| {
        if e.code() == Code::VaultRecoveryWrong {
            wait::note_failure(folder, door.around.clock.now());
        }
    })?;
    let said = Said {
        older_is_right: req.older_is_right,
        clock_is_right: false,
        is_closed_elsewhere: req.is_closed_elsewhere,
    };
    let coming = Coming { looks: false, said, headers: &headers };
    let mut begun = begin::begin(door, folder, &entries, &coming)?;
    begin::ask_about_repair(&guard, &begun, said)?;
    guard.confirm_repair()?;
    let mut told = Told::at_the_door(door, folder, &coming, &begun)?;
    begin::put_right(folder, &headers, &begun, &guard)?;
    begun.session.hold(Box::new(guard));
    let undoubted = told.undoubted_until();
    told.bring_up_to_date(&begun.session)?;
    let (mut session, lacking) = replace_keys(door, begun, user, &req.new_passphrase, |tx| {
        settings::keep_undoubted(tx, undoubted)?;
        Ok(said.fields())
    })?;
    told.lost_parts(&lacking);
    told.note_attempts(&mut session, folder);
    wait::forget(folder);
    let roster = held(&session)?.followed.roster;
    told.differing_users(accounts::settle(&mut session, &roster)?);
    told.keep_in(&mut session);
    open::settle(door, &mut session)?;
    Ok(session)
}

/// The user whose passphrase is replaced; the first administrator if none is named.
fn someone(roster: &Roster, user: Option<UserId>) -> Result<UserId> {
    match user {
        Some(user) => roster.user(user).map(|u| u.id),
        None => roster.users.iter().find(|u| u.admin).map(|u| u.id).or_refuse(Code::UserMissing),
    }
}

fn entries(headers: &[Header], secret: &RecoverySecret, user: UserId) -> Result<Vec<Entry>> {
    let mut entries = vec![];
    for header in headers {
        for (sheet, slot) in header.sheet_slots() {
            if let Some(opened) = slot.open(header.vault, Opener::Recovery(secret))? {
                entries.push(Entry { header: header.clone(), who: Holder::Sheet(sheet), user, slot: slot.id, opened });
            }
        }
    }
    if headers.iter().all(|h| h.sheet_slots().next().is_none()) {
        return Err(Error::new(Code::VaultRecoveryNone));
    }
    if entries.is_empty() { Err(Error::new(Code::VaultRecoveryWrong)) } else { Ok(entries) }
}

/// Gives the user new private keys under the new passphrase and renews every data key that the user held: whoever may
/// have the old private keys opens nothing written afterwards. Also returns the compartments that the user held and the
/// sheet does not.
fn replace_keys(
    door: &Door<'_>,
    begun: Begun,
    user: UserId,
    new: &Passphrase,
    also: impl FnOnce(&WriteTx<'_>) -> Result<&'static [&'static str]>,
) -> Result<(Session, Vec<Compartment>)> {
    let Begun { mut session, header, held, .. } = begun;
    let sheet = header.slots.iter().find_map(|s| match s.of {
        SlotOf::Sheet(id) if s.id == held.slot => Some(id),
        _ => None,
    });
    let sheet = sheet.or_refuse(Code::VaultRecoveryWrong)?;
    let in_hand = InHand { sheet, identity: held.opened.identity.clone() };
    let cost = cost_of(&header, door.around);
    let mut change = Change::of(header, held, (Holder::Sheet(sheet), in_hand.identity.clone()))?;
    let identity = Identity::make()?;
    let own = change.roster.user_mut(user)?;
    (own.keys, own.first_passphrase) = (identity.public()?, false);
    let is_admin = own.admin;
    for used in change.roster.sheets.iter_mut().filter(|s| s.id == sheet && is_admin) {
        used.state = SheetState::Used;
    }
    // The sheet gives what it holds and nothing else.
    let before = change.before.roster.held_by(Holder::User(user));
    let gives = change.before.roster.held_by(Holder::Sheet(sheet));
    let lacking: Vec<_> = before.difference(&gives).copied().collect();
    for compartment in &lacking {
        change.roster.key_mut(*compartment)?.holders.remove(&Holder::User(user));
    }
    let entitled = change.roster.entitled(user);
    for given in gives.intersection(&entitled) {
        change.roster.key_mut(*given)?.holders.insert(Holder::User(user));
    }
    let for_ever = lost(&change.before.roster, &change.roster);
    if !for_ever.is_empty() {
        return Err(Error::new(Code::VaultSheetLacksLast).arg("compartments", named(&for_ever)));
    }
    change.renew(&before)?;
    let pin = change.sign()?;
    let slot = door.around.ids.next();
    let way = WayIn { user, id: slot, passphrase: new, cost, identity: &identity, pin };
    let opened = own::only_way_in(&mut change, &way)?;
    session.replace_pen(OwnPen::by(&identity, change.roster.number));
    change.write_as(&mut session, Op::VaultRecoveryUse, opened, slot, |tx| {
        accounts::note_unlock(tx, user)?;
        let said = also(tx)?;
        if is_admin {
            settings::put(tx, "recovery_confirmed", &false)?;
        }
        Ok(tx.changed(user, ()).fields(said))
    })?;
    if is_admin {
        session.keep(in_hand);
    }
    Ok((session, lacking))
}

/// Opens the sheet with these groups in an open session, to give keys that the user does not hold.
///
/// # Errors
/// `vault.recovery_group`, `vault.recovery_none`, `vault.recovery_wrong`, and the errors of following the rosters.
pub(super) fn in_hand(header: &Header, groups: &[Secret<String>]) -> Result<InHand> {
    let secret = RecoverySecret::parse(groups)?;
    let user = header.unproven_roster()?.users.first().map(|u| u.id).or_refuse(Code::UserMissing)?;
    let entry = entries(std::slice::from_ref(header), &secret, user)?.pop().or_refuse(Code::VaultRecoveryWrong)?;
    begin::prove(&entry)?;
    let Holder::Sheet(sheet) = entry.who else { return Err(Error::new(Code::VaultRecoveryWrong)) };
    Ok(InHand { sheet, identity: entry.opened.identity })
}
