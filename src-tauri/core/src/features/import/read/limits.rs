//! How much a file may hold. Counted while reading, since a small file can claim to be a large one.
use super::{Cell, Row};
use crate::error::{Code, Error, Result};
use std::collections::BTreeMap;

/// The file itself.
pub(super) const MAX_FILE: u64 = 100 * 1024 * 1024;
/// The parts of a packed file, unpacked.
pub(super) const MAX_UNPACKED: u64 = 300 * 1024 * 1024;
/// Rows with content in one file.
const MAX_ROWS: usize = 250_000;
/// Columns.
pub(super) const MAX_COLUMNS: u32 = 1_024;
/// Cells up to the last filled one of each row.
const MAX_CELLS: usize = 4_000_000;
/// Characters in one cell, as in every spreadsheet program.
pub(super) const MAX_CELL: usize = 32_767;
/// Bytes of text in one file.
const MAX_TEXT: usize = 150 * 1024 * 1024;

/// What a file has used of its room.
#[derive(Debug, Default)]
pub(super) struct Budget {
    rows: usize,
    cells: usize,
    text: usize,
}

/// `import.too_large`.
#[track_caller]
pub(super) fn too_large() -> Error {
    Error::new(Code::ImportTooLarge)
}

impl Budget {
    pub(super) fn rows(&mut self, n: usize) -> Result<()> {
        self.rows = self.rows.saturating_add(n);
        if self.rows > MAX_ROWS { Err(too_large().arg("rows", MAX_ROWS)) } else { Ok(()) }
    }

    pub(super) fn cells(&mut self, n: usize) -> Result<()> {
        self.cells = self.cells.saturating_add(n);
        if self.cells > MAX_CELLS { Err(too_large().arg("cells", MAX_CELLS)) } else { Ok(()) }
    }

    pub(super) fn text(&mut self, text: &str) -> Result<()> {
        self.text = self.text.saturating_add(text.len());
        // Bytes first: counting characters of every cell would cost more than it saves.
        if self.text > MAX_TEXT || (text.len() > MAX_CELL && text.chars().count() > MAX_CELL) {
            return Err(too_large().arg("characters", MAX_CELL));
        }
        Ok(())
    }
}

/// Gathers cells in any order into rows.
#[derive(Debug, Default)]
pub(super) struct Gathered(BTreeMap<u32, Vec<Cell>>);

impl Gathered {
    /// Puts a cell; row and column count from 0. Cells without text are left out.
    pub(super) fn put(&mut self, row: u32, column: u32, cell: Cell, budget: &mut Budget) -> Result<()> {
        if cell.text.is_empty() {
            return Ok(());
        }
        if column >= MAX_COLUMNS {
            return Err(too_large().arg("columns", MAX_COLUMNS));
        }
        budget.text(&cell.text)?;
        let cells = match self.0.entry(row) {
            std::collections::btree_map::Entry::Occupied(e) => e.into_mut(),
            std::collections::btree_map::Entry::Vacant(e) => {
                budget.rows(1)?;
                e.insert(vec![])
            }
        };
        let column = column as usize;
        if cells.len() <= column {
            budget.cells(column + 1 - cells.len())?;
            cells.resize(column + 1, Cell::default());
        }
        if let Some(place) = cells.get_mut(column) {
            *place = cell;
        }
        Ok(())
    }

    /// The rows in order; rows of nothing but white space are left out.
    pub(super) fn into_rows(self) -> Vec<Row> {
        let rows = self.0.into_iter().map(|(row, cells)| Row { number: row.saturating_add(1), cells });
        rows.filter(|r| r.filled() > 0).collect()
    }
}
