//! The baseline: the same people in an unencrypted SQLite file.
use ledenkluis_core::api::types::PersonRow;
use ledenkluis_core::app::write_whole;
use ledenkluis_core::kernel::db::{self, Mode};
use ledenkluis_core::kernel::secret::Key;
use rusqlite::{Connection, params};
use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use tempfile::TempDir;

pub(crate) struct Plain {
    folder: TempDir,
    conn: Connection,
    copy: Option<Connection>,
    page: File,
}

impl Plain {
    #[expect(clippy::disallowed_methods, reason = "the baseline is a file without a key")]
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let conn = Connection::open(folder.path().join("plain.db")).expect("a file");
        conn.execute_batch(
            "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;
             CREATE TABLE person (id TEXT PRIMARY KEY, sort_name TEXT, name TEXT, email TEXT, phone TEXT, city TEXT, number TEXT) STRICT;
             CREATE INDEX person_sort ON person (sort_name);",
        )
        .expect("a table");
        let page = File::create(folder.path().join("page")).expect("a file");
        Plain { folder, conn, copy: None, page }
    }

    pub(crate) fn fill(&mut self, rows: &[PersonRow]) {
        self.fill_as(rows, "");
    }

    /// Adds the same rows again with other ids, as a second list.
    pub(crate) fn fill_beside(&mut self, rows: &[PersonRow]) {
        self.fill_as(rows, "+");
    }

    fn fill_as(&mut self, rows: &[PersonRow], mark: &str) {
        let tx = self.conn.transaction().expect("a transaction");
        for row in rows {
            let id = format!("{}{mark}", row.id);
            let fields = [&id, &row.sort_name, &row.name, &row.email, &row.phone, &row.city, &row.member_number];
            tx.execute("INSERT INTO person VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", fields).expect("a row");
        }
        tx.commit().expect("a commit");
    }

    /// Makes an unencrypted copy of the vault's database.
    #[expect(clippy::disallowed_methods, reason = "the baseline is a file without a key")]
    pub(crate) fn copy(&mut self, data: &Path, key: &Key) {
        let path = self.folder.path().join("copy.db");
        // A connection of the vault cannot create files, so create the copy first.
        File::create(&path).expect("a file");
        let vault = db::open(data, key, Mode::ReadWrite).expect("the vault");
        vault.execute("ATTACH DATABASE ?1 AS copy KEY ''", [path.to_str()]).expect("a file");
        vault.query_row("SELECT sqlcipher_export('copy')", [], |_| Ok(())).expect("a copy");
        let copy = Connection::open(path).expect("a copy");
        copy.execute_batch("PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
            .expect("settings");
        self.copy = Some(copy);
    }

    /// The cost of a VACUUM without encryption.
    pub(crate) fn vacuum(&mut self) {
        self.copy.as_ref().expect("a copy").execute_batch("VACUUM").expect("a vacuum");
    }

    /// Writes one file durably.
    pub(crate) fn durable_file(&self, bytes: &[u8]) {
        write_whole(&self.folder.path().join("file"), bytes).expect("a file");
    }

    fn read(&self, sql: &str, params: impl rusqlite::Params) {
        let mut stmt = self.conn.prepare_cached(sql).expect("a statement");
        let rows = stmt.query_map(params, |r| r.get::<_, String>(1)).expect("rows");
        assert!(rows.map(|r| r.expect("a row").len()).sum::<usize>() < usize::MAX);
    }

    pub(crate) fn first_page(&self) {
        self.read("SELECT * FROM person ORDER BY sort_name LIMIT 50", []);
    }

    pub(crate) fn search(&self, q: &str) {
        self.read(
            "SELECT * FROM person WHERE name || ' ' || email || ' ' || phone || ' ' || city || ' ' || number LIKE ?1 ORDER BY sort_name LIMIT 50",
            params![format!("%{q}%")],
        );
    }

    pub(crate) fn scan(&self) {
        self.read("SELECT * FROM person", []);
    }

    pub(crate) fn durable_page(&mut self) {
        self.page.seek(SeekFrom::Start(0)).expect("the start");
        self.page.write_all(&[7; 4096]).expect("a page");
        self.page.sync_data().expect("durable");
    }
}
