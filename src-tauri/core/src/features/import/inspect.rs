//! Shows what is in a file, without a vault: its sheets, its headings, and what the columns seem to mean.
use super::DateOrder;
use super::guess::header::{self, Layout};
use super::guess::mapping::{self, Column};
use super::oddities::{WITHOUT_VALUE, Warning, covered, ragged_rows, rows_without_value};
use super::read;
use super::reading::{MIXED_DATES, evidence, is_date};
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::id::FileToken;
use crate::kernel::progress::Progress;
use ledenkluis_sheets::{Book, Format, Sheet, Work};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// Records that are shown.
const SHOWN: usize = 5;
/// Warnings of one kind that are listed per sheet. A list that is wrong everywhere has one fault, not thousands.
const WARNINGS: usize = 200;

/// Which file to inspect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[ts(rename = "ImportInspectRequest")]
pub struct InspectRequest {
    /// The token of the chosen file.
    pub file: FileToken,
    /// One sheet, from 1; without it, all sheets.
    #[serde(default)]
    pub sheet: Option<usize>,
}

/// The content of a file. `kluis inspect` prints it.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Inspection {
    /// `xlsx`, `xls`, `ods` or `csv`.
    pub format: String,
    /// The sheets in file order; a text file has one.
    pub sheets: Vec<SheetView>,
    /// What to check before importing.
    pub warnings: Vec<Warning>,
}

/// A sheet of an inspected file.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportSheet")]
pub struct SheetView {
    /// The name; empty for a text file.
    pub name: String,
    /// Hidden in the program that made the file.
    pub hidden: bool,
    /// The row with headings, from 1; `null` if there is none.
    pub header_row: Option<u32>,
    /// The number of records: rows with content below the headings.
    pub rows: usize,
    /// Every column, with its guessed meaning.
    pub columns: Vec<Column>,
    /// The first records as shown. Values of forbidden columns are masked.
    pub first_rows: Vec<Vec<String>>,
}

/// Inspects a file. `sheet` counts from 1; without it, all sheets are shown. `progress` can cancel the work.
///
/// # Errors
/// Why it cannot be read (`import.encrypted`, `import.damaged`, `import.too_large`, `import.unsupported`), or
/// `import.nothing` if no sheet has a record, or `import.sheet_missing`, or `job.cancelled`.
pub fn inspect(path: &Path, sheet: Option<usize>, progress: &Progress) -> Result<Inspection> {
    let (bytes, _) = read::bytes_of(path, progress)?;
    let work = read::account(bytes.len() as u64, progress);
    inspect_bytes(bytes, sheet, &work)
}

/// Like `inspect`, for a file that is already in memory and is charged to `work`.
///
/// # Errors
/// As `inspect`.
pub(super) fn inspect_bytes(bytes: Vec<u8>, sheet: Option<usize>, work: &Work) -> Result<Inspection> {
    let book = read::read_bytes(bytes, work)?;
    let wanted = |number: usize| sheet.is_none_or(|s| s == number);
    let chosen: Vec<(usize, &Sheet)> = (1..).zip(&book.sheets).filter(|(n, _)| wanted(*n)).collect();
    if sheet.is_some() && !book.sheets.is_empty() {
        chosen.first().or_refuse(Code::ImportSheetMissing)?;
    }
    let mut inspection = Inspection { format: book.format.as_str().to_owned(), sheets: vec![], warnings: vec![] };
    if book.lost_characters {
        inspection.warnings.push(Warning { code: "import.lost_characters".to_owned(), row: None, sheet: 1 });
    }
    for (number, sheet) in chosen {
        let layout = header::find(sheet, book.format == Format::Csv, work)?;
        inspection.warnings.extend(warnings(&book, sheet, &layout, number, work)?);
        let view = view(sheet, &layout, work)?;
        inspection.warnings.extend(mixed_dates(sheet, &layout, &view.columns, number, work)?);
        inspection.sheets.push(view);
    }
    if inspection.sheets.iter().all(|s| s.rows == 0) {
        return Err(Error::new(Code::ImportNothing));
    }
    Ok(inspection)
}

fn warnings(book: &Book, sheet: &Sheet, layout: &Layout, number: usize, work: &Work) -> Result<Vec<Warning>> {
    let mut warnings = vec![];
    if book.format == Format::Csv {
        warnings.extend(ragged_rows(sheet, layout, number, work)?.into_iter().take(WARNINGS));
    }
    let left_out = |row: &u32| Warning { code: "import.left_out_row".to_owned(), row: Some(*row), sheet: number };
    warnings.extend(layout.left_out.iter().map(left_out).take(WARNINGS));
    let unknown = |row: u32| Warning { code: WITHOUT_VALUE.to_owned(), row: Some(row), sheet: number };
    warnings.extend(rows_without_value(sheet, layout, work)?.into_iter().take(WARNINGS).map(unknown));
    work.room(warnings.len() * 1_000)?;
    Ok(warnings)
}

/// A warning for each column in which day and month are in two orders, at its heading.
fn mixed_dates(sheet: &Sheet, layout: &Layout, columns: &[Column], number: usize, work: &Work) -> Result<Vec<Warning>> {
    let mut warnings = vec![];
    let dates = columns.iter().enumerate().filter(|(_, c)| c.meaning.as_ref().is_some_and(is_date));
    for (column, _) in dates {
        if evidence(sheet, layout, column, work)?.reading(DateOrder::Dmy, sheet.from_1904).is_mixed() {
            warnings.push(Warning { code: MIXED_DATES.to_owned(), row: layout.header_row, sheet: number });
        }
    }
    Ok(warnings)
}

fn view(sheet: &Sheet, layout: &Layout, work: &Work) -> Result<SheetView> {
    let columns = mapping::guess(sheet, layout, work)?;
    let shown = layout.records.iter().filter_map(|i| sheet.rows.get(*i)).take(SHOWN);
    let first_rows = shown.map(|row| covered(row, &columns, work)).collect::<Result<_>>()?;
    Ok(SheetView {
        name: sheet.name.clone(),
        hidden: sheet.hidden,
        header_row: layout.header_row,
        rows: layout.records.len(),
        columns,
        first_rows,
    })
}
