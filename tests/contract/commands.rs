//! Every command: its name, its kind and its types; and no use case without a command.
use acceptance::Calls;
use ledenkluis_core::api::{self, Kind};
use ledenkluis_core::error::ErrorView;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn every_command_is_named_after_its_feature_and_stands_once() {
    let commands = api::commands();
    let names: BTreeSet<_> = commands.iter().map(|c| c.name).collect();
    assert_eq!(names.len(), commands.len());
    for c in &commands {
        assert!(c.name.contains('_'), "{}: feature_verb", c.name);
        assert_eq!(c.permission.is_some(), matches!(c.kind, Kind::Read | Kind::View | Kind::Write), "{}", c.name);
    }
}

/// The use cases in a source file: public functions that take the session, `pub fn create(s: &mut Session, ..)`.
fn use_cases(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let on_one_line = code.split_whitespace().collect::<Vec<_>>().join(" ");
    (on_one_line.split("pub fn ").skip(1))
        .filter_map(|rest| {
            let (name, rest) = rest.split_once('(')?;
            let (_, taken) = rest.trim_start().split_once(':')?;
            let session = taken.trim_start().trim_start_matches('&').trim_start_matches("mut ");
            session.starts_with("Session").then(|| name.to_owned())
        })
        .collect()
}

/// Is `feature::verb` named in this source, as a whole word?
fn names(source: &str, feature: &str, verb: &str) -> bool {
    let wanted = format!("{feature}::{verb}");
    let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    source
        .match_indices(&wanted)
        .any(|(at, _)| !part(source[..at].chars().next_back()) && !part(source[at + wanted.len()..].chars().next()))
}

/// Every use case needs a command, or at least a call from another feature.
#[test]
fn no_use_case_is_unused() {
    let core = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/core/src");
    let source = |file: &Path| fs::read_to_string(file).expect("a source");
    let features: Vec<_> = acceptance::pages::files_below(&core.join("features"))
        .into_iter()
        .map(|file| {
            let feature = file.strip_prefix(core.join("features")).ok().and_then(|f| f.iter().next());
            (feature.map(|f| f.to_string_lossy().into_owned()).unwrap_or_default(), source(&file))
        })
        .collect();
    let table = source(&core.join("api.rs"));
    let mut seen = 0;
    for (own, text) in &features {
        for verb in use_cases(text) {
            seen += 1;
            let elsewhere = || features.iter().filter(|(other, _)| other != own).any(|(_, t)| names(t, own, &verb));
            assert!(names(&table, own, &verb) || elsewhere(), "nothing calls {own}::{verb}");
        }
    }
    assert!(seen > 30, "the use cases must be found: {seen}");
}

#[test]
fn an_unused_use_case_is_seen() {
    let source = "pub fn end(\n    s: &mut Session,\n    req: End,\n) -> Result<Done<()>> {}\npub fn pure(d: Date) {}\npub(crate) fn step(s: &Session) {}";
    assert_eq!(use_cases(source), ["end"]);
    assert!(names("= loans::end;", "loans", "end") && !names("= loans::end_all;", "loans", "end"));
}

#[test]
fn the_typescript_has_no_name_for_two_types() {
    let types = api::typescript_types().expect("one name, one type");
    assert!(types.contains("export type PersonView"));
    assert!(
        api::typescript_api()
            .contains("list: command<T.PeopleFilter, T.PeoplePage>(\"people_list\", [\"People\", \"Consent\"]),")
    );
}

#[test]
fn a_request_that_does_not_fit_is_refused() {
    let mut vault = acceptance::TestVault::new();
    let refused = |answer: Result<Value, ErrorView>| answer.unwrap_err().code;
    assert_eq!(refused(vault.raw("people_get", json!({ "persoon": 1 }))), "request.malformed");
    assert_eq!(refused(vault.raw("people_fly", json!({}))), "command.unknown");
}
