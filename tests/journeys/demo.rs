//! The example association.
use acceptance::TestVault;
use serde_json::json;

fn names(seed: u64) -> Vec<String> {
    let mut vault = TestVault::new();
    assert_eq!(vault.call("demo_fill", json!({ "people": 60, "seed": seed }))["people"], 60);
    let page = vault.call("people_list", json!({}));
    page["rows"].as_array().into_iter().flatten().map(|r| r["sort_name"].to_string()).collect()
}

#[test]
fn the_same_seed_gives_the_same_people_and_another_seed_others() {
    assert_eq!(names(1), names(1));
    assert_ne!(names(1), names(2));
}

#[test]
fn examples_never_go_among_real_people() {
    let mut vault = TestVault::new();
    vault.person("Grace", "Okafor");
    assert_eq!(vault.refused("demo_fill", json!({ "people": 5, "seed": 1 })).code, "demo.not_empty");
    assert_eq!(vault.call("people_list", json!({}))["total"], 1);
    assert_eq!(vault.call("settings_get", json!({}))["demo"], false);
}
