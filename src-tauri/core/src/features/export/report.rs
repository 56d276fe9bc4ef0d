//! The access report (art. 15 AVG) as data. The PDF and the JSON both come from this, so they cannot differ.
//! `assets/schemas/access-report-1.schema.json` defines its form.
use crate::features::people::Restriction;
use crate::features::purposes::Basis;
use crate::kernel::id::PersonId;
use crate::kernel::person_data::Value;
use crate::kernel::time::{Date, Timestamp};
use serde::{Serialize, Serializer};

/// Everything that the vault knows about one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The schema of the JSON: `urn:ledenkluis:access-report:1`.
    pub schema: &'static str,
    /// The number: `2026-0001`.
    pub number: String,
    /// The language tag of the texts: `nl`.
    pub language: &'static str,
    /// When it was made; RFC 3339 in the JSON.
    #[serde(serialize_with = "rfc3339")]
    pub made_at: Timestamp,
    /// The controller of the data.
    pub association: Association,
    /// Whom it is about.
    pub person: Subject,
    /// Whether values are withheld because the user who made the report has no key for them.
    pub sealed: bool,
    /// The purposes that the data name, each once.
    pub purposes: Vec<Use>,
    /// What is kept of this person, and for how long.
    pub keeps: Vec<Keep>,
    /// The data, by holder; the person's own record first.
    pub data: Vec<Section>,
    /// Who received data, oldest first.
    pub recipients: Vec<Recipient>,
    /// What was done with the data, newest first.
    pub trail: Vec<Event>,
    /// Whether decisions are automated. This program never makes any.
    pub automated_decisions: bool,
    /// Whether data leave the European Economic Area. This program sends nothing.
    pub transfer_outside_eea: bool,
    /// The rights of the person.
    pub rights: Vec<Right>,
    /// How to complain to the supervisory authority.
    pub complaint: String,
}

/// The controller of the data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Association {
    /// The name, from the settings.
    pub name: String,
    /// The e-mail address for questions; empty if none is set.
    pub privacy_email: String,
    /// The country code (ISO 3166-1).
    pub country: String,
}

/// The person whom the report is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Subject {
    /// The id in the vault.
    pub id: PersonId,
    /// The name as people say it: `Anneke van den Berg`.
    pub name: String,
    /// Whether processing is restricted, and why.
    pub restricted: Option<Restriction>,
}

/// A purpose of the processing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Use {
    /// The stable key: `member_admin`.
    pub key: String,
    /// The name in the language of the report.
    pub name: String,
    /// The legal basis (art. 6 AVG).
    pub basis: Basis,
    /// The legal basis in words.
    pub basis_name: String,
    /// The retention period in words.
    pub term: String,
}

/// How long something is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Keep {
    /// What is kept, in words.
    pub what: String,
    /// The first day, if known.
    pub from: Option<Date>,
    /// The last day; `null` if the end is not known yet.
    pub until: Option<Date>,
    /// The end in words, also where `until` is `null`.
    pub until_words: String,
    /// The retention rule, if one applies: `R01`.
    pub rule: Option<String>,
}

/// The data of one holder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// The name of the holder: `people`.
    pub holder: String,
    /// The heading in the language of the report.
    pub title: String,
    /// The purposes, by their `key`.
    pub purposes: Vec<String>,
    /// The source of the data, in words.
    pub source: String,
    /// One for each thing that the holder keeps, such as a relation or a gift.
    pub records: Vec<Vec<Item>>,
}

/// One labelled value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// The text id of the label: `person-field-surname`.
    pub id: String,
    /// The label in words.
    pub name: String,
    /// The value, machine-readable.
    #[serde(flatten)]
    pub value: Value,
    /// The value as printed.
    pub text: String,
}

/// A recipient of data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Recipient {
    /// Who received them, in words.
    pub to: String,
    /// When; RFC 3339 in the JSON.
    #[serde(serialize_with = "rfc3339")]
    pub at: Timestamp,
    /// What was given, in words.
    pub what: String,
}

/// An entry of the audit log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Event {
    /// When; RFC 3339 in the JSON.
    #[serde(serialize_with = "rfc3339")]
    pub at: Timestamp,
    /// The op's stable code: `person.create`.
    pub op: String,
    /// The operation in words.
    pub what: String,
    /// Whether it was done; false if it was refused.
    pub done: bool,
    /// The names of the changed fields.
    pub fields: Vec<String>,
}

/// A right of the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Right {
    /// The stable key: `rectification`.
    pub key: &'static str,
    /// The right in words, with its article.
    pub text: String,
}

fn rfc3339<S: Serializer>(at: &Timestamp, s: S) -> Result<S::Ok, S::Error> {
    s.serialize_str(&at.to_rfc3339())
}
