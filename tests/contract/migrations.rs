//! Every earlier schema becomes the newest one, and a file that cannot be migrated stays unchanged.
use ledenkluis_core::error::Code;
use ledenkluis_core::kernel::db::{self, MIGRATIONS, Migration, Mode};
use ledenkluis_core::kernel::secret::Key;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Place(tempfile::tempdir().unwrap())
    }

    fn data(&self) -> PathBuf {
        self.0.path().join("data.db")
    }

    /// The names of all files in the folder, except journals.
    fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.retain(|name| !name.ends_with("-journal"));
        names.sort();
        names
    }

    /// Opens the file like a program that knows these migrations; returns its schema.
    fn open_as(&self, mode: Mode, migrations: &[Migration]) -> Vec<String> {
        schema(&self.data(), mode, migrations).unwrap()
    }

    /// A file made by the first `n` migrations, with one person in it.
    fn as_of(n: usize) -> Self {
        let place = Place::new();
        place.open_as(Mode::Create, &MIGRATIONS[..n]);
        let conn = db::open_as(&place.data(), &key(), Mode::ReadWrite, &MIGRATIONS[..n]).unwrap();
        let someone = "INSERT INTO person (id, surname, sort_key, created_at, changed_at, replica)
                       VALUES (zeroblob(16), 'Pronk', 'pronk', 0, 0, x'00')";
        conn.execute(someone, []).unwrap();
        place
    }
}

fn key() -> Key {
    Key::new([1; 32])
}

fn schema(path: &Path, mode: Mode, migrations: &[Migration]) -> Result<Vec<String>, Code> {
    let conn = db::open_as(path, &key(), mode, migrations).map_err(|e| e.code())?;
    if mode == Mode::ReadWrite {
        db::migrate(&conn, path, migrations, || Ok(())).map_err(|e| e.code())?;
    }
    let mut stmt =
        conn.prepare("SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1").unwrap();
    let rows = stmt.query_map([], |r| r.get(0)).unwrap();
    Ok(rows.collect::<Result<_, _>>().unwrap())
}

fn surnames(place: &Place) -> Vec<String> {
    let conn = db::open(&place.data(), &key(), Mode::ReadOnly).unwrap();
    let mut stmt = conn.prepare("SELECT surname FROM person").unwrap();
    let rows = stmt.query_map([], |r| r.get(0)).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

/// The migrations of a future program, which has one more.
fn tomorrow(sql: &'static str) -> Vec<Migration> {
    MIGRATIONS.iter().copied().chain([("tomorrow", sql)]).collect()
}

#[test]
fn every_older_file_becomes_the_newest_at_once_and_step_by_step() {
    let newest = Place::new().open_as(Mode::Create, MIGRATIONS);
    assert!(newest.len() > MIGRATIONS.len());
    for n in 1..=MIGRATIONS.len() {
        let at_once = Place::as_of(n);
        assert_eq!(at_once.open_as(Mode::ReadWrite, MIGRATIONS), newest, "from {n} at once");
        assert_eq!(surnames(&at_once), ["Pronk"], "from {n} at once");

        let by_steps = Place::as_of(n);
        for step in n..=MIGRATIONS.len() {
            by_steps.open_as(Mode::ReadWrite, &MIGRATIONS[..step]);
        }
        assert_eq!(by_steps.open_as(Mode::ReadOnly, MIGRATIONS), newest, "from {n} step by step");
        assert_eq!(surnames(&by_steps), ["Pronk"], "from {n} step by step");
    }
}

#[test]
fn every_migration_has_its_number_and_says_something() {
    for (at, (name, sql)) in MIGRATIONS.iter().enumerate() {
        let file = format!("{:04}_{name}.sql", at + 1);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/core/migrations");
        assert_eq!(fs::read_to_string(folder.join(&file)).ok().as_deref(), Some(*sql), "{file}");
    }
}

#[test]
fn a_copy_of_before_is_put_aside_whole_and_opens_with_the_key() {
    for n in 1..MIGRATIONS.len() {
        let place = Place::as_of(n);
        let (before, old_schema) = (fs::read(place.data()).unwrap(), place.open_as(Mode::ReadOnly, &MIGRATIONS[..n]));
        place.open_as(Mode::ReadWrite, MIGRATIONS);
        let copy = db::safety_copy(&place.data(), n);
        assert_eq!(fs::read(&copy).unwrap(), before, "from {n}");
        assert_ne!(fs::read(place.data()).unwrap(), before, "from {n}");
        assert_eq!(schema(&copy, Mode::ReadOnly, &MIGRATIONS[..n]).unwrap(), old_schema, "from {n}");
        assert_eq!(place.files(), [copy.file_name().unwrap().to_str().unwrap(), "data.db"], "from {n}");
    }
}

#[test]
fn a_newest_file_is_opened_without_a_copy() {
    let place = Place::as_of(MIGRATIONS.len());
    place.open_as(Mode::ReadWrite, MIGRATIONS);
    assert_eq!(place.files(), ["data.db"]);
}

#[test]
fn a_newer_file_is_refused_and_not_a_byte_of_it_changes() {
    let place = Place::new();
    place.open_as(Mode::Create, &tomorrow("CREATE TABLE tomorrow (id INTEGER PRIMARY KEY) STRICT"));
    let before = fs::read(place.data()).unwrap();
    for mode in [Mode::ReadWrite, Mode::ReadOnly] {
        assert_eq!(schema(&place.data(), mode, MIGRATIONS), Err(Code::VaultTooNew), "{mode:?}");
        assert_eq!(fs::read(place.data()).unwrap(), before, "{mode:?}");
    }
    assert_eq!(place.files(), ["data.db"]);
}

#[test]
fn a_migration_that_fails_half_way_leaves_the_file_as_it_was() {
    let place = Place::as_of(MIGRATIONS.len());
    let before = (fs::read(place.data()).unwrap(), place.open_as(Mode::ReadOnly, MIGRATIONS));
    let bad = tomorrow(
        "CREATE TABLE tomorrow (id INTEGER PRIMARY KEY) STRICT; DELETE FROM person; INSERT INTO nowhere VALUES (1)",
    );
    assert_eq!(schema(&place.data(), Mode::ReadWrite, &bad), Err(Code::DatabaseBroken));
    assert_eq!((fs::read(place.data()).unwrap(), place.open_as(Mode::ReadOnly, MIGRATIONS)), before);
    assert_eq!(surnames(&place), ["Pronk"]);
}

#[test]
fn where_the_copy_cannot_be_put_aside_nothing_is_migrated_and_no_half_copy_is_left() {
    let place = Place::as_of(1);
    let before = fs::read(place.data()).unwrap();
    // A folder occupies the path of the copy.
    fs::create_dir(db::safety_copy(&place.data(), 1)).unwrap();
    assert!(schema(&place.data(), Mode::ReadWrite, MIGRATIONS).is_err());
    assert_eq!(fs::read(place.data()).unwrap(), before);
    assert_eq!(place.files(), ["data-before-0002.db", "data.db"]);
}
