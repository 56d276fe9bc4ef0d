//! Whole vaults in a folder: what a crash in the middle of a change of keys leaves, and what a user's keys can open when he
//! has a debugger instead of our program.
#[cfg(test)]
use super::create::{KdfRequest, NewVault, create};
use super::open::Door;
use super::rekey::{Step, rekey, rekey_step_by_step};
use super::slots::{DataKeys, Opener};
use super::unlock::{Unlock, by_passphrase};
use super::{NewMember, add_member, folder, slots, verify};
use crate::error::{Code, Error, Result};
use crate::kernel::db::{self, Mode};
use crate::kernel::files::FileTable;
use crate::kernel::id::TimeOrderedIds;
use crate::kernel::progress::Progress;
use crate::kernel::sealed::{Compartment, CompartmentKeys};
use crate::kernel::secret::{Passphrase, Secret};
use crate::kernel::session::{Session, Subject, Surroundings};
use crate::kernel::time::{FixedClock, Timestamp};
use crate::ops::{Op, Permission, Role};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;
use uuid::Uuid;

const FOUNDER: &str = "kachel fiets wolk tafel";
const VIEWER: &str = "stoel regen lantaarn zolder";
const PERSON: Uuid = Uuid::from_u128(4711);
const NOTE: &[u8] = b"speelt klarinet";

fn phrase(text: &str) -> Passphrase {
    Secret::new(text.to_owned())
}

struct World {
    _home: TempDir,
    around: Surroundings,
    place: PathBuf,
}

impl World {
    fn door(&self) -> Door<'_> {
        Door { around: &self.around, holders: &[] }
    }

    /// A vault of Anneke, secretary, with Henk, who only looks; one person with a note. Closed.
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let around = Surroundings {
            clock: Arc::new(FixedClock(Timestamp(1_800_000_000_000))),
            ids: Arc::new(TimeOrderedIds),
            progress: Progress::default(),
            files: FileTable::default(),
        };
        let world = World { place: home.path().join("kluis"), _home: home, around };
        let new = NewVault {
            place: None,
            association: "Harmonie".into(),
            kind: "association".into(),
            privacy_email: String::new(),
            country: "NL".into(),
            language: "nl".into(),
            user_name: "Anneke".into(),
            roles: vec![Role::Secretary],
            passphrase: phrase(FOUNDER),
            kdf: Some(KdfRequest { memory_mib: 1, passes: 1 }),
        };
        let (_, mut s) = create(&world.door(), &world.place, &new).unwrap();
        let henk =
            NewMember { name: "Henk", roles: &[Role::Viewer], admin: false, passphrase: &phrase(VIEWER), kdf: None };
        add_member(&mut s, &henk, &None).unwrap();
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

    fn unlock(&self, name: &str, passphrase: &str, read_only: bool) -> Result<Session> {
        let req = Unlock { user: None, name: Some(name.into()), passphrase: phrase(passphrase), read_only };
        by_passphrase(&self.door(), &self.place, &req)
    }

    fn anneke(&self) -> Session {
        self.unlock("Anneke", FOUNDER, false).unwrap()
    }

    /// Every key that a passphrase gives, as a debugger would take them.
    fn keys_of(&self, name: &str, passphrase: &str) -> DataKeys {
        let header = folder::read_header(&self.place).unwrap();
        let slot = header.user_slot(header.named(name)[0]).unwrap();
        let private = slots::open_private(header.vault, slot, Opener::Passphrase(&phrase(passphrase)));
        slots::open_keys(header.vault, slot, &private.unwrap().unwrap()).unwrap()
    }

    fn data(&self) -> PathBuf {
        folder::data_path(&self.place)
    }

    fn versions(&self) -> Vec<(Compartment, u32)> {
        let header = folder::read_header(&self.place).unwrap();
        header.compartments.iter().map(|d| (d.compartment, d.version)).collect()
    }
}

fn note_of(s: &Session) -> Result<Vec<u8>> {
    s.read(Permission::Own, |tx| {
        let blob: Vec<u8> = tx.one("SELECT sealed FROM person_note", [], |r| r.get(0))?;
        Ok(tx.keys().open(Compartment::Confidential, "person_note", PERSON, &blob)?.to_vec())
    })
}

/// Changes the keys until the program "crashes" after a step.
fn crash_after(world: &World, step: Step) {
    let mut s = world.anneke();
    let mut stop = |at: Step| if at == step { Err(Error::new(Code::JobCancelled)) } else { Ok(()) };
    assert_eq!(rekey_step_by_step(&mut s, &mut stop).unwrap_err().code(), Code::JobCancelled);
}

const STEPS: [Step; 4] = [Step::Announced, Step::Resealed, Step::Rekeyed, Step::Settled];

#[test]
fn after_a_crash_at_any_step_the_vault_opens_and_the_work_is_finished() {
    for step in STEPS {
        let world = World::new();
        crash_after(&world, step);
        let s = world.anneke();
        assert_eq!(note_of(&s).unwrap(), NOTE, "{step:?}");
        assert!(verify(&s).unwrap().ok, "{step:?}");
        drop(s);
        let expected: Vec<_> = Compartment::ALL.iter().map(|c| (*c, 2)).collect();
        assert_eq!(world.versions(), expected, "{step:?}");
        assert_eq!(note_of(&world.anneke()).unwrap(), NOTE, "{step:?}: and again");
    }
}

#[test]
fn after_a_crash_someone_with_fewer_keys_may_come_first() {
    for step in STEPS {
        let world = World::new();
        crash_after(&world, step);
        let henk = world.unlock("Henk", VIEWER, false).unwrap();
        assert_eq!(note_of(&henk).unwrap_err().code(), Code::VaultKeyMissing);
        drop(henk);
        assert_eq!(note_of(&world.anneke()).unwrap(), NOTE, "{step:?}");
        assert!(world.versions().iter().all(|(_, v)| *v == 2), "{step:?}");
    }
}

#[test]
fn after_a_crash_one_can_also_only_look() {
    for step in STEPS {
        let world = World::new();
        crash_after(&world, step);
        let before = world.versions();
        assert_eq!(note_of(&world.unlock("Anneke", FOUNDER, true).unwrap()).unwrap(), NOTE, "{step:?}");
        assert_eq!(world.versions(), before, "{step:?}: looking changes nothing");
    }
}

const CUT: &str = "features::vault::world_tests::the_program_that_is_ended_half_way";
const CUT_ENV: &str = "LEDENKLUIS_TEST_CUT";

/// Run by the test below in a process of its own; by itself it has nothing to do.
#[test]
fn the_program_that_is_ended_half_way() {
    let Ok(given) = std::env::var(CUT_ENV) else { return };
    let parts: Vec<&str> = given.split('|').collect();
    let key = |text: &str| Secret::new(<[u8; 32]>::try_from(hex::decode(text).unwrap()).unwrap());
    let conn = db::open(Path::new(parts[0]), &key(parts[1]), Mode::ReadWrite).unwrap();
    conn.pragma_update(None, "cache_size", 10).unwrap();
    db::rekey(&conn, &key(parts[2])).unwrap();
}

/// Power fails while the pages are being rewritten: half of `data.db` is under the new key, the journal holds the old pages.
#[cfg(unix)]
#[test]
fn a_power_cut_in_the_middle_of_the_pages_is_rolled_back_and_finished() {
    let world = World::new();
    world
        .anneke()
        .write(Op::SettingsSet, |tx| {
            for n in 0..400 {
                tx.execute("INSERT INTO setting (key, value) VALUES (?1, ?2)", (format!("k{n}"), "x".repeat(2000)))?;
            }
            Ok(tx.changed(Subject::NONE, ()))
        })
        .unwrap();
    crash_after(&world, Step::Announced);
    let keys = world.keys_of("Anneke", FOUNDER);
    let key = |version| hex::encode(keys.get(Compartment::Main, version).unwrap().expose());
    let before = fs::read(world.data()).unwrap();
    // The system ends a program whose file grows over its limit: the journal gets as far as half of `data.db`.
    let blocks = before.len() / 512 / 2;
    let ended = std::process::Command::new("sh")
        .args(["-c", &format!("ulimit -f {blocks}; exec \"$0\" --exact {CUT}")])
        .arg(std::env::current_exe().unwrap())
        .env(CUT_ENV, format!("{}|{}|{}", world.data().display(), key(1), key(2)))
        .output()
        .unwrap();
    assert!(!ended.status.success(), "it was ended half way");
    assert_ne!(fs::read(world.data()).unwrap(), before, "some pages had been rewritten");
    assert!(fs::metadata(world.place.join("data.db-journal")).unwrap().len() > 4096, "and the journal was hot");

    let s = world.anneke();
    assert_eq!(note_of(&s).unwrap(), NOTE);
    assert!(verify(&s).unwrap().ok);
    drop(s);
    assert!(world.versions().iter().all(|(_, v)| *v == 2));
}

#[test]
fn the_data_of_before_does_not_open_with_the_keys_of_after_nor_the_other_way_round() {
    let world = World::new();
    let (old_data, old_keys) = (fs::read(world.data()).unwrap(), world.keys_of("Anneke", FOUNDER));
    put(&db::safety_copy(&world.data(), 1), &old_data);
    rekey(&mut world.anneke()).unwrap();
    assert!(!db::safety_copy(&world.data(), 1).exists(), "the copy of before a migration is gone");
    let new_keys = world.keys_of("Anneke", FOUNDER);
    let main = |keys: &DataKeys| keys.iter().find(|(c, ..)| *c == Compartment::Main).map(|(.., k)| k.clone()).unwrap();
    let opens = |key| db::open(&world.data(), &key, Mode::ReadOnly).map(drop);
    assert!(opens(main(&new_keys)).is_ok());
    assert_eq!(opens(main(&old_keys)).unwrap_err().code(), Code::VaultDamaged);
    put(&world.data(), &old_data);
    assert!(opens(main(&old_keys)).is_ok());
    assert_eq!(opens(main(&new_keys)).unwrap_err().code(), Code::VaultDamaged);
    assert_eq!(world.unlock("Anneke", FOUNDER, false).err().unwrap().code(), Code::VaultDamaged);
}

fn put(path: &Path, bytes: &[u8]) {
    crate::kernel::files::write_whole(path, bytes).unwrap();
}

#[test]
fn a_viewer_with_a_debugger_opens_no_sealed_column() {
    let world = World::new();
    let henk = world.keys_of("Henk", VIEWER);
    let main = henk.get(Compartment::Main, 1).unwrap();
    let conn = db::open(&world.data(), main, Mode::ReadOnly).unwrap();
    let blob: Vec<u8> = conn.query_row("SELECT sealed FROM person_note", [], |r| r.get(0)).unwrap();
    // Every key that he can come by, under every name and version that it could have.
    let try_all = |keys: &DataKeys| {
        let mut opened = 0;
        for (_, _, key) in keys.iter() {
            for compartment in Compartment::ALL {
                for version in 0..5 {
                    let mut one = CompartmentKeys::new();
                    one.insert(*compartment, version, key.clone());
                    let plain = one.open(*compartment, "person_note", PERSON, &blob);
                    opened += usize::from(plain.is_ok_and(|p| p.as_slice() == NOTE));
                }
            }
        }
        opened
    };
    assert_eq!(try_all(&henk), 0);
    assert_eq!(try_all(&world.keys_of("Anneke", FOUNDER)), 1, "and with the key of her role the same way opens it");
}

#[test]
fn a_changed_row_of_the_trail_is_found() {
    let world = World::new();
    let mut s = world.anneke();
    assert!(verify(&s).unwrap().ok);
    s.write(Op::SettingsSet, |tx| {
        tx.execute("DROP TRIGGER trail_is_not_changed", [])?;
        tx.execute("UPDATE trail SET count = count + 1 WHERE seq = 2", [])?;
        Ok(tx.changed(Subject::NONE, ()))
    })
    .unwrap();
    let verdict = verify(&s).unwrap();
    assert_eq!((verdict.ok, verdict.findings[0].code.as_str()), (false, "trail.broken"));
    assert_eq!(verdict.findings[0].args["row"], "2");
}

#[test]
fn nothing_of_the_old_header_stays_in_the_file_that_it_was() {
    let world = World::new();
    let header = folder::header_path(&world.place);
    // A second name for the same file shows what becomes of the old bytes.
    let watched = world.place.join("watched");
    fs::hard_link(&header, &watched).unwrap();
    let old = fs::read(&watched).unwrap();
    rekey(&mut world.anneke()).unwrap();
    let left = fs::read(&watched).unwrap();
    assert_eq!(left.len(), old.len());
    assert!(left.iter().all(|b| *b == 0));
    assert_ne!(fs::read(&header).unwrap(), old);
}
