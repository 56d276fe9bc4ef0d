//! Number formats of spreadsheets: shows a number as the sheet does (`0000` keeps leading zeros, `dd-mm-yyyy` makes a
//! date, `0%` a percentage). The readers supply the number and the format code; `calendar.rs` shows dates and times.
pub(crate) mod built_in;
pub(crate) mod calendar;
pub(crate) mod decimal;
mod fraction;
mod plain;
pub(crate) mod shown;
mod token;

use crate::limits::MAX_CODE;
use crate::refusal::{Result, too_large};
use crate::work::Work;
use decimal::Digits;
use token::Token;

/// A parsed format code.
#[derive(Debug, Clone)]
pub(crate) struct NumberFormat {
    sections: Vec<Section>,
}

#[derive(Debug, Clone, Default)]
struct Section {
    tokens: Vec<Token>,
    condition: Option<(Comparison, f64)>,
    language: calendar::Language,
    /// Written with German letters: `TT.MM.JJJJ`.
    german: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Comparison {
    Less,
    LessOrEqual,
    More,
    MoreOrEqual,
    Equal,
    Unequal,
}

impl NumberFormat {
    /// Parses a format code of a file and charges for it.
    ///
    /// # Errors
    /// `TooLarge` for a code that is longer than spreadsheet programs allow.
    pub(crate) fn paid(code: &str, work: &Work) -> Result<Self> {
        if code.len() > MAX_CODE && code.chars().count() > MAX_CODE {
            return Err(too_large().over("format", MAX_CODE));
        }
        work.steps(100 + 20 * code.len())?;
        let format = Self::parse(code);
        work.room(200 + format.tokens() * 2 * size_of::<Token>())?;
        Ok(format)
    }

    /// Charges for showing one number, which walks over all tokens.
    pub(crate) fn pay(&self, work: &Work) -> Result<()> {
        work.steps(20 + 5 * self.tokens())
    }

    fn tokens(&self) -> usize {
        self.sections.iter().map(|s| s.tokens.len()).sum()
    }

    /// Parses a format code. Any text is accepted.
    pub(crate) fn parse(code: &str) -> Self {
        let sections = split_sections(code).iter().take(4).map(|s| Section::parse(s)).collect();
        NumberFormat { sections }
    }

    /// Whether numbers in this format are dates, times or durations.
    pub(crate) fn is_calendar(&self) -> bool {
        self.sections.first().is_some_and(Section::is_calendar)
    }

    /// Whether this format shows a date, not only a time of day or a duration.
    pub(crate) fn has_day(&self) -> bool {
        self.sections.first().is_some_and(|s| s.tokens.iter().any(|t| matches!(t, Token::Calendar('y' | 'd', _))))
    }

    /// Whether this format shows a time of day.
    pub(crate) fn has_time(&self) -> bool {
        let is_time = |t: &Token| matches!(t, Token::Calendar('h' | 's', _) | Token::Elapsed(..) | Token::HalfDay(_));
        self.sections.first().is_some_and(|s| s.tokens.iter().any(is_time))
    }

    /// The number as the sheet shows it.
    pub(crate) fn show(&self, value: f64, from_1904: bool) -> String {
        let Some((section, value, sign)) = self.choose(value) else { return decimal::general(value) };
        if section.is_calendar() {
            return calendar::show(&section.tokens, section.language, value, from_1904)
                .unwrap_or_else(|| decimal::general(value));
        }
        let shown = section.show_number(value);
        if sign && shown.chars().any(|c| c.is_ascii_digit() && c != '0') { format!("-{shown}") } else { shown }
    }

    /// The section for a value, the value to show, and whether a minus sign must be added.
    fn choose(&self, value: f64) -> Option<(&Section, f64, bool)> {
        let numeric: Vec<&Section> = self.sections.iter().filter(|s| !s.is_text_only()).collect();
        if numeric.iter().any(|s| s.condition.is_some()) {
            let fits = |s: &&&Section| s.condition.is_none_or(|(c, limit)| c.holds(value, limit));
            return numeric.iter().find(fits).map(|s| (*s, value.abs(), value < 0.0));
        }
        match (numeric.as_slice(), value) {
            ([_, negative, ..], v) if v < 0.0 => Some((negative, -v, false)),
            ([_, _, zero, ..], 0.0) => Some((zero, 0.0, false)),
            ([first, ..], v) if v < 0.0 && !first.is_calendar() => Some((first, -v, true)),
            ([first, ..], v) => Some((first, v, false)),
            ([], _) => None,
        }
    }
}

impl Comparison {
    fn holds(self, value: f64, limit: f64) -> bool {
        match self {
            Comparison::Less => value < limit,
            Comparison::LessOrEqual => value <= limit,
            Comparison::More => value > limit,
            Comparison::MoreOrEqual => value >= limit,
            Comparison::Equal => (value - limit).abs() < f64::EPSILON,
            Comparison::Unequal => (value - limit).abs() >= f64::EPSILON,
        }
    }
}

/// Splits at semicolons outside quotes, escapes and brackets.
fn split_sections(code: &str) -> Vec<String> {
    let (mut sections, mut quoted, mut bracket) = (vec![String::new()], false, false);
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        let escaped = !quoted && matches!(c, '\\' | '_' | '*');
        match c {
            '"' => quoted = !quoted,
            '[' if !quoted => bracket = true,
            ']' if !quoted => bracket = false,
            ';' if !quoted && !bracket => {
                sections.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = sections.last_mut() {
            last.push(c);
            if escaped && let Some(next) = chars.next() {
                last.push(next);
            }
        }
    }
    sections
}

impl Section {
    fn parse(code: &str) -> Self {
        let lower = code.to_lowercase();
        let mut section = Section { german: lower.contains('j') && !lower.contains('d'), ..Section::default() };
        let chars: Vec<char> = code.chars().collect();
        let mut at = 0;
        while let Some(&c) = chars.get(at) {
            at += section.take(c, &chars[at..]);
        }
        section
    }

    /// Reads one token from the front; returns how many characters it used.
    fn take(&mut self, c: char, rest: &[char]) -> usize {
        let next = rest.get(1).copied();
        let literal = |s: String| Token::Literal(s);
        let (token, used) = match c {
            '"' => {
                let text: String = rest[1..].iter().take_while(|c| **c != '"').collect();
                let used = text.chars().count() + 2;
                (literal(text), used)
            }
            '\\' => (literal(next.map(String::from).unwrap_or_default()), 2),
            '_' => (literal(" ".into()), 2),
            '*' => return 2,
            '[' => return self.take_bracket(rest),
            '0' | '#' | '?' => (Token::Digit(c), 1),
            '.' => (Token::Point, 1),
            ',' => (Token::Comma, 1),
            '%' => (Token::Percent, 1),
            '@' => (Token::Text, 1),
            'E' | 'e' if matches!(next, Some('+' | '-')) => (Token::Exponent(next == Some('+')), 2),
            'G' | 'g' if starts_with(rest, "general") => (Token::General, 7),
            'A' | 'a' if starts_with(rest, "am/pm") => (Token::HalfDay(true), 5),
            'A' | 'a' if starts_with(rest, "a/p") => (Token::HalfDay(false), 3),
            't' | 'T' if !self.german => (literal(c.to_string()), 1),
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' | 'e' | 'j' | 'J' | 'T' | 't' => {
                let run = rest.iter().take_while(|x| x.eq_ignore_ascii_case(&c)).count();
                // `j` is year in Dutch and German, `t` is day in German, `e` is the year of an era.
                let letter = match c.to_ascii_lowercase() {
                    'j' | 'e' => 'y',
                    't' => 'd',
                    other => other,
                };
                (Token::Calendar(letter, run), run)
            }
            other => (literal(other.to_string()), 1),
        };
        self.tokens.push(token);
        used
    }

    /// `[$€-413]`, `[Red]`, `[h]`, `[<100]`.
    fn take_bracket(&mut self, rest: &[char]) -> usize {
        let inner: String = rest[1..].iter().take_while(|c| **c != ']').collect();
        let used = inner.chars().count() + 2;
        let lower = inner.to_ascii_lowercase();
        if let Some(symbol) = inner.strip_prefix('$') {
            let (sign, locale) = symbol.split_once('-').unwrap_or((symbol, ""));
            if !sign.is_empty() {
                self.tokens.push(Token::Literal(sign.to_owned()));
            }
            self.language = calendar::Language::of_locale(locale).unwrap_or(self.language);
        } else if let Some(letter) = lower.chars().next().filter(|c| matches!(c, 'h' | 'm' | 's'))
            && lower.chars().all(|c| c == letter)
        {
            self.tokens.push(Token::Elapsed(letter, lower.len()));
        } else {
            self.condition = parse_condition(&inner).or(self.condition);
        }
        used
    }

    fn is_calendar(&self) -> bool {
        self.tokens.iter().any(|t| matches!(t, Token::Calendar(..) | Token::Elapsed(..) | Token::HalfDay(_)))
    }

    fn is_text_only(&self) -> bool {
        self.tokens.contains(&Token::Text) && !self.tokens.iter().any(|t| matches!(t, Token::Digit(_) | Token::General))
    }

    fn show_number(&self, value: f64) -> String {
        if self.tokens.contains(&Token::General) {
            return self.tokens.iter().map(|t| t.plain(value)).collect();
        }
        if let Some(shown) = fraction::show(&self.tokens, value) {
            return shown;
        }
        let percents = self.tokens.iter().filter(|t| **t == Token::Percent).count();
        let first = self.tokens.iter().position(|t| matches!(t, Token::Digit(_)));
        let last = self.tokens.iter().rposition(|t| matches!(t, Token::Digit(_)));
        let (Some(first), Some(last)) = (first, last) else {
            return self.tokens.iter().map(|t| t.plain(value)).collect();
        };
        let thousands = self.tokens[first..last].contains(&Token::Comma);
        let scale = self.tokens[last..].iter().skip(1).take_while(|t| **t == Token::Comma).count();
        let value = value * 100f64.powi(percents.min(4) as i32) / 1000f64.powi(scale.min(4) as i32);
        if !value.is_finite() {
            return decimal::general(value);
        }
        decimal::show(&self.tokens, &Digits::of(value), thousands)
    }
}

fn starts_with(rest: &[char], word: &str) -> bool {
    word.chars().enumerate().all(|(i, w)| rest.get(i).is_some_and(|c| c.eq_ignore_ascii_case(&w)))
}

fn parse_condition(inner: &str) -> Option<(Comparison, f64)> {
    let operators = [
        ("<=", Comparison::LessOrEqual),
        (">=", Comparison::MoreOrEqual),
        ("<>", Comparison::Unequal),
        ("<", Comparison::Less),
        (">", Comparison::More),
        ("=", Comparison::Equal),
    ];
    operators.iter().find_map(|(sign, c)| inner.strip_prefix(sign)?.trim().parse().ok().map(|limit| (*c, limit)))
}

#[cfg(test)]
mod oracle;
#[cfg(test)]
mod tests;
