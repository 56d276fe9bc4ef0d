//! The binary itself, from outside: what it accepts, prints and leaves behind.
#![expect(clippy::expect_used, reason = "a test stops where something is not as it must be")]
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

const PASSPHRASE: &str = "paard fiets molen kaas brug";

/// A folder with passphrase files and, after `create`, a vault.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        let place = Place(tempfile::tempdir().expect("a folder"));
        place.write("own", PASSPHRASE);
        place.write("wrong", "paard fiets molen kaas brugg");
        place.write("viewer", "andere woorden voor de kijker");
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    #[expect(clippy::disallowed_methods, reason = "a file of the test's own")]
    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).expect("a file");
    }

    fn run(&self, args: &[&str]) -> Output {
        let kluis = env!("CARGO_BIN_EXE_kluis");
        Command::new(kluis)
            .current_dir(self.0.path())
            .env("LC_ALL", "nl_NL.UTF-8")
            .args(args)
            .output()
            .expect("kluis runs")
    }

    /// A run that must succeed; its one JSON document.
    #[track_caller]
    fn ok(&self, args: &[&str]) -> Value {
        let out = self.run(&[&["--json", "--passphrase-file", "own"], args].concat());
        assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
        serde_json::from_slice(&out.stdout).expect("one JSON document")
    }

    /// A run that must be refused; the code.
    #[track_caller]
    fn refused(&self, args: &[&str]) -> String {
        let out = self.run(&[&["--json"], args].concat());
        assert_eq!(out.status.code(), Some(1), "{args:?}: {}", String::from_utf8_lossy(&out.stdout));
        let error: Value = serde_json::from_slice(&out.stderr).expect("one JSON document on stderr");
        error["error"]["code"].as_str().expect("a code").to_owned()
    }

    fn create(&self) -> Value {
        let kdf = ["--kdf-memory", "64", "--kdf-passes", "3"];
        let args = [
            "create",
            "v.kluis",
            "--association",
            "Muziekvereniging Veldrade",
            "--user",
            "Ria",
            "--recovery-out",
            "sheet",
        ];
        self.ok(&[&args[..], &kdf[..]].concat())
    }

    fn folder_holds(&self, needle: &str) -> bool {
        let holds =
            |path: &Path| std::fs::read(path).is_ok_and(|b| b.windows(needle.len()).any(|w| w == needle.as_bytes()));
        let files = std::fs::read_dir(self.path("v.kluis")).expect("the vault").map(|e| e.expect("an entry").path());
        files.into_iter().any(|p| holds(&p))
    }
}

#[test]
fn a_vault_is_made_filled_searched_and_checked() {
    let place = Place::new();
    let made = place.create();
    assert!(made["vault_id"].is_string() && made["user_id"].is_string());
    let sheet = std::fs::read_to_string(place.path("sheet")).expect("the recovery key");
    assert_eq!(sheet.trim().split('-').count(), 8);
    let person =
        json!({ "given_name": "Anneke", "prefix": "van den", "surname": "Berg", "city": "Veldrade" }).to_string();
    let id = place.ok(&["call", "v.kluis", "people_create", &person]);
    let found = place.ok(&["people", "v.kluis", "--search", "annkee"]);
    assert_eq!((found["total"].clone(), found["people"][0]["id"].clone()), (json!(1), id));
    assert_eq!(place.ok(&["person", "v.kluis", "anneke berg"])["sort_name"], "Berg, Anneke van den");
    assert_eq!(place.ok(&["verify", "v.kluis"])["ok"], true);
    assert!(place.folder_holds("Ria"), "the looking itself must find what is there: display names may be read");
    for word in ["Anneke", "Berg", "Veldrade\u{0}", "anneke"] {
        assert!(!place.folder_holds(word), "{word} can be read in the folder");
    }
}

#[test]
fn each_refusal_has_its_code_and_its_sentence() {
    let place = Place::new();
    place.create();
    assert_eq!(place.refused(&["people", "v.kluis", "--passphrase-file", "wrong"]), "vault.wrong_passphrase");
    assert_eq!(place.refused(&["people", "nergens.kluis", "--passphrase-file", "own"]), "vault.missing");
    let create = ["create", "v.kluis", "--association", "A", "--user", "U", "--passphrase-file", "own"];
    assert_eq!(place.refused(&create), "vault.exists");
    let plain = place.run(&["people", "nergens.kluis", "--passphrase-file", "own"]);
    let said = String::from_utf8_lossy(&plain.stderr).into_owned();
    assert!(said.lines().next().is_some_and(|l| !l.contains('{')), "first a sentence: {said}");
    assert_eq!(place.run(&["people"]).status.code(), Some(2), "wrong usage");
    assert_eq!(place.run(&["vlieg"]).status.code(), Some(2), "wrong usage");
}

#[test]
fn a_viewer_writes_nothing_and_every_try_stays_in_the_trail() {
    let place = Place::new();
    place.create();
    let kdf = ["--kdf-memory", "64", "--kdf-passes", "3"];
    place.ok(&[
        &[
            "user-add",
            "v.kluis",
            "--name",
            "Kees",
            "--role",
            "viewer",
            "--new-passphrase-file",
            "viewer",
            "--user",
            "Ria",
        ],
        &kdf[..],
    ]
    .concat());
    let nobody = json!({ "surname": "Proef" }).to_string();
    let as_viewer = ["--user", "Kees", "--passphrase-file", "viewer"];
    let refused = place.refused(&[&["call", "v.kluis", "people_create", &nobody], &as_viewer[..]].concat());
    assert_eq!(refused, "permission.denied");
    let trail = place.ok(&["call", "v.kluis", "audit_list", "{}", "--user", "Ria"]);
    let denied =
        trail.as_array().into_iter().flatten().filter(|l| l["op"] == "person.create" && l["done"] == false).count();
    assert_eq!(denied, 1);
}

#[test]
fn the_list_of_commands_needs_no_vault() {
    let commands = Place::new().ok(&["commands"]);
    let people =
        commands.as_array().into_iter().flatten().find(|c| c["name"] == "people_list").cloned().unwrap_or_default();
    assert_eq!((people["permission"].clone(), people["kind"].clone()), (json!("people_see"), json!("read")));
}
