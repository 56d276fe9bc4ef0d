//! Third-party notices: most licences require their text with every copy. They are collected from the sources of
//! everything that is linked, so that a new library is not forgotten.
use crate::process::{Result, cargo, output, root};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The output file, which `tauri.conf.json` adds to the packages.
const INTO: &str = "target/THIRD-PARTY.txt";

/// C sources that are compiled in: the build dependencies that contain them, and the folders with their licences.
const COMPILED_IN: &[(&str, &[&str])] = &[("openssl-src", &["", "openssl"]), ("sqlcipher-src", &["", "sqlcipher"])];

/// The npm packages whose code or fonts are part of the built UI.
const PAGE: &[&str] = &[
    "@fluent/bundle",
    "@fontsource-variable/atkinson-hyperlegible-mono",
    "@fontsource-variable/atkinson-hyperlegible-next",
    "@fontsource-variable/noto-sans",
    "@tauri-apps/api",
    "clsx",
    "esm-env",
    "lucide",
    "svelte",
];

/// Works of others that are in this repository.
const OWN_COPIES: &[(&str, &str)] = &[
    ("the fonts on paper", "assets/fonts/OFL.txt"),
    ("the lists of words", "assets/wordlists/README.md"),
    ("the colour profile on paper", "assets/print/README.md"),
];

/// A library or font, its licence, and the licence texts in its source.
struct Part {
    name: String,
    licence: String,
    texts: Vec<String>,
}

/// Writes the notices.
pub(crate) fn write() -> Result<PathBuf> {
    let path = root().join(INTO);
    let text = gather()?;
    fs::create_dir_all(root().join("target")).map_err(|why| why.to_string())?;
    fs::write(&path, text).map_err(|why| format!("{}: {why}", path.display()))?;
    Ok(path)
}

/// Fails if a part has no licence text.
pub(crate) fn check() -> Result {
    let text = gather()?;
    eprintln!("the notices of third parties are whole: {} kB", text.len() / 1000);
    Ok(())
}

fn gather() -> Result<String> {
    let mut parts = libraries()?;
    for name in PAGE {
        let folder = root().join("ui/node_modules").join(name);
        let about = read(&folder.join("package.json"))?;
        let licence = about.split_once("\"license\": \"").and_then(|(_, rest)| rest.split_once('"'));
        let licence = licence.map(|(licence, _)| licence.to_owned()).unwrap_or_default();
        parts.push(Part { name: (*name).to_owned(), texts: texts_in(&folder), licence });
    }
    for (name, path) in OWN_COPIES {
        let (licence, texts) = (format!("see {path}"), vec![read(&root().join(path))?]);
        parts.push(Part { name: (*name).to_owned(), licence, texts });
    }
    parts.iter_mut().try_for_each(complete)?;
    Ok(page_of(&parts))
}

/// Everything that is linked, according to cargo.
fn libraries() -> Result<Vec<Part>> {
    let shipped = ["--package=ledenkluis", "--package=ledenkluis-cli", "--format={p}|{l}", "--prefix=none"];
    let mut tree = cargo(&["tree", "--quiet", "--edges=normal,build"]);
    let all = output({
        tree.args(shipped);
        tree
    })?;
    let mut linked = cargo(&["tree", "--quiet", "--edges=normal"]);
    linked.args(shipped);
    let mut parts: BTreeMap<String, Part> = BTreeMap::new();
    for (line, folders) in output(linked)?.lines().map(|line| (line, &[""] as &[&str])).chain(compiled_in(&all)) {
        let Some((package, licence)) = line.trim_end_matches(" (*)").rsplit_once('|') else { continue };
        // A path in brackets marks one of our own packages.
        let Some((name, version)) = package.split_once(" v").filter(|(_, version)| !version.contains('(')) else {
            continue;
        };
        let source = source_of(&format!("{name}-{version}"))?;
        let texts = folders.iter().flat_map(|folder| texts_in(&source.join(folder))).collect();
        parts.insert(package.to_owned(), Part { name: package.to_owned(), licence: licence.to_owned(), texts });
    }
    Ok(parts.into_values().collect())
}

fn compiled_in(tree: &str) -> impl Iterator<Item = (&str, &'static [&'static str])> {
    let of = |line: &str| COMPILED_IN.iter().find(|(name, _)| line.split(' ').next() == Some(name));
    tree.lines().filter_map(move |line| of(line).map(|(_, folders)| (line, *folders)))
}

/// The folder in which cargo keeps the source of a library.
fn source_of(name: &str) -> Result<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home =
        home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).ok_or("there is no home folder")?;
    let registries = fs::read_dir(home.join("registry/src")).map_err(|why| format!("cargo's sources: {why}"))?;
    let found = registries.filter_map(|entry| Some(entry.ok()?.path().join(name))).find(|folder| folder.is_dir());
    found.ok_or_else(|| format!("the source of {name} is not in cargo's folder"))
}

/// The texts of licences and notices in a folder, sorted by file name.
fn texts_in(folder: &Path) -> Vec<String> {
    const NAMES: [&str; 6] = ["licen", "copying", "copyright", "notice", "unlicense", "ofl"];
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).map(|all| all.filter_map(|entry| Some(entry.ok()?.path())).collect()).unwrap_or_default();
    paths.sort();
    let is_text = |path: &PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        path.is_file() && NAMES.iter().any(|start| name.starts_with(start)) && !name.ends_with(".rs")
    };
    let texts = paths.iter().filter(|path| is_text(path)).filter_map(|path| fs::read(path).ok());
    texts.map(|bytes| String::from_utf8_lossy(&bytes).replace("\r\n", "\n").trim().to_owned()).collect()
}

/// Gives a part without a licence text the standard text of the first of its licences that we have.
fn complete(part: &mut Part) -> Result {
    if !part.texts.iter().all(|text| text.is_empty()) {
        return Ok(());
    }
    let choices = part.licence.split([' ', '/', '(', ')']);
    let known = choices.map(|id| root().join(format!("assets/licences/{id}.txt"))).find(|path| path.is_file());
    let path = known.ok_or_else(|| {
        format!("{} brings no text of its licence `{}`: put it into assets/licences", part.name, part.licence)
    })?;
    part.texts = vec![read(&path)?];
    Ok(())
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|why| format!("{}: {why}", path.display()))
}

/// A list of all parts, then every text once with the parts it applies to.
fn page_of(parts: &[Part]) -> String {
    let mut by_text: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for part in parts {
        for text in &part.texts {
            by_text.entry(text).or_default().push(&part.name);
        }
    }
    let mut page = String::from(
        "Ledenkluis is under the EUPL-1.2 (see LICENSE). It holds the following works of others. SQLite, in SQLCipher, is in the\n\
         public domain. The standard library of Rust is under MIT or Apache-2.0.\n\n",
    );
    for part in parts {
        page.push_str(&format!("{}: {}\n", part.name, part.licence));
    }
    for (text, names) in by_text {
        page.push_str(&format!("\n{}\n{}\n\n{text}\n", "=".repeat(78), names.join(", ")));
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, licence: &str, text: &str) -> Part {
        Part { name: name.into(), licence: licence.into(), texts: vec![text.into()] }
    }

    #[test]
    fn every_part_is_named_and_every_text_stands_there_once() {
        let page = page_of(&[
            part("a v1", "MIT", "Be kind."),
            part("b v2", "MIT", "Be kind."),
            part("c v3", "ISC", "Be fair."),
        ]);
        assert!(
            ["a v1: MIT", "b v2: MIT", "c v3: ISC", "a v1, b v2\n\nBe kind."].iter().all(|words| page.contains(words))
        );
        assert_eq!(page.matches("Be kind.").count(), 1);
    }

    #[test]
    fn a_part_without_a_text_gets_the_standard_one_or_is_told() {
        let mut known = part("a v1", "Zlib OR MIT", "");
        complete(&mut known).unwrap();
        assert!(known.texts[0].starts_with("MIT License"));
        assert!(complete(&mut part("b v2", "Nobody-Knows-1.0", "")).unwrap_err().contains("b v2"));
    }

    /// Packages that the UI uses at run time must be in the list; those that only build it need not be.
    #[test]
    fn every_library_of_the_page_is_on_the_list() {
        let about = read(&root().join("ui/package.json")).unwrap();
        let block = about.split_once("\"dependencies\": {").unwrap().1.split('}').next().unwrap();
        let fonts = about.lines().filter(|line| line.contains("@fontsource"));
        for line in block.lines().chain(fonts).filter(|line| line.contains(':')) {
            let name = line.split('"').nth(1).unwrap();
            assert!(PAGE.contains(&name), "{name}");
        }
    }

    #[test]
    fn both_packages_carry_the_licence_and_the_notices() {
        let config = read(&root().join("src-tauri/tauri.conf.json")).unwrap();
        for file in ["../LICENSE", &format!("../{INTO}")] {
            assert_eq!(config.matches(&format!("\": \"{file}\"")).count(), 2, "{file}");
        }
        assert!(read(&root().join("LICENSE")).unwrap().starts_with("EUROPEAN UNION PUBLIC LICENCE v. 1.2"));
    }
}
