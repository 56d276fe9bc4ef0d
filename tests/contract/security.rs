//! `SECURITY.md` claims nothing without a test, and every test that it names exists.
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// The words between backticks in table rows that look like names of tests.
fn named(text: &str) -> Vec<String> {
    let rows = text.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| ---"));
    let ticked = rows.flat_map(|row| row.split('`').skip(1).step_by(2));
    ticked.filter(|word| word.contains('_') && !word.contains(' ')).map(str::to_owned).collect()
}

/// The names of all test functions in the Rust sources below a folder.
fn tests_below(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
        if entry.is_dir() && !entry.ends_with("target") {
            tests_below(&entry, found);
        } else if entry.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(entry).unwrap();
            let after_mark = text.split("#[test]").skip(1);
            let name = |rest: &str| Some(rest.split_once("fn ")?.1.split_once('(')?.0.to_owned());
            found.extend(after_mark.filter_map(name));
        }
    }
}

#[test]
fn every_test_that_a_claim_names_is_there() {
    let mut tests = BTreeSet::new();
    for folder in ["src-tauri", "tests"] {
        tests_below(&root().join(folder), &mut tests);
    }
    let claimed = named(&fs::read_to_string(root().join("SECURITY.md")).unwrap());
    assert!(claimed.len() > 40, "{}", claimed.len());
    let acts = fs::read_to_string(root().join("tests/kill/main.rs")).unwrap();
    let missing: Vec<_> =
        claimed.iter().filter(|name| !tests.contains(*name) && !acts.contains(name.as_str())).collect();
    assert!(missing.is_empty(), "SECURITY.md names tests that are not there: {missing:?}");
}

/// A row without a test is a claim that nothing checks.
#[test]
fn every_claim_names_a_test() {
    let text = fs::read_to_string(root().join("SECURITY.md")).unwrap();
    let claims =
        text.split("## What keys hold").nth(1).and_then(|rest| rest.split("## What is not held").next()).unwrap();
    let rows = claims
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| ---") && !line.contains("| test |"));
    let bare: Vec<_> = rows.filter(|row| named(row).is_empty()).collect();
    assert!(bare.is_empty(), "{bare:?}");
}
