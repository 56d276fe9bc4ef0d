//! Drafts, the text that a user typed and did not save: kept for that user alone, across a lock, for a week at most,
//! and never past an erasure.
use acceptance::pages::{decrypted, standing_in};
use acceptance::{Computer, TestVault};
use ledenkluis_core::kernel::sealed::Compartment;
use serde_json::{Value, json};

const NEW: &str = "/personen/nieuw person";
const TYPED: &str = r#"{"surname":"Okafor-Zuiderduin","emails":[{"address":"grace@voorbeeld.nl"}]}"#;

fn draft(place: &str, person: Option<&Value>, content: &str) -> Value {
    json!({ "place": place, "person": person, "compartment": "main", "content": content })
}

fn places(drafts: &Value) -> Vec<&str> {
    drafts.as_array().into_iter().flatten().filter_map(|draft| draft["place"].as_str()).collect()
}

#[test]
fn what_was_typed_is_there_after_the_lock_and_for_nobody_else() {
    let mut computer = Computer::with_vault();
    computer.add("Bert Dam", "secretary");
    computer.call("drafts_keep", draft(NEW, None, r#"{"surname":"O"}"#));
    computer.call("drafts_keep", draft(NEW, None, TYPED));
    computer.restart();
    computer.become_user("Bert Dam");
    assert_eq!(computer.call("drafts_list", json!({})), json!([]));
    computer.become_user("Anneke Vos");
    let kept = computer.call("drafts_list", json!({}));
    assert_eq!((places(&kept), kept[0]["content"].as_str()), (vec![NEW], Some(TYPED)), "the last that was typed, once");

    computer.call("drafts_drop", json!({ "place": NEW }));
    assert_eq!(computer.call("drafts_list", json!({})), json!([]));
}

#[test]
fn it_lies_sealed_in_the_file_so_that_a_note_stays_confidential() {
    let mut computer = Computer::with_vault();
    computer.call("people_create", json!({ "surname": "Voskuil-Vermeer" }));
    let note = json!({ "place": NEW, "compartment": "confidential", "content": TYPED });
    computer.call("drafts_keep", note);
    let giving = json!({ "place": "/personen/x gift", "compartment": "giving", "content": "{}" });
    let key = *computer.app().session().expect("open").keys().get(Compartment::Main).expect("the main key").1.expose();
    let pages = decrypted(&computer.folder().join("data.db"), &key).unwrap();
    let words = ["voskuil-vermeer", "okafor-zuiderduin", "grace@voorbeeld.nl"];
    assert_eq!(standing_in(&pages, &words), ["voskuil-vermeer"], "the reader finds what lies open, and no more");
    computer.add("Bert Dam", "viewer");
    computer.become_user("Bert Dam");
    assert_eq!(computer.refused("drafts_keep", giving).code, "vault.key_missing");
}

#[test]
fn a_week_later_it_is_gone_from_the_list_and_from_the_file() {
    let mut computer = Computer::with_vault();
    computer.call("drafts_keep", draft(NEW, None, TYPED));
    computer.wait(6 * 86_400);
    computer.become_user("Anneke Vos");
    assert_eq!(places(&computer.call("drafts_list", json!({}))), [NEW]);
    computer.wait(86_400);
    assert_eq!(computer.call("drafts_list", json!({})), json!([]));
    computer.become_user("Anneke Vos");
    let lines = computer.call("audit_list", json!({}));
    let last = lines.as_array().into_iter().flatten().find(|line| line["op"] == "draft.drop").cloned().unwrap();
    assert_eq!(last["count"], 1);
}

#[test]
fn an_erasure_takes_what_was_typed_about_anybody() {
    let mut computer = Computer::with_vault();
    let mut person = |name: &str| {
        computer.call(
            "people_create",
            json!({ "surname": name, "relations": [{ "kind": "member", "ended_on": "2020-01-31", "ended": true }] }),
        )
    };
    let (grace, piet) = (person("Zuiderduin"), person("Voskuil"));
    computer.call("drafts_keep", draft(NEW, None, TYPED));
    computer.call("drafts_keep", draft("/personen/grace person", Some(&grace), TYPED));
    computer.call("drafts_keep", draft("/personen/piet person", Some(&piet), r#"{"note":"neef van Grace"}"#));
    let preview = computer.call("retention_preview", json!({ "person": grace }));
    let goes = preview["goes"].to_string();
    assert!(goes.contains("erased-draft"), "{goes}");
    computer.call("erasure_run", json!({ "persons": [grace], "confirm": "Zuiderduin" }));
    assert_eq!(computer.call("drafts_list", json!({})), json!([]));
}

#[test]
fn it_stands_in_the_report_of_whom_it_is_about() {
    let mut vault = TestVault::new();
    let person = vault.person("Grace", "Zuiderduin");
    vault.call("drafts_keep", draft("/personen/grace person", Some(&person), r#"{"city":"Veldrade","kind":""}"#));
    let (path, token) = vault.file("inzage.json");
    let (_, pdf) = vault.file("inzage.pdf");
    let to = |file| json!({ "to": "file", "file": file });
    vault.call("export_report", json!({ "person": person, "pdf": to(pdf), "data": to(token) }));
    let report = std::fs::read_to_string(path).unwrap();
    assert!(report.contains("“Veldrade”"), "{report}");
}

#[test]
fn too_much_is_refused_and_so_is_a_person_who_is_not_there() {
    let mut vault = TestVault::new();
    let much = draft(NEW, None, &"x".repeat(40_000));
    assert_eq!(vault.refused("drafts_keep", much).fields[0].field, "content");
    let nobody = json!("00000000-0000-7000-8000-0000000000ff");
    assert_eq!(vault.refused("drafts_keep", draft(NEW, Some(&nobody), "{}")).code, "person.missing");
    assert_eq!(vault.refused("drafts_keep", draft("", None, "{}")).fields[0].code, "field.required");
    let lines = vault.trail();
    assert!(lines.iter().all(|line| !line.contains("draft")), "a refusal leaves nothing: {lines:?}");
}

#[test]
fn a_vault_is_no_place_to_fill_up_and_tells_nobody_who_is_in_it() {
    let mut vault = TestVault::new();
    for n in 0..50 {
        vault.call("drafts_keep", draft(&format!("/plaats/{n}"), None, "{}"));
    }
    assert_eq!(vault.refused("drafts_keep", draft("/plaats/50", None, "{}")).code, "draft.too_many");
    vault.call("drafts_keep", draft("/plaats/49", None, r#"{"a":"b"}"#));
    assert_eq!(vault.call("drafts_list", json!({})).as_array().map(Vec::len), Some(50), "none of them was let go");

    let person = vault.person("Grace", "Okafor");
    let nobody = json!("00000000-0000-7000-8000-0000000000ff");
    vault.reopen_as(&[], true);
    let codes = [&person, &nobody].map(|who| vault.refused("drafts_keep", draft(NEW, Some(who), "{}")).code);
    assert_eq!(codes, ["person.missing", "person.missing"], "who sees nobody learns nothing by id");
}
