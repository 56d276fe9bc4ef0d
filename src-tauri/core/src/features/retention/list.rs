//! Who is due, grouped by rule.
use super::bars;
use super::due::{self, Facts, NO_RULE, Outcome, Proposal};
use super::facts;
use super::rules::pack;
use super::said::Said;
use crate::error::Result;
use crate::features::people::{self, Restriction, Standing};
use crate::kernel::id::PersonId;
use crate::kernel::session::{ReadTx, Session};
use crate::kernel::time::Date;
use crate::ops::Permission;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// On which day to count.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields, default)]
pub struct DueRequest {
    /// `null` for today.
    pub on: Option<Date>,
}

/// Who is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct RetentionDue {
    /// The day that was counted on.
    pub on: Date,
    /// One group for each rule, the law's first.
    pub groups: Vec<DueGroup>,
    /// How many people in all.
    pub total: u32,
    /// The first day on which the next one is due, if that is known.
    pub next_on: Option<Date>,
}

/// Who is due under one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct DueGroup {
    /// The rule.
    pub rule: String,
    /// The people, by name.
    pub rows: Vec<DueRow>,
}

/// One person who is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct DueRow {
    /// Who.
    pub person: PersonId,
    /// The name as in lists; empty for one that the role may not see.
    pub name: String,
    /// Why.
    pub because: Said,
    /// What the program proposes.
    pub proposal: Proposal,
    /// The first day on which the term was over; `null` when an end date is unknown.
    pub since: Option<Date>,
    /// The tax law would keep something: an erasure would be in part, also of one that must be looked at first.
    pub partly: bool,
    /// What holds it back.
    pub held_by: Option<Said>,
}

/// Who is due, today or on another day; for a role that sees only what stays for the tax law, of those people alone.
///
/// # Errors
/// `permission.denied`.
pub fn due(s: &Session, req: DueRequest) -> Result<RetentionDue> {
    s.read(Permission::RetentionSeeTax, |tx| {
        let on = req.on.map_or_else(|| tx.day_to_count_from(), Ok)?;
        let (mut groups, mut total, mut next_on) = (BTreeMap::<String, Vec<DueRow>>::new(), 0, None::<Date>);
        let all = tx.may(Permission::RetentionSee);
        for (person, facts) in facts::of_everyone(tx)? {
            match due::assess(pack()?, &facts, on)? {
                Outcome::Due(found) if !all => {
                    if let Some(found) = for_tax(found, &facts) {
                        total += 1;
                        groups.entry(found.rule.clone()).or_default().push(row(tx, person, &found));
                    }
                }
                Outcome::Later(_) if !all => {}
                Outcome::Later(None) => {}
                Outcome::Later(Some(day)) => next_on = Some(next_on.map_or(day, |n| n.min(day))),
                Outcome::Due(found) => {
                    total += 1;
                    let row = row(tx, person, &found);
                    groups.entry(found.rule).or_default().push(row);
                }
            }
        }
        let groups = groups.into_iter().map(|(rule, rows)| DueGroup { rule, rows }).collect();
        Ok(RetentionDue { on, groups, total, next_on })
    })
}

/// What who sees only what stays for the tax law is told of somebody who is due: that, and not why they were kept otherwise.
fn for_tax(found: due::Due, facts: &Facts) -> Option<due::Due> {
    if facts.restricted == Some(Restriction::Fiscal) {
        return Some(found);
    }
    let hold = found.fiscal?;
    let (rule, because) = (due::fiscal_rule_id(hold.kind).to_owned(), Said::new("retention-stays-why-tax"));
    Some(due::Due { rule, because, since: None, ..found })
}

/// Does the tax law keep something of this person, or was it alone what kept them?
pub(super) fn is_kept_for_tax(facts: &Facts, on: Date) -> Result<bool> {
    Ok(facts.restricted == Some(Restriction::Fiscal) || due::fiscal_hold(pack()?, &facts.fiscal, on)?.is_some())
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

/// How many people's terms are over today and can be decided about. Whom nothing keeps has no term: the list shows him.
///
/// # Errors
/// When the database fails.
pub(crate) fn count_due(tx: &ReadTx<'_>) -> Result<u32> {
    let mut n = 0;
    for (_, facts) in facts::of_everyone(tx)? {
        if let Outcome::Due(found) = due::assess(pack()?, &facts, tx.day_to_count_from()?)? {
            n += u32::from(found.proposal != Proposal::Wait && found.rule != NO_RULE);
        }
    }
    Ok(n)
}

/// Until when lists may say that these people are kept.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct UntilRequest {
    /// Who.
    pub persons: Vec<PersonId>,
}

/// Until when one person is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct KeptUntil {
    /// Who.
    pub person: PersonId,
    /// The last day; `null` while something has no end.
    pub until: Option<Date>,
    /// It cannot be said now: it hangs on the date of this computer, which cannot be right.
    pub doubted: bool,
}

/// Until when these people are kept. Whoever is kept without an end is so on any date, also on one that is doubted.
///
/// # Errors
/// `person.missing`, `permission.denied`.
pub fn until(s: &Session, req: UntilRequest) -> Result<Vec<KeptUntil>> {
    s.read(Permission::RetentionSee, |tx| {
        let on = tx.undoubted_day();
        let one = |person: &PersonId| {
            people::ensure_visible(tx, *person)?;
            let (_, facts, _): (_, Facts, _) = facts::of(tx, *person)?;
            let (until, doubted) = match on {
                Some(on) => (bars::keep_until(pack()?, &facts, on)?, false),
                None => (None, !bars::is_kept_without_end(pack()?, &facts)?),
            };
            Ok(KeptUntil { person: *person, until, doubted })
        };
        req.persons.iter().map(one).collect()
    })
}
