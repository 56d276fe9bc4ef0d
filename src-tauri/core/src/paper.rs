//! Printed documents in the core's own terms: in the language of a text, and with the core's error codes. The layout
//! and the PDF itself are the work of `ledenkluis-paper`.
use crate::error::{OrError, Result};
use crate::kernel::time::Timestamp;
use crate::text::Text;

pub(crate) use ledenkluis_paper::{Attachment, Block, Column, Doc, Printed};

/// An empty document in the language of a text.
pub(crate) fn blank(text: Text, title: String, author: &str, reference: String, made_at: Timestamp) -> Doc {
    let places = [("page", "{page}".into()), ("pages", "{pages}".into())];
    Doc {
        title,
        language: text.language().tag().to_owned(),
        author: author.to_owned(),
        reference,
        page_of: text.get("paper-page", &places),
        made_at: made_at.to_utc(),
        blocks: vec![],
    }
}

/// Renders a document as PDF.
///
/// # Errors
/// `internal`, with the fault as its cause: no document is refused because of its content.
pub(crate) fn render(doc: &Doc, attachment: Option<&Attachment>) -> Result<Printed> {
    ledenkluis_paper::render(doc, attachment).or_broken()
}
