//! Erasure: a person is gone from every page and every file, no new key opens the old file, and the proof claims what
//! was checked and no more.
use acceptance::pages::{decrypted, files_below, standing_in};
use acceptance::requests::{
    answer, at_home, day, erasure, gift, into_file, named, report, running, search, since, surnamed, until,
};
use acceptance::{Calls, Computer, TestVault};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    ByPerson, ErasureProof, MemberYear, Name, NewDonation, NewPerson, NewPhone, NewRelation, Nothing, PeopleFilter,
    PersonId, RelationKind, Restriction, RunErasure, Target,
};
use ledenkluis_core::error::Code;
use ledenkluis_core::kernel::db;
use ledenkluis_core::kernel::db::Mode;
use ledenkluis_core::kernel::secret::Key;
use ledenkluis_core::ops::Role;
use serde_json::{Value, json};
use std::path::Path;

/// Values that only Grace has. She shares her partner's surname, the postcode and the town with somebody who stays.
const HERS: &[&str] = &[
    "Okafor-Zuiderduin",
    "grace.zuiderduin@voorbeeld.nl",
    "+31612345678",
    "Zonnebloemstraat 418",
    "gra-0815",
    "1961-11-23",
];

fn grace(computer: &mut Computer, ended_on: &str) -> PersonId {
    computer.ask(
        call::people_create,
        NewPerson {
            name: Name {
                given_name: "Grace".into(),
                surname: HERS[0].into(),
                partner_surname: "Voskuil".into(),
                ..Name::default()
            },
            emails: vec![at_home(HERS[1])],
            phones: vec![NewPhone { label: "mobile".into(), number: "06 12345678".into() }],
            street: HERS[3].into(),
            postcode: "1234 AB".into(),
            city: "Veldrade".into(),
            birth_date: Some(day("1961-11-23")),
            member_number: "GRA-0815".into(),
            relations: vec![NewRelation {
                started_on: Some(day("2009-09-01")),
                ..until(RelationKind::Member, ended_on)
            }],
            ..NewPerson::default()
        },
    )
}

fn stayer(computer: &mut Computer) -> PersonId {
    computer.ask(
        call::people_create,
        NewPerson {
            street: "Molenpad 12".into(),
            postcode: "1234 AB".into(),
            city: "Veldrade".into(),
            relations: vec![since(RelationKind::Member, "2011-09-01")],
            ..named("Piet", "Voskuil")
        },
    )
}

fn main_job() -> (Computer, PersonId) {
    let mut computer = Computer::with_vault();
    stayer(&mut computer);
    let person = grace(&mut computer, "2020-10-31");
    let photos = computer.purpose("photos_portrait");
    computer.ask(call::consent_record, answer(person, photos, true, "2019-01-02"));
    (computer, person)
}

#[test]
fn without_the_cleaning_the_strings_are_found_and_after_an_erasure_they_are_nowhere() {
    let (mut computer, person) = main_job();
    let (folder, before) = (computer.folder(), computer.main_key());
    let data = folder.join("data.db");
    assert_eq!(standing_in(&decrypted(&data, &before).unwrap(), HERS), HERS, "the reader finds what is there");

    // Without the cleaning: deleting alone leaves the values in freed pages and in the gaps of other pages.
    let desk = tempfile::tempdir().unwrap();
    let copy = desk.path().join("data.db");
    std::fs::copy(&data, &copy).unwrap();
    {
        let conn = db::open(&copy, &Key::new(before), Mode::ReadWrite).unwrap();
        conn.execute_batch("PRAGMA secure_delete = OFF; PRAGMA foreign_keys = OFF; DELETE FROM email WHERE true; DELETE FROM phone WHERE true; DELETE FROM person WHERE true").unwrap();
    }
    assert_eq!(standing_in(&decrypted(&copy, &before).unwrap(), HERS), HERS, "a DELETE is not an erasure");
    let put_aside = desk.path().join("before.db");
    std::fs::copy(&data, &put_aside).unwrap();

    let done = computer.ask(call::erasure_run, erasure(person, "okafor-zuiderduin"));
    assert_eq!((done.erased, done.problem.as_deref()), (1, None));

    let after = computer.main_key();
    assert_ne!(before, after);
    let plain = decrypted(&data, &after).expect("the new key fits");
    assert_eq!(standing_in(&plain, HERS), Vec::<&str>::new());
    assert_eq!(standing_in(&plain, &["Voskuil", "Veldrade"]), ["Voskuil", "Veldrade"], "whoever stays is still there");
    for file in files_below(&folder) {
        assert_eq!(standing_in(&std::fs::read(&file).unwrap(), HERS), Vec::<&str>::new(), "{}", file.display());
    }
    assert!(decrypted(&data, &before).is_none(), "the old key opens no page of the new file");
    assert!(decrypted(&put_aside, &after).is_none(), "the new key opens no page of the old file");
    assert!(db::open(&put_aside, &Key::new(after), Mode::ReadOnly).is_err());

    computer.become_user("Anneke Vos");
    let page = computer.ask(call::people_list, PeopleFilter::default());
    assert_eq!((page.total, page.rows[0].sort_name.as_str()), (1, "Voskuil, Piet"));
}

#[test]
fn the_proof_names_nobody_and_says_what_was_checked() {
    let (mut computer, person) = main_job();
    let done = computer.ask(call::erasure_run, erasure(person, "wis 1 persoon"));
    assert_eq!(done.number, "2026-0001");
    let path = computer_path(&computer, "bewijs.pdf");
    let target = computer.app().admit(path);
    let written = computer.ask(call::erasure_proof, ErasureProof { erasure: done.erasure, target: into_file(target) });
    assert_eq!(written.pages, 2);
    let list = computer.ask(call::erasure_list, Nothing {});
    assert_eq!((list[0].persons, list[0].pending), (1, false));
    assert_eq!(list[0].by.as_deref(), Some("Anneke Vos"));
    let sheet = stored_sheet(&mut computer);
    assert_eq!((&sheet["erased"], &sheet["rules"]), (&json!(1), &json!([["R01", 1]])));
    let checked = &sheet["checked"];
    assert_eq!((&checked["old_key_refused"], &checked["strangers"]), (&json!(true), &json!(0)));
    assert!(checked["pages"].as_u64() > Some(20) && checked["files"].as_u64() > Some(0), "{checked}");
    // Hers alone: names, number, mail, phone, street, birthday. Others share the town, postcode and her partner's name.
    assert_eq!(checked["strings"], 7, "{checked}");
    let text = sheet.to_string().to_lowercase();
    assert!(HERS.iter().all(|word| !text.contains(&word.to_lowercase())));
    let ledger = count(&mut computer, "SELECT count(*) FROM erasure_record");
    assert_eq!(ledger, 5, "person, e-mail, phone, relation, consent");
}

fn computer_path(computer: &Computer, name: &str) -> std::path::PathBuf {
    let path = computer.path(name);
    std::fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).unwrap();
    path
}

fn count(computer: &mut Computer, sql: &str) -> i64 {
    computer.inside(|conn| conn.query_row(sql, [], |r| r.get(0)).unwrap())
}

/// The stored sheet of the only erasure, from which its proof is printed: no command shows all of it.
fn stored_sheet(computer: &mut Computer) -> Value {
    let text: String = computer.inside(|conn| conn.query_row("SELECT sheet FROM erasure", [], |r| r.get(0)).unwrap());
    serde_json::from_str(&text).unwrap()
}

#[test]
fn what_tax_law_requires_stays_for_the_treasurer_alone() {
    let (mut computer, person) = main_job();
    computer.add("Henk", Role::Treasurer);
    computer.become_user("Henk");
    let gift = NewDonation { remark: "voor de tuba".to_owned(), ..gift(person, "2020-03-01", 2_500) };
    computer.ask(call::donations_record, gift);
    computer.become_user("Anneke Vos");
    let (folder, before) = (computer.folder(), computer.main_key());
    let plain = decrypted(&folder.join("data.db"), &before).unwrap();
    assert_eq!(standing_in(&plain, HERS), HERS, "the reader finds what is there");
    assert_eq!(standing_in(&plain, &["voor de tuba"]), Vec::<&str>::new());
    let done = computer.ask(call::erasure_run, erasure(person, "wis 1 persoon"));
    assert_eq!((done.erased, done.partly, done.problem.as_deref()), (0, 1, None));
    assert_eq!((done.kept[0].until, done.kept[0].rule.as_deref()), (Some(day("2027-12-31")), Some("R07b")));
    // She is in no list of the secretary, who can still find her by the whole name to answer an access request.
    let found = |computer: &mut Computer, q: &str| computer.ask(call::people_list, search(q)).rows;
    assert!(found(&mut computer, "Okafor").is_empty());
    assert_eq!(found(&mut computer, "grace okafor-zuiderduin")[0].id, person);
    computer.ask(call::export_report, report(person));
    assert_eq!(computer.refused(call::erasure_run, erasure(person, "wis 1 persoon")), Code::ErasureNotDue);
    let (folder, key) = (computer.folder(), computer.main_key());
    let plain = decrypted(&folder.join("data.db"), &key).unwrap();
    let kept = [HERS[0], HERS[3]];
    assert_eq!(standing_in(&plain, HERS), kept, "name and street stay; mail, phone, number and birthday go");
    assert_eq!(standing_in(&plain, &["voor de tuba"]), Vec::<&str>::new(), "the gift stays, and stays sealed");
    computer.become_user("Henk");
    let view = computer.ask(call::people_get, ByPerson { person });
    assert_eq!((view.restricted, view.emails.len()), (Some(Restriction::Fiscal), 0));
    let gifts = computer.ask(call::donations_list, ByPerson { person });
    assert_eq!((gifts[0].amount_cents, gifts[0].remark.as_str()), (2_500, "voor de tuba"));
}

#[test]
fn wrong_words_or_people_who_are_not_due_change_nothing() {
    let mut computer = Computer::with_vault();
    let (stays, goes) = (stayer(&mut computer), grace(&mut computer, "2020-10-31"));
    let refused = |computer: &mut Computer, persons: &[PersonId], confirm: &str| {
        computer.refused(call::erasure_run, RunErasure { persons: persons.to_vec(), confirm: confirm.into() })
    };
    assert_eq!(refused(&mut computer, &[goes], "wis 2 personen"), Code::ErasureConfirm);
    assert_eq!(refused(&mut computer, &[goes], ""), Code::ErasureConfirm);
    assert_eq!(refused(&mut computer, &[stays], "voskuil"), Code::ErasureNotDue);
    assert_eq!(refused(&mut computer, &[goes, stays], "wis 2 personen"), Code::ErasureNotDue, "all of them or nobody");
    assert_eq!(refused(&mut computer, &[], "wis 0 personen"), Code::InputInvalid);
    assert_eq!(computer.ask(call::people_list, PeopleFilter::default()).total, 2);
    assert_eq!(count(&mut computer, "SELECT count(*) FROM erasure"), 0);
}

#[test]
fn forty_people_are_one_erasure_with_one_line_in_the_trail() {
    let mut computer = Computer::with_vault();
    let mut persons = vec![];
    for n in 0..40 {
        let relation = NewRelation { started_on: Some(day("2021-02-01")), ..until(RelationKind::Member, "2023-12-31") };
        let person = NewPerson { relations: vec![relation], ..surnamed(&format!("Oudlid-{n:04}")) };
        persons.push(computer.ask(call::people_create, person));
    }
    let years = computer.ask(call::today_overview, Nothing {}).members.years;
    let done = computer.ask(call::erasure_run, RunErasure { persons, confirm: "WIS 40 PERSONEN".into() });
    assert_eq!((done.erased, done.problem.as_deref()), (40, None));
    assert_eq!(count(&mut computer, "SELECT count(*) FROM trail WHERE op = 'erasure.run'"), 1);
    assert_eq!(count(&mut computer, "SELECT joined FROM tally WHERE kind = 'member' AND year = 2021"), 40);
    assert_eq!(count(&mut computer, "SELECT gone FROM tally WHERE kind = 'member' AND year = 2023"), 40);
    assert_eq!(years[0], MemberYear { year: 2021, joined: 40, left: 0 });
    assert_eq!(
        computer.ask(call::today_overview, Nothing {}).members.years,
        years,
        "the history of the association stays"
    );
}

#[test]
fn a_foreign_file_in_the_folder_is_reported_and_left_alone() {
    let (mut computer, person) = main_job();
    let stranger = computer.folder().join("ledenlijst.txt");
    std::fs::copy(write(&computer, &format!("naam;{}\n", HERS[0])), &stranger).unwrap();
    let done = computer.ask(call::erasure_run, erasure(person, "wis 1 persoon"));
    assert_eq!((done.strangers, done.problem.as_deref()), (1, None));
    assert!(stranger.exists());
    assert_eq!(stored_sheet(&mut computer)["checked"]["files"], 0, "so the proof does not claim the other files");
}

fn write(computer: &Computer, text: &str) -> std::path::PathBuf {
    let path = computer_path(computer, "bron.txt");
    ledenkluis_core::app::write_whole(&path, text.as_bytes()).unwrap();
    path
}

#[test]
fn an_erasure_whose_cleaning_failed_is_finished_later() {
    // In a vault without a header the transaction succeeds, but no new key can be made.
    let mut vault = TestVault::new();
    let relation = until(RelationKind::Member, "2019-12-31");
    let person = vault.ask(call::people_create, NewPerson { relations: vec![relation], ..surnamed("Okafor") });
    let done = vault.ask(call::erasure_run, erasure(person, "okafor"));
    assert_eq!((done.erased, done.problem.is_some()), (1, true), "{done:?}");
    assert_eq!(vault.ask(call::people_list, PeopleFilter::default()).total, 0, "the person is gone all the same");
    assert!(vault.ask(call::erasure_list, Nothing {})[0].pending);
    let proof = vault.refused(call::erasure_proof, ErasureProof { erasure: done.erasure, target: Target::Print });
    assert_eq!(Some(proof.as_str()), done.problem.as_deref(), "no proof of what was not done");

    // In a real vault the next unlock finishes such a row.
    let (mut computer, person) = main_job();
    computer.ask(call::erasure_run, erasure(person, "wis 1 persoon"));
    let key = computer.main_key();
    // Change the row before the lock: a change made after it is refused.
    computer.inside(|conn| conn.execute("UPDATE erasure SET state = 'pending'", []).unwrap());
    computer.lock();
    computer.become_user("Anneke Vos");
    assert_ne!(computer.main_key(), key, "the cleaning was done again");
    assert!(!computer.ask(call::erasure_list, Nothing {})[0].pending);
    let checked = stored_sheet(&mut computer)["checked"].clone();
    assert_eq!((&checked["pages"], &checked["old_key_refused"]), (&json!(0), &json!(true)), "no more is claimed");
    assert!(!computer.ask(call::erasure_list, Nothing {})[0].searched);
}

#[test]
fn texts_of_a_neighbour_that_only_adjoin_are_no_residue() {
    let (mut computer, _) = main_job();
    let gone = NewPerson {
        street: "Kanaaldijk 49".into(),
        relations: vec![until(RelationKind::Member, "2019-12-31")],
        ..surnamed("Kowalski")
    };
    let gone = computer.ask(call::people_create, gone);
    computer.ask(
        call::people_create,
        NewPerson {
            street: "Kanaaldijk 4".into(),
            postcode: "9999 ZR".into(),
            relations: vec![running(RelationKind::Member)],
            ..surnamed("Buur")
        },
    );
    let done = computer.ask(call::erasure_run, erasure(gone, "kowalski"));
    assert_eq!((done.erased, done.problem.as_deref()), (1, None), "{:?}", done);
}

#[test]
fn only_users_who_may_erase_can_erase() {
    let mut vault = TestVault::as_role(&[Role::Treasurer], false);
    assert_eq!(
        vault.refused(call::erasure_run, RunErasure { persons: vec![], confirm: String::new() }),
        Code::PermissionDenied
    );
    assert_eq!(vault.trail().last().map(String::as_str), Some("erasure.run denied 0"));
}
