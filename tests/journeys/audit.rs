//! The trail: users read it, and a changed row is detected.
use acceptance::{Computer, TestVault};
use ledenkluis_core::kernel::db::{self, Mode};
use ledenkluis_core::kernel::secret::Key;
use ledenkluis_core::ops::Role;
use serde_json::json;

#[test]
fn a_changed_row_of_the_trail_is_found() {
    let mut vault = TestVault::new();
    vault.person("Grace", "Okafor");
    vault.person("Jan", "Pronk");
    vault.reopen_as(&[Role::Privacy], false);
    assert_eq!(
        vault.call("audit_verify", json!({})),
        json!({ "ok": true, "rows": 2, "first_broken": null, "fault": null })
    );
    {
        let behind = vault.behind(Mode::ReadWrite);
        assert!(
            behind.execute("UPDATE trail SET count = 9 WHERE seq = 1", []).is_err(),
            "the trigger refuses it first"
        );
        behind.execute_batch("DROP TRIGGER trail_is_not_changed; UPDATE trail SET count = 9 WHERE seq = 1").unwrap();
    }
    assert_eq!(vault.call("audit_verify", json!({}))["first_broken"], 1);
}

#[test]
fn the_trail_can_leave_out_the_programs_own_work_and_everybody_else() {
    let mut computer = Computer::new();
    let anneke = computer.create(&["secretary"])["user"].clone();
    computer.call("people_create", json!({ "surname": "Pronk" }));
    computer.call("settings_look", json!({ "theme": "dark" }));
    let henk = computer.add("Henk Smit", "viewer");
    computer.become_user("Henk Smit");
    computer.call("settings_look", json!({ "theme": "dark" }));
    assert_eq!(computer.refused("people_create", json!({ "surname": "Pronk" })).code, "permission.denied");
    computer.become_user("Anneke Vos");
    let mut ops = |request| {
        let lines = computer.call("audit_list", request);
        lines.as_array().unwrap().iter().map(|line| line["op"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ops(json!({})).iter().filter(|op| *op == "settings.look").count(), 2);
    assert!(!ops(json!({ "no_technical": true })).contains(&"settings.look".to_owned()));
    assert_eq!(
        ops(json!({ "actor": henk, "no_technical": true })),
        ["person.create", "vault.change_passphrase", "vault.unlock"]
    );
    assert_eq!(ops(json!({ "actor": henk, "limit": 1 })), ["person.create"], "what was denied is the newest");
    assert!(ops(json!({ "actor": anneke })).contains(&"vault.create".to_owned()));
}

#[test]
fn what_was_denied_is_never_left_out_as_technical() {
    let mut vault = TestVault::new();
    vault.call("settings_look", json!({ "theme": "dark" }));
    {
        let behind = vault.behind(Mode::ReadWrite);
        behind.execute_batch("DROP TRIGGER trail_is_not_changed; UPDATE trail SET outcome = 'denied'").unwrap();
    }
    vault.reopen_as(&[Role::Privacy], false);
    assert_eq!(vault.call("audit_list", json!({ "no_technical": true }))[0]["op"], "settings.look");
}

#[test]
fn the_lines_about_a_person_name_the_one_who_did_it() {
    let mut vault = TestVault::new();
    let id = vault.person("Grace", "Okafor");
    vault.person("Jan", "Pronk");
    let lines = vault.call("audit_of", json!({ "person": id }));
    assert_eq!(lines.as_array().map(Vec::len), Some(1));
    assert_eq!(
        (lines[0]["op"].clone(), lines[0]["actor_name"].clone()),
        (json!("person.create"), json!("[Secretary]"))
    );
}

#[test]
fn the_whole_trail_names_whom_it_is_about_as_far_as_the_reader_sees_them() {
    let mut computer = Computer::new();
    computer.create(&["secretary"]);
    let stays = computer.call("people_create", json!({ "given_name": "Grace", "surname": "Okafor" }));
    let ended = json!([{ "kind": "member", "ended_on": "2001-12-31", "ended": true }]);
    let gone = computer.call("people_create", json!({ "surname": "Pronk", "relations": ended }));
    computer.call("erasure_run", json!({ "persons": [gone], "confirm": "pronk" }));
    computer.add("Henk Smit", "viewer");
    let lines = computer.call("audit_list", json!({}));
    let about = |op: &str, subject: &serde_json::Value| {
        let line =
            lines.as_array().unwrap().iter().find(|line| line["op"] == op && line["subject"] == *subject).unwrap();
        line["about"].clone()
    };
    assert_eq!(about("person.create", &stays), json!({ "named": "Grace Okafor" }));
    assert_eq!(about("person.create", &gone), "erased");
    let added = lines.as_array().unwrap().iter().find(|line| line["op"] == "user.add").unwrap();
    assert_eq!(added["about"], json!({ "named": "Henk Smit" }));
    let made = lines.as_array().unwrap().iter().find(|line| line["op"] == "vault.create").unwrap();
    assert_eq!(made["about"], "nobody");
}

#[test]
fn who_reads_the_trail_and_sees_no_people_reads_no_name_in_it() {
    let mut vault = TestVault::new();
    vault.person("Grace", "Okafor");
    vault.reopen_as(&[], true);
    let lines = vault.call("audit_list", json!({}));
    let made = lines.as_array().unwrap().iter().find(|line| line["op"] == "person.create").unwrap();
    assert_eq!(made["about"], "nobody");
}

#[test]
fn who_stands_in_no_list_of_the_reader_is_not_said_to_be_erased() {
    let mut vault = TestVault::new();
    vault.person("Harrie", "Smeets");
    let conn = db::open(&vault.folder().join("data.db"), &Key::new([1; 32]), Mode::ReadWrite).unwrap();
    conn.execute("UPDATE person SET restricted = 'request'", []).unwrap();
    drop(conn);
    let mut about = |roles: &[Role]| {
        vault.reopen_as(roles, true);
        let lines = vault.call("audit_list", json!({}));
        lines.as_array().unwrap().iter().find(|line| line["op"] == "person.create").unwrap()["about"].clone()
    };
    assert_eq!(about(&[Role::Viewer]), "not_listed");
    assert_eq!(about(&[Role::Privacy]), json!({ "named": "Harrie Smeets" }));
}
