//! What a session remembers of its own writes is no way round the rules about a person.
use acceptance::TestVault;
use ledenkluis_core::kernel::db::Mode;
use serde_json::{Value, json};

/// A vault with a person who withdrew a consent in this session.
fn withdrawn() -> (TestVault, Value) {
    let mut vault = TestVault::new();
    let person = vault.person("Grace", "Okafor");
    let all = vault.call("purposes_list", json!({}));
    let photos = all.as_array().unwrap().iter().find(|p| p["key"] == "photos_portrait").unwrap()["id"].clone();
    let yes = json!({ "person": person, "purpose": photos, "given": true, "on": "2026-11-20", "how": "paper", "by": "subject",
        "remark": "" });
    vault.call("consent_record", yes);
    vault.call("consent_withdraw", json!({ "person": person, "purpose": photos }));
    (vault, json!({ "person": person, "purpose": photos }))
}

#[test]
fn a_withdrawal_is_not_undone_of_somebody_who_does_not_exist() {
    let (mut vault, mut which) = withdrawn();
    which["person"] = json!("01234567-89ab-7def-8123-456789abcdef");
    assert_eq!(vault.refused("consent_reopen", which).code, "person.missing");
}

#[test]
fn a_withdrawal_is_not_undone_of_somebody_who_is_kept_only_for_tax_law() {
    let (mut vault, which) = withdrawn();
    let changed = vault.behind(Mode::ReadWrite).execute("UPDATE person SET restricted = 'fiscal'", []).unwrap();
    assert_eq!(changed, 1);
    let code = vault.refused("consent_reopen", which).code;
    assert!(["person.restricted", "person.missing"].contains(&code.as_str()), "{code}");
}
