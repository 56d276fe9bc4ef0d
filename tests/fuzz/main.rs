//! Attacks what reads files from outside, with inputs changed one layer in: `cargo xtask fuzz [target] [minutes]`.
//!
//! An input that makes a reader panic, or take longer than any file may, is kept in `target/fuzz/<target>/`; so is the one that was being
//! read when the program itself ended. `fuzz <target> <file>` reads one again. Without coverage, by design: it runs on the stable
//! compiler, in the plain test run too, and the readers are small enough to be reached by changing real lists.
#![allow(clippy::disallowed_methods, reason = "inputs and findings, nothing of a person's")]
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a program for the terminal"
)]

mod door;
mod mutate;
mod targets;

use mutate::Mutator;
use sha2::{Digest, Sha256};
use std::fs;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use targets::{NAMES, Target, named};

/// No input may take longer. Ten seconds of processor time is what a whole list may cost (SECURITY.md); this is time on the clock, in a
/// build without optimisation.
const SLOWEST: Duration = Duration::from_secs(30);

/// After this it is not waited for any more.
const NEVER: Duration = Duration::from_secs(120);

/// Where the last panic was; readers catch their own.
static PANICKED: Mutex<Option<String>> = Mutex::new(None);

fn main() -> ExitCode {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        if BEGUN.lock().unwrap_or_else(PoisonError::into_inner).is_none() {
            eprintln!("the attack itself panicked at {place}: {info}");
        }
        *PANICKED.lock().unwrap_or_else(PoisonError::into_inner) = Some(place);
    }));
    let words: Vec<String> = std::env::args().skip(1).collect();
    let chosen: Vec<&str> = match words.first().map(String::as_str) {
        None | Some("all") => NAMES.to_vec(),
        Some(name) => vec![name],
    };
    if let Some(file) = words.get(1).filter(|word| Path::new(word).is_file()) {
        return again(chosen[0], Path::new(file));
    }
    let Some(bound) = Bound::of(words.get(1).map_or("60", String::as_str)) else {
        eprintln!("neither seconds, nor runs=N, nor a file");
        return ExitCode::from(2);
    };
    thread::spawn(watch);
    let mut faults = 0;
    for name in chosen {
        let Some(target) = named(name) else {
            eprintln!("{name}: no target; there are {}", NAMES.join(", "));
            return ExitCode::from(2);
        };
        faults += attack(name, target, bound);
    }
    if faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// How long a target is attacked.
#[derive(Clone, Copy)]
enum Bound {
    Time(Duration),
    /// As many inputs as the slowest target reads; the others read more.
    Runs(u64),
}

impl Bound {
    fn of(word: &str) -> Option<Self> {
        match word.strip_prefix("runs=") {
            Some(runs) => runs.parse().ok().map(Bound::Runs),
            None => word.parse().ok().map(Duration::from_secs).map(Bound::Time),
        }
    }
}

/// When the input was begun that is being read.
static BEGUN: Mutex<Option<Instant>> = Mutex::new(None);

/// Ends the program when an input is never read to its end; the input stays in `reading`.
fn watch() {
    loop {
        thread::sleep(Duration::from_secs(1));
        let begun = *BEGUN.lock().unwrap_or_else(PoisonError::into_inner);
        if begun.is_some_and(|begun| begun.elapsed() > NEVER) {
            eprintln!("an input is not read to its end; it is in target/fuzz/<target>/reading");
            std::process::exit(1);
        }
    }
}

/// Reads one input again.
fn again(name: &str, file: &Path) -> ExitCode {
    let (Some(mut target), Ok(input)) = (named(name), fs::read(file)) else { return ExitCode::from(2) };
    match fault_of(&mut *target, &input) {
        None => ExitCode::SUCCESS,
        Some(fault) => {
            eprintln!("{name}: {fault}");
            ExitCode::FAILURE
        }
    }
}

/// How many faults were found; each place of a panic counts once.
fn attack(name: &str, mut target: Box<dyn Target>, bound: Bound) -> usize {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/fuzz").join(name);
    fs::create_dir_all(&folder).expect("a folder for findings");
    let pace = target.pace();
    // A bounded run is the same every time; a long one is another every time.
    let mut mutator = Mutator::new(if matches!(bound, Bound::Runs(_)) { 4711 } else { fastrand::u64(..) });
    let (started, mut done, mut found) = (Instant::now(), 0_u64, Vec::<String>::new());
    let current = folder.join("reading");
    if let Ok(input) = fs::read(&current) {
        // The program ended while it read this one.
        eprintln!("{name}: the last run ended at {}", keep(&folder, &input).display());
    }
    let goes_on = |done: u64| match bound {
        Bound::Time(time) => started.elapsed() < time,
        Bound::Runs(runs) => done < runs * pace,
    };
    while goes_on(done) {
        let input = target.make(&mut mutator);
        // An overflow of the stack ends the program: then this is the input.
        fs::write(&current, &input).expect("room");
        if let Some(fault) = fault_of(&mut *target, &input).filter(|fault| !found.contains(fault)) {
            let kept = keep(&folder, &input);
            eprintln!("{name}: {fault} ({})", kept.display());
            found.push(fault);
        }
        done += 1;
    }
    let _ = fs::remove_file(current);
    println!("{name:16} {done:>10} inputs in {:.0} s, {} found", started.elapsed().as_secs_f64(), found.len());
    found.len()
}

/// Keeps an input under a name of its own.
fn keep(folder: &Path, input: &[u8]) -> PathBuf {
    let mark: String = Sha256::digest(input).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let path = folder.join(format!("found-{mark}"));
    fs::write(&path, input).expect("room");
    path
}

fn fault_of(target: &mut dyn Target, input: &[u8]) -> Option<String> {
    let started = Instant::now();
    *BEGUN.lock().unwrap_or_else(PoisonError::into_inner) = Some(started);
    let ended = catch_unwind(AssertUnwindSafe(|| target.run(input)));
    *BEGUN.lock().unwrap_or_else(PoisonError::into_inner) = None;
    let place = PANICKED.lock().unwrap_or_else(PoisonError::into_inner).take();
    match (place, ended) {
        (Some(place), _) => Some(format!("panicked at {place}")),
        (None, Err(_)) => Some("panicked".to_owned()),
        (None, Ok(())) if started.elapsed() > SLOWEST => Some("took too long".to_owned()),
        (None, Ok(())) => None,
    }
}
