//! Gifts: only the treasurer has the key to read them.
use acceptance::TestVault;
use ledenkluis_core::kernel::db::{self, Mode};
use ledenkluis_core::kernel::secret::Key;
use ledenkluis_core::ops::Role;
use serde_json::json;

#[test]
fn the_treasurer_records_and_reads_and_the_secretary_cannot() {
    let mut vault = TestVault::new();
    let person = vault.person("Harrie", "Smeets");
    vault.reopen_as(&[Role::Treasurer], false);
    let gift = |cents: i64, on: &str| json!({ "person": person, "kind": "gift", "on": on, "amount_cents": cents, "remark": "kerstactie" });
    vault.call("donations_record", gift(2_500, "2026-03-01"));
    vault.call("donations_record", gift(1_000, "2026-05-01"));
    let list = vault.call("donations_list", json!({ "person": person }));
    assert_eq!((list[0]["amount_cents"].clone(), list[1]["remark"].clone()), (json!(1_000), json!("kerstactie")));
    assert_eq!(vault.refused("donations_record", gift(0, "2026-05-01")).fields[0].code, "field.amount");
    assert_eq!(vault.refused("donations_record", gift(1, "2027-05-01")).fields[0].code, "field.date_future");
    assert_eq!(vault.trail().last().map(String::as_str), Some("donation.view done 2"), "who looked");
    let rows = vault.trail().len();
    vault.call("donations_list", json!({ "person": person }));
    assert_eq!(vault.trail().len(), rows, "once is enough to know it");
    vault.reopen_as(&[Role::Secretary], false);
    assert_eq!(vault.refused("donations_list", json!({ "person": person })).code, "permission.denied");
}

#[test]
fn nothing_is_recorded_of_somebody_on_hold_and_no_relation_of_his_ends() {
    let mut vault = TestVault::as_role(&[Role::Secretary, Role::Treasurer], false);
    let person = vault.person("Harrie", "Smeets");
    let relation = vault.call("people_get", json!({ "person": person }))["relations"][0]["id"].clone();
    let conn = db::open(&vault.folder().join("data.db"), &Key::new([1; 32]), Mode::ReadWrite).unwrap();
    conn.execute("UPDATE person SET restricted = 'request'", []).unwrap();
    let gift = json!({ "person": person, "kind": "gift", "on": "2026-03-01", "amount_cents": 100 });
    assert_eq!(vault.refused("donations_record", gift).code, "person.restricted");
    let end = json!({ "relation": relation, "ended_on": "2026-11-01" });
    assert_eq!(vault.refused("people_end_relation", end).code, "person.restricted");
}

#[test]
fn a_payment_belongs_to_the_book_year_as_it_ran_when_it_was_recorded() {
    let mut vault = TestVault::as_role(&[Role::Secretary, Role::Treasurer], false);
    let person = vault.person("Harrie", "Smeets");
    let mut ends = |month: Option<u32>, on: &str| -> String {
        if let Some(month) = month {
            vault.call("settings_set", json!({ "book_year_end": month }));
        }
        let paid = json!({ "person": person, "kind": "contribution", "on": on, "amount_cents": 100 });
        vault.call("donations_record", paid);
        let conn = db::open(&vault.folder().join("data.db"), &Key::new([1; 32]), Mode::ReadOnly).unwrap();
        conn.query_row("SELECT year_ends_on FROM donation ORDER BY id DESC", [], |r| r.get(0)).unwrap()
    };
    assert_eq!(ends(None, "2025-10-01"), "2025-12-31");
    assert_eq!(ends(Some(8), "2025-10-01"), "2026-08-31");
    assert_eq!(ends(Some(8), "2026-08-31"), "2026-08-31");
    assert_eq!(vault.call("settings_get", json!({}))["book_year_end"], 8);
    assert_eq!(vault.refused("settings_set", json!({ "book_year_end": 13 })).fields[0].field, "book_year_end");
}
