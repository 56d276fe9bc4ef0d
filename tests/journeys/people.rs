//! People: added, found, changed; their relations start and end.
use acceptance::TestVault;
use ledenkluis_core::ops::Role;
use serde_json::{Value, json};

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

#[test]
fn a_wrong_date_of_a_relation_is_corrected_and_an_unknown_end_filled_in() {
    let mut vault = TestVault::new();
    let relation = json!([{ "kind": "member", "started_on": "2011-09-01", "ended": true }]);
    let id = vault.call("people_create", json!({ "surname": "Hendriks", "relations": relation }));
    let other = vault.person("Grace", "Okafor");
    let proposal = |vault: &mut TestVault| vault.call("retention_preview", json!({ "person": id }))["proposal"].clone();
    assert_eq!(proposal(&mut vault), "ask", "nobody knows when it ended");
    let relation = vault.call("people_get", json!({ "person": id }))["relations"][0]["id"].clone();
    let unknown = json!({ "started_on": "2011-09-01", "ended": true });
    let known = json!({ "started_on": "2012-09-01", "ended_on": "2020-10-31" });
    let change = |seen: &Value, to: &Value| json!({ "person": id, "relation": relation, "seen": seen, "to": to });

    let backwards = json!({ "started_on": "2012-09-01", "ended_on": "2011-10-31" });
    let early = vault.refused("people_change_relation", change(&unknown, &backwards));
    assert_eq!((early.fields[0].field.as_str(), early.fields[0].code.as_str()), ("ended_on", "field.date_order"));
    let wrong = json!({ "person": other, "relation": relation, "seen": unknown, "to": known });
    assert_eq!(vault.refused("people_change_relation", wrong).code, "relation.missing", "somebody else's");

    vault.call("people_change_relation", change(&unknown, &known));
    let view = vault.call("people_get", json!({ "person": id }))["relations"][0].clone();
    assert_eq!((&view["started_on"], &view["ended_on"]), (&json!("2012-09-01"), &json!("2020-10-31")));
    assert_eq!(proposal(&mut vault), "erase", "and the period counts from there");
    let stale = vault.refused("people_change_relation", change(&unknown, &known));
    assert_eq!(stale.code, "person.changed_meanwhile");

    // Undo, and an end by mistake that was noticed much later.
    vault.call("people_change_relation", change(&known, &unknown));
    assert_eq!(proposal(&mut vault), "ask");
    vault.call("people_change_relation", change(&unknown, &json!({ "started_on": "2011-09-01" })));
    assert_eq!(vault.call("people_list", json!({ "tab": "members" }))["rows"][0]["id"], id, "a member again");
    let rows: Vec<_> = vault.trail().into_iter().filter(|row| row.starts_with("relation.change")).collect();
    let both = "relation.change done 1 started_on ended_on";
    assert_eq!(rows, [both, both, "relation.change done 1 ended_on"]);
}

#[test]
fn typed_letters_go_to_the_surname_without_its_prefix() {
    let mut vault = TestVault::new();
    for (given, prefix, surname) in [
        ("Anneke", "van den", "Berg"),
        ("Marijke", "van", "Bergen"),
        ("Otto", "ter", "Bergh"),
        ("Tom", "", "Hendriks"),
        ("Zoë", "", "Visser"),
        ("Fatma", "", "Yıldız"),
    ] {
        vault.call("people_create", json!({ "given_name": given, "prefix": prefix, "surname": surname }));
    }
    let mut place = |letters: &str, from: u32| {
        vault.call("people_place", json!({ "letters": letters, "from": from }))["row"].clone()
    };
    assert_eq!(place("v", 0), 4, "not to van den Berg");
    assert_eq!(place("b", 1), 1, "the next of the same letter");
    assert_eq!(place("b", 3), 0, "and round again");
    assert_eq!(place("bergh", 0), 2);
    assert_eq!(place("yildiz", 0), 5, "without its accents");
    assert_eq!(place("k", 0), 4, "nobody: the first one after it");
    assert_eq!(place("zz", 0), 5, "the last");
    let searched = |vault: &mut TestVault, letters: &str| {
        vault.call("people_place", json!({ "q": "berg", "letters": letters, "from": 0 }))["row"].clone()
    };
    assert_eq!(searched(&mut vault, "bergh"), 2);
    assert_eq!(searched(&mut vault, "v"), json!(null), "what was found is in another order");
    assert_eq!(
        vault.call("people_place", json!({ "tab": "former", "letters": "v", "from": 0 }))["row"],
        json!(null),
        "an empty list"
    );
}

#[test]
fn a_name_that_only_resembles_what_was_typed_comes_last_and_is_counted_apart() {
    let mut vault = TestVault::new();
    vault.call("people_create", json!({ "given_name": "Dirk", "prefix": "van der", "surname": "Meer" }));
    vault.person("Mark", "Dijkstra");
    let page = vault.call("people_list", json!({ "q": "dijk" }));
    assert_eq!((&page["matching"], &page["alike"]), (&json!(2), &json!(1)));
    assert_eq!(page["rows"][0]["name"], "Mark Dijkstra");
    let page = vault.call("people_list", json!({ "q": "dirk" }));
    assert_eq!((&page["rows"][0]["name"], &page["alike"]), (&json!("Dirk van der Meer"), &json!(1)));
    assert_eq!(vault.call("people_list", json!({ "q": "van der meer" }))["alike"], 0);
}

#[test]
fn namesakes_can_be_told_apart() {
    let mut vault = TestVault::new();
    for (given, born) in [("Agnieszka", "1961-11-23"), ("Agnieszka", "1994-02-01"), ("Bram", "1980-01-01")] {
        vault.call("people_create", json!({ "given_name": given, "surname": "Amrani", "birth_date": born }));
    }
    let told = |vault: &mut TestVault| {
        let page = vault.call("people_list", json!({}));
        [0, 1, 2].map(|n| (page["rows"][n]["namesake"].clone(), page["rows"][n]["birth_year"].clone()))
    };
    let year = |year: i32| (json!(true), json!(year));
    assert_eq!(told(&mut vault), [year(1961), year(1994), (json!(false), json!(null))]);
    vault.reopen_as(&[Role::Viewer], false);
    let hidden = (json!(true), json!(null));
    assert_eq!(told(&mut vault), [hidden.clone(), hidden, (json!(false), json!(null))], "a viewer sees no birth dates");
}
