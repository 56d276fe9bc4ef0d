//! Turns a number of a file into a cell.
use super::{NumberFormat, calendar, decimal};
use crate::sheet::Cell;
use chrono::{NaiveDate, NaiveDateTime, Timelike};

/// The number as its format shows it, with the underlying date if the format shows one. A whole number that is shown as
/// a power of ten is written out: `3.16E+10` would lose the digits of a telephone number.
pub(crate) fn number_cell(value: f64, format: &NumberFormat, from_1904: bool) -> Cell {
    if !value.is_finite() {
        return Cell::text(decimal::general(value));
    }
    let text = format.show(value, from_1904);
    if format.has_day() {
        let moment = calendar::moment(value, from_1904);
        return Cell { text, day: moment.map(|m| if format.has_time() { m.date() } else { whole_day(m) }) };
    }
    Cell::text(written_out(&text, value).unwrap_or(text))
}

/// The digits of a number that `text` shows as a power of ten; `None` for other text, and for more digits than a cell
/// holds.
pub(crate) fn written_out(text: &str, value: f64) -> Option<String> {
    let is_power = text.starts_with(|c: char| c.is_ascii_digit()) && text.contains(['E', 'e']);
    (is_power && value.fract() == 0.0 && value.abs() < 1e15).then(|| format!("{value:.0}"))
}

/// The day of a moment that is shown as a day. Some programs write midnight up to a minute too early, which is not the
/// last second of a day.
pub(crate) fn whole_day(moment: NaiveDateTime) -> NaiveDate {
    let early = (moment.hour(), moment.minute()) == (23, 59) && moment.second() < 59;
    if early { moment.date().succ_opt().unwrap_or(moment.date()) } else { moment.date() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: f64, code: &str) -> (String, String) {
        let cell = number_cell(value, &NumberFormat::parse(code), false);
        (cell.text, cell.day.map(|d| d.to_string()).unwrap_or_default())
    }

    #[test]
    fn a_telephone_number_keeps_its_digits_under_any_format() {
        for (value, code, right) in [
            (31_612_345_678.0, "0.00E+00", "31612345678"),
            (612_345_678.0, "##0.0E+0", "612345678"),
            (491_511_234_567.0, "General", "491511234567"),
            (31_612_345_678.0, "General", "31612345678"),
            (0.000_012_5, "0.00E+00", "1.25E-05"),
            (12_500.5, "0.00E+00", "1.25E+04"),
        ] {
            assert_eq!(shown(value, code).0, right, "{value} as {code}");
        }
    }

    #[test]
    fn midnight_a_few_seconds_early_is_the_next_day_unless_the_time_is_shown() {
        let day = |value: f64, code: &str| shown(value, code).1;
        assert_eq!(day(21_522.999_444_444_45, "dd-mm-yyyy"), "1958-12-04");
        assert_eq!(day(21_522.999_444_444_45, "dd-mm-yyyy hh:mm"), "1958-12-03");
        assert_eq!(day(44_196.999_988_425_93, "dd-mm-yyyy"), "2020-12-31");
        assert_eq!(day(44_196.5, "dd-mm-yyyy"), "2020-12-31");
    }
}
