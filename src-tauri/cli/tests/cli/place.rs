//! A folder with passphrase files and, after `create`, a vault; and `kluis` run in it.
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

pub(crate) const PASSPHRASE: &str = "paard fiets molen kaas brug";

/// Weak on purpose: what a guess costs is not what these tests are about.
pub(crate) const KDF: [&str; 4] = ["--kdf-memory", "8", "--kdf-passes", "1"];

pub(crate) struct Place(TempDir);

impl Place {
    pub(crate) fn new() -> Self {
        let place = Place(tempfile::tempdir().expect("a folder"));
        place.write("own", PASSPHRASE);
        place.write("wrong", "paard fiets molen kaas brugg");
        place.write("viewer", "andere woorden voor de kijker");
        place
    }

    /// With a vault that Ria made as secretary.
    pub(crate) fn with_vault() -> Self {
        let place = Place::new();
        place.create();
        place
    }

    pub(crate) fn create(&self) -> Value {
        let args = ["create", "v.kluis", "--association", "Muziekvereniging Veldrade", "--user", "Ria"];
        self.ok(&[&args[..], &["--recovery-out", "sheet"], &KDF].concat())
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        self.write_bytes(name, text.as_bytes());
    }

    #[expect(clippy::disallowed_methods, reason = "a file of the test's own")]
    pub(crate) fn write_bytes(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.path(name), bytes).expect("a file");
    }

    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.run_in("nl_NL.UTF-8", args)
    }

    pub(crate) fn run_in(&self, language: &str, args: &[&str]) -> Output {
        self.command(language).args(args).output().expect("kluis runs")
    }

    /// A run that is given this on its standard input.
    pub(crate) fn given(&self, args: &[&str], input: &str) -> Output {
        use std::io::Write;
        let mut kluis = self.command("nl_NL.UTF-8");
        kluis.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = kluis.spawn().expect("kluis runs");
        // One that refuses what was typed does not read what is given.
        let _ = child.stdin.take().expect("its input").write_all(input.as_bytes());
        child.wait_with_output().expect("kluis ends")
    }

    /// A run that is given this on its standard input and must succeed; its one JSON document.
    #[track_caller]
    pub(crate) fn ok_given(&self, args: &[&str], input: &str) -> Value {
        let out = self.given(&[&["--json", "--passphrase-file", "own"], args].concat(), input);
        assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
        serde_json::from_slice(&out.stdout).expect("one JSON document")
    }

    pub(crate) fn command(&self, language: &str) -> Command {
        let mut kluis = Command::new(env!("CARGO_BIN_EXE_kluis"));
        kluis.current_dir(self.0.path()).env("LC_ALL", language).env("XDG_DATA_HOME", self.path("home"));
        kluis.env("TMPDIR", self.0.path());
        kluis
    }

    /// A run that must succeed; its one JSON document.
    #[track_caller]
    pub(crate) fn ok(&self, args: &[&str]) -> Value {
        let out = self.run(&[&["--json", "--passphrase-file", "own"], args].concat());
        assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
        serde_json::from_slice(&out.stdout).expect("one JSON document")
    }

    /// A run that must succeed, as a person sees it: the lines on stdout.
    #[track_caller]
    pub(crate) fn says(&self, language: &str, args: &[&str]) -> String {
        let out = self.run_in(language, &[&["--passphrase-file", "own"], args].concat());
        assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).expect("text")
    }

    /// A run that must be refused; the code. Nothing but the one JSON line is on stderr.
    #[track_caller]
    pub(crate) fn refused(&self, args: &[&str]) -> String {
        let out = self.run(&[&["--json"], args].concat());
        assert_eq!(out.status.code(), Some(1), "{args:?}: {}", String::from_utf8_lossy(&out.stdout));
        code(&out)
    }

    /// How a run with wrong usage ends: with 2, nothing on stdout, and a word on stderr.
    #[track_caller]
    pub(crate) fn wrong_usage(&self, args: &[&str]) -> String {
        let out = self.run(args);
        let said = String::from_utf8_lossy(&out.stderr).into_owned();
        assert_eq!((out.status.code(), out.stdout.len()), (Some(2), 0), "{args:?}: {said}");
        said
    }

    /// Adds somebody, who then chooses the passphrase of the vault's other passphrase file.
    pub(crate) fn add_viewer(&self) {
        let args = ["user-add", "v.kluis", "--name", "Kees", "--role", "viewer"];
        self.write("first", "zolder pinda kraan trompet");
        self.ok(&[&args[..], &["--new-passphrase-file", "first", "--user", "Ria"], &KDF].concat());
        let read = |name: &str| std::fs::read_to_string(self.path(name)).expect("a passphrase");
        let change = serde_json::json!({ "old": read("first"), "new": read("viewer") }).to_string();
        let args = ["call", "v.kluis", "vault_change_passphrase", "-", "--user", "Kees", "--passphrase-file", "first"];
        let out = self.given(&args, &change);
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    }

    /// Enters a person; the id.
    pub(crate) fn person(&self, given_name: &str, surname: &str) -> String {
        let request = serde_json::json!({ "given_name": given_name, "surname": surname }).to_string();
        let id = self.ok(&["call", "v.kluis", "people_create", &request]);
        id.as_str().expect("an id").to_owned()
    }

    pub(crate) fn folder_holds(&self, needle: &str) -> bool {
        let holds =
            |path: &Path| std::fs::read(path).is_ok_and(|b| b.windows(needle.len()).any(|w| w == needle.as_bytes()));
        let files = std::fs::read_dir(self.path("v.kluis")).expect("the vault").map(|e| e.expect("an entry").path());
        files.into_iter().any(|p| holds(&p))
    }
}

/// The code of a refusal; stderr is one JSON document.
#[track_caller]
pub(crate) fn code(out: &Output) -> String {
    let error: Value = serde_json::from_slice(&out.stderr).expect("one JSON document on stderr");
    error["error"]["code"].as_str().expect("a code").to_owned()
}
