//! Addresses: a whole one in one cell is taken apart where its form leaves no doubt, and a house number that a sheet
//! made a day is recognised.
use super::guess::dates::month_of;
use super::guess::shape;

/// The parts of an address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) street: String,
    pub(super) postcode: String,
    pub(super) city: String,
    pub(super) country: String,
}

/// Serial numbers of days between 2000 and 2050. No street has so many houses.
const SERIALS: std::ops::RangeInclusive<u32> = 36_526..=54_788;

/// Whether a house number is a day that a sheet made of "12-1": `12-jan`, `jan-12`, `12-01-2026`, `46034`.
pub(super) fn is_day(number: &str) -> bool {
    let lower = number.trim().to_lowercase();
    if lower.parse().is_ok_and(|n: u32| SERIALS.contains(&n)) {
        return true;
    }
    let words: Vec<&str> = lower.split(['-', '/', '.', ' ', '\u{a0}']).filter(|w| !w.is_empty()).collect();
    let is_number = |w: &str, most: usize| w.len() <= most && w.bytes().all(|b| b.is_ascii_digit());
    let is_year = |w: &str| w.len() == 4 && is_number(w, 4) && w.starts_with(['1', '2']);
    match words.as_slice() {
        [a, b] => (is_number(a, 2) && month_of(b).is_some()) || (month_of(a).is_some() && is_number(b, 4)),
        [a, b, c] => {
            (is_number(a, 2) && month_of(b).is_some() && is_number(c, 4))
                || (is_number(a, 2) && is_number(b, 2) && is_year(c))
                || (is_year(a) && is_number(b, 2) && is_number(c, 2))
        }
        [a, b, c, time, ..] => {
            is_year(a) && is_number(b, 2) && is_number(c.trim_end_matches('t'), 2) && time.contains(':')
        }
        _ => false,
    }
}

/// The street before a house number that became a day: `Molenweg` of `Molenweg 12-jan`. "Plein 4 mei" and "Straße des
/// 17. Juni" are streets, so only what a sheet writes counts.
pub(super) fn street_before_day(line: &str) -> Option<&str> {
    let (street, number) = line.rsplit_once(' ').unwrap_or(("", line));
    let by_sheet = number.contains(['-', '/']) && !number.ends_with(['-', '/']);
    (by_sheet && is_day(number)).then(|| street.trim_end_matches([' ', ',']))
}

/// A postcode and a city, in either order: `2611 AB Delft`, `2000 Antwerpen`, `48455 Bad Bentheim`, `Delft, 2611AB`.
pub(super) fn postcode_and_city(text: &str) -> Option<(String, String)> {
    let text = text.replace([',', '/', ';', '|', '\n'], " ");
    let words: Vec<&str> = text.split_whitespace().collect();
    if is_postcode(&words.join(" ")) {
        return None;
    }
    let joined = |range: std::ops::Range<usize>| words.get(range).unwrap_or_default().join(" ");
    for (code, city) in [
        (joined(0..2.min(words.len())), joined(2.min(words.len())..words.len())),
        (joined(0..1.min(words.len())), joined(1.min(words.len())..words.len())),
        (joined(words.len().saturating_sub(2)..words.len()), joined(0..words.len().saturating_sub(2))),
        (joined(words.len().saturating_sub(1)..words.len()), joined(0..words.len().saturating_sub(1))),
    ] {
        let is_place = city.chars().any(char::is_alphabetic) && !city.chars().any(|c| c.is_ascii_digit());
        if is_place && is_postcode(&code) {
            return Some((code, city.trim_matches(['-', ' ']).to_owned()));
        }
    }
    None
}

fn is_postcode(text: &str) -> bool {
    let digits = text.trim_start_matches("B-").trim_start_matches("D-").trim_start_matches("NL-");
    let foreign = matches!(digits.len(), 4 | 5) && digits.bytes().all(|b| b.is_ascii_digit());
    shape::is_dutch_postcode(digits) || (foreign && !(digits.len() == 4 && digits.starts_with('0')))
}

/// The parts of a whole address; `None` if it does not end in a postcode and a city.
pub(super) fn whole(text: &str) -> Option<Parts> {
    let lines: Vec<&str> = text.split([',', '\n', ';', '|']).map(str::trim).filter(|l| !l.is_empty()).collect();
    let (lines, country) = match lines.split_last() {
        Some((last, rest)) if rest.len() > 1 && is_country(last) => (rest.to_vec(), (*last).to_owned()),
        _ => (lines, String::new()),
    };
    if let [street @ .., code, city] = lines.as_slice()
        && !street.is_empty()
        && is_postcode(code)
        && let Some((postcode, city)) = postcode_and_city(&format!("{code} {city}"))
    {
        return numbered(street.join(", "), postcode, city, country);
    }
    let (last, street) = lines.split_last()?;
    if !street.is_empty() {
        let (postcode, city) = postcode_and_city(last)?;
        return numbered(street.join(", "), postcode, city, country);
    }
    // Without a comma only the Dutch form is certain: "Iepenlaan 5 1111 AA Diemen".
    let words: Vec<&str> = last.split_whitespace().collect();
    let at = (2..words.len()).find(|i| dutch_at(&words, *i).is_some())?;
    let (postcode, after) = dutch_at(&words, at)?;
    let city = words.get(after..).unwrap_or_default().join(" ");
    let street = words.get(..at).unwrap_or_default().join(" ");
    if city.is_empty() { None } else { numbered(street, postcode, city, country) }
}

/// The Dutch postcode that begins at a word, and the word after it.
fn dutch_at(words: &[&str], at: usize) -> Option<(String, usize)> {
    (1..=2).find_map(|n| {
        let code = words.get(at..at + n)?.concat();
        shape::is_dutch_postcode(&code).then_some((code, at + n))
    })
}

/// An address has a house number. Without one it is something else, such as the name of a building.
fn numbered(street: String, postcode: String, city: String, country: String) -> Option<Parts> {
    let has_number = street.chars().any(|c| c.is_ascii_digit());
    (has_number && street.chars().any(char::is_alphabetic)).then_some(Parts { street, postcode, city, country })
}

fn is_country(text: &str) -> bool {
    const COUNTRIES: [&str; 14] = [
        "nederland",
        "netherlands",
        "the netherlands",
        "niederlande",
        "nl",
        "belgië",
        "belgie",
        "belgium",
        "belgien",
        "be",
        "duitsland",
        "germany",
        "deutschland",
        "de",
    ];
    COUNTRIES.contains(&text.to_lowercase().as_str())
}

/// Whether a line seems to be a whole address: parts after a comma, or on lines of their own.
pub(super) fn seems_whole(text: &str) -> bool {
    let parts: Vec<&str> = text.trim().split([',', '\n']).map(str::trim).filter(|p| !p.is_empty()).collect();
    parts.len() > 1 && parts.first().is_some_and(|p| p.chars().any(|c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_house_number_that_became_a_day_is_seen() {
        for day in [
            "12-jan",
            "03-feb",
            "jan-12",
            "12 mrt",
            "12. Jan",
            "1-feb",
            "12/jan",
            "12-1-2026",
            "2026-01-12",
            "12/01/2026",
            "46034",
            "12-jan-26",
            "01-02-2004",
            "2-mei",
            "Mai-12",
            "12-Dec",
        ] {
            assert!(is_day(day), "{day}");
        }
        for number in
            ["12", "12-1", "7 bis", "12a", "12 A", "1-3", "35 III", "103c", "bus 3", "12-14-16", "99999", "", "12 hs"]
        {
            assert!(!is_day(number), "{number}");
        }
        assert_eq!(street_before_day("Molenweg 12-jan"), Some("Molenweg"));
        assert_eq!(street_before_day("Molenweg 12-1-2026"), Some("Molenweg"));
        assert_eq!(street_before_day("12-jan"), Some(""));
        for street in [
            "Molenweg 12-1",
            "Plein 4 mei",
            "Straße des 17. Juni",
            "Straße des 1.Mai",
            "Postbus 46034",
            "Laan 1940-1945",
            "Mei 12",
            "Molenweg 12",
        ] {
            assert_eq!(street_before_day(street), None, "{street}");
        }
    }

    #[test]
    fn a_postcode_and_a_city_are_told_apart() {
        for (text, right) in [
            ("2611 AB Delft", Some(("2611 AB", "Delft"))),
            ("2611AB Delft", Some(("2611AB", "Delft"))),
            ("1234 AB, Den Haag", Some(("1234 AB", "Den Haag"))),
            ("1234 AB / Delft", Some(("1234 AB", "Delft"))),
            ("Delft 2611 AB", Some(("2611 AB", "Delft"))),
            ("Delft, 2611AB", Some(("2611AB", "Delft"))),
            ("2000 Antwerpen", Some(("2000", "Antwerpen"))),
            ("B-2000 Antwerpen", Some(("B-2000", "Antwerpen"))),
            ("48455 Bad Bentheim", Some(("48455", "Bad Bentheim"))),
            ("Delft", None),
            ("2611 AB", None),
            ("5 Delft", None),
        ] {
            let right = right.map(|(code, city)| (code.to_owned(), city.to_owned()));
            assert_eq!(postcode_and_city(text), right, "{text}");
        }
    }

    #[test]
    fn a_whole_address_is_taken_apart_where_its_form_is_certain() {
        for (text, right) in [
            ("Iepenlaan 5, 1111 AA Diemen", ["Iepenlaan 5", "1111 AA", "Diemen", ""]),
            ("Iepenlaan 5\n1111 AA Diemen", ["Iepenlaan 5", "1111 AA", "Diemen", ""]),
            ("Iepenlaan 5, 1111AA, Diemen", ["Iepenlaan 5", "1111AA", "Diemen", ""]),
            ("Iepenlaan 5 1111 AA Diemen", ["Iepenlaan 5", "1111AA", "Diemen", ""]),
            ("Kerkstraat 12 bus 3, 2000 Antwerpen", ["Kerkstraat 12 bus 3", "2000", "Antwerpen", ""]),
            ("Kerkstraat 12, bus 3, 2000 Antwerpen, België", ["Kerkstraat 12, bus 3", "2000", "Antwerpen", "België"]),
            ("Hauptstr. 5, 48455 Bad Bentheim", ["Hauptstr. 5", "48455", "Bad Bentheim", ""]),
            (
                "Hauptstr. 5, D-48455 Bad Bentheim, Deutschland",
                ["Hauptstr. 5", "D-48455", "Bad Bentheim", "Deutschland"],
            ),
        ] {
            let [street, postcode, city, country] = right.map(str::to_owned);
            assert_eq!(whole(text), Some(Parts { street, postcode, city, country }), "{text}");
        }
        for text in [
            "Iepenlaan 5",
            "Iepenlaan 5, Diemen",
            "Huize Rust, 1111 AA Diemen",
            "5, 1111 AA Diemen",
            "",
            "Laan 5, 2e etage",
        ] {
            assert_eq!(whole(text), None, "{text}");
        }
        assert!(seems_whole("Iepenlaan 5, Diemen") && !seems_whole("Iepenlaan 5") && !seems_whole("Huize Rust, Dorp"));
    }
}
