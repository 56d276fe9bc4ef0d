//! Passphrases: five plain words drawn by the computer, or the user's own choice, judged by a maintained strength
//! estimator.
use super::keys;
use crate::error::{Check, Code, OrError, Result};
use crate::kernel::secret::Passphrase;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

const NL: &str = include_str!("../../../../../../assets/wordlists/nl.txt");
const EN: &str = include_str!("../../../../../../assets/wordlists/en.txt");
/// 6^5 words, as for five dice: 12.9 bits a word.
const LIST: u16 = 7776;
const WORDS: usize = 5;

/// The language of the words.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct WordsRequest {
    /// `nl` or `en`; anything else is Dutch.
    pub language: String,
}

/// Five words to remember.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct Words {
    /// The words, in the order to type them.
    pub words: Vec<String>,
}

/// Five words, drawn uniformly from the computer's random source.
///
/// # Errors
/// When the operating system has no random bytes.
pub fn words(req: &WordsRequest) -> Result<Words> {
    let list: Vec<&str> = if req.language == "en" { EN } else { NL }.lines().collect();
    let words = (0..WORDS).map(|_| Ok(list.get(usize::from(make_number_below(LIST)?)).or_broken()?.to_string()));
    Ok(Words { words: words.collect::<Result<_>>()? })
}

/// A uniform number below `most`: draws that would favour low numbers are rejected.
fn make_number_below(most: u16) -> Result<u16> {
    let fair = u16::MAX - u16::MAX % most;
    loop {
        let n = u16::from_le_bytes(*keys::make_bytes::<2>()?);
        if n < fair {
            return Ok(n % most);
        }
    }
}

/// A passphrase to judge.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct StrengthRequest {
    /// What was typed.
    #[ts(type = "string")]
    pub passphrase: Passphrase,
}

/// Why a passphrase is acceptable or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Judgement {
    /// Fewer than 16 characters and fewer than 4 words.
    Short,
    /// Long enough, but easily guessed.
    Weak,
    /// Good.
    Good,
    /// Very strong.
    Strong,
}

/// How strong a passphrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Strength {
    /// 0 (guessed at once) to 4.
    pub score: u8,
    /// May it be used?
    pub acceptable: bool,
    /// Why, or why not.
    pub reason: Judgement,
}

const LEAST_CHARACTERS: usize = 16;
const LEAST_WORDS: usize = 4;
const LEAST_SCORE: u8 = 3;
const MOST_CHARACTERS: usize = 1000;

/// Judges a passphrase. `known` are words that anyone would try first: the names of the association and the user.
pub fn strength(passphrase: &Passphrase, known: &[&str]) -> Strength {
    let typed = Zeroizing::new(passphrase.expose().nfc().collect::<String>());
    let score = u8::from(zxcvbn::zxcvbn(&typed, known).score());
    let words = typed.split_whitespace().filter(|w| w.chars().count() > 1).count();
    let long = typed.chars().count() >= LEAST_CHARACTERS || words >= LEAST_WORDS;
    let reason = match (long, score) {
        (false, _) => Judgement::Short,
        (true, s) if s < LEAST_SCORE => Judgement::Weak,
        (true, LEAST_SCORE) => Judgement::Good,
        (true, _) => Judgement::Strong,
    };
    Strength { score, acceptable: matches!(reason, Judgement::Good | Judgement::Strong), reason }
}

/// Refuses a passphrase that is not acceptable, with the error at its input field.
///
/// # Errors
/// `input.invalid` with `vault.weak_passphrase` at `field`.
pub(crate) fn check(field: &str, passphrase: &Passphrase, known: &[&str]) -> Result<()> {
    let fits = passphrase.expose().chars().count() <= MOST_CHARACTERS;
    Check::new()
        .ensure(field, fits, Code::FieldTooLong)
        .ensure(field, strength(passphrase, known).acceptable, Code::VaultWeakPassphrase)
        .done()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn judged(text: &str) -> Strength {
        strength(&Passphrase::new(text.to_owned()), &["Harmonie Kunst na Arbeid"])
    }

    #[test]
    fn each_list_holds_7776_different_plain_words() {
        for list in [NL, EN] {
            let words: BTreeSet<_> = list.lines().collect();
            assert_eq!((words.len(), list.lines().count()), (usize::from(LIST), usize::from(LIST)));
            assert!(words.iter().all(|w| w.len() >= 3 && w.chars().all(|c| c.is_ascii_lowercase() || c == '-')));
        }
    }

    #[test]
    fn the_five_words_are_strong_and_never_the_same() {
        for language in ["nl", "en"] {
            let make = || words(&WordsRequest { language: language.into() }).unwrap().words.join(" ");
            assert!(judged(&make()).acceptable);
            assert_ne!(make(), make());
        }
    }

    #[test]
    fn every_number_comes_up_and_none_beyond() {
        let seen: BTreeSet<_> = (0..400).map(|_| make_number_below(6).unwrap()).collect();
        assert_eq!(seen.into_iter().collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn length_alone_is_not_strength() {
        assert_eq!(judged("x7!Qp").reason, Judgement::Short);
        assert_eq!(judged("").reason, Judgement::Short);
        assert_eq!(judged("aaaaaaaaaaaaaaaaaaaa").reason, Judgement::Weak);
        assert_eq!(judged("Harmonie Kunst na Arbeid").reason, Judgement::Weak);
        assert!(judged("fiets kachel wolk tafel").acceptable);
    }
}
