//! Reads a PDF back and checks it against PDF/UA and PDF/A-3a as far as its structure shows: the language, the tags,
//! that everything painted is tagged or an artifact, that each content number is used once, and that fonts are embedded
//! with their text.
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;

/// What a checked PDF contains.
pub(super) struct Checked {
    pub(super) pages: usize,
    /// The role and text of every element, in reading order.
    elements: Vec<(String, String)>,
    /// The text outside the tag tree, by page.
    pub(super) artifacts: Vec<String>,
    /// Name, relationship, content.
    pub(super) attachment: Option<(String, String, Vec<u8>)>,
}

impl Checked {
    pub(super) fn count(&self, role: &str) -> usize {
        self.elements.iter().filter(|(r, _)| r == role).count()
    }

    pub(super) fn texts(&self, role: &str) -> Vec<&str> {
        self.elements.iter().filter(|(r, _)| r == role).map(|(_, text)| text.as_str()).collect()
    }
}

/// Checks everything; any violation fails the test.
pub(super) fn check(bytes: &[u8]) -> Checked {
    assert!(bytes.starts_with(b"%PDF-1.7"));
    let pdf = Document::load_mem(bytes).unwrap();
    let catalog = pdf.catalog().unwrap();
    assert!(catalog.get(b"Lang").is_ok());
    assert!(dict(&pdf, catalog.get(b"MarkInfo").unwrap()).get(b"Marked").unwrap().as_bool().unwrap());
    assert!(dict(&pdf, catalog.get(b"ViewerPreferences").unwrap()).get(b"DisplayDocTitle").is_ok());
    check_metadata(&pdf, catalog);
    let pages: Vec<ObjectId> = pdf.get_pages().into_values().collect();
    let mut reader = Reader { pdf: &pdf, contents: BTreeMap::new(), artifacts: vec![] };
    for page in &pages {
        reader.page(*page);
    }
    let artifacts = std::mem::take(&mut reader.artifacts);
    let tree = dict(&pdf, catalog.get(b"StructTreeRoot").unwrap());
    let mut elements = vec![];
    let mut used = BTreeMap::new();
    for kid in tree.get(b"K").unwrap().as_array().unwrap() {
        walk(&reader, kid, "", &mut elements, &mut used);
    }
    assert_eq!(used.len(), reader.contents.len(), "content that no element holds");
    check_parent_tree(&pdf, tree, &pages, &used);
    Checked { pages: pages.len(), elements, artifacts, attachment: attachment(&pdf, catalog) }
}

fn dict<'a>(pdf: &'a Document, object: &'a Object) -> &'a Dictionary {
    pdf.dereference(object).unwrap().1.as_dict().unwrap()
}

fn stream(pdf: &Document, object: &Object) -> Vec<u8> {
    let stream = pdf.dereference(object).unwrap().1.as_stream().unwrap();
    stream.decompressed_content().unwrap_or_else(|_| stream.content.clone())
}

fn utf16(bytes: &[u8]) -> String {
    assert!(bytes.starts_with(&[0xFE, 0xFF]));
    let units: Vec<u16> = bytes[2..].chunks(2).map(|c| u16::from_be_bytes([c[0], c[1]])).collect();
    String::from_utf16(&units).unwrap()
}

fn check_metadata(pdf: &Document, catalog: &Dictionary) {
    let metadata = pdf.dereference(catalog.get(b"Metadata").unwrap()).unwrap().1.as_stream().unwrap();
    assert!(metadata.dict.get(b"Filter").is_err(), "the metadata must be readable without unpacking");
    let xmp = String::from_utf8(metadata.content.clone()).unwrap();
    let about = dict(pdf, pdf.trailer.get(b"Info").unwrap());
    let title = utf16(about.get(b"Title").unwrap().as_str().unwrap());
    assert!(xmp.contains(&format!(r#"<rdf:li xml:lang="x-default">{title}</rdf:li>"#)));
    assert!(xmp.contains("<pdfuaid:part>1</pdfuaid:part>") && xmp.contains("<pdfaid:part>3</pdfaid:part>"));
    let intents = catalog.get(b"OutputIntents").unwrap().as_array().unwrap();
    let profile = stream(pdf, dict(pdf, &intents[0]).get(b"DestOutputProfile").unwrap());
    assert_eq!(&profile[36..40], b"acsp");
    let id = pdf.trailer.get(b"ID").unwrap().as_array().unwrap();
    assert!(id[0].as_str().unwrap().len() == 16 && id[0] == id[1]);
}

/// Collects the text of marked content by page and number.
struct Reader<'a> {
    pdf: &'a Document,
    contents: BTreeMap<(ObjectId, i64), String>,
    artifacts: Vec<String>,
}

enum Open {
    Artifact,
    Content(i64),
    /// Replacement text for what is shown inside.
    Span(String),
}

impl Reader<'_> {
    fn page(&mut self, page: ObjectId) {
        let fonts = self.fonts(page);
        assert!(self.pdf.get_dictionary(page).unwrap().get(b"StructParents").is_ok());
        let bytes = self.pdf.get_page_content(page);
        let (mut open, mut font, mut artifact): (Vec<Open>, Vec<u8>, String) = (vec![], vec![], String::new());
        for op in Content::decode(&bytes).unwrap().operations {
            match op.operator.as_str() {
                "BMC" => open.push(Open::Artifact),
                "BDC" => open.push(opened(op.operands[1].as_dict().unwrap())),
                "EMC" => {
                    if let Some(Open::Span(text)) = open.pop() {
                        self.say(page, &open, &text, &mut artifact);
                    }
                }
                "Tf" => font = op.operands[0].as_name().unwrap().to_vec(),
                "TJ" => {
                    assert!(!open.is_empty(), "text that is neither tagged nor an artifact");
                    let text = shown(&fonts[&font], op.operands[0].as_array().unwrap());
                    if !matches!(open.last(), Some(Open::Span(_))) {
                        self.say(page, &open, &text, &mut artifact);
                    }
                }
                "f" | "S" | "B" | "re" => assert!(matches!(open[..], [Open::Artifact]), "a shape that is read aloud"),
                "BT" | "ET" | "Tm" | "rg" => {}
                other => panic!("an operator that nobody expected: {other}"),
            }
        }
        assert!(open.is_empty());
        self.artifacts.push(artifact);
    }

    fn say(&mut self, page: ObjectId, open: &[Open], text: &str, artifact: &mut String) {
        match open {
            [Open::Artifact] => artifact.push_str(text),
            [Open::Content(mcid)] => self.contents.entry((page, *mcid)).or_default().push_str(text),
            _ => panic!("text inside the wrong marks"),
        }
    }

    /// The fonts of a page, each as a map from glyph number to text. Every font must be embedded.
    fn fonts(&self, page: ObjectId) -> BTreeMap<Vec<u8>, BTreeMap<u16, String>> {
        let fonts = self.pdf.get_page_fonts(page).unwrap();
        let read = |(name, font): (Vec<u8>, &Dictionary)| {
            let descendants = font.get(b"DescendantFonts").unwrap().as_array().unwrap();
            let descendant = dict(self.pdf, &descendants[0]);
            let descriptor = dict(self.pdf, descendant.get(b"FontDescriptor").unwrap());
            assert!(stream(self.pdf, descriptor.get(b"FontFile2").unwrap()).len() > 200);
            let cmap = String::from_utf8(stream(self.pdf, font.get(b"ToUnicode").unwrap())).unwrap();
            (name, to_unicode(&cmap))
        };
        fonts.into_iter().map(read).collect()
    }
}

fn opened(properties: &Dictionary) -> Open {
    match (properties.get(b"MCID"), properties.get(b"ActualText")) {
        (Ok(mcid), _) => Open::Content(mcid.as_i64().unwrap()),
        (_, Ok(text)) => Open::Span(utf16(text.as_str().unwrap())),
        _ => panic!("marked content without a meaning"),
    }
}

fn shown(font: &BTreeMap<u16, String>, items: &[Object]) -> String {
    let codes = items.iter().filter_map(|item| item.as_str().ok()).flat_map(|s| s.chunks(2));
    codes
        .map(|c| {
            let code = u16::from_be_bytes([c[0], c[1]]);
            assert_ne!(code, 0, "the glyph for what is not there");
            font[&code].as_str()
        })
        .collect()
}

fn to_unicode(cmap: &str) -> BTreeMap<u16, String> {
    let hex = |s: &str| -> Vec<u8> { hex::decode(s.trim_matches(['<', '>'])).unwrap() };
    let word = |s: &str| u16::from_be_bytes(hex(s).try_into().unwrap());
    let (mut map, mut inside) = (BTreeMap::new(), "");
    for line in cmap.lines() {
        let parts: Vec<&str> = line.split_whitespace().collect();
        match parts[..] {
            [_, "beginbfchar"] => inside = "char",
            [_, "beginbfrange"] => inside = "range",
            ["endbfchar" | "endbfrange"] => inside = "",
            [code, text] if inside == "char" => {
                map.insert(word(code), utf16(&[&[0xFE, 0xFF], &hex(text)[..]].concat()));
            }
            [from, to, text] if inside == "range" => {
                for (i, code) in (word(from)..=word(to)).enumerate() {
                    let first = char::from_u32(u32::from(word(text)) + i as u32).unwrap();
                    map.insert(code, first.to_string());
                }
            }
            _ => {}
        }
    }
    map
}

type Used = BTreeMap<(ObjectId, i64), ObjectId>;

/// Walks the tag tree; returns the text below a node.
fn walk(reader: &Reader<'_>, kid: &Object, above: &str, out: &mut Vec<(String, String)>, used: &mut Used) -> String {
    let id = kid.as_reference().unwrap();
    let element = reader.pdf.get_dictionary(id).unwrap();
    let role = String::from_utf8(element.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap();
    check_nesting(reader.pdf, element, above, &role);
    let place = out.len();
    out.push((role.clone(), String::new()));
    let mut text = String::new();
    for kid in element.get(b"K").unwrap().as_array().unwrap() {
        match kid.as_dict() {
            Ok(content) => {
                let key = (
                    content.get(b"Pg").unwrap().as_reference().unwrap(),
                    content.get(b"MCID").unwrap().as_i64().unwrap(),
                );
                assert!(used.insert(key, id).is_none(), "content that stands twice in the tree");
                text.push_str(&reader.contents[&key]);
            }
            Err(_) => text.push_str(&walk(reader, kid, &role, out, used)),
        }
    }
    out[place].1 = text.trim().to_owned();
    text
}

fn check_nesting(pdf: &Document, element: &Dictionary, above: &str, role: &str) {
    let parent = pdf.get_dictionary(element.get(b"P").unwrap().as_reference().unwrap()).unwrap();
    let named = parent.get(b"S").map_or("", |s| std::str::from_utf8(s.as_name().unwrap()).unwrap());
    assert_eq!(named, above, "{role} names another parent");
    let allowed: &[&str] = match role {
        "Document" => &[""],
        "TR" => &["THead", "TBody"],
        "TH" | "TD" => &["TR"],
        "THead" | "TBody" => &["Table"],
        "LI" => &["L"],
        "Lbl" | "LBody" => &["LI"],
        _ => &["Document"],
    };
    assert!(allowed.contains(&above), "{role} in {above}");
    if role == "TH" {
        assert!(element.get(b"A").unwrap().as_dict().unwrap().get(b"Scope").is_ok());
    }
}

fn check_parent_tree(pdf: &Document, tree: &Dictionary, pages: &[ObjectId], used: &Used) {
    let numbers = dict(pdf, tree.get(b"ParentTree").unwrap()).get(b"Nums").unwrap().as_array().unwrap();
    assert_eq!(numbers.len(), 2 * pages.len());
    for (pair, page) in numbers.chunks(2).zip(pages) {
        let parents = pdf.dereference(&pair[1]).unwrap().1.as_array().unwrap();
        assert_eq!(parents.len(), used.keys().filter(|(p, _)| p == page).count());
        for (mcid, parent) in parents.iter().enumerate() {
            assert_eq!(used[&(*page, mcid as i64)], parent.as_reference().unwrap());
        }
    }
}

fn attachment(pdf: &Document, catalog: &Dictionary) -> Option<(String, String, Vec<u8>)> {
    let file = dict(pdf, &catalog.get(b"AF").ok()?.as_array().unwrap()[0]);
    let names = dict(pdf, dict(pdf, catalog.get(b"Names").unwrap()).get(b"EmbeddedFiles").unwrap());
    assert_eq!(names.get(b"Names").unwrap().as_array().unwrap().len(), 2);
    let name = utf16(file.get(b"UF").unwrap().as_str().unwrap());
    let relationship = String::from_utf8(file.get(b"AFRelationship").unwrap().as_name().unwrap().to_vec()).unwrap();
    let bytes = stream(pdf, dict(pdf, file.get(b"EF").unwrap()).get(b"F").unwrap());
    Some((name, relationship, bytes))
}
