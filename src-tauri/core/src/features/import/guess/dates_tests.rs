//! Days with a time and a zone, dates without a part, and columns with two orders.
use super::dates::{DateOrder, Evidence, Unread, read_date};
use crate::kernel::time::Date;

/// Reads the last value of a column of text.
fn last_of(column: &[&str]) -> Result<String, Unread> {
    let mut evidence = Evidence::default();
    column.iter().for_each(|text| evidence.add(text, None));
    let reading = evidence.reading(DateOrder::Dmy, false);
    reading.day(column.last().unwrap(), None, 2026).map(|d| d.to_string())
}

#[test]
fn a_zone_never_moves_a_day() {
    for (text, right) in [
        ("1970-03-21T23:00:00.000Z", "1970-03-22"),
        ("1999-06-30T22:00:00.000Z", "1999-07-01"),
        ("2004-12-31T23:00:00Z", "2005-01-01"),
        ("1936-05-11T23:40:28.000Z", "1936-05-12"),
        ("1936-01-11T23:40:28.000Z", "1936-01-12"),
        ("1938-07-01T22:40:00Z", "1938-07-02"),
        ("1970-03-21T00:00:00Z", "1970-03-21"),
        ("1970-03-21T00:00:00+01:00", "1970-03-21"),
        ("1970-03-21T00:00:00-08:00", "1970-03-21"),
        ("1970-03-21T00:00:00+09:00", "1970-03-21"),
        ("1970-03-21T23:00:00+01:00", "1970-03-21"),
        ("1990-06-30T23:00:00+01:00", "1990-07-01"),
        ("1970-03-21 23:00:00+00", "1970-03-22"),
        ("1970-03-21 23:00:00 UTC", "1970-03-22"),
        ("21-03-1970 23:00", "1970-03-21"),
        ("21-03-1970 23:59:12", "1970-03-21"),
        ("2020-12-31 23:59:59", "2020-12-31"),
        ("2020-12-31T24:00:00", "2020-12-31"),
        ("2020-06-30T14:30:00Z", "2020-06-30"),
        ("Sat Mar 21 1970 00:00:00 GMT+0100 (Midden-Europese standaardtijd)", "1970-03-21"),
        ("Sat, 21 Mar 1970 23:00:00 GMT", "1970-03-22"),
        ("21-3-1970 12:00:00 AM", "1970-03-21"),
        ("21.03.1970 0:00 Uhr", "1970-03-21"),
    ] {
        assert_eq!(last_of(&[text]), Ok(right.to_owned()), "{text}");
    }
    for text in ["1970-03-21T23:00:00X", "1970-03-21T29:00:00Z", "1970-03-21T23:00:00+99:00", "12:30", "3:1"] {
        assert_eq!(last_of(&[text]), Err(Unread::NoDate), "{text}");
    }
}

#[test]
fn no_part_of_a_date_is_made_up() {
    for text in ["12-apr", "12-4", "7/8", "3 mei", "21 maart", "21. März", "April 12", "mrt-12", "12.4.", "21e maart"]
    {
        assert_eq!(last_of(&[text]), Err(Unread::NoYear), "{text}");
    }
    for text in ["maart 1970", "03-1970", "01-1975", "1970-03", "mrt-70", "Mar. 1970", "sinds maart 1970", "3/1970"] {
        assert_eq!(last_of(&[text]), Err(Unread::NoDay), "{text}");
    }
    for text in ["1970", "sinds 1999", "zomer 2010", "ca. 1987", "±1987", "1987.0", "1987?", "seit 2003", "2010-2011"]
    {
        assert_eq!(last_of(&[text]), Err(Unread::YearAlone), "{text}");
    }
    for text in ["onbekend", "31-2-2001", "99", "", "x", "13-13-2001"] {
        assert_eq!(last_of(&[text]), Err(Unread::NoDate), "{text}");
    }
    for text in
        ["19700321", "21031970", "21.03.70", "21 mrt. 1970", "21e maart 1970", "1970.3.21", "1970/03/21", "25648"]
    {
        assert_eq!(last_of(&[text]), Ok("1970-03-21".to_owned()), "{text}");
    }
    // Two digits never lie in the future of a birthday.
    assert_eq!(read_date("21-3-27", DateOrder::Dmy, 2026), Date::of(1927, 3, 21));
}

#[test]
fn a_date_that_fits_both_orders_of_its_column_is_not_guessed() {
    assert_eq!(last_of(&["13/05/1983", "02/03/1983"]), Ok("1983-03-02".to_owned()));
    assert_eq!(last_of(&["05/13/1983", "02/03/1983"]), Ok("1983-02-03".to_owned()));
    assert_eq!(last_of(&["05/13/1983", "13/05/1983", "02/03/1983"]), Err(Unread::Swapped));
    assert_eq!(last_of(&["05/13/1983", "02/03/1983", "13/05/1983"]), Ok("1983-05-13".to_owned()));
    assert_eq!(last_of(&["13/05/1983", "02/03/1983", "05/13/1983"]), Ok("1983-05-13".to_owned()));
    assert_eq!(last_of(&["05/13/1983", "13/05/1983", "03/03/1983"]), Ok("1983-03-03".to_owned()));
    assert_eq!(last_of(&["05/13/1983", "13/05/1983", "2 maart 1983"]), Ok("1983-03-02".to_owned()));
    assert_eq!(last_of(&["1983-21-03", "1983-03-02"]), Err(Unread::Swapped));
    assert_eq!(last_of(&["1983-03-21", "1983-03-02"]), Ok("1983-03-02".to_owned()));
}

#[test]
fn a_real_date_is_taken_unless_the_sheet_made_up_a_part() {
    let day = |y, m, d| Date::of(y, m, d).unwrap();
    let mut half = Evidence::default();
    half.add("2/5/1983", Some(day(1983, 2, 5)));
    half.add("13/05/1983", None);
    let half = half.reading(DateOrder::Dmy, false);
    assert_eq!(half.day("2/5/1983", Some(day(1983, 2, 5)), 2026), Err(Unread::Swapped));
    assert_eq!(half.day("5/5/1983", Some(day(1983, 5, 5)), 2026), Ok(day(1983, 5, 5)));
    assert_eq!(half.day("13/05/1983", None, 2026), Ok(day(1983, 5, 13)));
    let mut firsts = Evidence::default();
    firsts.add("1-9-2001", Some(day(2001, 9, 1)));
    firsts.add("1-4-2003", Some(day(2003, 4, 1)));
    firsts.add("15-9-2004", None);
    assert!(!firsts.reading(DateOrder::Dmy, false).is_mixed(), "memberships begin on the first of a month");
    let mut sound = Evidence::default();
    sound.add("", Some(day(1983, 2, 5)));
    sound.add("", Some(day(1983, 2, 25)));
    sound.add("13/05/1983", None);
    let sound = sound.reading(DateOrder::Dmy, false);
    let read = |text: &str, real| sound.day(text, Some(real), 2026);
    assert_eq!(read("5-2-1983", day(1983, 2, 5)), Ok(day(1983, 2, 5)));
    assert_eq!(read("12-apr", day(2026, 4, 12)), Err(Unread::NoYear));
    assert_eq!(read("12-apr", day(1955, 4, 12)), Ok(day(1955, 4, 12)));
    assert_eq!(read("mrt-75", day(1975, 3, 1)), Err(Unread::NoDay));
    assert_eq!(read("1975", day(1975, 1, 1)), Err(Unread::YearAlone));
    assert_eq!(read("9-6-1905", day(1905, 6, 9)), Err(Unread::YearAlone));
}
