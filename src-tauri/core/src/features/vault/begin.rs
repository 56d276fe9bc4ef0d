//! From an open slot to an open database: follow the rosters, check the keys against them, open the data with the right
//! version of its key, and check the evidence. Nothing is written before all of that fits.
use super::door::{Begun, Coming, Door, Entry, Said};
use super::held::{Held, OwnHeader};
use super::keyring::data_keys;
use super::keyring::header::Header;
use super::keyring::seal::Seal;
use super::lock_file::FolderLock;
use super::pen::{self, OwnPen};
use super::{evidence, folder, lock_file};
use crate::error::{Code, Error, Result};
use crate::kernel::db::{self, Mode};
use crate::kernel::sealed::Compartment;
use crate::kernel::session::{Parts, Session, SignedIn};
use rusqlite::Connection;
use std::path::Path;

/// Is `before` the header from just before a change that a crash cut off, within one opening of the vault? If the vault
/// was locked in between, the seals differ and it is an older version instead.
fn is_cut_off(before: &Header, changed: u64, seal: &Option<Seal>) -> bool {
    before.unproven_number().checked_add(1) == Some(changed) && before.seal == *seal
}

/// Opens the vault with the first open slot whose header belongs to the data.
///
/// # Errors
/// What is wrong with the slot in the newest header: its rosters, its keys, the data or the evidence. A wrong
/// passphrase when no slot in the newest header was opened, or a crash left that header before its data was committed.
pub(super) fn begin(door: &Door<'_>, folder: &Path, entries: &[Entry], coming: &Coming<'_>) -> Result<Begun> {
    // The newest header may not open with what was typed while an older one does: a crash in the middle of a change of
    // passphrase leaves both. Then the passphrase is an old one, and the faults of the older header do not matter.
    let newest = coming.headers.iter().map(Header::unproven_number).max();
    let (mut why, mut choice) = (None::<(u64, Error)>, None);
    for entry in entries {
        let (own, seal) = (entry.header.unproven_number(), &entry.header.seal);
        match prove(entry).and_then(|held| attempt(door, folder, entry.header.clone(), held, coming)) {
            Ok(begun) => return beside_others(begun, entries, coming),
            // Until SQLite has rolled back the journal of a crash, nobody knows which header belongs to the data.
            Err(e) if e.code() == Code::VaultNotReady => return Err(e),
            // The user can choose to open this one, so that comes before what is wrong with the other header.
            Err(e) if e.code() == Code::VaultOlderCopy => choice = choice.or(Some(e)),
            // A crash before the change was committed: the old header belongs to the data, and what was typed does not
            // open that one.
            Err(e) if e.code() == Code::VaultDataOlder && coming.headers.iter().any(|h| is_cut_off(h, own, seal)) => {}
            Err(e) if why.as_ref().is_none_or(|(of, _)| own > *of) && newest <= Some(own) => why = Some((own, e)),
            Err(_) => {}
        }
    }
    Err(choice.or(why.map(|(_, e)| e)).unwrap_or_else(|| Error::new(Code::VaultWrongPassphrase)))
}

/// Asks about the headers of other data that lie next to the one that belongs to this data.
///
/// # Errors
/// `vault.older_copy` with `forked`, until the user has said which is right; with `unproven` too where none of them can
/// be checked.
fn beside_others(begun: Begun, entries: &[Entry], coming: &Coming<'_>) -> Result<Begun> {
    // Also one that cannot be proven ours: its chain may be too short for what this user saw last. It may be all that
    // opens data which has yet to arrive.
    let is_other = |h: &&Header| **h != begun.header && h.vault == begun.header.vault;
    let elsewhere = evidence::of_other_data(&begun.session, coming.headers.iter().filter(is_other))?;
    let is_proven = |other: &Header| entries.iter().any(|entry| entry.header == *other && prove(entry).is_ok());
    let is_forked = elsewhere.iter().any(is_proven);
    if elsewhere.is_empty() || coming.said.older_is_right {
        return Ok(Begun { elsewhere, is_forked, ..begun });
    }
    let choice = evidence::forked(&begun.session)?;
    Err(if is_forked { choice } else { choice.arg("unproven", true) })
}

/// Follows the rosters from the pin, checks that the identity is the one they name, and opens the data keys.
///
/// # Errors
/// `vault.header_older` when the slot is an old one; the errors of following the rosters and of opening the keys.
pub(super) fn prove(entry: &Entry) -> Result<Held> {
    let Entry { header, who, user, slot, opened } = entry;
    let followed = header.follow(&opened.pin)?;
    let own = opened.identity.public()?;
    if followed.roster.keys_of(*who) != Some(&own) {
        return Err(Error::new(Code::VaultHeaderOlder));
    }
    // New keys always come with a new slot. If a roster since the pin names other keys for this holder and a later one
    // names these again, somebody took the holder's place in between.
    for signed in header.chain.iter().skip_while(|signed| signed.hash() != opened.pin.hash) {
        if signed.read()?.keys_of(*who) != Some(&own) {
            return Err(Error::new(Code::VaultRosterRefused));
        }
    }
    let keys = data_keys::open_keys(&header.keys, &header.chain, &followed, *who, &opened.identity)?;
    header.check_proof(&keys, &followed.roster)?;
    Ok(Held { user: *user, who: *who, slot: *slot, opened: opened.clone(), followed, keys, main: 0 })
}

fn attempt(door: &Door<'_>, folder: &Path, header: Header, mut held: Held, coming: &Coming<'_>) -> Result<Begun> {
    if coming.looks && lock_file::is_under_repair(folder) {
        return Err(Error::new(Code::VaultNotReady));
    }
    let mode = if coming.looks { Mode::ReadOnly } else { Mode::ReadWrite };
    let (conn, version) = open_data(folder, &held, mode)?;
    held.main = version;
    let session = session(door, folder, conn, &header, &held, coming.looks)?;
    evidence::check_roster(&session, &held.followed)?;
    let is_as_sealed = evidence::check_seal(&session, &header)?;
    evidence::check_pin(&session, &held.opened.pin)?;
    if !coming.said.older_is_right {
        evidence::check_memory(&session, door.home, &header, is_as_sealed)?;
    }
    Ok(Begun { session, header, held, elsewhere: vec![], is_forked: false, is_as_sealed })
}

/// What came of a rollback may be a mixture of two computers' work, unless it is exactly what was locked.
///
/// # Errors
/// `vault.older_copy` with `forked`, until the user has said that it is right.
pub(super) fn ask_about_repair(guard: &FolderLock, begun: &Begun, said: Said) -> Result<()> {
    if guard.is_repair_doubtful() && !begun.is_as_sealed && !said.older_is_right {
        return Err(evidence::forked(&begun.session)?);
    }
    Ok(())
}

/// Makes both headers the one that belongs to the data. A header that belongs to other data, or that comes after this
/// one, is kept under another name: that data may still arrive from another computer, and nothing else opens it. One of
/// before goes: it would open the vault with a passphrase of before. So does one of a change that a crash on this
/// computer cut off. `headers` were read after the folder was taken.
///
/// # Errors
/// `disk.full` and other write errors.
pub(super) fn put_right(folder: &Path, headers: &[Header], begun: &Begun, lock: &FolderLock) -> Result<()> {
    if headers.len() == 2 && headers.iter().all(|h| *h == begun.header) {
        return Ok(());
    }
    let comes_after = |header: &&Header| {
        if lock.is_own_crash() {
            return false;
        }
        let (theirs, ours) = (header.unproven_number(), begun.header.unproven_number());
        header.vault == begun.header.vault
            && (theirs > ours || (theirs == ours && header.newest() != begun.header.newest()))
    };
    let kept = headers.iter().filter(|header| comes_after(header) || begun.elsewhere.contains(header));
    kept.filter(|header| **header != begun.header).try_for_each(|header| folder::put_beside(folder, header))?;
    folder::write_headers(folder, &begun.header)?;
    folder::forget_beside(folder, &begun.header);
    Ok(())
}

/// Makes a session over an open database.
pub(super) fn session(
    door: &Door<'_>,
    folder: &Path,
    conn: Connection,
    header: &Header,
    held: &Held,
    looks: bool,
) -> Result<Session> {
    let own = held.followed.roster.user(held.user)?;
    let mut session = Session::new(Parts {
        conn,
        folder: folder.to_owned(),
        keys: held.keys.right(&held.followed.roster),
        signed_in: SignedIn { id: held.user, roles: own.roles.clone(), admin: own.admin },
        pen: OwnPen::of(held),
        signers: pen::signers,
        replica: header.replica,
        read_only: looks,
        row_for_looking: None,
        own_passphrase_first: own.first_passphrase,
        guard: None,
        holders: door.holders,
        around: door.around.clone(),
    })?;
    session.keep(held.clone());
    session.keep(OwnHeader(header.clone()));
    Ok(session)
}

/// Opens `data.db` with the current version of its key, or an earlier one if a change of keys was cut short. If that
/// happened in the middle of the pages, SQLite first restores the old ones from its journal, whatever the key.
fn open_data(folder: &Path, held: &Held, mode: Mode) -> Result<(Connection, u32)> {
    let path = folder::data_path(folder);
    let main = held.keys.iter().filter(|(c, ..)| *c == Compartment::Main);
    let mut versions: Vec<_> = main.map(|(_, version, key)| (version, key)).collect();
    versions.sort_unstable_by_key(|(version, _)| std::cmp::Reverse(*version));
    let mut refused = Error::new(Code::VaultHeaderDamaged);
    for (version, key) in versions {
        match db::open(&path, key, mode) {
            Ok(conn) => return Ok((conn, version)),
            Err(e) if matches!(e.code(), Code::VaultDamaged | Code::VaultHalvesDiffer) => refused = e,
            Err(e) if e.code() == Code::VaultDataMissing => return Err(data_missing(folder, e)),
            Err(e) => return Err(e),
        }
    }
    Err(refused)
}

/// If `data.db` lies here under another name, say so: restoring a backup would lose work that is still there.
fn data_missing(folder: &Path, why: Error) -> Error {
    match folder::look_alikes(folder) {
        names if names.is_empty() => why,
        names => Error::new(Code::VaultDataRenamed).arg("file", "data.db").arg("names", names.join(", ")).because(why),
    }
}
