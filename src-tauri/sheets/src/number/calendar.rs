//! Dates and times in spreadsheets: serial numbers that count days from 1900 or 1904, shown by the letters of a format.
use super::token::Token;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

/// The language of month and day names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Language {
    #[default]
    English,
    Dutch,
    German,
}

const MONTHS: [[&str; 12]; 3] = [
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
];
const DAYS: [[&str; 7]; 3] = [
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
];

impl Language {
    /// The language of a locale: a Windows number in hexadecimal (`413`, `407`, `809`) or a tag (`nl-NL`).
    pub(crate) fn of_locale(locale: &str) -> Option<Self> {
        // `[$-nl-NL]` has letters, `[$-413]` a number.
        let lower = locale.to_lowercase();
        match lower.split('-').next() {
            Some("nl") => return Some(Language::Dutch),
            Some("de") => return Some(Language::German),
            Some("en") => return Some(Language::English),
            _ => {}
        }
        let number = u32::from_str_radix(locale.rsplit('-').next()?, 16).ok()?;
        match number & 0xFF {
            0x13 => Some(Language::Dutch),
            0x07 => Some(Language::German),
            0x09 => Some(Language::English),
            _ => None,
        }
    }

    fn month(self, date: NaiveDate) -> &'static str {
        MONTHS[self as usize][date.month0() as usize % 12]
    }

    /// Three letters; in Dutch and German, March drops a vowel.
    fn short_month(self, date: NaiveDate) -> String {
        match (self, date.month()) {
            (Language::Dutch, 3) => "mrt".to_owned(),
            (Language::German, 3) => "Mrz".to_owned(),
            _ => self.month(date).chars().take(3).collect(),
        }
    }

    fn day(self, date: NaiveDate) -> &'static str {
        DAYS[self as usize][date.weekday().num_days_from_monday() as usize % 7]
    }
}

/// The moment that a serial number stands for; `None` beyond the end of the calendar.
pub(crate) fn moment(serial: f64, from_1904: bool) -> Option<NaiveDateTime> {
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    // Rounded to milliseconds first, so that 23:59:59.9999 becomes the next day and not 24:00.
    let millis = (serial * 86_400_000.0).round() as u64;
    let (days, rest) = (millis / 86_400_000, millis % 86_400_000);
    // Excel counts a 29 February 1900 that never existed, so serial numbers before it count from a day later.
    let (first, days) = match (from_1904, days) {
        (true, d) => (NaiveDate::from_ymd_opt(1904, 1, 1)?, d),
        (false, d) if d < 60 => (NaiveDate::from_ymd_opt(1899, 12, 31)?, d),
        (false, d) => (NaiveDate::from_ymd_opt(1899, 12, 30)?, d),
    };
    let date = first.checked_add_days(Days::new(days))?;
    let time = NaiveTime::from_num_seconds_from_midnight_opt(
        u32::try_from(rest / 1000).ok()?,
        u32::try_from(rest % 1000).ok()? * 1_000_000,
    )?;
    Some(date.and_time(time))
}

/// The serial number of a date in ISO 8601, with or without a time.
pub(crate) fn serial(text: &str, from_1904: bool) -> Option<f64> {
    let text = text.trim().trim_end_matches('Z');
    let (day, time) = text.split_once(['T', ' ']).unwrap_or((text, ""));
    let day: NaiveDate = day.parse().ok()?;
    let first = if from_1904 { NaiveDate::from_ymd_opt(1904, 1, 1)? } else { NaiveDate::from_ymd_opt(1899, 12, 30)? };
    let time =
        ["%H:%M:%S%.f", "%H:%M"].iter().find_map(|f| NaiveTime::parse_from_str(time, f).ok()).unwrap_or_default();
    let days = (day - first).num_days();
    let days = if !from_1904 && days < 61 { days - 1 } else { days };
    Some(days as f64 + f64::from(time.num_seconds_from_midnight()) / 86_400.0)
}

/// Shows a serial number by the letters of a format.
pub(crate) fn show(tokens: &[Token], language: Language, serial: f64, from_1904: bool) -> Option<String> {
    let elapsed = tokens.iter().any(|t| matches!(t, Token::Elapsed(..)));
    let negative = elapsed && serial < 0.0;
    let moment = moment(if elapsed { serial.abs() % 1.0 } else { serial }, from_1904)?;
    let twelve = tokens.iter().any(|t| matches!(t, Token::HalfDay(_)));
    let mut out = String::from(if negative { "-" } else { "" });
    let mut fraction = false;
    for (i, token) in tokens.iter().enumerate() {
        match token {
            Token::Calendar(letter, run) => {
                let minutes = *letter == 'm' && *run < 3 && is_minutes(tokens, i);
                let letter = if minutes { 'n' } else { *letter };
                out.push_str(&part(letter, *run, moment, language, twelve));
            }
            Token::Elapsed(letter, run) => {
                let per_day = match letter {
                    'h' => 24.0,
                    'm' => 1440.0,
                    _ => 86_400.0,
                };
                let width = (*run).min(20);
                out.push_str(&format!("{:0width$}", (serial.abs() * per_day + 1e-6).floor() as u64));
            }
            Token::HalfDay(long) => out.push_str(match (moment.hour() < 12, long) {
                (true, true) => "AM",
                (false, true) => "PM",
                (true, false) => "A",
                (false, false) => "P",
            }),
            Token::Point => {
                fraction = tokens[i + 1..].first().is_some_and(|t| matches!(t, Token::Digit('0')));
                out.push('.');
            }
            Token::Digit('0') if fraction => {
                let places = tokens[i..].iter().take_while(|t| matches!(t, Token::Digit('0'))).count().min(3);
                let millis = moment.nanosecond() / 1_000_000 % 1000;
                out.push_str(&format!("{millis:03}")[..places]);
                fraction = false;
            }
            Token::Comma => out.push(','),
            Token::Literal(text) => out.push_str(text),
            _ => {}
        }
    }
    Some(out)
}

/// `m` means minutes after hours or before seconds.
fn is_minutes(tokens: &[Token], at: usize) -> bool {
    let letter = |t: &Token| match t {
        Token::Calendar(c, _) | Token::Elapsed(c, _) => Some(*c),
        _ => None,
    };
    tokens[..at].iter().rev().find_map(letter) == Some('h') || tokens[at + 1..].iter().find_map(letter) == Some('s')
}

fn part(letter: char, run: usize, m: NaiveDateTime, language: Language, twelve: bool) -> String {
    let date = m.date();
    let two = |n: u32| if run > 1 { format!("{n:02}") } else { n.to_string() };
    let start = |name: &str, n: usize| name.chars().take(n).collect::<String>();
    match (letter, run) {
        ('y', 1 | 2) => format!("{:02}", date.year().rem_euclid(100)),
        ('y', _) => format!("{:04}", date.year()),
        ('m', 1 | 2) => two(date.month()),
        ('m', 3) => language.short_month(date),
        ('m', 5) => start(language.month(date), 1),
        ('m', _) => language.month(date).to_owned(),
        ('d', 1 | 2) => two(date.day()),
        ('d', 3) => start(language.day(date), if language == Language::English { 3 } else { 2 }),
        ('d', _) => language.day(date).to_owned(),
        ('h', _) if twelve => two((m.hour() + 11) % 12 + 1),
        ('h', _) => two(m.hour()),
        ('n', _) => two(m.minute()),
        ('s', _) => two(m.second()),
        _ => String::new(),
    }
}
