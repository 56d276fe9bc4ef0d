//! The overview of today: what each role may see of it.
use acceptance::TestVault;
use ledenkluis_core::ops::Role;
use serde_json::json;

#[test]
fn members_are_counted_by_the_year_they_came_and_went() {
    let mut vault = TestVault::new();
    let member = |from: &str, to: Option<&str>| json!({ "surname": "Proef", "relations": [{ "kind": "member", "started_on": from, "ended_on": to }] });
    for person in [member("2026-02-01", None), member("2020-02-01", Some("2026-03-01")), member("2025-02-01", None)] {
        vault.call("people_create", person);
    }
    let today = vault.call("today_overview", json!({}));
    assert_eq!(today["members"]["total"], 2);
    for last in ["2026-11-24", "2026-12-31", "2026-11-23"] {
        vault.call("people_create", member("2020-02-01", Some(last)));
    }
    let ends = vault.call("today_overview", json!({}));
    assert_eq!(ends["members"]["total"], 4, "the last day is a day of the membership");
    let years = today["members"]["years"].as_array().cloned().unwrap_or_default();
    assert_eq!(years.last(), Some(&json!({ "year": 2026, "joined": 1, "left": 1 })));
    assert_eq!(years.first(), Some(&json!({ "year": 2021, "joined": 0, "left": 0 })));
}

#[test]
fn the_administrator_is_told_to_print_the_recovery_sheet_and_sees_no_people() {
    let mut vault = TestVault::new();
    vault.call(
        "people_create",
        json!({ "surname": "Jarig", "birth_date": "1961-11-24", "relations": [{ "kind": "member" }] }),
    );
    assert_eq!(vault.call("today_overview", json!({}))["birthdays"][0]["name"], "Jarig");
    vault.reopen_as(&[], true);
    let today = vault.call("today_overview", json!({}));
    assert_eq!(today["now"][0]["kind"], "recovery");
    assert_eq!((today["members"]["total"].clone(), today["birthdays"].clone()), (json!(0), json!([])));
    vault.reopen_as(&[Role::Viewer], false);
    assert_eq!(vault.call("today_overview", json!({}))["birthdays"], json!([]), "a viewer does not see dates of birth");
}

#[test]
fn who_turns_sixteen_this_month_is_to_be_asked() {
    let mut vault = TestVault::new();
    for (name, born) in [("Noor", "2010-12-20"), ("Daan", "2010-12-04"), ("Lieke", "2011-01-04")] {
        let member =
            json!({ "given_name": name, "surname": "Berg", "birth_date": born, "relations": [{ "kind": "member" }] });
        vault.call("people_create", member);
    }
    let today = vault.call("today_overview", json!({}));
    let item = &today["month"][0];
    assert_eq!((item["kind"].clone(), item["count"].clone()), (json!("sixteen"), json!(2)));
    let named = |at: usize| (item["persons"][at]["name"].clone(), item["persons"][at]["on"].clone());
    assert_eq!(named(0), (json!("Daan Berg"), json!("2026-12-04")), "the first day first");
    assert_eq!(named(1), (json!("Noor Berg"), json!("2026-12-20")));
    assert_eq!(today["month"].as_array().map(Vec::len), Some(1));
}

#[test]
fn who_gave_no_answer_to_what_others_were_asked_is_to_be_asked() {
    let mut vault = TestVault::new();
    let anneke = vault.person("Anneke", "Berg");
    vault.person("Pieter", "Mulder");
    assert_eq!(vault.call("today_overview", json!({}))["month"], json!([]), "what nobody was asked is no task");
    let purposes = vault.call("consent_overview", json!({}));
    let photos =
        purposes.as_array().into_iter().flatten().find(|p| p["key"] == "photos_portrait").cloned().unwrap_or_default();
    let answer = json!({ "person": anneke, "purpose": photos["purpose"], "given": true, "on": "2026-11-01", "how": "paper", "by": "subject" });
    vault.call("consent_record", answer);
    let today = vault.call("today_overview", json!({}));
    assert_eq!((today["month"][0]["kind"].clone(), today["month"][0]["count"].clone()), (json!("missing"), json!(1)));
    assert_eq!((today["consent"][0]["given"].clone(), today["consent"][0]["open"].clone()), (json!(1), json!(1)));
}

#[test]
fn a_member_who_left_long_ago_is_to_be_looked_at_now() {
    let mut vault = TestVault::new();
    let left = |on: &str| json!({ "surname": "Aalbers", "relations": [{ "kind": "member", "started_on": "2011-01-01", "ended_on": on }] });
    vault.call("people_create", left("2026-10-31"));
    assert_eq!(vault.call("today_overview", json!({}))["now"], json!([]));
    vault.call("people_create", left("2024-10-31"));
    let today = vault.call("today_overview", json!({}));
    assert_eq!((today["now"][0]["kind"].clone(), today["now"][0]["count"].clone()), (json!("retention"), json!(1)));
}
