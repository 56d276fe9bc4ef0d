//! Tables: columns, rows that stay whole where possible, repeated heads, and rows that are taller than a page.
use super::fault::Result;
use super::flow::{BOTTOM, Flow, GREEN, HAIR, LEFT, Lines, Style, TINT, TOP, WIDTH};
use super::laid::{Mark, NodeId, Role};
use super::model::{Align, Column};

const PAD_X: f32 = 5.0;
const PAD_Y: f32 = 3.5;
/// A row that must be split only starts on a page where at least this many of its lines fit.
const FEWEST: usize = 3;

struct Place {
    x: f32,
    width: f32,
    align: Align,
}

struct Row {
    cells: Vec<Lines>,
}

impl Row {
    fn lines(&self) -> usize {
        self.cells.iter().map(Lines::count).max().unwrap_or(1)
    }
}

fn height(lines: usize) -> f32 {
    lines as f32 * Style::CELL.leading + 2.0 * PAD_Y
}

/// A measured table.
pub(crate) struct Table {
    places: Vec<Place>,
    head: Option<Row>,
    rows: Vec<Row>,
    /// The first cell of each row is its heading.
    named_rows: bool,
}

impl Table {
    /// A table with a head.
    pub(crate) fn new(columns: &[Column], rows: &[Vec<String>]) -> Result<Self> {
        let places = places(columns.iter().map(|c| (c.share, c.align)));
        let heads: Vec<&str> = columns.iter().map(|c| c.head.as_str()).collect();
        let head = Some(row(&places, &heads, |_| Style::CELL_HEAD)?);
        let rows = rows.iter().map(|cells| row(&places, cells, |_| Style::CELL)).collect::<Result<_>>()?;
        Ok(Table { places, head, rows, named_rows: false })
    }

    /// A table of names and values, without a head.
    pub(crate) fn key_values(rows: &[(String, String)]) -> Result<Self> {
        let places = places([(0.34, Align::Left), (0.66, Align::Left)].into_iter());
        let style = |i| if i == 0 { Style::CELL_NAME } else { Style::CELL };
        let rows = rows.iter().map(|(k, v)| row(&places, &[k, v], style)).collect::<Result<_>>()?;
        Ok(Table { places, head: None, rows, named_rows: true })
    }

    fn head_height(&self) -> f32 {
        self.head.as_ref().map_or(0.0, |head| height(head.lines()))
    }

    /// The height of what must stay together at the start: the head and the first row, or part of that row.
    pub(crate) fn first_height(&self) -> f32 {
        self.head_height() + self.rows.first().map_or(0.0, |row| height(row.lines().min(2 * FEWEST)))
    }

    /// Draws the table from the pen on.
    pub(crate) fn place(&self, flow: &mut Flow, parent: NodeId) -> Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        if flow.left() < self.first_height() && !flow.at_top() {
            flow.new_page();
        }
        let table = flow.node(parent, Role::Table);
        if let Some(head) = &self.head {
            let group = flow.node(table, Role::TableHead);
            let tr = flow.node(group, Role::Row);
            let marks = self.marks(flow, tr, |_| Role::ColumnHead);
            self.draw_head(flow, head, &marks)?;
        }
        let body = flow.node(table, Role::TableBody);
        for row in &self.rows {
            self.place_row(flow, body, row)?;
        }
        Ok(())
    }

    fn marks(&self, flow: &mut Flow, tr: NodeId, role: impl Fn(usize) -> Role) -> Vec<Mark> {
        (0..self.places.len()).map(|i| Mark::Node(flow.node(tr, role(i)))).collect()
    }

    fn place_row(&self, flow: &mut Flow, body: NodeId, row: &Row) -> Result<()> {
        let lines = row.lines();
        let full = BOTTOM - TOP - self.head_height();
        if height(lines) > flow.left() && (height(lines) <= full || flow.left() < height(FEWEST)) {
            self.next_page(flow)?;
        }
        let tr = flow.node(body, Role::Row);
        let marks = self.marks(flow, tr, |i| if i == 0 && self.named_rows { Role::RowHead } else { Role::Cell });
        let mut from = 0;
        while from < lines {
            let room = ((flow.left() - 2.0 * PAD_Y) / Style::CELL.leading).max(1.0) as usize;
            let some = from..lines.min(from + room);
            from = some.end;
            self.draw(flow, row, &marks, some)?;
            flow.fill(LEFT, flow.y - 0.5, WIDTH, 0.5, HAIR);
            if from < lines {
                self.next_page(flow)?;
            }
        }
        Ok(())
    }

    fn next_page(&self, flow: &mut Flow) -> Result<()> {
        flow.new_page();
        match &self.head {
            Some(head) => self.draw_head(flow, head, &vec![Mark::Artifact; self.places.len()]),
            None => Ok(()),
        }
    }

    fn draw_head(&self, flow: &mut Flow, head: &Row, marks: &[Mark]) -> Result<()> {
        let lines = head.lines();
        flow.fill(LEFT, flow.y, WIDTH, height(lines), TINT);
        flow.fill(LEFT, flow.y + height(lines) - 0.9, WIDTH, 0.9, GREEN);
        self.draw(flow, head, marks, 0..lines)
    }

    fn draw(&self, flow: &mut Flow, row: &Row, marks: &[Mark], some: std::ops::Range<usize>) -> Result<()> {
        let y = flow.y + PAD_Y;
        for ((place, cell), mark) in self.places.iter().zip(&row.cells).zip(marks) {
            flow.text(*mark, cell, some.clone(), (place.x + PAD_X, y), place.align)?;
        }
        flow.y += height(some.len());
        Ok(())
    }
}

fn places(columns: impl Iterator<Item = (f32, Align)> + Clone) -> Vec<Place> {
    let total: f32 = columns.clone().map(|(share, _)| share).sum();
    let mut x = LEFT;
    let place = |(share, align): (f32, Align)| {
        let width = share / total * WIDTH;
        let place = Place { x, width, align };
        x += width;
        place
    };
    columns.map(place).collect()
}

fn row(places: &[Place], cells: &[impl AsRef<str>], style: impl Fn(usize) -> Style) -> Result<Row> {
    let cell = |(i, place): (usize, &Place)| {
        let text = cells.get(i).map_or("", AsRef::as_ref);
        Lines::new(text, style(i), place.width - 2.0 * PAD_X)
    };
    Ok(Row { cells: places.iter().enumerate().map(cell).collect::<Result<_>>()? })
}
