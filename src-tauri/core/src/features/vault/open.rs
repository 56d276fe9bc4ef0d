//! From an open slot to a session: open the vault, settle the headers, and finish what a crash left undone.
use super::begin::{ask_about_repair, begin, put_right};
use super::door::{Begun, Coming, Door, Entry, Said};
use super::held::{Held, header_of, held};
use super::keyring::chain::Followed;
use super::keyring::roster::{Roster, SheetState};
use super::told::{self, Told};
use super::{accounts, aside, evidence, finish, folder, lock_file, looking, memory, renew};
use crate::error::{Code, Error, Result};
use crate::features::settings;
use crate::kernel::reserve;
use crate::kernel::session::Session;
use crate::kernel::time::Timestamp;
use crate::ops::Op;
use std::path::Path;

/// Opens the vault for a user whose slot was opened. Without `guard` it is opened read-only.
///
/// # Errors
/// As `begin`; `vault.data_missing`, `vault.damaged`, `vault.too_new`; for a read-only session `vault.not_ready`.
pub(super) fn open(
    door: &Door<'_>,
    folder: &Path,
    entries: Vec<Entry>,
    coming: &Coming<'_>,
    guard: Option<lock_file::FolderLock>,
) -> Result<Session> {
    let begun = begin(door, folder, &entries, coming)?;
    let Some(mut guard) = guard else {
        let told = Told::at_the_door(door, folder, coming, &begun)?;
        return look(door, folder, begun, coming.said, told);
    };
    ask_about_repair(&guard, &begun, coming.said)?;
    guard.confirm_repair()?;
    let mut told = Told::at_the_door(door, folder, coming, &begun)?;
    put_right(folder, coming.headers, &begun, &guard)?;
    let Begun { mut session, held, .. } = begun;
    session.hold(Box::new(guard));
    let undoubted = told.undoubted_until();
    told.bring_up_to_date(&session)?;
    told.differing_users(note_unlock(&mut session, &held.followed.roster, coming.said, undoubted)?);
    told.note_attempts(&mut session, folder);
    told.keep_in(&mut session);
    let _ = aside::forget_told(door.home, folder, held.followed.roster.vault);
    folder::forget_unfinished(folder);
    settle(door, &mut session)?;
    Ok(session)
}

/// Continues with a read-only session.
fn look(door: &Door<'_>, folder: &Path, begun: Begun, said: Said, told: Told) -> Result<Session> {
    let Begun { mut session, header, held, .. } = begun;
    renew::use_versions_in_use(&mut session, &held.keys)?;
    told.keep_in(&mut session);
    let Held { user, who, slot, opened, .. } = held;
    session.leave_rows_by(looking::rows(door, folder, Entry { header, who, user, slot, opened }, said));
    session.note_looking(Op::VaultUnlock);
    Ok(session)
}

/// Writes the trail row of the unlock and corrects the accounts from the roster. Returns how many accounts differed.
fn note_unlock(session: &mut Session, roster: &Roster, said: Said, undoubted: Option<Timestamp>) -> Result<usize> {
    let note = |session: &mut Session| {
        let done = session.write(Op::VaultUnlock, |tx| {
            let user = tx.user();
            accounts::note_unlock(tx, user)?;
            settings::keep_undoubted(tx, undoubted)?;
            let is_confirmed = roster.sheets.iter().any(|s| s.state == SheetState::Confirmed);
            if settings::read_all(tx)?.recovery_confirmed && !is_confirmed {
                settings::put(tx, "recovery_confirmed", &false)?;
            }
            Ok(tx.changed(user, ()).fields(said.fields()))
        });
        done.map(drop)
    };
    if let Err(e) = note(session) {
        // A full disk must not keep out a user who comes to erase, so the space reserved for that is given up.
        if e.code() != Code::DiskFull || !reserve::release(session.folder())? {
            return Err(e);
        }
        note(session)?;
    }
    accounts::settle(session, roster)
}

/// Finishes a change of keys that was cut short, renews the keys that others had to leave marked, and remembers how far
/// the vault is.
pub(super) fn settle(door: &Door<'_>, session: &mut Session) -> Result<()> {
    let marked = renew::marked(&header_of(session)?.1);
    match finish::finish(session) {
        // Working on under the old key is acceptable, unless a key is marked because somebody must lose access.
        Err(e) if e.code() == Code::DiskFull && !session.is_lost() && marked.is_empty() => {
            told::left_undone(session, &Error::new(Code::VaultRenewalWaits));
        }
        Err(e) if finish::is_done_but_for_a_copy(session, &e) => told::left_undone(session, &e),
        done => done?,
    }
    if !marked.is_empty() {
        match renew::renew(session, &marked) {
            Err(e) if finish::is_done_but_for_a_copy(session, &e) => told::left_undone(session, &e),
            done => done?,
        }
    }
    remember(door, session);
    Ok(())
}

/// The last row that this computer remembers of an open session.
struct Remembered(Vec<u8>);

/// After every command: remembers what it wrote. If the computer stops before the lock, and a cloud service has put
/// another file in the place of this one, the next unlock knows what is missing.
pub(crate) fn remember_written(session: &mut Session, home: &Path) {
    let Some(row) = session.last_written() else { return };
    if session.is_read_only() || session.is_lost() || session.kept::<Remembered>().is_some_and(|last| last.0 == row) {
        return;
    }
    let Ok(held) = held(session) else { return };
    let roster = &held.followed.roster;
    let memory = memory::of(home, session.folder(), roster.vault);
    let sealed = memory.seen().map(|seen| seen.sealed);
    let noted = evidence::to_remember(session, roster.number, sealed).and_then(|seen| memory.note(seen));
    if noted.is_ok() {
        session.keep(Remembered(row));
    }
}

/// If this cannot be stored, this computer will not notice an older copy of the vault. That is no reason to refuse the
/// unlock.
pub(super) fn remember(door: &Door<'_>, session: &Session) {
    let Ok(Held { followed: Followed { roster, .. }, .. }) = held(session) else { return };
    let sealed = header_of(session).ok().and_then(|(header, _)| header.seal).map(|seal| seal.trail);
    if let Ok(seen) = evidence::to_remember(session, roster.number, sealed) {
        let _ = memory::of(door.home, session.folder(), roster.vault).note(seen);
    }
}
