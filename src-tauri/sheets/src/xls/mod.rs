//! Workbooks of Excel 5 to 2003 (MS-XLS): a sequence of records. We have our own reader because we need the number
//! format of each cell, and because a size that the file claims must never be trusted.
mod bytes;
pub(crate) mod ole;
mod record;
mod text;

use crate::gathered::Gathered;
use crate::limits::{Budget, MAX_MERGES, MAX_SHEETS};
use crate::number::shown::number_cell;
use crate::number::{NumberFormat, built_in};
use crate::refusal::{Refusal, Result, Why, too_large};
use crate::sheet::{Book, Cell, Format, Hints, Merge, Sheet};
use bytes::{f64_at, u16_at, u32_at};
use record::{Record, Records, kind, packed, truth_or_error};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use text::{Charset, Strings};

/// The first part of the stream, which applies to all sheets.
struct Globals {
    charset: Charset,
    from_1904: bool,
    codes: HashMap<u16, String>,
    /// Format number and bold, by style number.
    styles: Vec<(u16, bool)>,
    fonts: Vec<bool>,
    strings: Vec<String>,
    sheets: Vec<(usize, bool, String)>,
}

fn damaged() -> Refusal {
    Refusal::new(Why::Damaged)
}

/// Reads every worksheet.
pub(crate) fn read(bytes: Vec<u8>, budget: &mut Budget) -> Result<Book> {
    let stream = ole::workbook(&bytes, &budget.work)?;
    drop(bytes);
    let globals = read_globals(&stream, budget)?;
    let mut formats = HashMap::new();
    let mut sheets = vec![];
    for (offset, hidden, name) in &globals.sheets {
        let mut sheet = SheetReader {
            globals: &globals,
            formats: &mut formats,
            budget,
            gathered: Gathered::default(),
            merged: vec![],
            hints: Hints::default(),
            awaits_text: None,
        };
        sheet.read(&stream, *offset)?;
        let (rows, merged, hints) = (sheet.gathered.into_rows(), sheet.merged, sheet.hints);
        let from_1904 = globals.from_1904;
        sheets.push(Sheet { name: name.clone(), hidden: *hidden, rows, merged, hints, from_1904, ..Sheet::default() });
    }
    Ok(Book { format: Format::Xls, sheets, lost_characters: false })
}

fn read_globals(stream: &[u8], budget: &mut Budget) -> Result<Globals> {
    let mut globals = Globals {
        charset: Charset::new(u16_at(stream, 4).unwrap_or(0)),
        from_1904: false,
        codes: HashMap::new(),
        styles: vec![],
        fonts: vec![],
        strings: vec![],
        sheets: vec![],
    };
    let mut records = Records { stream, at: 0 };
    if !records.next().is_some_and(|r| kind::BOF.contains(&r.kind)) {
        return Err(damaged());
    }
    let (mut listed, mut ended) = (vec![], false);
    for record in records {
        let data = record.data;
        budget.work.steps(record.cost())?;
        match record.kind {
            kind::FILE_PASS => return Err(Refusal::new(Why::Encrypted)),
            kind::CODE_PAGE => globals.charset.set_code_page(u16_at(data, 0).unwrap_or(1252)),
            kind::DATE_1904 => globals.from_1904 = u16_at(data, 0) == Some(1),
            kind::FORMAT => {
                if let (Some(id), Some(code)) = (u16_at(data, 0), globals.charset.format_code(data)) {
                    budget.work.room(code.len() + 100)?;
                    globals.codes.insert(id, code);
                }
            }
            kind::FONT => globals.fonts.push(u16_at(data, 6).is_some_and(|weight| weight >= 700)),
            kind::XF => {
                // There is no font number 4: higher numbers are one too high.
                let font = u16_at(data, 0).map_or(0, |n| usize::from(if n > 4 { n - 1 } else { n }));
                let bold = globals.fonts.get(font).copied().unwrap_or(false);
                globals.styles.push((u16_at(data, 2).unwrap_or(0), bold));
            }
            kind::SST => globals.strings = Strings::shared(&record, budget)?,
            kind::BOUND_SHEET => {
                budget.work.room(data.len() + 100)?;
                listed.push(data.to_vec());
            }
            kind::EOF => {
                ended = true;
                break;
            }
            _ => {}
        }
    }
    // The stream ends inside its first part: the file was cut off.
    if !ended {
        return Err(damaged());
    }
    if listed.len() > MAX_SHEETS {
        return Err(too_large().over("sheets", MAX_SHEETS));
    }
    for data in listed {
        let (Some(offset), Some(state), Some(kind)) = (u32_at(&data, 0), data.get(4), data.get(5)) else { continue };
        if *kind == 0 {
            let name = globals.charset.short_text(data.get(6..).unwrap_or_default());
            globals.sheets.push((offset as usize, state & 3 != 0, name));
        }
    }
    Ok(globals)
}

struct SheetReader<'a> {
    globals: &'a Globals,
    formats: &'a mut HashMap<u16, NumberFormat>,
    budget: &'a mut Budget,
    gathered: Gathered,
    merged: Vec<Merge>,
    hints: Hints,
    /// A formula whose text result follows in a separate record.
    awaits_text: Option<(u16, u16, u16)>,
}

impl SheetReader<'_> {
    fn read(&mut self, stream: &[u8], offset: usize) -> Result<()> {
        let mut depth = 0;
        let mut begun = false;
        for record in (Records { stream, at: offset }) {
            self.budget.work.steps(record.cost())?;
            match record.kind {
                of if kind::BOF.contains(&of) => {
                    depth += 1;
                    begun = true;
                }
                kind::EOF => depth -= 1,
                // At depth 2 is a chart inside the sheet, which has cells of its own.
                _ if depth == 1 => self.take(&record)?,
                _ => {}
            }
            if depth <= 0 {
                return if begun { Ok(()) } else { Err(damaged()) };
            }
        }
        // The stream ends inside a sheet: the file was cut off.
        Err(damaged())
    }

    fn take(&mut self, record: &Record<'_>) -> Result<()> {
        let data = record.data;
        if record.kind == kind::MERGE_CELLS {
            let areas = data.get(2..).unwrap_or_default().chunks_exact(8).filter_map(merge);
            self.merged.extend(areas.take(MAX_MERGES.saturating_sub(self.merged.len())));
            return Ok(());
        }
        if record.kind == kind::STRING {
            if let Some((row, column, style)) = self.awaits_text.take() {
                let text = self.globals.charset.long_text(record, 0);
                self.put(row, column, style, Cell::text(text))?;
            }
            return Ok(());
        }
        if record.kind == kind::PANE {
            self.hints.frozen = u16_at(data, 2).map(u32::from).filter(|rows| (1..200).contains(rows));
            return Ok(());
        }
        let (Some(row), Some(column), Some(style)) = (u16_at(data, 0), u16_at(data, 2), u16_at(data, 4)) else {
            return Ok(());
        };
        match record.kind {
            kind::NUMBER => self.number(row, column, style, f64_at(data, 6)),
            kind::RK => self.number(row, column, style, u32_at(data, 6).map(packed)),
            kind::MUL_RK => {
                let cells = data.get(4..data.len().saturating_sub(2)).unwrap_or_default().chunks_exact(6);
                for (i, cell) in (0u16..).zip(cells) {
                    let (style, value) = (u16_at(cell, 0).unwrap_or(0), u32_at(cell, 2).map(packed));
                    self.number(row, column.saturating_add(i), style, value)?;
                }
                Ok(())
            }
            kind::LABEL_SST => {
                let index = u32_at(data, 6).unwrap_or(u32::MAX) as usize;
                let text = self.globals.strings.get(index).ok_or_else(damaged)?;
                self.budget.work.steps(text.len() / 64)?;
                self.put(row, column, style, Cell::text(text.clone()))
            }
            kind::LABEL | kind::R_STRING => {
                let text = self.globals.charset.long_text(record, 6);
                self.put(row, column, style, Cell::text(text))
            }
            kind::BOOL_ERR => {
                let (value, is_error) = (data.get(6).copied().unwrap_or(0), data.get(7) == Some(&1));
                self.put(row, column, style, Cell::text(truth_or_error(value, is_error)))
            }
            of if kind::FORMULA.contains(&of) => self.formula(row, column, style, data),
            _ => Ok(()),
        }
    }

    /// The result of a formula as it was last calculated.
    fn formula(&mut self, row: u16, column: u16, style: u16, data: &[u8]) -> Result<()> {
        if u16_at(data, 12) != Some(0xFFFF) {
            return self.number(row, column, style, f64_at(data, 6));
        }
        let value = data.get(8).copied().unwrap_or(0);
        match data.get(6) {
            Some(0) => {
                self.awaits_text = Some((row, column, style));
                Ok(())
            }
            Some(kind @ (1 | 2)) => self.put(row, column, style, Cell::text(truth_or_error(value, *kind == 2))),
            _ => Ok(()),
        }
    }

    fn number(&mut self, row: u16, column: u16, style: u16, value: Option<f64>) -> Result<()> {
        let Some(value) = value else { return Ok(()) };
        let globals = self.globals;
        let work = &self.budget.work;
        let id = globals.styles.get(usize::from(style)).map_or(0, |s| s.0);
        let format = match self.formats.entry(id) {
            Entry::Occupied(ready) => ready.into_mut(),
            Entry::Vacant(place) => {
                // A file also lists built-in formats, in its maker's language. For the dates 14 and 22 we use ours.
                let own = globals.codes.get(&id).filter(|_| !matches!(id, 14 | 22));
                let code = own.map_or_else(|| built_in::code(u32::from(id)), String::as_str);
                place.insert(NumberFormat::paid(code, work)?)
            }
        };
        format.pay(work)?;
        let cell = number_cell(value, format, globals.from_1904);
        self.put(row, column, style, cell)
    }

    fn put(&mut self, row: u16, column: u16, style: u16, cell: Cell) -> Result<()> {
        let bold = self.globals.styles.get(usize::from(style)).is_some_and(|s| s.1);
        self.gathered.put(u32::from(row), u32::from(column), cell, bold, self.budget)
    }
}

fn merge(area: &[u8]) -> Option<Merge> {
    let at = |i| u16_at(area, i).map(|n| u32::from(n) + 1);
    Some(Merge { rows: (at(0)?, at(2)?), columns: (at(4)?, at(6)?) })
}
