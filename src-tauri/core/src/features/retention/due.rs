//! Whether a person is past the retention period: a pure calculation from the facts about one person. It only proposes;
//! a person decides.
use super::rules::{Rule, Terms};
use super::said::{Arg, Said};
use crate::features::donations::{FiscalYear, Kind};
use crate::features::people::{Relation, RelationKind, Restriction};
use crate::kernel::time::Date;
use serde::{Deserialize, Serialize};

/// Takes the place of a rule for a person whom no rule keeps. The program cannot calculate whether they are still
/// needed.
pub(crate) const NO_RULE: &str = "none";

/// A consent that is, or was, a reason of its own to keep someone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Standalone {
    /// Was it given, and not withdrawn since?
    pub(crate) given: bool,
    /// The day of the last choice.
    pub(crate) since: Date,
}

/// What the calculation needs to know about one person. No names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    pub(crate) relations: Vec<Relation>,
    pub(crate) fiscal: Vec<FiscalYear>,
    pub(crate) standalone: Vec<Standalone>,
    pub(crate) restricted: Option<Restriction>,
    pub(crate) restricted_until: Option<Date>,
    /// Somebody decided to keep the person until this day.
    pub(crate) kept_until: Option<Date>,
}

impl Facts {
    /// The end of the year of the last gift; the exact day is sealed.
    pub(crate) fn last_gift(&self) -> Option<Date> {
        let gifts = self.fiscal.iter().filter(|f| f.kind == Kind::Gift);
        gifts.filter_map(|f| Date::of(f.year, 12, 31)).max()
    }
}

/// What the program proposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Proposal {
    /// Erase everything.
    Erase,
    /// Erase everything except what tax law keeps.
    Part,
    /// Wait: the person is restricted.
    Wait,
    /// The program cannot know, so a person must look first. The UI never preselects it.
    Ask,
}

/// A retention period that is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Due {
    /// The rule, or `NO_RULE`.
    pub(crate) rule: String,
    /// The first day after it; `None` when an end date is unknown.
    pub(crate) since: Option<Date>,
    pub(crate) because: Said,
    pub(crate) proposal: Proposal,
    pub(crate) fiscal: Option<FiscalHold>,
}

/// Fiscal records that must stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FiscalHold {
    /// The last day.
    pub(crate) until: Date,
    /// The end of the oldest book year that must still be kept.
    pub(crate) from: Date,
    /// The kind of payment that must be kept longest.
    pub(crate) kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    Due(Due),
    /// Not yet due; the first day on which the person will be, if known.
    Later(Option<Date>),
}

/// One reason to keep a person, and how long it lasts.
enum Term {
    /// It has no end.
    Running,
    /// It lasts until a known day.
    Until { last: Date, rule: String, because: Said, sure: bool },
    /// The relation ended on an unknown day, so the end of the period is unknown too.
    Unknown { rule: String, because: Said },
}

pub(crate) fn assess(rules: &Terms, facts: &Facts, on: Date) -> Outcome {
    let fiscal = fiscal_hold(rules, &facts.fiscal, on);
    if facts.restricted == Some(Restriction::Fiscal) {
        return fiscal_only(rules, facts, fiscal, on);
    }
    let terms = terms(rules, facts);
    if terms.iter().any(|t| matches!(t, Term::Running)) {
        return Outcome::Later(None);
    }
    let unknown = if terms.is_empty() {
        Some((NO_RULE.to_owned(), Said::new("retention-because-no-relation")))
    } else {
        terms.iter().find_map(|t| match t {
            Term::Unknown { rule, because } => Some((rule.clone(), because.clone())),
            _ => None,
        })
    };
    let all_sure = terms.iter().all(|t| !matches!(t, Term::Until { sure: false, .. }));
    // The longest period decides; when it is over, all of them are.
    let longest = terms
        .into_iter()
        .filter_map(|t| match t {
            Term::Until { last, rule, because, .. } => Some((last, rule, because)),
            _ => None,
        })
        .max_by_key(|(last, ..)| *last);
    if let Some((last, ..)) = &longest
        && on <= *last
    {
        return Outcome::Later(unknown.is_none().then(|| held(last.plus_days(1), facts)));
    }
    if facts.kept_until.is_some_and(|until| on <= until) {
        return Outcome::Later(facts.kept_until.map(|d| d.plus_days(1)));
    }
    let (rule, since, because, sure) = match (unknown, longest) {
        (Some((rule, because)), _) => (rule, None, because, false),
        (None, Some((last, rule, because))) => (rule, Some(last.plus_days(1)), because, all_sure),
        (None, None) => return Outcome::Later(None),
    };
    // A restriction stops an erasure, and tax law keeps only the data that it needs.
    let proposal = match (facts.restricted, sure, fiscal) {
        (Some(_), ..) => Proposal::Wait,
        (None, false, _) => Proposal::Ask,
        (None, true, Some(_)) => Proposal::Part,
        (None, true, None) => Proposal::Erase,
    };
    Outcome::Due(Due { rule, since, because, proposal, fiscal })
}

/// This day, or the day after a decision to keep longer ends, if that is later.
fn held(day: Date, facts: &Facts) -> Date {
    facts.kept_until.map_or(day, |until| day.max(until.plus_days(1)))
}

/// For somebody of whom only the fiscal part is left, nothing decides but the last day under tax law.
fn fiscal_only(rules: &Terms, facts: &Facts, fiscal: Option<FiscalHold>, on: Date) -> Outcome {
    let last = facts.restricted_until.into_iter().chain(fiscal.map(|f| f.until)).max();
    match last {
        Some(last) if on > last => {
            let newest = facts.fiscal.iter().max_by_key(|f| f.ends);
            let rule = rules.of_payment(newest.map_or(Kind::Contribution, |f| f.kind)).id.clone();
            let because = Said::new("retention-because-fiscal-over").on("date", last);
            Outcome::Due(Due { rule, since: Some(last.plus_days(1)), because, proposal: Proposal::Erase, fiscal: None })
        }
        last => Outcome::Later(last.map(|d| d.plus_days(1))),
    }
}

/// What tax law still keeps on a day. Its periods count from the end of the book year.
pub(crate) fn fiscal_hold(rules: &Terms, records: &[FiscalYear], on: Date) -> Option<FiscalHold> {
    let mut hold: Option<FiscalHold> = None;
    for record in records {
        let until = rules.of_payment(record.kind).last_day(record.ends);
        if on > until {
            continue;
        }
        hold = Some(match hold {
            None => FiscalHold { until, from: record.ends, kind: record.kind },
            Some(h) => FiscalHold {
                until: h.until.max(until),
                from: h.from.min(record.ends),
                kind: if until > h.until { record.kind } else { h.kind },
            },
        });
    }
    hold
}

fn terms(rules: &Terms, facts: &Facts) -> Vec<Term> {
    let of_relation = |relation: &Relation| match relation.kind {
        RelationKind::Member | RelationKind::Volunteer => ended(rules, relation, facts),
        RelationKind::Donor => donor(rules, relation, facts),
        RelationKind::Contact => contact(rules, relation, facts),
    };
    let mut terms: Vec<Term> = facts.relations.iter().map(of_relation).collect();
    if facts.relations.is_empty() {
        terms.extend(last_gift(rules, facts, true));
    }
    terms.extend(consents(rules, facts));
    terms
}

/// A period that counts from the last day of a relation, also if that day lies in the future.
fn ended(rules: &Terms, relation: &Relation, facts: &Facts) -> Term {
    let (rule, kind): (&Rule, _) = (rules.of_relation(relation.kind), relation.kind.as_str());
    match (relation.ended, relation.ended_on) {
        (false, None) => Term::Running,
        (true, None) => {
            Term::Unknown { rule: rule.id.clone(), because: Said::new(format!("retention-because-{kind}-end-unknown")) }
        }
        (_, Some(day)) => {
            let any = |what: Kind| facts.fiscal.iter().any(|f| f.kind == what);
            let money = match (any(Kind::Contribution), any(Kind::Gift)) {
                (true, _) => "-paid",
                (false, true) => "-gave",
                (false, false) => "",
            };
            let because = Said::new(format!("retention-because-{kind}{money}")).on("date", day);
            Term::Until { last: rule.last_day(day), rule: rule.id.clone(), because, sure: true }
        }
    }
}

/// A donor's period counts from the last gift. If a donor only stopped giving, nobody recorded an end, so a person must
/// look first.
fn donor(rules: &Terms, relation: &Relation, facts: &Facts) -> Term {
    last_gift(rules, facts, relation.ended).unwrap_or_else(|| ended(rules, relation, facts))
}

fn last_gift(rules: &Terms, facts: &Facts, sure: bool) -> Option<Term> {
    let rule = &rules.last_gift;
    facts.last_gift().map(|end| Term::Until {
        last: rule.last_day(end),
        rule: rule.id.clone(),
        because: Said::new("retention-because-last-gift").with("year", Arg::Text(end.year().to_string())),
        sure,
    })
}

/// A contact who withdrew every consent that kept them is probably a contact no more. Nobody recorded an end, so a
/// person must look first.
fn contact(rules: &Terms, relation: &Relation, facts: &Facts) -> Term {
    let newest = facts.standalone.iter().map(|c| c.since).max();
    match newest {
        Some(day) if !relation.ended && facts.standalone.iter().all(|c| !c.given) => {
            let because = Said::new("retention-because-consent-withdrawn").on("date", day);
            Term::Until { last: day, rule: rules.silence.id.clone(), because, sure: false }
        }
        _ => ended(rules, relation, facts),
    }
}

/// A given consent keeps someone until it is withdrawn. After a long silence a person must look first.
fn consents(rules: &Terms, facts: &Facts) -> Vec<Term> {
    let rule = &rules.silence;
    let term = |c: &Standalone| {
        let (last, because) = if c.given {
            (rule.last_day(c.since), "retention-because-consent-old")
        } else {
            (c.since, "retention-because-consent-withdrawn")
        };
        Term::Until { last, rule: rule.id.clone(), because: Said::new(because).on("date", c.since), sure: !c.given }
    };
    facts.standalone.iter().map(term).collect()
}

#[cfg(test)]
mod tests;
