//! How much a row looks like headings. Known words speak for it, and text over a column of figures; a cell that is of the
//! same kind as the column below it speaks loudly against it: then the row is the first member of a list without headings.
use super::read::{Row, Sheet};
use super::{series, shape, words};

/// So many rows below a candidate are looked at.
pub(super) const BELOW: usize = 60;
/// The longest question that a form puts above a column.
const LONGEST: usize = 300;

/// So many cells of a row are weighed; one that is wider is weighed by its start.
const WIDEST: usize = 200;

/// A cell of a candidate, and the column below it.
struct Place<'a> {
    column: usize,
    text: &'a str,
    /// How well lists know the words.
    known: f64,
    values: Vec<&'a str>,
}

/// A row that may hold the headings.
struct Candidate<'a> {
    sheet: &'a Sheet,
    row: &'a Row,
    cells: Vec<Place<'a>>,
    below: Vec<&'a Row>,
    /// How many cells a row below usually has.
    width: usize,
    /// Columns that count on: years, days, letters.
    series: Vec<usize>,
}

/// How much a row looks like headings; `None` where it cannot be. `filled`: how many cells of each row hold something.
pub(super) fn score(sheet: &Sheet, filled: &[usize], at: usize) -> Option<f64> {
    let row = sheet.rows.get(at)?;
    let cells: Vec<(usize, &str)> =
        (0..row.cells.len()).map(|c| (c, row.get(c))).filter(|(_, t)| !t.is_empty()).take(WIDEST).collect();
    let same = |r: &&Row| cells.iter().all(|(c, t)| r.get(*c) == *t);
    if cells.is_empty() || sheet.rows.get(..at).is_some_and(|above| above.iter().any(|r| same(&r))) {
        return None;
    }
    let below: Vec<(&Row, usize)> =
        sheet.rows.iter().zip(filled.iter().copied()).skip(at + 1).take(BELOW).filter(|(r, _)| !same(r)).collect();
    let own = filled.get(at).copied().unwrap_or(0);
    let width = typical_width(if below.is_empty() { vec![own] } else { below.iter().map(|(_, n)| *n).collect() });
    let below: Vec<&Row> = below.into_iter().map(|(r, _)| r).collect();
    let place = |(column, text): &(usize, &'_ str)| Place {
        column: *column,
        text: row.get(*column),
        known: words::known(text),
        values: below.iter().map(|r| r.get(*column)).filter(|t| !t.is_empty()).collect(),
    };
    let cells = cells.iter().map(place).collect();
    let mut candidate = Candidate { sheet, row, cells, below, width, series: vec![] };
    candidate.series = candidate.series();
    // What stands right above a heading is a title or a note, not row upon row as wide as the list.
    let wide = |n: usize| n > 1 && n * 2 > candidate.cells.len();
    let before = sheet.rows.iter().zip(filled).take(at).rev().zip((0..row.number).rev());
    let above = before.take_while(|((r, n), number)| r.number == *number && wide(**n)).count() as f64;
    candidate.score(at).map(|score| score - 0.4 * above.min(10.0)).filter(|score| *score > 0.5)
}

impl<'a> Candidate<'a> {
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
        let joined = self.sheet.merged.iter().any(|m| m.rows.0 == self.row.number && m.rows.1 > m.rows.0);
        let stressed = self.is_stressed();
        let evidence = told
            || match () {
                () if self.below.is_empty() => known >= 2.0 && known * 2.0 >= n,
                () => {
                    known >= 2.0
                        || known * 2.0 >= n
                        || contrasts.iter().any(|c| *c > 0.5)
                        || (joined && n > 1.0)
                        || stressed
                        || self.is_in_code()
                        || self.is_numbered()
                }
            };
        // Lines of preamble are headings too, of a few lines; the list is what goes on without a gap.
        let going_on =
            self.below.iter().zip(self.row.number + 1..).take_while(|(r, number)| r.number == *number).count();
        let preamble = f64::from(u8::from(going_on > 0 && going_on * 2 < self.below.len()));
        let distinct = self.cells.iter().map(|p| p.text).collect::<std::collections::HashSet<_>>().len() as f64 / n;
        let bonus = |is: bool, weight: f64| if is { weight } else { 0.0 };
        evidence.then_some(
            (n / width.max(1) as f64).min(1.0)
                + 3.0 * known / n
                + 2.0 * contrast
                + 0.5 * distinct
                + bonus(joined, 1.0)
                + bonus(told, 3.0)
                + bonus(stressed, 0.5)
                - preamble
                - alike / n
                - 0.01 * at as f64,
        )
    }

    /// Share of the values below that are of another kind than the words of a heading.
    fn contrast(&self, place: &Place<'_>) -> f64 {
        let Place { text, values, .. } = place;
        let is_value = is_value(text);
        if values.is_empty() || values.contains(text) || (is_value && !self.may_be_heading(place)) {
            return 0.0;
        }
        let other = |v: &&&str| if is_value { shape::tick(v).is_some() } else { shape::is_value(v) };
        values.iter().filter(other).count() as f64 / values.len() as f64
    }

    /// Words, a step of a series, or a number that the first heading carries over a column of something else.
    fn may_be_heading(&self, place: &Place<'_>) -> bool {
        if self.series.contains(&place.column) || place.looks_like_heading() {
            return true;
        }
        let named = self.cells.first().is_some_and(|first| first.known >= 1.0);
        let other = |v: &&str| shape::tick(v).is_some() && !shape::is_number(v);
        named && shape::is_number(place.text) && !place.values.is_empty() && place.values.iter().all(other)
    }

    /// A value above values of its kind.
    fn is_alike(&self, place: &Place<'_>) -> bool {
        let Place { text, values, .. } = place;
        if !is_value(text) || place.known >= 1.0 || self.may_be_heading(place) || values.is_empty() {
            return false;
        }
        let kind = shape::is_email(text);
        let same = values.iter().filter(|v| is_value(v) && shape::is_email(v) == kind).count();
        same * 2 > values.len()
    }

    /// The file says so itself: the first row of a filter or a table, or of the rows that are printed on every page.
    fn is_told(&self) -> bool {
        self.sheet.hints.heading == Some(self.row.number) && self.cells.len() > 1
    }

    /// In bold or in capitals, where the rows below are not; or the last row that stays in sight.
    fn is_stressed(&self) -> bool {
        let several = self.cells.len() > 1 && !self.below.is_empty();
        let bold = self.row.bold && self.below.iter().take(5).all(|r| !r.bold);
        let frozen = self.sheet.hints.frozen == Some(self.row.number);
        several && (bold || frozen || self.is_in_capitals() || self.asks())
    }

    /// `Hebt u een fiets?`
    fn asks(&self) -> bool {
        let question = |t: &str| t.len() > 4 && t.ends_with('?');
        self.cells.iter().any(|p| question(p.text) && !p.values.iter().any(|v| question(v)))
    }

    fn is_in_capitals(&self) -> bool {
        let letters = |t: &str| t.chars().filter(|c| c.is_alphabetic()).count();
        let capitals = |t: &str| letters(t) >= 2 && !t.chars().any(char::is_lowercase);
        let rows = self.below.iter().take(10);
        let values: Vec<&str> =
            rows.flat_map(|r| self.cells.iter().map(|p| r.get(p.column))).filter(|t| letters(t) > 1).collect();
        let loud = values.iter().filter(|t| capitals(t)).count();
        self.cells.iter().all(|p| capitals(p.text) && !is_value(p.text))
            && values.len() >= 2
            && loud * 5 <= values.len()
    }

    /// Names as programs write them: `family_name`, `PartnerKey`.
    fn is_in_code(&self) -> bool {
        let coded = |r: &Row| (0..r.cells.len().min(WIDEST)).all(|c| r.get(c).is_empty() || is_code(r.get(c)));
        self.cells.len() > 1
            && self.cells.iter().all(|p| is_code(p.text))
            && !self.below.iter().take(10).any(|r| coded(r))
    }

    /// `Vraag 1`, `Vraag 2`: the same word, counted; and columns that count on by themselves.
    fn is_numbered(&self) -> bool {
        let stem = |t: &str| t.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end().to_owned();
        let ends = |p: &&Place<'_>| p.text.ends_with(|c: char| c.is_ascii_digit()) && !is_value(p.text);
        let stems: Vec<(&Place<'_>, String)> = self.cells.iter().filter(ends).map(|p| (p, stem(p.text))).collect();
        let counted = stems.iter().any(|(place, s)| {
            let again = stems.iter().any(|(other, t)| other.column != place.column && t == s);
            s.chars().any(char::is_alphabetic) && again && !place.values.iter().any(|v| stem(v) == *s)
        });
        counted || (self.series.len() > 1 && self.series.len() * 2 >= self.cells.len())
    }

    /// Columns under years, days or letters that count on, where the values below are of another kind.
    fn series(&self) -> Vec<usize> {
        let named = self.cells.first().map_or(0.0, |p| p.known);
        let day = |c: usize| self.row.cells.get(c).and_then(|cell| cell.day);
        let step = |p: &Place<'_>| series::step(p.text, day(p.column)).map(|s| (p.column, s));
        let steps: Vec<(usize, series::Step)> = self.cells.iter().filter_map(step).collect();
        let unlike = |c: usize, s: series::Step| {
            let values = self.cells.iter().find(|p| p.column == c).map_or(&[][..], |p| &p.values);
            let like = values.iter().filter(|v| series::step(v, None).is_some_and(|v| v.is_like(s))).count();
            like * 2 < values.len().max(1)
        };
        series::found(&steps, named > 0.0).into_iter().filter(|(c, s)| unlike(*c, *s)).map(|(c, _)| c).collect()
    }
}

/// How many cells a row of the list usually has.
fn typical_width(mut widths: Vec<usize>) -> usize {
    widths.sort_unstable();
    widths.get(widths.len() / 2).copied().unwrap_or(0).min(WIDEST)
}

/// A value, or what people fill in when there is none.
fn is_value(text: &str) -> bool {
    shape::is_value(text) || shape::is_placeholder(text)
}

impl Place<'_> {
    /// 1 for a word that lists use above a column, a half for words that hold one. A word that the column itself holds
    /// too is one of its values.
    fn known(&self) -> f64 {
        if self.values.contains(&self.text) { 0.0 } else { self.known }
    }

    /// A name of a column: some letters, not itself a value.
    fn looks_like_heading(&self) -> bool {
        let words = self.text.chars().any(char::is_alphabetic) && self.text.chars().count() <= LONGEST;
        self.known >= 1.0 || (words && !is_value(self.text))
    }
}

/// A name as programs write it: `family_name`, `GF_ID`, `dateOfBirth`.
fn is_code(text: &str) -> bool {
    let plain = text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'));
    let small = text.starts_with(|c: char| c.is_ascii_lowercase());
    let humped =
        text.as_bytes().windows(2).any(|w| matches!(w, [a, b] if a.is_ascii_lowercase() && b.is_ascii_uppercase()));
    let lowercase = !text.chars().any(|c| c.is_ascii_uppercase());
    plain && text.starts_with(|c: char| c.is_ascii_alphabetic()) && (small && lowercase || humped || text.contains('_'))
}
