//! The files that people edit, each read once, with its path as git shows it.
use crate::process::{Result, root};
use std::fs;
use std::path::Path;

/// Folders without files that people edit.
const NOT_OURS: &[&str] = &["target", "node_modules", "dist", ".git", "gen", "icons", "fonts"];

/// File name extensions of text files.
const ENDINGS: &[&str] =
    &["rs", "ts", "mjs", "js", "svelte", "css", "sql", "ftl", "toml", "json", "md", "html", "snap"];

/// A text file.
pub(crate) struct Source {
    /// The path from the root, with slashes.
    pub(crate) path: String,
    /// The content.
    pub(crate) text: String,
}

impl Source {
    /// The file name extension.
    pub(crate) fn ending(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, ending)| ending)
    }

    /// The lines with their numbers, from 1.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    /// The number of the line that contains this byte offset.
    pub(crate) fn line_of(&self, place: usize) -> usize {
        self.text[..place].matches('\n').count() + 1
    }
}

/// Every text file below the root.
pub(crate) fn read_all() -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    walk(&root(), "", &mut sources)?;
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(sources)
}

fn walk(folder: &Path, prefix: &str, into: &mut Vec<Source>) -> Result {
    let say = |why: std::io::Error| format!("{}: {why}", folder.display());
    for entry in fs::read_dir(folder).map_err(say)? {
        let entry = entry.map_err(say)?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}/{name}") };
        if entry.file_type().map_err(say)?.is_dir() {
            if !NOT_OURS.contains(&name.as_str()) {
                walk(&entry.path(), &path, into)?;
            }
        } else if name.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending)) {
            let text = fs::read_to_string(entry.path()).map_err(|why| format!("{path}: {why}"))?;
            into.push(Source { path, text });
        }
    }
    Ok(())
}
