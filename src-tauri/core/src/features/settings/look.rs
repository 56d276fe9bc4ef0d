//! One user's own language, colours and text size, for users who may not set those of the association.
use super::read::{Settings, Theme};
use super::store;
use crate::error::{Check, Code, Result};
use crate::kernel::id::UserId;
use crate::kernel::session::{Done, ReadTx, Session, Subject};
use crate::ops::{Op, Permission};
use crate::text::Language;
use serde::{Deserialize, Serialize};

/// What to change; what is left out stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct Look {
    /// The language of the screens.
    pub language: Option<Language>,
    /// The colours: light, dark, or as the system has them.
    pub theme: Option<Theme>,
    /// Percent: 90 to 200.
    pub text_size: Option<u32>,
}

fn key(user: UserId) -> String {
    format!("look/{}", user.0)
}

fn of(tx: &ReadTx<'_>, user: UserId) -> Result<Look> {
    Ok(store::find(tx, &key(user))?.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
}

/// Checks the text size, a user's own or the association's.
pub(super) fn check(checks: Check, text_size: Option<u32>) -> Check {
    checks.ensure("text_size", text_size.is_none_or(|t| (90..=200).contains(&t)), Code::FieldChoice)
}

/// Changes the current user's own language, colours or text size.
///
/// # Errors
/// `input.invalid` with the invalid fields.
pub fn look(s: &mut Session, change: Look) -> Result<Done<()>> {
    check(Check::new(), change.text_size).done()?;
    s.write(Op::SettingsLook, |tx| {
        let user = tx.user();
        let before = of(tx, user)?;
        let now = Look {
            language: change.language.or(before.language),
            theme: change.theme.or(before.theme),
            text_size: change.text_size.or(before.text_size),
        };
        store::put(tx, &key(user), &now)?;
        Ok(tx.changed(Subject::NONE, ()))
    })
}

/// The settings as this user sees them. A user who may set the association's has none of their own.
pub(super) fn over(tx: &ReadTx<'_>, settings: Settings) -> Result<Settings> {
    if tx.may(Permission::SettingsWrite) {
        return Ok(settings);
    }
    let user = tx.user();
    let own = of(tx, user)?;
    Ok(Settings {
        language: own.language.unwrap_or(settings.language),
        theme: own.theme.unwrap_or(settings.theme),
        text_size: own.text_size.unwrap_or(settings.text_size),
        ..settings
    })
}
