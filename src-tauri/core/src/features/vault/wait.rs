//! After a wrong passphrase the next attempt has to wait 1, 2, 4 … 30 seconds, also across restarts. That slows a
//! person down; what stops a computer is the cost of each guess.
use crate::error::{Code, Error, Result};
use crate::kernel::files::{read_own, write_whole};
use crate::kernel::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

const MOST_SECONDS: i64 = 30;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Attempts {
    /// Failures in a row, which set the wait.
    failed: u32,
    last: i64,
    /// Failures not yet reported to a session that can write.
    #[serde(default)]
    untold: u32,
    /// When the first of these was.
    #[serde(default)]
    since: i64,
}

/// Failures that nobody was told of yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Untold {
    pub count: u32,
    first: i64,
    pub last: Timestamp,
}

/// So many in so short a time before the unlock are somebody who mistyped their own passphrase.
const FEW: u32 = 4;
const SHORTLY_MS: i64 = 10 * 60 * 1000;

impl Untold {
    /// Are these few, and all from just before `now`? Not if the clock was set back in between.
    pub(super) fn are_typing_errors(self, now: Timestamp) -> bool {
        let since = now.0.saturating_sub(self.first);
        self.count <= FEW && self.first <= self.last.0 && self.last <= now && since <= SHORTLY_MS
    }
}

fn path(folder: &Path) -> PathBuf {
    folder.join("attempts.json")
}

/// A file that cannot be read counts as no attempts: it must never keep anyone out.
fn read(folder: &Path) -> Attempts {
    read_own(&path(folder), 4096).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// The attempts that failed and are not reported yet, if there are any.
pub(super) fn untold(folder: &Path) -> Option<Untold> {
    let Attempts { last, untold, since, .. } = read(folder);
    (untold > 0).then_some(Untold { count: untold, first: since, last: Timestamp(last) })
}

fn delay_seconds(failed: u32) -> i64 {
    match failed {
        0 => 0,
        n => 1_i64.checked_shl(n - 1).filter(|s| (1..MOST_SECONDS).contains(s)).unwrap_or(MOST_SECONDS),
    }
}

/// How many seconds the next attempt must still wait.
pub(super) fn seconds_left(folder: &Path, now: Timestamp) -> u32 {
    let attempts = read(folder);
    let since = now.0.saturating_sub(attempts.last);
    if since < 0 {
        return 0; // the clock was set back: that must not make anyone wait for hours
    }
    let left = (delay_seconds(attempts.failed) * 1000).saturating_sub(since);
    u32::try_from(u64::try_from(left).unwrap_or(0).div_ceil(1000)).unwrap_or(0)
}

/// Refuses an attempt that comes too early.
///
/// # Errors
/// `vault.wait` with the seconds.
pub(super) fn check(folder: &Path, now: Timestamp) -> Result<()> {
    match seconds_left(folder, now) {
        0 => Ok(()),
        seconds => Err(Error::new(Code::VaultWait).arg("seconds", seconds)),
    }
}

/// Counts a wrong passphrase. On a disk that cannot be written it cannot be counted.
pub(super) fn note_failure(folder: &Path, now: Timestamp) {
    let before = read(folder);
    let (failed, untold) = (before.failed.saturating_add(1), before.untold.saturating_add(1));
    let since = if before.untold == 0 { now.0 } else { before.since };
    note(folder, Attempts { failed, last: now.0, untold, since });
}

fn note(folder: &Path, attempts: Attempts) {
    if let Ok(bytes) = serde_json::to_vec(&attempts) {
        let _ = write_whole(&path(folder), &bytes);
    }
}

/// After the right passphrase nobody waits. Earlier failures remain to be reported.
pub(super) fn end(folder: &Path) {
    match read(folder) {
        Attempts { untold: 0, .. } => forget(folder),
        attempts => note(folder, Attempts { failed: 0, ..attempts }),
    }
}

/// The failures were reported to a session that can write.
pub(super) fn forget(folder: &Path) {
    let _ = std::fs::remove_file(path(folder));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_to_half_a_minute_and_survives_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let now = Timestamp(1_000_000);
        let waits: Vec<_> = (0..8)
            .map(|_| {
                note_failure(folder.path(), now);
                seconds_left(folder.path(), now)
            })
            .collect();
        assert_eq!(waits, [1, 2, 4, 8, 16, 30, 30, 30]);
        assert_eq!(seconds_left(folder.path(), Timestamp(now.0 + 29_001)), 1);
        assert_eq!(untold(folder.path()), Some(Untold { count: 8, first: now.0, last: now }));
        assert_eq!(check(folder.path(), now).unwrap_err().code(), Code::VaultWait);
        assert!(check(folder.path(), Timestamp(now.0 + 30_000)).is_ok());
        end(folder.path());
        assert_eq!((seconds_left(folder.path(), now), untold(folder.path()).map(|u| u.count)), (0, Some(8)));
        forget(folder.path());
        assert_eq!((seconds_left(folder.path(), now), untold(folder.path())), (0, None));
        end(folder.path());
        assert!(!path(folder.path()).exists(), "where nothing failed there is nothing to note");
    }

    #[test]
    fn a_few_failures_just_before_the_unlock_are_typing_errors_and_others_are_not() {
        let folder = tempfile::tempdir().unwrap();
        let start = Timestamp(1_000_000_000);
        let after = |ms: i64| Timestamp(start.0 + ms);
        let are = |now: Timestamp| untold(folder.path()).unwrap().are_typing_errors(now);
        note_failure(folder.path(), start);
        assert!(are(after(0)) && are(after(SHORTLY_MS)));
        assert!(!are(after(SHORTLY_MS + 1)), "one of an hour ago may be anybody's");
        assert!(!are(after(-1)), "the clock was set back");
        (1..4).for_each(|at| note_failure(folder.path(), after(at * 1000)));
        assert!(are(after(5000)));
        end(folder.path());
        assert!(are(after(5000)), "a session that only looks does not make them older");
        assert!(!are(after(SHORTLY_MS + 1)), "the first of them counts");
        note_failure(folder.path(), after(5000));
        assert!(!are(after(6000)), "five is more than an error");
        write_whole(&path(folder.path()), b"{\"failed\":1,\"last\":1000000000,\"untold\":1}").unwrap();
        assert!(!are(start), "an earlier version did not note when they began");
    }

    #[test]
    fn neither_a_damaged_file_nor_a_clock_set_back_keeps_anyone_out() {
        let folder = tempfile::tempdir().unwrap();
        write_whole(&path(folder.path()), b"{\"failed\":4294967295,\"last\":9223372036854775807}").unwrap();
        assert_eq!(seconds_left(folder.path(), Timestamp(0)), 0);
        write_whole(&path(folder.path()), b"not json").unwrap();
        assert_eq!(seconds_left(folder.path(), Timestamp(0)), 0);
    }
}
