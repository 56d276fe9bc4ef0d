//! What the window holds: the application under its one lock, and the idle clock.
use crate::device_key::Keychain;
use crate::page;
use ledenkluis_core::api::{self, Reply};
use ledenkluis_core::app::{App, FaultLog, Idle, Progress, Shared};
use ledenkluis_core::error::{Error, ErrorView};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::{Arc, MutexGuard};
use tauri::AppHandle;

/// The state of the window.
pub(crate) struct Shell {
    shared: Shared,
    idle: Idle,
    pub(crate) faults: FaultLog,
}

impl Shell {
    /// No vault open yet.
    pub(crate) fn new(home: PathBuf, scratch: &Path, log: &Path) -> Result<Self, Error> {
        let shared = Shared::new(App::new(home, scratch, Arc::new(Keychain))?);
        Ok(Self { shared, idle: Idle::default(), faults: FaultLog::new(log) })
    }

    /// The application; waits for what is running.
    pub(crate) fn app(&self) -> MutexGuard<'_, App> {
        self.shared.app()
    }

    /// How far work is, and asking it to stop. Outside the lock, so that a cancel reaches work that holds it.
    pub(crate) fn progress(&self) -> &Progress {
        self.shared.progress()
    }

    /// One command of the core, and whether it closed the vault that was open. A fault goes to the log under the number that
    /// the page shows.
    pub(crate) fn call(&self, command: &str, request: Value) -> (Result<Reply, ErrorView>, bool) {
        let (done, closed) = self.shared.call(self.shared.ask(), command, request);
        self.still_here();
        (done.map_err(|error| self.faults.view(&error)), closed)
    }

    /// Chooses the vault that the command line names; the page tells what is wrong with it.
    pub(crate) fn choose(&self, vault: PathBuf) {
        let place = self.app().admit(vault);
        let _ = self.call("vault_choose", json!({ "place": place }));
    }

    /// Somebody is at the keyboard.
    pub(crate) fn still_here(&self) {
        self.idle.still_here();
    }

    /// Whether nobody has been at the keyboard of an open vault for as long as its settings allow, and nothing runs for him.
    pub(crate) fn deserted(&self) -> bool {
        !self.progress().runs() && self.idle.is_over()
    }

    /// Stops what is running, locks, and starts the page anew so that nothing of a person stays in it.
    pub(crate) fn lock(&self, handle: &AppHandle) {
        let (was_open, locked) = self.shared.lock();
        if let Err(error) = locked {
            self.faults.view(&error);
        }
        if was_open {
            page::start_anew(handle);
            self.follow(handle);
        }
    }

    /// Follows what changed about the vault: the title names the association, so that two computers side by side can be
    /// told apart, and never a person; the patience is what the user set.
    pub(crate) fn follow(&self, handle: &AppHandle) {
        let reply = api::dispatch(&mut self.app(), "vault_state", json!({}));
        let state = reply.map(|reply| reply.value).unwrap_or_default();
        self.idle.bear(state["me"]["idle_minutes"].as_u64());
        let name = state["association"].as_str().map(|name| format!(", {name}")).unwrap_or_default();
        if let Some(window) = page::window(handle) {
            let _ = window.set_title(&format!("Ledenkluis{name}"));
        }
    }
}
