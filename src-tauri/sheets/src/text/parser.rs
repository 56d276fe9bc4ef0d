//! Text taken apart into lines of fields.
use crate::limits::{MAX_CELL, MAX_COLUMNS, MAX_RUN};

/// Takes text apart into lines of fields.
pub(crate) struct Parser<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    separator: char,
    /// How often text stood behind a closing quote.
    pub(crate) broken_quotes: usize,
}

impl<'a> Parser<'a> {
    pub(crate) fn new(text: &'a str, separator: char) -> Self {
        Parser { rest: text.chars().peekable(), separator, broken_quotes: 0 }
    }

    /// The fields of the next line, or of several where a quoted field runs over them.
    pub(crate) fn record(&mut self) -> Option<Vec<String>> {
        self.rest.peek()?;
        let (mut fields, mut length) = (vec![], 0);
        loop {
            let field = self.field();
            length += field.len();
            fields.push(field);
            // Whoever reads on refuses such a line.
            if fields.len() > MAX_COLUMNS as usize || length > MAX_RUN as usize {
                return Some(fields);
            }
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

    /// What is left of the field. A zero byte says nothing and stops half of the programs that a list may pass later.
    fn plain(&mut self) -> String {
        let mut text = String::new();
        // Longer than a cell: whoever reads on refuses it.
        while !self.at_end() && text.len() <= MAX_CELL * 4 {
            text.extend(self.rest.next().filter(|c| *c != '\0'));
        }
        text
    }

    fn field(&mut self) -> String {
        if self.rest.peek() != Some(&'"') {
            return self.plain();
        }
        let opening = self.rest.clone();
        self.rest.next();
        let quoted = self.quoted();
        let after = if quoted.is_some() { self.plain() } else { String::new() };
        match quoted {
            // White space after a closing quote is nothing; anything else is kept as it stands.
            Some(mut field) if after.trim().is_empty() || !field.contains('\n') => {
                if !after.trim().is_empty() {
                    self.broken_quotes += 1;
                    field.push_str(&after);
                }
                field
            }
            // A quote that is not closed, or only by the quote of a later field, opened nothing: it is a character.
            _ => {
                self.broken_quotes += 1;
                self.rest = opening;
                self.plain()
            }
        }
    }

    /// Up to the closing quote; `None` where there is none, or only further away than a cell can hold.
    fn quoted(&mut self) -> Option<String> {
        let (mut field, mut several_lines) = (String::new(), false);
        loop {
            match self.rest.next()? {
                '"' if self.rest.next_if_eq(&'"').is_some() => field.push('"'),
                '"' => return Some(field),
                c @ ('\r' | '\n') => {
                    if c == '\r' {
                        self.rest.next_if_eq(&'\n');
                    }
                    several_lines = true;
                    field.push('\n');
                }
                '\0' => {}
                c => field.push(c),
            }
            // A cell that is too long in one line is refused later; over many lines it is a quote that was never closed.
            if field.len() > MAX_CELL * 4 {
                return (!several_lines).then_some(field);
            }
        }
    }
}
