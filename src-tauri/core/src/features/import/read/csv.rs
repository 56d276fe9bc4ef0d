//! Text with separators. Own reader, because a list counts its blank lines (a person sees row 12), keeps a quote that
//! stands inside a field, and may end lines in three ways at once; the strict readers refuse or skip such things.
use super::encoding;
use super::limits::{Budget, MAX_CELL, MAX_COLUMNS, too_large};
use super::{Book, Cell, Format, Row, Sheet};
use crate::error::{Code, Error, Result};

/// What may stand between fields. The order decides where two fit equally well.
const SEPARATORS: [char; 4] = [';', '\t', ',', '|'];
/// So much of the file decides about the separator.
const SAMPLE: usize = 64 * 1024;

/// Reads text with separators.
pub(super) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Book> {
    let decoded = encoding::decode(bytes);
    // Old programs end a file with ^Z.
    let text = decoded.text.trim_start_matches('\u{feff}').trim_end_matches('\u{1a}');
    refuse_other_formats(text)?;
    let (told, text) = separator_line(text);
    let separator = told.unwrap_or_else(|| guess_separator(text));
    let rows = match read_rows(text, separator, true, budget) {
        // A quote that is never closed swallows the rest of the file: then quotes are ordinary characters.
        Ok((_, true)) => read_rows(text, separator, false, &mut Budget::default())?.0,
        Ok((rows, false)) => rows,
        Err(_) if longest_line(text) <= MAX_CELL => read_rows(text, separator, false, &mut Budget::default())?.0,
        Err(e) => return Err(e),
    };
    let sheet = Sheet { name: String::new(), hidden: false, rows, merged: vec![] };
    Ok(Book { format: Format::Csv, sheets: vec![sheet], lost_characters: decoded.lost })
}

/// Text that is another format, or no text at all.
fn refuse_other_formats(text: &str) -> Result<()> {
    let start: String = text.trim_start().chars().take(64).collect::<String>().to_lowercase();
    let others =
        ["begin:vcard", "<?xml", "<!doctype", "<html", "<table", "<document", "{\\rtf", "%pdf", "%!ps", "{\"", "[{"];
    let control =
        |c: char| (c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\0' | '\u{1a}' | '\u{85}' | '\u{a0}')) as usize;
    let (mut seen, mut odd, mut zeros) = (0usize, 0usize, 0usize);
    for c in text.chars().take(SAMPLE) {
        seen += 1;
        odd += control(c);
        zeros += usize::from(c == '\0');
    }
    if others.iter().any(|o| start.starts_with(o)) || odd * 50 > seen || zeros * 5 > seen.max(10) {
        return Err(Error::new(Code::ImportUnsupported));
    }
    Ok(())
}

/// `sep=;` as first line tells Excel the separator.
fn separator_line(text: &str) -> (Option<char>, &str) {
    let line = text.split(['\r', '\n']).next().unwrap_or_default();
    let told = line.trim().trim_matches('"');
    let is_told = told.get(..4).is_some_and(|s| s.eq_ignore_ascii_case("sep="));
    match told.get(4..).unwrap_or_default().chars().next() {
        Some(separator) if is_told && told.chars().count() == 5 => {
            let rest = &text[line.len()..];
            let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n'])).unwrap_or(rest);
            (Some(separator), rest)
        }
        // `sep=` and a tab: trimming took the tab away.
        None if is_told && line.contains('\t') => (Some('\t'), text[line.len()..].trim_start_matches(['\r', '\n'])),
        _ => (None, text),
    }
}

fn longest_line(text: &str) -> usize {
    text.split(['\r', '\n']).map(str::len).max().unwrap_or(0)
}

/// The separator that gives most lines the same number of fields, more fields counting for more.
fn guess_separator(text: &str) -> char {
    let end = (0..=text.len().min(SAMPLE)).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
    let score = |separator: char| {
        let mut parser = Parser::new(&text[..end], separator, true);
        let mut counts: Vec<usize> = vec![];
        while let Some(fields) = parser.record()
            && counts.len() < 200
        {
            if fields.iter().any(|f| !f.trim().is_empty()) {
                counts.push(fields.len());
            }
        }
        let best =
            counts.iter().copied().filter(|n| *n > 1).map(|n| (counts.iter().filter(|c| **c == n).count(), n)).max();
        let Some((lines, fields)) = best else { return 0.0 };
        let share = lines as f64 / counts.len() as f64;
        // Text after a closing quote says that this separator takes fields apart in the wrong places.
        share * (fields.min(30) as f64 - 1.0).sqrt() / (1.0 + parser.broken_quotes as f64)
    };
    let mut best = (',', 0.0);
    for separator in SEPARATORS {
        let score = score(separator);
        if score > best.1 * 1.0001 {
            best = (separator, score);
        }
    }
    best.0
}

/// All rows with content; true if a quoted field never ended.
fn read_rows(text: &str, separator: char, quotes: bool, budget: &mut Budget) -> Result<(Vec<Row>, bool)> {
    let mut parser = Parser::new(text, separator, quotes);
    let mut rows = vec![];
    let mut number = 0u32;
    while let Some(fields) = parser.record() {
        number = number.saturating_add(1);
        if fields.len() > MAX_COLUMNS as usize {
            return Err(too_large().arg("columns", MAX_COLUMNS));
        }
        if fields.iter().all(|f| f.trim().is_empty()) {
            continue;
        }
        budget.rows(1)?;
        budget.cells(fields.len())?;
        for field in &fields {
            budget.text(field)?;
        }
        rows.push(Row { number, cells: fields.into_iter().map(Cell::text).collect() });
    }
    Ok((rows, parser.unclosed))
}

struct Parser<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    separator: char,
    quotes: bool,
    broken_quotes: usize,
    unclosed: bool,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str, separator: char, quotes: bool) -> Self {
        Parser { rest: text.chars().peekable(), separator, quotes, broken_quotes: 0, unclosed: false }
    }

    /// The fields of the next line, or of several where a quoted field runs over them.
    fn record(&mut self) -> Option<Vec<String>> {
        self.rest.peek()?;
        let mut fields = vec![];
        loop {
            fields.push(self.field());
            match self.rest.next() {
                Some(c) if c == self.separator => {
                    // A separator at the very end of the file still has an empty field behind it.
                    if self.rest.peek().is_none() {
                        fields.push(String::new());
                        return Some(fields);
                    }
                }
                Some('\r') => {
                    self.rest.next_if_eq(&'\n');
                    return Some(fields);
                }
                _ => return Some(fields),
            }
        }
    }

    fn at_end(&mut self) -> bool {
        let separator = self.separator;
        self.rest.peek().is_none_or(|c| *c == separator || matches!(c, '\r' | '\n'))
    }

    fn field(&mut self) -> String {
        let mut field = String::new();
        if self.quotes && self.rest.next_if_eq(&'"').is_some() {
            self.quoted(&mut field);
            if !self.at_end() {
                // White space after a closing quote is nothing; anything else is kept as it stands.
                let mut after = String::new();
                while !self.at_end() {
                    after.extend(self.rest.next().filter(|c| *c != '\0'));
                }
                if !after.trim().is_empty() {
                    self.broken_quotes += 1;
                    field.push_str(&after);
                }
            }
            return field;
        }
        while !self.at_end() {
            // A zero byte says nothing and stops half of the programs that a list may pass through later.
            field.extend(self.rest.next().filter(|c| *c != '\0'));
        }
        field
    }

    fn quoted(&mut self, field: &mut String) {
        loop {
            match self.rest.next() {
                Some('"') if self.rest.next_if_eq(&'"').is_some() => field.push('"'),
                Some('"') => return,
                Some('\r') => {
                    self.rest.next_if_eq(&'\n');
                    field.push('\n');
                }
                Some('\0') => {}
                Some(c) => field.push(c),
                None => {
                    self.unclosed = true;
                    return;
                }
            }
        }
    }
}
