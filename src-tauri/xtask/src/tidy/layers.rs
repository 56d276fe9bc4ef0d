//! Which code may use which. The core has floors (the table in its README): a room may use the floors below its own. On
//! the floor of the features, `features/mod.rs` lists them in layers: a feature may use the layers above its own in that
//! list. The shells use only the core's public interface.
use super::breach::Breach;
use super::modules::Modules;
use super::source::Source;
use super::table;
use crate::process::Result;
use std::collections::{BTreeMap, BTreeSet};

const LIST: &str = "src-tauri/core/src/features/mod.rs";
const CORE: &str = "src-tauri/core/src/";

/// The shells: they pass things on and decide nothing.
const SHELLS: &[&str] = &["src-tauri/src/", "src-tauri/cli/src/", "tests/bridge/"];

/// What a shell may use of the core.
const OPEN: &[&str] = &["api", "app", "error", "ops", "text"];

/// Where a room of the core stands: its floor, and its layer among the features.
type Place = (usize, usize);

/// Every use that breaks these rules.
pub(crate) fn breaches(sources: &[Source]) -> Result<Vec<Breach>> {
    let places = places(sources)?;
    let modules = Modules::of(sources, CORE);
    let mut found = BTreeSet::new();
    for (name, module) in modules.iter().filter(|(name, _)| *name != "crate" && *name != "crate::features") {
        let mine = room(name);
        let Some(place) = places.get(mine) else {
            found.insert((
                module.source.path.as_str(),
                1,
                format!("`{mine}` has no floor in {} and no layer in {LIST}", table::DOCUMENT),
            ));
            continue;
        };
        for path in &module.paths {
            let Some(meant) = modules.meant(name, &path.names) else { continue };
            for other in [room(&meant.named), room(&meant.owner)] {
                let may = other == mine || places.get(other).is_none_or(|there| there < place);
                if !may {
                    let rule = format!("`{mine}` may not use `{other}`: {}", why(mine, other));
                    found.insert((module.source.path.as_str(), module.source.line_of(path.at), rule));
                }
            }
        }
    }
    let mut found: Vec<Breach> = found.into_iter().map(|(path, line, rule)| Breach::new(path, line, rule)).collect();
    for shell in SHELLS {
        found.extend(in_shell(&Modules::of(sources, shell)));
    }
    Ok(found)
}

fn why(mine: &str, other: &str) -> &'static str {
    match (mine.starts_with(FEATURES), other.starts_with(FEATURES)) {
        (true, true) => "it is not in a layer above (features/mod.rs)",
        _ => "it is not on a floor below (core/README.md)",
    }
}

const FEATURES: &str = "crate::features::";

/// The room of a module: a feature, or else the module at the top of the core.
fn room(module: &str) -> &str {
    let depth = if module.starts_with(FEATURES) { 3 } else { 2 };
    let end = module.match_indices("::").nth(depth - 1).map_or(module.len(), |(at, _)| at);
    &module[..end]
}

/// The floors from the README, with the layers of the features on theirs.
fn places(sources: &[Source]) -> Result<BTreeMap<String, Place>> {
    let list = sources.iter().find(|source| source.path == LIST).ok_or_else(|| format!("{LIST} is not there"))?;
    let mut places = BTreeMap::new();
    for (floor, (_, cells)) in table::rows(sources, "floor")?.into_iter().enumerate() {
        for name in cells.get(1).into_iter().flat_map(|cell| table::names(cell)) {
            if name == "features" {
                let layers = layers(&list.text).into_iter();
                places.extend(layers.map(|(name, layer)| (format!("{FEATURES}{name}"), (floor, layer))));
            }
            places.insert(format!("crate::{name}"), (floor, 0));
        }
    }
    // Whoever names the features as a whole, names what is in the last of them.
    let last =
        places.values().copied().filter(|(floor, _)| places.get("crate::features").is_some_and(|f| f.0 == *floor));
    if let Some(last) = last.max() {
        places.insert("crate::features".into(), last);
    }
    Ok(places)
}

/// The layer of each feature, counted from the top. A layer is what stands together, under a comment that names it.
fn layers(list: &str) -> BTreeMap<&str, usize> {
    let (mut layer, mut is_open, mut layers) = (0, false, BTreeMap::new());
    for line in list.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix("pub mod ").and_then(|rest| rest.strip_suffix(';')) {
            is_open = true;
            layers.insert(name, layer);
        } else if line.is_empty() && is_open {
            (layer, is_open) = (layer + 1, false);
        }
    }
    layers
}

fn in_shell(modules: &Modules<'_>) -> Vec<Breach> {
    let mut found = Vec::new();
    for (name, module) in modules.iter() {
        for path in &module.paths {
            let names = modules.meant(name, &path.names).map(|meant| meant.owner);
            let names = names.unwrap_or_else(|| path.names.join("::"));
            let mut names = names.split("::");
            let inner = match (names.next(), names.next()) {
                (Some("ledenkluis_core"), Some(room)) if !OPEN.contains(&room) => room,
                (Some("rusqlite"), _) => "rusqlite",
                _ => continue,
            };
            let rule = format!("a shell uses the core's front door, not `{inner}`");
            found.push(Breach::new(&module.source.path, module.source.line_of(path.at), rule));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAYERS: &str = "//! Doc.\n\n// ground\n// (two lines about it)\npub mod audit;\n// a remark\npub mod search;\n\n\
                          // who\npub mod people;\npub mod purposes;\n\n// work\npub mod import;\n";
    const FLOORS: &str = "| floor | rooms |\n| --- | --- |\n| 1 | `error` |\n| 2 | `ops` |\n| 3 | `kernel` |\n| 4 | `text` |\n\
                          | 5 | `features`, in layers |\n| 6 | `app` |\n| 7 | `api` |\n";

    fn wrong(files: &[(&str, &str)]) -> Vec<(String, usize)> {
        let fixed = [(LIST, LAYERS), (table::DOCUMENT, FLOORS)];
        let all = fixed.iter().chain(files).map(|(path, text)| Source { path: (*path).into(), text: (*text).into() });
        let found = breaches(&all.collect::<Vec<_>>()).unwrap();
        found.into_iter().map(|breach| (breach.path, breach.line)).collect()
    }

    /// The lines of one file that are wrong; the features, the kernel and the rest are there.
    fn lines(path: &str, text: &str) -> Vec<usize> {
        let path = format!("{CORE}{path}");
        let rooms = [
            "features/audit/mod.rs",
            "features/search/mod.rs",
            "features/people/mod.rs",
            "features/purposes/mod.rs",
            "features/import/mod.rs",
            "kernel/mod.rs",
            "kernel/db.rs",
            "text.rs",
            "ops.rs",
            "error.rs",
            "app/mod.rs",
            "api.rs",
            "lib.rs",
        ];
        let rooms: Vec<String> =
            rooms.iter().map(|room| format!("{CORE}{room}")).filter(|room| *room != path).collect();
        let mut files: Vec<(&str, &str)> = rooms.iter().map(|room| (room.as_str(), "")).collect();
        files.push((&path, text));
        wrong(&files).into_iter().map(|(_, line)| line).collect()
    }

    #[test]
    fn layers_are_blocks_and_not_comments() {
        let layers = layers(LAYERS);
        assert_eq!((layers["audit"], layers["search"], layers["purposes"], layers["import"]), (0, 0, 1, 2));
    }

    #[test]
    fn a_feature_may_use_the_layers_above_it_and_the_floors_below() {
        let text = "use crate::features::{audit, people::{self, x}};\nuse crate::{kernel::db, error, ops, text};";
        assert_eq!(lines("features/import/run.rs", text), []);
        assert_eq!(lines("features/people/list.rs", "use super::store; // crate::features::import\n"), []);
    }

    #[test]
    fn a_feature_may_not_use_its_own_layer_or_one_below() {
        let people = "features/people/list.rs";
        assert_eq!(lines(people, "\nuse crate::features::import::run;"), [2]);
        assert_eq!(lines(people, "use crate::features::{audit,\n purposes};"), [2]);
        assert_eq!(lines("features/audit/list.rs", "use crate::features::search;"), [1]);
        assert_eq!(lines("features/strange/list.rs", ""), [1]);
        assert_eq!(lines(people, "use crate::api;\nuse crate::app::X;"), [1, 2]);
    }

    #[test]
    fn no_other_spelling_of_a_path_helps() {
        let people = "features/people/list.rs";
        assert_eq!(lines(people, "fn a() { super::super::import::run() }"), [1]);
        assert_eq!(lines(people, "use self::super::super::import;"), [1]);
        assert_eq!(lines(people, "use crate::{features as f};\nfn a() { f::import::run() }"), [1, 2]);
        assert_eq!(lines(people, "mod deep {\n use super::super::super::import::run;\n}"), [2]);
        assert_eq!(lines(people, "macro_rules! a { () => { $crate::features::import::run() } }"), [1]);
    }

    #[test]
    fn what_is_passed_on_counts_where_it_comes_from() {
        let files = [
            ("src-tauri/core/src/features/people/mod.rs", ""),
            ("src-tauri/core/src/text.rs", "pub use crate::features::people;"),
            ("src-tauri/core/src/kernel/db.rs", "\nuse crate::text::people::list;"),
            ("src-tauri/core/src/kernel/mod.rs", ""),
        ];
        let kernel = "src-tauri/core/src/kernel/db.rs".to_owned();
        let text = "src-tauri/core/src/text.rs".to_owned();
        // The kernel breaks two rules there, by what it names and by what it gets.
        assert_eq!(wrong(&files), [(kernel.clone(), 2), (kernel, 2), (text, 1)]);
    }

    #[test]
    fn every_room_of_the_core_has_its_floor() {
        assert_eq!(lines("kernel/files.rs", "use crate::features::people;"), [1]);
        assert_eq!(lines("kernel/files.rs", "use crate::features;"), [1]);
        assert_eq!(lines("text.rs", "use crate::features::people;\nuse crate::kernel::db;"), [1]);
        assert_eq!(lines("ops.rs", "use crate::kernel::db;\nuse crate::error;"), [1]);
        assert_eq!(lines("error.rs", "use crate::ops;"), [1]);
        assert_eq!(lines("app/vault.rs", "use crate::api;"), [1]);
        assert_eq!(lines("api/table.rs", "use crate::{app, features::import, text};"), []);
        assert_eq!(lines("cellar.rs", ""), [1]);
    }

    #[test]
    fn a_shell_knows_the_front_door_only() {
        let shell = |text: &str| wrong(&[("src-tauri/src/main.rs", ""), ("src-tauri/src/rpc.rs", text)]).len();
        assert_eq!(shell("use ledenkluis_core::kernel::db;"), 1);
        assert_eq!(shell("use ledenkluis_core as core;\nuse core::features::people;"), 1);
        assert_eq!(shell("use ledenkluis_core::{api, app::App, error, ops, text};"), 0);
        assert_eq!(shell("fn a() { rusqlite::Connection::open() }"), 1);
    }
}
