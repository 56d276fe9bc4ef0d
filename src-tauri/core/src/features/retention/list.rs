//! Who is due, grouped by rule.
use super::bars::{self, While};
use super::due::{self, Facts, NO_RULE, Outcome, Proposal};
use super::facts;
use super::rules::{Terms, terms};
use super::said::Said;
use crate::error::Result;
use crate::features::people::{self, Restriction, Standing};
use crate::kernel::id::PersonId;
use crate::kernel::session::{ReadTx, Session};
use crate::kernel::time::Date;
use crate::ops::Permission;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The day to calculate for.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields, default)]
pub struct DueRequest {
    /// `null` for today.
    pub on: Option<Date>,
}

/// Who is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct RetentionDue {
    /// The day this was calculated for.
    pub on: Date,
    /// One group per rule, sorted by the id of the rule.
    pub groups: Vec<DueGroup>,
    /// How many people in all.
    pub total: u32,
    /// The first day on which somebody else is due, if known; `null` for a role that may see only what tax law keeps.
    pub next_on: Option<Date>,
}

/// Who is due under one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct DueGroup {
    /// The rule's id: `R01`; `none` for people whom no rule keeps.
    pub rule: String,
    /// The people, by name.
    pub rows: Vec<DueRow>,
}

/// One person who is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct DueRow {
    /// The person's id. Each person is in one group only.
    pub person: PersonId,
    /// The name as lists show it; empty if the role may not see the person.
    pub name: String,
    /// Why the period is over, as a sentence.
    pub because: Said,
    /// What the program proposes.
    pub proposal: Proposal,
    /// The first day after the retention period; `null` if an end date is unknown or the role may not see it.
    pub since: Option<Date>,
    /// Does tax law keep something, so that an erasure would be partial? Also set if a person must look first.
    pub partly: bool,
    /// Why the erasure must wait; `null` if it need not.
    pub held_by: Option<Said>,
}

/// Who is due, today or on another day; for a role that may see only what tax law keeps, only the people concerned.
///
/// # Errors
/// `clock.doubtful` for today, `permission.denied`.
pub fn due(s: &Session, req: DueRequest) -> Result<RetentionDue> {
    s.read(Permission::RetentionSeeTax, |tx| match req.on {
        Some(on) => due_on(tx, on),
        None => Ok(RetentionDue::clone(&*tx.cached(facts::READ_FROM, |tx| due_on(tx, tx.day_to_count_from()?))?)),
    })
}

fn due_on(tx: &ReadTx<'_>, on: Date) -> Result<RetentionDue> {
    let (mut groups, mut total, mut next_on) = (BTreeMap::<String, Vec<DueRow>>::new(), 0, None::<Date>);
    let (rules, all) = (terms()?, tx.may(Permission::RetentionSee));
    for (person, facts) in facts::of_everyone(tx)?.iter() {
        match due::assess(rules, facts, on) {
            Outcome::Due(found) if !all => {
                if let Some(found) = for_tax(rules, found, facts) {
                    total += 1;
                    groups.entry(found.rule.clone()).or_default().push(row(tx, person.clone(), &found));
                }
            }
            Outcome::Later(_) if !all => {}
            Outcome::Later(None) => {}
            Outcome::Later(Some(day)) => next_on = Some(next_on.map_or(day, |n| n.min(day))),
            Outcome::Due(found) => {
                total += 1;
                let row = row(tx, person.clone(), &found);
                groups.entry(found.rule).or_default().push(row);
            }
        }
    }
    let groups = groups.into_iter().map(|(rule, rows)| DueGroup { rule, rows }).collect();
    Ok(RetentionDue { on, groups, total, next_on })
}

/// What a role that may see only what tax law keeps is shown about somebody who is due: that part, not the other
/// reasons.
fn for_tax(rules: &Terms, found: due::Due, facts: &Facts) -> Option<due::Due> {
    if facts.restricted == Some(Restriction::Fiscal) {
        return Some(found);
    }
    let hold = found.fiscal?;
    let (rule, because) = (rules.of_payment(hold.kind).id.clone(), Said::new("retention-stays-why-tax"));
    Some(due::Due { rule, because, since: None, ..found })
}

/// Does tax law keep something of this person, or was it the only reason to keep them?
pub(super) fn is_kept_for_tax(rules: &Terms, facts: &Facts, on: Date) -> bool {
    facts.restricted == Some(Restriction::Fiscal) || due::fiscal_hold(rules, &facts.fiscal, on).is_some()
}

fn row(tx: &ReadTx<'_>, person: Standing, found: &due::Due) -> DueRow {
    let hidden = person.restricted == Some(Restriction::Fiscal) && !tx.may(Permission::DonationsSee);
    DueRow {
        person: person.id,
        name: if hidden { String::new() } else { person.sort_name },
        because: found.because.clone(),
        proposal: found.proposal,
        since: found.since,
        partly: found.fiscal.is_some(),
        held_by: (found.proposal == Proposal::Wait).then(|| Said::new("retention-held-restricted")),
    }
}

struct CountDue(u32);

/// How many people are past their retention period today and can be decided about. Someone whom no rule keeps has no
/// retention period: the list shows them, this does not count them.
///
/// # Errors
/// `clock.doubtful`.
pub(crate) fn count_due(tx: &ReadTx<'_>) -> Result<u32> {
    let on = tx.day_to_count_from()?;
    let count = tx.cached(facts::READ_FROM, |tx| {
        let (mut n, rules) = (0, terms()?);
        for (_, facts) in facts::of_everyone(tx)?.iter() {
            if let Outcome::Due(found) = due::assess(rules, facts, on) {
                n += u32::from(found.proposal != Proposal::Wait && found.rule != NO_RULE);
            }
        }
        Ok(CountDue(n))
    })?;
    Ok(count.0)
}

/// Whose last day to look up.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct UntilRequest {
    /// The people. The answer has the same order.
    pub persons: Vec<PersonId>,
}

/// Until when one person is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct KeptUntil {
    /// One of those asked for.
    pub person: PersonId,
    /// The last day; `null` while something has no end, or `doubted`, or when nothing keeps this person.
    pub until: Option<Date>,
    /// How long it lasts, where there is no last day.
    #[serde(rename = "while")]
    pub lasts: Option<While>,
    /// Is the last day past?
    pub over: bool,
    /// Is the answer unknown for now, because it depends on the date of this computer, which is in doubt?
    pub doubted: bool,
}

/// Until when these people are kept. The answer for someone who is kept without an end does not depend on the date.
///
/// # Errors
/// `person.missing`, `permission.denied`.
pub fn until(s: &Session, req: UntilRequest) -> Result<Vec<KeptUntil>> {
    s.read(Permission::RetentionSee, |tx| {
        let (rules, on) = (terms()?, tx.undoubted_day());
        let one = |person: &PersonId| {
            people::ensure_visible(tx, *person)?;
            let (_, facts, _): (_, Facts, _) = facts::of(tx, *person)?;
            let (until, doubted) = match on {
                Some(on) => (bars::keep_until(rules, &facts, on), false),
                None => (None, !bars::is_kept_without_end(rules, &facts)),
            };
            // What has no end has none on any day.
            let is_known = until.is_none() && !doubted;
            let lasts = if is_known { bars::lasts(rules, &facts, tx.today()) } else { None };
            let over = until.zip(on).is_some_and(|(last, on)| last < on);
            Ok(KeptUntil { person: *person, until, lasts, over, doubted })
        };
        req.persons.iter().map(one).collect()
    })
}
