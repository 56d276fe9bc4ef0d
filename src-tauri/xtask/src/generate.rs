//! `cargo xtask gen [--check]`: what the page knows of the core, written by the core itself: types, commands, text ids.
use crate::build::build;
use crate::process::{Result, cargo, program, root, run};
use std::fs;

const INTO: &str = "ui/src/generated";

/// Writes it; builds no more than the core and the generator.
pub(crate) fn write() -> Result {
    run(cargo(&["run", "--quiet", "--package", "acceptance", "--bin", "gen", "--", INTO]))
}

/// Says whether what is committed is what the core would write now. Built with everything else, in the set of features of
/// the tests: alone it would build the core's libraries a second time.
pub(crate) fn check() -> Result {
    let fresh = root().join("target/generated");
    fs::create_dir_all(&fresh).map_err(|why| format!("{}: {why}", fresh.display()))?;
    build()?;
    let mut generator = program(root().join("target/debug/gen"), &[]);
    generator.arg(&fresh);
    run(generator)?;
    let mut stale = Vec::new();
    for entry in fs::read_dir(&fresh).map_err(|why| why.to_string())? {
        let entry = entry.map_err(|why| why.to_string())?;
        let committed = root().join(INTO).join(entry.file_name());
        if fs::read(&committed).ok() != fs::read(entry.path()).ok() {
            stale.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    if stale.is_empty() { Ok(()) } else { Err(format!("{INTO} is stale ({}); run cargo xtask gen", stale.join(", "))) }
}
