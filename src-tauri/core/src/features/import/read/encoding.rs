//! From bytes to text: byte order marks, UTF-16 without one, UTF-8, and else a guess.
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Text from outside, decoded.
pub(super) struct Decoded {
    pub(super) text: String,
    /// Some bytes were not characters in the encoding found.
    pub(super) lost: bool,
}

/// Decodes text of an unknown encoding.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => guess(bytes),
    };
    let (text, _, lost) = encoding.decode(bytes);
    Decoded { text: text.into_owned(), lost }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    if let Some(wide) = wide(bytes) {
        return wide;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// UTF-16 without a mark: most text has a zero in every other byte.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..bytes.len().min(4096) & !1)?;
    if start.len() < 4 {
        return None;
    }
    let pairs = start.len() / 2;
    let zeros = |at: usize| start.iter().skip(at).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match () {
        () if odd * 10 > pairs * 6 && even * 10 < pairs => Some(UTF_16LE),
        () if even * 10 > pairs * 6 && odd * 10 < pairs => Some(UTF_16BE),
        () => None,
    }
}

/// An XML part as UTF-8; its declaration is corrected with it.
pub(super) fn xml_as_utf8(bytes: Vec<u8>) -> Vec<u8> {
    match Encoding::for_bom(&bytes) {
        Some((encoding, _)) if encoding != UTF_8 => {
            let (text, _, _) = encoding.decode(&bytes);
            let declaration_ends =
                text.find("?>").filter(|_| text.trim_start().starts_with("<?xml")).map_or(0, |i| i + 2);
            let body = text.get(declaration_ends..).unwrap_or_default();
            format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>{body}").into_bytes()
        }
        _ => bytes,
    }
}
