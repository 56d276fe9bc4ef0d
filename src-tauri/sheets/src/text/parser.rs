//! Splits text into lines of fields.
use crate::limits::{MAX_CELL, MAX_COLUMNS, MAX_RUN};

pub(crate) struct Parser<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    separator: char,
    /// How often text followed a closing quote, or a quote was never closed.
    pub(crate) broken_quotes: usize,
}

impl<'a> Parser<'a> {
    pub(crate) fn new(text: &'a str, separator: char) -> Self {
        Parser { rest: text.chars().peekable(), separator, broken_quotes: 0 }
    }

    /// The fields of the next line, or of several lines where a quoted field spans them.
    pub(crate) fn record(&mut self) -> Option<Vec<String>> {
        self.rest.peek()?;
        let (mut fields, mut length) = (vec![], 0);
        loop {
            let field = self.field();
            length += field.len();
            fields.push(field);
            // Too long: the caller refuses it.
            if fields.len() > MAX_COLUMNS as usize || length > MAX_RUN as usize {
                return Some(fields);
            }
            match self.rest.next() {
                Some(c) if c == self.separator => {
                    // A separator at the very end of the file is followed by an empty field.
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

    /// The rest of a field without quotes. Zero bytes are dropped: they mean nothing and break many other programs.
    fn plain(&mut self) -> String {
        let mut text = String::new();
        // Longer than a cell may be: the caller refuses it.
        while !self.at_end() && text.len() <= MAX_CELL * 4 {
            text.extend(self.rest.next().filter(|c| *c != '\0'));
        }
        text
    }

    /// A field such as `="007"`, with which programs make Excel keep text as it is. Inside the quotes a separator is
    /// part of the text.
    fn wrapped(&mut self) -> Option<String> {
        let opening = self.rest.clone();
        self.rest.next();
        if self.rest.next_if_eq(&'"').is_some()
            && let Some(text) = self.quoted().filter(|text| !text.contains('\n'))
            && self.at_end()
        {
            return Some(format!("=\"{}\"", text.replace('"', "\"\"")));
        }
        self.rest = opening;
        None
    }

    fn field(&mut self) -> String {
        if self.rest.peek() == Some(&'=')
            && let Some(wrapped) = self.wrapped()
        {
            return wrapped;
        }
        if self.rest.peek() != Some(&'"') {
            return self.plain();
        }
        let opening = self.rest.clone();
        self.rest.next();
        let quoted = self.quoted();
        let after = if quoted.is_some() { self.plain() } else { String::new() };
        match quoted {
            // White space after a closing quote is dropped; any other text after it is kept.
            Some(mut field) if after.trim().is_empty() || !field.contains('\n') => {
                if !after.trim().is_empty() {
                    self.broken_quotes += 1;
                    field.push_str(&after);
                }
                field
            }
            // A quote that is never closed, or only by the quote of a later field, is an ordinary character.
            _ => {
                self.broken_quotes += 1;
                self.rest = opening;
                self.plain()
            }
        }
    }

    /// The text up to the closing quote; `None` without one, or if it is further away than a cell can hold.
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
            // Too long on one line: the caller refuses the cell. Too long over several lines: the quote was never
            // closed.
            if field.len() > MAX_CELL * 4 {
                return (!several_lines).then_some(field);
            }
        }
    }
}
