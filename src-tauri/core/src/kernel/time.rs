//! Time: UTC instants for the trail, calendar dates for legal periods and birthdays, and a clock that the caller passes
//! in.
use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeZone, Utc};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A clock. The core has none of its own: the shell passes one in, tests pass a fixed one.
pub trait Clock: Send + Sync {
    /// The current moment.
    fn now(&self) -> Timestamp;

    /// The current date in Amsterdam.
    fn today(&self) -> Date {
        Date(self.now().in_amsterdam().date())
    }
}

/// The computer's own clock.
#[derive(Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the computer's clock is read")]
    fn now(&self) -> Timestamp {
        Timestamp(Utc::now().timestamp_millis())
    }
}

/// A clock that stands still, for tests and for `--today`.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub Timestamp);

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        self.0
    }
}

/// A moment in time: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// Whether it lies between 1970 and the year 9999. Others are not ours, and cannot be shown.
    pub fn is_sane(self) -> bool {
        (0..=253_402_300_799_999).contains(&self.0)
    }

    /// Converts to the type of `chrono`; a moment that this cannot hold becomes 1970.
    pub fn to_utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0).unwrap_or_default()
    }

    /// The local date and time in Amsterdam.
    pub fn in_amsterdam(self) -> NaiveDateTime {
        chrono_tz::Europe::Amsterdam.from_utc_datetime(&self.to_utc().naive_utc()).naive_local()
    }

    /// RFC 3339, in UTC, to the second: for printed documents and exports.
    pub fn to_rfc3339(self) -> String {
        self.to_utc().to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
    }

    /// Noon in Amsterdam on the given date.
    pub fn noon_of(date: Date) -> Self {
        let noon = date.0.and_hms_opt(12, 0, 0).unwrap_or_default();
        let local = chrono_tz::Europe::Amsterdam.from_local_datetime(&noon).earliest();
        Timestamp(local.map_or_else(|| noon.and_utc().timestamp_millis(), |t| t.timestamp_millis()))
    }
}

impl ToSql for Timestamp {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0))
    }
}
impl FromSql for Timestamp {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64().map(Timestamp)
    }
}

/// A calendar date without a time, stored and sent as `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ts_rs::TS)]
#[ts(type = "string")]
pub struct Date(pub NaiveDate);

impl Date {
    /// The date, or `None` if the calendar does not have it.
    pub fn of(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Date)
    }

    /// The date `n` calendar months later, or the last day of that month if it is too short.
    pub fn plus_months(self, n: u32) -> Self {
        Date(self.0.checked_add_months(Months::new(n)).unwrap_or(NaiveDate::MAX))
    }

    /// The date `n` days later.
    pub fn plus_days(self, n: u64) -> Self {
        Date(self.0.checked_add_days(Days::new(n)).unwrap_or(NaiveDate::MAX))
    }

    /// The last day of this date's calendar year.
    pub fn year_end(self) -> Self {
        self.book_year_end(12)
    }

    /// The last day of the book year that contains this date, when book years end on the last day of `month`.
    pub fn book_year_end(self, month: u32) -> Self {
        let year = if self.0.month() > month { self.year() + 1 } else { self.year() };
        Date::of(year, month, 1).map_or(self, Date::month_end)
    }

    /// The last day of this date's month.
    pub fn month_end(self) -> Self {
        let next = self.0.with_day(1).and_then(|first| first.checked_add_months(Months::new(1)));
        next.and_then(|first| first.pred_opt()).map_or(self, Date)
    }

    /// The first day of the year that ends on this date.
    pub fn year_start(self) -> Self {
        let before = self.0.checked_sub_months(Months::new(12)).map_or(self, Date);
        before.month_end().plus_days(1)
    }

    /// The calendar year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// Whole years from this date until `on`: the age, if this date is a birthday.
    pub fn years_until(self, on: Date) -> u32 {
        on.0.years_since(self.0).unwrap_or(0)
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}
impl std::str::FromStr for Date {
    type Err = chrono::ParseError;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        NaiveDate::parse_from_str(s, "%Y-%m-%d").map(Date)
    }
}
impl Serialize for Date {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}
impl ToSql for Date {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.to_string()))
    }
}
impl FromSql for Date {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        as_written(text).map_or_else(|| text.parse().map_err(|e| FromSqlError::Other(Box::new(e))), Ok)
    }
}

/// A date in the ten characters in which it is stored. Of everyone there are tens of thousands, and the general way of
/// reading one takes ten times as long.
fn as_written(text: &str) -> Option<Date> {
    let &[a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes() else { return None };
    let number = |digits: &[u8]| {
        let one = |n: u32, digit: &u8| digit.is_ascii_digit().then(|| n * 10 + u32::from(digit - b'0'));
        digits.iter().try_fold(0, one)
    };
    Date::of(i32::try_from(number(&[a, b, c, d])?).ok()?, number(&[e, f])?, number(&[g, h])?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stored_date_is_read_as_any_other() {
        for text in ["2026-11-28", "0001-01-01", "2024-02-29", "9999-12-31"] {
            assert_eq!(as_written(text), text.parse().ok(), "{text}");
        }
        for text in ["2026-02-29", "2026-11-2", "2026-1x-28", "+026-11-28", "2026/11/28", "2026-00-01", ""] {
            assert_eq!(as_written(text), None, "{text}");
        }
    }

    #[test]
    fn a_month_after_the_31st_is_the_last_day_of_a_short_month() {
        assert_eq!(Date::of(2027, 1, 31).map(|d| d.plus_months(1)), Date::of(2027, 2, 28));
    }

    #[test]
    fn a_book_year_ends_with_its_month_and_not_before() {
        let ends = |on: &str, month| on.parse::<Date>().unwrap().book_year_end(month).to_string();
        assert_eq!(ends("2026-08-31", 8), "2026-08-31");
        assert_eq!(ends("2026-09-01", 8), "2027-08-31");
        assert_eq!(ends("2026-01-01", 12), "2026-12-31");
        assert_eq!(ends("2026-03-01", 2), "2027-02-28");
        assert_eq!(ends("2023-03-01", 2), "2024-02-29");
        let start = |ends: &str| ends.parse::<Date>().unwrap().year_start().to_string();
        assert_eq!((start("2026-08-31"), start("2025-02-28")), ("2025-09-01".into(), "2024-03-01".into()));
    }

    #[test]
    fn just_after_midnight_in_amsterdam_it_is_already_tomorrow() {
        let clock = FixedClock(Timestamp(1_795_475_400_000)); // 2026-11-23T23:10:00Z
        assert_eq!(clock.today().to_string(), "2026-11-24");
    }
}
