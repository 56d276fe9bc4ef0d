//! Which glyphs of which font a document uses, the subset fonts, and the text that each glyph stands for.
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
    /// The text of each glyph, by its number in the full font.
    texts: BTreeMap<u16, String>,
}

/// The glyphs that a document uses.
pub(crate) struct Plan(BTreeMap<Face, Used>);

impl Plan {
    /// Collects the glyphs of all pages.
    pub(crate) fn new(laid: &Laid) -> Self {
        let mut faces: BTreeMap<Face, Used> = BTreeMap::new();
        let pieces = || {
            laid.pages.iter().flat_map(|page| &page.items).flat_map(|(_, item)| match item {
                Item::Text { line, .. } => line.pieces.as_slice(),
                Item::Fill { .. } => &[],
            })
        };
        // A glyph that forms a whole cluster gets the text of that cluster; the first use wins.
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
        // The other glyphs only ever form part of a cluster. PDF still needs some text for them; see `spells`.
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

    /// The subset fonts to embed.
    pub(crate) fn fonts(&self) -> Result<BTreeMap<FontId, PdfFont>> {
        let font = |(face, used): (&Face, &Used)| {
            let cut = subsetter::subset(face.bytes(), 0, &used.remapper).or_fault(Reason::Font)?;
            let parsed = ParsedFont::from_bytes(&cut, 0, &mut vec![]).or_fault(Reason::Font)?;
            Ok((FontId(face.name().to_owned()), PdfFont::new(parsed)))
        };
        self.0.iter().map(font).collect()
    }

    /// The number of a glyph in the subset font, and its text in the PDF.
    pub(crate) fn glyph(&self, face: Face, id: u16) -> Result<(u16, &str)> {
        let used = self.0.get(&face).or_fault(Reason::Glyph)?;
        let new = used.remapper.get(id).or_fault(Reason::Glyph)?;
        Ok((new, used.texts.get(&id).map_or("", String::as_str)))
    }

    /// Whether the glyphs of a cluster spell its text. If not, the text is written as `ActualText`.
    pub(crate) fn spells(&self, piece: &Piece, cluster: &Cluster) -> Result<bool> {
        let mut spelled = String::new();
        for glyph in &cluster.glyphs {
            spelled.push_str(self.glyph(piece.face, glyph.id)?.1);
        }
        Ok(spelled == cluster.text)
    }
}
