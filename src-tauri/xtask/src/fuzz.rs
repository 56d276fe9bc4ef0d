//! `cargo xtask fuzz`: hostile input for the readers (`tests/fuzz`).
use crate::process::{Result, cargo, program, root, run};
use std::process::Command;

const PROGRAM: [&str; 8] = ["run", "--release", "--quiet", "--package", "acceptance", "--bin", "fuzz", "--"];

/// Attacks a target, or all, for so many minutes each.
pub(crate) fn minutes(target: &str, minutes: u32) -> Result {
    let seconds = (minutes * 60).to_string();
    run(cargo(&[&PROGRAM[..], &[target, &seconds]].concat()))
}

/// Reads an input again that was kept.
pub(crate) fn again(target: &str, file: &str) -> Result {
    let path = std::fs::canonicalize(file).map_err(|_| format!("{file}: neither minutes nor a file"))?;
    run(cargo(&[&PROGRAM[..], &[target, &path.display().to_string()]].concat()))
}

/// The same few inputs for each target, in the build that the tests have: whether the attack itself still works, and the first
/// faults. Expects that build.
pub(crate) fn bounded() -> Command {
    program(root().join("target/debug/fuzz"), &["all", "runs=600"])
}
