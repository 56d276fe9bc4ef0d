//! The schema as the migrations leave it: a change is a visible difference.
use acceptance::TestVault;
use ledenkluis_core::kernel::db::{self, Mode};
use ledenkluis_core::kernel::reseal;
use ledenkluis_core::kernel::secret::Key;
use ledenkluis_core::ops::Topic;

fn tables(sql: &str) -> Vec<(String, String)> {
    let vault = TestVault::new();
    let conn = db::open(&vault.folder().join("data.db"), &Key::new([1; 32]), Mode::ReadOnly).unwrap();
    let mut stmt = conn.prepare(sql).unwrap();
    let rows = stmt.query_map([], |r| Ok((r.get(0)?, r.get(1)?))).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
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
