//! What an erasure would do to one person: what is erased, what must stay and until when, and what stays as an
//! anonymous count.
use super::bars::{self, KeepBar};
use super::due::{self, Outcome, Proposal};
use super::facts;
use super::list;
use super::plan::{Stay, scope, stays};
use super::rules::{Pack, Rule, Terms, pack, terms};
use super::said::{Arg, Said};
use crate::error::Result;
use crate::features::people::{ByPerson, Relation};
use crate::kernel::id::PersonId;
use crate::kernel::session::{ReadTx, Session};
use crate::kernel::time::Date;
use crate::ops::Permission;
use serde::Serialize;
use std::collections::BTreeMap;

/// What an erasure would do to one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ErasurePreview {
    /// The id that was asked for.
    pub person: PersonId,
    /// The name as lists show it.
    pub name: String,
    /// What the program proposes; `null` while nothing is over, or if the role may not see it.
    pub proposal: Option<Proposal>,
    /// What is erased; like `counts`, empty for a role that may see only what tax law keeps.
    pub goes: Vec<Said>,
    /// What stays; everything, for a person on hold.
    pub stays: Vec<Stay>,
    /// What stays in the anonymous counts.
    pub counts: Vec<Said>,
}

/// What an erasure today would do.
///
/// # Errors
/// `person.missing`, `clock.doubtful`, `permission.denied`.
pub fn preview(s: &Session, req: ByPerson) -> Result<ErasurePreview> {
    s.read(Permission::RetentionSeeTax, |tx| {
        let (standing, facts, _) = facts::of(tx, req.person)?;
        let (rules, on) = (terms()?, tx.day_to_count_from()?);
        let outcome = due::assess(rules, &facts, on);
        let proposal = match &outcome {
            Outcome::Due(found) => Some(found.proposal),
            Outcome::Later(_) => None,
        };
        let name = standing.sort_name;
        if proposal == Some(Proposal::Wait) {
            let stay = Stay {
                what: Said::new("retention-stays-all"),
                until: None,
                why: Said::new("retention-held-restricted"),
                rule: None,
            };
            return Ok(ErasurePreview {
                person: req.person,
                name,
                proposal,
                goes: vec![],
                stays: vec![stay],
                counts: vec![],
            });
        }
        let fiscal = match standing.restricted {
            Some(_) => None,
            None => due::fiscal_hold(rules, &facts.fiscal, on),
        };
        let stays: Vec<Stay> = fiscal.map(|hold| stays(rules, hold)).into_iter().collect();
        if !tx.may(Permission::RetentionSee) {
            let proposal = proposal.filter(|_| list::is_kept_for_tax(rules, &facts, on));
            return Ok(ErasurePreview { person: req.person, name, proposal, goes: vec![], stays, counts: vec![] });
        }
        let scope = scope(fiscal);
        let mut goes = vec![];
        for holder in tx.holders() {
            goes.extend(
                holder.count(tx, req.person, scope)?.into_iter().map(|(id, n)| Said::new(id).with("n", Arg::Number(n))),
            );
        }
        let counts = standing.relations.iter().filter_map(counted).collect();
        Ok(ErasurePreview { person: req.person, name, proposal, goes, stays, counts })
    })
}

/// A relation with a known first or last day stays in the anonymous counts of that year.
fn counted(relation: &Relation) -> Option<Said> {
    let kind = relation.kind.as_str();
    let year = |d: Option<crate::kernel::time::Date>| d.map(|d| Arg::Text(d.year().to_string()));
    Some(match (year(relation.started_on), year(relation.ended_on)) {
        (Some(from), Some(to)) => Said::new(format!("retention-counts-{kind}")).with("from", from).with("to", to),
        (None, Some(to)) => Said::new(format!("retention-counts-{kind}-left")).with("to", to),
        (Some(from), None) => Said::new(format!("retention-counts-{kind}-joined")).with("from", from),
        (None, None) => return None,
    })
}

/// How long each part of one person's data is kept; for a role that may see only what tax law keeps, only that part.
///
/// # Errors
/// `person.missing`, `clock.doubtful`, `permission.denied`.
pub fn keep_bars(s: &Session, req: ByPerson) -> Result<Vec<KeepBar>> {
    s.read(Permission::RetentionSeeTax, |tx| {
        let (mut bars, rules) = (bars_of(tx, req.person)?, terms()?);
        if !tx.may(Permission::RetentionSee) {
            bars.retain(|bar| bar.rule.as_deref().is_some_and(|id| rules.is_fiscal(id)));
        }
        Ok(bars)
    })
}

/// The bars of one person, also for the access report.
///
/// # Errors
/// `person.missing`, `clock.doubtful`.
pub(crate) fn bars_of(tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<KeepBar>> {
    let (_, facts, given) = facts::of(tx, person)?;
    Ok(bars::bars(terms()?, &facts, &given, tx.day_to_count_from()?))
}

/// A rule as the UI shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "RetentionRule")]
pub struct RuleRow {
    /// The rule as the pack has it.
    #[serde(flatten)]
    pub rule: Rule,
    /// How many people it applies to now; `null` while the date of this computer is in doubt, and, for a role that may
    /// see only what tax law keeps, for every other rule.
    pub used: Option<u32>,
}

/// The rules, with the day on which the law was last checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "RetentionRules")]
pub struct Rules {
    /// The pack: `nl-2026-11`.
    pub pack: String,
    /// The day on which the law was last checked.
    pub date: crate::kernel::time::Date,
    /// The rules, in the order of the pack.
    pub rules: Vec<RuleRow>,
}

/// The rules, and how many people each applies to. While the date of this computer is in doubt, the rules come
/// uncounted.
///
/// # Errors
/// `permission.denied`.
pub fn rules(s: &Session) -> Result<Rules> {
    s.read(Permission::RetentionSeeTax, |tx| {
        let (pack, rules): (&Pack, &Terms) = (pack()?, terms()?);
        let on = tx.undoubted_day();
        let used = on.map_or(Ok(BTreeMap::new()), |on| used(tx, rules, on))?;
        let all = tx.may(Permission::RetentionSee);
        let counted = |id: &str| on.is_some() && (all || rules.is_fiscal(id));
        let count = |id: &str| counted(id).then(|| used.get(id).copied().unwrap_or(0));
        let row = |rule: &Rule| RuleRow { used: count(&rule.id), rule: rule.clone() };
        Ok(Rules { pack: pack.id.clone(), date: pack.date, rules: pack.rules.iter().map(row).collect() })
    })
}

fn used(tx: &ReadTx<'_>, rules: &Terms, on: Date) -> Result<BTreeMap<String, u32>> {
    let mut used = BTreeMap::new();
    for (_, facts) in facts::of_everyone(tx)?.iter() {
        let mut of_person: Vec<_> = bars::bars(rules, facts, &[], on).into_iter().filter_map(|b| b.rule).collect();
        of_person.extend(facts.standalone.iter().filter(|c| c.given).map(|_| rules.silence.id.clone()));
        of_person.sort_unstable();
        of_person.dedup();
        for rule in of_person {
            *used.entry(rule).or_default() += 1;
        }
    }
    Ok(used)
}
