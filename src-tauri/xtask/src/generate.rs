//! `cargo xtask gen [--check]`: what the page knows of the core, written by the core itself: types, commands, text ids.
use crate::process::{Result, cargo, root, run};

const INTO: &str = "ui/src/generated";

/// Writes it.
pub(crate) fn write() -> Result {
    run(cargo(&["run", "--quiet", "--package", "acceptance", "--bin", "gen", "--", INTO]))
}

/// Says whether what is committed is what the core would write now.
pub(crate) fn check() -> Result {
    let fresh = root().join("target/generated");
    let mut command = cargo(&["run", "--quiet", "--package", "acceptance", "--bin", "gen", "--"]);
    command.arg(&fresh);
    std::fs::create_dir_all(&fresh).map_err(|why| why.to_string())?;
    run(command)?;
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
