//! How much work one passphrase guess costs on this computer: about a second per unlock, never less than the floor.
use super::keys::{Cost, derive_slot_key};
use crate::error::Result;
use crate::kernel::secret::Passphrase;
use std::time::{Duration, Instant};

/// How long one unlock should take.
const TARGET: Duration = Duration::from_secs(1);

/// Measures this computer at the floor cost and scales the memory to the target.
///
/// # Errors
/// When there is not enough memory even for the floor.
pub(crate) fn calibrate() -> Result<Cost> {
    // The faster of two runs: other load on the computer must not make guesses cheaper.
    Ok(scale(measure()?.min(measure()?), memory_of_this_computer()))
}

/// The new cost, if an unlock at cost `now` took less than half the target, because computers get faster. `None` if it
/// is still expensive enough, or if this computer has no memory for more.
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

/// The cost for a computer that needs `measured` at the floor and has this much memory.
fn scale(measured: Duration, memory_kib: Option<u64>) -> Cost {
    let times = TARGET.as_secs_f64() / measured.as_secs_f64().max(0.001);
    let wanted = f64::from(Cost::FLOOR.memory_kib) * times;
    // At most a quarter of the memory: the vault must also open while a browser is running.
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

/// Total memory in KiB, where the system offers it in a file (Linux).
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
