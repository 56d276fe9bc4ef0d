//! The bytes of a chosen file, taken in piece by piece: a disk that is slow, or is not there any more, holds nobody who wants to stop.
use super::limits::{MAX_FILE, too_large};
use crate::error::Result;
use crate::kernel::files::open_chosen;
use crate::kernel::progress::Progress;
use sha2::{Digest, Sha256};
use std::io::Read;
use std::path::Path;

/// So much is read at a time.
const PIECE: u64 = 1024 * 1024;

/// A file as it is on the disk, and its SHA-256.
///
/// # Errors
/// `import.too_large` by its size, before it is read; `file.not_a_file` for what is no file and may never end; `job.cancelled`;
/// or why it cannot be opened.
pub(crate) fn bytes_of(path: &Path, progress: &Progress) -> Result<(Vec<u8>, [u8; 32])> {
    let mut file = open_chosen(path)?;
    let refuse = |size: u64| if size > MAX_FILE { Err(too_large().arg("limit", MAX_FILE)) } else { Ok(()) };
    refuse(file.metadata()?.len())?;
    let (mut bytes, mut hash) = (vec![], Sha256::new());
    loop {
        progress.check()?;
        let before = bytes.len();
        file.by_ref().take(PIECE).read_to_end(&mut bytes)?;
        // It may grow while it is read.
        refuse(bytes.len() as u64)?;
        match bytes.get(before..) {
            Some(piece) if !piece.is_empty() => hash.update(piece),
            _ => return Ok((bytes, hash.finalize().into())),
        }
    }
}
