//! Workbooks of Excel 97. The record stream is generated and then put into a container.
use super::Hostile;
use std::io::{Cursor, Write};

pub(super) const ALL: &[Hostile] = &[
    ("one place is two hundred sheets of small records", || book(&[], &record(0x01, &[]).repeat(240_000), 256)),
    ("one place is two hundred sheets of numbers", || book(&[], &numbers(40_000), 256)),
    ("records that are continued without end", || {
        book(&[record(0xFC, &strings(u32::MAX, b""))], &record(0x3C, &[]).repeat(220_000), 50)
    }),
    ("a table of four thousand million texts", || {
        book(&[record(0xFC, &strings(u32::MAX, &[0; 8_000])), record(0x3C, &[0; 8_000]).repeat(100)], &[], 1)
    }),
    ("a text in one piece a character", || {
        let first = record(0xFC, &strings(1, &[&32_000u16.to_le_bytes()[..], &[0]].concat()));
        book(&[first, record(0x3C, b"\0a").repeat(150_000)], &label(0).repeat(500), 1)
    }),
    ("a long text in many cells", || {
        let text = [&8_000u16.to_le_bytes()[..], &[0], &[b'a'; 8_000]].concat();
        book(&[record(0xFC, &strings(1, &text))], &label(0).repeat(50_000), 1)
    }),
    ("a long format under many numbers", || book(&[format(60_000), style()], &numbers(45_000), 1)),
    ("a format that is as long as may be under many numbers", || book(&[format(255), style()], &numbers(50_000), 3)),
    ("rows of numbers in few bytes", || {
        let many = [&[0, 0, 0, 0][..], &[0, 0, 2, 0, 0, 0].repeat(1_300), &[20, 5]].concat();
        let rows = (0..110u16).flat_map(|row| record(0xBD, &[&row.to_le_bytes()[..], &many[2..]].concat()));
        book(&[], &rows.collect::<Vec<u8>>(), 200)
    }),
    ("cells in the last column", || {
        let cells = (0..40_000u16)
            .flat_map(|row| record(0x203, &[&row.to_le_bytes()[..], &16_000u16.to_le_bytes(), &[0; 10]].concat()));
        book(&[], &cells.collect::<Vec<u8>>(), 1)
    }),
    ("joined cells over all columns", || {
        let area = [&0u16.to_le_bytes()[..], &12u16.to_le_bytes(), &0u16.to_le_bytes(), &255u16.to_le_bytes()].concat();
        let merges = record(0xE5, &[&1_000u16.to_le_bytes()[..], &area.repeat(1_000)].concat()).repeat(10);
        book(&[record(0xFC, &strings(1, b"\x04\0\0Naam"))], &[merges, label(0), numbers(200)].concat(), 256)
    }),
    ("a list of sectors that names one sector again and again", sectors),
];

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &u16::try_from(data.len()).expect("a record").to_le_bytes(), data].concat()
}

/// A table of shared strings that claims to hold this many.
fn strings(count: u32, texts: &[u8]) -> Vec<u8> {
    [&count.to_le_bytes()[..], &count.to_le_bytes(), texts].concat()
}

fn label(index: u32) -> Vec<u8> {
    record(0xFD, &[&[0u8; 6][..], &index.to_le_bytes()].concat())
}

fn numbers(count: u16) -> Vec<u8> {
    let cell = |row: u16| record(0x203, &[&row.to_le_bytes()[..], &[0, 0, 0, 0], &1.375f64.to_le_bytes()].concat());
    (0..count).flat_map(cell).collect()
}

fn format(length: u16) -> Vec<u8> {
    record(0x41E, &[&164u16.to_le_bytes()[..], &length.to_le_bytes(), &[0], &vec![b'#'; length.into()]].concat())
}

fn style() -> Vec<u8> {
    record(0xE0, &[&[0, 0][..], &164u16.to_le_bytes(), &[0; 16]].concat())
}

/// A workbook with this many sheets, which all begin at the same place.
fn book(globals: &[Vec<u8>], cells: &[u8], sheets: usize) -> Vec<u8> {
    let begin = record(0x809, &[0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let listed = |offset: usize| {
        record(0x85, &[&u32::try_from(offset).expect("a place").to_le_bytes()[..], &[0, 0, 5, 0], b"Leden"].concat())
    };
    let head = globals.concat();
    let offset = begin.len() + head.len() + listed(0).len() * sheets + 4;
    let end = record(0x0A, &[]);
    wrapped(&[begin.as_slice(), &head, &listed(offset).repeat(sheets), &end, &begin, cells, &end].concat())
}

fn wrapped(stream: &[u8]) -> Vec<u8> {
    let mut container = cfb::CompoundFile::create(Cursor::new(vec![])).expect("a container");
    container.create_stream("/Workbook").expect("a stream").write_all(stream).expect("its bytes");
    container.into_inner().into_inner()
}

/// A container of 240 sectors. Nearly all of them list where the sector table is, and they all name the same sector.
fn sectors() -> Vec<u8> {
    let mut file = wrapped(&[0; 240 * 4096]);
    let sectors = u32::try_from(file.len() / 4096 - 1).expect("few");
    let table = u32::from_le_bytes(file[76..80].try_into().expect("four bytes"));
    file[68..72].copy_from_slice(&8u32.to_le_bytes());
    for sector in 8..sectors {
        let from = (sector as usize + 1) * 4096;
        let next = if sector + 1 < sectors { sector + 1 } else { 0xFFFF_FFFE };
        for place in 0..1023 {
            file[from + place * 4..from + place * 4 + 4].copy_from_slice(&table.to_le_bytes());
        }
        file[from + 4092..from + 4096].copy_from_slice(&next.to_le_bytes());
    }
    file
}
