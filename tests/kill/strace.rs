//! `strace`: which calls of a program change a file, and killing the program as it enters one of them.
use crate::place::{Ended, Place, Program};
use std::collections::HashMap;

/// Every call that changes a file or makes a change durable. Calls that an architecture does not have are skipped.
const CHANGES: &[&str] = &[
    "fsync",
    "fdatasync",
    "sync_file_range",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "rmdir",
    "truncate",
    "ftruncate",
    "fallocate",
    "write",
    "pwrite64",
    "writev",
    "pwritev",
    "copy_file_range",
    "sendfile",
    "open",
    "openat",
    "mkdir",
    "mkdirat",
    "link",
    "linkat",
    "symlink",
    "symlinkat",
    "chmod",
    "fchmod",
    "fchmodat",
];

/// Longer than any single write here, so that `power` gets all bytes.
const LONGEST: &str = "4000000";

/// One call of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Call {
    /// Its name, such as `rename`.
    pub(crate) name: String,
    /// How many calls of that name its thread had made with it, from 1; `strace` counts the same way.
    pub(crate) nth: usize,
    /// The file it concerns, relative to the place; `stdout` for an answer. `None` for a file elsewhere.
    pub(crate) file: Option<String>,
    /// Does it change a file, judging by its arguments?
    pub(crate) changes: bool,
    /// The names in it that lie in the place; for a rename the old and the new one.
    pub(crate) names: Vec<String>,
    /// The arguments and the return value, as `strace` printed them.
    pub(crate) words: String,
}

impl Call {
    /// Does it write into the database or its journal?
    pub(crate) fn writes_data(&self) -> bool {
        self.name.contains("write") && self.file.as_ref().is_some_and(|file| file.contains("data.db"))
    }
}

fn around(log: &str, calls: &str, more: &[&str]) -> Vec<String> {
    let trace = format!("trace={calls}");
    let words = ["strace", "-f", "-qq", "-o", log, "-e", &trace];
    words.iter().chain(more).chain(&["--"]).map(|word| (*word).to_owned()).collect()
}

/// Runs the program to its end. Returns its calls in order, and how it ended.
pub(crate) fn record(place: &Place, program: &Program) -> (Vec<Call>, Ended) {
    let log = place.path("tmp/calls");
    let wanted: Vec<String> = CHANGES.iter().map(|name| format!("?{name}")).collect();
    let mut command =
        place.command(program, &around(log.to_str().expect("a path"), &wanted.join(","), &["-y", "-s", LONGEST]));
    let out = command.output().unwrap_or_else(|why| {
        panic!("strace cannot be run ({why}), so nothing could be killed: `cargo xtask setup` installs it")
    });
    let ended = Ended::of(&out);
    let said = String::from_utf8_lossy(&out.stderr);
    assert!(
        ended.refused.is_empty() && !ended.killed,
        "it does not end well under strace; where following another program (ptrace) is not allowed, nothing can be killed \
         and this test cannot be passed: {said}"
    );
    let text = std::fs::read(&log).expect("what strace saw");
    std::fs::remove_file(&log).expect("it goes");
    let calls = calls(&String::from_utf8_lossy(&text), place.path("").to_str().expect("a path"));
    let answered = calls.iter().any(|c| c.file.as_deref() == Some("stdout"));
    assert!(answered, "strace saw no answer: it was not allowed to follow the program");
    (calls, ended)
}

/// The calls in the log of strace, except those that failed.
fn calls(log: &str, here: &str) -> Vec<Call> {
    let mut made: HashMap<(&str, &str), usize> = HashMap::new();
    let mut calls = vec![];
    for line in log.lines() {
        let Some((thread, call)) = line.split_once(' ') else { continue };
        let Some((name, words)) = call.trim_start().split_once('(') else { continue };
        if !CHANGES.contains(&name) {
            continue;
        }
        let nth = made.entry((thread, name)).or_default();
        *nth += 1;
        if words.contains(") = -1 ") || words.contains(")  = -1 ") {
            continue;
        }
        let only_reads = name.starts_with("open") && !words.contains("O_CREAT") && !words.contains("O_TRUNC");
        let file = file_of(name, words, here);
        let changes = !only_reads && file.is_some();
        let names = if name.contains("write") { vec![] } else { names_in(words, here) };
        calls.push(Call { name: name.to_owned(), nth: *nth, file, changes, names, words: words.to_owned() });
    }
    calls
}

/// The last path in the place; for a rename that is the new name. Files in `tmp` do not count.
fn file_of(name: &str, words: &str, here: &str) -> Option<String> {
    if name == "write" && words.starts_with("1<") {
        return Some("stdout".to_owned());
    }
    // The written bytes come between the first quotes and may contain anything.
    let of_call = if name.contains("write") { words.split('"').next()? } else { words };
    let (_, found) = of_call.rsplit_once(here.trim_end_matches('/'))?;
    let file = found.split(['"', '>']).next()?.trim_start_matches('/');
    (!file.starts_with("tmp")).then(|| file.to_owned())
}

fn names_in(words: &str, here: &str) -> Vec<String> {
    let quoted = words.split('"').skip(1).step_by(2);
    quoted.filter_map(|path| Some(path.strip_prefix(here)?.trim_start_matches('/').to_owned())).collect()
}

/// Runs the program and kills it as it enters the call.
pub(crate) fn kill_at(place: &Place, program: &Program, call: &Call) -> Ended {
    let inject = format!("inject={}:signal=KILL:when={}", call.name, call.nth);
    Ended::of(
        &place
            .command(program, &around("/dev/null", &call.name, &["-s", "0", "-e", &inject]))
            .output()
            .expect("strace runs"),
    )
}

#[test]
fn what_strace_wrote_is_read() {
    let log = "\
7 openat(AT_FDCWD</p>, \"/lib/libc.so\", O_RDONLY|O_CLOEXEC) = 3</lib/libc.so>
7 unlink(\"/p/v/h.part\") = -1 ENOENT (No such file or directory)
7 openat(AT_FDCWD</p>, \"/p/v/h.part\", O_WRONLY|O_CREAT|O_EXCL, 0600) = 3</p/v/h.part>
8 write(3</p/v/h.part>, \"\"..., 9 <unfinished ...>
7 write(3</p/v/h.part>, \"> /p/v/x\", 8) = 8
8 <... write resumed>) = 9
7 rename(\"/p/v/h.part\", \"/p/v/h\") = 0
7 write(4</p/tmp/x>, \"\"..., 9) = 9
7 fsync(4</p>) = 0
7 write(1<pipe:[5]>, \"\"..., 9) = 9
";
    let found = calls(log, "/p/");
    let found: Vec<(&str, usize, &str)> = found
        .iter()
        .filter(|call| call.changes)
        .map(|call| (call.name.as_str(), call.nth, call.file.as_deref().unwrap_or("elsewhere")))
        .collect();
    let expected = [
        ("openat", 2, "v/h.part"),
        ("write", 1, "v/h.part"),
        ("write", 1, "v/h.part"),
        ("rename", 1, "v/h"),
        ("fsync", 1, ""),
        ("write", 3, "stdout"),
    ];
    assert_eq!(found, expected);
}
