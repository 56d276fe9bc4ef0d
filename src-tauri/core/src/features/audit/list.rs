//! The newest rows of the trail. `people::whole_trail` adds whom they are about.
use crate::error::Result;
use crate::kernel::id::UserId;
use crate::kernel::session::ReadTx;
use crate::kernel::time::Timestamp;
use crate::kernel::trail::Wanted;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Which rows of the whole trail to return.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "TrailRequest")]
pub struct ListRequest {
    /// At most this many; 200 if not given.
    #[serde(default)]
    pub limit: Option<u32>,
    /// Only what this user did or tried.
    #[serde(default)]
    pub actor: Option<UserId>,
    /// Leave out what the program did for its own sake, such as keeping unsaved input; what was denied stays.
    #[serde(default)]
    pub no_technical: bool,
}

/// The number of rows if none is given.
pub(crate) const LIMIT: u32 = 200;

/// One row of the trail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "TrailLine")]
pub struct Line {
    /// Its position in the chain, from 1.
    #[ts(type = "number")]
    pub seq: i64,
    /// When it was done or denied.
    pub at: Timestamp,
    /// The user who did it or tried to; no row is written without one.
    pub actor: Option<UserId>,
    /// The name of that user, also if they have left.
    pub actor_name: Option<String>,
    /// The op's stable code; its name is the text `op-<code>`.
    pub op: String,
    /// Was it done? `false` if it was denied.
    pub done: bool,
    /// The id of the person or thing it is about.
    #[ts(type = "string | null")]
    pub subject: Option<Uuid>,
    /// How many rows or people it affected.
    #[ts(type = "number")]
    pub count: i64,
    /// Names of the changed fields, never their values.
    pub fields: Vec<String>,
    /// Whom it is about; only filled in the whole trail.
    pub about: About,
}

/// Whom a row is about, as far as this role may know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// Nobody, or nobody that this role sees.
    Nobody,
    /// The name of the person or the user.
    Named(String),
    /// A person in no list of this role: restricted, or kept for tax law only.
    NotListed,
    /// A person who was erased.
    Erased,
}

/// The newest rows about a subject, or of all rows.
pub(crate) fn lines(tx: &ReadTx<'_>, subject: Option<Uuid>, limit: u32) -> Result<Vec<Line>> {
    read(tx, Wanted { subject, ..Wanted::default() }, limit)
}

/// The newest rows that were asked for.
pub(crate) fn newest(tx: &ReadTx<'_>, req: ListRequest) -> Result<Vec<Line>> {
    let ListRequest { limit, actor, no_technical } = req;
    read(tx, Wanted { subject: None, actor, no_technical }, limit.unwrap_or(LIMIT))
}

fn read(tx: &ReadTx<'_>, wanted: Wanted, limit: u32) -> Result<Vec<Line>> {
    let names = tx.user_names()?;
    let name_of = |id: UserId| names.iter().find(|(i, _)| *i == id).map(|(_, n)| n.clone());
    let line = |e: crate::kernel::trail::Entry| Line {
        seq: e.seq,
        at: e.at,
        actor: e.actor,
        actor_name: e.actor.and_then(name_of),
        op: e.op,
        done: e.done,
        subject: e.subject,
        count: e.count,
        fields: e.fields.split_whitespace().map(str::to_owned).collect(),
        about: About::Nobody,
    };
    Ok(tx.trail(wanted, limit)?.into_iter().map(line).collect())
}
