//! All settings at once: the screen shows them together.
use super::look;
use super::read::{Settings, read};
use crate::error::Result;
use crate::kernel::session::Session;
use crate::ops::Permission;

/// The settings as who is at the keyboard sees them.
///
/// # Errors
/// When the database fails.
pub fn get(s: &Session) -> Result<Settings> {
    s.read(Permission::Own, |tx| look::over(tx, read(tx)?))
}
