//! Changes bytes the way damaged and hostile files differ from good ones: a bit, a number, a piece that is gone, doubled, out of place
//! or from another file. Deterministic: the same seed gives the same inputs.
use fastrand::Rng;

/// Numbers at which readers miscount.
const NUMBERS: &[&[u8]] = &[
    b"0",
    b"-1",
    b"1",
    b"255",
    b"256",
    b"65535",
    b"65536",
    b"1048576",
    b"1048577",
    b"2147483647",
    b"4294967295",
    b"4294967296",
    b"18446744073709551615",
    b"99999999999999999999",
    b"1e308",
    b"-0.0",
    b"NaN",
    b"0.1",
];

/// Changes inputs.
pub(crate) struct Mutator {
    rng: Rng,
}

impl Mutator {
    pub(crate) fn new(seed: u64) -> Self {
        Mutator { rng: Rng::with_seed(seed) }
    }

    /// One of these.
    pub(crate) fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.rng.usize(..all.len())]
    }

    /// One to eight changes. `other` is another input of the kind, `words` are pieces that mean something to its reader.
    pub(crate) fn change(&mut self, bytes: &mut Vec<u8>, other: &[u8], words: &[&[u8]]) {
        for _ in 0..=self.rng.u8(..8) {
            self.change_once(bytes, other, words);
        }
        // Large inputs only make the run slow: what they can show, small ones can.
        bytes.truncate(1 << 18);
    }

    fn change_once(&mut self, bytes: &mut Vec<u8>, other: &[u8], words: &[&[u8]]) {
        match self.rng.u8(..8) {
            0 if !bytes.is_empty() => {
                let at = self.rng.usize(..bytes.len());
                bytes[at] ^= 1 << self.rng.u8(..8);
            }
            1 if !bytes.is_empty() => {
                let at = self.rng.usize(..bytes.len());
                bytes[at] = *self.pick(&[0, 1, 0x7F, 0x80, 0xFF, b'"', b'<', b'&', b'\n']);
            }
            2 => drop(bytes.drain(self.range(bytes.len()))),
            3 => {
                let piece = bytes[self.range(bytes.len())].to_vec();
                let times = 1 + self.rng.usize(..16);
                self.insert(bytes, &piece.repeat(times));
            }
            4 if !words.is_empty() => {
                let word = *self.pick(words);
                self.insert(bytes, word);
            }
            5 => {
                let piece = other[self.range(other.len())].to_vec();
                self.insert(bytes, &piece);
            }
            6 => self.change_number(bytes),
            _ => {
                let piece: Vec<u8> = bytes.drain(self.range(bytes.len())).collect();
                self.insert(bytes, &piece);
            }
        }
    }

    /// One to four values of a JSON text become others, so that it still is one. `words` are values too.
    pub(crate) fn change_json(&mut self, text: &str, words: &[&str]) -> String {
        let mut text = text.to_owned();
        for _ in 0..=self.rng.u8(..4) {
            let spans = scalars(&text);
            if spans.is_empty() {
                return text;
            }
            let span = self.pick(&spans).clone();
            // More often a value of the same kind, which only the reader's own rules can refuse.
            let is_number = text.as_bytes()[span.start].is_ascii_digit();
            let new = match self.rng.u8(..5) {
                0 | 1 if is_number => String::from_utf8_lossy(self.pick::<&[u8]>(NUMBERS)).into_owned(),
                0..=2 => text[self.pick(&spans).clone()].to_owned(),
                3 => (*self.pick(words)).to_owned(),
                _ => (*self.pick(&["null", "true", "false", "\"\"", "[]", "{}", "0", "-1", "\"00\""])).to_owned(),
            };
            text.replace_range(span, &new);
        }
        text
    }

    /// True once in `n` times.
    pub(crate) fn once_in(&mut self, n: u8) -> bool {
        self.rng.u8(..n) == 0
    }

    /// A run of digits becomes another number.
    fn change_number(&mut self, bytes: &mut Vec<u8>) {
        let digits: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).collect();
        if digits.is_empty() {
            return;
        }
        let start = *self.pick(&digits);
        let end = (start..bytes.len()).find(|at| !bytes[*at].is_ascii_digit()).unwrap_or(bytes.len());
        let number = *self.pick(NUMBERS);
        bytes.splice(start..end, number.iter().copied());
    }

    fn insert(&mut self, bytes: &mut Vec<u8>, piece: &[u8]) {
        let at = self.rng.usize(..=bytes.len());
        bytes.splice(at..at, piece.iter().copied());
    }

    /// A piece of at most 64 bytes.
    fn range(&mut self, length: usize) -> std::ops::Range<usize> {
        let start = self.rng.usize(..=length);
        start..(start + self.rng.usize(..=64)).min(length)
    }
}

/// Where the values of a JSON text are that hold no others.
fn scalars(text: &str) -> Vec<std::ops::Range<usize>> {
    let (bytes, mut spans, mut at) = (text.as_bytes(), vec![], 0);
    while at < bytes.len() {
        let start = at;
        if bytes[at] == b'"' {
            at += 1;
            while at < bytes.len() && bytes[at] != b'"' {
                at += if bytes[at] == b'\\' { 2 } else { 1 };
            }
            at = (at + 1).min(bytes.len());
        } else if bytes[at].is_ascii_alphanumeric() || bytes[at] == b'-' {
            while at < bytes.len() && (bytes[at].is_ascii_alphanumeric() || b"+-.".contains(&bytes[at])) {
                at += 1;
            }
        } else {
            at += 1;
            continue;
        }
        // A cut inside a character of several bytes is no value, and neither is a key.
        if text.get(start..at).is_some() && bytes.get(at) != Some(&b':') {
            spans.push(start..at);
        }
    }
    spans
}
