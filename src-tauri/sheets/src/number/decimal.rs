//! The decimal digits of a number and how a format places them. Rounds as a spreadsheet does: half away from zero, on
//! the fifteen digits that a cell holds and not on the underlying binary fraction.
use super::token::Token;

/// The fifteen significant digits of a number: `0.d1 d2 d3 … × 10^exponent`.
pub(crate) struct Digits {
    digits: Vec<u8>,
    exponent: i32,
}

impl Digits {
    /// The digits of a finite number, without its sign.
    pub(crate) fn of(value: f64) -> Self {
        let text = format!("{:.14e}", value.abs());
        let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let digits: Vec<u8> = mantissa.bytes().filter(u8::is_ascii_digit).map(|b| b - b'0').collect();
        let exponent = exponent.parse::<i32>().unwrap_or(0) + 1;
        if digits.iter().all(|d| *d == 0) {
            Digits { digits: vec![], exponent: 0 }
        } else {
            Digits { digits, exponent }
        }
    }

    /// The digits before and after the point, rounded to `decimals`.
    pub(crate) fn rounded(&self, decimals: usize) -> (Vec<u8>, Vec<u8>) {
        let keep = self.exponent + i32::try_from(decimals).unwrap_or(0);
        let mut digits: Vec<u8> = self.digits.clone();
        let mut exponent = self.exponent;
        if keep < 0 {
            digits.clear();
        } else if let Some(&next) = digits.get(keep as usize) {
            digits.truncate(keep as usize);
            if next >= 5 && round_up(&mut digits) {
                exponent += 1;
            }
        }
        let at = |i: i32| usize::try_from(i).ok().and_then(|i| digits.get(i)).copied().unwrap_or(0);
        let whole = (0..exponent.min(400)).map(at).collect();
        let part = (0..decimals as i32).map(|i| at(exponent + i)).collect();
        (whole, part)
    }
}

/// Adds one to the last digit; true if the number got a digit longer.
fn round_up(digits: &mut Vec<u8>) -> bool {
    for d in digits.iter_mut().rev() {
        if *d < 9 {
            *d += 1;
            return false;
        }
        *d = 0;
    }
    digits.insert(0, 1);
    true
}

fn text(digits: &[u8]) -> String {
    digits.iter().map(|d| char::from(b'0' + d)).collect()
}

/// A number without a format, as a sheet shows it: whole numbers in full, ten digits in all with a fraction.
pub(crate) fn general(value: f64) -> String {
    if !value.is_finite() {
        return "#NUM!".into();
    }
    let digits = Digits::of(value);
    let sign = if value < 0.0 { "-" } else { "" };
    if value != 0.0 && !(1e-9..1e15).contains(&value.abs()) {
        return format!("{sign}{}", scientific(value.abs()));
    }
    let whole_digits = digits.exponent.max(1) as usize;
    let (whole, part) = digits.rounded(10usize.saturating_sub(whole_digits));
    let part = text(&part);
    let part = part.trim_end_matches('0');
    let whole = if whole.is_empty() { "0".into() } else { text(&whole) };
    let shown = if part.is_empty() { whole } else { format!("{whole}.{part}") };
    if shown == "0" { shown } else { format!("{sign}{shown}") }
}

fn scientific(value: f64) -> String {
    let text = format!("{value:.5e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let mantissa = mantissa.trim_end_matches('0').trim_end_matches('.');
    let exponent: i32 = exponent.parse().unwrap_or(0);
    format!("{mantissa}E{}{:02}", if exponent < 0 { '-' } else { '+' }, exponent.abs())
}

/// Puts digits in the `0`, `#` and `?` of a format, between its literals.
pub(crate) fn show(tokens: &[Token], digits: &Digits, thousands: bool) -> String {
    let point = tokens.iter().position(|t| *t == Token::Point);
    let exponent_at = tokens.iter().position(|t| matches!(t, Token::Exponent(_)));
    let whole_end = point.or(exponent_at).unwrap_or(tokens.len());
    let part_end = exponent_at.unwrap_or(tokens.len()).max(whole_end);
    let count = |range: &[Token]| range.iter().filter(|t| matches!(t, Token::Digit(_))).count();
    let decimals = count(&tokens[whole_end..part_end]).min(30);

    let (digits, exponent) = match exponent_at {
        None => (Digits { digits: digits.digits.clone(), exponent: digits.exponent }, 0),
        Some(_) if digits.digits.is_empty() => (Digits { digits: vec![], exponent: 0 }, 0),
        Some(_) => normalise(digits, count(&tokens[..whole_end]).max(1), decimals),
    };
    let (whole, part) = digits.rounded(decimals);
    let mut shown = place_whole(&tokens[..whole_end], &whole, thousands && exponent_at.is_none());
    shown.push_str(&place_part(&tokens[whole_end..part_end], &part));
    if let Some(at) = exponent_at {
        shown.push_str(&place_exponent(&tokens[at..], exponent));
    }
    shown
}

/// For `0.00E+00`: leaves one digit before the point and moves the rest to the exponent. `##0.0E+0` steps by three.
fn normalise(digits: &Digits, whole: usize, decimals: usize) -> (Digits, i32) {
    let step = whole as i32;
    let first = digits.exponent - 1;
    let exponent = if whole > 1 { first.div_euclid(step) * step } else { first };
    let moved = Digits { digits: digits.digits.clone(), exponent: digits.exponent - exponent };
    let (rounded, _) = moved.rounded(decimals);
    if whole == 1 && rounded.len() > 1 {
        return (Digits { digits: vec![1], exponent: 1 }, exponent + 1);
    }
    (moved, exponent)
}

fn place_whole(tokens: &[Token], whole: &[u8], thousands: bool) -> String {
    let first = tokens.iter().position(|t| matches!(t, Token::Digit(_)));
    let mut left = whole.to_vec();
    let mut placed = 0;
    let mut out: Vec<char> = vec![];
    let digit = |out: &mut Vec<char>, d: char, placed: &mut usize| {
        if thousands && *placed > 0 && placed.is_multiple_of(3) {
            out.push(',');
        }
        out.push(d);
        *placed += 1;
    };
    for (i, token) in tokens.iter().enumerate().rev() {
        match token {
            Token::Digit(kind) => {
                match (left.pop(), kind) {
                    (Some(d), _) => digit(&mut out, char::from(b'0' + d), &mut placed),
                    (None, '0') => digit(&mut out, '0', &mut placed),
                    (None, '?') => out.push(' '),
                    (None, _) => {}
                }
                while first == Some(i)
                    && let Some(d) = left.pop()
                {
                    digit(&mut out, char::from(b'0' + d), &mut placed);
                }
            }
            Token::Comma => {}
            other => out.extend(other.plain(0.0).chars().rev()),
        }
    }
    // `.00` has no place before the point, but the whole part of a number is still shown.
    if first.is_none() {
        out.extend(left.iter().rev().map(|d| char::from(b'0' + d)));
    }
    out.iter().rev().collect()
}

fn place_part(tokens: &[Token], part: &[u8]) -> String {
    let mut out = String::new();
    let mut next = part.iter();
    let used = part.iter().rposition(|d| *d != 0).map_or(0, |i| i + 1);
    let mut at = 0;
    for token in tokens {
        match token {
            Token::Point => out.push('.'),
            Token::Digit(kind) => {
                let d = next.next().copied().unwrap_or(0);
                at += 1;
                match kind {
                    '0' => out.push(char::from(b'0' + d)),
                    _ if at <= used => out.push(char::from(b'0' + d)),
                    '?' => out.push(' '),
                    _ => {}
                }
            }
            Token::Comma => {}
            other => out.push_str(&other.plain(0.0)),
        }
    }
    out
}

fn place_exponent(tokens: &[Token], exponent: i32) -> String {
    let plus = matches!(tokens.first(), Some(Token::Exponent(true)));
    let width = tokens.iter().filter(|t| matches!(t, Token::Digit(_))).count().min(30);
    let sign = if exponent < 0 {
        "-"
    } else if plus {
        "+"
    } else {
        ""
    };
    let rest: String = tokens.iter().skip(1).filter(|t| !matches!(t, Token::Digit(_))).map(|t| t.plain(0.0)).collect();
    format!("E{sign}{:0width$}{rest}", exponent.abs())
}
