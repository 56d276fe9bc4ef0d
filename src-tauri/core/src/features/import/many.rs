//! Cells with several values: e-mail addresses and phone numbers.
use crate::features::people::{NewEmail, NewPhone};

/// More values than one person has in a cell: the list is wrong there.
const MANY: usize = 50;

/// The values, or `None` if there are too many for one person.
pub(super) fn few<T>(found: Vec<T>) -> Option<Vec<T>> {
    (found.len() <= MANY).then_some(found)
}

/// The e-mail addresses in a cell.
pub(super) fn emails(text: &str) -> Vec<NewEmail> {
    let text = text.replace("mailto:", "");
    let parts =
        text.split([';', ',', '\n']).flat_map(str::split_whitespace).map(|p| p.trim_matches(['<', '>', '"', '\'']));
    // "Anneke <a@b.nl>": words around an address are ignored.
    let found: Vec<&str> = parts.filter(|p| !p.is_empty()).collect();
    let several = found.iter().any(|p| p.contains('@'));
    let address = |a: &&str| NewEmail { label: "home".to_owned(), address: (*a).to_owned() };
    if several { found.iter().filter(|p| p.contains('@')).map(address).collect() } else { vec![address(&text.trim())] }
}

/// The phone numbers in a cell; `label` is for those that are not mobile.
pub(super) fn phones(text: &str, label: &str) -> Vec<NewPhone> {
    let parts = text.split([';', ',', '\n']).flat_map(|p| p.split(" / ")).map(str::trim).filter(|p| !p.is_empty());
    let phone = |p: &str| {
        let number = with_zero(p);
        let mobile = number.starts_with("06") || number.replace(' ', "").starts_with("+316");
        NewPhone { label: if mobile { "mobile" } else { label }.to_owned(), number }
    };
    parts.map(phone).collect()
}

/// Restores a leading zero or plus that a spreadsheet dropped: `612345678` was `0612345678`, `31612345678` was
/// `+31612345678`.
fn with_zero(text: &str) -> String {
    let text = text.strip_suffix(".0").unwrap_or(text);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let bare = text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-'));
    match (bare, digits.len(), digits.as_bytes().first()) {
        (true, 9, Some(b'1'..=b'9')) => format!("0{text}"),
        (true, 11, _) if digits.starts_with("31") => format!("+{digits}"),
        (true, 13, _) if digits.starts_with("0031") => text.to_owned(),
        _ => text.to_owned(),
    }
}
