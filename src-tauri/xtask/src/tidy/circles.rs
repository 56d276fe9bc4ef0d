//! No two files need each other. Where they do, something stands in the wrong file.
use super::breach::Breach;
use super::modules::{Modules, below};
use super::source::Source;
use std::collections::{BTreeMap, BTreeSet};

/// The packages, by the folders of their sources.
const PACKAGES: &[&str] = &[
    "src-tauri/core/src/",
    "src-tauri/sheets/src/",
    "src-tauri/paper/src/",
    "src-tauri/cli/src/",
    "src-tauri/xtask/src/",
    "src-tauri/src/",
];

/// Modules that are one idea in several files: what they need of each other is no circle.
///
/// A session knows who holds personal data, and a holder is given the session's transactions. The files of the session
/// share its private fields, so that nothing else can make a `Changed` or a `Done`.
const ONE: &[&str] = &["crate::kernel::session", "crate::kernel::person_data"];

/// For each file those that it needs, with the line that says so.
type Needs<'a> = BTreeMap<&'a str, BTreeMap<&'a str, usize>>;

/// Every circle: one breach for each step round it.
pub(crate) fn breaches(sources: &[Source]) -> Vec<Breach> {
    let packages = PACKAGES.iter().map(|folder| needs(&Modules::of(sources, folder)));
    packages.flat_map(|needs| circles(&needs)).collect()
}

fn needs<'a>(modules: &Modules<'a>) -> Needs<'a> {
    let mut needs: Needs<'a> = BTreeMap::new();
    for (name, module) in modules.iter().filter(|(_, module)| !module.in_tests) {
        for path in module.paths.iter().filter(|path| !path.in_tests) {
            let Some(meant) = modules.meant(name, &path.names) else { continue };
            // A module that passes on what is inside it does not need it: it is the sign on the door.
            if path.is_public && below(&meant.owner, name) {
                continue;
            }
            let Some(other) = modules.file(&meant.owner).filter(|other| other.path != module.source.path) else {
                continue;
            };
            let is_one = ONE.iter().any(|one| below(name, one)) && ONE.iter().any(|one| below(&meant.owner, one));
            if !is_one {
                let line = module.source.line_of(path.at);
                needs.entry(&module.source.path).or_default().entry(&other.path).or_insert(line);
            }
        }
    }
    needs
}

fn circles(needs: &Needs<'_>) -> Vec<Breach> {
    let mut found = Vec::new();
    for (file, others) in needs {
        for (other, line) in others {
            if let Some(way) = way(needs, other, file) {
                let rule = format!("a circle: this file needs {other}, and back: {}", way.join(" needs "));
                found.push(Breach::new(file, *line, rule));
            }
        }
    }
    found
}

/// The shortest way from one file to another.
fn way<'a>(needs: &Needs<'a>, from: &'a str, to: &str) -> Option<Vec<&'a str>> {
    let (mut seen, mut ways) = (BTreeSet::from([from]), vec![vec![from]]);
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            let last = way.last().copied().unwrap_or_default();
            if last == to {
                return Some(way);
            }
            for next in needs.get(last).into_iter().flat_map(BTreeMap::keys).filter(|next| seen.insert(next)) {
                longer.push([way.as_slice(), &[*next]].concat());
            }
        }
        ways = longer;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(files: &[(&str, &str)]) -> usize {
        let source =
            |(path, text): &(&str, &str)| Source { path: format!("src-tauri/core/src/{path}"), text: (*text).into() };
        breaches(&files.iter().map(source).collect::<Vec<_>>()).len()
    }

    #[test]
    fn two_files_that_need_each_other_are_found() {
        assert_eq!(count(&[("a.rs", "use crate::b::B;"), ("b.rs", "fn b() { super::a::f() }")]), 2);
        assert_eq!(count(&[("a.rs", "use crate::b;"), ("b.rs", "use crate::c;"), ("c.rs", "use crate::a;")]), 3);
        assert_eq!(count(&[("a.rs", "use crate::b;"), ("b.rs", "use crate::c;"), ("c.rs", "")]), 0);
    }

    #[test]
    fn a_sign_on_the_door_is_no_need() {
        let files =
            |inner| [("a/mod.rs", "mod b; mod c; pub use b::B; const X: u8 = 1;"), ("a/b.rs", inner), ("a/c.rs", "")];
        assert_eq!(count(&files("use super::X;")), 0);
        assert_eq!(count(&[("a/mod.rs", "use b::B;"), ("a/b.rs", "use super::X;")]), 2);
        // What comes over the sign is needed of whoever has it.
        assert_eq!(
            count(&[("a/mod.rs", "pub use b::B;"), ("a/b.rs", "use super::c::C;"), ("a/c.rs", "use super::B;")]),
            2
        );
    }

    #[test]
    fn what_tests_need_is_no_circle() {
        assert_eq!(count(&[("a.rs", "use crate::b;"), ("b.rs", "#[cfg(test)]\nmod tests { use crate::a; }")]), 0);
        let files = [
            ("a/mod.rs", "#[cfg(test)]\nmod tests;\nuse b::B;"),
            ("a/b.rs", ""),
            ("a/tests.rs", "use super::*; use super::b;"),
        ];
        assert_eq!(count(&files), 0);
    }

    #[test]
    fn one_idea_may_stand_in_several_files() {
        assert_eq!(
            count(&[
                ("kernel/session.rs", "use super::person_data::A;"),
                ("kernel/person_data.rs", "use super::session::B;")
            ]),
            0
        );
        assert_eq!(count(&[("kernel/session.rs", "use super::db::A;"), ("kernel/db.rs", "use super::session::B;")]), 2);
    }
}
