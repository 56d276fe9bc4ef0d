//! `cargo xtask tidy`: project rules that no compiler or linter checks. Each rule has its own file.
#[cfg(test)]
mod advisories;
mod breach;
mod circles;
mod dependencies;
mod layers;
mod modules;
mod places;
mod size;
mod source;
mod sql;
mod table;
mod tokens;
mod tree;
mod uses;
mod words;

use crate::process::Result;

pub(crate) use dependencies::check as dependencies;

/// Reads every source file once and checks each rule.
pub(crate) fn tidy() -> Result {
    let sources = source::read_all()?;
    let mut breaches = tree::breaches()?;
    breaches.extend(layers::breaches(&sources)?);
    breaches.extend(circles::breaches(&sources));
    breaches.extend(places::breaches(&sources)?);
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
