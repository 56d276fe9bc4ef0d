//! Is the header genuine? Two proofs. The whole of it is tagged with a key from the main data key: a slot that a stranger
//! adds is refused. The list of slots that may hold a compartment's key is tagged with that key itself: even a user who holds
//! the main key cannot put himself on the list of `giving`, and nothing is ever sealed to a slot that is not on the list.
//!
//! What this cannot tell: an old header put back together with the old `data.db` of the same moment.
use super::header::{DataKey, Header, Tag};
use super::keys;
use super::slots::DataKeys;
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::id::VaultId;
use crate::kernel::sealed::Compartment;
use crate::kernel::secret::Key;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

fn mac(key: &Key, vault: VaultId, purpose: &str, bytes: &[u8]) -> Result<Hmac<Sha256>> {
    let key = keys::derive_key(key.expose(), vault.0.as_bytes(), purpose)?;
    Ok(Hmac::<Sha256>::new_from_slice(key.expose()).or_broken()?.chain_update(bytes))
}

fn header_mac(key: &Key, header: &Header) -> Result<Hmac<Sha256>> {
    mac(key, header.vault, "ledenkluis/header/1", &header.proven_bytes()?)
}

fn members_mac(key: &Key, vault: VaultId, data_key: &DataKey) -> Result<Hmac<Sha256>> {
    let mut bytes = format!("{}|{}|", data_key.compartment.as_str(), data_key.version).into_bytes();
    for member in &data_key.members {
        bytes.extend_from_slice(member.slot.as_bytes());
        bytes.extend_from_slice(&member.public_key);
    }
    mac(key, vault, "ledenkluis/members/1", &bytes)
}

/// Holds every proof that these keys can hold.
///
/// # Errors
/// `vault.header_damaged`.
pub(super) fn verify(header: &Header, keys: &DataKeys) -> Result<()> {
    let damaged = || Error::new(Code::VaultHeaderDamaged);
    let versions: Vec<u32> = header.versions(Compartment::Main).collect();
    let tagged: Vec<u32> = header.tags.iter().map(|t| t.version).collect();
    if versions.is_empty() || versions != tagged {
        return Err(damaged());
    }
    for tag in &header.tags {
        let key = keys.get(Compartment::Main, tag.version).ok_or_else(damaged)?;
        header_mac(key, header)?.verify_slice(&tag.tag).map_err(|_| damaged())?;
    }
    for data_key in &header.compartments {
        if let Some(key) = keys.get(data_key.compartment, data_key.version) {
            members_mac(key, header.vault, data_key)?.verify_slice(&data_key.tag).map_err(|_| damaged())?;
        }
    }
    Ok(())
}

/// Makes every proof anew that these keys can make; the others stay as they are.
///
/// # Errors
/// `vault.key_missing` when a version of the main key is not held.
pub(super) fn prove(header: &mut Header, keys: &DataKeys) -> Result<()> {
    let vault = header.vault;
    for data_key in &mut header.compartments {
        if let Some(key) = keys.get(data_key.compartment, data_key.version) {
            data_key.tag = members_mac(key, vault, data_key)?.finalize().into_bytes().to_vec();
        }
    }
    let mut tags = vec![];
    for version in header.versions(Compartment::Main) {
        let key = keys.get(Compartment::Main, version).or_missing(Code::VaultKeyMissing)?;
        tags.push(Tag { version, tag: header_mac(key, header)?.finalize().into_bytes().to_vec() });
    }
    header.tags = tags;
    Ok(())
}
