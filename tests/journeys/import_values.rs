//! Import, value by value: what stands in a cell becomes what it means, or it is told with its row and column, and
//! nothing is made up in between.
use acceptance::requests::{list_in, search};
use acceptance::{Calls, TestVault};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{ByPerson, ImportChecked, ImportRequest, PersonView};

/// The request that the program proposes for this text, as it is.
fn list(vault: &mut TestVault, text: &str) -> ImportRequest {
    let (path, file) = vault.file("lijst.csv");
    ledenkluis_core::app::write_whole(&path, text.as_bytes()).unwrap();
    vault.ask(call::import_open, list_in(file)).request
}

/// Imports the list; the row, the column from 1, and the code of every problem.
fn imported(vault: &mut TestVault, text: &str) -> Vec<(u32, usize, String)> {
    let request = list(vault, text);
    let checked: ImportChecked = vault.ask(call::import_check, request.clone());
    vault.ask(call::import_run, request);
    let place = |column: Option<usize>| column.map_or(0, |c| c + 1);
    checked.problems.into_iter().map(|p| (p.row, place(p.column), p.code)).collect()
}

fn person(vault: &mut TestVault, surname: &str) -> PersonView {
    let row = vault.ask(call::people_list, search(surname)).rows.remove(0);
    vault.ask(call::people_get, ByPerson { person: row.id })
}

fn told(expected: &[(u32, usize, &str)]) -> Vec<(u32, usize, String)> {
    expected.iter().map(|(row, column, code)| (*row, *column, (*code).to_owned())).collect()
}

#[test]
fn days_keep_their_day_and_half_of_a_date_is_told() {
    let mut vault = TestVault::new();
    let problems = imported(
        &mut vault,
        "Voornaam;Achternaam;Geboortedatum;Lid sinds (jaar)\n\
         Pia;Aal;1958-12-03T23:00:00.000Z;1999-06-30T22:00:00.000Z\n\
         Ben;Dam;12-apr;2001\n\
         Cis;Eik;maart 1970;sinds 1999\n\
         Dik;Fok;21 mrt. 1970;01-02-2003\n",
    );
    let expected = [
        (3, 3, "import.date_without_year"),
        (3, 4, "import.year_alone"),
        (4, 3, "import.date_without_day"),
        (4, 4, "import.year_alone"),
    ];
    assert_eq!(problems, told(&expected));
    let days = |vault: &mut TestVault, surname: &str| {
        let view = person(vault, surname);
        let text = |day: Option<_>| day.map_or_else(String::new, |d: ledenkluis_core::api::types::Date| d.to_string());
        [text(view.full.as_ref().unwrap().birth_date), text(view.relations[0].started_on)]
    };
    assert_eq!(days(&mut vault, "Aal"), ["1958-12-04", "1999-07-01"]);
    assert_eq!(days(&mut vault, "Dam"), ["", ""]);
    assert_eq!(days(&mut vault, "Eik"), ["", ""]);
    assert_eq!(days(&mut vault, "Fok"), ["1970-03-21", "2003-02-01"]);
}

#[test]
fn a_column_with_two_orders_is_warned_and_only_its_certain_days_are_kept() {
    let mut vault = TestVault::new();
    let problems = imported(
        &mut vault,
        "Voornaam;Achternaam;Geboortedatum\nEen;Aalders;02/05/1983\nTwee;Bakker;05/13/1983\nDrie;Citroen;25/12/1971\n",
    );
    assert_eq!(problems, told(&[(1, 3, "import.mixed_dates"), (2, 3, "import.date_order_unsure")]));
    let birth =
        |vault: &mut TestVault, surname: &str| person(vault, surname).full.unwrap().birth_date.map(|d| d.to_string());
    assert_eq!(birth(&mut vault, "Aalders"), None);
    assert_eq!(birth(&mut vault, "Bakker").as_deref(), Some("1983-05-13"));
    assert_eq!(birth(&mut vault, "Citroen").as_deref(), Some("1971-12-25"));
}

#[test]
fn a_telephone_number_is_of_the_country_of_its_row() {
    let mut vault = TestVault::new();
    let problems = imported(
        &mut vault,
        "Voornaam;Achternaam;Postcode;Woonplaats;Land;Telefoon\n\
         Lotte;Peeters;3500;Hasselt;België;0475 12 34 56\n\
         Wout;Maes;2000;Antwerpen;;0478 12 34 56\n\
         Anna;Bos;1234 AB;Delft;;06-12345678 (mobiel) / 010-2345678 thuis\n\
         Kees;Vos;1234 AB;Delft;;3,16E+10\n\
         Jan;Duin;1234 AB;Delft;;vader 06-12345678 moeder 612345679\n\
         Piet;Klei;3500;Hasselt;België;0612345678\n",
    );
    assert_eq!(problems, told(&[(5, 6, "import.power_of_ten"), (7, 6, "import.phone_unsure")]));
    let phones = |vault: &mut TestVault, surname: &str| -> Vec<String> {
        person(vault, surname).phones.iter().map(|p| format!("{} {}", p.label, p.number)).collect()
    };
    assert_eq!(phones(&mut vault, "Peeters"), ["mobile +32475123456"]);
    assert_eq!(phones(&mut vault, "Maes"), ["mobile +32478123456"]);
    assert_eq!(phones(&mut vault, "Bos"), ["mobile +31612345678", "home +31102345678"]);
    assert!(phones(&mut vault, "Vos").is_empty());
    assert_eq!(phones(&mut vault, "Duin"), ["vader +31612345678", "moeder +31612345679"]);
    assert_eq!(phones(&mut vault, "Klei"), ["mobile 0612345678"]);
}

#[test]
fn a_wrapper_is_no_part_of_a_value() {
    let mut vault = TestVault::new();
    let problems = imported(
        &mut vault,
        "Lidnr;Voornaam;Achternaam;Postcode;Telefoon;Woonplaats\n\
         =\"00012\";Roos;=\"Wiersma; geb. Kok\";=\"1017 AB\";=\"0612345678\";“Delft”\n\
         '008;Teun;'t Hoen;3511 LX;'0687654321;'s-Gravenhage\n",
    );
    assert_eq!(problems, told(&[]));
    let of = |vault: &mut TestVault, surname: &str| {
        let view = person(vault, surname);
        let (full, address) = (view.full.unwrap(), view.address.unwrap());
        [full.member_number, address.postcode, view.phones[0].number.clone(), address.city]
    };
    assert_eq!(of(&mut vault, "Wiersma"), ["00012", "1017 AB", "+31612345678", "Delft"]);
    assert_eq!(of(&mut vault, "Hoen"), ["008", "3511 LX", "+31687654321", "'s-Gravenhage"]);
}

#[test]
fn a_house_number_that_became_a_day_is_told_and_not_kept() {
    let mut vault = TestVault::new();
    let problems = imported(
        &mut vault,
        "Voornaam;Achternaam;Straat;Huisnummer;Postcode;Woonplaats\n\
         Ina;Post;Kerkstraat;12;1234 AB;Delft\nJos;Ree;Molenweg;12-jan;1234 AC;Delft\nLeo;Tas;Molenweg;7 bis;1234 AE;Delft\n",
    );
    assert_eq!(problems, told(&[(3, 4, "import.number_became_day")]));
    let whole = "Voornaam;Achternaam;Adres\nBep;Wilg;Molenweg 12-jan, 1234 AC Delft\nCor;Linde;Molenweg 3-feb\n";
    let problems = imported(&mut vault, whole);
    assert_eq!(problems, told(&[(2, 3, "import.number_became_day"), (3, 3, "import.number_became_day")]));
    let street = |vault: &mut TestVault, surname: &str| person(vault, surname).address.unwrap().street;
    assert_eq!(street(&mut vault, "Post"), "Kerkstraat 12");
    assert_eq!(street(&mut vault, "Ree"), "Molenweg");
    assert_eq!(street(&mut vault, "Tas"), "Molenweg 7 bis");
    assert_eq!([street(&mut vault, "Wilg"), street(&mut vault, "Linde")], ["Molenweg", "Molenweg"]);
}

#[test]
fn a_name_stays_as_it_is_written() {
    let mut vault = TestVault::new();
    let problems = imported(
        &mut vault,
        "Voornaam;Tussenvoegsel;Achternaam;Land\n\
         Jef;;Van Damme;België\nAnna;van den;van den Berg;\nKees;;Visser de;\nOtto;vd;Hoek;\n\
         Ron;;McDonald;\nMia;;de la Cruz;\nDr. Jan;;Smit jr.;\nCher;;;\n",
    );
    assert_eq!(problems, told(&[(8, 1, "import.title_left_out")]));
    for (found, shown) in [
        ("Damme", "Jef Van Damme"),
        ("Berg", "Anna van den Berg"),
        ("Visser", "Kees de Visser"),
        ("Hoek", "Otto vd Hoek"),
        ("McDonald", "Ron McDonald"),
        ("Cruz", "Mia de la Cruz"),
        ("Smit", "Jan Smit jr."),
        ("Cher", "Cher"),
    ] {
        assert_eq!(person(&mut vault, found).display_name, shown);
    }
}

#[test]
fn a_whole_address_in_one_cell_is_taken_apart_or_told() {
    let mut vault = TestVault::new();
    let problems = imported(
        &mut vault,
        "Voornaam;Achternaam;Adres\n\
         Ina;Post;Iepenlaan 5, 1111 AA Diemen\nJos;Ree;Kerkstraat 12 bus 3, 2000 Antwerpen\n\
         Kim;Stam;Hauptstr. 5, 48455 Bad Bentheim\nLeo;Tas;Iepenlaan 5, Diemen\n",
    );
    assert_eq!(problems, told(&[(5, 3, "import.address_whole")]));
    let address = |vault: &mut TestVault, surname: &str| {
        let address = person(vault, surname).address.unwrap();
        [address.street, address.postcode, address.city]
    };
    assert_eq!(address(&mut vault, "Post"), ["Iepenlaan 5", "1111 AA", "Diemen"]);
    assert_eq!(address(&mut vault, "Ree"), ["Kerkstraat 12 bus 3", "2000", "Antwerpen"]);
    assert_eq!(address(&mut vault, "Stam"), ["Hauptstr. 5", "48455", "Bad Bentheim"]);
    assert_eq!(address(&mut vault, "Tas"), ["Iepenlaan 5, Diemen", "", ""]);
}

#[test]
fn a_postcode_and_a_city_under_one_heading_are_two_values() {
    for heading in ["Postcode/Plaats", "Postcode + woonplaats", "PC/Plaats"] {
        let mut vault = TestVault::new();
        let text = format!("Voornaam;Achternaam;Straat + nr;{heading}\nIna;Post;Iepenlaan 5;1111 AA Diemen\n");
        assert_eq!(imported(&mut vault, &text), told(&[]), "{heading}");
        let address = person(&mut vault, "Post").address.unwrap();
        assert_eq!([address.street, address.postcode, address.city], ["Iepenlaan 5", "1111 AA", "Diemen"], "{heading}");
    }
}
