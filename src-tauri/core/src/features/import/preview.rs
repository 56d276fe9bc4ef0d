//! A preview of a list: its sheets, its first rows, what its columns seem to be, and a request to start from.
use super::guess::dates;
use super::guess::mapping;
use super::guess::meaning::{Field, Meaning};
use super::guess::relation::{self, Kind, Said};
use super::list::{self, Headings, List};
use super::oddities::{covered, shortened};
use super::request::ImportRequest;
use super::{Column, DateOrder, store};
use crate::error::Result;
use crate::features::people::RelationKind;
use crate::features::purposes;
use crate::kernel::id::FileToken;
use crate::kernel::session::Session;
use crate::kernel::time::Timestamp;
use crate::ops::Permission;
use ledenkluis_sheets::Row;
use serde::{Deserialize, Serialize};

/// Rows that are shown, at least, to choose the row with headings from.
const TOP: usize = 12;
/// Example values per column.
const SAMPLES: usize = 3;

/// Which file to open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "ImportOpen")]
pub struct OpenRequest {
    /// The token of the chosen file.
    pub file: FileToken,
    /// A sheet, from 1; without it, the first sheet that holds a list.
    #[serde(default)]
    pub sheet: Option<usize>,
    /// The row with headings that the user chose, 0 for none; without it, the most likely row.
    #[serde(default)]
    pub header_row: Option<u32>,
}

/// A sheet to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportSheetChoice")]
pub struct SheetChoice {
    /// The name; empty for a text file.
    pub name: String,
    /// Hidden in the program that made the file.
    pub hidden: bool,
    /// The number of records: rows with content below the headings.
    pub rows: usize,
}

/// A row near the top, to choose the headings from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportTopRow")]
pub struct TopRow {
    /// The row number, from 1.
    pub number: u32,
    /// The cells as shown. Values of forbidden columns are masked.
    pub cells: Vec<String>,
}

/// A column with examples.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportPreviewColumn")]
pub struct PreviewColumn {
    /// What the column seems to be.
    #[serde(flatten)]
    pub column: Column,
    /// Up to three of the values; none if the column must not be imported.
    pub samples: Vec<String>,
}

/// A list before it is imported, and a request to start from.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "ImportPreview")]
pub struct Preview {
    /// The sheets to choose from.
    pub sheets: Vec<SheetChoice>,
    /// The number of records in the chosen sheet.
    pub rows: usize,
    /// The first rows of the chosen sheet: twelve or more, if it has them, and at most 60.
    pub top: Vec<TopRow>,
    /// The columns of the chosen sheet.
    pub columns: Vec<PreviewColumn>,
    /// Every meaning that a column can be given.
    pub meanings: Vec<Meaning>,
    /// The request to start from.
    pub request: ImportRequest,
    /// When the same file was last imported, without the import being undone; `null` if that is not known.
    pub earlier: Option<Timestamp>,
}

/// Opens a list for preview.
///
/// # Errors
/// Why it cannot be read, `permission.denied`.
pub fn open(s: &Session, req: OpenRequest) -> Result<Preview> {
    s.allow_read(Permission::ImportRun)?;
    let headings = match req.header_row {
        None => Headings::Found,
        Some(0) => Headings::Told(None),
        Some(row) => Headings::Told(Some(row)),
    };
    let list = list::load(s, req.file, req.sheet, headings)?;
    let earlier = s.read(Permission::ImportRun, |tx| store::earlier(tx, &list.hash))?;
    let fields = Field::ALL.iter().filter(|f| !matches!(f, Field::Gender | Field::Iban)).map(|f| Meaning::Field(*f));
    let asked = || purposes::all().map(|all| all.iter().filter(|p| p.asks_consent() || p.opt_out));
    let consents = asked()?.map(|p| Meaning::Consent(p.key.clone()));
    let refusals = asked()?.map(|p| Meaning::Refusal(p.key.clone()));
    let meanings: Vec<Meaning> = fields.chain(consents).chain(refusals).collect();
    let samples = mapping::values(&list.sheet, &list.layout, SAMPLES, &list.work)?;
    let columns: Vec<PreviewColumn> =
        list.columns.iter().zip(samples).map(|(c, samples)| column(c, &samples)).collect();
    let top = list.sheet.rows.iter().take(TOP.max(list.layout.header_row.map_or(0, |n| n as usize + 2)).min(60));
    let cells = |r: &Row| covered(r, &list.columns, &list.work);
    let top = top.map(|r| Ok(TopRow { number: r.number, cells: cells(r)? })).collect::<Result<_>>()?;
    let (relation, ended) = relation_of(&list);
    let request = ImportRequest {
        file: req.file,
        sheet: list.number,
        header_row: list.layout.header_row,
        columns: list.columns.iter().map(|c| c.meaning.clone().filter(|m| meanings.contains(m))).collect(),
        relation,
        ended,
        date_order: date_order(&list)?,
        decisions: vec![],
    };
    let sheet =
        |(name, hidden, rows): &(String, bool, usize)| SheetChoice { name: name.clone(), hidden: *hidden, rows: *rows };
    let sheets = list.sheets.iter().map(sheet).collect();
    Ok(Preview { sheets, rows: list.layout.records.len(), top, columns, meanings, request, earlier })
}

fn column(column: &Column, samples: &[&str]) -> PreviewColumn {
    let shown = samples.iter().filter(|_| column.blocked.is_none());
    PreviewColumn { column: column.clone(), samples: shown.map(|v| shortened(v)).collect() }
}

/// The order of dates, over all date columns together.
fn date_order(list: &List) -> Result<DateOrder> {
    let is_date = |c: &Column| {
        matches!(c.meaning, Some(Meaning::Field(Field::BirthDate | Field::MemberSince | Field::MemberUntil)))
    };
    let all = mapping::values(&list.sheet, &list.layout, mapping::WEIGHED, &list.work)?;
    let dates = list.columns.iter().zip(&all).filter(|(c, _)| is_date(c));
    Ok(dates::order_of(dates.flat_map(|(_, values)| values.iter().copied())).0)
}

/// The default relation, and whether it has ended: a sheet or file with donors, or former members, in its name is a list
/// of those. The name of the sheet is nearer to its rows than that of the file.
fn relation_of(list: &List) -> (RelationKind, bool) {
    let kind = |kind: Kind| match kind {
        Kind::Donor => RelationKind::Donor,
        Kind::Volunteer => RelationKind::Volunteer,
        Kind::Contact => RelationKind::Contact,
        Kind::Member | Kind::Usual => RelationKind::Member,
    };
    // A file can be named after some of its rows; a column that says who is what knows better.
    let says = |m: &Meaning| {
        matches!(m, Meaning::Field(Field::Relation | Field::Status | Field::Deceased | Field::MemberUntil))
    };
    let told = list.columns.iter().filter_map(|c| c.meaning.as_ref()).any(says);
    let of_sheet = relation::of_name(&list.sheet.name);
    match of_sheet.or_else(|| relation::of_file(&list.file_name)) {
        Some(Said::Runs(named)) => (kind(named), false),
        Some(Said::Ended(named)) => (kind(named), of_sheet.is_some() || !told),
        _ => (RelationKind::Member, false),
    }
}
