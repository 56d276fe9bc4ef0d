//! Which module a path means. Chains of `super`, `self` and `crate`, names that a `use` gives, and names that a module
//! passes on are followed to the module that has the thing.
use super::source::Source;
use super::uses::{Named, Path, named};
use std::collections::BTreeMap;

/// How many names are followed before a path counts as unknown: a `use` may go round in a circle.
const TURNS: usize = 16;

/// The modules of one package.
pub(crate) struct Modules<'a> {
    /// By their names, `crate::kernel::db`.
    all: BTreeMap<String, Module<'a>>,
}

/// A module, in a file of its own or inside another.
pub(crate) struct Module<'a> {
    /// Its file.
    pub(crate) source: &'a Source,
    /// The paths that stand in it.
    pub(crate) paths: Vec<Path>,
    /// Whether only tests see it.
    pub(crate) in_tests: bool,
}

/// What a path means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Meant {
    /// The module that the path names, such as `crate::features::people`; for another package its names.
    pub(crate) named: String,
    /// The module that has the thing, if the named one only passes it on.
    pub(crate) owner: String,
}

impl<'a> Modules<'a> {
    /// Reads the package whose files are below this folder (`src-tauri/core/src/`).
    pub(crate) fn of(sources: &'a [Source], folder: &str) -> Self {
        let mut all = BTreeMap::new();
        let mut test_files = Vec::new();
        for source in sources.iter().filter(|source| source.ending() == "rs") {
            let Some(inside) = source.path.strip_prefix(folder) else { continue };
            let own = module_of(inside);
            let Named { paths, inner, test_files: tests } = named(&source.text);
            test_files.extend(tests.iter().map(|name| format!("{own}::{name}")));
            let add = |all: &mut BTreeMap<_, _>, chain: &[String]| {
                let name = [std::slice::from_ref(&own), chain].concat().join("::");
                let here: Vec<Path> = paths.iter().filter(|path| path.inside == chain).cloned().collect();
                let in_tests = !here.is_empty() && here.iter().all(|path| path.in_tests);
                all.insert(name, Module { source, paths: here, in_tests });
            };
            add(&mut all, &[]);
            inner.iter().for_each(|chain| add(&mut all, chain));
        }
        for (name, module) in &mut all {
            module.in_tests |= test_files.iter().any(|test| below(name, test));
        }
        Modules { all }
    }

    /// Every module with its name.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Module<'a>)> {
        self.all.iter().map(|(name, module)| (name.as_str(), module))
    }

    /// The file of a module.
    pub(crate) fn file(&self, module: &str) -> Option<&'a Source> {
        self.all.get(module).map(|module| module.source)
    }

    /// What a path in this module means; `None` for a name that no `use` gives, such as a type or a parameter.
    pub(crate) fn meant(&self, module: &str, path: &[String]) -> Option<Meant> {
        let named = self.start(module, path, TURNS)?;
        let (named, rest) = self.walk(named);
        let owner = self.owner(&named, &rest, TURNS);
        Some(Meant { named, owner })
    }

    /// The path from the root of the package, or from another package.
    fn start(&self, module: &str, path: &[String], turns: usize) -> Option<Vec<String>> {
        let turns = turns.checked_sub(1)?;
        let (first, rest) = path.split_first()?;
        let mut here: Vec<String> = module.split("::").map(str::to_owned).collect();
        match first.as_str() {
            "crate" => here.truncate(1),
            "self" => {}
            "super" => {
                here.pop();
            }
            name => match self.given(module, name, turns) {
                Some(full) => here = full,
                None => return None,
            },
        }
        let mut rest = rest;
        while let Some((up, more)) = rest.split_first()
            && up == "super"
        {
            here.pop();
            rest = more;
        }
        here.extend(rest.iter().cloned());
        Some(here)
    }

    /// What a bare name means in a module: one inside it, or one that a `use` gives. A path of a `use` that begins with
    /// none of them begins with another package.
    fn given(&self, module: &str, name: &str, turns: usize) -> Option<Vec<String>> {
        let child = format!("{module}::{name}");
        if self.all.contains_key(&child) {
            return Some(child.split("::").map(str::to_owned).collect());
        }
        let turns = turns.checked_sub(1)?;
        let uses = || self.all.get(module).into_iter().flat_map(|module| &module.paths);
        let is_own = |path: &&Path| path.names.first().is_some_and(|first| first != name) || path.names.len() > 1;
        if let Some(path) = uses().filter(is_own).find(|path| path.gives.as_deref() == Some(name)) {
            if path.names.first().is_some_and(|first| first == name) {
                return Some(path.names.clone());
            }
            return self.start(module, &path.names, turns).or_else(|| Some(path.names.clone()));
        }
        uses().filter(|path| path.gives.as_deref() == Some("*")).find_map(|path| {
            let (from, rest) = self.walk(self.start(module, &path.names, turns)?);
            if rest.is_empty() { self.given(&from, name, turns) } else { None }
        })
    }

    /// Splits a path into the deepest module on it, and what follows.
    fn walk(&self, path: Vec<String>) -> (String, Vec<String>) {
        let mut end = path.len();
        while end > 0 {
            let module = path[..end].join("::");
            if self.all.contains_key(&module) {
                return (module, path[end..].to_vec());
            }
            end -= 1;
        }
        (path.join("::"), vec![])
    }

    /// Follows what a module passes on.
    fn owner(&self, module: &str, rest: &[String], turns: usize) -> String {
        let Some(turns) = turns.checked_sub(1) else { return module.to_owned() };
        let Some(first) = rest.first() else { return module.to_owned() };
        match self.given(module, first, turns) {
            Some(mut full) => {
                full.extend(rest[1..].iter().cloned());
                let (next, rest) = self.walk(full);
                if self.all.contains_key(&next) && next != module { self.owner(&next, &rest, turns) } else { next }
            }
            None => module.to_owned(),
        }
    }
}

/// Whether a module is this one or inside it.
pub(crate) fn below(module: &str, other: &str) -> bool {
    module.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// `kernel/session/view.rs` is `crate::kernel::session::view`, and `kernel/mod.rs` is `crate::kernel`.
fn module_of(inside: &str) -> String {
    let inside = inside.trim_end_matches(".rs");
    let inside = inside.strip_suffix("/mod").unwrap_or(inside);
    match inside {
        "lib" | "main" => "crate".to_owned(),
        inside => format!("crate::{}", inside.replace('/', "::")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(files: &[(&str, &str)]) -> Vec<Source> {
        files.iter().map(|(path, text)| Source { path: format!("x/src/{path}"), text: (*text).to_owned() }).collect()
    }

    fn meant(files: &[(&str, &str)], module: &str, path: &str) -> (String, String) {
        let sources = package(files);
        let names: Vec<String> = path.split("::").map(str::to_owned).collect();
        Modules::of(&sources, "x/src/").meant(module, &names).map(|m| (m.named, m.owner)).unwrap_or_default()
    }

    const FILES: &[(&str, &str)] = &[
        ("lib.rs", "mod a; mod b;"),
        ("a/mod.rs", "mod inner; pub use inner::Thing; pub use crate::b::Other as Renamed;"),
        ("a/inner.rs", "use super::super::b; use crate::b as c; use std::fmt; mod deep { use super::*; }"),
        ("b.rs", "pub use crate::a::*;"),
    ];

    fn both(module: &str) -> (String, String) {
        (module.to_owned(), module.to_owned())
    }

    #[test]
    fn chains_of_super_and_self_are_followed() {
        assert_eq!(meant(FILES, "crate::a::inner", "super::super::b::X"), both("crate::b"));
        assert_eq!(meant(FILES, "crate::a::inner", "self::deep::X"), both("crate::a::inner::deep"));
        assert_eq!(meant(FILES, "crate::a::inner::deep", "super::super::super::b"), both("crate::b"));
    }

    #[test]
    fn names_that_a_use_gives_are_followed() {
        assert_eq!(meant(FILES, "crate::a::inner", "c::X"), both("crate::b"));
        assert_eq!(meant(FILES, "crate::a::inner::deep", "c::X"), both("crate::b"));
        assert_eq!(meant(FILES, "crate::a::inner", "fmt::Debug"), both("std::fmt::Debug"));
        assert_eq!(meant(FILES, "crate::a::inner", "Vec::new"), (String::new(), String::new()));
    }

    #[test]
    fn what_a_module_passes_on_has_its_owner() {
        let (a, inner, b) = ("crate::a".to_owned(), "crate::a::inner".to_owned(), "crate::b".to_owned());
        assert_eq!(meant(FILES, "crate::b", "crate::a::Thing"), (a.clone(), inner.clone()));
        assert_eq!(meant(FILES, "crate", "crate::a::Renamed"), (a, b.clone()));
        assert_eq!(meant(FILES, "crate", "crate::b::Thing"), (b, inner));
    }
}
