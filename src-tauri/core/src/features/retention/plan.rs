//! What an erasure would do to each person: how far it goes, under which rule, and what must stay.
use super::due::{self, FiscalHold, NO_RULE, Outcome, Proposal};
use super::facts;
use super::rules::{Terms, terms};
use super::said::Said;
use crate::error::{Code, Error, Result};
use crate::features::donations::Kind;
use crate::features::people::{Relation, Restriction};
use crate::kernel::id::PersonId;
use crate::kernel::person_data::Scope;
use crate::kernel::session::ReadTx;
use crate::kernel::time::Date;
use serde::{Deserialize, Serialize};

/// One thing that an erasure leaves, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Stay {
    /// Which data, as a sentence.
    pub what: Said,
    /// The last day; `null` if unknown.
    pub until: Option<Date>,
    /// Why, as a sentence.
    pub why: Said,
    /// The id of the rule that requires it, if one does: `R03`.
    pub rule: Option<String>,
}

/// What an erasure would do to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Planned {
    pub(crate) person: PersonId,
    pub(crate) scope: Scope,
    /// The rule whose retention period is over; `None` for somebody whom no rule kept.
    pub(crate) rule: Option<String>,
    pub(crate) stays: Vec<Stay>,
    /// The relations, for the anonymous counts.
    pub(crate) relations: Vec<Relation>,
}

/// Plans the erasure of one person, today.
///
/// # Errors
/// `erasure.not_due` before the retention period is over; `erasure.held` for a person on hold; `person.missing`,
/// `clock.doubtful`.
pub(crate) fn plan(tx: &ReadTx<'_>, person: PersonId) -> Result<Planned> {
    let (standing, facts, _) = facts::of(tx, person)?;
    let relations = standing.relations;
    let rules = terms()?;
    let (rule, fiscal) = match due::assess(rules, &facts, tx.day_to_count_from()?) {
        Outcome::Due(found) if found.proposal == Proposal::Wait => return Err(Error::new(Code::ErasureHeld)),
        Outcome::Due(found) => ((found.rule != NO_RULE).then_some(found.rule), found.fiscal),
        Outcome::Later(_) if standing.restricted == Some(Restriction::Request) => {
            return Err(Error::new(Code::ErasureHeld));
        }
        Outcome::Later(_) => return Err(Error::new(Code::ErasureNotDue)),
    };
    let scope = scope(fiscal);
    let stays = fiscal.map(|hold| stays(rules, hold)).into_iter().collect();
    Ok(Planned { person, scope, rule, stays, relations })
}

pub(super) fn scope(hold: Option<FiscalHold>) -> Scope {
    hold.map_or(Scope::Whole, |f| Scope::KeepFiscal { until: f.until, from: f.from })
}

/// What tax law requires to stay.
pub(super) fn stays(rules: &Terms, hold: FiscalHold) -> Stay {
    let what = match hold.kind {
        Kind::Gift => "gifts",
        Kind::Contribution => "payments",
    };
    Stay {
        what: Said::new(format!("retention-stays-{what}")),
        until: Some(hold.until),
        why: Said::new("retention-stays-why-tax"),
        rule: Some(rules.of_payment(hold.kind).id.clone()),
    }
}
