//! Locking: closes and seals the data, and stores how far it is in the user's pin and in this computer's memory. If a
//! full disk prevents that, nobody is kept out: the next unlock sees that the trail continued.
use super::aside::{self, SetAside};
use super::content::content_of;
use super::evidence::{seen_now, to_remember};
use super::folder::{self, pages_at_rest};
use super::held::{Held, OwnHeader, held};
use super::keyring::chain::Pin;
use super::keyring::header::Header;
use super::keyring::seal::Seal;
use super::memory::{self, Seen};
use super::save::keep_foreign_headers;
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::files::make_private_folder;
use crate::kernel::reserve;
use crate::kernel::sealed::Compartment;
use crate::kernel::secret::Key;
use crate::kernel::session::{Replaced, Session};
use crate::ops::Permission;
use std::path::{Path, PathBuf};

/// Seals and closes the data of an open vault. A read-only session leaves everything as it is. Returns a value if other
/// files took the place of the vault's own.
///
/// # Errors
/// `disk.full` and other write errors.
pub(crate) fn put_away(s: &mut Session, home: &Path) -> Result<Option<SetAside>> {
    if s.is_read_only() || s.kept::<Held>().is_none() {
        return Ok(None);
    }
    if s.is_lost() {
        let is_replaced = s.is_moved() && s.folder().is_dir();
        return Ok(is_replaced.then(|| set_aside(s, home, Replaced::Moved)));
    }
    match s.replaced() {
        Ok(None) => {}
        Ok(Some(how)) => return Ok(Some(set_aside(s, home, how))),
        // What was written and cannot be read any more was overwritten too, with something that is no data.
        Err(_) if s.last_written().is_some() && s.folder().is_dir() => {
            return Ok(Some(set_aside(s, home, Replaced::Overwritten)));
        }
        Err(e) => return Err(e),
    }
    let (header, held) = own_header(s)?;
    let (seen, schema) = how_far(s, &held, None)?;
    let remembered = to_remember(s, seen.roster, Some(seen.trail))?;
    let (folder, vault) = (s.folder().to_owned(), header.vault);
    // The data stays open until it is sealed: files of elsewhere may come until then.
    match seal(s, &folder, header, &held, seen, schema) {
        Err(e) if e.code() == Code::VaultReplaced => {
            let how = s.replaced()?.unwrap_or(Replaced::Overwritten);
            return Ok(Some(set_aside(s, home, how)));
        }
        sealed => sealed?,
    }
    s.close_data()?;
    memory::of(home, &folder, vault).note(remembered)?;
    Ok(None)
}

/// The header that belongs to the open data, as this session last had it: the one in the folder may be of before.
fn own_header(s: &Session) -> Result<(Header, Held)> {
    Ok((s.kept::<OwnHeader>().or_refuse(Code::VaultHeaderDamaged)?.0.clone(), held(s)?))
}

/// How far the open data is, and the version of its tables.
fn how_far(s: &Session, held: &Held, sealed: Option<u64>) -> Result<(Seen, u32)> {
    let schema = s.read(Permission::Own, |tx| tx.schema_version())?;
    Ok((seen_now(s, held.followed.roster.number, sealed)?, schema))
}

/// Seals the data in a folder, which nobody is writing, and writes both headers.
///
/// # Errors
/// `vault.replaced` when another file took the name of the data meanwhile; write errors.
fn seal(s: &Session, folder: &Path, mut header: Header, held: &Held, seen: Seen, schema: u32) -> Result<()> {
    let seal = Seal {
        pages: pages_at_rest(folder)?.or_refuse(Code::VaultDamaged)?,
        content: content_of(&folder::data_path(folder), main_key(held)?)?,
        schema,
        trail: seen.trail,
        trail_hash: seen.trail_hash,
        roster: seen.roster,
        by: held.user,
        signature: vec![],
    };
    header.seal = Some(seal.signed(header.vault, &held.opened.identity)?);
    let pin = Pin { roster: seen.roster, hash: held.followed.hash, trail: seen.trail, trail_hash: seen.trail_hash };
    let vault = header.vault;
    let slot = header.slot_mut(held.slot).or_refuse(Code::VaultAccessChanged)?;
    slot.wrap(vault, &held.opened.with_pin(pin))?;
    header.shorten_chain();
    header.prove(&held.keys, &held.followed.roster)?;
    if folder == s.folder() {
        // All this took a while.
        if s.replaced()?.is_some() || pages_at_rest(folder)?.as_ref() != header.seal.as_ref().map(|seal| &seal.pages) {
            return Err(Error::new(Code::VaultReplaced));
        }
        keep_foreign_headers(s)?;
    }
    folder::write_headers(folder, &header)
}

fn main_key(held: &Held) -> Result<&Key> {
    held.keys.get(Compartment::Main, held.main).or_refuse(Code::VaultKeyMissing)
}

/// Leaves the files of the folder as they are: they belong to another computer or another day. The version of this
/// session goes into a folder of its own, and this computer remembers it, so that the next unlock asks which is right.
/// Of an overwritten file nothing is left to keep. Whatever fails on the way, it is told that other files came.
fn set_aside(s: &mut Session, home: &Path, how: Replaced) -> SetAside {
    // A file that was replaced in the middle of a change of keys was closed with it.
    let is_there = how == Replaced::Moved && !s.is_lost();
    let place = if is_there { keep_version(s, home).ok().flatten() } else { None };
    let _ = s.close_data();
    let overwritten = how == Replaced::Overwritten;
    let places = place.iter().map(|place| aside::shown(place)).collect();
    // If this cannot be stored, it is told until the program ends.
    if place.is_none() {
        let _ = own_header(s).and_then(|(header, _)| aside::note(home, s.folder(), header.vault, None, overwritten));
    }
    SetAside { places, overwritten }
}

/// Keeps what is open in a folder of its own, if there is one where that is possible.
///
/// # Errors
/// Read errors of what is open.
fn keep_version(s: &Session, home: &Path) -> Result<Option<PathBuf>> {
    let (header, held) = own_header(s)?;
    let memory = memory::of(home, s.folder(), header.vault);
    let sealed = memory.seen().map(|seen| seen.sealed);
    let (seen, schema) = how_far(s, &held, sealed)?;
    let keep = |place: &PathBuf| {
        // Before it is there: also if the program ends on the way, somebody must come to know of it.
        let _ = aside::note(home, s.folder(), header.vault, Some(place.clone()), false);
        let kept = keep_apart(s, place, &header, &held, seen, schema).is_ok();
        if !kept {
            let _ = aside::forget(home, place);
        }
        kept
    };
    let kept = || places(s, home).into_iter().find(keep);
    // A full disk has room once the reserve is given up.
    let place = kept().or_else(|| reserve::release(s.folder()).ok().filter(|there| *there).and_then(|_| kept()));
    // Without this the next unlock asks nothing; that is no reason to keep back where the version is.
    if let Ok(seen) = to_remember(s, seen.roster, sealed) {
        let _ = memory.note(seen);
        let _ = place.iter().try_for_each(|place| memory::of_version(home, place, header.vault).note(seen));
    }
    Ok(place)
}

/// Where the version of this session may go: beside the vault's folder, or else in it, or else with the vaults of this
/// computer, whose disk may have room where a stick has none.
pub(super) fn places(s: &Session, home: &Path) -> Vec<PathBuf> {
    let own = s.folder();
    let name = own.file_stem().unwrap_or_default().to_string_lossy();
    let time = s.around().clock.now().in_amsterdam().format("%Y-%m-%d %H.%M.%S");
    // What a single run has at home is gone when it ends.
    let lasting = Some(home).filter(|_| !s.around().one_run);
    let within = own.parent().into_iter().chain([own]).chain(lasting);
    let numbered = |within: &Path| {
        let free =
            (1..10).map(|n| if n == 1 { format!("{name} {time}.kluis") } else { format!("{name} {time} {n}.kluis") });
        free.map(|name| within.join(name)).find(|place| !place.exists())
    };
    within.filter_map(numbered).collect()
}

/// Writes what is open as a whole vault into a new folder. Leaves nothing there if it cannot.
fn keep_apart(s: &Session, place: &Path, header: &Header, held: &Held, seen: Seen, schema: u32) -> Result<()> {
    if place.exists() {
        return Err(Error::new(Code::FileExists));
    }
    make_private_folder(place)?;
    let kept = folder::begin_unfinished(place)
        .and_then(|()| s.copy_data(&folder::data_path(place), main_key(held)?))
        .and_then(|()| seal(s, place, header.clone(), held, seen, schema));
    folder::forget_unfinished(place);
    if kept.is_err() {
        let _ = std::fs::remove_dir_all(place);
    }
    kept
}
