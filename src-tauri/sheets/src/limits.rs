//! How much a file may hold, whatever its size. Counted while reading, because a small file can claim to be a large
//! one. `work` adds limits that grow with the size of the file.
use crate::refusal::{Result, too_large};
use crate::sheet::{Cell, Row};
use crate::work::Work;

/// Bytes of a file. A larger file need not even be read from disk.
pub const MAX_FILE: u64 = 100 * 1024 * 1024;
/// Unpacked bytes of all parts of a package.
pub(crate) const MAX_UNPACKED: u64 = 300 * 1024 * 1024;
/// Rows with content in one file.
const MAX_ROWS: usize = 250_000;
/// Columns, as many as any spreadsheet program has. `MAX_CELLS` limits how many rows can use them all.
pub(crate) const MAX_COLUMNS: u32 = 16_384;
/// From this column on, white space is ignored: it is usually left by a stray key press far from the list.
pub(crate) const USUAL_COLUMNS: u32 = 1_024;
/// Cells in one file. Each row counts up to its last filled cell.
const MAX_CELLS: usize = 2_000_000;
/// Characters in one cell, as in every spreadsheet program.
pub(crate) const MAX_CELL: usize = 32_767;
/// Bytes of text in one file, shared strings included.
const MAX_TEXT: usize = 100 * 1024 * 1024;
/// Shared strings: texts that cells refer to by number.
const MAX_STRINGS: usize = 2_000_000;
/// Bytes of one piece of an XML part, such as an element or a text, or of one line of delimited text.
pub(crate) const MAX_RUN: u64 = 8 * 1024 * 1024;
/// Bytes of an XML part that is not UTF-8. Such a part is decoded in memory as a whole.
pub(crate) const MAX_WIDE: usize = 24 * 1024 * 1024;
/// XML pieces of all parts together. A cell takes five.
pub(crate) const MAX_PIECES: u64 = 12_000_000;
/// Parts of a package.
pub(crate) const MAX_PARTS: usize = 20_000;
/// Sheets in one file.
pub(crate) const MAX_SHEETS: usize = 256;
/// Formats, fonts and cell styles, each. Spreadsheet programs stop at 65,490.
pub(crate) const MAX_STYLES: usize = 100_000;
/// Merged ranges that are kept; they only matter for headings.
pub(crate) const MAX_MERGES: usize = 10_000;

/// Characters of a format code, as in Excel.
pub(crate) const MAX_CODE: usize = 255;

/// What a cell costs besides its text, in steps and bytes.
const CELL: (usize, usize) = (10, 2 * size_of::<Cell>());
/// Overhead of an allocation in bytes.
const ALLOCATED: usize = 16;

/// What a file has used of these limits.
pub(crate) struct Budget {
    rows: usize,
    cells: usize,
    text: usize,
    strings: usize,
    pub(crate) work: Work,
}

impl Budget {
    /// An empty budget; `work` can cancel the reading.
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
        if self.text > MAX_TEXT {
            return Err(too_large().over("text", MAX_TEXT));
        }
        // Bytes first: counting the characters of every cell would be slow.
        if text.len() > MAX_CELL && text.chars().count() > MAX_CELL {
            return Err(too_large().over("characters", MAX_CELL));
        }
        Ok(())
    }

    /// A shared string, with the same length limit as a cell.
    pub(crate) fn string(&mut self, text: &str) -> Result<()> {
        self.work.room(size_of::<String>() * 2)?;
        self.strings = self.strings.saturating_add(1);
        if self.strings > MAX_STRINGS {
            return Err(too_large().over("strings", MAX_STRINGS));
        }
        self.text(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_names_the_limit_that_was_passed() {
        let limit = |done: Result<()>| done.err().and_then(|refusal| refusal.limit());
        let budget = || Budget::new(Work::default());
        assert_eq!(limit(budget().text(&"x".repeat(MAX_CELL + 1))), Some(("characters", MAX_CELL as u64)));
        assert_eq!(limit(budget().text(&"é".repeat(MAX_CELL))), None, "characters, not bytes");
        let (mut much, cell) = (budget(), "x".repeat(MAX_CELL));
        let first = (0..).map(|_| much.text(&cell)).find(Result::is_err);
        assert_eq!(first.and_then(limit), Some(("text", MAX_TEXT as u64)));
        assert_eq!(limit(budget().rows(MAX_ROWS + 1)), Some(("rows", MAX_ROWS as u64)));
        assert_eq!(limit(budget().cells(MAX_CELLS + 1)), Some(("cells", MAX_CELLS as u64)));
    }
}
