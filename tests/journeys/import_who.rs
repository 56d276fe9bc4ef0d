//! Who the rows of a list are: nobody becomes somebody else in silence, and where the program is not sure a person
//! decides.
use acceptance::requests::{answer, list_in, search};
use acceptance::{Calls, TestVault};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    Because, ByPerson, ImportAnswer, ImportChecked, ImportDecision, ImportOutcome, ImportRequest, ImportUndo, Meaning,
    Nothing, PeopleFilter, PersonId, RelationKind,
};
use std::collections::BTreeSet;

fn list(vault: &mut TestVault, text: &str) -> ImportRequest {
    let (path, file) = vault.file("lijst.csv");
    ledenkluis_core::app::write_whole(&path, text.as_bytes()).unwrap();
    vault.ask(call::import_open, list_in(file)).request
}

fn people(vault: &mut TestVault) -> u32 {
    vault.ask(call::people_list, PeopleFilter::default()).total
}

fn found(vault: &mut TestVault, q: &str) -> PersonId {
    vault.ask(call::people_list, search(q)).rows[0].id
}

/// New, complete, same, ask, skip.
fn counts(checked: &ImportChecked) -> [usize; 5] {
    [checked.new, checked.complete, checked.same, checked.ask, checked.skip]
}

fn codes(checked: &ImportChecked) -> Vec<(u32, &str)> {
    checked.problems.iter().map(|problem| (problem.row, problem.code.as_str())).collect()
}

const TWINS: &str = "Voorletters;Tussenvoegsel;Achternaam;Geboortedatum;E-mail;Straat;Huisnr;Postcode;Plaats\n\
    J.;de;Wit;14-03-2013;moeder.dewit@voorbeeld.nl;Iepenlaan;5;1111 AA;Diemen\n\
    J.;de;Wit;14-03-2013;moeder.dewit@voorbeeld.nl;Iepenlaan;5;1111 AA;Diemen\n\
    K.;;Mol;01-01-2012;mol@voorbeeld.nl;Iepenlaan;7;1111 AA;Diemen\n";

#[test]
fn twins_with_one_initial_are_two_people_and_the_second_is_told() {
    let mut vault = TestVault::new();
    let request = list(&mut vault, TWINS);
    let checked = vault.ask(call::import_check, request.clone());
    assert_eq!((counts(&checked), codes(&checked)), ([3, 0, 0, 0, 0], vec![(3, "import.perhaps_twice")]));
    let [doubt] = checked.doubts.as_slice() else { panic!("{:?}", checked.doubts) };
    assert_eq!((doubt.row, doubt.person, doubt.same_row, doubt.decided), (3, None, Some(2), None));
    // A person who knows that the row is there twice can say so.
    let twice = ImportDecision { row: 3, answer: ImportAnswer::SameRow(2) };
    let decided = ImportRequest { decisions: vec![twice], ..request.clone() };
    let checked = vault.ask(call::import_check, decided);
    assert_eq!((counts(&checked), codes(&checked)), ([2, 0, 1, 0, 0], vec![]));
    assert_eq!(checked.doubts[0].decided, Some(ImportAnswer::SameRow(2)), "it stays in sight");
    vault.ask(call::import_run, request);
    assert_eq!(people(&mut vault), 3);
}

#[test]
fn a_number_of_a_family_leaves_everyone_who_they_are_and_is_told() {
    let mut vault = TestVault::new();
    let request = list(
        &mut vault,
        "Lidnummer;Voornaam;Achternaam;Geboortedatum;E-mail;Mobiel\n\
         101;Jan;Terpstra;03-03-1960;jan@voorbeeld.nl;0611110011\n\
         101;Marie;Terpstra;04-04-1962;marie@voorbeeld.nl;0611110012\n\
         102;Koos;Hoekstra;06-06-1955;koos@voorbeeld.nl;0611110014\n",
    );
    let checked = vault.ask(call::import_check, request.clone());
    assert_eq!((counts(&checked), codes(&checked)), ([3, 0, 0, 0, 0], vec![(3, "import.member_number_taken")]));
    vault.ask(call::import_run, request);
    let marie = found(&mut vault, "Marie");
    let view = vault.ask(call::people_get, ByPerson { person: marie });
    assert_eq!((view.phones.len(), view.phones[0].number.as_str()), (1, "+31611110012"));
    assert_eq!(view.full.unwrap().member_number, "101");
}

#[test]
fn a_member_who_came_back_keeps_both_periods_and_an_undo_takes_both_away() {
    let mut vault = TestVault::new();
    let known = list(&mut vault, "Lidnr;Voornaam;Achternaam;Geboortedatum\n55;Gert;Wouda;09-09-1949\n");
    vault.ask(call::import_run, ImportRequest { relation: RelationKind::Contact, ..known });
    let gert = ByPerson { person: found(&mut vault, "Wouda") };
    let before = vault.ask(call::people_get, gert);
    let request = list(
        &mut vault,
        "Lidnr;Voornaam;Achternaam;Geboortedatum;E-mail;Lid sinds;Lid tot\n\
         55;Gert;Wouda;09-09-1949;gert@voorbeeld.nl;01-01-1990;31-12-2001\n\
         55;Gert;Wouda;09-09-1949;gert@voorbeeld.nl;01-06-2015;\n",
    );
    let checked = vault.ask(call::import_check, request.clone());
    assert_eq!((counts(&checked), codes(&checked)), ([0, 2, 0, 0, 0], vec![]));
    let done = vault.ask(call::import_run, request.clone());
    let periods = |vault: &mut TestVault| {
        let relations = vault.ask(call::people_get, gert).relations.into_iter();
        let members = relations.filter(|r| r.kind == RelationKind::Member);
        members.map(|r| (r.started_on.unwrap().to_string(), r.ended)).collect::<Vec<_>>()
    };
    let both = [("2015-06-01".to_owned(), false), ("1990-01-01".to_owned(), true)];
    assert_eq!(periods(&mut vault), both);
    let again = vault.ask(call::import_check, request);
    assert_eq!((counts(&again), codes(&again)), ([0, 0, 2, 0, 0], vec![]), "the same list again");
    vault.ask(call::import_undo, ImportUndo { import: done.import_id });
    let after = vault.ask(call::people_get, gert);
    assert_eq!((after.relations, after.emails), (before.relations, before.emails));
}

const YEAR: &str = "Lidnummer;Voornaam;Achternaam;Geboortedatum;E-mail;Adres;Postcode;Plaats;Lid sinds\n\
    1;Piet;Mulder;03-03-1960;piet@voorbeeld.nl;Laan 1;9999 AB;Veldrade;01-01-1990\n\
    2;Sanne;Vries;04-11-1985;sanne@voorbeeld.nl;Dijk 2;9998 AB;Oosterveld;01-01-2001\n";

#[test]
fn what_the_next_list_says_otherwise_is_told_and_the_vault_stays_as_it_is() {
    let mut vault = TestVault::new();
    let request = list(&mut vault, YEAR);
    vault.ask(call::import_run, request);
    let next = list(
        &mut vault,
        "Lidnummer;Voornaam;Achternaam;Geboortedatum;E-mail;Adres;Postcode;Plaats;Lid sinds;Lid tot\n\
         1;Piet;Mulder;03-03-1960;piet@voorbeeld.nl;Singel 9;9997 CD;Zandwijk;01-01-1990;\n\
         2;Sanne;Vries;04-11-1985;sanne@voorbeeld.nl;Dijk 2;9998 AB;Oosterveld;01-01-2001;31-12-2025\n",
    );
    let checked = vault.ask(call::import_check, next.clone());
    assert_eq!(codes(&checked), [(2, "import.differs"), (3, "import.differs")]);
    let told: Vec<_> = checked
        .differing
        .iter()
        .flat_map(|one| one.fields.iter().map(|f| (one.row, f.field.to_string(), f.old.clone(), f.new.clone())))
        .collect();
    let text = |s: &str| s.to_owned();
    assert_eq!(
        told,
        [
            (2, text("street_and_number"), text("Laan 1, 9999 AB, Veldrade"), text("Singel 9, 9997 CD, Zandwijk")),
            (3, text("status"), text("runs"), text("ended")),
            (3, text("member_until"), text(""), text("2025-12-31")),
        ]
    );
    vault.ask(call::import_run, next);
    let piet = ByPerson { person: found(&mut vault, "Mulder") };
    assert_eq!(vault.ask(call::people_get, piet).address.unwrap().street, "Laan 1");
    let sanne = ByPerson { person: found(&mut vault, "Sanne") };
    assert!(!vault.ask(call::people_get, sanne).relations[0].ended);
}

#[test]
fn a_row_in_doubt_waits_for_a_person_and_every_answer_is_carried_out() {
    let doubtful = "Voornaam;Achternaam;Geboortedatum;E-mail\nSanne;Jansen;11-04-1985;s.jansen@voorbeeld.nl\n";
    for (answer, then) in [
        (None, [0, 0, 0, 1, 0]),
        (Some("same"), [0, 1, 0, 0, 0]),
        (Some("another"), [1, 0, 0, 0, 0]),
        (Some("skip"), [0, 0, 0, 0, 1]),
    ] {
        let mut vault = TestVault::new();
        let known =
            list(&mut vault, "Voornaam;Achternaam;Geboortedatum\nSanne;Vries;04-11-1985\nPiet;Mulder;03-03-1960\n");
        vault.ask(call::import_run, known);
        let sanne = found(&mut vault, "Sanne");
        let request = list(&mut vault, doubtful);
        let first = vault.ask(call::import_check, request.clone());
        let [doubt] = first.doubts.as_slice() else { panic!("{:?}", first.doubts) };
        assert_eq!((doubt.person, doubt.known_name.as_str()), (Some(sanne), "Sanne Vries"));
        assert!(doubt.because.contains(&Because::SwappedBirthDate), "{:?}", doubt.because);
        let answer = answer.map(|answer| match answer {
            "same" => ImportAnswer::Same(sanne),
            "another" => ImportAnswer::Another,
            _ => ImportAnswer::Skip,
        });
        let decisions = answer.map(|answer| ImportDecision { row: 2, answer }).into_iter().collect();
        let request = ImportRequest { decisions, ..request };
        assert_eq!(counts(&vault.ask(call::import_check, request.clone())), then, "{answer:?}");
        let rows = vault.ask(call::import_rows, request.clone());
        let expected = match answer {
            None => ImportOutcome::Ask,
            Some(ImportAnswer::Another) => ImportOutcome::New,
            Some(ImportAnswer::Skip) => ImportOutcome::Skipped,
            Some(_) => ImportOutcome::Same,
        };
        assert_eq!((rows[0].row, rows[0].decision, rows[0].person), (2, expected, Some(sanne)));
        let done = vault.ask(call::import_run, request);
        assert_eq!([done.new, done.updated, done.same, done.asked, done.skipped], then, "{answer:?}");
        assert_eq!(people(&mut vault), 2 + u32::try_from(done.new).unwrap());
        let emails = vault.ask(call::people_get, ByPerson { person: sanne }).emails.len();
        assert_eq!(emails, done.updated, "only who is the same gets the address");
    }
}

#[test]
fn people_who_may_be_twice_in_the_vault_are_found_and_a_family_is_not() {
    let mut vault = TestVault::new();
    let request = list(
        &mut vault,
        "Voornaam;Achternaam;Geboortedatum;E-mail;Telefoon\n\
         Kees;Smit;01-01-1970;fam@voorbeeld.nl;0596333333\n\
         Els;Smit;02-02-1972;fam@voorbeeld.nl;0596333333\n\
         Bram;Smit;03-03-2001;fam@voorbeeld.nl;0596333333\n",
    );
    vault.ask(call::import_run, request);
    assert_eq!(vault.ask(call::people_doubles, Nothing {}), []);
    let twice = list(&mut vault, "Voornaam;Achternaam;Geboortedatum\nBram;Smitt;03-03-2001\n");
    let another = vec![ImportDecision { row: 2, answer: ImportAnswer::Another }];
    vault.ask(call::import_run, ImportRequest { decisions: another, ..twice });
    let found = vault.ask(call::people_doubles, Nothing {});
    let names: Vec<_> = found.iter().map(|d| (d.first_name.as_str(), d.second_name.as_str())).collect();
    assert_eq!(names, [("Bram Smit", "Bram Smitt")]);
    assert!(found[0].because.contains(&Because::SameBirthDate));
}

#[test]
fn what_the_vault_keeps_although_the_list_says_otherwise_is_told() {
    let mut vault = TestVault::new();
    let known = list(
        &mut vault,
        "Lidnummer;Voornaam;Achternaam;Geboortedatum;Opmerking;Adres;Toevoeging\n\
         1;Piet;Mulder;03-03-1960;speelt tuba;Molenweg 12;A\n",
    );
    let known = ImportRequest { columns: with_note(known.columns, 4), ..known };
    vault.ask(call::import_run, known);
    let piet = found(&mut vault, "Mulder");
    assert_eq!(vault.ask(call::people_get, ByPerson { person: piet }).address.unwrap().street, "Molenweg 12 A");
    let purposes = vault.ask(call::purposes_list, Nothing {});
    let newsletter = purposes.iter().find(|purpose| purpose.key == "newsletter_others").unwrap().id;
    vault.ask(call::consent_record, answer(piet, newsletter, true, "2026-01-02"));
    let next = list(
        &mut vault,
        "Lidnummer;Voornaam;Achternaam;Geboortedatum;Opmerking;Geen nieuwsbrief;Lid sinds\n\
         1;Piet;Mulder;03-03-1960;zoekt een tuba;ja;01-02-2003\n",
    );
    let next = ImportRequest { columns: with_note(next.columns, 4), ..next };
    let checked = vault.ask(call::import_check, next);
    let told: BTreeSet<&str> = checked.problems.iter().map(|problem| problem.code.as_str()).collect();
    assert!(told.is_superset(&BTreeSet::from(["import.note_kept", "import.yes_kept", "import.differs"])), "{told:?}");
    let fields: Vec<String> = checked.differing[0].fields.iter().map(|f| f.field.to_string()).collect();
    assert_eq!(fields, ["member_since"], "a first day is told and not filled");
}

fn with_note(mut columns: Vec<Option<Meaning>>, at: usize) -> Vec<Option<Meaning>> {
    columns[at] = "note".parse().ok();
    columns
}

#[test]
fn a_row_that_is_the_same_as_a_skipped_one_is_skipped_too_and_says_so() {
    let mut vault = TestVault::new();
    let request =
        list(&mut vault, "Voornaam;Achternaam;Geboortedatum\nPiet;Mulder;03-03-1960\nPiet;Mulder;03-03-1960\n");
    let skip = vec![ImportDecision { row: 2, answer: ImportAnswer::Skip }];
    let checked = vault.ask(call::import_check, ImportRequest { decisions: skip, ..request });
    assert_eq!((counts(&checked), codes(&checked)), ([0, 0, 0, 0, 2], vec![(3, "import.same_as_skipped")]));
}

#[test]
fn a_name_alone_does_not_tell_namesakes_apart() {
    let mut vault = TestVault::new();
    let known = list(
        &mut vault,
        "Naam;Geboortedatum;E-mail\nJan Bakker;01-02-1950;a@voorbeeld.nl\nJan Bakker;03-04-1980;b@voorbeeld.nl\n",
    );
    vault.ask(call::import_run, known);
    let next = list(&mut vault, "Naam;Plaats;Nieuwsbrief\nJan Bakker;Almen;nee\n");
    let checked = vault.ask(call::import_check, next);
    assert_eq!((counts(&checked), codes(&checked)), ([0, 0, 0, 1, 0], vec![(2, "import.unsure")]));
    assert!(checked.doubts[0].because.contains(&Because::SeveralFit));
    let other = list(&mut vault, "Naam;Geboortedatum\nJan Bakker;05-06-1999\n");
    assert_eq!(counts(&vault.ask(call::import_check, other)), [1, 0, 0, 0, 0], "another date of birth");
}

#[test]
fn rows_that_are_the_same_in_every_field_are_told_however_many_there_are() {
    let mut vault = TestVault::new();
    let text = format!("Voorletters;Achternaam\n{}", "J.;Jansen\n".repeat(12));
    let request = list(&mut vault, &text);
    let checked = vault.ask(call::import_check, request.clone());
    assert_eq!(counts(&checked), [12, 0, 0, 0, 0]);
    assert_eq!(codes(&checked).iter().filter(|(_, code)| *code == "import.perhaps_twice").count(), 11);
    vault.ask(call::import_run, request.clone());
    let again = vault.ask(call::import_check, request);
    assert_eq!(counts(&again), [0, 0, 0, 12, 0], "the same list again makes nobody new");
}
