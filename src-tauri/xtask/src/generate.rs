//! `cargo xtask gen [--check]`: what the page knows of the core, written by the core itself: types, commands, text ids.
use crate::process::{Result, cargo, program, root, run};
use crate::test;
use std::path::Path;

const INTO: &str = "ui/src/generated";

/// Writes it.
pub(crate) fn write() -> Result {
    into(&root().join(INTO))
}

/// Says whether what is committed is what the core would write now.
pub(crate) fn check() -> Result {
    let fresh = root().join("target/generated");
    into(&fresh)?;
    let mut stale = Vec::new();
    for entry in std::fs::read_dir(&fresh).map_err(|why| why.to_string())? {
        let entry = entry.map_err(|why| why.to_string())?;
        let committed = root().join(INTO).join(entry.file_name());
        if std::fs::read(&committed).ok() != std::fs::read(entry.path()).ok() {
            stale.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    if stale.is_empty() { Ok(()) } else { Err(format!("{INTO} is stale ({}); run cargo xtask gen", stale.join(", "))) }
}

/// Built with everything else, in the same set of features: alone it would build the core's libraries a second time.
fn into(folder: &Path) -> Result {
    std::fs::create_dir_all(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    run(cargo(&["build", "--workspace", "--bins", test::FEATURES]))?;
    let mut generator = program(root().join("target/debug/gen"), &[]);
    generator.arg(folder);
    run(generator)
}
