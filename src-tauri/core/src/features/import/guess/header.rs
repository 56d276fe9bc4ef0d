//! Finds the row with the headings, even below a title or a preamble, and the rows that are records. Totals below the
//! list, footnotes and repeated headings are not records.
use super::top::{SEARCHED, Top};
use super::{heading, tail};
use crate::error::Result;
use ledenkluis_sheets::{Merge, Row, Sheet, Work};
use std::collections::HashMap;

#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Layout {
    /// The row with headings, from 1.
    pub(crate) header_row: Option<u32>,
    /// One heading per column; empty where there is none.
    pub(crate) headings: Vec<String>,
    /// Indexes of the records in `Sheet::rows`.
    pub(crate) records: Vec<usize>,
    /// Numbers of rows that are totals, notes or repeated headings. They are always reported to the user.
    pub(crate) left_out: Vec<u32>,
}

/// Finds the headings and the records.
///
/// # Errors
/// As `Work::steps`.
pub(crate) fn find(sheet: &Sheet, is_text_file: bool, work: &Work) -> Result<Layout> {
    let top = Top::of(sheet, work)?;
    let mut scores = vec![];
    for at in 0..sheet.rows.len().min(SEARCHED) {
        scores.extend(heading::score(&top, at, work)?.map(|score| (at, score)));
    }
    // Of rows with the same score the first.
    let best = scores.into_iter().rev().max_by(|(_, one), (_, other)| one.total_cmp(other));
    layout(sheet, best.map(|(at, _)| at), is_text_file, work)
}

/// The layout with the headings that the user chose; `None` means that there are none.
///
/// # Errors
/// As `Work::steps`.
pub(crate) fn with_header(sheet: &Sheet, header_row: Option<u32>, is_text_file: bool, work: &Work) -> Result<Layout> {
    let at = header_row.and_then(|n| sheet.rows.iter().position(|r| r.number == n));
    layout(sheet, at, is_text_file, work)
}

/// For each row, the number of cells up to the last filled one.
fn ends(sheet: &Sheet, work: &Work) -> Result<Vec<usize>> {
    let end = |row: &Row| row.cells.iter().rposition(|c| !c.is_blank()).map_or(0, |i| i + 1);
    let paid = |row: &Row| -> Result<usize> {
        work.steps(2 + row.cells.len())?;
        Ok(end(row))
    };
    sheet.rows.iter().map(paid).collect()
}

fn layout(sheet: &Sheet, header: Option<usize>, is_text_file: bool, work: &Work) -> Result<Layout> {
    let ends = ends(sheet, work)?;
    let width = ends.iter().copied().max().unwrap_or(0);
    work.steps(width)?;
    work.room(width * 2 * size_of::<String>() + sheet.rows.len() * size_of::<usize>() * 3)?;
    let Some(at) = header else {
        let records = (0..sheet.rows.len()).collect();
        return Ok(Layout { headings: vec![String::new(); width], records, ..Layout::default() });
    };
    let end = block_end(sheet, at, work)?;
    let headings = headings(sheet, at, end, width, work)?;
    let (mut left_out, mut records) = (vec![], vec![]);
    for row in end + 1..sheet.rows.len() {
        let list = if repeats(sheet, &ends, at, row, work)? { &mut left_out } else { &mut records };
        list.push(row);
    }
    left_out.extend(tail::cut(sheet, &mut records, width, is_text_file, work)?);
    left_out.sort_unstable();
    let left_out = left_out.iter().filter_map(|i| sheet.rows.get(*i)).map(|r| r.number).collect();
    Ok(Layout { header_row: sheet.rows.get(at).map(|r| r.number), headings, records, left_out })
}

/// Whether a row repeats the headings. `ends` is the result of `ends()`.
fn repeats(sheet: &Sheet, ends: &[usize], at: usize, row: usize, work: &Work) -> Result<bool> {
    let (Some(first), Some(other), Some(end)) = (sheet.rows.get(at), sheet.rows.get(row), ends.get(row)) else {
        return Ok(false);
    };
    if ends.get(at) != Some(end) {
        return Ok(false);
    }
    let alike = (0..*end).take_while(|c| first.get(*c) == other.get(*c)).count();
    work.steps(4 * (alike + 1))?;
    Ok(alike == *end)
}

/// The last row of headings that span several rows: through merged cells, or through hints in brackets below the names.
fn block_end(sheet: &Sheet, at: usize, work: &Work) -> Result<usize> {
    let number = |i: usize| sheet.rows.get(i).map_or(0, |r| r.number);
    let mut last = number(at);
    loop {
        work.steps(1 + sheet.merged.len() / 2)?;
        let inside = |m: &&Merge| m.rows.0 >= number(at) && m.rows.0 <= last && m.rows.1 > m.rows.0;
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
    while let Some(row) = sheet.rows.get(end + 1) {
        work.steps(2 + row.cells.len())?;
        if !is_hint(row) {
            break;
        }
        end += 1;
    }
    Ok(end)
}

fn headings(sheet: &Sheet, at: usize, end: usize, width: usize, work: &Work) -> Result<Vec<String>> {
    let mut headings = vec![String::new(); width];
    let rows = sheet.rows.get(at..=end).unwrap_or_default();
    // Only cells that are merged over columns give their text to other columns.
    let mut joined: HashMap<u32, Vec<&Merge>> = HashMap::new();
    if end > at {
        work.steps(sheet.merged.len())?;
        let several = sheet.merged.iter().filter(|m| m.columns.1 > m.columns.0);
        several.for_each(|m| joined.entry(m.rows.0).or_default().push(m));
    }
    for row in rows {
        let over = joined.get(&row.number).map(Vec::as_slice).unwrap_or_default();
        let reach = if over.is_empty() { width.min(row.cells.len()) } else { width };
        work.steps(reach * (2 + over.len()))?;
        for (column, heading) in headings.iter_mut().enumerate().take(reach) {
            let mut text = row.get(column);
            if text.is_empty() {
                let place = u32::try_from(column + 1).unwrap_or(0);
                let covers = |m: &&&Merge| m.columns.0 < place && place <= m.columns.1;
                text = over.iter().find(covers).map_or("", |m| row.get(m.columns.0 as usize - 1));
            }
            let is_hint = text.starts_with('(') && !heading.is_empty();
            if !text.is_empty() && !is_hint && *heading != text {
                // A cell that is merged over a thousand columns becomes a thousand headings.
                work.steps(text.len())?;
                work.room(text.len() * 2)?;
                if !heading.is_empty() {
                    heading.push(' ');
                }
                heading.push_str(&text.split_whitespace().collect::<Vec<_>>().join(" "));
            }
        }
    }
    Ok(headings)
}
