//! The example association that `demo_fill` makes up.
use acceptance::{Calls, TestVault};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{ByPerson, DemoRequest, DueRequest, Nothing, PeopleFilter, PersonRow};
use ledenkluis_core::error::Code;
use ledenkluis_core::ops::Role;

fn names(seed: u64) -> Vec<String> {
    let mut vault = TestVault::as_role(&[Role::Secretary], true);
    assert_eq!(vault.ask(call::demo_fill, DemoRequest { people: 60, seed }).people, 60);
    let page = vault.ask(call::people_list, PeopleFilter::default());
    page.rows.iter().map(|r| r.sort_name.clone()).collect()
}

#[test]
fn the_same_seed_gives_the_same_people_and_another_seed_others() {
    assert_eq!(names(1), names(1));
    assert_ne!(names(1), names(2));
}

#[test]
fn examples_are_never_added_to_real_people() {
    let mut vault = TestVault::as_role(&[Role::Secretary], true);
    vault.person("Grace", "Okafor");
    assert_eq!(vault.refused(call::demo_fill, DemoRequest { people: 5, seed: 1 }), Code::DemoNotEmpty);
    assert_eq!(vault.ask(call::people_list, PeopleFilter::default()).total, 1);
    assert!(!vault.ask(call::settings_get, Nothing {}).demo);
}

#[test]
fn every_screen_has_something_to_show() {
    let mut vault = TestVault::as_role(&[Role::Secretary, Role::Treasurer], true);
    vault.ask(call::demo_fill, DemoRequest { people: 250, seed: 1 });
    let counts = vault.ask(call::people_list, PeopleFilter::default()).counts;
    for (tab, n) in [
        ("members", counts.members),
        ("donors", counts.donors),
        ("volunteers", counts.volunteers),
        ("former", counts.former),
    ] {
        assert!(n >= 5, "{tab} in {counts:?}");
    }
    let overview = vault.ask(call::consent_overview, Nothing {});
    let photos = overview.iter().find(|count| count.key == "photos_portrait").expect("a count of photographs");
    let by_state =
        [("given", photos.given), ("refused", photos.refused), ("unknown", photos.unknown), ("open", photos.open)];
    for (state, n) in by_state {
        assert!(n >= 5, "{state} in {photos:?}");
    }
    let rows = vault.ask(call::people_list, PeopleFilter { limit: Some(250), ..PeopleFilter::default() }).rows;
    let withdrawn = |row: &PersonRow| row.consents.iter().any(|consent| consent.state == "withdrawn");
    assert!(rows.iter().any(withdrawn), "somebody withdrew a consent or objected");
    assert!(!vault.ask(call::retention_due, DueRequest::default()).groups.is_empty(), "somebody is due");
    let gifts: usize = rows.iter().map(|row| vault.ask(call::donations_list, ByPerson { person: row.id }).len()).sum();
    assert!(gifts > 20, "{gifts} gifts and payments");
    let first = |row: &PersonRow| row.relations.first().map(|relation| (relation.ended, relation.ended_on.is_some()));
    assert!(rows.iter().any(|row| first(row) == Some((true, false))), "an end on an unknown day");
    assert!(rows.iter().any(|row| first(row) == Some((false, true))), "an end to come");
}
