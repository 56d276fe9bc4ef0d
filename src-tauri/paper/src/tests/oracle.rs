//! A second opinion: gives the same laid-out document to krilla, which refuses what PDF/UA-1 or PDF/A-3a forbids.
use super::super::fonts::Face;
use super::super::laid::{Ink, Item, Laid, Mark, PAGE_HEIGHT, PAGE_WIDTH, Role};
use super::super::text::Piece;
use super::super::{Attachment, Doc, layout};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind,
    TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use std::collections::BTreeMap;
use std::num::NonZeroU16;

/// Fails the test with whatever krilla refuses.
pub(super) fn approve(doc: &Doc, attachment: Option<&Attachment>) {
    let laid = layout::layout(doc).unwrap();
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A3_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .unwrap();
    let mut pdf = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let mut oracle = Oracle { fonts: BTreeMap::new(), painted: BTreeMap::new() };
    for page in &laid.pages {
        let mut sheet = pdf.start_page_with(PageSettings::from_wh(PAGE_WIDTH, PAGE_HEIGHT).unwrap());
        let mut surface = sheet.surface();
        for group in page.items.chunk_by(|a, b| a.0 == b.0) {
            oracle.group(&mut surface, group);
        }
        surface.finish();
        sheet.finish();
    }
    let mut tree = TagTree::new().with_lang(Some(doc.language.clone()));
    tree.push(oracle.tags(&laid, 0));
    pdf.set_tag_tree(tree);
    pdf.set_outline(outline(&laid));
    let made = DateTime::new(2026).month(11).day(24);
    let about = Metadata::new().title(doc.title.clone()).language(doc.language.clone()).creation_date(made);
    pdf.set_metadata(about);
    if let Some(attachment) = attachment {
        pdf.embed_file(embedded(attachment, made)).unwrap();
    }
    pdf.finish().unwrap();
}

struct Oracle {
    fonts: BTreeMap<Face, Font>,
    painted: BTreeMap<usize, Vec<Identifier>>,
}

impl Oracle {
    fn group(&mut self, surface: &mut Surface<'_>, group: &[(Mark, Item)]) {
        match group[0].0 {
            Mark::Artifact => {
                surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)));
            }
            Mark::Node(node) => {
                let content = surface.start_tagged(ContentTag::Other);
                self.painted.entry(node).or_default().push(content);
            }
        }
        for (_, item) in group {
            match item {
                Item::Fill { x, y, width, height, ink } => {
                    surface.set_fill(Some(fill(*ink)));
                    let mut path = PathBuilder::new();
                    path.push_rect(Rect::from_xywh(*x, *y, *width, *height).unwrap());
                    surface.draw_path(&path.finish().unwrap());
                }
                Item::Text { x, baseline, size, ink, line } => {
                    surface.set_fill(Some(fill(*ink)));
                    let mut x = *x;
                    for piece in &line.pieces {
                        x += self.piece(surface, Point::from_xy(x, *baseline), *size, piece);
                    }
                }
            }
        }
        surface.end_tagged();
    }

    fn piece(&mut self, surface: &mut Surface<'_>, at: Point, size: f32, piece: &Piece) -> f32 {
        let load = || Font::new(piece.face.bytes().to_vec().into(), 0).unwrap();
        let font = self.fonts.entry(piece.face).or_insert_with(load).clone();
        let (mut text, mut glyphs, mut width) = (String::new(), vec![], 0.0);
        for cluster in &piece.clusters {
            let start = text.len();
            text.push_str(&cluster.text);
            for g in &cluster.glyphs {
                width += g.advance * size;
                glyphs.push(KrillaGlyph {
                    glyph_id: GlyphId::new(u32::from(g.id)),
                    text_range: start..text.len(),
                    x_advance: g.advance,
                    x_offset: g.dx,
                    y_offset: g.dy,
                    y_advance: 0.0,
                    location: None,
                });
            }
        }
        surface.draw_glyphs(at, &glyphs, font, &text, size, false);
        width
    }

    fn tags(&mut self, laid: &Laid, node: usize) -> Node {
        let mut group = TagGroup::new(kind(laid.nodes[node].role));
        for child in &laid.nodes[node].children {
            let child = self.tags(laid, *child);
            group.push(child);
        }
        for content in self.painted.remove(&node).unwrap_or_default() {
            group.push(Node::Leaf(content));
        }
        Node::Group(group)
    }
}

fn kind(role: Role) -> TagKind {
    match role {
        Role::Document => Tag::Section.into(),
        Role::Heading(level) => Tag::Hn(NonZeroU16::new(u16::from(level)).unwrap(), Some("Kop".into())).into(),
        Role::Paragraph => Tag::P.into(),
        Role::List => Tag::L(ListNumbering::None).into(),
        Role::Item => Tag::LI.into(),
        Role::Label => Tag::Lbl.into(),
        Role::Body => Tag::LBody.into(),
        Role::Table => Tag::Table.into(),
        Role::TableHead => Tag::THead.into(),
        Role::TableBody => Tag::TBody.into(),
        Role::Row => Tag::TR.into(),
        Role::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
        Role::RowHead => Tag::TH(TableHeaderScope::Row).into(),
        Role::Cell => Tag::TD.into(),
    }
}

fn fill(ink: Ink) -> Fill {
    let byte = |part: f32| (part * 255.0).round() as u8;
    Fill { paint: rgb::Color::new(byte(ink.0), byte(ink.1), byte(ink.2)).into(), ..Fill::default() }
}

fn outline(laid: &Laid) -> Outline {
    let mut outline = Outline::new();
    for entry in &laid.outline {
        let place = XyzDestination::new(entry.page, Point::from_xy(0.0, entry.y));
        outline.push_child(OutlineNode::new(entry.title.clone(), place));
    }
    outline
}

fn embedded(attachment: &Attachment, made: DateTime) -> EmbeddedFile {
    EmbeddedFile {
        path: attachment.name.clone(),
        mime_type: MimeType::new(&attachment.media_type),
        description: Some(attachment.description.clone()),
        association_kind: AssociationKind::Data,
        data: attachment.bytes.clone().into(),
        modification_date: Some(made),
        compress: None,
        location: None,
    }
}
