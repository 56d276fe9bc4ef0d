//! What programs put around a value so that Excel leaves it alone: `="007"`, `'008`, curly quotes. None of it is part of
//! the value.
use crate::error::Result;
use ledenkluis_sheets::{Book, Work};

/// Pairs of quotes that may stand around a whole value.
const PAIRS: [(char, char); 8] =
    [('"', '"'), ('“', '”'), ('”', '”'), ('„', '”'), ('„', '“'), ('‘', '’'), ('«', '»'), ('‚', '‘')];

/// Takes the wrappers off all values.
///
/// # Errors
/// As `Work::steps`.
pub(super) fn take_off(book: &mut Book, work: &Work) -> Result<()> {
    for row in book.sheets.iter_mut().flat_map(|s| &mut s.rows) {
        work.steps(row.cells.len())?;
        for cell in row.cells.iter_mut().filter(|c| c.day.is_none()) {
            if let Some(value) = inside(&cell.text) {
                cell.text = value;
            }
        }
    }
    Ok(())
}

/// The value inside the wrapper; `None` without one.
fn inside(text: &str) -> Option<String> {
    let text = text.trim();
    if !text.starts_with(|c: char| matches!(c, '=' | '\'' | '’') || PAIRS.iter().any(|(open, _)| *open == c)) {
        return None;
    }
    if let Some(wrapped) = text.strip_prefix('=') {
        let value = wrapped.strip_prefix('"')?.strip_suffix('"')?;
        // A formula that joins texts is not one text.
        let plain = value.replace("\"\"", "");
        return (!plain.contains('"')).then(|| value.replace("\"\"", "\"").trim().to_owned());
    }
    for (open, close) in PAIRS {
        let value = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        if let Some(value) = value.filter(|v| !v.contains([open, close])) {
            return Some(value.trim().to_owned());
        }
    }
    // `'s-Gravenhage` and `'t Hoen` begin with an apostrophe of their own; a number does not.
    let bare = text.strip_prefix(['\'', '’'])?;
    let number = bare.trim_end_matches(['\'', '’']);
    let is_number = number.starts_with(|c: char| c.is_ascii_digit() || c == '+');
    // The apostrophe of "'70" stands for a century.
    let is_year = number.len() == 2 && bare.len() == 2;
    (is_number && !is_year).then(|| number.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn a_value_comes_out_of_its_wrapper_and_other_text_stays() {
        for (written, right) in [
            ("=\"007\"", "007"),
            (" =\"0612345678\" ", "0612345678"),
            ("=\"\"", ""),
            ("=\"Berg, van den\"", "Berg, van den"),
            ("=\"De \"\"Hoek\"\"\"", "De \"Hoek\""),
            ("'008", "008"),
            ("'+31612345678", "+31612345678"),
            ("'007'", "007"),
            ("’0612345678", "0612345678"),
            ("“Delft”", "Delft"),
            ("„Kleve“", "Kleve"),
            ("„Delft”", "Delft"),
            ("‘1017 AB’", "1017 AB"),
            ("\"Delft\"", "Delft"),
            ("«Liège»", "Liège"),
        ] {
            assert_eq!(inside(written).as_deref(), Some(right), "{written}");
        }
        for stays in [
            "",
            "007",
            "'s-Gravenhage",
            "'t Hoen",
            "’t Hoen",
            "=A1&\"x\"",
            "=\"a\"&\"b\"",
            "=1+1",
            "'70",
            "“Ja” zei hij “nee”",
            "D'Hondt",
            "\"",
            "=",
            "'",
            "“",
        ] {
            assert_eq!(inside(stays), None, "{stays}");
        }
    }
}
