//! Erasure: a person is gone from every page and every file, no new key opens the old file, and the proof claims what
//! was checked and no more.
use acceptance::pages::{decrypted, files_below, standing_in};
use acceptance::{Computer, TestVault};
use ledenkluis_core::kernel::db::{self, Mode};
use ledenkluis_core::kernel::sealed::Compartment;
use ledenkluis_core::kernel::secret::Key;
use ledenkluis_core::ops::Role;
use serde_json::{Value, json};
use std::path::Path;

/// Values that only Grace has. She shares her partner's surname, the postcode and the town with somebody who stays.
const HERS: &[&str] = &[
    "Okafor-Zuiderduin",
    "grace.zuiderduin@voorbeeld.nl",
    "+31612345678",
    "Zonnebloemstraat 418",
    "gra-0815",
    "1961-11-23",
];

fn grace(computer: &mut Computer, ended_on: &str) -> Value {
    computer.call(
        "people_create",
        json!({
            "given_name": "Grace", "surname": HERS[0], "street": HERS[3], "city": "Veldrade", "postcode": "1234 AB",
            "partner_surname": "Voskuil", "member_number": "GRA-0815", "birth_date": "1961-11-23",
            "emails": [{ "label": "home", "address": HERS[1] }],
            "phones": [{ "label": "mobile", "number": "06 12345678" }],
            "relations": [{ "kind": "member", "started_on": "2009-09-01", "ended_on": ended_on, "ended": true }],
        }),
    )
}

fn stayer(computer: &mut Computer) -> Value {
    computer.call(
        "people_create",
        json!({
            "given_name": "Piet", "surname": "Voskuil", "city": "Veldrade", "postcode": "1234 AB", "street": "Molenpad 12",
            "relations": [{ "kind": "member", "started_on": "2011-09-01" }],
        }),
    )
}

fn key_of(computer: &mut Computer) -> [u8; 32] {
    let session = computer.app().session().expect("an open vault");
    *session.keys().get(Compartment::Main).expect("the main key").1.expose()
}

fn main_job() -> (Computer, Value) {
    let mut computer = Computer::with_vault();
    stayer(&mut computer);
    let person = grace(&mut computer, "2020-10-31");
    let photos = computer.call("purposes_list", json!({}));
    let photos = photos.as_array().into_iter().flatten().find(|p| p["key"] == "photos_portrait").cloned().unwrap();
    let said = json!({ "person": person, "purpose": photos["id"], "given": true, "on": "2019-01-02", "how": "paper" });
    computer.call("consent_record", said);
    (computer, person)
}

#[test]
fn without_the_cleaning_the_strings_are_found_and_after_an_erasure_they_are_nowhere() {
    let (mut computer, person) = main_job();
    let (folder, before) = (computer.folder(), key_of(&mut computer));
    let data = folder.join("data.db");
    assert_eq!(standing_in(&decrypted(&data, &before).unwrap(), HERS), HERS, "the reader finds what is there");

    // Without the cleaning: deleting alone leaves the values in freed pages and in the gaps of other pages.
    let desk = tempfile::tempdir().unwrap();
    let copy = desk.path().join("data.db");
    std::fs::copy(&data, &copy).unwrap();
    {
        let conn = db::open(&copy, &Key::new(before), Mode::ReadWrite).unwrap();
        conn.execute_batch("PRAGMA secure_delete = OFF; PRAGMA foreign_keys = OFF; DELETE FROM email WHERE true; DELETE FROM phone WHERE true; DELETE FROM person WHERE true").unwrap();
    }
    assert_eq!(standing_in(&decrypted(&copy, &before).unwrap(), HERS), HERS, "a DELETE is not an erasure");
    let put_aside = desk.path().join("before.db");
    std::fs::copy(&data, &put_aside).unwrap();

    let done = computer.call("erasure_run", json!({ "persons": [person], "confirm": "okafor-zuiderduin" }));
    assert_eq!((done["erased"].clone(), done["problem"].clone()), (json!(1), json!(null)));

    let after = key_of(&mut computer);
    assert_ne!(before, after);
    let plain = decrypted(&data, &after).expect("the new key fits");
    assert_eq!(standing_in(&plain, HERS), Vec::<&str>::new());
    assert_eq!(standing_in(&plain, &["Voskuil", "Veldrade"]), ["Voskuil", "Veldrade"], "who stays, stays");
    for file in files_below(&folder) {
        assert_eq!(standing_in(&std::fs::read(&file).unwrap(), HERS), Vec::<&str>::new(), "{}", file.display());
    }
    assert!(decrypted(&data, &before).is_none(), "the old key opens no page of the new file");
    assert!(decrypted(&put_aside, &after).is_none(), "the new key opens no page of the old file");
    assert!(db::open(&put_aside, &Key::new(after), Mode::ReadOnly).is_err());

    computer.become_user("Anneke Vos");
    let page = computer.call("people_list", json!({}));
    assert_eq!((page["total"].clone(), page["rows"][0]["sort_name"].clone()), (json!(1), json!("Voskuil, Piet")));
}

#[test]
fn the_proof_names_nobody_and_says_what_was_checked() {
    let (mut computer, person) = main_job();
    let done = computer.call("erasure_run", json!({ "persons": [person], "confirm": "wis 1 persoon" }));
    assert_eq!(done["number"], "2026-0001");
    let path = computer_path(&computer, "bewijs.pdf");
    let target = computer.app().admit(path);
    let written = computer
        .call("erasure_proof", json!({ "erasure": done["erasure"], "target": { "to": "file", "file": target } }));
    assert_eq!(written["pages"], 2);
    let list = computer.call("erasure_list", json!({}));
    assert_eq!((list[0]["persons"].clone(), list[0]["pending"].clone()), (json!(1), json!(false)));
    assert_eq!(list[0]["by"], "Anneke Vos");
    let sheet = sheet(&mut computer);
    assert_eq!((sheet["erased"].clone(), sheet["rules"].clone()), (json!(1), json!([["R01", 1]])));
    let checked = &sheet["checked"];
    assert_eq!((checked["old_key_refused"].clone(), checked["strangers"].clone()), (json!(true), json!(0)));
    assert!(checked["pages"].as_u64() > Some(20) && checked["files"].as_u64() > Some(0), "{checked}");
    // Hers alone: names, number, mail, phone, street, birthday. Others share the town, postcode and her partner's name.
    assert_eq!(checked["strings"], 7, "{checked}");
    let text = sheet.to_string().to_lowercase();
    assert!(HERS.iter().all(|word| !text.contains(&word.to_lowercase())));
    let ledger = query(&mut computer, "SELECT count(*) FROM erasure_record");
    assert_eq!(ledger, 5, "person, e-mail, phone, relation, consent");
}

fn computer_path(computer: &Computer, name: &str) -> std::path::PathBuf {
    let path = computer.path(name);
    std::fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).unwrap();
    path
}

fn open(computer: &mut Computer) -> rusqlite::Connection {
    let (folder, key) = (computer.folder(), key_of(computer));
    db::open(&folder.join("data.db"), &Key::new(key), Mode::ReadOnly).unwrap()
}

fn query(computer: &mut Computer, sql: &str) -> i64 {
    open(computer).query_row(sql, [], |r| r.get(0)).unwrap()
}

fn sheet(computer: &mut Computer) -> Value {
    let text: String = open(computer).query_row("SELECT sheet FROM erasure", [], |r| r.get(0)).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[test]
fn what_the_tax_law_holds_stays_for_the_treasurer_alone() {
    let (mut computer, person) = main_job();
    computer.add("Henk", "treasurer");
    computer.become_user("Henk");
    let gift = json!({ "person": person, "kind": "gift", "on": "2020-03-01", "amount_cents": 2_500, "remark": "voor de tuba" });
    computer.call("donations_record", gift);
    computer.become_user("Anneke Vos");
    let (folder, before) = (computer.folder(), key_of(&mut computer));
    let plain = decrypted(&folder.join("data.db"), &before).unwrap();
    assert_eq!(standing_in(&plain, HERS), HERS, "the reader finds what is there");
    assert_eq!(standing_in(&plain, &["voor de tuba"]), Vec::<&str>::new());
    let done = computer.call("erasure_run", json!({ "persons": [person], "confirm": "wis 1 persoon" }));
    assert_eq!(
        (done["erased"].clone(), done["partly"].clone(), done["problem"].clone()),
        (json!(0), json!(1), json!(null))
    );
    assert_eq!(
        (done["kept"][0]["until"].clone(), done["kept"][0]["rule"].clone()),
        (json!("2027-12-31"), json!("R07b"))
    );
    // She is in no list of the secretary, who can still find her by the whole name to answer an access request.
    let found = |computer: &mut Computer, q: &str| computer.call("people_list", json!({ "q": q }))["rows"].clone();
    assert_eq!(found(&mut computer, "Okafor"), json!([]));
    assert_eq!(found(&mut computer, "grace okafor-zuiderduin")[0]["id"], person);
    let print = json!({ "to": "print" });
    computer.call("export_report", json!({ "person": person, "pdf": print, "data": print }));
    let again = computer.refused("erasure_run", json!({ "persons": [person], "confirm": "wis 1 persoon" }));
    assert_eq!(again.code, "erasure.not_due");
    let (folder, key) = (computer.folder(), key_of(&mut computer));
    let plain = decrypted(&folder.join("data.db"), &key).unwrap();
    let kept = [HERS[0], HERS[3]];
    assert_eq!(standing_in(&plain, HERS), kept, "name and street stay; mail, phone, number and birthday go");
    assert_eq!(standing_in(&plain, &["voor de tuba"]), Vec::<&str>::new(), "the gift stays, and stays sealed");
    computer.become_user("Henk");
    let view = computer.call("people_get", json!({ "person": person }));
    assert_eq!((view["restricted"].clone(), view["emails"].clone()), (json!("fiscal"), json!([])));
    let gifts = computer.call("donations_list", json!({ "person": person }));
    assert_eq!((gifts[0]["amount_cents"].clone(), gifts[0]["remark"].clone()), (json!(2_500), json!("voor de tuba")));
}

#[test]
fn the_wrong_words_and_people_who_are_not_due_change_nothing() {
    let mut computer = Computer::with_vault();
    let (stays, goes) = (stayer(&mut computer), grace(&mut computer, "2020-10-31"));
    let refused = |computer: &mut Computer, persons: &[&Value], confirm: &str| {
        computer.refused("erasure_run", json!({ "persons": persons, "confirm": confirm })).code
    };
    assert_eq!(refused(&mut computer, &[&goes], "wis 2 personen"), "erasure.confirm");
    assert_eq!(refused(&mut computer, &[&goes], ""), "erasure.confirm");
    assert_eq!(refused(&mut computer, &[&stays], "voskuil"), "erasure.not_due");
    assert_eq!(refused(&mut computer, &[&goes, &stays], "wis 2 personen"), "erasure.not_due", "all or nobody");
    assert_eq!(refused(&mut computer, &[], "wis 0 personen"), "input.invalid");
    assert_eq!(computer.call("people_list", json!({}))["total"], 2);
    assert_eq!(query(&mut computer, "SELECT count(*) FROM erasure"), 0);
}

#[test]
fn forty_people_are_one_erasure_with_one_line_in_the_trail() {
    let mut computer = Computer::with_vault();
    let mut persons = vec![];
    for n in 0..40 {
        let relation = json!({ "kind": "member", "started_on": "2021-02-01", "ended_on": "2023-12-31", "ended": true });
        persons.push(
            computer.call("people_create", json!({ "surname": format!("Oudlid-{n:04}"), "relations": [relation] })),
        );
    }
    let years = computer.call("today_overview", json!({}))["members"]["years"].clone();
    let done = computer.call("erasure_run", json!({ "persons": persons, "confirm": "WIS 40 PERSONEN" }));
    assert_eq!((done["erased"].clone(), done["problem"].clone()), (json!(40), json!(null)));
    assert_eq!(query(&mut computer, "SELECT count(*) FROM trail WHERE op = 'erasure.run'"), 1);
    assert_eq!(query(&mut computer, "SELECT joined FROM tally WHERE kind = 'member' AND year = 2021"), 40);
    assert_eq!(query(&mut computer, "SELECT gone FROM tally WHERE kind = 'member' AND year = 2023"), 40);
    assert_eq!(years[0], json!({ "year": 2021, "joined": 40, "left": 0 }));
    assert_eq!(
        computer.call("today_overview", json!({}))["members"]["years"],
        years,
        "the history of the association stays"
    );
}

#[test]
fn a_strangers_file_in_the_folder_is_told_and_left_alone() {
    let (mut computer, person) = main_job();
    let stranger = computer.folder().join("ledenlijst.txt");
    std::fs::copy(write(&computer, &format!("naam;{}\n", HERS[0])), &stranger).unwrap();
    let done = computer.call("erasure_run", json!({ "persons": [person], "confirm": "wis 1 persoon" }));
    assert_eq!((done["strangers"].clone(), done["problem"].clone()), (json!(1), json!(null)));
    assert!(stranger.exists());
    assert_eq!(sheet(&mut computer)["checked"]["files"], 0, "so the proof does not claim the other files");
}

fn write(computer: &Computer, text: &str) -> std::path::PathBuf {
    let path = computer_path(computer, "bron.txt");
    ledenkluis_core::app::write_whole(&path, text.as_bytes()).unwrap();
    path
}

#[test]
fn an_erasure_whose_cleaning_failed_is_finished_later() {
    // In a vault without a header the transaction succeeds, but no new key can be made.
    let mut vault = TestVault::new();
    let relation = json!({ "kind": "member", "ended_on": "2019-12-31", "ended": true });
    let person = vault.call("people_create", json!({ "surname": "Okafor", "relations": [relation] }));
    let done = vault.call("erasure_run", json!({ "persons": [person], "confirm": "okafor" }));
    assert_eq!((done["erased"].clone(), done["problem"].is_string()), (json!(1), true), "{done}");
    assert_eq!(vault.call("people_list", json!({}))["total"], 0, "the person is gone all the same");
    assert_eq!(vault.call("erasure_list", json!({}))[0]["pending"], true);
    let proof = vault.refused("erasure_proof", json!({ "erasure": done["erasure"], "target": { "to": "print" } }));
    assert_eq!(proof.code, done["problem"], "no proof of what was not done");

    // In a real vault the next unlock finishes such a row.
    let (mut computer, person) = main_job();
    computer.call("erasure_run", json!({ "persons": [person], "confirm": "wis 1 persoon" }));
    let (folder, key) = (computer.folder(), key_of(&mut computer));
    // Change the row before the lock: a change made after it is refused.
    {
        let conn = db::open(&folder.join("data.db"), &Key::new(key), Mode::ReadWrite).unwrap();
        conn.execute("UPDATE erasure SET state = 'pending'", []).unwrap();
    }
    computer.call("vault_lock", json!({}));
    computer.become_user("Anneke Vos");
    assert_ne!(key_of(&mut computer), key, "the cleaning was done again");
    assert_eq!(computer.call("erasure_list", json!({}))[0]["pending"], false);
    let checked = sheet(&mut computer)["checked"].clone();
    assert_eq!(
        (checked["pages"].clone(), checked["old_key_refused"].clone()),
        (json!(0), json!(true)),
        "no more is claimed"
    );
    assert_eq!(computer.call("erasure_list", json!({}))[0]["searched"], false);
}

#[test]
fn texts_of_a_neighbour_that_only_stand_side_by_side_are_no_residue() {
    let (mut computer, _) = main_job();
    let gone = json!({ "surname": "Kowalski", "street": "Kanaaldijk 49", "relations": [{ "kind": "member", "ended_on": "2019-12-31", "ended": true }] });
    let gone = computer.call("people_create", gone);
    computer.call("people_create", json!({ "surname": "Buur", "street": "Kanaaldijk 4", "postcode": "9999 ZR", "relations": [{ "kind": "member" }] }));
    let done = computer.call("erasure_run", json!({ "persons": [gone], "confirm": "kowalski" }));
    assert_eq!((done["erased"].clone(), done["problem"].clone()), (json!(1), json!(null)), "{done}");
}

#[test]
fn only_who_may_erase_erases() {
    let mut vault = TestVault::as_role(&[Role::Treasurer], false);
    let refused = vault.refused("erasure_run", json!({ "persons": [], "confirm": "" }));
    assert_eq!(refused.code, "permission.denied");
    assert_eq!(vault.trail().last().map(String::as_str), Some("erasure.run denied 0"));
}
