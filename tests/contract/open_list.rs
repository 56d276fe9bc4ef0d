//! A list is parsed once, however often the user chooses something else, and it does not stay in memory.
use acceptance::TestVault;
use ledenkluis_core::features::import::parses;
use ledenkluis_core::ops::Role;
use serde_json::{Value, json};

/// A list in a file, and its token.
fn list(vault: &mut TestVault, text: &str) -> (std::path::PathBuf, Value) {
    let (path, token) = vault.file("leden.csv");
    save(&path, text);
    (path, json!(token))
}

#[expect(clippy::disallowed_methods, reason = "a list of the test's own")]
fn save(path: &std::path::Path, text: &str) {
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
    let open = json!({ "file": file });
    let mut request = json!(null);
    assert_eq!(parsed(|| request = vault.call("import_open", open.clone())["request"].clone()), 1);
    let again = parsed(|| {
        for relation in ["member", "donor", "volunteer"] {
            request["relation"] = json!(relation);
            vault.call("import_check", request.clone());
        }
        request["header_row"] = json!(null);
        vault.call("import_check", request.clone());
        request["header_row"] = json!(1);
        vault.call("import_open", json!({ "file": file, "header_row": 0 }));
    });
    assert_eq!(again, 0, "the content is the same");
    // A file that somebody saves meanwhile, of the same length, is noticed.
    save(&path, "Naam;E-mail\nAnneke Bergs;@voorbeeld.nl\n");
    let mut checked = json!(null);
    assert_eq!(parsed(|| checked = vault.call("import_check", request.clone())), 1);
    assert_eq!(checked["problems"][0]["code"], "field.email");
    assert_eq!(parsed(|| drop(vault.call("import_run", request.clone()))), 0, "what was checked is imported");
    assert_eq!(parsed(|| drop(vault.call("import_open", open.clone()))), 1, "and then dropped");
}

#[test]
fn a_lock_and_another_list_drop_the_open_one() {
    let mut vault = TestVault::new();
    let (_, file) = list(&mut vault, "Naam\nAnneke Berg\n");
    let open = json!({ "file": file });
    assert_eq!(parsed(|| drop(vault.call("import_open", open.clone()))), 1);
    vault.reopen_as(&[Role::Secretary], false);
    let open = json!({ "file": vault.file("leden.csv").1 });
    assert_eq!(parsed(|| drop(vault.call("import_open", open.clone()))), 1, "another session");
    let (path, token) = vault.file("andere.csv");
    save(&path, "Naam\nJan Vos\n");
    assert_eq!(parsed(|| drop(vault.call("import_open", json!({ "file": token })))), 1);
    assert_eq!(parsed(|| drop(vault.call("import_open", open.clone()))), 1, "one list is kept");
}
