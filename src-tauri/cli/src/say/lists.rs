//! A list looked into, brought in, or undone.
use super::{count, line, list, text};
use crate::args::Import;
use ledenkluis_core::text::Text;
use serde_json::Value;
use std::path::Path;

pub(super) fn inspected(file: &Path, answer: &Value, words: Text) -> Vec<String> {
    let file = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut lines = vec![];
    for sheet in list(&answer["sheets"]) {
        lines.push(facts(&file, sheet, words));
        let header = match sheet["header_row"].as_i64() {
            Some(row) => words.get("import-header-choose", &[("n", row.into())]),
            None => words.plain("import-header-absent"),
        };
        lines.push(format!("  {header}"));
        for (n, column) in list(&sheet["columns"]).iter().enumerate() {
            let args = [
                ("column", letters(n).into()),
                ("heading", text(&column["heading"]).into()),
                ("meaning", meaning(column, words).into()),
            ];
            lines.push(format!("  {}", words.get("kluis-column", &args)));
        }
    }
    lines.extend(list(&answer["warnings"]).iter().map(|w| problem(w, words)));
    lines
}

fn facts(file: &str, sheet: &Value, words: Text) -> String {
    let (name, n) = (text(&sheet["name"]), count(&sheet["rows"]));
    let facts = match name {
        "" => words.get("import-file-facts-plain", &[("file", file.into()), ("n", n.into())]),
        name => words.get("import-file-facts", &[("file", file.into()), ("sheet", name.into()), ("n", n.into())]),
    };
    if sheet["hidden"] == true { format!("{facts} ({})", words.plain("import-sheet-hidden")) } else { facts }
}

fn meaning(column: &Value, words: Text) -> String {
    if !column["blocked"].is_null() {
        return words.plain("import-forbidden");
    }
    let of = text(&column["meaning"]).replace('_', "-");
    let id = format!("meaning-{of}");
    match of.strip_prefix("consent-") {
        _ if of.is_empty() => words.plain("import-unknown"),
        Some(purpose) if words.has(&format!("purpose-{purpose}")) => {
            words.get("meaning-consent", &[("purpose", words.plain(&format!("purpose-{purpose}")).into())])
        }
        _ if words.has(&id) => words.plain(&id),
        _ => of,
    }
}

/// Column 0 is A, as spreadsheets count.
fn letters(n: usize) -> String {
    let last = char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
    if n < 26 { last.to_string() } else { format!("{}{last}", letters(n / 26 - 1)) }
}

fn problem(problem: &Value, words: Text) -> String {
    let row = ("row", count(&problem["row"]).into());
    let place = match problem["column"].as_u64() {
        Some(n) => words
            .get("import-problems-where", &[row, ("column", letters(usize::try_from(n).unwrap_or_default()).into())]),
        None => words.get("import-problems-row", &[row]),
    };
    let code = text(&problem["code"]);
    let short = code.trim_start_matches("import.").trim_start_matches("field.").replace(['.', '_'], "-");
    let id = format!("import-problem-{short}");
    let what = words.plain(if words.has(&id) { &id } else { "import-problem-other" });
    format!("  {}", line(&place, what, words))
}

pub(super) fn imported(import: &Import, answer: &Value, words: Text) -> Vec<String> {
    let mut lines = vec![];
    let (new, updated) = (count(&answer["new"]), count(&answer["updated"]));
    lines.push(match import.dry_run {
        true => words.plain("import-nothing"),
        false => words.get("import-done", &[("n", (new + updated).into())]),
    });
    for (id, key) in [("new", "new"), ("add", "updated"), ("same", "same"), ("skip", "skipped")] {
        lines.push(line(&words.plain(&format!("import-count-{id}")), count(&answer[key]), words));
    }
    lines.extend(list(&answer["problems"]).iter().map(|p| problem(p, words)));
    if let Some(id) = answer["import_id"].as_str() {
        let place = import.dir.display().to_string();
        lines.push(words.get("kluis-imported-undo", &[("place", place.into()), ("id", id.into())]));
    }
    lines
}

pub(super) fn undone(answer: &Value, words: Text) -> Vec<String> {
    let mut lines = vec![words.get("import-undo-done", &[("n", count(&answer["removed"]).into())])];
    for (id, key) in [("kluis-restored", "restored"), ("import-undo-changed", "kept")] {
        if count(&answer[key]) > 0 {
            lines.push(words.get(id, &[("n", count(&answer[key]).into())]));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_name_them() {
        assert_eq!([0, 25, 26, 51, 52, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "AAA"]);
    }
}
