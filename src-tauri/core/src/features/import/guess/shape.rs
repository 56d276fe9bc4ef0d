//! What a piece of text looks like: a number, a date, an e-mail address. Helps to find the row with headings and to
//! guess the meaning of columns.
use super::dates;

/// The elevens test for a BSN: nine digits, or eight if the leading zero was lost. One in eleven random numbers passes
/// too, so decide by column and never by cell (avg-facts 5.5).
pub(crate) fn passes_elevens(text: &str) -> bool {
    if !(8..=16).contains(&text.len()) || !text.ends_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let digits: Vec<i64> = text
        .chars()
        .filter(|c| !matches!(c, ' ' | '.' | '-'))
        .map(|c| c.to_digit(10).map(i64::from))
        .collect::<Option<Vec<_>>>()
        .unwrap_or_default();
    let padded: Vec<i64> = match digits.len() {
        8 => std::iter::once(0).chain(digits).collect(),
        9 => digits,
        _ => return false,
    };
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    padded.iter().any(|d| *d != 0) && padded.iter().zip(weights).map(|(d, w)| d * w).sum::<i64>() % 11 == 0
}

/// Longer than any single value: an e-mail address has at most 320 bytes (RFC 3696, errata).
fn is_long(text: &str) -> bool {
    text.len() > 320
}

/// A number as people and spreadsheets write it: `12`, `-3,50`, `1.234,56`, `€ 10`, `45%`.
pub(crate) fn is_number(text: &str) -> bool {
    let body =
        text.trim().trim_start_matches(['€', '$', '£', '-', '+', '(', ' ']).trim_end_matches(['%', ')', '€', ' ', '-']);
    !is_long(body)
        && body.starts_with(|c: char| c.is_ascii_digit())
        && body.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\'' | 'E' | '+'))
}

/// A date or a time, in digits or with the name of a month.
pub(crate) fn is_date(text: &str) -> bool {
    !is_long(text) && looks_like_date_or_time(text)
}

fn looks_like_date_or_time(text: &str) -> bool {
    dates::looks_like_date(text)
        || (text.contains(':') && text.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.')) && text.len() >= 4)
}

/// One @ with a domain behind it.
pub(crate) fn is_email(text: &str) -> bool {
    let text = text.trim().trim_start_matches("mailto:");
    match text.split_once('@') {
        Some((before, after)) if !is_long(text) => {
            !before.is_empty()
                && after.contains('.')
                && !after.starts_with('.')
                && !after.ends_with('.')
                && !text.contains(char::is_whitespace)
                && !after.contains('@')
        }
        _ => false,
    }
}

/// Seven to fifteen digits with the punctuation of a phone number.
pub(crate) fn is_phone(text: &str) -> bool {
    if is_long(text) {
        return false;
    }
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let allowed =
        |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '+' | '(' | ')' | '.' | '/' | '\u{a0}' | '\'');
    (7..=15).contains(&digits) && text.trim().chars().all(allowed) && !text.contains(',')
}

/// A phone number, or several, perhaps with a word or two: `06-12345678 (mobiel) / 010-2345678 thuis`.
pub(crate) fn holds_phone(text: &str) -> bool {
    let is_figure = |c: &char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '/' | '(' | ')');
    let parts = text.split([';', '/', ',']).any(is_phone);
    parts || {
        let (mut most, mut run) = (0, 0);
        for c in text.chars().take(320) {
            run = if is_figure(&c) { run + usize::from(c.is_ascii_digit()) } else { 0 };
            most = most.max(run);
        }
        most >= 9 && !text.contains('@') && !is_date(text)
    }
}

/// A Dutch postcode: `1234 AB`.
pub(crate) fn is_dutch_postcode(text: &str) -> bool {
    if is_long(text) {
        return false;
    }
    let squeezed: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    matches!(squeezed.as_slice(), [a, b, c, d, e, f]
        if ('1'..='9').contains(a) && [b, c, d].iter().all(|x| x.is_ascii_digit()) && e.is_ascii_alphabetic() && f.is_ascii_alphabetic())
}

/// An IBAN. The mod 97 check tells it from other codes of two letters and digits (avg-facts 7.4).
pub(crate) fn is_iban(text: &str) -> bool {
    if is_long(text) {
        return false;
    }
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
    if !(15..=34).contains(&plain.len()) || !plain.is_ascii() || !plain.chars().all(|c| c.is_ascii_alphanumeric()) {
        return false;
    }
    let (start, rest) = plain.split_at(4);
    let check =
        start.chars().skip(2).all(|c| c.is_ascii_digit()) && start.chars().take(2).all(|c| c.is_ascii_uppercase());
    let value = |c: char| c.to_digit(36).unwrap_or(0);
    let step = |n: u32, c: char| if value(c) > 9 { (n * 100 + value(c)) % 97 } else { (n * 10 + value(c)) % 97 };
    check && rest.chars().chain(start.chars()).fold(0, step) == 1
}

/// Yes or no, in the ways that people tick a box; `None` for other text.
pub(crate) fn tick(text: &str) -> Option<bool> {
    if is_long(text) {
        return None;
    }
    match text.trim().to_lowercase().as_str() {
        "ja" | "j" | "yes" | "y" | "waar" | "true" | "x" | "1" | "v" | "✓" | "✔" | "akkoord" | "oui" | "wahr"
        | "toestemming" => Some(true),
        "nee" | "n" | "no" | "onwaar" | "false" | "0" | "-" | "niet" | "geen" | "nein" | "falsch" | "non" => {
            Some(false)
        }
        _ => None,
    }
}

/// What people enter when a value is unknown.
pub(crate) fn is_placeholder(text: &str) -> bool {
    if is_long(text) {
        return text.chars().all(is_filler);
    }
    let text = text.trim().to_lowercase();
    let words = [
        "onbekend",
        "nvt",
        "n.v.t.",
        "n.v.t",
        "n/a",
        "na",
        "nb",
        "n.b.",
        "unknown",
        "unbekannt",
        "geen",
        "none",
        "keine",
        "niet bekend",
        "?",
        "??",
        "-",
        "--",
        "idem",
        "null",
        "leeg",
        "nan",
        "#n/a",
    ];
    words.contains(&text.as_str()) || text.chars().all(is_filler)
}

fn is_filler(c: char) -> bool {
    matches!(c, '-' | '?' | '.' | '/' | '*' | '–')
}

/// The error that a sheet shows when a formula fails, in several languages: `#REF!`, `#NAME?`, `#N/B`, `Err:502`. Or the
/// signs for a column that is too narrow, which a text file can have in place of the value.
pub(crate) fn is_error(text: &str) -> bool {
    let numbered = ["Err:", "Fout:"].iter().find_map(|word| text.strip_prefix(word));
    if numbered.is_some_and(|n| n.len() == 3 && n.bytes().all(|b| b.is_ascii_digit())) {
        return true;
    }
    text.strip_prefix('#').filter(|_| !is_long(text)).is_some_and(|rest| {
        let small = rest.chars().any(|c| c.is_lowercase() || c.is_whitespace());
        matches!(rest, "N/A" | "N/B" | "NV" | "N/D" | "N/V")
            || (rest.len() > 1 && rest.bytes().all(|b| b == b'#'))
            || (rest.ends_with(['!', '?']) && !small)
    })
}

/// Text that would not be a heading.
pub(crate) fn is_value(text: &str) -> bool {
    let text = text.trim();
    if is_long(text) {
        return false;
    }
    let words =
        matches!(text.to_lowercase().as_str(), "ja" | "nee" | "yes" | "no" | "true" | "false" | "waar" | "onwaar");
    words
        || is_error(text)
        || is_number(text)
        || is_date(text)
        || is_email(text)
        || is_phone(text)
        || is_dutch_postcode(text)
        || is_iban(text)
}
