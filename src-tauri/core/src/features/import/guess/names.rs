//! Names: prefixes between given name and surname (avg-facts 7.1), and splitting full names.

/// Prefixes in lower case. Lookup takes the longest that fits, whatever the order here.
const PREFIXES: [&str; 62] = [
    "van der", "van den", "van de", "van het", "van 't", "van ’t", "van ter", "van ten", "van la", "van le", "van",
    "v.d.", "v.d", "v/d", "vd", "von der", "von dem", "von den", "von", "vom", "zum", "zur", "zu", "op den", "op de",
    "op het", "op 't", "op ’t", "op ten", "op", "in den", "in de", "in het", "in 't", "in ’t", "in", "aan den",
    "aan de", "aan het", "aan 't", "uit den", "uit de", "uit het", "uit 't", "uit", "onder de", "over de", "bij de",
    "voor de", "de la", "de le", "de", "den", "der", "ter", "ten", "te", "'t", "’t", "'s", "het", "l'",
];
/// Short prefixes of other languages.
const FOREIGN: [&str; 13] = ["el", "al", "du", "la", "le", "les", "d'", "dos", "da", "das", "do", "di", "del"];

/// The longest prefix in words.
const PREFIX_WORDS: usize = 2;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct NameParts {
    pub(crate) initials: String,
    pub(crate) given_name: String,
    pub(crate) prefix: String,
    pub(crate) surname: String,
}

/// Whether text consists of a prefix only.
pub(crate) fn is_prefix(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    PREFIXES.contains(&lower.as_str()) || FOREIGN.contains(&lower.as_str())
}

/// A prefix as it is stored: known abbreviations in full, known prefixes in lower case, anything else as written.
pub(crate) fn tidy_prefix(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.to_lowercase().as_str() {
        "v.d." | "v.d" | "v/d" | "vd" => "van de".to_owned(),
        "v." | "v" => "van".to_owned(),
        lower if is_prefix(lower) => lower.replace('’', "'"),
        _ => text,
    }
}

/// Splits a surname into prefix and rest: "van den Berg" or "Berg, van den".
pub(crate) fn split_surname(text: &str) -> (String, String) {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((name, prefix)) = text.split_once(',')
        && is_prefix(prefix)
    {
        return (tidy_prefix(prefix), name.trim().to_owned());
    }
    let lower = text.to_lowercase();
    let mut fits = PREFIXES.iter().chain(&FOREIGN).filter(|p| {
        let rest = lower.get(p.len()..).filter(|_| lower.starts_with(**p));
        rest.is_some_and(|r| r.starts_with(' ') || (p.ends_with('\'') && !r.is_empty()))
    });
    let longest = fits.by_ref().max_by_key(|p| p.len());
    // Capitals do not matter: "Van" is a prefix too, although "De Vries" may be a Flemish surname.
    match longest.and_then(|p| text.get(p.len()..).map(|rest| (p, rest))) {
        Some((prefix, rest)) if !rest.trim().is_empty() => (tidy_prefix(prefix), rest.trim().to_owned()),
        _ => (String::new(), text),
    }
}

/// Splits a full name: "Anneke van den Berg", "A.B. de Vries", "Berg, Anneke van den", "de heer J. Smit".
pub(crate) fn split_full_name(text: &str) -> NameParts {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = without_title(&text);
    if let Some((surname, rest)) = text.split_once(',') {
        return comma_name(surname.trim(), rest.trim());
    }
    let words: Vec<&str> = text.split(' ').filter(|w| !w.is_empty()).collect();
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
    if let Some(at) = words.iter().position(|w| joined(w)).filter(|at| *at > 0 && at + 1 < words.len()) {
        let mut parts = NameParts { surname: words.get(at..).unwrap_or_default().join(" "), ..NameParts::default() };
        give(&mut parts, words.get(..at).unwrap_or_default());
        return parts;
    }
    let start =
        (usize::from(!is_prefix(first))..words.len() - 1).find(|i| starts_prefix(*i)).unwrap_or(words.len() - 1);
    let (prefix, surname) = split_surname(&words.get(start..).unwrap_or_default().join(" "));
    let mut parts = NameParts { prefix, surname, ..NameParts::default() };
    give(&mut parts, words.get(..start).unwrap_or_default());
    parts
}

/// Splits "Berg, Anneke van den" and "van den Berg, Anneke".
fn comma_name(surname: &str, rest: &str) -> NameParts {
    let words: Vec<&str> = rest.split(' ').filter(|w| !w.is_empty()).collect();
    let mut last = words.len().saturating_sub(PREFIX_WORDS)..words.len();
    let tail = last.find(|i| words.get(*i..).is_some_and(|w| is_prefix(&w.join(" "))));
    let (given, behind) = words.split_at(tail.unwrap_or(words.len()));
    let (mut prefix, surname) = split_surname(surname);
    if prefix.is_empty() {
        prefix = tidy_prefix(&behind.join(" "));
    }
    let mut parts = NameParts { prefix, surname, ..NameParts::default() };
    give(&mut parts, given);
    parts
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

fn without_title(text: &str) -> &str {
    const TITLES: [&str; 14] = [
        "de heer ", "mevrouw ", "mevr. ", "mevr ", "mw. ", "mw ", "dhr. ", "dhr ", "hr. ", "fam. ", "familie ", "mr. ",
        "mrs. ", "ms. ",
    ];
    let found = TITLES.iter().find(|t| text.get(..t.len()).is_some_and(|s| s.eq_ignore_ascii_case(t)));
    found.and_then(|t| text.get(t.len()..)).unwrap_or(text).trim()
}
