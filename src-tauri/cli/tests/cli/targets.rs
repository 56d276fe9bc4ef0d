//! Files of a person's: what is written over, what is read, and what is left behind.
use crate::place::{KDF, Place, code};
use std::path::Path;

const OLD: &str = "van vorig jaar";

fn export(place: &Place, pdf: &str, data: &str, more: &[&str]) -> String {
    let args = ["--json", "export", "v.kluis", "Berg", "--pdf", pdf, "--data", data, "--passphrase-file", "own"];
    let out = place.run(&[&args[..], more].concat());
    if out.status.success() { String::new() } else { code(&out) }
}

#[test]
fn a_report_replaces_nothing_unasked_and_loses_nothing_when_it_fails() {
    let place = Place::with_vault();
    place.person("Anneke", "Berg");
    std::fs::create_dir(place.path("map")).expect("a folder");
    let old = |name: &str| std::fs::read(place.path(name)).is_ok_and(|bytes| bytes == OLD.as_bytes());
    for name in ["r.pdf", "r.json", "r.pdf.part"] {
        place.write(name, OLD);
    }
    assert_eq!(export(&place, "r.pdf", "nieuw.json", &[]), "file.exists");
    assert_eq!(export(&place, "nieuw.pdf", "r.json", &[]), "file.exists");
    assert_eq!(export(&place, "r.pdf", "geen-map/r.json", &["--replace"]), "file.missing");
    assert_eq!(export(&place, "r.pdf", "r.pdf", &["--replace"]), "input.invalid");
    assert_eq!(export(&place, "r.pdf", "map/../R.PDF", &["--replace"]), "input.invalid");
    assert!(old("r.pdf") && old("r.json") && !place.path("nieuw.json").exists() && !place.path("nieuw.pdf").exists());
    assert_eq!(export(&place, "r.pdf", "r.json", &["--replace"]), "");
    assert!(!old("r.pdf") && !old("r.json") && old("r.pdf.part"));
    let said = place.run(&["export", "v.kluis", "Berg", "--pdf", "r.pdf", "--data", "x", "--passphrase-file", "own"]);
    assert!(String::from_utf8_lossy(&said.stderr).contains("--replace"), "what to do");
}

#[test]
fn no_document_is_written_into_the_vault() {
    let place = Place::with_vault();
    place.person("Anneke", "Berg");
    std::fs::create_dir(place.path("map")).expect("a folder");
    for target in ["v.kluis/header.json", "v.kluis/r.pdf", "map/../v.kluis/data.db"] {
        assert_eq!(export(&place, target, "x.json", &["--replace"]), "file.in_vault", "{target}");
        assert_eq!(export(&place, "x.pdf", target, &["--replace"]), "file.in_vault", "{target}");
        let create = ["create", "w.kluis", "--association", "A", "--user", "U", "--recovery-out", target, "--replace"];
        let refused = place.refused(&[&create[..], &["--passphrase-file", "own"], &KDF].concat());
        assert_eq!(refused, "file.in_vault");
    }
    assert!(!place.path("w.kluis").exists());
    assert_eq!(place.ok(&["verify", "v.kluis"])["ok"], true);
}

#[test]
fn an_erasure_whose_proof_would_replace_something_erases_nobody() {
    let place = Place::with_vault();
    place.person("Anneke", "Berg");
    place.write("proof.pdf", OLD);
    let erase =
        ["--json", "erase", "v.kluis", "Berg", "--confirm", "-", "--proof", "proof.pdf", "--passphrase-file", "own"];
    assert_eq!(code(&place.given(&erase, "Berg")), "file.exists");
    assert_eq!(place.ok(&["people", "v.kluis"])["total"], 1);
}

#[test]
fn a_name_or_a_path_that_is_too_long_has_its_own_word() {
    let place = Place::with_vault();
    let (long, deep) = ("a".repeat(300), ["map-met-een-lange-naam"; 26].join("/"));
    assert_eq!(place.refused(&["inspect", &long]), "file.name_too_long");
    for (dir, out) in [(long.as_str(), "s1"), (deep.as_str(), "s2")] {
        let create = ["create", dir, "--association", "A", "--user", "U", "--recovery-out", out];
        let refused = place.refused(&[&create[..], &["--passphrase-file", "own"], &KDF].concat());
        assert_eq!(refused, "file.name_too_long", "{}", dir.len());
        assert!(!place.path(out).exists());
    }
}

#[test]
fn a_target_that_names_a_folder_is_no_file() {
    let place = Place::with_vault();
    place.person("Anneke", "Berg");
    std::fs::create_dir(place.path("uit")).expect("a folder");
    for target in ["uit/", "uit/x/", "uit/x/.", "uit/x//"] {
        assert_eq!(export(&place, target, "r.json", &[]), "file.not_a_file", "{target}");
        assert_eq!(export(&place, "r.pdf", target, &["--replace"]), "file.not_a_file", "{target}");
    }
    assert_eq!(std::fs::read_dir(place.path("uit")).expect("the folder").count(), 0);
}

#[test]
fn a_folder_for_temporary_files_that_is_not_there_is_not_taken_for_the_vault() {
    let place = Place::with_vault();
    let mut kluis = place.command("nl");
    kluis.args(["--json", "people", "v.kluis", "--passphrase-file", "own"]);
    kluis.env("TMPDIR", place.path("nergens")).env("TMP", place.path("nergens"));
    assert_eq!(code(&kluis.output().expect("kluis runs")), "scratch.unusable");
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_refused_at_once() {
    let place = Place::with_vault();
    let pipe = std::process::Command::new("mkfifo").arg(place.path("pijp")).status().expect("mkfifo");
    assert!(pipe.success());
    for no_file in ["pijp", "/dev/zero", "v.kluis", "."] {
        assert_eq!(place.refused(&["inspect", no_file]), "file.not_a_file", "{no_file}");
        assert_eq!(place.refused(&["people", "v.kluis", "--passphrase-file", no_file]), "file.not_a_file", "{no_file}");
        let import = ["import", "v.kluis", no_file, "--dry-run", "--passphrase-file", "own"];
        assert_eq!(place.refused(&import), "file.not_a_file", "{no_file}");
        let mapped = ["import", "v.kluis", "own", "--mapping", no_file, "--dry-run", "--passphrase-file", "own"];
        assert_eq!(place.refused(&mapped), "file.not_a_file", "{no_file}");
    }
}

#[cfg(unix)]
#[test]
fn everything_of_a_vault_is_for_this_user_alone() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| std::fs::metadata(path).expect("a file").permissions().mode() & 0o777;
    let place = Place::with_vault();
    place.person("Anneke", "Berg");
    // As an earlier version left them.
    for name in ["data.db", "data.db-journal", "lock"] {
        std::fs::set_permissions(place.path("v.kluis").join(name), PermissionsExt::from_mode(0o644)).expect("a mode");
    }
    let umask = "umask 0; exec \"$0\" --json --passphrase-file own call v.kluis people_create '{\"surname\":\"Bos\"}'";
    let plain = place.command("nl");
    let mut shell = std::process::Command::new("sh");
    let out = shell.args(["-c", umask]).arg(plain.get_program()).current_dir(place.path("")).output().expect("a shell");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    assert_eq!(mode(&place.path("v.kluis")), 0o700);
    for entry in std::fs::read_dir(place.path("v.kluis")).expect("the vault") {
        let path = entry.expect("an entry").path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
}

/// A run that is killed leaves its scratch folder; the next one clears it away.
#[cfg(unix)]
#[test]
fn nothing_stays_behind_after_a_run_that_was_killed() {
    let place = Place::with_vault();
    let scratch = || {
        let all = std::fs::read_dir(place.path(""))
            .expect("the place")
            .filter_map(|e| e.expect("an entry").file_name().into_string().ok());
        all.filter(|name| name.starts_with("kluis-")).collect::<Vec<_>>()
    };
    assert_eq!(scratch(), [""; 0]);
    let mut kluis = place.command("nl");
    // Waits for a passphrase that does not come.
    kluis.args(["people", "v.kluis", "--passphrase-fd", "0"]).stdin(std::process::Stdio::piped());
    let mut child = kluis.spawn().expect("kluis runs");
    let there = (0..500).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(20));
        !scratch().is_empty()
    });
    assert!(there, "a scratch folder while it runs");
    let other = place.ok(&["people", "v.kluis"]);
    assert_eq!((other["total"].clone(), scratch().len()), (0.into(), 1), "one that is in use stays");
    child.kill().expect("a kill");
    child.wait().expect("an end");
    place.ok(&["people", "v.kluis"]);
    assert_eq!(scratch(), [""; 0]);
}
