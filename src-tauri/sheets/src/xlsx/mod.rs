//! Office Open XML workbooks. We have our own reader because one odd detail must not keep a list out: a size that the
//! file claims is neither trusted nor allocated, an unknown error value is text, and parts may be anywhere.
mod formats;
pub(crate) mod parts;
mod sheet;

use crate::limits::Budget;
use crate::packed::package::Package;
use crate::refusal::Result;
use crate::sheet::{Book, Format};
use formats::Formats;
use sheet::SheetReader;

/// Reads every worksheet.
pub(crate) fn read(package: &mut Package, budget: &mut Budget) -> Result<Book> {
    let workbook = parts::read(package, budget)?;
    let mut formats = Formats::new(&workbook, budget.work.clone());
    let mut sheets = vec![];
    for listed in &workbook.sheets {
        let mut reader = SheetReader::new(&workbook, &mut formats, budget);
        reader.read(package.xml(&listed.part)?)?;
        let mut sheet = reader.finish();
        if sheet.hints.has_tables {
            sheet::read_tables(package, &listed.part, &mut sheet.hints)?;
        }
        (sheet.name, sheet.hidden, sheet.from_1904) = (listed.name.clone(), listed.hidden, workbook.from_1904);
        sheets.push(sheet);
    }
    Ok(Book { format: Format::Xlsx, sheets, lost_characters: false })
}
