//! The words that the user types to confirm an erasure: how many people, or for one person also the surname.
use crate::error::{Code, Error, Result};
use crate::features::people;
use crate::kernel::id::PersonId;
use crate::kernel::session::ReadTx;
use crate::text::{Language, Text};

/// Refuses unless the words are right. Capitals, periods and double spaces do not matter; the number does.
pub(super) fn check(tx: &ReadTx<'_>, persons: &[PersonId], typed: &str) -> Result<()> {
    let typed = plain(typed);
    let mut right: Vec<String> =
        Language::ALL.iter().map(|language| words(Text::of(*language), persons.len())).collect();
    if let [person] = persons {
        let name = people::names(tx, *person)?;
        right.push(name.surname.clone());
        right.push(format!("{} {}", name.prefix, name.surname));
        right.push(name.partner_surname.clone());
        right.push(format!("{} {}", name.partner_prefix, name.partner_surname));
        right.push(name.display());
    }
    if !typed.is_empty() && right.iter().any(|words| plain(words) == typed) {
        Ok(())
    } else {
        Err(Error::new(Code::ErasureConfirm))
    }
}

/// The words for a number of people: `wis 12 personen`.
fn words(text: Text, n: usize) -> String {
    text.get("retention-words-erase", &[("n", n.into())])
}

fn plain(words: &str) -> String {
    let no_points: String = words.chars().filter(|c| !matches!(c, '.' | ',' | '"' | '“' | '”')).collect();
    no_points.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_say_how_many() {
        assert_eq!(words(Text::of(Language::Nl), 12), "wis 12 personen");
        assert_eq!(words(Text::of(Language::En), 12), "erase 12 people");
        assert_eq!(plain(" Wis  1.250 personen. "), plain(&words(Text::of(Language::Nl), 1250)));
        assert_ne!(plain("wis 13 personen"), plain(&words(Text::of(Language::Nl), 12)));
    }
}
