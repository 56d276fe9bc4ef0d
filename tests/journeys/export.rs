//! The access report: made, delivered and recorded, with the same content as a PDF and as JSON.
use acceptance::requests::{answer, at_home, contribution, day, gift, into_file, report, since, withdrawal};
use acceptance::{Calls, TestVault, schema};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    ByPerson, ConsentHow, EndRelation, KeepLonger, Name, NewPerson, Nothing, PersonId, RecordConsent, RelationKind,
    ReportMade, ReportRequest, SettingsChange, StartRelation,
};
use ledenkluis_core::error::Code;
use ledenkluis_core::ops::Role;
use ledenkluis_core::text::Language;
use serde_json::Value;
use std::fs;

pub(crate) fn somebody(vault: &mut TestVault) -> PersonId {
    vault.ask(
        call::people_create,
        NewPerson {
            name: Name {
                given_name: "Anneke".into(),
                prefix: "van den".into(),
                surname: "Berg".into(),
                ..Name::default()
            },
            emails: vec![at_home("anneke@voorbeeld.nl")],
            city: "Veldrade".into(),
            birth_date: Some(day("1979-05-13")),
            relations: vec![since(RelationKind::Member, "2011-09-01")],
            note: "Speelt ook saxofoon.".into(),
            ..NewPerson::default()
        },
    )
}

/// Makes a report, and reads the JSON document that was written: a file with a published schema, not an answer.
pub(crate) fn printed(vault: &mut TestVault, person: PersonId) -> (ReportMade, Value) {
    let made = vault.ask(call::export_report, report(person));
    let json = fs::read(&made.data.path).unwrap();
    (made, serde_json::from_slice(&json).unwrap())
}

#[test]
fn a_report_contains_everything_that_is_known_and_the_reasons() {
    let mut vault = TestVault::new();
    vault.ask(
        call::settings_set,
        SettingsChange {
            association: Some("Crescendo".into()),
            privacy_email: Some("privacy@crescendo.example".into()),
            ..SettingsChange::default()
        },
    );
    let person = somebody(&mut vault);
    let (made, report) = printed(&mut vault, person);
    assert_eq!(made.number, "2026-0001");
    assert!(made.pdf.pages >= 2);
    assert!(!made.pdf.path.contains("Berg"), "viewers remember file names");
    assert_eq!(report["person"]["name"], "Anneke van den Berg");
    let whole = report.to_string();
    for words in
        ["anneke@voorbeeld.nl", "13 mei 1979", "Speelt ook saxofoon.", "Lid", "Ledenadministratie", "op-", "Crescendo"]
    {
        assert_eq!(whole.contains(words), words != "op-", "{words} in {whole}");
    }
    let keys: Vec<_> = report["purposes"].as_array().unwrap().iter().map(|p| p["key"].as_str().unwrap()).collect();
    assert_eq!(keys, ["member_admin", "service_mail"]);
    assert_eq!(report["purposes"][0]["term"], "1 jaar na het einde van het lidmaatschap");
    assert_eq!(report["trail"][0]["what"], "Persoon toegevoegd");
    assert_eq!(vault.trail().last().unwrap(), "export.report done 1");
}

/// Everything that a holder can export must have its text in every language.
#[test]
fn everything_that_can_be_known_about_a_person_is_reported_in_both_languages() {
    let mut vault = TestVault::as_role(&[Role::Secretary, Role::Treasurer], false);
    let person = somebody(&mut vault);
    let all = vault.ask(call::purposes_list, Nothing {});
    let asked = all.iter().filter(|p| p.asks_consent).collect::<Vec<_>>();
    for (i, purpose) in asked.iter().enumerate() {
        let how = [ConsentHow::Paper, ConsentHow::Phone, ConsentHow::Email, ConsentHow::InPerson][i % 4];
        let answer = RecordConsent { how, ..answer(person, purpose.id, i % 2 == 0, "2026-11-20") };
        vault.ask(call::consent_record, answer);
    }
    vault.ask(call::consent_withdraw, withdrawal(person, asked[0].id));
    for paid in [gift(person, "2026-03-01", 125_000), contribution(person, "2026-03-01", 125_000)] {
        vault.ask(call::donations_record, paid);
    }
    let relation = vault.ask(call::people_get, ByPerson { person }).relations[0].id;
    vault.ask(call::people_end_relation, EndRelation { relation, ended_on: day("2026-10-31") });
    for kind in [RelationKind::Donor, RelationKind::Volunteer, RelationKind::Contact] {
        vault.ask(call::people_start_relation, StartRelation { person, kind, started_on: Some(day("2026-11-01")) });
    }
    vault.ask(
        call::retention_keep,
        KeepLonger { person, until: day("2027-10-01"), reason: "Geschil over contributie".into() },
    );
    for language in [Language::Nl, Language::En] {
        let made = vault.ask(call::export_report, ReportRequest { language: Some(language), ..report(person) });
        let report = fs::read_to_string(made.data.path).unwrap();
        for words in ["consent-field-text", "1.250,00", "1,250.00", "Geschil over contributie", "2033-12-31"] {
            let other = words == if language == Language::Nl { "1,250.00" } else { "1.250,00" };
            assert_eq!(report.contains(words), !other, "{words} in {language:?}");
        }
        let report: Value = serde_json::from_str(&report).unwrap();
        assert_eq!(schema::report_faults(&report), Vec::<String>::new(), "against the published schema");
        let records = report["data"].as_array().unwrap().iter().flat_map(|s| s["records"].as_array().unwrap());
        for item in records.flat_map(|r| r.as_array().unwrap()) {
            let (name, words) = (item["name"].as_str().unwrap(), item["text"].as_str().unwrap());
            assert!(name != item["id"], "an id where words should be: {item}");
            assert!(item["type"] != "word" || words != item["value"], "an id where words should be: {item}");
        }
    }
}

#[test]
fn the_second_report_lists_the_first_and_has_the_next_number() {
    let mut vault = TestVault::new();
    let person = somebody(&mut vault);
    assert!(printed(&mut vault, person).1["recipients"].as_array().unwrap().is_empty());
    let (made, report) = printed(&mut vault, person);
    assert_eq!(made.number, "2026-0002");
    assert_eq!(report["recipients"][0]["what"], "Inzagerapport 2026-0001");
    assert_eq!(report["trail"][0]["op"], "export.report");
}

#[test]
fn a_report_is_written_into_the_chosen_files_in_the_requested_language() {
    let mut vault = TestVault::new();
    let person = somebody(&mut vault);
    let ((pdf_path, pdf), (data_path, data)) = (vault.file("rapport.pdf"), vault.file("rapport.json"));
    let files = ReportRequest { pdf: into_file(pdf), data: into_file(data), ..report(person) };
    let request = ReportRequest { language: Some(Language::En), ..files };
    vault.ask(call::export_report, request);
    assert!(fs::read(pdf_path).unwrap().starts_with(b"%PDF-1.7"));
    let document: Value = serde_json::from_slice(&fs::read(data_path).unwrap()).unwrap();
    assert_eq!(document["data"][0]["records"][0][0]["name"], "First name");
    let twice = ReportRequest { pdf: into_file(pdf), data: into_file(pdf), ..report(person) };
    assert_eq!(vault.refusal(call::export_report, twice).fields()[0].field, "data");
}

#[test]
fn gifts_are_sealed_to_the_secretary_and_the_report_says_so() {
    let mut vault = TestVault::as_role(&[Role::Secretary, Role::Treasurer], false);
    let person = somebody(&mut vault);
    vault.ask(call::donations_record, gift(person, "2026-03-01", 2500));
    let (_, open) = printed(&mut vault, person);
    assert!(open["sealed"] == false && open.to_string().contains("25,00"));
    vault.reopen_as(&[Role::Secretary], false);
    let (_, closed) = printed(&mut vault, person);
    assert!(closed["sealed"] == true && !closed.to_string().contains("25,00"));
}

#[test]
fn a_report_that_cannot_be_delivered_leaves_no_file_and_no_row() {
    let mut vault = TestVault::new();
    let person = somebody(&mut vault);
    let (pdf_path, pdf) = vault.file("rapport.pdf");
    let (_, data) = vault.file("geen-map/rapport.json");
    vault.refusal(call::export_report, ReportRequest { pdf: into_file(pdf), data: into_file(data), ..report(person) });
    assert!(!pdf_path.exists());
    assert_eq!(vault.trail().len(), 1);
    assert_eq!(printed(&mut vault, person).0.number, "2026-0001");
}

#[test]
fn a_name_that_cannot_be_printed_is_reported_and_is_right_in_the_data() {
    let mut vault = TestVault::new();
    let person = vault.person("สมชาย", "Jansen");
    let (made, report) = printed(&mut vault, person);
    assert!(made.missing.contains('ส'));
    assert_eq!(report["person"]["name"], "สมชาย Jansen");
}

#[test]
fn a_viewer_makes_no_report_and_the_attempt_is_in_the_trail() {
    let mut vault = TestVault::new();
    let person = somebody(&mut vault);
    vault.reopen_as(&[Role::Viewer], false);
    assert_eq!(vault.refused(call::export_report, report(person),), Code::PermissionDenied);
    assert_eq!(vault.trail().last().unwrap(), "export.report denied 0");
}
