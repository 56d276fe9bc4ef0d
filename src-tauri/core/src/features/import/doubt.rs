//! The rows of which the program is not sure who they are, side by side with whom they may be; and what a list says
//! otherwise about people who are known.
use super::fact::{Fact, facts};
use super::guess::meaning::Meaning;
use super::matching::{Difference, Entry};
use super::plan::{Action, Doubt, Plan, Step};
use super::request::RowAnswer;
use crate::features::people::Because;
use crate::features::people::NewPerson;
use crate::features::people::identity::Likeness;
use crate::kernel::id::PersonId;
use serde::Serialize;

/// A row of which the program is not sure who it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportDoubt")]
pub struct DoubtRow {
    /// The row number, from 1.
    pub row: u32,
    /// The name in the row, as people say it.
    pub name: String,
    /// The row as it would be stored.
    pub facts: Vec<Fact>,
    /// The person of the vault whom it may be; `null` if there is none.
    pub person: Option<PersonId>,
    /// The earlier row that it may be the same person as; `null` if there is none.
    pub same_row: Option<u32>,
    /// The name of whom it may be.
    pub known_name: String,
    /// What is known of whom it may be. Of somebody who is restricted, nothing but the name.
    pub known: Vec<Fact>,
    /// Why, strongest first; what speaks against it after what speaks for it.
    pub because: Vec<Because>,
    /// What a person decided; `null` if nothing yet.
    pub decided: Option<RowAnswer>,
}

/// A row that says otherwise about somebody who is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportDiffering")]
pub struct Differing {
    /// The row number, from 1.
    pub row: u32,
    /// The person; `null` for somebody who is only in an earlier row of the list.
    pub person: Option<PersonId>,
    /// The name, as people say it.
    pub name: String,
    /// The fields.
    pub fields: Vec<RowDifference>,
}

/// A field in which a row differs from what is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportDifference")]
pub struct RowDifference {
    /// The field; of an address, the whole.
    pub field: Meaning,
    /// What is known, and stays; empty if nothing is. Of a status, `ended` or `runs`.
    pub old: String,
    /// What the list says; empty likewise.
    pub new: String,
}

/// The rows about which a person has to decide, most doubtful first.
pub(super) fn doubts(plan: &Plan) -> Vec<DoubtRow> {
    let mut doubts: Vec<(f64, DoubtRow)> = plan.steps.iter().filter_map(|step| doubt(plan, step)).collect();
    doubts.sort_by(|(a, one), (b, other)| a.total_cmp(b).then(one.row.cmp(&other.row)));
    doubts.into_iter().map(|(_, doubt)| doubt).collect()
}

/// A doubt, and how far it is from even odds.
fn doubt(plan: &Plan, step: &Step) -> Option<(f64, DoubtRow)> {
    let Doubt { person, row, decision, decided } = step.doubt.as_ref()?;
    let likeness: &Likeness = decision.likeness.as_ref().or(decision.row.as_ref())?;
    let entry = person.and_then(|at| plan.people.get(at));
    let at_row = |number: u32| plan.steps.binary_search_by_key(&number, |s| s.incoming.row).ok();
    let of_row = |number: u32| plan.steps.get(at_row(number)?).map(|s| &s.incoming.person);
    let known = entry.map(|entry| &entry.person).or_else(|| row.and_then(of_row))?;
    let shown = DoubtRow {
        row: step.incoming.row,
        name: step.incoming.person.name.display(),
        facts: without_note(&step.incoming.person),
        person: entry.and_then(|entry| entry.id),
        same_row: if entry.is_none() { *row } else { None },
        known_name: known.name.display(),
        known: entry.map_or_else(|| without_note(known), facts_of),
        because: if entry.is_some_and(|entry| entry.restricted) { vec![] } else { step.because.clone() },
        decided: *decided,
    };
    Some((likeness.bits.abs(), shown))
}

/// What is known of somebody. Of whoever is restricted only the name is shown, which is said apart.
fn facts_of(entry: &Entry) -> Vec<Fact> {
    if entry.restricted {
        return vec![];
    }
    without_note(&NewPerson { relations: entry.relations.clone(), ..entry.person.clone() })
}

/// A note does not tell who somebody is.
fn without_note(p: &NewPerson) -> Vec<Fact> {
    facts(&NewPerson { note: String::new(), ..p.clone() })
}

/// What the list says otherwise, in the order of its rows.
pub(super) fn differing(plan: &Plan) -> Vec<Differing> {
    let differs = plan.steps.iter().filter(|step| !step.differs.is_empty());
    let one = |step: &Step| {
        let at = match &step.action {
            Action::Same { at } | Action::Complete { at, .. } => Some(*at),
            Action::New { .. } | Action::Ask | Action::Skip => None,
        };
        Differing {
            row: step.incoming.row,
            person: at.and_then(|at| plan.people.get(at)).and_then(|entry| entry.id),
            name: step.incoming.person.name.display(),
            fields: differences(step),
        }
    };
    differs.map(one).collect()
}

/// The fields in which a row differs.
pub(super) fn differences(step: &Step) -> Vec<RowDifference> {
    let one = |d: &Difference| RowDifference { field: Meaning::Field(d.field), old: d.old.clone(), new: d.new.clone() };
    step.differs.iter().map(one).collect()
}
