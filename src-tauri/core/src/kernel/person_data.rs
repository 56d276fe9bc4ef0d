//! What every feature that knows something about a person must be able to do: show it, and forget it. `export` and
//! `erasure` go through this list and know no feature; `tests/contract/holders.rs` fails if a table is forgotten.
use crate::error::Result;
use crate::kernel::id::PersonId;
use crate::kernel::session::{ReadTx, WriteTx};
use crate::kernel::time::{Date, Timestamp};
use serde::Serialize;
use uuid::Uuid;

/// A value in a report. The words around it come from the texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
pub enum Value {
    /// As the person or the association wrote it.
    Text(String),
    /// A day.
    Date(Date),
    /// A moment.
    Instant(Timestamp),
    /// Euro cents.
    Cents(#[ts(type = "number")] i64),
    /// A word of the program: the id of a text.
    Word(String),
    /// Held in a compartment that the maker of the report has no key for.
    Sealed,
}

/// The label of a datum that names another: that one came from where this record says, whatever its own block says.
pub const FIELD_FROM_HERE: &str = "source-field";

/// One datum: what it is called and what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Datum {
    /// The id of its name in the texts: `person-field-surname`.
    pub label: String,
    /// What it says.
    pub value: Value,
}

impl Datum {
    /// A datum.
    pub fn new(label: impl Into<String>, value: Value) -> Self {
        Datum { label: label.into(), value }
    }

    /// A text, unless it is empty: what is not known is not a datum.
    pub fn text(label: &str, value: &str) -> Option<Self> {
        (!value.is_empty()).then(|| Datum::new(label, Value::Text(value.to_owned())))
    }
}

/// One record of a holder: a relation, a consent, a gift.
pub type Record = Vec<Datum>;

/// What one holder knows about one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Block {
    /// The holder's name: `people`.
    pub holder: String,
    /// The id of the heading in the texts: `holder-people-identity`.
    pub title: String,
    /// Keys of the purposes that this is kept for: `member_admin`.
    pub purposes: Vec<String>,
    /// Where it came from: the id of a text, `source-entered` or `source-imported`.
    pub source: String,
    /// The records.
    pub records: Vec<Record>,
}

/// How far an erasure goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Everything.
    Whole,
    /// All but name, address and what the tax law makes the association keep (art. 17(3)(b) AVG).
    KeepFiscal {
        /// The last day that it must be kept.
        until: Date,
        /// What belongs to a book year that ended before this day must not be kept any more.
        from: Date,
    },
}

/// What went, for the ledger: enough to take the same away again, and no more, from a copy that is put back.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gone {
    /// The table of the row.
    pub table: &'static str,
    /// The row's random id. A note and its person share one, so the table belongs to it.
    pub id: Uuid,
    /// `row` for all of it, or the name of the field that was emptied.
    pub scope: &'static str,
    /// Until when the rest of the row must be kept, where it must.
    pub kept_until: Option<Date>,
}

/// What a holder erased.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Erased {
    /// What went, for the ledger.
    pub gone: Vec<Gone>,
    /// How many of what: the id of a text with `$count`, and the number.
    pub counts: Vec<(String, u32)>,
}

impl Erased {
    /// Adds rows of one kind, to be counted.
    pub fn add(&mut self, what: &str, table: &'static str, ids: Vec<Uuid>) {
        if !ids.is_empty() {
            self.counts.push((what.to_owned(), u32::try_from(ids.len()).unwrap_or(u32::MAX)));
            self.rows(table, ids);
        }
    }

    /// Adds rows that nobody counts.
    pub fn rows(&mut self, table: &'static str, ids: Vec<Uuid>) {
        self.gone.extend(ids.into_iter().map(|id| Gone { table, id, scope: "row", kept_until: None }));
    }

    /// Adds fields that were emptied in a row that must stay until a day.
    pub fn emptied(&mut self, table: &'static str, id: Uuid, fields: &[&'static str], until: Date) {
        self.gone.extend(fields.iter().map(|scope| Gone { table, id, scope, kept_until: Some(until) }));
    }
}

/// A feature that holds personal data.
pub trait PersonData: Sync {
    /// The feature's name.
    fn name(&self) -> &'static str;

    /// Its tables that refer to `person`, directly or through another.
    fn tables(&self) -> &'static [&'static str];

    /// Everything it knows about a person.
    ///
    /// # Errors
    /// When the database fails.
    fn export(&self, tx: &ReadTx<'_>, person: PersonId) -> Result<Vec<Block>>;

    /// Under which other names the trail tells what was done with a person's data: a run over many people.
    ///
    /// # Errors
    /// When the database fails.
    fn subjects(&self, _: &ReadTx<'_>, _: PersonId) -> Result<Vec<Uuid>> {
        Ok(vec![])
    }

    /// What an erasure would take, without taking it: the id of a text with `$count`, and the number.
    ///
    /// # Errors
    /// When the database fails.
    fn count(&self, tx: &ReadTx<'_>, person: PersonId, scope: Scope) -> Result<Vec<(String, u32)>>;

    /// Erases a person.
    ///
    /// # Errors
    /// When the database fails; the caller's transaction rolls back.
    fn erase(&self, tx: &WriteTx<'_>, person: PersonId, scope: Scope) -> Result<Erased>;

    /// Takes texts of people who are gone out of what is no row of theirs, such as the name of a file that was imported.
    ///
    /// # Errors
    /// When the database fails; the caller's transaction rolls back.
    fn scrub(&self, _tx: &WriteTx<'_>, _strings: &[String]) -> Result<()> {
        Ok(())
    }
}
