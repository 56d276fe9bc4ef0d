//! People: added, found, changed; their relations start and end.
use acceptance::TestVault;
use ledenkluis_core::ops::Role;
use serde_json::json;

#[test]
fn a_person_is_added_found_by_a_slip_of_the_fingers_and_opened() {
    let mut vault = TestVault::new();
    vault.person("Pieter", "Mulder");
    let id = vault.call(
        "people_create",
        json!({ "given_name": "Anneke", "prefix": "van den", "surname": "Berg", "postcode": "1234ab", "city": "Veldrade",
                "phones": [{ "label": "mobile", "number": "06-12345678" }], "note": "Speelt ook saxofoon." }),
    );
    let page = vault.call("people_list", json!({ "q": "annkee" }));
    assert_eq!((page["matching"].clone(), page["rows"][0]["id"].clone()), (json!(1), id.clone()));
    let view = vault.call("people_get", json!({ "person": id }));
    assert_eq!(view["sort_name"], "Berg, Anneke van den");
    assert_eq!(view["address"]["postcode"], "1234 AB");
    assert_eq!(view["phones"][0]["number"], "+31612345678");
    assert_eq!((view["has_note"].clone(), view["note"].clone()), (json!(true), json!(null)));
    assert_eq!(vault.call("people_note", json!({ "person": id }))["text"], "Speelt ook saxofoon.");
    assert_eq!(vault.trail(), ["person.create done 1", "person.create done 1", "note.view done 1"]);
}

#[test]
fn all_faults_of_the_form_come_at_once_and_nothing_is_kept() {
    let mut vault = TestVault::new();
    let error = vault
        .refused("people_create", json!({ "emails": [{ "address": "anneke.voorbeeld" }], "birth_date": "2031-01-01" }));
    let fields: Vec<_> = error.fields.iter().map(|f| (f.field.as_str(), f.code.as_str())).collect();
    assert_eq!(
        fields,
        [("surname", "field.required"), ("birth_date", "field.date_future"), ("emails.0.address", "field.email")]
    );
    assert_eq!(vault.call("people_list", json!({}))["total"], 0);
    assert_eq!(vault.trail(), Vec::<String>::new());
}

#[test]
fn a_change_says_which_fields_and_never_their_values() {
    let mut vault = TestVault::new();
    let id = vault.person("Grace", "Okafor");
    let seen = vault.call("people_get", json!({ "person": id }))["changed_at"].clone();
    let to = json!({ "given_name": "Grace", "surname": "Okafor", "city": "Oosterveld", "note": "Belt liever." });
    vault.call("people_change", json!({ "person": id, "seen": seen, "to": to }));
    assert_eq!(vault.trail()[1], "person.change done 1 emails address note");
    let stale = vault.refused("people_change", json!({ "person": id, "seen": 1, "to": to }));
    assert_eq!(stale.code, "person.changed_meanwhile");
}

#[test]
fn a_membership_ends_once_and_not_before_it_began() {
    let mut vault = TestVault::new();
    let id = vault.person("Jan", "Pronk");
    let relation = vault.call("people_get", json!({ "person": id }))["relations"][0]["id"].clone();
    let early = vault.refused("people_end_relation", json!({ "relation": relation, "ended_on": "2001-01-01" }));
    assert_eq!(early.fields[0].code, "field.date_order");
    vault.call("people_end_relation", json!({ "relation": relation, "ended_on": "2026-10-31" }));
    let page = vault.call("people_list", json!({ "tab": "former" }));
    assert_eq!((page["total"].clone(), page["counts"]["members"].clone()), (json!(1), json!(0)));
    let again = vault.refused("people_end_relation", json!({ "relation": relation, "ended_on": "2026-10-31" }));
    assert_eq!(again.code, "relation.ended");
}

#[test]
fn a_viewer_sees_how_to_reach_people_and_no_more() {
    let mut vault = TestVault::new();
    let id = vault.call(
        "people_create",
        json!({ "surname": "Nijland", "street": "Molenpad 12", "city": "Veldrade", "note": "x" }),
    );
    vault.reopen_as(&[Role::Viewer], false);
    let view = vault.call("people_get", json!({ "person": id }));
    assert_eq!(
        (view["full"].clone(), view["address"].clone(), view["has_note"].clone()),
        (json!(null), json!(null), json!(false))
    );
    assert_eq!(vault.refused("people_note", json!({ "person": id })).code, "permission.denied");
    assert_eq!(vault.trail().last().map(String::as_str), Some("note.view denied 0"));
    assert_eq!(vault.call("people_list", json!({ "q": "molenpad" }))["matching"], 0, "what is hidden is not searched");
    let refused = vault.refused("people_create", json!({ "surname": "Visser" }));
    assert_eq!(refused.code, "permission.denied");
    assert_eq!(vault.trail().last().map(String::as_str), Some("person.create denied 0"));
}

#[test]
fn a_membership_that_is_to_end_runs_until_its_last_day() {
    let mut vault = TestVault::new();
    let ids = ["2027-06-30", "2026-11-24", "2026-11-23"].map(|last| {
        let id = vault.person("Jan", "Pronk");
        let relation = vault.call("people_get", json!({ "person": id }))["relations"][0]["id"].clone();
        vault.call("people_end_relation", json!({ "relation": relation, "ended_on": last }));
        (id, relation)
    });
    let page = vault.call("people_list", json!({ "tab": "members" }));
    assert_eq!(
        (page["total"].clone(), page["counts"]["former"].clone()),
        (json!(2), json!(1)),
        "today still belongs to it"
    );
    let ended = |vault: &mut TestVault, n: usize| {
        vault.call("people_get", json!({ "person": ids[n].0 }))["relations"][0]["ended"].clone()
    };
    assert_eq!([0, 1, 2].map(|n| ended(&mut vault, n)), [json!(false), json!(false), json!(true)]);
    let photos = vault
        .call("consent_overview", json!({}))
        .as_array()
        .into_iter()
        .flatten()
        .find(|c| c["key"] == "photos_portrait")
        .cloned();
    assert_eq!(photos.unwrap_or_default()["open"], 2, "members are still asked");
    vault.call("people_end_relation", json!({ "relation": ids[0].1, "ended_on": "2026-12-31" }));
    let view = vault.call("people_get", json!({ "person": ids[0].0 }));
    assert_eq!(view["relations"][0]["ended_on"], "2026-12-31", "a day to come can still be another");
}

#[test]
fn an_end_by_mistake_is_undone() {
    let mut vault = TestVault::new();
    let (id, other) = (vault.person("Jan", "Pronk"), vault.person("Grace", "Okafor"));
    let relation = vault.call("people_get", json!({ "person": id }))["relations"][0]["id"].clone();
    vault.call("people_end_relation", json!({ "relation": relation, "ended_on": "2026-10-31" }));
    let wrong = vault.refused("people_reopen_relation", json!({ "person": other, "relation": relation }));
    assert_eq!(wrong.code, "relation.missing", "somebody else's");
    vault.call("people_reopen_relation", json!({ "person": id, "relation": relation }));
    let view = vault.call("people_get", json!({ "person": id }));
    let running = &view["relations"][0];
    assert_eq!((running["ended"].clone(), running["ended_on"].clone()), (json!(false), json!(null)));
    assert_eq!(vault.trail()[2..], ["relation.end done 1 ended_on", "relation.reopen done 1 ended_on"]);
}

#[test]
fn people_are_found_the_way_somebody_types_them() {
    let mut vault = TestVault::new();
    let berg = vault.call(
        "people_create",
        json!({ "given_name": "Anneke", "prefix": "van den", "surname": "Berg", "postcode": "1234 AB",
                "phones": [{ "label": "mobile", "number": "0612345678" }, { "label": "home", "number": "020-7945678" }] }),
    );
    vault.call("people_create", json!({ "given_name": "Pieter", "surname": "Mulder", "postcode": "5678 CD" }));
    vault.call("people_create", json!({ "given_name": "Bram", "prefix": "van der", "surname": "Meer" }));
    for typed in [
        "06-12345678",
        "06 12345678",
        "06 12 34 56 78",
        "+31612345678",
        "0031 6 12345678",
        "020 794 56 78",
        "vd Berg",
        "v.d. Berg",
        "vd. berg",
        "vandenberg",
        "van denberg",
        "van de berg",
        "van der Berg",
        "VAN DEN BERG",
        "Bergh",
        "Annkee",
        "1234ab",
        "1234 AB",
    ] {
        let page = vault.call("people_list", json!({ "q": typed }));
        assert_eq!((page["matching"].clone(), page["rows"][0]["id"].clone()), (json!(1), berg.clone()), "{typed}");
    }
}

#[test]
fn a_person_who_may_exist_already_is_told_once() {
    let mut vault = TestVault::new();
    vault.person("Jan", "Pronk");
    vault.person("Janneke", "Pronk");
    let typed = json!({ "given_name": "Jan", "surname": "Pronk", "email": "jan@voorbeeld.nl" });
    let people = vault.call("people_similar", typed)["people"].clone();
    assert_eq!(people.as_array().map(Vec::len), Some(2));
}
