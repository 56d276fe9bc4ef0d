//! Adds what the PDF writer leaves out: tags, language, metadata, colour profile, outline, attachment, and an id that
//! only depends on the content, so that the same document gives the same file.
use super::fault::{OrFault, Reason, Result};
use super::laid::{Entry, Laid, PAGE_HEIGHT, Painted};
use super::model::{Attachment, Doc};
use super::words::text;
use super::{tags, xmp};
use lopdf::{Document, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};
use uuid::Uuid;

const SRGB: &[u8] = include_bytes!("../../../assets/print/srgb.icc");

/// Completes a painted document and serialises it.
pub(crate) fn finish(
    mut pdf: Document,
    doc: &Doc,
    laid: &Laid,
    painted: &[Painted],
    attachment: Option<&Attachment>,
) -> Result<Vec<u8>> {
    let id = identity(doc, attachment)?;
    let pages: Vec<ObjectId> = pdf.get_pages().into_values().collect();
    let tree = tags::write(&mut pdf, laid, painted, &pages)?;
    let outline = outline(&mut pdf, &laid.outline, &pages);
    let packet = xmp::packet(doc, &id.to_string());
    let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let metadata = pdf.add_object(Stream::new(kind, packet.into_bytes()).with_compression(false));
    let intent = intent(&mut pdf);
    let file = attachment.map(|attachment| attach(&mut pdf, doc, attachment));

    let catalog = pdf.catalog_mut().or_fault(Reason::Writer)?;
    catalog.set("Lang", text(&doc.language));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("StructTreeRoot", tree);
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![intent.into()]);
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
    }
    if let (Some(file), Some(attachment)) = (file, attachment) {
        catalog.set("AF", vec![file.into()]);
        let names: Vec<Object> = vec![text(&attachment.name), file.into()];
        catalog.set("Names", dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } });
    }
    write(pdf, doc, id)
}

/// An id by content: the same in every copy of this version of the program.
fn identity(doc: &Doc, attachment: Option<&Attachment>) -> Result<Uuid> {
    let mut hash = Sha256::new();
    hash.update(env!("CARGO_PKG_VERSION"));
    hash.update(serde_json::to_vec(doc).or_fault(Reason::Identity)?);
    if let Some(attachment) = attachment {
        hash.update(&attachment.bytes);
    }
    let mut id = [0; 16];
    id.copy_from_slice(&hash.finalize()[..16]);
    Ok(uuid::Builder::from_custom_bytes(id).into_uuid())
}

fn outline(pdf: &mut Document, entries: &[Entry], pages: &[ObjectId]) -> Option<ObjectId> {
    let root = pdf.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| pdf.new_object_id()).collect();
    let (first, last) = (*ids.first()?, *ids.last()?);
    for (i, entry) in entries.iter().enumerate() {
        let mut item = dictionary! { "Title" => text(&entry.title), "Parent" => root };
        if let Some(page) = pages.get(entry.page) {
            let y = Object::Real(PAGE_HEIGHT - entry.y);
            item.set("Dest", vec![(*page).into(), "XYZ".into(), Object::Null, y, Object::Null]);
        }
        if let Some(before) = i.checked_sub(1).and_then(|i| ids.get(i)) {
            item.set("Prev", *before);
        }
        if let Some(next) = ids.get(i + 1) {
            item.set("Next", *next);
        }
        pdf.objects.insert(ids[i], item.into());
    }
    let outline = dictionary! { "Type" => "Outlines", "First" => first, "Last" => last, "Count" => ids.len() as i64 };
    pdf.objects.insert(root, outline.into());
    Some(root)
}

fn intent(pdf: &mut Document) -> ObjectId {
    let profile = pdf.add_object(Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec()));
    pdf.add_object(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB"),
        "DestOutputProfile" => profile,
    })
}

fn attach(pdf: &mut Document, doc: &Doc, attachment: &Attachment) -> ObjectId {
    let made = Object::string_literal(date(doc));
    let kind = dictionary! {
        "Type" => "EmbeddedFile",
        "Subtype" => Object::Name(attachment.media_type.as_bytes().to_vec()),
        "Params" => dictionary! { "Size" => attachment.bytes.len() as i64, "ModDate" => made },
    };
    let stream = pdf.add_object(Stream::new(kind, attachment.bytes.clone()));
    pdf.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => text(&attachment.name),
        "UF" => text(&attachment.name),
        "Desc" => text(&attachment.description),
        "AFRelationship" => "Data",
        "EF" => dictionary! { "F" => stream, "UF" => stream },
    })
}

fn write(mut pdf: Document, doc: &Doc, id: Uuid) -> Result<Vec<u8>> {
    let made = Object::string_literal(date(doc));
    let about = dictionary! {
        "Title" => text(&doc.title),
        "Author" => text(&doc.author),
        "Creator" => text("Ledenkluis"),
        "Producer" => text("Ledenkluis"),
        "CreationDate" => made.clone(),
        "ModDate" => made,
    };
    let about = pdf.add_object(about);
    if let Ok(old) = pdf.trailer.get(b"Info").and_then(Object::as_reference) {
        pdf.objects.remove(&old);
    }
    let id = Object::String(id.as_bytes().to_vec(), StringFormat::Hexadecimal);
    pdf.trailer.set("Info", about);
    pdf.trailer.set("ID", vec![id.clone(), id]);
    pdf.version = "1.7".into();
    pdf.compress();
    let mut bytes = vec![];
    pdf.save_modern(&mut bytes).or_fault(Reason::Writer)?;
    Ok(bytes)
}

fn date(doc: &Doc) -> String {
    doc.made_at.format("D:%Y%m%d%H%M%SZ").to_string()
}
