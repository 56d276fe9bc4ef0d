//! Many short texts in one allocation: what is kept of everyone would otherwise be tens of thousands of small ones.
use crate::error::{OrError, Result};

/// The texts, one after the other.
#[derive(Default)]
pub struct Texts(String);

/// Where one of them stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Texts {
    /// Adds a text and returns its place.
    ///
    /// # Errors
    /// `internal` beyond 4 GiB, more than a vault can hold.
    pub fn add(&mut self, text: &str) -> Result<Span> {
        self.written(|out| out.push_str(text))
    }

    /// Adds what `write` appends, and returns its place.
    ///
    /// # Errors
    /// As `add`.
    pub(crate) fn written(&mut self, write: impl FnOnce(&mut String)) -> Result<Span> {
        let start = u32::try_from(self.0.len()).or_broken()?;
        write(&mut self.0);
        Ok(Span { start, end: u32::try_from(self.0.len()).or_broken()? })
    }

    /// The text at a place that `add` of the same texts returned; empty for `Span::default()`.
    pub fn get(&self, at: Span) -> &str {
        self.0.get(at.start as usize..at.end as usize).unwrap_or_default()
    }

    /// Gives back the memory that was set aside for more texts.
    pub fn shrink(&mut self) {
        self.0.shrink_to_fit();
    }
}

/// The first eight bytes of a text as a number, which sorts as the text does: most texts are told apart by it, and that is
/// cheaper than comparing them.
pub fn beginning(text: &str) -> u64 {
    let mut first = [0; 8];
    first.iter_mut().zip(text.bytes()).for_each(|(to, byte)| *to = byte);
    u64::from_be_bytes(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_comes_back_as_it_was_added() {
        let mut texts = Texts::default();
        let places: Vec<Span> = ["Zoë", "", "Yıldız"].map(|text| texts.add(text).unwrap()).into();
        texts.shrink();
        assert_eq!(places.iter().map(|at| texts.get(*at)).collect::<Vec<_>>(), ["Zoë", "", "Yıldız"]);
        assert_eq!(texts.get(Span::default()), "");
    }

    #[test]
    fn beginnings_sort_as_the_texts_do_unless_they_are_the_same() {
        let sorted = ["", "a", "berg", "berg\u{1}van", "bergenaar", "bergenaars", "çelik"];
        for pair in sorted.windows(2) {
            assert!(beginning(pair[0]) <= beginning(pair[1]), "{pair:?}");
        }
        assert_eq!(beginning("bergenaar"), beginning("bergenaars"));
    }
}
