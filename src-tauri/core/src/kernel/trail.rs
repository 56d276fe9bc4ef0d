//! The audit log, called the trail: who did what to whom, and when. Rows are only ever added. Each contains the hash of
//! the row before it, which reveals a changed row, or a removed row that others follow. Each is signed by the acting
//! user, so that nobody can write a row in someone else's name. It never contains a name or a value.
//!
//! The rows alone do not reveal that the last ones were cut off. The seal of the last lock and the record of what each
//! user last saw reveal that.
use crate::error::{OrError, Result};
use crate::kernel::id::{ReplicaId, UserId};
use crate::kernel::time::Timestamp;
use crate::ops::Op;
use rusqlite::{Connection, OptionalExtension, Row, params};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// One row of the trail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The position in the chain of this copy, from 1.
    pub seq: i64,
    /// The copy of the vault in which it was written.
    pub replica: ReplicaId,
    /// The time of the action.
    pub at: Timestamp,
    /// The user who acted; no row is written without one.
    pub actor: Option<UserId>,
    /// The stable code of the op.
    pub op: String,
    /// Whether the action was done; false if it was denied.
    pub done: bool,
    /// The person or thing it was about, if it was exactly one.
    pub subject: Option<Uuid>,
    /// The number of rows or people that it was about.
    pub count: i64,
    /// The names of the changed fields, separated by spaces; never their values.
    pub fields: String,
    /// The number of the roster that lists the signer's public key.
    pub roster: u64,
    /// SHA-256 over the hash of the row before and the contents of this one.
    pub hash: Vec<u8>,
    /// The acting user's signature over the hash.
    pub signature: Vec<u8>,
}

/// Which rows to list; by default all of them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted {
    /// Only those about this person or thing.
    pub subject: Option<Uuid>,
    /// Only those of this user.
    pub actor: Option<UserId>,
    /// Not those of the program's own work, unless they were denied. See `Op::TECHNICAL`.
    pub no_technical: bool,
}

/// The key with which a user signs rows.
pub trait Pen: Send + Sync {
    /// The number of the roster that lists the public key.
    fn roster(&self) -> u64;
    /// Signs the hash of a row.
    fn sign(&self, hash: &[u8]) -> Vec<u8>;
}

/// Checks signatures and permissions against the rosters of the vault.
pub trait Signers {
    /// What is wrong with the signature of a row, if anything.
    fn fault(&self, entry: &Entry) -> Option<Fault>;
}

/// What is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "TrailFault")]
pub enum Fault {
    /// It does not follow from the row before: it was changed or inserted, or a row before it was removed.
    Broken,
    /// The user it names did not sign it.
    Unsigned,
    /// The user it names signed it but was not permitted to do this: it was written outside the program.
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

/// Appends a row and signs it. Fills in the position, the roster, the hash and the signature. Returns the hash.
pub(crate) fn append(conn: &Connection, pen: &dyn Pen, mut entry: Entry) -> Result<Vec<u8>> {
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
    Ok(entry.hash)
}

/// The last row, or `None` if there is none yet.
pub(crate) fn last(conn: &Connection) -> Result<Option<Entry>> {
    Ok(list(conn, Wanted::default(), 1)?.pop())
}

/// The hash of the last row, or `None` if there is none yet.
pub(crate) fn newest_hash(conn: &Connection) -> Result<Option<Vec<u8>>> {
    let mut last = conn.prepare_cached("SELECT hash FROM trail ORDER BY seq DESC LIMIT 1")?;
    Ok(last.query_row([], |r| r.get(0)).optional()?)
}

/// Number and hash of the last row about another operation than this, or about one that says more than that it was done.
pub(crate) fn last_but(conn: &Connection, op: Op) -> Result<Option<(i64, Vec<u8>)>> {
    let sql = "SELECT seq, hash FROM trail WHERE op <> ?1 OR fields <> '' ORDER BY seq DESC LIMIT 1";
    let mut last = conn.prepare_cached(sql)?;
    Ok(last.query_row([op.as_str()], |r| Ok((r.get(0)?, r.get(1)?))).optional()?)
}

pub(crate) fn hash_of(conn: &Connection, seq: u64) -> Result<Option<Vec<u8>>> {
    let seq = i64::try_from(seq).or_broken()?;
    Ok(conn.query_row("SELECT hash FROM trail WHERE seq = ?1", [seq], |r| r.get(0)).optional()?)
}

/// The latest of these rows, newest first.
pub(crate) fn list(conn: &Connection, wanted: Wanted, limit: u32) -> Result<Vec<Entry>> {
    let technical = Op::TECHNICAL.map(|op| format!("'{}'", op.as_str())).join(", ");
    let sql = format!(
        "SELECT {COLUMNS} FROM trail
         WHERE (?1 IS NULL OR subject = ?1) AND (?2 IS NULL OR actor = ?2)
           AND (NOT ?3 OR outcome = 'denied' OR op NOT IN ({technical}))
         ORDER BY seq DESC LIMIT ?4"
    );
    let subject = wanted.subject.map(|s| s.as_bytes().to_vec());
    let actor = wanted.actor.map(|a| a.0.as_bytes().to_vec());
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(params![subject, actor, wanted.no_technical, limit], from_row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The result of a check of the trail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// The number of the last row checked.
    pub rows: i64,
    /// The number of the first faulty row, and its fault.
    pub first: Option<(i64, Fault)>,
}

/// Recomputes the chain after row `from` and checks every signature; 0 checks all of it.
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
