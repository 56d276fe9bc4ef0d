//! A sentence without its words: the id of a text and its arguments. The UI and the printed documents fill in the
//! words.
use crate::kernel::time::Date;
use crate::text::Text;
use fluent_bundle::FluentValue;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An argument of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
#[ts(rename = "SaidArg")]
pub enum Arg {
    /// A day, formatted for the language.
    Date(Date),
    /// A number, which selects the plural form. A year is a `Text`, because it gets no thousands separator.
    Number(u32),
    /// The id of another text.
    Word(String),
    /// Text shown unchanged.
    Text(String),
}

/// The id of a text and its arguments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Said {
    /// The id of the text: `retention-because-member`.
    pub text_id: String,
    /// Its arguments by name.
    pub args: BTreeMap<String, Arg>,
}

impl Said {
    /// A sentence without arguments.
    pub fn new(text_id: impl Into<String>) -> Self {
        Said { text_id: text_id.into(), args: BTreeMap::new() }
    }

    /// Adds an argument, or replaces the one with this name.
    #[must_use]
    pub fn with(mut self, name: &str, arg: Arg) -> Self {
        self.args.insert(name.to_owned(), arg);
        self
    }

    /// Adds a day as an argument.
    #[must_use]
    pub fn on(self, name: &str, date: Date) -> Self {
        self.with(name, Arg::Date(date))
    }

    /// The sentence in one language; `day` formats a day for that language.
    pub fn in_words(&self, text: Text, day: impl Fn(Date) -> String) -> String {
        let args: Vec<(&str, FluentValue<'_>)> = self
            .args
            .iter()
            .map(|(name, arg)| {
                let value: FluentValue<'_> = match arg {
                    Arg::Date(d) => day(*d).into(),
                    Arg::Number(n) => (*n).into(),
                    Arg::Word(id) => text.plain(id).into(),
                    Arg::Text(t) => t.as_str().into(),
                };
                (name.as_str(), value)
            })
            .collect();
        text.get(&self.text_id, &args)
    }
}

#[cfg(test)]
mod tests {
    use crate::features::people::RelationKind;
    use crate::features::retention::rules::{pack, terms};
    use crate::text::{Language, Text};

    /// The text ids that the code builds from a rule or a kind of relation must exist in every language.
    #[test]
    fn every_sentence_that_is_put_together_is_there() {
        let mut ids = vec![];
        for rule in &pack().unwrap().rules {
            let id = rule.id.to_lowercase();
            ids.extend([
                format!("retention-rule-{id}"),
                format!("retention-rule-{id}-after"),
                format!("retention-rule-{id}-line"),
            ]);
            ids.push(format!("retention-term-{}", rule.unit.as_str()));
        }
        let kinds = [RelationKind::Member, RelationKind::Volunteer, RelationKind::Donor, RelationKind::Contact];
        for kind in kinds {
            let (kind, unit) = (kind.as_str(), terms().unwrap().of_relation(kind).unit.as_str());
            for tail in ["", "-paid", "-gave", "-end-unknown"] {
                ids.push(format!("retention-because-{kind}{tail}"));
            }
            for tail in ["", "-joined", "-left"] {
                ids.push(format!("retention-counts-{kind}{tail}"));
            }
            ids.push(format!("retention-keeps-{kind}"));
            ids.extend([format!("retention-bar-{kind}-running-{unit}"), format!("retention-bar-{kind}-ended-{unit}")]);
        }
        for language in Language::ALL {
            for id in &ids {
                assert!(Text::of(*language).has(id), "{id} is not in {}", language.tag());
            }
        }
    }
}
