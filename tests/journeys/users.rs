//! Users: added with only the keys of their role, changed, and removed with new keys for the others.
use acceptance::{Computer, PASSPHRASE};
use ledenkluis_core::app::write_whole;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

fn put(path: &Path, bytes: impl AsRef<[u8]>) {
    write_whole(path, bytes.as_ref()).unwrap();
}

fn id_of(computer: &mut Computer, name: &str) -> Value {
    let users = computer.call("users_list", json!({}));
    users.as_array().unwrap().iter().find(|u| u["name"] == name).unwrap_or_else(|| panic!("{users}"))["id"].clone()
}

/// The compartments whose keys the header contains for a user.
fn keys_of(computer: &mut Computer, user: &Value) -> Vec<String> {
    let header: Value = serde_json::from_slice(&fs::read(computer.folder().join("header.json")).unwrap()).unwrap();
    let theirs = header["keys"].as_array().unwrap().iter().filter(|k| k["to"]["user"] == *user);
    let held: Vec<_> = theirs.map(|k| k["compartment"].as_str().unwrap().to_owned()).collect();
    // Sort by compartment, because the header puts a renewed key at the end.
    let order = ["main", "giving", "confidential"];
    order.iter().filter(|c| held.iter().any(|h| h == *c)).map(|c| (*c).to_owned()).collect()
}

#[test]
fn each_role_gets_its_keys_and_the_founder_hands_over_what_he_kept() {
    let mut computer = Computer::with_vault();
    let anneke = id_of(&mut computer, "Anneke Vos");
    assert_eq!(keys_of(&mut computer, &anneke), ["main", "giving", "confidential"]);
    let henk = computer.add("Henk Smit", "viewer");
    assert_eq!(keys_of(&mut computer, &henk), ["main"]);
    assert_eq!(keys_of(&mut computer, &anneke).len(), 3, "nobody's role needs `giving` yet");
    let bert = computer.add("Bert Dam", "treasurer");
    assert_eq!(keys_of(&mut computer, &bert), ["main", "giving"]);
    assert_eq!(keys_of(&mut computer, &anneke), ["main", "confidential"]);
    assert_eq!(computer.become_user("Bert Dam")["roles"], json!(["treasurer"]));
    assert_eq!(computer.call("vault_verify", json!({}))["ok"], true);
}

#[test]
fn a_key_that_is_not_held_is_given_with_the_recovery_sheet_only() {
    let mut computer = Computer::with_vault();
    let sheet = computer.call("vault_recovery_text", json!({}))["groups"].clone();
    computer.add("Bert Dam", "treasurer");
    let second = json!({ "name": "Carla Pol", "roles": ["treasurer"], "passphrase": "zolder pinda kraan trompet" });
    assert_eq!(computer.refused("users_add", second.clone()).code, "vault.key_missing");
    assert_eq!(computer.call("users_list", json!({})).as_array().unwrap().len(), 2, "nothing was added");
    let mut with_sheet = second;
    with_sheet["recovery"] = sheet;
    let carla = computer.call("users_add", with_sheet);
    assert_eq!(keys_of(&mut computer, &carla), ["main", "giving"]);
    let anneke = id_of(&mut computer, "Anneke Vos");
    assert_eq!(keys_of(&mut computer, &anneke), ["main", "confidential"], "the sheet's keys do not stay with her");
    computer.call("vault_unlock", json!({ "name": "Carla Pol", "passphrase": "zolder pinda kraan trompet" }));
}

#[test]
fn whose_passphrase_somebody_else_chose_is_asked_for_his_own() {
    let mut computer = Computer::with_vault();
    let asked = |c: &mut Computer| c.call("vault_state", json!({}))["me"]["must_change_passphrase"].clone();
    assert_eq!(asked(&mut computer), false, "the founder chose his own");
    computer.add("Henk Smit", "viewer");
    assert_eq!(asked(&mut computer), false);
    assert_eq!(computer.enter_as("Henk Smit")["must_change_passphrase"], true);
    computer.restart();
    assert_eq!(computer.enter_as("Henk Smit")["must_change_passphrase"], true, "until he has");
    let own = "zolder pinda kraan trompet";
    computer.call("vault_change_passphrase", json!({ "old": computer.phrase_of("Henk Smit"), "new": own }));
    assert_eq!(asked(&mut computer), false);
    computer.restart();
    let me = computer.call("vault_unlock", json!({ "name": "Henk Smit", "passphrase": own }));
    assert_eq!(me["must_change_passphrase"], false);
}

#[test]
fn names_are_unique_and_there_is_always_an_administrator() {
    let mut computer = Computer::with_vault();
    let anneke = id_of(&mut computer, "Anneke Vos");
    let twin = json!({ "name": " anneke vos ", "roles": ["viewer"], "passphrase": "zolder pinda kraan trompet" });
    assert_eq!(computer.refused("users_add", twin).fields[0].code, "user.name_taken");
    let change = json!({ "user": anneke, "roles": ["secretary"], "admin": false });
    assert_eq!(computer.refused("users_change", change).code, "user.last_admin");
    assert_eq!(computer.refused("users_remove", json!({ "user": anneke })).code, "user.not_self");
    let nobody = "00000000-0000-7000-8000-0000000000ff";
    assert_eq!(computer.refused("users_remove", json!({ "user": nobody })).code, "user.missing");
}

#[test]
fn another_role_brings_its_keys_and_takes_those_of_the_old_one() {
    let mut computer = Computer::with_vault();
    let henk = computer.add("Henk Smit", "viewer");
    computer.call("users_change", json!({ "user": henk, "roles": ["privacy"] }));
    assert_eq!(keys_of(&mut computer, &henk), ["main", "confidential"]);
    computer.call("users_change", json!({ "user": henk, "roles": ["viewer"] }));
    assert_eq!(keys_of(&mut computer, &henk), ["main"]);
    assert_eq!(computer.become_user("Henk Smit")["roles"], json!(["viewer"]));
}

#[test]
fn who_was_removed_gets_in_no_more_and_his_old_header_does_not_help() {
    let mut computer = Computer::with_vault();
    let henk = computer.add("Henk Smit", "viewer");
    let header = computer.folder().join("header.json");
    let while_henk_was_in = fs::read(&header).unwrap();
    computer.call("people_create", json!({ "surname": "Berg", "note": "speelt klarinet" }));
    computer.call("users_remove", json!({ "user": henk }));
    assert_eq!(computer.call("vault_verify", json!({}))["ok"], true);
    computer.call("vault_lock", json!({}));
    let as_henk = json!({ "name": "Henk Smit", "passphrase": computer.phrase_of("Henk Smit") });
    assert_eq!(computer.refused("vault_unlock", as_henk.clone()).code, "vault.wrong_passphrase");
    computer.wait(60);
    // Henk's passphrase opens the old header, but `data.db` has another key now.
    let now = fs::read(&header).unwrap();
    put(&header, &while_henk_was_in);
    assert_eq!(
        computer.refused("vault_unlock", as_henk.clone()).code,
        "vault.wrong_passphrase",
        "the other one is newer"
    );
    let twin = computer.folder().join("header.bak");
    put(&twin, while_henk_was_in);
    computer.wait(60);
    assert_eq!(computer.refused("vault_unlock", as_henk).code, "vault.halves_differ");
    put(&header, &now);
    put(&twin, now);
    computer.call("vault_unlock", json!({ "name": "Anneke Vos", "passphrase": PASSPHRASE }));
    let person = computer.call("people_list", json!({}))["rows"][0]["id"].clone();
    assert_eq!(computer.call("people_note", json!({ "person": person }))["text"], "speelt klarinet");
}

#[test]
fn a_viewer_is_refused_and_the_trail_says_so() {
    let mut computer = Computer::with_vault();
    let henk = computer.add("Henk Smit", "viewer");
    computer.become_user("Henk Smit");
    for (command, request) in [
        ("users_add", json!({ "name": "X", "roles": ["viewer"], "passphrase": "zolder pinda kraan trompet" })),
        ("users_change", json!({ "user": henk, "roles": ["treasurer"] })),
        ("users_remove", json!({ "user": henk })),
        ("vault_recovery_text", json!({})),
        ("vault_names", json!({ "hidden": true })),
    ] {
        assert_eq!(computer.refused(command, request).code, "permission.denied", "{command}");
    }
    computer.become_user("Anneke Vos");
    let lines = computer.call("audit_list", json!({}));
    let denied = lines.as_array().unwrap().iter().filter(|l| l["done"] == false).count();
    assert_eq!(denied, 5);
}

#[test]
fn the_last_key_of_a_compartment_does_not_leave_the_vault() {
    let mut computer = Computer::with_vault();
    let bert = computer.add("Bert Dam", "treasurer");
    let header = fs::read(computer.folder().join("header.json")).unwrap();
    assert_eq!(computer.refused("users_remove", json!({ "user": bert })).code, "user.last_key");
    let change = json!({ "user": bert, "roles": ["viewer"] });
    assert_eq!(computer.refused("users_change", change).code, "user.last_key");
    assert_eq!(fs::read(computer.folder().join("header.json")).unwrap(), header);

    let mut computer = Computer::with_vault();
    computer.call("vault_recovery_text", json!({}));
    let bert = computer.add("Bert Dam", "treasurer");
    computer.call("users_remove", json!({ "user": bert }));
    assert_eq!(computer.call("vault_verify", json!({}))["ok"], true);
}

#[test]
fn everybody_may_know_whom_to_ask_for_access() {
    let mut computer = Computer::with_vault();
    computer.add("Henk Smit", "viewer");
    computer.become_user("Henk Smit");
    assert_eq!(computer.refused("users_list", json!({})).code, "permission.denied");
    assert_eq!(computer.call("users_administrators", json!({})), json!(["Anneke Vos"]));
}
