//! The check after an erasure: what it finds is reported and stays on record; the ledger lists what was erased from
//! which table; and traces outside the person's rows, such as the name of a file or a report for printing, are erased
//! too.
use acceptance::Computer;
use acceptance::pages::{decrypted, standing_in};
use ledenkluis_core::app::write_whole;
use ledenkluis_core::kernel::db::{self, Mode};
use ledenkluis_core::kernel::sealed::Compartment;
use ledenkluis_core::kernel::secret::Key;
use serde_json::{Value, json};
use std::path::Path;

fn key_of(computer: &mut Computer) -> [u8; 32] {
    *computer.app().session().expect("an open vault").keys().get(Compartment::Main).expect("a key").1.expose()
}

fn open(computer: &mut Computer) -> rusqlite::Connection {
    let (folder, key) = (computer.folder(), key_of(computer));
    db::open(&folder.join("data.db"), &Key::new(key), Mode::ReadWrite).unwrap()
}

fn gone_member(computer: &mut Computer, surname: &str) -> Value {
    computer.call(
        "people_create",
        json!({
            "surname": surname, "birth_date": "1961-11-23", "member_number": "17", "note": "Speelt tuba.",
            "emails": [{ "label": "home", "address": "j.jansen@voorbeeld.nl" }],
            "relations": [{ "kind": "member", "started_on": "2009-09-01", "ended_on": "2020-10-31", "ended": true }],
        }),
    )
}

fn erase(computer: &mut Computer, person: &Value) -> Value {
    computer.call("erasure_run", json!({ "persons": [person], "confirm": "wis 1 persoon" }))
}

fn row(computer: &mut Computer) -> [Value; 3] {
    let list = computer.call("erasure_list", json!({}));
    ["pending", "searched", "residue"].map(|name| list[0][name].clone())
}

/// Erases somebody whose e-mail address also stands in a table that no holder knows.
fn with_a_leftover(computer: &mut Computer) -> Value {
    computer.add("Henk", "treasurer");
    let person = gone_member(computer, "Okafor-Zuiderduin");
    let plant = "CREATE TABLE probe (text TEXT) STRICT; INSERT INTO probe VALUES ('Aan J.Jansen@voorbeeld.nl')";
    open(computer).execute_batch(plant).unwrap();
    let done = erase(computer, &person);
    assert_eq!((done["erased"].clone(), done["problem"].clone()), (json!(1), json!("erasure.residue")));
    assert_eq!(row(computer), [json!(true), json!(true), json!(1)]);
    done["erasure"].clone()
}

#[test]
fn what_was_found_is_no_proof_and_is_never_forgotten() {
    let mut computer = Computer::with_vault();
    let proof = json!({ "erasure": with_a_leftover(&mut computer), "target": { "to": "print" } });
    assert_eq!(computer.refused("erasure_proof", proof.clone()).code, "erasure.residue", "it is still there");
    computer.become_user("Henk");
    assert_eq!(
        computer.refused("erasure_proof", proof.clone()).code,
        "permission.denied",
        "the proof is not the treasurer's"
    );
    // At the next unlock the strings to search for are gone: the file is cleaned, and the finding stays.
    computer.become_user("Anneke Vos");
    assert_eq!(row(&mut computer), [json!(false), json!(false), json!(1)]);
    computer.call("erasure_proof", proof);
    assert_eq!(row(&mut computer), [json!(false), json!(false), json!(1)]);
}

#[test]
fn what_was_found_and_then_taken_away_is_looked_for_again() {
    let mut computer = Computer::with_vault();
    let erasure = with_a_leftover(&mut computer);
    open(&mut computer).execute_batch("DROP TABLE probe").unwrap();
    computer.call("erasure_proof", json!({ "erasure": erasure, "target": { "to": "print" } }));
    assert_eq!(row(&mut computer), [json!(false), json!(true), json!(0)]);
}

#[test]
fn the_ledger_tells_a_note_from_its_person_and_what_only_went_in_part() {
    let mut computer = Computer::with_vault();
    computer.add("Henk", "treasurer");
    let (part, whole) = (gone_member(&mut computer, "Jansen"), gone_member(&mut computer, "Pietersen"));
    computer.become_user("Henk");
    let paid = json!({ "person": part, "kind": "contribution", "on": "2020-03-01", "amount_cents": 2_500 });
    computer.call("donations_record", paid);
    computer.become_user("Anneke Vos");
    let mut ledger = |person: &Value| -> Vec<String> {
        erase(&mut computer, person);
        let conn = open(&mut computer);
        let sql = "SELECT of_table, scope, coalesce(kept_until, '-'), hex(record) FROM erasure_record
                   WHERE erasure = (SELECT id FROM erasure ORDER BY number DESC LIMIT 1) ORDER BY of_table, scope";
        let id = person.as_str().unwrap().replace('-', "").to_uppercase();
        let line = |r: &rusqlite::Row<'_>| {
            let own = if r.get::<_, String>(3)? == id { "own" } else { "other" };
            Ok(format!("{} {} {} {own}", r.get::<_, String>(0)?, r.get::<_, String>(1)?, r.get::<_, String>(2)?))
        };
        conn.prepare(sql).unwrap().query_map([], line).unwrap().collect::<Result<_, _>>().unwrap()
    };
    assert_eq!(
        ledger(&part),
        [
            "email row - other",
            "person birth_date 2027-12-31 own",
            "person member_number 2027-12-31 own",
            "person_note row - own",
            "relation row - other",
        ],
        "the person stays: no row of `person` may go when a copy is put back"
    );
    assert_eq!(
        ledger(&whole),
        ["email row - other", "person row - own", "person_note row - own", "relation row - other"]
    );
}

#[test]
fn a_file_named_after_somebody_is_no_residue_and_keeps_its_ending_only() {
    erased_from("leden Jansen-Okafor.csv", "….csv");
    erased_from("Ledenlijst 2026.csv", "Ledenlijst 2026.csv");
}

/// Imports a person from a file with this name, erases them, and checks the name in the list of imports.
fn erased_from(name: &str, afterwards: &str) {
    let mut computer = Computer::with_vault();
    let path = computer.path(name);
    std::fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).unwrap();
    write_whole(&path, "Achternaam;E-mail;Lid tot\nJansen-Okafor;j.jansen@voorbeeld.nl;31-10-2020\n".as_bytes())
        .unwrap();
    let file = computer.app().admit(path);
    let request = computer.call("import_open", json!({ "file": file, "sheet": null }))["request"].clone();
    computer.call("import_run", request);
    assert_eq!(computer.call("import_list", json!({}))[0]["file_name"], name);
    let page = computer.call("people_list", json!({ "tab": "all" }));
    let person = page["rows"][0]["id"].clone();
    let done = erase(&mut computer, &person);
    assert_eq!(done["problem"], json!(null));
    assert_eq!(computer.call("import_list", json!({}))[0]["file_name"], afterwards);
    let (folder, key) = (computer.folder(), key_of(&mut computer));
    let plain = decrypted(&folder.join("data.db"), &key).unwrap();
    assert_eq!(standing_in(&plain, &["Jansen-Okafor"]), Vec::<&str>::new());
}

#[test]
fn a_text_that_is_also_a_word_of_the_program_is_no_residue() {
    let mut computer = Computer::with_vault();
    let words = json!({ "surname": "Relation.end", "city": "retention.keep", "street": "erased-relation",
        "relations": [{ "kind": "member", "ended_on": "2020-10-31", "ended": true }] });
    let person = computer.call("people_create", words);
    let other = json!({ "surname": "Buur", "relations": [{ "kind": "member" }] });
    let other = computer.call("people_create", other);
    let relation = computer.call("people_get", json!({ "person": other }))["relations"][0]["id"].clone();
    computer.call("people_end_relation", json!({ "relation": relation, "ended_on": "2026-11-01" }));
    let keep = json!({ "person": other, "until": "2027-10-01", "reason": "Staat in het boek" });
    computer.call("retention_keep", keep);
    assert_eq!(erase(&mut computer, &person)["problem"], json!(null));
}

#[test]
fn a_report_for_printing_goes_with_the_person() {
    let mut computer = Computer::with_vault();
    let person = gone_member(&mut computer, "Jansen");
    let print = json!({ "to": "print" });
    let made = computer.call("export_report", json!({ "person": person, "pdf": print, "data": print }));
    let files = ["pdf", "data"].map(|name| made[name]["path"].as_str().map(str::to_owned).unwrap());
    assert!(files.iter().all(|file| Path::new(file).exists()));
    erase(&mut computer, &person);
    assert!(!files.iter().any(|file| Path::new(file).exists()), "not only at the lock");
}
