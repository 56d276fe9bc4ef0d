//! Addresses, as they are compared.
use super::record::Address;
use crate::features::people::name::compact;
use crate::features::search::fold;

/// An address in its comparable parts; any may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Home {
    /// The street, letters and digits only.
    pub(super) street: String,
    /// The digits of the house number.
    pub(super) number: String,
    /// What follows them.
    pub(super) suffix: String,
    /// The postcode without spaces.
    pub(super) postcode: String,
    /// The town, letters and digits only.
    pub(super) town: String,
}

/// The parts of an address; `None` without a house number, or with neither postcode nor street.
pub(super) fn home(address: &Address) -> Option<Home> {
    let (street, number) = if address.house_number.trim().is_empty() {
        split_number(&address.street)
    } else {
        (address.street.trim(), address.house_number.trim())
    };
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    let suffix = compact(number.get(digits.len()..).unwrap_or_default());
    let home = Home {
        street: compact(&fold(street).replace("str.", "straat")),
        number: digits,
        suffix,
        postcode: compact(&address.postcode),
        town: compact(&address.place),
    };
    let somewhere = !home.postcode.is_empty() || !home.street.is_empty() && !home.town.is_empty();
    (somewhere && !home.number.is_empty()).then_some(home)
}

/// `Kerkweg 12a` is `Kerkweg` and `12a`: the last word that starts with a digit, and what follows it.
fn split_number(street: &str) -> (&str, &str) {
    let street = street.trim();
    let mut starts = street
        .char_indices()
        .filter(|(at, c)| c.is_ascii_digit() && street.get(..*at).is_some_and(|s| s.ends_with(" ")));
    let Some((cut, _)) = starts.next_back() else { return (street, "") };
    let (name, number) = street.split_at_checked(cut).unwrap_or((street, ""));
    (name.trim_end_matches([' ', ',']), number)
}

impl Home {
    /// The text under which equal addresses are found: postcode and number where there is a postcode.
    pub(super) fn key(&self) -> String {
        if self.postcode.is_empty() { self.by_street() } else { format!("{}\u{1}{}", self.postcode, self.number) }
    }

    /// The text under which an address is found without its postcode.
    pub(super) fn by_street(&self) -> String {
        format!("{}\u{1}{}\u{1}{}", self.street, self.number, self.town)
    }

    /// Is it the same address? A suffix that one side lacks does not make it another.
    pub(super) fn is_same(&self, other: &Home) -> bool {
        let suffix = self.suffix == other.suffix || self.suffix.is_empty() || other.suffix.is_empty();
        let by_postcode = !self.postcode.is_empty() && self.postcode == other.postcode;
        let by_street = !self.street.is_empty()
            && self.street == other.street
            && (self.town == other.town && !self.town.is_empty() || by_postcode);
        let postcodes_clash = !self.postcode.is_empty() && !other.postcode.is_empty() && !by_postcode;
        self.number == other.number && suffix && (by_postcode || by_street && !postcodes_clash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(street: &str, house_number: &str, postcode: &str, place: &str) -> Option<Home> {
        let text = str::to_owned;
        home(&Address {
            street: text(street),
            house_number: text(house_number),
            postcode: text(postcode),
            place: text(place),
        })
    }

    #[test]
    fn one_address_in_several_notations_is_the_same() {
        let one = at("Kerkweg 12a", "", "9999 AB", "Veldrade").unwrap_or_default();
        for other in [
            at("KERKWEG", "12 A", "9999ab", ""),
            at("Kerkweg", "12", "9999AB", "Veldrade"),
            at("Kerkweg 12-A", "", "", "veldrade"),
        ] {
            assert!(other.is_some_and(|other| one.is_same(&other) && other.is_same(&one)));
        }
        for other in [
            at("Kerkweg 13", "", "9999AB", ""),
            at("Kerkweg 12b", "", "9999AB", ""),
            at("Kerkweg 12", "", "9999AC", ""),
        ] {
            assert!(other.is_some_and(|other| !one.is_same(&other)));
        }
    }

    #[test]
    fn a_street_whose_name_starts_with_a_digit_keeps_it() {
        assert_eq!(split_number("1e Dorpsstraat 5"), ("1e Dorpsstraat", "5"));
        assert_eq!(split_number("Plein 1945 7 bis"), ("Plein 1945", "7 bis"));
        assert_eq!(split_number("Kerkweg"), ("Kerkweg", ""));
    }
}
