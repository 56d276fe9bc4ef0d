//! How long what of a person is kept: one bar for each reason, with the rule and how hard it is.
use super::due::{Facts, Standalone, fiscal_hold};
use super::rules::{Pack, Status};
use super::said::{Arg, Said};
use crate::error::Result;
use crate::features::people::{Relation, RelationKind};
use crate::kernel::id::PurposeId;
use crate::kernel::time::Date;
use serde::Serialize;

/// What a bar lasts for, where it has no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "KeepWhile")]
pub enum While {
    /// As long as the relation runs.
    Relation,
    /// As long as the consent stands.
    Consent,
    /// An end date is unknown.
    Unknown,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct KeepBar {
    /// What is kept.
    pub purpose: Said,
    /// The rule, if one counts.
    pub rule: Option<String>,
    /// How hard the rule is.
    pub status: Option<Status>,
    /// From when, if known.
    pub from: Option<Date>,
    /// The last day, if there is one.
    pub until: Option<Date>,
    /// What it lasts for, where it has no end.
    #[serde(rename = "while")]
    pub lasts: Option<While>,
    /// The sentence below the bar.
    pub sentence: Said,
}

/// A consent that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GivenConsent {
    /// For what.
    pub(crate) purpose: PurposeId,
    /// The text that names the purpose.
    pub(crate) text_id: String,
    /// Since when.
    pub(crate) since: Date,
}

/// Every bar of one person: relations, then the books, then consents.
pub(crate) fn bars(pack: &Pack, facts: &Facts, given: &[GivenConsent], on: Date) -> Result<Vec<KeepBar>> {
    let mut bars = vec![];
    for relation in &facts.relations {
        bars.push(of_relation(pack, facts, relation, on)?);
    }
    if let Some(hold) = fiscal_hold(pack, &facts.fiscal, on)? {
        let rule = pack.rule(if hold.gift { "R07b" } else { "R03" })?;
        let newest = facts.fiscal.iter().map(|f| f.year).max().unwrap_or(hold.from_year);
        bars.push(KeepBar {
            purpose: Said::new("retention-keeps-books"),
            rule: Some(rule.id.clone()),
            status: Some(rule.status),
            from: Date::of(hold.from_year, 1, 1),
            until: Some(hold.until),
            lasts: None,
            sentence: Said::new("retention-bar-books")
                .with("year", Arg::Text(newest.to_string()))
                .on("until", hold.until),
        });
    }
    bars.extend(given.iter().map(of_consent));
    Ok(bars)
}

fn of_relation(pack: &Pack, facts: &Facts, relation: &Relation, on: Date) -> Result<KeepBar> {
    let (kind, rule) = match relation.kind {
        RelationKind::Member => ("member", pack.rule("R01")?),
        RelationKind::Volunteer => ("volunteer", pack.rule("R09")?),
        RelationKind::Donor => ("donor", pack.rule("R07c")?),
        RelationKind::Contact => ("contact", pack.rule("R22")?),
    };
    let last_gift = facts.fiscal.iter().filter(|f| f.gift).filter_map(|f| Date::of(f.year, 12, 31)).max();
    let counts_from = match relation.kind {
        RelationKind::Donor => last_gift.or(relation.ended_on),
        _ => relation.ended_on,
    };
    let running = !relation.ended || relation.ended_on.is_some_and(|d| d > on && relation.kind != RelationKind::Donor);
    let term = |said: Said| said.with("n", Arg::Number(rule.value));
    let unit = rule.unit.as_str();
    let until = counts_from.filter(|_| relation.ended).map(|d| rule.last_day(d));
    let (lasts, sentence) = match (running, until) {
        (true, None) => (Some(While::Relation), term(Said::new(format!("retention-bar-{kind}-running-{unit}")))),
        (_, Some(until)) => (None, term(Said::new(format!("retention-bar-{kind}-ended-{unit}"))).on("until", until)),
        (false, None) => (Some(While::Unknown), Said::new("retention-bar-end-unknown")),
    };
    Ok(KeepBar {
        purpose: Said::new(format!("retention-keeps-{kind}")),
        rule: Some(rule.id.clone()),
        status: Some(rule.status),
        from: relation.started_on,
        until,
        lasts,
        sentence,
    })
}

fn of_consent(consent: &GivenConsent) -> KeepBar {
    KeepBar {
        purpose: Said::new(consent.text_id.clone()),
        rule: None,
        status: None,
        from: Some(consent.since),
        until: None,
        lasts: Some(While::Consent),
        sentence: Said::new("retention-bar-consent"),
    }
}

/// The day until which a list may say that somebody is kept: the last bar's end, `None` while one has no end.
pub(crate) fn keep_until(pack: &Pack, facts: &Facts, on: Date) -> Result<Option<Date>> {
    let open = facts.standalone.iter().any(|Standalone { given, .. }| *given);
    let bars = bars(pack, facts, &[], on)?;
    if open || bars.iter().any(|b| b.until.is_none()) {
        return Ok(None);
    }
    Ok(bars.into_iter().filter_map(|b| b.until).chain(facts.restricted_until).chain(facts.kept_until).max())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::retention::due::FiscalYear;
    use crate::features::retention::rules::pack;
    use crate::kernel::id::RelationId;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn member(ended_on: Option<&str>, ended: bool) -> Facts {
        let id = RelationId(uuid::Uuid::from_u128(1));
        let started_on = Some(day("2011-09-01"));
        let relation = Relation { id, kind: RelationKind::Member, started_on, ended_on: ended_on.map(day), ended };
        let fiscal = vec![FiscalYear { year: 2025, gift: false }, FiscalYear { year: 2026, gift: false }];
        Facts { relations: vec![relation], fiscal, ..Facts::default() }
    }

    #[test]
    fn a_member_is_kept_while_a_member_and_the_books_seven_years() {
        let bars = bars(pack().unwrap(), &member(None, false), &[], day("2026-11-24")).unwrap();
        assert_eq!((bars[0].lasts, bars[0].until), (Some(While::Relation), None));
        assert_eq!(bars[0].sentence.text_id, "retention-bar-member-running-year");
        assert_eq!((bars[1].from, bars[1].until), (Some(day("2025-01-01")), Some(day("2033-12-31"))));
        assert_eq!((bars[1].rule.as_deref(), bars[1].status), (Some("R03"), Some(Status::Law)));
        assert_eq!(bars[1].sentence.args["year"], Arg::Text("2026".into()));
    }

    #[test]
    fn a_list_says_until_when_only_where_that_is_sure() {
        let until = |facts: &Facts| keep_until(pack().unwrap(), facts, day("2026-11-24")).unwrap();
        assert_eq!(until(&member(None, false)), None);
        assert_eq!(until(&member(None, true)), None, "an unknown end");
        assert_eq!(until(&member(Some("2026-10-31"), true)), Some(day("2033-12-31")));
        assert_eq!(until(&Facts { fiscal: vec![], ..member(Some("2026-10-31"), true) }), Some(day("2027-10-31")));
    }
}
