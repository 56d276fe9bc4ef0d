//! How words stand in a PDF outside its pages: UTF-16, whatever their script.
use lopdf::{Object, StringFormat};

/// Words as the writer takes them.
pub(crate) fn text(words: &str) -> Object {
    Object::String(utf16(words), StringFormat::Hexadecimal)
}

/// UTF-16, big end first, with its mark: how a PDF writes words of any script.
pub(crate) fn utf16(words: &str) -> Vec<u8> {
    let units = std::iter::once(0xFEFF).chain(words.encode_utf16());
    units.flat_map(u16::to_be_bytes).collect()
}
