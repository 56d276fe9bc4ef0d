//! A list looked into, tried, brought in and undone.
use crate::place::Place;
use serde_json::{Value, json};

const LIST: &str = "Achternaam;Voornaam;E-mail\nBerg;Anneke;anneke@voorbeeld.nl\nBos;Gerrit;geen adres\n";

#[test]
fn trying_an_import_answers_as_importing_does() {
    let place = Place::with_vault();
    place.write("list.csv", LIST);
    let tried = place.ok(&["import", "v.kluis", "list.csv", "--dry-run"]);
    assert_eq!(place.ok(&["people", "v.kluis"])["total"], 0, "only tried");
    let mut done = place.ok(&["import", "v.kluis", "list.csv"]);
    let id = done["import_id"].take();
    assert_eq!(done, tried);
    assert_eq!((tried["import_id"].clone(), tried["new"].clone()), (Value::Null, json!(2)));
    assert_eq!(tried["problems"], json!([{ "row": 3, "column": 2, "code": "field.email" }]));
    let undone = place.ok(&["import-undo", "v.kluis", id.as_str().expect("an id")]);
    assert_eq!(undone["removed"], 2);
}

#[test]
fn every_relation_that_can_be_said_is_one_that_the_core_knows() {
    let place = Place::with_vault();
    place.write("list.csv", LIST);
    for relation in ["member", "donor", "volunteer", "contact"] {
        let tried = place.ok(&["import", "v.kluis", "list.csv", "--dry-run", "--relation", relation]);
        assert_eq!(tried["new"], 2);
    }
}

#[test]
fn a_list_is_shown_in_words() {
    let place = Place::with_vault();
    place.write("list.csv", LIST);
    let seen = place.says("nl_NL.UTF-8", &["inspect", "list.csv"]);
    assert!(seen.contains("list.csv, 2 rijen") && seen.contains("Kolom A (Achternaam): Achternaam"), "{seen}");
    let tried = place.says("nl_NL.UTF-8", &["import", "v.kluis", "list.csv", "--dry-run"]);
    assert!(tried.contains("Nieuw: 2") && tried.contains("Rij 3, kolom C: Geen geldig e-mailadres"), "{tried}");
    assert!(place.says("en", &["import", "v.kluis", "list.csv"]).contains("kluis import-undo v.kluis "));
}
