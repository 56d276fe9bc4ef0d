//! A record in the form in which it is compared: folded, split into parts, with the sound of its names.
use super::call_names::{Place, places};
use super::place::{Home, home};
use super::reach::{self, Phone};
use super::record::{Day, Record};
use super::sound::sound;
use crate::features::people::name::compact;
use crate::features::people::split_prefix;
use crate::features::search::fold;
use std::collections::BTreeSet;

/// One part of a surname, without its prefix: letters and digits only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) text: String,
    pub(super) sound: String,
}

/// One given name: letters only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Given {
    pub(super) text: String,
    pub(super) sound: String,
    /// Where it stands in the table of call names.
    pub(super) places: &'static [Place],
    /// The name that the person is called by, or the first given name.
    pub(super) leading: bool,
}

/// A record, ready to be compared.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Traits {
    /// Given names of two letters or more.
    pub(super) given: Vec<Given>,
    /// Initials as letters; taken from the given names if there are no others.
    pub(super) initials: String,
    /// Were the initials written as such?
    pub(super) initials_written: bool,
    /// The parts of the surname: own, double, the partner's.
    pub(super) surname: Vec<Part>,
    /// The whole surname with its prefix, as one word.
    pub(super) whole: String,
    pub(super) birth: Option<Day>,
    pub(super) emails: Vec<String>,
    pub(super) phones: Vec<Phone>,
    pub(super) homes: Vec<Home>,
    /// Member numbers: scope and number.
    pub(super) numbers: Vec<(String, String)>,
    pub(super) since: Vec<Day>,
}

impl Traits {
    /// Folds a record.
    pub(super) fn of(record: &Record) -> Self {
        let (given, initials, initials_written) = given_names(record);
        let (surname, whole) = surnames(record);
        let number = |value: &str, scope: &str| {
            let value = compact(value);
            // Spreadsheets lose leading zeros.
            let value = value.trim_start_matches('0');
            (!value.is_empty()).then(|| (fold(scope.trim()), value.to_owned()))
        };
        Traits {
            given,
            initials,
            initials_written,
            surname,
            whole,
            birth: record.birth.filter(|day| *day != Day::default()),
            emails: distinct(record.emails.iter().filter_map(|email| reach::email(email))),
            phones: distinct(record.phones.iter().filter_map(|phone| reach::phone(phone))),
            homes: distinct(record.addresses.iter().filter_map(home)),
            numbers: distinct(record.numbers.iter().filter_map(|n| number(&n.value, &n.scope))),
            since: distinct(record.since.iter().copied().filter(|day| day.year.is_some())),
        }
    }

    /// Have two records a member number in common? `None` where they have none of one scope.
    pub(super) fn same_number(&self, other: &Traits) -> Option<bool> {
        let comparable = self.numbers.iter().any(|(scope, _)| other.numbers.iter().any(|(with, _)| scope == with));
        comparable.then(|| self.numbers.iter().any(|number| other.numbers.contains(number)))
    }

    /// Has it neither a given name nor initials?
    pub(super) fn is_nameless(&self) -> bool {
        self.given.is_empty() && self.initials.is_empty()
    }
}

fn distinct<T: PartialEq>(values: impl Iterator<Item = T>) -> Vec<T> {
    values.fold(vec![], |mut seen, value| {
        if !seen.contains(&value) {
            seen.push(value);
        }
        seen
    })
}

/// The given names, the initials, and whether these were written as such. A given name of one letter, or of letters
/// with dots, is initials in the wrong column.
fn given_names(record: &Record) -> (Vec<Given>, String, bool) {
    let mut given: Vec<Given> = vec![];
    let mut stray = String::new();
    for column in [&record.call_name, &record.given_name] {
        let folded = fold(column);
        let words = folded.split(|c: char| c.is_whitespace() || "-,/()\"".contains(c)).filter(|w| !w.is_empty());
        for (at, word) in words.enumerate() {
            let letters: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
            if word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2)
                || letters.chars().count() < 2
            {
                stray.push_str(&letters);
            } else if let Some(known) = given.iter_mut().find(|g| g.text == letters) {
                known.leading |= at == 0;
            } else {
                given.push(Given { sound: sound(&letters), places: places(&letters), text: letters, leading: at == 0 });
            }
        }
    }
    let mut written: String = initials(&record.initials);
    if written.is_empty() {
        written = stray;
    }
    if written.is_empty() {
        let registered = fold(&record.given_name);
        let words = registered.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
        let letters: String = words.collect();
        return (given, letters, false);
    }
    (given, written, true)
}

/// `J.P.`, `JP`, `J P` become `jp`; `Th.` and `IJ.` count as one letter, and so does every other group with a dot that
/// ends in small letters.
fn initials(text: &str) -> String {
    let has_small = text.chars().any(char::is_lowercase);
    let groups = text.split(|c: char| c == '.' || c == '-' || c.is_whitespace()).filter(|g| !g.is_empty());
    let mut out = String::new();
    for group in groups {
        let letters: Vec<char> = group.chars().filter(|c| c.is_alphanumeric()).collect();
        let whole_word = has_small && letters.get(1).is_some_and(|c| c.is_lowercase());
        let digraph = matches!(fold(group).as_str(), "ij" | "th" | "ph" | "ch") && text.contains('.');
        let taken = if whole_word || digraph { 1 } else { letters.len() };
        out.push_str(&fold(&letters.iter().take(taken).collect::<String>()));
    }
    out
}

/// The parts of the surname and the whole of it. `de Vries-Jansen`, `Jansen e/v de Vries`, `de Vries geb. Jansen` and a
/// partner's name in a column of its own give the same two parts.
fn surnames(record: &Record) -> (Vec<Part>, String) {
    let mut parts: Vec<Part> = vec![];
    let mut seen = BTreeSet::new();
    for column in [&record.surname, &record.partner_surname] {
        let mut pieces = pieces(&fold(column));
        // `Berg, van den`: the second piece is the prefix of the first.
        if pieces.len() > 1 {
            pieces.retain(|piece| !is_prefix(piece));
        }
        for piece in pieces {
            let text = compact(&split_prefix(without_prefix_behind(&piece)).1);
            if !text.is_empty() && seen.insert(text.clone()) {
                parts.push(Part { sound: sound(&text), text });
            }
        }
    }
    let whole = compact(&record.prefix) + &compact(&record.surname);
    (parts, whole)
}

/// Is this nothing but the prefix of a surname?
fn is_prefix(text: &str) -> bool {
    split_prefix(&format!("{text} x")).1 == "x"
}

/// `Visser de` without the prefix that stands behind it.
fn without_prefix_behind(piece: &str) -> &str {
    let ends = piece.match_indices(' ').map(|(at, _)| piece.split_at(at));
    ends.into_iter().find(|(_, behind)| is_prefix(behind.trim())).map_or(piece, |(name, _)| name)
}

/// The surnames in one cell, folded: split at hyphens, and at the words that join two names.
fn pieces(folded: &str) -> Vec<String> {
    let joined = [" e/v ", " e.v. ", " ev ", " geb. ", " geb ", " geboren ", " gehuwd ", " wed. ", " wed ", " v/h "];
    let mut text = format!(" {} ", folded.replace(['–', '—', ','], "-"));
    if text.trim().contains(' ') {
        joined.iter().for_each(|word| text = text.replace(word, "-"));
    }
    text.split(['-', '/']).map(|piece| piece.trim().to_owned()).filter(|piece| !piece.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(surname: &str, partner: &str) -> Vec<String> {
        let record = Record { surname: surname.into(), partner_surname: partner.into(), ..Record::default() };
        let mut parts: Vec<String> = Traits::of(&record).surname.into_iter().map(|part| part.text).collect();
        parts.sort();
        parts
    }

    #[test]
    fn two_surnames_are_found_however_they_are_joined() {
        for (surname, partner) in [
            ("de Vries-Jansen", ""),
            ("JANSEN - DE VRIES", ""),
            ("Jansen e/v de Vries", ""),
            ("de Vries geb. Jansen", ""),
            ("Jansen", "Vries"),
        ] {
            assert_eq!(parts(surname, partner), ["jansen", "vries"], "{surname}");
        }
    }

    #[test]
    fn initials_are_read_in_every_notation() {
        for (written, letters) in
            [("J.P.", "jp"), ("JP", "jp"), ("J P", "jp"), ("j.p.", "jp"), ("Th.J.", "tj"), ("IJ.", "i"), ("Joh.", "j")]
        {
            assert_eq!(initials(written), letters, "{written}");
        }
    }

    #[test]
    fn initials_in_the_column_of_given_names_are_initials() {
        let record = Record { given_name: "J.P.".into(), ..Record::default() };
        let traits = Traits::of(&record);
        assert_eq!((traits.given.len(), traits.initials.as_str()), (0, "jp"));
    }

    #[test]
    fn a_number_is_the_same_without_its_leading_zeros() {
        let number = |value: &str| super::super::record::Number { scope: String::new(), value: value.into() };
        let record = Record { numbers: vec![number("0042"), number("42"), number(" 42 ")], ..Record::default() };
        assert_eq!(Traits::of(&record).numbers.len(), 1);
    }
}
