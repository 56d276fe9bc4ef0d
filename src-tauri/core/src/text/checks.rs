//! Checks the texts: all languages have the same texts, every error code has its sentence, every op its name, and the
//! agreed rules for words and sentence length are followed.
use super::{Language, typescript::Message};
use crate::error::Code;
use crate::ops::Op;
use std::collections::BTreeMap;

/// All faults in the texts, one line each; empty if there are none.
pub fn faults() -> Vec<String> {
    let mut faults = vec![];
    for &language in Language::ALL {
        faults.extend(unreadable(language));
        faults.extend(twice(language));
        faults.extend(codes_without_sentence(language));
        faults.extend(ops_without_name(language));
    }
    for &other in &Language::ALL[1..] {
        faults.extend(differences(Language::ALL[0], other));
    }
    faults.extend(tone());
    faults
}

fn unreadable(language: Language) -> Vec<String> {
    (language.files().iter())
        .filter_map(|(file, source)| Some((file, fluent_syntax::parser::parse(*source).err()?.1)))
        .map(|(file, errors)| format!("{}/{file}.ftl cannot be read: {errors:?}", language.tag()))
        .collect()
}

fn twice(language: Language) -> Vec<String> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut faults = vec![];
    for (file, message) in messages(language) {
        if let Some(first) = seen.insert(message.id.clone(), file) {
            faults.push(format!("{}: {} stands in {first} and {file}", language.tag(), message.id));
        }
    }
    faults
}

fn codes_without_sentence(language: Language) -> Vec<String> {
    let text = super::Text::of(language);
    (Code::ALL.iter().map(|code| code.text_id()).filter(|id| !text.has(id)))
        .map(|id| format!("{}/errors.ftl lacks {id}", language.tag()))
        .collect()
}

fn ops_without_name(language: Language) -> Vec<String> {
    let text = super::Text::of(language);
    (Op::ALL.iter().map(|op| op.text_id()).filter(|id| !text.has(id)))
        .map(|id| format!("{}/ops.ftl lacks {id}", language.tag()))
        .collect()
}

/// Compares ids, files and arguments. A language with a missing or extra text is a fault.
fn differences(source: Language, other: Language) -> Vec<String> {
    let table = |language| -> BTreeMap<String, String> {
        messages(language).map(|(file, m)| (m.id.clone(), format!("{file}.ftl with {:?}", m.args))).collect()
    };
    let (wanted, found) = (table(source), table(other));
    let mut faults = vec![];
    for (id, at) in &wanted {
        match found.get(id) {
            None => faults.push(format!("{} lacks {id} of {at}", other.tag())),
            Some(there) if there != at => faults.push(format!("{id}: {at}, but in {} {there}", other.tag())),
            Some(_) => {}
        }
    }
    faults
        .extend(found.keys().filter(|id| !wanted.contains_key(*id)).map(|id| format!("only {} has {id}", other.tag())));
    faults
}

/// Words that our Dutch texts avoid, with the advice to report.
const WORDS: [(&str, &str); 7] = [
    ("helaas", "say what happened"),
    ("oeps", "say what happened"),
    ("gelieve", "use the imperative"),
    ("succesvol", "say what was done"),
    ("verwijder", "wissen or weghalen"),
    ("inlog", "ontgrendelen"),
    ("wachtwoord van de kluis", "wachtzin"),
];
const MOST_WORDS: usize = 16;

fn tone() -> Vec<String> {
    let mut faults = vec![];
    for (_, message) in messages(Language::Nl) {
        let lower = message.words.to_lowercase();
        for (word, instead) in WORDS {
            if lower.contains(word) {
                faults.push(format!("{}: not \u{201c}{word}\u{201d}; {instead}", message.id));
            }
        }
        if lower.contains('!') {
            faults.push(format!("{}: no exclamation marks", message.id));
        }
        if !message.id.starts_with("paper-") && longest_sentence(&lower) > MOST_WORDS {
            faults.push(format!("{}: a sentence of more than {MOST_WORDS} words", message.id));
        }
    }
    faults
}

fn longest_sentence(text: &str) -> usize {
    text.split(['.', '?', ':', '\n']).map(|sentence| sentence.split_whitespace().count()).max().unwrap_or(0)
}

fn messages(language: Language) -> impl Iterator<Item = (&'static str, Message)> {
    language.files().iter().flat_map(|(file, source)| Message::all(source).into_iter().map(move |m| (*file, m)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_texts_are_whole_in_every_language() {
        let faults = faults();
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn every_file_of_the_folder_is_built_in() {
        for &language in Language::ALL {
            let folder = format!("{}/../../assets/locales/{}", env!("CARGO_MANIFEST_DIR"), language.tag());
            let mut there: Vec<_> = (std::fs::read_dir(folder).unwrap())
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .collect();
            there.sort();
            let built: Vec<_> = language.files().iter().map(|(file, _)| format!("{file}.ftl")).collect();
            assert_eq!(built, there);
        }
    }

    #[test]
    fn a_long_sentence_is_seen() {
        assert_eq!(longest_sentence("een twee drie. vier vijf"), 3);
    }
}
