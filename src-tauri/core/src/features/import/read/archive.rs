//! Packed files (xlsx and ods are zip files): which kind it is, whether it is locked, and whether its parts stay within
//! the limits when unpacked. The sizes that a zip file claims are not believed.
use super::limits::{MAX_UNPACKED, too_large};
use super::{Format, encoding};
use crate::error::{Code, Error, Result};
use std::io::{Cursor, Read, Write};
use zip::ZipArchive;
use zip::write::{SimpleFileOptions, ZipWriter};

/// Parts of a file that is repaired in memory may hold this much.
const MAX_REPAIRED: u64 = 64 * 1024 * 1024;

/// A zip file in memory.
pub(super) struct Package {
    archive: ZipArchive<Cursor<Vec<u8>>>,
}

fn damaged(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    Error::new(Code::ImportDamaged).because(cause)
}

impl Package {
    /// Opens a zip file and unpacks every part once to see its true size.
    pub(super) fn open(bytes: Vec<u8>) -> Result<Self> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        let mut package = Package { archive };
        if let Some(repaired) = package.check()? {
            package = Package { archive: ZipArchive::new(Cursor::new(repaired)).map_err(damaged)? };
        }
        Ok(package)
    }

    /// The names of the parts, with forward slashes.
    fn names(&self) -> Vec<String> {
        self.archive.file_names().flatten().map(|n| n.replace('\\', "/")).collect()
    }

    /// Unpacks the parts that will be read. Answers a repaired copy where the names have backslashes or the XML is UTF-16.
    fn check(&mut self) -> Result<Option<Vec<u8>>> {
        let mut left = MAX_UNPACKED;
        let mut repair = false;
        for i in 0..self.archive.len() {
            let mut part = match self.archive.by_index(i) {
                Ok(part) => part,
                Err(zip::result::ZipError::UnsupportedArchive(text)) if text.contains("assword") => {
                    return Err(Error::new(Code::ImportEncrypted));
                }
                Err(e) => return Err(damaged(e)),
            };
            if part.encrypted() {
                return Err(Error::new(Code::ImportEncrypted));
            }
            let name = part.name().map_err(damaged)?.into_owned();
            repair |= name.contains('\\');
            if !is_xml(&name) {
                continue;
            }
            let mut start = [0u8; 512];
            let n = read_some(&mut part, &mut start).map_err(damaged)?;
            let start = start.get(..n).unwrap_or_default();
            repair |= start.starts_with(&[0xFE, 0xFF]) || start.starts_with(&[0xFF, 0xFE]);
            // No office program writes a document type; what comes with one is an attack by entities.
            if contains(start, b"<!DOCTYPE") || contains(start, b"<!ENTITY") {
                return Err(Error::new(Code::ImportDamaged));
            }
            let more = std::io::copy(&mut part.by_ref().take(left + 1), &mut std::io::sink()).map_err(damaged)?;
            left = left.checked_sub(more + n as u64).ok_or_else(too_large)?;
        }
        let used = MAX_UNPACKED - left;
        match repair {
            false => Ok(None),
            true if used > MAX_REPAIRED => Err(too_large()),
            true => self.repair().map(Some),
        }
    }

    fn repair(&mut self) -> Result<Vec<u8>> {
        let mut out = ZipWriter::new(Cursor::new(vec![]));
        let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        for i in 0..self.archive.len() {
            let mut part = self.archive.by_index(i).map_err(damaged)?;
            let name = part.name().map_err(damaged)?.replace('\\', "/");
            if !is_xml(&name) {
                continue;
            }
            let mut bytes = vec![];
            part.by_ref().take(MAX_REPAIRED).read_to_end(&mut bytes).map_err(damaged)?;
            let bytes = encoding::xml_as_utf8(bytes);
            out.start_file(name, options).map_err(damaged)?;
            out.write_all(&bytes)?;
        }
        Ok(out.finish().map_err(damaged)?.into_inner())
    }

    /// Xlsx or Ods.
    ///
    /// # Errors
    /// `import.encrypted` if the parts are locked, `import.unsupported` for another kind of file.
    pub(super) fn kind(&mut self) -> Result<Format> {
        let names = self.names();
        let has = |name: &str| names.iter().any(|n| n.eq_ignore_ascii_case(name));
        if has("xl/workbook.xml") {
            return Ok(Format::Xlsx);
        }
        if has("META-INF/manifest.xml") {
            let manifest = self.part("META-INF/manifest.xml")?;
            if contains(&manifest, b"encryption-data") || has("encrypted-package") {
                return Err(Error::new(Code::ImportEncrypted));
            }
        }
        if has("content.xml") {
            let content = self.reader("content.xml")?;
            let mut start = vec![];
            content.take(MAX_REPAIRED).read_to_end(&mut start).map_err(damaged)?;
            return if contains(&start, b"office:spreadsheet") || contains(&start, b":spreadsheet") {
                Ok(Format::Ods)
            } else {
                Err(Error::new(Code::ImportUnsupported))
            };
        }
        // A workbook may stand elsewhere: its relations say where. The reader follows them.
        let elsewhere = has("_rels/.rels") && names.iter().any(|n| n.to_lowercase().ends_with("workbook.xml"));
        if elsewhere { Ok(Format::Xlsx) } else { Err(Error::new(Code::ImportUnsupported)) }
    }

    /// A part, unpacked.
    pub(super) fn part(&mut self, name: &str) -> Result<Vec<u8>> {
        let mut bytes = vec![];
        self.reader(name)?.take(MAX_REPAIRED).read_to_end(&mut bytes).map_err(damaged)?;
        Ok(bytes)
    }

    /// A part, to be read bit by bit.
    pub(super) fn reader(&mut self, name: &str) -> Result<impl Read + '_> {
        let found = self.archive.file_names().flatten().find(|n| n.eq_ignore_ascii_case(name));
        let found = found.map_or_else(|| name.to_owned(), |n| n.into_owned());
        self.archive.by_name(&found).map_err(damaged)
    }

    /// The zip file itself, for a reader that opens it on its own.
    pub(super) fn into_inner(self) -> Cursor<Vec<u8>> {
        self.archive.into_inner()
    }
}

fn is_xml(name: &str) -> bool {
    let name = name.to_lowercase();
    name.ends_with(".xml") || name.ends_with(".rels")
}

fn read_some(from: &mut impl Read, into: &mut [u8]) -> std::io::Result<usize> {
    let mut n = 0;
    while n < into.len() {
        match from.read(&mut into[n..])? {
            0 => break,
            read => n += read,
        }
    }
    Ok(n)
}

fn contains(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|w| w.eq_ignore_ascii_case(what))
}
