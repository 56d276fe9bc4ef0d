//! A laid-out document: what is where on which page, and the tag tree that says what it is. This is the boundary
//! between layout and PDF. Lengths are in points, from the top left corner.
use super::text::Line;
use std::collections::BTreeSet;

/// The width of A4 in points.
pub(crate) const PAGE_WIDTH: f32 = 595.28;
/// The height of A4 in points.
pub(crate) const PAGE_HEIGHT: f32 = 841.89;

/// Index into `Laid::nodes`.
pub(crate) type NodeId = usize;

/// The structural role of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Document,
    Heading(u8),
    Paragraph,
    List,
    Item,
    Label,
    Body,
    Table,
    TableHead,
    TableBody,
    Row,
    ColumnHead,
    RowHead,
    Cell,
}

impl Role {
    /// The name of the role in PDF.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Role::Document => "Document",
            Role::Heading(1) => "H1",
            Role::Heading(2) => "H2",
            Role::Heading(_) => "H3",
            Role::Paragraph => "P",
            Role::List => "L",
            Role::Item => "LI",
            Role::Label => "Lbl",
            Role::Body => "LBody",
            Role::Table => "Table",
            Role::TableHead => "THead",
            Role::TableBody => "TBody",
            Role::Row => "TR",
            Role::ColumnHead | Role::RowHead => "TH",
            Role::Cell => "TD",
        }
    }
}

/// A node of the tag tree.
pub(crate) struct Node {
    pub(crate) role: Role,
    pub(crate) children: Vec<NodeId>,
}

/// What something on a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Decoration, a footer, a repeated table head: screen readers skip it.
    Artifact,
    Node(NodeId),
}

/// A colour: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Ink(pub(crate) f32, pub(crate) f32, pub(crate) f32);

/// Something that is painted on a page.
pub(crate) enum Item {
    Text { x: f32, baseline: f32, size: f32, ink: Ink, line: Line },
    Fill { x: f32, y: f32, width: f32, height: f32, ink: Ink },
}

#[derive(Default)]
pub(crate) struct Page {
    pub(crate) items: Vec<(Mark, Item)>,
}

/// An entry of the outline that PDF viewers show.
pub(crate) struct Entry {
    pub(crate) title: String,
    pub(crate) page: usize,
    pub(crate) y: f32,
}

pub(crate) struct Laid {
    pub(crate) pages: Vec<Page>,
    pub(crate) nodes: Vec<Node>,
    pub(crate) outline: Vec<Entry>,
    pub(crate) missing: BTreeSet<char>,
}

/// A piece of marked content: its node, its page, and its number on that page.
pub(crate) struct Painted {
    pub(crate) node: NodeId,
    pub(crate) page: usize,
    pub(crate) mcid: i64,
}
