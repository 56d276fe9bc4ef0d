//! From a missing value or a foreign error to one of the core.
use super::{Code, Error, Result};
use std::error::Error as StdError;

/// Shortcuts to turn an `Option` or a `Result` into the right error.
pub trait OrError<T> {
    /// Fails with `code` if there is no value.
    ///
    /// # Errors
    /// The code given.
    fn or_refuse(self, code: Code) -> Result<T>;
    /// Fails as a fault of the program if there is no value.
    ///
    /// # Errors
    /// `internal`, with the cause for the log.
    fn or_broken(self) -> Result<T>;
}

impl<T> OrError<T> for Option<T> {
    #[track_caller]
    fn or_refuse(self, code: Code) -> Result<T> {
        match self {
            Some(v) => Ok(v),
            None => Err(Error::new(code)),
        }
    }
    #[track_caller]
    fn or_broken(self) -> Result<T> {
        self.or_refuse(Code::Internal)
    }
}

impl<T, E: Into<Box<dyn StdError + Send + Sync>>> OrError<T> for std::result::Result<T, E> {
    #[track_caller]
    fn or_refuse(self, code: Code) -> Result<T> {
        match self {
            Ok(v) => Ok(v),
            Err(e) => Err(Error::new(code).because(e)),
        }
    }
    #[track_caller]
    fn or_broken(self) -> Result<T> {
        self.or_refuse(Code::Internal)
    }
}

impl From<rusqlite::Error> for Error {
    #[track_caller]
    fn from(e: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Sqlite;
        let is_moved = e.sqlite_error().is_some_and(|e| e.extended_code == rusqlite::ffi::SQLITE_READONLY_DBMOVED);
        let code = match e.sqlite_error_code() {
            _ if is_moved => Code::VaultReplaced,
            Some(Sqlite::DiskFull) => Code::DiskFull,
            Some(Sqlite::ReadOnly) => Code::DiskReadOnly,
            Some(Sqlite::NotADatabase | Sqlite::DatabaseCorrupt) => Code::VaultDamaged,
            Some(Sqlite::DatabaseBusy | Sqlite::DatabaseLocked) => Code::VaultInUse,
            _ => Code::DatabaseBroken,
        };
        match e {
            // SQLite names the whole path of a file that it cannot open, and a path can contain people's names.
            rusqlite::Error::SqliteFailure(why, _) if why.code == Sqlite::CannotOpen => Error::new(code).because(why),
            e => Error::new(code).because(e),
        }
    }
}

impl From<std::io::Error> for Error {
    #[track_caller]
    fn from(e: std::io::Error) -> Self {
        use std::io::ErrorKind as Io;
        let code = match e.kind() {
            Io::NotFound => Code::FileMissing,
            Io::PermissionDenied => Code::FileDenied,
            Io::AlreadyExists => Code::FileExists,
            Io::StorageFull | Io::QuotaExceeded | Io::FileTooLarge => Code::DiskFull,
            Io::ReadOnlyFilesystem => Code::DiskReadOnly,
            Io::InvalidFilename => Code::FileNameTooLong,
            Io::IsADirectory => Code::FileNotAFile,
            Io::NotADirectory => Code::FileMissing,
            _ => Code::Internal,
        };
        // Only the message of the system: some libraries add the whole path, which can contain people's names.
        Error::new(code).because(e.raw_os_error().map_or_else(|| e.kind().into(), std::io::Error::from_raw_os_error))
    }
}
