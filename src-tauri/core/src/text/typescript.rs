//! The ids of all texts with their arguments, as TypeScript. This is what `t()` in the UI accepts.
use super::Language;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The required type of an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Needs {
    /// A number, because it selects a plural.
    Number,
    /// Any value, because it is only shown.
    Any,
}

/// One text: its id, its arguments, and all words that it can show.
#[derive(Debug)]
pub(super) struct Message {
    pub(super) id: String,
    pub(super) args: BTreeMap<String, Needs>,
    pub(super) words: String,
}

impl Message {
    /// The texts of one file.
    pub(super) fn all(source: &str) -> Vec<Message> {
        let resource = match fluent_syntax::parser::parse(source) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        (resource.body.iter())
            .filter_map(|entry| match entry {
                Entry::Message(message) => Some((message.id.name, message.value.as_ref()?)),
                _ => None,
            })
            .map(|(id, pattern)| {
                let mut message = Message { id: id.to_owned(), args: BTreeMap::new(), words: String::new() };
                message.read(pattern);
                message
            })
            .collect()
    }

    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.words.push_str(value),
                PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                    self.words.push('x');
                    self.note(inline, Needs::Any);
                }
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    self.note(selector, Needs::Number);
                    for variant in variants {
                        self.read(&variant.value);
                        self.words.push('\n');
                    }
                }
            }
        }
    }

    fn note(&mut self, expression: &InlineExpression<&str>, needs: Needs) {
        if let InlineExpression::VariableReference { id } = expression {
            let known = self.args.entry(id.name.to_owned()).or_insert(needs);
            if needs == Needs::Number {
                *known = needs;
            }
        }
    }
}

/// `ui/src/generated/messages.ts`: every id with the arguments of its text.
pub fn typescript() -> String {
    let mut out = String::from(
        "// Made from assets/locales by `cargo xtask gen`. Do not edit.\n\n\
         /** What an argument that is only shown may be. */\n\
         export type Value = string | number;\n\n\
         /** Every text, with the arguments that it needs. */\n\
         export interface Messages {\n",
    );
    let mut messages: Vec<_> = Language::Nl.files().iter().flat_map(|(_, source)| Message::all(source)).collect();
    messages.sort_by(|a, b| a.id.cmp(&b.id));
    for message in messages {
        let args: Vec<_> = (message.args.iter())
            .map(|(name, needs)| format!("{name}: {}", if *needs == Needs::Number { "number" } else { "Value" }))
            .collect();
        let args = if args.is_empty() { "null".to_owned() } else { format!("{{ {} }}", args.join("; ")) };
        let _ = writeln!(out, "  '{}': {args};", message.id);
    }
    out.push_str("}\n\n/** The id of a text. */\nexport type MessageId = keyof Messages;\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_found_with_what_they_must_be() {
        let source = "two = { $n ->\n    [one] 1 of { $total }\n   *[other] { $n } of { $total }\n}\nnone = x\n";
        let all = Message::all(source);
        assert_eq!(all[0].args, BTreeMap::from([("n".into(), Needs::Number), ("total".into(), Needs::Any)]));
        assert!(all[1].args.is_empty());
    }

    #[test]
    fn the_generated_list_names_every_text_once() {
        let list = typescript();
        assert!(list.contains("  'act-save': null;\n"));
        assert!(list.contains("  'people-count': { n: number; total: Value };\n"));
    }
}
