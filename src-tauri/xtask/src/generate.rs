//! `cargo xtask gen [--check]`: generates what the UI needs from the core, types, commands and text ids, and the list of the
//! types that the core publishes to callers in Rust.
use crate::build::build;
use crate::process::{Result, cargo, program, root, run};
use std::fs;

const INTO: &str = "ui/src/generated";
/// The folder of the one file that is made for Rust.
const INTO_CORE: &str = "src-tauri/core/src/api";

/// Writes the files. Builds only the core and the generator.
pub(crate) fn write() -> Result {
    run(cargo(&["run", "--quiet", "--package", "acceptance", "--bin", "gen", "--", INTO, INTO_CORE]))
}

/// Checks that the committed files are up to date. Builds with the features of the tests, because a separate build of
/// the generator would compile the core's dependencies a second time.
pub(crate) fn check() -> Result {
    let fresh = root().join("target/generated");
    fs::create_dir_all(&fresh).map_err(|why| format!("{}: {why}", fresh.display()))?;
    build()?;
    let mut generator = program(root().join("target/debug/gen"), &[]);
    generator.args([&fresh, &fresh]);
    run(generator)?;
    let mut stale = Vec::new();
    for entry in fs::read_dir(&fresh).map_err(|why| why.to_string())? {
        let entry = entry.map_err(|why| why.to_string())?;
        let in_rust = entry.path().extension().is_some_and(|ending| ending == "rs");
        let committed = root().join(if in_rust { INTO_CORE } else { INTO }).join(entry.file_name());
        if fs::read(&committed).ok() != fs::read(entry.path()).ok() {
            stale.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    if stale.is_empty() { Ok(()) } else { Err(format!("stale: {}; run cargo xtask gen", stale.join(", "))) }
}
