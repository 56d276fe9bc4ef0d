//! The idle clock: when was the last sign of life at the keyboard, and how long may it be ago.
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The idle clock. Shared with the shell outside the one lock, as `Progress` is.
pub struct Idle {
    last: Mutex<Instant>,
    patience: Mutex<Option<Duration>>,
}

impl Default for Idle {
    fn default() -> Self {
        Idle { last: Mutex::new(Instant::now()), patience: Mutex::new(None) }
    }
}

impl Idle {
    /// Somebody is at the keyboard.
    pub fn still_here(&self) {
        *held(&self.last) = Instant::now();
    }

    /// How many minutes without a sign of life an open vault bears; none where no vault is open.
    pub fn bear(&self, minutes: Option<u64>) {
        *held(&self.patience) = minutes.filter(|minutes| *minutes > 0).map(|minutes| Duration::from_secs(minutes * 60));
    }

    /// Has nobody been there for longer than that at this moment?
    pub fn is_over_at(&self, now: Instant) -> bool {
        let silence = now.saturating_duration_since(*held(&self.last));
        held(&self.patience).is_some_and(|patience| silence >= patience)
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_over_after_the_minutes_that_an_open_vault_bears() {
        let idle = Idle::default();
        let started = Instant::now();
        *held(&idle.last) = started;
        let after = |idle: &Idle, seconds| idle.is_over_at(started + Duration::from_secs(seconds));
        assert!(!after(&idle, 100_000), "no vault is open");
        idle.bear(Some(2));
        assert!(!after(&idle, 119));
        assert!(after(&idle, 120));
        idle.bear(Some(0));
        assert!(!after(&idle, 100_000));
        idle.bear(Some(2));
        idle.still_here();
        assert!(!idle.is_over_at(Instant::now()));
    }
}
