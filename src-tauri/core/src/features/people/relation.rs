//! Starting and ending relations. A retention period counts from the end.
use super::{NewRelation, RelationKind, check, ensure_free, store, view};
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
    /// Who.
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
    /// Which.
    pub relation: RelationId,
    /// The last day.
    pub ended_on: Date,
}

/// A request to undo the end of a relation.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ReopenRelation {
    /// Whose.
    pub person: PersonId,
    /// Which.
    pub relation: RelationId,
}

/// Starts a relation.
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
