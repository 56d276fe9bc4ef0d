//! How much a file may hold, whatever its size. Counted while reading, since a small file can claim to be a large one; what a
//! small file may hold besides is in `work`.
use super::work::Work;
use super::{Cell, Row};
use crate::error::{Code, Error, Result};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// The file itself.
pub(super) const MAX_FILE: u64 = 100 * 1024 * 1024;
/// The parts of a packed file, unpacked.
pub(super) const MAX_UNPACKED: u64 = 300 * 1024 * 1024;
/// Rows with content in one file.
const MAX_ROWS: usize = 250_000;
/// Columns, as many as any spreadsheet program has; how many can be filled in every row depends on `MAX_CELLS`.
pub(super) const MAX_COLUMNS: u32 = 16_384;
/// Beyond this column white space is no cell: somebody once touched a far corner of the sheet.
const USUAL_COLUMNS: u32 = 1_024;
/// Cells up to the last filled one of each row.
const MAX_CELLS: usize = 2_000_000;
/// Characters in one cell, as in every spreadsheet program.
pub(super) const MAX_CELL: usize = 32_767;
/// Bytes of text in one file, with the texts that cells share.
const MAX_TEXT: usize = 100 * 1024 * 1024;
/// Texts that cells share.
const MAX_STRINGS: usize = 2_000_000;
/// Bytes of one piece of a part: an element, a text.
pub(super) const MAX_RUN: u64 = 8 * 1024 * 1024;
/// Bytes of a part that is not written in UTF-8: it is decoded whole.
pub(super) const MAX_WIDE: usize = 24 * 1024 * 1024;
/// Pieces of all parts together: a cell takes five.
pub(super) const MAX_PIECES: u64 = 12_000_000;
/// Parts of a packed file.
pub(super) const MAX_PARTS: usize = 20_000;
/// Sheets.
pub(super) const MAX_SHEETS: usize = 256;
/// Formats, fonts and styles of cells; every program stops at 65,490.
pub(super) const MAX_STYLES: usize = 100_000;
/// Joined cells that are remembered; they only matter to headings.
pub(super) const MAX_MERGES: usize = 10_000;

/// Characters of a format code, as in Excel.
pub(super) const MAX_CODE: usize = 255;

/// What a cell costs beyond its text, in steps and in bytes.
const CELL: (usize, usize) = (10, 2 * size_of::<Cell>());
/// What an allocation takes besides what it holds.
const ALLOCATED: usize = 16;

/// What a file has used of its limits.
pub(super) struct Budget {
    rows: usize,
    cells: usize,
    text: usize,
    strings: usize,
    pub(super) work: Work,
}

/// `import.too_large`.
#[track_caller]
pub(super) fn too_large() -> Error {
    Error::new(Code::ImportTooLarge)
}

impl Budget {
    /// Nothing is used yet; `work` may say stop.
    pub(super) fn new(work: Work) -> Self {
        Budget { rows: 0, cells: 0, text: 0, strings: 0, work }
    }

    pub(super) fn rows(&mut self, n: usize) -> Result<()> {
        self.work.steps(n.saturating_mul(20))?;
        self.work.room(n.saturating_mul(2 * size_of::<Row>()))?;
        self.rows = self.rows.saturating_add(n);
        if self.rows > MAX_ROWS { Err(too_large().arg("rows", MAX_ROWS)) } else { Ok(()) }
    }

    pub(super) fn cells(&mut self, n: usize) -> Result<()> {
        self.work.steps(n.saturating_mul(CELL.0))?;
        self.work.room(n.saturating_mul(CELL.1))?;
        self.cells = self.cells.saturating_add(n);
        if self.cells > MAX_CELLS { Err(too_large().arg("cells", MAX_CELLS)) } else { Ok(()) }
    }

    pub(super) fn text(&mut self, text: &str) -> Result<()> {
        self.work.steps(1 + text.len() / 16)?;
        self.work.room(text.len() + ALLOCATED)?;
        self.text = self.text.saturating_add(text.len());
        // Bytes first: counting characters of every cell would cost more than it saves.
        if self.text > MAX_TEXT || (text.len() > MAX_CELL && text.chars().count() > MAX_CELL) {
            return Err(too_large().arg("characters", MAX_CELL));
        }
        Ok(())
    }

    /// A text that cells share. It may be longer than a cell: then no cell may point at it.
    pub(super) fn string(&mut self, text: &str) -> Result<()> {
        self.work.room(size_of::<String>() * 2)?;
        self.strings = self.strings.saturating_add(1);
        if self.strings > MAX_STRINGS {
            return Err(too_large().arg("strings", MAX_STRINGS));
        }
        self.text(text)
    }
}

/// Gathers cells in any order into rows.
#[derive(Debug, Default)]
pub(super) struct Gathered(BTreeMap<u32, Row>);

impl Gathered {
    /// Puts a cell; row and column count from 0. Cells without text are left out.
    pub(super) fn put(&mut self, row: u32, column: u32, cell: Cell, bold: bool, budget: &mut Budget) -> Result<()> {
        budget.work.steps(2 + cell.text.len() / 16)?;
        if cell.text.is_empty() || (column >= USUAL_COLUMNS && cell.is_blank()) {
            return Ok(());
        }
        if column >= MAX_COLUMNS {
            return Err(too_large().arg("columns", MAX_COLUMNS));
        }
        budget.text(&cell.text)?;
        let into = match self.0.entry(row) {
            Entry::Occupied(e) => e.into_mut(),
            Entry::Vacant(e) => {
                budget.rows(1)?;
                e.insert(Row { number: row.saturating_add(1), cells: vec![], bold: true })
            }
        };
        into.bold &= bold;
        let column = column as usize;
        if into.cells.len() <= column {
            budget.cells(column + 1 - into.cells.len())?;
            into.cells.resize(column + 1, Cell::default());
        }
        if let Some(place) = into.cells.get_mut(column) {
            *place = cell;
        }
        Ok(())
    }

    /// Says that a row stands there several times.
    pub(super) fn repeat(&mut self, row: u32, times: u32, budget: &mut Budget) -> Result<()> {
        let Some(first) = self.0.get(&row).cloned() else { return Ok(()) };
        for further in 1..times {
            let number = row.saturating_add(further).saturating_add(1);
            budget.rows(1)?;
            budget.cells(first.cells.len())?;
            first.cells.iter().try_for_each(|c| budget.text(&c.text))?;
            self.0.insert(number - 1, Row { number, ..first.clone() });
        }
        Ok(())
    }

    /// The rows in order; rows of nothing but white space are left out.
    pub(super) fn into_rows(self) -> Vec<Row> {
        self.0.into_values().filter(|r| r.filled() > 0).collect()
    }
}
