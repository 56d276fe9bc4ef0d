//! The vault itself: made, shared, checked, and what happens when somebody has been at it.
use crate::place::{KDF, PASSPHRASE, Place, code};
use ledenkluis_core::api;
use ledenkluis_core::app::{App, NoDeviceKeys};
use ledenkluis_core::kernel::db::{self, Mode};
use ledenkluis_core::kernel::sealed::Compartment;
use ledenkluis_core::kernel::secret::Key;
use serde_json::{Value, json};
use std::sync::Arc;

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

#[cfg(unix)]
#[test]
fn the_file_with_the_recovery_key_is_for_nobody_else() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::with_vault();
    let mode = place.path("sheet").metadata().expect("the file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_recovery_key_without_a_file_is_shown_beside_the_one_document() {
    let place = Place::new();
    let create = ["create", "v.kluis", "--association", "A", "--user", "Ria", "--json", "--passphrase-file", "own"];
    let out = place.run(&[&create[..], &KDF].concat());
    let made: Value = serde_json::from_slice(&out.stdout).expect("one JSON document");
    let said = String::from_utf8(out.stderr).expect("text");
    let key = said.lines().last().expect("a key").trim().to_owned();
    assert!(made["vault_id"].is_string() && key.split('-').count() == 8, "{said}");
    let groups: Vec<&str> = key.split('-').collect();
    let recover = json!({ "groups": groups, "new_passphrase": "stoel regen lantaarn kachel" }).to_string();
    assert!(place.ok_given(&["call", "v.kluis", "vault_unlock_recovery", "-"], &recover)["user"].is_string());
}

#[test]
fn a_recovery_key_that_could_not_be_written_makes_no_vault() {
    let place = Place::new();
    let create = ["create", "v.kluis", "--association", "A", "--user", "Ria", "--recovery-out", "no/such/folder/sheet"];
    assert_eq!(place.refused(&[&create[..], &["--passphrase-file", "own"], &KDF].concat()), "file.missing");
    assert!(!place.path("v.kluis").exists());
}

/// Nobody has the key then, and the vault would say that somebody has.
#[cfg(target_os = "linux")]
#[test]
fn a_recovery_key_that_could_not_be_shown_makes_no_vault_either() {
    let place = Place::new();
    let create = ["create", "v.kluis", "--association", "A", "--user", "Ria", "--json", "--passphrase-file", "own"];
    let unheard = || {
        let full = std::fs::File::options().write(true).open("/dev/full").expect("a full device");
        let mut kluis = place.command("nl");
        let out = kluis.args([&create[..], &KDF].concat()).stderr(full).output().expect("kluis runs");
        assert_eq!((out.status.code(), out.stdout.len()), (Some(1), 0));
    };
    unheard();
    assert!(!place.path("v.kluis").exists());
    std::fs::create_dir(place.path("v.kluis")).expect("a folder");
    unheard();
    let left = std::fs::read_dir(place.path("v.kluis")).expect("the folder stays").count();
    assert_eq!(left, 0);
    place.create();
    assert_eq!(place.ok(&["verify", "v.kluis"])["ok"], true);
}

/// An attempt with another passphrase is told at the next unlock: the check says it among its lines, and is no fault.
#[test]
fn verify_says_what_the_unlock_found() {
    let place = Place::with_vault();
    assert_eq!(place.refused(&["people", "v.kluis", "--passphrase-file", "wrong"]), "vault.wrong_passphrase");
    std::thread::sleep(std::time::Duration::from_secs(2));
    let verified = place.ok(&["verify", "v.kluis"]);
    assert_eq!((&verified["ok"], &verified["told"][0]["code"]), (&json!(true), &json!("vault.failed_attempts")));
    assert_eq!(verified["findings"], json!([]));
    let said = place.says("nl", &["verify", "v.kluis"]);
    assert!(said.starts_with("De kluis is in orde.\nBij het openen bleek:\n  "), "{said}");
}

#[test]
fn a_made_up_association_has_no_recovery_key_that_nobody_saw() {
    let place = Place::new();
    let made = place.ok(&[&["demo", "v.kluis", "--people", "12", "--seed", "3"][..], &KDF].concat());
    assert_eq!(made["people"], 12);
    let header = std::fs::read_to_string(place.path("v.kluis/header.json")).expect("the header");
    assert!(header.contains("\\\"sheets\\\":[]"), "{header}");
}

/// Without a terminal, a file or a descriptor there is nobody to ask.
#[cfg(target_os = "linux")]
#[test]
fn where_nobody_can_be_asked_the_refusal_says_how_to_give_a_passphrase() {
    let place = Place::with_vault();
    let plain = place.command("nl");
    let mut alone = std::process::Command::new("setsid");
    alone.arg("--wait").arg(plain.get_program()).args(["--json", "people", "v.kluis"]);
    alone.current_dir(place.path("")).stdin(std::process::Stdio::null());
    let out = alone.output().expect("setsid runs");
    assert_eq!((out.status.code(), code(&out)), (Some(1), "passphrase.none".to_owned()));
}

/// The vault's own key, as a debugger in the program of somebody who is signed in would take it.
fn main_key(place: &Place) -> [u8; 32] {
    let scratch = place.path("scratch");
    let mut app = App::new(place.path("home"), &scratch, Arc::new(NoDeviceKeys)).expect("an application");
    let folder = json!(app.admit(place.path("v.kluis")));
    api::dispatch(&mut app, "vault_choose", json!({ "place": folder })).expect("the vault");
    api::dispatch(&mut app, "vault_unlock", json!({ "passphrase": PASSPHRASE })).expect("its user");
    let keys = app.session().expect("an open vault").keys();
    *keys.get(Compartment::Main).expect("the main key").1.expose()
}

#[test]
fn a_changed_row_of_the_trail_makes_verify_fail() {
    let place = Place::with_vault();
    place.person("Anneke", "Berg");
    place.ok(&["verify", "v.kluis"]);
    let conn = db::open(&place.path("v.kluis/data.db"), &Key::new(main_key(&place)), Mode::ReadWrite).expect("the key");
    let sql = "DROP TRIGGER trail_is_not_changed; UPDATE trail SET count = 7 WHERE op = 'person.create'";
    conn.execute_batch(sql).expect("whoever has the key can write");
    drop(conn);
    // What was locked away had other pages.
    let out = place.run(&["verify", "v.kluis", "--json", "--passphrase-file", "own"]);
    assert_eq!((out.status.code(), code(&out)), (Some(1), "vault.pages_replaced".to_owned()));
    let plain = place.run(&["verify", "v.kluis", "--passphrase-file", "own"]);
    assert!(String::from_utf8_lossy(&plain.stderr).contains("van een andere dag"));
}

#[test]
fn a_flipped_bit_makes_verify_fail() {
    use std::io::{Read, Seek, SeekFrom, Write};
    let place = Place::with_vault();
    place.ok(&["verify", "v.kluis"]);
    let mut file = std::fs::File::options().read(true).write(true).open(place.path("v.kluis/data.db")).expect("a file");
    // In the last page: opening does not read that one, only checking does.
    let at = file.metadata().expect("its length").len() - 2_000;
    let mut byte = [0];
    file.seek(SeekFrom::Start(at)).and_then(|_| file.read_exact(&mut byte)).expect("a byte");
    file.seek(SeekFrom::Start(at)).and_then(|_| file.write_all(&[byte[0] ^ 1])).expect("one bit");
    drop(file);
    let out = place.run(&["verify", "v.kluis", "--json", "--passphrase-file", "own"]);
    assert_eq!((out.status.code(), code(&out)), (Some(1), "vault.damaged".to_owned()));
}
