//! Full and read-only disks: each has its own code, nothing is lost, and afterwards the vault opens. Each journey runs
//! in a process with a small disk of its own. Where the computer does not allow that, these tests check nothing; the
//! tests of the vault feature then cover a full disk by a limit on the size of files.
#![cfg(target_os = "linux")]
use acceptance::{Computer, PASSPHRASE, pages};
use serde_json::{Value, json};
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
    computer.call(
        "vault_create",
        json!({ "place": place, "association": "Harmonie", "user_name": "Anneke Vos", "roles": ["secretary"],
                "passphrase": PASSPHRASE, "kdf": { "memory_mib": 1, "passes": 1 } }),
    );
    computer.add("Henk Smit", "viewer");
    computer.call("people_create", json!({ "surname": "Berg", "note": "speelt klarinet" }));
    (computer, folder)
}

/// The bytes of the vault's own files.
fn bytes_of(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let own = |path: &PathBuf| ["header.json", "header.bak", "data.db"].iter().any(|name| path.ends_with(name));
    pages::files_below(folder).into_iter().filter(own).map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

fn unlock(passphrase: &str) -> Value {
    json!({ "name": "Anneke Vos", "passphrase": passphrase })
}

fn henk(computer: &mut Computer) -> Value {
    let users = computer.call("users_list", json!({}));
    users.as_array().unwrap().iter().find(|u| u["name"] == "Henk Smit").unwrap()["id"].clone()
}

/// Checks that the vault opens, is whole, and still contains the person.
fn is_whole(computer: &mut Computer) {
    computer.call("vault_unlock", unlock(PASSPHRASE));
    assert_eq!(computer.call("vault_verify", json!({})), json!({ "ok": true, "findings": [] }));
    let person = computer.call("people_list", json!({}))["rows"][0]["id"].clone();
    assert_eq!(computer.call("people_note", json!({ "person": person }))["text"], "speelt klarinet");
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
    computer.call("vault_lock", json!({}));
    let before = bytes_of(&folder);
    mounted(&disk, "remount,ro");
    assert_eq!(computer.refused("vault_unlock", unlock(PASSPHRASE)).code, "disk.read_only");
    assert_eq!(computer.refused("vault_unlock", unlock("een heel andere wachtzin")).code, "disk.read_only");
    let place = computer.app().admit(disk.join("nieuw"));
    let new = json!({ "place": place, "association": "Anders", "user_name": "A", "roles": ["viewer"],
                      "passphrase": PASSPHRASE, "kdf": { "memory_mib": 1, "passes": 1 } });
    assert_eq!(computer.refused("vault_create", new).code, "disk.read_only");
    let mut to_look = unlock(PASSPHRASE);
    to_look["read_only"] = json!(true);
    computer.call("vault_unlock", to_look);
    let list = computer.call("people_list", json!({}));
    assert_eq!(list["total"], 1);
    let person = json!({ "person": list["rows"][0]["id"] });
    assert_eq!(computer.call("people_get", person.clone())["has_note"], true);
    assert_eq!(computer.refused("people_note", person).code, "view.no_row", "where no row can be left it is not shown");
    for (command, request) in
        [("people_create", json!({ "surname": "Dijk" })), ("users_remove", json!({ "user": henk }))]
    {
        assert_eq!(computer.refused(command, request).code, "vault.read_only", "{command}");
    }
    assert_eq!(bytes_of(&folder), before);
    computer.call("vault_lock", json!({}));
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
    for (command, request) in [
        ("people_create", json!({ "surname": "Dijk" })),
        ("users_add", json!({ "name": "Bert", "roles": ["viewer"], "passphrase": "zolder pinda kraan trompet" })),
        ("users_remove", json!({ "user": henk })),
        ("vault_change_passphrase", json!({ "old": PASSPHRASE, "new": "zolder pinda kraan trompet" })),
        ("vault_names", json!({ "hidden": true })),
        ("vault_recovery_text", json!({})),
    ] {
        assert_eq!(computer.refused(command, request).code, "disk.full", "{command}");
        assert_eq!(bytes_of(&folder), before, "{command}");
    }
    computer.call("vault_lock", json!({}));
    let _ = fs::remove_file(folder.join("reserve"));
    fill(&disk);
    assert_eq!(computer.refused("vault_unlock", unlock(PASSPHRASE)).code, "disk.full");
    let place = computer.app().admit(disk.join("nieuw"));
    let new = json!({ "place": place, "association": "Anders", "user_name": "A", "roles": ["viewer"],
                      "passphrase": PASSPHRASE, "kdf": { "memory_mib": 1, "passes": 1 } });
    assert_eq!(computer.refused("vault_create", new).code, "disk.full");
    assert!(!disk.join("nieuw").join("header.json").exists());
    assert_eq!(bytes_of(&folder), before);
    fs::remove_file(disk.join("filler")).unwrap();
    is_whole(&mut computer);
    let names: Vec<_> =
        computer.call("users_list", json!({})).as_array().unwrap().iter().map(|u| u["name"].clone()).collect();
    assert_eq!(names, ["Anneke Vos", "Henk Smit"], "who could not be added has burnt no name");
    computer.add("Bert", "viewer");
}
