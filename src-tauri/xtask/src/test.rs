//! `cargo xtask test`: every check there is, in this order, up to the first that fails.
use crate::process::{Result, cargo, npm, program, root, run, run_and_keep, run_within, succeeds};
use crate::{generate, setup, tidy, window};
use std::time::{Duration, Instant};

/// The window in one set of features everywhere, so that nothing of Tauri is built twice.
pub(crate) const FEATURES: &str = "--features=ledenkluis/custom-protocol,ledenkluis/e2e";

/// Builds what the later steps start. With the tests, because their libraries ask for other features than the programs
/// alone would: one set everywhere.
pub(crate) fn build() -> Result {
    run(cargo(&["build", "--workspace", "--bins", "--tests", FEATURES]))
}

/// One check: its name and what it does; lines it returns are shown once more at the end.
type Step = (&'static str, fn() -> Result<Vec<String>>);

const STEPS: &[Step] = &[
    ("install what is missing", || done(setup::for_test())),
    ("format", || done(run(cargo(&["fmt", "--all", "--check"])))),
    ("tidy", || done(tidy::tidy())),
    ("dependencies", || done(dependencies())),
    ("page: build", || done(run(npm(&["run", "--silent", "build"])))),
    ("generated files", || done(generate::check())),
    ("clippy", || done(run(cargo(&["clippy", "--workspace", "--all-targets", FEATURES, "--", "-D", "warnings"])))),
    ("tests", tests),
    ("documentation tests", || {
        run_and_keep(cargo(&["test", "--doc", "--workspace", FEATURES]), |line| line.starts_with("test result:"))
    }),
    ("page: lint", || done(run(npm(&["run", "--silent", "lint"])))),
    ("page: types", || done(run(npm(&["run", "--silent", "check"])))),
    ("page: tests", || done(run(npm(&["test", "--silent"])))),
    ("browser tests", || done(browser())),
    ("main job in the real window", || done(window::check())),
];

/// Runs every check.
pub(crate) fn test() -> Result {
    let (mut times, mut results) = (Vec::new(), Vec::new());
    for (number, (name, step)) in STEPS.iter().enumerate() {
        eprintln!("\n== {}/{} {name}", number + 1, STEPS.len());
        let start = Instant::now();
        let kept = step().map_err(|why| format!("{name}: {why}"))?;
        let seconds = start.elapsed().as_secs_f32();
        eprintln!("== {name}: passed in {seconds:.1} s");
        times.push((*name, seconds));
        results.extend(kept);
    }
    eprintln!("\n== everything passed");
    for (name, seconds) in times {
        eprintln!("{seconds:8.1} s  {name}");
    }
    for line in results {
        println!("{line}");
    }
    Ok(())
}

fn done(result: Result) -> Result<Vec<String>> {
    result.map(|()| Vec::new())
}

/// nextest where it is installed, for its speed; else cargo's own runner. The same tests either way.
fn tests() -> Result<Vec<String>> {
    if succeeds("cargo-nextest", &["--version"]) {
        return run_and_keep(cargo(&["nextest", "run", "--workspace", FEATURES]), |line| {
            line.contains("Summary [") || line.contains("tests run:")
        });
    }
    eprintln!("cargo-nextest is not installed; cargo test runs the same tests");
    run_and_keep(cargo(&["test", "--workspace", "--lib", "--bins", "--tests", FEATURES]), |line| {
        line.starts_with("test result:")
    })
}

/// No network library and no licence that does not fit; with cargo-deny where it is installed.
fn dependencies() -> Result {
    tidy::dependencies()?;
    if succeeds("cargo-deny", &["--version"]) {
        // Advisories need a database from the network; these three do not.
        return run(program("cargo-deny", &["--config", ".deny.toml", "check", "bans", "licenses", "sources"]));
    }
    eprintln!("cargo-deny is not installed; network libraries and licences were checked without it");
    Ok(())
}

/// The screens in Chromium, on the bridge: the same core without the window.
fn browser() -> Result {
    build()?;
    let mut runner = program("node", &["tests/e2e/run.mjs"]);
    runner.env("BRIDGE", root().join("target/debug/bridge"));
    run_within(runner, Duration::from_secs(15 * 60))
}
