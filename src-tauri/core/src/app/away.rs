//! Is somebody still there? What the computer says about itself, and what that means for an open vault. The shell hears
//! the messages; what they mean is decided here.
use crate::kernel::time::Timestamp;

/// The screen savers that say on the session bus, in one and the same way, that they became active.
const SAVERS: &[&str] = &[
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
];

/// Between two beats of the idle clock lie a few seconds. Where the wall clock says much more, the computer slept.
const SLEPT_MS: i64 = 45_000;

/// A message that the computer sent.
#[derive(Debug, Clone, Copy, Default)]
pub struct Signal<'m> {
    /// The D-Bus interface.
    pub interface: &'m str,
    /// The signal's name.
    pub member: &'m str,
    /// The object that sent it.
    pub path: &'m str,
    /// What it says, where that is yes or no: its only argument, or the property `LockedHint`.
    pub flag: Option<bool>,
}

/// What it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// The computer is about to sleep.
    FallsAsleep,
    /// It woke up.
    WakesUp,
    /// Its screen was locked.
    ScreenLocked,
    /// Nothing to us.
    Nothing,
}

/// What a signal means here. A session is somebody's on this computer: another's is not ours. Where nobody could tell
/// which is ours, every lock counts.
pub fn news(signal: Signal<'_>, own_session: Option<&str>) -> News {
    let is_ours = own_session.is_none_or(|own| own == signal.path);
    match (signal.interface, signal.member, signal.flag) {
        ("org.freedesktop.login1.Manager", "PrepareForSleep", Some(true)) => News::FallsAsleep,
        ("org.freedesktop.login1.Manager", "PrepareForSleep", _) => News::WakesUp,
        ("org.freedesktop.login1.Session", "Lock", _) if is_ours => News::ScreenLocked,
        // Desktops that lock the screen themselves say so in a property of the session.
        ("org.freedesktop.DBus.Properties", "PropertiesChanged", Some(true)) if is_ours => News::ScreenLocked,
        (saver, "ActiveChanged", Some(true)) if SAVERS.contains(&saver) => News::ScreenLocked,
        _ => News::Nothing,
    }
}

/// Did the computer sleep between two beats, without anybody having said so?
pub fn slept(before: Timestamp, now: Timestamp) -> bool {
    now.0.saturating_sub(before.0) > SLEPT_MS
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = "/org/freedesktop/login1/session/_32";
    const LOGIN: &str = "org.freedesktop.login1.Session";

    fn heard(interface: &str, member: &str, path: &str, flag: Option<bool>) -> News {
        news(Signal { interface, member, path, flag }, Some(OWN))
    }

    #[test]
    fn every_screen_saver_is_understood_when_it_starts_and_not_when_it_ends() {
        for saver in SAVERS {
            assert_eq!(heard(saver, "ActiveChanged", "/ScreenSaver", Some(true)), News::ScreenLocked, "{saver}");
            assert_eq!(heard(saver, "ActiveChanged", "/ScreenSaver", Some(false)), News::Nothing, "{saver}");
        }
        assert_eq!(heard("org.voorbeeld.Speler", "ActiveChanged", "/", Some(true)), News::Nothing);
    }

    #[test]
    fn only_our_own_session_counts_and_every_one_where_ours_is_unknown() {
        let other = "/org/freedesktop/login1/session/_33";
        assert_eq!(heard(LOGIN, "Lock", OWN, None), News::ScreenLocked);
        assert_eq!(heard(LOGIN, "Lock", other, None), News::Nothing);
        assert_eq!(heard(LOGIN, "Unlock", OWN, None), News::Nothing);
        let hint = |path, flag| heard("org.freedesktop.DBus.Properties", "PropertiesChanged", path, flag);
        assert_eq!(hint(OWN, Some(true)), News::ScreenLocked);
        assert_eq!(hint(OWN, Some(false)), News::Nothing);
        assert_eq!(hint(OWN, None), News::Nothing);
        assert_eq!(hint(other, Some(true)), News::Nothing);
        let lock = Signal { interface: LOGIN, member: "Lock", path: other, flag: None };
        assert_eq!(news(lock, None), News::ScreenLocked);
    }

    #[test]
    fn sleep_is_heard_before_and_after() {
        let sleep = |flag| heard("org.freedesktop.login1.Manager", "PrepareForSleep", "/org/freedesktop/login1", flag);
        assert_eq!(sleep(Some(true)), News::FallsAsleep);
        assert_eq!(sleep(Some(false)), News::WakesUp);
    }

    #[test]
    fn a_leap_of_the_clock_is_sleep_and_a_beat_or_a_clock_set_back_is_not() {
        let at = |seconds: i64| Timestamp(1_800_000_000_000 + seconds * 1000);
        assert!(!slept(at(0), at(5)));
        assert!(!slept(at(0), at(20)), "a busy computer");
        assert!(slept(at(0), at(60)));
        assert!(!slept(at(3600), at(0)));
    }
}
