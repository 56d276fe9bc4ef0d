//! Every user of the vault has its main key. Data under that key alone must reveal nothing about what is sealed for
//! only some users: no hash, no length, no count.
use acceptance::requests::{day, erasure, gift, list_in, named, report, search, surnamed, until};
use acceptance::{Calls, Computer};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    ByPerson, ChangePerson, Compartment, ImportPreview, ImportUndo, ImportUndone, NewDonation, NewDraft, NewPerson,
    NewRelation, PeopleFilter, RelationKind, RemoveUser,
};
use ledenkluis_core::kernel::reseal::COLUMNS;
use ledenkluis_core::ops::Role;
use rusqlite::Connection;
use rusqlite::types::Value as Stored;
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
    computer.create(&[Role::Secretary, Role::Treasurer]);
    let person = |computer: &mut Computer, surname: &str, note: &str| {
        let started_on = Some(day("2001-01-01"));
        let membership = NewRelation { started_on, ..until(RelationKind::Member, "2010-12-31") };
        let member = NewPerson { note: note.to_owned(), relations: vec![membership], ..surnamed(surname) };
        computer.ask(call::people_create, member)
    };
    let (stays, goes) = (person(&mut computer, "Blijft", secret.note), person(&mut computer, "Gaat", secret.note));
    computer.ask(
        call::people_change,
        ChangePerson { person: stays, seen: None, to: NewPerson { note: secret.other.into(), ..surnamed("Blijft") } },
    );
    let gift = NewDonation { remark: secret.remark.to_owned(), ..gift(stays, secret.on, secret.cents) };
    computer.ask(call::donations_record, gift);
    for (place, compartment, typed) in
        [("a", Compartment::Confidential, secret.note), ("b", Compartment::Giving, secret.remark)]
    {
        computer
            .ask(call::drafts_keep, NewDraft { place: place.into(), person: None, compartment, content: typed.into() });
    }
    computer.ask(call::people_note, ByPerson { person: stays });
    computer.ask(call::donations_list, ByPerson { person: stays });
    computer.ask(call::people_export, PeopleFilter::default());
    computer.ask(call::export_report, report(stays));
    computer.ask(call::erasure_run, erasure(goes, "Gaat"));
    // Comes last, so that the erasure removes none of it: two imports of a list with the note in it, one of them
    // undone.
    let path = computer.path("lijst.csv");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    for (name, undo) in [("Komterbij", false), ("Komtengaat", true)] {
        std::fs::write(&path, format!("Voornaam;Achternaam;Opmerking\nJan;{name};{}\n;Blijft;x\n", secret.note))
            .unwrap();
        let file = computer.app().admit(path.clone());
        let request = computer.ask(call::import_open, list_in(file)).request;
        let done = computer.ask(call::import_run, request);
        if undo {
            computer.ask(call::import_undo, ImportUndo { import: done.import_id });
        }
    }
    computer.ask(
        call::drafts_keep,
        NewDraft {
            place: "c".into(),
            person: None,
            compartment: Compartment::Confidential,
            content: secret.other.into(),
        },
    );
    under_main(&mut computer)
}

/// Every column of every table as the main key reveals it; of a sealed column, the lengths.
fn under_main(computer: &mut Computer) -> BTreeMap<String, Vec<String>> {
    computer.inside(tables)
}

fn tables(conn: &Connection) -> BTreeMap<String, Vec<String>> {
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    let mut all = BTreeMap::new();
    for table in words(conn, tables, "") {
        for column in words(conn, "SELECT name FROM pragma_table_info(?1)", &table) {
            if OF_THE_ACTOR.contains(&(&table, &column)) {
                continue;
            }
            let is_sealed = column == "sealed" && COLUMNS.iter().any(|c| c.table == table);
            let what = if is_sealed { format!("length({column})") } else { format!("\"{column}\"") };
            let values = rows(conn, &format!("SELECT {what} FROM \"{table}\" ORDER BY rowid"));
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
fn nothing_under_the_main_key_depends_on_a_note() {
    let (one, two) = (lived(&ONE), lived(&TWO));
    assert!(one["person_note.sealed"].len() > 1 && one["donation.sealed"].len() == 1, "there is something sealed");
    assert!(one.keys().eq(two.keys()));
    let differing: Vec<_> = one.iter().filter(|(column, values)| two[*column] != **values).collect();
    assert!(differing.is_empty(), "these columns tell one secret from the other: {differing:?}");
}

/// A list is recognised, and its import can be undone, by whoever has the key, even after all keys were renewed.
#[test]
#[expect(clippy::disallowed_methods, reason = "a list of the test's own")]
fn another_secretary_recognises_and_undoes_an_import_after_a_change_of_keys() {
    let mut computer = Computer::with_vault();
    let path = computer.path("lijst.csv");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, "Voornaam;Achternaam;Opmerking\nJan;Vos;speelt klarinet\nEls;Smit;zingt\n").unwrap();
    let open = |computer: &mut Computer| -> ImportPreview {
        let file = computer.app().admit(path.clone());
        computer.ask(call::import_open, list_in(file))
    };
    let first = open(&mut computer);
    assert_eq!(first.earlier, None);
    let import = computer.ask(call::import_run, first.request).import_id;
    let smit = computer.ask(call::people_list, search("Smit")).rows[0].id;
    computer.wait(60);
    let to = NewPerson { note: "zingt niet meer".to_owned(), ..named("Els", "Smit") };
    computer.ask(call::people_change, ChangePerson { person: smit, seen: None, to });
    let henk = computer.add("Henk Smit", Role::Viewer);
    computer.add("Bert Dam", Role::Secretary);
    computer.ask(call::users_remove, RemoveUser { user: henk });
    computer.become_user("Bert Dam");
    assert!(open(&mut computer).earlier.is_some(), "the same file");
    let undone = computer.ask(call::import_undo, ImportUndo { import });
    assert_eq!(undone, ImportUndone { removed: 1, restored: 0, kept: 1 }, "her note was changed since");
}
