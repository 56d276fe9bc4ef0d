//! The smallest pieces of an answer.
use ledenkluis_core::api::types::Said;
use ledenkluis_core::app::Date;
use ledenkluis_core::text::Text;

/// `name: value`.
pub(super) fn line(name: &str, value: impl ToString, words: Text) -> String {
    words.get("kluis-line", &[("name", name.into()), ("value", value.to_string().into())])
}

/// A sentence that the core put together.
pub(super) fn said(sentence: &Said, words: Text) -> String {
    sentence.in_words(words, |day: Date| words.date(day))
}
