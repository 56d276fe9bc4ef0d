//! The format of a package, and whether it is encrypted.
use crate::packed::package::Package;
use crate::packed::xml::Piece;
use crate::refusal::{Refusal, Result, Why};
use crate::sheet::Format;
use crate::xlsx::parts;

/// The list of parts of an OpenDocument file. It says which of them are encrypted.
const MANIFEST: &str = "META-INF/manifest.xml";

impl Package {
    /// `Xlsx` or `Ods`.
    ///
    /// # Errors
    /// `Encrypted` if the parts are encrypted, `Unsupported` for any other kind of package.
    pub(crate) fn kind(&mut self) -> Result<Format> {
        if self.has("encrypted-package") {
            return Err(Refusal::new(Why::Encrypted));
        }
        if self.has("content.xml") {
            if self.has(MANIFEST) && contains(&self.small(MANIFEST)?, b"encryption-data") {
                return Err(Refusal::new(Why::Encrypted));
            }
            return if self.is_table()? { Ok(Format::Ods) } else { Err(Refusal::new(Why::Unsupported)) };
        }
        match parts::workbook_name(self)? {
            Some(name) if self.root(&name)? == "workbook" => Ok(Format::Xlsx),
            _ => Err(Refusal::new(Why::Unsupported)),
        }
    }

    /// The name of the outermost element; empty for a part that is not XML.
    fn root(&mut self, name: &str) -> Result<String> {
        if !self.has(name) {
            return Err(Refusal::new(Why::Damaged));
        }
        if name.to_lowercase().ends_with(".bin") {
            return Ok(String::new());
        }
        let mut xml = self.xml(name)?;
        loop {
            match xml.next()? {
                Piece::Start(e) => return Ok(e.local_name().as_ref().to_owned()),
                Piece::Eof => return Ok(String::new()),
                _ => {}
            }
        }
    }

    /// Whether an OpenDocument file is a spreadsheet.
    fn is_table(&mut self) -> Result<bool> {
        let mut xml = self.xml("content.xml")?;
        let mut in_body = false;
        loop {
            match xml.next()? {
                Piece::Start(e) => match e.local_name().as_ref() {
                    "body" => in_body = true,
                    kind if in_body => return Ok(kind == "spreadsheet"),
                    _ => {}
                },
                Piece::Eof => return Ok(false),
                _ => {}
            }
        }
    }
}

fn contains(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|w| w.eq_ignore_ascii_case(what))
}
