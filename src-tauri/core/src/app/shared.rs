//! The application as a shell holds it: several threads come with requests, one at a time comes in, and whoever locks waits
//! for nobody who reads.
use super::App;
use crate::api::{self, Reply};
use crate::error::Result;
use crate::kernel::progress::{Progress, Turn};
use serde_json::Value;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The application under its one lock, and beside the lock what must not wait for it.
pub struct Shared {
    app: Mutex<App>,
    progress: Progress,
}

impl Shared {
    /// Takes the application over.
    pub fn new(app: App) -> Self {
        let progress = app.progress();
        Shared { app: Mutex::new(app), progress }
    }

    /// The application; waits for what is running.
    pub fn app(&self) -> MutexGuard<'_, App> {
        // A panic in the core rolled its transaction back when it passed; what the lock guards is whole.
        self.app.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How far the running job is, and asking it to stop. Waits for nothing.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// A turn for a request, as soon as it arrives.
    pub fn ask(&self) -> Turn {
        self.progress.ask()
    }

    /// Runs one command, and says whether it closed the vault that was open. One that locks stops first what it would have to wait
    /// for. The command is refused as the core refuses, and with `job.cancelled` when the vault was locked while it waited.
    pub fn call(&self, turn: Turn, command: &str, request: Value) -> (Result<Reply>, bool) {
        let shut = (command == api::LOCK).then(|| self.progress.shut());
        let mut app = self.app();
        drop(shut);
        let was_open = app.open().is_some();
        let reply = api::dispatch_in_turn(&mut app, turn, command, request);
        (reply, was_open && app.open().is_none())
    }

    /// Locks, whatever is running: it is asked to stop, and nothing else comes in before. Whether a vault was open.
    ///
    /// # Errors
    /// When a document for printing cannot be wiped; the vault is locked all the same.
    pub fn lock(&self) -> (bool, Result<()>) {
        let shut = self.progress.shut();
        let mut app = self.app();
        drop(shut);
        let was_open = app.open().is_some();
        (was_open, app.lock())
    }
}
