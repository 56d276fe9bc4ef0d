//! The trail: it can be read, and a changed row is found.
use acceptance::TestVault;
use ledenkluis_core::kernel::db::Mode;
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
