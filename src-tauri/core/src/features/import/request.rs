//! What is asked of an import.
use super::DateOrder;
use super::guess::meaning::Meaning;
use crate::features::people::RelationKind;
use crate::kernel::id::FileToken;
use serde::{Deserialize, Serialize};

/// How a list is to be taken over. `import_open` guesses one; the screen changes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ImportRequest {
    /// The chosen file.
    pub file: FileToken,
    /// The sheet, counted from 1.
    pub sheet: usize,
    /// The row with headings as a person counts, `null` where there is none.
    pub header_row: Option<u32>,
    /// What each column becomes; `null` stays behind.
    pub columns: Vec<Option<Meaning>>,
    /// What the people of the list are, where the list does not say.
    pub relation: RelationKind,
    /// How its dates are written.
    pub date_order: DateOrder,
}

/// Something in a row that is not taken over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportProblem")]
pub struct Problem {
    /// The row, as a person counts.
    pub row: u32,
    /// The column, counted from 0; `null` if it is about the row.
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
    /// The columns that become something, by their places.
    pub(super) fn wanted(&self) -> Vec<(usize, &Meaning)> {
        self.columns.iter().enumerate().filter_map(|(at, meaning)| Some((at, meaning.as_ref()?))).collect()
    }
}
