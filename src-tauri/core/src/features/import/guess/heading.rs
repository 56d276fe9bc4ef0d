//! Scores how much a row looks like headings. Known words and text above a column of numbers count for it. A cell of
//! the same kind as the column below it counts heavily against it: then the row is the first record of a list without
//! headings.
use super::top::{BELOW, Seen, Top};
use super::{series, shape, words};
use crate::error::Result;
use crate::kernel::time::Date;
use ledenkluis_sheets::{Row, Work};

/// The longest question that a form puts above a column, in characters.
const LONGEST: usize = 300;
/// Cells of a row that are scored.
const WIDEST: usize = 200;
/// Rows below that are examined to tell whether the list is written in capitals.
const CAPITALS: usize = 10;
/// A row with a lower score is no row of headings.
const ENOUGH: f64 = 0.5;
/// Steps to look at a value below a heading, and to find out what it is.
const LOOK: (usize, usize) = (8, 60);

/// What counts for a row and, where the score subtracts it, against it. Found by trying real lists; the corpus holds them.
mod weight {
    /// As many cells as the list is wide.
    pub(super) const WIDTH: f64 = 1.0;
    /// The share of the cells that are words known as headings: the strongest sign in the text itself.
    pub(super) const KNOWN: f64 = 3.0;
    /// The share of the values below that are of another kind than words.
    pub(super) const CONTRAST: f64 = 2.0;
    /// The share of the cells that differ from each other.
    pub(super) const DISTINCT: f64 = 0.5;
    /// A joined cell begins here: headings over two rows.
    pub(super) const JOINED: f64 = 1.0;
    /// The file itself marks the row.
    pub(super) const MARKED: f64 = 3.0;
    /// Bold, capitals, frozen or a question.
    pub(super) const STRESSED: f64 = 0.5;
    /// The lines below end soon: perhaps a preamble.
    pub(super) const PREAMBLE: f64 = 1.0;
    /// The share of the cells that are values above values of the same kind.
    pub(super) const ALIKE: f64 = 1.0;
    /// Each row further down; only decides between equals.
    pub(super) const LATER: f64 = 0.01;
    /// Each row directly above that is as wide as the list.
    pub(super) const ABOVE: f64 = 0.4;
}

/// A cell of a candidate row, with the column below it.
struct Place<'a> {
    column: usize,
    text: &'a str,
    /// How well the words are known as a heading.
    known: f64,
    /// The cell is a value itself, or a placeholder for a missing value.
    is_value: bool,
    values: Vec<&'a Seen<'a>>,
}

/// A row that may be the headings.
struct Candidate<'a> {
    top: &'a Top<'a>,
    row: &'a Row,
    cells: Vec<Place<'a>>,
    /// The rows below, by index in `top`.
    below: Vec<usize>,
    /// How many filled cells a row below typically has.
    width: usize,
    /// Columns whose headings form a series: years, dates, letters.
    series: Vec<usize>,
}

/// Scores a row; `None` if it cannot be the headings.
///
/// # Errors
/// As `Work::steps`.
pub(super) fn score(top: &Top<'_>, at: usize, work: &Work) -> Result<Option<f64>> {
    let (Some(row), Some(seen)) = (top.sheet.rows.get(at), top.rows.get(at)) else { return Ok(None) };
    let cells: Vec<(usize, &Seen<'_>)> =
        seen.iter().enumerate().filter(|(_, s)| !s.text.is_empty()).take(WIDEST).collect();
    work.steps(seen.len() + cells.len() * (1 + top.rows.len() / 4))?;
    let same = |i: usize| cells.iter().all(|(c, seen)| top.text(i, *c) == seen.text);
    if cells.is_empty() || (0..at).any(same) {
        return Ok(None);
    }
    let below: Vec<usize> = (at + 1..top.rows.len().min(at + 1 + BELOW)).filter(|i| !same(*i)).collect();
    let own = top.filled.get(at).copied().unwrap_or(0);
    let widths = below.iter().filter_map(|i| top.filled.get(*i)).copied();
    let width = typical_width(if below.is_empty() { vec![own] } else { widths.collect() });
    let mut candidate = Candidate { top, row, cells: vec![], below, width, series: vec![] };
    for (column, seen) in &cells {
        let place = candidate.place(*column, seen);
        // Values are classified once; the first candidate that needs them is charged.
        let news = place.values.iter().filter(|v| v.value.get().is_none());
        let news = news.map(|v| LOOK.1 + v.text.len()).sum::<usize>();
        let letters = place.values.iter().take(CAPITALS).map(|v| v.text.len()).sum::<usize>();
        work.steps(100 + 6 * place.text.len() + LOOK.0 * place.values.len() + news + letters / 2)?;
        candidate.cells.push(place);
    }
    candidate.series = candidate.series(work)?;
    Ok(candidate.score(at).map(|score| score - weight::ABOVE * candidate.above(at)).filter(|score| *score > ENOUGH))
}

impl<'a> Candidate<'a> {
    fn place(&self, column: usize, seen: &'a Seen<'a>) -> Place<'a> {
        let cells = self.below.iter().filter_map(|i| self.top.rows.get(*i)?.get(column));
        let values = cells.filter(|s| !s.text.is_empty()).collect();
        let is_value = seen.is_value() || shape::is_placeholder(seen.text);
        Place { column, text: seen.text, known: words::known(seen.text), is_value, values }
    }

    /// How many rows directly above are as wide as the list. Above real headings is a title or a note, not row after
    /// row.
    fn above(&self, at: usize) -> f64 {
        let wide = |n: usize| n > 1 && n * 2 > self.cells.len();
        let before = (0..at).rev().zip((0..self.row.number).rev());
        let filled = |i: usize| self.top.filled.get(i).copied().unwrap_or(0);
        (before.take_while(|(i, number)| self.top.number(*i) == *number && wide(filled(*i))).count() as f64).min(10.0)
    }

    fn score(&self, at: usize) -> Option<f64> {
        let n = self.cells.len() as f64;
        let width = self.width;
        let words = self.cells.iter().filter(|p| self.may_be_heading(p)).count() as f64;
        if words / n < 0.75 || (n < 2.0 && width > 1) || n * 2.0 < width as f64 {
            return None;
        }
        let known: f64 = self.cells.iter().map(Place::known).sum();
        let contrasts: Vec<f64> = self.cells.iter().map(|p| self.contrast(p)).collect();
        let contrast = contrasts.iter().sum::<f64>() / n;
        let alike = self.cells.iter().filter(|p| self.is_alike(p)).count() as f64;
        let told = self.is_told();
        if !told && alike > 0.0 && known < 2.0 * alike {
            return None;
        }
        let joined = self.top.joined.contains(&self.row.number);
        let stressed = self.is_stressed();
        let by_words = known >= 2.0 || known * 2.0 >= n;
        let evidence = told
            || if self.below.is_empty() {
                known >= 2.0 && known * 2.0 >= n
            } else {
                by_words
                    || contrasts.iter().any(|c| *c > 0.5)
                    || (joined && n > 1.0)
                    || stressed
                    || self.is_in_code()
                    || self.is_numbered()
            };
        // A preamble can look like headings of a few lines, but the real list goes on without a gap.
        let going_on = self.below.iter().zip(self.row.number + 1..);
        let going_on = going_on.take_while(|(i, number)| self.top.number(**i) == *number).count();
        let preamble = f64::from(u8::from(going_on > 0 && going_on * 2 < self.below.len()));
        let distinct = self.cells.iter().map(|p| p.text).collect::<std::collections::HashSet<_>>().len() as f64 / n;
        let bonus = |is: bool, weight: f64| if is { weight } else { 0.0 };
        evidence.then_some(
            weight::WIDTH * (n / width.max(1) as f64).min(1.0)
                + weight::KNOWN * known / n
                + weight::CONTRAST * contrast
                + weight::DISTINCT * distinct
                + bonus(joined, weight::JOINED)
                + bonus(told, weight::MARKED)
                + bonus(stressed, weight::STRESSED)
                - weight::PREAMBLE * preamble
                - weight::ALIKE * alike / n
                - weight::LATER * at as f64,
        )
    }

    /// The share of the values below that are of another kind than words.
    fn contrast(&self, place: &Place<'_>) -> f64 {
        let Place { is_value, values, .. } = place;
        if values.is_empty() || place.is_held() || (*is_value && !self.may_be_heading(place)) {
            return 0.0;
        }
        let other = |v: &&&Seen<'_>| if *is_value { shape::tick(v.text).is_some() } else { v.is_value() };
        values.iter().filter(other).count() as f64 / values.len() as f64
    }

    /// Words, a step of a series, or a number above a column of ticks in a row that starts with a known heading.
    fn may_be_heading(&self, place: &Place<'_>) -> bool {
        if self.series.contains(&place.column) || place.looks_like_heading() {
            return true;
        }
        let named = self.cells.first().is_some_and(|first| first.known >= 1.0);
        let other = |v: &&Seen<'_>| shape::tick(v.text).is_some() && !shape::is_number(v.text);
        named && shape::is_number(place.text) && !place.values.is_empty() && place.values.iter().all(other)
    }

    /// A value above values of the same kind.
    fn is_alike(&self, place: &Place<'_>) -> bool {
        let Place { text, values, .. } = place;
        if !place.is_value || place.known >= 1.0 || self.may_be_heading(place) || values.is_empty() {
            return false;
        }
        let kind = shape::is_email(text);
        let filled = |v: &Seen<'_>| v.is_value() || shape::is_placeholder(v.text);
        let same = values.iter().filter(|v| filled(v) && shape::is_email(v.text) == kind).count();
        same * 2 > values.len()
    }

    /// The file itself marks this row: as the first row of a filter or table, or as repeated on every printed page.
    fn is_told(&self) -> bool {
        self.top.sheet.hints.heading == Some(self.row.number) && self.cells.len() > 1
    }

    /// Bold or in capitals while the rows below are not, or the last row that stays visible, or a question.
    fn is_stressed(&self) -> bool {
        let several = self.cells.len() > 1 && !self.below.is_empty();
        let is_bold = |i: &usize| self.top.sheet.rows.get(*i).is_some_and(|r| r.bold);
        let bold = self.row.bold && !self.below.iter().take(5).any(is_bold);
        let frozen = self.top.sheet.hints.frozen == Some(self.row.number);
        several && (bold || frozen || self.is_in_capitals() || self.asks())
    }

    /// A question that is not repeated below: `Hebt u een fiets?`
    fn asks(&self) -> bool {
        let question = |t: &str| t.len() > 4 && t.ends_with('?');
        self.cells.iter().any(|p| question(p.text) && !p.values.iter().any(|v| question(v.text)))
    }

    fn is_in_capitals(&self) -> bool {
        let letters = |t: &str| t.chars().filter(|c| c.is_alphabetic()).count();
        let capitals = |t: &str| letters(t) >= 2 && !t.chars().any(char::is_lowercase);
        let rows = self.below.iter().take(CAPITALS);
        let values: Vec<&str> = rows
            .flat_map(|i| self.cells.iter().map(|p| self.top.text(*i, p.column)))
            .filter(|t| letters(t) > 1)
            .collect();
        let loud = values.iter().filter(|t| capitals(t)).count();
        self.cells.iter().all(|p| capitals(p.text) && !p.is_value) && values.len() >= 2 && loud * 5 <= values.len()
    }

    /// Identifiers: `family_name`, `PartnerKey`.
    fn is_in_code(&self) -> bool {
        let coded = |row: &Vec<Seen<'_>>| row.iter().take(WIDEST).all(|s| s.text.is_empty() || is_code(s.text));
        self.cells.len() > 1
            && self.cells.iter().all(|p| is_code(p.text))
            && !self.below.iter().take(10).filter_map(|i| self.top.rows.get(*i)).any(coded)
    }

    /// The same word with numbers (`Vraag 1`, `Vraag 2`), or columns that form a series.
    fn is_numbered(&self) -> bool {
        let stem = |t: &str| t.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end().to_owned();
        let ends = |p: &&Place<'_>| p.text.ends_with(|c: char| c.is_ascii_digit()) && !p.is_value;
        let stems: Vec<(&Place<'_>, String)> = self.cells.iter().filter(ends).map(|p| (p, stem(p.text))).collect();
        let counted = stems.iter().any(|(place, s)| {
            let again = stems.iter().any(|(other, t)| other.column != place.column && t == s);
            s.chars().any(char::is_alphabetic) && again && !place.values.iter().any(|v| stem(v.text) == *s)
        });
        counted || (self.series.len() > 1 && self.series.len() * 2 >= self.cells.len())
    }

    /// Columns whose headings form a series, while the values below are of another kind.
    fn series(&self, work: &Work) -> Result<Vec<usize>> {
        let named = self.cells.first().map_or(0.0, |p| p.known);
        let day = |c: usize| self.row.cells.get(c).and_then(|cell| cell.day).map(Date);
        let step = |p: &Place<'_>| series::step(p.text, day(p.column)).map(|s| (p.column, s));
        let steps: Vec<(usize, series::Step)> = self.cells.iter().filter_map(step).collect();
        let mut unlike = vec![];
        for (column, step) in series::found(&steps, named > 0.0) {
            let values = self.cells.iter().find(|p| p.column == column).map_or(&[][..], |p| &p.values);
            work.steps(LOOK.1 * values.len())?;
            let like = values.iter().filter(|v| series::step(v.text, None).is_some_and(|v| v.is_like(step))).count();
            if like * 2 < values.len().max(1) {
                unlike.push(column);
            }
        }
        Ok(unlike)
    }
}

/// The median number of filled cells in a row.
fn typical_width(mut widths: Vec<usize>) -> usize {
    widths.sort_unstable();
    widths.get(widths.len() / 2).copied().unwrap_or(0).min(WIDEST)
}

impl Place<'_> {
    /// 1 for a usual heading, 0.5 for text that contains one. A word that is also in the column below is one of its
    /// values.
    fn known(&self) -> f64 {
        if self.is_held() { 0.0 } else { self.known }
    }

    /// The column below contains the same text.
    fn is_held(&self) -> bool {
        self.values.iter().any(|v| v.text == self.text)
    }

    /// Text with letters that is not a value.
    fn looks_like_heading(&self) -> bool {
        let words = self.text.chars().any(char::is_alphabetic) && self.text.chars().count() <= LONGEST;
        self.known >= 1.0 || (words && !self.is_value)
    }
}

/// An identifier: `family_name`, `GF_ID`, `dateOfBirth`.
fn is_code(text: &str) -> bool {
    let plain = text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'));
    let small = text.starts_with(|c: char| c.is_ascii_lowercase());
    let humped =
        text.as_bytes().windows(2).any(|w| matches!(w, [a, b] if a.is_ascii_lowercase() && b.is_ascii_uppercase()));
    let lowercase = !text.chars().any(|c| c.is_ascii_uppercase());
    plain && text.starts_with(|c: char| c.is_ascii_alphabetic()) && (small && lowercase || humped || text.contains('_'))
}
