//! Paints pages as PDF operators. Everything painted is marked content: part of a node, or an artifact.
use super::fault::{Fault, Reason, Result};
use super::fonts::Face;
use super::laid::{Ink, Item, Laid, Mark, NodeId, PAGE_HEIGHT, PAGE_WIDTH, Page, Painted};
use super::plan::Plan;
use super::text::{Cluster, Glyph, Line, Piece};
use super::words;
use printpdf::{
    Codepoint, Color, DictItem, FontId, Mm, Op, PaintMode, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions,
    PdfWarnMsg, Pt, Rect, Rgb, TextItem, TextMatrix,
};
use std::collections::BTreeMap;

/// Paints all pages. Also returns which node each piece of marked content belongs to.
pub(crate) fn paint(laid: &Laid, title: &str) -> Result<(lopdf::Document, Vec<Painted>)> {
    let plan = Plan::new(laid);
    let (mut painted, mut pdf) = (vec![], PdfDocument::new(title));
    pdf.resources.fonts.map = plan.fonts()?;
    for (number, page) in laid.pages.iter().enumerate() {
        let mut brush = Brush { plan: &plan, ops: vec![], ink: None };
        let nodes = brush.page(page)?;
        painted.extend((0_i64..).zip(nodes).map(|(mcid, node)| Painted { node, page: number, mcid }));
        let mut sheet = PdfPage::new(Mm(210.0), Mm(297.0), brush.ops);
        let paper = Rect { x: Pt(0.0), y: Pt(0.0), width: Pt(PAGE_WIDTH), height: Pt(PAGE_HEIGHT), ..sheet.media_box };
        (sheet.media_box, sheet.trim_box, sheet.crop_box) = (paper.clone(), paper.clone(), paper);
        pdf.pages.push(sheet);
    }
    let options = PdfSaveOptions { subset_fonts: false, image_optimization: None, ..PdfSaveOptions::default() };
    let mut warnings: Vec<PdfWarnMsg> = vec![];
    let document = pdf.to_lopdf_document(&options, &mut warnings);
    match warnings.first() {
        Some(first) => Err(Fault::new(Reason::Writer, Some(format!("{first:?}").into()))),
        None => Ok((document, painted)),
    }
}

struct Brush<'a> {
    plan: &'a Plan,
    ops: Vec<Op>,
    ink: Option<Ink>,
}

impl Brush<'_> {
    /// Paints a page; returns the nodes of its marked content, in order.
    fn page(&mut self, page: &Page) -> Result<Vec<NodeId>> {
        let mut nodes = vec![];
        let shown: Vec<_> = page.items.iter().filter(|(_, item)| is_seen(item)).collect();
        for group in shown.chunk_by(|a, b| a.0 == b.0) {
            match group[0].0 {
                Mark::Artifact => self.ops.push(Op::BeginMarkedContent { tag: "Artifact".into() }),
                Mark::Node(node) => {
                    self.begin("P", "MCID", DictItem::Int(nodes.len() as i64));
                    nodes.push(node);
                }
            }
            for (_, item) in group {
                self.item(item)?;
            }
            self.ops.push(Op::EndMarkedContent);
        }
        Ok(nodes)
    }

    fn begin(&mut self, tag: &str, key: &str, value: DictItem) {
        let properties = DictItem::Dict { map: BTreeMap::from([(key.to_owned(), value)]) };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties });
    }

    fn colour(&mut self, ink: Ink) {
        if self.ink != Some(ink) {
            self.ink = Some(ink);
            let col = Color::Rgb(Rgb { r: ink.0, g: ink.1, b: ink.2, icc_profile: None });
            self.ops.push(Op::SetFillColor { col });
        }
    }

    fn item(&mut self, item: &Item) -> Result<()> {
        match item {
            Item::Fill { x, y, width, height, ink } => {
                self.colour(*ink);
                let rectangle = Rect {
                    x: Pt(*x),
                    y: Pt(PAGE_HEIGHT - y - height),
                    width: Pt(*width),
                    height: Pt(*height),
                    mode: Some(PaintMode::Fill),
                    winding_order: None,
                };
                self.ops.push(Op::DrawRectangle { rectangle });
                Ok(())
            }
            Item::Text { x, baseline, size, ink, line } => {
                self.colour(*ink);
                self.ops.push(Op::StartTextSection);
                self.line(*x, PAGE_HEIGHT - baseline, *size, line)?;
                self.ops.push(Op::EndTextSection);
                Ok(())
            }
        }
    }

    fn line(&mut self, mut x: f32, y: f32, size: f32, line: &Line) -> Result<()> {
        for piece in &line.pieces {
            let font = PdfFontHandle::External(FontId(piece.face.name().to_owned()));
            self.ops.push(Op::SetFont { font, size: Pt(size) });
            x = self.piece(x, y, size, piece)?;
        }
        Ok(())
    }

    fn piece(&mut self, mut x: f32, y: f32, size: f32, piece: &Piece) -> Result<f32> {
        for cluster in &piece.clusters {
            let spelled = self.plan.spells(piece, cluster)?;
            if !spelled {
                self.begin("Span", "ActualText", utf16(&cluster.text));
            }
            x = self.cluster(x, y, size, piece.face, cluster)?;
            if !spelled {
                self.ops.push(Op::EndMarkedContent);
            }
        }
        Ok(x)
    }

    /// Positions every glyph separately; the writer joins neighbours into one operator.
    fn cluster(&mut self, mut x: f32, y: f32, size: f32, face: Face, cluster: &Cluster) -> Result<f32> {
        for Glyph { id, advance, dx, dy, .. } in &cluster.glyphs {
            let (gid, text) = self.plan.glyph(face, *id)?;
            let matrix = TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, x + dx * size, y + dy * size]);
            let codepoint = Codepoint { gid, offset: 0.0, cid: Some(text.to_owned()) };
            self.ops.push(Op::SetTextMatrix { matrix });
            self.ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(vec![codepoint])] });
            x += advance * size;
        }
        Ok(x)
    }
}

fn is_seen(item: &Item) -> bool {
    match item {
        Item::Fill { .. } => true,
        Item::Text { line, .. } => !line.pieces.is_empty(),
    }
}

/// A PDF text string, as in `words`.
fn utf16(text: &str) -> DictItem {
    DictItem::String { data: words::utf16(text), literal: false }
}
