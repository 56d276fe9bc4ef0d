//! The request for an import.
use super::DateOrder;
use super::guess::meaning::Meaning;
use crate::features::people::RelationKind;
use crate::kernel::id::{FileToken, PersonId};
use serde::{Deserialize, Serialize};

/// How to import a list. `import_open` guesses a request; the user adjusts it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ImportRequest {
    /// The token of the chosen file.
    pub file: FileToken,
    /// The sheet, counted from 1.
    pub sheet: usize,
    /// The row with headings, from 1; `null` if there is none.
    pub header_row: Option<u32>,
    /// The meaning of each column; a column with `null` is not imported.
    pub columns: Vec<Option<Meaning>>,
    /// The relation of people whose row does not give one.
    pub relation: RelationKind,
    /// Whether that relation has ended: a list of former members.
    #[serde(default)]
    pub ended: bool,
    /// The order of day, month and year in every date column.
    pub date_order: DateOrder,
    /// What a person decided about rows, at most one decision each. The program decides about the others, and leaves out
    /// those of which it is not sure.
    #[serde(default)]
    #[ts(as = "Option<Vec<RowDecision>>", optional)]
    pub decisions: Vec<RowDecision>,
}

/// Who a row is, decided by a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "ImportDecision")]
pub struct RowDecision {
    /// The row number, from 1.
    pub row: u32,
    /// What was decided about it.
    pub answer: RowAnswer,
}

/// Who a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportAnswer")]
pub enum RowAnswer {
    /// This person of the vault.
    Same(PersonId),
    /// The person in this earlier row, by its number.
    SameRow(u32),
    /// Nobody else: a new person.
    Another,
    /// The row is left out.
    Skip,
}

/// Something that is not imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportProblem")]
pub struct Problem {
    /// The row number, from 1.
    pub row: u32,
    /// The column, from 0; `null` if the problem concerns the whole row.
    pub column: Option<usize>,
    /// What is wrong: `field.email`, `field.date`, `import.ragged_row` …
    pub code: String,
}

impl Problem {
    pub(super) fn new(row: u32, column: Option<usize>, code: impl Into<String>) -> Self {
        Problem { row, column, code: code.into() }
    }
}

impl ImportRequest {
    /// The columns that are imported, with their places.
    pub(super) fn wanted(&self) -> Vec<(usize, &Meaning)> {
        self.columns.iter().enumerate().filter_map(|(at, meaning)| Some((at, meaning.as_ref()?))).collect()
    }
}
