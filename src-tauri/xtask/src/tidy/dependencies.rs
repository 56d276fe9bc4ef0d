//! What we ship contains no network client, on any of the three systems, and no licence that is incompatible with the
//! EUPL.
//!
//! This is a list of names and proves little: WebKit, which shows the page, can open connections, and so can parts of
//! `tokio` and of `zbus`, which talks to the local bus. The real protection is that nothing here asks them to: the
//! page's policy (CSP), the rule for where the window may navigate, the dead proxy of its web view
//! (`src-tauri/src/page.rs`), and `tests/window/network.rs`, which tries to connect.
use crate::process::{Result, cargo, output};
use std::collections::BTreeSet;

/// The packages that we ship.
const SHIPPED: &[&str] = &["--package=ledenkluis", "--package=ledenkluis-cli"];

const SYSTEMS: &[&str] = &["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "aarch64-apple-darwin"];

/// Clients that talk to other computers, which the application never needs (README.md). `.deny.toml` has the same list
/// for people who use cargo-deny; a test compares the two.
const NETWORK: &[&str] = &[
    "attohttpc",
    "curl",
    "h2",
    "h3",
    "hickory-resolver",
    "hyper",
    "isahc",
    "minreq",
    "native-tls",
    "quinn",
    "reqwest",
    "rustls",
    "surf",
    "tokio-tungstenite",
    "trust-dns-resolver",
    "tungstenite",
    "ureq",
    "wreq",
    "tauri-plugin-http",
    "tauri-plugin-updater",
    "tauri-plugin-shell",
    "tauri-plugin-websocket",
];

/// Licences of libraries that are compatible with EUPL-1.2, the same as in `.deny.toml`.
const LICENCES: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "EUPL-1.2",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
    "bzip2-1.0.6",
];

/// Reads the dependency tree of what we ship for each system, and checks both rules.
pub(crate) fn check() -> Result {
    let mut all = BTreeSet::new();
    for system in SYSTEMS {
        let mut tree =
            cargo(&["tree", "--quiet", "--edges=normal", "--prefix=none", "--format={p}|{f}|{l}", "--target", system]);
        tree.args(SHIPPED);
        all.extend(output(tree)?.lines().map(|line| line.trim_end_matches(" (*)").to_string()));
    }
    let wrong: Vec<String> = all.iter().filter_map(|line| breach(line)).collect();
    if wrong.is_empty() {
        eprintln!("{} libraries on three systems: no client of the network among them, every licence fits", all.len());
        return Ok(());
    }
    Err(wrong.join("\n"))
}

fn breach(line: &str) -> Option<String> {
    let (package, licence) = line.rsplit_once('|')?;
    let (package, features) = package.split_once('|').unwrap_or((package, ""));
    let name = package.split(' ').next().unwrap_or(package);
    if name == "ledenkluis-core" && features.split(',').any(|feature| feature == "testing") {
        return Some(format!("{package} is shipped with the feature `testing`, which opens it for tests"));
    }
    if NETWORK.contains(&name) {
        return Some(format!(
            "{package} is a client of the network; find out who brings it: cargo tree --invert {name}"
        ));
    }
    (!fits(licence)).then(|| format!("{package}: the licence `{licence}` is not on the list"))
}

/// Whether at least one alternative in the licence expression is on the list. Old crates write `A/B` for `A OR B`.
fn fits(expression: &str) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    either(&words, &mut at) && at == words.len()
}

fn either(words: &[&str], at: &mut usize) -> bool {
    let mut good = both(words, at);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        good |= both(words, at);
    }
    good
}

fn both(words: &[&str], at: &mut usize) -> bool {
    let mut good = one(words, at);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        good &= one(words, at);
    }
    good
}

fn one(words: &[&str], at: &mut usize) -> bool {
    let Some(word) = words.get(*at) else { return false };
    *at += 1;
    if *word == "(" {
        let good = either(words, at);
        *at += 1;
        return good;
    }
    // A licence exception only adds permissions.
    if words.get(*at) == Some(&"WITH") {
        *at += 2;
    }
    LICENCES.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_fits_when_one_of_its_choices_does() {
        assert!(fits("MIT OR Apache-2.0"));
        assert!(fits("GPL-3.0 OR MIT"));
        assert!(fits("MIT/Apache-2.0"));
        assert!(fits("(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(fits("Apache-2.0 WITH LLVM-exception OR GPL-2.0"));
        assert!(!fits("GPL-3.0"));
        assert!(!fits("MIT AND GPL-3.0"));
        assert!(!fits(""));
    }

    #[test]
    fn a_network_library_is_refused_whatever_its_licence() {
        assert!(breach("reqwest v0.12.0|MIT").is_some());
        assert!(breach("http v1.0.0||MIT").is_none());
    }

    #[test]
    fn a_core_that_is_open_for_tests_is_not_shipped() {
        assert!(breach("ledenkluis-core v0.1.0|default,testing|EUPL-1.2").is_some());
        assert!(breach("ledenkluis-core v0.1.0|default|EUPL-1.2").is_none());
    }

    /// The quoted words between the first occurrence of `start` and the next `]`.
    fn listed(start: &str) -> BTreeSet<String> {
        let file = std::fs::read_to_string(crate::process::root().join(".deny.toml")).unwrap();
        let list = file.split_once(start).unwrap().1.split(']').next().unwrap();
        let without_comments: String = list.lines().filter(|line| !line.trim_start().starts_with('#')).collect();
        without_comments.split('"').skip(1).step_by(2).map(str::to_owned).collect()
    }

    #[test]
    fn cargo_deny_holds_the_same_lists() {
        let own = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
        assert_eq!(listed("\ndeny = ["), own(NETWORK));
        // `.deny.toml` lists a licence with an exception as a separate entry; here an exception only adds permissions.
        let licences: BTreeSet<_> = listed("\nallow = [").into_iter().filter(|l| !l.contains(" WITH ")).collect();
        assert_eq!(licences, own(LICENCES));
        assert_eq!(listed("\ntargets = ["), own(SYSTEMS));
    }
}
