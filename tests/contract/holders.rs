//! No erasure and no report may forget a table with personal data.
use acceptance::{Calls, TestVault};
use ledenkluis_core::app::HOLDERS;
use rusqlite::Connection;
use std::collections::BTreeSet;

/// Tables that refer to a person but belong to no holder, each with the reason.
const NO_HOLDER: &[(&str, &str)] =
    &[("consent_erasing", "holds a person only inside the transaction that erases him, and is empty outside one")];

fn names(conn: &Connection, sql: &str, table: &str) -> BTreeSet<String> {
    let mut stmt = conn.prepare(sql).expect("a question");
    let rows = stmt.query_map([table], |r| r.get(0)).expect("an answer");
    rows.collect::<Result<_, _>>().expect("names")
}

/// Every table about people: `person`, the tables that refer to it, the tables that refer to those, and so on. A column
/// with the name of such a table also counts as a reference, because not every reference is declared.
fn about_people(conn: &Connection) -> BTreeSet<String> {
    let all = names(conn, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE ?1", "sqlite_%");
    let mut about = BTreeSet::from(["person".to_owned()]);
    loop {
        let refers = |table: &&String| {
            let references = names(conn, "SELECT \"table\" FROM pragma_foreign_key_list(?1)", table);
            let columns = names(conn, "SELECT name FROM pragma_table_info(?1)", table);
            references.union(&columns).any(|name| about.contains(name))
        };
        let found: BTreeSet<String> = all.iter().filter(refers).cloned().collect();
        if found.is_subset(&about) {
            return about;
        }
        about.extend(found);
    }
}

#[test]
fn every_table_that_is_about_people_has_a_holder() {
    let about = TestVault::new().inside(about_people);
    assert!(["email", "person_note", "import_field"].iter().all(|t| about.contains(*t)), "{about:?}");
    let held: BTreeSet<&str> = HOLDERS.iter().flat_map(|h| h.tables()).copied().collect();
    let excused: BTreeSet<&str> = NO_HOLDER.iter().map(|(table, _)| *table).collect();
    for table in &about {
        assert!(held.contains(table.as_str()) != excused.contains(table.as_str()), "no holder erases {table}");
    }
    assert!(excused.iter().all(|t| about.contains(*t)), "an excuse for a table that needs none");
}

#[test]
fn no_holder_names_a_table_that_is_not_there() {
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE ?1";
    let all = TestVault::new().inside(|conn| names(conn, tables, "sqlite_%"));
    for table in HOLDERS.iter().flat_map(|h| h.tables()) {
        assert!(all.contains(*table), "there is no {table}");
    }
}

#[test]
fn a_table_that_refers_to_people_indirectly_is_found() {
    let detour = "CREATE TABLE bounce (id BLOB PRIMARY KEY, address BLOB REFERENCES email (id)) STRICT;
         CREATE TABLE bounce_note (bounce BLOB) STRICT;
         CREATE TABLE badge (person BLOB) STRICT;
         CREATE TABLE weather (day TEXT) STRICT;";
    let about = TestVault::new().inside(|conn| {
        conn.execute_batch(detour).expect("tables");
        about_people(conn)
    });
    assert!(["bounce", "bounce_note", "badge"].iter().all(|t| about.contains(*t)) && !about.contains("weather"));
}
