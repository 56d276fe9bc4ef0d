//! Packages (xlsx and ods are zip files) and their parts by name. Only the parts that a list needs are unpacked, so a
//! fault in a picture or a theme does not matter.
use super::xml::{Meter, Metered, Xml};
use crate::limits::{MAX_PARTS, MAX_UNPACKED};
use crate::refusal::{Refusal, Result, Why, too_large};
use crate::work::Work;
use std::collections::HashMap;
use std::io::{Cursor, Read};
use std::rc::Rc;
use zip::ZipArchive;
use zip::result::ZipError;

/// The signature of an entry in the central directory of a zip file.
const ENTRY: &[u8] = b"PK\x01\x02";
/// Bytes of a small part that are read; the rest is ignored.
const MAX_SMALL: u64 = 4 * 1024 * 1024;

/// Steps to open a part: decompression tables and buffers.
const BEGIN: usize = 400;
/// Bytes that are searched at a time.
const LOOKED: usize = 64 * 1024;

/// A zip file in memory.
pub(crate) struct Package {
    archive: ZipArchive<Cursor<Vec<u8>>>,
    places: HashMap<String, usize>,
    meter: Rc<Meter>,
    work: Work,
}

fn damaged(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Refusal {
    Refusal::new(Why::Damaged).because(cause)
}

fn refused(error: ZipError) -> Refusal {
    match error {
        ZipError::UnsupportedArchive(text) if text.contains("assword") => Refusal::new(Why::Encrypted),
        error => damaged(error),
    }
}

/// The key to look up a part by: the path in lower case with slashes, because some writers use backslashes or other
/// capitals.
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
    /// Opens a zip file. Entries are counted before the zip library sees the file, because it allocates for each.
    pub(crate) fn open(bytes: Vec<u8>, work: &Work) -> Result<Self> {
        let mut entries = 0;
        for from in (0..bytes.len()).step_by(LOOKED) {
            work.steps(LOOKED / 4)?;
            let looked = bytes.get(from..bytes.len().min(from + LOOKED + ENTRY.len() - 1)).unwrap_or_default();
            entries += looked.windows(ENTRY.len()).filter(|w| *w == ENTRY).count();
        }
        if entries > MAX_PARTS {
            return Err(too_large().over("parts", MAX_PARTS));
        }
        work.steps(entries * 20)?;
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(refused)?;
        let mut places = HashMap::new();
        for (at, name) in archive.file_names().enumerate() {
            if let Ok(name) = name {
                places.entry(key(&name)).or_insert(at);
            }
        }
        Ok(Package { archive, places, meter: Meter::new(MAX_UNPACKED, work), work: work.clone() })
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.places.contains_key(&key(name))
    }

    /// The account that reading parts is charged to.
    pub(crate) fn work(&self) -> Work {
        self.work.clone()
    }

    /// The names of all parts, in lower case.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.places.keys().map(String::as_str)
    }

    fn part(&mut self, name: &str) -> Result<impl Read + '_> {
        let missing = || Refusal::new(Why::Damaged);
        self.work.steps(BEGIN + name.len())?;
        let at = *self.places.get(&key(name)).ok_or_else(missing)?;
        self.archive.by_index(at).map_err(refused)
    }

    /// Opens an XML part, to be read piece by piece.
    ///
    /// # Errors
    /// `Damaged` where there is none, `Encrypted` where it is encrypted.
    pub(crate) fn xml(&mut self, name: &str) -> Result<Xml<'_>> {
        let meter = Rc::clone(&self.meter);
        Xml::open(self.part(name)?, &meter)
    }

    /// Reads a small part whole, up to `MAX_SMALL`.
    pub(crate) fn small(&mut self, name: &str) -> Result<Vec<u8>> {
        let meter = Rc::clone(&self.meter);
        let mut bytes = vec![];
        let part = Metered::new(self.part(name)?, &meter);
        part.take(MAX_SMALL).read_to_end(&mut bytes).map_err(|_| meter.fault())?;
        Ok(bytes)
    }
}
