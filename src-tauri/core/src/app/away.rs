//! Detects that the user has left the computer. The shell receives the signals of the operating system; this decides
//! what they mean for an open vault.
use crate::kernel::time::Timestamp;

/// Screen savers that report on the session bus that they became active, all with the same signal.
const SAVERS: &[&str] = &[
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
];

/// The idle clock ticks every few seconds. If much more time than that passed between two ticks, the computer slept.
const SLEPT_MS: i64 = 45_000;

/// A D-Bus signal from the computer.
#[derive(Debug, Clone, Copy, Default)]
pub struct Signal<'m> {
    /// The D-Bus interface.
    pub interface: &'m str,
    /// The signal's name, such as `PrepareForSleep`.
    pub member: &'m str,
    /// The path of the object that sent it.
    pub path: &'m str,
    /// The yes-or-no value of the signal, if it has one: its only argument, or the property `LockedHint`.
    pub flag: Option<bool>,
}

/// The meaning of a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// The computer is about to sleep.
    FallsAsleep,
    /// The computer woke up.
    WakesUp,
    /// The screen was locked.
    ScreenLocked,
    /// Not relevant here.
    Nothing,
}

/// Interprets a signal. Other people's sessions on this computer do not count. If our own session is unknown, every
/// lock counts.
pub fn news(signal: Signal<'_>, own_session: Option<&str>) -> News {
    let is_ours = own_session.is_none_or(|own| own == signal.path);
    match (signal.interface, signal.member, signal.flag) {
        ("org.freedesktop.login1.Manager", "PrepareForSleep", Some(true)) => News::FallsAsleep,
        ("org.freedesktop.login1.Manager", "PrepareForSleep", _) => News::WakesUp,
        ("org.freedesktop.login1.Session", "Lock", _) if is_ours => News::ScreenLocked,
        // Desktops that lock the screen themselves report it in a property of the session.
        ("org.freedesktop.DBus.Properties", "PropertiesChanged", Some(true)) if is_ours => News::ScreenLocked,
        (saver, "ActiveChanged", Some(true)) if SAVERS.contains(&saver) => News::ScreenLocked,
        _ => News::Nothing,
    }
}

/// Whether the computer slept between two ticks without a signal.
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
