//! Locks the vault when nobody is there: no sign of life for as long as the settings say, the computer going to sleep, or
//! its screen being locked, where the platform tells. What a message means is decided in the core.
use crate::shell::Shell;
use ledenkluis_core::app::{Clock, SystemClock, slept};
use std::thread;
use std::time::Duration;
use tauri::{AppHandle, Manager};

/// How often the idle clock is read.
const BEAT: Duration = Duration::from_secs(5);

/// Starts watching, for as long as the program runs.
pub(crate) fn start(app: &AppHandle) {
    let idle = app.clone();
    thread::spawn(move || {
        let mut last = SystemClock.now();
        loop {
            thread::sleep(BEAT);
            let (before, shell) = (last, idle.state::<Shell>());
            last = SystemClock.now();
            if shell.deserted() || slept(before, last) {
                shell.lock(&idle);
            }
        }
    });
    #[cfg(target_os = "linux")]
    bus::start(app);
}

/// systemd's session keeper says beforehand that the computer goes to sleep, and that a screen is locked; where a desktop
/// has a screen saver of its own, that one says so on the bus of the session.
#[cfg(target_os = "linux")]
mod bus {
    use super::Shell;
    use ledenkluis_core::app::{News, Signal, news};
    use std::collections::HashMap;
    use std::thread;
    use std::time::Duration;
    use tauri::{AppHandle, Manager};
    use zbus::blocking::{Connection, MessageIterator, Proxy};
    use zbus::zvariant::{OwnedFd, OwnedObjectPath, OwnedValue};
    use zbus::{MatchRule, Message, message::Type};

    const NAME: &str = "org.freedesktop.login1";
    const PATH: &str = "/org/freedesktop/login1";
    const AGAIN: Duration = Duration::from_secs(30);

    pub(super) fn start(app: &AppHandle) {
        for watch in [watch_logind, watch_savers] {
            let app = app.clone();
            thread::spawn(move || {
                loop {
                    // Without a bus there is nothing to hear; one that went away is looked for again.
                    let _ = watch(&app);
                    thread::sleep(AGAIN);
                }
            });
        }
    }

    fn watch_logind(app: &AppHandle) -> zbus::Result<()> {
        let bus = Connection::system()?;
        let manager = Proxy::new(&bus, NAME, PATH, "org.freedesktop.login1.Manager")?;
        let own = own_session(&manager);
        let rule = MatchRule::builder().msg_type(Type::Signal).sender(NAME)?.path_namespace(PATH)?.build();
        let mut patience = delay_sleep(&manager);
        for message in MessageIterator::for_match_rule(rule, &bus, None)? {
            let news = heard(&message?, own.as_deref());
            match news {
                News::FallsAsleep | News::ScreenLocked => app.state::<Shell>().lock(app),
                News::WakesUp => patience = delay_sleep(&manager),
                News::Nothing => {}
            }
            if news == News::FallsAsleep {
                // Only now may the computer go on falling asleep: the keys are gone from its memory.
                drop(patience.take());
            }
        }
        Ok(())
    }

    fn watch_savers(app: &AppHandle) -> zbus::Result<()> {
        let rule = MatchRule::builder().msg_type(Type::Signal).member("ActiveChanged")?.build();
        for message in MessageIterator::for_match_rule(rule, &Connection::session()?, None)? {
            if heard(&message?, None) == News::ScreenLocked {
                app.state::<Shell>().lock(app);
            }
        }
        Ok(())
    }

    /// Asks to be waited for; it ends when the answer is dropped.
    fn delay_sleep(manager: &Proxy<'_>) -> Option<OwnedFd> {
        manager.call("Inhibit", &("sleep", "Ledenkluis", "locks the vault", "delay")).ok()
    }

    fn own_session(manager: &Proxy<'_>) -> Option<String> {
        let by_name = || manager.call("GetSession", &std::env::var("XDG_SESSION_ID").ok()?).ok();
        let path: Option<OwnedObjectPath> = manager.call("GetSessionByPID", &std::process::id()).ok().or_else(by_name);
        path.map(|path| path.to_string())
    }

    fn heard(message: &Message, own_session: Option<&str>) -> News {
        let (header, body) = (message.header(), message.body());
        let hint = || {
            let (_, mut values, _) = body.deserialize::<(String, HashMap<String, OwnedValue>, Vec<String>)>().ok()?;
            bool::try_from(values.remove("LockedHint")?).ok()
        };
        let signal = Signal {
            interface: header.interface().map_or("", |name| name.as_str()),
            member: header.member().map_or("", |name| name.as_str()),
            path: header.path().map_or("", |path| path.as_str()),
            flag: body.deserialize().ok().or_else(hint),
        };
        news(signal, own_session)
    }
}
