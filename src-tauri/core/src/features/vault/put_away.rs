//! Locking: closes and seals the data, and stores how far it is in the user's pin and in this computer's memory. If a
//! full disk prevents that, nobody is kept out: the next unlock sees that the trail continued.
use super::content::content_of;
use super::evidence::{of_other_data, pages_at_rest, seen_now};
use super::folder;
use super::held::{Held, OwnHeader, header_of, held};
use super::keyring::chain::Pin;
use super::keyring::header::Header;
use super::keyring::seal::Seal;
use super::memory::{self, Seen};
use crate::error::{Code, OrError, Result};
use crate::kernel::files::make_private_folder;
use crate::kernel::sealed::Compartment;
use crate::kernel::secret::Key;
use crate::kernel::session::{Replaced, Session};
use crate::ops::Permission;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// Other files took the place of the vault's own while it was open. They were left as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct SetAside {
    /// The folder with the version of this session, a whole vault; `null` where it could not be kept.
    pub place: Option<String>,
}

/// Closes and seals the data of an open vault. A read-only session leaves everything as it is. Returns a value if other
/// files took the place of the vault's own.
///
/// # Errors
/// `disk.full` and other write errors.
pub(crate) fn put_away(s: &mut Session, home: &Path) -> Result<Option<SetAside>> {
    if s.is_read_only() || s.is_lost() || s.kept::<Held>().is_none() {
        return Ok(None);
    }
    if let Some(how) = s.replaced()? {
        return set_aside(s, home, how).map(Some);
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
    seal(&folder, header, &held, seen, schema)?;
    memory::note(home, vault, Seen { sealed: seen.trail, ..seen })?;
    Ok(None)
}

/// The header that belongs to the open data: from the folder, or else as this session last had it.
fn own_header(s: &Session) -> Result<(Header, Held)> {
    let held = held(s)?;
    match header_of(s) {
        Ok((header, _)) if header.newest() == Some(held.followed.hash) => Ok((header, held)),
        _ => Ok((s.kept::<OwnHeader>().or_refuse(Code::VaultHeaderDamaged)?.0.clone(), held)),
    }
}

/// How far the open data is, and the version of its tables.
fn how_far(s: &Session, held: &Held, sealed: Option<u64>) -> Result<(Seen, u32)> {
    let schema = s.read(Permission::Own, |tx| tx.schema_version())?;
    Ok((seen_now(s, held.followed.roster.number, sealed)?, schema))
}

/// Seals the closed data in a folder and writes both headers.
fn seal(folder: &Path, mut header: Header, held: &Held, seen: Seen, schema: u32) -> Result<()> {
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
    if let Some(slot) = header.slot_mut(held.slot) {
        slot.wrap(vault, &held.opened.with_pin(pin))?;
    }
    header.shorten_chain();
    header.prove(&held.keys, &held.followed.roster)?;
    folder::write_headers(folder, &header)
}

fn main_key(held: &Held) -> Result<&Key> {
    held.keys.get(Compartment::Main, held.main).or_refuse(Code::VaultKeyMissing)
}

/// Leaves the files of the folder as they are: they belong to another computer or another day. The version of this
/// session goes into a folder of its own, and this computer remembers it, so that the next unlock asks which is right.
/// Of an overwritten file nothing is left to keep.
fn set_aside(s: &mut Session, home: &Path, how: Replaced) -> Result<SetAside> {
    let (header, held) = (s.kept::<OwnHeader>().or_refuse(Code::VaultHeaderDamaged)?.0.clone(), held(s)?);
    let mut place = None;
    if how == Replaced::Moved {
        let vault = header.vault;
        let (seen, schema) = how_far(s, &held, memory::seen(home, vault).map(|seen| seen.sealed))?;
        place = keep_apart(s, home, header, &held, seen, schema).ok();
        memory::note(home, vault, seen)?;
    }
    s.close_data()?;
    Ok(SetAside { place: place.map(|place| place.display().to_string()) })
}

/// Writes what is open as a whole vault into a new folder beside its own, or else in `home`.
fn keep_apart(s: &Session, home: &Path, header: Header, held: &Held, seen: Seen, schema: u32) -> Result<PathBuf> {
    let own = s.folder();
    let name = own.file_stem().unwrap_or_default().to_string_lossy();
    let time = s.around().clock.now().in_amsterdam().format("%Y-%m-%d %H.%M.%S");
    let places = [own.parent().unwrap_or(home), home].map(|within| within.join(format!("{name} {time}.kluis")));
    let made = places.into_iter().find(|place| !place.exists() && make_private_folder(place).is_ok());
    let place = made.or_refuse(Code::DiskReadOnly)?;
    s.copy_data(&folder::data_path(&place), main_key(held)?)?;
    seal(&place, header, held, seen, schema)?;
    Ok(place)
}
