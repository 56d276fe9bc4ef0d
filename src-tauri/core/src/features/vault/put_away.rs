//! Locking: closes and seals the data, and stores how far it is in the user's pin and in this computer's memory. If a
//! full disk prevents that, nobody is kept out: the next unlock sees that the trail continued.
use super::content::content_of;
use super::evidence::{pages_at_rest, seen_now};
use super::folder;
use super::held::{Held, header_of};
use super::keyring::chain::Pin;
use super::keyring::seal::Seal;
use super::memory::{self, Seen};
use crate::error::{Code, OrError, Result};
use crate::kernel::sealed::Compartment;
use crate::kernel::session::Session;
use crate::ops::Permission;
use std::path::Path;

/// Closes and seals the data of an open vault. A read-only session leaves everything as it is.
///
/// # Errors
/// `disk.full` and other write errors.
pub(crate) fn put_away(s: &mut Session, home: &Path) -> Result<()> {
    if s.is_read_only() || s.is_lost() || s.kept::<Held>().is_none() {
        return Ok(());
    }
    let (mut header, held) = header_of(s)?;
    let seen = seen_now(s, held.followed.roster.number, None)?;
    let schema = s.read(Permission::Own, |tx| tx.schema_version())?;
    s.close_data()?;
    let pages = pages_at_rest(s.folder())?.or_refuse(Code::VaultDamaged)?;
    let main = held.keys.get(Compartment::Main, held.main).or_refuse(Code::VaultKeyMissing)?;
    let seal = Seal {
        pages,
        content: content_of(&folder::data_path(s.folder()), main)?,
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
    folder::write_headers(s.folder(), &header)?;
    memory::note(home, vault, Seen { sealed: seen.trail, ..seen })
}
