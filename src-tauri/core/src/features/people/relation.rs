//! Starting and ending relations. A retention period counts from the end.
use super::{NewRelation, Relation, RelationKind, check, ensure_free, store, view};
use crate::error::{Check, Code, Error, Result};
use crate::kernel::id::{PersonId, RelationId};
use crate::kernel::session::{Done, Session};
use crate::kernel::time::Date;
use crate::ops::Op;
use serde::{Deserialize, Serialize};

/// A request to start a relation.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct StartRelation {
    /// Whose relation it is.
    pub person: PersonId,
    /// The kind of relation.
    pub kind: RelationKind,
    /// First day; `null` if unknown.
    #[serde(default)]
    pub started_on: Option<Date>,
}

/// A request to end a relation.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct EndRelation {
    /// The relation to end; one that has not ended already.
    pub relation: RelationId,
    /// The last day, which still belongs to it. It may lie in the future.
    pub ended_on: Date,
}

/// A request to undo the end of a relation.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ReopenRelation {
    /// Whose relation it is.
    pub person: PersonId,
    /// The relation, which must belong to that person.
    pub relation: RelationId,
}

/// The first and the last day of a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RelationDates {
    /// First day; `null` if unknown.
    #[serde(default)]
    pub started_on: Option<Date>,
    /// Last day, if it has an end and the day is known.
    #[serde(default)]
    pub ended_on: Option<Date>,
    /// Does it have an end? True even if the last day is unknown.
    #[serde(default)]
    pub ended: bool,
}

impl RelationDates {
    /// With a last day there is an end, also one that is still to come.
    fn tidy(self) -> Self {
        RelationDates { ended: self.ended || self.ended_on.is_some(), ..self }
    }

    /// The names of the fields that differ.
    fn differs(self, other: Self) -> Vec<&'static str> {
        let end = |dates: Self| (dates.ended, dates.ended_on);
        let fields = [("started_on", self.started_on != other.started_on), ("ended_on", end(self) != end(other))];
        fields.into_iter().filter_map(|(name, differs)| differs.then_some(name)).collect()
    }
}

/// A request to correct the dates of a relation.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeRelation {
    /// Whose relation it is.
    pub person: PersonId,
    /// The relation, which must belong to that person.
    pub relation: RelationId,
    /// The dates that the user saw.
    pub seen: RelationDates,
    /// The corrected dates.
    pub to: RelationDates,
}

/// Starts a relation, without a last day.
///
/// # Errors
/// `person.missing`, `person.restricted`, `permission.denied`.
pub fn start_relation(s: &mut Session, req: StartRelation) -> Result<Done<RelationId>> {
    s.write(Op::RelationStart, |tx| {
        ensure_free(view::seen(tx, req.person)?.restricted)?;
        let new = NewRelation { kind: req.kind, started_on: req.started_on, ended_on: None, ended: false };
        let id = store::insert_relation(tx, req.person, &new)?;
        Ok(tx.changed(req.person, id))
    })
}

/// Ends a relation. One whose last day lies in the future can be given another last day.
///
/// # Errors
/// `relation.missing`, `relation.ended`, `person.restricted`, `input.invalid` when it would end before it began,
/// `permission.denied`.
pub fn end_relation(s: &mut Session, req: EndRelation) -> Result<Done<()>> {
    s.write(Op::RelationEnd, |tx| {
        let (person, relation) = store::get_relation(tx, req.relation)?;
        ensure_free(view::seen(tx, person)?.restricted)?;
        if relation.ended {
            return Err(Error::new(Code::RelationEnded));
        }
        let whole = NewRelation {
            kind: relation.kind,
            started_on: relation.started_on,
            ended_on: Some(req.ended_on),
            ended: true,
        };
        Check::new().ensure("ended_on", check::in_order(&whole), Code::FieldDateOrder).done()?;
        store::end_relation(tx, req.relation, req.ended_on)?;
        Ok(tx.changed(person, ()).fields(&["ended_on"]))
    })
}

/// Undoes the end of a relation, which then continues as if nobody had ended it. The trail shows both steps.
///
/// # Errors
/// `relation.missing`, also when it belongs to somebody else; `person.restricted`; `permission.denied`.
pub fn reopen_relation(s: &mut Session, req: ReopenRelation) -> Result<Done<()>> {
    s.write(Op::RelationReopen, |tx| {
        let (person, _) = store::get_relation(tx, req.relation)?;
        if person != req.person {
            return Err(Error::new(Code::RelationMissing));
        }
        ensure_free(view::seen(tx, person)?.restricted)?;
        store::reopen_relation(tx, req.relation)?;
        Ok(tx.changed(person, ()).fields(&["ended_on"]))
    })
}

/// Corrects the dates of a relation: a first day, a last day, or that it has not ended after all.
///
/// # Errors
/// `relation.missing`, also when it belongs to somebody else; `person.restricted`; `person.changed_meanwhile` when the
/// dates are no longer those that the user saw; `input.invalid` when it would end before it began; `permission.denied`.
pub fn change_relation(s: &mut Session, req: ChangeRelation) -> Result<Done<()>> {
    s.write(Op::RelationChange, |tx| {
        let (person, relation) = store::get_relation(tx, req.relation)?;
        if person != req.person {
            return Err(Error::new(Code::RelationMissing));
        }
        ensure_free(view::seen(tx, person)?.restricted)?;
        let Relation { kind, started_on, ended_on, ended, .. } = relation;
        let now = RelationDates { started_on, ended_on, ended }.tidy();
        if now != req.seen.tidy() {
            return Err(Error::new(Code::PersonChangedMeanwhile));
        }
        let RelationDates { started_on, ended_on, ended } = req.to.tidy();
        let whole = NewRelation { kind, started_on, ended_on, ended };
        Check::new().ensure("ended_on", check::in_order(&whole), Code::FieldDateOrder).done()?;
        store::update_relation(tx, req.relation, &whole)?;
        Ok(tx.changed(person, ()).fields(&now.differs(req.to.tidy())))
    })
}
