//! The log of faults: a line per fault, with the number that the person reads out. Code, place and cause, never data.
use crate::error::{Error, ErrorView, Kind};
use crate::kernel::time::{Clock, SystemClock};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

/// The log is put aside when it grows beyond this; what was put aside before is dropped.
const LIMIT: u64 = 512 * 1024;

/// Where faults are written down. Each shell has one.
#[derive(Debug, Clone)]
pub struct FaultLog(PathBuf);

impl FaultLog {
    /// A log in this folder, which is made when it is needed.
    pub fn new(folder: &Path) -> Self {
        FaultLog(folder.join("faults.log"))
    }

    /// What may cross to the page; a fault goes to the log under the number that the page shows.
    pub fn view(&self, error: &Error) -> ErrorView {
        let mut view = error.view();
        if view.kind == Kind::Broken {
            let now = SystemClock.now().0;
            // Seconds since 1970 in hexadecimal, and the thousandth: short enough to read out, and in the order of time.
            let number = format!("{:X}-{:03}", now / 1000, now % 1000);
            // A log that cannot be written keeps nobody from working; the number still tells when it was.
            let _ = self.append(&format!("{number} {}\n", error.log_line().replace('\n', " ")));
            view.incident = Some(number);
        }
        view
    }

    fn append(&self, line: &str) -> std::io::Result<()> {
        if let Some(folder) = self.0.parent() {
            fs::create_dir_all(folder)?;
        }
        if self.0.metadata().is_ok_and(|found| found.len() > LIMIT) {
            fs::rename(&self.0, self.0.with_extension("old.log"))?;
        }
        OpenOptions::new().create(true).append(true).open(&self.0)?.write_all(line.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Code;

    #[test]
    fn a_fault_stands_in_the_log_under_its_number() {
        let folder = tempfile::tempdir().unwrap();
        let view = FaultLog::new(folder.path()).view(&Error::broken("the first line\nand the second"));
        let log = fs::read_to_string(folder.path().join("faults.log")).unwrap();
        assert!(log.starts_with(&format!("{} internal at ", view.incident.unwrap())));
        assert!(log.ends_with(": the first line and the second\n"));
    }

    #[test]
    fn a_refusal_is_no_fault() {
        let folder = tempfile::tempdir().unwrap();
        let view = FaultLog::new(folder.path()).view(&Error::new(Code::VaultWrongPassphrase));
        assert_eq!(view.incident, None);
        assert!(!folder.path().join("faults.log").exists());
    }
}
