//! Headings that form a series: years, dates, numbers from one, letters from A. Each of them alone would look like a
//! value.
use super::shape;
use crate::kernel::time::Date;

/// One step of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Year(i64),
    Day(Option<Date>),
    Number(i64),
    Letter(u8),
    Month(i64),
}

impl Step {
    /// Whether the other step can be of the same series.
    pub(super) fn is_like(self, other: Step) -> bool {
        matches!(
            (self, other),
            (Step::Year(_), Step::Year(_))
                | (Step::Day(_), Step::Day(_))
                | (Step::Number(_) | Step::Year(_), Step::Number(_))
                | (Step::Letter(_), Step::Letter(_))
                | (Step::Month(_), Step::Month(_))
        )
    }

    fn place(self) -> i64 {
        match self {
            Step::Year(n) | Step::Number(n) | Step::Month(n) => n,
            Step::Letter(b) => i64::from(b),
            Step::Day(day) => day.map_or(0, |d| i64::from(chrono::Datelike::num_days_from_ce(&d.0))),
        }
    }
}

/// What a cell would be in a series.
pub(super) fn step(text: &str, day: Option<Date>) -> Option<Step> {
    let text = text.trim();
    if day.is_some() || shape::is_date(text) && !text.bytes().all(|b| b.is_ascii_digit()) {
        return Some(Step::Day(day.or_else(|| super::dates::read_date(text, super::dates::DateOrder::Dmy, 2100))));
    }
    if let Some(month) = super::dates::month_of(text) {
        return Some(Step::Month(i64::from(month)));
    }
    match (text.as_bytes(), text.parse::<i64>()) {
        ([letter], Err(_)) if letter.is_ascii_alphabetic() => Some(Step::Letter(*letter)),
        (bytes, Ok(year @ 1900..=2100)) if bytes.len() == 4 => Some(Step::Year(year)),
        (bytes, Ok(n @ 0..=400)) if bytes.len() <= 3 => Some(Step::Number(n)),
        _ => None,
    }
}

/// Whether a step is of one kind.
type Is = fn(&Step) -> bool;

/// The columns that belong to a series. `named`: the row starts with a known heading, so a shorter series is enough.
pub(super) fn found(steps: &[(usize, Step)], named: bool) -> Vec<(usize, Step)> {
    let mut found = vec![];
    let several = if named { 1 } else { 2 };
    let kinds: [(Is, usize, Option<i64>); 5] = [
        (|s| matches!(s, Step::Year(_)), several, None),
        (|s| matches!(s, Step::Day(_)), several, None),
        (|s| matches!(s, Step::Number(_)), if named { 2 } else { 5 }, Some(1)),
        (|s| matches!(s, Step::Month(_)), several + 1, Some(1)),
        (|s| matches!(s, Step::Letter(_)), 2, Some(1)),
    ];
    for (is, least, by) in kinds {
        let run: Vec<(usize, Step)> = steps.iter().filter(|(_, s)| is(s)).copied().collect();
        // Lower-case letters are more often values, so there must be at least three.
        let begins = match run.first() {
            Some((_, Step::Letter(b'a'))) => run.len() > 2,
            Some((_, Step::Letter(letter))) => *letter == b'A',
            _ => true,
        };
        if run.len() >= least && begins && counts_on(&run, by) {
            found.extend(run);
        }
    }
    found
}

/// Whether the steps all rise or all fall, or all have the distance `by`.
fn counts_on(run: &[(usize, Step)], by: Option<i64>) -> bool {
    let steps: Vec<i64> =
        run.windows(2).map(|w| w.iter().map(|(_, s)| s.place()).rev().reduce(|a, b| a - b).unwrap_or(0)).collect();
    match by {
        Some(by) => steps.iter().all(|s| *s == by),
        None => steps.iter().all(|s| *s > 0) || steps.iter().all(|s| *s < 0),
    }
}
