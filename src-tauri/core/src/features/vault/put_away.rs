//! Locking: closes and seals the data, and stores how far it is in the user's pin and in this computer's memory. If a
//! full disk prevents that, nobody is kept out: the next unlock sees that the trail continued.
use super::aside::{self, SetAside};
use super::content::content_of;
use super::evidence::{of_other_data, pages_at_rest, seen_now};
use super::folder;
use super::held::{Held, OwnHeader, held};
use super::keyring::chain::Pin;
use super::keyring::header::Header;
use super::keyring::seal::Seal;
use super::memory::{self, Seen};
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::files::make_private_folder;
use crate::kernel::sealed::Compartment;
use crate::kernel::secret::Key;
use crate::kernel::session::{Replaced, Session};
use crate::ops::Permission;
use std::path::{Path, PathBuf};

/// Closes and seals the data of an open vault. A read-only session leaves everything as it is. Returns a value if other
/// files took the place of the vault's own.
///
/// # Errors
/// `disk.full` and other write errors.
pub(crate) fn put_away(s: &mut Session, home: &Path) -> Result<Option<SetAside>> {
    if s.is_read_only() || s.kept::<Held>().is_none() {
        return Ok(None);
    }
    let replaced = if s.is_lost() { s.is_moved().then_some(Replaced::Moved) } else { s.replaced()? };
    if let Some(how) = replaced {
        let aside = set_aside(s, home, how)?;
        // If this cannot be stored, it is told until the program ends.
        let _ = aside::note(home, own_header(s)?.0.vault, &aside);
        return Ok(Some(aside));
    }
    if s.is_lost() {
        return Ok(None);
    }
    let (header, held) = own_header(s)?;
    let (seen, schema) = how_far(s, &held, None)?;
    let folder = s.folder().to_owned();
    // Headers of other data, which came while the vault was open: that data may come too.
    let headers = folder::headers(&folder).unwrap_or_default();
    let others = of_other_data(s, headers.iter().filter(|h| h.vault == header.vault))?;
    others.iter().try_for_each(|other| folder::put_beside(&folder, other))?;
    s.close_data()?;
    let vault = header.vault;
    seal(s, &folder, header, &held, seen, schema)?;
    memory::note(home, vault, Seen { sealed: seen.trail, ..seen })?;
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

/// Seals the closed data in a folder and writes both headers.
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
    if folder == s.folder() && s.is_moved() {
        return Err(Error::new(Code::VaultReplaced));
    }
    folder::write_headers(folder, &header)
}

fn main_key(held: &Held) -> Result<&Key> {
    held.keys.get(Compartment::Main, held.main).or_refuse(Code::VaultKeyMissing)
}

/// Leaves the files of the folder as they are: they belong to another computer or another day. The version of this
/// session goes into a folder of its own, and this computer remembers it, so that the next unlock asks which is right.
/// Of an overwritten file nothing is left to keep.
fn set_aside(s: &mut Session, home: &Path, how: Replaced) -> Result<SetAside> {
    let (header, held) = own_header(s)?;
    let mut place = None;
    // A file that was replaced in the middle of a change of keys was closed with it.
    if how == Replaced::Moved && !s.is_lost() {
        let vault = header.vault;
        let (seen, schema) = how_far(s, &held, memory::seen(home, vault).map(|seen| seen.sealed))?;
        place = places(s).into_iter().find(|place| keep_apart(s, place, &header, &held, seen, schema).is_ok());
        // Without this the next unlock asks nothing; that is no reason to keep back where the version is.
        let _ = memory::note(home, vault, seen);
    }
    s.close_data()?;
    let place = place.map(|place| place.display().to_string());
    Ok(SetAside { place, overwritten: how == Replaced::Overwritten })
}

/// Where the version of this session may go: beside the vault's folder, or else in it.
fn places(s: &Session) -> Vec<PathBuf> {
    let own = s.folder();
    let name = own.file_stem().unwrap_or_default().to_string_lossy();
    let time = s.around().clock.now().in_amsterdam().format("%Y-%m-%d %H.%M.%S");
    let within = own.parent().into_iter().chain([own]);
    within.map(|within| within.join(format!("{name} {time}.kluis"))).collect()
}

/// Writes what is open as a whole vault into a new folder. Leaves nothing there if it cannot.
fn keep_apart(s: &Session, place: &Path, header: &Header, held: &Held, seen: Seen, schema: u32) -> Result<()> {
    if place.exists() {
        return Err(Error::new(Code::FileExists));
    }
    make_private_folder(place)?;
    let kept = s
        .copy_data(&folder::data_path(place), main_key(held)?)
        .and_then(|()| seal(s, place, header.clone(), held, seen, schema));
    if kept.is_err() {
        let _ = std::fs::remove_dir_all(place);
    }
    kept
}
