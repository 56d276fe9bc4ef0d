//! A file as other programs measured it beside the same file as `kluis inspect` prints it.
use serde_json::Value;

/// What differs.
pub(crate) fn compare(file: &Value, found: &Value) -> Vec<String> {
    let measured = &file["measured"];
    let Some(sheets) = measured["sheets"].as_array() else { return text_file(measured, &found["sheets"][0]) };
    let ours = list(&found["sheets"]);
    let mut faults: Vec<String> = sheets.iter().zip(ours).flat_map(|(m, s)| sheet(m, s)).collect();
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

fn sheet(measured: &Value, found: &Value) -> Vec<String> {
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
    let non_blank = measured["rows_nonblank"].as_u64().or(measured["rows_nonempty"].as_u64()).unwrap_or(0) as usize;
    let by_eye = measured.get("data_rows").and_then(Value::as_u64).map(|n| n as usize);
    // Where nobody looked: all rows with content, less one for the headings if there are any.
    let expected = by_eye.unwrap_or(non_blank - usize::from(header.is_some()));
    // Headings over several rows, and what stands above them.
    let above = header.map_or(0, |h| h as usize + 3);
    if rows != expected && (by_eye.is_some() || rows + above < expected) {
        faults.push(format!("{name}: {rows} records instead of {expected}, headings in row {header:?}"));
    }
    if let Some(row) = measured.get("header_row")
        && row.as_u64() != header
    {
        faults.push(format!("{name}: headings in row {header:?} instead of {row}"));
    }
    faults
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

/// Without white space around and without empty cells at the end.
fn trimmed(cells: &[String]) -> Vec<String> {
    let mut cells: Vec<String> = cells.iter().map(|c| c.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    while cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    cells
}

/// The first or second row as LibreOffice shows it, against headings and first record.
fn as_shown(shown: &Value, sheets: &[Value], other_language: bool) -> Vec<String> {
    let Some(sheet) = sheets.iter().find(|s| shown["name"] == s["name"]) else { return vec![] };
    let (first, second) = (texts(&shown["first"]), texts(&shown["second"]));
    let row = if sheet["header_row"].is_null() { first } else { second };
    // A list with a title or heading of several rows has its first record further down.
    let several = number(&shown["rows_nonempty"]) > number(&sheet["rows"]) + 1;
    if several || row.is_empty() || other_language {
        return vec![];
    }
    let cells: Vec<String> = texts(&sheet["first_rows"][0]).into_iter().take(row.len().min(12)).collect();
    // LibreOffice shows a truth value that came from Excel 97 as a number; Excel shows the word.
    let truth = |a: &String, b: &String| matches!((a.as_str(), b.as_str()), ("TRUE", "1") | ("FALSE", "0"));
    let (ours, theirs) = (trimmed(&cells), trimmed(&row));
    let same = ours.len() == theirs.len() && ours.iter().zip(&theirs).all(|(a, b)| a == b || truth(a, b));
    if same { vec![] } else { vec![format!("{}: shows {cells:?} instead of {row:?}", sheet["name"])] }
}
