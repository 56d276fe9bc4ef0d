//! The step for an import where the list says no.
use super::State;
use super::record::{from_list, state};
use crate::error::{Code, Error, Result};
use crate::features::purposes;
use crate::kernel::id::PersonId;
use crate::kernel::session::WriteTx;

/// Records a refusal, or an objection to a purpose that does not ask. An earlier answer stays, because a list does not
/// say when it was made. Returns whether anything was recorded.
///
/// # Errors
/// `purpose.missing`; `consent.not_needed` for a purpose that neither asks for consent nor allows an objection.
pub(crate) fn refuse(tx: &WriteTx<'_>, person: PersonId, purpose_key: &str) -> Result<bool> {
    let purpose = purposes::by_key(purpose_key)?;
    let refused = match (state(tx, person, purpose.id)?, purpose.asks_consent(), purpose.opt_out) {
        (State::Given | State::Refused | State::Withdrawn, ..) => return Ok(false),
        (_, true, _) => State::Refused,
        (_, false, true) => State::Withdrawn,
        (_, false, false) => return Err(Error::new(Code::ConsentNotNeeded)),
    };
    from_list(tx, person, purpose, refused)?;
    Ok(true)
}
