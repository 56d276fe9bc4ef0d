//! Every purpose with its legal basis and retention rule: a simple register of processing.
use super::pack::{self, Basis};
use crate::error::Result;
use crate::features::settings;
use crate::kernel::id::PurposeId;
use crate::kernel::session::Session;
use crate::ops::Permission;
use crate::text::Language;
use serde::Serialize;

/// A purpose as listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct PurposeRow {
    /// The same id in every vault.
    pub id: PurposeId,
    /// Its stable name: `member_admin`.
    pub key: String,
    /// Its name in Dutch.
    pub name: String,
    /// Its name in English.
    pub name_en: String,
    /// Its legal basis (art. 6(1) AVG).
    pub basis: Basis,
    /// A limitation to observe, in English; empty for none.
    pub note: String,
    /// The articles that the basis rests on: `6(1)(c); AWR 52; BW 2:10`.
    pub source: String,
    /// `C` certain, `L` likely, `V` to be verified.
    pub confidence: String,
    /// The id of its own retention rule: `R01`. Without one the data is kept as long as the consent or the relation
    /// lasts.
    pub term_rule: Option<String>,
    /// Are people asked for consent?
    pub asks_consent: bool,
    /// Nobody is asked, but an objection counts (art. 21 AVG).
    pub opt_out: bool,
    /// The version of the question in use; `null` where nobody is asked.
    pub text_version: Option<u32>,
    /// The question in Dutch, with the association's name filled in; `null` where nobody is asked.
    pub text: Option<String>,
    /// The same question in English.
    pub text_en: Option<String>,
}

/// Every purpose of the built-in list, in its order.
///
/// # Errors
/// `permission.denied`.
pub fn list(s: &Session) -> Result<Vec<PurposeRow>> {
    s.read(Permission::Own, |tx| {
        let association = settings::read_all(tx)?.association;
        Ok(pack::all()?.iter().map(|p| row(p, &association)).collect())
    })
}

fn row(p: &pack::Purpose, association: &str) -> PurposeRow {
    PurposeRow {
        id: p.id,
        key: p.key.clone(),
        name: p.nl.clone(),
        name_en: p.en.clone(),
        basis: p.basis,
        note: p.note.clone(),
        source: p.source.clone(),
        confidence: p.confidence.clone(),
        term_rule: p.rule.clone(),
        asks_consent: p.asks_consent(),
        opt_out: p.opt_out,
        text_version: p.text().map(|t| t.version),
        text: p.text().map(|t| t.words(Language::Nl, association)),
        text_en: p.text().map(|t| t.words(Language::En, association)),
    }
}
