//! The content of the access report: the purposes that apply, where the data come from, every chapter in the PDF, and
//! the JSON file embedded in it.
use crate::export::{printed, somebody};
use acceptance::requests::{answer, gift, list_in, over, running, search, surnamed, withdrawal};
use acceptance::{Calls, TestVault, paper, schema};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    DonationKind, NewDonation, NewPerson, NewRelation, RelationKind, SettingsChange, TrailOfPerson,
};
use ledenkluis_core::ops::Role;
use serde_json::{Value, json};
use std::fs;

fn keys(report: &Value) -> Vec<String> {
    report["purposes"].as_array().unwrap().iter().map(|p| p["key"].as_str().unwrap().to_owned()).collect()
}

/// All items of a report, in all sections.
fn items(report: &Value) -> impl Iterator<Item = &Value> {
    let records = report["data"].as_array().unwrap().iter().flat_map(|s| s["records"].as_array().unwrap());
    records.flat_map(|r| r.as_array().unwrap())
}

/// The texts of all items with this stable name, in all sections.
fn said(report: &Value, id: &str) -> Vec<String> {
    items(report).filter(|i| i["id"] == id).map(|i| i["text"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn only_purposes_that_apply_are_listed_and_every_choice_is_proof() {
    let mut vault = TestVault::new();
    let person = somebody(&mut vault);
    for (key, given) in [("photos_portrait", true), ("photos_social", false), ("birthdays", true)] {
        let purpose = vault.purpose(key);
        vault.ask(call::consent_record, answer(person, purpose, given, "2026-11-20"));
    }
    for key in ["birthdays", "newsletter_members"] {
        let purpose = vault.purpose(key);
        vault.ask(call::consent_withdraw, withdrawal(person, purpose));
    }
    let (_, report) = printed(&mut vault, person);
    assert_eq!(keys(&report), ["member_admin", "service_mail", "photos_portrait", "consent_proof"]);
    assert_eq!(said(&report, "consent-field-state"), ["Ja", "Nee", "Ja", "Ingetrokken", "Bezwaar"]);
    assert_eq!(said(&report, "consent-field-how")[3], "Niet vastgelegd", "nobody said how");
    assert_eq!(said(&report, "consent-field-by"), ["U zelf", "U zelf", "U zelf", "Niet vastgelegd", "Niet vastgelegd"]);
}

#[test]
fn the_purposes_follow_from_the_relations_and_payments_of_the_person() {
    let mut vault = TestVault::as_role(&[Role::Secretary, Role::Treasurer], false);
    let mut of = |relations: &[NewRelation], paid: Option<DonationKind>| {
        let person = NewPerson { relations: relations.to_vec(), ..surnamed("Pronk") };
        let person = vault.ask(call::people_create, person);
        if let Some(kind) = paid {
            vault.ask(call::donations_record, NewDonation { kind, ..gift(person, "2026-03-01", 2500) });
        }
        let (_, report) = printed(&mut vault, person);
        (keys(&report), said(&report, "person-field-relation"), said(&report, "person-field-until"))
    };
    let none = Vec::<String>::new();
    assert_eq!(of(&[running(RelationKind::Donor)], Some(DonationKind::Gift)).0, ["donors", "fiscal"]);
    assert_eq!(of(&[running(RelationKind::Contact)], None).0, ["sponsor_contacts"]);
    assert_eq!(of(&[running(RelationKind::Volunteer)], None).0, ["volunteers"]);
    assert_eq!(
        of(&[running(RelationKind::Member)], Some(DonationKind::Contribution)).0,
        ["member_admin", "fees", "fiscal"]
    );
    assert_eq!(of(&[], None).0, none, "nobody wrote down why");
    let former = of(&[over(RelationKind::Member)], None);
    assert_eq!(
        (former.0, former.1, former.2),
        (vec!["member_admin".into()], vec!["Oud-lid".into()], vec!["Einddatum onbekend".into()])
    );
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a list of the test's own")]
fn imported_data_are_listed_with_their_file_and_the_import_is_in_the_trail() {
    let mut vault = TestVault::new();
    let person = somebody(&mut vault);
    let (path, file) = vault.file("lijst.csv");
    fs::write(path, "Voornaam;Tussenvoegsel;Achternaam;E-mailadres;Telefoon\nAnneke;van den;Berg;anneke@voorbeeld.nl;0612345678\nJan;;Pronk;;\n").unwrap();
    let request = vault.ask(call::import_open, list_in(file)).request;
    vault.ask(call::import_run, request);
    let (_, report) = printed(&mut vault, person);
    let section = |title: &str| report["data"].as_array().unwrap().iter().find(|s| s["title"] == title).unwrap();
    let source = |title: &str| section(title)["source"].as_str().unwrap();
    assert_eq!(source("Naam en geboortedatum"), "Ingevoerd door de vereniging");
    assert_eq!(
        source("Adres, e-mail en telefoon"),
        "Ingevoerd door de vereniging, een deel uit een lijst van de vereniging"
    );
    assert_eq!(said(&report, "source-list-file"), ["lijst.csv"]);
    assert_eq!(said(&report, "source-field"), ["Telefoon"]);
    let ops: Vec<_> = report["trail"].as_array().unwrap().iter().map(|e| e["op"].as_str().unwrap()).collect();
    assert_eq!(ops, ["import.run", "person.create"], "newest first");
    let lines = vault.ask(call::audit_of, TrailOfPerson { person, limit: None });
    assert_eq!([lines[1].op.as_str(), lines[2].op.as_str()], ["import.run", "person.create"], "also on the screen");
    let jan = vault.ask(call::people_list, search("Pronk")).rows[0].id;
    let (_, report) = printed(&mut vault, jan);
    assert_eq!(said(&report, "source-list-what"), ["U bent toegevoegd"]);
    assert_eq!(report["trail"][0]["op"], "import.run");
}

/// Art. 15(1) a to h, the second paragraph, the copy, and the trail: each has a heading of its own.
const CHAPTERS: [&str; 11] = [
    "Uw gegevens bij Crescendo",
    "Waarvoor wij uw gegevens gebruiken",
    "Hoelang wij uw gegevens bewaren",
    "Soorten gegevens die wij van u hebben",
    "Welke gegevens wij van u hebben",
    "Aan wie wij uw gegevens gaven",
    "Wat er met uw gegevens is gedaan",
    "Besluiten door een computer",
    "Landen buiten de Europese Economische Ruimte",
    "Uw rechten",
    "Niet eens met ons antwoord?",
];

#[test]
fn the_printed_report_has_every_chapter_and_contains_the_very_same_file() {
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
    let pdf = fs::read(made.pdf.path).unwrap();
    let joined = |text: &str| text.split_whitespace().collect::<String>();
    let words = joined(&paper::words_of(&pdf));
    let mut from = 0;
    for chapter in CHAPTERS {
        let at = words[from..].find(&joined(chapter));
        from += at.unwrap_or_else(|| panic!("no chapter {chapter} after {}", &words[..from]));
    }
    for item in items(&report) {
        for part in [&item["name"], &item["text"]] {
            assert!(words.contains(&joined(part.as_str().unwrap())), "{part} is not on paper");
        }
    }
    for part in ["Herkomst:Ingevoerddoordevereniging", "Inzagerapport2026-0001·Crescendo", "Pagina1van"] {
        assert!(words.contains(part), "{part} in {words}");
    }
    let file = fs::read(made.data.path).unwrap();
    assert!(paper::attached_to(&pdf) == file, "the file inside is the file beside it, byte for byte");
}

#[test]
fn the_schema_refuses_what_does_not_fit() {
    let mut vault = TestVault::new();
    let person = somebody(&mut vault);
    let (_, whole) = printed(&mut vault, person);
    assert_eq!(schema::report_faults(&whole), Vec::<String>::new());
    let with = |at: &str, value: Value| {
        let mut changed = whole.clone();
        *changed.pointer_mut(at).unwrap() = value;
        schema::report_faults(&changed)
    };
    assert_eq!(with("/number", json!("26-1")), ["/number: pattern"]);
    assert_eq!(with("/made_at", json!("gisteren")), ["/made_at: pattern"]);
    assert_eq!(with("/purposes/0/basis", json!("zomaar")), ["/purposes/0/basis: enum"]);
    assert_eq!(with("/data/0/records/0/0/value", Value::Null), ["/data/0/records/0/0/value: type"]);
    assert_eq!(with("/association", json!({})), ["/association: required"]);
    assert_eq!(with("/trail/0", json!({ "extra": 1 })), ["/trail/0: additionalProperties", "/trail/0: required"]);
}
