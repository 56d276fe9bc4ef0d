//! The pen: where the next thing goes, and the sizes and colours of everything that is printed.
use super::fault::Result;
use super::fonts::Weight;
use super::laid::{Ink, Item, Laid, Mark, Node, NodeId, PAGE_HEIGHT, Page, Role};
use super::model::Align;
use super::text::Shaped;
use std::collections::BTreeSet;
use std::ops::Range;

pub(crate) const LEFT: f32 = 62.0;
pub(crate) const TOP: f32 = 56.0;
pub(crate) const WIDTH: f32 = 471.28;
pub(crate) const BOTTOM: f32 = PAGE_HEIGHT - 72.0;

pub(crate) const BLACK: Ink = Ink(0.0, 0.0, 0.0);
pub(crate) const GREY: Ink = Ink(0.30, 0.36, 0.33);
pub(crate) const GREEN: Ink = Ink(0.086, 0.212, 0.169);
pub(crate) const HAIR: Ink = Ink(0.80, 0.83, 0.81);
pub(crate) const TINT: Ink = Ink(0.93, 0.95, 0.94);

#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub(crate) size: f32,
    /// The distance between two baselines.
    pub(crate) leading: f32,
    pub(crate) weight: Weight,
    pub(crate) ink: Ink,
}

impl Style {
    const fn new(size: f32, leading: f32, weight: Weight, ink: Ink) -> Self {
        Style { size, leading, weight, ink }
    }

    pub(crate) const BODY: Style = Style::new(12.0, 16.0, Weight::Regular, BLACK);
    pub(crate) const SMALL: Style = Style::new(9.0, 12.5, Weight::Regular, GREY);
    pub(crate) const NAME: Style = Style::new(14.0, 19.0, Weight::Bold, GREEN);
    pub(crate) const CELL: Style = Style::new(10.5, 14.5, Weight::Regular, BLACK);
    pub(crate) const CELL_HEAD: Style = Style::new(10.5, 14.5, Weight::Bold, BLACK);
    pub(crate) const CELL_NAME: Style = Style::new(10.5, 14.5, Weight::Regular, GREY);
    pub(crate) const CODE: Style = Style::new(19.0, 30.0, Weight::Bold, BLACK);

    pub(crate) const fn heading(level: u8) -> Style {
        match level {
            1 => Style::new(20.0, 27.0, Weight::Bold, BLACK),
            2 => Style::new(14.0, 19.0, Weight::Bold, GREEN),
            _ => Style::new(12.0, 16.0, Weight::Bold, BLACK),
        }
    }

    /// The distance from the top of a line to its baseline.
    pub(crate) fn ascent(self) -> f32 {
        (self.leading - self.size * 1.36) / 2.0 + self.size * 1.069
    }
}

/// A text in one style, broken into lines of one width.
pub(crate) struct Lines {
    shaped: Shaped,
    ranges: Vec<Range<usize>>,
    pub(crate) style: Style,
    width: f32,
}

impl Lines {
    pub(crate) fn new(text: &str, style: Style, width: f32) -> Result<Self> {
        let shaped = Shaped::new(text, style.weight)?;
        let ranges = shaped.wrap(width / style.size);
        Ok(Lines { shaped, ranges, style, width })
    }

    pub(crate) fn count(&self) -> usize {
        self.ranges.len()
    }

    pub(crate) fn height(&self) -> f32 {
        self.count() as f32 * self.style.leading
    }

    /// The height of the lines that must stay together at the start: two, or three of three so that none is left alone.
    pub(crate) fn start(&self) -> f32 {
        let lines = if self.count() == 3 { 3 } else { self.count().min(2) };
        lines as f32 * self.style.leading
    }

    pub(crate) fn missing(&self) -> &BTreeSet<char> {
        &self.shaped.missing
    }
}

/// The current position in the document.
pub(crate) struct Flow {
    pub(crate) laid: Laid,
    /// The top of the next thing.
    pub(crate) y: f32,
}

impl Flow {
    pub(crate) fn new() -> Self {
        let root = Node { role: Role::Document, children: vec![] };
        let laid = Laid { pages: vec![Page::default()], nodes: vec![root], outline: vec![], missing: BTreeSet::new() };
        Flow { laid, y: TOP }
    }

    /// The height that is left on the page.
    pub(crate) fn left(&self) -> f32 {
        BOTTOM - self.y
    }

    /// Whether the page is still empty.
    pub(crate) fn at_top(&self) -> bool {
        self.y <= TOP
    }

    pub(crate) fn new_page(&mut self) {
        self.laid.pages.push(Page::default());
        self.y = TOP;
    }

    /// Adds space before the next thing; none at the top of a page.
    pub(crate) fn gap(&mut self, height: f32) {
        if !self.at_top() {
            self.y += height;
        }
    }

    pub(crate) fn node(&mut self, parent: NodeId, role: Role) -> NodeId {
        let id = self.laid.nodes.len();
        self.laid.nodes.push(Node { role, children: vec![] });
        self.laid.nodes[parent].children.push(id);
        id
    }

    fn put(&mut self, mark: Mark, item: Item) {
        if let Some(page) = self.laid.pages.last_mut() {
            page.items.push((mark, item));
        }
    }

    pub(crate) fn fill(&mut self, x: f32, y: f32, width: f32, height: f32, ink: Ink) {
        self.put(Mark::Artifact, Item::Fill { x, y, width, height, ink });
    }

    /// Draws some of the lines, with the top of the first one at `y`.
    pub(crate) fn text(
        &mut self,
        mark: Mark,
        lines: &Lines,
        some: Range<usize>,
        (x, y): (f32, f32),
        align: Align,
    ) -> Result<()> {
        self.laid.missing.extend(lines.missing());
        let (style, last) = (lines.style, lines.count() - 1);
        let mut baseline = y + style.ascent();
        for i in some {
            let Some(range) = lines.ranges.get(i) else { break };
            let line = lines.shaped.line(range, i == last)?;
            let indent = match align {
                Align::Left => 0.0,
                Align::Centre => (lines.width - line.width * style.size) / 2.0,
                Align::Right => lines.width - line.width * style.size,
            };
            self.put(mark, Item::Text { x: x + indent, baseline, size: style.size, ink: style.ink, line });
            baseline += style.leading;
        }
        Ok(())
    }

    /// Draws lines from the pen on, over several pages if needed, and never splits off a single line at a page break.
    /// Returns the page, top and height of each stretch.
    pub(crate) fn run(&mut self, mark: Mark, lines: &Lines, x: f32) -> Result<Vec<(usize, f32, f32)>> {
        let (leading, count) = (lines.style.leading, lines.count());
        let (mut from, mut stretches) = (0, vec![]);
        while from < count {
            let mut fit = ((self.left() / leading).max(0.0) as usize).min(count - from);
            if from + fit + 1 == count {
                fit = fit.saturating_sub(1);
            }
            if !self.at_top() && fit < (count - from).min(2) {
                self.new_page();
                continue;
            }
            let fit = fit.max(1);
            self.text(mark, lines, from..from + fit, (x, self.y), Align::Left)?;
            let height = fit as f32 * leading;
            stretches.push((self.laid.pages.len() - 1, self.y, height));
            self.y += height;
            from += fit;
            if from < count {
                self.new_page();
            }
        }
        Ok(stretches)
    }
}
