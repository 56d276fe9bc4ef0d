//! People: added, found, changed; their relations start and end.
use acceptance::requests::{day, named, on_tab, over, search, surnamed};
use acceptance::{Calls, TestVault};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    ByPerson, ChangePerson, ChangeRelation, EndRelation, Name, NewEmail, NewPerson, NewPhone, NewRelation, Nothing,
    PeopleFilter, PeopleTab, PlaceRequest, Proposal, RelationDates, RelationKind, ReopenRelation, SimilarRequest,
};
use ledenkluis_core::app::Timestamp;
use ledenkluis_core::error::Code;
use ledenkluis_core::ops::Role;

#[test]
fn a_person_is_added_found_despite_a_typing_error_and_opened() {
    let mut vault = TestVault::new();
    vault.person("Pieter", "Mulder");
    let id = vault.ask(
        call::people_create,
        NewPerson {
            name: Name {
                given_name: "Anneke".into(),
                prefix: "van den".into(),
                surname: "Berg".into(),
                ..Name::default()
            },
            phones: vec![NewPhone { label: "mobile".into(), number: "06-12345678".into() }],
            postcode: "1234ab".into(),
            city: "Veldrade".into(),
            note: "Speelt ook saxofoon.".into(),
            ..NewPerson::default()
        },
    );
    let page = vault.ask(call::people_list, search("annkee"));
    assert_eq!((page.matching, page.rows[0].id), (1, id));
    let view = vault.ask(call::people_get, ByPerson { person: id });
    assert_eq!(view.sort_name, "Berg, Anneke van den");
    assert_eq!(view.address.unwrap().postcode, "1234 AB");
    assert_eq!(view.phones[0].number, "+31612345678");
    assert!(view.has_note, "the page of a person says that there is a note; only a view shows it");
    assert_eq!(vault.ask(call::people_note, ByPerson { person: id }).text.as_deref(), Some("Speelt ook saxofoon."));
    assert_eq!(vault.trail(), ["person.create done 1", "person.create done 1", "note.view done 1"]);
}

#[test]
fn all_faults_of_the_form_are_reported_at_once_and_nothing_is_stored() {
    let mut vault = TestVault::new();
    let error = vault.refusal(
        call::people_create,
        NewPerson {
            emails: vec![NewEmail { address: "anneke.voorbeeld".into(), ..NewEmail::default() }],
            birth_date: Some(day("2031-01-01")),
            ..NewPerson::default()
        },
    );
    let fields: Vec<_> = error.fields().iter().map(|f| (f.field.as_str(), f.code)).collect();
    assert_eq!(
        fields,
        [
            ("surname", Code::FieldRequired),
            ("birth_date", Code::FieldDateFuture),
            ("emails.0.address", Code::FieldEmail)
        ]
    );
    assert_eq!(vault.ask(call::people_list, PeopleFilter::default()).total, 0);
    assert_eq!(vault.trail(), Vec::<String>::new());
}

#[test]
fn a_change_records_which_fields_and_never_their_values() {
    let mut vault = TestVault::new();
    let id = vault.person("Grace", "Okafor");
    let seen = vault.ask(call::people_get, ByPerson { person: id }).changed_at;
    let to = NewPerson { city: "Oosterveld".into(), note: "Belt liever.".into(), ..named("Grace", "Okafor") };
    vault.ask(call::people_change, ChangePerson { person: id, seen: Some(seen), to: to.clone() });
    assert_eq!(vault.trail()[1], "person.change done 1 emails address note");
    assert_eq!(
        vault.refused(call::people_change, ChangePerson { person: id, seen: Some(Timestamp(1)), to }),
        Code::PersonChangedMeanwhile
    );
}

#[test]
fn a_membership_ends_once_and_not_before_it_began() {
    let mut vault = TestVault::new();
    let id = vault.person("Jan", "Pronk");
    let relation = vault.ask(call::people_get, ByPerson { person: id }).relations[0].id;
    let early = vault.refusal(call::people_end_relation, EndRelation { relation, ended_on: day("2001-01-01") });
    assert_eq!(early.fields()[0].code, Code::FieldDateOrder);
    vault.ask(call::people_end_relation, EndRelation { relation, ended_on: day("2026-10-31") });
    let page = vault.ask(call::people_list, on_tab(PeopleTab::Former));
    assert_eq!((page.total, page.counts.members), (1, 0));
    assert_eq!(
        vault.refused(call::people_end_relation, EndRelation { relation, ended_on: day("2026-10-31") }),
        Code::RelationEnded
    );
}

#[test]
fn a_viewer_sees_how_to_reach_people_and_nothing_else() {
    let mut vault = TestVault::new();
    let id = vault.ask(
        call::people_create,
        NewPerson { street: "Molenpad 12".into(), city: "Veldrade".into(), note: "x".into(), ..surnamed("Nijland") },
    );
    vault.reopen_as(&[Role::Viewer], false);
    let view = vault.ask(call::people_get, ByPerson { person: id });
    assert_eq!((view.full, view.address, view.has_note), (None, None, false));
    assert_eq!(vault.refused(call::people_note, ByPerson { person: id }), Code::PermissionDenied);
    assert_eq!(vault.trail().last().map(String::as_str), Some("note.view denied 0"));
    assert_eq!(vault.ask(call::people_list, search("molenpad")).matching, 0, "what is hidden is not searched");
    assert_eq!(vault.refused(call::people_create, surnamed("Visser")), Code::PermissionDenied);
    assert_eq!(vault.trail().last().map(String::as_str), Some("person.create denied 0"));
}

#[test]
fn a_membership_with_an_end_to_come_runs_until_its_last_day() {
    let mut vault = TestVault::new();
    let ids = ["2027-06-30", "2026-11-24", "2026-11-23"].map(|last| {
        let id = vault.person("Jan", "Pronk");
        let relation = vault.ask(call::people_get, ByPerson { person: id }).relations[0].id;
        vault.ask(call::people_end_relation, EndRelation { relation, ended_on: day(last) });
        (id, relation)
    });
    let page = vault.ask(call::people_list, on_tab(PeopleTab::Members));
    assert_eq!((page.total, page.counts.former), (2, 1), "the last day still belongs to the membership");
    let ended =
        |vault: &mut TestVault, n: usize| vault.ask(call::people_get, ByPerson { person: ids[n].0 }).relations[0].ended;
    assert_eq!([0, 1, 2].map(|n| ended(&mut vault, n)), [false, false, true]);
    let counts = vault.ask(call::consent_overview, Nothing {});
    let photos = counts.iter().find(|count| count.key == "photos_portrait").unwrap();
    assert_eq!(photos.open, 2, "members are still asked");
    vault.ask(call::people_end_relation, EndRelation { relation: ids[0].1, ended_on: day("2026-12-31") });
    let view = vault.ask(call::people_get, ByPerson { person: ids[0].0 });
    assert_eq!(view.relations[0].ended_on, Some(day("2026-12-31")), "an end to come can still be moved");
}

#[test]
fn a_mistaken_end_is_undone() {
    let mut vault = TestVault::new();
    let (id, other) = (vault.person("Jan", "Pronk"), vault.person("Grace", "Okafor"));
    let relation = vault.ask(call::people_get, ByPerson { person: id }).relations[0].id;
    vault.ask(call::people_end_relation, EndRelation { relation, ended_on: day("2026-10-31") });
    assert_eq!(
        vault.refused(call::people_reopen_relation, ReopenRelation { person: other, relation }),
        Code::RelationMissing,
        "somebody else's"
    );
    vault.ask(call::people_reopen_relation, ReopenRelation { person: id, relation });
    let view = vault.ask(call::people_get, ByPerson { person: id });
    let running = &view.relations[0];
    assert_eq!((running.ended, running.ended_on), (false, None));
    assert_eq!(vault.trail()[2..], ["relation.end done 1 ended_on", "relation.reopen done 1 ended_on"]);
}

#[test]
fn people_are_found_the_way_users_type() {
    let mut vault = TestVault::new();
    let berg = vault.ask(
        call::people_create,
        NewPerson {
            name: Name {
                given_name: "Anneke".into(),
                prefix: "van den".into(),
                surname: "Berg".into(),
                ..Name::default()
            },
            phones: vec![
                NewPhone { label: "mobile".into(), number: "0612345678".into() },
                NewPhone { label: "home".into(), number: "020-7945678".into() },
            ],
            postcode: "1234 AB".into(),
            ..NewPerson::default()
        },
    );
    vault.ask(call::people_create, NewPerson { postcode: "5678 CD".into(), ..named("Pieter", "Mulder") });
    vault.ask(
        call::people_create,
        NewPerson {
            name: Name {
                given_name: "Bram".into(),
                prefix: "van der".into(),
                surname: "Meer".into(),
                ..Name::default()
            },
            ..NewPerson::default()
        },
    );
    for typed in [
        "06-12345678",
        "06 12345678",
        "06 12 34 56 78",
        "+31612345678",
        "0031 6 12345678",
        "020 794 56 78",
        "vd Berg",
        "v.d. Berg",
        "vd. berg",
        "vandenberg",
        "van denberg",
        "van de berg",
        "van der Berg",
        "VAN DEN BERG",
        "Bergh",
        "Annkee",
        "1234ab",
        "1234 AB",
    ] {
        let page = vault.ask(call::people_list, search(typed));
        assert_eq!((page.matching, page.rows[0].id), (1, berg), "{typed}");
    }
}

#[test]
fn each_person_who_may_be_the_same_is_reported_once() {
    let mut vault = TestVault::new();
    vault.person("Jan", "Pronk");
    vault.person("Janneke", "Pronk");
    let typed = SimilarRequest { given_name: "Jan".into(), surname: "Pronk".into(), email: "jan@voorbeeld.nl".into() };
    let people = vault.ask(call::people_similar, typed).people;
    assert_eq!(people.len(), 2);
}

#[test]
fn a_wrong_date_of_a_relation_is_corrected_and_an_unknown_end_filled_in() {
    let mut vault = TestVault::new();
    let relations = vec![NewRelation { started_on: Some(day("2011-09-01")), ..over(RelationKind::Member) }];
    let id = vault.ask(call::people_create, NewPerson { relations, ..surnamed("Hendriks") });
    let other = vault.person("Grace", "Okafor");
    let proposal = |vault: &mut TestVault| vault.ask(call::retention_preview, ByPerson { person: id }).proposal;
    assert_eq!(proposal(&mut vault), Some(Proposal::Ask), "nobody knows when it ended");
    let relation = vault.ask(call::people_get, ByPerson { person: id }).relations[0].id;
    let from = |first: &str| RelationDates { started_on: Some(day(first)), ended_on: None, ended: false };
    let until = |first: &str, last: &str| RelationDates { ended_on: Some(day(last)), ..from(first) };
    let unknown = RelationDates { ended: true, ..from("2011-09-01") };
    let known = until("2012-09-01", "2020-10-31");
    let change = |seen: RelationDates, to: RelationDates| ChangeRelation { person: id, relation, seen, to };

    let early = vault.refusal(call::people_change_relation, change(unknown, until("2012-09-01", "2011-10-31")));
    assert_eq!((early.fields()[0].field.as_str(), early.fields()[0].code), ("ended_on", Code::FieldDateOrder));
    let wrong = ChangeRelation { person: other, ..change(unknown, known) };
    assert_eq!(vault.refused(call::people_change_relation, wrong), Code::RelationMissing, "somebody else's");

    vault.ask(call::people_change_relation, change(unknown, known));
    let view = vault.ask(call::people_get, ByPerson { person: id }).relations.remove(0);
    assert_eq!((view.started_on, view.ended_on), (known.started_on, known.ended_on));
    assert_eq!(proposal(&mut vault), Some(Proposal::Erase), "and the period counts from there");
    let stale = vault.refused(call::people_change_relation, change(unknown, known));
    assert_eq!(stale, Code::PersonChangedMeanwhile);

    // Undo, and an end by mistake that was noticed much later.
    vault.ask(call::people_change_relation, change(known, unknown));
    assert_eq!(proposal(&mut vault), Some(Proposal::Ask));
    vault.ask(call::people_change_relation, change(unknown, from("2011-09-01")));
    assert_eq!(vault.ask(call::people_list, on_tab(PeopleTab::Members)).rows[0].id, id, "a member again");
    let rows: Vec<_> = vault.trail().into_iter().filter(|row| row.starts_with("relation.change")).collect();
    let both = "relation.change done 1 started_on ended_on";
    assert_eq!(rows, [both, both, "relation.change done 1 ended_on"]);
}

/// Letters typed in the whole list.
fn letters(typed: &str, from: u32) -> PlaceRequest {
    PlaceRequest { tab: PeopleTab::All, q: String::new(), letters: typed.to_owned(), from }
}

#[test]
fn typed_letters_go_to_the_surname_without_its_prefix() {
    let mut vault = TestVault::new();
    for (given, prefix, surname) in [
        ("Anneke", "van den", "Berg"),
        ("Marijke", "van", "Bergen"),
        ("Otto", "ter", "Bergh"),
        ("Tom", "", "Hendriks"),
        ("Zoë", "", "Visser"),
        ("Fatma", "", "Yıldız"),
    ] {
        vault.ask(call::people_create, prefixed(given, prefix, surname));
    }
    let mut place = |typed: &str, from: u32| vault.ask(call::people_place, letters(typed, from)).row;
    assert_eq!(place("v", 0), Some(4), "not to van den Berg");
    assert_eq!(place("b", 1), Some(1), "the next of the same letter");
    assert_eq!(place("b", 3), Some(0), "and round again");
    assert_eq!(place("bergh", 0), Some(2));
    assert_eq!(place("yildiz", 0), Some(5), "without its accents");
    assert_eq!(place("k", 0), Some(4), "nobody: the first one after it");
    assert_eq!(place("zz", 0), Some(5), "the last");
    let searched = |typed: &str| PlaceRequest { q: "berg".to_owned(), ..letters(typed, 0) };
    assert_eq!(vault.ask(call::people_place, searched("bergh")).row, Some(2));
    assert_eq!(vault.ask(call::people_place, searched("v")).row, None, "what was found is in another order");
    let empty = PlaceRequest { tab: PeopleTab::Former, ..letters("v", 0) };
    assert_eq!(vault.ask(call::people_place, empty).row, None, "an empty list");
}

/// A person whose surname has a prefix.
fn prefixed(given: &str, prefix: &str, surname: &str) -> NewPerson {
    let person = named(given, surname);
    NewPerson { name: Name { prefix: prefix.to_owned(), ..person.name }, ..person }
}

#[test]
fn a_name_that_only_resembles_what_was_typed_comes_last_and_is_counted_apart() {
    let mut vault = TestVault::new();
    vault.ask(call::people_create, prefixed("Dirk", "van der", "Meer"));
    vault.person("Mark", "Dijkstra");
    let page = vault.ask(call::people_list, search("dijk"));
    assert_eq!((page.matching, page.alike), (2, 1));
    assert_eq!(page.rows[0].name, "Mark Dijkstra");
    let page = vault.ask(call::people_list, search("dirk"));
    assert_eq!((page.rows[0].name.as_str(), page.alike), ("Dirk van der Meer", 1));
    assert_eq!(vault.ask(call::people_list, search("van der meer")).alike, 0);
}

#[test]
fn namesakes_can_be_told_apart() {
    let mut vault = TestVault::new();
    for (given, born) in [("Agnieszka", "1961-11-23"), ("Agnieszka", "1994-02-01"), ("Bram", "1980-01-01")] {
        vault.ask(call::people_create, NewPerson { birth_date: Some(day(born)), ..named(given, "Amrani") });
    }
    let told = |vault: &mut TestVault| {
        let page = vault.ask(call::people_list, PeopleFilter::default());
        page.rows.iter().map(|row| (row.namesake, row.birth_year)).collect::<Vec<_>>()
    };
    assert_eq!(told(&mut vault), [(true, Some(1961)), (true, Some(1994)), (false, None)]);
    vault.reopen_as(&[Role::Viewer], false);
    assert_eq!(told(&mut vault), [(true, None), (true, None), (false, None)], "a viewer sees no birth dates");
}
