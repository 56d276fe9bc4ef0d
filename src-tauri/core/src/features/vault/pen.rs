//! Signs rows of the trail, and checks who signed them.
use super::held::Held;
use super::keyring::chain;
use super::keyring::identity::Identity;
use super::keyring::roster::Roster;
use super::records;
use crate::error::{Code, Error, Result};
use crate::kernel::session::ReadTx;
use crate::kernel::trail::{Entry, Fault, Pen, Signers};
use crate::ops::{self, Op};
use std::collections::BTreeMap;

const PURPOSE: &str = "ledenkluis/trail/2";

/// Signs rows for the current user.
pub(super) struct OwnPen {
    identity: Identity,
    roster: u64,
}

impl OwnPen {
    pub(super) fn of(held: &Held) -> Box<dyn Pen> {
        OwnPen::by(&held.opened.identity, held.followed.roster.number)
    }

    /// A pen with this identity; its rows are checked with the keys in roster number `roster`.
    pub(super) fn by(identity: &Identity, roster: u64) -> Box<dyn Pen> {
        Box::new(OwnPen { identity: identity.clone(), roster })
    }
}

impl Pen for OwnPen {
    fn roster(&self) -> u64 {
        self.roster
    }

    fn sign(&self, hash: &[u8]) -> Vec<u8> {
        self.identity.sign(PURPOSE, hash).to_vec()
    }
}

/// Every roster of the vault, by number.
struct Rosters(BTreeMap<u64, Roster>);

/// Reads the rosters in the data and follows them from the first to the newest that this session knows.
///
/// # Errors
/// `vault.roster_refused` when they do not lead to it.
pub(super) fn signers(tx: &ReadTx<'_>) -> Result<Box<dyn Signers>> {
    let chain = records::all(tx)?;
    let held = tx.kept::<Held>().ok_or_else(|| Error::new(Code::VaultLocked))?;
    let followed = chain::follow_all(held.followed.roster.vault, &chain)?;
    if followed.hash != held.followed.hash {
        return Err(Error::new(Code::VaultRosterRefused));
    }
    let rosters = chain.iter().map(|signed| signed.read().map(|r| (r.number, r))).collect::<Result<_>>()?;
    Ok(Box::new(Rosters(rosters)))
}

impl Signers for Rosters {
    fn fault(&self, entry: &Entry) -> Option<Fault> {
        let user = entry.actor.and_then(|id| self.0.get(&entry.roster)?.user(id).ok());
        let Some(user) = user else { return Some(Fault::Unsigned) };
        if !user.keys.signed(PURPOSE, &entry.hash, &entry.signature) {
            return Some(Fault::Unsigned);
        }
        let needs = Op::ALL.iter().find(|op| op.as_str() == entry.op).map(|op| op.needs());
        let may = needs.is_some_and(|needs| ops::permissions(&user.roles, user.admin).contains(&needs));
        // A refused attempt needs no permission.
        if may || !entry.done { None } else { Some(Fault::NotAllowed) }
    }
}
