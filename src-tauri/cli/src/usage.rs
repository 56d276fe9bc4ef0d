//! Help and wrong usage in the language of the system. clap parses; the words are ours, but for what it puts in the line of
//! usage itself (`[OPTIONS]`).
use crate::args::{Cli, Verb};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory, FromArgMatches};
use ledenkluis_core::error::{Code, Error};
use ledenkluis_core::text::Text;
use std::io::{self, Write};
use std::process::exit;

/// What is wrong with what was typed: sentences, without the hint at the help.
pub(crate) struct Wrong {
    /// Where programs must be able to tell it apart.
    code: Option<Code>,
    sentence: String,
    verb: String,
}

/// Reads what was typed. Asked for help or the version, it prints that and ends.
pub(crate) fn parse(words: Text) -> Result<Cli, Wrong> {
    let matches = command(words).try_get_matches().map_err(|e| wrong(&e, words))?;
    let verb = matches.subcommand_name().map(|name| format!("kluis {name}")).unwrap_or_default();
    let cli = Cli::from_arg_matches(&matches).map_err(|e| wrong(&e, words))?;
    let sentence = if matches!(cli.verb, Verb::Create(_)) && cli.common.user.is_none() {
        words.get("kluis-usage-missing", &[("what", "--user <NAME>".into())])
    } else if cli.common.today.is_some() && !cli.verb.only_looks() {
        words.plain("kluis-usage-reading")
    } else {
        return Ok(cli);
    };
    Err(Wrong { code: None, sentence, verb })
}

impl Wrong {
    /// `--today` with a command that does more than look.
    pub(crate) fn not_reading(words: Text) -> Self {
        Wrong { code: None, sentence: words.plain("kluis-usage-reading"), verb: "kluis call".to_owned() }
    }

    /// Something was typed that others must not see.
    pub(crate) fn seen(code: Code, verb: &str, words: Text) -> Self {
        Wrong { code: Some(code), sentence: words.error(code.as_str(), []), verb: verb.to_owned() }
    }
}

/// Says what is wrong, and where help is.
pub(crate) fn tell(wrong: &Wrong, words: Text) -> io::Result<()> {
    if let Some(code) = wrong.code {
        let view = serde_json::to_string(&Error::new(code).view()).unwrap_or_default();
        writeln!(io::stderr().lock(), "{{\"error\":{view}}}")?;
    }
    let help = words.get("kluis-usage-help", &[("command", wrong.verb.as_str().into())]);
    writeln!(io::stderr().lock(), "{}\n{help}", wrong.sentence)
}

/// All that may be typed, with its explanations.
fn command(words: Text) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    in_words(Cli::command().arg(help).arg(version), "kluis-about", words)
}

fn in_words(command: Command, about: &str, words: Text) -> Command {
    let usage = words.plain("kluis-usage");
    // clap wants headings that live as long as the program; it is made once a run.
    let heading = |id: &str| -> &'static str { words.plain(id).leak() };
    let (arguments, options) = (heading("kluis-arguments"), heading("kluis-options"));
    command
        .about(words.plain(about))
        .help_template(format!("{{about}}\n\n{usage} {{usage}}\n\n{{all-args}}\n"))
        .subcommand_help_heading(heading("kluis-verbs"))
        .mut_args(|arg| {
            let name = arg.get_id().as_str().replace('_', "-");
            let heading = if arg.is_positional() { arguments } else { options };
            arg.help(words.plain(&format!("kluis-arg-{name}"))).help_heading(heading)
        })
        .mut_subcommands(|verb| {
            let about = format!("kluis-verb-{}", verb.get_name());
            in_words(verb, &about, words)
        })
}

fn wrong(error: &clap::Error, words: Text) -> Wrong {
    use ErrorKind as Kind;
    let what: Vec<String> =
        [ContextKind::InvalidArg, ContextKind::InvalidSubcommand, ContextKind::InvalidValue, ContextKind::PriorArg]
            .iter()
            .flat_map(|kind| values(error.get(*kind)))
            .collect();
    let about = |id: &str| words.get(id, &[("what", what.join(" ").into())]);
    let sentence = match error.kind() {
        Kind::DisplayHelp | Kind::DisplayVersion | Kind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            exit(error.exit_code());
        }
        Kind::UnknownArgument | Kind::InvalidSubcommand => about("kluis-usage-unknown"),
        Kind::InvalidValue | Kind::ValueValidation | Kind::TooManyValues => about("kluis-usage-value"),
        Kind::MissingRequiredArgument | Kind::TooFewValues => about("kluis-usage-missing"),
        Kind::ArgumentConflict => about("kluis-usage-conflict"),
        _ => words.plain("kluis-usage-other"),
    };
    Wrong { code: None, sentence, verb: "kluis".to_owned() }
}

fn values(value: Option<&ContextValue>) -> Vec<String> {
    match value {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(all)) => all.clone(),
        _ => vec![],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledenkluis_core::text::Language;

    /// Every verb and every argument has its words: a text that is missing stops a test.
    #[test]
    fn the_help_is_whole_in_every_language() {
        for language in Language::ALL {
            let mut all = command(Text::of(*language));
            all.build();
            let help: Vec<String> = all.get_subcommands_mut().map(|verb| verb.render_help().to_string()).collect();
            assert!(help.len() > 12);
            for text in help.iter().chain([&command(Text::of(*language)).render_help().to_string()]) {
                for english in ["Usage:", "Commands:", "Options:\n", "[default", "[possible", "Print help"] {
                    let own = *language == Language::En && ["Usage:", "Commands:", "Options:\n"].contains(&english);
                    assert!(own || !text.contains(english), "{english} in\n{text}");
                }
            }
        }
    }
}
