//! A document as it is written: blocks in reading order, no coordinates, no fonts. Everything that ends up in the file comes
//! from here, so the same document gives the same bytes.
use chrono::{DateTime, Utc};
use serde::{Serialize, Serializer};

/// A document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Doc {
    /// The title, as the viewer's window shows it. Never a person's name: viewers remember titles.
    pub title: String,
    /// The language of the words, as a BCP 47 tag: `nl`, `en`. Readers speak in it.
    pub language: String,
    /// Who made it: the association. Stands after the reference in the foot; may be empty.
    pub author: String,
    /// Stands left in the foot of every page: a reference.
    pub reference: String,
    /// Stands right in the foot of every page, with `{page}` and `{pages}` in it: `Pagina {page} van {pages}`.
    pub page_of: String,
    /// When it was made; the file says it to the second, in UTC. Comes in as data: a document has no clock.
    #[serde(serialize_with = "milliseconds")]
    pub made_at: DateTime<Utc>,
    /// What it says.
    pub blocks: Vec<Block>,
}

impl Doc {
    /// With one more block below.
    pub fn add(&mut self, block: Block) {
        self.blocks.push(block);
    }
}

/// Milliseconds since 1970: the id of a document is counted from this form of it.
fn milliseconds<S: Serializer>(at: &DateTime<Utc>, into: S) -> Result<S::Ok, S::Error> {
    into.serialize_i64(at.timestamp_millis())
}

/// A piece of a document.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// Who writes, above a line: the name large, the rest small below it.
    Letterhead {
        /// The association.
        name: String,
        /// Address, e-mail.
        lines: Vec<String>,
    },
    /// A heading; level 1 is the title on the page and stands once, first.
    Heading {
        /// 1, 2 or 3.
        level: u8,
        /// The words.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// The words; a line feed breaks the line.
        text: String,
    },
    /// Something that must not be overlooked, with a bar beside it.
    Notice {
        /// The words.
        text: String,
    },
    /// Points.
    List {
        /// The points.
        items: Vec<String>,
    },
    /// What is known, name beside value.
    KeyValues {
        /// Name and value.
        rows: Vec<(String, String)>,
    },
    /// A table with a head, which stands again on every page that the table runs on to.
    Table {
        /// The columns.
        columns: Vec<Column>,
        /// The rows; each as long as `columns`. A cell that lacks is printed empty, one too many is not printed.
        rows: Vec<Vec<String>>,
    },
    /// Short codes to copy by hand: large, numbered, every character in a place of its own.
    Codes {
        /// The codes.
        codes: Vec<String>,
    },
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// What stands above it.
    pub head: String,
    /// Its share of the width of the table, above 0: of the shares 3, 1 and 1 the first gets three fifths.
    pub share: f32,
    /// Where its text stands.
    pub align: Align,
}

/// Where text stands in its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Words.
    Left,
    /// Single characters.
    Centre,
    /// Amounts.
    Right,
}

impl Column {
    /// A column of words, from the left.
    pub fn new(head: impl Into<String>, share: f32) -> Self {
        Column { head: head.into(), share, align: Align::Left }
    }

    /// A column of amounts, to the right.
    pub fn amounts(head: impl Into<String>, share: f32) -> Self {
        Column { align: Align::Right, ..Column::new(head, share) }
    }
}

impl Block {
    /// A heading of level 1, 2 or 3; whatever is above 3 counts as 3.
    pub fn heading(level: u8, text: impl Into<String>) -> Self {
        Block::Heading { level, text: text.into() }
    }

    /// A paragraph.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Block::Paragraph { text: text.into() }
    }

    /// Something that must not be overlooked.
    pub fn notice(text: impl Into<String>) -> Self {
        Block::Notice { text: text.into() }
    }
}

/// A file inside the PDF: the same content for the computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The file name, as a reader of the PDF offers it for saving.
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
