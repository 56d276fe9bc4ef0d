//! The trail: who did what to whom, when. Rows are only ever added; each holds the hash of the row before, so that a
//! changed row is found, and a removed one that others follow. Never a name or a value.
//!
//! What the chain does not tell: that its last rows were cut off, or that all of it was written anew by somebody who has a
//! key of the vault and a tool of his own. The hashes are no signatures.
use crate::error::Result;
use crate::kernel::id::{ReplicaId, UserId};
use crate::kernel::time::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// One row of the trail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Place in this copy's chain, from 1.
    pub seq: i64,
    /// The copy of the vault it was written in.
    pub replica: ReplicaId,
    /// When.
    pub at: Timestamp,
    /// Who; `None` for the program itself.
    pub actor: Option<UserId>,
    /// The op's stable code.
    pub op: String,
    /// Was it allowed?
    pub done: bool,
    /// About whom or what, if one.
    pub subject: Option<Uuid>,
    /// How many rows or people.
    pub count: i64,
    /// Names of the changed fields.
    pub fields: String,
    /// SHA-256 over the row before and this one.
    pub hash: Vec<u8>,
}

const COLUMNS: &str = "seq, replica, at, actor, op, outcome, subject, count, fields, hash";

fn from_row(r: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        seq: r.get("seq")?,
        replica: r.get("replica")?,
        at: r.get("at")?,
        actor: r.get("actor")?,
        op: r.get("op")?,
        done: r.get::<_, String>("outcome")? == "done",
        subject: r.get::<_, Option<Vec<u8>>>("subject")?.and_then(|b| Uuid::from_slice(&b).ok()),
        count: r.get("count")?,
        fields: r.get("fields")?,
        hash: r.get("hash")?,
    })
}

fn digest(before: &[u8], e: &Entry) -> Vec<u8> {
    let mut h = Sha256::new();
    let mut part = |bytes: &[u8]| {
        h.update((bytes.len() as u64).to_be_bytes());
        h.update(bytes);
    };
    part(b"ledenkluis/trail/1");
    part(before);
    part(&e.seq.to_be_bytes());
    part(e.replica.0.as_bytes());
    part(&e.at.0.to_be_bytes());
    part(e.actor.as_ref().map_or(&[][..], |a| a.0.as_bytes()));
    part(e.op.as_bytes());
    part(&[u8::from(e.done)]);
    part(e.subject.as_ref().map_or(&[][..], |s| s.as_bytes()));
    part(&e.count.to_be_bytes());
    part(e.fields.as_bytes());
    h.finalize().to_vec()
}

/// Appends an entry; `seq` and `hash` are filled in here.
pub(crate) fn append(conn: &Connection, mut entry: Entry) -> Result<()> {
    let last: Option<(i64, Vec<u8>)> = conn
        .query_row("SELECT seq, hash FROM trail ORDER BY seq DESC LIMIT 1", [], |r| Ok((r.get(0)?, r.get(1)?)))
        .optional()?;
    let (seq, before) = last.unwrap_or_default();
    entry.seq = seq + 1;
    entry.hash = digest(&before, &entry);
    conn.execute(
        "INSERT INTO trail (seq, replica, at, actor, op, outcome, subject, count, fields, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            entry.seq,
            entry.replica,
            entry.at,
            entry.actor,
            entry.op,
            if entry.done { "done" } else { "denied" },
            entry.subject.map(|s| s.as_bytes().to_vec()),
            entry.count,
            entry.fields,
            entry.hash
        ],
    )?;
    Ok(())
}

/// The newest entries, newest first; of one subject if given.
pub(crate) fn list(conn: &Connection, subject: Option<Uuid>, limit: u32) -> Result<Vec<Entry>> {
    let sql = format!("SELECT {COLUMNS} FROM trail WHERE ?1 IS NULL OR subject = ?1 ORDER BY seq DESC LIMIT ?2");
    let subject = subject.map(|s| s.as_bytes().to_vec());
    let rows = conn.prepare_cached(&sql)?.query_map(params![subject, limit], from_row)?.collect::<Result<_, _>>()?;
    Ok(rows)
}

/// What a check of the chain found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// Rows looked at.
    pub rows: i64,
    /// The first row that does not follow from the one before.
    pub first_broken: Option<i64>,
}

/// Recomputes the whole chain.
pub(crate) fn verify(conn: &Connection) -> Result<Verdict> {
    let sql = format!("SELECT {COLUMNS} FROM trail ORDER BY seq");
    let mut stmt = conn.prepare(&sql)?;
    let mut rows = stmt.query_map([], from_row)?;
    let (mut before, mut n) = (Vec::new(), 0);
    for entry in &mut rows {
        let entry = entry?;
        n += 1;
        if entry.seq != n || entry.hash != digest(&before, &entry) {
            return Ok(Verdict { rows: n, first_broken: Some(n) });
        }
        before = entry.hash;
    }
    Ok(Verdict { rows: n, first_broken: None })
}
