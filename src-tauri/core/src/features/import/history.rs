//! The list of imports.
use super::store::{self, ImportRow};
use super::undo;
use crate::error::Result;
use crate::kernel::session::Session;
use crate::ops::Permission;

/// All imports, newest first.
///
/// # Errors
/// `permission.denied`.
pub fn list(s: &Session) -> Result<Vec<ImportRow>> {
    s.read(Permission::ImportRun, |tx| {
        let mut rows = store::list(tx)?;
        for row in &mut rows {
            let until = undo::until(row.at);
            row.undo_until = (row.undone_at.is_none() && tx.now() <= until).then_some(until);
        }
        Ok(rows)
    })
}
