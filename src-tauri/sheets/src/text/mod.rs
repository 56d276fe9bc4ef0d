//! Delimited text. We have our own parser because lists contain what strict parsers refuse or skip: blank lines that
//! count for the row number, quotes inside a field, and different line endings in one file.
pub(crate) mod code_page;
pub(crate) mod encoding;
mod parser;
mod separator;

use crate::limits::{Budget, MAX_COLUMNS, MAX_RUN};
use crate::refusal::{Refusal, Result, Why, too_large};
use crate::sheet::{Book, Cell, Format, Row, Sheet};
use parser::Parser;

/// Characters that are examined to decide whether the file is text.
const SAMPLE: usize = 64 * 1024;

pub(crate) fn read(bytes: Vec<u8>, budget: &mut Budget) -> Result<Book> {
    let decoded = encoding::decode(bytes, &budget.work)?;
    // Old programs end a file with ^Z.
    let text = decoded.text.trim_start_matches('\u{feff}').trim_end_matches('\u{1a}');
    refuse_other_formats(text)?;
    let (told, text) = separator_line(text);
    budget.work.steps(2 * SAMPLE)?;
    let separator = told.unwrap_or_else(|| separator::guess(text));
    let rows = read_rows(text, separator, budget)?;
    let sheet = Sheet { rows, ..Sheet::default() };
    Ok(Book { format: Format::Csv, sheets: vec![sheet], lost_characters: decoded.lost })
}

/// Refuses text in another format, and what is not text at all.
fn refuse_other_formats(text: &str) -> Result<()> {
    let control = |c: char| {
        (c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\0' | '\u{b}' | '\u{c}' | '\u{1a}' | '\u{85}' | '\u{a0}'))
            as usize
    };
    let (mut seen, mut odd, mut zeros) = (0usize, 0usize, 0usize);
    for c in text.chars().take(SAMPLE) {
        seen += 1;
        odd += control(c);
        zeros += usize::from(c == '\0');
    }
    if is_other_format(text.trim_start()) || odd * 50 > seen || zeros * 5 > seen.max(10) {
        return Err(Refusal::new(Why::Unsupported));
    }
    Ok(())
}

/// Recognises other formats by how they begin: vCard, markup, JSON, mail, and exchange formats of other programs.
fn is_other_format(text: &str) -> bool {
    let start: String = text.chars().take(64).collect::<String>().to_lowercase();
    let others = [
        "begin:v",
        "<?xml",
        "<!",
        "{\\rtf",
        "%pdf",
        "%!ps",
        "id;p",
        "mime-version:",
        "from - ",
        "table\r\n0,1",
        "table\n0,1",
        "dn: ",
    ];
    // A tag that is closed later means markup of some dialect; a link or bold text in a first cell does not.
    let name: String = start.chars().skip(1).take_while(|c| c.is_alphanumeric()).collect();
    let in_text = ["a", "b", "i", "u", "em", "strong", "span", "br", "img", "font"].contains(&name.as_str());
    let is_markup = start.starts_with('<')
        && name.starts_with(char::is_alphabetic)
        && !in_text
        && (text.contains("</") || text.contains("/>"));
    let mut marks = text.chars().filter(|c| !c.is_whitespace());
    let is_json = match (marks.next(), marks.next()) {
        (Some('{'), next) => matches!(next, Some('"' | '}')),
        (Some('['), next) => matches!(next, Some('{' | '[')),
        _ => false,
    };
    others.iter().any(|o| start.starts_with(o)) || is_markup || is_json
}

/// Excel takes the separator from a first line `sep=;`. That line is not a row of the sheet.
fn separator_line(text: &str) -> (Option<char>, &str) {
    let line = text.split(['\r', '\n']).next().unwrap_or_default();
    let told = line.trim().trim_matches('"');
    let is_told = told.get(..4).is_some_and(|s| s.eq_ignore_ascii_case("sep="));
    let rest = text.get(line.len()..).unwrap_or_default();
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n'])).unwrap_or(rest);
    match told.get(4..).unwrap_or_default().chars().next() {
        Some(separator) if is_told && told.chars().count() == 5 => (Some(separator), rest),
        // `sep=` and a tab: trimming removed the tab.
        None if is_told && line.contains('\t') => (Some('\t'), rest),
        _ => (None, text),
    }
}

/// Reads all rows with content.
fn read_rows(text: &str, separator: char, budget: &mut Budget) -> Result<Vec<Row>> {
    let mut parser = Parser::new(text, separator);
    let mut rows = vec![];
    let mut number = 0u32;
    while let Some(fields) = parser.record() {
        number = number.saturating_add(1);
        let bytes = fields.iter().map(String::len).sum::<usize>();
        budget.work.steps(5 + 2 * fields.len() + bytes)?;
        if fields.len() > MAX_COLUMNS as usize {
            return Err(too_large().over("columns", MAX_COLUMNS));
        }
        if bytes > MAX_RUN as usize {
            return Err(too_large().over("line", MAX_RUN));
        }
        if fields.iter().all(|f| f.trim().is_empty()) {
            continue;
        }
        budget.rows(1)?;
        budget.cells(fields.len())?;
        for field in &fields {
            budget.text(field)?;
        }
        rows.push(Row { number, cells: fields.into_iter().map(Cell::text).collect(), bold: false });
    }
    Ok(rows)
}
