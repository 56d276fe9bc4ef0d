//! People: added, found, changed; their relations start and end.
use acceptance::requests::{day, named, on_tab, search, surnamed};
use acceptance::{Calls, TestVault};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    ByPerson, ChangePerson, EndRelation, Name, NewEmail, NewPerson, NewPhone, Nothing, PeopleFilter, PeopleTab,
    ReopenRelation, SimilarRequest,
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
