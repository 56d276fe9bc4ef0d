//! Turns a number of a file into a cell.
use super::{NumberFormat, calendar, decimal};
use crate::sheet::Cell;

/// The number as its format shows it, with the underlying date if the format shows one.
pub(crate) fn number_cell(value: f64, format: &NumberFormat, from_1904: bool) -> Cell {
    if !value.is_finite() {
        return Cell::text(decimal::general(value));
    }
    let day = format.has_day().then(|| calendar::moment(value, from_1904)).flatten();
    Cell { text: format.show(value, from_1904), day: day.map(|m| m.date()) }
}
