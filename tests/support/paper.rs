//! Reads a PDF with a different library than the one that wrote it.
use lopdf::{Document, Object};

/// The text of all pages, with white space normalised.
pub fn words_of(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).expect("a PDF");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text = document.extract_text(&pages).expect("its text");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The content of the attached file.
pub fn attached_to(pdf: &[u8]) -> Vec<u8> {
    let document = Document::load_mem(pdf).expect("a PDF");
    let is_file = |o: &&Object| o.type_name().is_ok_and(|name| name == b"EmbeddedFile");
    let file = document.objects.values().find(is_file).expect("a file inside");
    let stream = file.as_stream().expect("a stream");
    stream.decompressed_content().unwrap_or_else(|_| stream.content.clone())
}
