//! Keeping what was typed, and letting go of it.
use super::oldest;
use super::store::{self, Sealed};
use crate::error::{Check, Code, Error, OrError, Result};
use crate::features::people;
use crate::kernel::id::{DraftId, PersonId};
use crate::kernel::sealed::Compartment;
use crate::kernel::session::{Done, Session, Subject};
use crate::ops::{Op, Permission};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// The longest draft: forms are small, and this is no place to put files.
const MOST: usize = 32_768;

/// So many drafts a user may have: more forms nobody has open, and a vault is no place to fill up.
const AT_MOST: i64 = 50;

/// What was typed and where.
#[derive(Clone, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct NewDraft {
    /// Which form on which screen, as the page names it. The same place again replaces what was kept there.
    pub place: String,
    /// Whom it is about, where that is known.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// Where the form writes to: under that key the draft is sealed.
    pub compartment: Compartment,
    /// The fields of the form, as the page wrote them down.
    pub content: String,
}

/// One draft of one's own, by its place.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "DraftByPlace")]
pub struct ByPlace {
    /// As it was kept.
    pub place: String,
}

/// Keeps what somebody typed.
///
/// # Errors
/// `input.invalid` when it is too long; `person.missing`, also for one whom the role may not see; `draft.too_many`;
/// `vault.key_missing`; `vault.read_only`.
pub fn keep(s: &mut Session, new: NewDraft) -> Result<Done<()>> {
    s.write(Op::DraftKeep, |tx| {
        Check::new()
            .required("place", &new.place)
            .at_most("place", &new.place, 200)
            .at_most("content", &new.content, MOST)
            .done()?;
        if let Some(person) = new.person {
            // Who sees nobody is not told either whether there is such a person.
            if !tx.may(Permission::PeopleSee) {
                return Err(Error::new(Code::PersonMissing));
            }
            people::ensure_visible(tx, person)?;
        }
        let user = tx.user().or_broken()?;
        let id: DraftId = tx.make_id();
        let plain = Zeroizing::new(new.content.into_bytes());
        let content = tx.keys().seal(new.compartment, "draft", id.0, &plain)?;
        let (person, compartment, at) = (new.person, new.compartment, tx.now());
        store::delete(tx, user, &new.place)?;
        store::put(tx, user, &Sealed { id, place: new.place, person, compartment, at, content })?;
        store::delete_until(tx, oldest(at))?;
        if store::count_of(tx, user)? > AT_MOST {
            return Err(Error::new(Code::DraftTooMany));
        }
        Ok(tx.changed(Subject::NONE, ()))
    })
}

/// Lets go of what was kept: it was saved, or it is not wanted. Nothing there is fine too.
///
/// # Errors
/// `vault.read_only`.
pub fn drop_one(s: &mut Session, place: ByPlace) -> Result<Done<()>> {
    s.write(Op::DraftDrop, |tx| {
        let gone = store::delete(tx, tx.user().or_broken()?, &place.place)?;
        Ok(tx.changed(Subject::NONE, ()).counted(gone))
    })
}

/// Lets go of everybody's drafts that have had their time. Leaves a row only when there are any.
///
/// # Errors
/// When the database fails.
pub(crate) fn expire(s: &mut Session) -> Result<()> {
    let until = oldest(s.around().clock.now());
    let over = s.read(Op::DraftDrop.needs(), |tx| store::count_until(tx, until))?;
    if over > 0 && !s.is_read_only() {
        s.write(Op::DraftDrop, |tx| {
            let gone = store::delete_until(tx, until)?;
            Ok(tx.changed(Subject::NONE, ()).counted(gone))
        })?;
    }
    Ok(())
}
