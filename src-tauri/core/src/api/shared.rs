//! The application as a shell holds it. Several threads send requests and one runs at a time. A lock does not wait for
//! a running job to finish: it cancels the job first.
use super::{LOCK, Reply, dispatch_in_turn};
use crate::app::App;
use crate::error::Result;
use crate::kernel::progress::{Progress, Turn};
use serde_json::Value;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The application under its one lock, and next to it what must be reachable without that lock.
pub struct Shared {
    app: Mutex<App>,
    progress: Progress,
}

impl Shared {
    /// Requests reach the application one at a time from now on.
    pub fn new(app: App) -> Self {
        let progress = app.progress();
        Shared { app: Mutex::new(app), progress }
    }

    /// The application. Waits until the running request has finished.
    pub fn app(&self) -> MutexGuard<'_, App> {
        // A panic in the core has rolled back its transaction, so the data under a poisoned mutex is intact.
        self.app.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The progress of the running job, and the way to cancel it. Does not wait.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Hands out a turn. Call it as soon as a request arrives.
    pub fn ask(&self) -> Turn {
        self.progress.ask()
    }

    /// Runs one command. The bool is true if it closed an open vault. A lock first cancels the work it would otherwise
    /// wait for. Fails as the core does, and with `job.cancelled` when the vault was locked while the request waited.
    pub fn call(&self, turn: Turn, command: &str, request: Value) -> (Result<Reply>, bool) {
        let shut = (command == LOCK).then(|| self.progress.shut());
        let mut app = self.app();
        drop(shut);
        let was_open = app.open().is_some();
        let reply = dispatch_in_turn(&mut app, turn, command, request);
        (reply, was_open && app.open().is_none())
    }

    /// Locks the vault. Cancels the running work and lets no other request in first. The bool is true if a vault was
    /// open.
    ///
    /// # Errors
    /// When a document for printing cannot be wiped. The vault is locked even so.
    pub fn lock(&self) -> (bool, Result<()>) {
        let shut = self.progress.shut();
        let mut app = self.app();
        drop(shut);
        let was_open = app.open().is_some();
        (was_open, app.lock())
    }
}
