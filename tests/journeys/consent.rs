//! Consent: recorded with the exact words, withdrawn in one call, and never changed.
use acceptance::requests::{answer, day, nobody, running, surnamed, until, withdrawal};
use acceptance::{Calls, TestVault};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    ByPerson, ConsentBy, ConsentCount, ConsentHow, ConsentRow, ConsentState, EndRelation, NewPerson, Nothing,
    PeopleFilter, PersonId, PurposeId, RecordConsent, RelationKind, ReopenConsent, SettingsChange, WithdrawConsent,
};
use ledenkluis_core::error::Code;
use ledenkluis_core::ops::Role;

const PHOTOS: &str = "photos_portrait";
const NEWSLETTER: &str = "newsletter_members";

fn of(vault: &mut TestVault, person: PersonId, key: &str) -> ConsentRow {
    let all = vault.ask(call::consent_of, ByPerson { person });
    all.into_iter().find(|row| row.key == key).unwrap_or_else(|| panic!("no line about {key}"))
}

fn state(vault: &mut TestVault, person: PersonId, key: &str) -> ConsentState {
    of(vault, person, key).state
}

fn counted(vault: &mut TestVault, key: &str) -> ConsentCount {
    let all = vault.ask(call::consent_overview, Nothing {});
    all.into_iter().find(|count| count.key == key).unwrap_or_else(|| panic!("no count of {key}"))
}

fn yes(person: PersonId, purpose: PurposeId) -> RecordConsent {
    RecordConsent { remark: "formulier 12".to_owned(), ..answer(person, purpose, true, "2026-11-20") }
}

#[test]
fn a_consent_is_given_on_paper_and_withdrawn_in_one_call() {
    let mut vault = TestVault::new();
    let person = vault.person("Grace", "Okafor");
    let photos = vault.purpose(PHOTOS);
    assert_eq!(state(&mut vault, person, PHOTOS), ConsentState::NotAsked, "not asked is not a no");
    vault.ask(call::consent_record, yes(person, photos));
    assert_eq!(state(&mut vault, person, PHOTOS), ConsentState::Given);
    vault.ask(call::consent_withdraw, withdrawal(person, photos));
    assert_eq!(state(&mut vault, person, PHOTOS), ConsentState::Withdrawn);
    assert_eq!(vault.refused(call::consent_withdraw, withdrawal(person, photos)), Code::ConsentNotGiven);
    let row = of(&mut vault, person, PHOTOS);
    assert_eq!((row.how, row.by), (Some(ConsentHow::NotRecorded), Some(ConsentBy::NotRecorded)), "nobody said");

    let history = vault.ask(call::consent_history, ByPerson { person });
    let states: Vec<_> = history.iter().map(|l| l.state).collect();
    assert_eq!(states, [ConsentState::Withdrawn, ConsentState::Given], "newest first, nothing overwritten");
    let given = &history[1];
    assert_eq!((given.on, given.how), (day("2026-11-20"), ConsentHow::Paper));
    assert_eq!((given.by, given.recorded_by.as_deref()), (ConsentBy::Subject, Some("[Secretary]")));
    assert_eq!((given.text_version, given.remark.as_deref()), (Some(1), Some("formulier 12")));
    assert!(
        given.text.as_deref().is_some_and(|t| t.starts_with("Mag onze vereniging foto's")),
        "the exact words are kept"
    );
    assert_eq!(
        vault.trail()[1..],
        ["consent.record done 1 photos_portrait", "consent.withdraw done 1 photos_portrait"]
    );
}

#[test]
fn events_are_only_ever_added() {
    let mut vault = TestVault::new();
    let person = vault.person("Grace", "Okafor");
    let photos = vault.purpose(PHOTOS);
    vault.ask(call::consent_record, yes(person, photos));
    let changes = [
        "UPDATE consent_event SET state = 'refused'",
        "DELETE FROM consent_event WHERE true",
        "UPDATE consent_text SET words = 'U vindt alles goed.'",
        "DELETE FROM consent_text WHERE true",
    ];
    let pairs = "SELECT count(*) FROM consent_event e JOIN consent_text t USING (purpose, version, language, hash)";
    let pairs: i64 = vault.inside(|conn| {
        for sql in changes {
            assert!(conn.execute(sql, []).is_err(), "{sql}");
        }
        conn.query_row(pairs, [], |r| r.get(0)).expect("a count")
    });
    assert_eq!(pairs, 1, "the event and the words hold the same hash");
}

#[test]
fn below_sixteen_the_guardian_says_yes_and_the_child_may_say_no() {
    let mut vault = TestVault::new();
    let child = vault.ask(call::people_create, NewPerson { birth_date: Some(day("2010-11-21")), ..surnamed("Visser") });
    let photos = vault.purpose(PHOTOS);
    // `yes` is dated 20 November, when the child is still fifteen.
    assert_eq!(vault.refused(call::consent_record, yes(child, photos)), Code::ConsentGuardianNeeded);
    let mut guardian = yes(child, photos);
    guardian.by = ConsentBy::Guardian;
    vault.ask(call::consent_record, guardian);
    vault.ask(
        call::consent_withdraw,
        WithdrawConsent {
            person: child,
            purpose: photos,
            how: None,
            by: Some(ConsentBy::Subject),
            remark: String::new(),
        },
    );
    assert_eq!(state(&mut vault, child, PHOTOS), ConsentState::Withdrawn);
    let mut birthday = yes(child, photos);
    birthday.on = day("2026-11-21");
    vault.ask(call::consent_record, birthday);
    let mut no = yes(child, vault.purpose("birthdays"));
    no.given = false;
    vault.ask(call::consent_record, no);
    assert_eq!(state(&mut vault, child, "birthdays"), ConsentState::Refused);
}

#[test]
fn a_purpose_of_the_membership_is_not_asked_about_but_an_objection_counts() {
    let mut vault = TestVault::new();
    let person = vault.person("Jan", "Pronk");
    let admin = vault.purpose("member_admin");
    assert_eq!(vault.refused(call::consent_record, yes(person, admin)), Code::ConsentNotNeeded);
    assert_eq!(vault.refused(call::consent_withdraw, withdrawal(person, admin)), Code::ConsentNotNeeded);
    let newsletter = vault.purpose("newsletter_members");
    let row = of(&mut vault, person, "newsletter_members");
    assert_eq!((row.state, row.asks_consent), (ConsentState::NotAsked, false), "people are informed of it, not asked");
    assert_eq!(vault.refused(call::consent_record, yes(person, newsletter)), Code::ConsentNotNeeded);
    vault.ask(call::consent_withdraw, withdrawal(person, newsletter));
    assert_eq!(state(&mut vault, person, "newsletter_members"), ConsentState::Withdrawn);
}

#[test]
fn faults_are_reported_with_their_fields() {
    let mut vault = TestVault::new();
    let person = vault.person("Jan", "Pronk");
    let photos = vault.purpose(PHOTOS);
    let mut wrong = yes(person, photos);
    wrong.on = day("2026-11-25");
    wrong.how = ConsentHow::Import;
    let fields: Vec<_> = vault.refusal(call::consent_record, wrong).fields().iter().map(|f| f.field.clone()).collect();
    assert_eq!(fields, ["on", "how"]);
    assert_eq!(vault.refused(call::consent_record, yes(person, nobody())), Code::PurposeMissing);
    assert_eq!(vault.refused(call::consent_record, yes(nobody(), photos)), Code::PersonMissing);
}

#[test]
fn the_overview_counts_running_relations_and_a_viewer_sees_the_state_and_no_more() {
    let mut vault = TestVault::new();
    let grace = vault.person("Grace", "Okafor");
    vault.person("Jan", "Pronk");
    vault.ask(
        call::people_create,
        NewPerson { relations: vec![until(RelationKind::Member, "2026-01-01")], ..surnamed("Weg") },
    );
    let photos = vault.purpose(PHOTOS);
    vault.ask(call::consent_record, yes(grace, photos));
    vault.reopen_as(&[Role::Viewer], false);
    let of_photos = counted(&mut vault, PHOTOS);
    assert_eq!((of_photos.given, of_photos.open), (1, 1));
    assert_eq!(vault.refused(call::consent_history, ByPerson { person: grace }), Code::PermissionDenied);
    let row = of(&mut vault, grace, PHOTOS);
    assert_eq!(row.state, ConsentState::Given);
    assert_eq!((row.since, row.how, row.by, row.text_version), (None, None, None, None));
    assert_eq!(vault.refused(call::consent_record, yes(grace, photos)), Code::PermissionDenied);
}

#[test]
fn a_mistaken_withdrawal_is_undone_by_an_event_that_says_so() {
    let mut vault = TestVault::new();
    let person = vault.person("Grace", "Okafor");
    let photos = vault.purpose(PHOTOS);
    let which = ReopenConsent { person, purpose: photos };
    assert_eq!(vault.refused(call::consent_reopen, which.clone()), Code::ConsentReopenOver, "there is nothing to undo");
    vault.ask(call::consent_record, yes(person, photos));
    vault.ask(call::consent_withdraw, withdrawal(person, photos));
    vault.ask(call::consent_reopen, which.clone());
    let row = of(&mut vault, person, PHOTOS);
    assert_eq!(row.state, ConsentState::Given);
    let how = (Some(day("2026-11-20")), Some(ConsentHow::Paper), Some(ConsentBy::Subject), Some(1));
    assert_eq!((row.since, row.how, row.by, row.text_version), how, "the old choice");
    let history = vault.ask(call::consent_history, ByPerson { person });
    let mut lines: Vec<_> = history.iter().map(|line| (line.state, line.undoes)).collect();
    lines.sort();
    let expected = [(ConsentState::Given, false), (ConsentState::Given, true), (ConsentState::Withdrawn, false)];
    assert_eq!(lines, expected, "nothing is taken away");
    assert_eq!(vault.refused(call::consent_reopen, which.clone()), Code::ConsentReopenOver, "once");
    // Withdrawing and undoing also work a second time.
    vault.ask(call::consent_withdraw, withdrawal(person, photos));
    assert_eq!(state(&mut vault, person, PHOTOS), ConsentState::Withdrawn);
    vault.ask(call::consent_reopen, which.clone());
    assert_eq!(state(&mut vault, person, PHOTOS), ConsentState::Given);
    assert_eq!(vault.trail().last().map(String::as_str), Some("consent.reopen done 1 photos_portrait"));
    assert_eq!(counted(&mut vault, PHOTOS).given, 1, "counted as given");
}

#[test]
fn a_withdrawal_is_undone_only_by_the_user_who_recorded_it_and_only_while_the_vault_is_open() {
    let mut vault = TestVault::new();
    let person = vault.person("Grace", "Okafor");
    let newsletter = vault.purpose("newsletter_members");
    let (objection, which) = (withdrawal(person, newsletter), ReopenConsent { person, purpose: newsletter });
    vault.ask(call::consent_withdraw, objection.clone());
    vault.ask(call::consent_reopen, which.clone());
    assert_eq!(state(&mut vault, person, "newsletter_members"), ConsentState::NotAsked, "an objection that was none");
    vault.ask(call::consent_withdraw, objection.clone());
    for roles in [[Role::Privacy], [Role::Secretary]] {
        vault.reopen_as(&roles, false);
        assert_eq!(vault.refused(call::consent_reopen, which.clone()), Code::ConsentReopenOver, "{roles:?}");
    }
    assert_eq!(state(&mut vault, person, "newsletter_members"), ConsentState::Withdrawn);
}

#[test]
fn the_list_shows_what_each_person_answered_about_the_newsletter_and_photos() {
    let mut vault = TestVault::new();
    let member = vault.person("Grace", "Okafor");
    let donor = vault
        .ask(call::people_create, NewPerson { relations: vec![running(RelationKind::Donor)], ..surnamed("Pronk") });
    let photos = vault.purpose(PHOTOS);
    vault.ask(call::consent_record, yes(member, photos));
    let newsletter = vault.purpose("newsletter_members");
    vault.ask(call::consent_withdraw, withdrawal(member, newsletter));
    let states = |vault: &mut TestVault, person: PersonId| {
        let page = vault.ask(call::people_list, PeopleFilter::default());
        let row = page.rows.into_iter().find(|row| row.id == person).expect("a row");
        row.consents.into_iter().map(|consent| (consent.purpose, consent.state)).collect::<Vec<_>>()
    };
    let consent = |key: &str, state: &'static str| (key.to_owned(), state);
    let photos_of = [consent(PHOTOS, "given"), consent("photos_social", "not_asked")];
    let newsletter_of = |state: &'static str| consent(NEWSLETTER, state);
    let [portrait, social] = photos_of;
    assert_eq!(states(&mut vault, member), [newsletter_of("withdrawn"), portrait, social]);
    assert_eq!(states(&mut vault, donor)[0], consent("newsletter_others", "not_asked"));
    vault.ask(call::consent_reopen, ReopenConsent { person: member, purpose: newsletter });
    assert_eq!(states(&mut vault, member)[0], newsletter_of("not_asked"), "kept current");
    vault.reopen_as(&[Role::Treasurer], false);
    assert_eq!(states(&mut vault, member), [], "who may not see consents sees none in the list");
}

#[test]
fn a_member_may_object_to_the_newsletter_and_whoever_left_is_asked_for_it() {
    let mut vault = TestVault::new();
    let person = vault.person("Grace", "Okafor");
    let newsletters = |vault: &mut TestVault| {
        let all = vault.ask(call::consent_of, ByPerson { person });
        let keys = all.into_iter().map(|row| row.key);
        keys.filter(|key| key.starts_with("newsletter")).collect::<Vec<_>>()
    };
    assert_eq!(newsletters(&mut vault), ["newsletter_members"], "one newsletter, one line");
    let members = vault.purpose("newsletter_members");
    vault.ask(call::consent_withdraw, withdrawal(person, members));
    let history = vault.ask(call::consent_history, ByPerson { person });
    assert!(!history[0].asks_consent, "an objection, not an answer");
    let relation = vault.ask(call::people_get, ByPerson { person }).relations[0].id;
    vault.ask(call::people_end_relation, EndRelation { relation, ended_on: day("2026-11-01") });
    assert_eq!(newsletters(&mut vault), ["newsletter_members", "newsletter_others"], "what was said is not lost");
}

#[test]
fn the_words_name_who_asks_and_stay_as_they_were_when_the_name_changes() {
    let mut vault = TestVault::new();
    let (grace, jan) = (vault.person("Grace", "Okafor"), vault.person("Jan", "Pronk"));
    let photos = vault.purpose(PHOTOS);
    for (name, person) in [("Crescendo", grace), ("Nieuw Crescendo", jan)] {
        vault.ask(call::settings_set, SettingsChange { association: Some(name.into()), ..SettingsChange::default() });
        let all = vault.ask(call::purposes_list, Nothing {});
        let shown = all.into_iter().find(|purpose| purpose.key == PHOTOS).and_then(|purpose| purpose.text);
        vault.ask(call::consent_record, yes(person, photos));
        assert!(shown.as_deref().is_some_and(|t| t.starts_with(&format!("Mag {name} foto's"))), "{shown:?}");
    }
    for (name, person) in [("Crescendo", grace), ("Nieuw Crescendo", jan)] {
        let history = vault.ask(call::consent_history, ByPerson { person });
        assert!(
            history[0].text.as_deref().is_some_and(|t| t.starts_with(&format!("Mag {name} foto's"))),
            "{history:?}"
        );
    }
}
