//! The vault: made, locked, opened in every possible way, and refused in every possible way without touching its files.
use acceptance::{Computer, PASSPHRASE};
use ledenkluis_core::api;
use ledenkluis_core::app::{App, NoDeviceKeys, write_whole};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const NEW: &str = "zolder pinda kraan trompet";

fn put(path: &Path, bytes: impl AsRef<[u8]>) {
    write_whole(path, bytes.as_ref()).unwrap();
}

fn anneke(computer: &mut Computer, passphrase: &str) -> Value {
    computer.call("vault_unlock", json!({ "name": "Anneke Vos", "passphrase": passphrase }))
}

fn refusal(computer: &mut Computer) -> String {
    computer.refused("vault_unlock", json!({ "name": "Anneke Vos", "passphrase": PASSPHRASE })).code
}

fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[at] ^= 0x20;
    put(path, bytes);
}

#[test]
fn a_vault_is_made_locked_and_opened_again() {
    let mut computer = Computer::new();
    assert_eq!(computer.call("vault_state", json!({}))["phase"], "none");
    computer.create(&["secretary"]);
    let state = computer.call("vault_state", json!({}));
    assert_eq!((&state["phase"], &state["association"]), (&json!("open"), &json!("Harmonie Kunst na Arbeid")));
    assert_eq!(state["me"]["name"], "Anneke Vos");
    assert_eq!(state["me"]["admin"], true);
    computer.call("people_create", json!({ "surname": "Berg" }));

    computer.call("vault_lock", json!({}));
    let state = computer.call("vault_state", json!({}));
    assert_eq!((&state["phase"], &state["me"]), (&json!("locked"), &Value::Null));
    assert_eq!(state["users"][0]["name"], "Anneke Vos");
    assert_eq!(computer.refused("people_list", json!({})).code, "vault.locked");

    computer.restart();
    assert_eq!(computer.call("vault_state", json!({}))["phase"], "locked", "the last vault is found again");
    let me = anneke(&mut computer, PASSPHRASE);
    assert_eq!(me["roles"], json!(["secretary"]));
    assert_eq!(computer.call("people_list", json!({}))["total"], 1);
    assert_eq!(computer.call("vault_verify", json!({})), json!({ "ok": true, "findings": [] }));
}

#[test]
fn a_place_in_the_folder_of_a_cloud_service_is_told() {
    let mut computer = Computer::new();
    let mut place = |name: &str| {
        let path = computer.path(name);
        let token = computer.app().admit(path);
        computer.call("vault_place", json!({ "place": token }))["cloud"].clone()
    };
    assert_eq!(place("Documenten"), Value::Null);
    assert_eq!(place("Dropbox/kluis"), "Dropbox");
    let token = {
        let path = computer.path("Dropbox/kluis");
        computer.app().admit(path)
    };
    let made = json!({ "place": token, "association": "Harmonie", "user_name": "A", "roles": ["viewer"],
                       "passphrase": PASSPHRASE, "kdf": { "memory_mib": 1, "passes": 1 } });
    computer.call("vault_create", made);
    assert_eq!(computer.call("vault_state", json!({}))["cloud"], "Dropbox");
    computer.call("vault_lock", json!({}));
    assert_eq!(computer.call("vault_choose", json!({ "place": token }))["cloud"], "Dropbox");
}

#[test]
fn a_vault_is_not_made_over_another_nor_with_a_weak_passphrase() {
    let mut computer = Computer::with_vault();
    let make = |passphrase: &str| {
        json!({ "association": "Harmonie Kunst na Arbeid", "user_name": "A", "roles": ["viewer"], "passphrase": passphrase,
                "kdf": { "memory_mib": 1, "passes": 1 } })
    };
    assert_eq!(computer.refused("vault_create", make(NEW)).code, "vault.exists");
    let weak = computer.refused(
        "vault_create",
        json!({ "association": "Anders", "user_name": "A", "roles": ["viewer"],
        "passphrase": "welkom" }),
    );
    assert_eq!(weak.fields[0].code, "vault.weak_passphrase");
}

#[test]
fn a_wrong_passphrase_is_told_once_and_then_one_waits_also_after_a_restart() {
    let mut computer = Computer::with_vault();
    computer.call("vault_lock", json!({}));
    let before = fs::read(computer.folder().join("header.json")).unwrap();
    let try_wrong = |c: &mut Computer| c.refused("vault_unlock", json!({ "passphrase": NEW })).code;
    assert_eq!(try_wrong(&mut computer), "vault.wrong_passphrase");
    assert_eq!(refusal(&mut computer), "vault.wait");
    computer.wait(1);
    assert_eq!(try_wrong(&mut computer), "vault.wrong_passphrase");
    computer.restart();
    assert_eq!(computer.call("vault_state", json!({}))["wait_seconds"], 2);
    computer.wait(1);
    assert_eq!(refusal(&mut computer), "vault.wait");
    computer.wait(1);
    anneke(&mut computer, PASSPHRASE);
    assert_eq!(fs::read(computer.folder().join("header.json")).unwrap(), before);
    // An unknown name gets the same refusal as a wrong passphrase.
    let unknown = computer.refused("vault_unlock", json!({ "name": "Niemand", "passphrase": PASSPHRASE }));
    assert_eq!(unknown.code, "vault.wrong_passphrase");
}

#[test]
fn every_kind_of_damage_has_its_own_code_and_leaves_the_files_as_they_are() {
    let mut computer = Computer::with_vault();
    let folder = computer.folder();
    computer.call("vault_lock", json!({}));
    let (headers, data) = ([folder.join("header.json"), folder.join("header.bak")], folder.join("data.db"));
    let (whole_header, whole_data) = (fs::read(&headers[0]).unwrap(), fs::read(&data).unwrap());
    let all = || [&headers[0], &headers[1], &data].map(|path| fs::read(path).ok());
    let mut check = |code: &str, spoil: &dyn Fn()| {
        spoil();
        let spoilt = all();
        assert_eq!(refusal(&mut computer), code);
        assert_eq!(all(), spoilt, "{code}: the files are untouched");
        headers.iter().for_each(|header| put(header, &whole_header));
        put(&data, &whole_data);
    };
    let both = |bytes: &[u8]| headers.iter().for_each(|header| put(header, bytes));
    let replaced = |from: &str, to: &str| {
        let text = String::from_utf8(whole_header.clone()).unwrap();
        assert!(text.contains(from));
        both(text.replace(from, to).as_bytes());
    };
    check("vault.damaged", &|| flip(&data, 5000));
    check("vault.halves_differ", &|| flip(&data, 100));
    check("vault.damaged", &|| put(&data, b""));
    check("vault.data_missing", &|| fs::remove_file(&data).unwrap());
    check("vault.header_damaged", &|| headers.iter().for_each(|header| fs::remove_file(header).unwrap()));
    check("vault.header_damaged", &|| both(b"{"));
    check("vault.header_damaged", &|| replaced("\"association\":\"Harmonie", "\"association\":\"Fanfare"));
    check("vault.too_new", &|| both(br#"{"format":3,"anything":"new"}"#));
    check("vault.too_old", &|| both(br#"{"format":1,"anything":"old"}"#));
    anneke(&mut computer, PASSPHRASE);
}

#[test]
fn a_flipped_bit_in_any_page_is_found_at_the_unlock_before_anything_is_written() {
    let mut computer = Computer::with_vault();
    for n in 0..20 {
        computer.call("people_create", json!({ "surname": format!("Berg {n}") }));
    }
    let data = computer.folder().join("data.db");
    computer.call("vault_lock", json!({}));
    let whole = fs::read(&data).unwrap();
    assert!(whole.len() > 20 * 4096);
    for page in 0..whole.len() / 4096 {
        flip(&data, page * 4096 + 2000);
        let damaged = fs::read(&data).unwrap();
        // SQLCipher checks the key on the first page, so damage there cannot be told from a file under another key.
        let code = if page == 0 { "vault.halves_differ" } else { "vault.damaged" };
        assert_eq!(refusal(&mut computer), code, "page {}", page + 1);
        assert_eq!(fs::read(&data).unwrap(), damaged, "page {}", page + 1);
        put(&data, &whole);
    }
    anneke(&mut computer, PASSPHRASE);
}

#[test]
fn the_window_makes_no_vault_whose_passphrase_is_cheap_to_guess() {
    let home = tempfile::tempdir().unwrap();
    let (vaults, scratch) = (home.path().join("home"), home.path().join("scratch"));
    let mut app = App::new(vaults, &scratch, std::sync::Arc::new(NoDeviceKeys)).unwrap();
    let mut refused = |memory_mib: u32, passes: u32| {
        let made = json!({ "association": "Harmonie", "user_name": "A", "roles": ["viewer"], "passphrase": PASSPHRASE,
                           "kdf": { "memory_mib": memory_mib, "passes": passes } });
        api::dispatch(&mut app, "vault_create", made).err().map(|e| e.fields[0].field.clone())
    };
    assert_eq!(refused(63, 3).as_deref(), Some("kdf"));
    assert_eq!(refused(64, 2).as_deref(), Some("kdf"));
    assert_eq!(refused(64, 3), None);
}

#[test]
fn an_open_vault_can_elsewhere_only_be_looked_at() {
    let mut first = Computer::with_vault();
    let mut second = first.second_program();
    let refused = second.refused("vault_unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(refused.code, "vault.in_use");
    assert!(refused.args["since"].parse::<i64>().unwrap() > 0);
    assert!(second.call("vault_state", json!({}))["in_use"]["since"].is_number());

    second.call("vault_unlock", json!({ "passphrase": PASSPHRASE, "read_only": true }));
    assert_eq!(second.call("vault_state", json!({}))["read_only"], true);
    assert_eq!(second.refused("people_create", json!({ "surname": "Berg" })).code, "vault.read_only");
    first.call("people_create", json!({ "surname": "Dijk" }));
    assert_eq!(second.call("people_list", json!({}))["total"], 1);

    first.call("vault_lock", json!({}));
    second.call("vault_unlock", json!({ "passphrase": PASSPHRASE }));
    second.call("people_create", json!({ "surname": "Berg" }));
}

#[test]
fn a_changed_passphrase_opens_and_the_old_one_does_not() {
    let mut computer = Computer::with_vault();
    let header = computer.folder().join("header.json");
    let old_header = fs::read_to_string(&header).unwrap();
    let wrong = computer.refused("vault_change_passphrase", json!({ "old": NEW, "new": NEW }));
    assert_eq!(wrong.code, "vault.wrong_passphrase");
    computer.wait(60);
    computer.call("vault_change_passphrase", json!({ "old": PASSPHRASE, "new": NEW }));
    assert_ne!(fs::read_to_string(&header).unwrap(), old_header);
    computer.call("vault_lock", json!({}));
    assert_eq!(refusal(&mut computer), "vault.wrong_passphrase");
    computer.wait(60);
    anneke(&mut computer, NEW);
}

#[test]
fn names_can_be_left_off_the_door() {
    let mut computer = Computer::with_vault();
    computer.call("vault_names", json!({ "hidden": true }));
    let header = fs::read_to_string(computer.folder().join("header.json")).unwrap();
    assert!(!header.contains("Anneke"));
    computer.call("vault_lock", json!({}));
    assert_eq!(computer.call("vault_state", json!({}))["users"], json!([]));
    assert_eq!(anneke(&mut computer, PASSPHRASE)["name"], "Anneke Vos");
    computer.call("vault_names", json!({ "hidden": false }));
    assert_eq!(
        computer.call("vault_state", json!({}))["users"],
        json!([]),
        "who is inside needs no list of the others"
    );
    computer.call("vault_lock", json!({}));
    assert_eq!(computer.call("vault_state", json!({}))["users"][0]["name"], "Anneke Vos");
}

#[test]
fn this_computer_can_remember_and_forget() {
    let mut computer = Computer::with_vault();
    let user = computer.call("vault_state", json!({}))["me"]["user"].clone();
    let by_device = json!({ "user": user });
    computer.call("vault_lock", json!({}));
    assert_eq!(computer.refused("vault_unlock_device", by_device.clone()).code, "vault.no_keychain");
    anneke(&mut computer, PASSPHRASE);
    computer.call("vault_remember", json!({ "on": true }));
    computer.restart();
    assert_eq!(computer.call("vault_state", json!({}))["device_users"], json!([user]));
    assert_eq!(computer.call("vault_unlock_device", by_device.clone())["name"], "Anneke Vos");

    computer.keychain.clear();
    computer.restart();
    assert_eq!(computer.refused("vault_unlock_device", by_device.clone()).code, "vault.no_keychain");
    anneke(&mut computer, PASSPHRASE);
    computer.call("vault_remember", json!({ "on": true }));
    computer.call("vault_remember", json!({ "on": false }));
    computer.call("vault_lock", json!({}));
    assert_eq!(computer.refused("vault_unlock_device", by_device).code, "vault.no_keychain");
}

#[test]
fn a_computer_without_a_keychain_says_so_and_changes_nothing() {
    let mut computer = Computer::with_vault();
    assert_eq!(computer.call("vault_state", json!({}))["keychain"], true);
    computer.keychain.gone.store(true, std::sync::atomic::Ordering::Relaxed);
    let mut next_time = computer.second_program();
    assert_eq!(next_time.call("vault_state", json!({}))["keychain"], false);
    let header = fs::read(computer.folder().join("header.json")).unwrap();
    assert_eq!(computer.refused("vault_remember", json!({ "on": true })).code, "vault.no_keychain");
    assert_eq!(fs::read(computer.folder().join("header.json")).unwrap(), header);
}

#[test]
fn nothing_about_a_person_can_be_read_in_the_folder() {
    let mut computer = Computer::with_vault();
    computer.call(
        "people_create",
        json!({ "given_name": "Sientje", "surname": "Dwarsligger", "note": "vergeet altijd haar klarinet",
                "emails": [{ "label": "home", "address": "sientje@voorbeeld.nl" }] }),
    );
    for entry in fs::read_dir(computer.folder()).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        for word in ["Sientje", "Dwarsligger", "klarinet", "sientje@", PASSPHRASE, "SQLite format"] {
            assert!(!bytes.windows(word.len()).any(|w| w == word.as_bytes()), "{word}");
        }
    }
}
