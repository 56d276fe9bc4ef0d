//! The access report: made, delivered and recorded, with the same content as a PDF and as JSON.
use acceptance::{TestVault, schema};
use ledenkluis_core::ops::Role;
use serde_json::{Value, json};
use std::fs;

pub(crate) fn somebody(vault: &mut TestVault) -> Value {
    vault.call(
        "people_create",
        json!({ "given_name": "Anneke", "prefix": "van den", "surname": "Berg", "birth_date": "1979-05-13",
                "emails": [{ "label": "home", "address": "anneke@voorbeeld.nl" }], "city": "Veldrade",
                "relations": [{ "kind": "member", "started_on": "2011-09-01" }], "note": "Speelt ook saxofoon." }),
    )
}

pub(crate) fn printed(vault: &mut TestVault, person: &Value) -> (Value, Value) {
    let print = json!({ "to": "print" });
    let made = vault.call("export_report", json!({ "person": person, "pdf": print, "data": print }));
    let json = fs::read(made["data"]["path"].as_str().unwrap()).unwrap();
    (made, serde_json::from_slice(&json).unwrap())
}

#[test]
fn a_report_holds_everything_that_is_known_and_says_why() {
    let mut vault = TestVault::new();
    vault.call("settings_set", json!({ "association": "Crescendo", "privacy_email": "privacy@crescendo.example" }));
    let person = somebody(&mut vault);
    let (made, report) = printed(&mut vault, &person);
    assert_eq!(made["number"], "2026-0001");
    assert!(made["pdf"]["pages"].as_u64().unwrap() >= 2);
    assert!(!made["pdf"]["path"].as_str().unwrap().contains("Berg"), "viewers remember file names");
    assert_eq!(report["person"]["name"], "Anneke van den Berg");
    let said = report.to_string();
    for words in
        ["anneke@voorbeeld.nl", "13 mei 1979", "Speelt ook saxofoon.", "Lid", "Ledenadministratie", "op-", "Crescendo"]
    {
        assert_eq!(said.contains(words), words != "op-", "{words} in {said}");
    }
    let keys: Vec<_> = report["purposes"].as_array().unwrap().iter().map(|p| p["key"].as_str().unwrap()).collect();
    assert_eq!(keys, ["member_admin", "service_mail"]);
    assert_eq!(report["purposes"][0]["term"], "1 jaar na het einde van het lidmaatschap");
    assert_eq!(report["trail"][0]["what"], "Persoon toegevoegd");
    assert_eq!(vault.trail().last().unwrap(), "export.report done 1");
}

/// Everything that a holder can export must have its text in every language.
#[test]
fn everything_that_can_be_known_of_a_person_comes_out_in_both_languages() {
    let mut vault = TestVault::as_role(&[Role::Secretary, Role::Treasurer], false);
    let person = somebody(&mut vault);
    let all = vault.call("purposes_list", json!({}));
    let asked = all.as_array().unwrap().iter().filter(|p| p["asks_consent"] == true).cloned().collect::<Vec<_>>();
    for (i, purpose) in asked.iter().enumerate() {
        let how = ["paper", "phone", "email", "in_person"][i % 4];
        let said =
            json!({ "person": person, "purpose": purpose["id"], "given": i % 2 == 0, "on": "2026-11-20", "how": how });
        vault.call("consent_record", said);
    }
    vault.call("consent_withdraw", json!({ "person": person, "purpose": asked[0]["id"] }));
    for kind in ["gift", "contribution"] {
        vault.call(
            "donations_record",
            json!({ "person": person, "kind": kind, "on": "2026-03-01", "amount_cents": 125_000 }),
        );
    }
    let relation = vault.call("people_get", json!({ "person": person }))["relations"][0]["id"].clone();
    vault.call("people_end_relation", json!({ "relation": relation, "ended_on": "2026-10-31" }));
    for kind in ["donor", "volunteer", "contact"] {
        vault.call("people_start_relation", json!({ "person": person, "kind": kind, "started_on": "2026-11-01" }));
    }
    vault.call(
        "retention_keep",
        json!({ "person": person, "until": "2027-10-01", "reason": "Geschil over contributie" }),
    );
    for language in ["nl", "en"] {
        let print = json!({ "to": "print" });
        let made =
            vault.call("export_report", json!({ "person": person, "language": language, "pdf": print, "data": print }));
        let report = fs::read_to_string(made["data"]["path"].as_str().unwrap()).unwrap();
        for words in ["consent-field-text", "1.250,00", "1,250.00", "Geschil over contributie", "2033-12-31"] {
            let other = words == if language == "nl" { "1,250.00" } else { "1.250,00" };
            assert_eq!(report.contains(words), !other, "{words} in {language}");
        }
        let report: Value = serde_json::from_str(&report).unwrap();
        assert_eq!(schema::report_faults(&report), Vec::<String>::new(), "against the published schema");
        for item in report["data"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|s| s["records"].as_array().unwrap())
            .flat_map(|r| r.as_array().unwrap())
        {
            let (name, words) = (item["name"].as_str().unwrap(), item["text"].as_str().unwrap());
            assert!(name != item["id"], "an id where words should be: {item}");
            assert!(item["type"] != "word" || words != item["value"], "an id where words should be: {item}");
        }
    }
}

#[test]
fn the_next_report_names_the_first_and_has_the_next_number() {
    let mut vault = TestVault::new();
    let person = somebody(&mut vault);
    assert_eq!(printed(&mut vault, &person).1["recipients"], json!([]));
    let (made, report) = printed(&mut vault, &person);
    assert_eq!(made["number"], "2026-0002");
    assert_eq!(report["recipients"][0]["what"], "Inzagerapport 2026-0001");
    assert_eq!(report["trail"][0]["op"], "export.report");
}

#[test]
fn a_report_goes_into_the_files_that_were_chosen_in_the_language_that_was_asked() {
    let mut vault = TestVault::new();
    let person = somebody(&mut vault);
    let ((pdf_path, pdf), (data_path, data)) = (vault.file("rapport.pdf"), vault.file("rapport.json"));
    let file = |token| json!({ "to": "file", "file": token });
    let request = json!({ "person": person, "language": "en", "pdf": file(pdf), "data": file(data) });
    vault.call("export_report", request);
    assert!(fs::read(pdf_path).unwrap().starts_with(b"%PDF-1.7"));
    let report: Value = serde_json::from_slice(&fs::read(data_path).unwrap()).unwrap();
    assert_eq!(report["data"][0]["records"][0][0]["name"], "First name");
    let twice = json!({ "person": person, "pdf": file(pdf), "data": file(pdf) });
    assert_eq!(vault.refused("export_report", twice).fields[0].field, "data");
}

#[test]
fn gifts_are_sealed_to_the_secretary_and_the_report_says_so() {
    let mut vault = TestVault::as_role(&[Role::Secretary, Role::Treasurer], false);
    let person = somebody(&mut vault);
    vault.call(
        "donations_record",
        json!({ "person": person, "kind": "gift", "on": "2026-03-01", "amount_cents": 2500 }),
    );
    let (_, open) = printed(&mut vault, &person);
    assert!(open["sealed"] == false && open.to_string().contains("25,00"));
    vault.reopen_as(&[Role::Secretary], false);
    let (_, closed) = printed(&mut vault, &person);
    assert!(closed["sealed"] == true && !closed.to_string().contains("25,00"));
}

#[test]
fn what_cannot_be_delivered_leaves_no_file_and_no_row() {
    let mut vault = TestVault::new();
    let person = somebody(&mut vault);
    let (pdf_path, pdf) = vault.file("rapport.pdf");
    let (_, data) = vault.file("geen-map/rapport.json");
    let file = |token| json!({ "to": "file", "file": token });
    vault.refused("export_report", json!({ "person": person, "pdf": file(pdf), "data": file(data) }));
    assert!(!pdf_path.exists());
    assert_eq!(vault.trail().len(), 1);
    assert_eq!(printed(&mut vault, &person).0["number"], "2026-0001");
}

#[test]
fn a_name_that_cannot_be_printed_is_told_and_stands_right_in_the_data() {
    let mut vault = TestVault::new();
    let person = vault.person("สมชาย", "Jansen");
    let (made, report) = printed(&mut vault, &person);
    assert!(made["missing"].as_str().unwrap().contains('ส'));
    assert_eq!(report["person"]["name"], "สมชาย Jansen");
}

#[test]
fn a_viewer_makes_no_report_and_the_attempt_is_in_the_trail() {
    let mut vault = TestVault::new();
    let person = somebody(&mut vault);
    vault.reopen_as(&[Role::Viewer], false);
    let print = json!({ "to": "print" });
    let refused = vault.refused("export_report", json!({ "person": person, "pdf": print, "data": print }));
    assert_eq!(refused.code, "permission.denied");
    assert_eq!(vault.trail().last().unwrap(), "export.report denied 0");
}
