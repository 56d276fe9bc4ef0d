//! Whole vaults in a folder: what a crash in the middle of a change of keys leaves, and what a user's keys can open
//! with a debugger instead of our program.
#[cfg(test)]
use super::at_hand::Change;
use super::finish::{Step, finish_step_by_step};
use super::keyring::data_keys::DataKeys;
use super::keyring::roster::Holder;
use super::renew::rekey;
use super::world::{FOUNDER, NOTE, PERSON, VIEWER, World, note_of};
use super::{folder, verify};
use crate::error::{Code, Error};
use crate::kernel::db::{self, Mode};
use crate::kernel::sealed::{Compartment, CompartmentKeys};
use crate::kernel::secret::Secret;
use crate::kernel::session::{Session, Subject};
use crate::ops::Op;
use std::collections::BTreeSet;
use std::fs;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

/// Changes the keys until the program "crashes" after a step.
fn crash_after(world: &World, step: Step) {
    let mut s = world.anneke();
    let mut stop = |at: Step| if at == step { Err(Error::new(Code::JobCancelled)) } else { Ok(()) };
    announce(&mut s);
    assert_eq!(finish_step_by_step(&mut s, &mut stop).unwrap_err().code(), Code::JobCancelled);
}

/// Puts the new keys into the roster and does nothing else.
fn announce(s: &mut Session) {
    let mut change = Change::begin(s).unwrap();
    let mine = change.before.roster.held_by(Holder::User(s.user()));
    change.renew(&mine).unwrap();
    change.sign().unwrap();
    change.announce(s).unwrap();
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
        let expected: BTreeSet<_> = Compartment::ALL.iter().map(|c| (*c, 2)).collect();
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

/// Run by the test below in a separate process; on its own it does nothing.
#[test]
fn the_program_that_is_ended_half_way() {
    let Ok(given) = std::env::var(CUT_ENV) else { return };
    let parts: Vec<&str> = given.split('|').collect();
    let key = |text: &str| Secret::new(<[u8; 32]>::try_from(hex::decode(text).unwrap()).unwrap());
    let (path, old, new) = (Path::new(parts[0]), key(parts[1]), key(parts[2]));
    let conn = db::open(path, &old, Mode::ReadWrite).unwrap();
    conn.pragma_update(None, "cache_size", 10).unwrap();
    db::rekey(conn, path, &old, &new);
}

/// A power cut while the pages are rewritten: part of `data.db` is under the new key, the journal has the old pages.
#[cfg(unix)]
fn cut_half_way() -> World {
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
    // The system kills a program whose file grows over its limit, here when the journal is half as long as `data.db`.
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
    super::lock_file::leave_note(&world.place);
    world
}

#[cfg(unix)]
#[test]
fn after_a_power_cut_in_the_middle_of_the_pages_one_can_also_only_look() {
    let world = cut_half_way();
    let lock = super::lock_file::take(&world.place, world.around.clock.now(), false).unwrap();
    let refused = world.unlock("Anneke", FOUNDER, true).err().unwrap();
    assert_eq!(refused.code(), Code::VaultNotReady, "nobody may write there now");
    drop(lock);
    super::lock_file::leave_note(&world.place);
    assert_eq!(note_of(&world.unlock("Anneke", FOUNDER, true).unwrap()).unwrap(), NOTE);
}

#[cfg(unix)]
#[test]
fn a_power_cut_in_the_middle_of_the_pages_is_rolled_back_and_finished() {
    let world = cut_half_way();
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
    assert_eq!(opens(main(&old_keys)).unwrap_err().code(), Code::VaultHalvesDiffer);
    put(&world.data(), &old_data);
    assert!(opens(main(&old_keys)).is_ok());
    assert_eq!(opens(main(&new_keys)).unwrap_err().code(), Code::VaultHalvesDiffer);
    assert_eq!(world.unlock("Anneke", FOUNDER, false).err().unwrap().code(), Code::VaultHalvesDiffer);
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
    // Every key that Henk can get, under every compartment and version it could have.
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
    for header in [folder::header_path, folder::second_path] {
        nothing_stays_of(header);
    }
}

fn nothing_stays_of(header: fn(&Path) -> std::path::PathBuf) {
    let world = World::new();
    let header = header(&world.place);
    // An already open file shows what becomes of the old bytes.
    let mut watched = fs::File::open(&header).unwrap();
    let mut all = || {
        let mut bytes = vec![];
        watched.seek(SeekFrom::Start(0)).and_then(|_| watched.read_to_end(&mut bytes)).unwrap();
        bytes
    };
    let old = all();
    rekey(&mut world.anneke()).unwrap();
    let left = all();
    assert_eq!(left.len(), old.len());
    assert!(left.iter().all(|b| *b == 0));
    assert_ne!(fs::read(&header).unwrap(), old);
}
