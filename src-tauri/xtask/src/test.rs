//! `cargo xtask test`: runs every check in this order, up to the first that fails.
use crate::build::{FEATURES, build, tested};
use crate::process::{Result, cargo, npm, program, root, run, run_and_keep, run_together, run_within, succeeds};
use crate::{fuzz, generate, notices, setup, tidy, window};
use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

/// A check: its name and its function. The lines it returns are printed again at the end.
type Step = (&'static str, fn() -> Result<Vec<String>>);

/// Without the tests beside it, the core is built without the feature that opens it for them.
const SHIPPED: &[&str] = &[
    "clippy",
    "--package=ledenkluis",
    "--package=ledenkluis-cli",
    "--features=ledenkluis/custom-protocol",
    "--",
    "-D",
    "warnings",
];

const STEPS: &[Step] = &[
    ("install what is missing", || done(setup::for_test())),
    ("format", || done(run(cargo(&["fmt", "--all", "--check"])))),
    ("tidy", || done(tidy::tidy())),
    ("dependencies", || done(dependencies())),
    ("page: build", || done(run(npm(&["run", "--silent", "build"])))),
    ("generated files", || done(generate::check())),
    ("clippy", || done(run(cargo(&["clippy", "--workspace", "--all-targets", FEATURES, "--", "-D", "warnings"])))),
    ("clippy: what is shipped", || done(run(cargo(SHIPPED)))),
    ("tests", tests),
    ("documentation tests", documentation),
    ("hostile input; page: lint, types, tests", || done(hostile_input_and_page())),
    ("browser tests; main job in the real window", screens),
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

/// The corpus test writes here what it compared, or that there was nothing to compare.
const CORPUS: &str = "target/corpus.txt";

/// The kill tests write their counts here, one file for each act.
const KILLED: &str = "target/kill";

/// Runs all Rust tests, and collects the results of the corpus test and of the kill tests.
fn tests() -> Result<Vec<String>> {
    let (said, killed) = (root().join(CORPUS), root().join(KILLED));
    let _ = fs::remove_file(&said);
    let _ = fs::remove_dir_all(&killed);
    let mut kept = all_tests()?;
    kept.push(fs::read_to_string(&said).map_err(|why| format!("{CORPUS}: the corpus test did not run: {why}"))?);
    kept.extend(counts(&killed)?);
    Ok(kept)
}

/// One line for each act, sorted. The kill tests need strace, which exists only on Linux; elsewhere this reports it.
fn counts(folder: &Path) -> Result<Vec<String>> {
    if !cfg!(target_os = "linux") {
        return Ok(vec!["kill: nothing was killed: strace is only there on Linux".into()]);
    }
    let unread = |why| format!("{KILLED}: kluis was not killed: {why}");
    let mut lines = Vec::new();
    for entry in fs::read_dir(folder).map_err(unread)? {
        let line = entry.and_then(|entry| fs::read_to_string(entry.path())).map_err(unread)?;
        lines.push(line.trim_end().to_owned());
    }
    lines.sort();
    Ok(lines)
}

/// Uses nextest if it is installed, because it is faster; otherwise cargo's own runner. The tests are the same.
fn all_tests() -> Result<Vec<String>> {
    if succeeds("cargo-nextest", &["--version"]) {
        // The tests wait for the disk half of the time.
        let threads = thread::available_parallelism().map_or(2, |cores| cores.get() * 2).to_string();
        return run_and_keep(tested(&["nextest", "run", "--test-threads", &threads]), |line| {
            line.contains("Summary [") || line.contains("tests run:")
        });
    }
    eprintln!("cargo-nextest is not installed; cargo test runs the same tests");
    run_and_keep(tested(&["test", "--lib", "--bins", "--tests"]), |line| line.starts_with("test result:"))
}

/// The proofs of the write path: code that must not compile, next to a variant that must. Finding no such test is a
/// failure too, because then nothing guards the path.
fn documentation() -> Result<Vec<String>> {
    let kept = run_and_keep(tested(&["test", "--doc"]), |line| line.starts_with("test result:"))?;
    match kept.iter().map(|line| passed(line)).sum::<usize>() {
        0 => Err("no documentation test ran; the proofs that the path cannot be left are gone".into()),
        _ => Ok(kept),
    }
}

/// The number of passed tests in a line like `test result: ok. 4 passed; 0 failed`.
fn passed(line: &str) -> usize {
    let words: Vec<&str> = line.split_whitespace().collect();
    let at = words.iter().position(|word| word.starts_with("passed"));
    at.and_then(|at| words.get(at.checked_sub(1)?)?.parse().ok()).unwrap_or(0)
}

/// Checks that there is no network client, that every licence is allowed and that its text is included. Uses cargo-deny
/// as well if it is installed.
fn dependencies() -> Result {
    tidy::dependencies()?;
    notices::check()?;
    if succeeds("cargo-deny", &["--version"]) {
        // Checking advisories needs a database from the network; these three checks do not.
        return run(program("cargo-deny", &["--config", ".deny.toml", "check", "bans", "licenses", "sources"]));
    }
    eprintln!("cargo-deny is not installed; clients of the network and licences were checked without it");
    Ok(())
}

/// Attacks the readers, and checks the page in three ways, at once: none of the four keeps more than one core busy.
fn hostile_input_and_page() -> Result {
    build()?;
    run_together(vec![
        fuzz::bounded(),
        npm(&["run", "--silent", "lint"]),
        npm(&["run", "--silent", "check"]),
        npm(&["test", "--silent"]),
    ])
}

/// Tests the screens in Chromium and the main job in the window at once: both wait more than they work. What the window
/// printed comes after the browser's tests, in one piece.
fn screens() -> Result<Vec<String>> {
    build()?;
    let window = thread::spawn(main_job);
    let tested = browser();
    let job = window.join().map_err(|_| "the test of the window was not started".to_owned())?;
    tested.and(job)
}

/// WebKitWebDriver, which drives the window, exists only on Linux. On other systems this reports it and continues.
fn main_job() -> Result<Vec<String>> {
    if cfg!(target_os = "linux") {
        return done(window::job_beside_others());
    }
    Ok(vec!["the window was not tested: WebKitWebDriver is only there on Linux".into()])
}

/// Tests the screens in Chromium through the bridge: the same core, without the window.
fn browser() -> Result {
    let mut runner = program("node", &["tests/e2e/run.mjs"]);
    runner.env("BRIDGE", root().join("target/debug/bridge"));
    run_within(runner, Duration::from_secs(25 * 60), None)
}

#[cfg(test)]
mod tests {
    use super::passed;

    #[test]
    fn tests_that_passed_are_counted() {
        assert_eq!(passed("test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured"), 12);
        assert_eq!(passed("test result: ok. 0 passed; 0 failed"), 0);
        assert_eq!(passed("nonsense"), 0);
    }
}
