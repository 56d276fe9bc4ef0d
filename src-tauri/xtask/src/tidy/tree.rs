//! Nothing lies at the top beyond the layout that the README shows.
use super::Breach;
use crate::process::{Result, root};
use std::fs;

/// Everything that may lie at the top. What `.gitignore` names may lie there too.
const TOP: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    "README.md",
    "LICENSE",
    "SECURITY.md",
    "assets",
    "src-tauri",
    "tests",
    "ui",
    ".cargo",
    ".ci",
    ".clippy.toml",
    ".config",
    ".deny.toml",
    ".git",
    ".gitattributes",
    ".gitignore",
    ".rustfmt.toml",
    "target",
];

/// What lies there and should not.
pub(crate) fn breaches() -> Result<Vec<Breach>> {
    let listed = fs::read_dir(root()).map_err(|why| why.to_string())?;
    let names = listed.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let strange = names.filter(|name| !TOP.contains(&name.as_str()) && !name.ends_with(".log"));
    Ok(strange.map(|name| Breach::new(&name, 1, "the top of the tree holds only what README.md shows")).collect())
}
