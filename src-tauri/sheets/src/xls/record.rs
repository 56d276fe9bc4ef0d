//! The records of old workbooks and the values in them.
use super::bytes::u16_at;

/// One record: its kind, its bytes, and the bytes of the CONTINUE records after it.
pub(crate) struct Record<'a> {
    pub(crate) kind: u16,
    pub(crate) data: &'a [u8],
    pub(crate) more: Vec<&'a [u8]>,
}

impl Record<'_> {
    /// Steps to read it. Charged at every reading, because many sheets may begin at the same place.
    pub(crate) fn cost(&self) -> usize {
        5 + 2 * self.more.len() + self.data.len() / 16
    }
}

const CONTINUE: u16 = 0x3C;
/// Iterates over the records from a place in the stream.
pub(crate) struct Records<'a> {
    pub(crate) stream: &'a [u8],
    pub(crate) at: usize,
}

impl<'a> Records<'a> {
    fn raw(&self, at: usize) -> Option<(u16, &'a [u8])> {
        let kind = u16_at(self.stream, at)?;
        let length = u16_at(self.stream, at + 2)? as usize;
        Some((kind, self.stream.get(at + 4..at + 4 + length)?))
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, data) = self.raw(self.at)?;
        self.at += 4 + data.len();
        let mut more = vec![];
        while let Some((CONTINUE, part)) = self.raw(self.at) {
            more.push(part);
            self.at += 4 + part.len();
        }
        Some(Record { kind, data, more })
    }
}

/// A 32-bit number: 30 bits of a float or an integer, and a flag that divides it by a hundred.
pub(crate) fn packed(bits: u32) -> f64 {
    let value = if bits & 2 == 0 { f64::from_bits(u64::from(bits & !3) << 32) } else { f64::from((bits as i32) >> 2) };
    if bits & 1 == 0 { value } else { value / 100.0 }
}

/// A boolean or an error, as the sheet shows it.
pub(crate) fn truth_or_error(value: u8, is_error: bool) -> &'static str {
    match (is_error, value) {
        (false, 0) => "FALSE",
        (false, _) => "TRUE",
        (true, 0x00) => "#NULL!",
        (true, 0x07) => "#DIV/0!",
        (true, 0x0F) => "#VALUE!",
        (true, 0x17) => "#REF!",
        (true, 0x1D) => "#NAME?",
        (true, 0x24) => "#NUM!",
        (true, _) => "#N/A",
    }
}
