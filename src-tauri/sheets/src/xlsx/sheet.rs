//! One worksheet of an Office Open XML workbook, cell by cell. The used range that the file claims is ignored.
use super::formats::Formats;
use super::parts::{self, Workbook, rich_text, unescape};
use crate::gathered::Gathered;
use crate::limits::{Budget, MAX_MERGES};
use crate::number::calendar;
use crate::number::shown::number_cell;
use crate::packed::package::Package;
use crate::packed::xml::{Piece, Xml, attribute};
use crate::refusal::{Refusal, Result, Why};
use crate::sheet::{Cell, Hints, Merge, Sheet};
use quick_xml::events::BytesStart;

/// Extra steps for a row or cell that does not come after the one before it. Some programs write a few of those; a
/// hostile file packs millions into a few kilobytes.
const BACK: usize = 400;

/// A cell that is being read.
#[derive(Default)]
struct Open {
    row: u32,
    column: u32,
    kind: String,
    style: usize,
    value: String,
    has_value: bool,
    has_formula: bool,
}

pub(crate) struct SheetReader<'a, 'b> {
    workbook: &'a Workbook,
    formats: &'b mut Formats<'a>,
    budget: &'b mut Budget,
    gathered: Gathered,
    sheet: Sheet,
    /// The place of the last row and its last cell, from 1. A file may leave out the place of a row or a cell.
    row: u32,
    column: u32,
}

impl<'a, 'b> SheetReader<'a, 'b> {
    pub(crate) fn new(workbook: &'a Workbook, formats: &'b mut Formats<'a>, budget: &'b mut Budget) -> Self {
        SheetReader {
            workbook,
            formats,
            budget,
            gathered: Gathered::default(),
            sheet: Sheet::default(),
            row: 0,
            column: 0,
        }
    }

    pub(crate) fn finish(mut self) -> Sheet {
        self.sheet.rows = self.gathered.into_rows();
        self.sheet
    }

    pub(crate) fn read(&mut self, mut xml: Xml<'_>) -> Result<()> {
        loop {
            let begun = match xml.next()? {
                Piece::Start(e) => match e.local_name().as_ref() {
                    "row" => {
                        let row = attribute(&e, "r").parse().unwrap_or_else(|_| self.row.saturating_add(1));
                        self.goes_on(row > self.row)?;
                        (self.row, self.column) = (row, 0);
                        None
                    }
                    "c" => Some(self.open(&e)?),
                    _ => {
                        self.note(&e);
                        None
                    }
                },
                Piece::Eof => return Ok(()),
                _ => None,
            };
            if let Some(cell) = begun {
                self.cell(&mut xml, cell)?;
            }
        }
    }

    fn goes_on(&self, further: bool) -> Result<()> {
        if further { Ok(()) } else { self.budget.work.steps(BACK) }
    }

    fn open(&mut self, e: &BytesStart<'_>) -> Result<Open> {
        let mut cell = Open { row: self.row, column: self.column.saturating_add(1), ..Open::default() };
        for attribute in e.attributes().with_checks(false).flatten() {
            match attribute.key.as_ref() {
                "r" => {
                    if let Some((row, column)) = place(&attribute.value) {
                        (cell.row, cell.column) = (row, column);
                    }
                }
                "t" => cell.kind = attribute.value.into_owned(),
                "s" => cell.style = attribute.value.parse().unwrap_or(0),
                _ => {}
            }
        }
        self.goes_on(cell.row == self.row && cell.column > self.column)?;
        self.column = cell.column;
        Ok(cell)
    }

    /// Reads a cell to its end and stores it.
    fn cell(&mut self, xml: &mut Xml<'_>, mut cell: Open) -> Result<()> {
        let mut in_value = false;
        loop {
            let is_rich = match xml.next()? {
                Piece::Start(e) => match e.local_name().as_ref() {
                    "v" => {
                        (in_value, cell.has_value) = (true, true);
                        continue;
                    }
                    "is" => true,
                    "f" => {
                        cell.has_formula = true;
                        false
                    }
                    _ => false,
                },
                Piece::Text(t) | Piece::Literal(t) => {
                    if in_value {
                        cell.value.push_str(&t);
                    }
                    continue;
                }
                Piece::End(e) => match e.local_name().as_ref() {
                    "c" => break,
                    _ => {
                        in_value = false;
                        continue;
                    }
                },
                Piece::Other => continue,
                Piece::Eof => return Err(Refusal::new(Why::Damaged)),
            };
            if is_rich {
                cell.value = rich_text(xml)?;
                cell.has_value = true;
            } else {
                xml.skip()?;
            }
        }
        self.put(cell)
    }

    fn put(&mut self, cell: Open) -> Result<()> {
        let (Some(row), Some(column)) = (cell.row.checked_sub(1), cell.column.checked_sub(1)) else { return Ok(()) };
        // The file has no result for this formula, because no program has calculated it.
        if cell.has_formula && cell.value.trim().is_empty() && cell.kind != "str" {
            self.budget.work.room(size_of::<u32>() * 2)?;
            self.sheet.without_value.push(cell.row);
        }
        if !cell.has_value {
            return Ok(());
        }
        let bold = self.workbook.styles.cells.get(cell.style).is_some_and(|s| s.1);
        let shown = self.shown(&cell)?;
        self.gathered.put(row, column, shown, bold, self.budget)
    }

    fn shown(&mut self, cell: &Open) -> Result<Cell> {
        let from_1904 = self.workbook.from_1904;
        let value = cell.value.trim();
        Ok(match cell.kind.as_str() {
            "s" => {
                let text = value.parse().ok().and_then(|i: usize| self.workbook.strings.get(i));
                let text = text.ok_or_else(|| Refusal::new(Why::Damaged))?;
                // Charged before it is copied: many cells may refer to one long text.
                self.budget.work.steps(text.len() / 64)?;
                Cell::text(text.clone())
            }
            "inlineStr" => Cell::text(cell.value.clone()),
            "str" => Cell::text(unescape(&cell.value)),
            "b" => Cell::text(if matches!(value, "1" | "true") { "TRUE" } else { "FALSE" }),
            // A zone decides which day it is, and the zone of the list is not known here.
            "d" if value.ends_with(['Z', 'z']) && value.contains('T') => Cell::text(value),
            "d" => match calendar::serial(value, from_1904) {
                Some(serial) if self.formats.of(cell.style)?.is_calendar() => {
                    number_cell(serial, self.formats.of(cell.style)?, from_1904)
                }
                Some(serial) => number_cell(serial, self.formats.of_days()?, from_1904),
                None => Cell::text(value),
            },
            "e" => Cell::text(value),
            _ => match value.parse::<f64>() {
                Ok(number) => number_cell(number, self.formats.of(cell.style)?, from_1904),
                Err(_) => Cell::text(value),
            },
        })
    }

    /// Notes what a sheet has besides cells: merged cells and hints about its headings.
    fn note(&mut self, e: &BytesStart<'_>) {
        let hints = &mut self.sheet.hints;
        match e.local_name().as_ref() {
            "mergeCell" if self.sheet.merged.len() < MAX_MERGES => {
                if let Some(((top, left), (bottom, right))) = area(&attribute(e, "ref")) {
                    self.sheet.merged.push(Merge { rows: (top, bottom), columns: (left, right) });
                }
            }
            "autoFilter" => hints.heading = area(&attribute(e, "ref")).map(|(from, _)| from.0).or(hints.heading),
            "pane" if attribute(e, "state").starts_with("frozen") => {
                hints.frozen = attribute(e, "ySplit").parse::<f64>().ok().map(|rows| rows as u32).filter(|n| *n > 0);
            }
            "tablePart" => hints.has_tables = true,
            _ => {}
        }
    }
}

/// The tables of a sheet say where their headings and totals are. The longest table counts.
pub(crate) fn read_tables(package: &mut Package, sheet: &str, hints: &mut Hints) -> Result<()> {
    let mut longest = 0;
    let relations = match parts::relations(package, sheet) {
        Err(e) if e.why() != Why::Damaged => return Err(e),
        list => list.unwrap_or_default(),
    };
    for relation in relations {
        package.work().steps(10 + relation.target.len())?;
        if !relation.kind.ends_with("/table") || !package.has(&relation.target) {
            continue;
        }
        let mut xml = package.xml(&relation.target)?;
        loop {
            match xml.next()? {
                Piece::Start(e) if e.local_name().as_ref() == "table" => {
                    let Some((from, to)) = area(&attribute(&e, "ref")) else { break };
                    if to.0.saturating_sub(from.0) >= longest {
                        longest = to.0.saturating_sub(from.0);
                        hints.heading = (attribute(&e, "headerRowCount") != "0").then_some(from.0);
                        hints.totals = (attribute(&e, "totalsRowCount") == "1").then_some(to.0);
                    }
                    break;
                }
                Piece::Eof => break,
                _ => {}
            }
        }
    }
    Ok(())
}

/// `C12` as row and column, counted from 1.
fn place(reference: &str) -> Option<(u32, u32)> {
    let reference = reference.trim().replace('$', "");
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (column, row) = reference.split_at_checked(letters)?;
    if letters == 0 || letters > 4 {
        return None;
    }
    let column = column.bytes().fold(0u32, |n, b| n * 26 + u32::from(b.to_ascii_uppercase() - b'A') + 1);
    Some((row.parse().ok().filter(|r| *r > 0)?, column))
}

type Area = ((u32, u32), (u32, u32));

/// `A1:D20`, or a single place.
fn area(reference: &str) -> Option<Area> {
    let (from, to) = reference.split_once(':').unwrap_or((reference, reference));
    Some((place(from)?, place(to)?))
}
