//! Which glyphs of which face a document uses, cut out of the fonts, and what text each of them stands for.
use super::fault::{OrFault, Reason, Result};
use super::fonts::Face;
use super::laid::{Item, Laid};
use super::text::{Cluster, Piece};
use printpdf::{FontId, ParsedFont, PdfFont};
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;

#[derive(Default)]
struct Used {
    remapper: GlyphRemapper,
    /// The text of every glyph, under its number in the whole font.
    texts: BTreeMap<u16, String>,
}

/// The glyphs of one document.
pub(crate) struct Plan(BTreeMap<Face, Used>);

impl Plan {
    /// Goes through all pages.
    pub(crate) fn new(laid: &Laid) -> Self {
        let mut faces: BTreeMap<Face, Used> = BTreeMap::new();
        let pieces = || {
            laid.pages.iter().flat_map(|page| &page.items).flat_map(|(_, item)| match item {
                Item::Text { line, .. } => line.pieces.as_slice(),
                Item::Fill { .. } => &[],
            })
        };
        // A glyph that stands for whole clusters on its own gets their text; the first use wins.
        for piece in pieces() {
            let used = faces.entry(piece.face).or_default();
            for cluster in &piece.clusters {
                for glyph in &cluster.glyphs {
                    used.remapper.remap(glyph.id);
                }
                if let [glyph] = cluster.glyphs[..] {
                    used.texts.entry(glyph.id).or_insert_with(|| cluster.text.clone());
                }
            }
        }
        // The rest only ever shows a part of a cluster. It still needs some text, and the cluster says what is meant.
        for piece in pieces() {
            let used = faces.entry(piece.face).or_default();
            for cluster in &piece.clusters {
                for glyph in &cluster.glyphs {
                    let text = || cluster.text.chars().next().map_or_else(|| " ".to_owned(), String::from);
                    used.texts.entry(glyph.id).or_insert_with(text);
                }
            }
        }
        Plan(faces)
    }

    /// The fonts to embed, cut to what is used.
    pub(crate) fn fonts(&self) -> Result<BTreeMap<FontId, PdfFont>> {
        let font = |(face, used): (&Face, &Used)| {
            let cut = subsetter::subset(face.bytes(), 0, &used.remapper).or_fault(Reason::Font)?;
            let parsed = ParsedFont::from_bytes(&cut, 0, &mut vec![]).or_fault(Reason::Font)?;
            Ok((FontId(face.name().to_owned()), PdfFont::new(parsed)))
        };
        self.0.iter().map(font).collect()
    }

    /// The number of a glyph in the cut font, and the text that the file gives it.
    pub(crate) fn glyph(&self, face: Face, id: u16) -> Result<(u16, &str)> {
        let used = self.0.get(&face).or_fault(Reason::Glyph)?;
        let new = used.remapper.get(id).or_fault(Reason::Glyph)?;
        Ok((new, used.texts.get(&id).map_or("", String::as_str)))
    }

    /// Whether the glyphs of a cluster spell its text; if not, the text is written beside them.
    pub(crate) fn spells(&self, piece: &Piece, cluster: &Cluster) -> Result<bool> {
        let mut spelled = String::new();
        for glyph in &cluster.glyphs {
            spelled.push_str(self.glyph(piece.face, glyph.id)?.1);
        }
        Ok(spelled == cluster.text)
    }
}
