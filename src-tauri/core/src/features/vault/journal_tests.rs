//! A journal of SQLite that a crash left, beside the file to which it belongs and beside another.
use super::folder;
use super::replaced_tests::{by_rename, lock, of_the_other_computer, save, surnames, vault_files};
use super::world::{FOUNDER, Files, World, files, put};
use crate::error::{Code, Error};
use crate::kernel::files::write_whole;
use crate::kernel::session::Changed;
use crate::ops::Op;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::PathBuf;

/// What a crash in the middle of a change leaves: some pages written, and the journal that restores them. The note of
/// the session is still there.
fn crash(world: &World) -> Files {
    let mut s = world.anneke();
    save(&mut s, "Hierzo").unwrap();
    let data = folder::data_path(&world.place);
    let mut left = None;
    let _ = s.write(Op::PersonCreate, |tx| {
        // More than the cache takes, so that pages are written before the end.
        tx.execute("PRAGMA cache_size = 5", []).ok();
        for n in 0..3_000 {
            tx.execute(
                "INSERT INTO person (id, surname, sort_key, created_at, changed_at, replica)
                 VALUES (randomblob(16), ?1, ?1, 0, 0, x'00')",
                [format!("Gaat niet door {n}")],
            )?;
        }
        let mut now = files(world);
        now.insert(data.with_extension("db-journal"), fs::read(data.with_extension("db-journal")).unwrap());
        left = Some(now);
        Err::<Changed<()>, _>(Error::new(Code::JobCancelled))
    });
    left.unwrap()
}

/// Puts these files there as the crash left them: in the same file where there is one.
fn leave(files: &Files) {
    for (path, bytes) in files {
        let mut file = OpenOptions::new().write(true).create(true).truncate(true).open(path).unwrap();
        file.write_all(bytes).unwrap();
    }
}

fn journal(world: &World) -> PathBuf {
    folder::data_path(&world.place).with_extension("db-journal")
}

#[test]
fn a_crash_of_this_computer_is_rolled_back_without_a_word() {
    let world = World::new();
    let left = crash(&world);
    assert!(left[&journal(&world)].len() > 1_000, "the pages are in the journal");
    leave(&left);
    let s = world.anneke();
    assert_eq!(surnames(&s), ["Berg", "Hierzo"]);
    assert_eq!(folder::look_alikes(&world.place), [""; 0]);
}

/// All of the other computer's files have come; only the journal is ours.
#[cfg(unix)]
#[test]
fn a_journal_beside_the_files_of_another_computer_is_not_rolled_into_them() {
    let world = World::new();
    let theirs = of_the_other_computer(&world);
    let left = crash(&world);
    leave(&left);
    by_rename(&theirs);
    world.forget();
    assert_eq!(surnames(&world.anneke()), ["Berg", "Overkant"]);
    assert!(!journal(&world).exists() || fs::read(journal(&world)).unwrap().is_empty());
}

/// Only the data of the other computer has come, so nothing here says whose the journal is.
#[cfg(unix)]
#[test]
fn data_that_a_journal_may_destroy_is_kept_first_and_a_refusal_puts_it_back() {
    let world = World::new();
    let theirs = of_the_other_computer(&world);
    let left = crash(&world);
    leave(&left);
    let data = folder::data_path(&world.place);
    let only = theirs.iter().filter(|(path, _)| **path == data).map(|(p, b)| (p.clone(), b.clone())).collect();
    by_rename(&only);
    let outcome = world.unlock("Anneke", FOUNDER, false);
    let kept: Vec<_> = folder::look_alikes(&world.place).into_iter().map(|name| world.place.join(name)).collect();
    match outcome {
        // It opened with what the journal made of it: theirs is kept.
        Ok(_) => assert_eq!(kept.iter().map(|at| fs::read(at).unwrap()).collect::<Vec<_>>(), [theirs[&data].clone()]),
        // It did not: nothing is changed.
        Err(_) => {
            assert_eq!(fs::read(&data).unwrap(), theirs[&data]);
            assert_eq!(fs::read(journal(&world)).unwrap(), left[&journal(&world)]);
        }
    }
}

#[test]
fn what_was_kept_before_a_repair_is_put_back_after_a_crash_in_between() {
    let world = World::new();
    lock(&world, &mut world.anneke());
    let whole = vault_files(files(&world));
    let data = folder::data_path(&world.place);
    write_whole(&world.place.join("data-before-repair.db"), &whole[&data]).unwrap();
    put(&[(data.clone(), b"half rolled back".to_vec())].into_iter().collect());
    assert_eq!(surnames(&world.anneke()), ["Berg"]);
    assert!(!world.place.join("data-before-repair.db").exists());
}
