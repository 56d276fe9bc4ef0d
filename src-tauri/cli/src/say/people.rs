//! People in lists and one by one, the report, who is due, who was erased.
use super::{count, day, line, list as items, said, text};
use ledenkluis_core::text::Text;
use serde_json::Value;
use std::path::PathBuf;

pub(super) fn list(answer: &Value, all_fields: bool, words: Text) -> Vec<String> {
    let people = items(&answer["people"]);
    let mut lines = if all_fields {
        people.iter().flat_map(|p| one(p, words).into_iter().chain([String::new()])).collect()
    } else {
        let heads = ["name", "relation", "city", "email", "phone", "number"];
        let head = heads.map(|h| words.plain(&format!("people-col-{h}")));
        table([head].into_iter().chain(people.iter().map(|p| row(p, words))).collect())
    };
    lines.push(words.get("people-count-all", &[("n", count(&answer["total"]).into())]));
    lines
}

fn row(person: &Value, words: Text) -> [String; 6] {
    let relation = items(&person["relations"]).first().map(|r| relation(r, words)).unwrap_or_default();
    let field = |name: &str| text(&person[name]).to_owned();
    [field("sort_name"), relation, field("city"), field("email"), field("phone"), field("member_number")]
}

fn relation(relation: &Value, words: Text) -> String {
    let former = if relation["ended"] == true { "former-" } else { "" };
    words.plain(&format!("relation-{former}{}", text(&relation["kind"])))
}

/// Columns side by side, each as wide as its widest cell; one that is empty throughout is left out.
fn table<const N: usize>(rows: Vec<[String; N]>) -> Vec<String> {
    let wide = |n: usize, rows: &[[String; N]]| rows.iter().map(|r| r[n].chars().count()).max().unwrap_or(0);
    let shown: Vec<(usize, usize)> =
        (0..N).filter(|n| wide(*n, rows.get(1..).unwrap_or_default()) > 0).map(|n| (n, wide(n, &rows))).collect();
    let line = |row: &[String; N]| {
        let cells = shown.iter().map(|&(n, width)| format!("{:width$}", row[n]));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    if shown.is_empty() { vec![] } else { rows.iter().map(line).collect() }
}

pub(super) fn one(person: &Value, words: Text) -> Vec<String> {
    let (full, address) = (&person["full"], &person["address"]);
    let mut lines = vec![text(&person["display_name"]).to_owned()];
    let mut fact = |field: &str, value: String| {
        if !value.is_empty() {
            lines.push(format!("  {}", line(&words.plain(&format!("person-field-{field}")), value, words)));
        }
    };
    for each in items(&person["relations"]) {
        let dated =
            |id: &str, key: &str| each[key].as_str().map(|_| words.get(id, &[("date", day(&each[key], words).into())]));
        let since = [dated("relation-from", "started_on"), dated("relation-until", "ended_on")];
        let parts: Vec<String> = [Some(relation(each, words))].into_iter().chain(since).flatten().collect();
        fact("relation", parts.join(" "));
    }
    fact("member-number", text(&full["member_number"]).to_owned());
    fact("birth-date", day(&full["birth_date"], words));
    for field in ["street", "postcode", "city", "country"] {
        fact(field, text(&address[field]).to_owned());
    }
    for (kind, key, part) in [("email", "emails", "address"), ("phone", "phones", "number")] {
        items(&person[key]).iter().for_each(|each| fact(kind, text(&each[part]).to_owned()));
    }
    fact("note", text(&person["note"]).to_owned());
    lines
}

pub(super) fn report(answer: &Value, [pdf, data]: [&PathBuf; 2], words: Text) -> Vec<String> {
    vec![
        words.get("kluis-exported", &[("n", count(&answer["pages"]).into())]),
        line("PDF", pdf.display(), words),
        line("JSON", data.display(), words),
    ]
}

pub(super) fn due(answer: &Value, words: Text) -> Vec<String> {
    let due = items(&answer["due"]);
    let mut lines = vec![words.get("kluis-due", &[("n", due.len().into())])];
    for row in due {
        let name = Some(text(&row["name"]).to_owned()).filter(|n| !n.is_empty());
        let name = name.unwrap_or_else(|| words.plain("retention-name-hidden"));
        let proposal = words.plain(&format!("retention-{}", text(&row["proposal"])));
        lines.push(format!("  {} ({proposal})", line(&name, said(&row["because"], words), words)));
    }
    lines
}

pub(super) fn erased(answer: &Value, words: Text) -> Vec<String> {
    let done = if count(&answer["erased"]) > 0 { "kluis-erased" } else { "kluis-erased-partly" };
    let mut lines = vec![words.get(done, &[("number", text(&answer["proof"]).into())])];
    for stay in items(&answer["kept"]) {
        lines.push(format!("  {}", line(&said(&stay["what"], words), said(&stay["why"], words), words)));
    }
    if count(&answer["strangers"]) > 0 {
        lines.push(words.get("erasure-strangers", &[("n", count(&answer["strangers"]).into())]));
    }
    if !answer["problem"].is_null() {
        lines.push(words.plain("erasure-pending-hint"));
    }
    lines
}
