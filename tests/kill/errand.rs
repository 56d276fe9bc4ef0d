//! Work that `kluis` cannot do, because it takes several commands in one session, or a keychain. It uses the same typed
//! commands, in a separate process: this test starts itself for that.
use crate::desk::RIA;
use crate::place::VAULT;
use acceptance::paper;
use acceptance::requests::{into_file, secret, secrets, unlock_as};
use ledenkluis_core::api::types::{
    ChooseVault, Nothing, RecoveryConfirm, RecoveryRequest, RecoverySave, Remember, UnlockDevice, UserId,
};
use ledenkluis_core::api::{Answer, call};
use ledenkluis_core::app::{App, DeviceKeys, Secret, SystemClock, TimeOrderedIds};
use ledenkluis_core::error::{Error, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The name of the test below.
pub(crate) const TEST: &str = "errand::what_is_killed";

/// The errand to run, as JSON; without it the test does nothing.
pub(crate) const ENV: &str = "LEDENKLUIS_KILL_ERRAND";

/// What is done in the other process.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) enum Errand {
    /// Makes a recovery sheet with the help of the previous one, saves it and types it back.
    Sheet { groups: Vec<String> },
    /// Unlocks with what this computer remembers of a user.
    Device { user: UserId },
    /// Makes this computer remember Ria, or forget her.
    Remember { on: bool },
}

/// What it prints on the way: each line says that something is done and must not be lost.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Done<'a> {
    /// The sheet is saved.
    Saved(&'a [String]),
    /// The sheet is confirmed.
    Groups(&'a [String]),
    /// The vault is open.
    Opened(bool),
    /// The computer remembers her, or no longer does.
    Remembers(bool),
}

/// The file that the sheet is saved to.
pub(crate) const PAPER: &str = "sheet.pdf";

/// Run by the other tests in a separate process; on its own it does nothing.
#[test]
fn what_is_killed() {
    let Ok(errand) = std::env::var(ENV) else { return };
    let errand: Errand = serde_json::from_str(&errand).expect("an errand");
    let mut app = application();
    let place = app.admit(std::path::absolute(VAULT).expect("a path"));
    ask(&mut app, call::vault_choose, ChooseVault { place });
    match errand {
        Errand::Sheet { groups } => sheet(&mut app, &groups),
        Errand::Device { user } => {
            ask(
                &mut app,
                call::vault_unlock_device,
                UnlockDevice { user, older_is_right: false, is_closed_elsewhere: false },
            );
            acknowledge(&Done::Opened(true));
        }
        Errand::Remember { on } => {
            open(&mut app);
            ask(&mut app, call::vault_remember, Remember { on, passphrase: secret(own()) });
            acknowledge(&Done::Remembers(on));
        }
    }
    ask(&mut app, call::vault_lock, Nothing {});
}

fn application() -> App {
    let here = std::path::absolute(".").expect("a path");
    let keychain = Arc::new(FileKeychain(here.join("keychain.json")));
    App::with(Arc::new(SystemClock), Arc::new(TimeOrderedIds), here.join("window"), &here.join("tmp"), keychain)
        .expect("an application")
}

fn ask<Q, A>(app: &mut App, command: impl FnOnce(&mut App, Q) -> Result<Answer<A>>, request: Q) -> A {
    command(app, request).expect("no refusal").value
}

fn own() -> String {
    std::fs::read_to_string(RIA.1).expect("a passphrase")
}

fn open(app: &mut App) {
    ask(app, call::vault_unlock, unlock_as(RIA.0, &own()));
}

/// Prints an answer. Not with `println`, which the test harness holds back until the end.
fn acknowledge(done: &Done<'_>) {
    let answer = serde_json::to_string(done).expect("JSON");
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n{answer}").and_then(|()| out.flush()).expect("a reader");
}

fn sheet(app: &mut App, before: &[String]) {
    open(app);
    let with_sheet = RecoveryRequest { passphrase: secret(own()), groups: Some(secrets(before)) };
    let asked = ask(app, call::vault_recovery_make, with_sheet);
    assert!(asked.lacks.is_empty(), "the previous sheet opens everything");
    let file = app.admit(std::path::absolute(PAPER).expect("a path"));
    ask(app, call::vault_recovery_save, RecoverySave { target: into_file(file) });
    let groups = groups_on(Path::new(PAPER));
    acknowledge(&Done::Saved(&groups));
    let [a, b] = asked.ask.map(|n| secret(&groups[usize::from(n) - 1]));
    ask(app, call::vault_recovery_confirm, RecoveryConfirm { a, b });
    acknowledge(&Done::Groups(&groups));
}

/// The groups as printed on a sheet: each letter by itself, and the number in front of each group. Empty if there is no
/// sheet.
pub(crate) fn groups_on(paper: &Path) -> Vec<String> {
    let Ok(pdf) = std::fs::read(paper) else { return vec![] };
    let words = paper::words_of(&pdf);
    let words: Vec<&str> = words.split_whitespace().collect();
    let is_group = |(number, group): (usize, &[&str])| {
        group[0] == (number + 1).to_string() && group[1..].iter().all(|letter| letter.len() == 1)
    };
    let are_groups = |codes: &&[&str]| codes.chunks(6).enumerate().all(is_group);
    let codes = words.windows(48).find(are_groups).unwrap_or_default();
    codes.chunks(6).map(|group| group[1..].concat()).collect()
}

/// A keychain in a file, so that it outlives the process.
struct FileKeychain(PathBuf);

impl FileKeychain {
    fn kept(&self) -> BTreeMap<String, Vec<u8>> {
        std::fs::read(&self.0).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    fn keep(&self, kept: &BTreeMap<String, Vec<u8>>) -> Result<()> {
        ledenkluis_core::app::write_whole(
            &self.0,
            &serde_json::to_vec(kept).map_err(std::io::Error::from).map_err(Error::from)?,
        )
    }
}

impl DeviceKeys for FileKeychain {
    fn get(&self, name: &str) -> Result<Option<Secret<Vec<u8>>>> {
        Ok(self.kept().remove(name).map(Secret::new))
    }
    fn set(&self, name: &str, secret: &Secret<Vec<u8>>) -> Result<()> {
        let mut kept = self.kept();
        kept.insert(name.to_owned(), secret.expose().clone());
        self.keep(&kept)
    }
    fn forget(&self, name: &str) -> Result<()> {
        let mut kept = self.kept();
        kept.remove(name);
        self.keep(&kept)
    }
}
