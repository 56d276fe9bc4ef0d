//! Collects cells into rows, in whatever order the file has them.
use crate::limits::{Budget, MAX_COLUMNS, USUAL_COLUMNS};
use crate::refusal::{Result, too_large};
use crate::sheet::{Cell, Row};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Rows by their number, counted from 0.
#[derive(Debug, Default)]
pub(crate) struct Gathered(BTreeMap<u32, Row>);

impl Gathered {
    /// Stores a cell; row and column count from 0. Empty cells are ignored.
    pub(crate) fn put(&mut self, row: u32, column: u32, cell: Cell, bold: bool, budget: &mut Budget) -> Result<()> {
        budget.work.steps(2 + cell.text.len() / 16)?;
        if cell.text.is_empty() || (column >= USUAL_COLUMNS && cell.is_blank()) {
            return Ok(());
        }
        if column >= MAX_COLUMNS {
            return Err(too_large().over("columns", MAX_COLUMNS));
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

    /// Repeats a row, so that it is there `times` times in all.
    pub(crate) fn repeat(&mut self, row: u32, times: u32, budget: &mut Budget) -> Result<()> {
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

    /// The rows in order, without those that hold only white space.
    pub(crate) fn into_rows(self) -> Vec<Row> {
        self.0.into_values().filter(|r| r.filled() > 0).collect()
    }
}
