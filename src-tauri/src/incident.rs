//! The log of faults: a line per fault, with the number that the person reads out. Code, place and cause, never data.
use ledenkluis_core::app::{Clock, SystemClock};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

/// Older lines are dropped when the log grows beyond this.
const LIMIT: u64 = 512 * 1024;

/// Writes the fault down and returns its number.
pub(crate) fn record(folder: &Path, line: &str) -> String {
    let now = SystemClock.now().0;
    // Seconds since 1970 in hexadecimal, and the thousandth: short enough to read out, and in the order of time.
    let number = format!("{:X}-{:03}", now / 1000, now % 1000);
    // A log that cannot be written must not keep the person from working; the number still tells when it was.
    let _ = append(&folder.join("faults.log"), &format!("{number} {}\n", line.replace('\n', " ")));
    number
}

fn append(path: &Path, line: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    if path.metadata().is_ok_and(|found| found.len() > LIMIT) {
        fs::rename(path, path.with_extension("old.log"))?;
    }
    OpenOptions::new().create(true).append(true).open(path)?.write_all(line.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_stands_in_the_log_under_its_number() {
        let folder = std::env::temp_dir().join(format!("ledenkluis-incident-{}", std::process::id()));
        let number = record(&folder, "internal at a.rs:1: cause\nsecond line");
        let log = fs::read_to_string(folder.join("faults.log")).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(log, format!("{number} internal at a.rs:1: cause second line\n"));
    }
}
