//! Nothing is left that nobody uses: codes and dependencies. (Texts: `texts.rs`.)
use acceptance::pages::files_below;
use ledenkluis_core::error::Code;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a workspace").to_owned()
}

/// All Rust below a folder, as one text.
fn rust_below(folder: &Path) -> String {
    let files = files_below(folder).into_iter().filter(|file| file.extension().is_some_and(|e| e == "rs"));
    files.map(|file| fs::read_to_string(file).unwrap_or_default()).collect()
}

fn source_of(place: &Path) -> String {
    match place {
        file if file.is_file() => fs::read_to_string(file).unwrap_or_default(),
        folder if folder.is_dir() => rust_below(folder),
        _ => String::new(),
    }
}

fn is_named(source: &str, word: &str) -> bool {
    let is_of_a_name = |c: char| c.is_alphanumeric() || c == '_';
    source.match_indices(word).any(|(at, _)| {
        let before = source[..at].chars().next_back();
        let after = source[at + word.len()..].chars().next();
        !before.is_some_and(is_of_a_name) && !after.is_some_and(is_of_a_name)
    })
}

#[test]
fn every_code_is_made_somewhere() {
    let source = rust_below(&root().join("src-tauri"));
    let left: Vec<_> = Code::ALL.iter().filter(|code| !is_named(&source, &format!("Code::{code:?}"))).collect();
    assert_eq!(left, Vec::<&Code>::new());
}

#[test]
fn every_dependency_is_named_by_its_package() {
    let packages = ["src-tauri", "src-tauri/core", "src-tauri/cli", "src-tauri/sheets", "src-tauri/paper", "tests"];
    let mut left = vec![];
    for package in packages {
        let folder = root().join(package);
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest");
        // Below `src-tauri` the other packages lie too.
        let places = if package == "tests" {
            vec![folder]
        } else {
            vec![folder.join("src"), folder.join("tests"), folder.join("build.rs")]
        };
        let source: String = places.iter().map(|place| source_of(place)).collect();
        let mut in_dependencies = false;
        for line in manifest.lines() {
            if line.starts_with('[') {
                in_dependencies = line.ends_with("dependencies]");
            } else if let Some((name, _)) =
                line.split_once(['=', '.']).filter(|_| in_dependencies && !line.starts_with(['#', ' ', ']']))
            {
                let name = name.trim();
                if !is_named(&source, &name.replace('-', "_")) {
                    left.push(format!("{package}: {name}"));
                }
            }
        }
    }
    assert_eq!(left, Vec::<String>::new());
}
