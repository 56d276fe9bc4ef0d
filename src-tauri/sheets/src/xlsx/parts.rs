//! What an Office Open XML workbook has besides its sheets: where the parts are, which sheets there are, shared
//! strings, and cell formats. Parts are found by their relationships; a usual name is only the fallback.
use crate::limits::{Budget, MAX_SHEETS, MAX_STYLES};
use crate::packed::package::Package;
use crate::packed::xml::{Piece, Xml, attribute, attributes, is_on};
use crate::refusal::{Refusal, Result, Why, too_large};
use crate::work::Work;
use std::collections::HashMap;

/// A relationship between two parts.
pub(crate) struct Relation {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) target: String,
}

/// Whether the last segment of a kind is this word: `…/relationships/worksheet`.
fn is(kind: &str, word: &str) -> bool {
    kind.rsplit('/').next() == Some(word)
}

/// The relationships of a part, with package paths as targets; empty if the part has none.
pub(crate) fn relations(package: &mut Package, part: &str) -> Result<Vec<Relation>> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let list = format!("{folder}/_rels/{name}.rels");
    if !package.has(&list) {
        return Ok(vec![]);
    }
    let mut found = vec![];
    let work = package.work();
    let mut xml = package.xml(&list)?;
    loop {
        match xml.next()? {
            Piece::Start(e) if e.local_name().as_ref() == "Relationship" => {
                let [target, mode, id, kind] = attributes(&e, ["Target", "TargetMode", "Id", "Type"]);
                let target = target.replace('\\', "/");
                let target = if target.starts_with('/') { target } else { format!("{folder}/{target}") };
                if mode != "External" && found.len() < MAX_STYLES {
                    work.room(size_of::<Relation>() * 2 + id.len() + kind.len() + target.len())?;
                    found.push(Relation { id, kind, target });
                }
            }
            Piece::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// The name of the workbook part; if the relationships are broken, the part with the usual name.
pub(crate) fn workbook_name(package: &mut Package) -> Result<Option<String>> {
    let told = match relations(package, "") {
        Ok(list) => list.into_iter().find(|r| is(&r.kind, "officeDocument")).map(|r| r.target),
        Err(e) if e.why() == Why::Damaged => None,
        Err(e) => return Err(e),
    };
    if let Some(name) = told.filter(|name| package.has(name)) {
        return Ok(Some(name));
    }
    let usual = package.names().find(|n| *n == "xl/workbook.xml" || n.ends_with("/workbook.xml"));
    Ok(usual.map(str::to_owned))
}

/// An entry in the list of sheets.
pub(crate) struct Listed {
    pub(crate) name: String,
    pub(crate) hidden: bool,
    pub(crate) part: String,
}

/// Everything in a workbook except the sheets.
#[derive(Default)]
pub(crate) struct Workbook {
    pub(crate) from_1904: bool,
    pub(crate) sheets: Vec<Listed>,
    pub(crate) strings: Vec<String>,
    pub(crate) styles: Styles,
}

pub(crate) fn read(package: &mut Package, budget: &mut Budget) -> Result<Workbook> {
    let name = workbook_name(package)?.ok_or_else(|| Refusal::new(Why::Damaged))?;
    let relations = match relations(package, &name) {
        Err(e) if e.why() != Why::Damaged => return Err(e),
        list => list.unwrap_or_default(),
    };
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut workbook = Workbook::default();
    read_workbook(package.xml(&name)?, &relations, folder, &mut workbook, &budget.work)?;
    let part = |word: &str, usual: &str| {
        let told = relations.iter().find(|r| is(&r.kind, word)).map(|r| r.target.clone());
        told.unwrap_or_else(|| format!("{folder}/{usual}"))
    };
    let (strings, styles) = (part("sharedStrings", "sharedStrings.xml"), part("styles", "styles.xml"));
    if package.has(&strings) {
        workbook.strings = read_strings(package.xml(&strings)?, budget)?;
    }
    if package.has(&styles) {
        workbook.styles = read_styles(package.xml(&styles)?, &budget.work)?;
    }
    Ok(workbook)
}

fn read_workbook(
    mut xml: Xml<'_>,
    relations: &[Relation],
    folder: &str,
    workbook: &mut Workbook,
    work: &Work,
) -> Result<()> {
    loop {
        match xml.next()? {
            Piece::Start(e) => match e.local_name().as_ref() {
                "workbookPr" => workbook.from_1904 |= is_on(&e, "date1904"),
                "sheet" => {
                    let [id, name, state] = attributes(&e, ["id", "name", "state"]);
                    work.steps(relations.len())?;
                    work.room(name.len())?;
                    let relation = relations.iter().find(|r| r.id == id);
                    let usual = format!("{folder}/worksheets/sheet{}.xml", workbook.sheets.len() + 1);
                    // Charts, dialog sheets and old macro sheets are not lists.
                    let is_sheet = relation.map_or(relations.is_empty(), |r| is(&r.kind, "worksheet"));
                    if is_sheet {
                        let part = relation.map_or(usual, |r| r.target.clone());
                        let hidden = matches!(state.as_str(), "hidden" | "veryHidden");
                        workbook.sheets.push(Listed { name, hidden, part });
                    }
                    if workbook.sheets.len() > MAX_SHEETS {
                        return Err(too_large().over("sheets", MAX_SHEETS));
                    }
                }
                _ => {}
            },
            Piece::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn read_strings(mut xml: Xml<'_>, budget: &mut Budget) -> Result<Vec<String>> {
    let mut strings = vec![];
    loop {
        match xml.next()? {
            Piece::Start(e) if e.local_name().as_ref() == "si" => {
                let text = rich_text(&mut xml)?;
                budget.string(&text)?;
                strings.push(text);
            }
            Piece::Eof => return Ok(strings),
            _ => {}
        }
    }
}

/// The text of an element that holds `t` elements and runs of them, without the phonetic reading (`rPh`).
pub(crate) fn rich_text(xml: &mut Xml<'_>) -> Result<String> {
    let mut text = String::new();
    let (mut depth, mut open, mut from) = (1usize, None::<bool>, 0usize);
    while depth > 0 {
        let passed_over = match xml.next()? {
            Piece::Start(e) => match e.local_name().as_ref() {
                "rPh" | "phoneticPr" | "extLst" => true,
                name => {
                    depth += 1;
                    if name == "t" {
                        from = text.len();
                        open = Some(attribute(&e, "space") == "preserve");
                    }
                    false
                }
            },
            Piece::End(e) => {
                depth -= 1;
                // White space at the ends only counts if the file says so.
                if e.local_name().as_ref() == "t"
                    && let Some(kept) = open.take()
                    && !kept
                {
                    let blank = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
                    let shown = text.get(from..).unwrap_or_default().trim_matches(blank).to_owned();
                    text.truncate(from);
                    text.push_str(&shown);
                }
                false
            }
            Piece::Text(t) | Piece::Literal(t) => {
                if open.is_some() {
                    text.push_str(&t);
                }
                false
            }
            Piece::Other => false,
            Piece::Eof => return Err(Refusal::new(Why::Damaged)),
        };
        if passed_over {
            xml.skip()?;
        }
    }
    Ok(unescape(&text))
}

/// Decodes `_x000D_`, which stands for a character that XML cannot hold.
pub(crate) fn unescape(text: &str) -> String {
    if !text.contains("_x") {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let code = from.get(2..6).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()) && from.get(6..7) == Some("_"));
        let found = code.and_then(|d| u32::from_str_radix(d, 16).ok()).and_then(char::from_u32);
        let used = if found.is_some() { 7 } else { 2 };
        match found {
            Some(c) => out.push(c),
            None => out.push_str("_x"),
        }
        rest = from.get(used..).unwrap_or_default();
    }
    out.push_str(rest);
    out.replace("\r\n", "\n")
}

/// How cells show their numbers, and which cells are bold.
#[derive(Default)]
pub(crate) struct Styles {
    /// The format codes in the file, by number.
    pub(crate) codes: HashMap<u32, String>,
    /// Format number and bold, by style number.
    pub(crate) cells: Vec<(u32, bool)>,
}

fn read_styles(mut xml: Xml<'_>, work: &Work) -> Result<Styles> {
    let mut styles = Styles::default();
    let mut fonts: Vec<bool> = vec![];
    // The open list. Lists of other things have elements with the same names.
    let mut list = String::new();
    loop {
        match xml.next()? {
            Piece::Start(e) => match (list.as_str(), e.local_name().as_ref()) {
                ("", name @ ("numFmts" | "fonts" | "cellXfs")) => list = name.to_owned(),
                ("numFmts", "numFmt") => {
                    let [id, code] = attributes(&e, ["numFmtId", "formatCode"]);
                    if let Ok(id) = id.parse() {
                        work.room(code.len() + 100)?;
                        styles.codes.insert(id, code);
                    }
                }
                ("fonts", "font") => fonts.push(false),
                ("fonts", "b") => {
                    let on = !matches!(attribute(&e, "val").as_str(), "0" | "false" | "off");
                    fonts.iter_mut().last().into_iter().for_each(|bold| *bold = on);
                }
                ("cellXfs", "xf") => {
                    let [font, format] = attributes(&e, ["fontId", "numFmtId"]).map(|n| n.parse::<u32>().unwrap_or(0));
                    let bold = fonts.get(font as usize).copied().unwrap_or(false);
                    styles.cells.push((format, bold));
                }
                _ => {}
            },
            Piece::End(e) if e.local_name().as_ref() == list => list.clear(),
            Piece::Eof => return Ok(styles),
            _ => {}
        }
        if styles.cells.len().max(fonts.len()).max(styles.codes.len()) > MAX_STYLES {
            return Err(too_large().over("styles", MAX_STYLES));
        }
    }
}
