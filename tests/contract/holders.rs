//! No table that knows something of a person may be forgotten by an erasure or a report.
use acceptance::TestVault;
use ledenkluis_core::app::HOLDERS;
use ledenkluis_core::kernel::db::{self, Mode};
use ledenkluis_core::kernel::secret::Key;
use std::collections::BTreeSet;

/// Tables that refer to a person and yet are no holder's: each with its reason.
const NO_HOLDER: &[&str] = &[];

#[test]
fn every_table_that_refers_to_a_person_has_a_holder() {
    let vault = TestVault::new();
    let conn = db::open(&vault.folder().join("data.db"), &Key::new([1; 32]), Mode::ReadOnly).unwrap();
    let mut stmt = conn
        .prepare(
            "SELECT DISTINCT m.name FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
             WHERE m.type = 'table' AND f.\"table\" IN ('person', 'relation', 'donation', 'consent_event')",
        )
        .unwrap();
    let referring: BTreeSet<String> = stmt.query_map([], |r| r.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    assert!(referring.contains("email"), "the question must find what is there");
    let held: BTreeSet<&str> = HOLDERS.iter().flat_map(|h| h.tables()).copied().collect();
    for table in &referring {
        assert!(held.contains(table.as_str()) || NO_HOLDER.contains(&table.as_str()), "no holder erases {table}");
    }
}
