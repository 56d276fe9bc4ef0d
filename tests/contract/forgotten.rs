//! A test file that its `main.rs` does not name is never run: found here.
use std::fs;
use std::path::Path;

#[test]
fn no_test_file_is_forgotten() {
    for folder in ["journeys", "contract"] {
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
