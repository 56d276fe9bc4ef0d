//! Dutch names: the prefix apart from the surname, the partner's name and which of the two is used, sorting without the
//! prefix. The rules follow the official test vectors of the BRP, the Dutch population register.
use crate::features::search::fold;
use crate::kernel::stored::stored;
use serde::{Deserialize, Serialize};

stored! {
    /// Which surname somebody uses.
    #[derive(Default)]
    pub enum NameUse {
        /// Their own name.
        #[default]
        Own = "own",
        /// The partner's name.
        Partner = "partner",
        /// The partner's name, then their own.
        PartnerOwn = "partner_own",
        /// Their own name, then the partner's.
        OwnPartner = "own_partner",
    }
}

/// A name in its parts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct Name {
    /// Initials: `A.B.`.
    pub initials: String,
    /// Given name, as used in speech.
    pub given_name: String,
    /// Prefix of the surname: `van den`.
    pub prefix: String,
    /// Surname without prefix.
    pub surname: String,
    /// Prefix of the partner's surname.
    pub partner_prefix: String,
    /// The partner's surname without prefix.
    pub partner_surname: String,
    /// Which surname is used.
    pub name_use: NameUse,
}

/// Prefixes, longest first, so that `van den` is found before `van`.
const PREFIXES: &[&str] = &[
    "van den", "van der", "van de", "van 't", "van ’t", "van het", "in den", "in der", "in 't", "in ’t", "in het",
    "in de", "op den", "op der", "op de", "op 't", "op ’t", "op het", "aan den", "aan de", "aan 't", "uit den",
    "uit de", "uit 't", "bij de", "over de", "onder de", "voor de", "von der", "von dem", "von den", "de la", "de le",
    "van", "von", "vom", "zu", "zum", "zur", "den", "der", "des", "de", "del", "della", "di", "da", "dos", "do", "du",
    "ten", "ter", "te", "het", "'t", "’t", "'s", "’s", "el", "al", "la", "le", "les", "los", "d'", "d’",
];

/// Splits `van den Berg` into `van den` and `Berg`; a surname without a prefix gives an empty one.
pub(crate) fn split_prefix(surname: &str) -> (String, String) {
    let surname = surname.trim();
    let lower = surname.to_lowercase();
    for prefix in PREFIXES {
        let Some(rest) = lower.strip_prefix(prefix) else { continue };
        let apart = rest.starts_with(' ') || prefix.ends_with(['\'', '’']) && !rest.is_empty();
        let cut = surname.char_indices().nth(prefix.chars().count()).map(|(i, _)| i);
        if let (true, Some(cut)) = (apart, cut) {
            let (head, tail) = surname.split_at(cut);
            if !tail.trim().is_empty() {
                return (head.trim().to_owned(), tail.trim().to_owned());
            }
        }
    }
    (String::new(), surname.to_owned())
}

/// A prefix and a surname; either may be empty.
type Part<'n> = (&'n str, &'n str);

fn write_joined((prefix, surname): Part<'_>, out: &mut String) {
    out.push_str(prefix);
    let apart = !prefix.ends_with(['\'', '’']) || prefix.starts_with(['\'', '’']);
    if apart && !prefix.is_empty() && !surname.is_empty() {
        out.push(' ');
    }
    out.push_str(surname);
}

/// Capitalises the first letter, unless the text starts with an apostrophe: `Van den Berg`, `'t Hoen`.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Only the letters and digits, folded: `vandenberg`.
pub(super) fn compact(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The initials of given names: a letter and a dot each. A name of one letter gets a space instead of the dot.
pub(crate) fn initials_of(given_names: &str) -> String {
    let mut out = String::new();
    for name in given_names.split_whitespace() {
        out.extend(name.chars().take(1).flat_map(char::to_uppercase));
        out.push(if name.chars().nth(1).is_some() { '.' } else { ' ' });
    }
    out.trim_end().to_owned()
}

/// Other spellings to search for: the typed name without its prefixes, and as one word.
pub(super) fn other_spellings(query: &str) -> Vec<String> {
    let folded = fold(query);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let is_prefix = |w: &&str| {
        ["v", "d", "vd"].contains(w)
            || PREFIXES.iter().any(|p| p.split(' ').any(|part| part.trim_matches(['\'', '’']) == *w))
    };
    let names: Vec<&str> = words.iter().copied().filter(|w| !is_prefix(w)).collect();
    if names.len() == words.len() || names.iter().all(|w| w.chars().count() < 3) {
        return vec![];
    }
    vec![names.join(" "), words.concat()]
}

impl Name {
    /// The same name with the white space in every part trimmed and collapsed.
    pub(super) fn trimmed(&self) -> Self {
        let tidy = |s: &str| s.split_whitespace().collect::<Vec<_>>().join(" ");
        Name {
            initials: tidy(&self.initials),
            given_name: tidy(&self.given_name),
            prefix: tidy(&self.prefix),
            surname: tidy(&self.surname),
            partner_prefix: tidy(&self.partner_prefix),
            partner_surname: tidy(&self.partner_surname),
            name_use: self.name_use,
        }
    }

    /// The surname in use with its prefix: `van Velzen-in het Veld`.
    pub fn full_surname(&self) -> String {
        let mut out = String::new();
        self.write_full_surname(&mut out);
        out
    }

    fn write_full_surname(&self, out: &mut String) {
        let (own, partner) = self.parts();
        let is_empty = |part: Part<'_>| part.0.is_empty() && part.1.is_empty();
        let (first, second) = match (self.name_use, is_empty(own), is_empty(partner)) {
            (_, _, true) => (own, None),
            (_, true, _) | (NameUse::Partner, ..) => (partner, None),
            (NameUse::Own, ..) => (own, None),
            (NameUse::PartnerOwn, ..) => (partner, Some(own)),
            (NameUse::OwnPartner, ..) => (own, Some(partner)),
        };
        write_joined(first, out);
        if let Some(second) = second {
            out.push('-');
            write_joined(second, out);
        }
    }

    /// The person's own surname and the partner's.
    fn parts(&self) -> (Part<'_>, Part<'_>) {
        ((&self.prefix, &self.surname), (&self.partner_prefix, &self.partner_surname))
    }

    /// The name as people say it: `Anneke van den Berg`; a prefix that comes first gets a capital: `Van den Berg`.
    pub fn display(&self) -> String {
        let mut out = String::new();
        self.write_display(&mut out);
        out
    }

    /// Appends `display`. A list makes the names of everyone, and a text for each part of each would take longer than
    /// reading them.
    pub(super) fn write_display(&self, out: &mut String) {
        let start = out.len();
        out.push_str(self.first());
        let surname = out.len();
        if surname > start {
            out.push(' ');
        }
        let with_space = out.len();
        self.write_full_surname(out);
        if out.len() == with_space {
            out.truncate(surname);
        }
        if surname == start && !self.leading().prefix.is_empty() {
            let capitalised = capital(&out[start..]);
            out.truncate(start);
            out.push_str(&capitalised);
        }
    }

    fn first(&self) -> &str {
        if self.given_name.is_empty() { &self.initials } else { &self.given_name }
    }

    /// Words under which the surname is found: `Berg`, `vandenberg`, `vd`.
    pub(super) fn search_words(&self) -> Vec<String> {
        let (own, partner) = self.parts();
        let spellings = |(prefix, surname): Part<'_>| {
            let short: String = fold(prefix).split_whitespace().filter_map(|w| w.chars().next()).collect();
            [surname.to_owned(), compact(&format!("{prefix}{surname}")), short]
        };
        let parts = [own, partner].into_iter().filter(|part| *part != ("", ""));
        parts.flat_map(spellings).filter(|w| !w.is_empty()).collect()
    }

    /// The name as lists show it: `Berg, Anneke van den`.
    pub fn sorted(&self) -> String {
        let mut out = String::new();
        self.write_sorted(&mut out);
        out
    }

    /// Appends `sorted`.
    pub(super) fn write_sorted(&self, out: &mut String) {
        let (start, leading) = (out.len(), self.leading());
        leading.write_head(out);
        let mut between = if out.len() > start { ", " } else { "" };
        for word in [self.first(), leading.prefix] {
            if !word.is_empty() {
                out.push_str(between);
                out.push_str(word);
                between = " ";
            }
        }
    }

    /// What lists are sorted by: surname, prefix, and given name or initials, all folded.
    pub fn sort_key(&self) -> String {
        let leading = self.leading();
        let mut head = String::new();
        leading.write_head(&mut head);
        // U+0001 sorts below every letter, so that Berg comes before Bergen
        format!("{}\u{1}{}\u{1}{}", fold(&head), fold(leading.prefix), fold(self.first()))
    }

    /// Up to two letters for the round badge: `AB`.
    pub fn badge(&self) -> String {
        let letters = [self.first(), self.leading().surname].into_iter().filter_map(|s| s.chars().next());
        letters.flat_map(char::to_uppercase).take(2).collect()
    }

    fn leading(&self) -> Leading<'_> {
        let (own, partner) = self.parts();
        let ((prefix, surname), second) = match self.name_use {
            NameUse::Own | NameUse::OwnPartner => (own, partner),
            NameUse::Partner | NameUse::PartnerOwn if self.partner_surname.is_empty() => (own, ("", "")),
            NameUse::Partner | NameUse::PartnerOwn => (partner, own),
        };
        let is_double = matches!(self.name_use, NameUse::PartnerOwn | NameUse::OwnPartner)
            && second != ("", "")
            && !surname.is_empty();
        Leading { prefix, surname, second: is_double.then_some(second) }
    }

    /// Is there no name at all? Prefixes alone do not count as one.
    pub(super) fn is_empty(&self) -> bool {
        [&self.given_name, &self.initials, &self.surname, &self.partner_surname].iter().all(|s| s.is_empty())
    }
}

/// What a list starts with.
struct Leading<'n> {
    /// What it moves to the end.
    prefix: &'n str,
    surname: &'n str,
    /// The other half of a double name.
    second: Option<Part<'n>>,
}

impl Leading<'_> {
    fn write_head(&self, out: &mut String) {
        out.push_str(self.surname);
        if let Some(second) = self.second {
            out.push('-');
            write_joined(second, out);
        }
    }
}

#[cfg(test)]
mod tests;
