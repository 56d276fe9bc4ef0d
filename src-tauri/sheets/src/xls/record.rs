//! The records of old workbooks and the values in them.
use super::bytes::u16_at;

/// One record: its kind, its bytes, and the bytes of the `CONTINUE` records after it.
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

/// Kinds of records, by their names in MS-XLS, section 2.3 (Record Enumeration).
pub(crate) mod kind {
    /// The workbook is encrypted.
    pub(crate) const FILE_PASS: u16 = 0x2F;
    pub(crate) const CODE_PAGE: u16 = 0x42;
    pub(crate) const DATE_1904: u16 = 0x22;
    pub(crate) const FORMAT: u16 = 0x41E;
    pub(crate) const FONT: u16 = 0x31;
    /// A style: font and number format of cells.
    pub(crate) const XF: u16 = 0xE0;
    /// The shared strings.
    pub(crate) const SST: u16 = 0xFC;
    /// A sheet: its name, its kind and where it begins.
    pub(crate) const BOUND_SHEET: u16 = 0x85;
    pub(crate) const EOF: u16 = 0x0A;
    /// The beginning of a part, from Excel 97 back to Excel 2.
    pub(crate) const BOF: [u16; 4] = [0x809, 0x409, 0x209, 0x009];
    /// More of the record before it.
    pub(crate) const CONTINUE: u16 = 0x3C;
    pub(crate) const MERGE_CELLS: u16 = 0xE5;
    /// The text that the formula before it resulted in.
    pub(crate) const STRING: u16 = 0x207;
    pub(crate) const PANE: u16 = 0x41;
    pub(crate) const NUMBER: u16 = 0x203;
    /// A number in 30 bits.
    pub(crate) const RK: u16 = 0x27E;
    /// Several RK cells in a row.
    pub(crate) const MUL_RK: u16 = 0xBD;
    /// A cell with a shared string.
    pub(crate) const LABEL_SST: u16 = 0xFD;
    /// A cell with a text of its own, until Excel 95.
    pub(crate) const LABEL: u16 = 0x204;
    /// The same, with formatting inside the text.
    pub(crate) const R_STRING: u16 = 0xD6;
    /// A truth value or an error.
    pub(crate) const BOOL_ERR: u16 = 0x205;
    /// In Excel 97 and 5; in Excel 3; in Excel 4.
    pub(crate) const FORMULA: [u16; 3] = [0x06, 0x206, 0x406];
}
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
        while let Some((kind::CONTINUE, part)) = self.raw(self.at) {
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
