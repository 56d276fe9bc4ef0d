//! Counts the answers per purpose. People who are restricted or have no current relation are not counted.
use super::{State, of};
use crate::error::Result;
use crate::features::people;
use crate::features::purposes;
use crate::kernel::id::PurposeId;
use crate::kernel::session::{ReadTx, Session};
use crate::ops::{Permission, Topic};
use serde::Serialize;

/// The counted answers for one purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ConsentCount {
    /// The same id in every vault.
    pub purpose: PurposeId,
    /// The purpose's stable name: `newsletter_members`.
    pub key: String,
    /// Its name in Dutch.
    pub name: String,
    /// Its name in English.
    pub name_en: String,
    /// The current version of the question.
    pub text_version: Option<u32>,
    /// People who said yes.
    pub given: u32,
    /// People who said no or withdrew a yes.
    pub refused: u32,
    /// People with only a tick in an imported list, which proves nothing.
    pub unknown: u32,
    /// People who were not asked yet.
    pub open: u32,
}

/// The counts for every purpose that asks for consent.
///
/// # Errors
/// `permission.denied`.
pub fn overview(s: &Session) -> Result<Vec<ConsentCount>> {
    s.read(Permission::ConsentSee, counts)
}

pub(crate) fn counts(tx: &ReadTx<'_>) -> Result<Vec<ConsentCount>> {
    Ok(tx.cached(&[Topic::Consent, Topic::People], count_all)?.to_vec())
}

fn count_all(tx: &ReadTx<'_>) -> Result<Vec<ConsentCount>> {
    let standing = of::standing_of_all(tx)?;
    let everyone = people::everyone(tx)?;
    let asked: Vec<_> = everyone
        .iter()
        .filter(|p| p.restricted.is_none() && p.relations.iter().any(|r| !r.ended))
        .map(|p| standing.get(&p.id).map_or(&[][..], Vec::as_slice))
        .collect();
    let count = |purpose: &purposes::Purpose| {
        let states = asked
            .iter()
            .map(|all| all.iter().find(|(p, ..)| p.id == purpose.id).map_or(State::NotAsked, |(_, state, _)| *state));
        let mut n = [0_u32; 4];
        for state in states {
            n[match state {
                State::Given => 0,
                State::Refused | State::Withdrawn => 1,
                State::Unknown => 2,
                State::NotAsked => 3,
            }] += 1;
        }
        let [given, refused, unknown, open] = n;
        ConsentCount {
            purpose: purpose.id,
            key: purpose.key.clone(),
            name: purpose.nl.clone(),
            name_en: purpose.en.clone(),
            text_version: purpose.text().map(|t| t.version),
            given,
            refused,
            unknown,
            open,
        }
    };
    Ok(purposes::all()?.iter().filter(|p| p.asks_consent()).map(count).collect())
}
