//! What an import would do with each row, for whoever works without the screen.
use super::check::plan_of;
use super::doubt::{RowDifference, differences};
use super::plan::{Action, Plan, Step};
use super::request::ImportRequest;
use crate::error::Result;
use crate::features::people::Because;
use crate::kernel::id::PersonId;
use crate::kernel::session::Session;
use crate::kernel::stored::stored;
use serde::Serialize;

stored! {
    /// What happens with a row.
    #[ts(rename = "ImportOutcome")]
    pub enum Outcome {
        /// A new person.
        New = "new",
        /// Somebody who is known, or who is in an earlier row; completed if something is missing.
        Same = "same",
        /// Left out until a person decides.
        Ask = "ask",
        /// Skipped: no name, somebody who is restricted, or a person decided so.
        Skipped = "skipped",
    }
}

/// A row and what happens with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportRowOutcome")]
pub struct RowOutcome {
    /// The row number, from 1.
    pub row: u32,
    /// What happens with it.
    pub decision: Outcome,
    /// Who it is, or may be; `null` for nobody in the vault.
    pub person: Option<PersonId>,
    /// The earlier row that may be the same person; `null` if there is none.
    pub same_row: Option<u32>,
    /// Why, strongest first; what speaks against it after what speaks for it.
    pub because: Vec<Because>,
    /// What it says otherwise. The vault keeps what it has.
    pub differs: Vec<RowDifference>,
}

/// What an import would do with each row, without doing it.
///
/// # Errors
/// As `check`.
pub fn rows(s: &Session, request: ImportRequest) -> Result<Vec<RowOutcome>> {
    let (_, plan) = plan_of(s, &request)?;
    Ok(plan.steps.iter().map(|step| outcome(&plan, step)).collect())
}

fn outcome(plan: &Plan, step: &Step) -> RowOutcome {
    let doubtful = step.doubt.as_ref();
    let (decision, at) = match &step.action {
        Action::New { .. } => (Outcome::New, doubtful.and_then(|doubt| doubt.person)),
        Action::Complete { at, .. } | Action::Same { at } => (Outcome::Same, Some(*at)),
        Action::Ask => (Outcome::Ask, doubtful.and_then(|doubt| doubt.person)),
        Action::Skip => (Outcome::Skipped, doubtful.and_then(|doubt| doubt.person)),
    };
    let entry = at.and_then(|at| plan.people.get(at));
    RowOutcome {
        row: step.incoming.row,
        decision,
        person: entry.and_then(|entry| entry.id),
        same_row: doubtful.and_then(|doubt| doubt.row),
        because: if entry.is_some_and(|entry| entry.restricted) { vec![] } else { step.because.clone() },
        differs: differences(step),
    }
}
