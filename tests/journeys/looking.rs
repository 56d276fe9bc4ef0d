//! Whoever is shown a note or a gift is in the trail, whether through the UI, a report or an export, and also in a
//! read-only session. Where no row can be written, nothing is shown.
use acceptance::Computer;
use serde_json::{Value, json};

/// Anneke is secretary and treasurer. The one person in the vault has a note and a gift.
fn world() -> (Computer, Value) {
    let mut computer = Computer::new();
    computer.create(&["secretary", "treasurer"]);
    let person = computer.call("people_create", json!({ "surname": "Okafor", "note": "speelt klarinet" }));
    let gift = json!({ "person": person, "kind": "gift", "on": "2026-01-02", "amount_cents": 2500, "remark": "tuba" });
    computer.call("donations_record", gift);
    (computer, person)
}

/// The rows of reads that must leave a trace, oldest first: the op, its outcome, how many people or records, and who.
fn looks(computer: &mut Computer) -> Vec<String> {
    computer.call("vault_unlock", json!({ "name": "Anneke Vos", "passphrase": acceptance::PASSPHRASE }));
    let rows = computer.call("audit_list", json!({ "limit": 100 }));
    let mut lines: Vec<String> = (rows.as_array().into_iter().flatten())
        .filter(|row| {
            ["note.view", "donation.view", "people.export", "export.report"].iter().any(|op| row["op"] == *op)
        })
        .map(|row| {
            let outcome = if row["done"] == true { "done" } else { "denied" };
            format!(
                "{} {outcome} {} {}",
                row["op"].as_str().unwrap(),
                row["count"],
                row["actor_name"].as_str().unwrap()
            )
        })
        .collect();
    lines.reverse();
    lines
}

#[test]
fn whoever_reads_a_note_or_a_gift_is_in_the_trail_however_they_came_in() {
    let (mut computer, person) = world();
    let about = json!({ "person": person });
    let read = |computer: &mut Computer| {
        assert_eq!(computer.call("people_note", about.clone())["text"], "speelt klarinet");
        assert_eq!(computer.call("donations_list", about.clone())[0]["remark"], "tuba");
        let all = computer.call("people_export", json!({}));
        assert_eq!(all["people"][0]["note"], "speelt klarinet");
    };
    read(&mut computer);
    let three = ["note.view", "donation.view", "people.export"].map(|op| format!("{op} done 1 Anneke Vos"));
    assert_eq!(looks(&mut computer), three);

    computer.look_as("Anneke Vos");
    read(&mut computer);
    let six: Vec<String> = three.iter().chain(&three).cloned().collect();
    assert_eq!(looks(&mut computer), six, "for looking only as well");
    assert_eq!(computer.call("vault_verify", json!({}))["ok"], true, "the chain is whole");

    let print = json!({ "to": "print" });
    computer.call("export_report", json!({ "person": person, "pdf": print, "data": print }));
    assert_eq!(looks(&mut computer).last().map(String::as_str), Some("export.report done 1 Anneke Vos"));
}

#[test]
fn coming_in_for_looking_only_is_told_and_so_is_what_was_refused() {
    let (mut computer, person) = world();
    computer.add("Henk Smit", "viewer");
    computer.become_user("Henk Smit");
    computer.look_as("Henk Smit");
    assert_eq!(computer.refused("people_note", json!({ "person": person })).code, "permission.denied");
    assert_eq!(computer.refused("donations_record", json!({})).code, "permission.denied");
    computer.call("vault_unlock", json!({ "name": "Anneke Vos", "passphrase": acceptance::PASSPHRASE }));
    let rows = computer.call("audit_list", json!({ "limit": 4 }));
    let row = |n: usize| (rows[n]["op"].clone(), rows[n]["done"].clone(), rows[n]["actor_name"].clone());
    assert_eq!(row(1), (json!("donation.record"), json!(false), json!("Henk Smit")));
    assert_eq!(row(2), (json!("note.view"), json!(false), json!("Henk Smit")));
    assert_eq!(row(3), (json!("vault.unlock"), json!(true), json!("Henk Smit")));
    assert_eq!(rows[3]["fields"], json!(["read_only"]));
}

#[test]
fn while_somebody_else_has_the_vault_open_a_note_is_not_shown_for_looking() {
    let (mut first, person) = world();
    let mut second = first.second_program();
    second.look_as("Anneke Vos");
    let state = second.call("vault_state", json!({}));
    assert!(state["in_use"]["since"].as_i64().is_some(), "it says who has it open: {state}");
    assert!(first.call("vault_state", json!({}))["in_use"].is_null(), "not to who has it open");
    let about = json!({ "person": person });
    assert_eq!(second.call("people_get", about.clone())["has_note"], true);
    for command in ["people_note", "donations_list", "people_export"] {
        let request = if command == "people_export" { json!({}) } else { about.clone() };
        let refused = second.refused(command, request).code;
        assert_eq!(refused, "view.in_use", "{command}");
    }
    first.call("vault_lock", json!({}));
    assert_eq!(second.call("people_note", about)["text"], "speelt klarinet", "now the row can be left");
    second.call("vault_lock", json!({}));
    assert_eq!(looks(&mut first), ["note.view done 1 Anneke Vos"]);
}

#[test]
fn a_page_that_loads_anew_is_one_look_and_an_hour_later_it_is_another() {
    let (mut computer, person) = world();
    for _ in 0..10 {
        computer.call("people_note", json!({ "person": person }));
        computer.wait(6);
    }
    assert_eq!(looks(&mut computer).len(), 1);
    computer.call("people_note", json!({ "person": person }));
    computer.wait(3_600);
    computer.call("people_note", json!({ "person": person }));
    assert_eq!(looks(&mut computer).len(), 3);
    let nobody = computer.call("people_create", json!({ "surname": "Zonder" }));
    assert_eq!(computer.call("people_note", json!({ "person": nobody }))["text"], json!(null));
    assert_eq!(computer.call("people_get", json!({ "person": nobody }))["has_note"], false);
    assert_eq!(looks(&mut computer).len(), 3, "where there is none nobody looked");
}
