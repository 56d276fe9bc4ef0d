//! Text strings in a PDF outside the page content: UTF-16 for every script.
use lopdf::{Object, StringFormat};

/// A text string for the PDF writer.
pub(crate) fn text(words: &str) -> Object {
    Object::String(utf16(words), StringFormat::Hexadecimal)
}

/// UTF-16 big-endian with a byte order mark.
pub(crate) fn utf16(words: &str) -> Vec<u8> {
    let units = std::iter::once(0xFEFF).chain(words.encode_utf16());
    units.flat_map(u16::to_be_bytes).collect()
}
