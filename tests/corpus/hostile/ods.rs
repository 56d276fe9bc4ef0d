//! OpenDocument.
use super::Hostile;
use super::pack::zip;

pub(super) const ALL: &[Hostile] = &[
    ("a blank cell four thousand million times", || sheet(&row(&cell("columns-repeated=\"4294967295\"", " ")))),
    ("fifty such cells", || sheet(&row(&cell("columns-repeated=\"4294967295\"", " ").repeat(50)))),
    ("an empty cell in every place of fifty thousand rows", || {
        sheet(&row("<table:table-cell table:number-columns-repeated=\"4294967295\"/>").repeat(50_000))
    }),
    ("a row a quarter of a million times", || {
        sheet(&rows(250_000, &cell("columns-repeated=\"8\"", &"naam".repeat(12))))
    }),
    ("a row of all columns a hundred times", || sheet(&rows(122, &cell("columns-repeated=\"16384\"", "naam")))),
    ("a long text in all columns", || sheet(&rows(3, &cell("columns-repeated=\"16384\"", &"naam ".repeat(6_000))))),
    ("a row four thousand million times", || sheet(&rows(u32::MAX, &cell("columns-repeated=\"1\"", "x")))),
    ("cells with a hundred attributes", || {
        let odd: String = (0..100).map(|i| format!(" x{i}=\"{i}\"")).collect();
        sheet(&row(&format!("<table:table-cell{odd}/>").repeat(80_000)))
    }),
    ("five million elements in a cell", || {
        sheet(&row(&format!("<table:table-cell><text:p>{}</text:p></table:table-cell>", "<text:s/>".repeat(5_000_000))))
    }),
    ("spaces by the thousand", || {
        let spaces = "<text:s text:c=\"1000\"/>".repeat(130);
        sheet(&row(
            &format!("<table:covered-table-cell><text:p>{spaces}</text:p></table:covered-table-cell>").repeat(9_000)
        ))
    }),
    ("styles without end", || {
        let style = |i| format!("<s:style s:name=\"{i}\"><s:text-properties s:font-weight=\"bold\"/></s:style>");
        content(&(0..150_000).map(style).collect::<String>(), "<table:table/>")
    }),
    ("filters of every sheet", || {
        let sheets: String = (0..250).map(|i| format!("<table:table table:name=\"blad{i:09}\"/>")).collect();
        let range = "<table:database-range table:display-filter-buttons=\"true\" table:target-range-address=\"blad999999999.A1\"/>";
        content("", &(sheets + &range.repeat(400_000)))
    }),
    ("formulas without a value", || sheet(&row(&"<table:table-cell table:formula=\"x\"/>".repeat(1_500_000)))),
    ("cells joined over all columns", || {
        let joined = "<table:table-cell table:number-rows-spanned=\"12\" table:number-columns-spanned=\"16384\"><text:p>Naam</text:p></table:table-cell>";
        sheet(&(row(&joined.repeat(10_000)) + &row(&cell("columns-repeated=\"1\"", "Berg")).repeat(12)))
    }),
];

fn cell(number: &str, text: &str) -> String {
    format!("<table:table-cell table:number-{number}><text:p>{text}</text:p></table:table-cell>")
}

fn row(cells: &str) -> String {
    rows(1, cells)
}

fn rows(times: u32, cells: &str) -> String {
    format!("<table:table-row table:number-rows-repeated=\"{times}\">{cells}</table:table-row>")
}

fn sheet(rows: &str) -> Vec<u8> {
    content("", &format!("<table:table table:name=\"Leden\">{rows}</table:table>"))
}

fn content(styles: &str, tables: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><o:document-content xmlns:o=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:s=\"s\">\
         <o:automatic-styles>{styles}</o:automatic-styles><o:body><o:spreadsheet>{tables}</o:spreadsheet></o:body></o:document-content>"
    );
    zip(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}
