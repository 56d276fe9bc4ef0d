//! People and who may what: found, refused, erased.
use crate::place::{KDF, Place, code};
use serde_json::{Value, json};

#[test]
fn a_viewer_writes_nothing_and_every_try_stays_in_the_trail() {
    let place = Place::with_vault();
    place.add_viewer();
    let as_viewer = ["--user", "Kees", "--passphrase-file", "viewer"];
    let create =
        |nobody: &str| place.refused(&[&["call", "v.kluis", "people_create", nobody], &as_viewer[..]].concat());
    let nobody = json!({ "surname": "Proef" }).to_string();
    assert_eq!(create(&nobody), "permission.denied");
    let trail = place.ok(&["call", "v.kluis", "audit_list", "{}", "--user", "Ria"]);
    let denied =
        trail.as_array().into_iter().flatten().filter(|l| l["op"] == "person.create" && l["done"] == false).count();
    assert_eq!(denied, 1);
}

#[test]
fn who_was_given_a_passphrase_does_nothing_before_choosing_an_own_one() {
    let place = Place::with_vault();
    let new = ["user-add", "v.kluis", "--name", "Kees", "--role", "viewer", "--new-passphrase-file", "viewer"];
    place.ok(&[&new[..], &["--user", "Ria"], &KDF].concat());
    let as_viewer = ["--user", "Kees", "--passphrase-file", "viewer"];
    for verb in [&["people", "v.kluis"][..], &["call", "v.kluis", "drafts_list"], &["verify", "v.kluis"]] {
        assert_eq!(place.refused(&[verb, &as_viewer[..]].concat()), "vault.own_passphrase_first", "{verb:?}");
    }
}

/// Every field of everybody is an export: it is the secretary's, and the trail tells of it, with the note of one person.
#[test]
fn every_field_of_everybody_and_a_note_leave_a_row() {
    let place = Place::with_vault();
    place.add_viewer();
    let person = json!({ "given_name": "Anneke", "surname": "Berg", "note": "speelt klarinet" }).to_string();
    let as_ria = ["--user", "Ria"];
    place.ok(&[&["call", "v.kluis", "people_create", &person][..], &as_ria].concat());
    let all = place.ok(&[&["people", "v.kluis", "--all-fields"][..], &as_ria].concat());
    assert_eq!((&all["total"], &all["people"][0]["note"]), (&json!(1), &json!("speelt klarinet")));
    let one = place.ok(&[&["person", "v.kluis", "anneke berg"][..], &as_ria].concat());
    assert_eq!(one["note"], "speelt klarinet");
    let as_viewer = ["--user", "Kees", "--passphrase-file", "viewer"];
    let refused = place.refused(&[&["people", "v.kluis", "--all-fields"][..], &as_viewer].concat());
    assert_eq!(refused, "permission.denied");
    let trail = place.ok(&[&["call", "v.kluis", "audit_list", "{}"][..], &as_ria].concat());
    let rows = |op: &str| {
        let all = trail.as_array().into_iter().flatten().filter(|line| line["op"] == op);
        all.map(|line| (line["done"].clone(), line["actor_name"].clone())).collect::<Vec<_>>()
    };
    let by = |done: bool, name: &str| (json!(done), json!(name));
    assert_eq!(rows("people.export"), [by(false, "Kees"), by(true, "Ria")], "newest first");
    assert_eq!(rows("note.view"), [by(true, "Ria")]);
    // A row is of the day on which somebody looked, so no other day can be said with it.
    let on_a_day = ["people", "v.kluis", "--all-fields", "--today", "2040-01-01", "--passphrase-file", "own"];
    assert_eq!(place.run(&on_a_day).status.code(), Some(2));
}

#[test]
fn words_that_find_several_people_are_ambiguous_and_a_whole_name_is_not() {
    let place = Place::with_vault();
    place.person("Anneke", "Berg");
    let id = place.person("Anne", "Berg");
    let person = |words: &str| ["person".to_owned(), "v.kluis".into(), words.into()];
    let refused = |words| {
        let args = person(words);
        place.refused(&[&args.each_ref().map(String::as_str)[..], &["--passphrase-file", "own"]].concat())
    };
    assert_eq!((refused("berg"), refused("zzzz")), ("person.ambiguous".into(), "person.missing".into()));
    assert_eq!(place.ok(&["person", "v.kluis", "anne berg"])["id"], id.as_str());
}

#[test]
fn a_request_that_is_not_complete_is_refused_with_its_fields() {
    let place = Place::with_vault();
    let out = place.run(&["call", "v.kluis", "people_create", "{}", "--passphrase-file", "own"]);
    let said = String::from_utf8_lossy(&out.stderr).into_owned();
    let mut lines = said.lines();
    let error: Value = serde_json::from_str(lines.next().expect("a line")).expect("JSON first");
    assert_eq!((out.status.code(), error["error"]["code"].clone()), (Some(1), json!("input.invalid")), "{said}");
    assert!(lines.any(|l| l == "  Achternaam: Vul achternaam in."), "{said}");
}

/// A person whose membership ended long ago.
fn former(place: &Place, surname: &str) {
    let relation = json!([{ "kind": "member", "started_on": "2001-01-01", "ended_on": "2010-12-31", "ended": true }]);
    let request = json!({ "given_name": "Gerrit", "surname": surname, "relations": relation }).to_string();
    place.ok(&["call", "v.kluis", "people_create", &request]);
}

#[test]
fn an_erasure_answers_what_it_did_and_leaves_its_proof() {
    let place = Place::with_vault();
    former(&place, "Bos");
    let due = place.ok(&["due", "v.kluis"]);
    assert_eq!(due["due"][0]["rule"], "R01");
    assert!(place.says("en", &["due", "v.kluis"]).contains("Bos, Gerrit: Member until 31 December 2010 (Erase)"));
    let done = place.ok_given(&["erase", "v.kluis", "Bos", "--confirm", "-", "--proof", "proof.pdf"], "Bos\n");
    assert_eq!(
        (done["erased"].clone(), done["problem"].clone(), done["strangers"].clone()),
        (json!(1), Value::Null, json!(0))
    );
    assert!(std::fs::read(place.path("proof.pdf")).is_ok_and(|b| b.starts_with(b"%PDF-")));
    assert_eq!(place.ok(&["people", "v.kluis"])["total"], 0);
}

#[test]
fn an_erasure_whose_proof_could_not_be_written_erases_nobody() {
    let place = Place::with_vault();
    former(&place, "Bos");
    let erase = ["erase", "v.kluis", "Bos", "--confirm", "-", "--proof", "no/such/folder/proof.pdf"];
    let out = place.given(&[&["--json", "--passphrase-file", "own"], &erase[..]].concat(), "Bos");
    assert_eq!((out.status.code(), code(&out)), (Some(1), "file.missing".to_owned()));
    assert_eq!(place.ok(&["people", "v.kluis"])["total"], 1);
}

/// A file that somebody put into the folder and that names who was erased.
#[test]
fn an_erasure_tells_of_a_stray_file_with_the_name() {
    let place = Place::with_vault();
    former(&place, "Bosschaart");
    place.write("v.kluis/notes.txt", "Gerrit Bosschaart bellen");
    let done = place.ok_given(&["erase", "v.kluis", "Bosschaart", "--confirm", "-"], "Bosschaart");
    assert_eq!(done["strangers"], 1);
}

#[test]
fn the_day_that_is_said_moves_terms_and_not_the_wait() {
    let place = Place::with_vault();
    former(&place, "Bos");
    let on = |day: &str| place.ok(&["due", "v.kluis", "--today", day])["due"].as_array().map_or(0, Vec::len);
    assert_eq!((on("2011-06-01"), on("2030-01-01")), (0, 1));
    let wrong = ["people", "v.kluis", "--passphrase-file", "wrong", "--today", "2040-01-01"];
    let refused = [&wrong, &wrong, &wrong].map(|args| place.refused(args));
    assert_eq!(refused[0], "vault.wrong_passphrase");
    assert!(refused[1..].contains(&"vault.wait".to_owned()), "{refused:?}");
}

/// A command that takes a file gets it by its path.
#[test]
fn a_call_may_name_files() {
    let place = Place::with_vault();
    let id = place.person("Anneke", "Berg");
    let target = |name: &str| json!({ "to": "file", "file": { "path": name } });
    let request = json!({ "person": id, "pdf": target("r.pdf"), "data": target("r.json") }).to_string();
    place.ok(&["call", "v.kluis", "export_report", &request]);
    assert!(place.path("r.pdf").exists() && place.path("r.json").exists());
    let unknown = place.run(&["--json", "call", "v.kluis", "people_fly", "--passphrase-file", "own"]);
    assert_eq!((unknown.status.code(), code(&unknown)), (Some(1), "command.unknown".to_owned()));
}
