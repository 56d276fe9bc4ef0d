//! The trail: who did what to whom, when. Rows are only ever added; each holds the hash of the row before, so that a
//! changed row is found, and a removed one that others follow. Each is signed by the user who acts, so that nobody can write a
//! row in the name of somebody else. Never a name or a value.
//!
//! What the rows alone do not tell: that the last ones were cut off. The seal of the last lock and what each user has seen do.
use crate::error::{OrError, Result};
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
    /// Number of the roster that names the public key of who signed.
    pub roster: u64,
    /// SHA-256 over the row before and this one.
    pub hash: Vec<u8>,
    /// The signature of who acts over the hash.
    pub signature: Vec<u8>,
}

/// What a person signs rows with.
pub trait Pen: Send + Sync {
    /// Number of the roster that names the public key.
    fn roster(&self) -> u64;
    /// The signature over a row's hash.
    fn sign(&self, hash: &[u8]) -> Vec<u8>;
}

/// Who could sign what, by the rosters of the vault.
pub trait Signers {
    /// What is wrong with the signature of a row, if anything is.
    fn fault(&self, entry: &Entry) -> Option<Fault>;
}

/// What is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "TrailFault")]
pub enum Fault {
    /// It does not follow from the row before: changed, put in, or one before it was taken out.
    Broken,
    /// The user whom it names did not sign it.
    Unsigned,
    /// Its user signed it, and may not do that: written around the program.
    NotAllowed,
}

const COLUMNS: &str = "seq, replica, at, actor, op, outcome, subject, count, fields, roster, hash, signature";

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
        roster: u64::try_from(r.get::<_, i64>("roster")?).unwrap_or_default(),
        hash: r.get("hash")?,
        signature: r.get("signature")?,
    })
}

fn digest(before: &[u8], e: &Entry) -> Vec<u8> {
    let mut h = Sha256::new();
    let mut part = |bytes: &[u8]| {
        h.update((bytes.len() as u64).to_be_bytes());
        h.update(bytes);
    };
    part(b"ledenkluis/trail/2");
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
    part(&e.roster.to_be_bytes());
    h.finalize().to_vec()
}

/// Appends an entry, signed; place, hash and signature are filled in here.
pub(crate) fn append(conn: &Connection, pen: &dyn Pen, mut entry: Entry) -> Result<()> {
    let last: Option<(i64, Vec<u8>)> = conn
        .query_row("SELECT seq, hash FROM trail ORDER BY seq DESC LIMIT 1", [], |r| Ok((r.get(0)?, r.get(1)?)))
        .optional()?;
    let (seq, before) = last.unwrap_or_default();
    entry.seq = seq + 1;
    entry.roster = pen.roster();
    entry.hash = digest(&before, &entry);
    entry.signature = pen.sign(&entry.hash);
    conn.execute(
        "INSERT INTO trail (seq, replica, at, actor, op, outcome, subject, count, fields, roster, hash, signature)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
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
            i64::try_from(entry.roster).or_broken()?,
            entry.hash,
            entry.signature
        ],
    )?;
    Ok(())
}

/// The place, time and hash of the last row; `None` where there is none yet.
pub(crate) fn last(conn: &Connection) -> Result<Option<Entry>> {
    Ok(list(conn, None, 1)?.pop())
}

/// The hash of one row.
pub(crate) fn hash_of(conn: &Connection, seq: u64) -> Result<Option<Vec<u8>>> {
    let seq = i64::try_from(seq).or_broken()?;
    Ok(conn.query_row("SELECT hash FROM trail WHERE seq = ?1", [seq], |r| r.get(0)).optional()?)
}

/// The newest entries, newest first; of one subject if given.
pub(crate) fn list(conn: &Connection, subject: Option<Uuid>, limit: u32) -> Result<Vec<Entry>> {
    let sql = format!("SELECT {COLUMNS} FROM trail WHERE ?1 IS NULL OR subject = ?1 ORDER BY seq DESC LIMIT ?2");
    let subject = subject.map(|s| s.as_bytes().to_vec());
    let rows = conn.prepare_cached(&sql)?.query_map(params![subject, limit], from_row)?.collect::<Result<_, _>>()?;
    Ok(rows)
}

/// What a check of the trail found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// Rows looked at.
    pub rows: i64,
    /// The first row that is not as it was written, and what is wrong with it.
    pub first: Option<(i64, Fault)>,
}

/// Recomputes the chain after row `from` and checks every signature; 0 for all of it.
pub(crate) fn verify(conn: &Connection, signers: &dyn Signers, from: u64) -> Result<Verdict> {
    let mut before = if from == 0 { Vec::new() } else { hash_of(conn, from)?.unwrap_or_default() };
    let (mut n, mut roster) = (i64::try_from(from).or_broken()?, 0);
    let mut stmt = conn.prepare(&format!("SELECT {COLUMNS} FROM trail WHERE seq > ?1 ORDER BY seq"))?;
    for entry in stmt.query_map([n], from_row)? {
        let entry = entry?;
        n += 1;
        let follows = entry.seq == n && entry.roster >= roster && entry.hash == digest(&before, &entry);
        let fault = if follows { signers.fault(&entry) } else { Some(Fault::Broken) };
        if let Some(fault) = fault {
            return Ok(Verdict { rows: n, first: Some((n, fault)) });
        }
        (before, roster) = (entry.hash, entry.roster);
    }
    Ok(Verdict { rows: n, first: None })
}
