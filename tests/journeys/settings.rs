//! Settings: the secretary and the administrator set those of the association; every other user has an appearance of
//! their own.
use acceptance::TestVault;
use ledenkluis_core::ops::Role;
use serde_json::json;

#[test]
fn who_may_not_set_the_association_still_has_colours_and_a_size_of_his_own() {
    let mut vault = TestVault::new();
    vault.call("settings_set", json!({ "theme": "light", "text_size": 100 }));
    vault.reopen_as(&[Role::Viewer], false);
    assert_eq!(vault.refused("settings_set", json!({ "theme": "dark" })).code, "permission.denied");
    vault.call("settings_look", json!({ "theme": "dark" }));
    vault.call("settings_look", json!({ "text_size": 150 }));
    let mine = vault.call("settings_get", json!({}));
    assert_eq!((&mine["theme"], &mine["text_size"], &mine["language"]), (&json!("dark"), &json!(150), &json!("nl")));

    vault.reopen_as(&[Role::Treasurer], false);
    assert_eq!(vault.call("settings_get", json!({}))["theme"], "light", "nobody else's");
    vault.reopen_as(&[Role::Viewer], false);
    assert_eq!(vault.call("settings_get", json!({}))["text_size"], 150, "and it stays");
    assert_eq!(vault.refused("settings_look", json!({ "text_size": 20 })).fields[0].code, "field.choice");
}
