//! A token index: sorted words with the documents that contain them. Every word of a query must match the start of a
//! word. If that gives few results, other spellings and words within a small edit distance count too, nearest first. A
//! number counts as one word however it is written: `06-1234 5678`.
use super::fold;
use crate::kernel::texts::{Span, Texts};
use std::collections::BTreeSet;
use std::ops::Range;

/// What a search found, best first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    /// Documents that contain what was typed, or another spelling of it.
    pub certain: Vec<u32>,
    /// Documents that only resemble it: a typing error away.
    pub alike: Vec<u32>,
}

/// The finished index. Exact results come back in the order of the documents.
pub struct Index {
    pub(super) texts: Texts,
    /// Sorted.
    pub(super) words: Vec<Word>,
    /// The documents of all words, one word after the other.
    pub(super) documents: Vec<u32>,
    pub(super) size: u32,
}

pub(super) struct Word {
    text: Span,
    /// Where its documents are.
    documents: Range<u32>,
    /// As `letters`.
    letters: u32,
    /// How many characters it has.
    length: u32,
}

/// With fewer exact results than this, typing errors are looked for too.
const FEW: usize = 20;

impl Word {
    pub(super) fn new(text: &str, at: Span, documents: Range<u32>) -> Self {
        let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        Word { text: at, documents, letters: letters(text), length }
    }
}

/// Which letters a word has: one bit for each of a to z. Other characters share the six bits that are left.
fn letters(word: &str) -> u32 {
    let bit = |c: char| if c.is_ascii_lowercase() { u32::from(c) - u32::from('a') } else { 26 + u32::from(c) % 6 };
    word.chars().fold(0, |bits, c| bits | 1 << bit(c))
}

/// How far each document is from what was typed; `NOWHERE` if it does not match.
type Distances = Vec<u8>;
const NOWHERE: u8 = u8::MAX;

impl Index {
    /// The documents that match: exact results in their own order; if those are few, then the ones that match another
    /// spelling; apart from these, those with typing errors, nearest first.
    pub fn find(&self, query: &str, other_spellings: &[String]) -> Hits {
        let wanted = words(query);
        if wanted.is_empty() {
            return Hits { certain: (0..self.size).collect(), alike: vec![] };
        }
        let mut certain = self.exact(&wanted);
        let mut seen: BTreeSet<u32> = certain.iter().copied().take(FEW).collect();
        for other in other_spellings {
            if certain.len() < FEW {
                certain.extend(self.exact(&words(other)).into_iter().filter(|d| seen.insert(*d)));
            }
        }
        if certain.len() >= FEW {
            return Hits { certain, alike: vec![] };
        }
        let near = self.all_of(&wanted, |word, into| self.near(word, into));
        let mut alike: Vec<_> = matching(&near).filter(|(d, _)| !seen.contains(d)).collect();
        alike.sort_by_key(|(d, distance)| (*distance, *d));
        Hits { certain, alike: alike.into_iter().map(|(d, _)| d).collect() }
    }

    /// The documents that contain every wanted word; a number may be one word or in parts.
    fn exact(&self, wanted: &[String]) -> Vec<u32> {
        let joined = numbers_joined(wanted);
        let national = joined.iter().map(|w| national(w)).collect();
        let mut found = vec![NOWHERE; self.size as usize];
        for spelling in BTreeSet::from([wanted.to_vec(), joined, national]) {
            let all = self.all_of(&spelling, |word, into| self.mark(self.starting_with(word), 0, into));
            matching(&all).for_each(|(d, _)| found[d as usize] = 0);
        }
        matching(&found).map(|(d, _)| d).collect()
    }

    /// The documents that contain every wanted word, with the sum of their distances.
    fn all_of(&self, wanted: &[String], hits: impl Fn(&str, &mut Distances)) -> Distances {
        let mut all: Option<Distances> = None;
        for word in wanted {
            let mut of_word = vec![NOWHERE; self.size as usize];
            hits(word, &mut of_word);
            if let Some(before) = &all {
                // A document that one of the words does not match is nowhere; the others stay below it.
                of_word.iter_mut().zip(before).for_each(|(d, before)| {
                    *d = if *d == NOWHERE || *before == NOWHERE {
                        NOWHERE
                    } else {
                        d.saturating_add(*before).min(NOWHERE - 1)
                    };
                });
            }
            all = Some(of_word);
        }
        all.unwrap_or_default()
    }

    fn starting_with(&self, start: &str) -> Range<usize> {
        let first = self.words.partition_point(|word| self.texts.get(word.text) < start);
        let length = self.words[first..].partition_point(|word| self.texts.get(word.text).starts_with(start));
        first..first + length
    }

    fn mark(&self, words: Range<usize>, distance: u8, into: &mut Distances) {
        for word in &self.words[words] {
            for n in &self.documents[word.documents.start as usize..word.documents.end as usize] {
                let best = &mut into[*n as usize];
                *best = distance.min(*best);
            }
        }
    }

    /// Documents with a word that starts with `word` or is a typing error away from it.
    fn near(&self, word: &str, into: &mut Distances) {
        let length = word.chars().count();
        let allowed = match length {
            0..=3 => 0,
            4..=8 => 1,
            _ => 2,
        };
        self.mark(self.starting_with(word), 0, into);
        if allowed == 0 || word.contains(|c: char| c.is_ascii_digit()) {
            return;
        }
        let typed = letters(word);
        let first = word.chars().next().map_or(0..0, |c| self.starting_with(c.encode_utf8(&mut [0; 4])));
        for (at, other) in self.words.iter().enumerate() {
            // One typing error changes at most two bits. Comparing bits is much cheaper than comparing words.
            let letters = other.length as usize;
            let is_near =
                letters.abs_diff(length) <= allowed && (typed ^ other.letters).count_ones() as usize <= 2 * allowed;
            let is_begun = first.contains(&at) && letters > length;
            if !is_near && !is_begun {
                continue;
            }
            if let Some(distance) = slip(word, length, self.texts.get(other.text), allowed) {
                self.mark(at..at + 1, u8::try_from(distance).unwrap_or(NOWHERE - 1), into);
            }
        }
    }
}

/// The documents that match, in their order, with their distances.
fn matching(distances: &Distances) -> impl Iterator<Item = (u32, u8)> {
    (0..).zip(distances.iter().copied()).filter(|(_, distance)| *distance != NOWHERE)
}

/// How many typing errors lie between what was typed and a word, or the part of the word that was typed so far. For the
/// latter the first letter must match, because it is seldom mistyped.
fn slip(typed: &str, length: usize, word: &str, allowed: usize) -> Option<usize> {
    let letters = word.chars().count();
    let whole = (letters.abs_diff(length) <= allowed).then(|| strsim::osa_distance(typed, word));
    let so_far = || {
        let cut = word.char_indices().nth(length).filter(|_| typed.chars().next() == word.chars().next())?;
        Some(strsim::osa_distance(typed, &word[..cut.0]))
    };
    whole.filter(|d| *d <= allowed).or_else(|| so_far().filter(|d| *d <= allowed))
}

fn words(text: &str) -> Vec<String> {
    split(&fold(text)).map(str::to_owned).collect()
}

pub(super) fn split(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric() && c != '@').filter(|w| !w.is_empty())
}

pub(super) fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

/// The words, with adjacent numbers joined into one.
fn numbers_joined(words: &[String]) -> Vec<String> {
    let mut out: Vec<String> = vec![];
    for word in words {
        match out.last_mut() {
            Some(last) if is_number(last) && is_number(word) => last.push_str(word),
            _ => out.push(word.clone()),
        }
    }
    out
}

/// `0031 6…` and `+31 (0)6…` as `316…`, the form in which numbers are stored.
fn national(number: &str) -> String {
    let digits = is_number(number);
    match number.strip_prefix("00").filter(|_| digits).unwrap_or(number) {
        n if digits && n.starts_with("310") => n.replacen("310", "31", 1),
        n => n.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Builder;
    use super::*;

    fn index() -> Index {
        let mut index = Builder::new(4);
        for (n, text) in (0..).zip([
            "Anneke van den Berg\nvandenberg\n1234 AB\n1234AB\nVeldrade",
            "Pieter Mulder\n+31612345678\n0612345678",
            "Zoë Bergsma\n06 00 00 12 34\n0412",
            "Fatma Yıldız",
        ]) {
            index.add(n, text).unwrap();
        }
        index.finish()
    }

    fn all(query: &str, other_spellings: &[String]) -> Vec<u32> {
        let Hits { certain, alike } = index().find(query, other_spellings);
        [certain, alike].concat()
    }

    fn find(query: &str) -> Vec<u32> {
        all(query, &[])
    }

    #[test]
    fn what_only_resembles_is_kept_apart() {
        let hits = |query: &str| index().find(query, &["bergsma".to_owned()]);
        assert_eq!(hits("mulder"), Hits { certain: vec![1, 2], alike: vec![] }, "another spelling is not a slip");
        assert_eq!(hits("mudler"), Hits { certain: vec![2], alike: vec![1] });
    }

    #[test]
    fn the_start_of_every_word_is_enough() {
        assert_eq!(find("ber"), [0, 2]);
        assert_eq!(find("ann ber"), [0]);
        assert_eq!(find("0612"), [1]);
    }

    #[test]
    fn accents_and_order_do_not_matter() {
        assert_eq!(find("YILDIZ fat"), [3]);
        assert_eq!(find("zoe"), [2]);
    }

    #[test]
    fn a_slip_of_the_fingers_is_found() {
        assert_eq!(find("Mudler"), [1]);
        assert_eq!(find("Anneka"), [0]);
        assert_eq!(find("mudl"), [1], "while somebody is still typing");
    }

    #[test]
    fn a_slip_in_a_mail_address_is_found() {
        let mut index = Builder::new(1);
        index.add(0, "Jan Vos\nj.veenstra@voorbeeld.nl").unwrap();
        let index = index.finish();
        assert_eq!(index.find("veentsra@voor", &[]).alike, [0]);
        assert_eq!(index.find("veenstar", &[]).alike, [0], "while somebody is still typing");
    }

    #[test]
    fn a_number_is_found_however_it_is_typed() {
        for typed in
            ["0612345678", "06-12345678", "06 12 34 56 78", "+31 6 1234 5678", "0031612345678", "+31 (0)6-12345678"]
        {
            assert_eq!(find(typed), [1], "{typed}");
        }
        assert_eq!(find("06 1234"), [1], "the beginning is enough");
        assert_eq!(find("0600001234"), [2]);
        assert_eq!(find("06-00001234"), [2]);
        assert_eq!(find("340412"), Vec::<u32>::new(), "two fields are not one number");
    }

    #[test]
    fn a_postcode_is_found_with_and_without_its_blank() {
        for typed in ["1234 AB", "1234ab", "1234 ab"] {
            assert_eq!(find(typed), [0], "{typed}");
        }
    }

    #[test]
    fn another_spelling_comes_after_what_was_typed() {
        let other = ["bergsma".to_owned()];
        assert_eq!(all("berg", &other), [0, 2]);
        assert_eq!(all("van berg", &other), [0, 2]);
        assert_eq!(all("kwak", &other), [2]);
    }

    #[test]
    fn nothing_asked_is_everyone() {
        assert_eq!(find(" "), [0, 1, 2, 3]);
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        assert!(find("kwak").is_empty());
    }
}
