//! Passphrases: six plain words drawn by the computer, or the user's own choice, judged by a maintained strength
//! estimator. Of offered words only the words count; of the user's own choice every character.
use super::keys;
use crate::error::{Check, Code, OrError, Result};
use crate::kernel::secret::Passphrase;
use crate::text::Language;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

const NL: &str = include_str!("../../../../../../assets/wordlists/nl.txt");
const EN: &str = include_str!("../../../../../../assets/wordlists/en.txt");
/// 2^11 words: 11 bits a word, 66 bits for six.
const LIST: u16 = 2048;
const WORDS: usize = 6;

/// The language of the words.
#[derive(Debug, Clone, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct WordsRequest {
    /// The language of the list that they are drawn from.
    pub language: Language,
}

/// Six words to remember.
#[derive(Debug, Clone, Serialize, ts_rs::TS)]
pub struct Words {
    /// The words, in the order to type them.
    pub words: Vec<String>,
}

/// Six words, drawn uniformly from the computer's random source.
///
/// # Errors
/// When the operating system has no random bytes.
pub fn words(req: &WordsRequest) -> Result<Words> {
    let list: Vec<&str> = match req.language {
        Language::En => EN,
        Language::Nl => NL,
    }
    .lines()
    .collect();
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

/// The spelling that a slot is made with. Words of an offered list become lower case with single spaces, so that a
/// capital or a second space never keeps anyone out. Any other passphrase stays as it was typed.
pub(super) fn settled(typed: &Passphrase) -> Passphrase {
    offered(typed).unwrap_or_else(|| typed.clone())
}

/// The spellings that may open a slot: as typed, because an older slot may have been made so, and as settled. Whoever
/// opens derives every one of them before trying any: the time tells how the passphrase was typed, which the person
/// who typed it knows, and not which spelling fits.
pub(super) fn spellings(typed: &Passphrase) -> Vec<Passphrase> {
    let settled = settled(typed);
    if settled == *typed { vec![settled] } else { vec![typed.clone(), settled] }
}

/// The passphrase in the spelling of the list, if it consists of words of one list.
fn offered(typed: &Passphrase) -> Option<Passphrase> {
    // NFKC also turns the spaces and letters that other programs paste into the plain ones.
    let plain = Zeroizing::new(typed.expose().nfkc().collect::<String>());
    let lower = Zeroizing::new(plain.to_lowercase());
    let words: Vec<&str> = lower.split_whitespace().collect();
    let all_in = |list: &str| words.iter().all(|word| list.lines().any(|listed| listed == *word));
    (!words.is_empty() && [NL, EN].into_iter().any(all_in)).then(|| Passphrase::new(words.join(" ")))
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
    /// Long enough, but easily guessed: a score below 3.
    Weak,
    /// Long enough, with a score of 3.
    Good,
    /// Long enough, with a score of 4.
    Strong,
}

/// How strong a passphrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Strength {
    /// 0 (guessed at once) to 4.
    pub score: u8,
    /// May it be used? Only `good` and `strong` may.
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
    // Judged as settled: capitals among offered words add nothing to what must be guessed.
    let typed = Zeroizing::new(settled(passphrase).expose().nfc().collect::<String>());
    let score = u8::from(zxcvbn::zxcvbn(&typed, known).score());
    let words: BTreeSet<&str> = typed.split_whitespace().filter(|w| w.chars().count() > 1).collect();
    // Offered words are long without being hard to guess: each is one of 2,048.
    let is_long = typed.chars().count() >= LEAST_CHARACTERS && offered(passphrase).is_none();
    let long = is_long || words.len() >= LEAST_WORDS;
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
    fn each_list_holds_2048_different_plain_words() {
        for list in [NL, EN] {
            let words: BTreeSet<_> = list.lines().collect();
            assert_eq!((words.len(), list.lines().count()), (usize::from(LIST), usize::from(LIST)));
            assert!(words.iter().all(|w| (3..=9).contains(&w.len()) && w.chars().all(|c| c.is_ascii_lowercase())));
        }
    }

    #[test]
    fn one_wrong_letter_never_makes_another_word_of_the_list() {
        for list in [NL, EN] {
            let words: BTreeSet<&str> = list.lines().collect();
            for word in &words {
                for at in 0..word.len() {
                    let (before, after) = (&word[..at], &word[at + 1..]);
                    assert!(!words.contains(format!("{before}{after}").as_str()), "{word} without letter {at}");
                    for letter in ('a'..='z').filter(|l| !word[at..].starts_with(*l)) {
                        let other = format!("{before}{letter}{after}");
                        assert!(!words.contains(other.as_str()), "{word} and {other}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_six_words_are_strong_and_never_the_same() {
        for language in [Language::Nl, Language::En] {
            let make = || words(&WordsRequest { language }).unwrap().words.join(" ");
            assert_eq!(make().split(' ').count(), 6);
            assert!(judged(&make()).acceptable);
            assert_ne!(make(), make());
        }
    }

    #[test]
    fn of_offered_words_only_the_words_count() {
        let six = words(&WordsRequest { language: Language::Nl }).unwrap().words;
        let typed = |text: String| spellings(&Passphrase::new(text));
        let plain = Passphrase::new(six.join(" "));
        assert_eq!(typed(six.join(" ")), std::slice::from_ref(&plain));
        let wild = format!("  {}\u{a0} ", six.join("   ").to_uppercase());
        assert_eq!(typed(wild.clone()), [Passphrase::new(wild), plain]);
    }

    #[test]
    fn of_other_words_every_character_counts() {
        for text in ["Zeven Zachte Zeehonden zwemmen", "fiets  xyzzy wolk tafel", " geheim!", "", "   ", "acorn accu"] {
            assert_eq!(spellings(&Passphrase::new(text.into())), [Passphrase::new(text.into())], "{text:?}");
        }
    }

    #[test]
    fn capitals_add_no_strength_to_offered_words() {
        let plain = judged("fiets fiets fiets fiets");
        assert_eq!(judged("FiEtS  fIeTs fietS FIETS").score, plain.score);
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

    #[test]
    fn three_offered_words_are_few_however_long() {
        let list: Vec<&str> = NL.lines().collect();
        let longest =
            |n: usize| list.iter().filter(|word| word.len() >= 8).take(n).copied().collect::<Vec<_>>().join(" ");
        assert_eq!(strength(&Passphrase::new(longest(3)), &[]).reason, Judgement::Short);
        assert!(strength(&Passphrase::new(longest(4)), &[]).acceptable);
        let same = [longest(1), longest(1), longest(1), longest(1)].join(" ");
        assert!(!strength(&Passphrase::new(same), &[]).acceptable);
    }
}
