//! A token index: sorted words with the documents that hold them. Every word of a query must match the start of a word;
//! where that gives few, words within a small edit distance count too, nearest first.
use super::fold;
use std::collections::BTreeMap;

/// Documents are numbered by the caller, in the order that he wants them back.
#[derive(Default)]
pub struct Index {
    words: BTreeMap<String, Vec<u32>>,
    size: u32,
}

/// Below this many exact hits typing errors are looked for.
const FEW: usize = 20;

impl Index {
    /// Adds a document; returns its number: 0, 1, 2 …
    pub fn add(&mut self, text: &str) -> u32 {
        let n = self.size;
        self.size += 1;
        for word in words(text) {
            let postings = self.words.entry(word).or_default();
            if postings.last() != Some(&n) {
                postings.push(n);
            }
        }
        n
    }

    /// The documents that match: exact ones in their own order, then those with typing errors, nearest first.
    pub fn find(&self, query: &str) -> Vec<u32> {
        let wanted: Vec<_> = words(query).collect();
        if wanted.is_empty() {
            return (0..self.size).collect();
        }
        let exact = self.all_of(&wanted, |w| self.starting_with(w).map(|d| (d, 0)).collect());
        let mut found: Vec<u32> = exact.keys().copied().collect();
        if found.len() < FEW {
            let near = self.all_of(&wanted, |w| self.near(w));
            let mut extra: Vec<_> = near.into_iter().filter(|(d, _)| !exact.contains_key(d)).collect();
            extra.sort_by_key(|(d, distance)| (*distance, *d));
            found.extend(extra.into_iter().map(|(d, _)| d));
        }
        found
    }

    /// The documents that hold every wanted word, with the sum of the distances.
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

    /// Documents with a word that starts with `word` or is a slip of the fingers away from it.
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
                if other.chars().count().abs_diff(length) > allowed {
                    continue;
                }
                let distance = strsim::damerau_levenshtein(word, other);
                if distance <= allowed {
                    hits.extend(docs.iter().map(|d| (*d, distance)));
                }
            }
        }
        hits
    }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric() && c != '@')
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect::<Vec<_>>()
        .into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index() -> Index {
        let mut index = Index::default();
        for text in ["Anneke van den Berg Veldrade", "Pieter Mulder 0612345678", "Zoë Bergsma", "Fatma Yıldız"] {
            index.add(text);
        }
        index
    }

    #[test]
    fn the_start_of_every_word_is_enough() {
        assert_eq!(index().find("ber"), [0, 2]);
        assert_eq!(index().find("ann ber"), [0]);
        assert_eq!(index().find("0612"), [1]);
    }

    #[test]
    fn accents_and_order_do_not_matter() {
        assert_eq!(index().find("YILDIZ fat"), [3]);
        assert_eq!(index().find("zoe"), [2]);
    }

    #[test]
    fn a_slip_of_the_fingers_is_found() {
        assert_eq!(index().find("Mudler"), [1]);
        assert_eq!(index().find("Anneka"), [0]);
    }

    #[test]
    fn nothing_asked_is_everyone() {
        assert_eq!(index().find(" "), [0, 1, 2, 3]);
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        assert!(index().find("kwak").is_empty());
    }
}
