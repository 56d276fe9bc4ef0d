//! No small list takes unreasonable time or memory, and locking the vault never waits for one.
use super::child::{self, Limits};
use super::hostile::{self, Hostile};
use acceptance::requests::list_in;
use acceptance::{Calls, TestVault};
use ledenkluis_core::api::{Shared, call};
use ledenkluis_core::app::{App, FixedClock, NoDeviceKeys, TimeOrderedIds, Timestamp};
use ledenkluis_core::error::Code;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

const LIMITS: Limits = Limits { time: Duration::from_secs(10), memory_mb: 500 };
/// The maximum size of these lists.
const MEGABYTE: usize = 1_000_000;

/// Writes a hostile list to the folder.
fn put(folder: &Path, (trick, make): &Hostile, format: &str) -> PathBuf {
    let bytes = make();
    assert!(bytes.len() <= MEGABYTE, "{trick}: {} bytes", bytes.len());
    let path = folder.join(format!("lijst.{format}"));
    ledenkluis_core::app::write_whole(&path, &bytes).expect("a list");
    path
}

fn stays_within_the_limits(format: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut faults, mut slowest, mut most) = (vec![], (Duration::ZERO, ""), (0, ""));
    for hostile in hostile::of(format) {
        let trick = hostile.0;
        let ended = child::inspect(&put(folder.path(), hostile, format), &LIMITS);
        slowest = slowest.max((ended.took, trick));
        most = most.max((ended.memory_mb.unwrap_or(0), trick));
        let outcome = ended.result.map(|found| found.map(|_| "read".to_owned()).unwrap_or_else(|code| code));
        println!("{format}: {trick}: {outcome:?}, {:?}, {:?} MB", ended.took, ended.memory_mb);
        match outcome {
            Err(why) => faults.push(format!("{trick}: {why}")),
            Ok(_) if ended.took >= LIMITS.time => faults.push(format!("{trick}: {:?}", ended.took)),
            Ok(_) if ended.memory_mb.is_some_and(|mb| mb > LIMITS.memory_mb) => {
                faults.push(format!("{trick}: {:?} MB", ended.memory_mb));
            }
            Ok(_) => {}
        }
    }
    println!("{format}: at most {slowest:?} of work and {most:?} MB");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_small_xlsx_takes_long_or_much() {
    stays_within_the_limits("xlsx");
}

#[test]
fn no_small_xls_takes_long_or_much() {
    stays_within_the_limits("xls");
}

#[test]
fn no_small_ods_takes_long_or_much() {
    stays_within_the_limits("ods");
}

#[test]
fn no_small_text_takes_long_or_much() {
    stays_within_the_limits("csv");
}

/// Processor time of this thread (proc(5), `schedstat`), or wall-clock time if the system does not report that.
fn worked(since: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let first = told.and_then(|text| text.split_whitespace().next()?.parse().ok());
    first.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

/// Opening a list in a vault and checking its import are bounded too.
#[test]
fn no_small_list_takes_long_to_open_and_to_check() {
    let mut faults = vec![];
    for hostile in hostile::FORMATS.iter().flat_map(|format| hostile::of(format)) {
        let mut vault = TestVault::new();
        let (path, token) = vault.file("lijst");
        ledenkluis_core::app::write_whole(&path, &hostile.1()).expect("a list");
        let (start, before) = (Instant::now(), worked(Instant::now()));
        let request = list_in(token);
        let opened = call::import_open(vault.app(), request);
        let took = worked(start).saturating_sub(before);
        let checked = opened.map(|found| call::import_check(vault.app(), found.value.request));
        let both = worked(start).saturating_sub(before);
        println!(
            "{}: opened in {took:?}, checked in {:?}: {:?}",
            hostile.0,
            both - took,
            checked.map(|c| c.map(|_| ()).map_err(|e| e.code())).map_err(|e| e.code())
        );
        if took > LIMITS.time || both - took > LIMITS.time {
            faults.push(format!("{}: {took:?} and {:?}", hostile.0, both - took));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// An application in its own folder.
fn application(folder: &Path) -> Arc<Shared> {
    let clock = Arc::new(FixedClock(Timestamp(0)));
    let app = App::with(
        clock,
        Arc::new(TimeOrderedIds),
        folder.join("home"),
        &folder.join("scratch"),
        Arc::new(NoDeviceKeys),
    );
    Arc::new(Shared::new(app.expect("an application")))
}

/// Who asks to lock: the window, as when the computer goes to sleep, or the UI through a request.
#[derive(Debug, Clone, Copy)]
enum Way {
    Window,
    Page,
}

/// Locks while a list is being read. Returns how long that took, and whether it interrupted the reading.
fn lock_during(file: &Path, way: Way, folder: &Path) -> (Duration, bool) {
    let shared = application(folder);
    let token = shared.app().admit(file.to_owned());
    let reader = Arc::clone(&shared);
    let reading = thread::spawn(move || reader.call(reader.ask(), "import_inspect", json!({ "file": token })));
    thread::sleep(Duration::from_millis(150));
    let asked = Instant::now();
    match way {
        Way::Window => shared.lock().1.expect("it locks"),
        Way::Page => drop(shared.call(shared.ask(), "vault_lock", json!({})).0.expect("it locks")),
    }
    let took = asked.elapsed();
    let ended = reading.join().expect("it ends");
    (took, ended.0.is_err_and(|e| e.code() == Code::JobCancelled))
}

#[test]
fn a_lock_that_is_asked_for_while_a_hostile_list_is_read_is_there_within_a_second() {
    let (mut faults, mut stopped, mut longest) = (vec![], 0, Duration::ZERO);
    for format in hostile::FORMATS {
        for (hostile, way) in hostile::of(format).iter().zip([Way::Window, Way::Page].into_iter().cycle()) {
            let folder = tempfile::tempdir().expect("a folder");
            let (took, was_reading) = lock_during(&put(folder.path(), hostile, format), way, folder.path());
            stopped += usize::from(was_reading);
            longest = longest.max(took);
            if took > Duration::from_secs(1) {
                faults.push(format!("{format}: {}: {way:?} after {took:?}", hostile.0));
            }
        }
    }
    println!("{stopped} of them were being read; the longest lock took {longest:?}");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(stopped >= 10, "only {stopped} were being read when the lock was asked for");
}
