//! What the window holds: the application under its one lock, the progress of long work beside it, and the idle clock.
use crate::device_key::Keychain;
use ledenkluis_core::api::{self, Reply};
use ledenkluis_core::app::{App, FaultLog, Progress};
use ledenkluis_core::error::{Error, ErrorView};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tauri::{AppHandle, Emitter, Manager};

/// Told to the page when the vault was locked by something other than the page.
const LOCKED: &str = "locked";

/// The state of the window.
pub(crate) struct Shell {
    app: Mutex<App>,
    /// Outside the lock, so that a cancel reaches work that holds it.
    pub(crate) progress: Progress,
    last_sign_of_life: Mutex<Instant>,
    patience: Mutex<Option<Duration>>,
    pub(crate) faults: FaultLog,
}

impl Shell {
    /// No vault open yet.
    pub(crate) fn new(home: PathBuf, scratch: &Path, log: &Path) -> Result<Self, Error> {
        let app = App::new(home, scratch, Arc::new(Keychain))?;
        let progress = app.progress();
        let (last_sign_of_life, patience) = (Mutex::new(Instant::now()), Mutex::new(None));
        Ok(Self { app: Mutex::new(app), progress, last_sign_of_life, patience, faults: FaultLog::new(log) })
    }

    /// The application; waits for what is running.
    pub(crate) fn app(&self) -> MutexGuard<'_, App> {
        held(&self.app)
    }

    /// One command of the core. A fault goes to the log under the number that the page shows.
    pub(crate) fn call(&self, command: &str, request: Value) -> Result<Reply, ErrorView> {
        let done = api::try_dispatch(&mut self.app(), command, request);
        self.still_here();
        done.map_err(|error| self.faults.view(&error))
    }

    /// Chooses the vault that the command line names; the page tells what is wrong with it.
    pub(crate) fn choose(&self, vault: PathBuf) {
        let place = self.app().admit(vault);
        let _ = self.call("vault_choose", json!({ "place": place }));
    }

    /// Somebody is at the keyboard.
    pub(crate) fn still_here(&self) {
        *held(&self.last_sign_of_life) = Instant::now();
    }

    /// Whether nobody has been at the keyboard of an open vault for as long as its settings allow, and nothing runs for him.
    pub(crate) fn deserted(&self) -> bool {
        self.progress.counts().1 == 0
            && held(&self.patience).is_some_and(|patience| held(&self.last_sign_of_life).elapsed() >= patience)
    }

    /// Stops what is running, locks, and tells the page so that all personal data leaves it.
    pub(crate) fn lock(&self, handle: &AppHandle) {
        self.progress.cancel();
        let mut app = self.app();
        let was_open = app.open().is_some();
        if let Err(error) = app.lock() {
            self.faults.view(&error);
        }
        drop(app);
        if was_open {
            let _ = handle.emit(LOCKED, ());
            self.follow(handle);
        }
    }

    /// Follows what changed about the vault: the title names the association, so that two computers side by side can be
    /// told apart, and never a person; the patience is what the user set.
    pub(crate) fn follow(&self, handle: &AppHandle) {
        let reply = api::dispatch(&mut self.app(), "vault_state", json!({}));
        let state = reply.map(|reply| reply.value).unwrap_or_default();
        let minutes = state["me"]["idle_minutes"].as_u64().filter(|minutes| *minutes > 0);
        *held(&self.patience) = minutes.map(|minutes| Duration::from_secs(minutes * 60));
        let title = match state["association"].as_str() {
            Some(association) => format!("Ledenkluis, {association}"),
            None => "Ledenkluis".to_string(),
        };
        if let Some(window) = handle.get_webview_window("main") {
            let _ = window.set_title(&title);
        }
    }
}

/// A panic in the core rolled its transaction back; what the lock guards is whole.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
