//! The good files of the corpus, read by `calamine` too: the same sheets, cells in the same places, the same values.
#![allow(clippy::unwrap_used, reason = "a test stops where something is not as it must be")]
use calamine::{Data, Reader, open_workbook_auto_from_rs};
use ledenkluis_sheets::{Book, Cell, Work};
use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::{Path, PathBuf};

/// Files that are refused here, each on purpose: the corpus says how.
const REFUSED: &[&str] = &[
    "afgebroken.xlsx",
    "brief.xlsx",
    "herhaling-zonder-eind.ods",
    "op-slot.ods",
    "uitdijende-tekst.xlsx",
    "zip-bom.xlsx",
];

/// Its parts have other names than usual, which the format allows. `calamine` does not find them.
const ONLY_HERE: &[&str] = &["andere-namen.xlsx"];

/// Sheets that only `calamine` reports: copies of another file's cells, which an `.ods` file keeps for its links.
const COPIES: &[&str] = &["'file:///x.ods'#$Blad1", "dde"];

/// A cell by its sheet, its row and its column, from 1.
type Place = (String, u32, u32);

fn ours(book: &Book) -> BTreeMap<Place, &Cell> {
    let mut cells = BTreeMap::new();
    for sheet in &book.sheets {
        for row in &sheet.rows {
            let filled = (1..).zip(&row.cells).filter(|(_, cell)| !cell.text.trim().is_empty());
            cells.extend(filled.map(|(column, cell)| ((sheet.name.clone(), row.number, column), cell)));
        }
    }
    cells
}

fn theirs(bytes: &[u8]) -> Result<BTreeMap<Place, Data>, calamine::Error> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes))?;
    let mut cells = BTreeMap::new();
    for (name, range) in book.worksheets() {
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let is_blank = matches!(value, Data::String(text) if text.trim().is_empty());
            if !is_blank {
                cells.insert((name.clone(), top + row as u32 + 1, left + column as u32 + 1), value.clone());
            }
        }
    }
    Ok(cells)
}

/// Whether a cell shows this value. A number may be rounded or dressed up by its format.
fn shows(cell: &Cell, value: &Data) -> bool {
    let text = cell.text.trim();
    match value {
        Data::String(own) => text == own.trim(),
        Data::Bool(yes) => text.eq_ignore_ascii_case(if *yes { "true" } else { "false" }),
        Data::DateTime(moment) => {
            let day = moment.as_datetime().map(|moment| moment.date());
            moment.is_duration() || moment.as_f64() < 1.0 || cell.day == day
        }
        Data::DateTimeIso(moment) => cell.day.is_some_and(|day| moment.starts_with(&day.to_string())),
        Data::Int(_) | Data::Float(_) => {
            let number = value.to_string().parse::<f64>().unwrap();
            let plain = text.trim_start_matches(['€', ' ']).trim_end_matches('%').replace(',', ".");
            let shown = match plain.split_once('/') {
                Some((over, under)) => over.parse().and_then(|over: f64| under.parse().map(|under: f64| over / under)),
                None => plain.parse::<f64>(),
            };
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            let is_near = |shown: f64| [1.0, 0.01].iter().any(|part| (shown * part - number).abs() < 0.006);
            shown.is_ok_and(is_near) || digits(text).trim_start_matches('0') == digits(&value.to_string())
        }
        Data::Error(_) => text.starts_with('#'),
        Data::DurationIso(_) | Data::Empty => true,
    }
}

/// The workbooks of the corpus, by name.
fn workbooks() -> BTreeMap<String, Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/imports");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let is_workbook =
        |path: &PathBuf| ["xlsx", "xls", "ods"].iter().any(|end| path.extension().is_some_and(|own| own == *end));
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    files.filter(is_workbook).map(|path| (name(&path), std::fs::read(path).unwrap())).collect()
}

/// The places where both differ.
fn differences(book: &Book, other: &BTreeMap<Place, Data>) -> Vec<String> {
    let own = ours(book);
    let unlike = own.iter().filter(|(place, cell)| !other.get(place).is_some_and(|value| shows(cell, value)));
    let unlike = unlike.map(|(place, cell)| format!("{place:?}: {:?} and {:?}", cell.text, other.get(place)));
    let missed = other.iter().filter(|(place, _)| !own.contains_key(place) && !COPIES.contains(&place.0.as_str()));
    unlike.chain(missed.map(|(place, value)| format!("{place:?}: nothing and {value:?}"))).collect()
}

#[test]
fn both_read_the_same_from_the_good_files() {
    let mut compared = 0;
    for (name, bytes) in workbooks() {
        let own = ledenkluis_sheets::read(bytes.clone(), &Work::default());
        assert_eq!(own.is_err(), REFUSED.contains(&name.as_str()), "{name}");
        let Ok(book) = own else { continue };
        let other = theirs(&bytes);
        assert_eq!(other.is_err(), ONLY_HERE.contains(&name.as_str()), "{name}");
        if let Ok(other) = other {
            assert_eq!(differences(&book, &other), Vec::<String>::new(), "{name}");
            compared += 1;
        }
    }
    assert!(compared >= 7, "{compared} files");
}

#[test]
fn the_comparison_sees_another_value_and_another_place() {
    let bytes = workbooks().remove("zoals-getoond.xlsx").unwrap();
    let mut book = ledenkluis_sheets::read(bytes.clone(), &Work::default()).unwrap();
    let other = theirs(&bytes).unwrap();
    book.sheets[0].rows[1].cells[6].text = "1/3".into();
    assert_eq!(differences(&book, &other).len(), 1);
    book.sheets[0].rows[1].number += 100;
    assert!(differences(&book, &other).len() > 6);
}
