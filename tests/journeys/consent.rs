//! Consent: recorded with the exact words, taken back in one call, and never changed.
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
    let all = vault.call("consent_of", json!({ "person": person }));
    let found = all.as_array().into_iter().flatten().find(|r| r["key"] == key).cloned();
    found.map_or(Value::Null, |r| r["state"].clone())
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

    let history = vault.call("consent_history", json!({ "person": person }));
    let states: Vec<_> = history.as_array().into_iter().flatten().map(|l| l["state"].clone()).collect();
    assert_eq!(states, ["withdrawn", "given"], "newest first, nothing overwritten");
    let given = &history[1];
    assert_eq!((given["on"].clone(), given["how"].clone()), (json!("2026-11-20"), json!("paper")));
    assert_eq!((given["by"].clone(), given["recorded_by"].clone()), (json!("subject"), json!("[Secretary]")));
    assert_eq!((given["text_version"].clone(), given["remark"].clone()), (json!(1), json!("formulier 12")));
    assert!(given["text"].as_str().is_some_and(|t| t.starts_with("Mogen wij foto's")), "the exact words are kept");
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
    // On 20 November the child is still fifteen.
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
fn the_overview_counts_running_relations_and_a_viewer_sees_no_remarks() {
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
    assert_eq!(vault.call("consent_history", json!({ "person": grace }))[0]["remark"], json!(null));
    assert_eq!(vault.refused("consent_record", yes(&grace, &photos)).code, "permission.denied");
}
