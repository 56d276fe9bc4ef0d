//! The telephone numbers in a cell, with what is written around them: `06-12345678 (mobiel) / 010-2345678 thuis`.
use super::power::{Power, power};
use crate::features::people::{NewPhone, international_phone};

/// A number has at least as many digits; fewer are part of a remark, such as a time.
const LEAST: usize = 6;
/// Two numbers have at least as many together.
const TWO: usize = 14;
/// More digits than four numbers of the longest kind have are no numbers.
const MOST: usize = 60;
/// The longest words that become a label.
const LABEL: usize = 60;

/// What each label means.
const LABELS: [(&str, &[&str]); 4] = [
    ("mobile", &["mobiel", "mob", "mobile", "gsm", "cell", "handy", "mobil", "mobieltje", "m", "06"]),
    (
        "home",
        &["thuis", "privé", "prive", "home", "vast", "huis", "privat", "zuhause", "festnetz", "private", "landline"],
    ),
    ("work", &["werk", "work", "zakelijk", "arbeit", "kantoor", "office", "geschäftlich", "dienst", "dienstlich"]),
    ("parent", &["ouder", "ouders", "parent", "parents", "eltern"]),
];
/// Words that say no more than that this is a number.
const NOTHING: [&str; 11] =
    ["tel", "t", "telefoon", "telefoonnummer", "nr", "nummer", "phone", "telefon", "of", "en", "p"];

/// Words that join two numbers.
const BETWEEN: [&str; 10] = [" of ", " en ", " or ", " and ", " und ", " oder ", " ou ", " et ", " / ", " c.q. "];

/// Where a number belongs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Home<'a> {
    pub(super) country: &'a str,
    pub(super) postcode: &'a str,
}

/// The numbers in a cell, and what is wrong with it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) phones: Vec<NewPhone>,
    pub(super) told: Vec<&'static str>,
}

/// A number as written, and the words that belong to it.
struct Spoken {
    number: String,
    words: String,
}

/// The numbers in a cell; `label` is for those that are neither labelled nor mobile.
pub(super) fn phones(text: &str, label: &str, home: Home<'_>) -> Found {
    let mut found = Found::default();
    let text = match power(text) {
        Power::Exact(digits) => digits,
        Power::Lost => {
            found.told.push("import.power_of_ten");
            return found;
        }
        Power::None => text.strip_suffix(".0").unwrap_or(text).to_owned(),
    };
    let mut all = spoken(&text, home);
    if all.is_empty() && !text.trim().is_empty() {
        all.push(Spoken { number: text.trim().to_owned(), words: String::new() });
    }
    for Spoken { number, words } in all {
        if let Power::Lost = power(&number) {
            found.told.push("import.power_of_ten");
            continue;
        }
        let international = international_phone(&number, home.country, home.postcode);
        let digits = number.chars().filter(char::is_ascii_digit).count();
        if international.is_none() && (3..=15).contains(&digits) {
            found.told.push("import.phone_unsure");
        }
        let number = international.unwrap_or(number);
        let own = if is_mobile(&number) { "mobile" } else { label };
        let known = label_of(&words).map(|l| if l.is_empty() { own.to_owned() } else { l });
        if known.is_none() {
            found.told.push("import.phone_remark");
        }
        found.phones.push(NewPhone { label: known.unwrap_or_else(|| own.to_owned()), number });
    }
    found
}

fn is_mobile(number: &str) -> bool {
    ["+316", "+3245", "+3246", "+3247", "+3248", "+3249", "+4915", "+4916", "+4917", "+447", "06"]
        .iter()
        .any(|start| number.starts_with(start))
}

/// The label for these words: empty for none, `None` if they are too long for one.
fn label_of(words: &str) -> Option<String> {
    let plain = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let said: Vec<String> = words.split(' ').map(plain).filter(|w| !NOTHING.contains(&w.as_str())).collect();
    let said = said.join(" ");
    let known = LABELS.iter().find(|(_, names)| names.contains(&said.trim()));
    let label = if said.trim().is_empty() { "" } else { known.map_or(words, |(label, _)| *label) };
    (label.chars().count() <= LABEL).then(|| label.to_owned())
}

/// The numbers with their words. Words alone belong to the number before them, or else to the next.
fn spoken(text: &str, home: Home<'_>) -> Vec<Spoken> {
    let mut all: Vec<Spoken> = vec![];
    let mut waiting = String::new();
    for segment in segments(text) {
        let (numbers, gaps) = taken_apart(&segment, home);
        if numbers.is_empty() {
            let words = gaps.concat();
            match all.last_mut() {
                Some(last) => join(&mut last.words, &words),
                None => join(&mut waiting, &words),
            }
            continue;
        }
        let several = numbers.len() > 1;
        let before = !gaps.first().is_none_or(String::is_empty);
        let first = all.len();
        all.extend(numbers.into_iter().map(|number| Spoken { number, words: String::new() }));
        for (at, words) in gaps.iter().enumerate() {
            let to = if several && before { at } else { at.saturating_sub(1) };
            let to = (first + to).min(all.len() - 1);
            if let Some(of) = all.get_mut(to) {
                join(&mut of.words, words);
            }
        }
        if let Some(of) = all.get_mut(first).filter(|_| !waiting.is_empty()) {
            let own = std::mem::replace(&mut of.words, std::mem::take(&mut waiting));
            join(&mut of.words, &own);
        }
    }
    all
}

fn join(words: &mut String, more: &str) {
    if !words.is_empty() && !more.is_empty() {
        words.push(' ');
    }
    words.push_str(more);
}

fn segments(text: &str) -> Vec<String> {
    let mut text = text.replace(['\t', '\u{a0}'], " ");
    for word in BETWEEN {
        text = text.replace(word, ";");
    }
    text.split([';', ',', '\n', '|', '&']).map(|s| s.trim().to_owned()).filter(|s| !s.is_empty()).collect()
}

/// The numbers of a segment, and the words before, between and after them.
fn taken_apart(segment: &str, home: Home<'_>) -> (Vec<String>, Vec<String>) {
    let chars: Vec<char> = segment.chars().collect();
    let (mut numbers, mut gaps, mut words) = (vec![], vec![], String::new());
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        let opens = matches!(c, '+' | '(') && chars.get(at + 1).is_some_and(|n| n.is_ascii_digit() || *n == '+');
        if !(c.is_ascii_digit() || opens) {
            words.push(*c);
            at += 1;
            continue;
        }
        let run = run_at(&chars, at);
        if run.is_empty() {
            // A bracket whose figures belong to the words: "(2e nummer)".
            words.push(*c);
            at += 1;
            continue;
        }
        at += run.chars().count();
        if run.chars().filter(char::is_ascii_digit).count() < LEAST {
            words.push_str(&run);
            continue;
        }
        for number in several(&run, home) {
            numbers.push(number);
            gaps.push(bare(&std::mem::take(&mut words)));
        }
    }
    gaps.push(bare(&words));
    (numbers, gaps)
}

/// The figures from here on, with their punctuation.
fn run_at(chars: &[char], at: usize) -> String {
    let rest = chars.get(at..).unwrap_or_default();
    let is_part =
        |c: &char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '–' | '.' | '/' | '(' | ')' | '+' | '\'' | '’');
    let run: String = rest.iter().take_while(|c| is_part(c)).collect();
    let follows = rest.get(run.chars().count()).is_some_and(|c| c.is_alphabetic());
    let touches = run.ends_with(|c: char| c.is_ascii_digit());
    // In "0612345678 2e nummer" the 2 belongs to the words.
    let end = if follows && touches { run.rfind([' ', '(']).unwrap_or(run.len()) } else { run.len() };
    let run = run.get(..end).unwrap_or_default().trim_end_matches(|c: char| !c.is_ascii_digit() && c != ')');
    let unopened = run.ends_with(')') && !run.contains('(');
    if unopened { run.trim_end_matches(')').to_owned() } else { run.to_owned() }
}

/// `06-12345678/010-2345678` without words between is two numbers, if no country allows it as one.
fn several(run: &str, home: Home<'_>) -> Vec<String> {
    let known = |text: &str| international_phone(text, home.country, home.postcode).is_some();
    let digits = run.bytes().filter(u8::is_ascii_digit).count();
    if (TWO..=MOST).contains(&digits) && !known(run) {
        for (at, mark) in run.match_indices(['/', ' ']) {
            let (one, rest) = (run.get(..at).unwrap_or_default(), run.get(at + mark.len()..).unwrap_or_default());
            // Before the rest is taken apart: otherwise every way to cut it would be tried.
            if !known(one) {
                continue;
            }
            let rest = several(rest.trim(), home);
            if rest.iter().all(|r| known(r)) {
                return std::iter::once(one.trim().to_owned()).chain(rest).collect();
            }
        }
    }
    vec![run.trim().to_owned()]
}

fn bare(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words.replace(['(', ')', '[', ']'], " ").split_whitespace().collect::<Vec<_>>().join(" ");
    words.trim_matches(|c: char| matches!(c, ':' | '.' | '-' | '–' | '/' | '=' | ' ' | ',')).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, country: &str) -> (Vec<String>, Vec<&'static str>) {
        let found = phones(text, "home", Home { country, postcode: "" });
        (found.phones.iter().map(|p| format!("{} {}", p.label, p.number)).collect(), found.told)
    }

    #[test]
    fn every_number_of_a_cell_is_kept_with_its_words() {
        for (text, right) in [
            ("06-12345678 (mobiel) / 010-2345678 thuis", vec!["mobile +31612345678", "home +31102345678"]),
            ("06 1234 5678 of 06 8765 4321", vec!["mobile +31612345678", "mobile +31687654321"]),
            ("vader 06-12345678 moeder 06-87654321", vec!["vader +31612345678", "moeder +31687654321"]),
            ("vader: 06-12345678; moeder: 06-87654321", vec!["vader +31612345678", "moeder +31687654321"]),
            ("06-12345678 vader 06-87654321 moeder", vec!["vader +31612345678", "moeder +31687654321"]),
            ("06-12345678/010-2345678", vec!["mobile +31612345678", "home +31102345678"]),
            ("0612345678 (2e nummer)", vec!["2e nummer +31612345678"]),
            ("0612345678 0102345678", vec!["mobile +31612345678", "home +31102345678"]),
            ("0031612345678", vec!["mobile +31612345678"]),
            ("+31 (0)6 12345678", vec!["mobile +31612345678"]),
            ("06-1234 5678 (na 18u)", vec!["na 18u +31612345678"]),
            ("06-12345678, na 18:00", vec!["na 18:00 +31612345678"]),
            ("612345678", vec!["mobile +31612345678"]),
            ("612345678.0", vec!["mobile +31612345678"]),
            ("6.12345678E8", vec!["mobile +31612345678"]),
            ("tel. 010-2345678 (werk)", vec!["work +31102345678"]),
            ("T 010-2345678\nM 06-12345678", vec!["home +31102345678", "mobile +31612345678"]),
            ("0612345678 2e nummer", vec!["2e nummer +31612345678"]),
            ("(010) 2345678", vec!["home +31102345678"]),
            ("werk: 010-2345678 / ouders 06-12345678", vec!["work +31102345678", "parent +31612345678"]),
        ] {
            assert_eq!(read(text, ""), (right.iter().map(|r| (*r).to_owned()).collect(), vec![]), "{text}");
        }
    }

    #[test]
    fn what_is_not_certain_is_told() {
        assert_eq!(read("3,16E+10", ""), (vec![], vec!["import.power_of_ten"]));
        assert_eq!(read("0475 12 34 56", "BE"), (vec!["mobile +32475123456".to_owned()], vec![]));
        assert_eq!(read("06-123", ""), (vec!["mobile 06-123".to_owned()], vec!["import.phone_unsure"]));
        assert_eq!(read("0612345678", "België"), (vec!["mobile 0612345678".to_owned()], vec!["import.phone_unsure"]));
        let long = format!("06-12345678 {}", "bel liever niet ".repeat(5));
        assert_eq!(read(&long, ""), (vec!["mobile +31612345678".to_owned()], vec!["import.phone_remark"]));
        assert_eq!(read("intern 12", ""), (vec!["home intern 12".to_owned()], vec![]));
    }

    proptest::proptest! {
        #[test]
        fn every_cell_comes_to_an_end(text in "[0-9 ()+/-]{0,120}[a-z0-9 (+]{0,8}") {
            let (numbers, _) = read(&text, "");
            proptest::prop_assert!(numbers.len() <= text.len());
        }
    }

    #[test]
    fn a_bracket_or_many_small_groups_end() {
        for text in ["++", "06-12345678 (1e keus)", "(18u)", &"1 ".repeat(60), &"06 1234 5678 ".repeat(12)] {
            assert!(read(text, "").0.len() <= 12, "{text}");
        }
    }
}
