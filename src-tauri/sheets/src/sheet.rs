//! What is read: a book of sheets, a sheet of rows, a row of cells.
use chrono::NaiveDate;

/// The kinds of file that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
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
    pub fn as_str(self) -> &'static str {
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
pub struct Book {
    /// What kind of file it is.
    pub format: Format,
    /// Its sheets in their order; a text file has one.
    pub sheets: Vec<Sheet>,
    /// Some characters could not be read in the file's encoding.
    pub lost_characters: bool,
}

/// A sheet: only the rows that hold something.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// Its name; empty for a text file.
    pub name: String,
    /// Hidden in the program that made it.
    pub hidden: bool,
    /// The rows that hold something, in their order.
    pub rows: Vec<Row>,
    /// Cells joined into one; only the first ten thousand.
    pub merged: Vec<Merge>,
    /// What the file itself says about its headings.
    pub hints: Hints,
    /// Rows with a formula that no program has worked out: what it shows is not in the file.
    pub without_value: Vec<u32>,
    /// Days are counted from 1904.
    pub from_1904: bool,
}

/// Where a file says that its headings are, in rows as a person counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hints {
    /// The first row of a filter or a table.
    pub heading: Option<u32>,
    /// The last row of those that stay in sight.
    pub frozen: Option<u32>,
    /// The row with totals of a table.
    pub totals: Option<u32>,
    /// The sheet has tables, which stand in parts of their own.
    pub(crate) has_tables: bool,
}

/// A row with content, and the number that a person sees beside it.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// The number beside it, counted from 1.
    pub number: u32,
    /// Its cells up to the last filled one.
    pub cells: Vec<Cell>,
    /// All its text is in bold.
    pub bold: bool,
}

/// A cell as shown, with the day behind it where the file holds one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// The text as the program that made the file shows it.
    pub text: String,
    /// The day behind it.
    pub day: Option<NaiveDate>,
}

/// Cells joined into one; rows and columns count from 1, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    /// The first and the last row.
    pub rows: (u32, u32),
    /// The first and the last column.
    pub columns: (u32, u32),
}

impl Cell {
    /// A cell that is only text.
    pub fn text(text: impl Into<String>) -> Self {
        Cell { text: text.into(), day: None }
    }

    /// Nothing but white space.
    pub fn is_blank(&self) -> bool {
        self.text.chars().all(|c| c.is_whitespace() || c == '\u{feff}' || c == '\0')
    }
}

impl Row {
    /// The text of a column, without white space around it; empty where the row ends before it.
    pub fn get(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |c| c.text.trim())
    }

    /// How many cells hold something.
    pub fn filled(&self) -> usize {
        self.cells.iter().filter(|c| !c.is_blank()).count()
    }
}
