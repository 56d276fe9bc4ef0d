//! Numbers that a sheet wrote as a power of ten: in `3,16E+10` digits of a telephone number are gone.

use crate::kernel::time::Date;

/// The problem of a number behind which the sheet has a date.
pub(super) const BECAME_DAY: &str = "import.number_became_day";

/// A number that is text, as the list has it.
pub(super) fn exact(line: &str, day: Option<Date>) -> Result<String, &'static str> {
    match power(line) {
        _ if day.is_some() => Err(BECAME_DAY),
        Power::Exact(digits) => Ok(digits),
        Power::Lost => Err("import.power_of_ten"),
        Power::None => Ok(line.strip_suffix(".0").unwrap_or(line).to_owned()),
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Power {
    /// No digit is lost: `6.12345678E8`.
    Exact(String),
    Lost,
    /// Not a power of ten.
    None,
}

pub(super) fn power(text: &str) -> Power {
    let text = text.trim();
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else { return Power::None };
    let signed = exponent.starts_with('+');
    let exponent = exponent.trim_start_matches('+');
    let (whole, decimals) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
    let figures = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    let is_power = figures(whole) && figures(exponent) && (signed || figures(decimals));
    if !is_power || !(decimals.is_empty() || figures(decimals)) {
        return Power::None;
    }
    match exponent.parse::<usize>() {
        Ok(n) if n == decimals.len() && whole.len() == 1 => Power::Exact(format!("{whole}{decimals}")),
        _ => Power::Lost,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_that_are_gone_are_never_made_up() {
        for lost in ["3,16E+10", "3.16123E+10", "6E+08", "6,1e+8", "4.479E+11"] {
            assert_eq!(power(lost), Power::Lost, "{lost}");
        }
        assert_eq!(power("6.12345678E8"), Power::Exact("612345678".to_owned()));
        assert_eq!(power("3,1612345678E+10"), Power::Exact("31612345678".to_owned()));
        assert_eq!(power("1,00E+02"), Power::Exact("100".to_owned()));
        for none in ["12E2", "12 E", "7e", "E5", "0612345678", "", "1,5", "5E", "12-E+3"] {
            assert_eq!(power(none), Power::None, "{none}");
        }
    }
}
