//! The purposes that most associations have, as data: law and wording can change without changing code.
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::id::PurposeId;
use crate::kernel::time::Date;
use crate::text::{Language, Text};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Placeholder in a question for the name of the association.
const WHO_ASKS: &str = "{association}";

const SOURCE: &str = include_str!("../../../../../assets/rules/nl-purposes-2026-11.toml");

/// The basis of a purpose (art. 6(1) AVG).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The person consented (6(1)(a)).
    Consent,
    /// It is needed for the membership or another agreement (6(1)(b)).
    Contract,
    /// A statute requires it (6(1)(c)).
    Law,
    /// A legitimate interest, weighed against the person's (6(1)(f)).
    Interest,
}

/// What a person is asked. A version never changes: people agreed to exactly these words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ConsentText {
    /// Counted from 1.
    pub version: u32,
    /// In Dutch; `{association}` stands for the association that asks.
    pub nl: String,
    /// In English; `{association}` as in `nl`.
    pub en: String,
}

impl ConsentText {
    /// The exact words in one language. They name the association (art. 13(1)(a), rec. 42 AVG).
    pub fn words(&self, language: Language, association: &str) -> String {
        let words = match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
        };
        match association.trim() {
            "" => words.replace(WHO_ASKS, &Text::of(language).plain("purpose-unnamed-association")),
            name => words.replace(WHO_ASKS, name),
        }
    }
}

/// SHA-256 over the exact words.
pub(crate) fn hash(words: &str) -> Vec<u8> {
    Sha256::digest(words.as_bytes()).to_vec()
}

/// A purpose of processing (art. 5(1)(b) AVG), as the built-in list has it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Purpose {
    /// The same id in every vault.
    pub id: PurposeId,
    /// Its stable name: `member_admin`.
    pub key: String,
    /// Its name in Dutch.
    pub nl: String,
    /// Its name in English.
    pub en: String,
    /// Its legal basis. Only `Consent` has questions.
    pub basis: Basis,
    /// A limitation to observe, in English; empty for none.
    #[serde(default)]
    pub note: String,
    /// The articles that the basis rests on: `6(1)(c); AWR 52; BW 2:10`.
    pub source: String,
    /// `C` certain, `L` likely, `V` to be verified.
    pub confidence: String,
    /// The retention rule; without one the data is kept as long as the consent or the relation lasts.
    #[serde(default)]
    pub rule: Option<String>,
    /// Nobody is asked, but an objection counts (art. 21 AVG).
    #[serde(default)]
    pub opt_out: bool,
    /// A given consent is in itself a reason to keep the person's contact details.
    #[serde(default)]
    pub keeps: bool,
    /// The question, oldest version first; empty where nobody is asked.
    #[serde(default, rename = "text")]
    pub texts: Vec<ConsentText>,
}

impl Purpose {
    /// Are people asked for consent?
    pub fn asks_consent(&self) -> bool {
        self.basis == Basis::Consent
    }

    /// The question in use, which is the newest version; `None` where nobody is asked.
    pub fn text(&self) -> Option<&ConsentText> {
        self.texts.last()
    }

    /// The text id of its name: `purpose-member-admin`.
    pub fn text_id(&self) -> String {
        format!("purpose-{}", self.key.replace('_', "-"))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pack {
    #[expect(dead_code, reason = "for the reader of the file; the name of the file says the same")]
    date: Date,
    #[serde(rename = "purpose")]
    purposes: Vec<Purpose>,
}

static PURPOSES: LazyLock<Result<Vec<Purpose>, String>> = LazyLock::new(|| load(SOURCE));

fn load(source: &str) -> Result<Vec<Purpose>, String> {
    let pack: Pack = toml::from_str(source).map_err(|e| e.to_string())?;
    let (mut keys, mut ids) = (BTreeSet::new(), BTreeSet::new());
    for p in &pack.purposes {
        let in_order = p.texts.iter().zip(1_u32..).all(|(t, n)| t.version == n);
        let fits = p.asks_consent() != p.texts.is_empty() && in_order && !(p.opt_out && p.asks_consent());
        if !fits || !keys.insert(&p.key) || !ids.insert(p.id) {
            return Err(format!("purpose {} does not fit", p.key));
        }
    }
    Ok(pack.purposes)
}

/// Every purpose.
///
/// # Errors
/// `internal` when the built-in list is inconsistent, which a test rules out.
pub(crate) fn all() -> Result<&'static [Purpose]> {
    PURPOSES.as_deref().map_err(|e| Error::broken(e.as_str()))
}

/// One purpose.
///
/// # Errors
/// `purpose.missing`.
pub(crate) fn get(id: PurposeId) -> Result<&'static Purpose> {
    all()?.iter().find(|p| p.id == id).or_refuse(Code::PurposeMissing)
}

/// One purpose by its stable name.
///
/// # Errors
/// `purpose.missing`.
pub(crate) fn by_key(key: &str) -> Result<&'static Purpose> {
    all()?.iter().find(|p| p.key == key).or_refuse(Code::PurposeMissing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_purposes_fit() {
        let all = all().unwrap();
        assert_eq!(all.len(), 37);
        assert_eq!(by_key("member_admin").unwrap().basis, Basis::Contract);
        assert_eq!(by_key("photos_portrait").unwrap().text().map(|t| t.version), Some(1));
        assert!(all.iter().filter(|p| p.asks_consent()).count() >= 7);
    }

    #[test]
    fn a_purpose_that_asks_has_a_question_in_both_languages() {
        for p in all().unwrap().iter().filter(|p| p.asks_consent()) {
            let text = p.text().unwrap();
            assert!(text.nl.contains('?') && text.en.contains('?'), "{}", p.key);
            for words in [text.words(Language::Nl, "Crescendo"), text.words(Language::En, "Crescendo")] {
                assert!(words.contains("Crescendo") && !words.contains('{'), "{}: who asks", p.key);
                let question = words.split('?').next().unwrap_or_default();
                assert!(!question.contains(" of app") && !question.contains(" en sociale"), "{}: one channel", p.key);
            }
            assert!(
                text.nl.contains("altijd veranderen") && text.en.contains("always change"),
                "{}: withdrawing",
                p.key
            );
        }
    }

    #[test]
    fn an_association_without_a_name_still_asks_in_words() {
        let text = by_key("birthdays").unwrap().text().unwrap();
        assert!(text.words(Language::Nl, " ").starts_with("Mag onze vereniging uw naam"));
        assert_ne!(hash(&text.words(Language::Nl, "Crescendo")), hash(&text.words(Language::Nl, "")));
    }

    #[test]
    fn a_list_that_does_not_fit_is_refused() {
        let one = "[[purpose]]\nid = \"019ab000-0000-7000-8000-000000000001\"\nkey = \"a\"\nnl = \"a\"\nen = \"a\"\nsource = \"\"\nconfidence = \"C\"\n";
        let date = "date = \"2026-11-23\"\n";
        assert!(load(&format!("{date}{one}basis = \"law\"\n")).is_ok());
        assert!(load(&format!("{date}{one}basis = \"consent\"\n")).is_err(), "a consent without a question");
        assert!(load(&format!("{date}{one}basis = \"law\"\n{one}basis = \"law\"\n")).is_err(), "the same twice");
    }

    #[test]
    fn screens_and_paper_call_a_purpose_the_same() {
        for p in all().unwrap() {
            assert_eq!(Text::of(Language::Nl).plain(&p.text_id()), p.nl);
            assert_eq!(Text::of(Language::En).plain(&p.text_id()), p.en);
        }
    }
}
