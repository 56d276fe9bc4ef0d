//! Dates as people write them: `4-12-1958`, `12/4/58`, `4 december 1958`, `1958-12-04`, `04121958`, and the serial
//! numbers that a sheet leaves when a format is lost. Which number is the day is decided for a whole column.
use super::moment;
use super::written::{Parts, parts, scrap};
use crate::kernel::time::Date;

pub use super::written::DateOrder;
pub(crate) use super::written::{Unread, month_of};

/// How the dates of one column are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The order of dates that fit more than one.
    pub(crate) order: DateOrder,
    /// Values of the column prove two orders, so dates that fit both are not read.
    pub(crate) mixed: bool,
    /// The column has dates as text that no sheet could read, beside real dates that could all be swapped: what becomes
    /// of a list when a program of another country opens it.
    pub(crate) half_read: bool,
    /// Serial numbers count from 1904.
    pub(crate) from_1904: bool,
}

/// Whether text can be a date in any order.
pub(crate) fn looks_like_date(text: &str) -> bool {
    let any = [DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd];
    text.len() < 80 && parts(moment::of(text).day).is_some_and(|p| any.iter().any(|o| p.day(*o, 2100).is_some()))
}

/// Whether text is a date or a piece of one, as dates in a list are written.
pub(crate) fn tells_date(text: &str) -> bool {
    looks_like_date(text) || serial(text.trim(), false).is_some() || scrap(text) != Unread::NoDate
}

/// Reads a date. `pivot` is the last year that two digits can mean: for a date of birth, this year.
pub(crate) fn read_date(text: &str, order: DateOrder, pivot: i32) -> Option<Date> {
    Reading { order, mixed: false, half_read: false, from_1904: false }.written_day(text.trim(), pivot).ok()
}

/// A serial number of five digits: `21523` is 4 December 1958.
fn serial(text: &str, from_1904: bool) -> Option<Date> {
    let whole = text.strip_suffix(".0").unwrap_or(text);
    if whole.len() != 5 || !whole.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let days: u64 = whole.parse().ok()?;
    let first = if from_1904 { Date::of(1904, 1, 1) } else { Date::of(1899, 12, 30) };
    first.map(|d| d.plus_days(days))
}

impl Reading {
    /// Whether some dates of the column cannot be read for certain.
    pub(crate) fn is_mixed(self) -> bool {
        self.mixed || self.half_read
    }

    /// Reads a cell. `real`: the date behind it, if the file has one.
    pub(crate) fn day(self, text: &str, real: Option<Date>, pivot: i32) -> Result<Date, Unread> {
        let text = text.trim();
        let read = match real {
            Some(day) => self.real_day(text, day)?,
            None => self.written_day(text, pivot)?,
        };
        // A year under the format of a date: 1987 is shown as 9 June 1905.
        let is_year = Date::of(1905, 3, 14).zip(Date::of(1905, 9, 30)).is_some_and(|(a, b)| (a..=b).contains(&read));
        if is_year { Err(Unread::YearAlone) } else { Ok(read) }
    }

    fn real_day(self, text: &str, day: Date) -> Result<Date, Unread> {
        let (_, month, of_month) = parts_of(day);
        match scrap(text) {
            // The sheet added the year in which "12-4" was typed. No sheet did so before there were any.
            Unread::NoYear if day.year() >= FIRST_SHEETS => return Err(Unread::NoYear),
            // It also adds the first day of a month, or of a year.
            Unread::NoDay if of_month == 1 => return Err(Unread::NoDay),
            Unread::YearAlone if (month, of_month) == (1, 1) => return Err(Unread::YearAlone),
            _ => {}
        }
        if self.half_read && may_be_swapped(day) { Err(Unread::Swapped) } else { Ok(day) }
    }

    fn written_day(self, text: &str, pivot: i32) -> Result<Date, Unread> {
        if let Some(day) = serial(text, self.from_1904).or_else(|| serial(text, false)) {
            return Ok(day);
        }
        let moment = moment::of(text);
        let Some(parts) = parts(moment.day) else { return Err(scrap(text)) };
        if self.mixed && parts.fits_both() {
            return Err(Unread::Swapped);
        }
        // What fits one order only is read in that order, whatever the rest of the column is.
        let own = if self.mixed { parts.only_order() } else { None };
        let day = parts.day(own.unwrap_or(self.order), pivot).ok_or(Unread::NoDate)?;
        Ok(moment.in_amsterdam(day))
    }
}

/// The first year in which a spreadsheet program could complete a date.
const FIRST_SHEETS: i32 = 1985;

fn may_be_swapped(day: Date) -> bool {
    let (_, month, of_month) = parts_of(day);
    of_month <= 12 && of_month != month
}

fn parts_of(day: Date) -> (i32, u32, u32) {
    use chrono::Datelike;
    (day.year(), day.0.month(), day.0.day())
}

/// What the values of a column say about the order of its dates.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Evidence {
    day_first: u32,
    month_first: u32,
    year_first: u32,
    /// Year, day, month.
    year_swapped: u32,
    open: u32,
    /// `December 4, 1958`: no proof for dates in figures, but a sign.
    american: u32,
    /// Real dates, and those of them of which day and month cannot have been swapped.
    real: u32,
    sound: u32,
    /// Real dates on the first of a month, as the start of a membership often is.
    firsts: u32,
}

impl Evidence {
    /// Takes in one cell.
    pub(crate) fn add(&mut self, text: &str, real: Option<Date>) {
        if let Some(day) = real {
            self.real += 1;
            self.sound += u32::from(parts_of(day).2 > 12);
            self.firsts += u32::from(parts_of(day).2 == 1);
        } else if let Some(parts) = parts(moment::of(text).day) {
            self.add_parts(parts);
        }
    }

    fn add_parts(&mut self, p: Parts) {
        let count = match p.numbers {
            _ if p.named == Some(0) => &mut self.american,
            _ if p.named.is_some() => return,
            [_, b, c] if p.lengths[0] == 4 && b > 12 && c <= 12 => &mut self.year_swapped,
            _ if p.lengths[0] == 4 => &mut self.year_first,
            [a, b, _] if a > 12 && b <= 12 => &mut self.day_first,
            [a, b, _] if b > 12 && a <= 12 => &mut self.month_first,
            _ => &mut self.open,
        };
        *count += 1;
    }

    /// How to read the column; `assumed` is the order where it proves none.
    pub(crate) fn reading(self, assumed: DateOrder, from_1904: bool) -> Reading {
        let (d, m) = (self.day_first, self.month_first);
        let order = match (d, m) {
            // Only a year of two digits can come first and be open.
            _ if assumed == DateOrder::Ymd => DateOrder::Ymd,
            (0, 0) => assumed,
            (d, m) if m > d => DateOrder::Mdy,
            _ => DateOrder::Dmy,
        };
        let mixed = (d > 0 && m > 0) || self.year_swapped > 0;
        // Sheets leave only those dates as text that their own order does not allow.
        let half_read = self.real > self.firsts * 2 && self.sound == 0 && d + m > 0 && (d == 0 || m == 0);
        Reading { order, mixed, half_read, from_1904 }
    }

    fn order(self) -> (DateOrder, bool) {
        match (self.day_first, self.month_first + self.american, self.year_first) {
            (0, 0, 0) => (DateOrder::Dmy, self.open == 0),
            (d, m, y) if y > d && y > m => (DateOrder::Ymd, true),
            (d, m, _) if m > d => (DateOrder::Mdy, true),
            _ => (DateOrder::Dmy, true),
        }
    }
}

/// The order of a column of dates; day first if there is no evidence. The flag is false if the order is only assumed.
pub(crate) fn order_of<'a>(values: impl Iterator<Item = &'a str>) -> (DateOrder, bool) {
    let mut evidence = Evidence::default();
    values.take(100_000).for_each(|text| evidence.add(text, None));
    evidence.order()
}
