//! The check after an erasure: what it finds is reported and stays on record; the ledger lists what was erased from
//! which table; and traces outside the person's rows, such as the name of a file or a report for printing, are erased
//! too.
use acceptance::pages::{decrypted, standing_in};
use acceptance::requests::{at_home, contribution, day, erasure, list_in, on_tab, report, running, surnamed, until};
use acceptance::{Calls, Computer};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    ByPerson, EndRelation, ErasureDone, ErasureId, ErasureProof, KeepLonger, NewPerson, NewRelation, Nothing,
    PeopleTab, PersonId, RelationKind, Target,
};
use ledenkluis_core::app::write_whole;
use ledenkluis_core::error::Code;
use ledenkluis_core::ops::Role;
use std::path::Path;

fn gone_member(computer: &mut Computer, surname: &str) -> PersonId {
    computer.ask(
        call::people_create,
        NewPerson {
            emails: vec![at_home("j.jansen@voorbeeld.nl")],
            birth_date: Some(day("1961-11-23")),
            member_number: "17".into(),
            relations: vec![NewRelation {
                started_on: Some(day("2009-09-01")),
                ..until(RelationKind::Member, "2020-10-31")
            }],
            note: "Speelt tuba.".into(),
            ..surnamed(surname)
        },
    )
}

fn erase(computer: &mut Computer, person: PersonId) -> ErasureDone {
    computer.ask(call::erasure_run, erasure(person, "wis 1 persoon"))
}

/// Whether the last erasure is pending, whether the file was searched after it, and how many strings were found.
fn row(computer: &mut Computer) -> (bool, bool, u32) {
    let list = computer.ask(call::erasure_list, Nothing {});
    (list[0].pending, list[0].searched, list[0].residue)
}

/// Erases somebody whose e-mail address also stands in a table that no holder knows.
fn with_a_leftover(computer: &mut Computer) -> ErasureId {
    computer.add("Henk", Role::Treasurer);
    let person = gone_member(computer, "Okafor-Zuiderduin");
    let plant = "CREATE TABLE probe (text TEXT) STRICT; INSERT INTO probe VALUES ('Aan J.Jansen@voorbeeld.nl')";
    computer.inside(|conn| conn.execute_batch(plant).unwrap());
    let done = erase(computer, person);
    assert_eq!((done.erased, done.problem.as_deref()), (1, Some(Code::ErasureResidue.as_str())));
    assert_eq!(row(computer), (true, true, 1));
    done.erasure
}

#[test]
fn a_finding_prevents_the_proof_and_is_never_forgotten() {
    let mut computer = Computer::with_vault();
    let proof = ErasureProof { erasure: with_a_leftover(&mut computer), target: Target::Print };
    assert_eq!(computer.refused(call::erasure_proof, proof.clone()), Code::ErasureResidue, "it is still there");
    computer.become_user("Henk");
    assert_eq!(
        computer.refused(call::erasure_proof, proof.clone()),
        Code::PermissionDenied,
        "the proof is not the treasurer's"
    );
    // At the next unlock the strings to search for are gone: the file is cleaned, and the finding stays.
    computer.become_user("Anneke Vos");
    assert_eq!(row(&mut computer), (false, false, 1));
    computer.ask(call::erasure_proof, proof);
    assert_eq!(row(&mut computer), (false, false, 1));
}

#[test]
fn a_finding_that_was_removed_is_searched_for_again() {
    let mut computer = Computer::with_vault();
    let erasure = with_a_leftover(&mut computer);
    computer.inside(|conn| conn.execute_batch("DROP TABLE probe").unwrap());
    computer.ask(call::erasure_proof, ErasureProof { erasure, target: Target::Print });
    assert_eq!(row(&mut computer), (false, true, 0));
}

#[test]
fn the_ledger_distinguishes_a_note_from_its_person_and_a_partial_erasure() {
    let mut computer = Computer::with_vault();
    computer.add("Henk", Role::Treasurer);
    let (part, whole) = (gone_member(&mut computer, "Jansen"), gone_member(&mut computer, "Pietersen"));
    computer.become_user("Henk");
    let paid = contribution(part, "2020-03-01", 2_500);
    computer.ask(call::donations_record, paid);
    computer.become_user("Anneke Vos");
    let mut ledger = |person: PersonId| -> Vec<String> {
        erase(&mut computer, person);
        let sql = "SELECT of_table, scope, coalesce(kept_until, '-'), hex(record) FROM erasure_record
                   WHERE erasure = (SELECT id FROM erasure ORDER BY number DESC LIMIT 1) ORDER BY of_table, scope";
        let id = person.0.simple().to_string().to_uppercase();
        let line = |r: &rusqlite::Row<'_>| {
            let own = if r.get::<_, String>(3)? == id { "own" } else { "other" };
            Ok(format!("{} {} {} {own}", r.get::<_, String>(0)?, r.get::<_, String>(1)?, r.get::<_, String>(2)?))
        };
        computer
            .inside(|conn| conn.prepare(sql).unwrap().query_map([], line).unwrap().collect::<Result<_, _>>().unwrap())
    };
    assert_eq!(
        ledger(part),
        [
            "email row - other",
            "person birth_date 2027-12-31 own",
            "person member_number 2027-12-31 own",
            "person_note row - own",
            "relation row - other",
        ],
        "the person stays: no row of `person` may go when a copy is put back"
    );
    assert_eq!(
        ledger(whole),
        ["email row - other", "person row - own", "person_note row - own", "relation row - other"]
    );
}

#[test]
fn a_file_named_after_the_person_is_no_residue_and_keeps_only_its_ending() {
    erased_from("leden Jansen-Okafor.csv", "….csv");
    erased_from("Ledenlijst 2026.csv", "Ledenlijst 2026.csv");
}

/// Imports a person from a file with this name, erases them, and checks the name in the list of imports.
fn erased_from(name: &str, afterwards: &str) {
    let mut computer = Computer::with_vault();
    let path = computer.path(name);
    std::fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).unwrap();
    write_whole(&path, "Achternaam;E-mail;Lid tot\nJansen-Okafor;j.jansen@voorbeeld.nl;31-10-2020\n".as_bytes())
        .unwrap();
    let file = computer.app().admit(path);
    let request = computer.ask(call::import_open, list_in(file)).request;
    computer.ask(call::import_run, request);
    assert_eq!(computer.ask(call::import_list, Nothing {})[0].file_name, name);
    let page = computer.ask(call::people_list, on_tab(PeopleTab::All));
    let person = page.rows[0].id;
    let done = erase(&mut computer, person);
    assert_eq!(done.problem, None);
    assert_eq!(computer.ask(call::import_list, Nothing {})[0].file_name, afterwards);
    let (folder, key) = (computer.folder(), computer.main_key());
    let plain = decrypted(&folder.join("data.db"), &key).unwrap();
    assert_eq!(standing_in(&plain, &["Jansen-Okafor"]), Vec::<&str>::new());
}

#[test]
fn a_text_that_the_program_also_uses_is_no_residue() {
    let mut computer = Computer::with_vault();
    let words = NewPerson {
        street: "erased-relation".into(),
        city: "retention.keep".into(),
        relations: vec![until(RelationKind::Member, "2020-10-31")],
        ..surnamed("Relation.end")
    };
    let person = computer.ask(call::people_create, words);
    let other = NewPerson { relations: vec![running(RelationKind::Member)], ..surnamed("Buur") };
    let other = computer.ask(call::people_create, other);
    let relation = computer.ask(call::people_get, ByPerson { person: other }).relations[0].id;
    computer.ask(call::people_end_relation, EndRelation { relation, ended_on: day("2026-11-01") });
    let keep = KeepLonger { person: other, until: day("2027-10-01"), reason: "Staat in het boek".into() };
    computer.ask(call::retention_keep, keep);
    assert_eq!(erase(&mut computer, person).problem, None);
}

#[test]
fn a_report_for_printing_is_erased_with_the_person() {
    let mut computer = Computer::with_vault();
    let person = gone_member(&mut computer, "Jansen");
    let made = computer.ask(call::export_report, report(person));
    let files = [made.pdf.path, made.data.path];
    assert!(files.iter().all(|file| Path::new(file).exists()));
    erase(&mut computer, person);
    assert!(!files.iter().any(|file| Path::new(file).exists()), "at once, not only at the lock");
}
