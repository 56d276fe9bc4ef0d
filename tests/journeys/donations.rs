//! Gifts: only the treasurer has the key to read them.
use acceptance::requests::{contribution, day, gift};
use acceptance::{Calls, TestVault};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{ByPerson, EndRelation, NewDonation, Nothing, SettingsChange};
use ledenkluis_core::error::Code;
use ledenkluis_core::ops::Role;

#[test]
fn the_treasurer_records_and_reads_and_the_secretary_cannot() {
    let mut vault = TestVault::new();
    let person = vault.person("Harrie", "Smeets");
    vault.reopen_as(&[Role::Treasurer], false);
    let gift = |cents: i64, on: &str| NewDonation { remark: "kerstactie".to_owned(), ..gift(person, on, cents) };
    vault.ask(call::donations_record, gift(2_500, "2026-03-01"));
    vault.ask(call::donations_record, gift(1_000, "2026-05-01"));
    let list = vault.ask(call::donations_list, ByPerson { person });
    assert_eq!((list[0].amount_cents, list[1].remark.as_str()), (1_000, "kerstactie"));
    assert_eq!(vault.refusal(call::donations_record, gift(0, "2026-05-01")).fields()[0].code, Code::FieldAmount);
    assert_eq!(vault.refusal(call::donations_record, gift(1, "2027-05-01")).fields()[0].code, Code::FieldDateFuture);
    assert_eq!(vault.trail().last().map(String::as_str), Some("donation.view done 2"), "who looked is recorded");
    let rows = vault.trail().len();
    vault.ask(call::donations_list, ByPerson { person });
    assert_eq!(vault.trail().len(), rows, "one row is enough");
    vault.reopen_as(&[Role::Secretary], false);
    assert_eq!(vault.refused(call::donations_list, ByPerson { person }), Code::PermissionDenied);
}

#[test]
fn nothing_is_recorded_about_a_restricted_person_and_none_of_their_relations_ends() {
    let mut vault = TestVault::as_role(&[Role::Secretary, Role::Treasurer], false);
    let person = vault.person("Harrie", "Smeets");
    let relation = vault.ask(call::people_get, ByPerson { person }).relations[0].id;
    vault.inside(|conn| conn.execute("UPDATE person SET restricted = 'request'", []).unwrap());
    let gift = gift(person, "2026-03-01", 100);
    assert_eq!(vault.refused(call::donations_record, gift), Code::PersonRestricted);
    let end = EndRelation { relation, ended_on: day("2026-11-01") };
    assert_eq!(vault.refused(call::people_end_relation, end), Code::PersonRestricted);
}

#[test]
fn a_payment_belongs_to_the_book_year_that_was_in_force_when_it_was_recorded() {
    let mut vault = TestVault::as_role(&[Role::Secretary, Role::Treasurer], false);
    let person = vault.person("Harrie", "Smeets");
    let mut ends = |month: Option<u32>, on: &str| -> String {
        if let Some(month) = month {
            vault.ask(call::settings_set, SettingsChange { book_year_end: Some(month), ..SettingsChange::default() });
        }
        let paid = contribution(person, on, 100);
        vault.ask(call::donations_record, paid);
        let last = "SELECT year_ends_on FROM donation ORDER BY id DESC";
        vault.inside(|conn| conn.query_row(last, [], |r| r.get(0)).unwrap())
    };
    assert_eq!(ends(None, "2025-10-01"), "2025-12-31");
    assert_eq!(ends(Some(8), "2025-10-01"), "2026-08-31");
    assert_eq!(ends(Some(8), "2026-08-31"), "2026-08-31");
    assert_eq!(vault.ask(call::settings_get, Nothing {}).book_year_end, 8);
    let wrong = SettingsChange { book_year_end: Some(13), ..SettingsChange::default() };
    assert_eq!(vault.refusal(call::settings_set, wrong).fields()[0].field, "book_year_end");
}
