//! What is checked at unlock and what the user finds afterwards. Each case here once slipped through.
#[cfg(test)]
use super::at_hand::write_with_header;
use super::change_passphrase::{ChangePassphrase, change_passphrase};
use super::content::content_of;
use super::evidence::seen_now;
use super::folder::pages_at_rest;
use super::held::held;
use super::keyring::keys::Cost;
use super::keyring::seal::Seal;
use super::keyring::slots::{Lock, SlotOf};
use super::unlock::wrap_anew;
use super::world::{BERT, FOUNDER, Files, NOTE, VIEWER, World, files, kept_beside, note_of, phrase, put, rows, told};
use super::{NewMember, add_member, folder, own, put_away};
use crate::error::Code;
use crate::kernel::db::{self, MIGRATIONS, Mode};
use crate::kernel::files::write_whole;
use crate::kernel::id::PersonId;
use crate::kernel::secret::Key;
use crate::kernel::session::{Session, Subject};
use crate::kernel::time::{Clock, Timestamp};
use crate::ops::{Op, Role};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use uuid::Uuid;

fn add_bert(s: &mut Session) {
    let bert = NewMember { name: "Bert", roles: &[Role::Viewer], admin: false, passphrase: &phrase(BERT), kdf: None };
    add_member(s, &bert, &phrase(FOUNDER), &None).unwrap();
}

/// Adds a user and locks the vault.
fn with_bert(world: &World) {
    let mut s = world.anneke();
    add_bert(&mut s);
    put_away(&mut s, world.door().home).unwrap();
}

#[test]
fn a_slot_at_another_cost_is_another_slot() {
    let world = World::new();
    let mut s = world.anneke();
    let before = held(&s).unwrap();
    wrap_anew(&mut s, &phrase(FOUNDER), Cost::CHEAP).unwrap();
    let header = folder::read_header(&world.place).unwrap();
    let own: Vec<_> = header.slots.iter().filter(|slot| slot.of == SlotOf::User(before.user)).map(|s| s.id).collect();
    assert_ne!(own, [before.slot]);
    assert_eq!(own, [held(&s).unwrap().slot], "and the old one is gone");
    put_away(&mut s, world.door().home).unwrap();
    drop(s);
    assert_eq!(note_of(&world.anneke()).unwrap(), NOTE);
}

#[test]
fn what_could_not_be_committed_leaves_the_second_header_as_it_was() {
    let world = World::new();
    let first = fs::read(folder::header_path(&world.place)).unwrap();
    let mut s = world.anneke();
    add_bert(&mut s);
    // A crash left the old first header: only the second one belongs to the data.
    write_whole(&folder::header_path(&world.place), &first).unwrap();
    let second = fs::read(folder::second_path(&world.place)).unwrap();
    let (mut header, at_hand) = super::held::header_of(&s).unwrap();
    header.names_hidden = true;
    let refused = write_with_header(&mut s, Op::PersonCreate, &mut header, &at_hand, |tx| {
        tx.execute("PRAGMA defer_foreign_keys = ON", [])?;
        tx.execute(
            "INSERT INTO person_note (person, sealed, changed_at, replica) VALUES (zeroblob(16), x'', 0, x'')",
            [],
        )?;
        Ok(tx.changed(Subject::NONE, ()))
    });
    assert!(refused.is_err(), "of nobody there is no note");
    assert_eq!(fs::read(folder::second_path(&world.place)).unwrap(), second);
    drop(s);
    world.unlock("Bert", BERT, false).unwrap();
}

#[test]
fn ones_own_passphrase_is_held_against_the_header_that_belongs_to_the_data() {
    let world = World::new();
    let first = fs::read(folder::header_path(&world.place)).unwrap();
    let mut s = world.anneke();
    change_passphrase(&mut s, ChangePassphrase { old: phrase(FOUNDER), new: phrase(BERT) }).unwrap();
    write_whole(&folder::header_path(&world.place), &first).unwrap();
    own::check(&s, &phrase(BERT)).unwrap();
    assert_eq!(own::check(&s, &phrase(FOUNDER)).err().unwrap().code(), Code::VaultWrongPassphrase);
}

#[test]
fn who_said_that_an_older_vault_is_right_leaves_a_row_of_looking_too() {
    let world = World::new();
    put_away(&mut world.anneke(), world.door().home).unwrap();
    let before = files(&world);
    with_bert(&world);
    put(&before);
    assert_eq!(world.unlock("Henk", VIEWER, true).err().unwrap().code(), Code::VaultOlderCopy);
    let s = world.unlock_older("Henk", VIEWER, true).unwrap();
    assert!(told(&s).contains(&"vault.older_opened".to_owned()), "the day it works with is told after the door too");
    drop(s);
    world.forget();
    let s = world.unlock_older("Anneke", FOUNDER, true).unwrap();
    assert!(!told(&s).contains(&"vault.older_opened".to_owned()), "it is not older than what this computer knows");
    drop(s);
    let unlocks = rows(&world.anneke(), "vault.unlock");
    assert!(unlocks.contains(&"read_only".to_owned()), "{unlocks:?}");
}

#[test]
fn data_and_a_header_of_before_beside_the_other_header_of_today_open_only_by_choice() {
    let world = World::new();
    put_away(&mut world.anneke(), world.door().home).unwrap();
    let before = files(&world);
    for removes in [false, true] {
        put(&before);
        let mut s = {
            world.forget();
            world.anneke()
        };
        if removes {
            let henk = super::members(&s).unwrap().into_iter().find(|m| m.name == "Henk").unwrap().id;
            super::remove_member(&mut s, henk).unwrap();
        }
        put_away(&mut s, world.door().home).unwrap();
        drop(s);
        let today = files(&world);
        for kept in [folder::header_path, folder::second_path] {
            put(&before);
            let path = kept(&world.place);
            write_whole(&path, &today[&path]).unwrap();
            world.forget();
            let refused = world.unlock("Anneke", FOUNDER, false).err().unwrap();
            assert_eq!(refused.code(), Code::VaultOlderCopy, "{removes} {path:?}");
            assert_eq!(refused.view().args["forked"], "true", "which of the two is later, nobody can say");
            assert_eq!(fs::read(&path).unwrap(), today[&path], "what tells of today is still there");
            let s = world.unlock_older("Anneke", FOUNDER, false).unwrap();
            assert_eq!(rows(&s, "vault.unlock").last().unwrap(), "older_is_right");
            assert!(told(&s).contains(&"vault.headers_differ".to_owned()));
            assert!(told(&s).contains(&"vault.fork_opened".to_owned()));
        }
        world.forget();
    }
}

/// The data of one computer next to a header of another, on which Henk has worked meanwhile: what a cloud service can
/// leave behind. Returns that header.
fn of_two_computers(world: &World, kept: fn(&Path) -> PathBuf) -> Vec<u8> {
    put_away(&mut world.anneke(), world.door().home).unwrap();
    let before = files(world);
    put_away(&mut world.unlock("Henk", VIEWER, false).unwrap(), world.door().home).unwrap();
    let theirs = fs::read(kept(&world.place)).unwrap();
    put(&before);
    world.forget();
    for _ in 0..3 {
        put_away(&mut world.anneke(), world.door().home).unwrap();
    }
    write_whole(&kept(&world.place), &theirs).unwrap();
    world.forget();
    theirs
}

#[test]
fn the_data_of_one_computer_beside_a_header_of_another_opens_only_by_choice() {
    for (kept, looks) in [
        (folder::second_path as fn(&Path) -> PathBuf, false),
        (folder::header_path, false),
        (folder::header_path, true),
    ] {
        let world = World::new();
        let theirs = of_two_computers(&world, kept);
        let refused = world.unlock("Anneke", FOUNDER, looks).err().unwrap();
        assert_eq!((refused.code(), refused.view().args["forked"].as_str()), (Code::VaultOlderCopy, "true"));
        assert_eq!(fs::read(kept(&world.place)).unwrap(), theirs);
        assert_eq!(note_of(&world.unlock_older("Anneke", FOUNDER, looks).unwrap()).unwrap(), NOTE);
        assert_eq!(kept_beside(&world), [theirs], "what opens the data of the other computer is kept");
        // Henk worked on the other computer and can still unlock this vault.
        drop(world.unlock("Henk", VIEWER, false).unwrap());
        assert!(super::verify(&world.anneke()).unwrap().ok);
    }
}

#[test]
fn the_passphrase_of_today_is_not_called_wrong_beside_data_of_before() {
    let world = World::new();
    put_away(&mut world.anneke(), world.door().home).unwrap();
    let (data, second) = (fs::read(world.data()).unwrap(), fs::read(folder::second_path(&world.place)).unwrap());
    with_bert(&world);
    write_whole(&world.data(), &data).unwrap();
    write_whole(&folder::second_path(&world.place), &second).unwrap();
    world.forget();
    assert_eq!(world.unlock("Bert", BERT, false).err().unwrap().code(), Code::VaultDataOlder);
}

#[test]
fn a_header_that_asks_for_the_work_of_minutes_is_damaged_and_costs_none() {
    let world = World::new();
    let header = folder::read_header(&world.place).unwrap();
    let changes: [fn(&mut super::keyring::header::Header); 3] = [
        |h| h.names.push(h.names[0].clone()),
        |h| h.slots.push(h.slots[0].clone()),
        |h| {
            let Lock::Passphrase { cost, .. } = &mut h.slots[0].lock else { panic!("the founder has a passphrase") };
            *cost = Cost { memory_kib: Cost::MOST_MEMORY_KIB, passes: 64, lanes: 1 };
        },
    ];
    for (at, change) in changes.iter().enumerate() {
        let mut forged = header.clone();
        change(&mut forged);
        folder::write_headers(&world.place, &forged).unwrap();
        let refused = world.unlock("Anneke", FOUNDER, false).err().map(|e| e.code());
        assert_eq!(refused, Some(Code::VaultHeaderDamaged), "change {at}");
    }
}

#[test]
fn a_roster_beyond_every_number_is_refused_and_breaks_nothing() {
    let world = World::new();
    put_away(&mut world.anneke(), world.door().home).unwrap();
    let before = fs::read(world.data()).unwrap();
    with_bert(&world);
    write_whole(&world.data(), &before).unwrap();
    let mut forged = folder::read_header(&world.place).unwrap();
    let last = forged.chain.last_mut().unwrap();
    let roster = super::keyring::roster::Roster { number: u64::MAX, ..last.read().unwrap() };
    last.roster = serde_json::to_string(&roster).unwrap();
    folder::write_second(&world.place, &forged).unwrap();
    world.forget();
    let refused = world.unlock("Anneke", FOUNDER, false).err().unwrap().code();
    assert!([Code::VaultDataOlder, Code::VaultNotFollowed].contains(&refused), "{refused:?}");
}

/// A clock whose second reading swaps in files that somebody else locked elsewhere, just before this program takes the
/// folder.
struct Meanwhile(AtomicU32, Files);

impl Clock for Meanwhile {
    fn now(&self) -> Timestamp {
        if self.0.fetch_add(1, Ordering::Relaxed) == 1 {
            put(&self.1);
        }
        Timestamp(1_800_000_000_000)
    }
}

#[test]
fn the_headers_are_read_once_nobody_else_can_write_them() {
    let mut world = World::new();
    put_away(&mut world.anneke(), world.door().home).unwrap();
    let before = files(&world);
    with_bert(&world);
    let after = files(&world);
    put(&before);
    world.forget();
    world.around.clock = Arc::new(Meanwhile(AtomicU32::new(0), after));
    drop(world.anneke());
    world.unlock("Bert", BERT, false).unwrap();
}

/// The vault as an older program, without the last migration, left it: sealed by that program. Returns the main key.
fn of_an_older_program(world: &World) -> Key {
    let s = world.anneke();
    let at_hand = held(&s).unwrap();
    let seen = seen_now(&s, at_hand.followed.roster.number, None).unwrap();
    drop(s);
    let key = world.lacks_the_last_migration();
    let mut header = folder::read_header(&world.place).unwrap();
    let seal = Seal {
        pages: pages_at_rest(&world.place).unwrap().unwrap(),
        content: content_of(&world.data(), &key).unwrap(),
        schema: u32::try_from(MIGRATIONS.len() - 1).unwrap(),
        trail: seen.trail,
        trail_hash: seen.trail_hash,
        roster: seen.roster,
        by: at_hand.user,
        signature: vec![],
    };
    header.seal = Some(seal.signed(header.vault, &at_hand.opened.identity).unwrap());
    header.prove(&at_hand.keys, &at_hand.followed.roster).unwrap();
    folder::write_headers(&world.place, &header).unwrap();
    world.forget();
    key
}

#[test]
fn newer_tables_come_with_a_row_of_who_brought_them() {
    for looks in [false, true] {
        let world = World::new();
        drop(of_an_older_program(&world));
        drop(world.unlock("Anneke", FOUNDER, looks).unwrap());
        assert!(db::safety_copy(&world.data(), MIGRATIONS.len() - 1).exists());
        let s = world.anneke();
        assert_eq!(rows(&s, "vault.migrate"), [""], "looking: {looks}");
        assert!(super::verify(&s).unwrap().ok);
    }
}

#[test]
fn newer_tables_without_a_row_are_pages_that_somebody_replaced() {
    let world = World::new();
    let key = of_an_older_program(&world);
    let conn = db::open(&world.data(), &key, Mode::ReadWrite).unwrap();
    db::migrate(&conn, &world.data(), MIGRATIONS, || Ok(())).unwrap();
    conn.execute_batch("DELETE FROM setting WHERE true").unwrap();
    drop(conn);
    assert_eq!(world.unlock("Anneke", FOUNDER, false).err().unwrap().code(), Code::VaultPagesReplaced);
}

#[test]
fn a_date_that_is_doubted_stays_so_whoever_looks() {
    for is_older in [false, true] {
        let mut world = World::new();
        let _key = is_older.then(|| of_an_older_program(&world));
        world.wait_long();
        for looks in [true, true, false, false] {
            assert_eq!(
                told(&world.unlock("Anneke", FOUNDER, looks).unwrap()),
                ["clock.doubtful"],
                "{is_older} {looks}"
            );
        }
    }
}

#[test]
fn a_date_that_is_doubted_stays_so_after_a_crash_behind_new_tables() {
    let mut world = World::new();
    drop(of_an_older_program(&world));
    world.wait_long();
    let failing = crate::kernel::files::failing::at("header.bak");
    assert_eq!(world.unlock("Anneke", FOUNDER, true).err().unwrap().code(), Code::DiskFull);
    drop(failing);
    let s = world.anneke();
    assert_eq!(rows(&s, "vault.migrate"), [""], "the tables are new already");
    assert_eq!(told(&s), ["clock.doubtful"]);
}

#[test]
fn who_only_looks_leaves_row_after_row_while_others_come_and_go() {
    let world = World::new();
    put_away(&mut world.unlock("Henk", VIEWER, false).unwrap(), world.door().home).unwrap();
    let mut looks = world.unlock("Anneke", FOUNDER, true).unwrap();
    let mut henk = world.unlock("Henk", VIEWER, false).unwrap();
    change_passphrase(&mut henk, ChangePassphrase { old: phrase(VIEWER), new: phrase(BERT) }).unwrap();
    put_away(&mut henk, world.door().home).unwrap();
    drop(henk);
    let rosters = || folder::read_header(&world.place).unwrap().chain.len();
    let before = rosters();
    for person in 1..4 {
        let id = PersonId(Uuid::from_u128(person));
        looks.view(Op::NoteView, |tx| Ok(tx.shown(id, ()))).unwrap();
        assert!(rosters() < before, "what everybody has seen is let go of");
        super::held::header_of(&looks).unwrap();
    }
    drop(looks);
    assert_eq!(rows(&world.anneke(), "note.view").len(), 3);
}

#[test]
fn whose_passphrase_changed_elsewhere_is_not_told_that_it_is_wrong() {
    let world = World::new();
    put_away(&mut world.anneke(), world.door().home).unwrap();
    let mut looks = world.unlock("Anneke", FOUNDER, true).unwrap();
    let mut anneke = world.anneke();
    change_passphrase(&mut anneke, ChangePassphrase { old: phrase(FOUNDER), new: phrase(BERT) }).unwrap();
    put_away(&mut anneke, world.door().home).unwrap();
    drop(anneke);
    let id = PersonId(Uuid::from_u128(1));
    let refused = looks.view(Op::NoteView, |tx| Ok(tx.shown(id, ()))).err().unwrap();
    assert_eq!(refused.code(), Code::VaultAccessChanged);
}

#[test]
fn a_second_header_that_was_not_there_is_not_there_afterwards() {
    let world = World::new();
    let second = folder::second_path(&world.place);
    fs::remove_file(&second).unwrap();
    let before = folder::second_now(&world.place).unwrap();
    folder::write_second(&world.place, &folder::read_header(&world.place).unwrap()).unwrap();
    folder::put_second_back(&world.place, before).unwrap();
    assert!(!second.exists());
    fs::create_dir(&second).unwrap();
    assert_eq!(folder::second_now(&world.place).err().unwrap().code(), Code::VaultLink);
}
