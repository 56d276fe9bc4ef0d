//! Other files come into the folder while the vault is open, or half of them before it is opened: a cloud service that
//! settles a conflict, a back-up that is put back.
use super::change_passphrase::{ChangePassphrase, change_passphrase};
use super::folder;
use super::keyring::roster::Holder;
use super::world::{BERT, FOUNDER, Files, VIEWER, World, files, kept_beside, phrase, put, rows, told};
use super::{NewMember, SetAside, add_member, put_away};
use crate::error::Code;
use crate::kernel::files::write_whole;
use crate::kernel::session::{Session, Subject};
use crate::ops::{Op, Permission, Role};
use std::fs;
use std::path::Path;

pub(super) fn lock(world: &World, s: &mut Session) -> Option<SetAside> {
    put_away(s, world.door().home).unwrap()
}

/// Saves something that can be recognised.
pub(super) fn save(s: &mut Session, surname: &str) -> Result<(), Code> {
    let saved = s.write(Op::PersonCreate, |tx| {
        tx.execute(
            "INSERT INTO person (id, surname, sort_key, created_at, changed_at, replica)
             VALUES (randomblob(16), ?1, ?1, 0, 0, x'00')",
            [surname],
        )?;
        // With a clock that stands still only this makes one row of the trail differ from another.
        Ok(tx.changed(Subject::NONE, ()).fields(&[surname]))
    });
    saved.map(drop).map_err(|e| e.code())
}

pub(super) fn surnames(s: &Session) -> Vec<String> {
    s.read(Permission::PeopleSee, |tx| tx.rows("SELECT surname FROM person ORDER BY surname", [], |r| r.get(0)))
        .unwrap()
}

/// What the folder holds once another computer has done this and locked, starting from what is there now. The folder is
/// put back, and this computer knows nothing of it.
fn after_another_computer(world: &World, does: impl FnOnce(&mut Session)) -> Files {
    lock(world, &mut world.anneke());
    let before = files(world);
    let mut s = world.anneke();
    does(&mut s);
    lock(world, &mut s);
    drop(s);
    let theirs = vault_files(files(world));
    put(&before);
    world.forget();
    theirs
}

pub(super) fn of_the_other_computer(world: &World) -> Files {
    after_another_computer(world, |s| save(s, "Overkant").unwrap())
}

/// This computer did something of its own too, and locked.
fn work_here(world: &World) {
    let mut s = world.anneke();
    save(&mut s, "Hierzo").unwrap();
    lock(world, &mut s);
}

/// Changes the passphrase, and with it the keys.
fn change_keys(s: &mut Session) {
    change_passphrase(s, ChangePassphrase { old: phrase(FOUNDER), new: phrase(BERT) }).unwrap();
}

pub(super) fn vault_files(all: Files) -> Files {
    let is_own = |path: &Path| ["data.db", "header.json", "header.bak"].iter().any(|name| path.ends_with(name));
    all.into_iter().filter(|(path, _)| is_own(path)).collect()
}

/// As a cloud service does: another file takes the name.
#[cfg(unix)]
pub(super) fn by_rename(files: &Files) {
    for (path, bytes) in files {
        let arriving = path.with_extension("arriving");
        write_whole(&arriving, bytes).unwrap();
        fs::rename(&arriving, path).unwrap();
    }
}

/// As `cp` does: the same file gets other content.
pub(super) fn in_place(files: &Files) {
    use std::io::Write as _;
    for (path, bytes) in files {
        let mut file = fs::OpenOptions::new().write(true).truncate(true).open(path).unwrap();
        file.write_all(bytes).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn a_lock_leaves_the_files_of_another_computer_alone_and_keeps_its_own_version() {
    let world = World::new();
    let theirs = of_the_other_computer(&world);
    let mut s = world.anneke();
    save(&mut s, "Hierzo").unwrap();
    by_rename(&theirs);
    assert_eq!(save(&mut s, "Daarna"), Err(Code::VaultReplaced));
    let aside = lock(&world, &mut s).unwrap().places.remove(0);
    drop(s);
    assert_eq!(vault_files(files(&world)), theirs, "not a byte of it is touched");
    let refused = world.unlock("Anneke", FOUNDER, false).err().unwrap();
    assert_eq!(refused.code(), Code::VaultOlderCopy, "this computer knows that it wrote something else");
    assert_eq!(surnames(&world.unlock_older("Anneke", FOUNDER, false).unwrap()), ["Berg", "Overkant"]);
    let own = World::at(aside.into());
    let s = own.anneke();
    assert_eq!(surnames(&s), ["Berg", "Hierzo"]);
    assert!(super::verify(&s).unwrap().ok);
    assert_eq!(told(&s), [""; 0]);
}

#[test]
fn a_header_of_a_change_that_was_not_locked_yet_is_kept() {
    let world = World::new();
    lock(&world, &mut world.anneke());
    let before = files(&world);
    let mut s = world.anneke();
    let bert = NewMember { name: "Bert", roles: &[Role::Viewer], admin: false, passphrase: &phrase(BERT), kdf: None };
    add_member(&mut s, &bert, &phrase(FOUNDER), &None).unwrap();
    let theirs = vault_files(files(&world));
    std::mem::forget(s);
    put(&before);
    world.forget();
    let second = folder::second_path(&world.place);
    write_whole(&second, &theirs[&second]).unwrap();
    let mut s = world.anneke();
    save(&mut s, "Hierzo").unwrap();
    lock(&world, &mut s);
    assert_eq!(folder::beside(&world.place, vault_of(&world)).len(), 1, "the header of the change is still there");
}

/// The passphrase was changed on the other computer; of that only its second header had come.
#[test]
fn a_kept_header_opens_its_data_with_the_passphrase_of_that_computer() {
    let world = World::new();
    let theirs = after_another_computer(&world, change_keys);
    work_here(&world);
    let second = folder::second_path(&world.place);
    write_whole(&second, &theirs[&second]).unwrap();
    lock(&world, &mut world.unlock_older("Anneke", FOUNDER, false).unwrap());
    let data = folder::data_path(&world.place);
    write_whole(&data, &theirs[&data]).unwrap();
    assert_eq!(world.unlock("Anneke", BERT, false).err().unwrap().code(), Code::VaultOlderCopy);
    assert_eq!(surnames(&world.unlock_older("Anneke", BERT, false).unwrap()), ["Berg"]);
}

pub(super) fn vault_of(world: &World) -> crate::kernel::id::VaultId {
    folder::read_header(&world.place).unwrap().vault
}

#[cfg(unix)]
#[test]
fn a_file_that_comes_during_a_change_of_keys_is_neither_opened_nor_sealed() {
    let world = World::new();
    let theirs = of_the_other_computer(&world);
    let mut s = world.anneke();
    save(&mut s, "Hierzo").unwrap();
    let data = folder::data_path(&world.place);
    let place = world.place.clone();
    let arrives = move || write_whole(&place.join("data.db"), &theirs[&data]).unwrap();
    crate::kernel::db::rekeying::then(Box::new(arrives));
    let refused = change_passphrase(&mut s, ChangePassphrase { old: phrase(FOUNDER), new: phrase(BERT) }).unwrap_err();
    assert_eq!(refused.code(), Code::VaultReplaced);
    assert!(s.is_lost());
    assert_eq!(
        lock(&world, &mut s),
        Some(SetAside { places: vec![], overwritten: false }),
        "it is gone, and that is said"
    );
}

#[test]
fn what_is_written_over_an_open_vault_is_not_written_on_nor_sealed() {
    let world = World::new();
    let theirs = of_the_other_computer(&world);
    let mut s = world.anneke();
    save(&mut s, "Hierzo").unwrap();
    in_place(&theirs);
    assert_eq!(save(&mut s, "Daarna"), Err(Code::VaultReplaced));
    assert_eq!(
        lock(&world, &mut s),
        Some(SetAside { places: vec![], overwritten: true }),
        "what was saved is gone, and that is said"
    );
    drop(s);
    assert_eq!(vault_files(files(&world)), theirs);
    world.forget();
    assert_eq!(surnames(&world.anneke()), ["Berg", "Overkant"]);
}

#[test]
fn data_under_another_key_is_told_from_damage() {
    let world = World::new();
    let theirs = after_another_computer(&world, change_keys);
    let mut s = world.anneke();
    save(&mut s, "Hierzo").unwrap();
    in_place(&theirs);
    assert_eq!(save(&mut s, "Daarna"), Err(Code::VaultReplaced));
    assert_eq!(lock(&world, &mut s), Some(SetAside { places: vec![], overwritten: true }));
    drop(s);
    assert_eq!(vault_files(files(&world)), theirs);
}

#[test]
fn headers_that_are_gone_or_of_another_day_are_written_again_at_the_lock() {
    for which in 0..3 {
        let world = World::new();
        lock(&world, &mut world.anneke());
        let old = fs::read(folder::header_path(&world.place)).unwrap();
        let mut s = world.anneke();
        let bert =
            NewMember { name: "Bert", roles: &[Role::Viewer], admin: false, passphrase: &phrase(BERT), kdf: None };
        add_member(&mut s, &bert, &phrase(FOUNDER), &None).unwrap();
        save(&mut s, "Hierzo").unwrap();
        for path in [folder::header_path(&world.place), folder::second_path(&world.place)] {
            match which {
                0 => fs::remove_file(path).unwrap(),
                1 => write_whole(&path, b"{}").unwrap(),
                _ => write_whole(&path, &old).unwrap(),
            }
        }
        assert_eq!(lock(&world, &mut s), None);
        drop(s);
        assert_eq!(surnames(&world.anneke()), ["Berg", "Hierzo"], "{which}");
        world.unlock("Bert", BERT, false).unwrap();
    }
}

/// The older header and the data of its day have arrived; of today only the second header is there. The passphrase was
/// changed in between, and the vault locked often enough for the newer header to begin after what the older one has
/// seen.
#[test]
fn a_header_that_the_old_passphrase_cannot_prove_is_asked_about_and_kept() {
    let world = World::new();
    lock(&world, &mut world.anneke());
    let before = files(&world);
    let mut s = world.anneke();
    change_keys(&mut s);
    lock(&world, &mut s);
    drop(s);
    for _ in 0..3 {
        lock(&world, &mut world.unlock("Anneke", BERT, false).unwrap());
        lock(&world, &mut world.unlock("Henk", VIEWER, false).unwrap());
    }
    let today = files(&world);
    let second = folder::second_path(&world.place);
    put(&before);
    write_whole(&second, &today[&second]).unwrap();
    for forgets in [false, true] {
        if forgets {
            world.forget();
        }
        let refused = world.unlock("Anneke", FOUNDER, false).err().unwrap();
        assert_eq!(refused.code(), Code::VaultOlderCopy, "forgets {forgets}");
        assert_eq!(fs::read(&second).unwrap(), today[&second]);
    }
    let s = world.unlock_older("Anneke", FOUNDER, false).unwrap();
    assert_eq!(rows(&s, "vault.unlock").last().unwrap(), "older_is_right");
    assert_eq!(kept_beside(&world), [today[&second].clone()], "it is all that opens the data of today");
    drop(s);
    // The data of today arrives after all.
    put(&today);
    world.forget();
    world.unlock("Anneke", BERT, false).unwrap();
}

/// The data of another computer arrives after its header: that header was kept and belongs to it.
#[test]
fn a_header_that_was_kept_opens_its_data_when_that_arrives() {
    let world = World::new();
    let theirs = of_the_other_computer(&world);
    work_here(&world);
    write_whole(&folder::second_path(&world.place), &theirs[&folder::second_path(&world.place)]).unwrap();
    let mut s = world.unlock_older("Anneke", FOUNDER, false).unwrap();
    assert_eq!(surnames(&s), ["Berg", "Hierzo"]);
    lock(&world, &mut s);
    drop(s);
    assert_eq!(folder::beside(&world.place, vault_of(&world)).len(), 1);
    let ours = vault_files(files(&world));
    let data = folder::data_path(&world.place);
    write_whole(&data, &theirs[&data]).unwrap();
    assert_eq!(world.unlock("Anneke", FOUNDER, false).err().unwrap().code(), Code::VaultOlderCopy);
    let s = world.unlock_older("Anneke", FOUNDER, false).unwrap();
    assert_eq!(surnames(&s), ["Berg", "Overkant"]);
    let kept = folder::beside(&world.place, vault_of(&world));
    assert_eq!(kept.len(), 1, "ours is kept now, and theirs is the vault's own");
    assert_ne!(kept[0].to_bytes().unwrap(), theirs[&folder::header_path(&world.place)]);
    drop(s);
    write_whole(&data, &ours[&data]).unwrap();
    assert_eq!(surnames(&world.unlock_older("Anneke", FOUNDER, false).unwrap()), ["Berg", "Hierzo"]);
}

/// Whoever can write in the folder can put a header there that nobody of the vault made.
#[test]
fn a_header_that_cannot_be_checked_is_asked_about_as_that_and_opens_nothing_else() {
    let world = World::new();
    lock(&world, &mut world.anneke());
    let mut forged = folder::read_header(&world.place).unwrap();
    let identity = super::keyring::identity::Identity::make().unwrap();
    let mut seal = forged.seal.clone().unwrap();
    seal.trail += 7;
    let by = Holder::User(seal.by);
    forged.seal = Some(seal.signed(forged.vault, &identity).unwrap());
    let mut roster = forged.chain.last().unwrap().read().unwrap();
    roster.users.iter_mut().for_each(|user| user.keys = identity.public().unwrap());
    forged.chain = vec![roster.sign(&[(by, &identity)]).unwrap()];
    folder::write_second(&world.place, &forged).unwrap();
    let refused = world.unlock("Anneke", FOUNDER, false).err().unwrap();
    assert_eq!((refused.code(), refused.view().args["unproven"].as_str()), (Code::VaultOlderCopy, "true"));
    let s = world.unlock_older("Anneke", FOUNDER, false).unwrap();
    assert_eq!(surnames(&s), ["Berg"]);
    assert!(!told(&s).contains(&"vault.older_opened".to_owned()), "nothing shows that it is older");
}

#[test]
fn a_choice_comes_before_what_is_wrong_with_the_other_header() {
    let world = World::new();
    let theirs = of_the_other_computer(&world);
    work_here(&world);
    let own = fs::read(folder::header_path(&world.place)).unwrap();
    put(&theirs);
    write_whole(&folder::header_path(&world.place), &own).unwrap();
    assert_eq!(world.unlock("Anneke", FOUNDER, false).err().unwrap().code(), Code::VaultOlderCopy);
    assert_eq!(surnames(&world.unlock_older("Anneke", FOUNDER, false).unwrap()), ["Berg", "Overkant"]);
}

#[test]
fn without_a_name_in_a_vault_of_several_users_nothing_is_guessed() {
    use super::unlock::{Unlock, by_passphrase};
    let world = World::new();
    lock(&world, &mut world.anneke());
    let request = Unlock {
        user: None,
        name: None,
        passphrase: phrase(FOUNDER),
        read_only: false,
        older_is_right: false,
        clock_is_right: false,
        is_closed_elsewhere: false,
    };
    assert_eq!(by_passphrase(&world.door(), &world.place, &request).err().unwrap().code(), Code::UserNotNamed);
    assert_eq!(told(&world.anneke()), [""; 0], "and that is no failed attempt");
}
