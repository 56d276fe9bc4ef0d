//! The result of reading: a book of sheets, a sheet of rows, a row of cells.
use chrono::NaiveDate;

/// The supported file formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Office Open XML, with or without macros (which never run).
    Xlsx,
    /// The binary format of Excel 5 to 2003.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// Delimited text.
    Csv,
}

impl Format {
    /// The name that `kluis inspect` shows: `xlsx`.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Xlsx => "xlsx",
            Format::Xls => "xls",
            Format::Ods => "ods",
            Format::Csv => "csv",
        }
    }
}

/// A file that was read.
#[derive(Debug, Clone)]
pub struct Book {
    /// The format that its content showed.
    pub format: Format,
    /// The sheets in file order; a text file has one.
    pub sheets: Vec<Sheet>,
    /// Some bytes were not valid in the encoding of the file.
    pub lost_characters: bool,
}

/// A sheet. Blank rows are left out.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// The name; empty for a text file.
    pub name: String,
    /// Hidden in the program that made the file.
    pub hidden: bool,
    /// The rows with content, in order.
    pub rows: Vec<Row>,
    /// Merged cells; only the first ten thousand.
    pub merged: Vec<Merge>,
    /// What the file itself says about its headings.
    pub hints: Hints,
    /// Numbers of rows with a formula whose result is not in the file, because no program has calculated it.
    pub without_value: Vec<u32>,
    /// Dates count from 1904 instead of 1900.
    pub from_1904: bool,
}

/// Where a file says that its headings are. Rows count from 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hints {
    /// The first row of a filter or a table.
    pub heading: Option<u32>,
    /// The last of the rows that stay visible when scrolling.
    pub frozen: Option<u32>,
    /// The totals row of a table.
    pub totals: Option<u32>,
    /// The sheet has tables; these are in separate parts of the package.
    pub(crate) has_tables: bool,
}

/// A row with content.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// The row number that a spreadsheet program shows, from 1.
    pub number: u32,
    /// The cells up to the last filled one.
    pub cells: Vec<Cell>,
    /// All text in the row is bold.
    pub bold: bool,
}

/// A cell as shown, with the underlying date where the file has one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// The text as the program that made the file shows it; of a whole number that it shows as a power of ten, the
    /// digits.
    pub text: String,
    /// The underlying date; `None` where the file has none.
    pub day: Option<NaiveDate>,
}

/// A merged range. Rows and columns count from 1; both ends are included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    /// The first and last row.
    pub rows: (u32, u32),
    /// The first and last column.
    pub columns: (u32, u32),
}

impl Cell {
    /// A cell with text only.
    pub fn text(text: impl Into<String>) -> Self {
        Cell { text: text.into(), day: None }
    }

    /// Whether the cell holds only white space, byte order marks or zero characters.
    pub fn is_blank(&self) -> bool {
        self.text.chars().all(|c| c.is_whitespace() || c == '\u{feff}' || c == '\0')
    }
}

impl Row {
    /// The trimmed text of a column; empty beyond the end of the row.
    pub fn get(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |c| c.text.trim())
    }

    /// The number of cells that are not blank.
    pub fn filled(&self) -> usize {
        self.cells.iter().filter(|c| !c.is_blank()).count()
    }
}
