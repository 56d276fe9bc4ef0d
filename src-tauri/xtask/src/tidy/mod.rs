//! `cargo xtask tidy`: project rules that no compiler or linter checks. Each rule has its own file.
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

/// A violation: the place and the rule.
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

/// Reads every source file once and checks each rule.
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
