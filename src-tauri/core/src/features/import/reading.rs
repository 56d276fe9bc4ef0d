//! How the rows of one list are read: which columns are imported, and how each column writes its dates.
use super::guess::dates::{Evidence, Reading as DateReading};
use super::guess::header::Layout;
use super::guess::meaning::{Field, Meaning};
use super::list::List;
use super::request::{ImportRequest, Problem};
use crate::error::Result;
use crate::kernel::time::Date;
use ledenkluis_sheets::{Sheet, Work};

/// Day and month are not in the same order everywhere in a column.
pub(super) const MIXED_DATES: &str = "import.mixed_dates";

/// Whether a column has dates.
pub(super) fn is_date(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Field(Field::BirthDate | Field::MemberSince | Field::MemberUntil))
}

/// What the values of a column say about the order of its dates.
///
/// # Errors
/// As `Work::steps`.
pub(super) fn evidence(sheet: &Sheet, layout: &Layout, column: usize, work: &Work) -> Result<Evidence> {
    let mut evidence = Evidence::default();
    for row in layout.records.iter().filter_map(|i| sheet.rows.get(*i)) {
        let text = row.get(column);
        work.steps(20 + 2 * text.len())?;
        evidence.add(text, row.cells.get(column).and_then(|c| c.day).map(Date));
    }
    Ok(evidence)
}

pub(super) struct Reading<'a> {
    pub(super) request: &'a ImportRequest,
    /// The columns that are imported.
    pub(super) wanted: Vec<(usize, &'a Meaning)>,
    pub(super) today: Date,
    /// How to read the dates of a column that has them.
    dates: Vec<(usize, DateReading)>,
    heading: u32,
}

impl<'a> Reading<'a> {
    /// Looks through the columns of dates.
    ///
    /// # Errors
    /// As `Work::steps`.
    pub(super) fn of(list: &List, request: &'a ImportRequest, today: Date) -> Result<Self> {
        let wanted = request.wanted();
        let mut dates = vec![];
        for (column, _) in wanted.iter().filter(|(_, m)| is_date(m)) {
            let evidence = evidence(&list.sheet, &list.layout, *column, &list.work)?;
            dates.push((*column, evidence.reading(request.date_order, list.sheet.from_1904)));
        }
        Ok(Reading { request, wanted, today, dates, heading: list.layout.header_row.unwrap_or(1) })
    }

    /// How the dates of a column are read.
    pub(super) fn dates(&self, column: usize) -> DateReading {
        let plain = || Evidence::default().reading(self.request.date_order, false);
        self.dates.iter().find(|(at, _)| *at == column).map_or_else(plain, |(_, reading)| *reading)
    }

    /// The columns in which day and month are written in two orders, told at their headings.
    pub(super) fn told(&self) -> impl Iterator<Item = Problem> {
        let mixed = self.dates.iter().filter(|(_, reading)| reading.is_mixed());
        mixed.map(|(column, _)| Problem::new(self.heading, Some(*column), MIXED_DATES))
    }

    /// The first column with one of these meanings.
    pub(super) fn column_of(&self, fields: &[Field]) -> Option<usize> {
        let is_one = |m: &Meaning| matches!(m, Meaning::Field(f) if fields.contains(f));
        self.wanted.iter().find(|(_, m)| is_one(m)).map(|(column, _)| *column)
    }
}
