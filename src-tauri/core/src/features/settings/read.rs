//! The settings of the association and their defaults.
use super::store;
use crate::error::Result;
use crate::kernel::session::ReadTx;
use crate::kernel::stored::stored;
use crate::text::Language;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

stored! {
    /// What kind of body keeps the vault.
    pub enum AssociationKind {
        /// An association with members.
        Association = "association",
        /// A foundation.
        Foundation = "foundation",
        /// Neither.
        Other = "other",
    }

    /// The colours of the screens.
    pub enum Theme {
        /// As the system has them.
        System = "system",
        /// Dark on light.
        Light = "light",
        /// Light on dark.
        Dark = "dark",
    }
}

/// The settings, with defaults filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Settings {
    /// The association's name, at most 120 characters.
    pub association: String,
    /// What kind of body it is.
    pub kind: AssociationKind,
    /// The e-mail address for questions about personal data; empty if none is set.
    pub privacy_email: String,
    /// ISO 3166-1: which rule pack applies.
    pub country: String,
    /// The last month of the financial year: 1 to 12.
    pub book_year_end: u32,
    /// The language of the screens and, unless asked otherwise, of the papers.
    pub language: Language,
    /// The colours: light, dark, or as the system has them.
    pub theme: Theme,
    /// Percent: 90 to 200.
    pub text_size: u32,
    /// Lock after this many minutes without input: 2 to 30.
    pub idle_minutes: u32,
    /// Was the recovery sheet printed and confirmed?
    pub recovery_confirmed: bool,
    /// Are the people made up? Filling the vault as a demo sets this.
    pub demo: bool,
}

/// The settings of the association, within a transaction. Documents use these.
pub(crate) fn read(tx: &ReadTx<'_>) -> Result<Settings> {
    Ok(Settings {
        association: value(tx, "association", String::new())?,
        kind: value(tx, "kind", AssociationKind::Association)?,
        privacy_email: value(tx, "privacy_email", String::new())?,
        country: value(tx, "country", "NL".into())?,
        book_year_end: value(tx, "book_year_end", 12)?,
        language: value(tx, "language", Language::Nl)?,
        theme: value(tx, "theme", Theme::System)?,
        text_size: value(tx, "text_size", 100)?,
        idle_minutes: value(tx, "idle_minutes", 10)?,
        recovery_confirmed: value(tx, "recovery_confirmed", false)?,
        demo: value(tx, "demo", false)?,
    })
}

fn value<T: DeserializeOwned>(tx: &ReadTx<'_>, key: &str, default: T) -> Result<T> {
    Ok(store::find(tx, key)?.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or(default))
}
