//! Finds the row with the names of the columns, also below a title or some lines of preamble, and which rows are
//! records: a total under the list, a footnote and a repeated heading are none.
use super::meaning;
use super::read::{Row, Sheet};
use super::shape;

/// A heading is looked for in so many rows with content.
const SEARCHED: usize = 60;
/// So many rows below a candidate are looked at.
const BELOW: usize = 60;

/// What is what in a sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Layout {
    /// The row with headings, as a person counts.
    pub(crate) header_row: Option<u32>,
    /// One per column; empty where there is no heading.
    pub(crate) headings: Vec<String>,
    /// Places of the records in `Sheet::rows`.
    pub(crate) records: Vec<usize>,
    /// Rows at the end that are a total or a note, as a person counts. Told, never left out in silence.
    pub(crate) left_out: Vec<u32>,
}

/// Looks for the headings and lists the records.
pub(crate) fn find(sheet: &Sheet, is_text_file: bool) -> Layout {
    let best = (0..sheet.rows.len().min(SEARCHED)).filter_map(|i| score(sheet, i).map(|s| (i, s))).fold(
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
    let mut records: Vec<usize> =
        (end + 1..sheet.rows.len()).filter(|i| !sheet.rows.get(*i).is_some_and(repeats)).collect();
    let all = records.clone();
    let columns = headings.iter().filter(|h| !h.is_empty()).count();
    while let Some(&last) = records.last()
        && is_footer(sheet, &records, last, columns, is_text_file)
    {
        records.pop();
    }
    records.truncate(records.len() - notes_below(sheet, &records, width));
    let left_out = all.iter().skip(records.len()).filter_map(|i| sheet.rows.get(*i)).map(|r| r.number).collect();
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

/// A lone total below a gap, or a line of a text file with one field where the others have many.
fn is_footer(sheet: &Sheet, records: &[usize], at: usize, columns: usize, is_text_file: bool) -> bool {
    let Some(row) = sheet.rows.get(at) else { return false };
    if row.filled() != 1 || columns < 3 || records.len() < 2 {
        return false;
    }
    if is_text_file && row.cells.len() == 1 {
        return true;
    }
    let before = at.checked_sub(1).and_then(|i| sheet.rows.get(i)).map_or(0, |r| r.number);
    let lone = row.cells.iter().find(|c| !c.is_blank()).is_some_and(|c| shape::is_number(&c.text) && c.day.is_none());
    lone && row.number > before + 1
}

/// How many rows at the end are notes under the list: in its columns of figures and dates they have words.
fn notes_below(sheet: &Sheet, records: &[usize], width: usize) -> usize {
    let head: Vec<&Row> = records.iter().take(records.len() * 7 / 10).filter_map(|i| sheet.rows.get(*i)).collect();
    let share = |column: usize| {
        let values: Vec<&str> = head.iter().map(|r| r.get(column)).filter(|t| !t.is_empty()).collect();
        let known = values.iter().filter(|v| shape::is_value(v)).count();
        (values.len() >= 5).then(|| known as f64 / values.len() as f64)
    };
    let figures: Vec<usize> = (0..width).filter(|c| share(*c).is_some_and(|s| s > 0.8)).collect();
    let rows = records.iter().rev().filter_map(|i| sheet.rows.get(*i));
    let tail: Vec<&Row> = rows.take_while(|r| !figures.iter().any(|c| shape::is_value(r.get(*c)))).collect();
    let words = |r: &&Row| r.filled() > 1 && figures.iter().any(|c| !r.get(*c).is_empty());
    if figures.len() >= 2 && tail.iter().any(words) { tail.len() } else { 0 }
}

/// How much a row looks like headings; `None` where it cannot be.
fn score(sheet: &Sheet, at: usize) -> Option<f64> {
    let row = sheet.rows.get(at)?;
    let cells: Vec<(usize, &str)> =
        (0..row.cells.len()).map(|c| (c, row.get(c))).filter(|(_, t)| !t.is_empty()).collect();
    let n = cells.len() as f64;
    let below = sheet.rows.get(at + 1..).unwrap_or_default();
    let below = below.get(..below.len().min(BELOW)).unwrap_or_default();
    let width = typical_width(if below.is_empty() { std::slice::from_ref(row) } else { below });
    let words = cells.iter().filter(|(_, t)| looks_like_heading(t)).count() as f64;
    if n == 0.0 || words / n < 0.75 || (n < 2.0 && width > 1) || n * 2.0 < width as f64 {
        return None;
    }
    let same = |r: &Row| cells.iter().all(|(c, t)| r.get(*c) == *t);
    if sheet.rows.get(..at).is_some_and(|above| above.iter().any(same)) {
        return None;
    }
    let known = cells.iter().filter(|(_, t)| meaning::is_known(t)).count() as f64;
    let distinct = cells.iter().map(|(_, t)| *t).collect::<std::collections::HashSet<_>>().len() as f64 / n;
    let contrasts: Vec<f64> = cells.iter().map(|(c, t)| contrast(below, *c, t)).collect();
    let contrast = contrasts.iter().sum::<f64>() / n;
    let joined = sheet.merged.iter().any(|m| m.rows.0 == row.number && m.rows.1 > m.rows.0);
    // Lines of preamble are headings too, of a few lines; the list is what goes on without a gap.
    let going_on = below.iter().zip(row.number + 1..).take_while(|(r, number)| r.number == *number).count();
    let preamble = f64::from(u8::from(going_on > 0 && going_on * 2 < below.len()));
    let coded = n > 1.0
        && cells.iter().all(|(_, t)| is_code(t))
        && !below.iter().take(10).any(|r| r.cells.iter().all(|c| is_code(c.text.trim())));
    let evidence = match () {
        () if below.is_empty() => known >= 2.0 && known * 2.0 >= n,
        () => known >= 2.0 || known * 2.0 >= n || contrasts.iter().any(|c| *c > 0.5) || (joined && n > 1.0) || coded,
    };
    let fill = (n / width.max(1) as f64).min(1.0);
    evidence.then_some(
        fill + 3.0 * known / n + 2.0 * contrast + 0.5 * distinct + f64::from(u8::from(joined))
            - preamble
            - 0.01 * at as f64,
    )
}

/// How many cells a row of the list usually has.
fn typical_width(rows: &[Row]) -> usize {
    let mut widths: Vec<usize> = rows.iter().map(Row::filled).collect();
    widths.sort_unstable();
    widths.get(widths.len() / 2).copied().unwrap_or(0)
}

/// A name of a column: some letters, short, not itself a value.
fn looks_like_heading(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && text.chars().count() <= 80 && !shape::is_value(text)
}

/// A name as programs write it: `family_name`.
fn is_code(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// Share of the values below that are of another kind than the words of a heading.
fn contrast(below: &[Row], column: usize, heading: &str) -> f64 {
    let values: Vec<&str> = below.iter().map(|r| r.get(column)).filter(|t| !t.is_empty()).collect();
    if values.is_empty() || values.contains(&heading) {
        return 0.0;
    }
    values.iter().filter(|v| shape::is_value(v)).count() as f64 / values.len() as f64
}
