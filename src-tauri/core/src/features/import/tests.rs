//! Headings, meanings, dates and names in real kinds of lists.
use super::guess::dates::{order_of, read_date};
use super::guess::header::{self, Layout};
use super::guess::names::{NameParts, split_full_name, split_surname};
use super::guess::{mapping, protected, shape};
use super::read;
use super::*;
use crate::kernel::time::Date;
use ledenkluis_sheets::{Book, Sheet, Work};
use proptest::prelude::*;

fn read_bytes(bytes: Vec<u8>) -> crate::error::Result<Book> {
    read::read_bytes(bytes, &Default::default())
}

fn list(text: &str) -> (Sheet, Layout) {
    let sheet = read_bytes(text.as_bytes().to_vec()).unwrap().sheets.remove(0);
    let layout = header::find(&sheet, true, &Work::default()).unwrap();
    (sheet, layout)
}

fn meanings(text: &str) -> Vec<String> {
    let (sheet, layout) = list(text);
    let show = |c: &Column| {
        c.blocked.clone().or(c.meaning.as_ref().map(ToString::to_string)).or(c.sensitive.clone()).unwrap_or_default()
    };
    mapping::guess(&sheet, &layout, &Work::default()).unwrap().iter().map(show).collect()
}

#[test]
fn columns_are_recognised_in_three_languages() {
    assert_eq!(
        meanings(
            "Voornaam;Tussenvoegsel;Achternaam;Geb. datum;Adres;Postcode;Woonplaats;E-mail;Telefoon\nAnneke;van den;Berg;4-12-1958;Laan 1;2611 AB;Delft;a@b.nl;015-2123456\n"
        ),
        ["given_name", "prefix", "surname", "birth_date", "street_and_number", "postcode", "city", "email", "phone"]
    );
    assert_eq!(
        meanings(
            "First Name,Last Name,Date of Birth,Street,House No.,Zip,City,Mobile\nAnn,Hill,1958-12-04,High Street,1,2611AB,Delft,0612345678\n"
        ),
        ["given_name", "surname", "birth_date", "street", "house_number", "postcode", "city", "mobile"]
    );
    assert_eq!(
        meanings("Vorname;Name;Straße;PLZ;Ort\nAnna;Berg;Hauptstr. 1;10115;Berlin\n"),
        ["given_name", "surname", "street_and_number", "postcode", "city"]
    );
    assert_eq!(
        meanings("Naam;Foto's op de site;Lid sinds\nAnna Berg;ja;1-9-2010\nJan Vos;nee;1-2-2011\n"),
        ["full_name", "consent_photos_portrait", "member_since"]
    );
}

#[test]
fn what_stands_for_nothing_and_one_odd_value_do_not_spoil_a_column() {
    let reach = "Naam;Bereikbaar;Nieuwsbrief;Soort;Status\n";
    let rows = "A Berg;a@b.nl;ja;lid;gehuwd\nB Vos;-;nee!;ex lid;ongehuwd\nC Smit;onbekend;misschien;-;?\nD Bos;#N/B;-;erelid;-\nE Pol;e@b.nl;x;oud-lid;gehuwd\n";
    assert_eq!(
        meanings(&format!("{reach}{rows}")),
        ["full_name", "email", "consent_newsletter_others", "relation", ""],
        "a status of another kind is no relation"
    );
}

#[test]
fn a_column_of_state_numbers_is_blocked_by_its_heading_or_by_its_values() {
    assert_eq!(meanings("Naam;BSN\nA Berg;1\n"), ["full_name", "bsn"]);
    assert_eq!(
        meanings("Naam;Nummer\nA Berg;111222333\nB Vos;123456782\nC Smit;111222333\nD Bos;10000008\n"),
        ["full_name", "bsn"]
    );
    // One number that passes by chance does not block a column of member numbers.
    assert_eq!(
        meanings("Naam;Lidnummer\nA Berg;111222333\nB Vos;123456783\nC Smit;123456784\n"),
        ["full_name", "member_number"]
    );
    assert!(
        shape::passes_elevens("111222333")
            && shape::passes_elevens("1234.56.782")
            && !shape::passes_elevens("123456789")
    );
}

#[test]
fn columns_on_health_and_faith_are_flagged_and_not_taken_over() {
    assert_eq!(
        meanings("Naam;Allergieën;Kerkelijke gezindte;Nationaliteit\nA Berg;noten;PKN;NL\n"),
        ["full_name", "health", "religion", "origin"]
    );
}

#[test]
fn dates_are_read_in_the_order_of_their_column() {
    let read = |text: &str, order| read_date(text, order, 2026).map(|d| d.to_string()).unwrap_or_default();
    let dmy = [
        "4-12-1958",
        "04/12/58",
        "4.12.1958",
        "4 december 1958",
        "4 dec. '58",
        "do 4 dec 1958",
        "1958-12-04",
        "04121958",
        "19581204",
        "21523",
        "1958-12-04T00:00:00",
        "4-12-1958 00:00",
    ];
    for text in dmy {
        assert_eq!(read(text, DateOrder::Dmy), "1958-12-04", "{text}");
    }
    for text in ["12/4/1958", "12-4-58", "December 4, 1958", "Dec 4th 1958"] {
        assert_eq!(read(text, DateOrder::Mdy), "1958-12-04", "{text}");
    }
    assert_eq!(read("4-12-26", DateOrder::Dmy), "2026-12-04");
    assert_eq!(read("4-12-27", DateOrder::Dmy), "1927-12-04");
    for text in ["31-2-2001", "2008-25-1", "onbekend", "12-1958", "1,5", ""] {
        assert_eq!(read(text, DateOrder::Dmy), "", "{text}");
    }
    assert_eq!(order_of(["01/09/2008", "09/19/2008"].into_iter()), (DateOrder::Mdy, true));
    assert_eq!(order_of(["01/09/2008", "19/09/2008"].into_iter()), (DateOrder::Dmy, true));
    assert_eq!(order_of(["01/09/2008", "02/03/2008"].into_iter()), (DateOrder::Dmy, false));
}

#[test]
fn names_are_taken_apart_by_the_table_of_prefixes() {
    let parts = |text: &str| {
        let NameParts { initials, given_name, prefix, surname } = split_full_name(text);
        [initials, given_name, prefix, surname].join("|")
    };
    assert_eq!(parts("Anneke van den Berg"), "|Anneke|van den|Berg");
    assert_eq!(parts("A.B. de Vries"), "A.B.||de|Vries");
    assert_eq!(parts("Berg, Anneke van den"), "|Anneke|van den|Berg");
    assert_eq!(parts("van 't Hoff, J.H."), "J.H.||van 't|Hoff");
    assert_eq!(parts("Mevr. J. Smit-de Boer"), "J.|||Smit-de Boer");
    assert_eq!(parts("Jan Willem Jansen"), "|Jan Willem||Jansen");
    assert_eq!(parts("Jansen"), "|||Jansen");
    assert_eq!(parts("Van Gogh"), "|||Van Gogh");
    assert_eq!(parts("Anneke vd Berg"), "|Anneke|vd|Berg");
    assert_eq!(split_surname("van der Meer"), ("van der".to_owned(), "Meer".to_owned()));
    assert_eq!(split_surname("Vanderbilt"), (String::new(), "Vanderbilt".to_owned()));
}

#[test]
fn rows_that_moved_a_column_are_told() {
    let (sheet, layout) = list("id;naam;plaats\n1;Berg;Delft\n2;Smit\n3;Vos;Gouda;\n4;Bos;Leiden;te veel\n");
    let rows: Vec<_> =
        oddities::ragged_rows(&sheet, &layout, 1, &Work::default()).unwrap().iter().map(|w| w.row).collect();
    assert_eq!(rows, [Some(3), Some(5)]);
}

proptest! {
    #[test]
    fn no_text_makes_dates_or_names_crash(text in "\\PC{0,40}") {
        for order in [DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd] {
            let _ = read_date(&text, order, 2026);
        }
        let _ = (split_full_name(&text), split_surname(&text), shape::is_value(&text), shape::is_iban(&text), protected::sensitive(&text));
    }

    #[test]
    fn a_day_written_in_figures_is_read_back(days in 0u64..73_000) {
        let day = Date::of(1900, 1, 1).unwrap().plus_days(days);
        let dutch = day.0.format("%-d-%-m-%Y").to_string();
        prop_assert_eq!(read_date(&dutch, DateOrder::Dmy, 2026), Some(day));
        prop_assert_eq!(read_date(&day.to_string(), DateOrder::Dmy, 2026), Some(day));
    }

    #[test]
    fn every_list_of_text_has_a_layout_and_a_guess(text in "[a-z0-9@.;,\n\"-]{1,200}") {
        if let Ok(book) = read_bytes(text.into_bytes()) {
            let sheet = &book.sheets[0];
            let layout = header::find(sheet, true, &Work::default()).unwrap();
            prop_assert!(layout.records.len() <= sheet.rows.len());
            let _ = mapping::guess(sheet, &layout, &Work::default());
        }
    }
}
