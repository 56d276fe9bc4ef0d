//! Paper: a document in blocks becomes a tagged PDF with its fonts inside and, where asked, a file attached. Knows nothing of
//! an association, asks no clock, reads no file, and gives the same bytes for the same document.
//!
//! A [`Doc`] says what stands on paper, in reading order; [`render`] decides where. Between the two stands one form that knows
//! no PDF (`laid`): what lies where on which page, and the tree of tags. `backend` and `finish` write it with `printpdf` and
//! `lopdf`; the tests give it to `krilla` as well, which refuses what PDF/A-3a or PDF/UA-1 forbids.
//!
//! ```
//! use chrono::DateTime;
//! use ledenkluis_paper::{Block, Doc, render};
//!
//! let doc = Doc {
//!     title: "Recovery sheet".into(),
//!     language: "en".into(),
//!     author: "Choir of Veldrade".into(),
//!     reference: "R-1".into(),
//!     page_of: "Page {page} of {pages}".into(),
//!     made_at: DateTime::UNIX_EPOCH,
//!     blocks: vec![Block::heading(1, "Recovery sheet"), Block::paragraph("Keep this sheet in a safe place.")],
//! };
//! let printed = render(&doc, None)?;
//! assert_eq!((printed.pages, printed.missing.len()), (1, 0));
//! # Ok::<(), ledenkluis_paper::Fault>(())
//! ```
mod backend;
mod fault;
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
mod words;
mod xmp;

pub use fault::{Fault, Reason, Result};
pub use model::{Align, Attachment, Block, Column, Doc, Printed};

/// Makes the PDF of a document: PDF 1.7 on A4, made after PDF/A-3a and PDF/UA-1. The same document and attachment give the same
/// bytes, in every copy of the program of this version.
///
/// A character that no font has stops nothing: it is printed as U+FFFD and told in [`Printed::missing`].
///
/// # Errors
/// A [`Fault`] when a font or the writer fails: a fault of the program, never of what the document says.
pub fn render(doc: &Doc, attachment: Option<&Attachment>) -> Result<Printed> {
    let laid = layout::layout(doc)?;
    let (pdf, painted) = backend::paint(&laid, &doc.title)?;
    let bytes = finish::finish(pdf, doc, &laid, &painted, attachment)?;
    let pages = u32::try_from(laid.pages.len()).unwrap_or(u32::MAX);
    Ok(Printed { bytes, pages, missing: laid.missing.into_iter().collect() })
}
