//! A list that says no, that somebody has gone or died, or that there is nothing: each row is stored as it was meant, or
//! told.
use acceptance::requests::{list_in, search};
use acceptance::{Calls, TestVault};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    ByPerson, ConsentState, ImportChecked, ImportFact, ImportField, ImportRequest, ImportUndo, ImportUndone, Meaning,
    PeopleFilter, PersonView, RelationKind,
};

fn list(vault: &mut TestVault, name: &str, text: &str) -> ImportRequest {
    let (path, file) = vault.file(name);
    ledenkluis_core::app::write_whole(&path, text.as_bytes()).unwrap();
    vault.ask(call::import_open, list_in(file)).request
}

fn person(vault: &mut TestVault, surname: &str) -> PersonView {
    let person = vault.ask(call::people_list, search(surname)).rows[0].id;
    vault.ask(call::people_get, ByPerson { person })
}

fn state(vault: &mut TestVault, surname: &str, purpose: &str) -> ConsentState {
    let person = vault.ask(call::people_list, search(surname)).rows[0].id;
    let rows = vault.ask(call::consent_of, ByPerson { person });
    // A purpose that does not concern them and about which nothing is known is not in the list.
    rows.iter().find(|row| row.key == purpose).map_or(ConsentState::NotAsked, |row| row.state)
}

/// The row, the column and the code of every problem.
fn told(checked: &ImportChecked) -> Vec<(u32, Option<usize>, &str)> {
    checked.problems.iter().map(|p| (p.row, p.column, p.code.as_str())).collect()
}

/// The kind of every relation of a person, and whether it has ended.
fn relations(vault: &mut TestVault, surname: &str) -> Vec<(RelationKind, bool)> {
    let mut relations: Vec<_> = person(vault, surname).relations.iter().map(|r| (r.kind, r.ended)).collect();
    relations.sort_by_key(|(kind, _)| kind.as_str());
    relations
}

#[test]
fn a_yes_under_a_heading_that_says_no_is_a_refusal_and_undoing_takes_it_back() {
    let mut vault = TestVault::new();
    let request = list(
        &mut vault,
        "lijst.csv",
        "Voornaam;Achternaam;E-mail;Geen nieuwsbrief;Newsletter opt-out;Niet op foto;Geen bezwaar tegen mailing\n\
         Ann;Anders;ann@voorbeeld.nl;x;no;;ja\n\
         Bob;Bakker;bob@voorbeeld.nl;nee;no;-;nee\n\
         Cas;Conijn;cas@voorbeeld.nl;;12-3-2020;2;ja\n\
         Dee;Donker;dee@voorbeeld.nl;;;akkoord;nee\n",
    );
    let refusal = |key: &str| Some(Meaning::Refusal(key.to_owned()));
    assert_eq!(request.columns[3], refusal("newsletter_others"));
    assert_eq!(request.columns[4], refusal("newsletter_others"), "two columns may refuse the same");
    assert_eq!(request.columns[5], refusal("photos_portrait"));
    assert_eq!(request.columns[6], None, "no objection is not understood");
    let checked = vault.ask(call::import_check, request.clone());
    assert_eq!(told(&checked), [(4, Some(5), "import.answer_unread"), (5, Some(5), "import.answer_unread")]);
    assert_eq!(checked.refusals, 2);
    let done = vault.ask(call::import_run, request);
    let (asked, refused) = (ConsentState::NotAsked, ConsentState::Refused);
    for (surname, newsletter, photos) in
        [("Anders", refused, asked), ("Bakker", asked, asked), ("Conijn", refused, asked), ("Donker", asked, asked)]
    {
        assert_eq!(state(&mut vault, surname, "newsletter_others"), newsletter, "{surname}");
        assert_eq!(state(&mut vault, surname, "photos_portrait"), photos, "{surname}");
    }
    assert_eq!(state(&mut vault, "Anders", "newsletter_members"), ConsentState::Withdrawn);
    let undone = vault.ask(call::import_undo, ImportUndo { import: done.import_id });
    assert_eq!(undone, ImportUndone { removed: 4, restored: 0, kept: 0 });
    assert_eq!(vault.ask(call::people_list, PeopleFilter::default()).total, 0);
}

#[test]
fn a_no_is_read_as_it_is_written_and_what_is_not_read_is_told() {
    let mut vault = TestVault::new();
    let cells = [
        ("Aal", "nee!", Some(ConsentState::Refused)),
        ("Bot", "nee (sinds 2020)", Some(ConsentState::Refused)),
        ("Cod", "neen", Some(ConsentState::Refused)),
        ("Dorade", "geen", Some(ConsentState::Refused)),
        ("Elft", "no thanks", Some(ConsentState::Refused)),
        ("Forel", "afgemeld 1-5-2021", Some(ConsentState::Refused)),
        ("Griet", "☐", Some(ConsentState::Refused)),
        ("Haring", "ja, 2019", Some(ConsentState::Unknown)),
        ("Inktvis", "☑", Some(ConsentState::Unknown)),
        ("Joekel", "", Some(ConsentState::NotAsked)),
        ("Karper", "n.v.t.", Some(ConsentState::NotAsked)),
        ("Leng", "2", None),
        ("Makreel", "1-5-2021", None),
        ("Nijlbaars", "no problem", None),
        ("Octopus", "#N/B", None),
    ];
    let rows: String = cells.iter().map(|(name, cell, _)| format!("Jo;{name};{cell}\n")).collect();
    let request = list(&mut vault, "lijst.csv", &format!("Voornaam;Achternaam;Nieuwsbrief\n{rows}"));
    assert_eq!(request.columns[2], Some(Meaning::Consent("newsletter_others".to_owned())));
    let checked = vault.ask(call::import_check, request.clone());
    let unread = "import.answer_unread";
    assert_eq!(
        told(&checked),
        [(13, Some(2), unread), (14, Some(2), unread), (15, Some(2), unread), (16, Some(2), "import.cell_error")]
    );
    vault.ask(call::import_run, request);
    for (surname, cell, right) in cells {
        let right = right.unwrap_or(ConsentState::NotAsked);
        assert_eq!(state(&mut vault, surname, "newsletter_others"), right, "{surname}: {cell}");
    }
}

#[test]
fn who_left_or_died_or_never_was_a_member_is_none() {
    type Row = (&'static str, &'static str, &'static [(RelationKind, bool)]);
    let mut vault = TestVault::new();
    let rows: [Row; 11] = [
        ("Aal", "overleden", &[(RelationKind::Member, true)]),
        ("Bot", "lid", &[(RelationKind::Member, false)]),
        ("Cod", "ex lid", &[(RelationKind::Member, true)]),
        ("Dorade", "erelid", &[(RelationKind::Member, false)]),
        ("Elft", "geen lid", &[]),
        ("Forel", "ouder van jeugdlid", &[(RelationKind::Contact, false)]),
        ("Griet", "donateur en vrijwilliger", &[(RelationKind::Donor, false), (RelationKind::Volunteer, false)]),
        ("Haring", "slapend lid", &[]),
        ("Inktvis", "kandidaat", &[]),
        ("Joekel", "ehemaliges Mitglied", &[(RelationKind::Member, true)]),
        ("Karper", "", &[(RelationKind::Member, false)]),
    ];
    let text: String = rows.iter().map(|(name, cell, _)| format!("Jo;{name};{cell};1-1-1990\n")).collect();
    let request = list(&mut vault, "overleden.csv", &format!("Voornaam;Achternaam;Soort lid;Lid sinds\n{text}"));
    let checked = vault.ask(call::import_check, request.clone());
    let (choice, no_relation) = ("field.choice", "import.no_relation");
    let expected = [
        (2, Some(2), "import.deceased"),
        (6, Some(3), no_relation),
        (9, Some(2), choice),
        (9, Some(3), no_relation),
        (10, Some(2), choice),
        (10, Some(3), no_relation),
    ];
    assert_eq!(told(&checked), expected);
    vault.ask(call::import_run, request);
    for (surname, cell, right) in rows {
        assert_eq!(relations(&mut vault, surname), right, "{surname}: {cell}");
    }
}

#[test]
fn a_status_and_a_day_of_death_end_what_a_row_says_besides() {
    let mut vault = TestVault::new();
    let request = list(
        &mut vault,
        "status.csv",
        "Voornaam;Achternaam;Soort lid;Status;Overleden op;Opgezegd\n\
         Jo;Aal;erelid;Overleden;3-2-2021;\n\
         Jo;Bot;lid;Actief;;\n\
         Jo;Cod;jeugdlid;Opgezegd;;\n\
         Jo;Dorade;;geroyeerd;;\n\
         Jo;Elft;donateur;passief;;\n\
         Jo;Forel;lid;inactief;;\n\
         Jo;Griet;lid;Actief;ja;\n\
         Jo;Haring;lid;Actief;;ja\n\
         Jo;Inktvis;lid;Actief;;ergens in de herfst\n\
         Jo;Joekel;lid;wachtlijst;;\n",
    );
    assert_eq!(request.columns[3], Some(Meaning::Field(ImportField::Status)));
    assert_eq!(request.columns[4], Some(Meaning::Field(ImportField::Deceased)));
    let checked = vault.ask(call::import_check, request.clone());
    assert_eq!(
        told(&checked),
        [
            (2, Some(3), "import.deceased"),
            (7, Some(3), "import.inactive"),
            (8, Some(4), "import.deceased"),
            (10, Some(5), "field.date"),
            (11, Some(3), "field.choice")
        ]
    );
    vault.ask(call::import_run, request);
    let member = RelationKind::Member;
    let right: [(&str, &[(RelationKind, bool)]); 10] = [
        ("Aal", &[(member, true)]),
        ("Bot", &[(member, false)]),
        ("Cod", &[(member, true)]),
        ("Dorade", &[(member, true)]),
        ("Elft", &[(RelationKind::Donor, false)]),
        ("Forel", &[(member, true)]),
        ("Griet", &[(member, true)]),
        ("Haring", &[(member, true)]),
        ("Inktvis", &[(member, true)]),
        ("Joekel", &[]),
    ];
    for (surname, right) in right {
        assert_eq!(relations(&mut vault, surname), right, "{surname}");
    }
    let died = person(&mut vault, "Aal").relations[0].ended_on;
    assert_eq!(died.map(|day| day.to_string()).as_deref(), Some("2021-02-03"));
}

#[test]
fn a_list_of_former_members_makes_no_member() {
    let mut vault = TestVault::new();
    let request = list(&mut vault, "Oud-leden 2025.csv", "Voornaam;Achternaam;Lid sinds\nGré;Was;1-1-1975\n");
    assert!(request.ended);
    let checked = vault.ask(call::import_check, request.clone());
    let ended = ImportFact { meaning: Meaning::Field(ImportField::Status), value: "ended".to_owned() };
    assert!(checked.samples[0].facts.contains(&ended), "what is shown before the import says so");
    vault.ask(call::import_run, request);
    assert_eq!(relations(&mut vault, "Was"), [(RelationKind::Member, true)]);
}

#[test]
fn what_stands_for_nothing_is_left_empty_and_spoils_no_column() {
    let mut vault = TestVault::new();
    let request = list(
        &mut vault,
        "lijst.csv",
        "Voornaam;Tussenvoegsel;Achternaam;E-mail;Telefoon;Geboortedatum;Woonplaats;Lidnummer\n\
         Ann;van;Geen;geen;0;00-00-0000;Delft;-\n\
         Bob;-;Nul;x;-;onbekend;geen;-\n\
         Cas;--;Vos;-;n.v.t.;-;Gouda;#N/B\n\
         Dee;—;Smit;d@voorbeeld.nl;010-1234567;1-2-1980;NULL;4\n\
         Eef;geen;Bos;NULL;geen;?;—;5\n",
    );
    let prefix = Some(Meaning::Field(ImportField::Prefix));
    assert_eq!(request.columns[1], prefix, "dashes say nothing about their column");
    let checked = vault.ask(call::import_check, request.clone());
    assert_eq!(checked.new, 5);
    assert_eq!(
        told(&checked),
        [(3, Some(6), "import.no_value"), (4, Some(7), "import.cell_error"), (5, Some(6), "import.no_value")]
    );
    vault.ask(call::import_run, request);
    for (surname, sorted) in [
        ("Geen", "Geen, Ann van"),
        ("Nul", "Nul, Bob"),
        ("Vos", "Vos, Cas"),
        ("Smit", "Smit, Dee"),
        ("Bos", "Bos, Eef"),
    ] {
        let view = person(&mut vault, surname);
        assert_eq!(view.sort_name, sorted);
        let known = surname == "Smit";
        assert_eq!((view.emails.len(), view.phones.len()), (usize::from(known), usize::from(known)), "{surname}");
        assert_eq!(view.full.unwrap().birth_date.is_some(), known, "{surname}");
    }
}

#[test]
fn an_undo_takes_back_the_answers_of_known_people_and_nothing_older() {
    let mut vault = TestVault::new();
    let known = list(
        &mut vault,
        "a.csv",
        "Lidnr;Voornaam;Achternaam;Geboortedatum;Foto op de site\n1;Ann;Anders;4-12-1958;nee\n",
    );
    vault.ask(call::import_run, known);
    let again = list(
        &mut vault,
        "b.csv",
        "Lidnr;Voornaam;Achternaam;Geboortedatum;Geen nieuwsbrief;Foto op de site\n1;Ann;Anders;4-12-1958;ja;ja\n",
    );
    let done = vault.ask(call::import_run, again);
    assert_eq!((done.new, done.same), (0, 1));
    assert_eq!(state(&mut vault, "Anders", "newsletter_others"), ConsentState::Refused);
    let undone = vault.ask(call::import_undo, ImportUndo { import: done.import_id });
    assert_eq!((undone.removed, undone.restored, undone.kept), (0, 1, 0));
    assert_eq!(state(&mut vault, "Anders", "newsletter_others"), ConsentState::NotAsked);
    assert_eq!(state(&mut vault, "Anders", "photos_portrait"), ConsentState::Refused, "the older no stays");
}
