//! `kluis`: Ledenkluis on the command line, a second thin shell on `api::dispatch`.
mod args;
mod given;
mod open;
mod output;
mod passphrase;
mod say;
mod usage;
mod verbs;

use ledenkluis_core::app::{FaultLog, tell_panics};
use ledenkluis_core::text::Text;
use std::process::ExitCode;

fn main() -> ExitCode {
    tell_panics(FaultLog::new(&output::log_folder()));
    let words = Text::of(output::language());
    let printed = match usage::parse(words) {
        Ok(cli) => output::print(&cli, verbs::run(&cli, words), words),
        Err(wrong) => usage::tell(&wrong, words).map(|()| ExitCode::from(2)),
    };
    printed.unwrap_or(ExitCode::FAILURE)
}
