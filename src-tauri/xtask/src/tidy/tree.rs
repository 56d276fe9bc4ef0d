//! The root folder contains only what the README shows.
use super::breach::Breach;
use crate::process::{Result, root};
use std::fs;

/// Everything allowed in the root folder. `target` and log files are ignored by git.
const TOP: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    "README.md",
    "LICENSE",
    "SECURITY.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
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

/// What is in the root folder but should not be.
pub(crate) fn breaches() -> Result<Vec<Breach>> {
    let listed = fs::read_dir(root()).map_err(|why| why.to_string())?;
    let names = listed.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let strange = names.filter(|name| !TOP.contains(&name.as_str()) && !name.ends_with(".log"));
    Ok(strange.map(|name| Breach::new(&name, 1, "the top of the tree holds only what README.md shows")).collect())
}
