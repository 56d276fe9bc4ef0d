//! A journal of SQLite that a crash left, beside the file to which it belongs and beside another.
use super::folder;
use super::replaced_tests::{by_rename, lock, of_the_other_computer, save, surnames};
use super::world::{FOUNDER, Files, World, files};
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
    // A typing error first: that does not make it any less sure whose journal it is.
    assert_eq!(world.unlock("Anneke", "fout fout fout", false).err().unwrap().code(), Code::VaultWrongPassphrase);
    fs::remove_file(world.place.join("attempts.json")).unwrap();
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
    for _ in 0..2 {
        assert!(world.unlock("Anneke", FOUNDER, false).is_err(), "it is a mixture, or asked about");
        assert_eq!(fs::read(&data).unwrap(), theirs[&data]);
        assert_eq!(fs::read(journal(&world)).unwrap(), left[&journal(&world)]);
    }
    // Their headers come too: then the data is as it was locked, and needs no journal.
    by_rename(&theirs);
    world.forget();
    assert_eq!(surnames(&world.anneke()), ["Berg", "Overkant"]);
}

/// In place, so that the file is the same; only what is in it differs.
#[test]
fn data_that_was_written_over_in_place_is_not_destroyed_by_a_journal_either() {
    let world = World::new();
    let theirs = of_the_other_computer(&world);
    let left = crash(&world);
    leave(&left);
    leave(&theirs);
    world.forget();
    assert_eq!(surnames(&world.anneke()), ["Berg", "Overkant"]);
}

fn here(world: &World, what: &str) -> PathBuf {
    let mark = super::lock_file::mark_of_this_computer();
    world.place.join(format!("{what}-before-repair-{mark}.db"))
}

#[test]
fn what_was_kept_before_a_repair_is_put_back_after_a_crash_in_between() {
    let world = World::new();
    lock(&world, &mut world.anneke());
    let left = crash(&world);
    let data = folder::data_path(&world.place);
    // The crash came while SQLite rolled back: half of it is done.
    leave(&left);
    write_whole(&here(&world, "data"), &left[&data]).unwrap();
    write_whole(&here(&world, "journal"), &left[&journal(&world)]).unwrap();
    leave(&[(data, b"half rolled back".to_vec()), (journal(&world), vec![])].into_iter().collect());
    // After two crashes nobody knows whose journal it was, so that is asked.
    assert_eq!(world.unlock("Anneke", FOUNDER, false).err().unwrap().code(), Code::VaultOlderCopy);
    assert_eq!(surnames(&world.unlock_older("Anneke", FOUNDER, false).unwrap()), ["Berg", "Hierzo"]);
    assert!(!here(&world, "data").exists() && !here(&world, "journal").exists());
}

/// A cloud service brought the copy that another computer makes, or took the repaired file's place.
#[cfg(unix)]
#[test]
fn a_copy_from_before_a_repair_never_takes_the_place_of_another_file() {
    let world = World::new();
    let theirs = of_the_other_computer(&world);
    let data = folder::data_path(&world.place);
    for name in ["data-before-repair-0123456789abcdef.db".to_owned(), here(&world, "data").display().to_string()] {
        by_rename(&theirs);
        write_whole(&world.place.join(&name), b"of before").unwrap();
        assert_eq!(surnames(&world.unlock_older("Anneke", FOUNDER, false).unwrap()), ["Berg", "Overkant"], "{name}");
        assert_ne!(fs::read(&data).unwrap(), b"of before");
        let kept = folder::look_alikes(&world.place).into_iter().map(|name| fs::read(world.place.join(name)).unwrap());
        assert!({ kept }.any(|bytes| bytes == b"of before"), "{name}");
    }
}
