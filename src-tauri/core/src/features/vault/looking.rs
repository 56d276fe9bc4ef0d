//! Read-only sessions. To write one trail row, such a session briefly takes the folder, opens and checks the vault as
//! for writing and seals it again, provided nobody else has it open. Repairs that are needed before the vault can be
//! read work the same way.
use super::begin;
use super::door::{Begun, Coming, Door, Entry, Said};
use super::keyring::header::Header;
use super::lock_file::FolderLock;
use super::put_away::put_away;
use super::told::Told;
use super::{folder, lock_file};
use crate::error::{Code, Error, Result};
use crate::features::settings;
use crate::kernel::session::{RowForLooking, Session, Surroundings};
use crate::ops::Op;
use std::path::{Path, PathBuf};

/// How a read-only session with this entry writes its rows to the trail.
///
/// The closure fails with `view.in_use` while somebody else has the vault open, and with `view.no_row` where nothing
/// can be written.
pub(super) fn rows(door: &Door<'_>, folder: &Path, entry: Entry, said: Said) -> RowForLooking {
    let place = Place { around: door.around.clone(), home: door.home.to_owned(), folder: folder.to_owned() };
    let holders = door.holders;
    Box::new(move |row| {
        let door = Door { around: &place.around, home: &place.home, holders };
        let entries = std::slice::from_ref(&entry);
        // The row of an unlock or a refusal is skipped if the folder is taken. Data that is only shown with its row
        // waits for it.
        let is_needed = row.done && row.op != Op::VaultUnlock.as_str();
        let take = if is_needed { lock_file::take } else { lock_file::take_at_once };
        let lock = take(&place.folder, door.around.clock.now(), said.is_closed_elsewhere).map_err(refusal)?;
        for_a_moment(&door, &place.folder, entries, said, lock, |s, told| {
            s.leave_ready_row(row, |tx| settings::keep_undoubted(tx, told.undoubted_until()))
        })
        .map_err(refusal)
    })
}

struct Place {
    around: Surroundings,
    home: PathBuf,
    folder: PathBuf,
}

/// Rolls back what a crash left in the journal, and runs the migrations that an older program left to do, if the folder
/// is free and the disk can be written.
///
/// # Errors
/// `vault.not_ready` where that is impossible; the errors of `begin::begin`.
pub(super) fn make_ready(door: &Door<'_>, folder: &Path, entries: &[Entry], said: Said) -> Result<()> {
    let ready = lock_file::take(folder, door.around.clock.now(), said.is_closed_elsewhere)
        .and_then(|lock| for_a_moment(door, folder, entries, said, lock, |s, told| told.bring_up_to_date(s)));
    ready.map_err(|why| match why.code() {
        Code::VaultInUse | Code::DiskReadOnly | Code::FileDenied => Error::new(Code::VaultNotReady).because(why),
        _ => why,
    })
}

fn for_a_moment(
    door: &Door<'_>,
    folder: &Path,
    entries: &[Entry],
    said: Said,
    mut lock: FolderLock,
    f: impl FnOnce(&Session, &Told) -> Result<()>,
) -> Result<()> {
    lock.settle_journal(folder, &folder::all_headers(folder)?)?;
    let headers = folder::headers_to_try(folder)?;
    let coming = Coming { looks: false, said, headers: &headers };
    let entries = as_they_are_now(entries, &headers)?;
    if entries.is_empty() {
        return Err(Error::new(Code::VaultAccessChanged));
    }
    let begun = begin::begin(door, folder, &entries, &coming)?;
    begin::ask_about_repair(&lock, &begun, said)?;
    lock.confirm_repair()?;
    let told = Told::at_the_door(door, folder, &coming, &begun)?;
    begin::put_right(folder, &headers, &begun, &lock)?;
    let Begun { mut session, .. } = begun;
    session.hold(Box::new(lock));
    f(&session, &told)?;
    put_away(&mut session, door.home).map(drop)
}

/// The slots that were opened, as the newly read headers have them: the same users may have seen more since.
///
/// # Errors
/// `vault.header_damaged`.
pub(super) fn as_they_are_now(entries: &[Entry], headers: &[Header]) -> Result<Vec<Entry>> {
    let mut now = vec![];
    for header in headers {
        let slots = header.slots.iter().filter_map(|slot| Some((slot, entries.iter().find(|e| e.slot == slot.id)?)));
        for (slot, entry) in slots {
            if let Some(opened) = slot.again(header.vault, &entry.opened)? {
                now.push(Entry { header: header.clone(), opened, ..entry.clone() });
            }
        }
    }
    Ok(now)
}

fn refusal(why: Error) -> Error {
    match why.code() {
        Code::VaultInUse => Error::new(Code::ViewInUse).because(why),
        Code::DiskReadOnly | Code::FileDenied => Error::new(Code::ViewNoRow).because(why),
        // No passphrase was typed here, so it cannot be wrong: the access has changed.
        Code::VaultWrongPassphrase => Error::new(Code::VaultAccessChanged).because(why),
        _ => why,
    }
}
