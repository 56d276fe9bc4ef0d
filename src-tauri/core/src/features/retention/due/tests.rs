//! Test vectors: year ends, leap days, several relations, unknown and future dates, holds.
use super::*;
use crate::features::retention::rules::terms;
use crate::kernel::id::RelationId;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn relation(kind: RelationKind, from: Option<&str>, to: Option<&str>, ended: bool) -> Relation {
    let id = RelationId(uuid::Uuid::from_u128(1));
    Relation { id, kind, started_on: from.map(day), ended_on: to.map(day), ended }
}

fn was(kind: RelationKind, to: &str) -> Relation {
    relation(kind, Some("2001-01-01"), Some(to), true)
}

fn is(kind: RelationKind) -> Relation {
    relation(kind, Some("2001-01-01"), None, false)
}

fn of(relations: &[Relation]) -> Facts {
    Facts { relations: relations.to_vec(), ..Facts::default() }
}

fn paid(facts: Facts, years: &[i32]) -> Facts {
    Facts { fiscal: years.iter().map(|year| fiscal(Kind::Contribution, *year)).collect(), ..facts }
}

fn fiscal(kind: Kind, year: i32) -> FiscalYear {
    FiscalYear { kind, year, ends: Date::of(year, 12, 31).unwrap() }
}

fn gave(facts: Facts, years: &[i32]) -> Facts {
    Facts { fiscal: years.iter().map(|year| fiscal(Kind::Gift, *year)).collect(), ..facts }
}

/// The result in one line: `rule proposal since because`, or `later <day>`.
fn said(facts: &Facts, on: &str) -> String {
    match assess(terms().unwrap(), facts, day(on)) {
        Outcome::Later(next) => format!("later {}", next.map_or("-".into(), |d| d.to_string())),
        Outcome::Due(due) => format!(
            "{} {:?} {} {}",
            due.rule,
            due.proposal,
            due.since.map_or("-".into(), |d| d.to_string()),
            due.because.text_id.trim_start_matches("retention-because-")
        ),
    }
}

use RelationKind::{Contact, Donor, Member, Volunteer};

#[test]
fn a_former_member_is_due_on_the_day_after_a_year_and_not_before() {
    let facts = of(&[was(Member, "2025-10-31")]);
    assert_eq!(said(&facts, "2026-10-30"), "later 2026-11-01");
    assert_eq!(said(&facts, "2026-10-31"), "later 2026-11-01");
    assert_eq!(said(&facts, "2026-11-01"), "R01 Erase 2026-11-01 member");
}

#[test]
fn a_membership_that_ended_on_a_leap_day_ends_its_year_on_28_february() {
    let facts = of(&[was(Member, "2024-02-29")]);
    assert_eq!(said(&facts, "2025-02-28"), "later 2025-03-01");
    assert_eq!(said(&facts, "2025-03-01"), "R01 Erase 2025-03-01 member");
    assert_eq!(said(&of(&[was(Member, "2023-02-28")]), "2024-02-29"), "R01 Erase 2024-02-29 member");
}

#[test]
fn a_running_relation_keeps_a_person_whatever_ended() {
    let facts = paid(of(&[was(Member, "2010-01-01"), is(Volunteer)]), &[2009]);
    assert_eq!(said(&facts, "2026-11-24"), "later -");
    assert_eq!(said(&of(&[was(Volunteer, "2010-01-01"), is(Member)]), "2026-11-24"), "later -");
}

#[test]
fn the_longest_term_wins() {
    let facts = of(&[was(Member, "2019-12-31"), was(Volunteer, "2026-03-31")]);
    assert_eq!(said(&facts, "2026-11-24"), "later 2027-04-01");
    assert_eq!(said(&facts, "2027-04-01"), "R09 Erase 2027-04-01 volunteer");
}

#[test]
fn what_was_paid_stays_until_the_seventh_year_is_out() {
    let facts = paid(of(&[was(Member, "2019-06-30")]), &[2018, 2019]);
    assert_eq!(said(&facts, "2026-12-31"), "R01 Part 2020-07-01 member-paid");
    assert_eq!(said(&facts, "2027-01-01"), "R01 Erase 2020-07-01 member-paid");
    let hold = fiscal_hold(terms().unwrap(), &facts.fiscal, day("2026-01-01")).unwrap();
    assert_eq!((hold.until, hold.from), (day("2026-12-31"), day("2019-12-31")));
    let hold = fiscal_hold(terms().unwrap(), &facts.fiscal, day("2025-12-31")).unwrap();
    assert_eq!((hold.until, hold.from), (day("2026-12-31"), day("2018-12-31")));
}

#[test]
fn a_payment_of_this_year_is_kept_to_the_end_of_the_seventh_year_after() {
    let facts = paid(of(&[]), &[2026]);
    let hold = fiscal_hold(terms().unwrap(), &facts.fiscal, day("2026-11-24")).unwrap();
    assert_eq!(hold.until, day("2033-12-31"));
}

#[test]
fn an_end_that_is_to_come_is_counted_from() {
    let ends = |ended| of(&[relation(Member, Some("2001-01-01"), Some("2026-12-31"), ended)]);
    for ended in [false, true] {
        assert_eq!(said(&ends(ended), "2026-11-24"), "later 2028-01-01");
        assert_eq!(said(&ends(ended), "2028-01-01"), "R01 Erase 2028-01-01 member");
    }
}

#[test]
fn seven_years_count_from_the_end_of_the_book_year() {
    let season = FiscalYear { kind: Kind::Contribution, year: 2019, ends: day("2020-08-31") };
    let facts = Facts { fiscal: vec![season], ..of(&[was(Member, "2019-12-31")]) };
    assert_eq!(said(&facts, "2027-08-31"), "R01 Part 2021-01-01 member-paid");
    assert_eq!(said(&facts, "2027-09-01"), "R01 Erase 2021-01-01 member-paid");
    let hold = fiscal_hold(terms().unwrap(), &facts.fiscal, day("2026-11-24")).unwrap();
    assert_eq!((hold.until, hold.from), (day("2027-08-31"), day("2020-08-31")));
}

#[test]
fn what_was_given_is_not_called_a_contribution() {
    assert_eq!(
        said(&gave(of(&[was(Member, "2019-06-30")]), &[2018]), "2026-11-24"),
        "R01 Erase 2020-07-01 member-gave"
    );
    assert_eq!(said(&of(&[was(Member, "2019-06-30")]), "2026-11-24"), "R01 Erase 2020-07-01 member");
}

#[test]
fn only_the_fiscal_part_is_left_until_the_law_lets_go() {
    let facts =
        Facts { restricted: Some(Restriction::Fiscal), restricted_until: Some(day("2026-12-31")), ..Facts::default() };
    let facts = paid(facts, &[2019]);
    assert_eq!(said(&facts, "2026-12-31"), "later 2027-01-01");
    assert_eq!(said(&facts, "2027-01-01"), "R03 Erase 2027-01-01 fiscal-over");
    assert_eq!(said(&gave(facts, &[2019]), "2027-01-01"), "R07b Erase 2027-01-01 fiscal-over");
}

#[test]
fn a_former_donor_counts_from_the_year_of_the_last_gift() {
    let facts = gave(of(&[was(Donor, "2020-05-01")]), &[2018, 2023]);
    assert_eq!(said(&facts, "2025-12-31"), "later 2026-01-01");
    assert_eq!(said(&facts, "2026-01-01"), "R07c Part 2026-01-01 last-gift");
    assert_eq!(said(&gave(of(&[was(Donor, "2020-05-01")]), &[2018]), "2026-11-24"), "R07c Erase 2021-01-01 last-gift");
    assert_eq!(said(&of(&[was(Donor, "2020-05-01")]), "2026-11-24"), "R07c Erase 2023-01-01 donor");
}

#[test]
fn a_donor_who_just_stopped_giving_is_asked_about() {
    let facts = gave(of(&[is(Donor)]), &[2018]);
    assert_eq!(said(&facts, "2026-11-24"), "R07c Ask 2021-01-01 last-gift");
    assert_eq!(said(&gave(of(&[is(Donor)]), &[2025]), "2026-11-24"), "later 2028-01-01");
    assert_eq!(said(&of(&[is(Donor)]), "2026-11-24"), "later -");
    assert_eq!(said(&gave(of(&[is(Donor), is(Member)]), &[2018]), "2026-11-24"), "later -");
}

#[test]
fn a_former_member_whose_end_nobody_knows_is_asked_about_and_never_erased_silently() {
    let facts = of(&[relation(Member, Some("1999-01-01"), None, true)]);
    assert_eq!(said(&facts, "2026-11-24"), "R01 Ask - member-end-unknown");
    let with_known = of(&[relation(Member, None, None, true), was(Volunteer, "2026-10-31")]);
    assert_eq!(said(&with_known, "2026-11-24"), "later -", "the known term still runs");
    assert_eq!(said(&with_known, "2027-11-24"), "R01 Ask - member-end-unknown");
}

#[test]
fn an_end_in_the_future_is_no_end_yet() {
    let facts = of(&[was(Member, "2026-12-31")]);
    assert_eq!(said(&facts, "2026-11-24"), "later 2028-01-01");
    assert_eq!(said(&of(&[relation(Member, Some("2027-01-01"), None, false)]), "2026-11-24"), "later -");
}

#[test]
fn a_restriction_beats_everything() {
    let facts = Facts { restricted: Some(Restriction::Request), ..paid(of(&[was(Member, "2019-06-30")]), &[2019]) };
    assert_eq!(said(&facts, "2026-11-24"), "R01 Wait 2020-07-01 member-paid");
    let unknown = of(&[relation(Member, None, None, true)]);
    assert_eq!(
        said(&Facts { restricted: Some(Restriction::Request), ..unknown }, "2026-11-24"),
        "R01 Wait - member-end-unknown"
    );
}

#[test]
fn a_decision_to_keep_longer_moves_the_day() {
    let facts = Facts { kept_until: Some(day("2027-05-01")), ..of(&[was(Member, "2020-01-31")]) };
    assert_eq!(said(&facts, "2027-05-01"), "later 2027-05-02");
    assert_eq!(said(&facts, "2027-05-02"), "R01 Erase 2021-02-01 member");
    let still_running = Facts { kept_until: Some(day("2020-12-01")), ..of(&[was(Member, "2020-01-31")]) };
    assert_eq!(said(&still_running, "2020-06-01"), "later 2021-02-01");
}

#[test]
fn a_consent_that_keeps_contact_holds_until_it_is_withdrawn_and_is_asked_again_after_two_years() {
    let consent = |given, since: &str| vec![Standalone { given, since: day(since) }];
    let reader = |given, since| Facts { standalone: consent(given, since), ..of(&[was(Member, "2020-01-31")]) };
    assert_eq!(said(&reader(true, "2025-03-01"), "2026-11-24"), "later 2027-03-02");
    assert_eq!(said(&reader(true, "2024-02-29"), "2026-11-24"), "R12 Ask 2026-03-01 consent-old");
    assert_eq!(said(&reader(false, "2026-11-20"), "2026-11-24"), "R12 Erase 2026-11-21 consent-withdrawn");
    let contact = Facts { standalone: consent(false, "2026-11-20"), ..of(&[is(Contact)]) };
    assert_eq!(said(&contact, "2026-11-24"), "R12 Ask 2026-11-21 consent-withdrawn");
    assert_eq!(said(&of(&[is(Contact)]), "2026-11-24"), "later -");
    assert_eq!(said(&of(&[was(Contact, "2025-11-23")]), "2026-11-24"), "R22 Erase 2026-11-24 contact");
}

#[test]
fn somebody_without_any_relation_is_looked_at() {
    assert_eq!(said(&of(&[]), "2026-11-24"), "none Ask - no-relation");
    assert_eq!(said(&paid(of(&[]), &[2025]), "2026-11-24"), "none Ask - no-relation");
    assert_eq!(said(&gave(of(&[]), &[2019]), "2026-11-24"), "R07c Part 2022-01-01 last-gift");
    let restricted = Facts { restricted: Some(Restriction::Request), ..of(&[]) };
    assert_eq!(said(&restricted, "2026-11-24"), "none Wait - no-relation");
    let kept = Facts { kept_until: Some(day("2027-05-01")), ..of(&[]) };
    assert_eq!(said(&kept, "2026-11-24"), "later 2027-05-02");
}
