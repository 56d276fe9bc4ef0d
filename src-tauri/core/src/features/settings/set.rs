//! Changing settings: only those that are given change.
use super::look;
use super::read::{AssociationKind, Theme};
use super::store::put;
use crate::error::{Check, Code, Result};
use crate::kernel::session::{Done, Session, Subject, WriteTx};
use crate::ops::Op;
use crate::text::Language;
use serde::{Deserialize, Serialize};

/// What to change; what is left out stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields, rename = "SettingsChange")]
pub struct Change {
    /// The association's name, at most 120 characters and not empty.
    pub association: Option<String>,
    /// What kind of body it is.
    pub kind: Option<AssociationKind>,
    /// The e-mail address for questions about personal data; an empty one removes it.
    pub privacy_email: Option<String>,
    /// The last month of the financial year: 1 to 12. Applies to what is recorded from now on.
    pub book_year_end: Option<u32>,
    /// The language of the screens and, unless asked otherwise, of the papers.
    pub language: Option<Language>,
    /// The colours: light, dark, or as the system has them.
    pub theme: Option<Theme>,
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
        let trimmed = |text: Option<String>| text.map(|text| text.trim().to_owned());
        put_given(tx, &mut names, "association", trimmed(change.association))?;
        put_given(tx, &mut names, "kind", change.kind)?;
        put_given(tx, &mut names, "privacy_email", trimmed(change.privacy_email))?;
        put_given(tx, &mut names, "language", change.language)?;
        put_given(tx, &mut names, "theme", change.theme)?;
        put_given(tx, &mut names, "book_year_end", change.book_year_end)?;
        put_given(tx, &mut names, "text_size", change.text_size)?;
        put_given(tx, &mut names, "idle_minutes", change.idle_minutes)?;
        Ok(tx.changed(Subject::NONE, ()).counted(names.len()).fields(&names))
    })
}

/// Stores a setting that was given, and notes its name.
fn put_given<T: Serialize>(
    tx: &WriteTx<'_>,
    names: &mut Vec<&'static str>,
    key: &'static str,
    value: Option<T>,
) -> Result<()> {
    if let Some(value) = value {
        put(tx, key, &value)?;
        names.push(key);
    }
    Ok(())
}

fn check(c: &Change) -> Result<()> {
    let checks = Check::new()
        .ensure("association", c.association.as_ref().is_none_or(|a| !a.trim().is_empty()), Code::FieldRequired)
        .ensure("association", c.association.as_ref().is_none_or(|a| a.chars().count() <= 120), Code::FieldTooLong)
        .ensure(
            "privacy_email",
            c.privacy_email.as_ref().is_none_or(|e| e.trim().is_empty() || e.contains('@')),
            Code::FieldEmail,
        )
        .ensure("book_year_end", c.book_year_end.is_none_or(|m| (1..=12).contains(&m)), Code::FieldChoice);
    look::check(checks, c.text_size)
        .ensure("idle_minutes", c.idle_minutes.is_none_or(|m| (2..=30).contains(&m)), Code::FieldChoice)
        .done()
}
