//! What is typed, everybody on the computer can see: no secret and no name is taken from there.
use crate::place::{PASSPHRASE, Place, code};
use ledenkluis_core::api;
use serde_json::{Value, json};

const NEW: &str = "stoel regen lantaarn kachel";

/// A request for every command that takes a secret.
fn with_secrets() -> Vec<(&'static str, Value)> {
    let (id, groups) = ("01890000-0000-7000-8000-000000000000", ["AAAA", "BBBB"]);
    vec![
        ("vault_create", json!({ "association": "A", "user_name": "U", "roles": ["viewer"], "passphrase": NEW })),
        ("vault_unlock", json!({ "passphrase": PASSPHRASE })),
        ("vault_unlock_recovery", json!({ "groups": groups, "new_passphrase": NEW })),
        ("vault_change_passphrase", json!({ "old": PASSPHRASE, "new": NEW })),
        ("vault_strength", json!({ "passphrase": NEW })),
        ("vault_recovery_group", json!({ "number": 1, "group": "AAAA" })),
        ("vault_recovery_make", json!({ "passphrase": PASSPHRASE, "groups": groups })),
        ("vault_recovery_confirm", json!({ "a": "AAAA", "b": "BBBB" })),
        ("vault_recovery_text", json!({ "passphrase": PASSPHRASE, "groups": groups })),
        ("vault_remember", json!({ "on": true, "passphrase": PASSPHRASE })),
        ("users_add", json!({ "name": "K", "roles": ["viewer"], "passphrase": NEW, "own_passphrase": PASSPHRASE })),
        ("users_change", json!({ "user": id, "roles": ["viewer"], "own_passphrase": PASSPHRASE, "recovery": groups })),
    ]
}

#[test]
fn a_request_with_a_secret_is_not_taken_from_what_was_typed() {
    let place = Place::with_vault();
    for (command, request) in with_secrets() {
        let out = place.run(&["call", "v.kluis", command, &request.to_string(), "--passphrase-file", "own"]);
        let said = String::from_utf8_lossy(&out.stderr).into_owned();
        assert_eq!((out.status.code(), out.stdout.len()), (Some(2), 0), "{command}: {said}");
        assert!(said.starts_with("{\"error\":{\"code\":\"request.secret_in_arguments\""), "{command}: {said}");
        assert!(said.contains("--request-fd") && !said.contains(NEW), "{command}: {said}");
    }
    assert_eq!(place.ok(&["verify", "v.kluis"])["ok"], true);
}

/// Every command whose request can hold a secret stands in the list above. The page's types name each field; the words that
/// secrets go by there are these.
#[test]
fn the_list_of_requests_with_secrets_is_whole() {
    const WORDS: [&str; 10] = [
        "passphrase:",
        "own_passphrase:",
        "passphrase?:",
        "new:",
        "new_passphrase:",
        "old:",
        "groups:",
        "groups?:",
        "group:",
        "recovery?:",
    ];
    let types = api::typescript_types().expect("the types");
    let declared = |name: &str| {
        let start = format!("export type {name} = ");
        types.split_once(&start).map_or("", |(_, rest)| rest.split("\nexport type ").next().unwrap_or(rest)).to_owned()
    };
    let listed: Vec<&str> = with_secrets().iter().map(|(command, _)| *command).collect();
    for command in api::commands() {
        let declaration = declared(&command.request);
        let may = declaration.split([' ', '{', ',', '\n']).any(|word| WORDS.contains(&word));
        assert!(!may || listed.contains(&command.name), "{} takes a secret: {declaration}", command.name);
    }
}

#[test]
fn what_is_given_and_not_typed_is_taken() {
    let place = Place::with_vault();
    let change = json!({ "old": PASSPHRASE, "new": NEW }).to_string();
    place.ok_given(&["call", "v.kluis", "vault_change_passphrase", "-"], &change);
    place.write("own", NEW);
    assert_eq!(place.ok(&["verify", "v.kluis"])["ok"], true);
    // Nothing secret in it: as before.
    place.ok(&["call", "v.kluis", "today_overview", "{}"]);
    place.ok_given(&["call", "v.kluis", "vault_recovery_text", "-"], &json!({ "passphrase": NEW }).to_string());
}

/// Somebody works in the vault: whoever only asks leaves it to them.
#[test]
fn a_command_that_only_reads_leaves_the_vault_to_who_writes() {
    let place = Place::with_vault();
    let lock = std::fs::File::options().write(true).open(place.path("v.kluis/lock")).expect("the lock");
    lock.lock().expect("held");
    for command in ["people_list", "vault_verify", "vault_state"] {
        place.ok(&["call", "v.kluis", command]);
    }
    let write = ["call", "v.kluis", "people_create", r#"{"surname":"Bos"}"#, "--passphrase-file", "own"];
    assert_eq!(place.refused(&write), "vault.in_use");
}

/// What costs the program much and its writer little.
#[test]
fn a_request_is_no_longer_than_one_can_be() {
    let place = Place::with_vault();
    let refused = |command: &str, request: &str| {
        code(&place.given(&["--json", "call", "v.kluis", command, "-", "--passphrase-file", "own"], request))
    };
    let zeros = json!({ "q": vec![0; 2 << 20] }).to_string();
    assert_eq!(refused("people_list", &zeros), "file.too_large");
    assert_eq!(refused("people_list", &json!({ "q": "a b ".repeat(1000) }).to_string()), "input.invalid");
    place.ok_given(&["call", "v.kluis", "people_list", "-"], &json!({ "q": "a b ".repeat(375) }).to_string());
    let typed = json!({ "surname": "a".repeat(5000) }).to_string();
    assert_eq!(place.ok_given(&["call", "v.kluis", "people_similar", "-"], &typed)["people"], json!([]));
    // The longest that is meant: a draft that is full, in the longest way of writing.
    let horses = r"\ud83d\udc34".repeat(32_768);
    let draft = format!(r#"{{"place":"person","compartment":"main","content":"{horses}"}}"#);
    place.ok_given(&["call", "v.kluis", "drafts_keep", "-"], &draft);
}

#[test]
fn a_key_that_stands_twice_is_refused() {
    let place = Place::with_vault();
    let twice = r#"{"limit":1,"limit":2}"#;
    assert_eq!(
        place.refused(&["call", "v.kluis", "people_list", twice, "--passphrase-file", "own"]),
        "request.malformed"
    );
    let given = ["--json", "call", "v.kluis", "people_list", "-", "--passphrase-file", "own"];
    assert_eq!(code(&place.given(&given, r#"{"q":"a","q":"b"}"#)), "request.malformed");
    place.write("map.json", r#"[{"consent":"a","consent":"b"}]"#);
    place.write("l.csv", "Achternaam\nBos\n");
    let import = ["import", "v.kluis", "l.csv", "--mapping", "map.json", "--dry-run", "--passphrase-file", "own"];
    assert_eq!(place.refused(&import), "request.malformed");
}

#[cfg(unix)]
#[test]
fn a_request_may_come_from_an_open_descriptor() {
    let place = Place::with_vault();
    place.write("request", &json!({ "old": PASSPHRASE, "new": NEW }).to_string());
    let plain = place.command("nl");
    let script = "exec 7<request; rm request; exec \"$0\" --json --passphrase-file own call v.kluis vault_change_passphrase --request-fd 7";
    let mut shell = std::process::Command::new("sh");
    let out =
        shell.args(["-c", script]).arg(plain.get_program()).current_dir(place.path("")).output().expect("a shell");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    place.write("own", NEW);
    place.ok(&["people", "v.kluis"]);
}
