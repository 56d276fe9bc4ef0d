//! Runs `kluis inspect` on every list in the corpus of real files (`../shared/corpus` next to the project) and checks
//! the output against what other programs measured. Writes a line to `target/corpus.txt` with what was compared, which
//! `cargo xtask test` prints at the end. Without the corpus, that line says so.
#![allow(clippy::print_stdout, reason = "says what was compared")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where something is not as it must be"
)]
mod bounds;
mod child;
mod compare;
mod hostile;

use child::{Ended, Limits};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What a user would accept on the slowest machine.
const LIMITS: Limits = Limits { time: Duration::from_secs(10), memory_mb: 500 };

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a workspace").to_owned()
}

fn corpus() -> Option<(PathBuf, Value)> {
    let dir = root().join("../shared/corpus").canonicalize().ok()?;
    let text = std::fs::read_to_string(dir.join("expected.json")).ok()?;
    Some((dir, serde_json::from_str(&text).ok()?))
}

fn is_list(name: &str) -> bool {
    ["xlsx/", "xls/", "ods/", "csv/"].iter().any(|d| name.starts_with(d))
}

#[expect(clippy::disallowed_methods, reason = "a line of the test's own, for the end of the run")]
fn leave(line: &str) {
    println!("{line}");
    std::fs::write(root().join("target/corpus.txt"), line).expect("target/corpus.txt");
}

#[test]
fn kluis_reads_every_list_of_the_corpus_as_other_programs_do() {
    let Some((dir, expected)) = corpus() else {
        leave("corpus: ../shared/corpus is not there, so no real file was compared; the project's own samples were");
        return;
    };
    let (mut faults, mut looked, mut slowest, mut most) = (vec![], 0, Duration::ZERO, 0);
    for (name, file) in expected["files"].as_object().expect("files").iter().filter(|(n, _)| is_list(n)) {
        looked += 1;
        let ended = child::inspect(&dir.join(name), &LIMITS);
        slowest = slowest.max(ended.took);
        most = most.max(ended.memory_mb.unwrap_or(0));
        faults.extend(judge(file, &ended).into_iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(looked > 40, "the corpus holds lists");
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
    let slowest = slowest.as_secs_f32();
    leave(&format!(
        "corpus: kluis inspect agreed on {looked} files; at most {slowest:.1} s of work and {most} MB for one"
    ));
}

/// What is wrong with the result of a run.
fn judge(file: &Value, ended: &Ended) -> Vec<String> {
    const REFUSED: [&str; 3] = ["import.encrypted", "import.damaged", "import.too_large"];
    let found = match &ended.result {
        Ok(found) => found,
        Err(fault) => return vec![fault.clone()],
    };
    if let Some(mb) = ended.memory_mb.filter(|mb| *mb > LIMITS.memory_mb) {
        return vec![format!("took {mb} MB")];
    }
    match (found, file["outcome"].as_str().unwrap_or_default()) {
        (Err(code), "refuse") if REFUSED.contains(&code.as_str()) => vec![],
        (Err(code), "refuse") => vec![format!("refused as {code}")],
        (Ok(_), "refuse") => vec!["must be refused".to_owned()],
        (Err(code), "nothing") if code == "import.nothing" => vec![],
        (other, "nothing") => vec![format!("must be nothing, is {:?}", other.as_ref().err())],
        (Err(code), "either") if code.starts_with("import.") => vec![],
        (Err(code), _) => vec![code.clone()],
        (Ok(found), _) => compare::compare(file, found),
    }
}

#[test]
fn what_takes_too_long_is_ended_and_told() {
    let none = Limits { time: Duration::ZERO, ..LIMITS };
    let ended = child::inspect(&root().join("assets/samples/ledenlijst.xlsx"), &none);
    assert!(ended.result.is_err_and(|fault| fault.contains("longer")));
}

#[test]
fn the_sample_is_read_within_the_limits() {
    let ended = child::inspect(&root().join("assets/samples/ledenlijst.xlsx"), &LIMITS);
    let found = ended.result.expect("it ends").expect("it is read");
    assert_eq!(found["sheets"][0]["rows"], 25);
    let measured = ended.memory_mb.is_some_and(|mb| (1..LIMITS.memory_mb).contains(&mb));
    assert!(measured || cfg!(not(target_os = "linux")), "the memory is measured: {:?}", ended.memory_mb);
}
