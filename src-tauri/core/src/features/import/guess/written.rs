//! The parts of a written date: three numbers, one of which may be the name of a month; or fewer, of a date that was
//! only half written down.
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

/// Why a text gives no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unread {
    /// It is no date.
    NoDate,
    /// A day and a month: `12-apr`.
    NoYear,
    /// A month and a year: `maart 1970`.
    NoDay,
    /// A year: `1970`, `sinds 1999`.
    YearAlone,
    /// Day and month may be swapped, because the column has both orders.
    Swapped,
}

impl Unread {
    /// The code of the problem.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Unread::NoDate => "field.date",
            Unread::NoYear => "import.date_without_year",
            Unread::NoDay => "import.date_without_day",
            Unread::YearAlone => "import.year_alone",
            Unread::Swapped => "import.date_order_unsure",
        }
    }
}

/// Month names in Dutch, English, German and French, by their first letters.
const MONTHS: [&[&str]; 12] = [
    &["jan", "jän"],
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

/// Words that people put before or around a date or a year.
const AROUND: [&str; 24] = [
    "sinds", "vanaf", "since", "seit", "from", "ab", "in", "per", "op", "het", "jaar", "year", "jahr", "lid", "ca",
    "circa", "voorjaar", "zomer", "najaar", "herfst", "winter", "summer", "begin", "eind",
];

/// The parts of a written date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts {
    /// As written; the name of a month is replaced by its number.
    pub(super) numbers: [u32; 3],
    /// The number of digits of each part.
    pub(super) lengths: [usize; 3],
    /// Which part was the name of a month.
    pub(super) named: Option<usize>,
}

/// A word of a date: its number, the number of digits, and whether it is the name of a month.
type Word = (u32, usize, bool);

/// Splits text without a time into the three parts of a date.
pub(super) fn parts(text: &str) -> Option<Parts> {
    let text = text.trim();
    if matches!(text.len(), 8) && text.bytes().all(|b| b.is_ascii_digit()) {
        return compact(text);
    }
    let found = words(text)?;
    let [a, b, c] = found.as_slice() else { return None };
    let named = [a, b, c].iter().position(|p| p.2);
    (![a, b, c].iter().skip(named.map_or(3, |n| n + 1)).any(|p| p.2)).then_some(Parts {
        numbers: [a.0, b.0, c.0],
        lengths: [a.1, b.1, c.1],
        named,
    })
}

/// The numbers and names of months; `None` if there is anything else than a weekday before them.
fn words(text: &str) -> Option<Vec<Word>> {
    let words = text.split(['-', '/', '.', ' ', ',', '\'', '’', '\u{a0}', '–']).filter(|w| !w.is_empty());
    let mut found: Vec<Word> = vec![];
    for word in words {
        let bare = ["th", "st", "nd", "rd", "ste", "de", "e"].iter().find_map(|end| word.strip_suffix(end));
        let word = bare.filter(|w| !w.is_empty() && w.bytes().all(|b| b.is_ascii_digit())).unwrap_or(word);
        if word.bytes().all(|b| b.is_ascii_digit()) && word.len() <= 4 {
            found.push((word.parse().ok()?, word.len(), false));
        } else if let Some(month) = month_of(word) {
            found.push((month, 0, true));
        } else if !is_weekday(word) || !found.is_empty() {
            return None;
        }
    }
    Some(found)
}

/// What is known of a date that lacks a part.
pub(super) fn scrap(text: &str) -> Unread {
    let text = text.trim();
    if text.len() > 80 {
        return Unread::NoDate;
    }
    let text = text.strip_suffix(".0").unwrap_or(text);
    let is_around = |w: &&str| AROUND.contains(&w.trim_matches(['.', ':', '±', '(', ')']).to_lowercase().as_str());
    let rest: Vec<&str> = text.split_whitespace().filter(|w| !is_around(w)).collect();
    let rest = rest.join(" ");
    let Some(found) = words(rest.trim_matches(['±', '~', '(', ')', '?', ' '])) else { return Unread::NoDate };
    let is_year = |w: &Word| w.1 == 4 && (1850..=2199).contains(&w.0);
    let is_month = |w: &Word| w.2 || (w.1 > 0 && w.1 <= 2 && (1..=12).contains(&w.0));
    let is_day = |w: &Word| !w.2 && w.1 <= 2 && (1..=31).contains(&w.0);
    match found.as_slice() {
        [year] if is_year(year) => Unread::YearAlone,
        [a, b] if (is_year(a) && is_year(b)) => Unread::YearAlone,
        [a, b] if (is_year(a) && is_month(b)) || (is_month(a) && is_year(b)) => Unread::NoDay,
        // "mrt-70": no month has seventy days.
        [month, year] if month.2 && !year.2 && year.1 == 2 && !is_day(year) => Unread::NoDay,
        [a, b] if (is_day(a) && is_month(b)) || (is_month(a) && is_day(b)) => Unread::NoYear,
        _ => Unread::NoDate,
    }
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
pub(crate) fn month_of(word: &str) -> Option<u32> {
    let lower = word.to_lowercase();
    if lower.chars().count() < 3 || !lower.chars().all(char::is_alphabetic) || lower.chars().count() > 9 {
        return None;
    }
    MONTHS.iter().position(|names| names.iter().any(|n| lower.starts_with(n))).and_then(|i| u32::try_from(i + 1).ok())
}

fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 16] =
        ["ma", "di", "wo", "do", "vr", "za", "zo", "mo", "tu", "we", "th", "fr", "sa", "su", "mi", "so"];
    let lower: String = word.to_lowercase().chars().take(2).collect();
    word.chars().all(char::is_alphabetic) && DAYS.contains(&lower.as_str())
}

impl Parts {
    /// The date in this order, if the calendar has it.
    pub(super) fn day(self, order: DateOrder, pivot: i32) -> Option<Date> {
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

    /// Whether day and month can be exchanged, and that makes another day.
    pub(super) fn fits_both(self) -> bool {
        let [a, b, c] = self.numbers;
        let (one, other) = if self.lengths[0] == 4 { (b, c) } else { (a, b) };
        self.named.is_none() && one <= 12 && other <= 12 && one != other
    }

    /// The one order that a date in figures allows.
    pub(super) fn only_order(self) -> Option<DateOrder> {
        match self.numbers {
            _ if self.named.is_some() || self.lengths[0] == 4 => None,
            [a, b, _] if a > 12 && b <= 12 => Some(DateOrder::Dmy),
            [a, b, _] if b > 12 && a <= 12 => Some(DateOrder::Mdy),
            _ => None,
        }
    }
}
