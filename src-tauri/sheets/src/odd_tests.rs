//! Files with one odd thing each, all seen in real lists.
use super::tests::{code, csv_rows, ods, packed, read_bytes, texts, xls};
use super::*;

const WORKBOOK: &str =
    r#"<workbook xmlns:r="r"><sheets><sheet name="Leden" sheetId="1" r:id="a"/></sheets></workbook>"#;
const ROOT: &str =
    r#"<Relationships><Relationship Id="x" Type="http://x/officeDocument" Target="boek/werk.xml"/></Relationships>"#;
const RELATIONS: &str = r#"<Relationships>
    <Relationship Id="a" Type="http://x/worksheet" Target="../bladen/een.xml"/>
    <Relationship Id="s" Type="http://x/sharedStrings" Target="/teksten.xml"/>
    <Relationship Id="f" Type="http://x/styles" Target="vorm.xml"/></Relationships>"#;
const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="d mmmm yyyy"/></numFmts>
    <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>"#;

/// A workbook with its parts in unusual places, and a sheet with these rows.
fn workbook(rows: &str, strings: &str, more: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><dimension ref=\"onzin\"/><sheetData>{rows}</sheetData>{more}</worksheet>");
    packed(&[
        ("_rels\\.rels", ROOT.as_bytes()),
        ("boek/werk.xml", WORKBOOK.as_bytes()),
        ("boek\\_rels\\werk.xml.rels", RELATIONS.as_bytes()),
        ("bladen/een.xml", sheet.as_bytes()),
        ("Teksten.xml", strings.as_bytes()),
        ("boek/vorm.xml", STYLES.as_bytes()),
        ("docProps/app.xml", b"<kapot"),
    ])
}

#[test]
fn parts_are_found_where_they_stand_and_an_odd_cell_refuses_nothing() {
    let rows = concat!(
        r#"<row><c t="s"><v>0</v></c><c t="e"><v>#SPILL!</v></c><c t="d" s="1"><v>1958-12-04T00:00:00</v></c>"#,
        r#"<c t="d"><v>1958-12-04</v></c><c t="inlineStr"><is><r><t>An</t></r><r><t>s</t></r><rPh><t>x</t></rPh></is></c>"#,
        r#"<c><v>1</v><extLst><ext><v>9</v></ext></extLst></c></row>"#,
        r#"<row r="5"><c r="C5" t="str"><f>A1</f><v>_x0041_ &amp; B</v></c><c r="D5"><f>1+1</f></c></row>"#,
        r#"<row r="6"><c r="XFD6" t="inlineStr"><is><t> </t></is></c></row>"#,
    );
    let strings = r#"<!DOCTYPE sst SYSTEM "x.dtd"><sst uniqueCount="9999999999"><si><t xml:space="preserve"> Zoë </t></si></sst>"#;
    let book = read_bytes(workbook(rows, strings, "")).unwrap();
    let expected: [&[&str]; 2] =
        [&[" Zoë ", "#SPILL!", "4 December 1958", "04-12-1958", "Ans", "1"], &["", "", "A & B"]];
    assert_eq!(texts(&book, 0), expected);
    assert_eq!(book.sheets[0].rows[1].number, 5);
    assert_eq!(book.sheets[0].without_value, [5]);
}

#[test]
fn a_file_says_itself_where_its_headings_are() {
    let row = r#"<row r="3"><c r="A3" t="inlineStr"><is><t>Pim</t></is></c></row>"#;
    let book = read_bytes(workbook(
        row,
        "<sst/>",
        r#"<autoFilter ref="$A$3:C9"/><mergeCells><mergeCell ref="A1:B2"/></mergeCells>"#,
    ))
    .unwrap();
    assert_eq!(book.sheets[0].hints.heading, Some(3));
    assert_eq!(book.sheets[0].merged, [Merge { rows: (1, 2), columns: (1, 2) }]);
    let book = read_bytes(ods("<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Pim</text:p></table:table-cell></table:table-row></table:table-header-rows></table:table>")).unwrap();
    assert_eq!(book.sheets[0].hints.heading, Some(1));
}

#[test]
fn what_a_file_claims_or_repeats_takes_no_room() {
    let many = format!("<sst>{}</sst>", "<si/>".repeat(2_100_000));
    assert_eq!(code(read_bytes(workbook("", &many, ""))), "too_large");
    let long = format!("<sst><si><t>{}</t></si></sst>", "a".repeat(9 * 1024 * 1024));
    assert_eq!(code(read_bytes(workbook("", &long, ""))), "too_large");
    let deep = "<r>".repeat(300);
    assert_eq!(code(read_bytes(workbook(&deep, "<sst/>", ""))), "damaged");
    let sheets: String = (0..300).map(|_| "<table:table table:name=\"x\"/>").collect();
    assert_eq!(code(read_bytes(ods(&sheets))), "too_large");
    let far = r#"<row r="1"><c r="ZZZ1"><v>1</v></c></row>"#;
    assert_eq!(code(read_bytes(workbook(far, "<sst/>", ""))), "too_large");
    let over = |file: Vec<u8>| read_bytes(file).err().and_then(|refusal| refusal.limit()).map_or("", |(what, _)| what);
    let limits =
        [workbook("", &many, ""), workbook("", &long, ""), ods(&sheets), workbook(far, "<sst/>", "")].map(over);
    assert_eq!(limits, ["strings", "piece", "sheets", "columns"]);
    let texts = ["a,".to_owned() + &"b".repeat(40_000), (("b".repeat(600)) + ",").repeat(15_000), "a,".repeat(17_000)];
    assert_eq!(texts.map(|text| over(text.into_bytes())), ["characters", "line", "columns"]);
    assert_eq!(code(read_bytes(workbook(r#"<row><c t="s"><v>7</v></c></row>"#, "<sst/>", ""))), "damaged");
    let entity = r#"<!DOCTYPE a [<!ENTITY a "x">]><sst><si><t>&a;</t></si></sst>"#;
    assert_eq!(code(read_bytes(workbook("", entity, ""))), "damaged");
}

#[test]
fn the_alphabet_of_a_text_is_the_one_that_puts_letters_between_letters() {
    let expected = ["François Zoë", "Curaçao", "Jürgen Größe"];
    let old: [&[u8]; 4] = [
        b"Naam;Plaats;X\nFran\xE7ois Zo\xEB;Cura\xE7ao;J\xFCrgen Gr\xF6\xDFe\n",
        b"Naam;Plaats;X\nFran\x8Dois Zo\x91;Cura\x8Dao;J\x9Frgen Gr\x9A\xA7e\n",
        b"Naam;Plaats;X\nFran\x87ois Zo\x89;Cura\x87ao;J\x81rgen Gr\x94\xE1e\n",
        "Naam;Plaats;X\nFrançois Zoë;Curaçao;Jürgen Größe\n".as_bytes(),
    ];
    for bytes in old {
        assert_eq!(csv_rows(bytes)[1], expected, "{bytes:?}");
    }
    let stray = ["Naam;Plaats;X\nFrançois Zoë;Curaçao;Jürgen Größe\nBerg".as_bytes(), b"\xFF", b";Delft;1\n"].concat();
    let book = read_bytes(stray).unwrap();
    assert_eq!((book.sheets[0].rows[1].get(0), book.lost_characters), ("François Zoë", true));
}

#[test]
fn the_separator_is_the_one_that_every_line_has() {
    let notes =
        "Naam;Opmerking\nBerg;komt soms, niet altijd, en dan laat\nVos;speelt fluit, hobo, piano\nSmit;geen, of toch\n";
    assert_eq!(csv_rows(notes.as_bytes())[1], ["Berg", "komt soms, niet altijd, en dan laat"]);
    assert_eq!(csv_rows(b"12,50;13,40\n11,00;12,00\n")[1], ["11,00", "12,00"]);
    assert_eq!(csv_rows(b"1,2,3\n4,5,6\n")[1], ["4", "5", "6"]);
    assert_eq!(csv_rows(b"naam, plaats, land\nBerg, Delft, NL\n")[1], ["Berg", " Delft", " NL"]);
    assert_eq!(csv_rows(b"\"Berg, A.\";Delft\n\"Vos, J.\";Gouda\n")[1], ["Vos, J.", "Gouda"]);
}

#[test]
fn a_quote_that_nothing_closes_is_a_character_and_harms_no_other_field() {
    let rows = csv_rows(b"Naam;Plaats\n\"Berg;Delft\nVos;\"Gouda; bij de brug\"\n\"Smit\nen zoon\";Leiden\n");
    assert_eq!(
        rows,
        [["Naam", "Plaats"], ["\"Berg", "Delft"], ["Vos", "Gouda; bij de brug"], ["Smit\nen zoon", "Leiden"]]
    );
}

#[test]
fn text_of_another_kind_is_refused_by_that_name() {
    for text in [
        "{\n  \"leden\": [1, 2]\n}",
        "[{\"naam\": \"Berg\"}]",
        "<table><tr><td>Berg</td></tr></table>",
        "\n<meta charset=utf-8><div>Berg</div>",
        "ID;PWXL;N;E\nC;X1;Y1;K\"Naam\"\n",
        "MIME-Version: 1.0\nContent-Type: multipart/related\n",
        "BEGIN:VCALENDAR\nEND:VCALENDAR\n",
    ] {
        assert_eq!(code(read_bytes(text.as_bytes().to_vec())), "unsupported", "{text}");
    }
    assert_eq!(csv_rows(b"<3 jaar;ouder\nBerg;Vos\n")[1], ["Berg", "Vos"]);
}

#[test]
fn an_old_workbook_that_was_cut_off_is_damaged_and_a_short_table_of_texts_is_not() {
    let short = [&9u32.to_le_bytes()[..], &9u32.to_le_bytes(), &4u16.to_le_bytes(), &[0], b"Berg"].concat();
    let label = |index: u32| [&[0u8, 0, 0, 0, 0, 0][..], &index.to_le_bytes()].concat();
    let book = read_bytes(xls(&[(0xFC, &short)], &[(0xFD, &label(0))])).unwrap();
    assert_eq!(texts(&book, 0), [["Berg"]]);
    assert_eq!(code(read_bytes(xls(&[(0xFC, &short)], &[(0xFD, &label(1))]))), "damaged");
}

/// Repeating one place compresses to almost nothing. Some programs do write a few rows and cells out of order.
#[test]
fn rows_and_cells_that_do_not_go_on_use_up_what_a_file_may_cost() {
    let read = |rows: &str| {
        // The account of an empty file: hardly any bytes are added to it.
        super::read(workbook(rows, "<sst/>", ""), &Work::of(0, || false))
    };
    let cell = r#"<c r="A1"><v>1</v></c>"#;
    for hostile in [
        format!(r#"<row r="1">{cell}</row>"#).repeat(300_000),
        format!(r#"<row r="1">{}</row>"#, cell.repeat(300_000)),
        r#"<row r="1"/>"#.repeat(300_000),
        format!("<row>{cell}</row>").repeat(300_000),
    ] {
        assert_eq!(code(read(&hostile)), "too_large");
    }
    let back: String = (1..=200)
        .rev()
        .map(|n| format!(r#"<row r="{n}"><c r="B{n}"><v>2</v></c><c r="A{n}"><v>1</v></c></row>"#))
        .collect();
    assert_eq!(texts(&read(&back).unwrap(), 0), vec![["1", "2"]; 200]);
}
