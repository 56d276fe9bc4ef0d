//! What stands around the application here: its home, the answers to its dialogs, and what it asked the viewer to show.
use ledenkluis_core::app::{
    App, Chosen, Clock, Date, FileToken, FixedClock, NoDeviceKeys, Shared, SystemClock, TimeOrderedIds, Timestamp,
};
use ledenkluis_core::error::{Error, ErrorView};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tempfile::TempDir;

/// The application and the person around it.
pub(crate) struct World {
    home: TempDir,
    clock: Arc<dyn Clock>,
    /// Another one after a restart.
    shared: Mutex<Arc<Shared>>,
    dialogs: Mutex<VecDeque<Option<PathBuf>>>,
    viewed: Mutex<Vec<String>>,
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
struct NextDialog {
    path: Option<PathBuf>,
}

impl World {
    /// With an empty home; on another day if one is given.
    pub(crate) fn new(today: Option<&str>) -> Result<Self, String> {
        let home = tempfile::Builder::new().prefix("ledenkluis-bridge-").tempdir().map_err(|why| why.to_string())?;
        let clock: Arc<dyn Clock> = match today {
            Some(day) => {
                let day: Date = day.parse().map_err(|_| format!("{day} is not a date"))?;
                Arc::new(FixedClock(Timestamp::noon_of(day)))
            }
            None => Arc::new(SystemClock),
        };
        let shared = Mutex::new(start(&home, &clock).map_err(|error| error.log_line())?);
        Ok(Self { home, clock, shared, dialogs: Mutex::default(), viewed: Mutex::default() })
    }

    fn shared(&self) -> Arc<Shared> {
        Arc::clone(&held(&self.shared))
    }

    /// Answers one request of the page or of the test. Those below `/test/` are the test's.
    pub(crate) fn answer(&self, path: &str, body: Value) -> Value {
        match path {
            "/rpc" => self.typed(body, |call: Call| self.rpc(&call.command, call.request)),
            "/job/progress" => json!(self.shared().progress().counts()),
            "/job/cancel" => {
                self.shared().progress().cancel();
                json!({})
            }
            "/dialog/open" => self.dialog(App::chosen),
            "/dialog/save" => self.dialog(App::chosen_to_save),
            "/dialog/view" => self.typed(body, |wanted: ByToken| self.view(wanted.file)),
            "/test/dialog" => self.typed(body, |next: NextDialog| {
                held(&self.dialogs).push_back(next.path);
                json!({})
            }),
            // The page hears of a file that was dropped as of one that was chosen.
            "/test/drop" => self.typed(body, |dropped: NextDialog| {
                held(&self.dialogs).push_front(dropped.path);
                self.dialog(App::chosen)
            }),
            "/test/viewed" => json!(*held(&self.viewed)),
            "/test/home" => json!(self.home.path()),
            "/test/restart" => self.restart(),
            _ => json!({ "error": { "code": "command.unknown", "kind": "missing", "args": {}, "fields": [] } }),
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
            Ok(reply) => json!({ "ok": reply }),
            Err(error) => refusal(&error),
        }
    }

    fn dialog(&self, take: fn(&App, PathBuf) -> Chosen) -> Value {
        let Some(path) = held(&self.dialogs).pop_front().flatten() else { return Value::Null };
        json!(take(&self.shared().app(), path))
    }

    fn view(&self, token: FileToken) -> Value {
        let path = self.shared().app().path_of(token);
        match path {
            Ok(path) => {
                held(&self.viewed).push(path.display().to_string());
                json!({ "ok": {} })
            }
            Err(error) => refusal(&error),
        }
    }

    /// As if the program was ended and started again.
    fn restart(&self) -> Value {
        let mut shared = held(&self.shared);
        drop(shared.lock());
        match start(&self.home, &self.clock) {
            Ok(fresh) => {
                *shared = fresh;
                json!({})
            }
            Err(error) => refusal(&error),
        }
    }
}

fn start(home: &TempDir, clock: &Arc<dyn Clock>) -> Result<Arc<Shared>, Error> {
    let (vaults, scratch) = (home.path().join("vaults"), home.path().join("scratch"));
    let app = App::with(Arc::clone(clock), Arc::new(TimeOrderedIds), vaults, &scratch, Arc::new(NoDeviceKeys))?;
    Ok(Arc::new(Shared::new(app)))
}

fn refusal(error: &Error) -> Value {
    eprintln!("{}", error.log_line());
    let view: ErrorView = error.view();
    json!({ "error": view })
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
