//! Every user of the vault has its main key. Data under that key alone must reveal nothing about what is sealed for
//! only some users: no hash, no length, no count.
use acceptance::Computer;
use ledenkluis_core::kernel::db::{self, Mode};
use ledenkluis_core::kernel::reseal::COLUMNS;
use ledenkluis_core::kernel::sealed::Compartment;
use ledenkluis_core::kernel::secret::Key;
use rusqlite::Connection;
use rusqlite::types::Value as Stored;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Columns that depend on the random keys of the acting user, so they differ between any two vaults.
const OF_THE_ACTOR: &[(&str, &str)] =
    &[("trail", "hash"), ("trail", "signature"), ("roster", "body"), ("roster", "signatures")];

/// The sealed values of one of two stories that are otherwise the same.
struct Secret {
    note: &'static str,
    other: &'static str,
    cents: i64,
    on: &'static str,
    remark: &'static str,
}

const ONE: Secret = Secret { note: "Belt liever.", other: "-", cents: 1, on: "2025-01-02", remark: "" };
const TWO: Secret = Secret {
    note: "Betaalt niet wegens schuldsanering; niet over beginnen, de penningmeester weet ervan.",
    other: "Heeft met het bestuur een regeling getroffen tot en met volgend jaar zomer.",
    cents: 123_456_789,
    on: "2025-12-31",
    remark: "nalatenschap van een oudtante, mag niet in het ledenblad genoemd worden",
};

/// Does everything that the program can do with notes and gifts; returns what the main key reveals afterwards.
#[expect(clippy::disallowed_methods, reason = "a list of the test's own")]
fn lived(secret: &Secret) -> BTreeMap<String, Vec<String>> {
    let mut computer = Computer::new();
    computer.create(&["secretary", "treasurer"]);
    let person = |computer: &mut Computer, surname: &str, note: &str| {
        let ended = json!([{ "kind": "member", "started_on": "2001-01-01", "ended_on": "2010-12-31", "ended": true }]);
        computer.call("people_create", json!({ "surname": surname, "note": note, "relations": ended }))
    };
    let (stays, goes) = (person(&mut computer, "Blijft", secret.note), person(&mut computer, "Gaat", secret.note));
    computer.call("people_change", json!({ "person": stays, "to": { "surname": "Blijft", "note": secret.other } }));
    let gift = json!({ "person": stays, "kind": "gift", "on": secret.on, "amount_cents": secret.cents, "remark": secret.remark });
    computer.call("donations_record", gift);
    for (place, compartment, typed) in [("a", "confidential", secret.note), ("b", "giving", secret.remark)] {
        computer.call("drafts_keep", json!({ "place": place, "compartment": compartment, "content": typed }));
    }
    computer.call("people_note", json!({ "person": stays }));
    computer.call("donations_list", json!({ "person": stays }));
    computer.call("people_export", json!({}));
    let print = json!({ "to": "print" });
    computer.call("export_report", json!({ "person": stays, "pdf": print, "data": print }));
    computer.call("erasure_run", json!({ "persons": [goes], "confirm": "Gaat" }));
    // Comes last, so that the erasure removes none of it: two imports of a list with the note in it, one of them
    // undone.
    let path = computer.path("lijst.csv");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    for (name, undo) in [("Komterbij", false), ("Komtengaat", true)] {
        std::fs::write(&path, format!("Voornaam;Achternaam;Opmerking\nJan;{name};{}\n;Blijft;x\n", secret.note))
            .unwrap();
        let file = computer.app().admit(path.clone());
        let request = computer.call("import_open", json!({ "file": file, "sheet": null }))["request"].clone();
        let done = computer.call("import_run", request);
        if undo {
            computer.call("import_undo", json!({ "import": done["import_id"] }));
        }
    }
    computer.call("drafts_keep", json!({ "place": "c", "compartment": "confidential", "content": secret.other }));
    under_main(&mut computer)
}

fn main_key(computer: &mut Computer) -> Key {
    let keys = computer.app().session().unwrap().keys();
    Key::new(*keys.get(Compartment::Main).unwrap().1.expose())
}

/// Every column of every table as the main key reveals it; of a sealed column, the lengths.
fn under_main(computer: &mut Computer) -> BTreeMap<String, Vec<String>> {
    let key = main_key(computer);
    let conn = db::open(&computer.folder().join("data.db"), &key, Mode::ReadOnly).unwrap();
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    let mut all = BTreeMap::new();
    for table in words(&conn, tables, "") {
        for column in words(&conn, "SELECT name FROM pragma_table_info(?1)", &table) {
            if OF_THE_ACTOR.contains(&(&table, &column)) {
                continue;
            }
            let is_sealed = column == "sealed" && COLUMNS.iter().any(|c| c.table == table);
            let what = if is_sealed { format!("length({column})") } else { format!("\"{column}\"") };
            let values = rows(&conn, &format!("SELECT {what} FROM \"{table}\" ORDER BY rowid"));
            all.insert(format!("{table}.{column}"), values);
        }
    }
    all
}

fn words(conn: &Connection, sql: &str, of: &str) -> Vec<String> {
    let mut stmt = conn.prepare(sql).unwrap();
    let named = stmt.parameter_count() > 0;
    let row = |r: &rusqlite::Row<'_>| r.get::<_, String>(0);
    let found = if named { stmt.query_map([of], row) } else { stmt.query_map([], row) };
    found.unwrap().collect::<Result<_, _>>().unwrap()
}

fn rows(conn: &Connection, sql: &str) -> Vec<String> {
    let mut stmt = conn.prepare(sql).unwrap();
    let found = stmt.query_map([], |r| r.get::<_, Stored>(0)).unwrap();
    found.map(|value| format!("{:?}", value.unwrap())).collect()
}

#[test]
fn what_lies_under_the_main_key_does_not_hang_on_a_note() {
    let (one, two) = (lived(&ONE), lived(&TWO));
    assert!(one["person_note.sealed"].len() > 1 && one["donation.sealed"].len() == 1, "there is something sealed");
    assert!(one.keys().eq(two.keys()));
    let differing: Vec<_> = one.iter().filter(|(column, values)| two[*column] != **values).collect();
    assert!(differing.is_empty(), "these columns tell one secret from the other: {differing:?}");
}

/// A list is recognised, and its import can be undone, by whoever has the key, even after all keys were renewed.
#[test]
#[expect(clippy::disallowed_methods, reason = "a list of the test's own")]
fn an_import_is_known_again_and_undone_after_a_change_of_keys_by_another_secretary() {
    let mut computer = Computer::with_vault();
    let path = computer.path("lijst.csv");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, "Voornaam;Achternaam;Opmerking\nJan;Vos;speelt klarinet\nEls;Smit;zingt\n").unwrap();
    let open = |computer: &mut Computer| -> Value {
        let file = computer.app().admit(path.clone());
        computer.call("import_open", json!({ "file": file, "sheet": null }))
    };
    let first = open(&mut computer);
    assert_eq!(first["earlier"], json!(null));
    let import = computer.call("import_run", first["request"].clone())["import_id"].clone();
    let smit = computer.call("people_list", json!({ "q": "Smit" }))["rows"][0]["id"].clone();
    computer.wait(60);
    let to = json!({ "given_name": "Els", "surname": "Smit", "note": "zingt niet meer" });
    computer.call("people_change", json!({ "person": smit, "to": to }));
    let henk = computer.add("Henk Smit", "viewer");
    computer.add("Bert Dam", "secretary");
    computer.call("users_remove", json!({ "user": henk }));
    computer.become_user("Bert Dam");
    assert!(open(&mut computer)["earlier"].is_number(), "the same file");
    let undone = computer.call("import_undo", json!({ "import": import }));
    assert_eq!(undone, json!({ "removed": 1, "restored": 0, "kept": 1 }), "her note was changed since");
}
