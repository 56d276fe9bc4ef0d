//! Failures around the vault and what they leave: a full disk while the keys change, a crash between header and data,
//! an older file, the clock.
use super::at_hand::Change;
use super::change_passphrase::{ChangePassphrase, change_passphrase};
#[cfg(test)]
use super::recovered::{UnlockRecovery, by_recovery};
use super::renew::rekey;
use super::world::{BERT, FOUNDER, NOTE, VIEWER, World, note_of, phrase};
use super::{NewMember, accounts, add_member, folder, lock_file, recovery_text, verify, wait};
use crate::error::Code;
use crate::kernel::db::{self, MIGRATIONS};
use crate::kernel::sealed::Compartment;
use crate::kernel::secret::Secret;
use crate::kernel::session::{Session, Subject};
use crate::kernel::time::{Clock, Timestamp};
use crate::ops::{Op, Permission, Role};
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

fn put_setting(s: &mut Session, key: &str, value: &str) {
    s.write(Op::SettingsSet, |tx| {
        tx.execute("INSERT OR REPLACE INTO setting (key, value) VALUES (?1, ?2)", (key, value))?;
        Ok(tx.changed(Subject::NONE, ()))
    })
    .unwrap();
}

const FULL: &str = "features::vault::trouble_tests::the_program_without_room";
const FULL_ENV: &str = "LEDENKLUIS_TEST_FULL";

/// Run by the test below in a separate process whose files may not grow; on its own it does nothing.
#[test]
fn the_program_without_room() {
    let Ok(place) = std::env::var(FULL_ENV) else { return };
    let world = World::at(place.into());
    let mut s = world.anneke();
    assert_eq!(rekey(&mut s).unwrap_err().code(), Code::DiskFull);
    assert!(!s.is_lost());
    // Work can continue under the old key, and what is written now is not lost either.
    assert_eq!(note_of(&s).unwrap(), NOTE);
    put_setting(&mut s, "after", "1");
    assert!(verify(&s).unwrap().ok);
    drop(s);
    // The change cannot be finished yet, and keeps nobody out.
    let mut s = world.anneke();
    put_setting(&mut s, "again", "1");
    assert_eq!(note_of(&s).unwrap(), NOTE);
}

#[cfg(unix)]
#[test]
fn a_change_of_keys_without_room_loses_nothing_and_is_finished_when_there_is_room() {
    let world = World::new();
    let mut s = world.anneke();
    for n in 0..300 {
        put_setting(&mut s, &format!("k{n}"), &"x".repeat(2000));
    }
    s.write(Op::SettingsSet, |tx| {
        tx.execute("DELETE FROM setting WHERE key LIKE 'k1%'", [])?;
        Ok(tx.changed(Subject::NONE, ()))
    })
    .unwrap();
    drop(s);
    // A change of keys needs a journal longer than the file. The trap makes a write over the limit fail instead of
    // killing the process.
    let blocks = fs::metadata(world.data()).unwrap().len() / 512;
    let ran = std::process::Command::new("sh")
        .args(["-c", &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" --exact {FULL}")])
        .arg(std::env::current_exe().unwrap())
        .env(FULL_ENV, &world.place)
        .output()
        .unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stdout));
    assert!(world.versions().iter().any(|(_, version)| *version == 2), "it was begun");
    let s = world.anneke();
    assert_eq!(note_of(&s).unwrap(), NOTE);
    assert!(verify(&s).unwrap().ok);
    let kept = s.read(Permission::Own, |tx| {
        tx.one("SELECT count(*) FROM setting WHERE key IN ('after', 'again')", [], |r| r.get::<_, i64>(0))
    });
    assert_eq!(kept.unwrap(), 2);
    drop(s);
    assert!(world.versions().iter().all(|(_, version)| *version == 2), "and finished");
}

#[test]
fn a_copy_that_cannot_be_removed_keeps_nobody_out_and_is_tried_again() {
    let world = World::new();
    let copy = db::safety_copy(&world.data(), 7);
    crate::kernel::files::write_whole(&copy, b"SQLite").unwrap();
    let name = copy.file_name().unwrap().to_str().unwrap();
    let failing = crate::kernel::files::failing::at(name);
    let mut s = world.anneke();
    assert_eq!(rekey(&mut s).unwrap_err().code(), Code::VaultCopyStays);
    // Other changes to users still work.
    let bert = NewMember { name: "Bert", roles: &[Role::Viewer], admin: false, passphrase: &phrase(BERT), kdf: None };
    add_member(&mut s, &bert, &phrase(FOUNDER), &None).unwrap();
    let henk = account(&s, "Henk").unwrap().id;
    super::remove_member(&mut s, henk).unwrap();
    drop(s);
    let mut bert = world.unlock("Bert", BERT, false).unwrap();
    let own = ChangePassphrase { old: phrase(BERT), new: phrase("water vuur aarde lucht") };
    change_passphrase(&mut bert, own).unwrap();
    drop(bert);
    for looks in [false, true] {
        let s = world.unlock("Anneke", FOUNDER, looks).unwrap();
        assert_eq!(note_of(&s).unwrap(), NOTE);
        assert_eq!(super::world::told(&s).contains(&"vault.copy_stays".to_owned()), !looks);
    }
    drop(failing);
    assert_eq!(super::world::told(&world.anneke()), [""; 0]);
    let newest = world.versions().iter().filter(|(c, _)| *c == Compartment::Main).count();
    assert!(!copy.exists() && newest == 1, "the keys of before are gone");
    assert!(verify(&world.anneke()).unwrap().ok);
}

#[test]
fn without_room_for_the_new_key_of_a_compartment_that_somebody_lost_nobody_writes_in_it() {
    let world = World::new();
    let mut s = world.anneke();
    let mut change = Change::begin(&mut s).unwrap();
    change.roster.key_mut(Compartment::Confidential).unwrap().renew = true;
    change.sign().unwrap();
    change.announce(&mut s).unwrap();
    drop(s);
    let failing = crate::kernel::files::failing::at("header.bak");
    assert_eq!(world.unlock("Anneke", FOUNDER, false).err().unwrap().code(), Code::DiskFull);
    assert_eq!(note_of(&world.unlock("Anneke", FOUNDER, true).unwrap()).unwrap(), NOTE);
    drop(failing);
    drop(world.anneke());
    let right = |(c, v): &(Compartment, u32)| *v == if *c == Compartment::Confidential { 2 } else { 1 };
    assert!(world.versions().iter().all(right), "{:?}", world.versions());
}

fn account(s: &Session, name: &str) -> Option<accounts::Account> {
    s.read(Permission::Own, accounts::list).unwrap().into_iter().find(|a| a.name == name)
}

#[test]
fn after_a_crash_between_the_two_headers_the_one_that_belongs_to_the_data_is_taken() {
    let world = World::new();
    let read = |path: fn(&std::path::Path) -> std::path::PathBuf| fs::read(path(&world.place)).unwrap();
    let (first, data) = (read(folder::header_path), read(folder::data_path));
    let bert = "zolder pinda kraan trompet";
    let new = NewMember { name: "Bert", roles: &[Role::Viewer], admin: false, passphrase: &phrase(bert), kdf: None };
    add_member(&mut world.anneke(), &new, &phrase(FOUNDER), &None).unwrap();
    // The data is committed, the first header not yet written.
    crate::kernel::files::write_whole(&folder::header_path(&world.place), &first).unwrap();
    let s = world.unlock("Bert", bert, false).unwrap();
    assert!(verify(&s).unwrap().ok, "and both headers are in place again");
    drop(s);
    // The second header is written, the data not yet committed.
    crate::kernel::files::write_whole(&folder::header_path(&world.place), &first).unwrap();
    crate::kernel::files::write_whole(&world.data(), &data).unwrap();
    world.forget();
    assert!(verify(&world.anneke()).unwrap().ok);
    assert_eq!(world.unlock("Bert", bert, false).err().unwrap().code(), Code::VaultWrongPassphrase);
}

#[test]
fn a_header_without_its_twin_opens_and_is_told() {
    for damaged in [folder::header_path, folder::second_path] {
        let world = World::new();
        let path = damaged(&world.place);
        let mut bytes = fs::read(&path).unwrap();
        bytes[200] ^= 1;
        crate::kernel::files::write_whole(&path, &bytes).unwrap();
        let s = world.anneke();
        let told = super::me(&s).unwrap().told;
        assert_eq!(told.iter().map(|f| f.code.as_str()).collect::<Vec<_>>(), ["vault.second_header"]);
        assert!(verify(&s).unwrap().ok, "and it has its twin again");
    }
}

#[test]
fn a_header_that_cannot_be_written_leaves_no_row_and_burns_no_name() {
    let world = World::new();
    let mut s = world.anneke();
    let rows =
        |s: &Session| s.read(Permission::Own, |tx| tx.one("SELECT count(*) FROM trail", [], |r| r.get::<_, i64>(0)));
    let (before, header) = (rows(&s).unwrap(), fs::read(folder::header_path(&world.place)).unwrap());
    let failing = crate::kernel::files::failing::at("header.bak");
    let passphrase = phrase("zolder pinda kraan trompet");
    let new = NewMember { name: "Bert", roles: &[Role::Viewer], admin: false, passphrase: &passphrase, kdf: None };
    add_member(&mut s, &new, &phrase(FOUNDER), &None).unwrap_err();
    let henk = account(&s, "Henk").unwrap().id;
    let privacy = super::Duties { roles: &[Role::Privacy], admin: false };
    super::remove_member(&mut s, henk).unwrap_err();
    super::change_member(&mut s, henk, &privacy, &phrase(FOUNDER), &None).unwrap_err();
    assert_eq!(rows(&s).unwrap(), before);
    assert_eq!(fs::read(folder::header_path(&world.place)).unwrap(), header);
    drop(failing);
    add_member(&mut s, &new, &phrase(FOUNDER), &None).unwrap();
    assert!(!account(&s, "Henk").unwrap().removed);
    assert!(verify(&s).unwrap().ok);
}

#[test]
fn a_sheet_is_not_used_up_on_a_damaged_vault() {
    let world = World::new();
    let groups =
        recovery_text(&mut world.anneke(), super::RecoveryRequest { passphrase: phrase(FOUNDER), groups: None })
            .unwrap()
            .value
            .groups;
    let req = UnlockRecovery {
        user: None,
        groups: groups.into_iter().map(Secret::new).collect(),
        new_passphrase: phrase("zolder pinda kraan trompet"),
        older_is_right: false,
        is_closed_elsewhere: false,
    };
    let (data, header) = (fs::read(world.data()).unwrap(), fs::read(folder::header_path(&world.place)).unwrap());
    let mut damaged = data.clone();
    damaged[data.len() - 2000] ^= 1;
    crate::kernel::files::write_whole(&world.data(), &damaged).unwrap();
    assert_eq!(by_recovery(&world.door(), &world.place, &req).err().unwrap().code(), Code::VaultDamaged);
    assert_eq!(fs::read(folder::header_path(&world.place)).unwrap(), header);
    assert_eq!(fs::read(world.data()).unwrap(), damaged);
    crate::kernel::files::write_whole(&world.data(), &data).unwrap();
    by_recovery(&world.door(), &world.place, &req).unwrap();
}

#[test]
fn an_older_file_is_made_ready_to_be_looked_at_where_the_folder_is_free() {
    let world = World::new();
    drop(world.lacks_the_last_migration());
    let before = fs::read(world.data()).unwrap();
    let lock = lock_file::take(&world.place, world.around.clock.now(), false).unwrap();
    assert_eq!(world.unlock("Anneke", FOUNDER, true).err().unwrap().code(), Code::VaultNotReady);
    assert_eq!(fs::read(world.data()).unwrap(), before);
    drop(lock);
    assert!(world.unlock("Anneke", FOUNDER, true).unwrap().is_read_only());
    assert!(db::safety_copy(&world.data(), MIGRATIONS.len() - 1).exists());
}

/// A clock that advances five seconds at every reading.
struct Slow(AtomicI64);

impl Clock for Slow {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.fetch_add(5000, Ordering::Relaxed))
    }
}

#[test]
fn the_wait_begins_when_the_work_of_the_attempt_is_done() {
    let mut world = World::new();
    let clock = Arc::new(Slow(AtomicI64::new(1_800_000_000_000)));
    world.around.clock = clock.clone();
    for name in ["Anneke", "Niemand"] {
        assert_eq!(world.unlock(name, VIEWER, false).err().unwrap().code(), Code::VaultWrongPassphrase);
        let noted = Timestamp(clock.0.load(Ordering::Relaxed) - 5000);
        assert_eq!(wait::seconds_left(&world.place, noted), 1, "{name}");
        wait::forget(&world.place);
    }
}
