//! `cargo xtask migrate new WHAT`: the next numbered migration.
use crate::process::{Result, root};
use std::fs;

/// Creates an empty migration with the next number and prints where it must be listed.
pub(crate) fn new(what: &str) -> Result {
    if what.is_empty() || !what.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_') {
        return Err("name it in lower case with underscores, such as `loans`".into());
    }
    let folder = root().join("src-tauri/core/migrations");
    let listed = fs::read_dir(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    let names = listed.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let last = names.filter_map(|name| name.get(..4)?.parse::<u32>().ok()).max().unwrap_or(0);
    let name = format!("{:04}_{what}.sql", last + 1);
    let text = format!("-- {what}: STRICT tables, uuid BLOB keys, no AUTOINCREMENT. Never edited after a release.\n");
    fs::write(folder.join(&name), text).map_err(|why| format!("{name}: {why}"))?;
    println!("src-tauri/core/migrations/{name}");
    println!("now list it in MIGRATIONS of src-tauri/core/src/kernel/db.rs");
    println!("and give its tables a topic in Topic::of of src-tauri/core/src/ops.rs");
    Ok(())
}
