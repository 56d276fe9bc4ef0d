//! The container of old Office files (MS-CFB): several streams in one file. Encrypted new files come in one too.
use super::bytes::{u16_at, u32_at};
use crate::limits::MAX_FILE;
use crate::refusal::{Refusal, Result, Why};
use crate::work::Work;
use std::io::{Cursor, Read};

/// The first eight bytes of a container.
pub(crate) const SIGNATURE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Sector numbers from here on are markers, not places.
const NONE: u32 = 0xFFFF_FFFA;
/// Bytes of a stream that are read at a time.
const PIECE: u64 = 256 * 1024;

/// Reads the stream that holds the workbook.
///
/// # Errors
/// `Encrypted` for an encrypted package, `Unsupported` if there is no workbook in it, `Damaged`.
pub(crate) fn workbook(bytes: &[u8], work: &Work) -> Result<Vec<u8>> {
    let damaged = |e: std::io::Error| Refusal::new(Why::Damaged).because(e);
    if lists_too_many_sectors(bytes) {
        return Err(Refusal::new(Why::Damaged));
    }
    // The library reads the tables whole and visits each of their sectors a few times.
    work.steps(bytes.len() / 2)?;
    let mut container = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
    if container.exists("/EncryptedPackage") || container.exists("/EncryptionInfo") {
        return Err(Refusal::new(Why::Encrypted));
    }
    let Some(name) = ["/Workbook", "/Book"].into_iter().find(|n| container.is_stream(n)) else {
        return Err(Refusal::new(Why::Unsupported));
    };
    let mut stream = vec![];
    let mut reader = container.open_stream(name).map_err(damaged)?.take(MAX_FILE);
    while reader.by_ref().take(PIECE).read_to_end(&mut stream).map_err(damaged)? > 0 {
        work.steps(PIECE as usize / 8)?;
    }
    Ok(stream)
}

/// The sector table is found through a list of its own, which may name the same sector again and again: a file of one
/// megabyte can demand a table of one gigabyte. No file needs a longer list than its own size requires (MS-CFB 2.5).
fn lists_too_many_sectors(bytes: &[u8]) -> bool {
    let size = match u16_at(bytes, 30) {
        Some(12) => 4096,
        _ => 512,
    };
    let (sectors, numbers) = (bytes.len() / size, size / 4);
    let needed = (sectors / numbers + 1) / (numbers - 1) + 2;
    let mut next = u32_at(bytes, 68).unwrap_or(NONE);
    for _ in 0..=needed {
        if next >= NONE {
            return false;
        }
        // The last number of a sector is the place of the next part of the list.
        let end = (next as usize).saturating_add(2).saturating_mul(size);
        next = end.checked_sub(4).and_then(|at| u32_at(bytes, at)).unwrap_or(NONE);
    }
    true
}
