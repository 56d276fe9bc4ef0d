//! The example association that `demo_fill` makes up.
use acceptance::TestVault;
use ledenkluis_core::ops::Role;
use serde_json::json;

fn names(seed: u64) -> Vec<String> {
    let mut vault = TestVault::as_role(&[Role::Secretary], true);
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
    let mut vault = TestVault::as_role(&[Role::Secretary], true);
    vault.person("Grace", "Okafor");
    assert_eq!(vault.refused("demo_fill", json!({ "people": 5, "seed": 1 })).code, "demo.not_empty");
    assert_eq!(vault.call("people_list", json!({}))["total"], 1);
    assert_eq!(vault.call("settings_get", json!({}))["demo"], false);
}

#[test]
fn every_screen_has_something_on_it() {
    let mut vault = TestVault::as_role(&[Role::Secretary, Role::Treasurer], true);
    vault.call("demo_fill", json!({ "people": 250, "seed": 1 }));
    let counts = vault.call("people_list", json!({}))["counts"].clone();
    for tab in ["members", "donors", "volunteers", "former"] {
        assert!(counts[tab].as_u64().is_some_and(|n| n >= 5), "{tab} in {counts}");
    }
    let overview = vault.call("consent_overview", json!({}));
    let photos =
        overview.as_array().into_iter().flatten().find(|c| c["key"] == "photos_portrait").cloned().unwrap_or_default();
    for state in ["given", "refused", "unknown", "open"] {
        assert!(photos[state].as_u64().is_some_and(|n| n >= 5), "{state} in {photos}");
    }
    let page = vault.call("people_list", json!({ "limit": 250 }));
    let rows = page["rows"].as_array().cloned().unwrap_or_default();
    let said = |state: &str| {
        rows.iter()
            .flat_map(|r| r["consents"].as_array().cloned().unwrap_or_default())
            .filter(|c| c["state"] == state)
            .count()
    };
    assert!(said("withdrawn") > 0, "somebody took a yes back or objected");
    assert!(!vault.call("retention_due", json!({}))["groups"].as_array().is_none_or(Vec::is_empty), "somebody is due");
    let gifts: usize = rows
        .iter()
        .map(|r| vault.call("donations_list", json!({ "person": r["id"] })).as_array().map_or(0, Vec::len))
        .sum();
    assert!(gifts > 20, "{gifts} gifts and payments");
    assert!(
        rows.iter().any(|r| r["relations"][0]["ended"] == true && r["relations"][0]["ended_on"].is_null()),
        "an end nobody knows"
    );
    assert!(
        rows.iter().any(|r| r["relations"][0]["ended"] == false && !r["relations"][0]["ended_on"].is_null()),
        "an end to come"
    );
}
