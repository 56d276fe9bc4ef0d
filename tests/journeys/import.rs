//! Import: a list becomes people once; importing it again changes nothing, and undoing the import leaves nothing
//! behind.
use acceptance::TestVault;
use ledenkluis_core::app::Progress;
use ledenkluis_core::kernel::id::FileToken;
use ledenkluis_core::ops::Role;
use serde_json::{Value, json};
use std::path::Path;

fn put(vault: &TestVault, name: &str, bytes: &[u8]) -> FileToken {
    let (path, token) = vault.file(name);
    ledenkluis_core::app::write_whole(&path, bytes).unwrap();
    token
}

fn sample(vault: &TestVault, name: &str) -> FileToken {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/samples").join(name);
    put(vault, name, &std::fs::read(path).unwrap())
}

/// The request that the program proposes for this file.
fn request(vault: &mut TestVault, file: FileToken) -> Value {
    vault.call("import_open", json!({ "file": file, "sheet": null }))["request"].clone()
}

fn list(vault: &mut TestVault, text: &str) -> Value {
    let file = put(vault, "lijst.csv", text.as_bytes());
    request(vault, file)
}

fn counts(answer: &Value) -> [i64; 4] {
    let first = |names: [&str; 2]| names.iter().find_map(|n| answer[*n].as_i64()).unwrap();
    [first(["new", "new"]), first(["complete", "updated"]), first(["same", "same"]), first(["skip", "skipped"])]
}

fn codes(answer: &Value) -> Vec<String> {
    let code = |p: &Value| format!("{} {} {}", p["row"], p["column"], p["code"].as_str().unwrap());
    answer["problems"].as_array().unwrap().iter().map(code).collect()
}

#[test]
fn the_sample_list_comes_in_whole_and_its_faults_are_told() {
    let mut vault = TestVault::new();
    for name in ["ledenlijst.xlsx", "ledenlijst.csv"] {
        let file = sample(&vault, name);
        let preview = vault.call("import_open", json!({ "file": file, "sheet": null }));
        assert_eq!(preview["rows"], 25, "{name}");
        let bsn = &preview["columns"][12];
        assert_eq!((&bsn["heading"], &bsn["blocked"], &bsn["samples"]), (&json!("BSN"), &json!("bsn"), &json!([])));
        assert_eq!(preview["columns"][15]["sensitive"], "health");
        assert!(!preview["top"].to_string().contains("99990"), "no BSN leaves the core");
        let checked = vault.call("import_check", preview["request"].clone());
        let expected = if name.ends_with("xlsx") { [25, 0, 0, 0] } else { [0, 0, 25, 0] };
        assert_eq!(counts(&checked), expected, "{name}");
        assert!(codes(&checked).iter().any(|c| c.ends_with("field.email")), "{:?}", codes(&checked));
        assert!(codes(&checked).iter().any(|c| c.ends_with("field.date")), "{:?}", codes(&checked));
        let total = codes(&checked).iter().filter(|c| c.ends_with("import.left_out_row")).count();
        assert_eq!(total, usize::from(name.ends_with("xlsx")), "the total under the sheet is told");
        vault.call("import_run", preview["request"].clone());
    }
    let page = vault.call("people_list", json!({ "q": "Berg", "tab": "members" }));
    let view = vault.call("people_get", json!({ "person": page["rows"][0]["id"] }));
    assert_eq!(view["sort_name"], "Berg, Anneke van den");
    assert_eq!(view["phones"][0]["number"], "+31612345601");
    assert_eq!(view["full"]["birth_date"], "1958-12-04");
    assert_eq!(view["address"]["postcode"], "2611 AB");
    assert_eq!(view["full"]["source"], "imported");
    assert_eq!(view["relations"][0]["started_on"], "2001-09-01");
    let note = vault.call("people_note", json!({ "person": page["rows"][0]["id"] }));
    assert_eq!(note["text"], "Penningmeester 2005-2011");
    assert_eq!(vault.trail(), ["import.run done 25", "import.run done 0", "note.view done 1"]);
}

#[test]
fn an_imported_tick_is_no_proof_and_an_imported_no_is_a_no() {
    let mut vault = TestVault::new();
    let request = list(
        &mut vault,
        "Voornaam;Achternaam;E-mail;Foto op de site;Nieuwsbrief\nAnneke;Berg;a@voorbeeld.nl;ja;ja\nJan;Vos;j@voorbeeld.nl;nee;nee\nEls;Smit;e@voorbeeld.nl;-;\n",
    );
    assert_eq!(request["columns"][3], "consent_photos_portrait");
    assert_eq!(request["columns"][4], "consent_newsletter_others");
    let checked = vault.call("import_check", request.clone());
    assert_eq!(checked["refusals"], 2);
    assert_eq!(checked["samples"][1]["facts"][4], json!({ "meaning": "consent_photos_portrait", "value": "refused" }));
    vault.call("import_run", request.clone());
    let state = |vault: &mut TestVault, q: &str, purpose: &str| {
        let id = vault.call("people_list", json!({ "q": q }))["rows"][0]["id"].clone();
        let all = vault.call("consent_of", json!({ "person": id }));
        let rows = all.as_array().cloned().or(all["rows"].as_array().cloned()).unwrap();
        rows.iter().find(|r| r["key"] == purpose).map(|r| r["state"].as_str().unwrap().to_owned())
    };
    let told = |state: &str| Some(state.to_owned());
    assert_eq!(state(&mut vault, "Berg", "photos_portrait"), told("unknown"));
    assert_eq!(state(&mut vault, "Vos", "photos_portrait"), told("refused"));
    assert_eq!(state(&mut vault, "Vos", "newsletter_others"), told("refused"));
    assert_eq!(state(&mut vault, "Vos", "newsletter_members"), told("withdrawn"), "nobody is asked, but he objects");
    assert_eq!(state(&mut vault, "Smit", "photos_portrait"), told("not_asked"), "a dash is no answer");
    // A later list with a yes changes none of these answers.
    let later = list(&mut vault, "Voornaam;Achternaam;E-mail;Foto op de site\nJan;Vos;j@voorbeeld.nl;ja\n");
    vault.call("import_run", later);
    assert_eq!(state(&mut vault, "Vos", "photos_portrait"), told("refused"));
}

#[test]
fn what_is_known_is_completed_and_never_overwritten() {
    let mut vault = TestVault::new();
    let known = vault.call(
        "people_create",
        json!({ "given_name": "Anneke", "surname": "Berg", "city": "Delft", "note": "Eigen notitie",
                "emails": [{ "label": "work", "address": "anneke@voorbeeld.nl" }] }),
    );
    let request = list(
        &mut vault,
        "Voornaam;Achternaam;E-mail;Telefoon;Woonplaats;Straat en huisnummer;Opmerking\nAnneke;Berg;ANNEKE@voorbeeld.nl;612345678;Gouda;Laan 1;Uit de lijst\nJan;Vos;jan@voorbeeld.nl;;Delft;;\n",
    );
    assert_eq!(counts(&vault.call("import_check", request.clone())), [1, 1, 0, 0]);
    let done = vault.call("import_run", request.clone());
    let view = vault.call("people_get", json!({ "person": known }));
    assert_eq!(
        (&view["address"]["city"], &view["address"]["street"]),
        (&json!("Delft"), &json!("")),
        "half an address is none"
    );
    assert_eq!(view["phones"][0]["number"], "+31612345678");
    assert_eq!(
        view["emails"],
        json!([{ "id": view["emails"][0]["id"], "label": "work", "address": "anneke@voorbeeld.nl" }])
    );
    assert_eq!(view["relations"][0]["kind"], "member");
    assert_eq!(vault.call("people_note", json!({ "person": known }))["text"], "Eigen notitie");
    assert_eq!(counts(&vault.call("import_check", request)), [0, 0, 2, 0], "a second time there is nothing to do");

    let undone = vault.call("import_undo", json!({ "import": done["import_id"] }));
    assert_eq!(undone, json!({ "removed": 1, "restored": 1, "kept": 0 }));
    let view = vault.call("people_get", json!({ "person": known }));
    assert_eq!((&view["phones"], &view["relations"]), (&json!([]), &json!([])));
    assert_eq!(vault.call("people_note", json!({ "person": known }))["text"], "Eigen notitie");
    assert_eq!(vault.call("people_list", json!({}))["total"], 1);
}

#[test]
fn an_import_is_undone_once_and_leaves_whoever_was_changed_since() {
    let mut vault = TestVault::new();
    let request = list(
        &mut vault,
        "Voornaam;Achternaam;E-mail\nAnneke;Berg;a@voorbeeld.nl\nJan;Vos;j@voorbeeld.nl\nEls;Smit;e@voorbeeld.nl\n",
    );
    let import = vault.call("import_run", request)["import_id"].clone();
    let id = |vault: &mut TestVault, q: &str| vault.call("people_list", json!({ "q": q }))["rows"][0]["id"].clone();
    let (vos, smit) = (id(&mut vault, "Vos"), id(&mut vault, "Smit"));
    vault.call(
        "people_change",
        json!({ "person": vos, "to": { "given_name": "Jan", "surname": "Vos", "city": "Gouda" } }),
    );
    // Smit's own row did not change, but a consent was recorded since.
    let photos = vault.call("purposes_list", json!({}));
    let photos = photos.as_array().cloned().or(photos["rows"].as_array().cloned()).unwrap();
    let photos = photos.iter().find(|p| p["key"] == "photos_portrait").unwrap()["id"].clone();
    vault.call(
        "consent_record",
        json!({ "person": smit, "purpose": photos, "given": true, "on": "2026-11-20", "how": "paper", "by": "subject", "remark": "" }),
    );
    let rows = vault.call("import_list", json!({}));
    assert_eq!(
        (&rows[0]["new"], &rows[0]["undone_at"], rows[0]["undo_until"].is_null()),
        (&json!(3), &json!(null), false)
    );
    assert_eq!(
        vault.call("import_undo", json!({ "import": import })),
        json!({ "removed": 1, "restored": 0, "kept": 2 })
    );
    assert_eq!(vault.call("people_list", json!({}))["total"], 2);
    assert_eq!(vault.refused("import_undo", json!({ "import": import })).code, "import.undone");
}

#[test]
fn somebody_who_stands_in_the_list_twice_comes_in_once() {
    let mut vault = TestVault::new();
    let request = list(
        &mut vault,
        "Lidnr;Voornaam;Achternaam;E-mail;Mobiel\n1;Anneke;Berg;a@voorbeeld.nl;\n1;Anneke;Berg;;0612345678\n1;Jan;Vos;j@voorbeeld.nl;\n;;;niemand@voorbeeld.nl;\n",
    );
    let checked = vault.call("import_check", request.clone());
    assert_eq!(counts(&checked), [1, 1, 0, 2]);
    assert_eq!(codes(&checked), ["4 null import.member_number_taken", "5 null field.required"]);
    let done = vault.call("import_run", request);
    assert_eq!(vault.call("people_list", json!({}))["total"], 1);
    vault.call("import_undo", json!({ "import": done["import_id"] }));
    assert_eq!(vault.call("people_list", json!({}))["total"], 0);
}

#[test]
fn a_blocked_column_stays_out_whatever_the_request_says() {
    let mut vault = TestVault::new();
    let mut request = list(&mut vault, "Naam;BSN\nAnneke Berg;999900006\n");
    assert_eq!(request["columns"], json!(["full_name", null]));
    request["columns"][1] = json!("member_number");
    assert_eq!(vault.refused("import_run", request.clone()).code, "import.blocked");
    request["columns"] = json!([null, null]);
    assert_eq!(vault.refused("import_check", request).code, "import.no_name");
}

#[test]
fn a_stopped_import_leaves_nothing() {
    let mut vault = TestVault::new();
    let rows: String = (0..500).map(|i| format!("Voornaam{i};Achternaam{i};v{i}@voorbeeld.nl\n")).collect();
    let request = list(&mut vault, &format!("Voornaam;Achternaam;E-mail\n{rows}"));
    let progress = vault.app().progress();
    let stop = std::thread::spawn(move || {
        while progress.counts().done < 20 {
            std::thread::yield_now();
        }
        progress.cancel();
    });
    assert_eq!(vault.refused("import_run", request).code, "job.cancelled");
    stop.join().unwrap();
    assert_eq!(vault.call("people_list", json!({}))["total"], 0);
    assert_eq!(vault.call("import_list", json!({})), json!([]));
    assert_eq!(vault.trail(), Vec::<String>::new());
}

#[test]
fn an_import_that_is_cut_short_by_a_lock_is_told_as_stopped_and_leaves_nothing() {
    let mut vault = TestVault::new();
    let rows: String = (0..3_000).map(|i| format!("Voornaam{i};Achternaam{i};v{i}@voorbeeld.nl\n")).collect();
    let request = list(&mut vault, &format!("Voornaam;Achternaam;E-mail\n{rows}"));
    let (shared, folder) = vault.shared();
    std::thread::scope(|scope| {
        let run = scope.spawn(|| shared.call(shared.ask(), "import_run", request));
        while shared.progress().counts().done < 20 {
            std::thread::yield_now();
        }
        // A command that was requested before the lock and is still waiting must not start after it.
        let waits = shared.ask();
        let (was_open, locked) = shared.lock();
        assert!(was_open && locked.is_ok());
        assert_eq!(run.join().unwrap().0.unwrap_err().code().as_str(), "job.cancelled");
        let late = shared.call(waits, "import_list", json!({}));
        assert_eq!(late.0.unwrap_err().code().as_str(), "job.cancelled");
    });
    let after = shared.call(shared.ask(), "import_list", json!({}));
    assert_eq!(after.0.unwrap_err().code().as_str(), "vault.locked");
    assert_eq!(TestVault::count_in(folder.path(), "person"), 0);
}

/// Small files made for this project, one for each kind of list from outside. The expected results next to them were
/// written by hand.
#[test]
fn every_class_of_file_is_read_or_refused_as_it_must_be() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/imports");
    let expected = std::fs::read_to_string(dir.join("expected.json")).unwrap();
    let expected: serde_json::Map<String, Value> = serde_json::from_str(&expected).unwrap();
    assert!(expected.len() > 25);
    for (name, expected) in expected {
        match ledenkluis_core::features::import::inspect(&dir.join(&name), None, &Progress::default()) {
            Err(e) => assert_eq!(json!({ "code": e.code().as_str() }), expected, "{name}"),
            Ok(found) => {
                let sheet = |s: &ledenkluis_core::features::import::SheetView| json!({ "name": s.name, "hidden": s.hidden, "header_row": s.header_row, "rows": s.rows, "first": s.first_rows.first() });
                let told = |w: &ledenkluis_core::features::import::Warning| format!("{} {}", w.code, json!(w.row));
                let sheets: Vec<Value> = found.sheets.iter().map(sheet).collect();
                let warnings: Vec<String> = found.warnings.iter().map(told).collect();
                assert_eq!(json!({ "sheets": sheets, "warnings": warnings }), expected, "{name}");
            }
        }
    }
}

#[test]
fn the_file_of_problems_opens_as_text() {
    let mut vault = TestVault::new();
    let mut request = list(&mut vault, "Naam;E-mail\nAnneke Berg;=cmd|' /C calc'!A0\nJan Vos;jan@voorbeeld.nl\n");
    let (path, token) = vault.file("problemen.csv");
    request["target"] = json!({ "to": "file", "file": token });
    vault.call("import_problems", request);
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains("\"2\";\"E-mail\";\"Geen geldig e-mailadres\";\"'=cmd|"), "{text}");
}

#[test]
fn the_same_file_is_recognised_and_looking_needs_the_right_to_import() {
    let mut vault = TestVault::new();
    let request = list(&mut vault, "Naam;E-mail\nAnneke Berg;a@voorbeeld.nl\n");
    vault.call("import_run", request.clone());
    let again = vault.call("import_open", json!({ "file": request["file"], "sheet": null }));
    assert!(again["earlier"].is_number());
    vault.reopen_as(&[Role::Treasurer], false);
    assert_eq!(vault.refused("import_list", json!({})).code, "permission.denied");
    assert_eq!(vault.refused("import_run", request).code, "permission.denied");
}
