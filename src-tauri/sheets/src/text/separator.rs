//! Guesses which character separates the fields. One that gives every line the same number of fields beats one that
//! gives most lines more fields, because free text is full of commas.
use super::parser::Parser;

/// Possible separators. Of equally good ones, the first in this order wins.
const SEPARATORS: [char; 4] = [';', '\t', ',', '|'];
/// Bytes of the file that are examined.
const SAMPLE: usize = 64 * 1024;
/// Lines of the sample that are examined.
const LINES: usize = 400;

/// How well a separator splits the lines.
struct Fit {
    separator: char,
    /// Nearly all lines, including the first, have the same number of fields.
    even: bool,
    score: f64,
}

/// The separator that fits best; a comma if none fits.
pub(crate) fn guess(text: &str) -> char {
    let cut = text.len() > SAMPLE;
    let end = (0..=text.len().min(SAMPLE)).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
    let sample = text.get(..end).unwrap_or_default();
    let mut fits: Vec<Fit> = SEPARATORS.iter().filter_map(|s| fit(sample, *s, cut)).collect();
    // Commas inside numbers or before a space belong to the text, if another separator splits the lines evenly.
    if commas_of_text(sample) && fits.iter().any(|f| f.separator != ',' && f.even) {
        fits.retain(|f| f.separator != ',');
    }
    let better = |best: Option<Fit>, f: Fit| match best {
        Some(b) if (b.even, b.score * 1.0001) >= (f.even, f.score) => Some(b),
        _ => Some(f),
    };
    fits.into_iter().fold(None, better).map_or(',', |f| f.separator)
}

fn fit(sample: &str, separator: char, cut: bool) -> Option<Fit> {
    let mut parser = Parser::new(sample, separator);
    let mut counts: Vec<usize> = vec![];
    while let Some(fields) = parser.record()
        && counts.len() < LINES
    {
        if fields.iter().any(|f| !f.trim().is_empty()) {
            counts.push(fields.len());
        }
    }
    if cut && counts.len() > 1 && counts.len() < LINES {
        counts.pop();
    }
    let several = counts.iter().copied().filter(|n| *n > 1);
    let (lines, fields) = several.map(|n| (counts.iter().filter(|c| **c == n).count(), n)).max()?;
    let share = lines as f64 / counts.len() as f64;
    let even = share >= 0.98 && counts.first() == Some(&fields) && parser.broken_quotes == 0;
    let width = (fields.min(30) as f64 - 1.0).sqrt();
    // Text after a closing quote shows that this separator splits fields in the wrong places.
    let score = share.powi(if even { 1 } else { 3 }) * width / (1.0 + parser.broken_quotes as f64);
    Some(Fit { separator, even, score })
}

/// Whether most commas are between digits or before a space.
fn commas_of_text(sample: &str) -> bool {
    let bytes = sample.as_bytes();
    let (mut all, mut inside) = (0usize, 0usize);
    for (i, _) in bytes.iter().enumerate().filter(|(_, b)| **b == b',') {
        let before = i.checked_sub(1).and_then(|i| bytes.get(i)).copied().unwrap_or(b' ');
        let after = bytes.get(i + 1).copied().unwrap_or(b' ');
        all += 1;
        inside += usize::from(before.is_ascii_digit() && after.is_ascii_digit() || after == b' ');
    }
    inside * 2 > all
}
