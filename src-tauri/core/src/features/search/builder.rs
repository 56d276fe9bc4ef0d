//! Makes the index: counts the words of all documents where they stand, and sorts them once.
use super::fold;
use super::index::{Index, Word, is_number, split};
use crate::error::{OrError, Result};
use crate::kernel::texts::{Span, Texts, beginning};
use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher;

/// Collects documents, each under its number.
pub struct Builder {
    texts: Texts,
    /// Every word once, by its number.
    words: Vec<Counted>,
    /// The numbers of the words, by the words.
    numbers: HashTable<u32>,
    hash: DefaultHashBuilder,
    /// Which word occurs in which document, each pair once.
    found: Vec<(u32, u32)>,
    size: u32,
}

/// A word while documents are collected.
struct Counted {
    text: Span,
    /// The document that had it last.
    last: u32,
    /// How many documents have it.
    documents: u32,
}

impl Builder {
    /// An index for documents with the numbers below `size`.
    pub fn new(size: u32) -> Self {
        let documents = size as usize;
        Builder {
            texts: Texts::default(),
            words: vec![],
            numbers: HashTable::with_capacity(documents * 2),
            hash: DefaultHashBuilder::default(),
            // About as many as a person has words; growing to it would copy them many times.
            found: Vec::with_capacity(documents * 16),
            size,
        }
    }

    /// Adds the document with this number, one field per line. Documents may come in any order, each once.
    ///
    /// # Errors
    /// `internal` when there are more words than an index can hold.
    pub fn add(&mut self, n: u32, text: &str) -> Result<()> {
        let mut joined = String::new();
        for line in fold(text).lines() {
            let mut parts = 0;
            // After the last word, as after one that is no number, the number before it is complete.
            for word in split(line).map(Some).chain([None]) {
                if let Some(word) = word {
                    self.post(word, n)?;
                }
                if let Some(number) = word.filter(|word| is_number(word)) {
                    joined.push_str(number);
                    parts += 1;
                    continue;
                }
                // What was not joined is there already.
                if parts > 1 {
                    self.post(&joined, n)?;
                }
                joined.clear();
                parts = 0;
            }
        }
        Ok(())
    }

    /// Most words are known already; only a new one is copied.
    fn post(&mut self, word: &str, n: u32) -> Result<()> {
        let Builder { texts, words, numbers, hash, .. } = self;
        let of_word = hash.hash_one(word);
        let number = match numbers.find(of_word, |number| texts.get(words[*number as usize].text) == word) {
            Some(number) => *number,
            None => {
                let next = u32::try_from(words.len()).or_broken()?;
                words.push(Counted { text: texts.add(word)?, last: u32::MAX, documents: 0 });
                numbers.insert_unique(of_word, next, |number| hash.hash_one(texts.get(words[*number as usize].text)));
                next
            }
        };
        let counted = &mut words[number as usize];
        if counted.last != n {
            counted.last = n;
            counted.documents += 1;
            self.found.push((number, n));
        }
        Ok(())
    }

    /// Sorts the words, and puts each document to its words.
    pub fn finish(self) -> Index {
        let Builder { mut texts, words: counted, found, size, .. } = self;
        let text = |number: u32| texts.get(counted[number as usize].text);
        let mut sorted: Vec<(u64, u32)> = (0..).take(counted.len()).map(|n| (beginning(text(n)), n)).collect();
        sorted.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| text(a.1).cmp(text(b.1))));
        let (mut words, mut next, mut start) = (Vec::with_capacity(sorted.len()), vec![0; sorted.len()], 0);
        for (_, number) in sorted {
            let end = start + counted[number as usize].documents;
            words.push(Word::new(text(number), counted[number as usize].text, start..end));
            next[number as usize] = start;
            start = end;
        }
        let mut documents = vec![0; found.len()];
        for (number, n) in found {
            let place = &mut next[number as usize];
            documents[*place as usize] = n;
            *place += 1;
        }
        texts.shrink();
        Index { texts, words, documents, size }
    }
}
