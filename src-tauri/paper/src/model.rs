//! The content of a document: blocks in reading order, without coordinates or fonts. The PDF depends on nothing else,
//! so the same document gives the same bytes.
use chrono::{DateTime, Utc};
use serde::{Serialize, Serializer};

/// A document as [`render`](crate::render) takes it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Doc {
    /// The title that a PDF viewer shows. Never a person's name, because viewers remember titles.
    pub title: String,
    /// The language of the text as a BCP 47 tag: `nl`, `en`. Screen readers use it to choose a voice.
    pub language: String,
    /// The association. Printed after the reference in the footer; may be empty.
    pub author: String,
    /// A reference, printed on the left of every footer.
    pub reference: String,
    /// Printed on the right of every footer, with `{page}` and `{pages}` filled in: `Pagina {page} van {pages}`.
    pub page_of: String,
    /// When it was made; the PDF has it to the second, in UTC. Passed in because this crate reads no clock.
    #[serde(serialize_with = "milliseconds")]
    pub made_at: DateTime<Utc>,
    /// The content, in reading order.
    pub blocks: Vec<Block>,
}

impl Doc {
    /// Appends a block.
    pub fn add(&mut self, block: Block) {
        self.blocks.push(block);
    }
}

/// Milliseconds since 1970. The document id is a hash over this serialised form.
fn milliseconds<S: Serializer>(at: &DateTime<Utc>, into: S) -> Result<S::Ok, S::Error> {
    into.serialize_i64(at.timestamp_millis())
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// The sender: the name large, the other lines small below it, and a rule under both.
    Letterhead {
        /// The association.
        name: String,
        /// Address and e-mail.
        lines: Vec<String>,
    },
    /// A heading. Level 1 is the title and occurs once, first.
    Heading {
        /// 1, 2 or 3.
        level: u8,
        /// The text.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// The text; a line feed breaks the line.
        text: String,
    },
    /// Something that must not be overlooked, with a bar beside it.
    Notice {
        /// The text.
        text: String,
    },
    /// A bulleted list.
    List {
        /// One text per item.
        items: Vec<String>,
    },
    /// Names and values side by side.
    KeyValues {
        /// Pairs of name and value.
        rows: Vec<(String, String)>,
    },
    /// A table with a head that is repeated on every page.
    Table {
        /// The columns, from left to right.
        columns: Vec<Column>,
        /// The rows, each as long as `columns`. A missing cell is printed empty, a surplus one is not printed.
        rows: Vec<Vec<String>>,
    },
    /// Short codes to copy by hand: large, numbered, with evenly spaced characters.
    Codes {
        /// The codes, numbered in this order.
        codes: Vec<String>,
    },
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// The heading.
    pub head: String,
    /// The share of the table width, above 0. With shares 3, 1 and 1 the first column gets three fifths.
    pub share: f32,
    /// How its text is aligned.
    pub align: Align,
}

/// How text is aligned in its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// For words.
    Left,
    /// For single characters.
    Centre,
    /// For amounts.
    Right,
}

impl Column {
    /// A left-aligned column; `share` is as in [`Column::share`].
    pub fn new(head: impl Into<String>, share: f32) -> Self {
        Column { head: head.into(), share, align: Align::Left }
    }

    /// A right-aligned column; `share` is as in [`Column::share`].
    pub fn amounts(head: impl Into<String>, share: f32) -> Self {
        Column { align: Align::Right, ..Column::new(head, share) }
    }
}

impl Block {
    /// A heading of level 1, 2 or 3; higher levels count as 3.
    pub fn heading(level: u8, text: impl Into<String>) -> Self {
        Block::Heading { level, text: text.into() }
    }

    /// A paragraph; a line feed in `text` breaks the line.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Block::Paragraph { text: text.into() }
    }

    /// A notice, for something that must not be overlooked.
    pub fn notice(text: impl Into<String>) -> Self {
        Block::Notice { text: text.into() }
    }
}

/// A file inside the PDF: the same content in machine-readable form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The file name that a PDF viewer suggests when saving.
    pub name: String,
    /// A short description of the file.
    pub description: String,
    /// The media type: `application/json`.
    pub media_type: String,
    /// The content.
    pub bytes: Vec<u8>,
}

/// A rendered document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: u32,
    /// Characters that no font has, in order. Each is printed as U+FFFD; the caller must tell the user.
    pub missing: Vec<char>,
}
