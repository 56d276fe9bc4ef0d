//! Undoing a withdrawal, for a user who pressed the wrong button, and only in the same session. Nothing is deleted: a
//! new event repeats the state from before and names the withdrawal that it undoes.
use super::{By, Event, How, State, of, store};
use crate::error::{Code, Error, OrError, Result};
use crate::features::people::{self, Restriction};
use crate::features::purposes;
use crate::kernel::id::{ConsentEventId, PersonId, PurposeId};
use crate::kernel::session::{Done, ReadTx, Session};
use crate::ops::Op;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Which withdrawal to undo.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ReopenConsent {
    /// Whose withdrawal it was.
    pub person: PersonId,
    /// The purpose whose consent was withdrawn, or that was objected to.
    pub purpose: PurposeId,
}

/// The withdrawals that this user recorded in this session.
#[derive(Clone, Default)]
struct Withdrawals(BTreeSet<ConsentEventId>);

/// Remembers a withdrawal for the rest of the session.
pub(super) fn remember(s: &mut Session, event: ConsentEventId) {
    let mut all = s.kept::<Withdrawals>().cloned().unwrap_or_default();
    all.0.insert(event);
    s.keep(all);
}

/// Undoes a withdrawal or an objection.
///
/// # Errors
/// `consent.reopen_over` when the same user did not record it in this session, or something was recorded since;
/// `person.missing`, `person.restricted`, `purpose.missing`, `permission.denied`.
pub fn reopen(s: &mut Session, req: ReopenConsent) -> Result<Done<()>> {
    let mine = s.kept::<Withdrawals>().cloned().unwrap_or_default();
    s.write(Op::ConsentReopen, |tx| {
        let purpose = purposes::get(req.purpose)?;
        // A person on hold may withdraw, so whoever pressed the wrong button may undo that.
        if people::standing(tx, req.person)?.restricted == Some(Restriction::Fiscal) {
            return Err(Error::new(Code::PersonRestricted));
        }
        let (withdrawal, before) = last_two(tx, req.person, req.purpose)?;
        if !mine.0.contains(&withdrawal.id) {
            return Err(Error::new(Code::ConsentReopenOver));
        }
        // If there was no answer before the withdrawal, there is none now.
        let restated = before.unwrap_or_else(|| Event {
            state: State::NotAsked,
            how: How::NotRecorded,
            by: By::NotRecorded,
            remark: String::new(),
            asked: None,
            ..withdrawal.clone()
        });
        let (now, user) = (tx.now(), tx.user());
        let event = Event {
            id: tx.make_id(),
            undoes: Some(withdrawal.id),
            recorded_at: now,
            recorded_by: Some(user),
            ..restated
        };
        store::insert(tx, &event)?;
        Ok(tx.changed(req.person, ()).fields(&[&purpose.key]))
    })
}

/// The current event for a purpose, and the one before it.
fn last_two(tx: &ReadTx<'_>, person: PersonId, purpose: PurposeId) -> Result<(Event, Option<Event>)> {
    let mut holding = of::holding(store::list(tx, person)?);
    holding.retain(|e| e.purpose == purpose);
    let last = holding.pop().or_refuse(Code::ConsentReopenOver)?;
    Ok((last, holding.pop()))
}
