//! SQL on a table belongs to the feature that owns it: the one that inserts into it. And no `DELETE` without `WHERE`,
//! because SQLite does not report such a delete to the hook that watches which tables a write changes.
use super::breach::Breach;
use super::source::Source;
use std::collections::BTreeMap;

const CORE: &str = "src-tauri/core/src/";

/// (who, table): reads by another part, on purpose.
const READS: &[(&str, &str)] = &[
    // The kernel writes the trail on every write, and `audit` shows it.
    ("audit", "trail"),
    // The session looks up the names of the users in the trail, in consents and in reports, for all features.
    ("kernel", "user_account"),
];

/// Keywords that precede a table name.
const BEFORE: &[&str] = &["FROM ", "JOIN ", "UPDATE ", "INTO "];

/// Reports SQL on another feature's table, and a `DELETE` without `WHERE`.
pub(crate) fn breaches(sources: &[Source]) -> Vec<Breach> {
    let core: Vec<_> = sources
        .iter()
        .filter(|source| source.path.starts_with(CORE) && matches!(source.ending(), "rs" | "sql"))
        // Tests may look into a table from outside.
        .filter(|source| !source.path.ends_with("_tests.rs"))
        .map(|source| (owner(&source.path), source))
        .collect();
    let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
    for (who, source) in &core {
        for (_, table) in tables(&source.text, &["INTO "]) {
            owners.entry(table).or_insert(who);
        }
    }
    let mut found = Vec::new();
    for (who, source) in &core {
        for (at, table) in tables(&source.text, BEFORE) {
            let Some(other) = owners.get(table).filter(|other| *other != who) else { continue };
            if !READS.contains(&(who, table)) {
                let rule = format!("the table `{table}` belongs to `{other}`; ask it through its mod.rs");
                found.push(Breach::new(&source.path, source.line_of(at), rule));
            }
        }
        for at in bare_deletes(&source.text) {
            found.push(Breach::new(
                &source.path,
                source.line_of(at),
                "a DELETE needs a WHERE (WHERE true, if it must be all)",
            ));
        }
    }
    found
}

/// The feature that a file belongs to, or the other part of the core.
fn owner(path: &str) -> &str {
    let rest = path.strip_prefix(CORE).unwrap_or(path);
    let rest = rest.strip_prefix("features/").unwrap_or(rest);
    rest.split('/').next().unwrap_or(rest).trim_end_matches(".rs")
}

/// Table names in SQL: a lower-case name after one of these keywords, which this project writes in capitals.
fn tables<'a>(text: &'a str, before: &[&str]) -> Vec<(usize, &'a str)> {
    let code = &text[..text.find("#[cfg(test)]").unwrap_or(text.len())];
    let mut found = Vec::new();
    for word in before {
        for (at, _) in code.match_indices(word) {
            let rest = &code[at + word.len()..];
            let end = rest.find(|letter: char| !letter.is_ascii_lowercase() && letter != '_').unwrap_or(rest.len());
            if end > 0 {
                found.push((at, &rest[..end]));
            }
        }
    }
    found
}

fn bare_deletes(text: &str) -> Vec<usize> {
    let all = text.match_indices(concat!("DELETE", " FROM "));
    let ends = |rest: &str| rest.find(['"', ';']).unwrap_or(rest.len());
    all.filter(|(at, _)| !text[*at..*at + ends(&text[*at..])].contains("WHERE")).map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(feature: &str, text: &str) -> Source {
        Source { path: format!("src-tauri/core/src/features/{feature}/store.rs"), text: text.into() }
    }

    #[test]
    fn a_table_belongs_to_the_feature_that_inserts_into_it() {
        let own = source("people", "\"INSERT INTO person (id) VALUES (?1)\" \"SELECT id FROM person\"");
        let other = source("import", "\"SELECT id FROM person WHERE id = ?1\"");
        assert_eq!(breaches(&[own, other]).len(), 1);
    }

    #[test]
    fn a_delete_without_where_is_found() {
        let bare = source("people", concat!("\"DELETE", " FROM person\""));
        let careful = source("people", concat!("\"DELETE", " FROM person WHERE id = ?1\""));
        assert_eq!(breaches(&[bare]).len(), 1);
        assert_eq!(breaches(&[careful]).len(), 0);
    }
}
