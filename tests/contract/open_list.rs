//! A list is parsed once, however often the user chooses something else, and it does not stay in memory.
use acceptance::requests::list_in;
use acceptance::{Calls, TestVault};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{ImportOpen, RelationKind};
use ledenkluis_core::app::FileToken;
use ledenkluis_core::features::import::parses;
use ledenkluis_core::ops::Role;
use std::path::{Path, PathBuf};

/// A list in a file, and its token.
fn list(vault: &mut TestVault, text: &str) -> (PathBuf, FileToken) {
    let (path, token) = vault.file("leden.csv");
    save(&path, text);
    (path, token)
}

#[expect(clippy::disallowed_methods, reason = "a list of the test's own")]
fn save(path: &Path, text: &str) {
    std::fs::write(path, text).unwrap();
}

/// How many files are parsed for this.
fn parsed(what: impl FnOnce()) -> usize {
    let before = parses();
    what();
    parses() - before
}

#[test]
fn every_choice_costs_the_plan_and_not_the_parse() {
    let mut vault = TestVault::new();
    let (path, file) = list(&mut vault, "Naam;E-mail\nAnneke Berg;a@voorbeeld.nl\n");
    let mut opened = None;
    assert_eq!(parsed(|| opened = Some(vault.ask(call::import_open, list_in(file)))), 1);
    let mut request = opened.unwrap().request;
    let again = parsed(|| {
        for relation in [RelationKind::Member, RelationKind::Donor, RelationKind::Volunteer] {
            request.relation = relation;
            vault.ask(call::import_check, request.clone());
        }
        request.header_row = None;
        vault.ask(call::import_check, request.clone());
        request.header_row = Some(1);
        vault.ask(call::import_open, ImportOpen { header_row: Some(0), ..list_in(file) });
    });
    assert_eq!(again, 0, "the content is the same");
    // A file that somebody saves meanwhile, of the same length, is noticed.
    save(&path, "Naam;E-mail\nAnneke Bergs;@voorbeeld.nl\n");
    let mut checked = None;
    assert_eq!(parsed(|| checked = Some(vault.ask(call::import_check, request.clone()))), 1);
    assert_eq!(checked.unwrap().problems[0].code, "field.email");
    assert_eq!(parsed(|| drop(vault.ask(call::import_run, request.clone()))), 0, "what was checked is imported");
    assert_eq!(parsed(|| drop(vault.ask(call::import_open, list_in(file)))), 1, "and then dropped");
}

#[test]
fn a_lock_and_another_list_drop_the_open_one() {
    let mut vault = TestVault::new();
    let (_, file) = list(&mut vault, "Naam\nAnneke Berg\n");
    assert_eq!(parsed(|| drop(vault.ask(call::import_open, list_in(file)))), 1);
    vault.reopen_as(&[Role::Secretary], false);
    let (_, file) = vault.file("leden.csv");
    assert_eq!(parsed(|| drop(vault.ask(call::import_open, list_in(file)))), 1, "another session");
    let (path, other) = vault.file("andere.csv");
    save(&path, "Naam\nJan Vos\n");
    assert_eq!(parsed(|| drop(vault.ask(call::import_open, list_in(other)))), 1);
    assert_eq!(parsed(|| drop(vault.ask(call::import_open, list_in(file)))), 1, "one list is kept");
}
