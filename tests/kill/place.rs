//! A folder with a vault and everything around it that a computer stores, of which each round gets a copy; and `kluis`,
//! run in it.
use acceptance::requests::unlock_as;
use ledenkluis_core::api::types::{ChooseVault, Nothing, Unlock};
use ledenkluis_core::api::{self, call};
use ledenkluis_core::app::{App, NoDeviceKeys, SystemClock, TimeOrderedIds};
use ledenkluis_core::error::Error;
use ledenkluis_core::kernel::files::identity;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use tempfile::TempDir;

/// The vault's folder, relative to the place.
pub(crate) const VAULT: &str = "v";

/// A user: their name, and the file in the place with their passphrase.
pub(crate) type Who = (&'static str, &'static str);

/// The program to be run and killed.
#[derive(Clone)]
pub(crate) enum Program {
    /// `kluis` as this user, with these arguments.
    Kluis(Who, Vec<String>),
    /// Work that needs several commands in one session, or a keychain: see `errand`.
    Errand(crate::errand::Errand),
}

/// How a run ended.
pub(crate) struct Ended {
    /// What was acknowledged: the JSON documents on stdout.
    pub(crate) answers: Vec<Value>,
    /// Was it killed?
    pub(crate) killed: bool,
    /// The error code, or whatever else was on stderr; empty if it succeeded.
    pub(crate) refused: String,
}

/// A temporary folder.
pub(crate) struct Place(TempDir);

impl Place {
    /// An empty place, in memory if the system has a folder for that: only the program is killed, not the computer.
    pub(crate) fn new() -> Self {
        let memory = Path::new("/dev/shm");
        let made = tempfile::Builder::new().prefix("kill-").tempdir_in(memory);
        let place = Place(made.or_else(|_| tempfile::tempdir()).expect("a folder"));
        fs::create_dir(place.path("tmp")).expect("a folder for what is temporary");
        place
    }

    /// A copy of the place.
    pub(crate) fn copy(&self) -> Self {
        let other = Place::new();
        copy_into(self.0.path(), other.0.path());
        other.same_disk();
        other
    }

    /// The note of who has the vault open names `data.db` by its number on the disk and when it was made. These files
    /// are a copy of that disk, so both are put right; a vault whose crash was copied elsewhere is looked at in the tests of the core.
    #[expect(clippy::disallowed_methods, reason = "files of the test's own")]
    pub(crate) fn same_disk(&self) {
        let (note, data) = (self.path("v/in-use.json"), self.path("v/data.db"));
        let (Ok(text), Ok(Some(found))) = (fs::read(&note), identity(&data)) else { return };
        let Ok(mut noted) = serde_json::from_slice::<serde_json::Value>(&text) else { return };
        if noted["data"].is_null() {
            return;
        }
        noted["data"] = serde_json::to_value(found).expect("an identity");
        fs::write(&note, noted.to_string()).expect("a file");
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    #[expect(clippy::disallowed_methods, reason = "a file of the test's own")]
    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("a file");
    }

    pub(crate) fn read(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.path(name)).ok()
    }

    /// The files in the vault's folder.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path(VAULT)).into_iter().flatten().flatten();
        let mut names: Vec<String> = entries.map(|e| e.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// The command line of the program; `around` is put in front of it.
    pub(crate) fn command(&self, program: &Program, around: &[String]) -> Command {
        let mut input = Stdio::null();
        let mut words: Vec<String> = around.to_vec();
        let this = std::env::current_exe().expect("this test");
        match program {
            Program::Kluis((name, file), args) => {
                words.push(text_of(&kluis(&this)));
                words.extend(["--json", "--user", name, "--passphrase-file", file].map(String::from));
                let mut args = args.clone();
                // A request may contain a secret, so `kluis` takes it from stdin, not from its arguments.
                if let [call, _, _, request] = args.as_mut_slice()
                    && call == "call"
                {
                    self.write("request", request);
                    input = fs::File::open(self.path("request")).expect("the request").into();
                    "-".clone_into(request);
                }
                words.extend(args);
            }
            Program::Errand(_) => {
                words.push(text_of(&this));
                words.extend(["--exact", crate::errand::TEST, "--test-threads=1", "--nocapture"].map(String::from));
            }
        }
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]).current_dir(self.0.path()).stdin(input);
        command.env("LC_ALL", "nl_NL.UTF-8").env("TMPDIR", self.path("tmp"));
        for home in ["HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"] {
            command.env(home, self.path("home"));
        }
        if let Program::Errand(errand) = program {
            command.env(crate::errand::ENV, serde_json::to_string(errand).expect("JSON"));
        }
        command
    }

    /// Runs the program to its end.
    pub(crate) fn run(&self, program: &Program) -> Ended {
        Ended::of(&self.command(program, &[]).output().expect("it runs"))
    }

    /// Runs `kluis` as a user. Returns its one document, or the error code.
    pub(crate) fn kluis(&self, who: Who, args: &[&str]) -> Result<Value, String> {
        let ended = self.run(&Program::Kluis(who, args.iter().map(|a| (*a).to_owned()).collect()));
        match (ended.refused.as_str(), ended.answers.into_iter().next()) {
            ("", Some(answer)) => Ok(answer),
            (code, _) => Err(code.to_owned()),
        }
    }

    /// Runs one command of the core, as `kluis call` does. Here and not in a process of its own: after every kill there are
    /// many, and starting them takes longer than what they do.
    pub(crate) fn call(&self, who: Who, command: &str, request: &Value) -> Result<Value, String> {
        self.called(who, command, request, false).map_err(|refused| refused.code().as_str().to_owned())
    }

    /// As `call`, in a vault that is opened to look only.
    pub(crate) fn look(&self, who: Who, command: &str, request: &Value) -> Result<Value, String> {
        self.called(who, command, request, true).map_err(|refused| refused.code().as_str().to_owned())
    }

    fn called(&self, (name, file): Who, command: &str, request: &Value, read_only: bool) -> Result<Value, Error> {
        let scratch = tempfile::tempdir_in(self.path("tmp"))?;
        let (clock, ids) = (Arc::new(SystemClock), Arc::new(TimeOrderedIds));
        let mut app = App::with(clock, ids, scratch.path().join("home"), scratch.path(), Arc::new(NoDeviceKeys))?;
        let place = app.admit(self.path(VAULT));
        call::vault_choose(&mut app, ChooseVault { place })?;
        if command != "vault_unlock_recovery" {
            let text = self.read(file).unwrap_or_default();
            let own = text.lines().next().unwrap_or_default();
            call::vault_unlock(&mut app, Unlock { read_only, ..unlock_as(name, own) })?;
        }
        let answer = api::try_dispatch(&mut app, command, request.clone())?.value;
        call::vault_lock(&mut app, Nothing {})?;
        app.set_aside().map_or(Ok(answer), |aside| Err(aside.error()))
    }
}

impl Ended {
    pub(crate) fn of(out: &Output) -> Self {
        use std::os::unix::process::ExitStatusExt;
        let (said, wrong) = (String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
        let error = wrong.lines().rev().find_map(|line| serde_json::from_str::<Value>(line).ok());
        let code = error.and_then(|e| Some(e["error"]["code"].as_str()?.to_owned()));
        // strace ends in the same way as the program it runs.
        let killed = out.status.signal() == Some(9) || out.status.code() == Some(128 + 9);
        let refused = if out.status.success() || killed { String::new() } else { code.unwrap_or(wrong.into_owned()) };
        Ended { answers: documents(&said), killed, refused }
    }
}

/// The JSON documents among the lines that a program printed.
pub(crate) fn documents(said: &str) -> Vec<Value> {
    let is_document = |line: &&str| line.starts_with(['{', '[', '"']);
    said.lines().filter(is_document).filter_map(|line| serde_json::from_str(line).ok()).collect()
}

/// The `kluis` that was built with this test.
fn kluis(test: &Path) -> PathBuf {
    let built = test.ancestors().nth(2).expect("the folder of the build").join("kluis");
    assert!(built.exists(), "{} is not built: cargo build --workspace --bins", built.display());
    built
}

fn text_of(path: &Path) -> String {
    path.to_str().expect("a path in letters").to_owned()
}

fn copy_into(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a folder").map(|e| e.expect("an entry")) {
        let (path, copy) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            fs::create_dir_all(&copy).expect("a folder");
            copy_into(&path, &copy);
        } else {
            fs::copy(&path, &copy).expect("a copy");
        }
    }
}
