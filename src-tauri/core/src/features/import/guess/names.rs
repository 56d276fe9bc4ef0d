//! Names: prefixes between given name and surname (avg-facts 7.1), and splitting full names. A name stays as it was
//! written: "Van Damme" is a surname in Belgium, and "vd" can be "van de", "van den" or "van der".
use super::titles::{is_body, is_generation, without_salutation};

pub(crate) use super::titles::without_titles;

/// Prefixes in lower case. Lookup takes the longest that fits, whatever the order here.
const PREFIXES: [&str; 69] = [
    "van der", "van den", "van de", "van het", "van 't", "van ’t", "van ter", "van ten", "van la", "van le", "van",
    "v.d.", "v.d", "v/d", "vd", "v. d.", "v d", "v.", "v", "v/h", "v.h.", "v. den", "von der", "von dem", "von den",
    "von", "vom", "zum", "zur", "zu", "op den", "op de", "op het", "op 't", "op ’t", "op ten", "op", "in den", "in de",
    "in het", "in 't", "in ’t", "in", "aan den", "aan de", "aan het", "aan 't", "uit den", "uit de", "uit het",
    "uit 't", "uit", "onder de", "over de", "bij de", "voor de", "de la", "de le", "de", "den", "der", "ter", "ten",
    "te", "'t", "’t", "'s", "het", "l'",
];
/// Short prefixes of other languages.
const FOREIGN: [&str; 13] = ["el", "al", "du", "la", "le", "les", "d'", "dos", "da", "das", "do", "di", "del"];

/// The longest prefix in words.
const PREFIX_WORDS: usize = 2;

/// Given names that are a prefix elsewhere: "Al Bakker", "Do Visser".
const GIVEN: [&str; 2] = ["al", "do"];

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct NameParts {
    pub(crate) initials: String,
    pub(crate) given_name: String,
    pub(crate) prefix: String,
    pub(crate) surname: String,
}

/// Whether text consists of a prefix only.
pub(crate) fn is_prefix(text: &str) -> bool {
    // A capital is an initial: "Jan V. Bakker".
    if matches!(text.trim(), "V" | "V.") {
        return false;
    }
    let lower = text.trim().to_lowercase();
    PREFIXES.contains(&lower.as_str()) || FOREIGN.contains(&lower.as_str())
}

/// A prefix as it is stored: as written.
pub(crate) fn tidy_prefix(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('’', "'")
}

fn has_lower(text: &str) -> bool {
    text.chars().any(char::is_lowercase)
}

/// The longest prefix that text begins with, in bytes.
fn prefix_of(text: &str) -> Option<usize> {
    let lower = text.to_lowercase();
    let rest_of = |p: &str| lower.strip_prefix(p).map(str::to_owned);
    let fits = |p: &&&str| {
        rest_of(p).is_some_and(|r| r.starts_with(' ') || (p.ends_with('\'') && p.len() > 1 && !r.is_empty()))
    };
    let longest = PREFIXES.iter().chain(&FOREIGN).filter(fits).max_by_key(|p| p.len())?;
    let is_initial = longest.trim_end_matches('.') == "v" && text.starts_with('V');
    if is_initial {
        return None;
    }
    // Lower case can be longer or shorter than what was written.
    text.get(longest.len()..).is_some_and(|rest| !rest.trim().is_empty()).then_some(longest.len())
}

/// Whether the prefix in front may be taken off: it is in small letters, or nothing is.
fn comes_off(prefix: &str, text: &str) -> bool {
    if !has_lower(text) {
        return !FOREIGN.contains(&prefix.to_lowercase().as_str());
    }
    let is_foreign = FOREIGN.contains(&prefix);
    let rest = text.get(prefix.len()..).unwrap_or_default();
    // In a list without capitals "al bakker" can be a whole name.
    !prefix.chars().any(char::is_uppercase) && (!is_foreign || rest.chars().any(char::is_uppercase))
}

/// Splits a surname into prefix and rest: "van den Berg", "Berg, van den" or "Berg van den". A prefix with a capital is
/// part of the surname.
pub(crate) fn split_surname(text: &str) -> (String, String) {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((name, prefix)) = text.split_once(',')
        && is_prefix(prefix)
    {
        return (tidy_prefix(prefix), name.trim().to_owned());
    }
    let front = prefix_of(&text).and_then(|end| text.split_at_checked(end));
    if let Some((prefix, rest)) = front.filter(|(prefix, _)| comes_off(prefix, &text)) {
        return (tidy_prefix(prefix), without_prefix(rest.trim(), prefix).to_owned());
    }
    if let Some((name, prefix)) = prefix_behind(&text) {
        return (tidy_prefix(prefix), name.to_owned());
    }
    (String::new(), text)
}

/// A surname without a prefix that is there twice: "van den Berg" under "van den".
fn without_prefix<'n>(surname: &'n str, prefix: &str) -> &'n str {
    let again = surname.get(..prefix.len()).is_some_and(|s| s.eq_ignore_ascii_case(prefix));
    let rest = surname.get(prefix.len()..).filter(|r| again && r.starts_with(' ')).map(str::trim);
    rest.filter(|r| !r.is_empty()).unwrap_or(surname)
}

/// "Visser de": the name and the prefix that stands behind it.
fn prefix_behind(text: &str) -> Option<(&str, &str)> {
    // The longest prefix has three words; of a long text only the end is looked at.
    let mut starts: Vec<usize> = text.rmatch_indices(' ').map(|(at, _)| at).take(3).collect();
    starts.reverse();
    let starts = starts.into_iter();
    let split = starts.map(|at| (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default()));
    split.into_iter().find(|(name, prefix)| {
        let small = prefix.chars().next().is_some_and(|c| c.is_lowercase() || c == '\'') || !has_lower(text);
        let whole = PREFIXES.contains(&prefix.to_lowercase().as_str()) && small;
        whole && name.chars().any(char::is_uppercase) && !is_prefix(name)
    })
}

/// Combines a column of prefixes with a column of surnames; false if they contradict each other.
pub(crate) fn settle_prefix(prefix: &mut String, surname: &mut String) -> bool {
    if prefix.is_empty() {
        (*prefix, *surname) = split_surname(surname);
        return true;
    }
    let front = prefix_of(surname).and_then(|end| surname.split_at_checked(end));
    let Some((own, rest)) = front else {
        let behind = prefix_behind(surname).filter(|(_, p)| p.eq_ignore_ascii_case(prefix));
        if let Some((name, _)) = behind {
            *surname = name.to_owned();
        }
        return true;
    };
    // "van" beside "van den Berg": the surname has the whole prefix.
    let is_same = own.eq_ignore_ascii_case(prefix);
    let is_longer = own.to_lowercase().starts_with(&format!("{} ", prefix.to_lowercase()));
    if is_longer {
        *prefix = tidy_prefix(own);
    }
    if is_same || is_longer {
        *surname = rest.trim().to_owned();
    }
    is_same || is_longer
}

/// Splits a full name: "Anneke van den Berg", "A.B. de Vries", "Berg, Anneke van den", "de heer J. Smit".
pub(crate) fn split_full_name(text: &str) -> NameParts {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = without_salutation(&text);
    if is_body(text) {
        return NameParts { surname: text.to_owned(), ..NameParts::default() };
    }
    if let Some((surname, rest)) = text.split_once(',') {
        return comma_name(surname.trim(), rest.trim());
    }
    let mut words: Vec<&str> = text.split(' ').filter(|w| !w.is_empty()).collect();
    // Father and son differ in this word alone.
    let behind = if words.len() > 2 { words.pop_if(|w| is_generation(w)) } else { None };
    let mut parts = words_of_name(&words);
    if let Some(behind) = behind {
        parts.surname = format!("{} {behind}", parts.surname).trim().to_owned();
    }
    parts
}

fn words_of_name(words: &[&str]) -> NameParts {
    let Some(first) = words.first() else { return NameParts::default() };
    if words.len() == 1 {
        return NameParts { surname: (*first).to_owned(), ..NameParts::default() };
    }
    // The surname starts at the first prefix after the first word, or else it is the last word.
    let starts_prefix = |i: usize| {
        let ends = i + 1..words.len().min(i + 1 + PREFIX_WORDS);
        ends.rev().any(|j| words.get(i..j).is_some_and(|w| is_prefix(&w.join(" "))))
    };
    // "Smit-de Boer": the second half of a double name has its own prefix.
    let joined = |w: &str| w.rsplit_once('-').is_some_and(|(before, after)| !before.is_empty() && is_prefix(after));
    let start = match words.iter().position(|w| joined(w)).filter(|at| *at > 0 && at + 1 < words.len()) {
        Some(at) => {
            let surname = words.get(at..).unwrap_or_default().join(" ");
            return with_given(String::new(), surname, words.get(..at).unwrap_or_default());
        }
        None => {
            let given = GIVEN.contains(&first.to_lowercase().as_str()) && first.starts_with(char::is_uppercase);
            let from = usize::from(given || !is_prefix(first));
            (from..words.len() - 1).find(|i| starts_prefix(*i)).unwrap_or_else(|| surname_at(words))
        }
    };
    let (prefix, surname) = split_surname(&words.get(start..).unwrap_or_default().join(" "));
    with_given(prefix, surname, words.get(..start).unwrap_or_default())
}

/// The word at which the surname begins if no prefix comes before it: the last, or in "Jan Visser de" the one before.
fn surname_at(words: &[&str]) -> usize {
    let last = words.len() - 1;
    let small = words.last().is_some_and(|w| w.starts_with(|c: char| c.is_lowercase() || c == '\'') && is_prefix(w));
    if small && last > 1 { last - 1 } else { last }
}

fn with_given(prefix: String, surname: String, given: &[&str]) -> NameParts {
    let mut parts = NameParts { prefix, surname, ..NameParts::default() };
    give(&mut parts, given);
    parts
}

/// Splits "Berg, Anneke van den" and "van den Berg, Anneke".
fn comma_name(surname: &str, rest: &str) -> NameParts {
    let words: Vec<&str> = rest.split(' ').filter(|w| !w.is_empty()).collect();
    if let [only] = words.as_slice()
        && is_generation(only)
    {
        let mut parts = split_full_name(surname);
        parts.surname = format!("{} {only}", parts.surname);
        return parts;
    }
    let mut last = words.len().saturating_sub(PREFIX_WORDS)..words.len();
    let is_behind = |i: usize| {
        let tail = words.get(i..).unwrap_or_default().join(" ");
        is_prefix(&tail) && !(i == 0 && GIVEN.contains(&tail.to_lowercase().as_str()))
    };
    let tail = last.find(|i| is_behind(*i));
    let (given, behind) = words.split_at(tail.unwrap_or(words.len()));
    let (mut prefix, mut surname) = split_surname(surname);
    let behind = tidy_prefix(&behind.join(" "));
    if prefix.is_empty() {
        prefix = behind;
    } else if !behind.is_empty() && !behind.eq_ignore_ascii_case(&prefix) {
        surname = format!("{surname}, {behind}");
    }
    with_given(prefix, surname, given)
}

fn give(parts: &mut NameParts, words: &[&str]) {
    let (initials, given): (Vec<&str>, Vec<&str>) = words.iter().partition(|w| is_initials(w));
    parts.initials = initials.concat();
    parts.given_name = given.join(" ").trim_matches(['(', ')']).to_owned();
}

/// "A.B.", "J.", "Th.P.", "JP": letters with periods, or capitals only.
fn is_initials(word: &str) -> bool {
    let word = word.trim_matches(['(', ')']);
    let pointed = word.ends_with('.') && word.split('.').all(|p| p.chars().count() <= 2);
    let capitals = word.chars().count() <= 3 && word.chars().all(char::is_uppercase);
    pointed || capitals
}
