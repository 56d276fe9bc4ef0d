//! A list looked into, brought in, or undone.
use super::line::line;
use crate::args::Verb;
use crate::found::Import;
use ledenkluis_core::api::types::{
    Because, ImportColumn, ImportRowOutcome, ImportSheet, ImportUndone, Inspection, Meaning, PeopleDouble,
};
use ledenkluis_core::text::Text;

pub(super) fn inspected(verb: &Verb, list: &Inspection, words: Text) -> Vec<String> {
    let Verb::Inspect { file, .. } = verb else { return vec![] };
    let file = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut lines = vec![];
    for sheet in &list.sheets {
        lines.push(facts(&file, sheet, words));
        let header = match sheet.header_row {
            Some(row) => words.get("import-header-choose", &[("n", row.into())]),
            None => words.plain("import-header-absent"),
        };
        lines.push(format!("  {header}"));
        for (n, column) in sheet.columns.iter().enumerate() {
            let args = [
                ("column", letters(n).into()),
                ("heading", column.heading.as_str().into()),
                ("meaning", meaning(column, words).into()),
            ];
            lines.push(format!("  {}", words.get("kluis-column", &args)));
        }
    }
    lines.extend(list.warnings.iter().map(|w| problem(w.row.unwrap_or_default(), None, &w.code, words)));
    lines
}

fn facts(file: &str, sheet: &ImportSheet, words: Text) -> String {
    let (name, n) = (sheet.name.as_str(), sheet.rows);
    let facts = match name {
        "" => words.get("import-file-facts-plain", &[("file", file.into()), ("n", n.into())]),
        name => words.get("import-file-facts", &[("file", file.into()), ("sheet", name.into()), ("n", n.into())]),
    };
    if sheet.hidden { format!("{facts} ({})", words.plain("import-sheet-hidden")) } else { facts }
}

fn meaning(column: &ImportColumn, words: Text) -> String {
    if column.blocked.is_some() {
        return words.plain("import-forbidden");
    }
    match &column.meaning {
        None => words.plain("import-unknown"),
        Some(Meaning::Field(field)) => words.plain(&format!("meaning-{}", field.as_str().replace('_', "-"))),
        Some(Meaning::Consent(key)) => words.get("meaning-consent", &[("purpose", purpose(key, words).into())]),
        Some(Meaning::Refusal(key)) => words.get("meaning-refusal", &[("purpose", purpose(key, words).into())]),
    }
}

fn purpose(key: &str, words: Text) -> String {
    let id = format!("purpose-{}", key.replace('_', "-"));
    // One of the association's own has no text.
    if words.has(&id) { words.plain(&id) } else { key.to_owned() }
}

/// Column 0 is A, as spreadsheets count.
fn letters(n: usize) -> String {
    let last = char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
    if n < 26 { last.to_string() } else { format!("{}{last}", letters(n / 26 - 1)) }
}

fn problem(row: u32, column: Option<usize>, code: &str, words: Text) -> String {
    let row = ("row", row.into());
    let place = match column {
        Some(n) => words.get("import-problems-where", &[row, ("column", letters(n).into())]),
        None => words.get("import-problems-row", &[row]),
    };
    let short = code.trim_start_matches("import.").trim_start_matches("field.").replace(['.', '_'], "-");
    let id = format!("import-problem-{short}");
    let what = words.plain(if words.has(&id) { &id } else { "import-problem-other" });
    format!("  {}", line(&place, what, words))
}

pub(super) fn imported(verb: &Verb, import: &Import, words: Text) -> Vec<String> {
    let Verb::Import(typed) = verb else { return vec![] };
    let mut lines = vec![];
    lines.push(if typed.dry_run {
        words.plain("import-nothing")
    } else {
        words.get("import-done", &[("n", (import.new + import.updated).into())])
    });
    for (id, count) in [
        ("new", import.new),
        ("add", import.updated),
        ("same", import.same),
        ("ask", import.asked),
        ("skip", import.skipped),
    ] {
        lines.push(line(&words.plain(&format!("import-count-{id}")), count, words));
    }
    lines.extend(import.rows.iter().flatten().map(|row| outcome(row, words)));
    lines.extend(import.problems.iter().map(|p| problem(p.row, p.column, &p.code, words)));
    if let Some(id) = import.import_id {
        let place = typed.dir.display().to_string();
        lines.push(words.get("kluis-imported-undo", &[("place", place.into()), ("id", id.to_string().into())]));
    }
    lines
}

/// A row, what happens with it, and why.
fn outcome(row: &ImportRowOutcome, words: Text) -> String {
    let place = words.get("import-problems-row", &[("row", row.row.into())]);
    let id = match row.decision.as_str() {
        "skipped" => "import-count-skip".to_owned(),
        decision => format!("import-count-{decision}"),
    };
    let mut what = words.plain(&id);
    if !row.because.is_empty() {
        what.push_str(&format!(" ({})", reasons(&row.because, words)));
    }
    format!("  {}", line(&place, what, words))
}

/// "zelfde naam, andere geboortedatum"
fn reasons(because: &[Because], words: Text) -> String {
    let reason = |code: &Because| words.plain(&format!("because-{}", code.as_str().replace('_', "-")));
    because.iter().map(reason).collect::<Vec<_>>().join(", ")
}

/// Who may be in the vault twice.
pub(super) fn doubles(pairs: &[PeopleDouble], words: Text) -> Vec<String> {
    if pairs.is_empty() {
        return vec![words.plain("kluis-doubles-none")];
    }
    let pair = |p: &PeopleDouble| {
        line(
            &format!("{} {} / {} {}", p.first_name, p.first, p.second_name, p.second),
            reasons(&p.because, words),
            words,
        )
    };
    pairs.iter().map(pair).collect()
}

pub(super) fn undone(undone: &ImportUndone, words: Text) -> Vec<String> {
    let mut lines = vec![words.get("import-undo-done", &[("n", undone.removed.into())])];
    for (id, count) in [("kluis-restored", undone.restored), ("import-undo-changed", undone.kept)] {
        if count > 0 {
            lines.push(words.get(id, &[("n", count.into())]));
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
