//! Consent: recorded with the exact words, withdrawn in one call, and never changed.
use acceptance::TestVault;
use ledenkluis_core::kernel::db::{self, Mode};
use ledenkluis_core::kernel::secret::Key;
use ledenkluis_core::ops::Role;
use serde_json::{Value, json};

fn purpose(vault: &mut TestVault, key: &str) -> Value {
    let all = vault.call("purposes_list", json!({}));
    let found = all.as_array().into_iter().flatten().find(|p| p["key"] == key).cloned();
    found.map(|p| p["id"].clone()).unwrap_or_else(|| panic!("no purpose {key}"))
}

fn state(vault: &mut TestVault, person: &Value, key: &str) -> Value {
    of(vault, person, key)["state"].clone()
}

fn of(vault: &mut TestVault, person: &Value, key: &str) -> Value {
    let all = vault.call("consent_of", json!({ "person": person }));
    all.as_array().into_iter().flatten().find(|r| r["key"] == key).cloned().unwrap_or_default()
}

fn yes(person: &Value, purpose: &Value) -> Value {
    json!({ "person": person, "purpose": purpose, "given": true, "on": "2026-11-20", "how": "paper", "remark": "formulier 12" })
}

#[test]
fn a_consent_is_given_on_paper_and_taken_back_in_one_call() {
    let mut vault = TestVault::new();
    let person = vault.person("Grace", "Okafor");
    let photos = purpose(&mut vault, "photos_portrait");
    assert_eq!(state(&mut vault, &person, "photos_portrait"), "not_asked", "not asked is not a no");
    vault.call("consent_record", yes(&person, &photos));
    assert_eq!(state(&mut vault, &person, "photos_portrait"), "given");
    vault.call("consent_withdraw", json!({ "person": person, "purpose": photos }));
    assert_eq!(state(&mut vault, &person, "photos_portrait"), "withdrawn");
    let again = vault.refused("consent_withdraw", json!({ "person": person, "purpose": photos }));
    assert_eq!(again.code, "consent.not_given");
    let row = of(&mut vault, &person, "photos_portrait");
    assert_eq!((row["how"].clone(), row["by"].clone()), (json!("not_recorded"), json!("not_recorded")), "nobody said");

    let history = vault.call("consent_history", json!({ "person": person }));
    let states: Vec<_> = history.as_array().into_iter().flatten().map(|l| l["state"].clone()).collect();
    assert_eq!(states, ["withdrawn", "given"], "newest first, nothing overwritten");
    let given = &history[1];
    assert_eq!((given["on"].clone(), given["how"].clone()), (json!("2026-11-20"), json!("paper")));
    assert_eq!((given["by"].clone(), given["recorded_by"].clone()), (json!("subject"), json!("[Secretary]")));
    assert_eq!((given["text_version"].clone(), given["remark"].clone()), (json!(1), json!("formulier 12")));
    assert!(
        given["text"].as_str().is_some_and(|t| t.starts_with("Mag onze vereniging foto's")),
        "the exact words are kept"
    );
    assert_eq!(
        vault.trail()[1..],
        ["consent.record done 1 photos_portrait", "consent.withdraw done 1 photos_portrait"]
    );
}

#[test]
fn events_are_only_ever_added() {
    let mut vault = TestVault::new();
    let person = vault.person("Grace", "Okafor");
    let photos = purpose(&mut vault, "photos_portrait");
    vault.call("consent_record", yes(&person, &photos));
    let behind = db::open(&vault.folder().join("data.db"), &Key::new([1; 32]), Mode::ReadWrite).expect("the file");
    for sql in [
        "UPDATE consent_event SET state = 'refused'",
        "DELETE FROM consent_event WHERE true",
        "UPDATE consent_text SET words = 'U vindt alles goed.'",
        "DELETE FROM consent_text WHERE true",
    ] {
        assert!(behind.execute(sql, []).is_err(), "{sql}");
    }
    let whole: i64 = behind
        .query_row(
            "SELECT count(*) FROM consent_event e JOIN consent_text t USING (purpose, version, language, hash)",
            [],
            |r| r.get(0),
        )
        .expect("a count");
    assert_eq!(whole, 1, "the event and the words hold the same hash");
}

#[test]
fn below_sixteen_the_guardian_says_yes_and_the_child_may_say_no() {
    let mut vault = TestVault::new();
    let child = vault.call("people_create", json!({ "surname": "Visser", "birth_date": "2010-11-21" }));
    let photos = purpose(&mut vault, "photos_portrait");
    // `yes` is dated 20 November, when the child is still fifteen.
    assert_eq!(vault.refused("consent_record", yes(&child, &photos)).code, "consent.guardian_needed");
    let mut guardian = yes(&child, &photos);
    guardian["by"] = json!("guardian");
    vault.call("consent_record", guardian);
    vault.call("consent_withdraw", json!({ "person": child, "purpose": photos, "by": "subject" }));
    assert_eq!(state(&mut vault, &child, "photos_portrait"), "withdrawn");
    let mut birthday = yes(&child, &photos);
    birthday["on"] = json!("2026-11-21");
    vault.call("consent_record", birthday);
    let mut no = yes(&child, &purpose(&mut vault, "birthdays"));
    no["given"] = json!(false);
    vault.call("consent_record", no);
    assert_eq!(state(&mut vault, &child, "birthdays"), "refused");
}

#[test]
fn what_belongs_to_the_membership_is_not_asked_but_an_objection_holds() {
    let mut vault = TestVault::new();
    let person = vault.person("Jan", "Pronk");
    let admin = purpose(&mut vault, "member_admin");
    assert_eq!(vault.refused("consent_record", yes(&person, &admin)).code, "consent.not_needed");
    assert_eq!(
        vault.refused("consent_withdraw", json!({ "person": person, "purpose": admin })).code,
        "consent.not_needed"
    );
    let newsletter = purpose(&mut vault, "newsletter_members");
    let row = of(&mut vault, &person, "newsletter_members");
    assert_eq!(
        (row["state"].clone(), row["asks_consent"].clone()),
        (json!("not_asked"), json!(false)),
        "told before it is used"
    );
    assert_eq!(vault.refused("consent_record", yes(&person, &newsletter)).code, "consent.not_needed");
    vault.call("consent_withdraw", json!({ "person": person, "purpose": newsletter }));
    assert_eq!(state(&mut vault, &person, "newsletter_members"), "withdrawn");
}

#[test]
fn faults_are_told_beside_their_fields() {
    let mut vault = TestVault::new();
    let person = vault.person("Jan", "Pronk");
    let photos = purpose(&mut vault, "photos_portrait");
    let mut wrong = yes(&person, &photos);
    wrong["on"] = json!("2026-11-25");
    wrong["how"] = json!("import");
    let fields: Vec<_> = vault.refused("consent_record", wrong).fields.iter().map(|f| f.field.clone()).collect();
    assert_eq!(fields, ["on", "how"]);
    let nowhere = json!("00000000-0000-7000-8000-0000000000ff");
    assert_eq!(vault.refused("consent_record", yes(&person, &nowhere)).code, "purpose.missing");
    assert_eq!(vault.refused("consent_record", yes(&nowhere, &photos)).code, "person.missing");
}

#[test]
fn the_overview_counts_running_relations_and_a_viewer_sees_how_it_stands_and_no_more() {
    let mut vault = TestVault::new();
    let grace = vault.person("Grace", "Okafor");
    vault.person("Jan", "Pronk");
    vault.call(
        "people_create",
        json!({ "surname": "Weg", "relations": [{ "kind": "member", "ended_on": "2026-01-01", "ended": true }] }),
    );
    let photos = purpose(&mut vault, "photos_portrait");
    vault.call("consent_record", yes(&grace, &photos));
    vault.reopen_as(&[Role::Viewer], false);
    let counts = vault.call("consent_overview", json!({}));
    let of_photos = counts.as_array().into_iter().flatten().find(|c| c["key"] == "photos_portrait").cloned();
    let of_photos = of_photos.unwrap_or_default();
    assert_eq!((of_photos["given"].clone(), of_photos["open"].clone()), (json!(1), json!(1)));
    assert_eq!(vault.refused("consent_history", json!({ "person": grace })).code, "permission.denied");
    let row = of(&mut vault, &grace, "photos_portrait");
    let more = ["since", "how", "by", "text_version"].map(|field| row[field].clone());
    assert_eq!((row["state"].clone(), more), (json!("given"), [(); 4].map(|()| json!(null))));
    assert_eq!(vault.refused("consent_record", yes(&grace, &photos)).code, "permission.denied");
}

#[test]
fn a_withdrawal_by_mistake_is_undone_by_an_event_that_says_so() {
    let mut vault = TestVault::new();
    let person = vault.person("Grace", "Okafor");
    let photos = purpose(&mut vault, "photos_portrait");
    let which = json!({ "person": person, "purpose": photos });
    assert_eq!(vault.refused("consent_reopen", which.clone()).code, "consent.reopen_over", "there is nothing to undo");
    vault.call("consent_record", yes(&person, &photos));
    vault.call("consent_withdraw", which.clone());
    vault.call("consent_reopen", which.clone());
    let row = of(&mut vault, &person, "photos_portrait");
    let what = ["state", "since", "how", "by", "text_version"].map(|k| row[k].clone());
    assert_eq!(
        what,
        [json!("given"), json!("2026-11-20"), json!("paper"), json!("subject"), json!(1)],
        "the old choice"
    );
    let history = vault.call("consent_history", json!({ "person": person }));
    let mut lines: Vec<_> =
        history.as_array().into_iter().flatten().map(|l| (l["state"].to_string(), l["undoes"].to_string())).collect();
    lines.sort();
    let line = |state: &str, undoes: &str| (format!("\"{state}\""), undoes.to_owned());
    assert_eq!(
        lines,
        [line("given", "false"), line("given", "true"), line("withdrawn", "false")],
        "nothing is taken away"
    );
    assert_eq!(vault.refused("consent_reopen", which.clone()).code, "consent.reopen_over", "once");
    // Withdrawing and undoing also work a second time.
    vault.call("consent_withdraw", which.clone());
    assert_eq!(state(&mut vault, &person, "photos_portrait"), "withdrawn");
    vault.call("consent_reopen", which.clone());
    assert_eq!(state(&mut vault, &person, "photos_portrait"), "given");
    assert_eq!(vault.trail().last().map(String::as_str), Some("consent.reopen done 1 photos_portrait"));
    let counts = vault.call("consent_overview", json!({}));
    let of_photos = counts.as_array().into_iter().flatten().find(|c| c["key"] == "photos_portrait").cloned();
    assert_eq!(of_photos.unwrap_or_default()["given"], 1, "counted as given");
}

#[test]
fn only_who_withdrew_it_undoes_it_and_only_while_the_vault_is_open() {
    let mut vault = TestVault::new();
    let person = vault.person("Grace", "Okafor");
    let newsletter = purpose(&mut vault, "newsletter_members");
    let which = json!({ "person": person, "purpose": newsletter });
    vault.call("consent_withdraw", which.clone());
    vault.call("consent_reopen", which.clone());
    assert_eq!(state(&mut vault, &person, "newsletter_members"), "not_asked", "an objection that was none");
    vault.call("consent_withdraw", which.clone());
    for roles in [[Role::Privacy], [Role::Secretary]] {
        vault.reopen_as(&roles, false);
        assert_eq!(vault.refused("consent_reopen", which.clone()).code, "consent.reopen_over", "{roles:?}");
    }
    assert_eq!(state(&mut vault, &person, "newsletter_members"), "withdrawn");
}

#[test]
fn the_list_says_how_each_stands_to_the_newsletter_and_to_photos() {
    let mut vault = TestVault::new();
    let member = vault.person("Grace", "Okafor");
    let donor = vault.call("people_create", json!({ "surname": "Pronk", "relations": [{ "kind": "donor" }] }));
    let photos = purpose(&mut vault, "photos_portrait");
    vault.call("consent_record", yes(&member, &photos));
    let newsletter = purpose(&mut vault, "newsletter_members");
    vault.call("consent_withdraw", json!({ "person": member, "purpose": newsletter }));
    let states = |vault: &mut TestVault, person: &Value| {
        let page = vault.call("people_list", json!({}));
        let row =
            page["rows"].as_array().into_iter().flatten().find(|r| r["id"] == *person).cloned().unwrap_or_default();
        let consents = row["consents"].as_array().cloned().unwrap_or_default();
        consents.iter().map(|c| format!("{} {}", c["purpose"], c["state"]).replace('"', "")).collect::<Vec<_>>()
    };
    let photos_of = ["photos_portrait given", "photos_social not_asked"];
    assert_eq!(states(&mut vault, &member), ["newsletter_members withdrawn", photos_of[0], photos_of[1]]);
    assert_eq!(states(&mut vault, &donor)[0], "newsletter_others not_asked");
    vault.call("consent_reopen", json!({ "person": member, "purpose": newsletter }));
    assert_eq!(states(&mut vault, &member)[0], "newsletter_members not_asked", "kept current");
    vault.reopen_as(&[Role::Treasurer], false);
    assert_eq!(states(&mut vault, &member), Vec::<String>::new(), "who may not see consents sees none in the list");
}

#[test]
fn a_member_may_object_to_the_newsletter_and_whoever_left_is_asked_for_it() {
    let mut vault = TestVault::new();
    let person = vault.person("Grace", "Okafor");
    let newsletters = |vault: &mut TestVault| {
        let all = vault.call("consent_of", json!({ "person": person }));
        let keys = all.as_array().into_iter().flatten().filter_map(|r| r["key"].as_str().map(str::to_owned));
        keys.filter(|key| key.starts_with("newsletter")).collect::<Vec<_>>()
    };
    assert_eq!(newsletters(&mut vault), ["newsletter_members"], "one newsletter, one line");
    let members = purpose(&mut vault, "newsletter_members");
    vault.call("consent_withdraw", json!({ "person": person, "purpose": members }));
    let history = vault.call("consent_history", json!({ "person": person }));
    assert_eq!(history[0]["asks_consent"], false, "an objection, not an answer");
    let relation = vault.call("people_get", json!({ "person": person }))["relations"][0]["id"].clone();
    vault.call("people_end_relation", json!({ "relation": relation, "ended_on": "2026-11-01" }));
    assert_eq!(newsletters(&mut vault), ["newsletter_members", "newsletter_others"], "what was said is not lost");
}

#[test]
fn the_words_name_who_asks_and_stay_as_they_were_when_the_name_changes() {
    let mut vault = TestVault::new();
    let (grace, jan) = (vault.person("Grace", "Okafor"), vault.person("Jan", "Pronk"));
    let photos = purpose(&mut vault, "photos_portrait");
    for (name, person) in [("Crescendo", &grace), ("Nieuw Crescendo", &jan)] {
        vault.call("settings_set", json!({ "association": name }));
        let all = vault.call("purposes_list", json!({}));
        let shown =
            all.as_array().into_iter().flatten().find(|p| p["key"] == "photos_portrait").cloned().unwrap_or_default();
        vault.call("consent_record", yes(person, &photos));
        assert!(shown["text"].as_str().is_some_and(|t| t.starts_with(&format!("Mag {name} foto's"))), "{shown}");
    }
    for (name, person) in [("Crescendo", &grace), ("Nieuw Crescendo", &jan)] {
        let history = vault.call("consent_history", json!({ "person": person }));
        assert!(history[0]["text"].as_str().is_some_and(|t| t.starts_with(&format!("Mag {name} foto's"))), "{history}");
    }
}
