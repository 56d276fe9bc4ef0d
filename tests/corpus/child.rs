//! Runs `kluis inspect` as a process of its own and measures it: how it ended, its processor time and its memory.
//! Processor time is independent of what else the computer does, unlike wall-clock time.
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The limits for one run.
pub(crate) struct Limits {
    pub(crate) time: Duration,
    pub(crate) memory_mb: u64,
}

/// A run is also ended after this many times its limit in wall-clock time, because then it hangs.
const HANGS: u32 = 12;

/// How one run ended.
pub(crate) struct Ended {
    /// What it printed, or the code of its refusal; `Err` if the process itself misbehaved.
    pub(crate) result: Result<Result<Value, String>, String>,
    /// Processor time, or wall-clock time if the system does not report that.
    pub(crate) took: Duration,
    /// Peak memory use; `None` if the system does not report it.
    pub(crate) memory_mb: Option<u64>,
}

/// The program that was built together with this test.
fn kluis() -> PathBuf {
    let test = std::env::current_exe().expect("this test");
    let built = test.ancestors().nth(2).expect("the folder of the build").join("kluis");
    assert!(built.exists(), "{} is not built: cargo build --workspace --bins", built.display());
    built
}

/// Runs the program and kills it when its time is up.
pub(crate) fn inspect(file: &Path, limits: &Limits) -> Ended {
    let start = Instant::now();
    let mut command = Command::new(kluis());
    command.args(["inspect", "--json"]).arg(file).stdin(Stdio::null());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("kluis starts");
    let (out, err) = (child.stdout.take().expect("a pipe"), child.stderr.take().expect("a pipe"));
    let (out, err) = (thread::spawn(|| read(out)), thread::spawn(|| read(err)));
    let (mut memory_mb, mut worked) = (None, None);
    let status = loop {
        memory_mb = memory_mb.max(most_memory_mb(child.id()));
        worked = worked.max(time_worked(child.id()));
        if let Some(status) = child.try_wait().expect("a status") {
            break Some(status);
        }
        let passed = start.elapsed();
        if worked.unwrap_or(passed) >= limits.time || passed >= limits.time * HANGS {
            child.kill().and_then(|()| child.wait()).expect("it is ended");
            break None;
        }
        thread::sleep(Duration::from_millis(1));
    };
    let took = worked.unwrap_or_else(|| start.elapsed());
    let (out, err) = (out.join().expect("its output"), err.join().expect("its refusal"));
    let json = |text: &str| serde_json::from_str::<Value>(text).map_err(|e| format!("no JSON document: {e}: {text}"));
    let result = match status.map(|s| s.code()) {
        None => Err(format!("took longer than {} s", limits.time.as_secs())),
        Some(Some(0)) => json(&out).map(Ok),
        Some(Some(1)) => json(&err).map(|e| Err(e["error"]["code"].as_str().unwrap_or_default().to_owned())),
        Some(other) => Err(format!("ended with {other:?}: {err}")),
    };
    Ended { result, took, memory_mb }
}

fn read(mut pipe: impl std::io::Read) -> String {
    let mut text = String::new();
    pipe.read_to_string(&mut text).expect("text");
    text
}

/// The peak memory that the kernel reports for a running process. Polled often, so only its last moment can be missed.
fn most_memory_mb(program: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{program}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kib| kib / 1024)
}

/// Processor time so far, in user and kernel mode, of all threads. In hundredths of a second: proc(5), `stat`, fields
/// 14 and 15. Fields are counted after the process name, which may contain anything.
fn time_worked(program: u32) -> Option<Duration> {
    let stat = std::fs::read_to_string(format!("/proc/{program}/stat")).ok()?;
    let (_, fields) = stat.rsplit_once(')')?;
    let ticks = fields.split_whitespace().skip(11).take(2).map(|n| n.parse::<u64>().ok()).sum::<Option<u64>>()?;
    Some(Duration::from_millis(ticks * 10))
}
