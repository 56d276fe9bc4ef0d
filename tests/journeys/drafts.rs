//! Drafts, the text that a user typed and did not save: kept for that user alone, across a lock, for a week at most,
//! and never past an erasure.
use acceptance::pages::{decrypted, standing_in};
use acceptance::requests::{erasure, into_file, nobody, report, surnamed, until};
use acceptance::{Calls, Computer, TestVault};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    ByPerson, Compartment, Draft, DraftByPlace, NewDraft, NewPerson, Nothing, PersonId, RelationKind, ReportRequest,
    TrailRequest,
};
use ledenkluis_core::error::Code;
use ledenkluis_core::ops::Role;

const NEW: &str = "/personen/nieuw person";
const TYPED: &str = r#"{"surname":"Okafor-Zuiderduin","emails":[{"address":"grace@voorbeeld.nl"}]}"#;

fn draft(place: &str, person: Option<PersonId>, content: &str) -> NewDraft {
    NewDraft { place: place.to_owned(), person, compartment: Compartment::Main, content: content.to_owned() }
}

fn places(drafts: &[Draft]) -> Vec<&str> {
    drafts.iter().map(|draft| draft.place.as_str()).collect()
}

#[test]
fn a_draft_is_there_after_a_lock_and_for_its_own_user_only() {
    let mut computer = Computer::with_vault();
    computer.add("Bert Dam", Role::Secretary);
    computer.ask(call::drafts_keep, draft(NEW, None, r#"{"surname":"O"}"#));
    computer.ask(call::drafts_keep, draft(NEW, None, TYPED));
    computer.restart();
    computer.become_user("Bert Dam");
    assert!(computer.ask(call::drafts_list, Nothing {}).is_empty());
    computer.become_user("Anneke Vos");
    let kept = computer.ask(call::drafts_list, Nothing {});
    assert_eq!((places(&kept), kept[0].content.as_str()), (vec![NEW], TYPED), "only what was typed last");

    computer.ask(call::drafts_drop, DraftByPlace { place: NEW.into() });
    assert!(computer.ask(call::drafts_list, Nothing {}).is_empty());
}

#[test]
fn a_draft_is_sealed_in_the_file_so_that_a_note_stays_confidential() {
    let mut computer = Computer::with_vault();
    computer.ask(call::people_create, surnamed("Voskuil-Vermeer"));
    let note =
        NewDraft { place: NEW.into(), person: None, compartment: Compartment::Confidential, content: TYPED.into() };
    computer.ask(call::drafts_keep, note);
    let giving = NewDraft {
        place: "/personen/x gift".into(),
        person: None,
        compartment: Compartment::Giving,
        content: "{}".into(),
    };
    let key = computer.main_key();
    let pages = decrypted(&computer.folder().join("data.db"), &key).unwrap();
    let words = ["voskuil-vermeer", "okafor-zuiderduin", "grace@voorbeeld.nl"];
    assert_eq!(standing_in(&pages, &words), ["voskuil-vermeer"], "the reader finds what is open, and no more");
    computer.add("Bert Dam", Role::Viewer);
    computer.become_user("Bert Dam");
    assert_eq!(computer.refused(call::drafts_keep, giving), Code::VaultKeyMissing);
}

#[test]
fn a_week_later_a_draft_is_gone_from_the_list_and_from_the_file() {
    let mut computer = Computer::with_vault();
    computer.ask(call::drafts_keep, draft(NEW, None, TYPED));
    computer.wait(6 * 86_400);
    computer.become_user("Anneke Vos");
    assert_eq!(places(&computer.ask(call::drafts_list, Nothing {})), [NEW]);
    computer.wait(86_400);
    assert!(computer.ask(call::drafts_list, Nothing {}).is_empty());
    computer.become_user("Anneke Vos");
    let lines = computer.ask(call::audit_list, TrailRequest::default());
    let last = lines.iter().find(|line| line.op == "draft.drop").cloned().unwrap();
    assert_eq!(last.count, 1);
}

#[test]
fn an_erasure_drops_every_draft() {
    let mut computer = Computer::with_vault();
    let mut person = |name: &str| {
        computer.ask(
            call::people_create,
            NewPerson { relations: vec![until(RelationKind::Member, "2020-01-31")], ..surnamed(name) },
        )
    };
    let (grace, piet) = (person("Zuiderduin"), person("Voskuil"));
    computer.ask(call::drafts_keep, draft(NEW, None, TYPED));
    computer.ask(call::drafts_keep, draft("/personen/grace person", Some(grace), TYPED));
    computer.ask(call::drafts_keep, draft("/personen/piet person", Some(piet), r#"{"note":"neef van Grace"}"#));
    let preview = computer.ask(call::retention_preview, ByPerson { person: grace });
    assert!(preview.goes.iter().any(|said| said.text_id == "erased-draft"), "{:?}", preview.goes);
    computer.ask(call::erasure_run, erasure(grace, "Zuiderduin"));
    assert!(computer.ask(call::drafts_list, Nothing {}).is_empty());
}

#[test]
fn a_draft_is_in_the_report_about_its_person() {
    let mut vault = TestVault::new();
    let person = vault.person("Grace", "Zuiderduin");
    vault.ask(call::drafts_keep, draft("/personen/grace person", Some(person), r#"{"city":"Veldrade","kind":""}"#));
    let (path, token) = vault.file("inzage.json");
    let (_, pdf) = vault.file("inzage.pdf");
    let files = ReportRequest { pdf: into_file(pdf), data: into_file(token), ..report(person) };
    vault.ask(call::export_report, files);
    let report = std::fs::read_to_string(path).unwrap();
    assert!(report.contains("“Veldrade”"), "{report}");
}

#[test]
fn a_draft_that_is_too_long_or_about_nobody_is_refused() {
    let mut vault = TestVault::new();
    let much = draft(NEW, None, &"x".repeat(40_000));
    assert_eq!(vault.refusal(call::drafts_keep, much).fields()[0].field, "content");
    assert_eq!(vault.refused(call::drafts_keep, draft(NEW, Some(nobody()), "{}")), Code::PersonMissing);
    assert_eq!(vault.refusal(call::drafts_keep, draft("", None, "{}")).fields()[0].code, Code::FieldRequired);
    let lines = vault.trail();
    assert!(lines.iter().all(|line| !line.contains("draft")), "a refusal leaves nothing: {lines:?}");
}

#[test]
fn the_number_of_drafts_is_limited_and_a_refusal_does_not_tell_who_is_in_the_vault() {
    let mut vault = TestVault::new();
    for n in 0..50 {
        vault.ask(call::drafts_keep, draft(&format!("/plaats/{n}"), None, "{}"));
    }
    assert_eq!(vault.refused(call::drafts_keep, draft("/plaats/50", None, "{}")), Code::DraftTooMany);
    vault.ask(call::drafts_keep, draft("/plaats/49", None, r#"{"a":"b"}"#));
    assert_eq!(vault.ask(call::drafts_list, Nothing {}).len(), 50, "no draft was dropped");

    let person = vault.person("Grace", "Okafor");
    vault.reopen_as(&[], true);
    let codes = [person, nobody()].map(|who| vault.refused(call::drafts_keep, draft(NEW, Some(who), "{}")));
    assert_eq!(
        codes,
        [Code::PersonMissing, Code::PersonMissing],
        "a user who may see nobody learns nothing from an id"
    );
}
