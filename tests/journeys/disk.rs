//! Full and read-only disks: each has its own code, nothing is lost, and afterwards the vault opens. Each journey runs
//! in a process with a small disk of its own. Where the computer does not allow that, these tests check nothing; the
//! tests of the vault feature then cover a full disk by a limit on the size of files.
#![cfg(target_os = "linux")]
use acceptance::requests::{day, erasure, new_vault, secret, surnamed, unlock_as, until};
use acceptance::{Calls, Computer, PASSPHRASE, pages};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    ByPerson, ChangePassphrase, NewPerson, NewRelation, NewVault, Nothing, PeopleFilter, PersonId, RelationKind,
    RemoveUser, Unlock, UserId, VaultNames, VaultVerdict,
};
use ledenkluis_core::error::Code;
use ledenkluis_core::ops::Role;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const DISK: &str = "LEDENKLUIS_TEST_DISK";

/// The small disk, in the process that has one. Elsewhere runs the same test again in a process with a disk of 6 MB, if
/// the computer allows that, and returns `None`.
#[expect(clippy::print_stdout, reason = "a test that could not run says so")]
fn on_a_small_disk(test: &str) -> Option<PathBuf> {
    if let Some(disk) = std::env::var_os(DISK) {
        return Some(disk.into());
    }
    let place = tempfile::tempdir().unwrap();
    let script = "mount -t tmpfs -o size=6m none \"$1\" || exit 77; exec \"$2\" --exact \"$3\" --nocapture";
    let mut unshare = Command::new("unshare");
    unshare.args(["--user", "--map-root-user", "--mount", "sh", "-c", script, "sh"]);
    let ran =
        unshare.arg(place.path()).arg(std::env::current_exe().unwrap()).arg(test).env(DISK, place.path()).output();
    match ran {
        Ok(ran) if ran.status.success() => {
            assert!(String::from_utf8_lossy(&ran.stdout).contains("1 passed"), "{test} ran there");
        }
        Ok(ran) if ran.status.code() != Some(77) && !no_namespace(&ran.stderr) => {
            panic!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
        }
        _ => println!("{test}: this computer gives no test a disk of its own; nothing was checked"),
    }
    None
}

fn no_namespace(stderr: &[u8]) -> bool {
    String::from_utf8_lossy(stderr).contains("unshare: ")
}

fn mounted(disk: &Path, how: &str) {
    let done = Command::new("mount").args(["-o", how]).arg(disk).status().unwrap();
    assert!(done.success(), "mount -o {how}");
}

/// Fills the disk to the last block.
fn fill(disk: &Path) {
    use std::io::Write;
    let mut file = fs::File::create(disk.join("filler")).unwrap();
    while file.write_all(&[7; 4096]).is_ok() {}
    while file.write_all(&[7]).is_ok() {}
}

/// A vault on that disk, with one person and a viewer.
fn vault_on(disk: &Path) -> (Computer, PathBuf) {
    let mut computer = Computer::new();
    let folder = disk.join("kluis");
    let place = computer.app().admit(folder.clone());
    computer.ask(
        call::vault_create,
        NewVault { place: Some(place), ..new_vault("Harmonie", "Anneke Vos", &[Role::Secretary], PASSPHRASE) },
    );
    computer.add("Henk Smit", Role::Viewer);
    computer.ask(call::people_create, NewPerson { note: "speelt klarinet".into(), ..surnamed("Berg") });
    (computer, folder)
}

/// The bytes of the vault's own files.
fn bytes_of(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let own = |path: &PathBuf| ["header.json", "header.bak", "data.db"].iter().any(|name| path.ends_with(name));
    pages::files_below(folder).into_iter().filter(own).map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

fn henk(computer: &mut Computer) -> UserId {
    let users = computer.ask(call::users_list, Nothing {});
    users.iter().find(|u| u.name == "Henk Smit").unwrap().id
}

/// Checks that the vault opens, is whole, and still contains the person.
fn is_whole(computer: &mut Computer) {
    computer.enter(unlock_as("Anneke Vos", PASSPHRASE));
    assert_eq!(computer.ask(call::vault_verify, Nothing {}), VaultVerdict { ok: true, findings: vec![] });
    let person = computer.ask(call::people_list, PeopleFilter::default()).rows[0].id;
    assert_eq!(computer.ask(call::people_note, ByPerson { person }).text.as_deref(), Some("speelt klarinet"));
}

#[test]
fn a_disk_that_cannot_be_written_has_its_own_word_and_can_be_looked_at() {
    let Some(disk) = on_a_small_disk("disk::a_disk_that_cannot_be_written_has_its_own_word_and_can_be_looked_at")
    else {
        return;
    };
    let (mut computer, folder) = vault_on(&disk);
    let henk = henk(&mut computer);
    // A disk becomes read-only only while no file on it is open for writing, so lock first.
    computer.lock();
    let before = bytes_of(&folder);
    mounted(&disk, "remount,ro");
    assert_eq!(computer.refused(call::vault_unlock, unlock_as("Anneke Vos", PASSPHRASE)), Code::DiskReadOnly);
    assert_eq!(
        computer.refused(call::vault_unlock, unlock_as("Anneke Vos", "een heel andere wachtzin")),
        Code::DiskReadOnly
    );
    let place = computer.app().admit(disk.join("nieuw"));
    let new = NewVault { place: Some(place), ..new_vault("Anders", "A", &[Role::Viewer], PASSPHRASE) };
    assert_eq!(computer.refused(call::vault_create, new), Code::DiskReadOnly);
    computer.enter(Unlock { read_only: true, ..unlock_as("Anneke Vos", PASSPHRASE) });
    let list = computer.ask(call::people_list, PeopleFilter::default());
    assert_eq!(list.total, 1);
    let person = ByPerson { person: list.rows[0].id };
    assert!(computer.ask(call::people_get, person).has_note);
    assert_eq!(
        computer.refused(call::people_note, person),
        Code::ViewNoRow,
        "where no row can be left it is not shown"
    );
    assert_eq!(computer.refused(call::people_create, surnamed("Dijk")), Code::VaultReadOnly);
    assert_eq!(computer.refused(call::users_remove, RemoveUser { user: henk }), Code::VaultReadOnly);
    assert_eq!(bytes_of(&folder), before);
    computer.lock();
    mounted(&disk, "remount,rw");
    is_whole(&mut computer);
}

#[test]
fn a_full_disk_has_its_own_word_and_nothing_is_lost() {
    let Some(disk) = on_a_small_disk("disk::a_full_disk_has_its_own_word_and_nothing_is_lost") else { return };
    let (mut computer, folder) = vault_on(&disk);
    let henk = henk(&mut computer);
    let _ = fs::remove_file(folder.join("reserve"));
    fill(&disk);
    let before = bytes_of(&folder);
    let mut is_refused = |why: &str, refused: &dyn Fn(&mut Computer) -> Code| {
        assert_eq!(refused(&mut computer), Code::DiskFull, "{why}");
        assert_eq!(bytes_of(&folder), before, "{why}");
    };
    is_refused("a person", &|c| c.refused(call::people_create, surnamed("Dijk")));
    is_refused("a user", &|c| c.refused(call::users_add, c.newcomer("Bert", &[Role::Viewer])));
    is_refused("one user fewer", &|c| c.refused(call::users_remove, RemoveUser { user: henk }));
    let change = ChangePassphrase { old: secret(PASSPHRASE), new: secret("zolder pinda kraan trompet") };
    is_refused("a passphrase", &|c| c.refused(call::vault_change_passphrase, change.clone()));
    is_refused("names", &|c| c.refused(call::vault_names, VaultNames { hidden: true }));
    is_refused("a sheet", &|c| c.refused(call::vault_recovery_text, c.sheet()));
    computer.lock();
    let _ = fs::remove_file(folder.join("reserve"));
    fill(&disk);
    assert_eq!(computer.refused(call::vault_unlock, unlock_as("Anneke Vos", PASSPHRASE)), Code::DiskFull);
    let place = computer.app().admit(disk.join("nieuw"));
    let new = NewVault { place: Some(place), ..new_vault("Anders", "A", &[Role::Viewer], PASSPHRASE) };
    assert_eq!(computer.refused(call::vault_create, new), Code::DiskFull);
    assert!(!disk.join("nieuw").join("header.json").exists());
    assert_eq!(bytes_of(&folder), before);
    fs::remove_file(disk.join("filler")).unwrap();
    is_whole(&mut computer);
    let names: Vec<_> = computer.ask(call::users_list, Nothing {}).iter().map(|u| u.name.clone()).collect();
    assert_eq!(names, ["Anneke Vos", "Henk Smit"], "a user who could not be added takes no name");
    computer.add("Bert", Role::Viewer);
}

/// Somebody whose membership ended long ago.
fn due(computer: &mut Computer) -> PersonId {
    let relation = NewRelation { started_on: Some(day("2001-01-01")), ..until(RelationKind::Member, "2009-12-31") };
    computer.ask(call::people_create, NewPerson { relations: vec![relation], ..surnamed("Vertrokken") })
}

#[test]
fn on_a_full_disk_an_erasure_gives_up_the_reserve_and_is_finished() {
    let Some(disk) = on_a_small_disk("disk::on_a_full_disk_an_erasure_gives_up_the_reserve_and_is_finished") else {
        return;
    };
    let (mut computer, folder) = vault_on(&disk);
    let person = due(&mut computer);
    assert!(folder.join("reserve").is_file());
    fill(&disk);
    let done = computer.ask(call::erasure_run, erasure(person, "Vertrokken"));
    assert_eq!((done.erased, done.problem), (1, None));
    fs::remove_file(disk.join("filler")).unwrap();
    computer.lock();
    is_whole(&mut computer);
    assert!(folder.join("reserve").is_file(), "made again when there is room");
}

#[test]
fn on_a_full_disk_without_a_reserve_nobody_is_erased() {
    let Some(disk) = on_a_small_disk("disk::on_a_full_disk_without_a_reserve_nobody_is_erased") else { return };
    let (mut computer, folder) = vault_on(&disk);
    let person = due(&mut computer);
    fs::remove_file(folder.join("reserve")).unwrap();
    fill(&disk);
    assert_eq!(computer.refused(call::erasure_run, erasure(person, "Vertrokken")), Code::DiskFull);
    fs::remove_file(disk.join("filler")).unwrap();
    assert_eq!(computer.ask(call::people_get, ByPerson { person }).name.surname, "Vertrokken");
    assert_eq!(computer.ask(call::erasure_run, erasure(person, "Vertrokken")).problem, None);
    computer.lock();
    is_whole(&mut computer);
}
