//! Locks the vault when nobody is there: no sign of life for as long as the settings say, the computer going to sleep,
//! or its screen being locked, where the platform tells.
use crate::shell::Shell;
use std::thread;
use std::time::Duration;
use tauri::{AppHandle, Manager};

/// How often the idle clock is read.
const BEAT: Duration = Duration::from_secs(5);

/// Starts watching, for as long as the program runs.
pub(crate) fn start(app: &AppHandle) {
    let idle = app.clone();
    thread::spawn(move || {
        loop {
            thread::sleep(BEAT);
            let shell = idle.state::<Shell>();
            if shell.deserted() {
                shell.lock(&idle);
            }
        }
    });
    #[cfg(target_os = "linux")]
    logind::start(app.clone());
}

/// systemd's session keeper: says beforehand that the computer goes to sleep, and that a screen is locked.
#[cfg(target_os = "linux")]
mod logind {
    use super::Shell;
    use std::collections::HashMap;
    use std::thread;
    use tauri::{AppHandle, Manager};
    use zbus::blocking::{Connection, MessageIterator, Proxy};
    use zbus::zvariant::{OwnedFd, OwnedValue};
    use zbus::{MatchRule, Message};

    const NAME: &str = "org.freedesktop.login1";
    const PATH: &str = "/org/freedesktop/login1";

    /// What a message of logind means here.
    #[derive(PartialEq)]
    enum News {
        FallsAsleep,
        WakesUp,
        ScreenLocked,
        Nothing,
    }

    pub(super) fn start(app: AppHandle) {
        // Without logind (a container, another init) there is nothing to hear; the idle clock still runs.
        thread::spawn(move || {
            let _ = watch(&app);
        });
    }

    fn watch(app: &AppHandle) -> zbus::Result<()> {
        let bus = Connection::system()?;
        let manager = Proxy::new(&bus, NAME, PATH, "org.freedesktop.login1.Manager")?;
        let rule =
            MatchRule::builder().msg_type(zbus::message::Type::Signal).sender(NAME)?.path_namespace(PATH)?.build();
        let mut patience = delay_sleep(&manager);
        for message in MessageIterator::for_match_rule(rule, &bus, None)? {
            match news(&message?) {
                News::FallsAsleep => {
                    app.state::<Shell>().lock(app);
                    // Only now may the computer go on falling asleep: the keys are gone from its memory.
                    drop(patience.take());
                }
                News::WakesUp => patience = delay_sleep(&manager),
                News::ScreenLocked => app.state::<Shell>().lock(app),
                News::Nothing => {}
            }
        }
        Ok(())
    }

    /// Asks to be waited for; it ends when the answer is dropped.
    fn delay_sleep(manager: &Proxy<'_>) -> Option<OwnedFd> {
        manager.call("Inhibit", &("sleep", "Ledenkluis", "locks the vault", "delay")).ok()
    }

    fn news(message: &Message) -> News {
        let header = message.header();
        let interface = header.interface().map(|name| name.as_str());
        let member = header.member().map(|name| name.as_str());
        let body = message.body();
        match (interface, member) {
            (Some("org.freedesktop.login1.Manager"), Some("PrepareForSleep")) => match body.deserialize::<bool>() {
                Ok(true) => News::FallsAsleep,
                _ => News::WakesUp,
            },
            (Some("org.freedesktop.login1.Session"), Some("Lock")) => News::ScreenLocked,
            // Desktops that lock the screen themselves say so here.
            (Some("org.freedesktop.DBus.Properties"), Some("PropertiesChanged")) => {
                let changed = body.deserialize::<(String, HashMap<String, OwnedValue>, Vec<String>)>();
                let hint = changed.ok().and_then(|(_, mut values, _)| values.remove("LockedHint"));
                let locked = hint.is_some_and(|value| bool::try_from(value).unwrap_or(false));
                if locked { News::ScreenLocked } else { News::Nothing }
            }
            _ => News::Nothing,
        }
    }
}
