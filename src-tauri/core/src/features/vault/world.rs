//! A vault in a folder of its own, for tests that look inside the vault.
#[cfg(test)]
use super::create::{KdfRequest, NewVault, create};
use super::door::Door;
use super::held::held;
use super::keyring::data_keys::DataKeys;
use super::unlock::{Unlock, by_passphrase};
use super::{NewMember, add_member, folder, lock_file, me};
use crate::error::Result;
use crate::features::settings::AssociationKind;
use crate::kernel::db::{self, MIGRATIONS, Mode};
use crate::kernel::files::{FileTable, write_whole};
use crate::kernel::id::TimeOrderedIds;
use crate::kernel::progress::Progress;
use crate::kernel::sealed::Compartment;
use crate::kernel::secret::{Key, Passphrase, Secret};
use crate::kernel::session::{ReadTx, Session, Subject, Surroundings};
use crate::kernel::time::{FixedClock, Timestamp};
use crate::ops::{Op, Permission, Role};
use crate::text::Language;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;
use uuid::Uuid;

pub(super) const FOUNDER: &str = "kachel fiets wolk tafel";
pub(super) const VIEWER: &str = "stoel regen lantaarn zolder";
/// The passphrase of a user who is added later.
pub(super) const BERT: &str = "zolder pinda kraan trompet";
pub(super) const PERSON: Uuid = Uuid::from_u128(4711);
pub(super) const NOTE: &[u8] = b"speelt klarinet";

pub(super) fn phrase(text: &str) -> Passphrase {
    Secret::new(text.to_owned())
}

/// A test vault.
pub(super) struct World {
    _home: Option<TempDir>,
    pub(super) around: Surroundings,
    pub(super) place: PathBuf,
    home: PathBuf,
}

impl World {
    pub(super) fn door(&self) -> Door<'_> {
        Door { around: &self.around, home: &self.home, holders: &[] }
    }

    pub(super) fn at(place: PathBuf) -> Self {
        let around = Surroundings {
            clock: Arc::new(FixedClock(Timestamp(1_800_000_000_000))),
            ids: Arc::new(TimeOrderedIds),
            progress: Progress::default(),
            files: FileTable::new(place.with_extension("print")).unwrap(),
            cheap_keys: true,
            one_run: false,
        };
        World { _home: None, around, home: place.with_extension("home"), place }
    }

    /// A vault with Anneke (secretary), Henk (viewer) and one person with a note. Locked.
    pub(super) fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let mut world = World::at(home.path().join("kluis"));
        world._home = Some(home);
        let new = NewVault {
            place: None,
            association: "Harmonie".into(),
            kind: AssociationKind::Association,
            privacy_email: String::new(),
            country: "NL".into(),
            language: Language::Nl,
            user_name: "Anneke".into(),
            roles: vec![Role::Secretary],
            passphrase: phrase(FOUNDER),
            kdf: Some(KdfRequest { memory_mib: 1, passes: 1 }),
        };
        let (_, mut s) = create(&world.door(), &world.place, &new).unwrap();
        let henk =
            NewMember { name: "Henk", roles: &[Role::Viewer], admin: false, passphrase: &phrase(VIEWER), kdf: None };
        add_member(&mut s, &henk, &phrase(FOUNDER), &None).unwrap();
        s.write(Op::PersonCreate, |tx| {
            let sealed = tx.keys().seal(Compartment::Confidential, "person_note", PERSON, NOTE)?;
            let id = PERSON.as_bytes().to_vec();
            tx.execute("INSERT INTO person (id, surname, sort_key, created_at, changed_at, replica) VALUES (?1, 'Berg', 'berg', 0, 0, x'00')", [&id])?;
            tx.execute("INSERT INTO person_note (person, sealed, changed_at, replica) VALUES (?1, ?2, 0, x'00')", (&id, sealed))?;
            Ok(tx.changed(Subject::NONE, ()))
        })
        .unwrap();
        world
    }

    pub(super) fn unlock(&self, name: &str, passphrase: &str, read_only: bool) -> Result<Session> {
        self.unlock_as(name, passphrase, read_only, false)
    }

    /// As `unlock`, confirming that an older version of the vault is right.
    pub(super) fn unlock_older(&self, name: &str, passphrase: &str, read_only: bool) -> Result<Session> {
        self.unlock_as(name, passphrase, read_only, true)
    }

    fn unlock_as(&self, name: &str, passphrase: &str, read_only: bool, older_is_right: bool) -> Result<Session> {
        let (name, passphrase) = (Some(name.into()), phrase(passphrase));
        let req = Unlock {
            user: None,
            name,
            passphrase,
            read_only,
            older_is_right,
            clock_is_right: false,
            is_closed_elsewhere: false,
        };
        by_passphrase(&self.door(), &self.place, &req)
    }

    pub(super) fn anneke(&self) -> Session {
        self.unlock("Anneke", FOUNDER, false).unwrap()
    }

    /// Every key that a passphrase gives, as a debugger would extract them, without changing the vault.
    pub(super) fn keys_of(&self, name: &str, passphrase: &str) -> DataKeys {
        // With the folder taken, the read-only session cannot write its row.
        let _taken = lock_file::take(&self.place, self.around.clock.now(), false).unwrap();
        held(&self.unlock(name, passphrase, true).unwrap()).unwrap().keys
    }

    /// Makes the computer forget that it ever saw this vault.
    pub(super) fn forget(&self) {
        let _ = std::fs::remove_dir_all(&self.home);
    }

    /// Lets more than a year pass without an unlock, so that the date is doubted.
    pub(super) fn wait_long(&mut self) {
        self.around.clock = Arc::new(FixedClock(Timestamp(1_843_200_000_000)));
    }

    /// Turns the data into what a program without the last migration wrote: users, rosters and trail. Returns the main
    /// key.
    pub(super) fn lacks_the_last_migration(&self) -> Key {
        let key = self.keys_of("Anneke", FOUNDER).get(Compartment::Main, 1).unwrap().clone();
        let (older, known) = (self.place.join("older.db"), &MIGRATIONS[..MIGRATIONS.len() - 1]);
        let conn = db::open_as(&older, &key, Mode::Create, known).unwrap();
        let now = format!("ATTACH '{}' AS now KEY \"x'{}'\"", self.data().display(), hex::encode(key.expose()));
        conn.execute_batch(&now).unwrap();
        for table in ["roster", "user_account", "trail"] {
            conn.execute_batch(&format!("INSERT INTO main.{table} SELECT * FROM now.{table}")).unwrap();
        }
        drop(conn);
        fs::rename(&older, self.data()).unwrap();
        key
    }

    pub(super) fn data(&self) -> PathBuf {
        folder::data_path(&self.place)
    }

    /// All versions of keys that are sealed to somebody.
    pub(super) fn versions(&self) -> BTreeSet<(Compartment, u32)> {
        let header = folder::read_header(&self.place).unwrap();
        header.keys.iter().map(|k| (k.compartment, k.version)).collect()
    }
}

/// The note as this session reads it.
pub(super) fn note_of(s: &Session) -> Result<Vec<u8>> {
    s.read(Permission::Own, |tx| {
        let blob: Vec<u8> = tx.one("SELECT sealed FROM person_note", [], |r| r.get(0))?;
        Ok(tx.keys().open(Compartment::Confidential, "person_note", PERSON, &blob)?.to_vec())
    })
}

/// File contents by path.
pub(super) type Files = BTreeMap<PathBuf, Vec<u8>>;

pub(super) fn files(world: &World) -> Files {
    let entries = fs::read_dir(&world.place).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

/// The headers of other work that lie beside the vault's own two.
pub(super) fn kept_beside(world: &World) -> Vec<Vec<u8>> {
    let is_kept = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("header-"));
    files(world).into_iter().filter(|(path, _)| is_kept(path)).map(|(_, bytes)| bytes).collect()
}

pub(super) fn put(files: &Files) {
    for (path, bytes) in files {
        write_whole(path, bytes).unwrap();
    }
}

pub(super) fn rows(s: &Session, op: &str) -> Vec<String> {
    let read = |tx: &ReadTx<'_>| tx.rows("SELECT fields FROM trail WHERE op = ?1 ORDER BY seq", [op], |r| r.get(0));
    s.read(Permission::Own, read).unwrap()
}

pub(super) fn told(s: &Session) -> Vec<String> {
    me(s).unwrap().told.into_iter().map(|finding| finding.code).collect()
}
