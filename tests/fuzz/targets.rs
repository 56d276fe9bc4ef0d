//! What is attacked, and how an input gets past the wrapping in which it comes: parts are changed before they are packed, records before
//! they are put into their container, so that a check sum does not refuse every change.
use crate::door::{Header, Request};
use crate::mutate::Mutator;
use ledenkluis_sheets::{Work, read};
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use zip::write::{SimpleFileOptions, ZipWriter};

/// What can be attacked.
pub(crate) const NAMES: &[&str] = &["csv", "xlsx", "xls", "ods", "number-formats", "request", "header", "roster"];

/// One thing that reads what comes from outside.
pub(crate) trait Target {
    /// The next input.
    fn make(&mut self, mutator: &mut Mutator) -> Vec<u8>;
    /// How many inputs it reads while the slowest reads one.
    fn pace(&self) -> u64 {
        10
    }
    /// Reads it. Every refusal is right; a panic is not.
    fn run(&mut self, input: &[u8]);
}

/// The target of this name.
pub(crate) fn named(name: &str) -> Option<Box<dyn Target>> {
    Some(match name {
        "csv" => Box::new(Text { seeds: seeds("csv") }),
        "xlsx" => Box::new(Packed { seeds: unpacked("xlsx"), words: XLSX }),
        "ods" => Box::new(Packed { seeds: unpacked("ods"), words: ODS }),
        "xls" => Box::new(Records { seeds: seeds("xls").iter().map(|bytes| records(bytes)).collect() }),
        "number-formats" => Box::new(NumberFormats),
        "request" => Box::new(Request),
        "header" => Box::new(Header::new(false)),
        "roster" => Box::new(Header::new(true)),
        _ => return None,
    })
}

/// The lists of the tests with this ending.
fn seeds(ending: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/imports");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect("the lists of the tests").map(|e| e.expect("a name").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == ending));
    paths.sort();
    paths.iter().map(|path| fs::read(path).expect("a list")).collect()
}

fn read_list(bytes: Vec<u8>) {
    let work = Work::of(bytes.len() as u64, || false);
    if let Ok(book) = read(bytes, &work) {
        // All of what came out is looked at, as the import does.
        let cells = book.sheets.iter().flat_map(|sheet| &sheet.rows).flat_map(|row| &row.cells);
        std::hint::black_box(cells.map(|cell| cell.text.chars().count()).sum::<usize>());
    }
}

struct Text {
    seeds: Vec<Vec<u8>>,
}

impl Target for Text {
    fn make(&mut self, mutator: &mut Mutator) -> Vec<u8> {
        let (mut bytes, other) = (mutator.pick(&self.seeds).clone(), mutator.pick(&self.seeds).clone());
        let words: &[&[u8]] = &[
            b"\"",
            b"\"\"",
            b";",
            b",",
            b"\t",
            b"\r\n",
            b"\r",
            b"sep=;\n",
            b"\xEF\xBB\xBF",
            b"\xFF\xFE",
            b"\0",
            b"\xE9",
        ];
        mutator.change(&mut bytes, &other, words);
        bytes
    }

    fn run(&mut self, input: &[u8]) {
        read_list(input.to_vec());
    }
}

type Parts = Vec<(String, Vec<u8>)>;

const XLSX: &[&[u8]] = &[
    b"<row r=\"",
    b"<c r=\"XFD1048576\"",
    b" t=\"s\"",
    b" t=\"inlineStr\"",
    b"<v>0</v>",
    b"<is><t>",
    b"</t></is>",
    b"<f>",
    b"</c>",
    b"</row>",
    b"<mergeCell ref=\"A1:XFD9\"/>",
    b"<si><t>",
    b" s=\"4294967295\"",
    b"numFmtId=\"",
    b"&#x0;",
    b"&amp;",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"<![CDATA[",
    b"_x0041_",
];
const ODS: &[&[u8]] = &[
    b" table:number-columns-repeated=\"",
    b" table:number-rows-repeated=\"",
    b"<table:table-cell>",
    b"</table:table-cell>",
    b"<text:p>",
    b"</text:p>",
    b"<text:s text:c=\"",
    b" office:value-type=\"date\"",
    b" office:date-value=\"",
    b"<table:covered-table-cell/>",
    b"<table:table>",
    b"</table:table>",
    b"&#x10FFFF;",
];

struct Packed {
    seeds: Vec<Parts>,
    words: &'static [&'static [u8]],
}

/// What can be unpacked; a list of the tests that cannot is hostile already.
fn unpacked(ending: &str) -> Vec<Parts> {
    let parts = |bytes: Vec<u8>| -> Option<Parts> {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
        let mut parts = vec![];
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).ok()?;
            let (name, mut bytes) = (file.name().ok()?.into_owned(), vec![]);
            file.by_ref().take(1 << 18).read_to_end(&mut bytes).ok()?;
            parts.push((name, bytes));
        }
        (!parts.is_empty()).then_some(parts)
    };
    seeds(ending).into_iter().filter_map(parts).collect()
}

impl Target for Packed {
    fn pace(&self) -> u64 {
        // A repeat makes thousands of cells of a few bytes.
        if self.words == ODS { 1 } else { 10 }
    }

    fn make(&mut self, mutator: &mut Mutator) -> Vec<u8> {
        let mut parts = mutator.pick(&self.seeds).clone();
        let other = mutator.pick(&self.seeds);
        let other = mutator.pick(other).1.clone();
        // The parts that a list consists of; now and then any other.
        let holds = ["sheet", "styles", "sharedStrings", "workbook", "content"];
        let is_read = |at: &usize| holds.iter().any(|part| parts[*at].0.contains(part));
        let mut places: Vec<usize> = (0..parts.len()).collect();
        if !mutator.once_in(8) && places.iter().any(is_read) {
            places.retain(is_read);
        }
        let at = *mutator.pick(&places);
        mutator.change(&mut parts[at].1, &other, self.words);
        let mut archive = ZipWriter::new(Cursor::new(vec![]));
        for (name, bytes) in &parts {
            let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
            archive.start_file(name.as_str(), stored).expect("room");
            archive.write_all(bytes).expect("room");
        }
        archive.finish().expect("room").into_inner()
    }

    fn run(&mut self, input: &[u8]) {
        read_list(input.to_vec());
    }
}

/// Records of an Excel 97 workbook (MS-XLS 2.1.4): a kind, and at most 8,224 bytes.
type Record = (u16, Vec<u8>);

struct Records {
    seeds: Vec<Vec<Record>>,
}

fn records(file: &[u8]) -> Vec<Record> {
    let mut container = cfb::CompoundFile::open(Cursor::new(file)).expect("a container");
    let mut stream = vec![];
    container.open_stream("/Workbook").expect("a workbook").read_to_end(&mut stream).expect("its records");
    let (mut rest, mut records) = (stream.as_slice(), vec![]);
    while let [a, b, c, d, tail @ ..] = rest {
        let length = usize::from(u16::from_le_bytes([*c, *d])).min(tail.len());
        records.push((u16::from_le_bytes([*a, *b]), tail[..length].to_vec()));
        rest = &tail[length..];
    }
    // A container fills its last sector with zeros.
    let end = records.iter().rposition(|(kind, _)| *kind == EOF).map_or(records.len(), |at| at + 1);
    records.truncate(end);
    records
}

const BOUND_SHEET: u16 = 0x85;
const BOF: u16 = 0x809;
const EOF: u16 = 0x0A;

/// Kinds that the readers know, also those that no list of the tests has.
const KINDS: &[u16] = &[
    0x2F,
    0x42,
    0x22,
    0x41E,
    0x31,
    0xE0,
    0xFC,
    BOUND_SHEET,
    EOF,
    BOF,
    0x3C,
    0xE5,
    0x207,
    0x41,
    0x203,
    0x27E,
    0xBD,
    0xFD,
    0x204,
    0xD6,
    0x205,
    0x06,
    0x206,
    0x406,
];

/// The stream of these records; each sheet is looked for where it is now.
fn stream_of(records: &[Record]) -> Vec<u8> {
    let mut starts = vec![0];
    for (_, data) in records {
        starts.push(starts.last().copied().unwrap_or(0) + 4 + data.len().min(MOST));
    }
    let globals = records.iter().position(|(kind, _)| *kind == EOF).unwrap_or(0);
    let mut sheets = (globals..records.len()).filter(|at| records[*at].0 == BOF).map(|at| starts[at]);
    let mut stream = vec![];
    for (kind, data) in records {
        let mut data = data[..data.len().min(MOST)].to_vec();
        if let (BOUND_SHEET, Some(place), Some(start)) = (*kind, data.get_mut(..4), sheets.next()) {
            place.copy_from_slice(&u32::try_from(start).expect("a small file").to_le_bytes());
        }
        stream.extend(kind.to_le_bytes());
        stream.extend(u16::try_from(data.len()).expect("short enough").to_le_bytes());
        stream.extend(data);
    }
    stream
}

/// The longest record.
const MOST: usize = 8224;

impl Target for Records {
    fn make(&mut self, mutator: &mut Mutator) -> Vec<u8> {
        let mut records = mutator.pick(&self.seeds).clone();
        let other = mutator.pick(&self.seeds);
        let other = mutator.pick(other).clone();
        for _ in 0..3 {
            let places: Vec<usize> = (0..records.len()).collect();
            let Some(at) = places.get(..).filter(|all| !all.is_empty()).map(|all| *mutator.pick(all)) else { break };
            match mutator.pick(&[0, 1, 2, 3, 4, 4, 4]) {
                0 => records[at].0 = *mutator.pick(KINDS),
                1 => records.insert(at, (*mutator.pick(KINDS), other.1.clone())),
                2 => drop(records.remove(at)),
                3 => {
                    // The rest follows in a record of its own, as long strings do.
                    let half = records[at].1.len() / 2;
                    let rest = records[at].1.split_off(half);
                    records.insert(at + 1, (0x3C, rest));
                }
                _ => mutator.change(
                    &mut records[at].1,
                    &other.1,
                    &[&[0xFF; 4], &[0; 8], &[1, 0, 0, 0], b"\x00\x00\x00\x80"],
                ),
            }
        }
        let stream = stream_of(&records);
        let mut container = cfb::CompoundFile::create(Cursor::new(vec![])).expect("a container");
        container.create_stream("/Workbook").expect("a stream").write_all(&stream).expect("room");
        container.into_inner().into_inner()
    }

    fn run(&mut self, input: &[u8]) {
        read_list(input.to_vec());
    }
}

/// A number format and a value, in a workbook of one cell.
struct NumberFormats;

const FORMATS: &[&str] = &[
    "0000000000",
    "d mmmm yyyy",
    "[$-413]dddd d mmmm yyyy",
    "[$€-413] #,##0.00",
    "0000\" AB\"",
    "h:mm",
    "[h]:mm:ss.000",
    "# ?/?",
    "# ??/16",
    "0.00E+00",
    "0%",
    "[Red][<0]-0;[>=100]0.0;@",
    "#,##0,,\" mln\"",
    "_-* #,##0_-",
    "\\a\\b0",
    "General",
    "yyyy-mm-dd\"T\"hh:mm",
    "@",
];
const VALUES: &[&str] = &[
    "0",
    "1",
    "-1",
    "0.5",
    "43831",
    "2958466",
    "-43831",
    "612345678",
    "1e308",
    "-1e-308",
    "0.1",
    "1.005",
    "99999999999999999999",
];

impl Target for NumberFormats {
    fn make(&mut self, mutator: &mut Mutator) -> Vec<u8> {
        let mut format = mutator.pick(FORMATS).as_bytes().to_vec();
        let other = mutator.pick(FORMATS).as_bytes();
        mutator.change(
            &mut format,
            other,
            &[
                b"[",
                b"]",
                b";",
                b"\"",
                b"\\",
                b"?",
                b"/",
                b"E+",
                b"AM/PM",
                b"[$-",
                b"[h]",
                b"0.000000000000000000000000000000",
            ],
        );
        let format: String = String::from_utf8_lossy(&format).chars().filter(|c| !c.is_control()).collect();
        let escaped = format.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
        let value = mutator.pick(VALUES);
        workbook(&escaped, value)
    }

    fn run(&mut self, input: &[u8]) {
        read_list(input.to_vec());
    }
}

fn workbook(format: &str, value: &str) -> Vec<u8> {
    let styles = format!(
        r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="{format}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>"#
    );
    let sheet =
        format!(r#"<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>{value}</v></c></row></sheetData></worksheet>"#);
    let parts: [(&str, &str); 5] = [
        (
            "_rels/.rels",
            r#"<Relationships><Relationship Id="x" Type="http://x/officeDocument" Target="b/w.xml"/></Relationships>"#,
        ),
        ("b/w.xml", r#"<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="a"/></sheets></workbook>"#),
        (
            "b/_rels/w.xml.rels",
            r#"<Relationships><Relationship Id="a" Type="http://x/worksheet" Target="s.xml"/><Relationship Id="f" Type="http://x/styles" Target="f.xml"/></Relationships>"#,
        ),
        ("b/s.xml", &sheet),
        ("b/f.xml", &styles),
    ];
    let mut archive = ZipWriter::new(Cursor::new(vec![]));
    for (name, text) in parts {
        archive.start_file(name, SimpleFileOptions::default()).expect("room");
        archive.write_all(text.as_bytes()).expect("room");
    }
    archive.finish().expect("room").into_inner()
}
