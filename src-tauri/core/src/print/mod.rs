//! Paper: a document in blocks becomes a tagged PDF with its fonts inside and, where asked, a file attached. Knows no
//! feature, asks no clock, and gives the same bytes for the same document.
mod backend;
mod finish;
mod flow;
mod fonts;
mod laid;
mod layout;
mod model;
mod plan;
mod table;
mod tags;
#[cfg(test)]
mod tests;
mod text;
mod xmp;

use crate::error::Result;
pub use model::{Align, Block, Column, Doc};

/// A file inside the PDF: the same content for the computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The file name.
    pub name: String,
    /// What it is, in a few words.
    pub description: String,
    /// The media type: `application/json`.
    pub media_type: String,
    /// The content.
    pub bytes: Vec<u8>,
}

/// A document as it goes to the printer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: u32,
    /// Characters that no font has, in order. Each is printed as a sign for the unknown; who prints must say so.
    pub missing: Vec<char>,
}

/// Makes the PDF of a document.
///
/// # Errors
/// `internal` when the writer fails: a fault of the program.
pub fn render(doc: &Doc, attachment: Option<&Attachment>) -> Result<Printed> {
    let laid = layout::layout(doc)?;
    let (pdf, painted) = backend::paint(&laid, &doc.title)?;
    let bytes = finish::finish(pdf, doc, &laid, &painted, attachment)?;
    let pages = u32::try_from(laid.pages.len()).unwrap_or(u32::MAX);
    Ok(Printed { bytes, pages, missing: laid.missing.into_iter().collect() })
}
