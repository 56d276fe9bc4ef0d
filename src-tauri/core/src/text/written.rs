//! How each language writes a date, a time and an amount.
use super::{Language, Text};
use crate::kernel::time::{Date, Timestamp};
use chrono::Datelike;

impl Text {
    /// A date: 24 november 2026.
    pub fn date(self, date: Date) -> String {
        let (day, year) = (date.0.day().to_string(), date.year().to_string());
        self.get("paper-date", &[("day", day.into()), ("month", date.0.month().into()), ("year", year.into())])
    }

    /// A moment in Amsterdam local time: 24 november 2026, 13.05 uur.
    pub fn moment(self, moment: Timestamp) -> String {
        let local = moment.in_amsterdam();
        let time = local
            .format(match self.0 {
                Language::Nl => "%H.%M",
                Language::En => "%H:%M",
            })
            .to_string();
        self.get("paper-moment", &[("date", self.date(Date(local.date())).into()), ("time", time.into())])
    }

    /// An amount of euro cents: € 1.250,50 in Dutch, €1,250.50 in English.
    pub fn euros(self, cents: i64) -> String {
        let (sign, cents) = (if cents < 0 { "-" } else { "" }, cents.unsigned_abs());
        let digits = (cents / 100).to_string();
        let mut whole = String::new();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                whole.push(self.0.thousands());
            }
            whole.push(digit);
        }
        match self.0 {
            Language::Nl => format!("{sign}€\u{A0}{whole},{:02}", cents % 100),
            Language::En => format!("{sign}€{whole}.{:02}", cents % 100),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NL: Text = Text::of(Language::Nl);
    const EN: Text = Text::of(Language::En);

    #[test]
    fn a_day_is_written_as_people_write_it() {
        let day = "2026-03-01".parse().unwrap();
        assert_eq!((NL.date(day), EN.date(day)), ("1 maart 2026".into(), "1 March 2026".into()));
    }

    #[test]
    fn a_moment_is_told_in_dutch_time() {
        let moment = Timestamp(1_795_475_400_000); // 2026-11-23T23:10:00Z
        assert_eq!(NL.moment(moment), "24 november 2026, 00.10 uur");
    }

    #[test]
    fn an_amount_has_its_cents_and_its_thousands() {
        assert_eq!((NL.euros(125_050), EN.euros(125_050)), ("€\u{A0}1.250,50".into(), "€1,250.50".into()));
        assert_eq!((NL.euros(-5), NL.euros(100_000_000)), ("-€\u{A0}0,05".into(), "€\u{A0}1.000.000,00".into()));
    }
}
