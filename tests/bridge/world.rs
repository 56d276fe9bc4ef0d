//! The application's surroundings in the bridge: its home, the answers to its dialogs, and the files it asked to view.
use acceptance::MemoryKeychain;
use ledenkluis_core::api::Shared;
use ledenkluis_core::api::types::Nothing;
use ledenkluis_core::app::{
    App, Chosen, Clock, Date, DeviceKeys, FileToken, FixedClock, NoDeviceKeys, SystemClock, TimeOrderedIds, Timestamp,
};
use ledenkluis_core::error::{Code, Error, ErrorView};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tempfile::TempDir;

/// The application and its simulated surroundings.
pub(crate) struct World {
    home: TempDir,
    clock: Mutex<Arc<dyn Clock>>,
    keychain: Arc<dyn DeviceKeys>,
    /// Replaced on restart.
    shared: Mutex<Arc<Shared>>,
    dialogs: Mutex<VecDeque<Option<PathBuf>>>,
    viewed: Mutex<Vec<String>>,
}

/// How a request from the page ends.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Answered<T> {
    Ok(T),
    Error(ErrorView),
}

#[derive(Deserialize)]
struct Call {
    command: String,
    #[serde(default)]
    request: Value,
}

#[derive(Deserialize)]
struct ByToken {
    file: FileToken,
}

#[derive(Deserialize)]
struct NextDay {
    today: Option<String>,
}

#[derive(Deserialize)]
struct NextDialog {
    path: Option<PathBuf>,
}

impl World {
    /// An application with an empty home, on the given date if there is one, with a keychain in memory or none.
    pub(crate) fn new(today: Option<&str>, keychain: bool) -> Result<Self, String> {
        let home = tempfile::Builder::new().prefix("ledenkluis-bridge-").tempdir().map_err(|why| why.to_string())?;
        let clock = clock(today)?;
        let keychain: Arc<dyn DeviceKeys> =
            if keychain { Arc::new(MemoryKeychain::default()) } else { Arc::new(NoDeviceKeys) };
        let shared = Mutex::new(start(&home, &clock, &keychain).map_err(|error| error.log_line())?);
        let clock = Mutex::new(clock);
        Ok(Self { home, clock, keychain, shared, dialogs: Mutex::default(), viewed: Mutex::default() })
    }

    fn shared(&self) -> Arc<Shared> {
        Arc::clone(&held(&self.shared))
    }

    /// Answers a request from the UI or from the test. Paths below `/test/` are for the test.
    pub(crate) fn answer(&self, path: &str, body: Value) -> Value {
        match path {
            "/rpc" => self.typed(body, |call: Call| self.rpc(&call.command, call.request)),
            "/job/progress" => as_json(self.shared().progress().counts()),
            "/job/cancel" => {
                self.shared().progress().cancel();
                as_json(Nothing {})
            }
            "/dialog/open" => self.dialog(App::chosen),
            "/dialog/save" => self.dialog(App::chosen_to_save),
            "/dialog/view" => self.typed(body, |wanted: ByToken| self.view(wanted.file)),
            "/test/dialog" => self.typed(body, |next: NextDialog| {
                held(&self.dialogs).push_back(next.path);
                as_json(Nothing {})
            }),
            // To the UI, a dropped file is like a chosen one.
            "/test/drop" => self.typed(body, |dropped: NextDialog| {
                held(&self.dialogs).push_front(dropped.path);
                self.dialog(App::chosen)
            }),
            "/test/viewed" => as_json(&*held(&self.viewed)),
            "/test/home" => as_json(self.home.path()),
            "/test/restart" => self.typed(body, |next: NextDay| self.restart(next.today.as_deref())),
            _ => refusal(&Error::new(Code::CommandUnknown)),
        }
    }

    fn typed<T: for<'de> Deserialize<'de>>(&self, body: Value, f: impl FnOnce(T) -> Value) -> Value {
        match serde_json::from_value(body) {
            Ok(request) => f(request),
            Err(why) => refusal(&Error::broken(why)),
        }
    }

    fn rpc(&self, command: &str, request: Value) -> Value {
        let shared = self.shared();
        match shared.call(shared.ask(), command, request).0 {
            Ok(reply) => as_json(Answered::Ok(reply)),
            Err(error) => refusal(&error),
        }
    }

    fn dialog(&self, take: fn(&App, PathBuf) -> Chosen) -> Value {
        let Some(path) = held(&self.dialogs).pop_front().flatten() else { return Value::Null };
        as_json(take(&self.shared().app(), path))
    }

    fn view(&self, token: FileToken) -> Value {
        let path = self.shared().app().path_of(token);
        match path {
            Ok(path) => {
                held(&self.viewed).push(path.display().to_string());
                as_json(Answered::Ok(Nothing {}))
            }
            Err(error) => refusal(&error),
        }
    }

    /// Simulates ending the program and starting it again, possibly on another date.
    fn restart(&self, today: Option<&str>) -> Value {
        match today.map(|day| clock(Some(day))).transpose() {
            Ok(Some(other)) => *held(&self.clock) = other,
            Ok(None) => {}
            Err(why) => return refusal(&Error::broken(why)),
        }
        let mut shared = held(&self.shared);
        drop(shared.lock());
        match start(&self.home, &held(&self.clock), &self.keychain) {
            Ok(fresh) => {
                *shared = fresh;
                as_json(Nothing {})
            }
            Err(error) => refusal(&error),
        }
    }
}

/// The computer's own clock, or one that stands still at noon on a given date.
fn clock(today: Option<&str>) -> Result<Arc<dyn Clock>, String> {
    let Some(day) = today else { return Ok(Arc::new(SystemClock)) };
    let day: Date = day.parse().map_err(|_| format!("{day} is not a date"))?;
    Ok(Arc::new(FixedClock(Timestamp::noon_of(day))))
}

fn start(home: &TempDir, clock: &Arc<dyn Clock>, keychain: &Arc<dyn DeviceKeys>) -> Result<Arc<Shared>, Error> {
    let (vaults, scratch) = (home.path().join("vaults"), home.path().join("scratch"));
    let app = App::with(Arc::clone(clock), Arc::new(TimeOrderedIds), vaults, &scratch, Arc::clone(keychain))?;
    Ok(Arc::new(Shared::new(app)))
}

/// A refusal, as the page gets it.
pub(crate) fn refusal(error: &Error) -> Value {
    eprintln!("{}", error.log_line());
    as_json(Answered::<Nothing>::Error(error.view()))
}

fn as_json(answer: impl Serialize) -> Value {
    serde_json::to_value(answer).unwrap_or_default()
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
