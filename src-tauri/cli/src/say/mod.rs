//! Answers as plain sentences in the language of the system. The words are those of the screens where there are such.
mod lists;
mod people;

use crate::args::Verb;
use ledenkluis_core::text::Text;
use serde_json::Value;

/// The lines for an answer. A `call` and the list of commands are for programs and programmers: JSON, on several lines.
pub(crate) fn lines(verb: &Verb, answer: &Value, words: Text) -> Vec<String> {
    match verb {
        Verb::Create(create) => {
            vec![words.get("kluis-created", &[("place", create.dir.display().to_string().into())])]
        }
        Verb::Demo { .. } => vec![words.get("kluis-demo-made", &[("n", count(&answer["people"]).into())])],
        Verb::UserAdd(new) => vec![words.get("users-added", &[("name", new.name.as_str().into())])],
        Verb::Inspect { file, .. } => lists::inspected(file, answer, words),
        Verb::Import(import) => lists::imported(import, answer, words),
        Verb::ImportUndo { .. } => lists::undone(answer, words),
        Verb::People { all_fields, .. } => people::list(answer, *all_fields, words),
        Verb::Person { .. } => people::one(answer, words),
        Verb::Export { pdf, data, .. } => people::report(answer, [pdf, data], words),
        Verb::Due { .. } => people::due(answer, words),
        Verb::Erase { .. } => people::erased(answer, words),
        Verb::Verify { .. } => verdict(answer, words),
        Verb::Call { .. } | Verb::Commands => vec![format!("{answer:#}")],
    }
}

/// What is wrong now, and then what the unlock found: that may be healed since, and is no fault any more.
fn verdict(answer: &Value, words: Text) -> Vec<String> {
    let id = if answer["ok"] == true { "kluis-verify-good" } else { "kluis-verify-bad" };
    let mut lines = vec![words.plain(id)];
    lines.extend(list(&answer["findings"]).iter().map(|f| format!("  {}", finding(f, words))));
    let told = list(&answer["told"]);
    if !told.is_empty() {
        lines.push(words.plain("kluis-verify-told"));
        lines.extend(told.iter().map(|f| format!("  {}", finding(f, words))));
    }
    lines
}

/// One thing that was found, with what it is about.
pub(crate) fn finding(finding: &Value, words: Text) -> String {
    let args = finding["args"].as_object().into_iter().flatten();
    words.error(text(&finding["code"]), args.map(|(name, value)| (name.as_str(), text(value))))
}

fn count(value: &Value) -> i64 {
    value.as_i64().unwrap_or(0)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// `name: value`.
fn line(name: &str, value: impl ToString, words: Text) -> String {
    words.get("kluis-line", &[("name", name.into()), ("value", value.to_string().into())])
}

/// A day as the language writes it; what is no day stays as it is.
fn day(value: &Value, words: Text) -> String {
    text(value).parse().map_or_else(|_| text(value).to_owned(), |date| words.date(date))
}

/// A sentence that the core gives as the id of a text with arguments.
fn said(value: &Value, words: Text) -> String {
    let args: Vec<(&str, _)> = (value["args"].as_object().into_iter().flatten())
        .map(|(name, arg)| {
            let (kind, value) = (text(&arg["type"]), &arg["value"]);
            let value = match kind {
                "date" => day(value, words).into(),
                "number" => count(value).into(),
                "word" => words.plain(text(value)).into(),
                _ => text(value).to_owned().into(),
            };
            (name.as_str(), value)
        })
        .collect();
    words.get(text(&value["text_id"]), &args)
}
