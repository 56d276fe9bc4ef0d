//! Tables in the documents that are rules too: the document says it to people, and `tidy` reads the same lines.
use super::source::Source;
use crate::process::Result;

/// The document with the rules about the core and its features.
pub(crate) const DOCUMENT: &str = "src-tauri/core/README.md";

/// The rows of the table whose first heading is this one, each with its line and its cells.
pub(crate) fn rows<'a>(sources: &'a [Source], heading: &str) -> Result<Vec<(usize, Vec<&'a str>)>> {
    let document = sources.iter().find(|source| source.path == DOCUMENT);
    let document = document.ok_or_else(|| format!("{DOCUMENT} is not there"))?;
    let mut lines = document.lines().map(|(number, line)| (number, cells(line)));
    lines
        .find(|(_, cells)| cells.first() == Some(&heading))
        .ok_or_else(|| format!("{DOCUMENT} has no table whose first column is called `{heading}`"))?;
    Ok(lines.skip(1).take_while(|(_, cells)| !cells.is_empty()).collect())
}

fn cells(line: &str) -> Vec<&str> {
    let inside = line.trim().strip_prefix('|').and_then(|line| line.strip_suffix('|'));
    inside.into_iter().flat_map(|line| line.split('|')).map(str::trim).collect()
}

/// The names in backticks in a cell.
pub(crate) fn names(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_found_by_its_first_heading_and_ends_with_it() {
        let text =
            "| a | b |\n| --- | --- |\n| 1 | 2 |\n\n| floor | what |\n| --- | --- |\n| 1 | `x`, `y` |\n| 2 | |\ntext\n";
        let sources = [Source { path: DOCUMENT.into(), text: text.into() }];
        assert_eq!(rows(&sources, "floor").unwrap(), [(7, vec!["1", "`x`, `y`"]), (8, vec!["2", ""])]);
        assert_eq!(names("`x`, `y`").collect::<Vec<_>>(), ["x", "y"]);
        assert!(rows(&sources, "other").is_err());
    }
}
