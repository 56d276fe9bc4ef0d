//! The five built-in fonts, which cover seven scripts. A character that none of them has is reported.
use super::fault::{OrFault, Reason, Result};
use std::sync::LazyLock;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Face {
    Regular,
    Bold,
    Hebrew,
    Arabic,
    Chinese,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// Printed instead of a character that no font has.
pub(crate) const UNKNOWN: char = '\u{FFFD}';

type Parsed = Option<rustybuzz::Face<'static>>;
static PARSED: LazyLock<[Parsed; 5]> =
    LazyLock::new(|| Face::ALL.map(|face| rustybuzz::Face::from_slice(face.bytes(), 0)));

impl Face {
    /// Every face, in the order of `self as usize`.
    pub(crate) const ALL: [Face; 5] = [Face::Regular, Face::Bold, Face::Hebrew, Face::Arabic, Face::Chinese];

    /// The font name in the PDF. The prefix of six letters marks a subset.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Face::Regular => "AAAAAA+NotoSans-Regular",
            Face::Bold => "AAAAAB+NotoSans-Bold",
            Face::Hebrew => "AAAAAC+NotoSansHebrew-Regular",
            Face::Arabic => "AAAAAD+NotoSansArabic-Regular",
            Face::Chinese => "AAAAAE+NotoSansSC-Regular",
        }
    }

    pub(crate) const fn bytes(self) -> &'static [u8] {
        match self {
            Face::Regular => include_bytes!("../../../assets/fonts/NotoSans-Regular.ttf"),
            Face::Bold => include_bytes!("../../../assets/fonts/NotoSans-Bold.ttf"),
            Face::Hebrew => include_bytes!("../../../assets/fonts/NotoSansHebrew-Regular.ttf"),
            Face::Arabic => include_bytes!("../../../assets/fonts/NotoSansArabic-Regular.ttf"),
            Face::Chinese => include_bytes!("../../../assets/fonts/NotoSansSC-Regular-GB2312.ttf"),
        }
    }

    /// The parsed font; parsed only once.
    pub(crate) fn font(self) -> Result<&'static rustybuzz::Face<'static>> {
        PARSED[self as usize].as_ref().or_fault(Reason::Font)
    }

    fn has(self, c: char) -> bool {
        PARSED[self as usize].as_ref().is_some_and(|font| font.glyph_index(c).is_some())
    }

    pub(crate) const fn of(weight: Weight) -> Self {
        match weight {
            Weight::Regular => Face::Regular,
            Weight::Bold => Face::Bold,
        }
    }

    /// The face for a character. Spaces and combining marks stay in `before`, the face of the word that they follow.
    pub(crate) fn choose(weight: Weight, before: Option<Face>, c: char) -> Option<Face> {
        if let Some(face) = before.filter(|face| belongs_to_the_word(c) && (is_invisible(c) || face.has(c))) {
            return Some(face);
        }
        if is_invisible(c) {
            return Some(Face::of(weight));
        }
        [Face::of(weight), Face::Hebrew, Face::Arabic, Face::Chinese].into_iter().find(|face| face.has(c))
    }
}

fn belongs_to_the_word(c: char) -> bool {
    c.is_whitespace() || is_invisible(c) || unicode_normalization::char::is_combining_mark(c)
}

/// A control character that only affects its neighbours. No font needs a glyph for it.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_can_be_read() {
        assert!(Face::ALL.into_iter().all(|face| face.font().is_ok()));
    }

    #[test]
    fn the_sign_for_an_unknown_character_is_there_in_both_weights() {
        assert!(Face::Regular.has(UNKNOWN) && Face::Bold.has(UNKNOWN));
    }

    #[test]
    fn a_space_stays_with_the_word_before_it() {
        let arabic = Face::choose(Weight::Regular, None, 'م');
        assert_eq!(arabic, Some(Face::Arabic));
        assert_eq!(Face::choose(Weight::Regular, arabic, ' '), Some(Face::Arabic));
        assert_eq!(Face::choose(Weight::Regular, arabic, 'a'), Some(Face::Regular));
    }
}
