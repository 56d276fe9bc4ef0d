//! What is in a file, without a vault: its sheets, headings, and what the columns seem to mean.
use super::header::{self, Layout};
use super::mapping::{self, Column};
use super::read::{self, Format, Sheet};
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::id::FileToken;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// So many rows are shown.
const SHOWN: usize = 5;
/// So many warnings are listed; a list that is wrong everywhere is one fault, not a hundred thousand.
const WARNINGS: usize = 200;

/// Which file to look into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[ts(rename = "ImportInspectRequest")]
pub struct InspectRequest {
    /// The chosen file.
    pub file: FileToken,
    /// One sheet, counted from 1; without it all.
    #[serde(default)]
    pub sheet: Option<usize>,
}

/// A file, looked into. `kluis inspect` prints it.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Inspection {
    /// `xlsx`, `xls`, `ods` or `csv`.
    pub format: String,
    /// Its sheets in their order; text files have one.
    pub sheets: Vec<SheetView>,
    /// What to look at before taking it over.
    pub warnings: Vec<Warning>,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportSheet")]
pub struct SheetView {
    /// Its name; empty for a text file.
    pub name: String,
    /// Hidden in the program that made it.
    pub hidden: bool,
    /// The row with headings as a person counts, `null` where there is none.
    pub header_row: Option<u32>,
    /// Records: rows with content below the headings.
    pub rows: usize,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The first records as shown; forbidden columns are covered.
    pub first_rows: Vec<Vec<String>>,
}

/// Something to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportWarning")]
pub struct Warning {
    /// `import.ragged_row`: more or fewer fields than headings. `import.lost_characters`: not all text could be read.
    /// `import.left_out_row`: a total or a note under the list, not taken for a record. `import.formula_without_value`: a
    /// formula that no program has worked out, so that what it shows is not in the file.
    pub code: String,
    /// The row, as a person counts.
    pub row: Option<u32>,
    /// The sheet, counted from 1.
    pub sheet: usize,
}

/// Looks into a file. `sheet` counts from 1; without it all sheets are shown.
///
/// # Errors
/// Why it cannot be read (`import.encrypted`, `import.damaged`, `import.too_large`, `import.unsupported`), or
/// `import.nothing` if no sheet has a record, or `import.sheet_missing`.
pub fn inspect(path: &Path, sheet: Option<usize>) -> Result<Inspection> {
    let book = read::read(path)?;
    let is_text_file = book.format == Format::Csv;
    let wanted = |number: usize| sheet.is_none_or(|s| s == number);
    let chosen: Vec<(usize, &Sheet)> = (1..).zip(&book.sheets).filter(|(n, _)| wanted(*n)).collect();
    if sheet.is_some() && !book.sheets.is_empty() {
        chosen.first().or_missing(Code::ImportSheetMissing)?;
    }
    let mut inspection = Inspection { format: book.format.as_str().to_owned(), sheets: vec![], warnings: vec![] };
    if book.lost_characters {
        inspection.warnings.push(Warning { code: "import.lost_characters".to_owned(), row: None, sheet: 1 });
    }
    for (number, sheet) in chosen {
        let layout = header::find(sheet, is_text_file);
        if is_text_file {
            inspection.warnings.extend(ragged_rows(sheet, &layout, number).into_iter().take(WARNINGS));
        }
        let left_out = |row: &u32| Warning { code: "import.left_out_row".to_owned(), row: Some(*row), sheet: number };
        inspection.warnings.extend(layout.left_out.iter().map(left_out).take(WARNINGS));
        let unknown = |row: u32| Warning { code: WITHOUT_VALUE.to_owned(), row: Some(row), sheet: number };
        inspection.warnings.extend(rows_without_value(sheet, &layout).into_iter().take(WARNINGS).map(unknown));
        inspection.sheets.push(view(sheet, &layout));
    }
    if inspection.sheets.iter().all(|s| s.rows == 0) {
        return Err(Error::new(Code::ImportNothing));
    }
    Ok(inspection)
}

fn view(sheet: &Sheet, layout: &Layout) -> SheetView {
    let columns = mapping::guess(sheet, layout);
    let shown = layout.records.iter().filter_map(|i| sheet.rows.get(*i)).take(SHOWN);
    let first_rows =
        shown.map(|row| covered(&row.cells.iter().map(|c| c.text.clone()).collect::<Vec<_>>(), &columns)).collect();
    SheetView {
        name: sheet.name.clone(),
        hidden: sheet.hidden,
        header_row: layout.header_row,
        rows: layout.records.len(),
        columns,
        first_rows,
    }
}

/// A row to show: what a column must not hold is covered.
pub(crate) fn covered(cells: &[String], columns: &[Column]) -> Vec<String> {
    let forbidden = |c: usize| columns.get(c).is_some_and(|c| c.blocked.is_some());
    let cover = |(c, text): (usize, &String)| {
        if forbidden(c) && !text.is_empty() { "•••".to_owned() } else { text.clone() }
    };
    cells.iter().enumerate().map(cover).collect()
}

/// The code for a formula without a value.
pub(crate) const WITHOUT_VALUE: &str = "import.formula_without_value";

/// The records with a formula that no program has worked out.
pub(crate) fn rows_without_value(sheet: &Sheet, layout: &Layout) -> Vec<u32> {
    let of_records = layout.records.iter().filter_map(|i| sheet.rows.get(*i)).map(|r| r.number);
    let missing: std::collections::HashSet<u32> = sheet.without_value.iter().copied().collect();
    of_records.filter(|n| missing.contains(n)).collect()
}

/// Rows of a text file whose fields do not match the headings: the values may have moved a column.
pub(crate) fn ragged_rows(sheet: &Sheet, layout: &Layout, number: usize) -> Vec<Warning> {
    let Some(header) = sheet.rows.iter().find(|r| Some(r.number) == layout.header_row) else { return vec![] };
    let width = header.cells.len();
    let filled = header.cells.iter().rposition(|c| !c.is_blank()).map_or(0, |i| i + 1);
    let rows = layout.records.iter().filter_map(|i| sheet.rows.get(*i));
    // A separator too many at the end of a line moves nothing.
    let beyond = |r: &&read::Row| r.cells.iter().skip(width).any(|c| !c.is_blank());
    let ragged = rows.filter(|r| r.cells.len() < filled || beyond(r));
    ragged.map(|r| Warning { code: "import.ragged_row".to_owned(), row: Some(r.number), sheet: number }).collect()
}
