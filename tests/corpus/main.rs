//! Reads every list of the corpus of real files (`../shared/corpus` beside the project) and holds what comes out against
//! what other programs measured. Where the corpus is not at hand the test says so and passes.
use ledenkluis_core::features::import::{Inspection, inspect};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

/// Longer than this is a hang, on the slowest machine.
const HANG: Duration = Duration::from_secs(60);

fn corpus() -> Option<(PathBuf, Value)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent()?;
    let dir = root.join("../shared/corpus").canonicalize().ok()?;
    let text = std::fs::read_to_string(dir.join("expected.json")).ok()?;
    Some((dir, serde_json::from_str(&text).ok()?))
}

/// Looks into a file on a thread of its own, so that a hang fails this test and not the whole run.
fn look(path: PathBuf) -> Result<Inspection, String> {
    let (send, receive) = mpsc::channel();
    let name = path.display().to_string();
    std::thread::spawn(move || send.send(inspect(&path, None).map_err(|e| e.code().to_string())));
    receive.recv_timeout(HANG).unwrap_or_else(|_| panic!("hangs or crashes on {name}"))
}

fn is_list(name: &str) -> bool {
    ["xlsx/", "xls/", "ods/", "csv/"].iter().any(|d| name.starts_with(d))
}

#[test]
fn every_list_of_the_corpus_is_read_as_other_programs_read_it() {
    let Some((dir, expected)) = corpus() else {
        println!("no corpus beside the project: nothing was compared");
        return;
    };
    let mut faults = vec![];
    let mut looked = 0;
    for (name, file) in expected["files"].as_object().expect("files").iter().filter(|(n, _)| is_list(n)) {
        looked += 1;
        let found = look(dir.join(name));
        let outcome = file["outcome"].as_str().unwrap_or_default();
        match (&found, outcome) {
            (Err(code), "refuse")
                if ["import.encrypted", "import.damaged", "import.too_large"].contains(&code.as_str()) => {}
            (Err(code), "refuse") => faults.push(format!("{name}: refused as {code}")),
            (Ok(_), "refuse") => faults.push(format!("{name}: must be refused")),
            (Err(code), "nothing") if code == "import.nothing" => {}
            (other, "nothing") => faults.push(format!("{name}: must be nothing, is {:?}", other.as_ref().err())),
            (Err(code), "either") if code.starts_with("import.") => {}
            (Err(code), _) => faults.push(format!("{name}: {code}")),
            (Ok(found), _) => faults.extend(compare(file, found).into_iter().map(|f| format!("{name}: {f}"))),
        }
    }
    assert!(looked > 40, "the corpus holds lists");
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// What differs between a file as measured and as read.
fn compare(file: &Value, found: &Inspection) -> Vec<String> {
    let measured = &file["measured"];
    match measured["sheets"].as_array() {
        Some(sheets) => {
            let mut faults: Vec<String> = sheets.iter().zip(&found.sheets).flat_map(|(m, s)| sheet(m, s)).collect();
            if sheets.len() != found.sheets.len() {
                faults.push(format!("{} sheets instead of {}", found.sheets.len(), sheets.len()));
            }
            for shown in file["libreoffice_as_shown"].as_array().into_iter().flatten() {
                faults.extend(as_shown(shown, found, file["format"] == "ods"));
            }
            faults
        }
        None => text_file(measured, &found.sheets[0]),
    }
}

fn sheet(measured: &Value, found: &ledenkluis_core::features::import::SheetView) -> Vec<String> {
    let mut faults = vec![];
    let name = measured["name"].as_str().unwrap_or_default();
    if name != found.name {
        faults.push(format!("sheet {:?} is called {:?}", name, found.name));
    }
    if let Some(state) = measured["state"].as_str().filter(|s| *s != "?")
        && (state != "visible") != found.hidden
    {
        faults.push(format!("{name}: hidden is {}", found.hidden));
    }
    let non_blank = measured["rows_nonblank"].as_u64().or(measured["rows_nonempty"].as_u64()).unwrap_or(0) as usize;
    let by_eye = measured.get("data_rows").and_then(Value::as_u64).map(|n| n as usize);
    // Where nobody looked: all rows with content, less one for the headings if there are any.
    let expected = by_eye.unwrap_or(non_blank - usize::from(found.header_row.is_some()));
    // Headings over several rows, and what stands above them.
    let above = found.header_row.map_or(0, |h| h as usize + 3);
    if found.rows != expected && (by_eye.is_some() || found.rows + above < expected) {
        faults.push(format!(
            "{name}: {} records instead of {expected}, headings in row {:?}",
            found.rows, found.header_row
        ));
    }
    if let Some(row) = measured.get("header_row")
        && row.as_u64() != found.header_row.map(u64::from)
    {
        faults.push(format!("{name}: headings in row {:?} instead of {row}", found.header_row));
    }
    faults
}

fn text_file(measured: &Value, found: &ledenkluis_core::features::import::SheetView) -> Vec<String> {
    let mut faults = vec![];
    let filled = |row: &[String]| row.iter().map(|t| t.trim().trim_matches('\0').to_owned()).collect::<Vec<_>>();
    if let Some(row) = measured["header_record_index"].as_u64() {
        if found.header_row.map(u64::from) != Some(row + 1) {
            faults.push(format!("headings in row {:?} instead of {}", found.header_row, row + 1));
        }
        if let Some(n) = measured["data_rows_nonblank"].as_u64().or(measured["data_rows"].as_u64())
            && found.rows as u64 != n
        {
            faults.push(format!("{} records instead of {n}", found.rows));
        }
        let first: Vec<String> = texts(&measured["first_record"]);
        let names: Vec<String> = found.columns.iter().map(|c| c.heading.clone()).collect();
        let headings = texts(&measured["header"]);
        if !headings.is_empty() && trimmed(&headings) != trimmed(&names) {
            faults.push(format!("headings are {names:?}"));
        }
        let shown = found.first_rows.first().map(|r| filled(r)).unwrap_or_default();
        if !headings.is_empty()
            && !first.iter().any(|t| t.ends_with('…'))
            && trimmed(&filled(&first)) != trimmed(&shown)
        {
            faults.push(format!("the first record is {shown:?} instead of {first:?}"));
        }
    }
    faults
}

fn texts(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().map(|v| v.as_str().unwrap_or_default().to_owned()).collect()
}

/// Without white space around and without empty cells at the end.
fn trimmed(cells: &[String]) -> Vec<String> {
    let mut cells: Vec<String> = cells.iter().map(|c| c.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    while cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    cells
}

/// The first or second row as LibreOffice shows it, against headings and first record.
fn as_shown(shown: &Value, found: &Inspection, other_language: bool) -> Vec<String> {
    let Some(sheet) = found.sheets.iter().find(|s| shown["name"] == s.name.as_str()) else { return vec![] };
    let (first, second) = (texts(&shown["first"]), texts(&shown["second"]));
    let row = if sheet.header_row.is_some() { second } else { first };
    // A list with a title or heading of several rows has its first record further down.
    let several = shown["rows_nonempty"].as_u64().unwrap_or(0) as usize > sheet.rows + 1;
    if several || row.is_empty() || other_language {
        return vec![];
    }
    let cells = sheet.first_rows.first().cloned().unwrap_or_default();
    let cells: Vec<String> = cells.into_iter().take(row.len().min(12)).collect();
    // LibreOffice shows a truth value that came from Excel 97 as a number; Excel shows the word.
    let truth = |a: &String, b: &String| matches!((a.as_str(), b.as_str()), ("TRUE", "1") | ("FALSE", "0"));
    let (ours, theirs) = (trimmed(&cells), trimmed(&row));
    let same = ours.len() == theirs.len() && ours.iter().zip(&theirs).all(|(a, b)| a == b || truth(a, b));
    if same { vec![] } else { vec![format!("{}: shows {cells:?} instead of {row:?}", sheet.name)] }
}
