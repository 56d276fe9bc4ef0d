//! Compares a file as other programs measured it with the output of `kluis inspect`.
use serde_json::Value;

/// The differences.
pub(crate) fn compare(file: &Value, found: &Value) -> Vec<String> {
    let measured = &file["measured"];
    let Some(sheets) = measured["sheets"].as_array() else { return text_file(measured, &found["sheets"][0]) };
    let ours = list(&found["sheets"]);
    let told = |number: usize| {
        let of_sheet = |w: &&Value| w["code"] == "import.left_out_row" && w["sheet"] == number;
        list(&found["warnings"]).iter().filter(of_sheet).count()
    };
    let pairs = (1..).zip(sheets.iter().zip(ours));
    let mut faults: Vec<String> = pairs.flat_map(|(number, (m, s))| sheet(m, s, told(number))).collect();
    if sheets.len() != ours.len() {
        faults.push(format!("{} sheets instead of {}", ours.len(), sheets.len()));
    }
    for shown in list(&file["libreoffice_as_shown"]) {
        faults.extend(as_shown(shown, ours, file["format"] == "ods"));
    }
    faults
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn number(value: &Value) -> usize {
    value.as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or_default()
}

/// Rows that headings may occupy below the first one.
const HEADING: u64 = 2;

/// `left_out`: the number of rows that `kluis` reports as not being records.
fn sheet(measured: &Value, found: &Value, left_out: usize) -> Vec<String> {
    let mut faults = vec![];
    let name = measured["name"].as_str().unwrap_or_default();
    if found["name"] != name {
        faults.push(format!("sheet {name:?} is called {}", found["name"]));
    }
    if let Some(state) = measured["state"].as_str().filter(|s| *s != "?")
        && found["hidden"] != (state != "visible")
    {
        faults.push(format!("{name}: hidden is {}", found["hidden"]));
    }
    let (rows, header) = (number(&found["rows"]), found["header_row"].as_u64());
    let non_blank = number(measured.get("rows_nonblank").unwrap_or(&measured["rows_nonempty"]));
    // Every other row is above the list, part of its headings, or reported: no row is lost and none is made up.
    let others = non_blank as i64 - rows as i64 - left_out as i64;
    let possible = header.map_or(0..=0, |row| 1..=(row + HEADING) as i64);
    match measured.get("data_rows").map(number) {
        Some(by_eye) if rows != by_eye => faults.push(format!("{name}: {rows} records instead of {by_eye}")),
        None if !possible.contains(&others) => {
            faults.push(format!("{name}: {rows} records of {non_blank} rows, headings in row {header:?}"));
        }
        _ => {}
    }
    if others == i64::from(header.is_some()) {
        faults.extend(first_record(measured, found, header.unwrap_or(0) + 1).map(|f| format!("{name}: {f}")));
    }
    if let Some(row) = measured.get("header_row")
        && row.as_u64() != header
    {
        faults.push(format!("{name}: headings in row {header:?} instead of {row}"));
    }
    faults
}

/// Checks that text in the row below the headings is in the first record word for word.
fn first_record(measured: &Value, found: &Value, row: u64) -> Option<String> {
    let shown = texts(&found["first_rows"][0]);
    list(&measured["samples"]).iter().filter(|s| s["type"] == "string").find_map(|sample| {
        let place = sample["cell"].as_str()?;
        let letters = place.bytes().take_while(u8::is_ascii_uppercase);
        let column = letters.fold(0, |n, b| n * 26 + usize::from(b - b'A') + 1);
        let of_row = place.trim_start_matches(|c: char| c.is_ascii_uppercase()) == row.to_string();
        let (ours, theirs) = (shown.get(column - 1).cloned().unwrap_or_default(), text(&sample["value"]));
        let same = words(&ours) == words(&theirs) || theirs.ends_with('…');
        (of_row && !same).then(|| format!("{place} shows {ours:?} instead of {theirs:?}"))
    })
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fn text_file(measured: &Value, found: &Value) -> Vec<String> {
    let mut faults = vec![];
    let filled = |row: &[String]| row.iter().map(|t| t.trim().trim_matches('\0').to_owned()).collect::<Vec<_>>();
    let Some(row) = measured["header_record_index"].as_u64() else { return faults };
    if found["header_row"].as_u64() != Some(row + 1) {
        faults.push(format!("headings in row {} instead of {}", found["header_row"], row + 1));
    }
    if let Some(n) = measured["data_rows_nonblank"].as_u64().or(measured["data_rows"].as_u64())
        && found["rows"] != n
    {
        faults.push(format!("{} records instead of {n}", found["rows"]));
    }
    let first = texts(&measured["first_record"]);
    let names: Vec<String> = list(&found["columns"]).iter().map(|c| text(&c["heading"])).collect();
    let headings = texts(&measured["header"]);
    if !headings.is_empty() && trimmed(&headings) != trimmed(&names) {
        faults.push(format!("headings are {names:?}"));
    }
    let shown = filled(&texts(&found["first_rows"][0]));
    let cut = first.iter().any(|t| t.ends_with('…'));
    if !headings.is_empty() && !cut && trimmed(&filled(&first)) != trimmed(&shown) {
        faults.push(format!("the first record is {shown:?} instead of {first:?}"));
    }
    faults
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn texts(value: &Value) -> Vec<String> {
    list(value).iter().map(text).collect()
}

/// Trims white space and drops empty cells at the end.
fn trimmed(cells: &[String]) -> Vec<String> {
    let mut cells: Vec<String> = cells.iter().map(|c| c.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    while cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    cells
}

/// Compares the first or second row as LibreOffice shows it with our first record.
fn as_shown(shown: &Value, sheets: &[Value], other_language: bool) -> Vec<String> {
    let Some(sheet) = sheets.iter().find(|s| shown["name"] == s["name"]) else { return vec![] };
    let (first, second) = (texts(&shown["first"]), texts(&shown["second"]));
    let row = if sheet["header_row"].is_null() { first } else { second };
    // Below a title or headings of several rows, the first record is further down.
    let several = number(&shown["rows_nonempty"]) > number(&sheet["rows"]) + 1;
    if several || row.is_empty() {
        return vec![];
    }
    let cells: Vec<String> = texts(&sheet["first_rows"][0]).into_iter().take(row.len().min(12)).collect();
    // LibreOffice shows a boolean from Excel 97 as a number; Excel shows the word.
    let truth = |a: &String, b: &String| matches!((a.as_str(), b.as_str()), ("TRUE", "1") | ("FALSE", "0"));
    let (ours, theirs) = (trimmed(&cells), trimmed(&row));
    // An OpenDocument cell keeps text in the language it was made in, so only words can be compared.
    let figures = |t: &str| other_language && (t.chars().any(|c| c.is_ascii_digit()) || truth_word(t));
    let alike = |a: &String, b: &String| a == b || truth(a, b) || (figures(a) && figures(b));
    let same = ours.len() == theirs.len() && ours.iter().zip(&theirs).all(|(a, b)| alike(a, b));
    if same { vec![] } else { vec![format!("{}: shows {cells:?} instead of {row:?}", sheet["name"])] }
}

fn truth_word(text: &str) -> bool {
    matches!(text.to_uppercase().as_str(), "TRUE" | "FALSE" | "WAAR" | "ONWAAR" | "WAHR" | "FALSCH")
}
