//! One name, five places: each feature has its folder in the core, its screens, its words, its journey and its browser
//! test. A table in the core's README lists the features that lack a place, with the reason, and the names that have a
//! place without being a feature.
use super::breach::Breach;
use super::source::Source;
use super::table;
use crate::process::Result;
use std::collections::{BTreeMap, BTreeSet};

/// The places, as the columns of the table name them.
const PLACES: &[&str] = &["core", "ui", "words", "journey", "e2e"];

/// The places where every name is a feature's, or stands in the table.
const CLOSED: &[&str] = &["core", "ui", "words"];

/// Where there is no place that should be, and the other way round.
pub(crate) fn breaches(sources: &[Source]) -> Result<Vec<Breach>> {
    let found = found(sources);
    let features: BTreeSet<&str> = found["core"].iter().copied().collect();
    let mut rules: BTreeMap<&str, (usize, Vec<bool>)> = BTreeMap::new();
    let mut breaches = Vec::new();
    for (line, cells) in table::rows(sources, "name")? {
        let reason = cells.get(PLACES.len() + 1).copied().unwrap_or_default();
        match cells.first().and_then(|cell| table::names(cell).next()) {
            Some(name) if !reason.is_empty() => {
                let has = PLACES.iter().enumerate().map(|(index, _)| cells[index + 1] == "yes").collect();
                rules.insert(name, (line, has));
            }
            _ => breaches.push(Breach::new(table::DOCUMENT, line, "an exception needs a name and a reason")),
        }
    }
    let closed = CLOSED.iter().flat_map(|place| &found[place]);
    let names: BTreeSet<&str> = closed.copied().chain(rules.keys().copied()).collect();
    for name in names {
        let (line, should) = match rules.get(name) {
            Some((line, has)) => (*line, has.clone()),
            None if features.contains(name) => (1, vec![true; PLACES.len()]),
            None => {
                breaches.push(Breach::new(
                    table::DOCUMENT,
                    1,
                    format!("`{name}` has words or screens, but is neither a feature nor in the table of places"),
                ));
                continue;
            }
        };
        for (place, should) in PLACES.iter().zip(should) {
            let has = found[place].contains(name);
            if has != should {
                let rule = if has { "has this place, and the table says it has not" } else { "lacks this place" };
                breaches.push(Breach::new(table::DOCUMENT, line, format!("`{name}`, {place}: it {rule}")));
            }
        }
    }
    Ok(breaches)
}

/// The names at each place. A browser test may be one of several of a feature: `vault-door` belongs to `vault`.
fn found(sources: &[Source]) -> BTreeMap<&'static str, BTreeSet<&str>> {
    let at = |folder: &str, end: &str| -> BTreeSet<&str> {
        let inside = sources.iter().filter_map(|source| source.path.strip_prefix(folder));
        let names = inside.filter_map(|rest| match (rest.split_once('/'), end) {
            (Some((name, _)), "/") => Some(name),
            (None, end) => rest.strip_suffix(end),
            _ => None,
        });
        names.collect()
    };
    let browser = at("tests/e2e/", ".spec.mjs").into_iter().map(|name| name.split('-').next().unwrap_or(name));
    BTreeMap::from([
        ("core", at("src-tauri/core/src/features/", "/")),
        ("ui", at("ui/src/features/", "/")),
        ("words", at("assets/locales/nl/", ".ftl")),
        ("journey", at("tests/journeys/", ".rs")),
        ("e2e", browser.collect()),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str =
        "| name | core | ui | words | journey | e2e | why |\n| --- | --- | --- | --- | --- | --- | --- |\n";
    const PEOPLE: &[&str] = &[
        "src-tauri/core/src/features/people/mod.rs",
        "ui/src/features/people/PeopleScreen.svelte",
        "assets/locales/nl/people.ftl",
        "tests/journeys/people.rs",
        "tests/e2e/people-list.spec.mjs",
        "tests/journeys/disk.rs",
        "tests/e2e/narrow.spec.mjs",
    ];

    fn wrong(rows: &str, files: &[&str]) -> Vec<String> {
        let mut sources = vec![Source { path: table::DOCUMENT.into(), text: format!("{HEAD}{rows}") }];
        sources.extend(files.iter().map(|path| Source { path: (*path).into(), text: String::new() }));
        breaches(&sources).unwrap().into_iter().map(|breach| breach.rule).collect()
    }

    #[test]
    fn a_feature_has_its_five_places() {
        assert_eq!(wrong("", PEOPLE), Vec::<String>::new());
        for (place, missing) in PLACES.iter().zip(PEOPLE).skip(1) {
            let rest: Vec<_> = PEOPLE.iter().copied().filter(|path| path != missing).collect();
            assert_eq!(wrong("", &rest), [format!("`people`, {place}: it lacks this place")]);
        }
    }

    #[test]
    fn an_exception_says_what_is_true_and_why() {
        let row = "| `people` | yes | no | yes | yes | yes | it has no screen |\n";
        let rest: Vec<_> = PEOPLE.iter().copied().filter(|path| !path.starts_with("ui/")).collect();
        assert_eq!(wrong(row, &rest), Vec::<String>::new());
        assert_eq!(wrong(row, PEOPLE), ["`people`, ui: it has this place, and the table says it has not"]);
        assert_eq!(wrong("| `people` | yes | no | yes | yes | yes | |\n", &rest).len(), 2, "without a reason");
    }

    #[test]
    fn a_name_that_is_no_feature_is_in_the_table() {
        let with = [PEOPLE, &["assets/locales/nl/kit.ftl"]].concat();
        assert_eq!(wrong("", &with).len(), 1);
        assert_eq!(wrong("| `kit` | no | no | yes | no | no | words of all screens |\n", &with), Vec::<String>::new());
        assert_eq!(wrong("| `gone` | no | no | yes | no | no | words of all screens |\n", PEOPLE).len(), 1);
    }
}
