//! Import: a list becomes people once; importing it again changes nothing, and undoing the import leaves nothing
//! behind.
use acceptance::requests::{answer, day, into_file, list_in, named, search};
use acceptance::{Calls, TestVault};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    ByPerson, ChangePerson, ConsentState, ImportChecked, ImportFact, ImportField, ImportInspectRequest, ImportProblems,
    ImportRequest, ImportSheet, ImportUndo, ImportUndone, ImportWarning, Inspection, Meaning, NewEmail, NewPerson,
    Nothing, PeopleFilter, PeopleTab, PersonId, PersonSource, RelationKind,
};
use ledenkluis_core::app::FileToken;
use ledenkluis_core::error::Code;
use ledenkluis_core::ops::Role;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
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
fn request(vault: &mut TestVault, file: FileToken) -> ImportRequest {
    vault.ask(call::import_open, list_in(file)).request
}

fn list(vault: &mut TestVault, text: &str) -> ImportRequest {
    let file = put(vault, "lijst.csv", text.as_bytes());
    request(vault, file)
}

/// Rows that would be new, complete somebody, change nothing, or be skipped.
fn counts(checked: &ImportChecked) -> [usize; 4] {
    [checked.new, checked.complete, checked.same, checked.skip]
}

/// The row and the code of every problem.
fn problems(checked: &ImportChecked) -> Vec<(u32, &str)> {
    checked.problems.iter().map(|problem| (problem.row, problem.code.as_str())).collect()
}

fn found(vault: &mut TestVault, q: &str) -> PersonId {
    vault.ask(call::people_list, search(q)).rows[0].id
}

#[test]
fn the_sample_list_is_imported_completely_and_its_faults_are_reported() {
    let mut vault = TestVault::new();
    for name in ["ledenlijst.xlsx", "ledenlijst.csv"] {
        let file = sample(&vault, name);
        let preview = vault.ask(call::import_open, list_in(file));
        assert_eq!(preview.rows, 25, "{name}");
        let bsn = &preview.columns[12];
        assert_eq!(
            (bsn.column.heading.as_str(), bsn.column.blocked.as_deref(), bsn.samples.len()),
            ("BSN", Some("bsn"), 0)
        );
        assert_eq!(preview.columns[15].column.sensitive.as_deref(), Some("health"));
        assert!(!format!("{:?}", preview.top).contains("99990"), "no BSN leaves the core");
        let checked = vault.ask(call::import_check, preview.request.clone());
        let expected = if name.ends_with("xlsx") { [25, 0, 0, 0] } else { [0, 0, 25, 0] };
        assert_eq!(counts(&checked), expected, "{name}");
        assert!(
            problems(&checked).iter().any(|(_, code)| *code == Code::FieldEmail.as_str()),
            "{:?}",
            checked.problems
        );
        let dates = problems(&checked).iter().filter(|(_, code)| *code == Code::FieldDate.as_str()).count();
        assert_eq!(dates, 0, "an unknown date of birth is none: {:?}", checked.problems);
        let total = problems(&checked).iter().filter(|(_, code)| *code == "import.left_out_row").count();
        assert_eq!(total, usize::from(name.ends_with("xlsx")), "the total under the sheet is reported");
        vault.ask(call::import_run, preview.request);
    }
    let page = vault.ask(
        call::people_list,
        PeopleFilter { tab: Some(PeopleTab::Members), q: Some("Berg".into()), ..PeopleFilter::default() },
    );
    let view = vault.ask(call::people_get, ByPerson { person: page.rows[0].id });
    assert_eq!(view.sort_name, "Berg, Anneke van den");
    assert_eq!(view.phones[0].number, "+31612345601");
    assert_eq!(view.full.as_ref().unwrap().birth_date, Some(day("1958-12-04")));
    assert_eq!(view.address.unwrap().postcode, "2611 AB");
    assert_eq!(view.full.unwrap().source, PersonSource::Imported);
    assert_eq!(view.relations[0].started_on, Some(day("2001-09-01")));
    let note = vault.ask(call::people_note, ByPerson { person: page.rows[0].id });
    assert_eq!(note.text.as_deref(), Some("Penningmeester 2005-2011"));
    assert_eq!(vault.trail(), ["import.run done 25", "import.run done 0", "note.view done 1"]);
}

#[test]
fn an_imported_tick_is_no_proof_and_an_imported_no_is_a_refusal() {
    let mut vault = TestVault::new();
    let request = list(
        &mut vault,
        "Voornaam;Achternaam;E-mail;Foto op de site;Nieuwsbrief\nAnneke;Berg;a@voorbeeld.nl;ja;ja\nJan;Vos;j@voorbeeld.nl;nee;nee\nEls;Smit;e@voorbeeld.nl;-;\n",
    );
    assert_eq!(request.columns[3], Some(Meaning::Consent("photos_portrait".to_owned())));
    assert_eq!(request.columns[4], Some(Meaning::Consent("newsletter_others".to_owned())));
    let checked = vault.ask(call::import_check, request.clone());
    assert_eq!(checked.refusals, 2);
    let refusal = ImportFact { meaning: Meaning::Consent("photos_portrait".to_owned()), value: "refused".to_owned() };
    assert_eq!(checked.samples[1].facts[4], refusal);
    vault.ask(call::import_run, request);
    let state = |vault: &mut TestVault, q: &str, purpose: &str| {
        let person = found(vault, q);
        let rows = vault.ask(call::consent_of, ByPerson { person });
        rows.iter().find(|row| row.key == purpose).map(|row| row.state)
    };
    assert_eq!(state(&mut vault, "Berg", "photos_portrait"), Some(ConsentState::Unknown));
    assert_eq!(state(&mut vault, "Vos", "photos_portrait"), Some(ConsentState::Refused));
    assert_eq!(state(&mut vault, "Vos", "newsletter_others"), Some(ConsentState::Refused));
    assert_eq!(
        state(&mut vault, "Vos", "newsletter_members"),
        Some(ConsentState::Withdrawn),
        "nobody is asked, but this is an objection"
    );
    assert_eq!(state(&mut vault, "Smit", "photos_portrait"), Some(ConsentState::NotAsked), "a dash is no answer");
    // A later list with a yes changes none of these answers.
    let later = list(&mut vault, "Voornaam;Achternaam;E-mail;Foto op de site\nJan;Vos;j@voorbeeld.nl;ja\n");
    vault.ask(call::import_run, later);
    assert_eq!(state(&mut vault, "Vos", "photos_portrait"), Some(ConsentState::Refused));
}

#[test]
fn what_is_known_is_completed_and_never_overwritten() {
    let mut vault = TestVault::new();
    let known = vault.ask(
        call::people_create,
        NewPerson {
            emails: vec![NewEmail { label: "work".into(), address: "anneke@voorbeeld.nl".into() }],
            city: "Delft".into(),
            note: "Eigen notitie".into(),
            ..named("Anneke", "Berg")
        },
    );
    let request = list(
        &mut vault,
        "Voornaam;Achternaam;E-mail;Telefoon;Woonplaats;Straat en huisnummer;Opmerking\nAnneke;Berg;ANNEKE@voorbeeld.nl;612345678;Gouda;Laan 1;Uit de lijst\nJan;Vos;jan@voorbeeld.nl;;Delft;;\n",
    );
    assert_eq!(counts(&vault.ask(call::import_check, request.clone())), [1, 1, 0, 0]);
    let done = vault.ask(call::import_run, request.clone());
    let view = vault.ask(call::people_get, ByPerson { person: known });
    let address = view.address.unwrap();
    assert_eq!((address.city.as_str(), address.street.as_str()), ("Delft", ""), "half an address is not added");
    assert_eq!(view.phones[0].number, "+31612345678");
    let emails: Vec<_> = view.emails.iter().map(|email| (email.label.as_str(), email.address.as_str())).collect();
    assert_eq!(emails, [("work", "anneke@voorbeeld.nl")]);
    assert_eq!(view.relations[0].kind, RelationKind::Member);
    assert_eq!(vault.ask(call::people_note, ByPerson { person: known }).text.as_deref(), Some("Eigen notitie"));
    assert_eq!(counts(&vault.ask(call::import_check, request)), [0, 0, 2, 0], "the second time there is nothing to do");

    let undone = vault.ask(call::import_undo, ImportUndo { import: done.import_id });
    assert_eq!(undone, ImportUndone { removed: 1, restored: 1, kept: 0 });
    let view = vault.ask(call::people_get, ByPerson { person: known });
    assert_eq!((view.phones.len(), view.relations.len()), (0, 0));
    assert_eq!(vault.ask(call::people_note, ByPerson { person: known }).text.as_deref(), Some("Eigen notitie"));
    assert_eq!(vault.ask(call::people_list, PeopleFilter::default()).total, 1);
}

#[test]
fn an_import_is_undone_once_and_people_changed_since_are_left_alone() {
    let mut vault = TestVault::new();
    let request = list(
        &mut vault,
        "Voornaam;Achternaam;E-mail\nAnneke;Berg;a@voorbeeld.nl\nJan;Vos;j@voorbeeld.nl\nEls;Smit;e@voorbeeld.nl\n",
    );
    let import = vault.ask(call::import_run, request).import_id;
    let (vos, smit) = (found(&mut vault, "Vos"), found(&mut vault, "Smit"));
    vault.ask(
        call::people_change,
        ChangePerson { person: vos, seen: None, to: NewPerson { city: "Gouda".into(), ..named("Jan", "Vos") } },
    );
    // Smit's own row did not change, but a consent was recorded since.
    let photos = vault.purpose("photos_portrait");
    vault.ask(call::consent_record, answer(smit, photos, true, "2026-11-20"));
    let rows = vault.ask(call::import_list, Nothing {});
    assert_eq!((rows[0].new, rows[0].undone_at, rows[0].undo_until.is_some()), (3, None, true));
    assert_eq!(vault.ask(call::import_undo, ImportUndo { import }), ImportUndone { removed: 1, restored: 0, kept: 2 });
    assert_eq!(vault.ask(call::people_list, PeopleFilter::default()).total, 2);
    assert_eq!(vault.refused(call::import_undo, ImportUndo { import }), Code::ImportUndone);
}

#[test]
fn a_person_who_is_in_the_list_twice_is_imported_once() {
    let mut vault = TestVault::new();
    let request = list(
        &mut vault,
        "Lidnr;Voornaam;Achternaam;Geboortedatum;E-mail;Mobiel\n1;Anneke;Berg;04-12-1958;a@voorbeeld.nl;\n1;Anneke;Berg;04-12-1958;;0612345678\n1;Jan;Vos;;j@voorbeeld.nl;\n;;;;niemand@voorbeeld.nl;\n",
    );
    let checked = vault.ask(call::import_check, request.clone());
    assert_eq!(counts(&checked), [2, 1, 0, 1]);
    assert_eq!(problems(&checked), [(4, "import.member_number_taken"), (5, Code::FieldRequired.as_str())]);
    assert!(checked.problems.iter().all(|problem| problem.column.is_none()), "these are about the whole row");
    let done = vault.ask(call::import_run, request);
    assert_eq!(vault.ask(call::people_list, PeopleFilter::default()).total, 2);
    vault.ask(call::import_undo, ImportUndo { import: done.import_id });
    assert_eq!(vault.ask(call::people_list, PeopleFilter::default()).total, 0);
}

#[test]
fn a_blocked_column_is_never_imported_whatever_the_request_says() {
    let mut vault = TestVault::new();
    let mut request = list(&mut vault, "Naam;BSN\nAnneke Berg;999900006\n");
    assert_eq!(request.columns, [Some(Meaning::Field(ImportField::FullName)), None]);
    request.columns[1] = Some(Meaning::Field(ImportField::MemberNumber));
    assert_eq!(vault.refused(call::import_run, request.clone()), Code::ImportBlocked);
    request.columns = vec![None, None];
    assert_eq!(vault.refused(call::import_check, request), Code::ImportNoName);
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
    assert_eq!(vault.refused(call::import_run, request), Code::JobCancelled);
    stop.join().unwrap();
    assert_eq!(vault.ask(call::people_list, PeopleFilter::default()).total, 0);
    assert!(vault.ask(call::import_list, Nothing {}).is_empty());
    assert_eq!(vault.trail(), Vec::<String>::new());
}

#[test]
fn an_import_that_a_lock_interrupts_is_reported_as_stopped_and_leaves_nothing() {
    let mut vault = TestVault::new();
    let rows: String = (0..3_000).map(|i| format!("Voornaam{i};Achternaam{i};v{i}@voorbeeld.nl\n")).collect();
    let request = list(&mut vault, &format!("Voornaam;Achternaam;E-mail\n{rows}"));
    // A window shares the application between threads and calls it in JSON.
    let request = serde_json::to_value(request).unwrap();
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
        assert_eq!(run.join().unwrap().0.unwrap_err().code(), Code::JobCancelled);
        let late = shared.call(waits, "import_list", Value::Null);
        assert_eq!(late.0.unwrap_err().code(), Code::JobCancelled);
    });
    let after = shared.call(shared.ask(), "import_list", Value::Null);
    assert_eq!(after.0.unwrap_err().code(), Code::VaultLocked);
    assert_eq!(TestVault::count_in(folder.path(), "person"), 0);
}

/// Small files made for this project, one for each kind of list from outside. The expected results next to them were
/// written by hand.
#[test]
fn every_kind_of_file_is_read_or_refused_as_expected() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/imports");
    let expected = std::fs::read_to_string(dir.join("expected.json")).unwrap();
    let expected: BTreeMap<String, Expected> = serde_json::from_str(&expected).unwrap();
    assert!(expected.len() > 25);
    for (name, expected) in expected {
        let mut vault = TestVault::new();
        let file = vault.app().admit(dir.join(&name));
        let found = match call::import_inspect(vault.app(), ImportInspectRequest { file, sheet: None }) {
            Err(refused) => Expected::Refused { code: refused.code().as_str().to_owned() },
            Ok(answer) => Expected::of(answer.value),
        };
        assert_eq!(found, expected, "{name}");
    }
}

/// What `expected.json` says of a file.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Expected {
    Refused { code: String },
    Read { sheets: Vec<ExpectedSheet>, warnings: Vec<String> },
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedSheet {
    name: String,
    hidden: bool,
    header_row: Option<u32>,
    rows: usize,
    first: Option<Vec<String>>,
}

impl Expected {
    fn of(found: Inspection) -> Self {
        let sheet = |sheet: ImportSheet| ExpectedSheet {
            name: sheet.name,
            hidden: sheet.hidden,
            header_row: sheet.header_row,
            rows: sheet.rows,
            first: sheet.first_rows.into_iter().next(),
        };
        let row = |row: Option<u32>| row.map_or_else(|| "null".to_owned(), |row| row.to_string());
        let warning = |warning: ImportWarning| format!("{} {}", warning.code, row(warning.row));
        Expected::Read {
            sheets: found.sheets.into_iter().map(sheet).collect(),
            warnings: found.warnings.into_iter().map(warning).collect(),
        }
    }
}

#[test]
fn the_file_of_problems_opens_as_text() {
    let mut vault = TestVault::new();
    let request = list(&mut vault, "Naam;E-mail\nAnneke Berg;=cmd|' /C calc'!A0\nJan Vos;jan@voorbeeld.nl\n");
    let (path, token) = vault.file("problemen.csv");
    vault.ask(call::import_problems, ImportProblems { request: request.into(), target: into_file(token) });
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains("\"2\";\"E-mail\";\"Geen geldig e-mailadres\";\"'=cmd|"), "{text}");
}

#[test]
fn the_same_file_is_recognised_and_reading_it_needs_the_right_to_import() {
    let mut vault = TestVault::new();
    let request = list(&mut vault, "Naam;E-mail\nAnneke Berg;a@voorbeeld.nl\n");
    vault.ask(call::import_run, request.clone());
    let again = vault.ask(call::import_open, list_in(request.file));
    assert!(again.earlier.is_some());
    vault.reopen_as(&[Role::Treasurer], false);
    assert_eq!(vault.refused(call::import_list, Nothing {}), Code::PermissionDenied);
    assert_eq!(vault.refused(call::import_run, request), Code::PermissionDenied);
}
