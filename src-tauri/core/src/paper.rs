//! Paper in the core's own terms: documents in the language of a text, and the code of what goes wrong. How a document is laid
//! out and written as a PDF, `ledenkluis-paper` knows.
use crate::error::{OrError, Result};
use crate::kernel::time::Timestamp;
use crate::text::Text;

pub(crate) use ledenkluis_paper::{Attachment, Block, Column, Doc, Printed};

/// A document in the language of a text, with nothing on it yet.
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

/// Makes the PDF of a document.
///
/// # Errors
/// `internal`, with the fault as its cause: no document is refused for what it says.
pub(crate) fn render(doc: &Doc, attachment: Option<&Attachment>) -> Result<Printed> {
    ledenkluis_paper::render(doc, attachment).or_broken()
}
