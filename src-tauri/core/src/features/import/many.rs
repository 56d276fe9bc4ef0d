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

/// Are there words beside an address that are no name in front of it, as in "Anneke <a@b.nl>"?
pub(super) fn has_words_beside(text: &str) -> bool {
    let mut parts = text.split([';', ',', '\n']).filter(|part| !part.trim().is_empty());
    text.contains('@')
        && parts.any(|part| {
            !part.contains('@')
                || (!part.contains('<')
                    && part.split_whitespace().count() > 1
                    && part.split_whitespace().any(|w| !w.contains('@')))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_beside_an_address_are_seen_and_a_name_in_front_of_it_is_none() {
        for text in ["g@x.nl NIET MAILEN", "a@x.nl (alleen voor nood)", "f@x,nl"] {
            assert!(has_words_beside(text), "{text}");
        }
        for text in ["a@b.nl", "a@b.nl; c@d.nl", "a@b.nl c@d.nl", "Anneke <a@b.nl>", "mailto:a@b.nl", "geen"] {
            assert!(!has_words_beside(text), "{text}");
        }
    }
}
