//! What the window left behind, seen from outside: the vault is whole, and of the person who was erased nothing is left in
//! any page of the database and any file of the folder.
use crate::screen::Outcome;
use acceptance::pages::{decrypted, files_below, standing_in};
use ledenkluis_core::api;
use ledenkluis_core::app::{App, NoDeviceKeys};
use ledenkluis_core::kernel::sealed::Compartment;
use serde_json::{Value, json};
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

/// The vault that the window made, and how to open it.
pub(crate) struct Left {
    folder: PathBuf,
    passphrase: String,
    kluis: PathBuf,
}

impl Left {
    /// Looks for the vault where the window puts new ones.
    pub(crate) fn find(program: &Path, passphrase: &str) -> Outcome<Self> {
        let home = std::env::var_os("XDG_DATA_HOME").ok_or("XDG_DATA_HOME is not set")?;
        let header = files_below(Path::new(&home)).into_iter().find(|p| p.ends_with("header.json"));
        let folder = header.and_then(|h| h.parent().map(Path::to_owned)).ok_or("no vault where one was made")?;
        Ok(Left { folder, passphrase: passphrase.to_owned(), kluis: program.with_file_name("kluis") })
    }

    /// Does nobody have the vault open?
    pub(crate) fn is_locked(&self) -> bool {
        File::open(self.folder.join("lock")).is_ok_and(|lock| lock.try_lock().is_ok())
    }

    /// `kluis` finds the vault whole and the erased person nowhere.
    pub(crate) fn kluis_agrees(&self, erased: &str, stays: &str) -> Outcome {
        if self.kluis(&["verify"])?["ok"] != true {
            return Err("kluis verify finds something wrong".into());
        }
        let found = |name: &str| -> Outcome<u64> {
            let people = self.kluis(&["people", "--all-fields", "--search", name])?.to_string();
            Ok(u64::from(people.contains(name)))
        };
        match (found(erased)?, found(stays)?) {
            (0, 1) => Ok(()),
            (erased, stays) => {
                Err(format!("kluis finds {erased} of who was erased and {stays} of who stays, not 0 and 1").into())
            }
        }
    }

    /// One verb of `kluis` on this vault; its one JSON document.
    fn kluis(&self, words: &[&str]) -> Outcome<Value> {
        let mut file = tempfile::NamedTempFile::new()?;
        file.write_all(self.passphrase.as_bytes())?;
        let mut command = Command::new(&self.kluis);
        command
            .arg(words[0])
            .arg(&self.folder)
            .args(&words[1..])
            .args(["--json", "--passphrase-file"])
            .arg(file.path());
        let done = command.output()?;
        if !done.status.success() {
            return Err(format!("kluis {}: {}", words[0], String::from_utf8_lossy(&done.stderr)).into());
        }
        Ok(serde_json::from_slice(&done.stdout)?)
    }

    /// Reads every page with the vault's own key, and every other file as it is.
    pub(crate) fn holds_nothing_of(&self, erased: &[&str], stays: &str) -> Outcome {
        let scratch = tempfile::tempdir()?;
        let home = scratch.path().join("home");
        let mut app = App::new(home, scratch.path(), Arc::new(NoDeviceKeys))?;
        let place = json!(app.admit(self.folder.clone()));
        let mut call = |command, request| api::try_dispatch(&mut app, command, request);
        call("vault_choose", json!({ "place": place }))?;
        call("vault_unlock", json!({ "passphrase": self.passphrase, "read_only": true }))?;
        let key = *app.session()?.keys().get(Compartment::Main)?.1.expose();
        let pages = decrypted(&self.folder.join("data.db"), &key).ok_or("the key does not fit")?;
        if standing_in(&pages, &[stays]).is_empty() {
            return Err("the pages were not read: who stays is not in them".into());
        }
        let mut everything = pages;
        for file in files_below(&self.folder) {
            everything.extend(std::fs::read(file)?);
        }
        let found = standing_in(&everything, erased);
        if found.is_empty() { Ok(()) } else { Err(format!("after the erasure the vault still holds {found:?}").into()) }
    }
}
