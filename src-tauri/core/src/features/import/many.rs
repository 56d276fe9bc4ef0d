//! Cells with several e-mail addresses.
use crate::features::people::NewEmail;

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
