//! Number formats and what they show.
use super::*;

#[test]
fn formats_of_numbers_show_what_they_promise() {
    let shown = |code: &str, value: f64| NumberFormat::parse(code).show(value, false);
    let cases: [(&str, f64, &str); 32] = [
        ("General", 0.1 + 0.2, "0.3"),
        ("General", 58.309, "58.309"),
        ("General", 1e15, "1E+15"),
        ("General", -2.0, "-2"),
        ("0.00", 2.675, "2.68"),
        ("0.00", -0.001, "0.00"),
        ("#,##0", 1_234_567.0, "1,234,567"),
        ("#,##0;(#,##0)", -5.0, "(5)"),
        ("0000\" \"00", 123_456.0, "1234 56"),
        ("0.00E+00", 100_000.0, "1.00E+05"),
        ("0.00E+00", 9.999, "1.00E+01"),
        ("#.##", 1.5, "1.5"),
        ("[<100]0.0;0", 5.0, "5.0"),
        ("0,", 12_345.0, "12"),
        ("00-00-00", 41_258.0, "04-12-58"),
        ("yyyy-mm-dd hh:mm:ss", 21_523.5, "1958-12-04 12:00:00"),
        ("h:mm AM/PM", 0.75, "6:00 PM"),
        ("[h]:mm", 1.5, "36:00"),
        ("mm:ss.0", 0.000_706_018, "01:01.0"),
        ("mmm-yy", 21_523.0, "Dec-58"),
        ("dd/mm/yyyy", 60.0, "28/02/1900"),
        ("\"lid \"0", 7.0, "lid 7"),
        ("# ?/?", 0.5, "1/2"),
        ("# ?/?", 2.25, "2 1/4"),
        ("# ??/??", 2.141_592_653_6, "2 1/7"),
        ("# ?/4", 1.5, "1 2/4"),
        ("?/?", 1.5, "3/2"),
        ("# ?/?", 5.0, "5"),
        ("[$-nl-NL]d mmmm yyyy", 21_523.0, "4 december 1958"),
        ("[$-413]d mmm yyyy", 21_610.0, "1 mrt 1959"),
        ("yyyy-mm-ddThh:mm", 21_523.5, "1958-12-04T12:00"),
        ("TT.MM.JJJJ", 21_523.0, "04.12.1958"),
    ];
    for (code, value, expected) in cases {
        assert_eq!(shown(code, value), expected, "{code} of {value}");
    }
    assert_eq!(NumberFormat::parse("dd/mm/yyyy").show(38_153.0, true), "16/06/2008");
}
