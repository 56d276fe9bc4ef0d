//! What stands before or behind a name and is no part of it, and what is no name of a person at all.

/// Titles with or without a period, in any case.
const TITLES: [&str; 13] =
    ["dr", "drs", "prof", "ir", "ing", "ds", "bacc", "dipl.-ing", "rer.nat", "mag", "lic", "em", "dr.h.c"];
/// Degrees, as they are written behind a name.
const DEGREES: [&str; 22] = [
    "MSc", "Msc", "M.Sc.", "MSc.", "BSc", "Bsc", "B.Sc.", "MA", "M.A.", "BA", "B.A.", "MBA", "PhD", "Ph.D.", "LLM",
    "LL.M.", "LLB", "RA", "AA", "MD", "MEd", "BEng",
];
const GENERATIONS: [&str; 9] = ["sr", "sr.", "jr", "jr.", "senior", "junior", "jun.", "sen.", "iii"];
/// Words that an organisation begins with.
const BODIES: [&str; 20] = [
    "stichting",
    "vereniging",
    "bakkerij",
    "slagerij",
    "garage",
    "basisschool",
    "school",
    "restaurant",
    "café",
    "hotel",
    "gemeente",
    "kerk",
    "parochie",
    "firma",
    "drukkerij",
    "autobedrijf",
    "bouwbedrijf",
    "installatiebedrijf",
    "verein",
    "coöperatie",
];
/// Legal forms.
const FORMS: [&str; 12] = ["b.v.", "bv", "n.v.", "nv", "vof", "v.o.f.", "gmbh", "ltd", "ltd.", "e.v.", "bvba", "vzw"];

/// A name without its titles, and whether it had any.
pub(crate) fn without_titles(text: &str) -> (String, bool) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let several = words.len() > 1;
    let kept: Vec<&str> =
        words.iter().enumerate().filter(|(at, w)| !(several && is_title(w, *at))).map(|(_, w)| *w).collect();
    let left = kept.join(" ").trim_end_matches([',', ' ']).to_owned();
    if kept.len() == words.len() || left.is_empty() { (text.to_owned(), false) } else { (left, true) }
}

fn is_title(word: &str, at: usize) -> bool {
    let bare = word.trim_matches([',', '(', ')']);
    let pointed = bare.ends_with('.');
    let stem = bare.trim_end_matches('.').to_lowercase();
    // "Ing" and "Em" are given names too, and "Mr." is an English salutation.
    let title = TITLES.contains(&stem.as_str())
        && (pointed || matches!(stem.as_str(), "dr" | "drs" | "prof") || !bare.starts_with(char::is_uppercase));
    let lawyer = bare == "mr.";
    title || lawyer || (at > 0 && DEGREES.contains(&bare))
}

/// `jr.`, `senior`: it tells a father from his son.
pub(super) fn is_generation(word: &str) -> bool {
    GENERATIONS.contains(&word.trim_matches(['(', ')']).to_lowercase().as_str())
}

/// Whether this is the name of an organisation.
pub(super) fn is_body(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    words.len() > 1
        && (words.first().is_some_and(|w| BODIES.contains(w)) || words.last().is_some_and(|w| FORMS.contains(w)))
}

pub(super) fn without_salutation(text: &str) -> &str {
    const SALUTATIONS: [&str; 15] = [
        "de heer ", "mevrouw ", "mevr. ", "mevr ", "mw. ", "mw ", "dhr. ", "dhr ", "hr. ", "fam. ", "familie ",
        "mrs. ", "ms. ", "herr ", "frau ",
    ];
    let english = text.strip_prefix("Mr. ").unwrap_or(text);
    let found = SALUTATIONS.iter().find(|t| text.get(..t.len()).is_some_and(|s| s.eq_ignore_ascii_case(t)));
    found.and_then(|t| text.get(t.len()..)).unwrap_or(english).trim()
}
