//! Text in the records of old workbooks: one or two bytes per character, and possibly split over records in the middle
//! of a word (MS-XLS 2.5.240, 2.5.293, 2.5.294).
use super::bytes::{u16_at, u32_at};
use super::record::Record;
use crate::limits::{Budget, MAX_CELL};
use crate::refusal::Result;
use crate::text::code_page::CodePage;
use encoding_rs::{UTF_16LE, WINDOWS_1252};

/// How this workbook writes text.
pub(crate) struct Charset {
    wide: bool,
    code_page: CodePage,
}

impl Charset {
    /// By the version in the first record.
    pub(crate) fn new(version: u16) -> Self {
        Charset { wide: version >= 0x600, code_page: CodePage::Known(WINDOWS_1252) }
    }

    pub(crate) fn set_code_page(&mut self, page: u16) {
        self.code_page = CodePage::of_number(page);
    }

    fn narrow(&self, bytes: &[u8]) -> String {
        self.code_page.decode(bytes).0
    }

    /// Text with a length of one byte, such as the name of a sheet.
    pub(crate) fn short_text(&self, data: &[u8]) -> String {
        let length = data.first().copied().unwrap_or(0) as usize;
        match (self.wide, data.get(1).is_some_and(|f| f & 1 == 1)) {
            (false, _) => self.narrow(head(data, 1, length)),
            (true, true) => two_bytes(head(data, 2, length * 2)),
            (true, false) => one_byte(head(data, 2, length)),
        }
    }

    /// The format code in a FORMAT record.
    pub(crate) fn format_code(&self, data: &[u8]) -> Option<String> {
        if !self.wide {
            let length = *data.get(2)? as usize;
            return Some(self.narrow(head(data, 3, length)));
        }
        let length = u16_at(data, 2)? as usize;
        let wide = data.get(4)? & 1 == 1;
        Some(if wide { two_bytes(head(data, 5, length * 2)) } else { one_byte(head(data, 5, length)) })
    }

    /// Text with a length of two bytes, from an offset in a record; it may continue in the records after it.
    pub(crate) fn long_text(&self, record: &Record<'_>, at: usize) -> String {
        if !self.wide {
            let length = u16_at(record.data, at).unwrap_or(0) as usize;
            return self.narrow(head(record.data, at + 2, length));
        }
        let mut strings = Strings::new(record, at);
        strings.next().unwrap_or_default()
    }
}

/// At most `length` bytes, or as many as there are.
fn head(data: &[u8], from: usize, length: usize) -> &[u8] {
    let rest = data.get(from..).unwrap_or_default();
    rest.get(..length).unwrap_or(rest)
}

fn two_bytes(bytes: &[u8]) -> String {
    UTF_16LE.decode_without_bom_handling(bytes).0.into_owned()
}

fn one_byte(bytes: &[u8]) -> String {
    bytes.iter().map(|b| char::from(*b)).collect()
}

/// Reads strings from a record and its continuations.
pub(crate) struct Strings<'a> {
    parts: Vec<&'a [u8]>,
    part: usize,
    at: usize,
}

impl<'a> Strings<'a> {
    fn new(record: &Record<'a>, at: usize) -> Self {
        let parts = std::iter::once(record.data).chain(record.more.iter().copied()).collect();
        Strings { parts, part: 0, at }
    }

    pub(crate) fn shared(record: &Record<'a>, budget: &mut Budget) -> Result<Vec<String>> {
        let mut strings = Strings::new(record, 8);
        budget.work.steps(record.more.len())?;
        let count = u32_at(record.data, 4).unwrap_or(0);
        let mut table = vec![];
        for _ in 0..count {
            // A table that ends early only matters to cells that refer to a missing string.
            let before = strings.part;
            let Some(text) = strings.next() else { break };
            budget.work.steps(10 + text.len() / 4 + (strings.part - before))?;
            budget.string(&text)?;
            table.push(text);
        }
        Ok(table)
    }

    fn byte(&mut self) -> Option<u8> {
        loop {
            let part = self.parts.get(self.part)?;
            if let Some(b) = part.get(self.at) {
                self.at += 1;
                return Some(*b);
            }
            self.part += 1;
            self.at = 0;
        }
    }

    fn number(&mut self, bytes: usize) -> Option<usize> {
        (0..bytes).try_fold(0usize, |n, i| Some(n | usize::from(self.byte()?) << (8 * i)))
    }

    fn skip(&mut self, mut n: usize) -> Option<()> {
        while n > 0 {
            let left = self.parts.get(self.part)?.len().saturating_sub(self.at);
            if n <= left {
                self.at += n;
                return Some(());
            }
            n -= left;
            self.part += 1;
            self.at = 0;
        }
        Some(())
    }

    fn next(&mut self) -> Option<String> {
        let length = self.number(2)?;
        let flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { self.number(2)? };
        let extra = if flags & 4 == 0 { 0 } else { self.number(4)? };
        let text = self.characters(length.min(MAX_CELL + 1), flags & 1 == 1)?;
        self.skip(length.saturating_sub(MAX_CELL + 1))?;
        self.skip(runs * 4)?;
        self.skip(extra)?;
        Some(text)
    }

    /// Where text continues in another record, that record has its own flag for one or two bytes per character.
    fn characters(&mut self, mut left: usize, mut wide: bool) -> Option<String> {
        let mut units: Vec<u16> = Vec::with_capacity(left.min(1024));
        while left > 0 {
            let part = self.parts.get(self.part)?;
            if self.at >= part.len() {
                self.part += 1;
                self.at = 1;
                wide = self.parts.get(self.part)?.first()? & 1 == 1;
                continue;
            }
            let size = if wide { 2 } else { 1 };
            let here = ((part.len() - self.at) / size).min(left);
            if here == 0 {
                return None;
            }
            let bytes = part.get(self.at..self.at + here * size)?;
            if wide {
                units.extend(bytes.chunks_exact(2).filter_map(|b| u16_at(b, 0)));
            } else {
                units.extend(bytes.iter().map(|b| u16::from(*b)));
            }
            self.at += here * size;
            left -= here;
        }
        Some(String::from_utf16_lossy(&units))
    }
}
