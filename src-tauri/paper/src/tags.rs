//! Writes the tag tree: which node is a heading, a row or a column head, and which painted content belongs to it.
use super::fault::{OrFault, Reason, Result};
use super::laid::{Laid, NodeId, Painted, Role};
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

/// Writes the tree and links the pages to it; returns its root.
pub(crate) fn write(pdf: &mut Document, laid: &Laid, painted: &[Painted], pages: &[ObjectId]) -> Result<ObjectId> {
    let root = pdf.new_object_id();
    let ids: Vec<ObjectId> = laid.nodes.iter().map(|_| pdf.new_object_id()).collect();
    let mut parents = vec![root; ids.len()];
    for (node, id) in laid.nodes.iter().zip(&ids) {
        for child in &node.children {
            parents[*child] = *id;
        }
    }
    for (i, node) in laid.nodes.iter().enumerate() {
        let mut kids: Vec<Object> = node.children.iter().map(|child| ids[*child].into()).collect();
        kids.extend(painted.iter().filter(|p| p.node == i).map(|p| content(p, pages)));
        let mut element = dictionary! {
            "Type" => "StructElem",
            "S" => role(node.role),
            "P" => parents[i],
            "K" => kids,
        };
        if let Some(attributes) = attributes(node.role) {
            element.set("A", attributes);
        }
        pdf.objects.insert(ids[i], element.into());
    }
    let mut numbers = vec![];
    for (number, page) in pages.iter().enumerate() {
        let nodes: Vec<Object> = painted.iter().filter(|p| p.page == number).map(|p| ids[p.node].into()).collect();
        numbers.push(Object::Integer(number as i64));
        numbers.push(pdf.add_object(nodes).into());
        let page = pdf.get_dictionary_mut(*page).or_fault(Reason::Writer)?;
        page.set("StructParents", number as i64);
        page.set("Tabs", name("S"));
        page.remove(b"Annots");
    }
    let parent_tree = pdf.add_object(dictionary! { "Nums" => numbers });
    let first: NodeId = 0;
    let tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => vec![ids[first].into()],
        "ParentTree" => parent_tree,
        "ParentTreeNextKey" => pages.len() as i64,
    };
    pdf.objects.insert(root, tree.into());
    Ok(root)
}

fn name(text: &str) -> Object {
    Object::Name(text.into())
}

fn role(role: Role) -> Object {
    name(role.name())
}

/// A node may have content on several pages, so each reference names its page.
fn content(painted: &Painted, pages: &[ObjectId]) -> Object {
    let mut reference = dictionary! { "Type" => "MCR", "MCID" => painted.mcid };
    if let Some(page) = pages.get(painted.page) {
        reference.set("Pg", *page);
    }
    reference.into()
}

fn attributes(role: Role) -> Option<Dictionary> {
    match role {
        Role::ColumnHead => Some(dictionary! { "O" => "Table", "Scope" => "Column" }),
        Role::RowHead => Some(dictionary! { "O" => "Table", "Scope" => "Row" }),
        Role::List => Some(dictionary! { "O" => "List", "ListNumbering" => "None" }),
        _ => None,
    }
}
