//! Keeping what was typed, and dropping it.
use super::oldest;
use super::store::{self, Sealed};
use crate::error::{Check, Code, Error, Result};
use crate::features::people;
use crate::kernel::id::{DraftId, PersonId};
use crate::kernel::sealed::Compartment;
use crate::kernel::session::{Done, Session, Subject};
use crate::ops::{Op, Permission};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// The longest draft: forms are small, and files do not belong here.
const MOST: usize = 32_768;

/// The most drafts per user: nobody has more forms open, and drafts must not fill the vault.
const AT_MOST: i64 = 50;

/// Unsaved input of a form, to be kept until it is saved or dropped.
#[derive(Clone, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct NewDraft {
    /// Which form on which screen, as the UI names it. A draft for the same place replaces the one before.
    pub place: String,
    /// Whom it is about, if known.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// The compartment that the form writes to: the draft is sealed with its key.
    pub compartment: Compartment,
    /// The fields of the form, as the UI serialised them; at most 32,768 characters.
    pub content: String,
}

/// A draft of the current user, by its place.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "DraftByPlace")]
pub struct ByPlace {
    /// The place it was kept for, as the UI names it.
    pub place: String,
}

/// Keeps what the user typed, sealed, for a week.
///
/// # Errors
/// `input.invalid` when it is too long; `person.missing`, also for one that the role may not see; `draft.too_many`;
/// `vault.key_missing`; `vault.read_only`.
pub fn keep(s: &mut Session, new: NewDraft) -> Result<Done<()>> {
    s.write(Op::DraftKeep, |tx| {
        Check::new()
            .required("place", &new.place)
            .at_most("place", &new.place, 200)
            .at_most("content", &new.content, MOST)
            .done()?;
        if let Some(person) = new.person {
            // A role that sees nobody must not learn whether this person exists.
            if !tx.may(Permission::PeopleSee) {
                return Err(Error::new(Code::PersonMissing));
            }
            people::ensure_visible(tx, person)?;
        }
        let user = tx.user();
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

/// Drops a draft, because it was saved or is not wanted. If there is none, that is fine too.
///
/// # Errors
/// `vault.read_only`.
pub fn drop_one(s: &mut Session, place: ByPlace) -> Result<Done<()>> {
    s.write(Op::DraftDrop, |tx| {
        let gone = store::delete(tx, tx.user(), &place.place)?;
        Ok(tx.changed(Subject::NONE, ()).counted(gone))
    })
}

/// Drops every user's expired drafts. Leaves a row only if there are any.
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
