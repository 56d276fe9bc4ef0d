//! The rows of somebody who opened the vault for looking only: for the moment of one row the folder is taken, the vault opened and
//! checked as for writing, and sealed again, if nobody else has it.
use super::at_hand::Held;
use super::open::{self, Coming, Door, Entry};
use super::put_away::put_away;
use super::{folder, lock_file};
use crate::error::{Code, Error, Result};
use crate::kernel::session::{RowForLooking, Surroundings};
use crate::kernel::trail;
use std::path::{Path, PathBuf};

/// How this session leaves its rows.
///
/// The answer refuses with `view.in_use` while somebody else works in the vault, and with `view.no_row` where nothing can
/// be written.
pub(super) fn rows(door: &Door<'_>, folder: &Path, held: &Held, older_is_right: bool) -> RowForLooking {
    let place = Place { around: door.around.clone(), home: door.home.to_owned(), folder: folder.to_owned() };
    let (holders, held) = (door.holders, held.clone());
    Box::new(move |entry| {
        let door = Door { around: &place.around, home: &place.home, holders };
        leave(&door, &place.folder, &held, entry, older_is_right).map_err(refusal)
    })
}

struct Place {
    around: Surroundings,
    home: PathBuf,
    folder: PathBuf,
}

fn leave(door: &Door<'_>, folder: &Path, held: &Held, row: trail::Entry, older_is_right: bool) -> Result<()> {
    let lock = lock_file::take(folder, door.around.clock.now())?;
    let headers = folder::headers(folder)?;
    let has_slot = |h: &&super::keyring::header::Header| h.slots.iter().any(|s| s.id == held.slot);
    let entry = |header: &super::keyring::header::Header| Entry {
        header: header.clone(),
        who: held.who,
        user: held.user,
        slot: held.slot,
        opened: held.opened.clone(),
    };
    let entries = headers.iter().filter(has_slot).map(entry).collect();
    let coming = Coming { looks: false, older_is_right, clock_is_right: true, headers: &headers };
    let mut session = open::begin(door, folder, entries, &coming)?.session;
    session.hold(Box::new(lock));
    session.leave_ready_row(row)?;
    put_away(&mut session, door.home)
}

fn refusal(why: Error) -> Error {
    match why.code() {
        Code::VaultInUse => Error::new(Code::ViewInUse).because(why),
        Code::DiskReadOnly | Code::FileDenied => Error::new(Code::ViewNoRow).because(why),
        _ => why,
    }
}
