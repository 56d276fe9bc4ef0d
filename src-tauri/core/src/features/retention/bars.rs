//! How long each part of a person's data is kept: one bar per reason, with its rule and how binding that is.
use super::due::{Facts, fiscal_hold};
use super::rules::{Rule, Status, Terms};
use super::said::{Arg, Said};
use crate::features::people::{Relation, RelationKind};
use crate::kernel::id::PurposeId;
use crate::kernel::time::Date;
use serde::Serialize;

/// How long a bar without an end date lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "KeepWhile")]
pub enum While {
    /// Until the relation ends.
    Relation,
    /// Until the consent is withdrawn.
    Consent,
    /// The relation ended on an unknown day.
    Unknown,
}

/// One reason to keep something, which the UI draws as a bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct KeepBar {
    /// What is kept, as a sentence.
    pub purpose: Said,
    /// The rule's id: `R01`; `null` where none applies.
    pub rule: Option<String>,
    /// How binding the rule is; `null` without one.
    pub status: Option<Status>,
    /// First day, if known.
    pub from: Option<Date>,
    /// The last day, if there is one.
    pub until: Option<Date>,
    /// How long it lasts, where it has no last day.
    #[serde(rename = "while")]
    pub lasts: Option<While>,
    /// The sentence below the bar.
    pub sentence: Said,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GivenConsent {
    pub(crate) purpose: PurposeId,
    /// The text that names the purpose.
    pub(crate) text_id: String,
    /// The rule of the purpose, if it has one.
    pub(crate) rule: Option<&'static Rule>,
    pub(crate) since: Date,
}

/// Every bar of one person: relations, then the bookkeeping, then consents, then a decision to keep longer.
pub(crate) fn bars(rules: &Terms, facts: &Facts, given: &[GivenConsent], on: Date) -> Vec<KeepBar> {
    let mut bars: Vec<_> = facts.relations.iter().map(|relation| of_relation(rules, facts, relation, on)).collect();
    if let Some(hold) = fiscal_hold(rules, &facts.fiscal, on) {
        let rule = rules.of_payment(hold.kind);
        let newest = facts.fiscal.iter().map(|f| f.year).max().unwrap_or(hold.from.year());
        bars.push(KeepBar {
            purpose: Said::new("retention-keeps-books"),
            rule: Some(rule.id.clone()),
            status: Some(rule.status),
            from: Some(hold.from.year_start()),
            until: Some(hold.until),
            lasts: None,
            sentence: Said::new("retention-bar-books")
                .with("year", Arg::Text(newest.to_string()))
                .on("until", hold.until),
        });
    }
    bars.extend(given.iter().map(of_consent));
    bars.extend(facts.kept_until.filter(|until| *until >= on).map(|until| KeepBar {
        purpose: Said::new("retention-keeps-longer"),
        rule: None,
        status: None,
        from: None,
        until: Some(until),
        lasts: None,
        sentence: Said::new("retention-bar-longer").on("until", until),
    }));
    bars
}

/// The last day on which an ended relation is kept under its rule; `None` while it has not ended or the day is unknown.
fn last_day(rules: &Terms, facts: &Facts, relation: &Relation) -> Option<Date> {
    let last_gift = facts.last_gift().filter(|_| relation.kind == RelationKind::Donor);
    let counts_from = last_gift.or(relation.ended_on).filter(|_| relation.ended);
    counts_from.map(|day| rules.of_relation(relation.kind).last_day(day))
}

fn of_relation(rules: &Terms, facts: &Facts, relation: &Relation, on: Date) -> KeepBar {
    let (kind, rule) = (relation.kind.as_str(), rules.of_relation(relation.kind));
    let until = last_day(rules, facts, relation);
    let running = !relation.ended || relation.ended_on.is_some_and(|d| d >= on && relation.kind != RelationKind::Donor);
    // For a donor who never gave, the period counts from the year in which they stopped being a donor.
    let ended = if relation.kind == RelationKind::Donor && facts.last_gift().is_none() { "stopped" } else { "ended" };
    let term = |said: Said| said.with("n", Arg::Number(rule.value));
    let unit = rule.unit.as_str();
    let (lasts, sentence) = match (running, until) {
        (true, None) => (Some(While::Relation), term(Said::new(format!("retention-bar-{kind}-running-{unit}")))),
        (_, Some(until)) => (None, term(Said::new(format!("retention-bar-{kind}-{ended}-{unit}"))).on("until", until)),
        (false, None) => (Some(While::Unknown), Said::new("retention-bar-end-unknown")),
    };
    KeepBar {
        purpose: Said::new(format!("retention-keeps-{kind}")),
        rule: Some(rule.id.clone()),
        status: Some(rule.status),
        from: relation.started_on,
        until,
        lasts,
        sentence,
    }
}

/// A consent lasts until it is withdrawn or, where a rule says so, until nothing has been heard for a long time.
fn of_consent(consent: &GivenConsent) -> KeepBar {
    let sentence = match consent.rule {
        Some(rule) => {
            Said::new(format!("retention-bar-consent-{}", rule.unit.as_str())).with("n", Arg::Number(rule.value))
        }
        None => Said::new("retention-bar-consent"),
    };
    KeepBar {
        purpose: Said::new(consent.text_id.clone()),
        rule: consent.rule.map(|r| r.id.clone()),
        status: consent.rule.map(|r| r.status),
        from: Some(consent.since),
        until: None,
        lasts: Some(While::Consent),
        sentence,
    }
}

/// The day until which somebody is kept, as lists show it: the end of the last bar, or `None` while a bar has no end. A
/// consent that keeps somebody counts until the person must be asked again.
pub(crate) fn keep_until(rules: &Terms, facts: &Facts, on: Date) -> Option<Date> {
    let bars = bars(rules, facts, &[], on);
    if bars.iter().any(|b| b.until.is_none()) {
        return None;
    }
    let consents = facts.standalone.iter().filter(|c| c.given).map(|c| rules.silence.last_day(c.since));
    bars.into_iter().filter_map(|b| b.until).chain(consents).chain(facts.restricted_until).max()
}

/// What keeps somebody without a last day: a relation that runs on, or else one that ended on an unknown day. `None`
/// where every reason has a last day, and for somebody whom nothing keeps.
pub(crate) fn lasts(rules: &Terms, facts: &Facts, on: Date) -> Option<While> {
    let all: Vec<While> = bars(rules, facts, &[], on).into_iter().filter_map(|b| b.lasts).collect();
    all.iter().copied().find(|lasts| *lasts == While::Relation).or(all.first().copied())
}

/// Does a relation keep somebody without an end, whatever today's date is? Then `keep_until` returns `None` on every
/// day.
pub(crate) fn is_kept_without_end(rules: &Terms, facts: &Facts) -> bool {
    // A relation with a known last day ends sooner or later.
    let over = |r: &Relation| Relation { ended: r.ended || r.ended_on.is_some(), ..r.clone() };
    facts.relations.iter().any(|relation| last_day(rules, facts, &over(relation)).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::donations::{FiscalYear, Kind};
    use crate::features::retention::due::Standalone;
    use crate::features::retention::rules::{pack, terms};
    use crate::kernel::id::RelationId;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn member(ended_on: Option<&str>, ended: bool) -> Facts {
        let id = RelationId(uuid::Uuid::from_u128(1));
        let started_on = Some(day("2011-09-01"));
        let relation = Relation { id, kind: RelationKind::Member, started_on, ended_on: ended_on.map(day), ended };
        let paid = |year| FiscalYear { kind: Kind::Contribution, year, ends: Date::of(year, 12, 31).unwrap() };
        let fiscal = vec![paid(2025), paid(2026)];
        Facts { relations: vec![relation], fiscal, ..Facts::default() }
    }

    #[test]
    fn a_member_is_kept_while_a_member_and_the_books_seven_years() {
        let bars = bars(terms().unwrap(), &member(None, false), &[], day("2026-11-24"));
        assert_eq!((bars[0].lasts, bars[0].until), (Some(While::Relation), None));
        assert_eq!(bars[0].sentence.text_id, "retention-bar-member-running-year");
        assert_eq!((bars[1].from, bars[1].until), (Some(day("2025-01-01")), Some(day("2033-12-31"))));
        assert_eq!((bars[1].rule.as_deref(), bars[1].status), (Some("R03"), Some(Status::Law)));
        assert_eq!(bars[1].sentence.args["year"], Arg::Text("2026".into()));
    }

    #[test]
    fn a_list_says_until_when_only_where_that_is_sure() {
        let until = |facts: &Facts| keep_until(terms().unwrap(), facts, day("2026-11-24"));
        assert_eq!(until(&member(None, false)), None);
        assert_eq!(until(&member(None, true)), None, "an unknown end");
        let lasts = |facts: &Facts| lasts(terms().unwrap(), facts, day("2026-11-24"));
        assert_eq!(lasts(&member(None, false)), Some(While::Relation));
        assert_eq!(lasts(&member(None, true)), Some(While::Unknown));
        assert_eq!(lasts(&member(Some("2026-10-31"), true)), None);
        let both = [member(None, true).relations, member(None, false).relations].concat();
        let returned = Facts { relations: both, ..Facts::default() };
        assert_eq!(lasts(&returned), Some(While::Relation), "who came back is a member");
        assert_eq!(until(&member(Some("2026-10-31"), true)), Some(day("2033-12-31")));
        assert_eq!(until(&Facts { fiscal: vec![], ..member(Some("2026-10-31"), true) }), Some(day("2027-10-31")));
    }

    #[test]
    fn whoever_has_no_end_on_any_day_is_kept_without_one() {
        let id = RelationId(uuid::Uuid::from_u128(1));
        let ends = [None, Some("2025-03-01"), Some("2031-03-01")].map(|end| end.map(day));
        let gift = FiscalYear { kind: Kind::Gift, year: 2024, ends: day("2024-12-31") };
        for kind in [RelationKind::Member, RelationKind::Volunteer, RelationKind::Donor, RelationKind::Contact] {
            for (ended_on, ended, gave) in ends
                .into_iter()
                .flat_map(|end| [(end, true, 0), (end, true, 1), (end, end.is_some(), 1), (end, end.is_some(), 0)])
            {
                // As the database returns it on that day: a relation whose last day is not yet past has not ended.
                let facts_on = |on: &Date| {
                    let ended = ended && ended_on.is_none_or(|last| last < *on);
                    let relation = Relation { id, kind, started_on: None, ended_on, ended };
                    Facts { relations: vec![relation], fiscal: vec![gift; gave], ..Facts::default() }
                };
                let days = ["2024-01-01", "2026-11-24", "2040-01-01"].map(day);
                let never = days.iter().all(|on| keep_until(terms().unwrap(), &facts_on(on), *on).is_none());
                for on in &days {
                    let facts = facts_on(on);
                    assert_eq!(is_kept_without_end(terms().unwrap(), &facts), never, "{facts:?}");
                }
            }
        }
    }

    #[test]
    fn a_decision_to_keep_longer_has_its_own_bar_until_it_is_over() {
        let kept = Facts { kept_until: Some(day("2034-05-01")), ..member(Some("2026-10-31"), true) };
        let last = |on: &str| bars(terms().unwrap(), &kept, &[], day(on)).pop().unwrap();
        assert_eq!(
            (last("2026-11-24").purpose.text_id.as_str(), last("2026-11-24").until),
            ("retention-keeps-longer", kept.kept_until)
        );
        assert_ne!(last("2034-05-02").purpose.text_id, "retention-keeps-longer");
        assert_eq!(keep_until(terms().unwrap(), &kept, day("2026-11-24")), kept.kept_until);
    }

    #[test]
    fn a_consent_lasts_until_it_is_withdrawn_or_nothing_was_heard_for_long() {
        let given = |rule: Option<&str>| GivenConsent {
            purpose: PurposeId(uuid::Uuid::from_u128(1)),
            text_id: "purpose-alumni".into(),
            rule: rule.map(|id| pack().unwrap().rule(id).unwrap()),
            since: day("2025-03-01"),
        };
        let bar = |rule| bars(terms().unwrap(), &Facts::default(), &[given(rule)], day("2026-11-24")).pop().unwrap();
        assert_eq!((bar(None).rule, bar(None).sentence.text_id.as_str()), (None, "retention-bar-consent"));
        let silent = bar(Some("R12"));
        assert_eq!(
            (silent.rule.as_deref(), silent.sentence.text_id.as_str()),
            (Some("R12"), "retention-bar-consent-month")
        );
        assert_eq!((silent.sentence.args["n"].clone(), silent.lasts), (Arg::Number(24), Some(While::Consent)));
        let reader = Facts {
            standalone: vec![Standalone { given: true, since: day("2026-03-01") }],
            fiscal: vec![],
            ..member(Some("2026-10-31"), true)
        };
        assert_eq!(keep_until(terms().unwrap(), &reader, day("2026-11-24")), Some(day("2028-03-01")));
    }

    #[test]
    fn a_donor_counts_from_the_year_of_the_last_gift_or_of_the_end() {
        let id = RelationId(uuid::Uuid::from_u128(1));
        let donor = Relation {
            id,
            kind: RelationKind::Donor,
            started_on: None,
            ended_on: Some(day("2025-03-01")),
            ended: true,
        };
        let gave = FiscalYear { kind: Kind::Gift, year: 2024, ends: day("2024-12-31") };
        let bar = |fiscal: Vec<FiscalYear>| {
            let facts = Facts { relations: vec![donor.clone()], fiscal, ..Facts::default() };
            let bar = bars(terms().unwrap(), &facts, &[], day("2026-11-24")).remove(0);
            (bar.sentence.text_id, bar.until)
        };
        assert_eq!(bar(vec![gave]), ("retention-bar-donor-ended-year".into(), Some(day("2026-12-31"))));
        assert_eq!(bar(vec![]), ("retention-bar-donor-stopped-year".into(), Some(day("2027-12-31"))));
    }
}
