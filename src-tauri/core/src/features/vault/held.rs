//! What a session has unlocked of the keyring, and the header that belongs to it.
use super::folder;
use super::keyring::chain::{Followed, Pin};
use super::keyring::data_keys::DataKeys;
use super::keyring::header::Header;
use super::keyring::roster::Holder;
use super::keyring::slots::Opened;
use crate::error::{Code, OrError, Result};
use crate::kernel::id::UserId;
use crate::kernel::session::Session;
use uuid::Uuid;

/// What this session has unlocked. Wiped with the session.
#[derive(Debug, Clone)]
pub(super) struct Held {
    pub user: UserId,
    /// Whose slot was opened: the user's own or that of a recovery sheet.
    pub who: Holder,
    /// The id of that slot.
    pub slot: Uuid,
    /// The private keys and the slot key from that slot.
    pub opened: Opened,
    /// The newest roster.
    pub followed: Followed,
    /// The data keys, in every version that is available.
    pub keys: DataKeys,
    /// The version of the main key that `data.db` is encrypted with.
    pub main: u32,
}

/// The header as this session last wrote or read it. Nothing else opens the data if the files of the folder are
/// replaced or removed while the vault is open.
#[derive(Debug, Clone)]
pub(super) struct OwnHeader(pub(super) Header);

/// What this session has unlocked.
///
/// # Errors
/// `vault.locked` when nothing was unlocked in this session.
pub(super) fn held(s: &Session) -> Result<Held> {
    s.kept::<Held>().cloned().or_refuse(Code::VaultLocked)
}

/// The header of an open vault, read again and verified with the keys of this session.
///
/// # Errors
/// `vault.missing`, `vault.header_damaged`, and the errors of following the rosters.
pub(super) fn header_of(s: &Session) -> Result<(Header, Held)> {
    let held = held(s)?;
    let headers = folder::headers(s.folder())?;
    let own = |h: &&Header| h.newest() == Some(held.followed.hash);
    let header = headers.iter().find(own).or(headers.first()).or_refuse(Code::VaultHeaderDamaged)?.clone();
    // A read-only session may find that somebody else has written a newer header meanwhile.
    let seen = Pin { roster: held.followed.roster.number, hash: held.followed.hash, ..Pin::default() };
    let followed = match header.follow(&seen) {
        Err(e) if s.is_read_only() && e.code() == Code::VaultNotFollowed => follow_further(&header, &held)?,
        followed => followed?,
    };
    if s.is_read_only() && followed.hash != held.followed.hash {
        return Ok((header, held));
    }
    header.check_proof(&held.keys, &held.followed.roster)?;
    Ok((header, held))
}

/// Follows the chain from what this user's slot has seen since, because somebody else has dropped the rosters before
/// it.
fn follow_further(header: &Header, held: &Held) -> Result<Followed> {
    let slot = header.slots.iter().find(|slot| slot.id == held.slot).or_refuse(Code::VaultAccessChanged)?;
    let opened = slot.again(header.vault, &held.opened)?.or_refuse(Code::VaultAccessChanged)?;
    header.follow(&opened.pin)
}
