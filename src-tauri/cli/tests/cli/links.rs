//! Whoever can write in a vault's folder can put links there. Nothing outside the folder is ever wiped or written through one.
use crate::place::{KDF, Place};
use serde_json::json;
use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Every name in a vault's folder that the program opens for writing, makes, renames to or removes. What `strace` sees is held
/// against this list below. What has a random name nobody can have put there.
const NAMES: [&str; 12] = [
    "header.json",
    "header.bak",
    "data.db",
    "data.db-journal",
    "data.db-wal",
    "data.db-shm",
    "lock",
    "in-use.json",
    "attempts.json",
    "reserve",
    "room",
    "unfinished",
];
/// Made before a migration, removed at an erasure.
const SAFETY_COPY: &str = "data-before-0001.db";

const LETTER: &[u8] = b"lief dagboek, vandaag heb ik niets beleefd";

const NEW: &str = "stoel regen lantaarn kachel";

fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    fs::create_dir(to).expect("a folder");
    for entry in fs::read_dir(from).expect("the vault") {
        let entry = entry.expect("an entry");
        fs::copy(entry.path(), to.join(entry.file_name())).expect("a copy");
    }
}

/// A vault with somebody who may be erased, put aside to be copied.
fn vault() -> Place {
    let place = Place::with_vault();
    let relation = json!([{ "kind": "member", "started_on": "2001-01-01", "ended_on": "2010-12-31", "ended": true }]);
    let request = json!({ "given_name": "Gerrit", "surname": "Bos", "relations": relation }).to_string();
    place.ok(&["call", "v.kluis", "people_create", &request]);
    fs::rename(place.path("v.kluis"), place.path("made.kluis")).expect("a rename");
    place
}

/// All that writes. What each answers does not matter, but that it is an answer and no fault.
fn all_that_writes(place: &Place) -> Vec<String> {
    let own = ["--json", "--passphrase-file", "own", "--user", "Ria"];
    let change = json!({ "old": crate::place::PASSPHRASE, "new": NEW }).to_string();
    let add = [&["user-add", "v.kluis", "--name", "Kees", "--new-passphrase-file", "viewer"][..], &KDF].concat();
    let runs: [(&[&str], &str); 6] = [
        (&["people", "v.kluis"], ""),
        (&add, ""),
        (&["erase", "v.kluis", "Bos", "--confirm", "-"], "Bos"),
        (&["call", "v.kluis", "vault_change_passphrase", "-"], &change),
        (&["verify", "v.kluis"], ""),
        // Last: after it one waits.
        (&["people", "v.kluis", "--passphrase-file", "wrong"], ""),
    ];
    let said = |(args, input): &(&[&str], &str)| {
        let own: &[&str] = if args.contains(&"wrong") { &["--json", "--user", "Ria"] } else { &own };
        let out = place.given(&[args, own].concat(), input);
        if out.status.success() { "done".to_owned() } else { crate::place::code(&out) }
    };
    runs.iter().map(said).collect()
}

/// Puts a link at every name in turn and runs all that writes.
fn plant(way: &str, make: fn(&Path, &Path)) {
    let place = vault();
    for name in NAMES.iter().chain([&SAFETY_COPY]) {
        copy(&place.path("made.kluis"), &place.path("v.kluis"));
        let (outside, at) = (place.path("brief.txt"), place.path("v.kluis").join(name));
        let _ = fs::remove_file(&outside);
        let held = fs::read(&at).unwrap_or_else(|_| LETTER.to_vec());
        place.write_bytes("brief.txt", &held);
        let _ = fs::remove_file(&at);
        make(&outside, &at);
        let said = all_that_writes(&place);
        assert_eq!(fs::read(&outside).ok(), Some(held), "{way} at {name}: {said:?}");
        let known = ["done", "vault.link", "vault.wrong_passphrase", "vault.wait"];
        assert!(said.iter().all(|code| known.contains(&code.as_str())), "{way} at {name}: {said:?}");
    }
}

#[test]
fn nothing_outside_the_folder_is_wiped_or_written_through_a_link() {
    plant("a link", |outside, at| symlink(outside, at).expect("a link"));
}

#[test]
fn nothing_outside_the_folder_is_wiped_or_written_through_a_second_name() {
    plant("a second name", |outside, at| fs::hard_link(outside, at).expect("a second name"));
}

#[test]
fn no_file_is_made_where_a_link_leads_nowhere() {
    let place = vault();
    for name in NAMES.iter().chain([&SAFETY_COPY]) {
        copy(&place.path("made.kluis"), &place.path("v.kluis"));
        let at = place.path("v.kluis").join(name);
        let _ = fs::remove_file(&at);
        symlink(place.path("nergens"), &at).expect("a link");
        let said = all_that_writes(&place);
        assert!(!place.path("nergens").exists(), "{name}: {said:?}");
    }
    // Nor while a vault is made.
    for name in NAMES {
        let _ = fs::remove_dir_all(place.path("w.kluis"));
        fs::create_dir(place.path("w.kluis")).expect("a folder");
        symlink(place.path("nergens"), place.path("w.kluis").join(name)).expect("a link");
        let create = ["create", "w.kluis", "--association", "A", "--user", "Ria", "--passphrase-file", "own"];
        place.run(&[&create[..], &KDF].concat());
        assert!(!place.path("nergens").exists(), "{name}");
    }
}

/// What the system saw, held against the list: a name that is written and not in it would not be tried above.
#[cfg(target_os = "linux")]
#[test]
fn the_list_of_names_is_what_the_program_writes() {
    let place = vault();
    if !Command::new("strace").arg("-V").output().is_ok_and(|out| out.status.success()) {
        println!("strace is not installed; the list of names was not held against what is written");
        return;
    }
    copy(&place.path("made.kluis"), &place.path("v.kluis"));
    place.write_bytes(&format!("v.kluis/{SAFETY_COPY}"), LETTER);
    let kluis = place.command("nl").get_program().to_owned();
    let own = "--json --passphrase-file own --user Ria";
    let kdf = KDF.join(" ");
    let script = format!(
        "\"$0\" {own} create w.kluis --association A {kdf}; \"$0\" {own} people v.kluis; \"$0\" --user Ria people w.kluis --passphrase-file wrong;
         \"$0\" {own} user-add v.kluis --name Kees --new-passphrase-file viewer {kdf};
         \"$0\" {own} export v.kluis Bos --pdf r.pdf --data r.json; echo Bos | \"$0\" {own} erase v.kluis Bos --confirm -;
         \"$0\" {own} call v.kluis vault_recovery_text"
    );
    let trace =
        "trace=openat,open,creat,rename,renameat,renameat2,unlink,unlinkat,link,linkat,symlink,symlinkat,truncate";
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-s", "4096", "-e", trace, "-e", "signal=none", "-o"]).arg(place.path("seen"));
    strace
        .args(["sh", "-c", &script])
        .arg(kluis)
        .env("TMPDIR", place.path(""))
        .env("XDG_DATA_HOME", place.path("home"));
    let ran = strace.current_dir(place.path("")).output().expect("strace runs");
    let seen = fs::read_to_string(place.path("seen")).unwrap_or_default();
    if seen.is_empty() {
        println!("strace sees nothing here: {}", String::from_utf8_lossy(&ran.stderr));
        return;
    }
    let written: BTreeSet<String> =
        seen.lines().filter_map(changes).flatten().filter_map(|path| in_a_vault(&path)).collect();
    for name in
        ["header.json", "data.db", "data.db-journal", "lock", "in-use.json", "reserve", "attempts.json", SAFETY_COPY]
    {
        assert!(written.contains(name), "{name} was written: {written:?}\n{}", String::from_utf8_lossy(&ran.stderr));
    }
    let known = |name: &&String| NAMES.contains(&name.as_str()) || **name == SAFETY_COPY;
    let strange: Vec<_> = written.iter().filter(|name| !known(name)).collect();
    assert_eq!(strange, [""; 0]);
}

/// The paths that a line of `strace` changes; an opening for reading changes nothing.
fn changes(line: &str) -> Option<Vec<String>> {
    let call = line.split_once(' ')?.1.trim_start();
    let reads =
        call.starts_with("open") && !["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"].iter().any(|how| call.contains(how));
    (!reads && !call.contains("O_DIRECTORY")).then(|| call.split('"').skip(1).step_by(2).map(str::to_owned).collect())
}

/// The name of a file in one of the two vaults; `None` elsewhere, and for what has a random name.
fn in_a_vault(path: &str) -> Option<String> {
    let path = PathBuf::from(path);
    let vault = path.parent()?.file_name()?.to_str()?;
    let name = path.file_name()?.to_str()?;
    (vault.ends_with(".kluis") && !(name.starts_with(".kluis-") && name.len() == 28)).then(|| name.to_owned())
}
