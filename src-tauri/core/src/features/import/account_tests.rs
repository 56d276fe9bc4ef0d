//! No list costs more than it is charged for. Random lists, generated one layer in (the part, the record stream, the
//! text; then packed) and partly damaged; the processor time they take is checked against the steps that were charged.
use super::inspect::inspect_bytes;
use super::read::account;
use crate::error::Error;
use ledenkluis_sheets::{Refusal, Work};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::io::{Cursor, Write};
use std::time::Duration;
use zip::write::{SimpleFileOptions, ZipWriter};

/// The account of each list. Small, so that many lists can be tested.
const STEPS: u64 = 2_000_000;
const ROOM: u64 = 32 * 1024 * 1024;
/// A step takes 0.1 microseconds here, and ten times that on a busy computer. The tests look for loops that are not
/// charged at all, which are a thousand times as expensive.
const STEP: Duration = Duration::from_micros(1);
/// The fixed cost of any file: unpacking, and tables that the readers build once.
const BEGIN: Duration = Duration::from_millis(250);

/// Processor time of this thread (proc(5), `schedstat`).
fn worked() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    stat.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

/// The peak memory use of this process, in MB.
fn memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kib| kib / 1024)
}

fn pays(bytes: Vec<u8>) -> Result<(), TestCaseError> {
    let work = Work::limited(STEPS, ROOM);
    let before = worked();
    let found = inspect_bytes(bytes, None, &work).map(|_| "read").map_err(|e| e.code());
    let (Some(before), Some(after)) = (before, worked()) else { return Ok(()) };
    let paid = STEPS - work.left().0;
    let most = BEGIN + STEP * u32::try_from(paid).unwrap();
    prop_assert!(after - before <= most, "{:?} of work for {paid} steps: {found:?}", after - before);
    prop_assert!(memory().is_none_or(|mb| mb < 300), "{:?} MB", memory());
    Ok(())
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A number that a file can claim: small or absurdly large.
fn claim() -> impl Strategy<Value = u64> {
    prop_oneof![0..30u64, 30..20_000u64, select(vec![16_383, 16_384, 65_535, 1_048_576, 4_294_967_295, u64::MAX])]
}

/// Random pieces, each repeated, with `#` replaced by a number.
fn pieces(of: &'static [&'static str]) -> impl Strategy<Value = String> {
    let piece = (select(of), claim(), 1..60usize);
    let run = vec(piece, 1..8).prop_map(|run| {
        run.iter().map(|(piece, n, times)| piece.replace('#', &n.to_string()).repeat(*times)).collect::<String>()
    });
    (vec(run, 1..5), 1..40usize).prop_map(|(runs, times)| runs.concat().repeat(times))
}

/// A part, possibly with some damaged bytes.
fn damaged(part: impl Strategy<Value = Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    (part, vec((any::<prop::sample::Index>(), any::<u8>()), 0..3)).prop_map(|(mut part, faults)| {
        let faults = faults.into_iter().filter(|_| !part.is_empty()).collect::<Vec<_>>();
        for (at, byte) in faults {
            let at = at.index(part.len());
            part[at] = byte;
        }
        part
    })
}

const CELLS: &[&str] = &[
    "<c><v>#</v></c>",
    "<c s=\"#\"><v>1.5</v></c>",
    "<c t=\"s\"><v>#</v></c>",
    "<c t=\"s\"><v>1</v></c>",
    "<c r=\"XFD#\"><v>1</v></c>",
    "<c r=\"B#\" t=\"s\"><v>0</v></c>",
    "<c t=\"inlineStr\"><is><r><t>Naam #</t></r></is></c>",
    "<c t=\"d\"><v>1958-12-04</v></c>",
    "<c><f>A1</f></c>",
    "<row r=\"#\">",
    "<row>",
    "</row>",
    "</row><row>",
    "</sheetData><mergeCells><mergeCell ref=\"A1:XFD#\"/></mergeCells><sheetData>",
    "<mergeCell ref=\"A#:B#\"/>",
    "<!-- # -->",
    "<x a=\"#\" b=\"#\"/>",
];
const TABLE: &[&str] = &[
    "<t:table-row>",
    "</t:table-row>",
    "<t:table-row t:number-rows-repeated=\"#\"><t:table-cell><x:p>Naam</x:p></t:table-cell></t:table-row>",
    "<t:table-cell t:number-columns-repeated=\"#\"><x:p> </x:p></t:table-cell>",
    "<t:table-cell t:number-columns-repeated=\"#\" o:value-type=\"float\" o:value=\"#\"/>",
    "<t:table-cell><x:p>Naam <x:s x:c=\"#\"/></x:p></t:table-cell>",
    "<t:table-cell t:number-rows-spanned=\"#\" t:number-columns-spanned=\"#\"><x:p>Plaats</x:p></t:table-cell>",
    "<t:table-cell t:formula=\"#\"/>",
    "</t:table><t:table t:name=\"#\">",
    "<t:database-range t:display-filter-buttons=\"true\" t:target-range-address=\"#.A#\"/>",
];
const TEXT: &[&str] = &[
    "Naam",
    "#",
    ";",
    ";;;;",
    "\n",
    "\r\n",
    "\"",
    "\"\"",
    "\"a;b\"",
    "a@b.nl",
    "06-12345678",
    "totaal;#\n",
    "\t",
    "é",
    "(hint)",
];
const CODES: &[&str] =
    &["0", "#,##0.00", "\\x", "?/?", "[$-413]dddd ", "yyyy", ";", "\"lid\"", "E+00", "@", "General", "[<#]", "%"];

fn xlsx() -> impl Strategy<Value = Vec<u8>> {
    let sheet = pieces(CELLS)
        .prop_map(|cells| format!("<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>").into_bytes());
    let code = pieces(CODES).prop_map(|code| code.replace('"', "&quot;").replace('<', "&lt;"));
    let styles = code.prop_map(|code| {
        let formats = format!("<numFmt numFmtId=\"164\" formatCode=\"{code}\"/>");
        format!(
            "<styleSheet><numFmts>{formats}</numFmts><cellXfs><xf/>{}</cellXfs></styleSheet>",
            "<xf numFmtId=\"164\"/>".repeat(9)
        )
        .into_bytes()
    });
    let strings = (1..3_000usize)
        .prop_map(|n| format!("<sst><si><t>{}</t></si><si><t>Plaats</t></si></sst>", "Naam ".repeat(n)).into_bytes());
    (damaged(sheet), damaged(styles), damaged(strings), 1..4usize).prop_map(|(sheet, styles, strings, sheets)| {
        let listed: String = (0..sheets).map(|_| "<sheet name=\"x\" r:id=\"a\"/>").collect();
        let workbook = format!("<workbook xmlns:r=\"r\"><sheets>{listed}</sheets></workbook>");
        let relation = |id, kind, target| format!("<Relationship Id=\"{id}\" Type=\"/{kind}\" Target=\"{target}\"/>");
        let list = |inside: String| format!("<Relationships>{inside}</Relationships>");
        let root = list(relation("x", "officeDocument", "w.xml"));
        let own = list(
            relation("a", "worksheet", "s.xml")
                + &relation("t", "sharedStrings", "t.xml")
                + &relation("f", "styles", "f.xml"),
        );
        packed(&[
            ("_rels/.rels", root.as_bytes()),
            ("w.xml", workbook.as_bytes()),
            ("_rels/w.xml.rels", own.as_bytes()),
            ("s.xml", &sheet),
            ("f.xml", &styles),
            ("t.xml", &strings),
        ])
    })
}

fn ods() -> impl Strategy<Value = Vec<u8>> {
    let content = pieces(TABLE).prop_map(|table| {
        format!("<o:d xmlns:o=\"o\" xmlns:t=\"t\" xmlns:x=\"x\"><o:body><o:spreadsheet><t:table t:name=\"1\"><t:table-row>{table}</t:table-row></t:table></o:spreadsheet></o:body></o:d>").into_bytes()
    });
    damaged(content).prop_map(|content| packed(&[("mimetype", b"x"), ("content.xml", &content)]))
}

fn xls() -> impl Strategy<Value = Vec<u8>> {
    let kinds = vec![
        0x203u16, 0x27E, 0xBD, 0xFD, 0x204, 0x06, 0x207, 0xE5, 0x3C, 0xFC, 0x41E, 0xE0, 0x31, 0x85, 0x41, 0x0A, 0x809,
        0x01,
    ];
    let data = prop_oneof![vec(any::<u8>(), 0..40), vec(0..3u8, 0..40), (0..8_000usize).prop_map(|n| vec![1; n])];
    let record = |kind: u16, data: &[u8]| {
        [&kind.to_le_bytes()[..], &u16::try_from(data.len()).unwrap().to_le_bytes(), data].concat()
    };
    let run = (select(kinds), data, 1..200usize).prop_map(move |(kind, data, times)| record(kind, &data).repeat(times));
    let records = (vec(run.clone(), 0..4), vec(run, 1..8), 1..200usize).prop_map(move |(globals, cells, sheets)| {
        let begin = record(0x809, &[0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        let listed = |offset: u32| record(0x85, &[&offset.to_le_bytes()[..], &[0, 0, 5, 0], b"Leden"].concat());
        let globals = globals.concat();
        let offset = begin.len() + globals.len() + listed(0).len() * sheets + 4;
        let listed = listed(u32::try_from(offset).unwrap()).repeat(sheets);
        let end = record(0x0A, &[]);
        [begin.as_slice(), &globals, &listed, &end, &begin, &cells.concat(), &end].concat()
    });
    damaged(records).prop_map(|stream| {
        let mut container = cfb::CompoundFile::create(Cursor::new(vec![])).unwrap();
        container.create_stream("/Workbook").unwrap().write_all(&stream).unwrap();
        container.into_inner().into_inner()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_xlsx_costs_more_than_it_paid_for(bytes in xlsx()) {
        pays(bytes)?;
    }

    #[test]
    fn no_ods_costs_more_than_it_paid_for(bytes in ods()) {
        pays(bytes)?;
    }

    #[test]
    fn no_xls_costs_more_than_it_paid_for(bytes in xls()) {
        pays(bytes)?;
    }

    #[test]
    fn no_text_costs_more_than_it_paid_for(text in damaged(pieces(TEXT).prop_map(String::into_bytes))) {
        pays(text)?;
    }
}

#[test]
fn the_account_grows_with_the_file_and_no_faster() {
    let progress = crate::kernel::progress::Progress::default();
    let (none, some) = (account(0, &progress).left(), account(1_000_000, &progress).left());
    assert_eq!((some.0 - none.0, some.1 - none.1), (24_000_000, 16_000_000));
    let code = |paid: Result<(), Refusal>| Error::from(paid.unwrap_err()).code().as_str();
    let work = account(10, &progress);
    assert_eq!(code(work.steps(usize::MAX)), "import.too_large");
    assert_eq!(code(work.room(usize::MAX)), "import.too_large");
    progress.cancel();
    assert_eq!(code(work.steps(1)), "job.cancelled");
}
