//! Withdrawing a consent: as easy as giving it (art. 7(3) AVG), and accepted from the person or a guardian.
use super::record::{REMARK, Said, add, state};
use super::{By, How, State, reopen};
use crate::error::{Check, Code, Error, Result};
use crate::features::people::{self, Restriction};
use crate::features::purposes;
use crate::kernel::id::{PersonId, PurposeId};
use crate::kernel::session::{Done, Session};
use crate::ops::Op;
use serde::{Deserialize, Serialize};

/// Which consent to withdraw.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct WithdrawConsent {
    /// Whose consent it is.
    pub person: PersonId,
    /// A purpose that asks for consent, or that a person can object to.
    pub purpose: PurposeId,
    /// How the choice reached the association; stored as not recorded if left out.
    #[serde(default)]
    #[ts(optional)]
    pub how: Option<How>,
    /// Who made the choice; stored as not recorded if left out.
    #[serde(default)]
    #[ts(optional)]
    pub by: Option<By>,
    /// Free remark, at most 1,000 characters.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub remark: String,
}

/// Withdraws a consent, or objects to a purpose, from today. Allowed for a person on hold too, because it is their
/// right.
///
/// # Errors
/// `consent.not_given` when there is nothing to withdraw, `consent.not_needed`, `person.missing`, `person.restricted` for
/// somebody who is kept only for tax law, `purpose.missing`, `input.invalid`, `permission.denied`.
pub fn withdraw(s: &mut Session, req: WithdrawConsent) -> Result<Done<()>> {
    let done = s.write(Op::ConsentWithdraw, |tx| {
        let purpose = purposes::get(req.purpose)?;
        if people::standing(tx, req.person)?.restricted == Some(Restriction::Fiscal) {
            return Err(Error::new(Code::PersonRestricted));
        }
        if !purpose.asks_consent() && !purpose.opt_out {
            return Err(Error::new(Code::ConsentNotNeeded));
        }
        match state(tx, req.person, req.purpose)? {
            State::Given | State::Unknown => {}
            State::NotAsked if purpose.opt_out => {}
            _ => return Err(Error::new(Code::ConsentNotGiven)),
        }
        Check::new()
            .ensure("how", req.how != Some(How::Import), Code::FieldChoice)
            .at_most("remark", &req.remark, REMARK)
            .done()?;
        let said = Said {
            state: State::Withdrawn,
            on: tx.today(),
            how: req.how.unwrap_or(How::NotRecorded),
            by: req.by.unwrap_or(By::NotRecorded),
            remark: req.remark.trim().to_owned(),
        };
        let event = add(tx, req.person, purpose, None, said)?;
        Ok(tx.changed(req.person, event).fields(&[&purpose.key]))
    })?;
    reopen::remember(s, done.value);
    Ok(done.map(|_| ()))
}
