//! A token index: sorted words with the documents that contain them. Every word of a query must match the start of a
//! word. If that gives few results, other spellings and words within a small edit distance count too, nearest first. A
//! number counts as one word however it is written: `06-1234 5678`.
use super::fold;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Documents are numbered in the order in which they are added; exact results come back in that order.
#[derive(Default)]
pub struct Index {
    words: BTreeMap<String, Vec<u32>>,
    size: u32,
}

/// What a search found, best first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    /// Documents that contain what was typed, or another spelling of it.
    pub certain: Vec<u32>,
    /// Documents that only resemble it: a typing error away.
    pub alike: Vec<u32>,
}

/// With fewer exact results than this, typing errors are looked for too.
const FEW: usize = 20;

impl Index {
    /// Adds a document, one field per line. Returns its number: 0, 1, 2 …
    pub fn add(&mut self, text: &str) -> u32 {
        let n = self.size;
        self.size += 1;
        for line in fold(text).lines() {
            let words: Vec<&str> = split(line).collect();
            words.iter().for_each(|word| self.post(word, n));
            numbers_joined(&words).iter().for_each(|word| self.post(word, n));
        }
        n
    }

    /// Most words are in the index already; only a new one is copied.
    fn post(&mut self, word: &str, n: u32) {
        match self.words.get_mut(word) {
            Some(postings) if postings.last() == Some(&n) => {}
            Some(postings) => postings.push(n),
            None => drop(self.words.insert(word.to_owned(), vec![n])),
        }
    }

    /// The documents that match: exact results in their own order; if those are few, then the ones that match another
    /// spelling; apart from these, those with typing errors, nearest first.
    pub fn find(&self, query: &str, other_spellings: &[String]) -> Hits {
        let wanted = words(query);
        if wanted.is_empty() {
            return Hits { certain: (0..self.size).collect(), alike: vec![] };
        }
        let mut certain: Vec<u32> = self.exact(&wanted).into_iter().collect();
        let mut seen: BTreeSet<u32> = certain.iter().copied().collect();
        for other in other_spellings {
            if certain.len() < FEW {
                certain.extend(self.exact(&words(other)).into_iter().filter(|d| seen.insert(*d)));
            }
        }
        if certain.len() >= FEW {
            return Hits { certain, alike: vec![] };
        }
        let near = self.all_of(&wanted, |w| self.near(w));
        let mut extra: Vec<_> = near.into_iter().filter(|(d, _)| !seen.contains(d)).collect();
        extra.sort_by_key(|(d, distance)| (*distance, *d));
        Hits { certain, alike: extra.into_iter().map(|(d, _)| d).collect() }
    }

    /// The documents that contain every wanted word; a number may be one word or in parts.
    fn exact(&self, wanted: &[String]) -> BTreeSet<u32> {
        let parts: Vec<&str> = wanted.iter().map(String::as_str).collect();
        let joined: Vec<String> = numbers_joined(&parts).into_iter().map(Cow::into_owned).collect();
        let national = joined.iter().map(|w| national(w)).collect();
        let spellings = BTreeSet::from([wanted.to_vec(), joined, national]);
        let all = |words: &Vec<String>| self.all_of(words, |w| self.starting_with(w).map(|d| (d, 0)).collect());
        spellings.iter().flat_map(|words| all(words).into_keys()).collect()
    }

    /// The documents that contain every wanted word, with the sum of their distances.
    fn all_of(&self, wanted: &[String], hits: impl Fn(&str) -> Vec<(u32, usize)>) -> BTreeMap<u32, usize> {
        let mut all: Option<BTreeMap<u32, usize>> = None;
        for word in wanted {
            let mut of_word = BTreeMap::new();
            for (doc, distance) in hits(word) {
                let best = of_word.entry(doc).or_insert(distance);
                *best = distance.min(*best);
            }
            all = Some(match all {
                None => of_word,
                Some(before) => before.into_iter().filter_map(|(d, n)| of_word.get(&d).map(|m| (d, n + m))).collect(),
            });
        }
        all.unwrap_or_default()
    }

    fn starting_with<'a>(&'a self, word: &'a str) -> impl Iterator<Item = u32> + 'a {
        self.words
            .range(word.to_owned()..)
            .take_while(move |(w, _)| w.starts_with(word))
            .flat_map(|(_, docs)| docs)
            .copied()
    }

    /// Documents with a word that starts with `word` or is a typing error away from it.
    fn near(&self, word: &str) -> Vec<(u32, usize)> {
        let allowed = match word.chars().count() {
            0..=3 => 0,
            4..=8 => 1,
            _ => 2,
        };
        let mut hits: Vec<_> = self.starting_with(word).map(|d| (d, 0)).collect();
        if allowed > 0 && !word.contains(|c: char| c.is_ascii_digit()) {
            let length = word.chars().count();
            for (other, docs) in &self.words {
                if let Some(distance) = slip(word, length, other, allowed) {
                    hits.extend(docs.iter().map(|d| (*d, distance)));
                }
            }
        }
        hits
    }
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

fn split(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric() && c != '@').filter(|w| !w.is_empty())
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

/// The words, with adjacent numbers joined into one.
fn numbers_joined<'a>(words: &[&'a str]) -> Vec<Cow<'a, str>> {
    let mut out: Vec<Cow<'a, str>> = vec![];
    for word in words {
        match out.last_mut() {
            Some(last) if is_number(last) && is_number(word) => last.to_mut().push_str(word),
            _ => out.push(Cow::Borrowed(word)),
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
    use super::*;

    fn index() -> Index {
        let mut index = Index::default();
        for text in [
            "Anneke van den Berg\nvandenberg\n1234 AB\n1234AB\nVeldrade",
            "Pieter Mulder\n+31612345678\n0612345678",
            "Zoë Bergsma\n06 00 00 12 34\n0412",
            "Fatma Yıldız",
        ] {
            index.add(text);
        }
        index
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
