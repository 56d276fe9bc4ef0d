//! Office Open XML workbooks. Own reader, because a list must come in although one odd thing is beside it: a count that a
//! file claims is not believed (nor is room made for it), an unknown error value is text, a part may stand anywhere.
use super::archive::Package;
use super::built_in;
use super::limits::Budget;
use super::number::NumberFormat;
use super::work::Work;
use super::xlsx_parts::{self, Workbook};
use super::xlsx_sheet::SheetReader;
use super::{Book, Cell, Format, calendar, decimal};
use crate::error::Result;
use crate::kernel::time::Date;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Reads every worksheet.
pub(super) fn read(package: &mut Package, budget: &mut Budget) -> Result<Book> {
    let workbook = xlsx_parts::read(package, budget)?;
    let mut formats = Formats { workbook: &workbook, ready: HashMap::new(), work: budget.work.clone() };
    let mut sheets = vec![];
    for listed in &workbook.sheets {
        let mut reader = SheetReader::new(&workbook, &mut formats, budget);
        reader.read(package.xml(&listed.part)?)?;
        let mut sheet = reader.finish();
        if sheet.hints.has_tables {
            super::xlsx_sheet::read_tables(package, &listed.part, &mut sheet.hints)?;
        }
        (sheet.name, sheet.hidden, sheet.from_1904) = (listed.name.clone(), listed.hidden, workbook.from_1904);
        sheets.push(sheet);
    }
    Ok(Book { format: Format::Xlsx, sheets, lost_characters: false })
}

/// The number formats of a workbook, each taken apart once.
pub(super) struct Formats<'a> {
    workbook: &'a Workbook,
    ready: HashMap<u32, NumberFormat>,
    work: Work,
}

impl Formats<'_> {
    /// The format of a style.
    pub(super) fn of(&mut self, style: usize) -> Result<&NumberFormat> {
        let styles = &self.workbook.styles;
        let id = styles.cells.get(style).map_or(0, |s| s.0);
        let own = styles.codes.get(&id).map(String::as_str);
        // Built-in formats follow the computer's language; what the file itself spells out wins.
        let own = own.filter(|c| id >= 164 || !matches!(*c, "General" | "mm-dd-yy" | "m/d/yy h:mm"));
        self.taken_apart(id, own.unwrap_or_else(|| built_in::code(id)))
    }

    /// How a day is shown where the cell's own format shows none.
    pub(super) fn of_days(&mut self) -> Result<&NumberFormat> {
        self.taken_apart(14, built_in::code(14))
    }

    fn taken_apart(&mut self, id: u32, code: &str) -> Result<&NumberFormat> {
        let format = match self.ready.entry(id) {
            Entry::Occupied(ready) => ready.into_mut(),
            Entry::Vacant(place) => place.insert(NumberFormat::paid(code, &self.work)?),
        };
        format.pay(&self.work)?;
        Ok(format)
    }
}

/// A number as its format shows it, with the day behind it if it is one.
pub(super) fn number_cell(value: f64, format: &NumberFormat, from_1904: bool) -> Cell {
    if !value.is_finite() {
        return Cell::text(decimal::general(value));
    }
    let day = format.has_day().then(|| calendar::moment(value, from_1904)).flatten();
    Cell { text: format.show(value, from_1904), day: day.map(|m| Date(m.date())) }
}
