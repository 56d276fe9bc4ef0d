//! Opens the database file with its key, checks its settings and migrates it. The only place that opens a `Connection`.
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::files::{Access, copy_whole, look_at, open_own};
use crate::kernel::secret::Key;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use std::fs;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// The name and the SQL of a migration.
pub type Migration = (&'static str, &'static str);

/// The migrations in order. The file's `user_version` is the number of migrations that have run.
pub const MIGRATIONS: &[Migration] = &[
    ("init", include_str!("../../migrations/0001_init.sql")),
    ("donations", include_str!("../../migrations/0002_donations.sql")),
    ("consent", include_str!("../../migrations/0003_consent.sql")),
    ("disclosure", include_str!("../../migrations/0004_disclosure.sql")),
    ("retention", include_str!("../../migrations/0005_retention.sql")),
    ("import", include_str!("../../migrations/0006_import.sql")),
    ("ledger", include_str!("../../migrations/0007_ledger.sql")),
    ("book_year", include_str!("../../migrations/0008_book_year.sql")),
    ("drafts", include_str!("../../migrations/0009_drafts.sql")),
    ("consent_reopen", include_str!("../../migrations/0010_consent_reopen.sql")),
    ("import_sealed", include_str!("../../migrations/0011_import_sealed.sql")),
];

/// How to open the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// A file that does not exist yet.
    Create,
    /// An existing file, of which every page is checked first.
    ReadWrite,
    /// An existing file that must not be changed.
    ReadOnly,
}

/// Opens `data.db` and verifies its settings. Checks every page before the file may be written. A new file gets its
/// tables; a file from an older program keeps its tables until `migrate`.
///
/// # Errors
/// `vault.data_missing`, `vault.halves_differ` (the first page has another key, or is damaged), `vault.damaged`,
/// `vault.too_new`, `vault.link`, `file.name_too_long`, `disk.full`, `disk.read_only`; `vault.not_ready` when it is
/// opened read-only but must be written first.
pub fn open(path: &Path, key: &Key, mode: Mode) -> Result<Connection> {
    open_as(path, key, mode, MIGRATIONS)
}

/// Opens `data.db` as a program with these migrations would. The contract tests use it to play older and newer
/// programs.
///
/// # Errors
/// As `open`.
#[expect(clippy::disallowed_methods, reason = "the one place where a database is opened")]
pub fn open_as(path: &Path, key: &Key, mode: Mode, migrations: &[Migration]) -> Result<Connection> {
    let access = match mode {
        Mode::Create | Mode::ReadWrite => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Mode::ReadOnly => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    let path = &ready(path, mode)?;
    let flags = access | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let conn = Connection::open_with_flags(path, flags)?;
    apply_key(&conn, "key", key)?;
    set_up(&conn, path).map_err(|e| unready(mode, e))?;
    if mode != Mode::Create && version(&conn)? == 0 {
        // SQLite takes an empty file for a new database. Here it is what remains of a damaged one.
        return Err(Error::new(Code::VaultDamaged));
    }
    match mode {
        Mode::Create => migrate(&conn, path, migrations, || Ok(()))?,
        Mode::ReadWrite => {
            // Checked before the first write: a damaged file must not be written to.
            check_pages(&conn)?;
            refuse_newer(&conn, migrations)?;
        }
        Mode::ReadOnly => {
            refuse_newer(&conn, migrations)?;
            if version(&conn)? < migrations.len() {
                return Err(Error::new(Code::VaultNotReady));
            }
        }
    }
    Ok(conn)
}

/// The longest path that SQLite accepts on Unix, including the ending of the journal.
const LONGEST_PATH: usize = 512;

/// Prepares the file for SQLite. Resolves the links in its folder and refuses links for the file and its companions, so
/// that SQLite follows none. Makes them private to this user of the computer; the journal inherits the database's
/// permissions.
fn ready(path: &Path, mode: Mode) -> Result<PathBuf> {
    let name = path.file_name().or_refuse(Code::VaultDataMissing)?;
    let folder = path.parent().or_refuse(Code::VaultDataMissing)?;
    // On Windows `canonicalize` returns a form of path that SQLite does not accept.
    let path = if cfg!(unix) { fs::canonicalize(folder)?.join(name) } else { path.to_owned() };
    let beside = |ending: &str| path.with_file_name(format!("{}{ending}", name.to_string_lossy()));
    if cfg!(unix) && beside("-journal").as_os_str().len() > LONGEST_PATH {
        return Err(Error::new(Code::FileNameTooLong));
    }
    if mode == Mode::Create {
        open_own(&path, Access::New)?;
    }
    look_at(&path)?.or_refuse(Code::VaultDataMissing)?;
    // This program never makes these, and SQLite would read pages from them without asking whose they are.
    for file in [beside("-wal"), beside("-shm")] {
        match (look_at(&file)?, mode) {
            (None, _) => {}
            (Some(_), Mode::ReadOnly) => return Err(Error::new(Code::VaultNotReady)),
            (Some(_), _) => fs::remove_file(&file)?,
        }
    }
    for file in [path.clone(), beside("-journal")] {
        if look_at(&file)?.is_some_and(|found| mode == Mode::ReadWrite && is_open_to_others(&found)) {
            open_own(&file, Access::Write)?;
        }
    }
    Ok(path)
}

#[cfg(unix)]
fn is_open_to_others(found: &fs::Metadata) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&found.permissions()) & 0o077 != 0
}
#[cfg(not(unix))]
fn is_open_to_others(_: &fs::Metadata) -> bool {
    false
}

/// The outcome of a change of key.
pub enum Rekeyed {
    /// The file is intact under the new key, and open.
    New(Connection),
    /// The file is intact under the old key, and open; the error is why the change failed.
    Old(Connection, Error),
    /// The file opens with neither key now. SQLite repairs what it left at the next opening.
    Closed(Error),
}

/// Gives the database a new key. SQLCipher rewrites every page in one transaction, but does not report whether it was
/// committed, and keeps using the new key even if it was not. So this trusts only a fresh opening that reads every
/// page.
pub fn rekey(conn: Connection, path: &Path, old: &Key, new: &Key) -> Rekeyed {
    let told = apply_key(&conn, "rekey", new);
    drop(conn);
    #[cfg(test)]
    rekeying::done();
    let why = match open(path, new, Mode::ReadWrite) {
        Ok(conn) => return Rekeyed::New(conn),
        Err(e) => told.err().unwrap_or(e),
    };
    match open(path, old, Mode::ReadWrite) {
        Ok(conn) => Rekeyed::Old(conn, why),
        Err(_) => Rekeyed::Closed(why),
    }
}

/// What happens in the folder during a change of key, for the tests.
#[cfg(test)]
pub(crate) mod rekeying {
    use std::cell::Cell;

    thread_local! {
        static THEN: Cell<Option<Box<dyn FnOnce()>>> = const { Cell::new(None) };
    }

    /// Does this once, after the next change of key and before the file is opened again.
    pub(crate) fn then(does: Box<dyn FnOnce()>) {
        THEN.set(Some(does));
    }

    pub(super) fn done() {
        if let Some(does) = THEN.take() {
            does();
        }
    }
}

/// Copies an open database, page by page, to a new file under a key. Works also when the file no longer has its name.
///
/// # Errors
/// As `open_as`, and `disk.full`; what was written then is for the caller to remove.
pub fn copy(conn: &Connection, to: &Path, key: &Key) -> Result<()> {
    let mut copy = open_as(to, key, Mode::Create, &[])?;
    rusqlite::backup::Backup::new(conn, &mut copy)?.run_to_completion(1_000, std::time::Duration::ZERO, None)?;
    Ok(())
}

/// An empty connection in memory, for a session whose file is closed for a moment or for good.
///
/// # Errors
/// Never in practice.
#[expect(clippy::disallowed_methods, reason = "the one place where a database is opened, and this one is none")]
pub fn nothing() -> Result<Connection> {
    Ok(Connection::open_in_memory()?)
}

/// Reads every page and verifies its HMAC.
///
/// # Errors
/// `vault.damaged` with the number of faults.
fn check_pages(conn: &Connection) -> Result<()> {
    let mut stmt = conn.prepare("PRAGMA cipher_integrity_check")?;
    let faults = stmt.query_map([], |_| Ok(()))?.count();
    if faults == 0 { Ok(()) } else { Err(Error::new(Code::VaultDamaged).arg("count", faults)) }
}

/// Builds the SQL in a buffer that is wiped, so that no copy of the key stays in memory.
fn apply_key(conn: &Connection, pragma: &str, key: &Key) -> Result<()> {
    let mut digits = Zeroizing::new([0_u8; 64]);
    hex::encode_to_slice(key.expose(), digits.as_mut()).or_broken()?;
    let mut sql = Zeroizing::new(String::with_capacity(128));
    for part in ["PRAGMA ", pragma, " = \"x'", std::str::from_utf8(digits.as_ref()).or_broken()?, "'\""] {
        sql.push_str(part);
    }
    Ok(conn.execute_batch(&sql)?)
}

/// Settings chosen by measurement. Each is read back, because SQLite ignores a pragma that it does not know.
fn set_up(conn: &Connection, path: &Path) -> Result<()> {
    let _ = conn.pragma_update(None, "cipher_log_level", "NONE");
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).map_err(first_read)?;
    let journal: String = conn.pragma_query_value(None, "journal_mode", |r| r.get(0))?;
    if journal == "wal" {
        return Err(Error::new(Code::VaultDamaged));
    }
    let cache_kib = path.metadata().map_or(65_536, |m| (m.len() / 1024 * 6 / 5).clamp(65_536, 262_144));
    let settings: [(&str, String, String); 8] = [
        ("journal_mode", "TRUNCATE".into(), "truncate".into()),
        ("synchronous", "FULL".into(), "2".into()),
        ("secure_delete", "ON".into(), "1".into()),
        ("auto_vacuum", "NONE".into(), "0".into()),
        ("temp_store", "MEMORY".into(), "2".into()),
        ("foreign_keys", "ON".into(), "1".into()),
        ("trusted_schema", "OFF".into(), "0".into()),
        ("cache_size", format!("-{cache_kib}"), format!("-{cache_kib}")),
    ];
    for (name, value, expected) in settings {
        let _ = conn.pragma_update_and_check(None, name, value, |_| Ok(()));
        let found: rusqlite::types::Value = conn.pragma_query_value(None, name, |r| r.get(0))?;
        let found = match found {
            rusqlite::types::Value::Text(t) => t.to_lowercase(),
            rusqlite::types::Value::Integer(i) => i.to_string(),
            _ => String::new(),
        };
        if found != expected && !(name == "journal_mode" && conn.is_readonly("main")?) {
            return Err(Error::new(Code::DatabaseBroken).because(format!("pragma {name} is {found}")));
        }
    }
    // Without this, SQLite compiles a statement such as `WHERE id = ?1` anew each time it is bound.
    conn.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.busy_timeout(std::time::Duration::from_secs(2))?;
    Ok(())
}

fn first_read(e: rusqlite::Error) -> Error {
    match e.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => Error::new(Code::VaultHalvesDiffer).because(e),
        _ => e.into(),
    }
}

/// In read-only mode after a crash: SQLite must first restore pages from the journal, which means writing.
fn unready(mode: Mode, e: Error) -> Error {
    if mode == Mode::ReadOnly && e.code() == Code::DiskReadOnly {
        Error::new(Code::VaultNotReady).because(e)
    } else {
        e
    }
}

fn version(conn: &Connection) -> Result<usize> {
    let v: i64 = conn.pragma_query_value(None, "user_version", |r| r.get(0))?;
    usize::try_from(v).or_refuse(Code::VaultDamaged)
}

fn refuse_newer(conn: &Connection, migrations: &[Migration]) -> Result<()> {
    if version(conn)? > migrations.len() { Err(Error::new(Code::VaultTooNew)) } else { Ok(()) }
}

/// Runs the pending migrations and `leave_row` in one transaction, after saving a copy of the file. Does nothing if no
/// migration is pending.
///
/// # Errors
/// `vault.too_new`, `disk.full` and the like, and what `leave_row` refuses: the file then stays as it was.
pub fn migrate(
    conn: &Connection,
    path: &Path,
    migrations: &[Migration],
    leave_row: impl FnOnce() -> Result<()>,
) -> Result<()> {
    refuse_newer(conn, migrations)?;
    let from = version(conn)?;
    if from == migrations.len() {
        return Ok(());
    }
    if from > 0 {
        copy_whole(path, &safety_copy(path, from))?;
    }
    let tx = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    for (_, sql) in &migrations[from..] {
        tx.execute_batch(sql)?;
    }
    tx.pragma_update(None, "user_version", i64::try_from(migrations.len()).or_broken()?)?;
    leave_row()?;
    Ok(tx.commit()?)
}

/// The path of the copy made before migration `from + 1`. It contains the same people under the same key, so an erasure
/// and a change of key must remove it.
pub fn safety_copy(path: &Path, from: usize) -> PathBuf {
    path.with_file_name(format!("data-before-{:04}.db", from + 1))
}

/// Quotes a name from the schema for use in SQL where a parameter is not possible.
pub fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// `?, ?, ?`: placeholders for `n` values, so that no value is ever built into SQL.
pub fn marks(n: usize) -> String {
    vec!["?"; n].join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file as the first `version` migrations left it.
    fn older(path: &Path, key: &Key, version: usize, rows: &str) {
        open_as(path, key, Mode::Create, &MIGRATIONS[..version]).unwrap().execute_batch(rows).unwrap();
    }

    #[test]
    fn gifts_and_ledgers_of_before_move_along() {
        let (folder, key) = (tempfile::tempdir().unwrap(), Key::new([9; 32]));
        let path = folder.path().join("data.db");
        let rows = "INSERT INTO person (id, surname, sort_key, created_at, changed_at, replica) VALUES (randomblob(16), 'Smeets', 'smeets', 0, 0, x'07');
            INSERT INTO donation (id, person, kind, year, sealed, changed_at, replica) SELECT randomblob(16), id, 'gift', 2019, x'00', 0, x'07' FROM person;
            INSERT INTO erasure (id, number, done_at, state, sheet, ledger_hash, replica) VALUES (randomblob(16), '2026-0001', 0, 'done', '{}', randomblob(32), x'07');
            INSERT INTO erasure_record (erasure, record) SELECT id, randomblob(16) FROM erasure;";
        older(&path, &key, 6, rows);
        let conn = open(&path, &key, Mode::ReadWrite).unwrap();
        migrate(&conn, &path, MIGRATIONS, || Ok(())).unwrap();
        let one = |sql: &str| conn.query_row(sql, [], |r| r.get::<_, String>(0)).unwrap();
        assert_eq!(one("SELECT year_ends_on FROM donation"), "2019-12-31");
        assert_eq!(one("SELECT of_table || ' ' || scope FROM erasure_record"), "unknown unknown");
        for sql in ["DELETE FROM erasure_record WHERE true", "UPDATE erasure_record SET scope = 'row'"] {
            assert!(conn.execute_batch(sql).is_err(), "the ledger stays as it is: {sql}");
        }
    }
}
