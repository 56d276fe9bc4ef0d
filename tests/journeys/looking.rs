//! Whoever is shown a note or a gift is in the trail, whether through the UI, a report or an export, and also in a
//! read-only session. Where no row can be written, nothing is shown.
use acceptance::requests::{gift, report, surnamed, unlock_as};
use acceptance::{Calls, Computer, PASSPHRASE};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    ByPerson, DemoRequest, NewDonation, NewPerson, Nothing, PeopleFilter, PersonId, TrailRequest,
};
use ledenkluis_core::error::Code;
use ledenkluis_core::ops::Role;

/// Anneke is secretary and treasurer. The one person in the vault has a note and a gift.
fn world() -> (Computer, PersonId) {
    let mut computer = Computer::new();
    computer.create(&[Role::Secretary, Role::Treasurer]);
    let person = computer.ask(call::people_create, NewPerson { note: "speelt klarinet".into(), ..surnamed("Okafor") });
    let gift = NewDonation { remark: "tuba".to_owned(), ..gift(person, "2026-01-02", 2500) };
    computer.ask(call::donations_record, gift);
    (computer, person)
}

/// The rows of reads that must leave a trace, oldest first: the op, its outcome, how many people or records, and who.
fn looks(computer: &mut Computer) -> Vec<String> {
    computer.enter(unlock_as("Anneke Vos", PASSPHRASE));
    let rows = computer.ask(call::audit_list, TrailRequest { limit: Some(100), ..TrailRequest::default() });
    let mut lines: Vec<String> = (rows.iter())
        .filter(|row| ["note.view", "donation.view", "people.export", "export.report"].iter().any(|op| row.op == *op))
        .map(|row| {
            let outcome = if row.done { "done" } else { "denied" };
            format!("{} {outcome} {} {}", row.op, row.count, row.actor_name.as_deref().unwrap())
        })
        .collect();
    lines.reverse();
    lines
}

#[test]
fn whoever_reads_a_note_or_a_gift_is_in_the_trail_in_every_kind_of_session() {
    let (mut computer, person) = world();
    let read = |computer: &mut Computer| {
        assert_eq!(computer.ask(call::people_note, ByPerson { person }).text.as_deref(), Some("speelt klarinet"));
        assert_eq!(computer.ask(call::donations_list, ByPerson { person })[0].remark, "tuba");
        let all = computer.ask(call::people_export, PeopleFilter::default());
        assert_eq!(all.people[0].note.as_deref(), Some("speelt klarinet"));
    };
    read(&mut computer);
    let three = ["note.view", "donation.view", "people.export"].map(|op| format!("{op} done 1 Anneke Vos"));
    assert_eq!(looks(&mut computer), three);

    computer.look_as("Anneke Vos");
    read(&mut computer);
    let six: Vec<String> = three.iter().chain(&three).cloned().collect();
    assert_eq!(looks(&mut computer), six, "in a read-only session as well");
    assert!(computer.ask(call::vault_verify, Nothing {}).ok, "the chain is whole");

    computer.ask(call::export_report, report(person));
    assert_eq!(looks(&mut computer).last().map(String::as_str), Some("export.report done 1 Anneke Vos"));
}

#[test]
fn a_read_only_unlock_is_recorded_and_so_is_what_it_was_refused() {
    let (mut computer, person) = world();
    computer.add("Henk Smit", Role::Viewer);
    computer.become_user("Henk Smit");
    computer.look_as("Henk Smit");
    assert_eq!(computer.refused(call::people_note, ByPerson { person }), Code::PermissionDenied);
    assert_eq!(computer.refused(call::donations_record, gift(person, "2026-01-02", 100)), Code::PermissionDenied);
    computer.enter(unlock_as("Anneke Vos", PASSPHRASE));
    let rows = computer.ask(call::audit_list, TrailRequest { limit: Some(4), ..TrailRequest::default() });
    let row = |n: usize| (rows[n].op.as_str(), rows[n].done, rows[n].actor_name.as_deref());
    assert_eq!(row(1), ("donation.record", false, Some("Henk Smit")));
    assert_eq!(row(2), ("note.view", false, Some("Henk Smit")));
    assert_eq!(row(3), ("vault.unlock", true, Some("Henk Smit")));
    assert_eq!(rows[3].fields, ["read_only"]);
}

#[test]
fn while_somebody_else_has_the_vault_open_a_read_only_session_shows_no_note() {
    let (mut first, person) = world();
    let mut second = first.second_program();
    second.look_as("Anneke Vos");
    let state = second.ask(call::vault_state, Nothing {});
    assert!(state.in_use.is_some(), "it says who has it open: {state:?}");
    assert!(first.ask(call::vault_state, Nothing {}).in_use.is_none(), "but not to those who have it open");
    assert!(second.ask(call::people_get, ByPerson { person }).has_note);
    assert_eq!(second.refused(call::people_note, ByPerson { person }), Code::ViewInUse);
    assert_eq!(second.refused(call::donations_list, ByPerson { person }), Code::ViewInUse);
    assert_eq!(second.refused(call::people_export, PeopleFilter::default()), Code::ViewInUse);
    first.lock();
    assert_eq!(
        second.ask(call::people_note, ByPerson { person }).text.as_deref(),
        Some("speelt klarinet"),
        "now the row can be written"
    );
    second.lock();
    assert_eq!(looks(&mut first), ["note.view done 1 Anneke Vos"]);
}

#[test]
fn a_page_that_reloads_counts_once_and_an_hour_later_it_counts_again() {
    let (mut computer, person) = world();
    for _ in 0..10 {
        computer.ask(call::people_note, ByPerson { person });
        computer.wait(6);
    }
    assert_eq!(looks(&mut computer).len(), 1);
    computer.ask(call::people_note, ByPerson { person });
    computer.wait(3_600);
    computer.ask(call::people_note, ByPerson { person });
    assert_eq!(looks(&mut computer).len(), 3);
    let nobody = computer.ask(call::people_create, surnamed("Zonder"));
    assert_eq!(computer.ask(call::people_note, ByPerson { person: nobody }).text, None);
    assert!(!computer.ask(call::people_get, ByPerson { person: nobody }).has_note);
    assert_eq!(looks(&mut computer).len(), 3, "without a note, nobody read one");
}

#[test]
fn an_export_without_a_limit_is_of_everyone() {
    let mut computer = Computer::with_vault();
    let several = 203;
    computer.ask(call::demo_fill, DemoRequest { people: several, seed: 3 });
    let all = computer.ask(call::people_export, PeopleFilter::default());
    assert!(all.matching >= several, "more than a page of the list");
    assert_eq!(all.people.len(), all.matching as usize);
    let few = computer.ask(call::people_export, PeopleFilter { limit: Some(3), ..PeopleFilter::default() });
    assert_eq!((few.people.len(), few.matching), (3, all.matching));
}
