//! Finds the row with the names of the columns, also below a title or some lines of preamble, and which rows are
//! records: a total under the list, a footnote and a repeated heading are none.
use super::read::{Row, Sheet};
use super::{heading, tail};

/// A heading is looked for in so many rows with content.
const SEARCHED: usize = 60;

/// What is what in a sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Layout {
    /// The row with headings, as a person counts.
    pub(crate) header_row: Option<u32>,
    /// One per column; empty where there is no heading.
    pub(crate) headings: Vec<String>,
    /// Places of the records in `Sheet::rows`.
    pub(crate) records: Vec<usize>,
    /// Rows that are a total, a note or the headings once more, as a person counts. Told, never left out in silence.
    pub(crate) left_out: Vec<u32>,
}

/// Looks for the headings and lists the records.
pub(crate) fn find(sheet: &Sheet, is_text_file: bool) -> Layout {
    let filled: Vec<usize> = sheet.rows.iter().take(SEARCHED + heading::BELOW + 1).map(Row::filled).collect();
    let best =
        (0..sheet.rows.len().min(SEARCHED)).filter_map(|i| heading::score(sheet, &filled, i).map(|s| (i, s))).fold(
            None,
            |best: Option<(usize, f64)>, (i, s)| if best.is_none_or(|b| s > b.1) { Some((i, s)) } else { best },
        );
    layout(sheet, best.map(|(i, _)| i), is_text_file)
}

/// With the row that a person points at; `None` says that there are no headings.
pub(crate) fn with_header(sheet: &Sheet, header_row: Option<u32>, is_text_file: bool) -> Layout {
    let at = header_row.and_then(|n| sheet.rows.iter().position(|r| r.number == n));
    layout(sheet, at, is_text_file)
}

fn layout(sheet: &Sheet, header: Option<usize>, is_text_file: bool) -> Layout {
    let width =
        sheet.rows.iter().map(|r| r.cells.iter().rposition(|c| !c.is_blank()).map_or(0, |i| i + 1)).max().unwrap_or(0);
    let Some(at) = header else {
        let records = (0..sheet.rows.len()).collect();
        return Layout { headings: vec![String::new(); width], records, ..Layout::default() };
    };
    let end = block_end(sheet, at);
    let headings = headings(sheet, at, end, width);
    let first: Vec<&str> = (0..width).map(|c| sheet.rows.get(at).map_or("", |r| r.get(c))).collect();
    let repeats = |row: &Row| first.iter().enumerate().all(|(c, h)| row.get(c) == *h);
    let below = end + 1..sheet.rows.len();
    let (repeated, mut records): (Vec<usize>, Vec<usize>) =
        below.partition(|i| sheet.rows.get(*i).is_some_and(repeats));
    let mut left_out = repeated;
    left_out.extend(tail::cut(sheet, &mut records, width, is_text_file));
    left_out.sort_unstable();
    let left_out = left_out.iter().filter_map(|i| sheet.rows.get(*i)).map(|r| r.number).collect();
    Layout { header_row: sheet.rows.get(at).map(|r| r.number), headings, records, left_out }
}

/// The last row of a heading that takes several: by joined cells, or by hints in brackets under the names.
fn block_end(sheet: &Sheet, at: usize) -> usize {
    let number = |i: usize| sheet.rows.get(i).map_or(0, |r| r.number);
    let mut last = number(at);
    loop {
        let inside = |m: &&super::read::Merge| m.rows.0 >= number(at) && m.rows.0 <= last && m.rows.1 > m.rows.0;
        let deepest =
            sheet.merged.iter().filter(inside).map(|m| m.rows.1).filter(|r| r - number(at) <= 12).max().unwrap_or(last);
        if deepest <= last {
            break;
        }
        last = deepest;
    }
    let mut end = (at..sheet.rows.len()).take_while(|i| number(*i) <= last).last().unwrap_or(at);
    let is_hint = |row: &Row| {
        let mut cells = row.cells.iter().filter(|c| !c.is_blank()).peekable();
        cells.peek().is_some() && cells.all(|c| c.text.trim().starts_with('(') && c.text.trim().ends_with(')'))
    };
    while sheet.rows.get(end + 1).is_some_and(is_hint) {
        end += 1;
    }
    end
}

fn headings(sheet: &Sheet, at: usize, end: usize, width: usize) -> Vec<String> {
    let mut headings = vec![String::new(); width];
    for row in sheet.rows.get(at..=end).unwrap_or_default() {
        for (column, heading) in headings.iter_mut().enumerate() {
            let mut text = row.get(column);
            if text.is_empty() && end > at {
                let place = u32::try_from(column + 1).unwrap_or(0);
                let over =
                    |m: &&super::read::Merge| m.rows.0 == row.number && m.columns.0 < place && place <= m.columns.1;
                text = sheet.merged.iter().find(over).map_or("", |m| row.get(m.columns.0 as usize - 1));
            }
            let is_hint = text.starts_with('(') && !heading.is_empty();
            if !text.is_empty() && !is_hint && *heading != text {
                if !heading.is_empty() {
                    heading.push(' ');
                }
                heading.push_str(&text.split_whitespace().collect::<Vec<_>>().join(" "));
            }
        }
    }
    headings
}
