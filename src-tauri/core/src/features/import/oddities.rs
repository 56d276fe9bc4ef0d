//! What deserves attention before a list is imported, and how its rows are shown until then.
use super::guess::header::Layout;
use super::guess::mapping::Column;
use crate::error::Result;
use ledenkluis_sheets::{Row, Sheet, Work};
use serde::Serialize;

/// Something to check before importing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportWarning")]
pub struct Warning {
    /// `import.ragged_row`: more or fewer fields than headings. `import.lost_characters`: some text could not be
    /// decoded. `import.left_out_row`: a total, a note or repeated headings, not a record.
    /// `import.formula_without_value`: a formula that no program has calculated, so its result is not in the file.
    /// `import.mixed_dates`: a column in which day and month are in two orders; the row is that of its heading.
    pub code: String,
    /// The row number, from 1; `null` for a warning about the whole file.
    pub row: Option<u32>,
    /// The sheet, from 1.
    pub sheet: usize,
}

/// Characters of a cell that are shown; an ellipsis marks that there are more.
const SHOWN_TEXT: usize = 1_000;

pub(crate) fn shortened(text: &str) -> String {
    match text.char_indices().nth(SHOWN_TEXT) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// A row to show, with the values of forbidden columns masked.
///
/// # Errors
/// As `Work::steps`.
pub(crate) fn covered(row: &Row, columns: &[Column], work: &Work) -> Result<Vec<String>> {
    let forbidden = |c: usize| columns.get(c).is_some_and(|c| c.blocked.is_some());
    let mut shown = vec![];
    for (column, cell) in row.cells.iter().enumerate() {
        let text =
            if forbidden(column) && !cell.text.is_empty() { "•••".to_owned() } else { shortened(&cell.text) };
        work.steps(10 + text.len())?;
        // Once here, once in the response, once serialised: there a character may take six bytes.
        work.room(200 + 8 * text.len())?;
        shown.push(text);
    }
    Ok(shown)
}

pub(crate) const WITHOUT_VALUE: &str = "import.formula_without_value";

/// Records with a formula that no program has calculated.
///
/// # Errors
/// As `Work::steps`.
pub(crate) fn rows_without_value(sheet: &Sheet, layout: &Layout, work: &Work) -> Result<Vec<u32>> {
    work.steps(layout.records.len() + 2 * sheet.without_value.len())?;
    let of_records = layout.records.iter().filter_map(|i| sheet.rows.get(*i)).map(|r| r.number);
    let missing: std::collections::HashSet<u32> = sheet.without_value.iter().copied().collect();
    Ok(of_records.filter(|n| missing.contains(n)).collect())
}

/// Rows of a text file whose fields do not match the headings: values may be in the wrong column.
///
/// # Errors
/// As `Work::steps`.
pub(crate) fn ragged_rows(sheet: &Sheet, layout: &Layout, number: usize, work: &Work) -> Result<Vec<Warning>> {
    let Some(header) = sheet.rows.iter().find(|r| Some(r.number) == layout.header_row) else { return Ok(vec![]) };
    work.steps(sheet.rows.iter().map(|r| 5 + r.cells.len()).sum())?;
    let width = header.cells.len();
    let filled = header.cells.iter().rposition(|c| !c.is_blank()).map_or(0, |i| i + 1);
    let rows = layout.records.iter().filter_map(|i| sheet.rows.get(*i));
    // An extra separator at the end of a line shifts no values.
    let beyond = |r: &&Row| r.cells.iter().skip(width).any(|c| !c.is_blank());
    let ragged = rows.filter(|r| r.cells.len() < filled || beyond(r));
    let told = |r: &Row| Warning { code: "import.ragged_row".to_owned(), row: Some(r.number), sheet: number };
    Ok(ragged.map(told).collect())
}
