//! How much work a guess must cost on this computer: about a second for its owner, never less than the floor.
use super::keys::{Cost, derive_slot_key};
use crate::error::Result;
use crate::kernel::secret::Passphrase;
use std::time::{Duration, Instant};

/// How long an unlock may take here.
const TARGET: Duration = Duration::from_secs(1);

/// Measures this computer with the floor and scales the memory to the target.
///
/// # Errors
/// When even the floor's memory is not there.
pub(crate) fn calibrate() -> Result<Cost> {
    // The faster of two: what else the computer was doing must not make guesses cheaper.
    Ok(scale(measure()?.min(measure()?), memory_of_this_computer()))
}

/// What a guess must cost from now on, where one at cost `now` took less than half of what it should: computers get faster. `None`
/// where it is dear enough, or this computer has no memory for more.
pub(crate) fn raised(took: Duration, now: Cost) -> Option<Cost> {
    if took * 2 >= TARGET {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "a ratio of two small numbers")]
    let of_floor = Cost::FLOOR.work() as f64 / now.work().max(1) as f64;
    let cost = scale(took.mul_f64(of_floor), memory_of_this_computer());
    (cost.work() >= now.work() * 3 / 2).then_some(cost)
}

fn measure() -> Result<Duration> {
    let started = Instant::now();
    derive_slot_key(&Passphrase::new("only to measure".into()), &[0; 16], Cost::FLOOR)?;
    Ok(started.elapsed())
}

/// The cost for a computer that needs `measured` for the floor and has so much memory.
fn scale(measured: Duration, memory_kib: Option<u64>) -> Cost {
    let times = TARGET.as_secs_f64() / measured.as_secs_f64().max(0.001);
    let wanted = f64::from(Cost::FLOOR.memory_kib) * times;
    // A quarter of the memory at most: the vault must also open while a browser is running.
    let quarter = memory_kib.map_or(512 * 1024, |m| m / 4);
    let most = u32::try_from(quarter).unwrap_or(u32::MAX).clamp(Cost::FLOOR.memory_kib, Cost::MOST_MEMORY_KIB);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to a small positive range first"
    )]
    let memory_kib = wanted.clamp(f64::from(Cost::FLOOR.memory_kib), f64::from(most)) as u32;
    Cost { memory_kib: memory_kib / 1024 * 1024, ..Cost::FLOOR }
}

/// Total memory in KiB, where the system tells without further ado.
fn memory_of_this_computer() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/meminfo").ok()?;
    let line = text.lines().find(|l| l.starts_with("MemTotal:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fast_computer_pays_more_and_a_slow_one_the_floor() {
        let plenty = Some(16 * 1024 * 1024);
        assert_eq!(scale(Duration::from_millis(100), plenty).memory_kib, 640 * 1024);
        assert_eq!(scale(Duration::from_secs(5), plenty), Cost::FLOOR);
        assert_eq!(scale(Duration::from_millis(1), plenty).memory_kib, Cost::MOST_MEMORY_KIB);
    }

    #[test]
    fn never_more_than_a_quarter_of_the_memory_and_never_less_than_the_floor() {
        assert_eq!(scale(Duration::from_millis(50), Some(2 * 1024 * 1024)).memory_kib, 512 * 1024);
        assert_eq!(scale(Duration::from_millis(50), Some(100 * 1024)), Cost::FLOOR);
        assert!(scale(Duration::from_millis(50), None).is_sane());
    }
}
