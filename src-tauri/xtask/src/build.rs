//! Builds everything that the tests, the generator and the window test start, with one set of features.
use crate::process::{Result, cargo, run};
use std::process::Command;

/// The features of the window, the same everywhere, so that Tauri is not built twice.
pub(crate) const FEATURES: &str = "--features=ledenkluis/custom-protocol,ledenkluis/e2e";

/// How the tests are built: as always, but with the core and the command line a little optimised. The tests start them
/// thousands of times, and take half as long for it. By hand nobody waits for that: a plain `cargo build` leaves it out.
const QUICKER: [&str; 2] = [
    "--config=profile.dev.package.ledenkluis-core.opt-level=1",
    "--config=profile.dev.package.ledenkluis-cli.opt-level=1",
];

/// A command of cargo on everything, built as the tests are.
pub(crate) fn tested(arguments: &[&str]) -> Command {
    cargo(&[arguments, &["--workspace", FEATURES], &QUICKER].concat())
}

/// Builds what the later steps start. Includes the tests, because their dependencies enable more features than the
/// programs alone: one build then serves all.
pub(crate) fn build() -> Result {
    run(tested(&["build", "--bins", "--tests"]))
}
