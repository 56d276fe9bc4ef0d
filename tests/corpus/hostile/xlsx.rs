//! Office Open XML.
use super::Hostile;
use super::pack::zip;
use std::fmt::Write;

pub(super) const ALL: &[Hostile] = &[
    ("a format of a million figures under many numbers", || {
        Book {
            rows: row(&"<c s=\"0\"><v>1.5</v></c>".repeat(16_000)),
            styles: formats(1, "0", 1_000_000),
            ..Book::new()
        }
        .file()
    }),
    ("many formats of a million figures", || {
        let cells: String = (0..35).map(|i| format!("<c s=\"{i}\"><v>1.5</v></c>")).collect();
        Book { rows: row(&cells), styles: formats(35, "0", 1_000_000), ..Book::new() }.file()
    }),
    ("many formats that are as long as may be", || {
        let cells: String = (0..60_000).map(|i| format!("<c s=\"{i}\"><v>1.5</v></c>")).collect();
        let rows = format!("<row>{cells}</row>").replace("<c s=\"16000\">", "</row><row><c s=\"16000\">");
        Book { rows, styles: formats(60_000, "#", 250), ..Book::new() }.file()
    }),
    ("half a million numbers in a format that is as long as may be", || {
        Book {
            rows: row(&"<c s=\"0\"><v>2.718</v></c>".repeat(20)).repeat(25_000),
            styles: formats(1, "#", 250),
            ..Book::new()
        }
        .file()
    }),
    ("half a million days in a long format", || {
        let styles = formats(1, "[$-413]dddd d mmmm yyyy ", 10);
        Book { rows: row(&"<c s=\"0\"><v>21523</v></c>".repeat(20)).repeat(25_000), styles, ..Book::new() }.file()
    }),
    ("a text as long as a cell in three thousand cells", || {
        Book { rows: row(&shared(3_000)), strings: strings(&["a".repeat(32_000)]), ..Book::new() }.file()
    }),
    ("a text that is written six times as long", || {
        Book { rows: row(&shared(10)).repeat(300), strings: strings(&["_x0001_".repeat(32_000)]), ..Book::new() }.file()
    }),
    ("a text of many words in many cells", || {
        Book { rows: row(&shared(20)).repeat(60), strings: strings(&["naam ".repeat(6_000)]), ..Book::new() }.file()
    }),
    ("two million cells", || Book { rows: row(&"<c><v>1</v></c>".repeat(20)).repeat(100_000), ..Book::new() }.file()),
    ("many cells with a text of their own", || {
        Book { rows: row(&"<c t=\"inlineStr\"><is><t>Jansen, A.</t></is></c>".repeat(8)).repeat(80_000), ..Book::new() }
            .file()
    }),
    ("one row of all columns above many short rows", || {
        Book { rows: row(&"<c><v>1</v></c>".repeat(16_384)) + &row("<c><v>1</v></c>").repeat(249_000), ..Book::new() }
            .file()
    }),
    ("headings in the first and the last column above many short rows", || {
        let ends = "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"XFD1\" t=\"s\"><v>0</v></c>";
        let rows = row(ends) + &row("<c t=\"s\"><v>0</v></c>").repeat(249_000);
        Book { rows, strings: strings(&["Naam".to_owned()]), ..Book::new() }.file()
    }),
    ("a long heading joined over all columns", || {
        let rows = row("<c r=\"A1\" t=\"s\"><v>0</v></c>")
            + &row("<c r=\"XFD2\" t=\"s\"><v>1</v></c>")
            + &row(&shared(3)).repeat(9);
        let more = "<mergeCells><mergeCell ref=\"A1:XFD1\"/><mergeCell ref=\"B1:B2\"/></mergeCells><autoFilter ref=\"A1:B9\"/>".to_owned();
        Book { rows, strings: strings(&["Naam ".repeat(6_000), "Plaats".to_owned()]), more, ..Book::new() }.file()
    }),
    ("ten thousand joined cells over rows of hints", || {
        let rows = row("<c t=\"s\"><v>0</v></c>")
            + &row("<c t=\"s\"><v>1</v></c>").repeat(100_000)
            + &row("<c r=\"XFD200000\" t=\"s\"><v>2</v></c>");
        let mut more = String::from("<autoFilter ref=\"A1:XFD9\"/><mergeCells>");
        (1..10_000).for_each(|i| write!(more, "<mergeCell ref=\"A{i}:XFD{i}\"/>").expect("text"));
        let texts = ["Naam", "(hint)", "Berg"].map(str::to_owned);
        Book { rows, strings: strings(&texts), more: more + "</mergeCells>", ..Book::new() }.file()
    }),
    ("two million columns", || Book { rows: row(&"<c><v>1</v></c>".repeat(7_800)), sheets: 256, ..Book::new() }.file()),
    ("two million columns with headings", || {
        Book {
            rows: row(&shared(3_000)) + &row(&"<c><v>1</v></c>".repeat(3_000)),
            strings: strings(&["Naam".to_owned()]),
            sheets: 256,
            ..Book::new()
        }
        .file()
    }),
    ("wide sheets of different words", || {
        let texts: Vec<String> = (0..12_000).map(|i| format!("Naam{i} van de {}", i * 7)).collect();
        let rows: String = (0..60)
            .map(|r| row(&(0..200).map(|c| format!("<c t=\"s\"><v>{}</v></c>", r * 200 + c)).collect::<String>()))
            .collect();
        Book { rows, strings: strings(&texts), sheets: 25, ..Book::new() }.file()
    }),
    ("every row is the sum of those above it", || {
        let rows: String = (0..45).map(|i| row(&format!("<c><v>{}</v></c>", 1_u64 << i).repeat(2_000))).collect();
        Book {
            rows: row(&shared(4_001)) + &row(&shared(1)) + &rows,
            strings: strings(&["Naam".to_owned()]),
            ..Book::new()
        }
        .file()
    }),
    ("one part is two hundred sheets", || {
        Book { rows: row(&"<c><v>1</v></c>".repeat(20)).repeat(5_000), sheets: 256, one_part: true, ..Book::new() }
            .file()
    }),
    ("a hundred thousand tables in one part", || {
        let tables = "<Relationship Id=\"t\" Type=\"http://x/table\" Target=\"tabel.xml\"/>".repeat(99_000);
        Book {
            rows: row(&shared(1)),
            more: "<tablePart/>".to_owned(),
            relations: tables,
            strings: strings(&["x".to_owned()]),
            sheets: 3,
            ..Book::new()
        }
        .file()
    }),
    ("cells with a thousand attributes", || {
        let odd: String = (0..1_000).map(|i| format!(" x{i}=\"{i}\"")).collect();
        Book { rows: row(&format!("<c{odd}><v>1</v></c>").repeat(4_000)), ..Book::new() }.file()
    }),
    ("eleven million pieces that say nothing", || Book { rows: "<a/>".repeat(5_500_000), ..Book::new() }.file()),
    ("five million comments", || Book { rows: "<!---->".repeat(5_000_000), ..Book::new() }.file()),
    ("white space without end", || {
        Book { rows: format!("{}<a/>", " ".repeat(1_000_000)).repeat(250), ..Book::new() }.file()
    }),
    ("a text of two million pieces", || {
        Book { strings: format!("<sst><si>{}</si></sst>", "<r><t>a</t></r>".repeat(2_000_000)), ..Book::new() }.file()
    }),
    ("a sheet in another alphabet", || {
        let sheet = format!(
            "<worksheet><sheetData>{}</sheetData></worksheet>",
            row(&"<c><v>1</v></c>".repeat(20)).repeat(35_000)
        );
        let wide: Vec<u8> = std::iter::once(0xFEFF).chain(sheet.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        Book { sheet: Some(wide), ..Book::new() }.file()
    }),
    ("styles and fonts as many as may be", || {
        let fonts = "<font><b/></font>".repeat(99_000);
        let styles = "<xf numFmtId=\"14\" fontId=\"9\"/>".repeat(99_000);
        let styles = format!("<styleSheet><fonts>{fonts}</fonts><cellXfs>{styles}</cellXfs></styleSheet>");
        Book { rows: row(&"<c s=\"98999\"><v>1</v></c>".repeat(20)).repeat(20_000), styles, ..Book::new() }.file()
    }),
];

struct Book {
    rows: String,
    strings: String,
    styles: String,
    /// XML after the cells.
    more: String,
    /// Relationships of each sheet.
    relations: String,
    sheets: usize,
    one_part: bool,
    /// Replaces the sheet that is made from `rows`.
    sheet: Option<Vec<u8>>,
}

impl Book {
    fn new() -> Self {
        let (strings, styles) = ("<sst/>".to_owned(), "<styleSheet/>".to_owned());
        let empty = String::new;
        Book {
            rows: empty(),
            strings,
            styles,
            more: empty(),
            relations: empty(),
            sheets: 1,
            one_part: false,
            sheet: None,
        }
    }

    fn file(self) -> Vec<u8> {
        let kind = |kind: &str, id: &str, target: &str| {
            format!("<Relationship Id=\"{id}\" Type=\"http://x/{kind}\" Target=\"{target}\"/>")
        };
        let list = |inside: &str| format!("<Relationships>{inside}</Relationships>");
        let number = |i: usize| if self.one_part { 0 } else { i };
        let sheets: String = (0..self.sheets).map(|i| format!("<sheet name=\"B{i}\" r:id=\"a{i}\"/>")).collect();
        let mut relations = kind("sharedStrings", "s", "t.xml") + &kind("styles", "f", "f.xml");
        (0..self.sheets)
            .for_each(|i| relations += &kind("worksheet", &format!("a{i}"), &format!("s{}.xml", number(i))));
        let sheet = self.sheet.unwrap_or_else(|| {
            format!("<worksheet><sheetData>{}</sheetData>{}</worksheet>", self.rows, self.more).into_bytes()
        });
        let root = list(&kind("officeDocument", "x", "xl/w.xml"));
        let workbook = format!("<workbook xmlns:r=\"r\"><sheets>{sheets}</sheets></workbook>");
        let (relations, own) = (list(&relations), list(&self.relations));
        let mut parts: Vec<(String, &[u8])> = vec![
            ("_rels/.rels".to_owned(), root.as_bytes()),
            ("xl/w.xml".to_owned(), workbook.as_bytes()),
            ("xl/_rels/w.xml.rels".to_owned(), relations.as_bytes()),
            ("xl/t.xml".to_owned(), self.strings.as_bytes()),
            ("xl/f.xml".to_owned(), self.styles.as_bytes()),
            ("xl/tabel.xml".to_owned(), b"<table ref=\"A1:B2\"/>"),
        ];
        for i in 0..if self.one_part { 1 } else { self.sheets } {
            parts.push((format!("xl/s{i}.xml"), &sheet));
            parts.push((format!("xl/_rels/s{i}.xml.rels"), own.as_bytes()));
        }
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
        zip(&parts)
    }
}

fn row(cells: &str) -> String {
    format!("<row>{cells}</row>")
}

/// This many cells, which all refer to shared string 0.
fn shared(cells: usize) -> String {
    "<c t=\"s\"><v>0</v></c>".repeat(cells)
}

fn strings(texts: &[String]) -> String {
    let texts: String = texts.iter().map(|text| format!("<si><t>{text}</t></si>")).collect();
    format!("<sst>{texts}</sst>")
}

/// This many formats, each with `piece` repeated this many times.
fn formats(count: usize, piece: &str, times: usize) -> String {
    let (mut formats, mut styles) = (String::new(), String::new());
    for id in 200..200 + count {
        let code = piece.repeat(times);
        write!(formats, "<numFmt numFmtId=\"{id}\" formatCode=\"{code}\"/>").expect("text");
        write!(styles, "<xf numFmtId=\"{id}\"/>").expect("text");
    }
    format!("<styleSheet><numFmts>{formats}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>")
}
