//! Reads a chosen file with `ledenkluis-sheets`, which knows neither our error codes nor our jobs. The bytes are read
//! in pieces, so that reading from a slow or disconnected disk can be cancelled.
use super::wrapper;
use crate::error::{Code, Error, Result};
use crate::kernel::files::open_chosen;
use crate::kernel::progress::Progress;
use ledenkluis_sheets::{Book, MAX_FILE, Refusal, Why, Work};
use sha2::{Digest, Sha256};
use std::io::Read;
use std::path::Path;

/// Bytes that are read at a time.
const PIECE: u64 = 1024 * 1024;

/// Reads a file and its SHA-256.
///
/// # Errors
/// `import.too_large` by its size, before it is read; `file.not_a_file` for anything but a regular file, because
/// reading it might never end; `job.cancelled`; or why it cannot be opened.
pub(crate) fn bytes_of(path: &Path, progress: &Progress) -> Result<(Vec<u8>, [u8; 32])> {
    let mut file = open_chosen(path)?;
    let too_large = || Error::new(Code::ImportTooLarge).arg("limit", MAX_FILE);
    let refuse = |size: u64| if size > MAX_FILE { Err(too_large()) } else { Ok(()) };
    refuse(file.metadata()?.len())?;
    let (mut bytes, mut hash) = (vec![], Sha256::new());
    loop {
        progress.check()?;
        let before = bytes.len();
        file.by_ref().take(PIECE).read_to_end(&mut bytes)?;
        // The file may grow while it is read.
        refuse(bytes.len() as u64)?;
        match bytes.get(before..) {
            Some(piece) if !piece.is_empty() => hash.update(piece),
            _ => return Ok((bytes, hash.finalize().into())),
        }
    }
}

#[cfg(feature = "testing")]
thread_local! {
    static PARSES: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// How many files this thread has parsed, for tests.
#[cfg(feature = "testing")]
pub fn parses() -> usize {
    PARSES.get()
}

/// The account for reading a file of this size; `progress` can cancel it.
pub(crate) fn account(bytes: u64, progress: &Progress) -> Work {
    let progress = progress.clone();
    Work::of(bytes, move || progress.check().is_err())
}

/// Reads a file that is already in memory.
///
/// # Errors
/// `import.encrypted`, `import.damaged`, `import.too_large`, `import.unsupported`, `import.nothing` for an empty file,
/// `job.cancelled`.
pub(crate) fn read_bytes(bytes: Vec<u8>, work: &Work) -> Result<Book> {
    #[cfg(feature = "testing")]
    PARSES.set(PARSES.get() + 1);
    let mut book = ledenkluis_sheets::read(bytes, work)?;
    wrapper::take_off(&mut book, work)?;
    Ok(book)
}

impl From<Refusal> for Error {
    #[track_caller]
    fn from(refusal: Refusal) -> Self {
        let error = Error::new(match refusal.why() {
            Why::Encrypted => Code::ImportEncrypted,
            Why::Damaged => Code::ImportDamaged,
            Why::TooLarge => Code::ImportTooLarge,
            Why::Unsupported => Code::ImportUnsupported,
            Why::Nothing => Code::ImportNothing,
            Why::Cancelled => Code::JobCancelled,
        });
        let limit = refusal.limit();
        let error = error.because(refusal);
        limit.into_iter().fold(error, |error, (what, most)| error.arg(what, most))
    }
}
