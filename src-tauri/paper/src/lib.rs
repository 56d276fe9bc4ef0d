//! Paper: a document in blocks becomes a tagged PDF with its fonts inside and, where asked, a file attached. Knows no
//! feature, asks no clock, and gives the same bytes for the same document.
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
