//! The access report (art. 15 AVG) as data: paper and JSON both come from this, so they cannot tell different things.
//! `assets/schemas/access-report-1.schema.json` lays down its form.
use crate::features::people::Restriction;
use crate::features::purposes::Basis;
use crate::kernel::id::PersonId;
use crate::kernel::person_data::Value;
use crate::kernel::time::{Date, Timestamp};
use serde::{Serialize, Serializer};

/// Everything that the vault knows about one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The schema that it follows.
    pub schema: &'static str,
    /// Its number: `2026-0001`.
    pub number: String,
    /// The language of its words.
    pub language: &'static str,
    /// When it was made.
    #[serde(serialize_with = "rfc3339")]
    pub made_at: Timestamp,
    /// Who keeps the data.
    pub association: Association,
    /// About whom.
    pub person: Subject,
    /// Is something in it that the maker has no key for?
    pub sealed: bool,
    /// What the data are used for.
    pub purposes: Vec<Use>,
    /// How long what is kept of this person.
    pub keeps: Vec<Keep>,
    /// The data, holder by holder.
    pub data: Vec<Section>,
    /// Whom data were given to.
    pub recipients: Vec<Recipient>,
    /// What was done with them, newest first.
    pub trail: Vec<Event>,
    /// Does a computer decide about the person? The program never does.
    pub automated_decisions: bool,
    /// Do data go outside the European Economic Area? The program sends nothing.
    pub transfer_outside_eea: bool,
    /// The rights of the person.
    pub rights: Vec<Right>,
    /// Where to complain.
    pub complaint: String,
}

/// Who keeps the data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Association {
    /// Its name.
    pub name: String,
    /// Where to ask; empty if none was set.
    pub privacy_email: String,
    /// ISO 3166-1.
    pub country: String,
}

/// About whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Subject {
    /// The id in the vault.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// Is the use of the data restricted, and why?
    pub restricted: Option<Restriction>,
}

/// A purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Use {
    /// Its stable name.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Why it is allowed (art. 6 AVG).
    pub basis: Basis,
    /// The same in words.
    pub basis_name: String,
    /// How long, in words.
    pub term: String,
}

/// How long something is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Keep {
    /// What.
    pub what: String,
    /// Since when, if known.
    pub from: Option<Date>,
    /// The last day; `null` while it has no end.
    pub until: Option<Date>,
    /// The end in words.
    pub until_words: String,
    /// The rule, if one counts: `R01`.
    pub rule: Option<String>,
}

/// What one holder knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// The holder.
    pub holder: String,
    /// Its heading.
    pub title: String,
    /// The names of the purposes, as `key` above has them.
    pub purposes: Vec<String>,
    /// Where it came from, in words.
    pub source: String,
    /// The records.
    pub records: Vec<Vec<Item>>,
}

/// One datum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Its stable name.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it says, for a computer.
    #[serde(flatten)]
    pub value: Value,
    /// What it says, as printed.
    pub text: String,
}

/// Somebody whom data were given to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Recipient {
    /// Whom.
    pub to: String,
    /// When.
    #[serde(serialize_with = "rfc3339")]
    pub at: Timestamp,
    /// What.
    pub what: String,
}

/// Something that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Event {
    /// When.
    #[serde(serialize_with = "rfc3339")]
    pub at: Timestamp,
    /// The stable name.
    pub op: String,
    /// In words.
    pub what: String,
    /// Was it allowed?
    pub done: bool,
    /// Names of the changed fields.
    pub fields: Vec<String>,
}

/// A right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Right {
    /// Its stable name.
    pub key: &'static str,
    /// In words, with the article.
    pub text: String,
}

fn rfc3339<S: Serializer>(at: &Timestamp, s: S) -> Result<S::Ok, S::Error> {
    s.serialize_str(&at.to_rfc3339())
}
