//! E-mail addresses and telephone numbers, as they are compared.
use super::sound::is_typo;

/// A telephone number without its country form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phone {
    /// The significant digits inside its country: no calling code, no leading zeros.
    pub(super) digits: String,
    /// Is it a Dutch or Belgian mobile number, which belongs to one person, not to a house?
    pub(super) mobile: bool,
}

/// Calling codes around us. Others of up to three digits are not recognised: such numbers are equal when all digits are.
const CODES: &[&str] =
    &["31", "32", "49", "33", "352", "44", "34", "39", "90", "212", "48", "43", "41", "45", "46", "47", "1"];

/// The address in small letters, without `mailto:` and angle brackets; `None` where there is no address.
pub(super) fn email(written: &str) -> Option<String> {
    let text = written.trim().to_lowercase();
    let text = text.rsplit(['<', ' ']).next().unwrap_or_default().trim_matches(['>', ';', ',']);
    let text = text.strip_prefix("mailto:").unwrap_or(text);
    text.contains('@').then(|| text.to_owned())
}

/// The significant digits of a telephone number; `None` with fewer than six, or where all are the same digit.
pub(super) fn phone(written: &str) -> Option<Phone> {
    let trimmed = written.trim().trim_start_matches("tel:").trim();
    // `+31 (0)6`: the bracketed zero is not dialled.
    let digits: String = trimmed.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
    let foreign = if trimmed.starts_with('+') { Some(digits.as_str()) } else { digits.strip_prefix("00") };
    let code = foreign.and_then(|rest| CODES.iter().find(|code| rest.starts_with(**code)).copied());
    let national = match foreign {
        Some(rest) => CODES.iter().find_map(|code| rest.strip_prefix(code)).unwrap_or(rest),
        // Eleven digits that start with 31 are a Dutch number that lost its plus sign.
        None if digits.len() == 11 => digits.strip_prefix("31").unwrap_or(&digits),
        None => &digits,
    };
    let national = national.trim_start_matches('0');
    let first = national.chars().next()?;
    let plain = national.chars().skip(1).all(|c| c == first || c == '0');
    if national.len() < 6 || plain {
        return None;
    }
    // 040 is Eindhoven, and 0475 in the Netherlands Roermond: only a Belgian number of that kind is a mobile one.
    let mobile = national.len() == 9 && (first == '6' && code != Some("32") || first == '4' && code == Some("32"));
    Some(Phone { digits: national.to_owned(), mobile })
}

/// Is one address a mistyped form of the other? Other digits are another address: `jan1@` and `jan2@`.
pub(super) fn is_misspelt(a: &str, b: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let (Some((local_a, domain_a)), Some((local_b, domain_b))) = (a.split_once('@'), b.split_once('@')) else {
        return false;
    };
    let one = domain_a == domain_b && is_typo(local_a, local_b) || local_a == local_b && is_typo(domain_a, domain_b);
    one && local_a.len() >= 6 && digits(a) == digits(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_number_is_the_same_in_every_country_form() {
        for written in
            ["06-12 34 56 78", "+31612345678", "0031 6 12345678", "+31 (0)6 12345678", "31612345678", "612345678"]
        {
            assert_eq!(phone(written), Some(Phone { digits: "612345678".into(), mobile: true }), "{written}");
        }
        // The same Belgian number, once taken for a Dutch one: that would be a line of a house in Roermond.
        let digits = |written: &str| phone(written).map(|p| (p.digits, p.mobile));
        assert_eq!(digits("+31475123456"), Some(("475123456".into(), false)));
        assert_eq!(digits("+32475123456"), Some(("475123456".into(), true)));
        assert_eq!(digits("040-2345678").map(|(_, mobile)| mobile), Some(false));
        assert_eq!(phone("0596-123456").map(|p| p.mobile), Some(false));
    }

    #[test]
    fn what_stands_for_no_number_is_none() {
        for written in ["", "-", "0600000000", "onbekend", "0000000000", "112"] {
            assert_eq!(phone(written), None, "{written}");
        }
    }

    #[test]
    fn an_address_with_other_digits_is_another_address() {
        assert!(is_misspelt("jan.devries@voorbeeld.nl", "jan.dvries@voorbeeld.nl"));
        assert!(is_misspelt("jan.devries@voorbeeld.nl", "jan.devries@vorbeeld.nl"));
        assert!(!is_misspelt("fam.vries12@voorbeeld.nl", "fam.vries13@voorbeeld.nl"));
        assert!(!is_misspelt("jan@voorbeeld.nl", "joan@voorbeeld.nl"));
    }
}
