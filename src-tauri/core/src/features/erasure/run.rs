//! The erasure itself: plan, confirmation, one transaction over every holder, ledger; then the cleaning.
use super::finish::{self, Job};
use super::sheet::Sheet;
use super::{confirm, store, strings};
use crate::error::{Check, Code, Result};
use crate::features::retention::{self, Planned, Stay};
use crate::features::{people, vault};
use crate::kernel::id::{ErasureId, PersonId};
use crate::kernel::person_data::{Gone, Scope};
use crate::kernel::reserve;
use crate::kernel::session::{Changed, Done, Session, Subject, WriteTx};
use crate::ops::Op;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Who to erase.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct RunErasure {
    /// At least one; somebody who is named twice counts once.
    pub persons: Vec<PersonId>,
    /// What the user typed to confirm: `wis 12 personen`, or for one person also the surname.
    pub confirm: String,
}

/// The result of an erasure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ErasureDone {
    /// The id by which the proof is asked for.
    pub erasure: ErasureId,
    /// The number: `2026-0003`.
    pub number: String,
    /// The number of people erased in full.
    pub erased: u32,
    /// The number of people erased in part.
    pub partly: u32,
    /// What had to be kept. What is kept of several people for the same reason is there once.
    pub kept: Vec<Stay>,
    /// Files in the folder that are not part of the vault and contain a string of an erased person.
    pub strangers: u32,
    /// The code of what prevented the cleaning of the file. The people are erased; the next unlock tries the cleaning
    /// again.
    pub problem: Option<String>,
}

/// Erases people, cleans the file and checks it.
///
/// # Errors
/// `erasure.confirm`, `erasure.not_due`, `erasure.held`, `person.missing`, `permission.denied`, `vault.read_only`;
/// nothing is erased then.
pub fn run(s: &mut Session, req: RunErasure) -> Result<Done<ErasureDone>> {
    let folder = s.folder().to_owned();
    let mut needles = vec![];
    let mut answer = match reserve::with_room(&folder, || commit(s, &req, &mut needles)) {
        Ok(done) => done,
        Err(e) => {
            let _ = reserve::ensure(&folder);
            return Err(e);
        }
    };
    finish::remember(s, Job { erasure: answer.value.erasure, strings: needles });
    match reserve::with_room(&folder, || finish::finish(s)) {
        Ok(strangers) => answer.value.strangers = strangers,
        Err(e) => answer.value.problem = Some(e.code().as_str().to_owned()),
    }
    Ok(answer)
}

/// The transaction: all or nothing.
fn commit(s: &mut Session, req: &RunErasure, needles: &mut Vec<String>) -> Result<Done<ErasureDone>> {
    s.write(Op::ErasureRun, |tx| {
        let persons: Vec<PersonId> = req.persons.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
        Check::new().ensure("persons", !persons.is_empty(), Code::FieldRequired).done()?;
        let planned: Vec<Planned> = persons.iter().map(|p| retention::plan(tx, *p)).collect::<Result<_>>()?;
        confirm::check(tx, &persons, &req.confirm)?;
        erase(tx, &planned, needles)
    })
}

/// An erased person may be a former user; removes that name too.
fn forget_as_user(tx: &WriteTx<'_>, person: PersonId) -> Result<usize> {
    let name = people::names(tx, person)?;
    let first = [&*name.given_name, &*name.initials, &*name.prefix, &*name.partner_prefix];
    vault::forget_former(tx, &first, &[&*name.surname, &*name.partner_surname])
}

fn erase(tx: &WriteTx<'_>, planned: &[Planned], needles: &mut Vec<String>) -> Result<Changed<ErasureDone>> {
    tx.progress().start(planned.len() as u64);
    let (mut strings, mut ledger, mut counts) = (BTreeSet::new(), BTreeSet::<Gone>::new(), BTreeMap::new());
    let (mut rules, mut sheet) = (BTreeMap::<Option<String>, u32>::new(), Sheet::default());
    for plan in planned {
        strings.extend(strings::of(tx, plan.person)?);
        forget_as_user(tx, plan.person)?;
        for holder in tx.holders() {
            let gone = holder.erase(tx, plan.person, plan.scope)?;
            ledger.extend(gone.gone);
            for (what, n) in gone.counts {
                *counts.entry(what).or_default() += n;
            }
        }
        for relation in &plan.relations {
            store::count_on(tx, relation)?;
        }
        match plan.scope {
            Scope::Whole => sheet.erased += 1,
            Scope::KeepFiscal { .. } => sheet.partly += 1,
        }
        *rules.entry(plan.rule.clone()).or_default() += 1;
        for stay in &plan.stays {
            match sheet.stays.iter_mut().find(|(s, _)| s == stay) {
                Some((_, n)) => *n += 1,
                None => sheet.stays.push((stay.clone(), 1)),
            }
        }
        tx.progress().step()?;
    }
    tx.progress().finish();
    sheet.counts = counts.into_iter().collect();
    sheet.rules = rules.into_iter().collect();
    *needles = strings::own(tx, strings)?;
    for holder in tx.holders() {
        holder.scrub(tx, needles)?;
    }
    let (id, number): (ErasureId, _) = (tx.make_id(), store::next_number(tx, tx.today().year())?);
    store::insert(tx, id, &number, &sheet, &ledger.into_iter().collect::<Vec<_>>())?;
    let done = ErasureDone {
        erasure: id,
        number,
        erased: sheet.erased,
        partly: sheet.partly,
        kept: sheet.stays.into_iter().map(|(stay, _)| stay).collect(),
        strangers: 0,
        problem: None,
    };
    let subject = if let [one] = planned { Subject::from(one.person) } else { Subject::NONE };
    Ok(tx.changed(subject, done).counted(planned.len()))
}
