//! Searches the memory of a process, this one or another, through Linux: every page that is in memory or swapped out.
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};

/// Bytes to search for. Stored masked, so that the search does not find the mark itself.
#[derive(Debug, Clone)]
pub struct Mark {
    masked: Vec<u8>,
    /// The position of a rare byte, which the search looks for first.
    anchor: usize,
}

const MASK: u8 = 0xA5;
const PAGE: u64 = 4096;
const CHUNK: usize = 256 * 1024;
/// The maximum length of a mark.
const LONGEST: usize = 128;

impl Mark {
    /// Raw bytes, such as a key.
    pub fn bytes(bytes: &[u8]) -> Self {
        let bytes = &bytes[..bytes.len().min(LONGEST)];
        let anchor = bytes.iter().position(|byte| *byte == b'@').unwrap_or(0);
        Mark { masked: bytes.iter().map(|byte| byte ^ MASK).collect(), anchor }
    }

    /// A text as UTF-8, as in Rust and SQLite, and as UTF-16, as in a web page.
    pub fn text(text: &str) -> [Self; 2] {
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [Mark::bytes(text.as_bytes()), Mark::bytes(&wide)]
    }
}

/// Counts each mark in the memory of a process.
///
/// # Errors
/// When the process has ended or may not be read.
pub fn count(process: u32, marks: &[Mark]) -> io::Result<Vec<usize>> {
    let mut look = Look::at(process, marks)?;
    for line in fs::read_to_string(format!("/proc/{process}/maps"))?.lines() {
        let mut words = line.split_whitespace();
        let range = words.next().and_then(|range| range.split_once('-'));
        let readable = words.next().is_some_and(|rights| rights.starts_with('r'));
        let ends = range.map(|(from, to)| (u64::from_str_radix(from, 16), u64::from_str_radix(to, 16)));
        // Pages of the kernel itself cannot be read this way.
        let ours = !line.ends_with("[vvar]") && !line.ends_with("[vsyscall]") && !line.ends_with("[vvar_vclock]");
        if let (Some((Ok(from), Ok(to))), true, true) = (ends, readable, ours) {
            look.through(from / PAGE, to / PAGE)?;
        }
    }
    Ok(look.found)
}

struct Look<'m> {
    memory: File,
    pages: File,
    marks: &'m [Mark],
    /// The marks for each anchor byte.
    by_anchor: BTreeMap<u8, Vec<usize>>,
    found: Vec<usize>,
}

impl<'m> Look<'m> {
    fn at(process: u32, marks: &'m [Mark]) -> io::Result<Self> {
        let mut by_anchor: BTreeMap<u8, Vec<usize>> = BTreeMap::new();
        for (n, mark) in marks.iter().enumerate() {
            let Some(byte) = mark.masked.get(mark.anchor) else { return Err(io::Error::other("an empty mark")) };
            by_anchor.entry(byte ^ MASK).or_default().push(n);
        }
        let memory = File::open(format!("/proc/{process}/mem"))?;
        let pages = File::open(format!("/proc/{process}/pagemap"))?;
        Ok(Look { memory, pages, marks, by_anchor, found: vec![0; marks.len()] })
    }

    /// Skips pages that were never touched, because WebKit reserves more addresses than any computer has memory.
    fn through(&mut self, from: u64, to: u64) -> io::Result<()> {
        let (mut page, mut start) = (from, None);
        let mut tags = vec![0_u8; 8 * 8192];
        while page < to {
            let wanted = usize::try_from(to - page).unwrap_or(usize::MAX).min(8192);
            self.pages.seek(SeekFrom::Start(page * 8))?;
            self.pages.read_exact(&mut tags[..wanted * 8])?;
            for n in 0..wanted {
                // Bits 62 and 63: swapped, in memory (proc_pid_pagemap(5)).
                let there = tags[n * 8 + 7] >> 6 != 0;
                match (there, start) {
                    (true, None) => start = Some(page),
                    (false, Some(first)) => {
                        self.read(first * PAGE, page * PAGE);
                        start = None;
                    }
                    _ => {}
                }
                page += 1;
            }
        }
        if let Some(first) = start {
            self.read(first * PAGE, to * PAGE);
        }
        Ok(())
    }

    /// Reads a range in pieces that overlap by the length of a mark. Pieces that cannot be read have been freed
    /// meanwhile.
    fn read(&mut self, from: u64, to: u64) {
        let mut at = from;
        let mut piece = vec![0_u8; CHUNK + LONGEST];
        while at < to {
            let long = usize::try_from(to - at).unwrap_or(usize::MAX).min(piece.len());
            let read = self.memory.seek(SeekFrom::Start(at)).and_then(|_| self.memory.read_exact(&mut piece[..long]));
            if read.is_ok() {
                self.look(&piece[..long]);
            }
            // Clear the buffer, so that a later search does not find the same bytes in it.
            piece.fill(0);
            at += CHUNK as u64;
        }
    }

    fn look(&mut self, piece: &[u8]) {
        for (byte, marks) in &self.by_anchor {
            for at in memchr::memchr_iter(*byte, piece) {
                for n in marks {
                    let Mark { masked, anchor } = &self.marks[*n];
                    let Some(start) = at.checked_sub(*anchor).filter(|start| *start < CHUNK) else { continue };
                    let fits = |k: usize| piece.get(start + k) == masked.get(k).map(|byte| byte ^ MASK).as_ref();
                    // Compare the ends first: most candidates already fail there.
                    if fits(0) && fits(masked.len() - 1) && (0..masked.len()).all(fits) {
                        self.found[*n] += 1;
                    }
                }
            }
        }
    }
}
