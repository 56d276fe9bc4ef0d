//! What is not typed but given: through a file, an open descriptor or the standard input. Counted while it is read, and wiped
//! afterwards. What is typed can be seen by everybody on this computer.
use crate::answer::Stop;
use ledenkluis_core::app::read_chosen;
use ledenkluis_core::error::{Code, Error, OrError, Result};
use std::fs::File;
use std::io::{Read, stdin};
use std::path::Path;
use zeroize::Zeroizing;

/// All of a file. One that is the system's name for an open descriptor may be a pipe, as a shell makes them.
pub(crate) fn file(path: &Path, limit: u64) -> Result<Zeroizing<Vec<u8>>> {
    if path.starts_with("/dev/fd") || path.starts_with("/proc/self/fd") {
        return all(File::open(path)?, limit);
    }
    read_chosen(path, limit).map(Zeroizing::new)
}

/// All of an open descriptor.
pub(crate) fn descriptor(number: u32, limit: u64) -> Result<Zeroizing<Vec<u8>>> {
    // The system's own name for it: no unsafe code needed.
    file(Path::new(&format!("/dev/fd/{number}")), limit)
}

/// All of the standard input.
pub(crate) fn standard_input(limit: u64) -> Result<Zeroizing<Vec<u8>>> {
    all(stdin().lock(), limit)
}

fn all(from: impl Read, limit: u64) -> Result<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::new(Vec::new());
    from.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit { Err(Error::new(Code::FileTooLarge).arg("limit", limit)) } else { Ok(bytes) }
}

/// The surname that confirms an erasure: with `-` a line of the standard input, which nobody else on the computer can see.
pub(crate) fn surname(typed: &str) -> Result<String, Stop> {
    if typed != "-" {
        return Ok(typed.to_owned());
    }
    let bytes = standard_input(4096)?;
    let text = std::str::from_utf8(&bytes).or_refuse(Code::RequestMalformed)?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}
