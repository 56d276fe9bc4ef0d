//! Reads the files that people keep lists in: xlsx, xls, ods and text with separators. Format by content, never by name.
//! Cells come out as the program that made the file shows them. A file from outside is hostile until read: every
//! reader stays within `limits`, and a fault inside a third-party reader is a damaged file, not a crash.
mod archive;
mod built_in;
mod calendar;
mod code_page;
mod csv;
mod decimal;
mod encoding;
mod fraction;
mod limits;
mod number;
mod ods;
mod ods_cell;
mod ole;
mod separator;
mod source;
mod work;
mod xls;
mod xls_record;
mod xls_text;
mod xlsx;
mod xlsx_parts;
mod xlsx_sheet;
mod xml;

use crate::error::{Code, Error, Result};
use crate::kernel::time::Date;
use limits::Budget;

pub(crate) use source::bytes_of;
pub(crate) use work::Work;

/// The kinds of file that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// Office Open XML, with or without macros (which are never run).
    Xlsx,
    /// Excel 5 to 2003.
    Xls,
    /// OpenDocument.
    Ods,
    /// Text with separators.
    Csv,
}

impl Format {
    /// Its name in `inspect`.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Format::Xlsx => "xlsx",
            Format::Xls => "xls",
            Format::Ods => "ods",
            Format::Csv => "csv",
        }
    }
}

/// A file, read.
#[derive(Debug, Clone)]
pub(crate) struct Book {
    pub(crate) format: Format,
    pub(crate) sheets: Vec<Sheet>,
    /// Some characters could not be read in the file's encoding.
    pub(crate) lost_characters: bool,
}

/// A sheet: only the rows that hold something.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) hidden: bool,
    pub(crate) rows: Vec<Row>,
    pub(crate) merged: Vec<Merge>,
    /// What the file itself says about its headings.
    pub(crate) hints: Hints,
    /// Rows with a formula that no program has worked out: what it shows is not in the file.
    pub(crate) without_value: Vec<u32>,
    /// Days are counted from 1904.
    pub(crate) from_1904: bool,
}

/// Where a file says that its headings are, in rows as a person counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Hints {
    /// The first row of a filter or a table.
    pub(crate) heading: Option<u32>,
    /// The last row of those that stay in sight.
    pub(crate) frozen: Option<u32>,
    /// The row with totals of a table.
    pub(crate) totals: Option<u32>,
    /// The sheet has tables, which stand in parts of their own.
    has_tables: bool,
}

/// A row with content, and the number that a person sees beside it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    pub(crate) number: u32,
    pub(crate) cells: Vec<Cell>,
    /// All its text is in bold.
    pub(crate) bold: bool,
}

/// A cell as shown, with the day behind it where the file holds one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) text: String,
    pub(crate) day: Option<Date>,
}

/// Cells joined into one; rows and columns count from 1, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Merge {
    pub(crate) rows: (u32, u32),
    pub(crate) columns: (u32, u32),
}

impl Cell {
    /// A cell that is only text.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Cell { text: text.into(), day: None }
    }

    /// Nothing but white space.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.chars().all(|c| c.is_whitespace() || c == '\u{feff}' || c == '\0')
    }
}

impl Row {
    /// The text of a column, without white space around it; empty where the row ends before it.
    pub(crate) fn get(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |c| c.text.trim())
    }

    /// How many cells hold something.
    pub(crate) fn filled(&self) -> usize {
        self.cells.iter().filter(|c| !c.is_blank()).count()
    }
}

/// Reads a file that is already in memory. Every reader pays from `work`, which may say stop.
///
/// # Errors
/// `import.encrypted`, `import.damaged`, `import.too_large`, `import.unsupported`, `import.nothing` for an empty file,
/// `job.cancelled`.
pub(crate) fn read_bytes(bytes: Vec<u8>, work: &Work) -> Result<Book> {
    let budget = Budget::new(work.clone());
    let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| read_format(bytes, budget)));
    result.unwrap_or_else(|_| Err(Error::new(Code::ImportDamaged)))
}

fn read_format(bytes: Vec<u8>, mut budget: Budget) -> Result<Book> {
    if bytes.is_empty() {
        return Err(Error::new(Code::ImportNothing));
    }
    if bytes.starts_with(&ole::SIGNATURE) {
        return xls::read(bytes, &mut budget);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") || bytes.starts_with(b"PK00PK") {
        let mut package = archive::Package::open(bytes, &budget.work)?;
        return match package.kind()? {
            Format::Ods => ods::read(&mut package, &mut budget),
            _ => xlsx::read(&mut package, &mut budget),
        };
    }
    csv::read(bytes, &mut budget)
}

#[cfg(test)]
mod number_tests;
#[cfg(test)]
mod odd_tests;
#[cfg(test)]
mod tests;
