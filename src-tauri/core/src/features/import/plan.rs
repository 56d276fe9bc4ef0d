//! Decides what happens with each row of a list: new, completed, unchanged, asked or skipped. Both the check in the UI and
//! the import itself use this plan.
use super::alike;
use super::filled::Filled;
use super::list::List;
use super::matching::{Addition, Difference, Entry, complete};
use super::oddities;
use super::reading::Reading;
use super::request::{ImportRequest, Problem, RowAnswer};
use super::row::{self, Incoming};
use super::who::{Found, Who, overrule, who};
use crate::error::{Code, Result};
use crate::features::consent;
use crate::features::people::identity::Decision;
use crate::features::people::{self, Because, NewPerson, NewRelation};
use crate::features::search::fold;
use crate::kernel::session::ReadTx;
use std::collections::HashSet;

/// What happens with a row.
#[derive(Debug, Clone)]
pub(super) enum Action {
    /// A new person; their place among the people.
    New { at: usize },
    /// Somebody who is known gets what was missing.
    Complete { at: usize, person: Box<NewPerson>, relations: Vec<NewRelation>, filled: Vec<Filled> },
    /// The list has nothing new about somebody who is known; their place among the people.
    Same { at: usize },
    /// Not imported until a person decides who it is.
    Ask,
    /// Skipped: no name, a restricted person, or a person decided so.
    Skip,
}

/// Who a row may be, and what a person decided about it.
pub(super) struct Doubt {
    /// A person of the vault, by their place among the people.
    pub(super) person: Option<usize>,
    /// An earlier row of the list, by its number.
    pub(super) row: Option<u32>,
    /// What the matcher found.
    pub(super) decision: Decision,
    pub(super) decided: Option<RowAnswer>,
}

/// A row and what happens with it.
pub(super) struct Step {
    pub(super) incoming: Incoming,
    pub(super) action: Action,
    /// What it says otherwise about somebody who is known.
    pub(super) differs: Vec<Difference>,
    pub(super) doubt: Option<Doubt>,
    /// Why the matcher says so; empty where nobody comes into question.
    pub(super) because: Vec<Because>,
}

/// The plan for the whole list.
pub(super) struct Plan {
    pub(super) steps: Vec<Step>,
    /// Everyone who is known, then the people whom the list adds.
    pub(super) people: Vec<Entry>,
    pub(super) problems: Vec<Problem>,
    /// For each row so far the place of its person.
    placed: Vec<Option<usize>>,
    /// Member numbers in use.
    numbers: HashSet<String>,
}

/// What a row costs, in steps and bytes: the person in the list and the known person. What finding out who it is costs
/// grows with the vault, not with the file, and has a bound of its own.
const ROW: (usize, usize) = (500, 2_500);
/// Steps per byte of a row.
const LETTER: usize = 10;
/// Bytes for a problem, including its copy in the response.
const PROBLEM: usize = 1_000;

/// Makes the plan. `each` is called for every row and can stop the work.
///
/// # Errors
/// When the database fails, or what `each` returns.
pub(super) fn make(
    tx: &ReadTx<'_>,
    list: &List,
    request: &ImportRequest,
    mut each: impl FnMut() -> Result<()>,
) -> Result<Plan> {
    let reading = Reading::of(list, request, tx.today())?;
    let rows = read(list, &reading, &mut each)?;
    let known = people::known(tx)?;
    let mut found = who(&known, &rows, &list.work)?;
    alike::ask(&mut found, &known, &rows);
    overrule(&mut found, &known, &rows, &request.decisions);
    let numbers = known.iter().map(|k| fold(&k.person.member_number)).filter(|number| !number.is_empty()).collect();
    let people = known.into_iter().map(Entry::from).collect();
    let mut plan = Plan { steps: vec![], people, problems: vec![], placed: vec![], numbers };
    let left_out = |row: &u32| Problem::new(*row, None, "import.left_out_row");
    plan.problems.extend(list.layout.left_out.iter().map(left_out));
    plan.problems.extend(reading.told());
    let numbered: Vec<u32> = rows.iter().map(|row| row.row).collect();
    for (incoming, found) in rows.into_iter().zip(found) {
        list.work.room(PROBLEM * incoming.problems.len())?;
        list.work.steps(plan.reach(&found.who, &incoming))?;
        let mut step = Step { incoming, action: Action::Skip, differs: vec![], doubt: None, because: vec![] };
        plan.decide(&mut step, found, &numbered);
        plan.tell_kept_answers(tx, &mut step)?;
        plan.problems.append(&mut step.incoming.problems);
        plan.steps.push(step);
    }
    Ok(plan)
}

/// Reads the rows of the list.
fn read(list: &List, reading: &Reading<'_>, each: &mut impl FnMut() -> Result<()>) -> Result<Vec<Incoming>> {
    let wanted = &reading.wanted;
    let mut rows = vec![];
    for row in list.layout.records.iter().filter_map(|i| list.sheet.rows.get(*i)) {
        each()?;
        let letters = wanted.iter().map(|(column, _)| row.get(*column).len()).sum::<usize>();
        list.work.steps(ROW.0 + LETTER * letters + 2 * wanted.len())?;
        list.work.room(ROW.1 + 3 * letters)?;
        let mut incoming = row::read(row, reading);
        if list.ragged.binary_search(&row.number).is_ok() {
            incoming.problems.push(Problem::new(row.number, None, "import.ragged_row"));
        }
        if list.without_value.binary_search(&row.number).is_ok() {
            incoming.problems.push(Problem::new(row.number, None, oddities::WITHOUT_VALUE));
        }
        rows.push(incoming);
    }
    Ok(rows)
}

impl Plan {
    /// The place of the person that a row is, if it is known by now.
    fn place(&self, who: &Who) -> Option<usize> {
        match who {
            Who::Known(at) => Some(*at),
            Who::Row(row) => self.placed.get(*row).copied().flatten(),
            Who::Other | Who::Unsure | Who::LeftOut => None,
        }
    }

    /// Steps to compare a row with the known person: their data may grow with every row.
    fn reach(&self, who: &Who, incoming: &Incoming) -> usize {
        let Some(entry) = self.place(who).and_then(|at| self.people.get(at)) else { return 0 };
        let known = entry.person.emails.len() + entry.person.phones.len() + entry.relations.len();
        50 * known * (1 + incoming.person.emails.len() + incoming.person.phones.len())
    }

    fn decide(&mut self, step: &mut Step, found: Found, rows: &[u32]) {
        let Found { who, doubt, decided, because } = found;
        step.because = because;
        let (at, is_decided) = (self.place(&who), decided.is_some());
        step.doubt = doubt.map(|decision| Doubt {
            // Of a later row nothing is known yet.
            row: decision.row.as_ref().filter(|l| l.with < self.placed.len()).and_then(|l| rows.get(l.with)).copied(),
            person: decision.likeness.as_ref().map(|likeness| likeness.with),
            decision: *decision,
            decided,
        });
        let incoming = &mut step.incoming;
        step.action = match (who, at) {
            (Who::LeftOut, _) => Action::Skip,
            _ if !incoming.named => Action::Skip,
            (Who::Other, _) => {
                if step.doubt.is_some() && !is_decided {
                    incoming.problems.push(Problem::new(incoming.row, None, PERHAPS_TWICE));
                }
                self.add(incoming)
            }
            (Who::Known(_) | Who::Row(_), Some(at)) => {
                let (action, differs) = self.complete(incoming, at);
                step.differs = differs;
                action
            }
            (Who::Row(row), None) if self.steps.get(row).is_some_and(|s| matches!(s.action, Action::Skip)) => {
                incoming.problems.push(Problem::new(incoming.row, None, AS_SKIPPED));
                Action::Skip
            }
            // Or the same as an earlier row, about which a person still has to decide.
            (Who::Unsure | Who::Row(_) | Who::Known(_), _) => {
                incoming.problems.push(Problem::new(incoming.row, None, UNSURE));
                Action::Ask
            }
        };
        self.placed.push(match &step.action {
            Action::New { at } | Action::Same { at } | Action::Complete { at, .. } => Some(*at),
            Action::Ask | Action::Skip => None,
        });
    }

    /// A list does not say when an answer was given, so a no in it does not take a yes back. It is told.
    fn tell_kept_answers(&self, tx: &ReadTx<'_>, step: &mut Step) -> Result<()> {
        let (Action::Same { at } | Action::Complete { at, .. }) = &step.action else { return Ok(()) };
        let Some(person) = self.people.get(*at).and_then(|entry| entry.id) else { return Ok(()) };
        let row = step.incoming.row;
        for (key, yes) in step.incoming.answers.clone() {
            if !yes && consent::is_given(tx, person, &key)? {
                step.incoming.problems.push(Problem::new(row, None, YES_KEPT));
            }
        }
        Ok(())
    }

    fn add(&mut self, incoming: &mut Incoming) -> Action {
        let person = incoming.person.clone();
        // A household may share a number, and a number may have been given out again. Both people keep it.
        if !person.member_number.is_empty() && !self.numbers.insert(fold(&person.member_number)) {
            incoming.problems.push(Problem::new(incoming.row, None, "import.member_number_taken"));
        }
        let (relations, has_note) = (person.relations.clone(), !person.note.is_empty());
        self.people.push(Entry { id: None, person, relations, has_note, restricted: false });
        Action::New { at: self.people.len() - 1 }
    }

    fn complete(&mut self, incoming: &mut Incoming, at: usize) -> (Action, Vec<Difference>) {
        let Some(entry) = self.people.get_mut(at) else { return (Action::Skip, vec![]) };
        if entry.restricted {
            incoming.problems.push(Problem::new(incoming.row, None, Code::PersonRestricted.as_str()));
            return (Action::Skip, vec![]);
        }
        let added = complete(entry, &incoming.person);
        if added.keeps_note {
            incoming.problems.push(Problem::new(incoming.row, None, NOTE_KEPT));
        }
        if !added.differs.is_empty() {
            incoming.problems.push(Problem::new(incoming.row, None, DIFFERS));
        }
        if added.is_nothing() {
            return (Action::Same { at }, added.differs);
        }
        let Addition { person, filled, relations, differs, .. } = added;
        entry.relations.extend(relations.iter().cloned());
        entry.has_note |= !person.note.is_empty();
        entry.person = person.clone();
        (Action::Complete { at, person: Box::new(person), relations, filled }, differs)
    }

    /// The number of rows of each kind. A person with two rows counts twice.
    pub(super) fn counts(&self) -> Counts {
        let count = |is: fn(&Action) -> bool| self.steps.iter().filter(|s| is(&s.action)).count();
        Counts {
            new: count(|a| matches!(a, Action::New { .. })),
            complete: count(|a| matches!(a, Action::Complete { .. })),
            same: count(|a| matches!(a, Action::Same { .. })),
            ask: count(|a| matches!(a, Action::Ask)),
            skip: count(|a| matches!(a, Action::Skip)),
        }
    }
}

/// The problem of a row about which a person has to decide.
const UNSURE: &str = "import.unsure";
/// The problem of a row that may be the same person as another row.
const PERHAPS_TWICE: &str = "import.perhaps_twice";
/// The problem of a row that is the same person as a row that is skipped.
const AS_SKIPPED: &str = "import.same_as_skipped";
/// The problem of a row with a note about somebody who has one already.
const NOTE_KEPT: &str = "import.note_kept";
/// The problem of a row with a no where the vault has a yes.
const YES_KEPT: &str = "import.yes_kept";
/// The problem of a row that says otherwise about somebody who is known.
const DIFFERS: &str = "import.differs";

/// How many rows of each kind a list has.
pub(super) struct Counts {
    pub(super) new: usize,
    pub(super) complete: usize,
    pub(super) same: usize,
    pub(super) ask: usize,
    pub(super) skip: usize,
}
