//! OpenDocument spreadsheets. A cell holds the shown text besides its value, so the text is read. A few bytes may
//! repeat a row or cell a billion times; repeats count against the limits.
use crate::gathered::Gathered;
use crate::limits::{Budget, MAX_CELL, MAX_COLUMNS, MAX_MERGES, MAX_SHEETS};
use crate::ods_cell::{OpenCell, open_cell};
use crate::packed::package::Package;
use crate::packed::xml::{Piece, Xml, attribute, attributes};
use crate::refusal::{Result, too_large};
use crate::sheet::{Book, Format, Merge, Sheet};
use quick_xml::events::BytesStart;
use std::collections::HashSet;

pub(crate) fn read(package: &mut Package, budget: &mut Budget) -> Result<Book> {
    let mut content = Content::new(budget);
    content.walk(package.xml("content.xml")?)?;
    Ok(Book { format: Format::Ods, sheets: content.sheets, lost_characters: false })
}

struct Content<'a> {
    budget: &'a mut Budget,
    sheets: Vec<Sheet>,
    hidden_styles: HashSet<String>,
    bold_styles: HashSet<String>,
    style: String,
    gathered: Gathered,
    /// The current row, its repeats, the default style of its cells, and the next column.
    row: u32,
    row_repeat: u32,
    row_style: String,
    column: u32,
    cell: Option<OpenCell>,
    in_paragraph: bool,
    in_heading_rows: bool,
}

impl<'a> Content<'a> {
    fn new(budget: &'a mut Budget) -> Self {
        Content {
            budget,
            sheets: vec![],
            hidden_styles: HashSet::new(),
            bold_styles: HashSet::new(),
            style: String::new(),
            gathered: Gathered::default(),
            row: 0,
            row_repeat: 1,
            row_style: String::new(),
            column: 0,
            cell: None,
            in_paragraph: false,
            in_heading_rows: false,
        }
    }

    fn walk(&mut self, mut xml: Xml<'_>) -> Result<()> {
        loop {
            let aside = match xml.next()? {
                Piece::Start(e) if is_aside(&e) => true,
                Piece::Start(e) => {
                    self.start(&e, e.local_name().as_ref())?;
                    false
                }
                Piece::End(e) => {
                    self.end(e.local_name().as_ref())?;
                    false
                }
                Piece::Text(t) => {
                    if self.in_paragraph {
                        self.write(&collapse(&t));
                    }
                    false
                }
                Piece::Literal(t) => {
                    if self.in_paragraph {
                        self.write(&t);
                    }
                    false
                }
                Piece::Eof => {
                    // Cached values of linked files are stored as sheets that no program shows as a tab.
                    self.sheets.retain(|s| !s.name.contains("'#$"));
                    return Ok(());
                }
                Piece::Other => false,
            };
            if aside {
                xml.skip()?;
            }
        }
    }

    fn write(&mut self, text: &str) {
        if let Some(cell) = &mut self.cell
            && cell.text.len() <= MAX_CELL * 4
        {
            cell.text.push_str(text);
        }
    }

    fn start(&mut self, e: &BytesStart<'_>, name: &str) -> Result<()> {
        match name {
            "style" => self.style = attribute(e, "name"),
            "table-properties" if attribute(e, "display") == "false" => {
                self.budget.work.room(100 + self.style.len())?;
                self.hidden_styles.insert(self.style.clone());
            }
            "text-properties" if attribute(e, "font-weight") == "bold" => {
                self.budget.work.room(100 + self.style.len())?;
                self.bold_styles.insert(self.style.clone());
            }
            "table" => {
                if self.sheets.len() >= MAX_SHEETS {
                    return Err(too_large().over("sheets", MAX_SHEETS));
                }
                let [style, name] = attributes(e, ["style-name", "name"]);
                self.budget.work.room(name.len())?;
                let hidden = self.hidden_styles.contains(&style);
                self.sheets.push(Sheet { name, hidden, ..Sheet::default() });
                (self.gathered, self.row) = (Gathered::default(), 0);
            }
            "table-header-rows" => self.in_heading_rows = true,
            "table-row" => {
                self.row_repeat = number(e, "number-rows-repeated");
                self.row_style = attribute(e, "default-cell-style-name");
                self.column = 0;
                if let Some(sheet) = self.sheets.last_mut().filter(|_| self.in_heading_rows) {
                    sheet.hints.heading = sheet.hints.heading.or(Some(self.row.saturating_add(1)));
                }
            }
            "table-cell" | "covered-table-cell" => {
                let (own, cell) = open_cell(e, name);
                let bold = self.bold_styles.contains(if own.is_empty() { &self.row_style } else { &own });
                self.cell = Some(OpenCell { bold, ..cell });
            }
            "database-range" if attribute(e, "display-filter-buttons") == "true" => {
                self.budget.work.steps(self.sheets.len())?;
                self.filter(&attribute(e, "target-range-address"));
            }
            "p" | "h" => {
                self.in_paragraph = true;
                if let Some(cell) = &mut self.cell {
                    if cell.paragraphs > 0 {
                        cell.text.push('\n');
                    }
                    cell.paragraphs += 1;
                }
            }
            "s" if self.in_paragraph => {
                let spaces = count(e, "c").min(1000) as usize;
                self.budget.work.steps(spaces / 16)?;
                self.write(&" ".repeat(spaces));
            }
            "tab" if self.in_paragraph => self.write("\t"),
            "line-break" if self.in_paragraph => self.write("\n"),
            _ => {}
        }
        Ok(())
    }

    /// A range with filter buttons, such as `Leden.A3:Leden.H90`: its first row has the headings.
    fn filter(&mut self, range: &str) {
        let Some((sheet, place)) = range.split(':').next().and_then(|from| from.rsplit_once('.')) else { return };
        let sheet = sheet.trim_matches(['$', '\'']);
        let row = place.trim_start_matches(|c: char| !c.is_ascii_digit()).parse().ok();
        if let Some(found) = self.sheets.iter_mut().find(|s| s.name == sheet) {
            found.hints.heading = row.or(found.hints.heading);
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
            "table-header-rows" => self.in_heading_rows = false,
            "table-row" => {
                self.gathered.repeat(self.row, self.row_repeat, self.budget)?;
                self.row = self.row.saturating_add(self.row_repeat);
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
        if cell.has_formula
            && cell.kind.is_empty()
            && shown.text.is_empty()
            && let Some(sheet) = self.sheets.last_mut()
        {
            self.budget.work.room(size_of::<u32>() * 2)?;
            sheet.without_value.push(self.row.saturating_add(1));
        }
        if !shown.text.is_empty() && !cell.covered {
            // One more than any sheet has, so that text beyond the limit is refused and endless white space stops.
            for i in 0..cell.repeat.min(MAX_COLUMNS + 1) {
                let column = self.column.saturating_add(i);
                self.gathered.put(self.row, column, shown.clone(), cell.bold, self.budget)?;
            }
        }
        if cell.span != (1, 1)
            && let Some(sheet) = self.sheets.last_mut().filter(|s| s.merged.len() < MAX_MERGES)
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

/// Notes, drawings, deleted rows of tracked changes and cached links hold text that is not in a cell.
fn is_aside(e: &BytesStart<'_>) -> bool {
    e.name().as_ref().starts_with("draw:")
        || matches!(e.local_name().as_ref(), "annotation" | "tracked-changes" | "shapes" | "forms" | "dde-links")
}

fn count(e: &BytesStart<'_>, name: &str) -> u32 {
    attribute(e, name).parse().unwrap_or(1)
}

fn number(e: &BytesStart<'_>, name: &str) -> u32 {
    count(e, name).max(1)
}

/// White space in a paragraph collapses to one space (OpenDocument 1.3, part 3, 6.1.2).
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
