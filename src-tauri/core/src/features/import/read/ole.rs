//! The container of old Office files: streams in one file (MS-CFB). An encrypted new file comes in one too.
use super::limits::MAX_FILE;
use crate::error::{Code, Error, Result};
use std::io::{Cursor, Read};

/// The first eight bytes.
pub(super) const SIGNATURE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// The stream that holds the workbook.
///
/// # Errors
/// `import.encrypted` for an encrypted package, `import.unsupported` if there is no workbook in it, `import.damaged`.
pub(super) fn workbook(bytes: &[u8]) -> Result<Vec<u8>> {
    let damaged = |e: std::io::Error| Error::new(Code::ImportDamaged).because(e);
    let mut container = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
    if container.exists("/EncryptedPackage") || container.exists("/EncryptionInfo") {
        return Err(Error::new(Code::ImportEncrypted));
    }
    let Some(name) = ["/Workbook", "/Book"].into_iter().find(|n| container.is_stream(n)) else {
        return Err(Error::new(Code::ImportUnsupported));
    };
    let mut stream = vec![];
    let reader = container.open_stream(name).map_err(damaged)?;
    reader.take(MAX_FILE).read_to_end(&mut stream).map_err(damaged)?;
    Ok(stream)
}
