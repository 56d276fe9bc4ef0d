//! On real SQLCipher files: the scan finds what is there, and only then does finding nothing prove anything.
use super::*;
use crate::error::Code;
use crate::kernel::db::{self, Mode};
use crate::kernel::files::write_whole;
use crate::kernel::pages::{BODY, PAGE};
use rusqlite::Connection;

fn key(n: u8) -> Key {
    Key::new([n; 32])
}

fn strings() -> Vec<String> {
    ["Okafor-Zuiderduin", "grace.okafor@voorbeeld.nl", "Çağlayan Ölmez", "Kort"].map(str::to_owned).to_vec()
}

fn file(folder: &Path) -> Connection {
    let conn = db::open(&folder.join("data.db"), &key(7), Mode::Create).unwrap();
    conn.execute_batch("CREATE TABLE probe (id INTEGER PRIMARY KEY, text TEXT, sorted TEXT, raw TEXT) STRICT").unwrap();
    for i in 0..400 {
        let s = strings();
        let who = if i % 100 == 7 { s } else { vec![format!("vulling {i}"), "x".repeat(90), String::new()] };
        conn.execute(
            "INSERT INTO probe (text, sorted, raw) VALUES (?1, ?2, ?3)",
            (&who[0], fold(&who[2]), hex::encode(&who[1])),
        )
        .unwrap();
    }
    conn
}

fn found(folder: &Path, key: &Key) -> BTreeSet<usize> {
    look_through(folder, key, &Needles::new(&strings()).unwrap()).unwrap().in_data
}

#[test]
fn it_finds_planted_strings_as_written_folded_and_in_hex() {
    let folder = tempfile::tempdir().unwrap();
    drop(file(folder.path()));
    assert_eq!(found(folder.path(), &key(7)), BTreeSet::from([0, 1, 2]));
    assert_eq!(
        Needles::new(&strings()).unwrap().strings(),
        BTreeSet::from([0, 1, 2]),
        "`Kort` is too short to prove anything"
    );
}

#[test]
fn it_finds_them_in_freed_pages_and_no_more_after_the_cleaning() {
    let folder = tempfile::tempdir().unwrap();
    let conn = file(folder.path());
    conn.pragma_update(None, "secure_delete", "OFF").unwrap();
    conn.execute("DELETE FROM probe WHERE id > 0", []).unwrap();
    let left: i64 = conn.query_row("SELECT count(*) FROM probe", [], |r| r.get(0)).unwrap();
    assert_eq!((left, found(folder.path(), &key(7))), (0, BTreeSet::from([0, 1, 2])), "SQL sees nothing, the pages do");
    conn.execute_batch("VACUUM").unwrap();
    db::rekey(conn, &folder.path().join("data.db"), &key(7), &key(8));
    assert_eq!(found(folder.path(), &key(8)), BTreeSet::new());
    let old = look_through(folder.path(), &key(7), &Needles::new(&strings()).unwrap());
    assert_eq!(old.unwrap_err().code(), Code::VaultDamaged, "the old key opens no page");
}

#[test]
fn every_page_is_read_and_a_flipped_bit_is_told() {
    let folder = tempfile::tempdir().unwrap();
    drop(file(folder.path()));
    let path = folder.path().join("data.db");
    let length = fs::metadata(&path).unwrap().len();
    let pages = each_page(&path, &key(7), |n, page| {
        assert_eq!(page.len(), BODY);
        assert!(n != 1 || page[16..].starts_with(&[16, 0]), "page 1 goes on with the page size, 4096");
    });
    assert_eq!(u64::from(pages.unwrap()) * PAGE as u64, length);
    let mut bytes = fs::read(&path).unwrap();
    bytes[PAGE * 2 + 100] ^= 1;
    write_whole(&path, &bytes).unwrap();
    assert_eq!(each_page(&path, &key(7), |_, _| ()).unwrap_err().code(), Code::VaultDamaged);
}

#[test]
fn other_files_of_the_folder_are_read_too_also_deeper_down() {
    let folder = tempfile::tempdir().unwrap();
    drop(file(folder.path()));
    fs::create_dir(folder.path().join("files")).unwrap();
    write_whole(&folder.path().join("header.json"), b"{}").unwrap();
    let long = format!("{}GRACE.OKAFOR@VOORBEELD.NL", "x".repeat(70_000));
    write_whole(&folder.path().join("files/uuid"), long.as_bytes()).unwrap();
    let found = look_through(folder.path(), &key(7), &Needles::new(&strings()).unwrap()).unwrap();
    assert_eq!((found.files, found.in_files), (3, vec![folder.path().join("files/uuid")]), "and the empty journal");
}

#[test]
fn a_text_across_two_pages_is_found_whole() {
    let folder = tempfile::tempdir().unwrap();
    let conn = file(folder.path());
    let strings: Vec<String> = (0..4_100).step_by(20).map(|n| format!("Okafor-{n:05}-Zuiderduin")).collect();
    for (i, string) in strings.iter().enumerate() {
        // All equally long, so that all are split at the same place.
        let text = format!("{}{string}{}", "x".repeat(4_000 + i * 20), "y".repeat(5_000 - i * 20));
        conn.execute("INSERT INTO probe (text) VALUES (?1)", [text]).unwrap();
    }
    let (needles, mut alone) = (Needles::new(&strings).unwrap(), BTreeSet::new());
    each_page(&folder.path().join("data.db"), &key(7), |_, page| needles.find_also(page, &mut alone)).unwrap();
    assert!(alone.len() < strings.len(), "some are cut by the end of a page");
    let found = look_through(folder.path(), &key(7), &needles).unwrap();
    assert_eq!(found.in_data.len(), strings.len());
}
