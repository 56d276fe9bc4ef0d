//! The current user's drafts, decrypted.
use super::{oldest, store};
use crate::error::Result;
use crate::kernel::id::PersonId;
use crate::kernel::session::{ReadTx, Session};
use crate::kernel::time::Timestamp;
use crate::ops::Permission;
use serde::Serialize;

/// What the user typed and did not save.
#[derive(Clone, Serialize, ts_rs::TS)]
pub struct Draft {
    /// Which form on which screen.
    pub place: String,
    /// Whom it is about, if known.
    pub person: Option<PersonId>,
    /// When it was kept. A newer draft for the same place replaces it.
    pub at: Timestamp,
    /// The fields of the form, as the UI serialised them.
    pub content: String,
}

/// The drafts of the current user, newest first, without those that can no longer be opened.
///
/// # Errors
/// When the database fails.
pub fn list(s: &Session) -> Result<Vec<Draft>> {
    s.read(Permission::Own, |tx| {
        let user = tx.user();
        let rows = store::of_user(tx, user, oldest(tx.now()))?;
        let draft = |row: store::Sealed| {
            let content = opened(tx, &row)?;
            Some(Draft { place: row.place, person: row.person, at: row.at, content })
        };
        Ok(rows.into_iter().filter_map(draft).collect())
    })
}

/// The content; `None` if the key was renewed or is not the user's, so that the draft is lost.
pub(super) fn opened(tx: &ReadTx<'_>, row: &store::Sealed) -> Option<String> {
    let plain = tx.keys().open(row.compartment, "draft", row.id.0, &row.content).ok()?;
    String::from_utf8(plain.to_vec()).ok()
}
