//! The overview of today: what each role may see of it.
use acceptance::requests::{answer, day, named, running, since, surnamed};
use acceptance::{Calls, TestVault};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{MemberYear, NewPerson, NewRelation, Nothing, RelationKind};
use ledenkluis_core::ops::Role;

#[test]
fn members_are_counted_by_the_year_they_joined_and_left() {
    let mut vault = TestVault::new();
    let member = |from: &str, to: Option<&str>| {
        let membership = NewRelation { ended_on: to.map(day), ..since(RelationKind::Member, from) };
        NewPerson { relations: vec![membership], ..surnamed("Proef") }
    };
    for person in [member("2026-02-01", None), member("2020-02-01", Some("2026-03-01")), member("2025-02-01", None)] {
        vault.ask(call::people_create, person);
    }
    let today = vault.ask(call::today_overview, Nothing {});
    assert_eq!(today.members.total, 2);
    for last in ["2026-11-24", "2026-12-31", "2026-11-23"] {
        vault.ask(call::people_create, member("2020-02-01", Some(last)));
    }
    let ends = vault.ask(call::today_overview, Nothing {});
    assert_eq!(ends.members.total, 4, "the last day is a day of the membership");
    let years = today.members.years;
    assert_eq!(years.last(), Some(&MemberYear { year: 2026, joined: 1, left: 1 }));
    assert_eq!(years.first(), Some(&MemberYear { year: 2021, joined: 0, left: 0 }));
}

#[test]
fn the_administrator_is_told_to_print_the_recovery_sheet_and_sees_no_people() {
    let mut vault = TestVault::new();
    vault.ask(
        call::people_create,
        NewPerson {
            birth_date: Some(day("1961-11-24")),
            relations: vec![running(RelationKind::Member)],
            ..surnamed("Jarig")
        },
    );
    assert_eq!(vault.ask(call::today_overview, Nothing {}).birthdays[0].name, "Jarig");
    vault.reopen_as(&[], true);
    let today = vault.ask(call::today_overview, Nothing {});
    assert_eq!(today.now[0].kind.as_str(), "recovery");
    assert_eq!((today.members.total, today.birthdays.len()), (0, 0));
    vault.reopen_as(&[Role::Viewer], false);
    assert!(vault.ask(call::today_overview, Nothing {}).birthdays.is_empty(), "a viewer does not see dates of birth");
}

#[test]
fn members_who_turn_sixteen_this_month_must_be_asked() {
    let mut vault = TestVault::new();
    for (name, born) in [("Noor", "2010-12-20"), ("Daan", "2010-12-04"), ("Lieke", "2011-01-04")] {
        let member = NewPerson {
            birth_date: Some(day(born)),
            relations: vec![running(RelationKind::Member)],
            ..named(name, "Berg")
        };
        vault.ask(call::people_create, member);
    }
    let today = vault.ask(call::today_overview, Nothing {});
    let item = &today.month[0];
    assert_eq!((item.kind.as_str(), item.count), ("sixteen", 2));
    let turns: Vec<_> = item.persons.iter().map(|one| (one.name.as_str(), one.on)).collect();
    assert_eq!(turns, [("Daan Berg", day("2026-12-04")), ("Noor Berg", day("2026-12-20"))], "the first day first");
    assert_eq!(today.month.len(), 1);
}

#[test]
fn people_who_gave_no_answer_to_a_question_that_others_were_asked_must_be_asked() {
    let mut vault = TestVault::new();
    let anneke = vault.person("Anneke", "Berg");
    vault.person("Pieter", "Mulder");
    assert!(
        vault.ask(call::today_overview, Nothing {}).month.is_empty(),
        "a question that nobody was asked is no task"
    );
    let photos = vault.purpose("photos_portrait");
    vault.ask(call::consent_record, answer(anneke, photos, true, "2026-11-01"));
    let today = vault.ask(call::today_overview, Nothing {});
    assert_eq!((today.month[0].kind.as_str(), today.month[0].count), ("missing", 1));
    assert_eq!((today.consent[0].given, today.consent[0].open), (1, 1));
}

#[test]
fn a_member_who_left_long_ago_is_a_task_for_now() {
    let mut vault = TestVault::new();
    let left = |on: &str| {
        let membership = NewRelation { ended_on: Some(day(on)), ..since(RelationKind::Member, "2011-01-01") };
        NewPerson { relations: vec![membership], ..surnamed("Aalbers") }
    };
    vault.ask(call::people_create, left("2026-10-31"));
    assert!(vault.ask(call::today_overview, Nothing {}).now.is_empty());
    vault.ask(call::people_create, left("2024-10-31"));
    let today = vault.ask(call::today_overview, Nothing {});
    assert_eq!((today.now[0].kind.as_str(), today.now[0].count), ("retention", 1));
}
