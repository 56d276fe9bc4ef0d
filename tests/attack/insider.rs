//! Somebody whose passphrase, sheet or computer opens a slot: what they can get at outside the program.
use crate::forge::{self, Identity, Key};
use crate::format::{Header, Of, Roster, Seal, SealedKey, Signed};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// A compartment and a version of its key.
pub(crate) type Which = (String, u32);

#[derive(Debug, Clone)]
pub(crate) struct Insider {
    pub(crate) of: Of,
    pub(crate) identity: Identity,
    pub(crate) keys: BTreeMap<Which, Key>,
}

impl Insider {
    /// Opens a user's slot with a passphrase; `None` when it is wrong.
    pub(crate) fn by_passphrase(header: &Header, user: &str, passphrase: &str) -> Option<Insider> {
        let of = Of::User(user.to_owned());
        let slot = header.slot(&of)?;
        let key = forge::key_of_passphrase(&slot.lock, passphrase);
        let (identity, _) = forge::open_slot(&header.vault, slot, &key)?;
        Some(Insider::with(header, of, identity))
    }

    /// Opens the slot of a recovery sheet.
    pub(crate) fn by_sheet(header: &Header, groups: &[String]) -> Option<Insider> {
        header.slots.iter().filter(|s| matches!(s.of, Of::Sheet(_))).find_map(|slot| {
            let key =
                forge::key_of_secret(&header.vault, &slot.lock, &forge::sheet_secret(groups), "ledenkluis/recovery/2");
            let (identity, _) = forge::open_slot(&header.vault, slot, &key)?;
            Some(Insider::with(header, slot.of.clone(), identity))
        })
    }

    /// Opens the slot of a computer that remembers a user.
    pub(crate) fn by_device(header: &Header, secret: impl Fn(&str) -> Option<Vec<u8>>) -> Option<Insider> {
        header.slots.iter().find_map(|slot| {
            let Of::Device(user) = &slot.of else { return None };
            let key = forge::key_of_secret(&header.vault, &slot.lock, &secret(&slot.id)?, "ledenkluis/device/2");
            let (identity, _) = forge::open_slot(&header.vault, slot, &key)?;
            Some(Insider::with(header, Of::User(user.clone()), identity))
        })
    }

    fn with(header: &Header, of: Of, identity: Identity) -> Insider {
        let open =
            |k: &SealedKey| Some(((k.compartment.clone(), k.version), forge::open_key(&header.vault, &identity, k)?));
        let keys = header.keys.iter().filter(|k| k.to == of).filter_map(open).collect();
        Insider { of, identity, keys }
    }

    pub(crate) fn id(&self) -> &str {
        let (Of::User(id) | Of::Device(id) | Of::Sheet(id)) = &self.of;
        id
    }

    pub(crate) fn main(&self) -> &Key {
        self.keys.iter().rev().find(|((c, _), _)| c == "main").expect("everybody has the main key").1
    }

    pub(crate) fn holds(&self, compartment: &str) -> bool {
        self.keys.keys().any(|(c, _)| c == compartment)
    }

    pub(crate) fn sign(&self, roster: &Roster) -> Signed {
        self.identity.sign_roster(self.of.clone(), roster)
    }

    /// Seals the pages as they are now, as the program does when it locks.
    pub(crate) fn seal_pages(&self, header: &mut Header, data: &Path) {
        let conn = forge::database(data, self.main()).unwrap();
        let last = "SELECT seq, hash FROM trail ORDER BY seq DESC LIMIT 1";
        let (trail, hash) = conn.query_row(last, [], |r| Ok((r.get::<_, i64>(0)?, r.get::<_, Vec<u8>>(1)?))).unwrap();
        let schema = conn.query_row("PRAGMA user_version", [], |r| r.get(0)).unwrap();
        drop(conn);
        let mut seal = Seal {
            pages: forge::pages(data),
            // Only compared when the page seals differ.
            content: hex::encode([0; 32]),
            schema,
            trail: u64::try_from(trail).unwrap(),
            trail_hash: hex::encode(hash),
            roster: header.roster().number,
            by: self.id().to_owned(),
            signature: String::new(),
        };
        seal.signature = self.identity.sign(&seal.message(&header.vault));
        header.seal = Some(seal);
    }

    /// Signs a row of the trail that is valid except for its signature.
    pub(crate) fn sign_row(&self, hash: &[u8]) -> Vec<u8> {
        hex::decode(self.identity.sign(&[b"ledenkluis/trail/2|", hash].concat())).unwrap()
    }
}

/// Drops the triggers that protect append-only tables while `work` runs, and restores them.
pub(crate) fn without_triggers(conn: &Connection, work: impl FnOnce(&Connection)) {
    let mut stmt = conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").unwrap();
    let all: Vec<(String, String)> =
        stmt.query_map([], |r| Ok((r.get(0)?, r.get(1)?))).unwrap().map(Result::unwrap).collect();
    for (name, _) in &all {
        conn.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    work(conn);
    for (_, sql) in &all {
        conn.execute_batch(sql).unwrap();
    }
}

type Row = (i64, Vec<u8>, i64, Option<Vec<u8>>, String, String, Option<Vec<u8>>, i64, String, i64);

/// Rebuilds the chain of the trail from this row on, without gaps and with every hash right. `sign` signs the rows it
/// can.
pub(crate) fn chain_anew(conn: &Connection, from: i64, sign: impl Fn(&[u8], &[u8]) -> Option<Vec<u8>>) {
    let before = "SELECT seq, hash FROM trail WHERE seq < ?1 ORDER BY seq DESC LIMIT 1";
    let before = conn.query_row(before, [from], |r| Ok((r.get::<_, i64>(0)?, r.get::<_, Vec<u8>>(1)?)));
    let (mut place, mut hash) = before.unwrap_or((0, vec![]));
    let sql = "SELECT seq, replica, at, actor, op, outcome, subject, count, fields, roster FROM trail WHERE seq >= ?1 ORDER BY seq";
    let mut stmt = conn.prepare(sql).unwrap();
    let read = |r: &rusqlite::Row<'_>| {
        Ok((
            r.get(0)?,
            r.get(1)?,
            r.get(2)?,
            r.get(3)?,
            r.get(4)?,
            r.get(5)?,
            r.get(6)?,
            r.get(7)?,
            r.get(8)?,
            r.get(9)?,
        ))
    };
    let rows: Vec<Row> = stmt.query_map([from], read).unwrap().map(Result::unwrap).collect();
    for row in rows {
        place += 1;
        hash = digest(&hash, place, &row);
        conn.execute("UPDATE trail SET seq = ?1, hash = ?2 WHERE seq = ?3", (place, &hash, row.0)).unwrap();
        if let Some(signature) = row.3.as_deref().and_then(|actor| sign(actor, &hash)) {
            conn.execute("UPDATE trail SET signature = ?1 WHERE seq = ?2", (signature, place)).unwrap();
        }
    }
}

fn digest(before: &[u8], place: i64, row: &Row) -> Vec<u8> {
    let (_, replica, at, actor, op, outcome, subject, count, fields, roster) = row;
    let done = [u8::from(outcome == "done")];
    let parts: [&[u8]; 12] = [
        b"ledenkluis/trail/2",
        before,
        &place.to_be_bytes(),
        replica,
        &at.to_be_bytes(),
        actor.as_deref().unwrap_or_default(),
        op.as_bytes(),
        &done,
        subject.as_deref().unwrap_or_default(),
        &count.to_be_bytes(),
        fields.as_bytes(),
        &roster.to_be_bytes(),
    ];
    let mut sum = Sha256::new();
    for part in parts {
        sum.update((part.len() as u64).to_be_bytes());
        sum.update(part);
    }
    sum.finalize().to_vec()
}
