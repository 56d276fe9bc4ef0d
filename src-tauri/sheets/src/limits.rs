//! How much a file may hold, whatever its size. Counted while reading, since a small file can claim to be a large one; what a
//! small file may hold besides is in `work`.
use crate::refusal::{Refusal, Result, Why};
use crate::sheet::{Cell, Row};
use crate::work::Work;

/// Bytes of a file: a larger one need not even be read from the disk.
pub const MAX_FILE: u64 = 100 * 1024 * 1024;
/// The parts of a packed file, unpacked.
pub(crate) const MAX_UNPACKED: u64 = 300 * 1024 * 1024;
/// Rows with content in one file.
const MAX_ROWS: usize = 250_000;
/// Columns, as many as any spreadsheet program has; how many can be filled in every row depends on `MAX_CELLS`.
pub(crate) const MAX_COLUMNS: u32 = 16_384;
/// Beyond this column white space is no cell: somebody once touched a far corner of the sheet.
pub(crate) const USUAL_COLUMNS: u32 = 1_024;
/// Cells up to the last filled one of each row.
const MAX_CELLS: usize = 2_000_000;
/// Characters in one cell, as in every spreadsheet program.
pub(crate) const MAX_CELL: usize = 32_767;
/// Bytes of text in one file, with the texts that cells share.
const MAX_TEXT: usize = 100 * 1024 * 1024;
/// Texts that cells share.
const MAX_STRINGS: usize = 2_000_000;
/// Bytes of one piece of a part: an element, a text.
pub(crate) const MAX_RUN: u64 = 8 * 1024 * 1024;
/// Bytes of a part that is not written in UTF-8: it is decoded whole.
pub(crate) const MAX_WIDE: usize = 24 * 1024 * 1024;
/// Pieces of all parts together: a cell takes five.
pub(crate) const MAX_PIECES: u64 = 12_000_000;
/// Parts of a packed file.
pub(crate) const MAX_PARTS: usize = 20_000;
/// Sheets.
pub(crate) const MAX_SHEETS: usize = 256;
/// Formats, fonts and styles of cells; every program stops at 65,490.
pub(crate) const MAX_STYLES: usize = 100_000;
/// Joined cells that are remembered; they only matter to headings.
pub(crate) const MAX_MERGES: usize = 10_000;

/// Characters of a format code, as in Excel.
pub(crate) const MAX_CODE: usize = 255;

/// What a cell costs beyond its text, in steps and in bytes.
const CELL: (usize, usize) = (10, 2 * size_of::<Cell>());
/// What an allocation takes besides what it holds.
const ALLOCATED: usize = 16;

/// What a file has used of its limits.
pub(crate) struct Budget {
    rows: usize,
    cells: usize,
    text: usize,
    strings: usize,
    pub(crate) work: Work,
}

/// `TooLarge`.
#[track_caller]
pub(crate) fn too_large() -> Refusal {
    Refusal::new(Why::TooLarge)
}

impl Budget {
    /// Nothing is used yet; `work` may say stop.
    pub(crate) fn new(work: Work) -> Self {
        Budget { rows: 0, cells: 0, text: 0, strings: 0, work }
    }

    pub(crate) fn rows(&mut self, n: usize) -> Result<()> {
        self.work.steps(n.saturating_mul(20))?;
        self.work.room(n.saturating_mul(2 * size_of::<Row>()))?;
        self.rows = self.rows.saturating_add(n);
        if self.rows > MAX_ROWS { Err(too_large().over("rows", MAX_ROWS)) } else { Ok(()) }
    }

    pub(crate) fn cells(&mut self, n: usize) -> Result<()> {
        self.work.steps(n.saturating_mul(CELL.0))?;
        self.work.room(n.saturating_mul(CELL.1))?;
        self.cells = self.cells.saturating_add(n);
        if self.cells > MAX_CELLS { Err(too_large().over("cells", MAX_CELLS)) } else { Ok(()) }
    }

    pub(crate) fn text(&mut self, text: &str) -> Result<()> {
        self.work.steps(1 + text.len() / 16)?;
        self.work.room(text.len() + ALLOCATED)?;
        self.text = self.text.saturating_add(text.len());
        // Bytes first: counting characters of every cell would cost more than it saves.
        if self.text > MAX_TEXT || (text.len() > MAX_CELL && text.chars().count() > MAX_CELL) {
            return Err(too_large().over("characters", MAX_CELL));
        }
        Ok(())
    }

    /// A text that cells share. It may be longer than a cell: then no cell may point at it.
    pub(crate) fn string(&mut self, text: &str) -> Result<()> {
        self.work.room(size_of::<String>() * 2)?;
        self.strings = self.strings.saturating_add(1);
        if self.strings > MAX_STRINGS {
            return Err(too_large().over("strings", MAX_STRINGS));
        }
        self.text(text)
    }
}
