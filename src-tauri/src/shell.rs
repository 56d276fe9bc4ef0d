//! What the window holds: the application under its one lock, and the idle clock.
use crate::device_key::Keychain;
use crate::page;
use ledenkluis_core::api::types::{ChooseVault, Nothing};
use ledenkluis_core::api::{Reply, Shared, call};
use ledenkluis_core::app::{App, FaultLog, Idle, Progress};
use ledenkluis_core::error::{Error, ErrorView};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::{Arc, MutexGuard};
use std::time::Instant;
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
        let mut app = self.app();
        let place = app.admit(vault);
        if let Err(error) = call::vault_choose(&mut app, ChooseVault { place }) {
            self.faults.view(&error);
        }
    }

    /// Somebody is at the keyboard.
    pub(crate) fn still_here(&self) {
        self.idle.still_here();
    }

    /// Whether nobody has been at the keyboard of an open vault for as long as its settings allow, and nothing runs for him.
    pub(crate) fn deserted(&self) -> bool {
        self.is_deserted_at(Instant::now())
    }

    fn is_deserted_at(&self, now: Instant) -> bool {
        !self.progress().runs() && self.idle.is_over_at(now)
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

    /// Follows what changed about the vault: its title, and the patience of the idle clock.
    pub(crate) fn follow(&self, handle: &AppHandle) {
        if let (Some(title), Some(window)) = (self.heed(), page::window(handle)) {
            let _ = window.set_title(&title);
        }
    }

    /// Sets the patience to what the user chose. Returns the title: it names the association, so that two computers side by side can be
    /// told apart, and never a person. When the state cannot be read, both stay as they are: an open vault still locks itself.
    fn heed(&self) -> Option<String> {
        let state = match call::vault_state(&mut self.app(), Nothing {}) {
            Ok(answer) => answer.value,
            Err(error) => {
                self.faults.view(&error);
                return None;
            }
        };
        self.idle.bear(state.me.as_ref().map(|me| u64::from(me.idle_minutes)));
        Some(state.association.map_or_else(|| "Ledenkluis".to_owned(), |name| format!("Ledenkluis, {name}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledenkluis_core::api::types::{AssociationKind, NewVault, SettingsChange};
    use ledenkluis_core::app::{NoDeviceKeys, Passphrase};
    use ledenkluis_core::ops::Role;
    use ledenkluis_core::text::Language;
    use std::time::Duration;

    const PASSPHRASE: &str = "zeven zachte zeehonden zwemmen zingend";

    /// The shell as the window has it, from a program that was started long ago.
    fn shell(folder: &Path) -> Shell {
        let app = App::new(folder.join("home"), &folder.join("scratch"), Arc::new(NoDeviceKeys)).unwrap();
        Shell { shared: Shared::new(app), idle: Idle::default(), faults: FaultLog::new(folder) }
    }

    fn minutes(n: u64) -> Duration {
        Duration::from_secs(n * 60)
    }

    #[test]
    fn an_open_vault_at_which_nobody_sits_is_deserted_after_the_minutes_of_its_settings() {
        let folder = tempfile::tempdir().unwrap();
        let shell = shell(folder.path());
        let is_deserted_after = |n| shell.is_deserted_at(Instant::now() + minutes(n));
        assert_eq!(shell.heed().as_deref(), Some("Ledenkluis"));
        assert!(!is_deserted_after(10_000), "no vault is open");
        let request = NewVault {
            place: None,
            association: "Harmonie".to_owned(),
            kind: AssociationKind::Association,
            privacy_email: String::new(),
            country: "NL".to_owned(),
            language: Language::Nl,
            user_name: "Ria".to_owned(),
            roles: vec![Role::Secretary],
            passphrase: Passphrase::new(PASSPHRASE.to_owned()),
            kdf: None,
        };
        call::vault_create(&mut shell.app(), request).unwrap();
        let two_minutes = SettingsChange { idle_minutes: Some(2), ..SettingsChange::default() };
        call::settings_set(&mut shell.app(), two_minutes).unwrap();
        assert_eq!(shell.heed().as_deref(), Some("Ledenkluis, Harmonie"));
        assert!(!is_deserted_after(1) && is_deserted_after(2));
        assert!(!shell.deserted());
        // As the page asks it: in JSON, and without a request.
        let (locked, closed) = shell.call("vault_lock", Value::Null);
        assert!(locked.is_ok() && closed);
        shell.heed();
        assert!(!is_deserted_after(10_000), "and it is closed again");
    }
}
