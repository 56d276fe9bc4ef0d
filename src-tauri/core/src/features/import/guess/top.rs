//! The rows at the top of a sheet, where its headings are looked for. Every row there is held against every other, so what a
//! cell is, is found out once.
use super::meaning::LONGEST;
use super::shape;
use crate::error::Result;
use ledenkluis_sheets::{Sheet, Work};
use std::cell::OnceCell;
use std::collections::HashSet;

/// A heading is looked for in so many rows with content.
pub(super) const SEARCHED: usize = 60;
/// So many rows below a candidate are looked at.
pub(super) const BELOW: usize = 60;

/// The rows at the top of a sheet, each of their cells looked at once.
pub(super) struct Top<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) rows: Vec<Vec<Seen<'a>>>,
    /// How many cells of each row hold something.
    pub(super) filled: Vec<usize>,
    /// Rows with a cell that reaches into the row below.
    pub(super) joined: HashSet<u32>,
}

/// A cell at the top, without the end of what is too long for a heading and for a value.
pub(super) struct Seen<'a> {
    pub(super) text: &'a str,
    pub(super) value: OnceCell<bool>,
}

impl<'a> Top<'a> {
    /// Looks at a sheet.
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

    /// The text of a cell; empty where the row ends before it.
    pub(super) fn text(&self, row: usize, column: usize) -> &'a str {
        self.rows.get(row).and_then(|r| r.get(column)).map_or("", |seen| seen.text)
    }

    /// The number of a row as a person counts.
    pub(super) fn number(&self, row: usize) -> u32 {
        self.sheet.rows.get(row).map_or(0, |r| r.number)
    }
}

fn cut(text: &str) -> &str {
    let end = (0..=text.len().min(LONGEST + 1)).rev().find(|i| text.is_char_boundary(*i));
    text.get(..end.unwrap_or(0)).unwrap_or_default()
}

impl Seen<'_> {
    /// Is it something that no heading would be?
    pub(super) fn is_value(&self) -> bool {
        *self.value.get_or_init(|| shape::is_value(self.text))
    }
}
