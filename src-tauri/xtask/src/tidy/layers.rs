//! Which code may use which. `features/mod.rs` lists the features in layers, with a comment above each layer. A feature
//! may only use features in the layers above its own. The kernel and `paper.rs` use no feature; the shells use only the
//! core's public interface.
use super::{Breach, Source};
use crate::process::Result;
use std::collections::BTreeMap;

const LIST: &str = "src-tauri/core/src/features/mod.rs";
const FEATURES: &str = "src-tauri/core/src/features/";

/// Folders and files of the core that all features build on.
const BELOW: &[&str] = &["src-tauri/core/src/kernel/", "src-tauri/core/src/paper.rs", "src-tauri/core/src/error.rs"];

/// The shells: they pass things on and decide nothing.
const SHELLS: &[&str] = &["src-tauri/src/", "src-tauri/cli/src/", "tests/bridge/"];

/// Every use that breaks these rules.
pub(crate) fn breaches(sources: &[Source]) -> Result<Vec<Breach>> {
    let list = sources.iter().find(|source| source.path == LIST).ok_or_else(|| format!("{LIST} is not there"))?;
    let layers = layers(&list.text);
    let mut found = Vec::new();
    for source in sources.iter().filter(|source| source.ending() == "rs") {
        if let Some(own) = source.path.strip_prefix(FEATURES).and_then(|rest| rest.split('/').next()) {
            found.extend(in_feature(source, own.trim_end_matches(".rs"), &layers));
        } else if BELOW.iter().any(|place| source.path.starts_with(place)) {
            let uses = named(&source.text, "features");
            found.extend(uses.map(|(at, name)| {
                Breach::new(&source.path, source.line_of(at), format!("nothing here may know the feature `{name}`"))
            }));
        } else if SHELLS.iter().any(|place| source.path.starts_with(place)) {
            found.extend(in_shell(source));
        }
    }
    Ok(found)
}

/// The layer of each feature, counted from the top.
fn layers(list: &str) -> BTreeMap<&str, usize> {
    let (mut layer, mut layers) = (0, BTreeMap::new());
    for line in list.lines().map(str::trim) {
        if line.starts_with("// ") {
            layer += 1;
        }
        for name in line.split("pub mod ").skip(1) {
            layers.insert(name.split(';').next().unwrap_or(""), layer);
        }
    }
    layers
}

fn in_feature(source: &Source, own: &str, layers: &BTreeMap<&str, usize>) -> Vec<Breach> {
    if own == "mod" {
        return Vec::new();
    }
    let Some(mine) = layers.get(own) else {
        return vec![Breach::new(&source.path, 1, format!("`{own}` stands in no layer of features/mod.rs"))];
    };
    let uses = named(&source.text, "features").filter(|(_, name)| *name != own);
    let wrong = uses.filter(|(_, name)| layers.get(name).is_none_or(|layer| layer >= mine));
    wrong
        .map(|(at, name)| {
            let rule = format!("`{own}` may use the layers above its own; `{name}` is not in one (features/mod.rs)");
            Breach::new(&source.path, source.line_of(at), rule)
        })
        .collect()
}

fn in_shell(source: &Source) -> Vec<Breach> {
    let words = ["features", "kernel"];
    let inner = words.iter().flat_map(|word| named(&source.text, word).map(|(at, _)| (at, *word)));
    let sql = source.text.match_indices("rusqlite");
    inner
        .chain(sql)
        .map(|(at, word)| {
            Breach::new(&source.path, source.line_of(at), format!("a shell uses the core's front door, not `{word}`"))
        })
        .collect()
}

/// Every module name right after `word::`, also inside braces, with its position.
fn named<'a>(text: &'a str, word: &str) -> impl Iterator<Item = (usize, &'a str)> {
    let start = format!("{word}::");
    let places: Vec<usize> =
        text.match_indices(&start).map(|(at, _)| at).filter(|at| starts_a_word(text, *at)).collect();
    places.into_iter().flat_map(move |at| {
        let rest = &text[at + start.len()..];
        let names = match rest.strip_prefix('{') {
            Some(inside) => in_braces(inside),
            None => vec![identifier(rest)],
        };
        names.into_iter().map(move |name| (at, name))
    })
}

fn starts_a_word(text: &str, at: usize) -> bool {
    let line = text[..at].rsplit('\n').next().unwrap_or("");
    let before = line.chars().next_back();
    !line.trim_start().starts_with("//") && !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
}

/// The first name of each path inside braces: `a::b, c::{d, e}, f}` gives a, c, f.
fn in_braces(inside: &str) -> Vec<&str> {
    let (mut depth, mut from, mut names) = (0, 0, Vec::new());
    for (at, letter) in inside.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            '}' | ',' if depth == 0 => {
                names.push(identifier(inside[from..at].trim_start()));
                from = at + 1;
                if letter == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn identifier(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAYERS: &str =
        "//! Doc.\n// ground\npub mod audit;\n// who\npub mod people;\npub mod purposes;\n// work\npub mod import;\n";

    fn used(path: &str, text: &str) -> usize {
        let list = Source { path: LIST.into(), text: LAYERS.into() };
        breaches(&[list, Source { path: path.into(), text: text.into() }]).unwrap().len()
    }

    #[test]
    fn a_feature_may_use_the_layers_above_it() {
        assert_eq!(
            used("src-tauri/core/src/features/import/run.rs", "use crate::features::{audit, people::{self, x}};"),
            0
        );
    }

    #[test]
    fn a_feature_may_not_use_its_own_layer_or_one_below() {
        assert_eq!(used("src-tauri/core/src/features/people/list.rs", "use crate::features::import::run;"), 1);
        assert_eq!(used("src-tauri/core/src/features/people/list.rs", "use crate::features::{audit, purposes};"), 1);
        assert_eq!(used("src-tauri/core/src/features/strange/list.rs", ""), 1);
    }

    #[test]
    fn the_kernel_knows_no_feature_and_the_shells_no_kernel() {
        assert_eq!(used("src-tauri/core/src/kernel/db.rs", "use crate::features::people;"), 1);
        assert_eq!(used("src-tauri/src/rpc.rs", "use ledenkluis_core::kernel::db;"), 1);
        assert_eq!(used("src-tauri/src/rpc.rs", "use ledenkluis_core::api;"), 0);
    }
}
