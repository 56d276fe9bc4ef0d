//! The texts of `assets/locales`, for what the core prints itself and for the generated list of ids. The UI reads the
//! same files. A text is looked up by id; `checks` compares the languages.
mod checks;
mod typescript;
mod written;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

pub use checks::faults;
pub use typescript::typescript;

/// The files of one language, compiled in: (name, source).
type Files = &'static [(&'static str, &'static str)];

macro_rules! locale {
    ($lang:literal) => {
        locale!($lang, [
            "audit", "consent", "donations", "drafts", "erasure", "errors", "export", "help", "import", "kit", "kluis",
            "ops", "people", "person", "purposes", "retention", "settings", "today", "users", "vault",
        ])
    };
    ($lang:literal, [$($file:literal),* $(,)?]) => {
        &[$(($file, include_str!(concat!("../../../assets/locales/", $lang, "/", $file, ".ftl"))),)*]
    };
}

/// A language of the program.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Dutch, in which all texts are written first.
    #[default]
    Nl,
    /// English.
    En,
}

impl Language {
    /// All languages.
    pub const ALL: &'static [Language] = &[Language::Nl, Language::En];

    /// The language tag, such as `nl`.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::Nl => "nl",
            Language::En => "en",
        }
    }

    /// The language for a tag such as `nl`, `nl_NL.UTF-8` or `en-GB`; Dutch if the program does not have the language.
    pub fn of_tag(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("en") { Language::En } else { Language::Nl }
    }

    const fn files(self) -> Files {
        match self {
            Language::Nl => locale!("nl"),
            Language::En => locale!("en"),
        }
    }

    const fn thousands(self) -> char {
        match self {
            Language::Nl => '.',
            Language::En => ',',
        }
    }
}

type Bundle = FluentBundle<FluentResource>;
type Bundles = [Bundle; 2];

// The texts are compiled in and checked by the tests, so errors do not occur at run time; a faulty entry is skipped.
static BUNDLES: LazyLock<Bundles> = LazyLock::new(|| [bundle(Language::Nl), bundle(Language::En)]);

fn bundle(language: Language) -> Bundle {
    let tag = language.tag().parse::<LanguageIdentifier>().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Isolation marks are invisible on screen, but not in a PDF, a file name or a test.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::Nl => |value, _| grouped(value, Language::Nl),
        Language::En => |value, _| grouped(value, Language::En),
    }));
    for (_, source) in language.files() {
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(partly, _)| partly);
        let _ = bundle.add_resource(resource);
    }
    bundle
}

/// A whole number with the thousands separator of the language: 1.250 or 1,250. `None` if it needs no separator.
fn grouped(value: &FluentValue, language: Language) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    if number.value.fract() != 0.0 || number.value.abs() < 1000.0 {
        return None;
    }
    let digits = format!("{:.0}", number.value.abs());
    let mut out = if number.value < 0.0 { "-".to_owned() } else { String::new() };
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(language.thousands());
        }
        out.push(digit);
    }
    Some(out)
}

/// The texts of one language.
#[derive(Debug, Clone, Copy, Default)]
pub struct Text(Language);

impl Text {
    /// The texts of a language.
    pub const fn of(language: Language) -> Self {
        Text(language)
    }

    /// The language of these texts.
    pub const fn language(self) -> Language {
        self.0
    }

    /// Whether this text exists.
    pub fn has(self, id: &str) -> bool {
        self.bundle().has_message(id)
    }

    /// The text, for one without arguments.
    pub fn plain(self, id: &str) -> String {
        self.get(id, &[])
    }

    /// The text with its arguments: `get("people-count-all", &[("n", 3.into())])`. An unknown id returns the id itself.
    /// That, a missing argument and a plural over something other than a number make a debug build panic, so tests find
    /// them.
    pub fn get(self, id: &str, args: &[(&str, FluentValue)]) -> String {
        let args: FluentArgs =
            args.iter().map(|(name, value)| (Cow::Owned((*name).to_owned()), value.clone())).collect();
        let mut errors = vec![];
        let text = (self.bundle().get_message(id).and_then(|message| message.value()))
            .map(|pattern| self.bundle().format_pattern(pattern, Some(&args), &mut errors).into_owned());
        debug_assert!(text.is_some(), "no text `{id}` in {}", self.0.tag());
        debug_assert!(errors.is_empty(), "text `{id}` in {}: {errors:?}", self.0.tag());
        text.unwrap_or_else(|| id.to_owned())
    }

    /// The sentence for an error code, with the arguments of the error. Numeric arguments can select plurals.
    pub fn error<'a>(self, code: &str, args: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
        let id = format!("error-{}", code.replace(['.', '_'], "-"));
        let args: Vec<_> = args.into_iter().map(|(name, value)| (name, FluentValue::try_number(value))).collect();
        self.get(&id, &args)
    }

    fn bundle(self) -> &'static Bundle {
        let [nl, en] = &*BUNDLES;
        match self.0 {
            Language::Nl => nl,
            Language::En => en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_counts_in_its_own_language() {
        let (nl, en) = (Text::of(Language::Nl), Text::of(Language::En));
        assert_eq!(nl.get("people-count-all", &[("n", 1.into())]), "1 persoon");
        assert_eq!(nl.get("people-count-all", &[("n", 1250.into())]), "1.250 personen");
        assert_eq!(en.get("people-count-all", &[("n", 1_250_000.into())]), "1,250,000 people");
    }

    #[test]
    fn names_come_through_without_invisible_marks() {
        let nl = Text::of(Language::Nl);
        assert_eq!(nl.get("unlock-pass", &[("name", "Ria de Boer".into())]), "Wachtzin van Ria de Boer");
    }

    #[test]
    fn an_error_has_its_sentence() {
        let text = Text::of(Language::Nl).error("vault.wrong_passphrase", []);
        assert_eq!(text, "Deze wachtzin klopt niet. Let op hoofdletters en spaties.");
    }

    #[test]
    #[should_panic(expected = "no text `people-nonsense` in nl")]
    fn an_unknown_text_stops_a_test() {
        Text::default().plain("people-nonsense");
    }

    #[test]
    fn the_language_is_read_from_what_the_system_says() {
        assert_eq!(Language::of_tag("en_GB.UTF-8"), Language::En);
        assert_eq!(Language::of_tag("nl_NL.UTF-8"), Language::Nl);
        assert_eq!(Language::of_tag("C"), Language::Nl);
    }
}
