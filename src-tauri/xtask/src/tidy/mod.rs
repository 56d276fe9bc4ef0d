//! `cargo xtask tidy`: the rules of the house that no compiler and no linter knows. Each rule is one file.
#[cfg(test)]
mod advisories;
mod dependencies;
mod layers;
mod size;
mod source;
mod sql;
mod tree;
mod words;

use crate::process::Result;
use source::Source;

pub(crate) use dependencies::check as dependencies;

/// One breach: where, and which rule.
pub(crate) struct Breach {
    path: String,
    line: usize,
    rule: String,
}

impl Breach {
    fn new(path: &str, line: usize, rule: impl Into<String>) -> Self {
        Self { path: path.to_string(), line, rule: rule.into() }
    }
}

/// Reads every source file once and holds each rule against it.
pub(crate) fn tidy() -> Result {
    let sources = source::read_all()?;
    let mut breaches = tree::breaches()?;
    breaches.extend(layers::breaches(&sources)?);
    breaches.extend(size::breaches(&sources));
    breaches.extend(sql::breaches(&sources));
    breaches.extend(words::breaches(&sources));
    for breach in &breaches {
        eprintln!("{}:{}: {}", breach.path, breach.line, breach.rule);
    }
    match breaches.len() {
        0 => {
            eprintln!("{} files are tidy", sources.len());
            Ok(())
        }
        count => Err(format!("{count} breaches of the rules of the house")),
    }
}
