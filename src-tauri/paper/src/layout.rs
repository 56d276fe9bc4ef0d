//! Places blocks on pages. Every block is measured first, so that a heading never ends up alone at the foot of a page.
use super::fault::Result;
use super::flow::{Flow, GREEN, HAIR, LEFT, Lines, Style, TINT, WIDTH};
use super::fonts::Weight;
use super::laid::{Entry, Item, Laid, Mark, PAGE_HEIGHT, Role};
use super::model::{Align, Block, Doc};
use super::table::Table;

const ROOT: usize = 0;
const BULLET: f32 = 14.0;
const CODE_ROW: f32 = 32.0;
const CODE_STEP: f32 = 21.0;

enum Measured {
    Letterhead {
        name: Lines,
        lines: Vec<Lines>,
    },
    Heading {
        level: u8,
        text: String,
        lines: Lines,
    },
    Paragraph(Lines),
    Notice(Lines),
    List(Vec<Lines>),
    Table(Table),
    /// The number and the characters of each code.
    Codes(Vec<(Lines, Vec<Lines>)>),
}

pub(crate) fn layout(doc: &Doc) -> Result<Laid> {
    let blocks = doc.blocks.iter().map(measure).collect::<Result<Vec<_>>>()?;
    let mut flow = Flow::new();
    for (i, block) in blocks.iter().enumerate() {
        let together = together(&blocks[i..]);
        flow.gap(before(block, i.checked_sub(1).and_then(|i| blocks.get(i))));
        if flow.left() < together && !flow.at_top() {
            flow.new_page();
        }
        place(&mut flow, block)?;
    }
    foot(doc, &mut flow)?;
    Ok(flow.laid)
}

fn measure(block: &Block) -> Result<Measured> {
    Ok(match block {
        Block::Letterhead { name, lines } => Measured::Letterhead {
            name: Lines::new(name, Style::NAME, WIDTH)?,
            lines: lines.iter().map(|l| Lines::new(l, Style::SMALL, WIDTH)).collect::<Result<_>>()?,
        },
        Block::Heading { level, text } => Measured::Heading {
            level: *level,
            text: text.clone(),
            lines: Lines::new(text, Style::heading(*level), WIDTH)?,
        },
        Block::Paragraph { text } => Measured::Paragraph(Lines::new(text, Style::BODY, WIDTH)?),
        Block::Notice { text } => Measured::Notice(Lines::new(text, Style::BODY, WIDTH - 24.0)?),
        Block::List { items } => {
            let item = |item: &String| Lines::new(item, Style::BODY, WIDTH - BULLET);
            Measured::List(items.iter().map(item).collect::<Result<_>>()?)
        }
        Block::KeyValues { rows } => Measured::Table(Table::key_values(rows)?),
        Block::Table { columns, rows } => Measured::Table(Table::new(columns, rows)?),
        Block::Codes { codes } => Measured::Codes(codes.iter().enumerate().map(code).collect::<Result<_>>()?),
    })
}

fn code((i, code): (usize, &String)) -> Result<(Lines, Vec<Lines>)> {
    let characters = code.chars().map(|c| Lines::new(&c.to_string(), Style::CODE, CODE_STEP));
    Ok((
        Lines::new(&(i + 1).to_string(), Style { size: 12.0, weight: Weight::Regular, ..Style::CELL_NAME }, 24.0)?,
        characters.collect::<Result<_>>()?,
    ))
}

/// The height that must fit on the page before a block starts there. A heading also needs the start of what follows.
fn together(blocks: &[Measured]) -> f32 {
    let Some(block) = blocks.first() else { return 0.0 };
    match block {
        Measured::Heading { lines, .. } => lines.height() + 8.0 + introduced(&blocks[1..]),
        Measured::Letterhead { name, lines } => name.height() + lines.iter().map(Lines::height).sum::<f32>(),
        Measured::Paragraph(lines) => lines.start(),
        Measured::Notice(lines) => lines.start() + 16.0,
        Measured::List(items) => items.first().map_or(0.0, Lines::start),
        Measured::Table(table) => table.first_height(),
        Measured::Codes(codes) => codes.len() as f32 * CODE_ROW,
    }
}

/// The height of what must stay with a heading. A short introduction also takes the start of its table or list along.
fn introduced(blocks: &[Measured]) -> f32 {
    match blocks {
        [Measured::Paragraph(lines), next @ (Measured::Table(_) | Measured::List(_)), ..] if lines.count() <= 3 => {
            lines.height() + 8.0 + together(std::slice::from_ref(next))
        }
        _ => together(blocks),
    }
}

/// The space above a block.
fn before(block: &Measured, above: Option<&Measured>) -> f32 {
    let after_heading = matches!(above, Some(Measured::Heading { .. }));
    match block {
        Measured::Heading { level: 1, .. } => 14.0,
        Measured::Heading { level: 2, .. } if after_heading => 10.0,
        Measured::Heading { level: 2, .. } => 20.0,
        Measured::Heading { .. } if after_heading => 6.0,
        Measured::Heading { .. } => 13.0,
        _ if after_heading => 6.0,
        Measured::Notice(_) | Measured::Codes(_) => 12.0,
        _ => 8.0,
    }
}

fn place(flow: &mut Flow, block: &Measured) -> Result<()> {
    match block {
        Measured::Letterhead { name, lines } => letterhead(flow, name, lines),
        Measured::Heading { level, text, lines } => heading(flow, *level, text, lines),
        Measured::Paragraph(lines) => {
            let mark = Mark::Node(flow.node(ROOT, Role::Paragraph));
            flow.run(mark, lines, LEFT).map(drop)
        }
        Measured::Notice(lines) => notice(flow, lines),
        Measured::List(items) => list(flow, items),
        Measured::Table(table) => table.place(flow, ROOT),
        Measured::Codes(codes) => codes_list(flow, codes),
    }
}

fn letterhead(flow: &mut Flow, name: &Lines, lines: &[Lines]) -> Result<()> {
    let mark = Mark::Node(flow.node(ROOT, Role::Paragraph));
    for line in std::iter::once(name).chain(lines) {
        flow.text(mark, line, 0..line.count(), (LEFT, flow.y), Align::Left)?;
        flow.y += line.height();
    }
    flow.fill(LEFT, flow.y + 5.0, WIDTH, 1.5, GREEN);
    flow.y += 6.5;
    Ok(())
}

fn heading(flow: &mut Flow, level: u8, text: &str, lines: &Lines) -> Result<()> {
    let page = flow.laid.pages.len() - 1;
    flow.laid.outline.push(Entry { title: text.to_owned(), page, y: flow.y });
    let mark = Mark::Node(flow.node(ROOT, Role::Heading(level)));
    flow.run(mark, lines, LEFT)?;
    if level == 2 {
        flow.fill(LEFT, flow.y + 1.0, WIDTH, 0.7, GREEN);
        flow.y += 2.0;
    }
    Ok(())
}

fn notice(flow: &mut Flow, lines: &Lines) -> Result<()> {
    let mark = Mark::Node(flow.node(ROOT, Role::Paragraph));
    flow.y += 5.0;
    let pages = flow.run(mark, lines, LEFT + 14.0)?;
    for (page, y, height) in pages {
        let bar = |x, width, ink| Item::Fill { x, y: y - 4.0, width, height: height + 8.0, ink };
        let items = &mut flow.laid.pages[page].items;
        items.insert(0, (Mark::Artifact, bar(LEFT, 3.0, GREEN)));
        items.insert(0, (Mark::Artifact, bar(LEFT, WIDTH, TINT)));
    }
    flow.y += 5.0;
    Ok(())
}

fn list(flow: &mut Flow, items: &[Lines]) -> Result<()> {
    let bullet = Lines::new("•", Style::BODY, BULLET)?;
    let list = flow.node(ROOT, Role::List);
    for item in items {
        if flow.left() < item.start() {
            flow.new_page();
        }
        let li = flow.node(list, Role::Item);
        let label = Mark::Node(flow.node(li, Role::Label));
        flow.text(label, &bullet, 0..1, (LEFT + 2.0, flow.y), Align::Left)?;
        let body = Mark::Node(flow.node(li, Role::Body));
        flow.run(body, item, LEFT + BULLET)?;
        flow.y += 3.0;
    }
    Ok(())
}

fn codes_list(flow: &mut Flow, codes: &[(Lines, Vec<Lines>)]) -> Result<()> {
    let list = flow.node(ROOT, Role::List);
    for (number, characters) in codes {
        let li = flow.node(list, Role::Item);
        let label = Mark::Node(flow.node(li, Role::Label));
        flow.text(label, number, 0..1, (LEFT + 8.0, flow.y + 11.0), Align::Left)?;
        let body = Mark::Node(flow.node(li, Role::Body));
        for (i, character) in characters.iter().enumerate() {
            let x = LEFT + 44.0 + i as f32 * CODE_STEP;
            flow.text(body, character, 0..1, (x, flow.y + 2.0), Align::Centre)?;
        }
        flow.y += CODE_ROW;
        flow.fill(LEFT, flow.y - 0.5, WIDTH, 0.5, HAIR);
    }
    Ok(())
}

/// Adds the footers, now that the number of pages is known.
fn foot(doc: &Doc, flow: &mut Flow) -> Result<()> {
    let pages = std::mem::take(&mut flow.laid.pages);
    let (y, of) = (PAGE_HEIGHT - 50.0, pages.len().to_string());
    for (i, page) in pages.into_iter().enumerate() {
        flow.laid.pages.push(page);
        flow.fill(LEFT, y, WIDTH, 0.5, HAIR);
        let words = doc.page_of.replace("{page}", &(i + 1).to_string()).replace("{pages}", &of);
        let from = if doc.author.is_empty() { String::new() } else { format!(" · {}", doc.author) };
        let reference = Lines::new(&format!("{}{from}", doc.reference), Style::SMALL, WIDTH * 0.7)?;
        flow.text(Mark::Artifact, &reference, 0..1, (LEFT, y + 5.0), Align::Left)?;
        let number = Lines::new(&words, Style::SMALL, WIDTH * 0.3)?;
        flow.text(Mark::Artifact, &number, 0..1, (LEFT + WIDTH * 0.7, y + 5.0), Align::Right)?;
    }
    Ok(())
}
