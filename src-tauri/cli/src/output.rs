//! What is printed: one JSON document, or plain sentences in the language of the system.
use ledenkluis_core::error::ErrorView;
use ledenkluis_core::text::{Language, Text};
use serde_json::{Value, json};
use std::io::{self, Write};

/// The language that the system speaks.
pub(crate) fn language() -> Language {
    let tag = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|k| std::env::var(k).ok()).find(|v| !v.is_empty());
    match tag.as_deref() {
        Some(tag) if tag.starts_with("nl") => Language::Nl,
        _ => Language::En,
    }
}

/// Prints the answer.
pub(crate) fn answer(value: &Value, as_json: bool) -> io::Result<()> {
    let mut out = io::stdout().lock();
    if as_json { writeln!(out, "{value}") } else { plain(&mut out, value, 0) }
}

/// Prints a refusal: the sentence for a person, then the document for a program.
pub(crate) fn refusal(error: &ErrorView, as_json: bool) -> io::Result<()> {
    let mut err = io::stderr().lock();
    if !as_json {
        writeln!(err, "{}", sentence(error))?;
    }
    writeln!(err, "{}", json!({ "error": error }))
}

/// `name: value` lines, nested by two blanks; lists of objects parted by an empty line.
fn plain(out: &mut impl Write, value: &Value, depth: usize) -> io::Result<()> {
    let indent = "  ".repeat(depth);
    match value {
        Value::Object(map) => map.iter().filter(|(_, v)| !v.is_null()).try_for_each(|(key, v)| {
            let key = key.replace('_', " ");
            if v.is_object() || v.is_array() {
                writeln!(out, "{indent}{key}:")?;
                plain(out, v, depth + 1)
            } else {
                writeln!(out, "{indent}{key}: {}", scalar(v))
            }
        }),
        Value::Array(list) => list.iter().enumerate().try_for_each(|(i, v)| {
            if i > 0 && v.is_object() {
                writeln!(out)?;
            }
            plain(out, v, depth)
        }),
        scalar_value => writeln!(out, "{indent}{}", scalar(scalar_value)),
    }
}

fn scalar(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn sentence(error: &ErrorView) -> String {
    let args = |e: &ErrorView| e.args.iter().map(|(k, v)| (k.clone(), v.clone())).collect::<Vec<_>>();
    let of = args(error);
    let words = Text::of(language());
    let mut lines = vec![words.error(&error.code, of.iter().map(|(k, v)| (k.as_str(), v.as_str())))];
    lines.extend(error.fields.iter().map(|f| format!("  {}: {}", f.field, words.error(&f.code, []))));
    lines.join("\n")
}
