//! Keeping somebody longer than the rule says: with a reason, and for a year at most.
use super::{facts, store};
use crate::error::{Check, Code, Error, Result};
use crate::features::people::{self, ByPerson, Restriction};
use crate::kernel::id::PersonId;
use crate::kernel::session::{Done, Session};
use crate::kernel::time::Date;
use crate::ops::Op;
use serde::{Deserialize, Serialize};

/// A decision to keep somebody longer.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KeepLonger {
    /// Whom to keep; not somebody who is kept only for tax law.
    pub person: PersonId,
    /// The last day: after today, and at most twelve months ahead.
    pub until: Date,
    /// Why, in at most 500 characters; the access report of the person shows it.
    pub reason: String,
}

const AT_MOST_MONTHS: u32 = 12;

/// Keeps somebody longer than the rule says.
///
/// # Errors
/// `input.invalid` without a reason or for more than a year; `person.missing`, `person.restricted`, `clock.doubtful`,
/// `permission.denied`.
pub fn keep(s: &mut Session, req: KeepLonger) -> Result<Done<()>> {
    s.write(Op::RetentionKeep, |tx| {
        let (standing, ..) = facts::of(tx, req.person)?;
        // The association may not prolong what is kept only because the law requires it.
        if standing.restricted == Some(Restriction::Fiscal) {
            return Err(Error::new(Code::PersonRestricted));
        }
        let today = tx.day_to_count_from()?;
        Check::new()
            .ensure("until", req.until > today, Code::FieldDateOrder)
            .ensure("until", req.until <= today.plus_months(AT_MOST_MONTHS), Code::FieldDateFuture)
            .required("reason", &req.reason)
            .at_most("reason", &req.reason, 500)
            .done()?;
        store::put(tx, req.person, req.until, req.reason.trim())?;
        Ok(tx.changed(req.person, ()).fields(&["until", "reason"]))
    })
}

/// Takes back the decision to keep somebody longer, so that only the rule applies. Changes nothing if there is none.
///
/// # Errors
/// `person.missing`, `permission.denied`.
pub fn unkeep(s: &mut Session, req: ByPerson) -> Result<Done<()>> {
    s.write(Op::RetentionUnkeep, |tx| {
        people::standing(tx, req.person)?;
        let taken = store::delete(tx, req.person)?;
        Ok(tx.changed(req.person, ()).counted(taken))
    })
}
