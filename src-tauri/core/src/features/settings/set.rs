//! Changing settings: only those that are given change.
use super::look::{self, one_of};
use super::store::put;
use crate::error::{Check, Code, Result};
use crate::kernel::session::{Done, Session, Subject};
use crate::ops::Op;
use serde::{Deserialize, Serialize};

/// What to change; what is left out stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields, rename = "SettingsChange")]
pub struct Change {
    /// The association's name.
    pub association: Option<String>,
    /// `association`, `foundation` or `other`.
    pub kind: Option<String>,
    /// Where members may ask about their data.
    pub privacy_email: Option<String>,
    /// The last month of the financial year: 1 to 12. Applies to what is recorded from now on.
    pub book_year_end: Option<u32>,
    /// `nl` or `en`.
    pub language: Option<String>,
    /// `system`, `light` or `dark`.
    pub theme: Option<String>,
    /// Percent: 90 to 200.
    pub text_size: Option<u32>,
    /// Lock after this many minutes without input: 2 to 30.
    pub idle_minutes: Option<u32>,
}

/// Changes settings.
///
/// # Errors
/// `input.invalid` with the invalid fields; `permission.denied`.
pub fn set(s: &mut Session, change: Change) -> Result<Done<()>> {
    check(&change)?;
    s.write(Op::SettingsSet, |tx| {
        let mut names = vec![];
        let texts = [
            ("association", change.association),
            ("kind", change.kind),
            ("privacy_email", change.privacy_email),
            ("language", change.language),
            ("theme", change.theme),
        ];
        for (key, value) in texts {
            if let Some(value) = value {
                put(tx, key, &value.trim())?;
                names.push(key);
            }
        }
        let numbers = [
            ("book_year_end", change.book_year_end),
            ("text_size", change.text_size),
            ("idle_minutes", change.idle_minutes),
        ];
        for (key, value) in numbers {
            if let Some(value) = value {
                put(tx, key, &value)?;
                names.push(key);
            }
        }
        Ok(tx.changed(Subject::NONE, ()).counted(names.len()).fields(&names))
    })
}

fn check(c: &Change) -> Result<()> {
    let checks = Check::new()
        .ensure("association", c.association.as_ref().is_none_or(|a| !a.trim().is_empty()), Code::FieldRequired)
        .ensure("association", c.association.as_ref().is_none_or(|a| a.chars().count() <= 120), Code::FieldTooLong)
        .ensure("kind", one_of(c.kind.as_deref(), &["association", "foundation", "other"]), Code::FieldChoice)
        .ensure(
            "privacy_email",
            c.privacy_email.as_ref().is_none_or(|e| e.trim().is_empty() || e.contains('@')),
            Code::FieldEmail,
        )
        .ensure("book_year_end", c.book_year_end.is_none_or(|m| (1..=12).contains(&m)), Code::FieldChoice);
    look::check(checks, c.language.as_deref(), c.theme.as_deref(), c.text_size)
        .ensure("idle_minutes", c.idle_minutes.is_none_or(|m| (2..=30).contains(&m)), Code::FieldChoice)
        .done()
}
