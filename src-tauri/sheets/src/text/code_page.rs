//! Single-byte encodings: the DOS code pages, which the Encoding Standard lacks, and the choice of the old encoding
//! that fits a text best. The right one puts letters next to letters.
use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

const CP437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
const CP850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";
/// Letters that are common in western European names, then those that occur in them.
const COMMON: &str = "éëèïüöäçñßóáÉÖÜÄ";
const OTHERS: &str = "êàâîíìôòûúùåæøœÈËÏÅÆØÇÑ";
/// Bytes outside ASCII that are examined to decide.
const WEIGHED: usize = 20_000;

/// A legacy encoding.
#[derive(Debug, Clone, Copy)]
pub(crate) enum CodePage {
    /// An encoding of the Encoding Standard.
    Known(&'static Encoding),
    /// DOS, United States.
    Dos437,
    /// DOS, western Europe.
    Dos850,
}

impl CodePage {
    /// By the code page number in an old workbook.
    pub(crate) fn of_number(page: u16) -> Self {
        let label = match page {
            437 => return CodePage::Dos437,
            850 | 858 => return CodePage::Dos850,
            10000 | 32768 => "macintosh".to_owned(),
            10007 => "x-mac-cyrillic".to_owned(),
            866 => "ibm866".to_owned(),
            874 => "windows-874".to_owned(),
            932 => "shift_jis".to_owned(),
            936 => "gbk".to_owned(),
            949 => "euc-kr".to_owned(),
            950 => "big5".to_owned(),
            page => format!("windows-{page}"),
        };
        CodePage::Known(Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252))
    }

    /// Decodes bytes; the flag is true if some were not valid.
    pub(crate) fn decode(self, bytes: &[u8]) -> (String, bool) {
        let table = match self {
            CodePage::Known(encoding) => {
                let (text, lost) = encoding.decode_without_bom_handling(bytes);
                return (text.into_owned(), lost);
            }
            CodePage::Dos437 => CP437,
            CodePage::Dos850 => CP850,
        };
        let upper: Vec<char> = table.chars().collect();
        let character = |b: &u8| match b.checked_sub(128) {
            Some(at) => upper.get(usize::from(at)).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
            None => char::from(*b),
        };
        (bytes.iter().map(character).collect(), false)
    }

    /// How well this encoding fits: letters inside words count for it, anything else inside a word counts against it.
    fn fit(self, bytes: &[u8]) -> i64 {
        let every: Vec<u8> = (0..=255).collect();
        let table: Vec<char> = match self {
            CodePage::Known(encoding) if !encoding.is_single_byte() => return i64::MIN,
            page => page.decode(&every).0.chars().collect(),
        };
        let at = |i: usize| bytes.get(i).and_then(|b| table.get(usize::from(*b))).copied().unwrap_or(' ');
        let high = (0..bytes.len()).filter(|i| bytes.get(*i).is_some_and(|b| *b >= 128)).take(WEIGHED);
        high.map(|i| {
            let (before, c, after) = (at(i.wrapping_sub(1)), at(i), at(i + 1));
            let in_word = before.is_alphabetic() || after.is_alphabetic();
            let shouts = c.is_uppercase() && before.is_alphabetic() && (before.is_lowercase() || after.is_lowercase());
            match c {
                _ if c.is_control() || c == char::REPLACEMENT_CHARACTER => -3,
                _ if c.is_alphabetic() && shouts => -2,
                _ if COMMON.contains(c) && in_word => 3,
                _ if OTHERS.contains(c) && in_word => 2,
                _ if c.is_alphabetic() => i64::from(in_word),
                '’' => 0,
                _ if before.is_alphabetic() && after.is_alphabetic() => -2,
                _ => 0,
            }
        })
        .sum()
    }

    /// The encoding that fits best: the guess, unless one of the old ones fits better.
    pub(crate) fn best(guess: &'static Encoding, bytes: &[u8]) -> Self {
        let guess = CodePage::Known(guess);
        let mut best = (guess.fit(bytes), guess);
        for page in [CodePage::Known(WINDOWS_1252), CodePage::Known(MACINTOSH), CodePage::Dos850, CodePage::Dos437] {
            let fit = page.fit(bytes);
            if best.0 != i64::MIN && fit > best.0.max(0) {
                best = (fit, page);
            }
        }
        best.1
    }
}
