//! Forbidden words: marks of unfinished work, legal claims that no program can make, and names that say nothing.
use super::breach::Breach;
use super::source::Source;

/// Phrases that mark unfinished work, promise what nobody can keep, or turn text into markup.
const PHRASES: &[(&str, &str)] = &[
    (concat!("TO", "DO"), "finish it, or write it down as an issue"),
    (concat!("FIX", "ME"), "finish it, or write it down as an issue"),
    (concat!("AVG", "-proof"), "no program is; say what it does"),
    (concat!("GDPR", "-proof"), "no program is; say what it does"),
    (concat!("{@", "html"), "text from a person must never become markup"),
];

/// Parts of a type name that do not tell what the type is.
const EMPTY_NAMES: &[&str] = &["Manager", "Service", "Helper", "Util", "Utils", "Handler", "Info", "Processor"];

const DECLARES: &[&str] = &["struct ", "enum ", "trait ", "type ", "class ", "interface "];

/// Every place where a forbidden word is used.
pub(crate) fn breaches(sources: &[Source]) -> Vec<Breach> {
    let mut found = Vec::new();
    for source in sources {
        for (number, line) in source.lines() {
            for (phrase, why) in PHRASES {
                if line.contains(phrase) {
                    found.push(Breach::new(&source.path, number, format!("`{phrase}`: {why}")));
                }
            }
            if matches!(source.ending(), "rs" | "ts")
                && let Some(name) = declared(line).filter(|name| is_empty_name(name))
            {
                found.push(Breach::new(&source.path, number, format!("`{name}` says nothing; name what it is")));
            }
        }
    }
    found
}

/// The name of the type that this line declares, if it declares one.
fn declared(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let rest = line.trim_start_matches("export ").trim_start_matches("pub ").trim_start_matches("pub(crate) ");
    let name = DECLARES.iter().find_map(|word| rest.strip_prefix(word))?;
    Some(name.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or(""))
}

fn is_empty_name(name: &str) -> bool {
    EMPTY_NAMES.iter().any(|part| {
        name.match_indices(part).any(|(at, _)| {
            let after = name[at + part.len()..].chars().next();
            after.is_none_or(|letter| letter.is_uppercase())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_says_nothing_is_found_by_whole_words() {
        assert!(is_empty_name(declared("pub struct PersonManager {").unwrap()));
        assert!(is_empty_name(declared("export interface UserInfo {").unwrap()));
        assert!(!is_empty_name(declared("pub struct Information;").unwrap()));
        assert!(!is_empty_name(declared("pub enum Utility {").unwrap()));
    }

    #[test]
    fn unfinished_work_is_found() {
        let source = Source { path: "a.rs".into(), text: format!("fn a() {{\n    // {}{}: more\n}}\n", "TO", "DO") };
        let found = breaches(&[source]);
        assert_eq!(found.iter().map(|breach| breach.line).collect::<Vec<_>>(), [2]);
    }
}
