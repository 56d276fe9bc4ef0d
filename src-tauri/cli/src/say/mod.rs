//! Answers as plain sentences in the language of the system. The words are those of the screens where there are such.
mod line;
mod lists;
mod people;

use crate::answer::Found;
use crate::args::Verb;
use crate::found::Verdict;
use ledenkluis_core::api::types::VaultFinding;
use ledenkluis_core::text::Text;

/// The lines for an answer. A `call` and the list of commands are for programs and programmers: JSON, on several lines.
pub(crate) fn lines(verb: &Verb, found: &Found, words: Text) -> Vec<String> {
    match found {
        Found::Vault(_) | Found::User(_) | Found::Commands(_) | Found::Called(_) => of_verb(verb, found, words),
        Found::Demo(made) => vec![words.get("kluis-demo-made", &[("n", made.people.into())])],
        Found::List(list) => lists::inspected(verb, list, words),
        Found::Import(import) => lists::imported(verb, import, words),
        Found::Undone(undone) => lists::undone(undone, words),
        Found::Doubles(pairs) => lists::doubles(pairs, words),
        Found::People(list) => people::list(list, words),
        Found::Everything(all) => people::everything(all, words),
        Found::Person(one) => people::one(&one.person, one.note.as_ref().and_then(|n| n.note.as_deref()), words),
        Found::Report(made) => people::report(verb, made.pages, words),
        Found::Due(due) => people::due(&due.due, words),
        Found::Erased(erased) => people::erased(erased, words),
        Found::Verdict(verdict) => self::verdict(verdict, words),
    }
}

/// What is said with the words that were typed, or printed as it is.
fn of_verb(verb: &Verb, found: &Found, words: Text) -> Vec<String> {
    match verb {
        Verb::Create(create) => {
            vec![words.get("kluis-created", &[("place", create.dir.display().to_string().into())])]
        }
        Verb::UserAdd(new) => vec![words.get("users-added", &[("name", new.name.as_str().into())])],
        _ => vec![serde_json::to_value(found).map(|value| format!("{value:#}")).unwrap_or_default()],
    }
}

/// What is wrong now, and then what the unlock found: that may be healed since, and is no fault any more.
fn verdict(verdict: &Verdict, words: Text) -> Vec<String> {
    let id = if verdict.now.ok { "kluis-verify-good" } else { "kluis-verify-bad" };
    let mut lines = vec![words.plain(id)];
    lines.extend(verdict.now.findings.iter().map(|f| format!("  {}", finding(f, words))));
    if !verdict.told.is_empty() {
        lines.push(words.plain("kluis-verify-told"));
        lines.extend(verdict.told.iter().map(|f| format!("  {}", finding(f, words))));
    }
    lines
}

/// One thing that was found, with what it is about.
pub(crate) fn finding(finding: &VaultFinding, words: Text) -> String {
    words.error(&finding.code, finding.args.iter().map(|(name, value)| (name.as_str(), value.as_str())))
}
