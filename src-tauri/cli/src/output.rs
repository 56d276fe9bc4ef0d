//! What is printed: one JSON document or plain sentences on stdout; of a refusal the JSON line on stderr, and after it, for
//! a person, its sentence.
use crate::answer::{Answer, Found, Stop};
use crate::args::{Cli, Verb};
use crate::aside;
use crate::say;
use crate::usage;
use ledenkluis_core::api::types::VaultFinding;
use ledenkluis_core::app::FaultLog;
use ledenkluis_core::error::{Code, Error, ErrorView};
use ledenkluis_core::text::{Language, Text};
use serde::Serialize;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// The language that the system speaks.
pub(crate) fn language() -> Language {
    let tag = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|k| std::env::var(k).ok()).find(|v| !v.is_empty());
    Language::of_tag(&tag.unwrap_or_default())
}

pub(crate) fn print(cli: &Cli, ended: Result<Answer, Stop>, words: Text) -> io::Result<ExitCode> {
    let as_json = cli.common.json;
    let (answer, fault) = match ended {
        Ok(Answer { found, fault }) => (Some(found), fault),
        Err(Stop::Refused(error)) => (None, Some(error)),
        Err(Stop::Usage(wrong)) => return usage::tell(&wrong, words).map(|()| ExitCode::from(2)),
    };
    if let Some(found) = answer {
        tell(&cli.verb, &found, as_json, words)?;
    }
    let refused = all_refused(fault);
    refused.iter().try_for_each(|error| refusal(error, as_json, words))?;
    Ok(if refused.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The refusal and, after it, what was set aside: the one says what was not done, the other where what was done is now.
fn all_refused(fault: Option<Error>) -> Vec<Error> {
    fault.into_iter().chain(aside::take()).collect()
}

/// A line without what steers a terminal: names come from files and lists of others.
fn plain(line: &str) -> String {
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    line.chars().map(|c| if c != '\n' && steers(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// A line for the person at the terminal, beside the answer.
///
/// # Errors
/// When it cannot be written: for what stands nowhere else, that is a failure.
pub(crate) fn aside(line: &str) -> io::Result<()> {
    writeln!(io::stderr().lock(), "{line}")
}

/// What was found at the unlock: failed attempts, files that do not fit. Beside the answer, for whoever reads the log of a job.
pub(crate) fn found(all: &[VaultFinding], as_json: bool, words: Text) {
    // A log that cannot be written keeps nobody from working.
    if as_json && !all.is_empty() {
        let told = serde_json::to_value(Told { told: all }).map(|told| told.to_string());
        let _ = aside(&told.unwrap_or_default());
    }
    for finding in all.iter().filter(|_| !as_json) {
        let _ = aside(&plain(&say::finding(finding, words)));
    }
}

/// A refusal, as a program reads it.
#[derive(Serialize)]
struct Refused<'a> {
    error: &'a ErrorView,
}

/// What was found at the unlock, as a program reads it.
#[derive(Serialize)]
struct Told<'a> {
    told: &'a [VaultFinding],
}

fn tell(verb: &Verb, found: &Found, as_json: bool, words: Text) -> io::Result<()> {
    let mut out = io::stdout().lock();
    if as_json {
        // By way of a value: the keys in the order of the alphabet, whatever the order of the fields.
        return writeln!(out, "{}", serde_json::to_value(found)?);
    }
    say::lines(verb, found, words).iter().try_for_each(|line| writeln!(out, "{}", plain(line)))
}

fn refusal(error: &Error, as_json: bool, words: Text) -> io::Result<()> {
    let log = log_folder();
    let view = FaultLog::new(&log).view(error);
    let mut err = io::stderr().lock();
    // As it is declared: the code first.
    writeln!(err, "{}", serde_json::to_string(&Refused { error: &view }).unwrap_or_default())?;
    if as_json {
        return Ok(());
    }
    for line in sentences(&view, words) {
        writeln!(err, "{}", plain(&line))?;
    }
    match error.code() {
        Code::FileExists => writeln!(err, "{}", words.plain("kluis-replace"))?,
        Code::VaultInUse if view.args.contains_key("elsewhere") => {
            let computer = view.args.get("computer").cloned().unwrap_or_default();
            writeln!(err, "{}", plain(&words.get("kluis-in-use", &[("computer", computer.into())])))?;
        }
        Code::VaultOlderCopy => writeln!(err, "{}", words.plain("kluis-older"))?,
        _ => {}
    }
    if let Some(number) = view.incident {
        let log = log.join("faults.log").display().to_string();
        writeln!(err, "{}", words.get("kluis-incident", &[("number", number.into()), ("log", log.into())]))?;
    }
    Ok(())
}

/// Where the window keeps its log of faults too.
pub(crate) fn log_folder() -> PathBuf {
    const WINDOW: &str = "nl.ledenkluis.desktop";
    let home = if cfg!(target_os = "macos") { dirs::home_dir().map(|h| h.join("Library/Logs")) } else { None };
    let place = home.map(|h| h.join(WINDOW)).or_else(|| dirs::data_local_dir().map(|d| d.join(WINDOW).join("logs")));
    place.unwrap_or_else(std::env::temp_dir)
}

/// A refusal for a person: its sentence, and one for each field.
fn sentences(error: &ErrorView, words: Text) -> Vec<String> {
    let of_error = error.args.iter().map(|(k, v)| (k.as_str(), v.as_str()));
    let mut lines = vec![words.error(&error.code, of_error)];
    lines.extend(error.fields.iter().map(|fault| {
        let name = field(&fault.field, words);
        let inside = in_sentence(&name);
        let mut args: Vec<(&str, &str)> = error.args.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        args.push(("field", &inside));
        format!("  {name}: {}", words.error(&fault.code, args))
    }));
    lines
}

/// What a field of a request is called: `emails.0.address` is an e-mail address.
fn field(name: &str, words: Text) -> String {
    const ELSEWHERE: &[(&str, &str)] = &[
        ("association", "start-org-name"),
        ("user_name", "start-you-name"),
        ("passphrase", "kluis-prompt-passphrase"),
        ("new", "recover-new"),
        ("new_passphrase", "recover-new"),
        ("emails", "person-field-email"),
        ("phones", "person-field-phone"),
        ("relations", "person-field-relation"),
        ("name", "users-name"),
        ("roles", "users-roles"),
    ];
    let first = name.split('.').next().unwrap_or(name);
    let own = format!("person-field-{}", first.replace('_', "-"));
    let known = ELSEWHERE.iter().find(|(known, _)| *known == first).map_or(own.as_str(), |(_, id)| id);
    if words.has(known) { words.plain(known) } else { name.to_owned() }
}

/// As it stands inside a sentence: with a small letter, but for an abbreviation.
fn in_sentence(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() || !second.is_alphabetic() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledenkluis_core::error::Check;

    #[test]
    fn every_faulty_field_has_a_sentence_with_its_name() {
        let faults = Check::new().required("surname", "").ensure("emails.0.address", false, Code::FieldEmail);
        let view = faults.ensure("strange_field", false, Code::FieldRequired).done().unwrap_err().view();
        let lines = sentences(&view, Text::of(Language::Nl));
        assert_eq!(lines[1], "  Achternaam: Vul achternaam in.");
        assert!(lines[2].starts_with("  E-mailadres: "));
        assert_eq!(lines[3], "  strange_field: Vul strange_field in.");
    }

    #[test]
    fn what_was_set_aside_is_said_after_the_refusal_and_without_one() {
        let codes = |all: &[Error]| all.iter().map(Error::code).collect::<Vec<_>>();
        let set_aside =
            || aside::note(Error::new(Code::VaultSetAside).arg("how", "kept").arg("place", "/home/ria/eigen"));
        set_aside();
        let both = all_refused(Some(Error::new(Code::DiskFull)));
        assert_eq!(codes(&both), [Code::DiskFull, Code::VaultSetAside]);
        assert!(sentences(&both[1].view(), Text::of(Language::Nl))[0].contains("/home/ria/eigen"));
        set_aside();
        assert_eq!(codes(&all_refused(None)), [Code::VaultSetAside]);
        assert_eq!(codes(&all_refused(None)), [], "it is said once");
    }

    #[test]
    fn what_steers_a_terminal_is_not_printed_as_it_is() {
        assert_eq!(plain("data\u{1b}[2J\u{202e}gnp.db"), "data\u{fffd}[2J\u{fffd}gnp.db");
        assert_eq!(plain("Één regel,\nen nog een"), "Één regel,\nen nog een");
    }

    /// Whatever a field may be refused with, with and without a name for the field.
    #[test]
    fn no_refusal_of_a_field_lacks_an_argument() {
        for code in Code::ALL.iter().filter(|c| c.as_str().starts_with("field.")) {
            let view = Check::new().ensure("surname", false, *code).done().unwrap_err().view();
            for language in Language::ALL {
                assert_eq!(sentences(&view, Text::of(*language)).len(), 2);
            }
        }
    }
}
