//! What a lock sets aside when other files came into the folder, and what this computer remembers of it.
use super::SetAside;
use super::folder;
use super::replaced_tests::{by_rename, in_place, lock, of_the_other_computer, save, surnames, vault_files, vault_of};
use super::world::{FOUNDER, Files, World, files, told};
use crate::error::Code;
use crate::kernel::files::write_whole;
use crate::kernel::session::Session;
use std::fs;

/// Somebody saves this while other files come, and locks. Returns where the version is that was open.
#[cfg(unix)]
fn set_aside(world: &World, theirs: &Files, surname: &str) -> String {
    let mut s = world.unlock_older("Anneke", FOUNDER, false).unwrap();
    save(&mut s, surname).unwrap();
    by_rename(theirs);
    lock(world, &mut s).unwrap().places.remove(0)
}

#[cfg(unix)]
#[test]
fn what_was_set_aside_is_told_at_every_unlock_until_its_folder_is_gone() {
    let world = World::new();
    let theirs = of_the_other_computer(&world);
    let aside = SetAside { places: vec![set_aside(&world, &theirs, "Hierzo")], overwritten: false };
    let told_of = |s: &Session| super::told::told(s).into_iter().find(|one| one.code == "vault.set_aside");
    for again in [false, true] {
        let mut s = if again { world.anneke() } else { world.unlock_older("Anneke", FOUNDER, false).unwrap() };
        assert_eq!(told_of(&s).unwrap().args["place"], aside.places[0]);
        lock(&world, &mut s);
    }
    assert_eq!(super::aside::set_aside_of(world.door().home, &world.place), Some(aside.clone()));
    fs::remove_dir_all(&aside.places[0]).unwrap();
    assert_eq!(told_of(&world.anneke()), None);
    assert_eq!(super::aside::set_aside_of(world.door().home, &world.place), None);
}

#[cfg(unix)]
#[test]
fn from_the_vault_to_the_version_that_was_set_aside_and_back() {
    use super::aside::{version, version_of};
    let world = World::new();
    let theirs = of_the_other_computer(&world);
    let place = set_aside(&world, &theirs, "Hierzo");
    let home = world.door().home.to_owned();
    assert_eq!(version_of(&home, &world.place), None);
    let kept = version(&home, &world.place, Some(&place)).unwrap();
    assert_eq!(version(&home, &world.place, Some(&format!("{place}x"))), None);
    assert_eq!(kept.display().to_string(), place);
    assert_eq!(super::aside::set_aside_of(&home, &kept), None, "it says nothing about itself");
    for back in [version(&home, &kept, None), version_of(&home, &kept)] {
        assert_eq!(back.as_deref(), Some(world.place.as_path()));
    }
    // Another vault in its place is no version of this one, nor does one in the place of the vault have it.
    let others = World::new();
    for (one, other) in [(&kept, &others.place), (&world.place, &others.place)] {
        fs::remove_dir_all(one).unwrap();
        fs::rename(other, one).unwrap();
        assert_eq!((version_of(&home, &kept), super::aside::set_aside_of(&home, &world.place)), (None, None));
        fs::rename(one, other).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn a_damaged_note_takes_no_other_with_it_and_is_not_written_over() {
    let world = World::new();
    let theirs = of_the_other_computer(&world);
    let (home, first) = (world.door().home.to_owned(), set_aside(&world, &theirs, "Eerst"));
    let noted = home.join("aside.json");
    let told = || super::aside::set_aside_of(&home, &world.place).map(|told| told.places);
    let mut notes: Vec<serde_json::Value> = serde_json::from_slice(&fs::read(&noted).unwrap()).unwrap();
    notes.extend([serde_json::json!({ "vault": 1 }), notes[0].clone()]);
    write_whole(&noted, &serde_json::to_vec(&notes).unwrap()).unwrap();
    assert_eq!(told(), Some(vec![first]), "once");
    write_whole(&noted, b"[{").unwrap();
    let second = set_aside(&world, &theirs, "Daarna");
    assert_eq!(told(), Some(vec![second]));
    assert_eq!(fs::read(home.join("aside-unreadable.json")).unwrap(), b"[{");
}

#[cfg(unix)]
#[test]
fn what_a_crash_left_of_a_version_is_not_told_as_one_and_is_cleared_away() {
    let world = World::new();
    let half = world.place.with_extension("half.kluis");
    fs::create_dir(&half).unwrap();
    write_whole(&half.join("unfinished"), b"").unwrap();
    write_whole(&folder::data_path(&half), b"half").unwrap();
    let header = folder::read_header(&world.place).unwrap();
    let home = world.door().home.to_owned();
    super::aside::note(&home, &world.place, header.vault, Some(half.clone()), false).unwrap();
    assert_eq!(super::aside::set_aside_of(&home, &world.place), None);
    world.anneke();
    assert!(!half.exists());
}

#[test]
fn data_that_was_emptied_while_it_was_open_is_told() {
    let world = World::new();
    let mut s = world.anneke();
    save(&mut s, "Hierzo").unwrap();
    fs::File::options().write(true).open(folder::data_path(&world.place)).unwrap().set_len(0).unwrap();
    assert_eq!(lock(&world, &mut s), Some(SetAside { places: vec![], overwritten: true }));
}

#[cfg(unix)]
#[test]
fn work_in_a_version_does_not_make_the_vault_older_nor_the_other_way_round() {
    let mut world = World::new();
    let theirs = of_the_other_computer(&world);
    let kept = set_aside(&world, &theirs, "Hierzo");
    // Once it is asked which of the two is right.
    lock(&world, &mut world.unlock_older("Anneke", FOUNDER, false).unwrap());
    let vault = world.place.clone();
    for place in [kept.clone().into(), vault.clone(), kept.into(), vault] {
        world.place = place;
        let mut s = world.anneke();
        save(&mut s, "Verder").unwrap();
        assert_eq!(lock(&world, &mut s), None);
    }
}

#[cfg(unix)]
#[test]
fn what_was_lost_is_told_at_the_vault_and_not_at_a_version_of_it() {
    let mut world = World::new();
    let theirs = of_the_other_computer(&world);
    let kept = set_aside(&world, &theirs, "Hierzo");
    let home = world.door().home.to_owned();
    let header = folder::read_header(&world.place).unwrap();
    super::aside::note(&home, &world.place, header.vault, None, true).unwrap();
    let vault = std::mem::replace(&mut world.place, kept.clone().into());
    lock(&world, &mut world.anneke());
    assert_eq!(super::aside::set_aside_of(&home, &world.place), None);
    let told = |vault: &std::path::Path| super::aside::set_aside_of(&home, vault);
    assert_eq!(told(&vault), Some(SetAside { places: vec![], overwritten: true }), "before what was kept earlier");
    world.place = vault;
    lock(&world, &mut world.unlock_older("Anneke", FOUNDER, false).unwrap());
    assert_eq!(told(&world.place), Some(SetAside { places: vec![kept], overwritten: false }));
}

#[cfg(unix)]
#[test]
fn every_version_that_was_set_aside_is_told_also_where_only_the_folder_is_known() {
    let world = World::new();
    let theirs = of_the_other_computer(&world);
    let places = ["Eerst", "Daarna"].map(|name| set_aside(&world, &theirs, name));
    // The headers are gone too: only the place of the vault is known.
    fs::remove_file(folder::header_path(&world.place)).unwrap();
    fs::remove_file(folder::second_path(&world.place)).unwrap();
    let told = super::aside::set_aside_of(world.door().home, &world.place).unwrap();
    assert_eq!(told.places, places);
}

#[cfg(unix)]
#[test]
fn where_a_computer_only_opened_the_vault_nothing_is_missed_when_other_work_comes() {
    let world = World::new();
    let theirs = of_the_other_computer(&world);
    // Opened, looked at and locked; then the work of the other computer.
    lock(&world, &mut world.anneke());
    by_rename(&theirs);
    assert_eq!(surnames(&world.anneke()), ["Berg", "Overkant"]);
}

#[cfg(unix)]
#[test]
fn what_is_deleted_while_it_is_open_is_kept() {
    let world = World::new();
    let mut s = world.anneke();
    save(&mut s, "Hierzo").unwrap();
    fs::remove_dir_all(&world.place).unwrap();
    let place = lock(&world, &mut s).unwrap().places.remove(0);
    drop(s);
    assert_eq!(surnames(&World::at(place.into()).anneke()), ["Berg", "Hierzo"]);
}

#[test]
fn files_that_come_during_the_lock_itself_are_neither_sealed_nor_lost_in_silence() {
    for renames in [cfg!(unix), false] {
        let world = World::new();
        let theirs = of_the_other_computer(&world);
        let mut s = world.anneke();
        save(&mut s, "Hierzo").unwrap();
        let came = theirs.clone();
        super::content::sealing::then(Box::new(move || if renames { by_rename(&came) } else { in_place(&came) }));
        let aside = lock(&world, &mut s).unwrap();
        assert_eq!(!aside.places.is_empty(), renames);
        assert_eq!(vault_files(files(&world)), theirs, "not a byte of it is touched");
    }
}

#[test]
fn a_damaged_note_about_one_vault_says_nothing_about_the_others_and_is_told() {
    let world = World::new();
    let mut s = world.anneke();
    save(&mut s, "Hierzo").unwrap();
    lock(&world, &mut s);
    drop(s);
    let seen = world.door().home.join("seen.json");
    let mut notes: serde_json::Value = serde_json::from_slice(&fs::read(&seen).unwrap()).unwrap();
    let own = notes.clone();
    notes["0193-other"] = serde_json::json!({ "trail": -1 });
    write_whole(&seen, &serde_json::to_vec(&notes).unwrap()).unwrap();
    assert_eq!(told(&world.anneke()), [""; 0]);
    for damage in [serde_json::json!({ "trail": "x" }), serde_json::json!(null)] {
        let mut notes = own.clone();
        notes[vault_of(&world).to_string()] = damage;
        write_whole(&seen, &serde_json::to_vec(&notes).unwrap()).unwrap();
        assert_eq!(told(&world.anneke()), ["vault.memory_lost"]);
        assert_eq!(told(&world.anneke()), [""; 0], "it remembers again from here");
    }
    write_whole(&seen, b"{").unwrap();
    assert_eq!(told(&world.anneke()), ["vault.memory_lost"]);
    assert_eq!(fs::read(world.door().home.join("seen-unreadable.json")).unwrap(), b"{");
}

/// Before the lock, so that nothing but the memory of the computer can tell.
#[cfg(unix)]
#[test]
fn what_was_saved_before_a_crash_is_missed_when_other_files_have_come() {
    let world = World::new();
    let theirs = of_the_other_computer(&world);
    let mut s = world.anneke();
    save(&mut s, "Hierzo").unwrap();
    super::remember_written(&mut s, world.door().home);
    by_rename(&theirs);
    drop(s);
    let refused = world.unlock("Anneke", FOUNDER, false).err().unwrap();
    assert_eq!(refused.code(), Code::VaultOlderCopy);
    assert_eq!(surnames(&world.unlock_older("Anneke", FOUNDER, false).unwrap()), ["Berg", "Overkant"]);
}

#[cfg(unix)]
#[test]
fn a_version_that_fits_nowhere_leaves_no_half_of_itself() {
    let world = World::new();
    let theirs = of_the_other_computer(&world);
    let mut s = world.anneke();
    save(&mut s, "Hierzo").unwrap();
    by_rename(&theirs);
    let full = crate::kernel::files::failing::at("header.bak");
    let aside = lock(&world, &mut s).unwrap();
    drop(full);
    assert_eq!(aside, SetAside { places: vec![], overwritten: false });
    let beside = fs::read_dir(world.place.parent().unwrap())
        .unwrap()
        .flatten()
        .chain(fs::read_dir(&world.place).unwrap().flatten());
    let kept: Vec<_> = beside.map(|entry| entry.path()).filter(|path| path.is_dir() && *path != world.place).collect();
    assert!(kept.iter().all(|path| !path.join("data.db").exists()), "{kept:?}");
    assert_eq!(vault_files(files(&world)), theirs);
}

#[cfg(unix)]
#[test]
fn that_other_files_came_is_told_also_where_what_was_open_can_no_longer_be_read() {
    let world = World::new();
    let theirs = of_the_other_computer(&world);
    let mut s = world.anneke();
    save(&mut s, "Hierzo").unwrap();
    // The file that is open has lost its name but for this one.
    let open = world.place.join("open");
    fs::hard_link(folder::data_path(&world.place), &open).unwrap();
    by_rename(&theirs);
    fs::File::options().write(true).open(&open).unwrap().set_len(0).unwrap();
    let told = Some(SetAside { places: vec![], overwritten: false });
    assert_eq!(lock(&world, &mut s), told);
    assert_eq!(super::aside::set_aside_of(world.door().home, &world.place), told, "at the next unlock too");
}

#[test]
fn a_run_whose_home_ends_with_it_keeps_nothing_there() {
    let mut world = World::new();
    let at_home = |world: &World| {
        let home = world.door().home;
        super::put_away::places(&world.anneke(), home).iter().filter(|place| place.starts_with(home)).count()
    };
    assert_eq!(at_home(&world), 1);
    world.around.one_run = true;
    assert_eq!(at_home(&world), 0);
}
