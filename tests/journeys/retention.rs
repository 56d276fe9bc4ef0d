//! Retention: who is due and why, what an erasure would do, and keeping somebody longer.
use acceptance::requests::{
    answer, at_home, day, erasure, gift, nobody, on_tab, over, since, surnamed, until, withdrawal,
};
use acceptance::{Calls, Computer, TestVault};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    AfterEnd, AfterEndRequest, ByPerson, ConsentHow, DueGroup, DueRequest, DueRow, KeepLonger, KeepWhile, NewDonation,
    NewPerson, NewRelation, Nothing, PeopleFilter, PeopleTab, PersonId, Proposal, RelationKind, RuleStatus, SaidArg,
    StartRelation, UntilRequest, WithdrawConsent,
};
use ledenkluis_core::app::Date;
use ledenkluis_core::error::Code;
use ledenkluis_core::ops::Role;

fn member(vault: &mut TestVault, surname: &str, from: &str, to: Option<&str>) -> PersonId {
    let membership = since(RelationKind::Member, from);
    let membership = NewRelation { ended_on: to.map(day), ended: to.is_some(), ..membership };
    let email = at_home(&format!("{}@voorbeeld.nl", surname.to_lowercase()));
    let person = NewPerson { emails: vec![email], relations: vec![membership], ..surnamed(surname) };
    vault.ask(call::people_create, person)
}

/// Who is due on this day: the rule, the name, what is proposed, since when, and why.
type Line = (String, String, Proposal, Option<Date>, String);

fn line(rule: &str, name: &str, proposal: Proposal, since: Option<&str>, why: &str) -> Line {
    (rule.to_owned(), name.to_owned(), proposal, since.map(day), format!("retention-because-{why}"))
}

fn due(vault: &mut TestVault, on: Option<&str>) -> Vec<Line> {
    let list = vault.ask(call::retention_due, DueRequest { on: on.map(day) });
    let mut lines = vec![];
    for DueGroup { rule, rows } in list.groups {
        let line = |row: DueRow| (rule.clone(), row.name, row.proposal, row.since, row.because.text_id);
        lines.extend(rows.into_iter().map(line));
    }
    lines
}

fn contribution(vault: &mut TestVault, person: PersonId, on: &str) {
    vault.reopen_as(&[Role::Treasurer], false);
    let paid = acceptance::requests::contribution(person, on, 4_500);
    vault.ask(call::donations_record, NewDonation { remark: "bank".to_owned(), ..paid });
    vault.reopen_as(&[Role::Secretary], false);
}

#[test]
fn the_list_shows_who_is_due_under_which_rule_and_why() {
    let mut vault = TestVault::new();
    member(&mut vault, "Aalbers", "2001-01-01", Some("2024-10-31"));
    let mulder = member(&mut vault, "Mulder", "2009-01-01", Some("2024-10-31"));
    member(&mut vault, "Blijver", "2009-01-01", None);
    member(&mut vault, "Later", "2009-01-01", Some("2026-06-30"));
    vault.ask(call::people_create, NewPerson { relations: vec![over(RelationKind::Member)], ..surnamed("Onbekend") });
    contribution(&mut vault, mulder, "2024-03-01");
    assert_eq!(
        due(&mut vault, None),
        [
            line("R01", "Aalbers", Proposal::Erase, Some("2025-11-01"), "member"),
            line("R01", "Mulder", Proposal::Part, Some("2025-11-01"), "member-paid"),
            line("R01", "Onbekend", Proposal::Ask, None, "member-end-unknown"),
        ]
    );
    let list = vault.ask(call::retention_due, DueRequest::default());
    assert_eq!((list.total, list.next_on), (3, Some(day("2027-07-01"))));
    let because = &list.groups[0].rows[0].because.args["date"];
    assert_eq!(because, &SaidArg::Date(day("2024-10-31")));
    let then = due(&mut vault, Some("2025-10-31"));
    assert_eq!(then, [line("R01", "Onbekend", Proposal::Ask, None, "member-end-unknown")], "the day before");
    let later = due(&mut vault, Some("2032-01-01"));
    let erased_in_full = line("R01", "Mulder", Proposal::Erase, Some("2025-11-01"), "member-paid");
    assert!(later.contains(&erased_in_full), "{later:?}");
}

#[test]
fn a_refusal_is_no_withdrawal_and_people_without_a_relation_are_listed() {
    let mut vault = TestVault::new();
    let reader = member(&mut vault, "Lezer", "2001-01-01", Some("2020-10-31"));
    let alumni = vault.purpose("alumni");
    let answer = |given: bool, on: &str| answer(reader, alumni, given, on);
    vault.ask(call::consent_record, answer(false, "2026-11-20"));
    vault.ask(call::people_create, surnamed("Zwerver"));
    let expected = [
        line("R01", "Lezer", Proposal::Erase, Some("2021-11-01"), "member"),
        line("none", "Zwerver", Proposal::Ask, None, "no-relation"),
    ];
    assert_eq!(due(&mut vault, None), expected);
    assert_eq!(vault.ask(call::today_overview, Nothing {}).now[0].count, 1, "no period of Zwerver has ended");
    vault.ask(call::consent_record, answer(true, "2026-11-21"));
    let by_phone = WithdrawConsent { how: Some(ConsentHow::Phone), ..withdrawal(reader, alumni) };
    vault.ask(call::consent_withdraw, by_phone);
    assert_eq!(
        due(&mut vault, Some("2026-11-25"))[0],
        line("R12", "Lezer", Proposal::Erase, Some("2026-11-25"), "consent-withdrawn")
    );
}

#[test]
fn the_preview_shows_what_is_erased_what_stays_and_what_is_still_counted() {
    let mut vault = TestVault::new();
    let mulder = member(&mut vault, "Mulder", "2009-01-01", Some("2024-10-31"));
    contribution(&mut vault, mulder, "2024-03-01");
    contribution(&mut vault, mulder, "2017-03-01");
    let preview = vault.ask(call::retention_preview, ByPerson { person: mulder });
    let goes: Vec<_> = preview.goes.iter().map(|g| g.text_id.clone()).collect();
    assert_eq!(goes, ["erased-donation", "erased-email", "erased-relation"], "the payment of 2017 goes too");
    assert_eq!(preview.stays[0].until, Some(day("2031-12-31")));
    assert_eq!(preview.stays[0].rule.as_deref(), Some("R03"));
    assert_eq!(preview.counts[0].text_id, "retention-counts-member");
    let bars = vault.ask(call::retention_keep_bars, ByPerson { person: mulder });
    assert_eq!((bars[0].rule.as_deref(), bars[0].until), (Some("R01"), Some(day("2025-10-31"))));
    assert_eq!((bars[1].status, bars[1].until), (Some(RuleStatus::Law), Some(day("2031-12-31"))));
    let until = vault.ask(call::retention_until, UntilRequest { persons: vec![mulder] });
    assert_eq!(until[0].until, Some(day("2031-12-31")));
}

#[test]
fn somebody_is_kept_longer_with_a_reason_and_for_a_year_at_most() {
    let mut vault = TestVault::new();
    let pronk = member(&mut vault, "Pronk", "2001-01-01", Some("2020-10-31"));
    let refused =
        vault.refusal(call::retention_keep, KeepLonger { person: pronk, until: day("2027-11-25"), reason: " ".into() });
    let fields: Vec<_> = refused.fields().iter().map(|f| f.field.clone()).collect();
    assert_eq!(fields, ["until", "reason"]);
    vault.ask(
        call::retention_keep,
        KeepLonger { person: pronk, until: day("2027-11-24"), reason: "Staat in het jubileumboek".into() },
    );
    assert_eq!(due(&mut vault, None), []);
    assert_eq!(due(&mut vault, Some("2027-11-25")).len(), 1);
    assert_eq!(vault.trail().last().map(String::as_str), Some("retention.keep done 1 until reason"));
    for taken in 1..=2 {
        vault.ask(call::retention_unkeep, ByPerson { person: pronk });
        assert_eq!(due(&mut vault, None).len(), 1, "no longer kept: due again");
        let line = format!("retention.unkeep done {}", 2 - taken);
        assert_eq!(vault.trail().last(), Some(&line));
    }
}

#[test]
fn each_rule_shows_its_status_its_source_and_the_people_it_applies_to() {
    let mut vault = TestVault::new();
    member(&mut vault, "Blijver", "2009-01-01", None);
    let rules = vault.ask(call::retention_rules, Nothing {});
    assert_eq!((rules.pack.as_str(), rules.date), ("nl-2026-11", day("2026-11-23")));
    let r01 = &rules.rules[0];
    assert_eq!((r01.rule.id.as_str(), r01.rule.status, r01.used), ("R01", RuleStatus::Guidance, Some(1)));
    for rule in &rules.rules {
        assert!(!rule.rule.source.is_empty(), "{rule:?}");
    }
    vault.reopen_as(&[Role::Viewer], false);
    assert_eq!(vault.refused(call::retention_rules, Nothing {}), Code::PermissionDenied);
}

#[test]
fn the_treasurer_sees_what_tax_law_keeps_and_nothing_else() {
    let mut vault = TestVault::as_role(&[Role::Secretary, Role::Treasurer], false);
    let paid = member(&mut vault, "Betaald", "2011-09-01", Some("2024-10-31"));
    let never = member(&mut vault, "Nooit", "2011-09-01", Some("2024-10-31"));
    contribution(&mut vault, paid, "2024-02-01");
    let names = |vault: &mut TestVault| {
        let total = vault.ask(call::retention_due, DueRequest::default()).total;
        let rows = due(vault, None).into_iter().map(|(rule, name, _, _, why)| (rule, name, why));
        (total, rows.collect::<Vec<_>>())
    };
    assert_eq!(names(&mut vault).0, 2);
    vault.reopen_as(&[Role::Treasurer], false);
    let betaald = ["R03", "Betaald", "retention-stays-why-tax"].map(str::to_owned);
    assert_eq!(names(&mut vault), (1, vec![betaald.into()]));
    let preview = vault.ask(call::retention_preview, ByPerson { person: paid });
    assert_eq!((preview.goes.len(), preview.counts.len()), (0, 0));
    assert_eq!((preview.stays[0].rule.as_deref(), preview.proposal), (Some("R03"), Some(Proposal::Part)));
    let preview = vault.ask(call::retention_preview, ByPerson { person: never });
    assert_eq!((preview.stays.len(), preview.proposal), (0, None));
    let bars = |vault: &mut TestVault, person: PersonId| vault.ask(call::retention_keep_bars, ByPerson { person });
    assert_eq!(bars(&mut vault, paid).len(), 1);
    assert!(bars(&mut vault, never).is_empty());
    let rules = vault.ask(call::retention_rules, Nothing {}).rules;
    let counted = rules.iter().filter(|rule| rule.used.is_some());
    assert_eq!(counted.map(|rule| rule.rule.id.as_str()).collect::<Vec<_>>(), ["R03", "R07b"]);
}

/// What is calculated over everyone is kept until something it depends on changes. A fresh session has kept nothing.
#[test]
fn counts_over_everyone_are_recalculated_after_every_change() {
    let roles = [Role::Secretary, Role::Privacy, Role::Treasurer];
    let mut vault = TestVault::as_role(&roles, false);
    let counted = |vault: &mut TestVault| {
        (
            vault.ask(call::retention_due, DueRequest::default()),
            vault.ask(call::retention_rules, Nothing {}),
            vault.ask(call::consent_overview, Nothing {}),
            vault.ask(call::today_overview, Nothing {}),
            vault.ask(call::people_list, PeopleFilter::default()),
        )
    };
    let mut seen = vec![counted(&mut vault)];
    let stays = member(&mut vault, "Berg", "2011-09-01", None);
    let goes = member(&mut vault, "Pronk", "2001-09-01", Some("2020-10-31"));
    let photos = vault.purpose("photos_portrait");
    let mut after = |what: &str, change: &dyn Fn(&mut TestVault)| {
        change(&mut vault);
        let warm = counted(&mut vault);
        vault.reopen_as(&roles, false);
        assert_eq!(warm, counted(&mut vault), "after {what}");
        seen.push(warm);
    };
    let joins = since(RelationKind::Member, "2020-01-01");
    let smit = NewPerson { relations: vec![joins], ..surnamed("Smit") };
    after("a new person", &|v| {
        v.ask(call::people_create, smit.clone());
    });
    after("an answer", &|v| {
        v.ask(call::consent_record, answer(stays, photos, true, "2019-01-02"));
    });
    let on_paper = WithdrawConsent { how: Some(ConsentHow::Paper), ..withdrawal(stays, photos) };
    after("a withdrawal", &|v| {
        v.ask(call::consent_withdraw, on_paper.clone());
    });
    after("a gift", &|v| {
        v.ask(call::donations_record, gift(stays, "2026-03-01", 100));
    });
    let longer = KeepLonger { person: goes, until: day("2027-06-01"), reason: "jubileumboek".to_owned() };
    after("keeping somebody", &|v| {
        v.ask(call::retention_keep, longer.clone());
    });
    after("no longer keeping them", &|v| {
        v.ask(call::retention_unkeep, ByPerson { person: goes });
    });
    after("an erasure", &|v| {
        v.ask(call::erasure_run, erasure(goes, "pronk"));
    });
    seen.dedup();
    assert!(seen.len() > 6, "most of these steps change something");
}

#[test]
fn on_another_day_everything_is_recalculated() {
    let mut computer = Computer::with_vault();
    let relations = vec![until(RelationKind::Member, "2025-11-24")];
    computer.ask(call::people_create, NewPerson { relations, ..surnamed("Pronk") });
    let total = |computer: &mut Computer| computer.ask(call::retention_due, DueRequest::default()).total;
    assert_eq!(total(&mut computer), 0);
    computer.wait(24 * 60 * 60);
    assert_eq!(total(&mut computer), 1);
}

#[test]
fn before_a_membership_ends_the_user_reads_until_when_and_why() {
    let mut vault = TestVault::new();
    let anneke = member(&mut vault, "Berg", "2011-09-01", None);
    let relation = vault.ask(call::people_get, ByPerson { person: anneke }).relations[0].id;
    let ending = |last: &str| AfterEndRequest { person: anneke, relation, ended_on: day(last) };
    let after = |vault: &mut TestVault, last: &str| vault.ask(call::retention_after_end, ending(last));
    let told = |said: AfterEnd| (said.until, said.because.map(|because| because.text_id), said.due, said.lasts);
    let until =
        |last: &str, reason: &str, due: bool| (Some(day(last)), Some(format!("retention-reason-{reason}")), due, None);
    let year_after = |last: &str, due: bool| until(last, "member-ended-year", due);
    assert_eq!(told(after(&mut vault, "2026-11-24")), year_after("2027-11-24", false));
    assert_eq!(told(after(&mut vault, "2027-06-30")), year_after("2028-06-30", false), "also a day to come");
    assert_eq!(told(after(&mut vault, "2020-12-31")), year_after("2021-12-31", true), "up for erasure at once");

    contribution(&mut vault, anneke, "2025-03-01");
    assert_eq!(told(after(&mut vault, "2020-12-31")), until("2032-12-31", "books", true), "in part");
    let volunteers =
        StartRelation { person: anneke, kind: RelationKind::Volunteer, started_on: Some(day("2012-01-01")) };
    vault.ask(call::people_start_relation, volunteers);
    let goes_on = (None, None, false, Some(KeepWhile::Relation));
    assert_eq!(told(after(&mut vault, "2020-12-31")), goes_on, "a volunteer is kept");
    assert_eq!(vault.ask(call::people_list, on_tab(PeopleTab::Members)).total, 1, "nothing was changed");
    let wrong = AfterEndRequest { relation: nobody(), ..ending("2026-01-01") };
    assert_eq!(vault.refused(call::retention_after_end, wrong), Code::RelationMissing);
}

#[test]
fn the_list_says_that_an_end_is_unknown_and_that_a_day_is_past() {
    let mut vault = TestVault::new();
    let past = member(&mut vault, "Aalbers", "2001-01-01", Some("2020-10-31"));
    let runs = member(&mut vault, "Blijver", "2009-01-01", None);
    let relations = vec![over(RelationKind::Member)];
    let unknown = vault.ask(call::people_create, NewPerson { relations, ..surnamed("Hendriks") });
    let nobody = vault.ask(call::people_create, surnamed("Niemand"));
    let told = vault.ask(call::retention_until, UntilRequest { persons: vec![past, runs, unknown, nobody] });
    let told: Vec<_> = told.into_iter().map(|kept| (kept.until, kept.lasts, kept.over)).collect();
    assert_eq!(
        told,
        [
            (Some(day("2021-10-31")), None, true),
            (None, Some(KeepWhile::Relation), false),
            (None, Some(KeepWhile::Unknown), false),
            (None, None, false),
        ]
    );
}
