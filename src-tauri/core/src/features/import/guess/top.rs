//! The first rows of a sheet, where the headings are. Every row there is compared with every other, so the kind of each
//! cell is found out only once.
use super::meaning::LONGEST;
use super::shape;
use crate::error::Result;
use ledenkluis_sheets::{Sheet, Work};
use std::cell::OnceCell;
use std::collections::HashSet;

/// Rows with content that are searched for headings.
pub(super) const SEARCHED: usize = 60;
/// Rows below a candidate that are compared with it.
pub(super) const BELOW: usize = 60;

/// The first rows of a sheet.
pub(super) struct Top<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) rows: Vec<Vec<Seen<'a>>>,
    /// The number of filled cells in each row.
    pub(super) filled: Vec<usize>,
    /// Numbers of rows with a cell that is merged with the row below.
    pub(super) joined: HashSet<u32>,
}

/// A cell near the top. Text that is too long for a heading or value is cut off.
pub(super) struct Seen<'a> {
    pub(super) text: &'a str,
    pub(super) value: OnceCell<bool>,
}

impl<'a> Top<'a> {
    pub(super) fn of(sheet: &'a Sheet, work: &Work) -> Result<Self> {
        let mut rows = vec![];
        for row in sheet.rows.iter().take(SEARCHED + BELOW + 1) {
            work.steps(2 + 2 * row.cells.len())?;
            let seen = |c| Seen { text: cut(row.get(c)), value: OnceCell::new() };
            rows.push((0..row.cells.len()).map(seen).collect::<Vec<_>>());
        }
        work.steps(sheet.merged.len())?;
        let joined = sheet.merged.iter().filter(|m| m.rows.1 > m.rows.0).map(|m| m.rows.0).collect();
        let filled = rows.iter().map(|r| r.iter().filter(|c| !c.text.is_empty()).count()).collect();
        Ok(Top { sheet, rows, filled, joined })
    }

    /// The text of a cell; empty beyond the end of the row.
    pub(super) fn text(&self, row: usize, column: usize) -> &'a str {
        self.rows.get(row).and_then(|r| r.get(column)).map_or("", |seen| seen.text)
    }

    /// The number of a row, from 1.
    pub(super) fn number(&self, row: usize) -> u32 {
        self.sheet.rows.get(row).map_or(0, |r| r.number)
    }
}

fn cut(text: &str) -> &str {
    let end = (0..=text.len().min(LONGEST + 1)).rev().find(|i| text.is_char_boundary(*i));
    text.get(..end.unwrap_or(0)).unwrap_or_default()
}

impl Seen<'_> {
    /// Whether this is something that would not be a heading.
    pub(super) fn is_value(&self) -> bool {
        *self.value.get_or_init(|| shape::is_value(self.text))
    }
}
