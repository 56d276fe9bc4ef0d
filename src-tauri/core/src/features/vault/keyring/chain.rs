//! Follows the chain of rosters in the header, from the one pinned in a slot to the newest.
use super::roster::{Roster, RosterHash, Signed};
use super::steps;
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::id::VaultId;

/// What a user has last seen of the vault. It is wrapped in their slot together with their private keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Pin {
    /// Number of the newest roster.
    pub roster: u64,
    pub hash: RosterHash,
    /// The last row of the trail; 0 if none was seen.
    pub trail: u64,
    pub trail_hash: [u8; 32],
}

impl Pin {
    /// Its size in a slot, in bytes.
    pub(super) const LENGTH: usize = 80;

    /// Fixed layout: two big-endian numbers, each followed by its hash.
    pub(super) fn to_bytes(self) -> [u8; Self::LENGTH] {
        let mut bytes = [0; Self::LENGTH];
        bytes[..8].copy_from_slice(&self.roster.to_be_bytes());
        bytes[8..40].copy_from_slice(&self.hash);
        bytes[40..48].copy_from_slice(&self.trail.to_be_bytes());
        bytes[48..].copy_from_slice(&self.trail_hash);
        bytes
    }

    /// Reads what `to_bytes` wrote.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (roster, rest) = bytes.split_first_chunk::<8>()?;
        let (hash, rest) = rest.split_first_chunk::<32>()?;
        let (trail, rest) = rest.split_first_chunk::<8>()?;
        let trail_hash = <[u8; 32]>::try_from(rest).ok()?;
        Some(Pin { roster: u64::from_be_bytes(*roster), hash: *hash, trail: u64::from_be_bytes(*trail), trail_hash })
    }
}

/// The newest roster, after every step from the pin was found valid.
#[derive(Debug, Clone)]
pub(crate) struct Followed {
    pub roster: Roster,
    pub hash: RosterHash,
}

/// Follows valid steps from the pin to the newest roster.
///
/// # Errors
/// `vault.header_older` when the chain ends before the pin; `vault.not_followed` when it does not contain the pinned
/// roster (a vault that somebody else made); `vault.roster_refused` when nobody entitled to a step signed it;
/// `vault.header_damaged`.
pub(crate) fn follow(vault: VaultId, chain: &[Signed], pin: &Pin) -> Result<Followed> {
    let last = chain.last().or_refuse(Code::VaultHeaderDamaged)?.read()?;
    let Some(at) = chain.iter().rposition(|signed| signed.hash() == pin.hash) else {
        let older = last.number < pin.roster && last.vault == vault;
        return Err(Error::new(if older { Code::VaultHeaderOlder } else { Code::VaultNotFollowed }));
    };
    let mut roster = chain[at].read()?;
    if roster.number != pin.roster || roster.vault != vault {
        return Err(Error::new(Code::VaultNotFollowed));
    }
    // Rosters before the pin are as certain as the pin itself, because each names the hash of the one before it.
    for pair in chain[..=at].windows(2) {
        if pair[1].read()?.before != pair[0].hash() {
            return Err(Error::new(Code::VaultRosterRefused));
        }
    }
    for pair in chain[at..].windows(2) {
        roster = steps::follow(&pair[0], &roster, &pair[1])?;
    }
    let hash = chain.last().or_refuse(Code::VaultHeaderDamaged)?.hash();
    Ok(Followed { roster, hash })
}

/// Follows the whole chain from the first roster, which the founder signed: for `verify`, on the copy in the data.
///
/// # Errors
/// As `follow`.
pub(crate) fn follow_all(vault: VaultId, chain: &[Signed]) -> Result<Followed> {
    let first = chain.first().or_refuse(Code::VaultHeaderDamaged)?;
    let roster = first.read()?;
    if roster.number != 1 || roster.before != [0; 32] {
        return Err(Error::new(Code::VaultRosterRefused));
    }
    first.signers(&roster)?;
    follow(vault, chain, &Pin { roster: 1, hash: first.hash(), ..Pin::default() })
}
