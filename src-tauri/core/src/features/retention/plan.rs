//! What an erasure would do with each person: how far it goes, under which rule, and what must stay.
use super::due::{self, FiscalHold, NO_RULE, Outcome, Proposal};
use super::facts;
use super::rules::pack;
use super::said::Said;
use crate::error::{Code, Error, Result};
use crate::features::donations::Kind;
use crate::features::people::{Relation, Restriction};
use crate::kernel::id::PersonId;
use crate::kernel::person_data::Scope;
use crate::kernel::session::ReadTx;
use crate::kernel::time::Date;
use serde::{Deserialize, Serialize};

/// What must stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Stay {
    /// What.
    pub what: Said,
    /// The last day; `null` if nobody knows.
    pub until: Option<Date>,
    /// Why.
    pub why: Said,
    /// The rule, if it is one.
    pub rule: Option<String>,
}

/// What an erasure would do with one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Planned {
    /// Who.
    pub(crate) person: PersonId,
    /// How far it goes.
    pub(crate) scope: Scope,
    /// The rule whose term is over; `None` for somebody whom nothing kept.
    pub(crate) rule: Option<String>,
    /// What must stay.
    pub(crate) stays: Vec<Stay>,
    /// The relations, for the counters without names.
    pub(crate) relations: Vec<Relation>,
}

/// Plans the erasure of one person, today.
///
/// # Errors
/// `erasure.not_due` while a term or a relation runs; `erasure.held` for one on hold; `person.missing`.
pub(crate) fn plan(tx: &ReadTx<'_>, person: PersonId) -> Result<Planned> {
    let (standing, facts, _) = facts::of(tx, person)?;
    let relations = standing.relations;
    let (rule, fiscal) = match due::assess(pack()?, &facts, tx.day_to_count_from()?)? {
        Outcome::Due(found) if found.proposal == Proposal::Wait => return Err(Error::new(Code::ErasureHeld)),
        Outcome::Due(found) => ((found.rule != NO_RULE).then_some(found.rule), found.fiscal),
        Outcome::Later(_) if standing.restricted == Some(Restriction::Request) => {
            return Err(Error::new(Code::ErasureHeld));
        }
        Outcome::Later(_) => return Err(Error::new(Code::ErasureNotDue)),
    };
    let scope = scope(fiscal);
    let stays = fiscal.map(stays).into_iter().collect();
    Ok(Planned { person, scope, rule, stays, relations })
}

/// How far an erasure goes.
pub(super) fn scope(hold: Option<FiscalHold>) -> Scope {
    hold.map_or(Scope::Whole, |f| Scope::KeepFiscal { until: f.until, from: f.from })
}

/// Is it a rule of the tax law?
pub(super) fn is_fiscal_rule(id: &str) -> bool {
    [Kind::Gift, Kind::Contribution].into_iter().any(|kind| due::fiscal_rule_id(kind) == id)
}

/// What the tax law holds.
pub(super) fn stays(hold: FiscalHold) -> Stay {
    let what = match hold.kind {
        Kind::Gift => "gifts",
        Kind::Contribution => "payments",
    };
    Stay {
        what: Said::new(format!("retention-stays-{what}")),
        until: Some(hold.until),
        why: Said::new("retention-stays-why-tax"),
        rule: Some(due::fiscal_rule_id(hold.kind).into()),
    }
}
