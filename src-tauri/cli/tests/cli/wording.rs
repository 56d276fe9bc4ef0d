//! What a person at the terminal reads, and how wrong usage ends.
use crate::place::{KDF, Place};

#[test]
fn each_refusal_has_its_code_and_its_sentence() {
    let place = Place::with_vault();
    assert_eq!(place.refused(&["people", "v.kluis", "--passphrase-file", "wrong"]), "vault.wrong_passphrase");
    assert_eq!(place.refused(&["people", "nergens.kluis", "--passphrase-file", "own"]), "vault.missing");
    let create = ["create", "v.kluis", "--association", "A", "--user", "U", "--passphrase-file", "own"];
    assert_eq!(place.refused(&create), "vault.exists");
    let plain = place.run(&["people", "nergens.kluis", "--passphrase-file", "own"]);
    let said = String::from_utf8_lossy(&plain.stderr).into_owned();
    assert!(said.starts_with("{\"error\":{\"code\":\"vault.missing\""), "{said}");
    assert!(said.contains("\nWij vinden hier geen kluis."), "{said}");
    assert!(plain.stdout.is_empty());
}

#[test]
fn wrong_usage_ends_with_2_and_says_what_is_wrong() {
    let place = Place::with_vault();
    assert!(place.wrong_usage(&["vlieg"]).contains("Dit kennen wij niet: vlieg"));
    assert!(place.wrong_usage(&["people"]).contains("<DIR>"));
    assert!(place.wrong_usage(&["create", "w.kluis", "--association", "A"]).contains("--user"));
    for args in [
        &["due", "v.kluis", "--today", "gisteren"][..],
        &["due", "v.kluis", "--on", "2026-02-30"],
        &["import", "v.kluis", "list.csv", "--relation", "vriend"],
        &["user-add", "v.kluis", "--name", "K", "--role", "baas"],
        &["create", "w.kluis", "--association", "A", "--user", "U", "--kdf-memory", "8"],
        &["create", "w.kluis", "--association", "A", "--user", "U", "--kdf-memory", "0", "--kdf-passes", "1"],
        &["inspect", "list.csv", "--sheet", "0"],
        &["export", "v.kluis", "Berg", "--pdf", "p", "--data", "d", "--kind", "alles"],
        // Only looking has a day of its own.
        &["create", "w.kluis", "--association", "A", "--user", "U", "--today", "2026-01-01"],
        &["demo", "w.kluis", "--today", "2026-01-01"],
        &["erase", "v.kluis", "Berg", "--confirm", "-", "--today", "2026-01-01"],
        &["call", "v.kluis", "people_create", "{}", "--today", "2026-01-01"],
    ] {
        place.wrong_usage(args);
    }
    assert!(!place.path("w.kluis").exists());
}

#[test]
fn a_user_may_have_several_roles() {
    let place = Place::with_vault();
    let args = ["user-add", "v.kluis", "--name", "Kees", "--role", "viewer", "privacy", "--new-passphrase-file"];
    place.ok(&[&args[..], &["viewer", "--user", "Ria"], &KDF].concat());
    let users = place.ok(&["call", "v.kluis", "users_list", "--user", "Ria"]);
    let kees = users.as_array().into_iter().flatten().find(|u| u["name"] == "Kees").cloned().unwrap_or_default();
    assert_eq!(kees["roles"], serde_json::json!(["viewer", "privacy"]));
}

#[test]
fn answers_are_sentences_in_the_language_of_the_system() {
    let place = Place::with_vault();
    place.person("Anneke", "Berg");
    assert_eq!(place.says("nl_NL.UTF-8", &["verify", "v.kluis"]), "De kluis is in orde.\n");
    assert_eq!(place.says("en_GB.UTF-8", &["verify", "v.kluis"]), "The vault is in order.\n");
    // What is not spoken here gets Dutch.
    assert_eq!(place.says("C", &["verify", "v.kluis"]), "De kluis is in orde.\n");
    let list = place.says("nl", &["people", "v.kluis"]);
    assert_eq!(list, "Naam\nBerg, Anneke\n1 persoon\n");
    let one = place.says("nl", &["person", "v.kluis", "Anneke"]);
    assert_eq!(one, "Anneke Berg\n");
}

#[test]
fn the_help_speaks_both_languages() {
    let place = Place::new();
    let help = |language| String::from_utf8(place.run_in(language, &["--help"]).stdout).expect("text");
    let (dutch, english) = (help("nl"), help("en"));
    assert!(dutch.contains("Opdrachten") && dutch.contains("Maakt een nieuwe kluis"), "{dutch}");
    assert!(english.contains("Commands") && english.contains("Makes a new vault"), "{english}");
    assert!(!dutch.contains("Usage") && !dutch.contains("Options:"), "{dutch}");
}

#[test]
fn the_list_of_commands_needs_no_vault() {
    let commands = Place::new().ok(&["commands"]);
    let people =
        commands.as_array().into_iter().flatten().find(|c| c["name"] == "people_list").cloned().unwrap_or_default();
    assert_eq!((&people["permission"], &people["kind"]), (&"people_see".into(), &"read".into()));
}
