//! The recovery sheet: made, confirmed by typing groups back, used, and void when it should be.
use acceptance::{Computer, PASSPHRASE, paper};
use ledenkluis_core::api;
use serde_json::{Value, json};
use std::fs;

const NEW: &str = "zolder pinda kraan trompet";

fn groups(computer: &mut Computer) -> Value {
    computer.call("vault_recovery_text", json!({}))["groups"].clone()
}

/// Types two groups back. The caller does not know which two are asked for, so it tries every pair; returns how many
/// pairs were accepted.
fn type_back(computer: &mut Computer, sheet: &Value) -> usize {
    let pairs = (0..8).flat_map(|a| (a + 1..8).map(move |b| (a, b)));
    let asked = pairs.map(|(a, b)| json!({ "a": sheet[a], "b": sheet[b] }));
    asked.filter(|pair| api::dispatch(computer.app(), "vault_recovery_confirm", pair.clone()).is_ok()).count()
}

fn is_confirmed(computer: &mut Computer) -> Value {
    computer.call("settings_get", json!({}))["recovery_confirmed"].clone()
}

#[test]
fn the_sheet_opens_the_vault_sets_a_passphrase_and_still_opens_until_there_is_another() {
    let mut computer = Computer::with_vault();
    computer.call("people_create", json!({ "surname": "Berg", "note": "speelt klarinet" }));
    let sheet = groups(&mut computer);
    assert_eq!(sheet.as_array().unwrap().len(), 8);
    computer.call("vault_lock", json!({}));
    computer.call("vault_unlock_recovery", json!({ "groups": sheet, "new_passphrase": NEW }));
    let person = computer.call("people_list", json!({}))["rows"][0]["id"].clone();
    assert_eq!(computer.call("people_note", json!({ "person": person }))["text"], "speelt klarinet");

    computer.call("vault_lock", json!({}));
    assert_eq!(computer.refused("vault_unlock", json!({ "passphrase": PASSPHRASE })).code, "vault.wrong_passphrase");
    computer.wait(60);
    computer.call("vault_unlock", json!({ "passphrase": NEW }));
    assert_eq!(is_confirmed(&mut computer), false, "it was used, so another one is to be made");
    computer.call("vault_unlock_recovery", json!({ "groups": sheet, "new_passphrase": NEW }));
    let next = groups(&mut computer);
    assert_eq!(type_back(&mut computer, &next), 1);
    computer.call("vault_lock", json!({}));
    let void = computer.refused("vault_unlock_recovery", json!({ "groups": sheet, "new_passphrase": NEW }));
    assert_eq!(void.code, "vault.recovery_wrong");
    computer.wait(60);
    computer.call("vault_unlock_recovery", json!({ "groups": next, "new_passphrase": NEW }));
}

#[test]
fn a_mistyped_group_is_named_and_another_vaults_sheet_is_refused() {
    let mut computer = Computer::with_vault();
    let mut sheet = groups(&mut computer);
    computer.call("vault_lock", json!({}));
    let other = groups(&mut Computer::with_vault());
    let refused = computer.refused("vault_unlock_recovery", json!({ "groups": other, "new_passphrase": NEW }));
    assert_eq!(refused.code, "vault.recovery_wrong");
    computer.wait(60);
    assert_eq!(computer.call("vault_recovery_group", json!({ "index": 2, "group": sheet[2] }))["right"], true);
    assert_eq!(computer.call("vault_recovery_group", json!({ "index": 3, "group": sheet[2] }))["right"], false);
    sheet[4] = sheet[5].clone();
    let refused = computer.refused("vault_unlock_recovery", json!({ "groups": sheet, "new_passphrase": NEW }));
    assert_eq!((refused.code.as_str(), refused.args["n"].as_str()), ("vault.recovery_group", "5"));
}

#[test]
fn a_printed_sheet_that_was_not_typed_back_leaves_the_one_before_in_force() {
    let mut computer = Computer::with_vault();
    let old = groups(&mut computer);
    let asked = computer.call("vault_recovery_make", json!({}));
    assert_eq!(asked["lacks"], json!([]));
    assert_eq!(
        computer.refused("vault_recovery_confirm", json!({ "a": "AAAAA", "b": "BBBBB" })).code,
        "vault.recovery_none"
    );
    let written = computer.call("vault_recovery_save", json!({ "target": { "to": "print" } }));
    assert!(written["pages"].as_u64().unwrap() >= 1);
    let wrong = computer.refused("vault_recovery_confirm", json!({ "a": old[0], "b": old[1] }));
    assert_eq!((&*wrong.code, &*wrong.args["n"]), ("vault.recovery_group", &*asked["ask"][0].to_string()));
    assert_eq!(computer.call("settings_get", json!({}))["recovery_confirmed"], false);
    // Nothing was confirmed, so the previous sheet still opens the vault.
    computer.call("vault_lock", json!({}));
    computer.call("vault_unlock_recovery", json!({ "groups": old, "new_passphrase": NEW }));
}

#[test]
fn a_sheet_is_confirmed_by_typing_two_groups_back_and_the_one_before_is_void() {
    let mut computer = Computer::with_vault();
    let old = groups(&mut computer);
    let new = groups(&mut computer);
    assert_eq!(is_confirmed(&mut computer), false);
    assert_eq!(type_back(&mut computer, &old), 0);
    assert_eq!(is_confirmed(&mut computer), false);
    assert_eq!(type_back(&mut computer, &new), 1);
    assert_eq!(is_confirmed(&mut computer), true);
    computer.call("vault_lock", json!({}));
    let refused = computer.refused("vault_unlock_recovery", json!({ "groups": old, "new_passphrase": NEW }));
    assert_eq!(refused.code, "vault.recovery_wrong");
    computer.wait(60);
    computer.call("vault_unlock_recovery", json!({ "groups": new, "new_passphrase": NEW }));
}

#[test]
fn a_sheet_lacks_what_its_maker_does_not_hold() {
    let mut computer = Computer::with_vault();
    computer.add("Bert Dam", "treasurer");
    computer.become_user("Anneke Vos");
    assert_eq!(computer.call("vault_recovery_make", json!({}))["lacks"], json!(["giving"]));
    // The printed sheet says so, also when it is printed again.
    for _ in 0..2 {
        assert!(printed(&mut computer).contains("Metditbladopentuniet:giftenenbetalingen."));
    }
    assert_eq!(computer.call("vault_recovery_text", json!({}))["lacks"], json!(["giving"]));
}

/// The words on the printed sheet, without white space.
fn printed(computer: &mut Computer) -> String {
    let written = computer.call("vault_recovery_save", json!({ "target": { "to": "print" } }));
    paper::words_of(&fs::read(written["path"].as_str().unwrap()).unwrap()).split_whitespace().collect()
}

#[test]
fn a_sheet_that_opens_everything_says_of_nothing_that_it_does_not() {
    let mut computer = Computer::with_vault();
    assert_eq!(computer.call("vault_recovery_text", json!({}))["lacks"], json!([]));
    computer.call("vault_recovery_make", json!({}));
    let words = printed(&mut computer);
    assert!(words.contains("Herstelblad") && !words.contains("Metditbladopentuniet"), "{words}");
}

/// Makes a sheet that does not open the gifts, because only the treasurers can. Returns the groups on the sheet, the
/// first treasurer, and a person with a gift.
fn sheet_without_gifts(computer: &mut Computer, treasurers: &[&str]) -> (Value, Value, Value) {
    let founder = computer.create(&["secretary", "treasurer"])["user_id"].clone();
    let person = computer.call("people_create", json!({ "surname": "Berg" }));
    let gift = json!({ "person": person, "kind": "gift", "on": "2026-01-01", "amount_cents": 2500 });
    computer.call("donations_record", gift);
    let added: Vec<Value> = treasurers.iter().map(|name| computer.add(name, "treasurer")).collect();
    computer.call("users_change", json!({ "user": founder, "roles": ["secretary"], "admin": true }));
    let made = computer.call("vault_recovery_text", json!({}));
    assert_eq!(made["lacks"], json!(["giving"]));
    (made["groups"].clone(), added[0].clone(), person)
}

#[test]
fn a_sheet_is_not_used_for_the_only_one_who_opens_what_it_lacks() {
    let mut computer = Computer::new();
    let (sheet, bert, person) = sheet_without_gifts(&mut computer, &["Bert Dam"]);
    computer.call("vault_lock", json!({}));
    let as_bert = json!({ "user": bert, "groups": sheet, "new_passphrase": NEW });
    let refused = computer.refused("vault_unlock_recovery", as_bert);
    assert_eq!((&*refused.code, &*refused.args["compartments"]), ("vault.sheet_lacks_last", "giving"));
    // Bert's own passphrase still opens the vault and the gifts.
    computer.become_user("Bert Dam");
    assert_eq!(computer.call("donations_list", json!({ "person": person })).as_array().map(Vec::len), Some(1));
}

#[test]
fn who_loses_a_part_by_a_sheet_that_lacks_it_is_told_so() {
    let mut computer = Computer::new();
    let (sheet, bert, person) = sheet_without_gifts(&mut computer, &["Bert Dam", "Carla Eik"]);
    computer.become_user("Bert Dam");
    computer.call("vault_lock", json!({}));
    computer.call("vault_unlock_recovery", json!({ "user": bert, "groups": sheet, "new_passphrase": NEW }));
    let told = computer.call("vault_state", json!({}))["me"]["told"].clone();
    assert_eq!(told, json!([{ "code": "vault.parts_lost", "args": { "compartments": "giving" } }]));
    assert_eq!(computer.refused("donations_list", json!({ "person": person })).code, "vault.key_missing");
}

#[test]
fn after_a_recovery_the_task_is_back_and_a_new_sheet_opens_everything() {
    let mut computer = Computer::with_vault();
    let first = groups(&mut computer);
    assert_eq!(type_back(&mut computer, &first), 1);
    let person = computer.call("people_create", json!({ "surname": "Berg", "note": "speelt klarinet" }));
    let bert = computer.add("Bert Dam", "treasurer");
    computer.become_user("Bert Dam");
    let gift = json!({ "person": person, "kind": "gift", "on": "2026-01-01", "amount_cents": 2500 });
    computer.call("donations_record", gift);

    computer.call("vault_unlock_recovery", json!({ "groups": first, "new_passphrase": NEW }));
    assert_eq!(is_confirmed(&mut computer), false, "the sheet is used up");
    let second = groups(&mut computer);
    assert_eq!(type_back(&mut computer, &second), 1);
    assert_eq!(is_confirmed(&mut computer), true);

    let as_bert = json!({ "user": bert, "groups": second, "new_passphrase": "kraan trompet zolder pinda" });
    computer.call("vault_unlock_recovery", as_bert);
    assert_eq!(computer.call("donations_list", json!({ "person": person })).as_array().map(Vec::len), Some(1));
    computer.call("vault_unlock_recovery", json!({ "groups": second, "new_passphrase": NEW }));
    assert_eq!(computer.call("people_note", json!({ "person": person }))["text"], "speelt klarinet");
}

#[test]
fn with_the_sheet_before_nothing_is_lost() {
    let mut computer = Computer::with_vault();
    let sheet = groups(&mut computer);
    computer.add("Bert Dam", "treasurer");
    let less = computer.refused("vault_recovery_make", json!({}));
    assert_eq!((less.code.as_str(), less.args["compartments"].as_str()), ("vault.sheet_lacks", "giving"));
    assert_eq!(computer.refused("vault_recovery_text", json!({})).code, "vault.sheet_lacks");
    assert_eq!(computer.call("vault_recovery_make", json!({ "groups": sheet }))["lacks"], json!([]));
    computer.call("vault_lock", json!({}));
    computer.call("vault_unlock_recovery", json!({ "groups": sheet, "new_passphrase": NEW }));
    assert_eq!(computer.call("vault_recovery_make", json!({}))["lacks"], json!([]));
}
