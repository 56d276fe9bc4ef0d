//! Looking only. For the moment of one row the folder is taken, the vault opened and checked as for writing, and sealed again, if
//! nobody else has it; and so is what must be put right before anybody can look.
use super::keyring::header::Header;
use super::lock_file::FolderLock;
use super::open::{self, Begun, Coming, Door, Entry, Said};
use super::put_away::put_away;
use super::told::Told;
use super::{folder, lock_file};
use crate::error::{Code, Error, Result};
use crate::features::settings;
use crate::kernel::session::{RowForLooking, Session, Surroundings};
use crate::ops::Op;
use std::path::{Path, PathBuf};

/// How a session that came in like this leaves its rows.
///
/// The answer refuses with `view.in_use` while somebody else works in the vault, and with `view.no_row` where nothing can
/// be written.
pub(super) fn rows(door: &Door<'_>, folder: &Path, entry: Entry, said: Said) -> RowForLooking {
    let place = Place { around: door.around.clone(), home: door.home.to_owned(), folder: folder.to_owned() };
    let holders = door.holders;
    Box::new(move |row| {
        let door = Door { around: &place.around, home: &place.home, holders };
        let entries = std::slice::from_ref(&entry);
        // That somebody came in is noted where it can be; what is shown only with its row waits for it.
        let is_needed = row.done && row.op != Op::VaultUnlock.as_str();
        let take = if is_needed { lock_file::take } else { lock_file::take_at_once };
        let lock = take(&place.folder, door.around.clock.now()).map_err(refusal)?;
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

/// Puts back what a crash left in the journal, and brings up to date what an older program left, where the folder is free and the
/// disk can be written.
///
/// # Errors
/// `vault.not_ready` where it cannot be; as `open::begin` refuses.
pub(super) fn make_ready(door: &Door<'_>, folder: &Path, entries: &[Entry], said: Said) -> Result<()> {
    let ready = lock_file::take(folder, door.around.clock.now())
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
    lock: FolderLock,
    f: impl FnOnce(&Session, &Told) -> Result<()>,
) -> Result<()> {
    let headers = folder::headers(folder)?;
    let coming = Coming { looks: false, said, headers: &headers };
    let entries = as_they_are_now(entries, &headers)?;
    if entries.is_empty() {
        return Err(Error::new(Code::VaultAccessChanged));
    }
    let begun = open::begin(door, folder, entries, &coming)?;
    let told = Told::at_the_door(door, folder, &coming, &begun)?;
    open::put_right(folder, &headers, &begun)?;
    let Begun { mut session, .. } = begun;
    session.hold(Box::new(lock));
    f(&session, &told)?;
    put_away(&mut session, door.home)
}

/// The slots that were opened, in the headers as they were read last, with what was seen by them since.
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
        // Nothing was typed.
        Code::VaultWrongPassphrase => Error::new(Code::VaultAccessChanged).because(why),
        _ => why,
    }
}
