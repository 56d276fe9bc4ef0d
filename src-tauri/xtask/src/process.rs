//! Runs other programs: prints each command line, and fails with a sentence that names the program.
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Errors are plain sentences for the person at the terminal.
pub(crate) type Result<T = ()> = std::result::Result<T, String>;

/// The root of the workspace, which contains its `Cargo.toml`.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// A program with its arguments, to run in the root of the workspace.
pub(crate) fn program(name: impl AsRef<OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(root());
    command
}

/// The same cargo that runs this program, so that one toolchain does everything.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments)
}

/// npm, in `ui/`.
pub(crate) fn npm(arguments: &[&str]) -> Command {
    let mut command = program(if cfg!(windows) { "npm.cmd" } else { "npm" }, arguments);
    command.current_dir(root().join("ui"));
    command
}

/// Runs a command with its output on the terminal.
pub(crate) fn run(mut command: Command) -> Result {
    announce(&command);
    let status = command.status().map_err(|why| format!("{}: {why}", name(&command)))?;
    judge(&command, status)
}

/// Runs commands at the same time. The output of each is printed when it has ended, so that it stays in one piece.
pub(crate) fn run_together(commands: Vec<Command>) -> Result {
    let one = |mut command: Command| {
        announce(&command);
        let output = command.output().map_err(|why| format!("{}: {why}", name(&command)))?;
        eprint!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        judge(&command, output.status)
    };
    let running: Vec<_> = commands.into_iter().map(|command| thread::spawn(move || one(command))).collect();
    let ended = running.into_iter().map(|thread| thread.join().map_err(|_| "a command was not started".to_owned())?);
    ended.collect::<Vec<Result>>().into_iter().collect()
}

/// Runs a command and kills it after `limit`, because a hanging driver would block the whole run. With a file for its
/// output, that is printed when the command has ended. A file and no pipe: what a killed command started may hold it open.
pub(crate) fn run_within(mut command: Command, limit: Duration, output: Option<&Path>) -> Result {
    announce(&command);
    let Some(path) = output else { return wait(command, limit) };
    let said = |why: std::io::Error| format!("{}: {why}", path.display());
    let file = File::create(path).map_err(said)?;
    command.stdout(file.try_clone().map_err(said)?).stderr(file);
    let ended = wait(command, limit);
    eprint!("{}", String::from_utf8_lossy(&fs::read(path).map_err(said)?));
    ended
}

fn wait(mut command: Command, limit: Duration) -> Result {
    let mut child = command.spawn().map_err(|why| format!("{}: {why}", name(&command)))?;
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().map_err(|why| format!("{}: {why}", name(&command)))? {
            return judge(&command, status);
        }
        if start.elapsed() > limit {
            let _ = child.kill();
            let _ = child.wait();
            return Err(format!("{} was still running after {} s and was ended", name(&command), limit.as_secs()));
        }
        thread::sleep(Duration::from_millis(100));
    }
}

/// Runs a command with its output on the terminal, and returns the lines that `keep` selects.
pub(crate) fn run_and_keep(mut command: Command, keep: fn(&str) -> bool) -> Result<Vec<String>> {
    announce(&command);
    let started = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = started.map_err(|why| format!("{}: {why}", name(&command)))?;
    let (out, err) = (child.stdout.take(), child.stderr.take());
    let reader = thread::spawn(move || out.map(|pipe| show(pipe, keep)).unwrap_or_default());
    let mut kept = err.map(|pipe| show(pipe, keep)).unwrap_or_default();
    kept.extend(reader.join().map_err(|_| "the output could not be read".to_string())?);
    let status = child.wait().map_err(|why| format!("{}: {why}", name(&command)))?;
    judge(&command, status).map(|()| kept)
}

fn show(pipe: impl std::io::Read, keep: fn(&str) -> bool) -> Vec<String> {
    let mut kept = Vec::new();
    for line in BufReader::new(pipe).split(b'\n').map_while(|line| line.ok()) {
        let line = String::from_utf8_lossy(&line).into_owned();
        eprintln!("{line}");
        if keep(&line) {
            kept.push(line);
        }
    }
    kept
}

/// The standard output of a command, if it succeeds.
pub(crate) fn output(mut command: Command) -> Result<String> {
    let done = command.stderr(Stdio::inherit()).output().map_err(|why| format!("{}: {why}", name(&command)))?;
    judge(&command, done.status)?;
    String::from_utf8(done.stdout).map_err(|_| format!("{} printed something that is not text", name(&command)))
}

/// Whether a program exists and succeeds. Shows none of its output.
pub(crate) fn succeeds(name: &str, arguments: &[&str]) -> bool {
    let mut command = program(name, arguments);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

fn announce(command: &Command) {
    let arguments: Vec<_> = command.get_args().map(|part| part.to_string_lossy()).collect();
    eprintln!("$ {} {}", name(command), arguments.join(" "));
}

fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()
}

fn judge(command: &Command, status: ExitStatus) -> Result {
    if status.success() { Ok(()) } else { Err(format!("{} failed ({status})", name(command))) }
}
