//! All settings at once, as the UI shows them.
use super::look;
use super::read::{Settings, read};
use crate::error::Result;
use crate::kernel::session::Session;
use crate::ops::Permission;

/// The settings as the current user sees them.
///
/// # Errors
/// When the database fails.
pub fn get(s: &Session) -> Result<Settings> {
    s.read(Permission::Own, |tx| look::over(tx, read(tx)?))
}
