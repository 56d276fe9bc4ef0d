//! The texts: everything with a code has one, and no text of one language is left in another.
use ledenkluis_core::error::Code;
use ledenkluis_core::ops::{Op, Role};
use ledenkluis_core::text::{Language, Text};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Texts that are the same in Dutch and English on purpose.
const SAME: &[&str] = &[
    "app-menu",
    "app-name",
    "app-title",
    "donation-gift",
    "donations-kind-gift",
    "edit-group-contact",
    "field-postcode",
    "meaning-postcode",
    "person-contact",
    "person-field-postcode",
    // Every language is listed under its own name.
    "settings-language-en",
    "settings-language-nl",
    // A made-up name, and words that are the same in both languages.
    "start-demo-user",
    "start-step-pc",
    "unlock-code",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a workspace").to_owned()
}

/// Every text of a language, read from the files.
fn texts(language: Language) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(root().join("assets/locales").join(language.tag())).expect("the texts") {
        let source = fs::read_to_string(entry.expect("an entry").path()).expect("a text file");
        let mut last = None;
        for line in source.lines() {
            if line.starts_with([' ', '}', '*', '[']) {
                if let Some(text) = last.as_ref().and_then(|id: &String| found.get_mut(id)) {
                    *text = format!("{text}\n{}", line.trim());
                }
            } else if let Some((id, text)) = line.split_once(" =").filter(|(id, _)| !id.starts_with('#')) {
                found.insert(id.to_owned(), text.trim().to_owned());
                last = Some(id.to_owned());
            }
        }
    }
    found
}

/// The letters of a text outside braces.
fn letters(text: &str) -> String {
    let mut depth = 0_u32;
    let outside = |letter: &char| {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => return depth == 0 && letter.is_alphabetic(),
        }
        false
    };
    text.chars().filter(outside).collect()
}

#[test]
fn everything_with_a_code_has_its_words() {
    let role = |role: &Role| format!("role-{}", serde_json::to_value(role).expect("a role").as_str().expect("a name"));
    let ids: Vec<String> = (Code::ALL.iter().map(|c| c.text_id()))
        .chain(Op::ALL.iter().map(|o| o.text_id()))
        .chain(Role::ALL.iter().map(role))
        .collect();
    assert!(ids.len() > 100, "the tables must be found");
    for language in Language::ALL {
        for id in &ids {
            assert!(Text::of(*language).has(id), "{} lacks {id}", language.tag());
        }
    }
}

/// A sentence about a refusal may use only the arguments that the UI and `kluis` pass to it.
#[test]
fn no_sentence_of_a_refusal_asks_for_what_nobody_gives() {
    const GIVEN: &[&str] = &["field", "count", "n", "names", "seconds", "file", "compartments", "how", "place"];
    for language in Language::ALL {
        for (id, text) in texts(*language).iter().filter(|(id, _)| id.starts_with("error-")) {
            for asked in text.split('$').skip(1) {
                let name = asked.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
                assert!(GIVEN.contains(&name), "{id} asks for ${name}");
            }
        }
    }
}

/// Looks for `t("…")` in the UI, and for `plain("…")` and `get("…")` in the core and in `kluis`.
#[test]
fn every_text_that_is_asked_for_is_there() {
    let calls = ["t(\"", ".plain(\"", "words.get(\"", "text.get(\""];
    let mut asked = BTreeSet::new();
    for folder in ["ui/src", "src-tauri/core/src", "src-tauri/cli/src"] {
        for file in acceptance::pages::files_below(&root().join(folder)) {
            let source = fs::read_to_string(&file).unwrap_or_default();
            // Tests ask for missing texts on purpose.
            let code = source.split("#[cfg(test)]").next().unwrap_or_default();
            let is_page = file.extension().is_some_and(|e| e == "svelte" || e == "ts");
            let calls = if is_page { &calls[..1] } else { &calls[1..] };
            if file.to_string_lossy().contains(".test.") {
                continue;
            }
            for call in calls {
                for (at, _) in code.match_indices(call) {
                    let before = code[..at].chars().next_back();
                    let id = code[at + call.len()..].split('"').next().unwrap_or_default();
                    let whole = id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
                    if whole && id.contains('-') && !(is_page && before.is_some_and(char::is_alphanumeric)) {
                        asked.insert(id.to_owned());
                    }
                }
            }
        }
    }
    assert!(asked.len() > 300, "the asking must be found: {}", asked.len());
    for language in Language::ALL {
        for id in &asked {
            assert!(Text::of(*language).has(id), "{} lacks {id}", language.tag());
        }
    }
}

/// What a program asks for is named in it, or put together from a beginning that is: `format!("role-{name}")`.
#[test]
fn no_text_is_left_that_nobody_asks_for() {
    let mut sources = String::new();
    for folder in ["ui/src", "src-tauri/core/src", "src-tauri/cli/src", "src-tauri/src", "assets/rules"] {
        for file in acceptance::pages::files_below(&root().join(folder)) {
            let name = file.to_string_lossy();
            if !name.contains("generated") && !name.contains(".test.") {
                sources.push_str(&fs::read_to_string(&file).unwrap_or_default());
            }
        }
    }
    let is_of_an_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let beginnings: BTreeSet<&str> = (sources.match_indices('{'))
        .map(|(at, _)| sources[..at].trim_end_matches('$').rsplit(|c| !is_of_an_id(c)).next().unwrap_or_default())
        .filter(|start| start.len() > 1 && start.ends_with('-'))
        .collect();
    let all = texts(Language::Nl);
    let asked_by_texts: BTreeSet<&str> =
        all.values().flat_map(|text| text.split(['{', '}'])).map(str::trim).filter(|id| id.contains('-')).collect();
    let words: BTreeSet<&str> = sources.split(|c| !is_of_an_id(c)).collect();
    let left: Vec<&String> = (all.keys())
        .filter(|id| !words.contains(id.as_str()) && !asked_by_texts.contains(id.as_str()))
        .filter(|id| !beginnings.iter().any(|start| id.starts_with(start)))
        .collect();
    assert!(beginnings.len() > 20, "the beginnings must be found");
    assert_eq!(left, Vec::<&String>::new());
}

#[test]
fn no_english_stands_in_the_dutch_texts() {
    let (dutch, english) = (texts(Language::Nl), texts(Language::En));
    assert!(dutch.len() > 1_000, "the texts must be found");
    let same: Vec<_> = (dutch.iter())
        .filter(|(id, text)| english.get(*id) == Some(text) && !letters(text).is_empty())
        .map(|(id, _)| id.as_str())
        .collect();
    assert_eq!(same, SAME, "the same in both languages");
}

#[test]
fn what_is_between_braces_is_no_word() {
    assert_eq!((letters("{ $name } ({ $age })"), letters("Titel, { $name }")), (String::new(), "Titel".into()));
}
