//! OpenDocument spreadsheets. A cell holds the text that was shown beside its value, so the text is what is read.
//! A row or cell may be repeated a billion times in a few bytes: repeats count against the limits.
use super::archive::Package;
use super::limits::{Budget, Gathered, MAX_COLUMNS};
use super::{Book, Cell, Format, Merge, Sheet, decimal};
use crate::error::{Code, Error, Result};
use crate::kernel::time::Date;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use std::collections::HashSet;
use std::io::{BufReader, Read};

/// Deeper nesting than any program writes.
const MAX_DEPTH: usize = 256;

fn damaged() -> Error {
    Error::new(Code::ImportDamaged)
}

/// Reads every sheet.
pub(super) fn read(package: &mut Package, budget: &mut Budget) -> Result<Book> {
    let mut content = Content::new(budget);
    content.walk(package.reader("content.xml")?)?;
    Ok(Book { format: Format::Ods, sheets: content.sheets, lost_characters: false })
}

/// One cell while it is read.
#[derive(Default)]
struct OpenCell {
    repeat: u32,
    span: (u32, u32),
    covered: bool,
    value: String,
    kind: String,
    text: String,
    paragraphs: usize,
}

struct Content<'a> {
    budget: &'a mut Budget,
    sheets: Vec<Sheet>,
    hidden_styles: HashSet<String>,
    style: String,
    gathered: Gathered,
    /// The row that comes next, its repeats, and its cells so far.
    row: u32,
    row_repeat: u32,
    cells: Vec<(u32, Cell)>,
    column: u32,
    cell: Option<OpenCell>,
    in_paragraph: bool,
}

impl<'a> Content<'a> {
    fn new(budget: &'a mut Budget) -> Self {
        Content {
            budget,
            sheets: vec![],
            hidden_styles: HashSet::new(),
            style: String::new(),
            gathered: Gathered::default(),
            row: 0,
            row_repeat: 1,
            cells: vec![],
            column: 0,
            cell: None,
            in_paragraph: false,
        }
    }

    fn walk(&mut self, content: impl Read) -> Result<()> {
        let mut reader = Reader::from_reader(BufReader::new(content));
        let mut buffer = vec![];
        // Open elements by their local names, and how deep inside something that is not part of the table.
        let mut open: Vec<String> = vec![];
        let mut aside: Option<usize> = None;
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer).map_err(|_| damaged())? {
                Event::Start(e) => {
                    let name = e.local_name().as_ref().to_owned();
                    if aside.is_none() && is_aside(&e) {
                        aside = Some(open.len());
                    }
                    if aside.is_none() {
                        self.start(&e, &name);
                    }
                    open.push(name);
                    if open.len() > MAX_DEPTH {
                        return Err(damaged());
                    }
                }
                Event::Empty(e) if aside.is_none() => {
                    let name = e.local_name().as_ref().to_owned();
                    self.start(&e, &name);
                    self.end(&name)?;
                }
                Event::End(_) => {
                    let name = open.pop().ok_or_else(damaged)?;
                    match aside {
                        Some(depth) if open.len() <= depth => aside = None,
                        Some(_) => {}
                        None => self.end(&name)?,
                    }
                }
                Event::Text(t) if aside.is_none() && self.in_paragraph => self.write(&collapse(&t.xml10_content())),
                Event::CData(t) if aside.is_none() && self.in_paragraph => self.write(&t.xml10_content()),
                Event::GeneralRef(r) if aside.is_none() && self.in_paragraph => {
                    let character = r.resolve_char_ref().map_err(|_| damaged())?;
                    let named = quick_xml::escape::resolve_predefined_entity(&r.xml10_content());
                    let text = character.map(String::from).or(named.map(str::to_owned)).ok_or_else(damaged)?;
                    self.write(&text);
                }
                Event::DocType(_) => return Err(damaged()),
                Event::Eof if open.is_empty() => return Ok(()),
                Event::Eof => return Err(damaged()),
                _ => {}
            }
        }
    }

    fn write(&mut self, text: &str) {
        if let Some(cell) = &mut self.cell
            && cell.text.len() <= super::limits::MAX_CELL * 4
        {
            cell.text.push_str(text);
        }
    }

    fn start(&mut self, e: &BytesStart<'_>, name: &str) {
        match name {
            "style" => self.style = attribute(e, "name"),
            "table-properties" if attribute(e, "display") == "false" => {
                self.hidden_styles.insert(self.style.clone());
            }
            "table" => {
                let hidden = self.hidden_styles.contains(&attribute(e, "style-name"));
                self.sheets.push(Sheet { name: attribute(e, "name"), hidden, ..Sheet::default() });
                (self.gathered, self.row) = (Gathered::default(), 0);
            }
            "table-row" => {
                self.row_repeat = number(e, "number-rows-repeated");
                self.column = 0;
                self.cells.clear();
            }
            "table-cell" | "covered-table-cell" => self.cell = Some(open_cell(e, name)),
            "p" | "h" => {
                self.in_paragraph = true;
                if let Some(cell) = &mut self.cell {
                    if cell.paragraphs > 0 {
                        cell.text.push('\n');
                    }
                    cell.paragraphs += 1;
                }
            }
            "s" if self.in_paragraph => self.write(&" ".repeat(count(e, "c").min(1000) as usize)),
            "tab" if self.in_paragraph => self.write("\t"),
            "line-break" if self.in_paragraph => self.write("\n"),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<()> {
        match name {
            "p" | "h" => self.in_paragraph = false,
            "table-cell" | "covered-table-cell" => {
                self.in_paragraph = false;
                if let Some(cell) = self.cell.take() {
                    self.end_cell(cell)?;
                }
            }
            "table-row" => {
                for _ in 0..if self.cells.is_empty() { 0 } else { self.row_repeat } {
                    for (column, cell) in &self.cells {
                        self.gathered.put(self.row, *column, cell.clone(), self.budget)?;
                    }
                    self.row = self.row.saturating_add(1);
                }
                if self.cells.is_empty() {
                    self.row = self.row.saturating_add(self.row_repeat);
                }
                self.cells.clear();
            }
            "table" => {
                if let Some(sheet) = self.sheets.last_mut() {
                    sheet.rows = std::mem::take(&mut self.gathered).into_rows();
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self, cell: OpenCell) -> Result<()> {
        let shown = cell.shown();
        if !shown.text.is_empty() && !cell.covered {
            for i in 0..cell.repeat {
                let column = self.column.saturating_add(i);
                if column >= MAX_COLUMNS {
                    return Err(super::limits::too_large().arg("columns", MAX_COLUMNS));
                }
                self.cells.push((column, shown.clone()));
            }
        }
        if cell.span != (1, 1)
            && let Some(sheet) = self.sheets.last_mut()
        {
            let (row, column) = (self.row.saturating_add(1), self.column.saturating_add(1));
            let last = |first: u32, n: u32| first.saturating_add(n.saturating_sub(1));
            sheet
                .merged
                .push(Merge { rows: (row, last(row, cell.span.0)), columns: (column, last(column, cell.span.1)) });
        }
        self.column = self.column.saturating_add(cell.repeat);
        Ok(())
    }
}

impl OpenCell {
    /// The text that was shown; the value where a program wrote none.
    fn shown(&self) -> Cell {
        let day = (self.kind == "date").then(|| self.value.get(..10).and_then(|d| d.parse::<Date>().ok())).flatten();
        if self.paragraphs > 0 && !self.text.is_empty() {
            return Cell { text: self.text.clone(), day };
        }
        let number = self.value.parse::<f64>().ok().filter(|n| n.is_finite());
        let text = match (self.kind.as_str(), number) {
            ("percentage", Some(n)) => format!("{}%", decimal::general(n * 100.0)),
            ("float" | "currency", Some(n)) => decimal::general(n),
            ("boolean", _) => self.value.to_uppercase(),
            // A string without a paragraph was empty on the screen unless the value says otherwise.
            _ => self.value.clone(),
        };
        Cell { text, day }
    }
}

/// Notes, drawings and deleted rows kept for "track changes" hold text that is not in a cell.
fn is_aside(e: &BytesStart<'_>) -> bool {
    let name = e.name();
    let name = name.as_ref();
    name.starts_with("draw:")
        || matches!(name, "office:annotation" | "table:tracked-changes" | "table:shapes" | "office:forms")
}

fn open_cell(e: &BytesStart<'_>, name: &str) -> OpenCell {
    let kind = attribute(e, "value-type");
    let value = match kind.as_str() {
        "date" => attribute(e, "date-value"),
        "time" => attribute(e, "time-value"),
        "boolean" => attribute(e, "boolean-value"),
        "string" => attribute(e, "string-value"),
        "" => String::new(),
        _ => attribute(e, "value"),
    };
    OpenCell {
        repeat: number(e, "number-columns-repeated"),
        span: (number(e, "number-rows-spanned"), number(e, "number-columns-spanned")),
        covered: name.starts_with("covered"),
        value,
        kind,
        ..OpenCell::default()
    }
}

/// An attribute by its local name.
fn attribute(e: &BytesStart<'_>, name: &str) -> String {
    let found = e.attributes().with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name);
    found.and_then(|a| a.normalized_value(XmlVersion::Explicit1_0).ok().map(|v| v.into_owned())).unwrap_or_default()
}

fn count(e: &BytesStart<'_>, name: &str) -> u32 {
    attribute(e, name).parse().unwrap_or(1)
}

fn number(e: &BytesStart<'_>, name: &str) -> u32 {
    count(e, name).max(1)
}

/// White space in a paragraph is one space, however it was written (OpenDocument 1.3, part 3, 6.1.2).
fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' | '\t' | '\n' | '\r' if out.ends_with(' ') => {}
            ' ' | '\t' | '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
