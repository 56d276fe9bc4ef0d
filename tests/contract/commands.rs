//! Every command: its name, its place, its types.
use ledenkluis_core::api::{self, Kind};
use std::collections::BTreeSet;

#[test]
fn every_command_is_named_after_its_feature_and_stands_once() {
    let commands = api::commands();
    let names: BTreeSet<_> = commands.iter().map(|c| c.name).collect();
    assert_eq!(names.len(), commands.len());
    for c in &commands {
        assert!(c.name.contains('_'), "{}: feature_verb", c.name);
        assert_eq!(c.permission.is_some(), matches!(c.kind, Kind::Read | Kind::Write), "{}", c.name);
    }
}

#[test]
fn the_typescript_has_no_name_for_two_types() {
    let types = api::typescript_types().expect("one name, one type");
    assert!(types.contains("export type PersonView"));
    assert!(
        api::typescript_api()
            .contains("list: command<T.PeopleFilter, T.PeoplePage>(\"people_list\", [\"People\", \"Consent\"]),")
    );
}

#[test]
fn a_request_that_does_not_fit_is_refused() {
    let mut vault = acceptance::TestVault::new();
    assert_eq!(vault.refused("people_get", serde_json::json!({ "persoon": 1 })).code, "request.malformed");
    assert_eq!(vault.refused("people_fly", serde_json::json!({})).code, "command.unknown");
}
