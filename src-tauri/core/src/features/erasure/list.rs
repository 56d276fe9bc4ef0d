//! The list of erasures, and the proof of each as a printed document.
use super::proof::{self, Checks, Kept, Ledger, Proof, Reason};
use super::sheet::Stored;
use super::{finish, store};
use crate::error::{Code, Error, Result};
use crate::features::retention::{self, Arg, Said};
use crate::features::settings;
use crate::kernel::files::{Target, Written};
use crate::kernel::id::ErasureId;
use crate::kernel::session::{Done, ReadTx, Session, Subject};
use crate::kernel::time::Timestamp;
use crate::ops::{Op, Permission};
use crate::paper;
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// An erasure in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ErasureRow {
    /// The id by which its proof is asked for.
    pub id: ErasureId,
    /// The number: `2026-0003`.
    pub number: String,
    /// When it was done.
    pub at: Timestamp,
    /// The name of the user who did it, also if they have left.
    pub by: Option<String>,
    /// The number of people, whether erased in full or in part.
    pub persons: u32,
    /// The number of people erased in part.
    pub partly: u32,
    /// True until the file has been cleaned and the check has found nothing.
    pub pending: bool,
    /// The file was searched for what was erased, after the cleaning.
    pub searched: bool,
    /// Strings of those people that were still in the vault at the last search.
    pub residue: u32,
}

/// Which erasure, and where to write its proof.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "ErasureProof")]
pub struct ByErasure {
    /// Its id, from the list of erasures or from the erasure itself.
    pub erasure: ErasureId,
    /// Where to write the proof.
    pub target: Target,
}

/// Every erasure, newest first.
///
/// # Errors
/// `permission.denied`.
pub fn list(s: &Session) -> Result<Vec<ErasureRow>> {
    s.read(Permission::RetentionSee, |tx| {
        let users: HashMap<_, _> = tx.user_names()?.into_iter().collect();
        let row = |e: Stored| ErasureRow {
            id: e.id,
            number: e.number,
            at: e.done_at,
            by: e.done_by.and_then(|u| users.get(&u).cloned()),
            persons: e.sheet.erased + e.sheet.partly,
            partly: e.sheet.partly,
            pending: e.pending,
            searched: e.sheet.checked.pages > 0,
            residue: e.sheet.checked.residue,
        };
        Ok(store::list(tx)?.into_iter().map(row).collect())
    })
}

/// Writes the proof as a PDF. A pending erasure is finished first if the user may do that; there is no proof before
/// that.
///
/// # Errors
/// `erasure.missing`, `erasure.pending`, `permission.denied`; what prevents finishing a pending erasure; what writing a
/// file returns.
pub fn print_proof(s: &mut Session, req: ByErasure) -> Result<Done<Written>> {
    let may = s.may(Op::ErasureProof.needs());
    if may && s.read(Op::ErasureProof.needs(), |tx| Ok(store::get(tx, req.erasure)?.pending))? {
        if !s.may(Op::ErasureRun.needs()) {
            return Err(Error::new(Code::ErasurePending));
        }
        finish::finish(s)?;
    }
    let done = s.write(Op::ErasureProof, |tx| {
        let stored = store::get(tx, req.erasure)?;
        let text = Text::of(settings::read_all(tx)?.language);
        let proof = proof_of(tx, text, &stored)?;
        let printed = paper::render(&proof::document(text, &proof), None)?;
        Ok(tx.changed(Subject::NONE, (stored.number, printed)))
    })?;
    let (number, printed) = &done.value;
    let written = s.deliver(&req.target, &format!("bewijs-{number}.pdf"), &printed.bytes, printed.pages)?;
    Ok(done.map(|_| written))
}

fn proof_of(tx: &ReadTx<'_>, text: Text, stored: &Stored) -> Result<Proof> {
    let sheet = &stored.sheet;
    let users: HashMap<_, _> = tx.user_names()?.into_iter().collect();
    let day = |d| text.date(d);
    let reasons = sheet.rules.iter().map(|(rule, count)| {
        let words = match rule {
            Some(rule) => rule_line(text, rule)?,
            None => text.plain("retention-because-no-relation"),
        };
        Ok(Reason { rule: rule.clone().unwrap_or_default(), words, count: *count })
    });
    let kept = sheet.stays.iter().map(|(stay, count)| Kept {
        what: stay.what.in_words(text, day),
        why: stay.why.in_words(text, day),
        rule: stay.rule.clone().unwrap_or_default(),
        until: stay.until,
        count: *count,
    });
    Ok(Proof {
        association: settings::read_all(tx)?.association,
        number: stored.number.clone(),
        done_at: stored.done_at,
        done_by: stored.done_by.and_then(|u| users.get(&u).cloned()).unwrap_or_default(),
        erased: sheet.erased,
        partly: sheet.partly,
        counts: sheet.counts.clone(),
        reasons: reasons.collect::<Result<_>>()?,
        kept: kept.collect(),
        ledger: Ledger { records: store::records(tx, stored.id)?, hash: hex::encode(&stored.ledger_hash) },
        checks: Checks {
            pages: sheet.checked.pages.into(),
            strings: sheet.checked.strings.into(),
            files: sheet.checked.files.into(),
            strangers: sheet.checked.strangers.into(),
            residue: sheet.checked.residue.into(),
            old_key_refused: sheet.checked.old_key_refused,
        },
    })
}

/// `Oud-leden: 1 jaar na het einde van het lidmaatschap`.
fn rule_line(text: Text, id: &str) -> Result<String> {
    let (value, unit) = retention::term(id)?;
    let term = Said::new(format!("retention-term-{}", unit.as_str())).with("n", Arg::Number(value));
    let line = Said::new(format!("retention-rule-{}-line", id.to_lowercase()));
    Ok(line.with("term", Arg::Text(term.in_words(text, |d| text.date(d)))).in_words(text, |d| text.date(d)))
}
