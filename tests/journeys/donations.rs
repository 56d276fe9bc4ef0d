//! Gifts: the treasurer's to read, by key.
use acceptance::TestVault;
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
    assert_eq!(vault.trail().last().map(String::as_str), Some("donation.record done 1"));
    vault.reopen_as(&[Role::Secretary], false);
    assert_eq!(vault.refused("donations_list", json!({ "person": person })).code, "permission.denied");
}
