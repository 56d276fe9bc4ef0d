//! The exceptions to security advisories in `.deny.toml`: each has an end date, and each must go when its library goes.
use crate::process::root;
use std::time::{SystemTime, UNIX_EPOCH};

/// Days from 1970-01-01 to a Gregorian date (Howard Hinnant, "chrono-compatible low-level date algorithms").
fn days(year: i64, month: i64, day: i64) -> i64 {
    let y = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (y.div_euclid(400), y.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[test]
fn no_exception_is_for_ever_or_outlives_its_library() {
    let read = |name: &str| std::fs::read_to_string(root().join(name)).unwrap();
    let (config, lock) = (read(".deny.toml"), read("Cargo.lock"));
    let today = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() / 86_400;
    let exceptions: Vec<&str> = config.lines().filter(|line| line.contains("id = \"RUSTSEC-")).collect();
    assert!(!exceptions.is_empty());
    for line in exceptions {
        let reason = line.split('"').nth(3).unwrap();
        let name = reason.split(',').next().unwrap();
        assert!(lock.contains(&format!("name = \"{name}\"\n")), "{name} is no longer there: {line}");
        let until = reason.rsplit_once("until ").expect("a day").1;
        let parts: Vec<i64> = until.split('-').map(|part| part.parse().unwrap()).collect();
        let [year, month, day] = parts[..] else { panic!("{until} is no day") };
        assert!(days(year, month, day) >= i64::try_from(today).unwrap(), "to be thought over again: {line}");
    }
}

#[test]
fn days_are_counted_as_the_clock_counts_them() {
    assert_eq!((days(1970, 1, 1), days(2000, 3, 1), days(2026, 11, 28)), (0, 11_017, 20_785));
}
