//! `cargo xtask VERB`: the development commands of this repository. Most verbs have a file of their own beside this
//! one.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]
#![allow(clippy::disallowed_methods, reason = "writes source files and folders of the build, nothing of a person's")]

mod build;
mod dev;
mod fuzz;
mod generate;
mod migrate;
mod new;
mod notices;
mod package;
mod process;
mod prove;
mod run;
mod setup;
mod test;
mod tidy;
mod window;

use std::process::ExitCode;
use std::time::Instant;

const VERBS: &str = "\
cargo xtask run [--demo]          install what is missing, build, open the application (--demo: on made-up people)
cargo xtask test                  install what is missing and run every check; what .ci/run runs
cargo xtask window                only the tests of the real window; leaves target/main-job/
cargo xtask dev [--browser]       the application with a page that reloads as you edit (--browser: in a browser, where
                                  you reload it yourself)
cargo xtask gen [--check]         write what is generated from the core (--check: say whether it is up to date)
cargo xtask tidy                  the rules of the house that no compiler knows
cargo xtask new feature NAME      a new feature's files in their five places
cargo xtask migrate new WHAT      the next migration
cargo xtask bench                 what the vault costs, as ratios against a baseline in the same run
cargo xtask fuzz [TARGET] [MIN]   hostile input for everything that reads it; one target, or all, for so many minutes each
cargo xtask prove                 that a renamed field of an answer compiles in no caller; slow, and no part of test
cargo xtask package               a .deb and an .rpm in target/release/bundle/
cargo xtask setup                 only install what is missing";

fn main() -> ExitCode {
    let start = Instant::now();
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["setup"] => setup::for_test(),
        ["run"] => run::run(false),
        ["run", "--demo"] => run::run(true),
        ["test"] => test::test(),
        ["window"] => window::check(),
        ["dev"] => dev::dev(),
        ["dev", "--browser"] => dev::browser(),
        ["gen"] => generate::write(),
        ["gen", "--check"] => generate::check(),
        ["tidy"] => tidy::tidy(),
        ["new", "feature", name] => new::feature(name),
        ["migrate", "new", what] => migrate::new(what),
        ["bench"] => {
            process::run(process::cargo(&["run", "--release", "--quiet", "--package", "acceptance", "--bin", "bench"]))
        }
        ["fuzz"] => fuzz::minutes("all", 1),
        ["fuzz", target] => fuzz::minutes(target, 1),
        ["fuzz", target, minutes] => match minutes.parse() {
            Ok(minutes) => fuzz::minutes(target, minutes),
            Err(_) => fuzz::again(target, minutes),
        },
        ["prove"] => prove::prove(),
        ["package"] => package::package(),
        _ => Err(format!("this is what there is:\n{VERBS}")),
    };
    match done {
        Ok(()) => {
            eprintln!("xtask: done in {:.1} s", start.elapsed().as_secs_f32());
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("xtask: {why}");
            ExitCode::FAILURE
        }
    }
}
