//! A file that is too long to keep in mind must be split.
use super::breach::Breach;
use super::source::Source;

const LIMIT: usize = 400;

/// Folders with generated files.
const EXCEPT_BELOW: &[&str] = &["ui/src/generated/", "tests/fixtures/"];

/// Code and screens longer than the limit. Texts, data tables and documents may be longer.
pub(crate) fn breaches(sources: &[Source]) -> Vec<Breach> {
    let code = sources.iter().filter(|source| matches!(source.ending(), "rs" | "ts" | "mjs" | "js" | "svelte" | "css"));
    let counted = code.filter(|source| !EXCEPT_BELOW.iter().any(|folder| source.path.starts_with(folder)));
    let long = counted.map(|source| (source, source.text.lines().count())).filter(|(_, lines)| *lines > LIMIT);
    long.map(|(source, lines)| Breach::new(&source.path, lines, format!("{lines} lines; split it below {LIMIT}")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_file_is_found_and_a_generated_one_is_not() {
        let long = |path: &str| Source { path: path.into(), text: "x\n".repeat(LIMIT + 1) };
        assert_eq!(breaches(&[long("src-tauri/core/src/app.rs")]).len(), 1);
        assert_eq!(breaches(&[long("ui/src/generated/api.ts"), long("assets/locales/nl/kit.ftl")]).len(), 0);
    }
}
