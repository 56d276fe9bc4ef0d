//! The schema after all migrations: the snapshot shows every change.
use acceptance::{Calls, TestVault};
use ledenkluis_core::kernel::db::{self, Mode};
use ledenkluis_core::kernel::reseal;
use ledenkluis_core::kernel::secret::Key;
use ledenkluis_core::ops::Topic;

fn tables(sql: &str) -> Vec<(String, String)> {
    TestVault::new().inside(|conn| {
        let mut stmt = conn.prepare(sql).unwrap();
        let rows = stmt.query_map([], |r| Ok((r.get(0)?, r.get(1)?))).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    })
}

#[test]
fn the_schema_is_as_it_was_agreed() {
    let all = tables("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
    insta::assert_snapshot!(all.into_iter().map(|(_, sql)| sql).collect::<Vec<_>>().join(";\n\n"));
}

#[test]
fn every_table_is_strict_and_has_a_topic() {
    for (name, sql) in tables("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'") {
        assert!(sql.trim_end().ends_with("STRICT"), "{name} is not STRICT");
        assert!(Topic::of(&name).is_some(), "{name} has no topic");
    }
}

#[test]
fn every_sealed_column_is_sealed_anew_when_its_key_changes() {
    let sealed = "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name LIKE '%sealed%'";
    for (table, column) in tables(sealed) {
        assert_eq!(column, "sealed", "{table}");
        assert!(reseal::COLUMNS.iter().any(|c| c.table == table), "kernel/reseal.rs does not know {table}");
    }
}

/// The migration `consent_reopen` rebuilds the tables of consents and must not lose any of them.
#[test]
fn the_choices_of_an_older_vault_come_through_the_migration() {
    let folder = tempfile::tempdir().unwrap();
    let (path, key) = (folder.path().join("data.db"), Key::new([1; 32]));
    let at = db::MIGRATIONS.iter().position(|(name, _)| *name == "consent_reopen").unwrap();
    let older = db::open_as(&path, &key, Mode::Create, &db::MIGRATIONS[..at]).unwrap();
    older
        .execute_batch(
        "INSERT INTO person (id, sort_key, created_at, changed_at, replica) VALUES (zeroblob(16), '', 0, 0, x'07');
         INSERT INTO consent_text VALUES (zeroblob(16), 1, 'nl', 'Mag het?', zeroblob(32));
         INSERT INTO consent_event (id, person, purpose, state, chosen_on, how, said_by, remark, version, language, hash, recorded_at,
           recorded_by, replica)
         VALUES (x'00000000000000000000000000000001', zeroblob(16), zeroblob(16), 'given', '2026-11-20', 'paper', 'guardian',
           'formulier 12', 1, 'nl', zeroblob(32), 5, NULL, x'07');",
    )
    .unwrap();
    drop(older);
    let conn = db::open(&path, &key, Mode::ReadWrite).unwrap();
    db::migrate(&conn, &path, db::MIGRATIONS, || Ok(())).unwrap();
    let row = "SELECT state || chosen_on || how || said_by || remark || version || language || recorded_at || words || hex(e.replica)
               FROM consent_event e JOIN consent_text USING (purpose, version, language, hash) WHERE undoes IS NULL";
    let found: String = conn.query_row(row, [], |r| r.get(0)).unwrap();
    assert_eq!(found, "given2026-11-20paperguardianformulier 121nl5Mag het?07");
    for sql in ["UPDATE consent_event SET state = 'refused'", "DELETE FROM consent_event", "DELETE FROM consent_text"] {
        assert!(conn.execute(sql, []).is_err(), "{sql}");
    }
}
