//! What every feature that holds personal data must support: showing it and erasing it. `export` and `erasure` go
//! through the list of holders without knowing the features. `tests/contract/holders.rs` fails if a table is missing.
use crate::error::Result;
use crate::kernel::id::PersonId;
use crate::kernel::session::{ReadTx, WriteTx};
use crate::kernel::time::{Date, Timestamp};
use serde::Serialize;
use uuid::Uuid;

/// A value in a report. Labels come from the locale files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
pub enum Value {
    /// Text as the person or the association wrote it.
    Text(String),
    /// A day: `YYYY-MM-DD` in JSON.
    Date(Date),
    /// A moment: milliseconds since 1970 in JSON.
    Instant(Timestamp),
    /// Euro cents.
    Cents(#[ts(type = "number")] i64),
    /// A word supplied by the program: the id of a locale text.
    Word(String),
    /// In a compartment for which the author of the report has no key.
    Sealed,
}

/// The label of a datum that names another field. The value of that field came from where this record says, whatever
/// the block of the field gives as its source.
pub const FIELD_FROM_HERE: &str = "source-field";

/// One labelled value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Datum {
    /// The text id of the label: `person-field-surname`.
    pub label: String,
    /// The value.
    pub value: Value,
}

impl Datum {
    /// `label` is a text id: `person-field-surname`.
    pub fn new(label: impl Into<String>, value: Value) -> Self {
        Datum { label: label.into(), value }
    }

    /// A text datum, or `None` for an empty string: what is not known is left out.
    pub fn text(label: &str, value: &str) -> Option<Self> {
        (!value.is_empty()).then(|| Datum::new(label, Value::Text(value.to_owned())))
    }
}

/// One record of a holder, such as a relation, a consent or a gift.
pub type Record = Vec<Datum>;

/// What one holder has about one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Block {
    /// The name of the holder: `people`.
    pub holder: String,
    /// The text id of the heading: `holder-people-identity`.
    pub title: String,
    /// The keys of the purposes for which this is kept: `member_admin`.
    pub purposes: Vec<String>,
    /// The source of the data, as a text id: `source-entered`, `source-imported`, `source-subject` or
    /// `source-program`.
    pub source: String,
    /// One for each thing that the holder keeps, such as a relation or a gift.
    pub records: Vec<Record>,
}

/// How far an erasure goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Everything goes.
    Whole,
    /// Everything goes except the name, the address and what tax law requires the association to keep (art. 17(3)(b)
    /// AVG).
    KeepFiscal {
        /// The last day on which it must be kept.
        until: Date,
        /// Records of book years that ended before this day are no longer kept.
        from: Date,
    },
}

/// What was erased, for the ledger: just enough to erase it again if an old copy is restored.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gone {
    /// The table of the row.
    pub table: &'static str,
    /// The random id of the row. A note and its person share one id, so the table is needed too.
    pub id: Uuid,
    /// `row` for the whole row, or the name of the emptied field.
    pub scope: &'static str,
    /// The date until which the rest of the row must be kept, if it must.
    pub kept_until: Option<Date>,
}

/// The result of an erasure by one holder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Erased {
    /// The erased rows and fields, for the ledger.
    pub gone: Vec<Gone>,
    /// Counts to report: a text id with `$count`, and the number.
    pub counts: Vec<(String, u32)>,
}

impl Erased {
    /// Adds rows of one kind and counts them.
    pub fn add(&mut self, what: &str, table: &'static str, ids: Vec<Uuid>) {
        if !ids.is_empty() {
            self.counts.push((what.to_owned(), u32::try_from(ids.len()).unwrap_or(u32::MAX)));
            self.rows(table, ids);
        }
    }

    /// Adds rows without counting them.
    pub fn rows(&mut self, table: &'static str, ids: Vec<Uuid>) {
        self.gone.extend(ids.into_iter().map(|id| Gone { table, id, scope: "row", kept_until: None }));
    }

    /// Adds emptied fields of a row that must stay until a given date.
    pub fn emptied(&mut self, table: &'static str, id: Uuid, fields: &[&'static str], until: Date) {
        self.gone.extend(fields.iter().map(|scope| Gone { table, id, scope, kept_until: Some(until) }));
    }
}

/// A feature that holds personal data.
pub trait PersonData: Sync {
    /// The name of the feature: `people`.
    fn name(&self) -> &'static str;

    /// The tables of this feature that refer to `person`, directly or through another table.
    fn tables(&self) -> &'static [&'static str];

    /// Everything this feature has about a person.
    ///
    /// # Errors
    /// When the database fails.
    fn export(&self, tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<Block>>;

    /// The other subjects under which the trail records actions on a person's data, such as a run over many people.
    ///
    /// # Errors
    /// When the database fails.
    fn subjects(&self, _: &ReadTx<'_>, _: PersonId) -> Result<Vec<Uuid>> {
        Ok(vec![])
    }

    /// What an erasure would remove, without removing it: text ids with `$count`, and the numbers.
    ///
    /// # Errors
    /// When the database fails.
    fn count(&self, tx: &ReadTx<'_>, person: PersonId, scope: Scope) -> Result<Vec<(String, u32)>>;

    /// Erases the data of a person.
    ///
    /// # Errors
    /// When the database fails; the caller's transaction rolls back.
    fn erase(&self, tx: &WriteTx<'_>, person: PersonId, scope: Scope) -> Result<Erased>;

    /// Removes strings about erased people from rows that are not about them, such as the name of an imported file.
    ///
    /// # Errors
    /// When the database fails; the caller's transaction rolls back.
    fn scrub(&self, _tx: &WriteTx<'_>, _strings: &[String]) -> Result<()> {
        Ok(())
    }
}
