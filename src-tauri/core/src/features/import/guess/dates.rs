//! Dates as people write them: `4-12-1958`, `12/4/58`, `4 december 1958`, `1958-12-04`, `04121958`, and the serial
//! numbers that a sheet leaves when a format is lost. Which number is the day is decided for a whole column.
use crate::kernel::time::Date;
use serde::{Deserialize, Serialize};

/// The order of the parts of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
    /// Year, month, day.
    Ymd,
}

/// Month names in Dutch, English, German and French, by their first letters.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb", "fév", "fev"],
    &["maa", "mrt", "mar", "mär", "mae"],
    &["apr", "avr"],
    &["mei", "may", "mai"],
    &["jun", "juin"],
    &["jul", "juil"],
    &["aug", "aoû", "aou"],
    &["sep"],
    &["okt", "oct"],
    &["nov"],
    &["dec", "dez", "déc"],
];

/// The parts of a written date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Parts {
    /// As written; the name of a month is replaced by its number.
    numbers: [u32; 3],
    /// The number of digits of each part.
    lengths: [usize; 3],
    /// Which part was the name of a month.
    named: Option<usize>,
}

/// Whether text can be a date in any order.
pub(crate) fn looks_like_date(text: &str) -> bool {
    let any = [DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd];
    text.len() < 40 && parts(text).is_some_and(|p| any.iter().any(|o| p.day(*o, 2100).is_some()))
}

/// Reads a date. `pivot` is the last year that two digits can mean: for a date of birth, this year.
pub(crate) fn read_date(text: &str, order: DateOrder, pivot: i32) -> Option<Date> {
    let text = text.trim();
    serial(text, false).or_else(|| parts(text)?.day(order, pivot))
}

/// As `read_date`, for a workbook whose dates count from 1904.
pub(crate) fn read_date_from_1904(text: &str, order: DateOrder, pivot: i32) -> Option<Date> {
    serial(text.trim(), true).or_else(|| read_date(text, order, pivot))
}

/// A serial number of five digits: `21523` is 4 December 1958.
fn serial(text: &str, from_1904: bool) -> Option<Date> {
    let whole = text.strip_suffix(".0").unwrap_or(text);
    if whole.len() != 5 || !whole.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let days: u64 = whole.parse().ok()?;
    let first = if from_1904 { Date::of(1904, 1, 1) } else { Date::of(1899, 12, 30) };
    first.map(|d| d.plus_days(days))
}

/// The order of a column of dates; day first if there is no evidence. The flag is false if the order is only assumed.
pub(crate) fn order_of<'a>(values: impl Iterator<Item = &'a str>) -> (DateOrder, bool) {
    let (mut day_first, mut month_first, mut year_first, mut open) = (0u32, 0u32, 0u32, 0u32);
    for p in values.take(100_000).filter_map(parts) {
        match p.numbers {
            _ if p.named == Some(0) => month_first += 1,
            _ if p.named.is_some() => {}
            _ if p.lengths[0] == 4 => year_first += 1,
            [a, b, _] if a > 12 && b <= 12 => day_first += 1,
            [a, b, _] if b > 12 && a <= 12 => month_first += 1,
            _ => open += 1,
        }
    }
    match (day_first, month_first, year_first) {
        (0, 0, 0) => (DateOrder::Dmy, open == 0),
        (d, m, y) if y > d && y > m => (DateOrder::Ymd, true),
        (d, m, _) if m > d => (DateOrder::Mdy, true),
        _ => (DateOrder::Dmy, true),
    }
}

/// Splits text into three numbers, one of which may be the name of a month. A time after the date is ignored.
fn parts(text: &str) -> Option<Parts> {
    let text = text.trim();
    let text = match text.split_once(['T', ' ']) {
        Some((day, time)) if time.contains(':') && day.chars().filter(char::is_ascii_digit).count() >= 4 => day,
        _ => text,
    };
    if matches!(text.len(), 8) && text.bytes().all(|b| b.is_ascii_digit()) {
        return compact(text);
    }
    let words = text.split(['-', '/', '.', ' ', ',', '\'', '\u{a0}']).filter(|w| !w.is_empty());
    let mut found: Vec<(u32, usize, bool)> = vec![];
    for word in words {
        let word = word.trim_end_matches("th").trim_end_matches("st").trim_end_matches("nd").trim_end_matches("rd");
        if word.bytes().all(|b| b.is_ascii_digit()) && !word.is_empty() && word.len() <= 4 {
            found.push((word.parse().ok()?, word.len(), false));
        } else if let Some(month) = month_of(word) {
            found.push((month, 0, true));
        } else if !is_weekday(word) || !found.is_empty() {
            return None;
        }
    }
    let [a, b, c] = found.as_slice() else { return None };
    let named = [a, b, c].iter().position(|p| p.2);
    (![a, b, c].iter().skip(named.map_or(3, |n| n + 1)).any(|p| p.2)).then_some(Parts {
        numbers: [a.0, b.0, c.0],
        lengths: [a.1, b.1, c.1],
        named,
    })
}

/// `19581204` or `04121958`.
fn compact(text: &str) -> Option<Parts> {
    let n = |r: std::ops::Range<usize>| text.get(r)?.parse::<u32>().ok();
    let year = n(0..4)?;
    if (1850..=2199).contains(&year) && n(4..6)? <= 12 && n(4..6)? > 0 {
        return Some(Parts { numbers: [year, n(4..6)?, n(6..8)?], lengths: [4, 2, 2], named: None });
    }
    let year = n(4..8)?;
    let plausible = (1850..=2199).contains(&year);
    plausible.then_some(Parts { numbers: [n(0..2)?, n(2..4)?, year], lengths: [2, 2, 4], named: None })
}

/// The number of the month with this name.
pub(super) fn month_of(word: &str) -> Option<u32> {
    let lower = word.to_lowercase();
    if lower.chars().count() < 3 || !lower.chars().all(char::is_alphabetic) || lower.chars().count() > 9 {
        return None;
    }
    MONTHS.iter().position(|names| names.iter().any(|n| lower.starts_with(n))).and_then(|i| u32::try_from(i + 1).ok())
}

fn is_weekday(word: &str) -> bool {
    let lower: String = word.to_lowercase().chars().take(2).collect();
    word.chars().all(char::is_alphabetic)
        && matches!(
            lower.as_str(),
            "ma" | "di"
                | "wo"
                | "do"
                | "vr"
                | "za"
                | "zo"
                | "mo"
                | "tu"
                | "we"
                | "th"
                | "fr"
                | "sa"
                | "su"
                | "mi"
                | "so"
        )
}

impl Parts {
    fn day(self, order: DateOrder, pivot: i32) -> Option<Date> {
        let [a, b, c] = self.numbers;
        let order = match self.named {
            _ if self.lengths[0] == 4 => DateOrder::Ymd,
            Some(0) => DateOrder::Mdy,
            Some(_) => DateOrder::Dmy,
            // A year at the end means that it does not come first.
            None if self.lengths[2] == 4 && order == DateOrder::Ymd => DateOrder::Dmy,
            None => order,
        };
        let ((day, month, year), length) = match order {
            DateOrder::Dmy => ((a, b, c), self.lengths[2]),
            DateOrder::Mdy => ((b, a, c), self.lengths[2]),
            DateOrder::Ymd => ((c, b, a), self.lengths[0]),
        };
        let year = i32::try_from(year).ok()?;
        let year = match length {
            4 => year,
            1 | 2 => {
                let century = pivot.div_euclid(100) * 100;
                if century + year > pivot { century + year - 100 } else { century + year }
            }
            _ => return None,
        };
        (1800..=2199).contains(&year).then(|| Date::of(year, month, day)).flatten()
    }
}
