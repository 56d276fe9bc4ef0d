//! Small files made here, one for each thing that real lists do.
use super::*;
use chrono::NaiveDate;
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format as Style, Formula, Workbook};
use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

pub(crate) fn read_bytes(bytes: Vec<u8>) -> Result<Book> {
    read(bytes, &Work::default())
}

pub(crate) fn texts(book: &Book, sheet: usize) -> Vec<Vec<&str>> {
    book.sheets[sheet].rows.iter().map(|r| r.cells.iter().map(|c| c.text.as_str()).collect()).collect()
}

pub(crate) fn code(result: Result<Book>) -> &'static str {
    result.map_or_else(|e| e.why().as_str(), |_| "read")
}

pub(crate) fn csv_rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let book = read_bytes(bytes.to_vec()).unwrap();
    book.sheets[0].rows.iter().map(|r| r.cells.iter().map(|c| c.text.clone()).collect()).collect()
}

pub(crate) fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(crate) fn ods(table: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s">
        <office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
        </office:automatic-styles><office:body><office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>"#
    );
    packed(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}

#[test]
fn xlsx_cells_come_out_as_the_sheet_shows_them() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let shown = |code: &str| Style::new().set_num_format(code);
    sheet.write_with_format(0, 0, 612_345_678, &shown("0000000000")).unwrap();
    sheet.write_with_format(0, 1, 0.125, &shown("0.0%")).unwrap();
    sheet.write_with_format(0, 2, 1234.5, &shown("[$€-413] #,##0.00")).unwrap();
    let day = ExcelDateTime::from_ymd(1958, 12, 4).unwrap();
    sheet.write_with_format(0, 3, &day, &shown("d mmmm yyyy")).unwrap();
    sheet.write_with_format(0, 4, &day, &shown("[$-413]dddd d mmmm yyyy")).unwrap();
    sheet.write(0, 5, true).unwrap();
    sheet.write_formula(0, 6, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write(0, 7, 31_612_345_678_f64).unwrap();
    sheet.write_with_format(0, 8, 1011, &shown("0000\" AB\"")).unwrap();
    sheet.write_with_format(0, 9, ExcelDateTime::from_hms(9, 5, 0).unwrap(), &shown("h:mm")).unwrap();
    let book = read_bytes(workbook.save_to_buffer().unwrap()).unwrap();
    let row = &texts(&book, 0)[0];
    let expected = [
        "0612345678",
        "12.5%",
        "€ 1,234.50",
        "4 December 1958",
        "donderdag 4 december 1958",
        "TRUE",
        "#DIV/0!",
        "31612345678",
        "1011 AB",
        "9:05",
    ];
    assert_eq!(row, &expected);
    assert_eq!(book.sheets[0].rows[0].cells[3].day, NaiveDate::from_ymd_opt(1958, 12, 4));
    assert_eq!(book.sheets[0].rows[0].cells[9].day, None);
}

#[test]
fn a_sheet_that_claims_a_million_rows_costs_what_it_holds_and_a_hidden_one_says_so() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "Naam").unwrap();
    sheet.write(1_048_575, 0, "laatste").unwrap();
    workbook.add_worksheet().set_name("oud").unwrap().set_hidden(true);
    let book = read_bytes(workbook.save_to_buffer().unwrap()).unwrap();
    let numbers: Vec<u32> = book.sheets[0].rows.iter().map(|r| r.number).collect();
    assert_eq!(numbers, [1, 1_048_576]);
    assert_eq!((book.sheets[1].name.as_str(), book.sheets[1].hidden, book.sheets[0].hidden), ("oud", true, false));
}

#[test]
fn ods_shows_its_text_and_repeats_within_reason() {
    let book = read_bytes(ods(concat!(
        r#"<table:table table:name="Leden"><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#,
        r#"<table:table-row><table:table-cell office:value-type="string"><text:p>Ans<text:s text:c="2"/>&amp; Jan</text:p><text:p>twee</text:p></table:table-cell>"#,
        r#"<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="3.4"><text:p>3,40</text:p></table:table-cell>"#,
        r#"<table:table-cell office:value-type="date" office:date-value="1958-12-04"><office:annotation><text:p>notitie</text:p></office:annotation><text:p>4-12-58</text:p></table:table-cell>"#,
        r#"<table:table-cell office:value-type="percentage" office:value="0.5"/></table:table-row></table:table>"#,
        r#"<table:table table:name="oud" table:style-name="ta2"/>"#,
    )))
    .unwrap();
    assert_eq!(texts(&book, 0), [["Ans  & Jan\ntwee", "3,40", "3,40", "4-12-58", "50%"]]);
    assert_eq!(
        (book.sheets[0].rows[0].number, book.sheets[0].rows[0].cells[3].day),
        (4, NaiveDate::from_ymd_opt(1958, 12, 4))
    );
    assert!(book.sheets[1].hidden);
}

#[test]
fn a_small_file_that_claims_to_be_a_large_one_is_refused() {
    let cell = r#"<table:table-cell table:number-columns-repeated="999999999"><text:p>X</text:p></table:table-cell>"#;
    assert_eq!(
        code(read_bytes(ods(&format!("<table:table><table:table-row>{cell}</table:table-row></table:table>")))),
        "too_large"
    );
    let rows = r#"<table:table><table:table-row table:number-rows-repeated="999999999"><table:table-cell><text:p>X</text:p></table:table-cell></table:table-row></table:table>"#;
    assert_eq!(code(read_bytes(ods(rows))), "too_large");
    let bomb = vec![b' '; 310 * 1024 * 1024];
    assert_eq!(
        code(read_bytes(packed(&[("xl/workbook.xml", b"<workbook/>"), ("xl/sharedStrings.xml", &bomb)]))),
        "too_large"
    );
}

#[test]
fn an_entity_bomb_a_locked_file_and_other_formats_are_refused_each_by_its_name() {
    let bomb = br#"<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">]><sst>&b;</sst>"#;
    assert_eq!(
        code(read_bytes(packed(&[("xl/workbook.xml", b"<workbook/>"), ("xl/sharedStrings.xml", bomb)]))),
        "damaged"
    );
    let locked = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    assert_eq!(
        code(read_bytes(packed(&[("META-INF/manifest.xml", locked), ("content.xml", b"\x01\x02")]))),
        "encrypted"
    );
    assert_eq!(code(read_bytes(packed(&[("word/document.xml", b"<w/>")]))), "unsupported");
    assert_eq!(code(read_bytes(b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anneke\r\nEND:VCARD\r\n".to_vec())), "unsupported");
    assert_eq!(code(read_bytes(b"<?xml version=\"1.0\"?><Document/>".to_vec())), "unsupported");
    assert_eq!(code(read_bytes((0..=255).cycle().take(4000).collect())), "unsupported");
    assert_eq!(code(read_bytes(vec![])), "nothing");
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(0, 0, "Naam").unwrap();
    let whole = workbook.save_to_buffer().unwrap();
    assert_eq!(code(read_bytes(whole[..whole.len() / 2].to_vec())), "damaged");
}

#[test]
fn text_is_read_whatever_its_separator_and_line_ends() {
    let expected = [["Naam", "Plaats"], ["Berg", "Delft"]];
    for text in [
        "Naam;Plaats\nBerg;Delft\n",
        "Naam,Plaats\r\nBerg,Delft",
        "Naam\tPlaats\rBerg\tDelft\r",
        "sep=|\r\nNaam|Plaats\r\nBerg|Delft\r\n",
    ] {
        assert_eq!(csv_rows(text.as_bytes()), expected, "{text:?}");
    }
    assert_eq!(csv_rows(b"a;\"b \"\"c\"\"\r\nd\";e\n1;2\";3\n"), [["a", "b \"c\"\nd", "e"], ["1", "2\"", "3"]]);
    assert_eq!(csv_rows(b"a;b\n\"nooit gesloten;c\nd;e\n"), [["a", "b"], ["\"nooit gesloten", "c"], ["d", "e"]]);
    assert_eq!(csv_rows(b"Naam;Bedrag\nBerg;12,50\nSmit;3,10\n")[1], ["Berg", "12,50"]);
    assert_eq!(csv_rows(b"a,b,c\n\0,2,3\n")[1], ["", "2", "3"]);
}

#[test]
fn text_is_read_whatever_its_encoding() {
    let text = "Voornaam;Plaats\r\nZoë;Sint-Oedenrode\r\nFrançois;Curaçao\r\n";
    let wide = |big: bool| {
        text.encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect::<Vec<u8>>()
    };
    let (narrow, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    let bytes = [
        text.as_bytes().to_vec(),
        [&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat(),
        narrow.into_owned(),
        wide(true),
        wide(false),
    ];
    for bytes in bytes {
        assert_eq!(csv_rows(&bytes)[2], ["François", "Curaçao"]);
    }
    let (japanese, _, _) =
        encoding_rs::SHIFT_JIS.encode("First Name,Last Name,Display Name\r\n権兵衛,名無し,名無しの権兵衛\r\n");
    assert_eq!(csv_rows(&japanese)[1], ["権兵衛", "名無し", "名無しの権兵衛"]);
}

#[test]
fn blank_lines_count_for_the_number_of_a_row_but_are_no_rows() {
    let book = read_bytes(b";;\n\nNaam;Plaats;Land\nBerg;Delft;\n".to_vec()).unwrap();
    let numbers: Vec<u32> = book.sheets[0].rows.iter().map(|r| r.number).collect();
    assert_eq!(numbers, [3, 4]);
}

/// A workbook of Excel 97 with these records in its only sheet.
pub(crate) fn xls(globals: &[(u16, &[u8])], cells: &[(u16, &[u8])]) -> Vec<u8> {
    let record = |kind: u16, data: &[u8]| [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat();
    let begin = record(0x809, &[0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let mut head: Vec<u8> = globals.iter().flat_map(|(k, d)| record(*k, d)).collect();
    let listed = |offset: u32| record(0x85, &[&offset.to_le_bytes()[..], &[0, 0, 5, 0], b"Leden"].concat());
    let offset = (begin.len() + head.len() + listed(0).len() + 4) as u32;
    head.extend(listed(offset));
    let sheet: Vec<u8> = cells.iter().flat_map(|(k, d)| record(*k, d)).collect();
    let stream = [begin.clone(), head, record(0x0A, &[]), begin, sheet, record(0x0A, &[])].concat();
    let mut container = cfb::CompoundFile::create(Cursor::new(vec![])).unwrap();
    container.create_stream("/Workbook").unwrap().write_all(&stream).unwrap();
    container.into_inner().into_inner()
}

#[test]
fn old_workbooks_show_their_formats_and_text_that_runs_over_two_records() {
    let format = [&164u16.to_le_bytes()[..], &10u16.to_le_bytes(), &[0], b"0000000000"].concat();
    let style = |id: u16| [&[0, 0][..], &id.to_le_bytes(), &[0; 16]].concat();
    // "Zoë van den Berg" in two records: one byte per character, then two.
    let first = [&1u32.to_le_bytes()[..], &1u32.to_le_bytes(), &16u16.to_le_bytes(), &[0], b"Zo\xEB van d"].concat();
    let rest = [&[1u8][..], &"en Berg".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()].concat();
    let globals: [(u16, &[u8]); 5] =
        [(0x41E, &format), (0xE0, &style(164)), (0xE0, &style(14)), (0xFC, &first), (0x3C, &rest)];
    let cell = |column: u16, style: u16, value: &[u8]| {
        [&0u16.to_le_bytes()[..], &column.to_le_bytes(), &style.to_le_bytes(), value].concat()
    };
    let name = cell(0, 0, &0u32.to_le_bytes());
    let phone = cell(1, 0, &612_345_678f64.to_le_bytes());
    let born = cell(2, 1, &(((21523i32 << 2) | 2) as u32).to_le_bytes());
    let cells: [(u16, &[u8]); 3] = [(0xFD, &name), (0x203, &phone), (0x27E, &born)];
    let book = read_bytes(xls(&globals, &cells)).unwrap();
    assert_eq!(texts(&book, 0), [["Zoë van den Berg", "0612345678", "04-12-1958"]]);
    assert_eq!((book.format, book.sheets[0].name.as_str()), (Format::Xls, "Leden"));
    assert_eq!(book.sheets[0].rows[0].cells[2].day, NaiveDate::from_ymd_opt(1958, 12, 4));

    assert_eq!(code(read_bytes(xls(&[(0x2F, &[1, 0])], &[]))), "encrypted");
    let mut container = cfb::CompoundFile::create(Cursor::new(vec![])).unwrap();
    container.create_stream("/EncryptedPackage").unwrap();
    assert_eq!(code(read_bytes(container.into_inner().into_inner())), "encrypted");
}

proptest! {
    #[test]
    fn no_bytes_make_it_crash(bytes in proptest::collection::vec(any::<u8>(), 0..600), start in 0usize..6) {
        let head: [&[u8]; 6] = [b"", b"PK\x03\x04", &xls::ole::SIGNATURE, b"a;b\n\"", b"\xFF\xFE", b"sep=;\n"];
        let _ = read_format([head[start], &bytes].concat(), Budget::new(Work::default()));
    }

    #[test]
    fn a_damaged_workbook_never_makes_it_crash(at in 0usize..3000, byte in any::<u8>(), old in any::<bool>()) {
        let mut bytes = if old { xls(&[], &[(0x203, &[0; 14]), (0xBD, &[0, 0, 0, 0, 1, 0, 2, 0, 0, 0, 0, 0])]) } else { ods("<table:table><table:table-row/></table:table>") };
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = read_bytes(bytes);
    }

    #[test]
    fn no_format_makes_it_crash(code in "[0#?.,%E+@a-zA-Z\"\\[\\];_* -]{0,24}", value in any::<f64>(), old in any::<bool>()) {
        let format = number::NumberFormat::parse(&code);
        if value.is_finite() {
            let _ = format.show(value, old);
        }
    }

    #[test]
    fn text_without_quotes_comes_back_field_by_field(fields in proptest::collection::vec("[a-z]{1,8}", 2..6), rows in 2usize..6) {
        let line = fields.join(";");
        let text = vec![line; rows].join("\r\n");
        prop_assert!(csv_rows(text.as_bytes()).iter().all(|r| *r == fields));
    }
}
