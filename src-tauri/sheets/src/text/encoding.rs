//! Decodes text: by byte order mark, as UTF-16 without one, as UTF-8, or else by a guess.
use super::code_page::CodePage;
use crate::refusal::Result;
use crate::work::Work;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

pub(crate) struct Decoded {
    pub(crate) text: String,
    /// Some bytes were not valid in the encoding found.
    pub(crate) lost: bool,
}

/// Bytes fed to the detector between two checks for cancellation.
const LOOKED: usize = 256 * 1024;

/// Decodes text of an unknown encoding. Text that is already UTF-8 is not copied.
///
/// # Errors
/// As `Work::steps`.
pub(crate) fn decode(bytes: Vec<u8>, work: &Work) -> Result<Decoded> {
    work.steps(bytes.len() / 16)?;
    let marked = marked(&bytes);
    if let Some(encoding) = marked.filter(|e| *e != UTF_8) {
        let (text, _, lost) = encoding.decode(&bytes);
        return Ok(Decoded { text: text.into_owned(), lost });
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(Decoded { text, lost: false }),
        Err(e) => e.into_bytes(),
    };
    if marked.is_some() || mostly_utf8(&bytes, work)? {
        return Ok(Decoded { text: String::from_utf8_lossy(&bytes).into_owned(), lost: true });
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut pieces = bytes.chunks(LOOKED).peekable();
    while let Some(piece) = pieces.next() {
        work.steps(piece.len() / 4)?;
        detector.feed(piece, pieces.peek().is_none());
    }
    let guess = detector.guess(None, Utf8Detection::Deny);
    work.steps(bytes.len() / 2)?;
    let (text, lost) = CodePage::best(guess, &bytes).decode(&bytes);
    Ok(Decoded { text, lost })
}

/// Whether this is UTF-8 with a few stray bytes.
fn mostly_utf8(bytes: &[u8], work: &Work) -> Result<bool> {
    let (mut right, mut wrong) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        work.steps(1 + chunk.valid().len() / 2)?;
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    Ok(right >= 2 && wrong * 4 <= right)
}

/// The encoding by byte order mark, or UTF-16 by its zero bytes.
fn marked(bytes: &[u8]) -> Option<&'static Encoding> {
    Encoding::for_bom(bytes).map(|(encoding, _)| encoding).or_else(|| wide(bytes))
}

/// Detects UTF-16 without a mark: in most text every other byte is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..bytes.len().min(4096) & !1)?;
    if start.len() < 4 {
        return None;
    }
    let pairs = start.len() / 2;
    let zeros = |at: usize| start.iter().skip(at).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 10 > pairs * 6 && even * 10 < pairs {
        Some(UTF_16LE)
    } else if even * 10 > pairs * 6 && odd * 10 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The encoding that an XML declaration names.
fn declared(start: &[u8]) -> Option<&'static Encoding> {
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start);
    let text = String::from_utf8_lossy(start.get(..start.len().min(200))?);
    let declaration = text.strip_prefix("<?xml")?.split("?>").next()?.split("encoding").nth(1)?.to_owned();
    let label = declaration.split(['"', '\'']).nth(1)?.to_owned();
    Encoding::for_label(label.as_bytes())
}

fn of_xml(start: &[u8]) -> Option<&'static Encoding> {
    marked(start).or_else(|| declared(start))
}

/// Whether an XML part can be read without conversion, judged by its first bytes.
pub(crate) fn is_utf8_xml(start: &[u8]) -> bool {
    of_xml(start).is_none_or(|e| e == UTF_8)
}

/// Converts an XML part to UTF-8 and drops its declaration, which would now be wrong.
pub(crate) fn xml_as_utf8(bytes: Vec<u8>) -> Vec<u8> {
    let Some(encoding) = of_xml(&bytes).filter(|e| *e != UTF_8) else { return bytes };
    let mut text = encoding.decode(&bytes).0.into_owned();
    drop(bytes);
    let has_declaration = text.trim_start().starts_with("<?xml");
    let ends = text.find("?>").filter(|_| has_declaration).map_or(0, |i| i + 2);
    text.drain(..ends);
    text.into_bytes()
}
