//! Where the headings are, and which rows are not records.
use super::super::read;
use super::header::{self, Layout};

fn layout(text: &str) -> Layout {
    let sheet = read::read_bytes(text.as_bytes().to_vec(), &Default::default()).unwrap().sheets.remove(0);
    header::find(&sheet, true, &Default::default()).unwrap()
}

fn header(text: &str) -> Option<u32> {
    layout(text).header_row
}

#[test]
fn headings_are_found_below_a_title_and_absent_where_there_are_none() {
    assert_eq!(header("Naam;Plaats\nBerg;Delft\n"), Some(1));
    let below_a_title = "Ledenlijst 2026;;\nbijgewerkt door de secretaris;;\n\nVoornaam;Achternaam;Plaats\nAnneke;Berg;Delft\nJan;Smit;Gouda\n";
    assert_eq!(header(below_a_title), Some(4));
    assert_eq!(header("Anneke;Berg;Delft\nJan;Smit;Gouda\nPiet;Vos;Leiden\n"), None);
    assert_eq!(header("A;1\n2;3\n"), None);
    assert_eq!(header("Code;Bedrag\nx;12,50\ny;3,10\n"), Some(1));
}

#[test]
fn the_first_member_of_a_list_without_headings_is_a_member() {
    for list in [
        "Anneke;Berg;Delft;a@voorbeeld.nl\nJan;Vos;Gouda;j@voorbeeld.nl\nEls;Smit;Leiden;e@voorbeeld.nl\n",
        "1001;Berg;Anneke;Delft\n1002;Vos;Jan;Gouda\n1003;Smit;Els;Leiden\n",
        "Berg;Anneke;Delft;0612345678\nVos;Jan;Gouda;0612345679\nSmit;Els;Leiden;0612345680\n",
        "Berg;Anneke;4-12-1958\nVos;Jan;1-2-1960\nSmit;Els;3-4-1970\n",
        "Berg;Kerkstraat 5;2611 AB;Delft\nVos;Laan 1;2801 CD;Gouda\nSmit;Plein 2;2311 EF;Leiden\n",
        "Berg;Delft;onbekend\nVos;Gouda;12\nSmit;Leiden;14\nBos;Hoorn;11\n",
        "Jan;Smit\nPiet;Vos\nKees;Bos\n",
        "Berg;2022;2023\nVos;2021;2024\nSmit;2019;2022\n",
        "Kerkstraat 5\nLaan 1\nPlein 2\n",
    ] {
        assert_eq!(header(list), None, "{list}");
    }
}

#[test]
fn headings_of_other_lists_are_headings() {
    for list in [
        "Commissie;Voorzitter;Taak\nKampcommissie;Anneke Berg;kamp\nKascommissie;Jan Vos;kas\n",
        "A;B;C\nAnneke;Berg;Delft\nJan;Vos;Gouda\n",
        "Naam;2023;2024;2025\nBerg;10;10;12\nVos;10;10;12\n",
        "Naam;1-9-2026;8-9-2026;15-9-2026\nBerg;x;;x\nVos;x;x;\n",
        "Naam;1;2;3\nBerg;x;;x\nVos;x;x;\n",
        "Naam kind;Groep;Ouder\nTim;4;A. Berg\nEva;5;J. Vos\n",
        "Wat is uw naam?;Wilt u dit jaar weer meehelpen op het kamp, en zo ja, welke dagen kunt u dan komen koken voor de hele groep?\nBerg;ja, zaterdag\nVos;nee\n",
        "BIJNAAM VAN HET KIND;KLEDINGSTUK\nAnneke;Jas\nJan;Broek\nEls;Muts\n",
        "PartnerKey;GivenOn\nBerg;vandaag\nVos;gisteren\n",
        "Kind 1;Kind 2\nTim;Eva\nBas;Noor\n",
        "id;100022;100025;100047\nBerg;WAAR;ONWAAR;WAAR\nVos;WAAR;WAAR;WAAR\n",
    ] {
        assert_eq!(header(list), Some(1), "{list}");
    }
}

#[test]
fn totals_footnotes_and_repeated_headings_are_no_records_and_are_told() {
    let rows = |text: &str| {
        let layout = layout(text);
        (layout.records.len(), layout.left_out)
    };
    assert_eq!(
        rows("Naam;Plaats;Bedrag\nBerg;Delft;10,00\nNaam;Plaats;Bedrag\nSmit;Gouda;5,00\n\n;;15,00\n"),
        (2, vec![3, 6])
    );
    assert_eq!(rows("Naam;Plaats;Bedrag\nBerg;Delft;10,00\nSmit;Gouda;5,00\n* nog niet betaald\n"), (2, vec![4]));
    assert_eq!(rows("Naam;Plaats;Bedrag\nBerg;Delft;10,00\nSmit;Gouda;5,00\nTotaal;;15,00\n"), (2, vec![4]));
    assert_eq!(rows("Naam;Plaats;Bedrag\nBerg;Delft;10,00\nSmit;Gouda;5,50\n;;15,50\n"), (2, vec![4]));
    assert_eq!(rows("Naam;Plaats;Bedrag\nBerg;Delft;10,00\nSmit;Gouda;5,00\n2 leden;;\n"), (2, vec![4]));
    let people: String = (0..8).map(|i| format!("Naam {i};kok;4{i};4-1{i}-1958\n")).collect();
    let list = |tail: &str| rows(&format!("Naam;Beroep;Leeftijd;Geboren\n{people}{tail}"));
    assert_eq!(list("Dit;was;de;lijst\nvan;2026;;\n"), (8, vec![10, 11]));
    assert_eq!(list("Berg;kok;;\n").0, 9, "somebody of whom little is known is no note");
    assert_eq!(list("Berg;kok;onbekend;?\n").0, 9);
    assert_eq!(list("Berg;kok;weet niet;\n").0, 9);
}

#[test]
fn a_number_of_somebody_is_never_shown_as_a_heading() {
    let mut values = vec!["999990019"; 3];
    values.extend(["111222333", "123456782"]);
    let rows: String = values.iter().map(|v| format!("Vos;{v}\n")).collect();
    let sheet =
        read::read_bytes(format!("Berg;111222333\n{rows}").into_bytes(), &Default::default()).unwrap().sheets.remove(0);
    let work = ledenkluis_sheets::Work::default();
    let columns =
        super::mapping::guess(&sheet, &header::with_header(&sheet, Some(1), true, &work).unwrap(), &work).unwrap();
    assert_eq!((columns[1].heading.as_str(), columns[1].blocked.as_deref()), ("•••", Some("bsn")));
}
