//! Rows below or between the records that are not records: totals and notes.
use super::shape;
use crate::error::Result;
use ledenkluis_sheets::{Cell, Row, Sheet, Work};

/// Words that start a row of totals.
const TOTALS: [&str; 16] = [
    "totaal",
    "totalen",
    "subtotaal",
    "eindtotaal",
    "aantal",
    "som",
    "saldo",
    "total",
    "totals",
    "subtotal",
    "sum",
    "count",
    "summe",
    "gesamt",
    "gesamtsumme",
    "anzahl",
];
/// Words that a list counts in its last line: `27 leden`.
const COUNTED: [&str; 12] = [
    "leden",
    "lid",
    "personen",
    "mensen",
    "donateurs",
    "vrijwilligers",
    "members",
    "people",
    "persons",
    "mitglieder",
    "rijen",
    "records",
];

/// The longest label of a total, in bytes.
const LONGEST: usize = 1_000;

/// Rows that are examined to tell which columns hold numbers.
const SAMPLE: usize = 500;

/// Removes totals and notes from the records; returns their indexes.
///
/// # Errors
/// As `Work::steps`.
pub(super) fn cut(
    sheet: &Sheet,
    records: &mut Vec<usize>,
    width: usize,
    is_text_file: bool,
    work: &Work,
) -> Result<Vec<usize>> {
    let row = |i: &usize| sheet.rows.get(*i);
    let cells = records.iter().filter_map(row).map(|r| r.cells.len()).sum::<usize>();
    work.steps(3 * cells + 10 * records.len())?;
    let columns = records.iter().filter_map(row).map(|r| r.filled()).max().unwrap_or(0);
    let mut taken = vec![];
    while let Some(&last) = records.last()
        && records.len() > 1
        && is_footer(sheet, records, last, columns, is_text_file, work)?
    {
        taken.extend(records.pop());
    }
    // Subtotals are between the records.
    let is_sum = |i: &usize| sheet.rows.get(*i).is_some_and(|r| is_total(r, columns));
    if records.len() > 2 {
        taken.extend(records.extract_if(.., |i| is_sum(i)));
    }
    let notes = notes_below(sheet, records, width, work)?;
    taken.extend(records.drain(records.len() - notes..));
    Ok(taken)
}

/// A row that starts with a word for totals, otherwise holds only numbers, and leaves a column of the list empty.
fn is_total(row: &Row, columns: usize) -> bool {
    let alone = row.filled() == 1;
    let figures = |c: &Cell| shape::is_number(&c.text) || shape::is_error(&c.text);
    columns > 1
        && row.filled() < columns
        && begins_with_total(row)
        && (alone || row.cells.iter().filter(|c| !c.is_blank()).skip(1).all(figures))
}

fn begins_with_total(row: &Row) -> bool {
    let Some(first) = row.cells.iter().find(|c| !c.is_blank()) else { return false };
    if first.text.len() > LONGEST {
        return false;
    }
    let word = first.text.trim().trim_end_matches([':', '=']).trim().to_lowercase();
    let first_word = word.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    TOTALS.contains(&first_word) && word.split_whitespace().count() <= 4
}

/// A row with a count only: `27 leden`.
fn is_count(row: &Row) -> bool {
    let mut filled = row.cells.iter().filter(|c| !c.is_blank());
    let (Some(only), None) = (filled.next(), filled.next()) else { return false };
    let text = only.text.trim().to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    matches!(words.as_slice(), [n, what] if n.bytes().all(|b| b.is_ascii_digit()) && COUNTED.contains(what))
}

fn is_footer(
    sheet: &Sheet,
    records: &[usize],
    at: usize,
    columns: usize,
    is_text_file: bool,
    work: &Work,
) -> Result<bool> {
    let Some(row) = sheet.rows.get(at) else { return Ok(false) };
    work.steps(20 * row.cells.len())?;
    if sheet.hints.totals == Some(row.number) || is_total(row, columns) || (columns > 1 && is_count(row)) {
        return Ok(true);
    }
    if begins_with_total(row) && is_sum(sheet, records, at, 1, work)? {
        return Ok(true);
    }
    if columns < 3 || records.len() < 3 && row.filled() != 1 {
        return Ok(false);
    }
    // A line of a text file with one field where others have many.
    if is_text_file && row.filled() == 1 && row.cells.len() == 1 {
        return Ok(true);
    }
    let figures = row.cells.iter().filter(|c| !c.is_blank()).all(|c| shape::is_number(&c.text) && c.day.is_none());
    let before = at.checked_sub(1).and_then(|i| sheet.rows.get(i)).map_or(0, |r| r.number);
    let below_a_gap = row.filled() == 1 && row.number > before + 1;
    Ok(figures && row.filled() * 2 <= columns && (below_a_gap || is_sum(sheet, records, at, 0, work)?))
}

/// Whether each number in the row, after the first `after` cells, is the sum of the numbers above it.
fn is_sum(sheet: &Sheet, records: &[usize], at: usize, after: usize, work: &Work) -> Result<bool> {
    let Some(row) = sheet.rows.get(at) else { return Ok(false) };
    let filled: Vec<(usize, &Cell)> = row.cells.iter().enumerate().filter(|(_, c)| !c.is_blank()).skip(after).collect();
    for (column, cell) in &filled {
        // Charged for each number above: a hostile list can have a thousand rows that are the sum of all rows above.
        work.steps(15 * records.len())?;
        let above = records.iter().filter(|i| **i < at).filter_map(|i| sheet.rows.get(*i));
        let figures: Vec<f64> = above.filter_map(|r| figure(r.get(*column))).collect();
        let sum = (figures.len() > 1).then(|| figures.iter().sum::<f64>());
        let fits = |(shown, sum): (f64, f64)| shown != 0.0 && (shown - sum).abs() < 0.006;
        if !figure(&cell.text).zip(sum).is_some_and(fits) {
            return Ok(false);
        }
    }
    Ok(!filled.is_empty())
}

/// The value of a number as people write it. The last point or comma starts the decimals if one or two digits follow.
fn figure(text: &str) -> Option<f64> {
    if !shape::is_number(text) {
        return None;
    }
    let negative = text.contains('-') || text.trim().starts_with('(');
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
    let decimals = digits.rfind(['.', ',']).filter(|i| (1..=2).contains(&(digits.len() - i - 1)));
    let (whole, part) = digits.split_at(decimals.unwrap_or(digits.len()));
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    let value: f64 = format!("{whole}.{}", part.trim_start_matches(['.', ','])).parse().ok()?;
    Some(if negative { -value } else { value })
}

/// The number of rows at the end that are notes: they have words in columns of numbers and dates.
fn notes_below(sheet: &Sheet, records: &[usize], width: usize, work: &Work) -> Result<usize> {
    let figures = figures(sheet, records, width, work)?;
    let mut tail: Vec<&Row> = vec![];
    for row in records.iter().rev().filter_map(|i| sheet.rows.get(*i)) {
        let looked = figures.iter().take_while(|c| !shape::is_value(row.get(**c))).count();
        work.steps(2 + 10 * (looked + 1))?;
        if looked < figures.len() {
            break;
        }
        tail.push(row);
    }
    let word = |t: &str| !t.is_empty() && !shape::is_placeholder(t);
    // One word instead of a number means a missing value; several are prose.
    let words =
        tail.iter().filter(|r| r.filled() > 1).flat_map(|r| figures.iter().filter(|c| word(r.get(**c)))).count();
    Ok(if figures.len() >= 2 && words >= 2 && tail.len() * 2 <= records.len() { tail.len() } else { 0 })
}

/// The columns that hold numbers and dates, judged by the first rows.
fn figures(sheet: &Sheet, records: &[usize], width: usize, work: &Work) -> Result<Vec<usize>> {
    let sample = (records.len() * 7 / 10).min(SAMPLE);
    let mut counts = vec![(0usize, 0usize); width];
    work.steps(width)?;
    for row in records.iter().take(sample).filter_map(|i| sheet.rows.get(*i)) {
        for ((known, all), cell) in counts.iter_mut().zip(&row.cells) {
            let text = cell.text.trim();
            work.steps(if text.is_empty() { 1 } else { 40 + text.len().min(320) })?;
            *all += usize::from(!text.is_empty());
            *known += usize::from(!text.is_empty() && shape::is_value(text));
        }
    }
    let mostly = |(known, all): &(usize, usize)| *all >= 5 && *known as f64 / *all as f64 > 0.8;
    Ok(counts.iter().enumerate().filter(|(_, c)| mostly(c)).map(|(column, _)| column).collect())
}
