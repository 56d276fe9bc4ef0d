//! `kluis`: Ledenkluis on the command line, a second thin shell on the functions of `api::call`.
mod answer;
mod args;
mod aside;
mod found;
mod given;
mod open;
mod output;
mod passphrase;
mod say;
mod usage;
mod verbs;

use answer::Stop;
use ledenkluis_core::app::{FaultLog, keep_memory_private, tell_panics};
use ledenkluis_core::error::Error;
use ledenkluis_core::text::Text;
use std::alloc::System;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use zeroizing_alloc::ZeroAlloc;

/// What is given back is wiped: a passphrase, a key or a name stands in no memory that is no longer in use.
#[global_allocator]
static WIPING: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    if keep_memory_private().is_err() {
        return ExitCode::FAILURE;
    }
    tell_panics(FaultLog::new(&output::log_folder()));
    let words = Text::of(output::language());
    let printed = match usage::parse(words) {
        // Whatever broke: it is told as every refusal is, and the vault is closed on the way.
        Ok(cli) => match catch_unwind(AssertUnwindSafe(|| verbs::run(&cli, words))) {
            Ok(ended) => output::print(&cli, ended, words),
            Err(_) => output::print(&cli, Err(Stop::Refused(Error::broken("a panic, noted above"))), words),
        },
        Err(wrong) => usage::tell(&wrong, words).map(|()| ExitCode::from(2)),
    };
    printed.unwrap_or(ExitCode::FAILURE)
}
