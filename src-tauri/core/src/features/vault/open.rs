//! From data keys to a session: the header's proofs, the database with the right version of its key, and the work that a
//! crash left undone.
use super::header::{Header, User};
use super::slots::{self, DataKeys};
use super::{accounts, folder, lock_file, looking, rekey, tags};
use crate::error::{Code, Error, OrError, Result};
use crate::features::settings;
use crate::kernel::db::{self, Mode};
use crate::kernel::id::UserId;
use crate::kernel::person_data::PersonData;
use crate::kernel::reseal;
use crate::kernel::reserve;
use crate::kernel::sealed::{Compartment, CompartmentKeys};
use crate::kernel::session::{Actor, Changed, Done, Parts, Session, Surroundings, WriteTx};
use crate::ops::{Op, Permission};
use rusqlite::Connection;
use std::path::Path;

/// What an unlock needs from around the vault.
pub(crate) struct Door<'a> {
    /// The clock, fresh ids.
    pub(crate) around: &'a Surroundings,
    /// Every holder of personal data.
    pub(crate) holders: &'static [&'static dyn PersonData],
}

/// All the data keys that this session's slot opened, in every version. Wiped with the session.
#[derive(Debug, Clone)]
pub(super) struct Held(pub(super) DataKeys);

/// The data keys that this session holds.
pub(super) fn held(s: &Session) -> DataKeys {
    s.kept::<Held>().map_or_else(|| DataKeys::from(s.keys()), |h| h.0.clone())
}

/// The header of an open vault, read anew and proven with the keys of this session.
///
/// # Errors
/// `vault.missing`, `vault.header_damaged`.
pub(super) fn header_of(s: &Session) -> Result<(Header, DataKeys)> {
    let (header, keys) = (folder::read_header(s.folder())?, held(s));
    tags::verify(&header, &keys)?;
    Ok((header, keys))
}

/// Proves the header anew and writes it.
///
/// # Errors
/// `vault.read_only`, `disk.full` and the like.
pub(super) fn save_header(s: &Session, header: &mut Header, keys: &DataKeys) -> Result<()> {
    if s.is_read_only() {
        return Err(Error::new(Code::VaultReadOnly));
    }
    tags::prove(header, keys)?;
    folder::write_header(s.folder(), header)
}

/// Changes header and data together: the data is committed only once the new header is in place, and where that commit
/// fails the old header comes back. A header that cannot be written leaves no row. What a crash in between leaves is put
/// right at the next unlock.
///
/// # Errors
/// As `Session::write` and `save_header`.
pub(super) fn write_with_header<T>(
    s: &mut Session,
    op: Op,
    header: &mut Header,
    keys: &DataKeys,
    f: impl FnOnce(&WriteTx<'_>) -> Result<Changed<T>>,
) -> Result<Done<T>> {
    let (folder, mut is_placed) = (s.folder().to_owned(), false);
    let before = folder::read_header(&folder)?;
    tags::prove(header, keys)?;
    let done = s.write(op, |tx| {
        let changed = f(tx)?;
        folder::write_header(&folder, header)?;
        is_placed = true;
        Ok(changed)
    });
    if done.is_err() && is_placed {
        folder::write_header(&folder, &before)?;
    }
    done
}

/// The newest version of every key that is held.
fn newest(header: &Header, keys: &DataKeys) -> CompartmentKeys {
    let mut all = CompartmentKeys::new();
    for (compartment, version, key) in keys.iter() {
        if version == header.newest(compartment) {
            all.insert(compartment, version, key.clone());
        }
    }
    all
}

/// A session over an open database.
pub(super) fn session(
    door: &Door<'_>,
    folder: &Path,
    conn: Connection,
    header: &Header,
    keys: &DataKeys,
    user: UserId,
    guard: Option<lock_file::FolderLock>,
) -> Result<Session> {
    let User { roles, admin, must_change_passphrase, .. } = header.user(user)?.clone();
    let mut session = Session::new(Parts {
        conn,
        folder: folder.to_owned(),
        keys: newest(header, keys),
        actor: Actor::User { id: user, roles, admin },
        replica: header.replica,
        read_only: guard.is_none(),
        row_for_looking: guard.is_none().then(|| looking::rows(door.around, folder, header, keys)),
        own_passphrase_first: must_change_passphrase,
        guard: guard.map(|g| Box::new(g) as _),
        holders: door.holders,
        around: door.around.clone(),
    })?;
    session.keep(Held(keys.clone()));
    Ok(session)
}

/// Opens `data.db` with the newest version of its key, or with the one before if a change of keys was cut short. After a
/// cut in the middle of the pages SQLite first puts the old ones back from its journal, whatever the key.
pub(super) fn open_data(folder: &Path, header: &Header, keys: &DataKeys, mode: Mode) -> Result<(Connection, u32)> {
    let path = folder::data_path(folder);
    let mut versions: Vec<u32> = header.versions(Compartment::Main).collect();
    versions.sort_unstable_by(|a, b| b.cmp(a));
    let mut refused = Error::new(Code::VaultHeaderDamaged);
    for version in versions {
        let key = keys.get(Compartment::Main, version).or_missing(Code::VaultHeaderDamaged)?;
        match db::open(&path, key, mode) {
            Ok(conn) => return Ok((conn, version)),
            Err(e) if e.code() == Code::VaultDamaged => refused = e,
            Err(e) => return Err(e),
        }
    }
    Err(refused)
}

/// Opens the vault for a user whose slot gave these keys. Without `guard` it is opened for looking only.
///
/// # Errors
/// `vault.header_damaged`, `vault.data_missing`, `vault.damaged`, `vault.too_new`, `vault.not_ready`.
pub(super) fn open(
    door: &Door<'_>,
    folder: &Path,
    header: &Header,
    keys: &DataKeys,
    user: UserId,
    guard: Option<lock_file::FolderLock>,
    op: Op,
) -> Result<Session> {
    tags::verify(header, keys)?;
    let (conn, version) = match guard {
        Some(_) => open_data(folder, header, keys, Mode::ReadWrite)?,
        None => open_to_look(door, folder, header, keys)?,
    };
    let mut session = session(door, folder, conn, header, keys, user, guard)?;
    if session.is_read_only() {
        use_versions_in_use(&mut session, keys)?;
        session.note_looking(op);
        return Ok(session);
    }
    let note = |session: &mut Session| {
        session.write(op, |tx| {
            accounts::settle(tx, &header.users)?;
            accounts::note_unlock(tx, user)?;
            if settings::read_all(tx)?.recovery_confirmed && !header.has_confirmed_sheet() {
                settings::put(tx, "recovery_confirmed", &false)?;
            }
            Ok(tx.changed(user, ()))
        })
    };
    if let Err(e) = note(&mut session) {
        // A full disk must not keep out who comes to erase: the room that is kept for that is given up.
        if e.code() != Code::DiskFull || !reserve::release(folder)? {
            return Err(e);
        }
        note(&mut session)?;
    }
    tidy_up(&mut session, version)?;
    Ok(session)
}

/// Opens the data for looking only. What a crash left in the journal, and what an older program left to be migrated, is
/// put right first, where the folder is free and the disk can be written.
fn open_to_look(door: &Door<'_>, folder: &Path, header: &Header, keys: &DataKeys) -> Result<(Connection, u32)> {
    let look = || open_data(folder, header, keys, Mode::ReadOnly);
    match look() {
        Err(e) if e.code() == Code::VaultNotReady => {
            let Ok(_lock) = lock_file::take(folder, door.around.clock.now()) else { return Err(e) };
            match open_data(folder, header, keys, Mode::ReadWrite) {
                Ok(_) => look(),
                Err(why) if why.code() == Code::DiskReadOnly => Err(e),
                Err(why) => Err(why),
            }
        }
        opened => opened,
    }
}

/// Can all that these keys open be opened, page by page? Before the header is changed by who comes with a sheet.
pub(super) fn check_data(folder: &Path, header: &Header, keys: &DataKeys) -> Result<()> {
    open_data(folder, header, keys, Mode::ReadWrite).map(drop)
}

/// Looking only, in the middle of a change of keys: the sealed columns are under one of two versions.
fn use_versions_in_use(session: &mut Session, keys: &DataKeys) -> Result<()> {
    let mut in_use = session.keys().clone();
    for compartment in [Compartment::Giving, Compartment::Confidential] {
        let version = session.read(Permission::Own, |tx| reseal::version_in_use(tx, compartment))?;
        if let Some((version, key)) = version.and_then(|v| Some((v, keys.get(compartment, v)?))) {
            in_use.insert(compartment, version, key.clone());
        }
    }
    session.replace_keys(in_use);
    Ok(())
}

/// Finishes a change of keys that was cut short, and strikes former members from the lists whose keys we hold.
fn tidy_up(session: &mut Session, main_version: u32) -> Result<()> {
    let (mut header, keys) = header_of(session)?;
    if rekey::is_under_way(&header, &keys) {
        match rekey::finish(session, header, keys, Some(main_version), &mut |_| Ok(())) {
            // Without room it is finished another time; under the old key nobody is kept out.
            Err(e) if e.code() == Code::DiskFull && !session.is_lost() => return Ok(()),
            done => done?,
        }
        (header, _) = header_of(session)?;
    }
    let keys = held(session);
    if slots::drop_former_members(&mut header, &keys) {
        save_header(session, &mut header, &keys)?;
    }
    Ok(())
}
