//! What `ssfmt` shows, which somebody else wrote after Excel, against what this crate shows. Every difference is listed
//! with its reason, so that a new one fails and one that is gone must be taken off the list.
use super::NumberFormat;
use std::collections::BTreeMap;

const CODES: &[&str] = &[
    "General",
    "0",
    "0.0",
    "0.00",
    "#",
    "#.##",
    "#,##0",
    "#,##0.00",
    "0000000000",
    "00-00-00",
    "0%",
    "0.00%",
    "0.00E+00",
    "##0.0E+0",
    "# ?/?",
    "# ??/??",
    "# ?/4",
    "?/?",
    "0,",
    "0.0,,",
    "#,##0;(#,##0)",
    "#,##0;[Red]-#,##0",
    "0.00;-0.00;\"nil\"",
    "\"no. \"0",
    "0\" m\"",
    "[<100]0.0;0",
    "[>=1000]#,##0.0,\"k\";0",
    "0_)",
    "\\x0",
    "+0;-0;0",
    "000\\.000",
    "$#,##0.00",
    "yyyy-mm-dd",
    "dd-mm-yyyy",
    "d/m/yy",
    "d mmmm yyyy",
    "ddd d mmm",
    "dddd",
    "mmm-yy",
    "mmmmm",
    "hh:mm:ss",
    "h:mm AM/PM",
    "h AM/PM",
    "mm:ss.0",
    "[h]:mm",
    "[mm]:ss",
    "[s]",
    "yyyy-mm-dd hh:mm",
    "m/d/yyyy h:mm",
    "yy",
    "d",
    "m",
];

const VALUES: &[f64] = &[
    0.0,
    1.0,
    -1.0,
    0.5,
    0.125,
    -0.004,
    2.675,
    12.0,
    99.5,
    100.0,
    1_234.5,
    -1_234.567,
    12_345.0,
    21_523.25,
    45_000.75,
    612_345_678.0,
    1e9,
    1e15,
];

/// The code, the value, what this crate shows, what `ssfmt` shows.
type Difference = (&'static str, f64, String, String);

fn differences() -> Vec<Difference> {
    let mut found = vec![];
    for code in CODES {
        let (ours, theirs) = (NumberFormat::parse(code), ssfmt::NumberFormat::parse(code).unwrap());
        for value in VALUES {
            // Before the first day and after the last there is no date.
            let is_out = ours.is_calendar() && !(0.0..2_958_466.0).contains(value);
            let (own, other) = (ours.show(*value, false), theirs.format(*value, &ssfmt::FormatOptions::default()));
            if !is_out && own != other {
                found.push((*code, *value, own, other));
            }
        }
    }
    found
}

/// Why both differ: a name, and which differences it explains.
type Reason = (&'static str, fn(&Difference) -> bool);

const REASONS: &[Reason] = &[
    // `ssfmt` puts the sign of a number before its rounding to nothing. A list that shows -0 shows a fault of its own.
    ("a rounded nothing has no sign", |(_, _, own, other)| {
        !own.contains(|c| ('1'..='9').contains(&c)) && other.trim_end() == format!("-{own}").trim_end()
    }),
    // Spaces line fractions up in a column on the screen. In a list they would be part of the text.
    ("fractions are not padded", |(code, _, own, other)| {
        code.contains('?') && other.split_whitespace().collect::<Vec<_>>().join(" ") == *own
    }),
    // Excel has a day 0 January 1900 and a 29 February 1900. Here the days before 1 March 1900 are those of the calendar.
    ("there is no day 0", |(code, value, ..)| {
        (0.0..1.0).contains(value) && code.contains(['y', 'd']) || code.starts_with('m')
    }),
    ("early weekdays are those of the calendar", |(code, value, ..)| {
        (1.0..60.0).contains(value) && code.contains("ddd")
    }),
    // The rest is wrong there. Excel rounds 2.675 half up as it is written, writes no more digits of an exponent than
    // the code has, rounds when it leaves out thousands, and writes the minus that a condition does not take away.
    ("a half is rounded up", |(code, value, own, _)| (*code, *value, own.as_str()) == ("0.00E+00", 2.675, "2.68E+00")),
    ("the exponent of nothing", |(code, value, own, _)| (*code, *value, own.as_str()) == ("##0.0E+0", 0.0, "0.0E+0")),
    ("thousands are rounded", |(code, value, own, _)| (*code, *value, own.as_str()) == ("0,", 612_345_678.0, "612346")),
    ("a condition keeps the minus", |(code, value, own, other)| {
        code.starts_with('[') && *value < 0.0 && *own == format!("-{other}")
    }),
    ("fractions of great numbers", |(code, value, own, _)| {
        (*code, *value, own.as_str()) == ("?/?", 1e15, "1000000000000000/1")
    }),
];

#[test]
fn numbers_are_shown_as_another_program_shows_them() {
    let mut explained: BTreeMap<&str, usize> = BTreeMap::new();
    for difference in differences() {
        let reason = REASONS.iter().find(|(_, explains)| explains(&difference));
        let (name, _) = reason.unwrap_or_else(|| panic!("{difference:?}"));
        *explained.entry(name).or_default() += 1;
    }
    for (name, _) in REASONS {
        assert!(explained.contains_key(name), "no difference has this reason any more: {name}");
    }
    let compared = CODES.len() * VALUES.len();
    assert!(explained.values().sum::<usize>() * 7 < compared, "{explained:?} of {compared}");
}
