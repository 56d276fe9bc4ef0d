//! A test file that its `main.rs` does not name never runs; this finds it.
use std::fs;
use std::path::Path;

#[test]
fn no_test_file_is_forgotten() {
    for folder in ["journeys", "contract", "corpus", "window", "bench", "../src-tauri/cli/tests/cli"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let main = fs::read_to_string(folder.join("main.rs")).expect("main.rs");
        for entry in fs::read_dir(&folder).expect("the folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default().to_owned();
            if path.extension().is_some_and(|e| e == "rs") && name != "main" {
                assert!(main.contains(&format!("mod {name};")), "{} is not in main.rs", path.display());
            }
        }
    }
}

/// Cargo runs only the tests that `Cargo.toml` names, because this package switches off its search for tests.
#[test]
fn no_folder_of_tests_is_forgotten() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(here.join("Cargo.toml")).expect("Cargo.toml");
    for entry in fs::read_dir(here).expect("the folder") {
        let path = entry.expect("an entry").path();
        if path.join("main.rs").exists() {
            let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default().to_owned();
            assert!(manifest.contains(&format!("path = \"{name}/main.rs\"")), "{name} is not in Cargo.toml");
        }
    }
}
