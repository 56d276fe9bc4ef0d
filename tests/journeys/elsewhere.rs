//! A vault that is gone or was replaced: the folder moved, the USB stick is out, an older copy lies in its place. Each
//! has its own code, and a correct passphrase is not simply called wrong.
use acceptance::{Computer, PASSPHRASE};
use ledenkluis_core::app::write_whole;
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const NEW: &str = "zolder pinda kraan trompet";

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

fn put(files: &BTreeMap<PathBuf, Vec<u8>>) {
    files.iter().for_each(|(path, bytes)| write_whole(path, bytes).unwrap());
}

#[test]
fn a_vault_whose_folder_moved_while_it_was_open_says_so_and_goes_on_when_it_is_back() {
    let mut computer = Computer::with_vault();
    let folder = computer.folder();
    let away = folder.with_extension("elsewhere");
    fs::rename(&folder, &away).unwrap();
    assert_eq!(computer.refused("people_create", json!({ "surname": "Okafor" })).code, "vault.moved");
    fs::rename(&away, &folder).unwrap();
    computer.call("people_create", json!({ "surname": "Okafor" }));
    assert_eq!(computer.call("people_list", json!({}))["total"], 1);
}

#[test]
fn after_a_start_a_vault_on_a_stick_that_is_out_is_waited_for() {
    let mut computer = Computer::with_vault();
    let folder = computer.folder();
    computer.call("vault_lock", json!({}));
    let away = folder.with_extension("elsewhere");
    fs::rename(&folder, &away).unwrap();
    computer.restart();
    let state = computer.call("vault_state", json!({}));
    assert_eq!((&state["phase"], &state["problem"]), (&json!("locked"), &json!("vault.missing")));
    assert!(
        state["place"].as_str().is_some_and(|place| folder.ends_with(place) || place.ends_with("kluis")),
        "{state}"
    );
    assert_eq!(computer.refused("vault_unlock", json!({ "passphrase": PASSPHRASE })).code, "vault.missing");
    fs::rename(&away, &folder).unwrap();
    assert_eq!(computer.call("vault_state", json!({}))["problem"], json!(null));
    computer.call("vault_unlock", json!({ "passphrase": PASSPHRASE }));
}

#[test]
fn in_front_of_a_copy_of_before_the_passphrase_of_today_is_not_just_called_wrong() {
    let mut computer = Computer::with_vault();
    let folder = computer.folder();
    computer.call("vault_lock", json!({}));
    let before = files(&folder);
    computer.call("vault_unlock", json!({ "passphrase": PASSPHRASE }));
    computer.call("vault_change_passphrase", json!({ "old": PASSPHRASE, "new": NEW }));
    computer.call("vault_lock", json!({}));
    assert_eq!(computer.refused("vault_unlock", json!({ "passphrase": PASSPHRASE })).code, "vault.wrong_passphrase");
    put(&before);
    computer.wait(60);
    assert_eq!(computer.refused("vault_unlock", json!({ "passphrase": NEW })).code, "vault.wrong_passphrase_older");
    computer.wait(60);
    assert_eq!(computer.refused("vault_unlock", json!({ "passphrase": PASSPHRASE })).code, "vault.older_copy");
}

#[test]
fn nothing_typed_is_no_attempt() {
    let mut computer = Computer::with_vault();
    computer.call("vault_lock", json!({}));
    for _ in 0..2 {
        assert_eq!(computer.refused("vault_unlock", json!({ "passphrase": "" })).code, "input.invalid");
    }
    let me = computer.call("vault_unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(me["told"], json!([]));
}

#[test]
fn what_a_job_that_only_looks_was_told_the_secretary_is_told_too() {
    let mut computer = Computer::with_vault();
    let told =
        |me: &serde_json::Value| me["told"].as_array().unwrap().iter().any(|f| f["code"] == "vault.failed_attempts");
    computer.call("vault_lock", json!({}));
    computer.refused("vault_unlock", json!({ "passphrase": NEW }));
    computer.wait(60);
    for (read_only, expected) in [(true, true), (true, true), (false, true), (false, false)] {
        let me = computer.call("vault_unlock", json!({ "passphrase": PASSPHRASE, "read_only": read_only }));
        assert_eq!(told(&me), expected, "looking: {read_only}");
        computer.call("vault_lock", json!({}));
    }
}

#[test]
fn a_part_under_another_name_is_named() {
    let mut computer = Computer::with_vault();
    let folder = computer.folder();
    computer.call("vault_lock", json!({}));
    fs::rename(folder.join("data.db"), folder.join("data (1).db")).unwrap();
    let refused = computer.refused("vault_unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!((refused.code.as_str(), refused.args["names"].as_str()), ("vault.data_renamed", "data (1).db"));
    fs::rename(folder.join("data (1).db"), folder.join("data.db")).unwrap();
    fs::copy(folder.join("data.db"), folder.join("data-LAPTOP.db")).unwrap();
    let me = computer.call("vault_unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(me["told"][0]["args"]["names"], "data-LAPTOP.db", "{me}");
}
