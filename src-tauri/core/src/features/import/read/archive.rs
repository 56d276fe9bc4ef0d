//! Packed files (xlsx and ods are zip files): which kind it is, whether it is locked, and its parts by name. Only the
//! parts that a list needs are unpacked; a fault in a picture or a theme is not a fault in the list.
use super::limits::{MAX_PARTS, MAX_UNPACKED, too_large};
use super::work::Work;
use super::xml::{Meter, Metered, Piece, Xml};
use super::{Format, xlsx_parts};
use crate::error::{Code, Error, Result};
use std::collections::HashMap;
use std::io::{Cursor, Read};
use std::rc::Rc;
use zip::ZipArchive;
use zip::result::ZipError;

/// The record that begins every entry in the list of parts.
const ENTRY: &[u8] = b"PK\x01\x02";
/// The list of parts of an OpenDocument file: says which are locked.
const MANIFEST: &str = "META-INF/manifest.xml";
/// So much of a small part is read whole.
const MAX_SMALL: u64 = 4 * 1024 * 1024;

/// What it costs to begin a part: a table of places, a window to unpack into.
const BEGIN: usize = 400;
/// So much of the file is looked through at a time.
const LOOKED: usize = 64 * 1024;

/// A zip file in memory.
pub(super) struct Package {
    archive: ZipArchive<Cursor<Vec<u8>>>,
    places: HashMap<String, usize>,
    meter: Rc<Meter>,
    work: Work,
}

fn damaged(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    Error::new(Code::ImportDamaged).because(cause)
}

fn refusal(error: ZipError) -> Error {
    match error {
        ZipError::UnsupportedArchive(text) if text.contains("assword") => Error::new(Code::ImportEncrypted),
        error => damaged(error),
    }
}

/// How a name is looked up: by its path alone, whatever the slashes and capitals (some writers use backslashes).
fn key(name: &str) -> String {
    let mut parts: Vec<&str> = vec![];
    let name = name.replace('\\', "/");
    for part in name.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/").to_lowercase()
}

impl Package {
    /// Opens a zip file.
    pub(super) fn open(bytes: Vec<u8>, work: &Work) -> Result<Self> {
        let mut entries = 0;
        for from in (0..bytes.len()).step_by(LOOKED) {
            work.steps(LOOKED / 4)?;
            let looked = bytes.get(from..bytes.len().min(from + LOOKED + ENTRY.len() - 1)).unwrap_or_default();
            entries += looked.windows(ENTRY.len()).filter(|w| *w == ENTRY).count();
        }
        if entries > MAX_PARTS {
            return Err(too_large().arg("parts", MAX_PARTS));
        }
        work.steps(entries * 20)?;
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(refusal)?;
        let mut places = HashMap::new();
        for (at, name) in archive.file_names().enumerate() {
            if let Ok(name) = name {
                places.entry(key(&name)).or_insert(at);
            }
        }
        Ok(Package { archive, places, meter: Meter::new(MAX_UNPACKED, work), work: work.clone() })
    }

    /// Whether there is such a part.
    pub(super) fn has(&self, name: &str) -> bool {
        self.places.contains_key(&key(name))
    }

    /// What reading them may still cost.
    pub(super) fn work(&self) -> Work {
        self.work.clone()
    }

    /// The names of all parts, in small letters.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.places.keys().map(String::as_str)
    }

    fn part(&mut self, name: &str) -> Result<impl Read + '_> {
        let missing = || Error::new(Code::ImportDamaged);
        self.work.steps(BEGIN + name.len())?;
        let at = *self.places.get(&key(name)).ok_or_else(missing)?;
        self.archive.by_index(at).map_err(refusal)
    }

    /// A part of XML, to be read piece by piece.
    ///
    /// # Errors
    /// `import.damaged` where there is none, `import.encrypted` where it is locked.
    pub(super) fn xml(&mut self, name: &str) -> Result<Xml<'_>> {
        let meter = Rc::clone(&self.meter);
        Xml::open(self.part(name)?, &meter)
    }

    fn small(&mut self, name: &str) -> Result<Vec<u8>> {
        let meter = Rc::clone(&self.meter);
        let mut bytes = vec![];
        let part = Metered::new(self.part(name)?, &meter);
        part.take(MAX_SMALL).read_to_end(&mut bytes).map_err(|_| meter.fault())?;
        Ok(bytes)
    }

    /// Xlsx or Ods.
    ///
    /// # Errors
    /// `import.encrypted` if the parts are locked, `import.unsupported` for another kind of file.
    pub(super) fn kind(&mut self) -> Result<Format> {
        if self.has("encrypted-package") {
            return Err(Error::new(Code::ImportEncrypted));
        }
        if self.has("content.xml") {
            if self.has(MANIFEST) && contains(&self.small(MANIFEST)?, b"encryption-data") {
                return Err(Error::new(Code::ImportEncrypted));
            }
            return if self.is_table()? { Ok(Format::Ods) } else { Err(Error::new(Code::ImportUnsupported)) };
        }
        match xlsx_parts::workbook_name(self)? {
            Some(name) if self.root(&name)? == "workbook" => Ok(Format::Xlsx),
            _ => Err(Error::new(Code::ImportUnsupported)),
        }
    }

    /// The name of the outermost element; empty for a part that is no XML.
    fn root(&mut self, name: &str) -> Result<String> {
        if !self.has(name) {
            return Err(Error::new(Code::ImportDamaged));
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
