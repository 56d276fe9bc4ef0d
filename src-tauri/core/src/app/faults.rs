//! The fault log: one line per fault, with the number that the user can quote. It has code, place and cause, never
//! data.
use crate::error::{Error, ErrorView, Kind, Result};
use crate::kernel::files::{Access, look_at, make_private_folder, open_own};
use crate::kernel::time::{Clock, SystemClock};
use std::fs;
use std::io::Write;
use std::panic::{Location, set_hook};
use std::path::{Path, PathBuf};

/// The log is rotated when it grows beyond this many bytes. Only one older file is kept.
const LIMIT: u64 = 512 * 1024;

/// The fault log. Each shell has one.
#[derive(Debug, Clone)]
pub struct FaultLog(PathBuf);

impl FaultLog {
    /// A log in this folder, which is created when it is first needed.
    pub fn new(folder: &Path) -> Self {
        FaultLog(folder.join("faults.log"))
    }

    /// What the UI may see of an error. A fault is also written to the log, under the number shown to the user.
    pub fn view(&self, error: &Error) -> ErrorView {
        let mut view = error.view();
        if view.kind == Kind::Broken {
            view.incident = Some(self.note(&error.log_line()));
        }
        view
    }

    /// Writes a fault to the log and returns its number.
    fn note(&self, what: &str) -> String {
        let now = SystemClock.now().0;
        // Seconds since 1970 in hexadecimal, then milliseconds: short enough to read out, and in chronological order.
        let number = format!("{:X}-{:03}", now / 1000, now % 1000);
        // A log that cannot be written must not stop the user from working. The number still encodes the time.
        let _ = self.append(&format!("{number} {}\n", what.replace('\n', " ")));
        number
    }

    fn append(&self, line: &str) -> Result<()> {
        if let Some(folder) = self.0.parent().filter(|folder| !folder.is_dir()) {
            make_private_folder(folder)?;
        }
        if look_at(&self.0)?.is_some_and(|found| found.len() > LIMIT) {
            fs::rename(&self.0, self.0.with_extension("old.log"))?;
        }
        Ok(open_own(&self.0, Access::Append)?.write_all(line.as_bytes())?)
    }
}

/// From now on a panic reports its place and its number in the log. It never reports its message, which may contain
/// personal data, such as a text that could not be parsed.
pub fn tell_panics(log: FaultLog) {
    set_hook(Box::new(move |panic| {
        let place = place_of(panic.location());
        let number = log.note(&format!("panic at {place}"));
        let _ = writeln!(std::io::stderr().lock(), "Ledenkluis: {number} at {place}");
    }));
}

/// Only the end of the file's path: the beginning reveals the computer on which the program was built.
fn place_of(location: Option<&Location<'_>>) -> String {
    let Some(location) = location else { return "an unknown place".to_owned() };
    let parts: Vec<&str> = location.file().split(['/', '\\']).collect();
    format!("{}:{}", parts.get(parts.len().saturating_sub(4)..).unwrap_or(&parts).join("/"), location.line())
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

    #[cfg(unix)]
    #[test]
    fn only_this_user_may_read_the_log_and_no_link_leads_it_elsewhere() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let log = FaultLog::new(&folder.path().join("logs"));
        let (mode, path) = (|p: &Path| fs::metadata(p).unwrap().permissions().mode() & 0o777, &log.0);
        log.view(&Error::broken("x"));
        assert_eq!((mode(path), mode(&folder.path().join("logs"))), (0o600, 0o700));
        fs::set_permissions(path, fs::Permissions::from_mode(0o644)).unwrap();
        log.view(&Error::broken("x"));
        assert_eq!(mode(path), 0o600, "also one that others could read");
        fs::remove_file(path).unwrap();
        let outside = folder.path().join("brief.txt");
        crate::kernel::files::write_whole(&outside, b"lief dagboek").unwrap();
        symlink(&outside, path).unwrap();
        log.view(&Error::broken("x"));
        assert_eq!(fs::read(&outside).unwrap(), b"lief dagboek");
    }

    #[test]
    fn a_fault_names_no_path_of_this_computer() {
        let nowhere = Path::new("/nergens/anna-bosschaart/x.db");
        let of_disk = Error::from(tempfile::NamedTempFile::new_in(nowhere).unwrap_err());
        let of_sqlite = Error::from(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CANTOPEN),
            Some(format!("unable to open database file: {}", nowhere.display())),
        ));
        for error in [of_disk, of_sqlite] {
            assert!(!error.log_line().contains("bosschaart"), "{}", error.log_line());
        }
    }

    #[test]
    fn of_a_panic_the_place_is_noted_and_never_what_it_says() {
        let folder = tempfile::tempdir().unwrap();
        let before = std::panic::take_hook();
        tell_panics(FaultLog::new(folder.path()));
        let caught = std::panic::catch_unwind(|| panic!("no number in the row of {}", "Anneke Berg"));
        std::panic::set_hook(before);
        assert!(caught.is_err());
        let log = fs::read_to_string(folder.path().join("faults.log")).unwrap();
        assert!(log.contains(" panic at core/src/app/faults.rs:"), "{log}");
        assert!(!log.contains("Anneke"), "{log}");
    }

    #[test]
    fn a_panic_is_told_by_its_place() {
        assert_eq!(place_of(Some(Location::caller())).rsplit_once(':').unwrap().0, "core/src/app/faults.rs");
    }

    #[test]
    fn a_refusal_is_no_fault() {
        let folder = tempfile::tempdir().unwrap();
        let view = FaultLog::new(folder.path()).view(&Error::new(Code::VaultWrongPassphrase));
        assert_eq!(view.incident, None);
        assert!(!folder.path().join("faults.log").exists());
    }
}
