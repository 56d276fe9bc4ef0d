//! Office Open XML workbooks, read cell by cell: the used range that a sheet claims is not believed.
use super::archive::Package;
use super::built_in;
use super::limits::{Budget, Gathered};
use super::number::NumberFormat;
use super::{Book, Cell, Format, Merge, Sheet, calendar, decimal};
use crate::error::{Code, Error, Result};
use crate::kernel::time::Date;
use calamine::{DataRef, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};
use std::collections::HashMap;
use std::io::Cursor;

type Workbook = Xlsx<Cursor<Vec<u8>>>;

// The cause is left out on purpose: it may quote a cell, and causes go to the log.
fn refusal(error: XlsxError) -> Error {
    Error::new(match error {
        XlsxError::Password => Code::ImportEncrypted,
        _ => Code::ImportDamaged,
    })
}

/// Reads every worksheet.
pub(super) fn read(package: Package, budget: &mut Budget) -> Result<Book> {
    let mut workbook: Workbook = Xlsx::new(package.into_inner()).map_err(refusal)?;
    let from_1904 = workbook.has_1904_epoch();
    let listed: Vec<(String, bool)> = workbook
        .sheets_metadata()
        .iter()
        .filter(|s| s.typ == SheetType::WorkSheet)
        .map(|s| (s.name.clone(), s.visible != SheetVisible::Visible))
        .collect();
    let mut sheets = vec![];
    for (name, hidden) in listed {
        let rows = read_sheet(&mut workbook, &name, from_1904, budget)?.into_rows();
        let merged = merges(&mut workbook, &name);
        sheets.push(Sheet { name, hidden, rows, merged });
    }
    Ok(Book { format: Format::Xlsx, sheets, lost_characters: false })
}

fn read_sheet(workbook: &mut Workbook, name: &str, from_1904: bool, budget: &mut Budget) -> Result<Gathered> {
    let mut reader = workbook.worksheet_cells_reader(name).map_err(refusal)?;
    let mut formats: HashMap<usize, NumberFormat> = HashMap::new();
    let mut gathered = Gathered::default();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(refusal)? {
        let (row, column) = cell.get_position();
        let value = cell.get_value();
        if matches!(value, DataRef::Empty) {
            continue;
        }
        let format = formats.entry(style).or_insert_with(|| format_of(reader.styles().get(style)));
        gathered.put(row, column, shown(value, format, from_1904), budget)?;
    }
    Ok(gathered)
}

fn format_of(style: Option<&Style>) -> NumberFormat {
    let Some(format) = style.and_then(|s| s.number_format.as_ref()) else { return NumberFormat::parse("General") };
    let code = match (format.format_id, format.format_code.as_str()) {
        // Built-in formats follow the computer's language; what the file itself spells out wins.
        (Some(id), "General" | "mm-dd-yy" | "m/d/yy h:mm") if id < 164 => built_in::code(id),
        (_, code) => code,
    };
    NumberFormat::parse(code)
}

fn shown(value: &DataRef<'_>, format: &NumberFormat, from_1904: bool) -> Cell {
    match value {
        DataRef::Empty => Cell::default(),
        DataRef::String(s) => Cell::text(s.as_str()),
        DataRef::SharedString(s) => Cell::text(*s),
        DataRef::Bool(b) => Cell::text(if *b { "TRUE" } else { "FALSE" }),
        DataRef::Error(e) => Cell::text(e.to_string()),
        DataRef::Int(i) => number_cell(*i as f64, format, from_1904),
        DataRef::Float(f) => number_cell(*f, format, from_1904),
        DataRef::DateTime(d) if format.is_calendar() => number_cell(d.as_f64(), format, from_1904),
        DataRef::DateTime(d) => number_cell(d.as_f64(), &NumberFormat::parse(built_in::code(14)), from_1904),
        DataRef::DateTimeIso(s) => {
            let day = s.get(..10).and_then(|d| d.parse::<Date>().ok());
            Cell { text: s.trim_end_matches("T00:00:00").to_owned(), day }
        }
        DataRef::DurationIso(s) => Cell::text(s.as_str()),
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

/// Joined cells of a sheet; one whose list of them is broken has none.
fn merges(workbook: &mut Workbook, sheet: &str) -> Vec<Merge> {
    let areas = workbook.merge_cells_by_sheet_name(sheet).unwrap_or_default();
    let ends = |a: u32, b: u32| (a.saturating_add(1), b.saturating_add(1));
    areas.iter().map(|a| Merge { rows: ends(a.start.0, a.end.0), columns: ends(a.start.1, a.end.1) }).collect()
}
