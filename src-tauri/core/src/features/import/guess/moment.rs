//! A date with a time, as programs write it: `1970-03-21T23:00:00.000Z`. Midnight in Amsterdam is 22:00 or 23:00 of the
//! day before in UTC, so the zone decides the day.
use crate::kernel::time::{Date, Timestamp};
use chrono::{NaiveTime, Timelike};

/// The text of the date, and its time and zone if it has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment<'a> {
    pub(super) day: &'a str,
    /// The time of day, with the minutes that its zone is ahead of UTC.
    zoned: Option<(NaiveTime, i64)>,
}

/// Splits text into a date and a time. A time that cannot be read leaves the text whole, so that it is no date.
pub(super) fn of(text: &str) -> Moment<'_> {
    let text = text.trim();
    let whole = Moment { day: text, zoned: None };
    let Some(colon) = text.find(':') else { return whole };
    let before = text.get(..colon).unwrap_or_default();
    let hours = before.chars().rev().take_while(char::is_ascii_digit).count();
    let Some(day) = before.get(..before.len().saturating_sub(hours)).filter(|_| matches!(hours, 1 | 2)) else {
        return whole;
    };
    let Some(rest) = text.get(day.len()..) else { return whole };
    let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | ','))).unwrap_or(rest.len());
    let (time, zone) = rest.split_at(end);
    let Some(day) = day.strip_suffix(['T', 't', ' ', '\u{a0}', ',']).map(|d| d.trim_end_matches([',', ' '])) else {
        return whole;
    };
    if day.chars().filter(char::is_ascii_digit).count() < 3 {
        return whole;
    }
    match (time_of(time), zone_of(zone.trim())) {
        (Some(_), Some(Zone::None)) => Moment { day, zoned: None },
        (Some(time), Some(Zone::Minutes(ahead))) => Moment { day, zoned: Some((time, ahead)) },
        _ => whole,
    }
}

/// `23:00`, `23:00:00`, `23:00:00.000`.
fn time_of(text: &str) -> Option<NaiveTime> {
    let text = text.trim_end_matches([',', '.']);
    let whole = text.split(['.', ',']).next()?;
    let mut parts = whole.split(':').map(|p| p.parse::<u32>().ok());
    let (hours, minutes, seconds) = (parts.next()??, parts.next()??, parts.next().unwrap_or(Some(0))?);
    // 24:00 is the end of a day, and some programs write a leap second.
    if (hours, minutes, seconds) == (24, 0, 0) {
        return NaiveTime::from_hms_opt(23, 59, 59);
    }
    NaiveTime::from_hms_opt(hours, minutes, seconds.min(59))
}

enum Zone {
    /// No zone: a local time. Which half of the day it is changes nothing about the day.
    None,
    Minutes(i64),
}

/// `Z`, `+01:00`, `+0100`, `+01`, `UTC`, `GMT+0100 (Midden-Europese standaardtijd)`.
fn zone_of(text: &str) -> Option<Zone> {
    let lower = text.split('(').next().unwrap_or_default().trim().to_lowercase();
    match lower.as_str() {
        "" | "am" | "pm" | "a.m." | "p.m." | "uur" | "u" | "uhr" | "h" => return Some(Zone::None),
        "z" | "utc" | "gmt" => return Some(Zone::Minutes(0)),
        "cet" | "met" | "mez" => return Some(Zone::Minutes(60)),
        "cest" | "mest" | "mesz" => return Some(Zone::Minutes(120)),
        _ => {}
    }
    let offset = lower.trim_start_matches("gmt").trim_start_matches("utc").trim_start();
    let sign = match offset.chars().next()? {
        '+' => 1,
        '-' | '−' => -1,
        _ => return None,
    };
    let digits: String = offset.chars().skip(1).filter(char::is_ascii_digit).collect();
    if !offset.chars().skip(1).all(|c| c.is_ascii_digit() || c == ':') {
        return None;
    }
    let (hours, minutes) = match digits.len() {
        1 | 2 => (digits.parse().ok()?, 0),
        4 => (digits.get(..2)?.parse::<i64>().ok()?, digits.get(2..)?.parse::<i64>().ok()?),
        _ => return None,
    };
    (hours <= 14 && minutes < 60).then_some(Zone::Minutes(sign * (hours * 60 + minutes)))
}

impl Moment<'_> {
    /// The day in Amsterdam on which this moment is; `day` is the day as written.
    pub(super) fn in_amsterdam(self, day: Date) -> Date {
        let Some((time, ahead)) = self.zoned else { return day };
        let shown = (time.hour(), time.minute(), time.second());
        // Midnight is how a program writes a day without a time, so that is its day, wherever it was.
        if shown == (0, 0, 0) {
            return day;
        }
        if ahead == 0 && day.year() <= LAST_OWN_TIME && OWN_MIDNIGHTS.contains(&shown) {
            return day.plus_days(1);
        }
        let instant = day.0.and_time(time).and_utc().timestamp_millis() - ahead * 60_000;
        Date(Timestamp(instant).in_amsterdam().date())
    }
}

/// Until 1940 Amsterdam had a time of its own, 19 minutes and 32 seconds or later 20 minutes ahead of UTC, and an hour
/// more in summer. The zone tables no longer have it.
const LAST_OWN_TIME: i32 = 1940;
const OWN_MIDNIGHTS: [(u32, u32, u32); 4] = [(23, 40, 28), (22, 40, 28), (23, 40, 0), (22, 40, 0)];
