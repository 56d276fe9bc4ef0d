//! `kluis`: Ledenkluis on the command line, a second thin shell on `api::dispatch`.
mod args;
mod open;
mod output;
mod passphrase;
mod verbs;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = args::Cli::parse();
    let as_json = cli.common.json;
    let printed = match verbs::run(&cli) {
        Ok(value) => output::answer(&value, as_json).map(|()| ExitCode::SUCCESS),
        Err(e) => output::refusal(&e, as_json).map(|()| ExitCode::FAILURE),
    };
    printed.unwrap_or(ExitCode::FAILURE)
}
