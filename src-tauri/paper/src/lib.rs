//! Printed documents: turns a document of blocks into a tagged PDF with embedded fonts and, on request, an attached
//! file. Knows nothing of associations, reads no clock and no files, and gives the same bytes for the same document.
//!
//! A [`Doc`] says what is printed, in reading order; [`render`] decides where. Between the two is a form that does not
//! depend on PDF (`laid`): what is where on which page, and the tag tree. `backend` and `finish` write it with
//! `printpdf` and `lopdf`. The tests also give it to `krilla`, which refuses what PDF/A-3a or PDF/UA-1 forbids.
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

/// Makes the PDF of a document: PDF 1.7 on A4, following PDF/A-3a and PDF/UA-1. The same document and attachment give
/// the same bytes in every copy of this version of the program.
///
/// A character that no font has is not an error: it is printed as U+FFFD and reported in [`Printed::missing`].
///
/// # Errors
/// A [`Fault`] when a font or the PDF writer fails. That is a bug in the program, never a matter of the content.
pub fn render(doc: &Doc, attachment: Option<&Attachment>) -> Result<Printed> {
    let laid = layout::layout(doc)?;
    let (pdf, painted) = backend::paint(&laid, &doc.title)?;
    let bytes = finish::finish(pdf, doc, &laid, &painted, attachment)?;
    let pages = u32::try_from(laid.pages.len()).unwrap_or(u32::MAX);
    Ok(Printed { bytes, pages, missing: laid.missing.into_iter().collect() })
}
