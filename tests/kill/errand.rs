//! Work that `kluis` cannot do, because it takes several commands in one session, or a keychain. It goes through the
//! same entry point, `api::dispatch`, in a separate process: this test starts itself for that.
use crate::desk::RIA;
use crate::place::VAULT;
use acceptance::paper;
use ledenkluis_core::api;
use ledenkluis_core::app::{App, DeviceKeys, Secret, SystemClock, TimeOrderedIds};
use ledenkluis_core::error::{Error, Result};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The name of the test below.
pub(crate) const TEST: &str = "errand::what_is_killed";

/// The errand to run; without it the test does nothing.
pub(crate) const ENV: &str = "LEDENKLUIS_KILL_ERRAND";

/// The file that the sheet is saved to.
pub(crate) const PAPER: &str = "sheet.pdf";

/// Run by the other tests in a separate process; on its own it does nothing.
#[test]
fn what_is_killed() {
    let Ok(errand) = std::env::var(ENV) else { return };
    let errand: Value = serde_json::from_str(&errand).expect("an errand");
    let mut app = application();
    let place = app.admit(std::path::absolute(VAULT).expect("a path"));
    call(&mut app, "vault_choose", json!({ "place": place }));
    match errand["errand"].as_str().expect("a name") {
        "sheet" => sheet(&mut app, &errand["groups"]),
        "device" => {
            call(&mut app, "vault_unlock_device", json!({ "user": errand["user"] }));
            acknowledge(&json!({ "opened": true }));
        }
        on => {
            open(&mut app);
            call(&mut app, "vault_remember", json!({ "on": on == "remember", "passphrase": own() }));
            acknowledge(&json!({ "done": on }));
        }
    }
    call(&mut app, "vault_lock", json!({}));
}

fn application() -> App {
    let here = std::path::absolute(".").expect("a path");
    let keychain = Arc::new(FileKeychain(here.join("keychain.json")));
    App::with(Arc::new(SystemClock), Arc::new(TimeOrderedIds), here.join("window"), &here.join("tmp"), keychain)
        .expect("an application")
}

fn call(app: &mut App, command: &str, request: Value) -> Value {
    match api::dispatch(app, command, request) {
        Ok(reply) => reply.value,
        Err(e) => panic!("{command}: {}", e.code),
    }
}

fn own() -> String {
    std::fs::read_to_string(RIA.1).expect("a passphrase")
}

fn open(app: &mut App) {
    call(app, "vault_unlock", json!({ "name": RIA.0, "passphrase": own() }));
}

/// Prints an answer. Not with `println`, which the test harness holds back until the end.
fn acknowledge(answer: &Value) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n{answer}").and_then(|()| out.flush()).expect("a reader");
}

fn sheet(app: &mut App, before: &Value) {
    open(app);
    let asked = call(app, "vault_recovery_make", json!({ "groups": before, "passphrase": own() }));
    assert_eq!(asked["lacks"], json!([]), "the sheet before opens everything");
    let file = app.admit(std::path::absolute(PAPER).expect("a path"));
    call(app, "vault_recovery_save", json!({ "target": { "to": "file", "file": file } }));
    let groups = groups_on(Path::new(PAPER));
    acknowledge(&json!({ "saved": groups }));
    let typed =
        |n: usize| groups[usize::try_from(asked["ask"][n].as_u64().expect("a number")).expect("small") - 1].clone();
    call(app, "vault_recovery_confirm", json!({ "a": typed(0), "b": typed(1) }));
    acknowledge(&json!({ "groups": groups }));
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
