//! The import itself: one transaction and one row in the trail. If it stops halfway, nothing is imported.
use super::filled::{Filled, TextField};
use super::open_list::OpenList;
use super::plan::{self, Action, Counts, Plan, Step};
use super::request::{ImportRequest, Problem};
use super::store::{self, NewImport, Touched};
use super::undo;
use crate::error::{Code, OrError, Result};
use crate::features::consent;
use crate::features::people::{self, NewPerson};
use crate::kernel::id::{ImportId, PersonId};
use crate::kernel::session::{Done, Session, WriteTx};
use crate::ops::{Op, Permission};
use serde::Serialize;

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportDone")]
pub struct Imported {
    /// The id, which undoing needs.
    pub import_id: ImportId,
    /// Rows that added a person.
    pub new: usize,
    /// Rows that completed a known person.
    pub updated: usize,
    /// Rows with nothing new about a known person.
    pub same: usize,
    /// Rows that were left out because a person has to decide who they are.
    pub asked: usize,
    /// Rows that were skipped.
    pub skipped: usize,
    /// What was not imported.
    pub problems: Vec<Problem>,
}

/// Imports a list in one transaction. If it stops halfway, nothing is imported.
///
/// # Errors
/// Why the list cannot be read, `import.blocked`, `import.no_name`, `job.cancelled`, `permission.denied`.
pub fn run(s: &mut Session, request: ImportRequest) -> Result<Done<Imported>> {
    // Without permission the file is not even opened; `write` then records the refusal in the trail.
    let list = if s.may(Permission::ImportRun) { Some(request.load(s)?) } else { None };
    let progress = s.around().progress.clone();
    let rows = list.as_ref().map_or(0, |l| l.layout.records.len());
    progress.start(rows as u64 * 2);
    let done = s.write(Op::ImportRun, |tx| {
        let list = list.as_ref().or_broken()?;
        let mut plan = plan::make(tx, list, &request, || tx.progress().step())?;
        let Counts { new, complete: updated, same, ask: asked, skip: skipped } = plan.counts();
        let id: ImportId = tx.make_id();
        store::insert(
            tx,
            &NewImport { id, file_name: &list.file_name, file_hash: &list.hash, added: new, completed: updated },
        )?;
        carry_out(tx, id, &mut plan)?;
        let imported = Imported {
            import_id: id,
            new,
            updated,
            same,
            asked,
            skipped,
            problems: std::mem::take(&mut plan.problems),
        };
        Ok(tx.changed(id.0, imported).counted(new + updated))
    });
    progress.finish();
    if done.is_ok() {
        OpenList::of(s)?.close();
    }
    done
}

fn carry_out(tx: &WriteTx<'_>, import: ImportId, plan: &mut Plan) -> Result<()> {
    let mut touched: Vec<(PersonId, bool)> = vec![];
    for step in std::mem::take(&mut plan.steps) {
        tx.progress().step()?;
        let Some((person, created)) = take_over(tx, import, plan, &step)? else { continue };
        for (key, yes) in &step.incoming.answers {
            answer(tx, person, key, *yes)?;
        }
        if !touched.iter().rev().take(4).any(|(p, _)| *p == person) {
            touched.push((person, created));
        }
    }
    // After all rows, so that the fingerprint of a person with several rows includes all of them.
    touched.sort_by_key(|(person, created)| (*person, !*created));
    touched.dedup_by_key(|(person, _)| *person);
    for (person, created) in touched {
        let fingerprint = undo::fingerprint(tx, person)?;
        store::insert_person(tx, import, &Touched { person, created, fingerprint })?;
    }
    Ok(())
}

/// A no to the newsletter for others is also a no to the newsletter for members, which is opt-out.
const ALSO_REFUSED: [(&str, &str); 1] = [("newsletter_others", "newsletter_members")];

/// A yes in a list proves nothing and permits nothing; a no is a no (decision 14).
fn answer(tx: &WriteTx<'_>, person: PersonId, key: &str, yes: bool) -> Result<()> {
    let also = ALSO_REFUSED.iter().find(|(asked, _)| !yes && *asked == key).map(|(_, also)| *also);
    for key in [Some(key), also].into_iter().flatten() {
        let recorded = if yes { consent::mark_unknown(tx, person, key) } else { consent::refuse(tx, person, key) };
        match recorded {
            // This purpose does not ask for consent, so the answer means nothing.
            Err(e) if matches!(e.code(), Code::ConsentNotNeeded | Code::PurposeMissing) => {}
            other => drop(other?),
        }
    }
    Ok(())
}

/// Writes one row; returns the person and whether they are new.
fn take_over(tx: &WriteTx<'_>, import: ImportId, plan: &mut Plan, step: &Step) -> Result<Option<(PersonId, bool)>> {
    match &step.action {
        Action::Skip | Action::Ask => Ok(None),
        Action::New { at } => {
            let id = people::insert(tx, &step.incoming.person, people::Source::Imported)?;
            if let Some(entry) = plan.people.get_mut(*at) {
                entry.id = Some(id);
            }
            Ok(Some((id, true)))
        }
        Action::Same { at } => {
            let id = plan.people.get(*at).and_then(|e| e.id);
            Ok(id.filter(|_| !step.incoming.answers.is_empty()).map(|id| (id, false)))
        }
        Action::Complete { at, person, relations, filled } => {
            let id = plan.people.get(*at).and_then(|e| e.id).or_broken()?;
            complete(tx, import, id, person, filled)?;
            for relation in relations {
                let added = people::add_relation(tx, id, relation)?;
                let filled = Filled::Relation { kind: relation.kind, id: added };
                store::insert_field(tx, import, id, filled)?;
            }
            Ok(Some((id, false)))
        }
    }
}

/// Fills the gaps of a known person, and stores which were filled.
fn complete(tx: &WriteTx<'_>, import: ImportId, id: PersonId, planned: &NewPerson, filled: &[Filled]) -> Result<()> {
    let before = people::entered(tx, id)?;
    let mut to = planned.clone();
    // The plan has no notes and no labels, so existing ones are kept.
    if !before.note.is_empty() {
        to.note.clone_from(&before.note);
    }
    to.emails.splice(..before.emails.len().min(to.emails.len()), before.emails.iter().cloned()).for_each(drop);
    to.phones.splice(..before.phones.len().min(to.phones.len()), before.phones.iter().cloned()).for_each(drop);
    people::update(tx, id, &to)?;
    for filled in filled {
        let was_there = *filled == Filled::Text(TextField::Note) && !before.note.is_empty();
        if !was_there {
            store::insert_field(tx, import, id, *filled)?;
        }
    }
    Ok(())
}
