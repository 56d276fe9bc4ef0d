//! Is this the data that was last locked, and does the header belong to it? Before anything is written, the data is
//! checked against four things: the roster stored in it, the seal of the last lock, what this user saw last, what this
//! computer saw last.
use super::content::content_of;
use super::folder::{self, pages_at_rest};
use super::held::held;
use super::keyring::chain::{Followed, Pin};
use super::keyring::header::Header;
use super::keyring::roster::Holder;
use super::keyring::seal::Seal;
use super::memory::{self, Seen};
use super::records;
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::sealed::Compartment;
use crate::kernel::session::{ReadTx, Session};
use crate::ops::Permission;
use std::path::Path;

/// Does the data belong to this header?
///
/// # Errors
/// `vault.data_older`, `vault.header_older`; `vault.roster_refused` when both have the same number but differ.
pub(super) fn check_roster(s: &Session, followed: &Followed) -> Result<()> {
    let (number, hash) = s.read(Permission::Own, records::newest)?.unwrap_or_default();
    match number.cmp(&followed.roster.number) {
        std::cmp::Ordering::Less => Err(Error::new(Code::VaultDataOlder)),
        std::cmp::Ordering::Greater => Err(Error::new(Code::VaultHeaderOlder)),
        std::cmp::Ordering::Equal if hash == followed.hash => Ok(()),
        std::cmp::Ordering::Equal => Err(Error::new(Code::VaultRosterRefused)),
    }
}

/// Is the data as it was locked, or as a crash after that left it? True if it is exactly as it was locked.
///
/// # Errors
/// `vault.header_damaged` when the seal is not signed by a user of its roster; `vault.data_older`, `vault.trail_cut`,
/// `vault.pages_replaced`.
pub(super) fn check_seal(s: &Session, header: &Header) -> Result<bool> {
    let Some(seal) = &header.seal else { return Ok(false) };
    if !is_signed(header, seal) {
        return Err(Error::new(Code::VaultHeaderDamaged));
    }
    // As the file is now that it is open: what SQLite restored at the opening counts.
    if pages_at_rest(s.folder())? == Some(seal.pages) {
        return Ok(true);
    }
    if s.read(Permission::Own, |tx| went_on(tx, seal))? {
        return Ok(false);
    }
    if is_content(s, seal)? {
        return Ok(true);
    }
    Err(Error::new(Code::VaultPagesReplaced))
}

/// Is this seal signed by somebody who belonged to the vault when it was locked?
pub(super) fn is_signed(header: &Header, seal: &Seal) -> bool {
    let by = header.chain.iter().rev().find_map(|signed| signed.read().ok().filter(|r| r.number == seal.roster));
    by.is_some_and(|r| r.keys_of(Holder::User(seal.by)).is_some_and(|keys| seal.is_by(header.vault, keys)))
}

/// The headers whose seal names a trail row that this data does not have: that copy went further, or another way. A
/// cloud service that merges the files of two computers leaves such a header. A crash in the middle of a change leaves
/// a newer header too, but with the old seal.
pub(super) fn of_other_data<'a>(s: &Session, headers: impl Iterator<Item = &'a Header>) -> Result<Vec<Header>> {
    let mut found = vec![];
    for header in headers {
        let Some(seal) = header.seal.as_ref().filter(|seal| is_signed(header, seal)) else { continue };
        if s.read(Permission::Own, |tx| tx.hash_of_row(seal.trail))?.as_deref() != Some(&seal.trail_hash) {
            found.push(header.clone());
        }
    }
    Ok(found)
}

/// This vault has other data elsewhere. The program cannot know which of the two is later, so the user decides.
pub(super) fn forked(s: &Session) -> Result<Error> {
    let last = s.read(Permission::Own, |tx| tx.last_row())?;
    Ok(Error::new(Code::VaultOlderCopy).arg("until", last.map_or(0, |row| row.at.0)).arg("forked", true))
}

/// After a crash in the first change since the lock, SQLite restores the same content under other page seals.
fn is_content(s: &Session, seal: &Seal) -> Result<bool> {
    let held = held(s)?;
    let main = held.keys.get(Compartment::Main, held.main).or_refuse(Code::VaultKeyMissing)?;
    Ok(content_of(&folder::data_path(s.folder()), main)? == seal.content)
}

/// The pages differ from the sealed ones. After a crash that is fine if the trail continues from the sealed row with
/// every row signed. Otherwise, unless the content is the same, somebody replaced pages. A newer schema is no excuse: a
/// migration leaves a row in the trail.
fn went_on(tx: &ReadTx<'_>, seal: &Seal) -> Result<bool> {
    let last = tx.last_row()?.map_or(0, |row| row.seq);
    let sealed = i64::try_from(seal.trail).or_broken()?;
    if last < sealed {
        return Err(Error::new(Code::VaultDataOlder));
    }
    if tx.hash_of_row(seal.trail)?.as_deref() != Some(&seal.trail_hash) {
        return Err(Error::new(Code::VaultTrailCut));
    }
    if tx.schema_version()? < seal.schema {
        return Err(Error::new(Code::VaultDataOlder));
    }
    Ok(last > sealed && tx.verify_trail(seal.trail)?.first.is_none())
}

/// Is the row that this user saw last still in the trail?
///
/// # Errors
/// `vault.trail_cut`.
pub(super) fn check_pin(s: &Session, pin: &Pin) -> Result<()> {
    if pin.trail == 0 {
        return Ok(());
    }
    match s.read(Permission::Own, |tx| tx.hash_of_row(pin.trail))? {
        Some(hash) if hash == pin.trail_hash => Ok(()),
        _ => Err(Error::new(Code::VaultTrailCut)),
    }
}

/// Has this computer seen a later or a different state of this vault? A restored backup looks like that, and so does an
/// old copy that somebody put in its place. The user decides which it is.
///
/// # Errors
/// `vault.older_copy` with how many rows of the trail are missing and since when, or with `forked` when none is missing
/// but the row that was seen last differs; `vault.header_older` when only the header is older.
pub(super) fn check_memory(s: &Session, home: &Path, header: &Header, is_as_sealed: bool) -> Result<()> {
    let Some(seen) = memory::of(home, s.folder(), header.vault).seen() else { return Ok(()) };
    let hash = s.read(Permission::Own, |tx| tx.hash_of_row(seen.trail))?;
    let (rows, at) = s.read(Permission::Own, |tx| tx.last_row())?.map_or((0, 0), |row| (row.seq, row.at.0));
    let newest = s.read(Permission::Own, records::newest)?.map_or(0, |(number, _)| number);
    // The row alone is not enough: it must come with the roster of its time.
    if hash.as_deref() == Some(&seen.trail_hash) && newest >= seen.roster {
        // Next to an older header, older pages would pass for what a crash leaves.
        let sealed = header.seal.as_ref().map_or(0, |seal| seal.trail);
        // Of two computers that only opened it, one may have the older header, with exactly its own data.
        if sealed >= seen.sealed || is_as_sealed {
            return Ok(());
        }
        if rows >= i64::try_from(seen.last).or_broken()? {
            return Err(Error::new(Code::VaultHeaderOlder));
        }
    } else if hash.is_some() {
        return Err(forked(s)?);
    }
    let lost = i64::try_from(seen.last.max(seen.trail)).or_broken()?.saturating_sub(rows);
    Err(Error::new(Code::VaultOlderCopy).arg("until", at).arg("rows", lost))
}

/// Is what this computer saw last missing here, while other rows stand in its place?
pub(super) fn is_forked(s: &Session, home: &Path, header: &Header) -> Result<bool> {
    let Some(seen) = memory::of(home, s.folder(), header.vault).seen() else { return Ok(false) };
    let hash = s.read(Permission::Own, |tx| tx.hash_of_row(seen.trail))?;
    Ok(hash.is_some_and(|hash| hash != seen.trail_hash))
}

/// What this computer remembers of the vault: how far it was when somebody last did something in it. Where two
/// computers only opened it, neither has work that the other lacks.
pub(super) fn to_remember(s: &Session, roster: u64, sealed: Option<u64>) -> Result<Seen> {
    let Some((row, hash)) = s.read(Permission::Own, |tx| tx.last_work())? else { return seen_now(s, roster, sealed) };
    let trail = u64::try_from(row).or_broken()?;
    let trail_hash = <[u8; 32]>::try_from(hash.as_slice()).or_broken()?;
    let last = seen_now(s, roster, None)?.last;
    Ok(Seen { roster, trail, trail_hash, sealed: sealed.unwrap_or_default(), last })
}

/// How far the open data is. `sealed` is the trail row in the header's seal, if there is one.
pub(super) fn seen_now(s: &Session, roster: u64, sealed: Option<u64>) -> Result<Seen> {
    let last = s.read(Permission::Own, |tx| tx.last_row())?.or_broken()?;
    let trail_hash = <[u8; 32]>::try_from(last.hash.as_slice()).or_broken()?;
    let trail = u64::try_from(last.seq).or_broken()?;
    Ok(Seen { roster, trail, trail_hash, sealed: sealed.unwrap_or_default(), last: trail })
}
