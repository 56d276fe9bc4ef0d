//! A recovery sheet that somebody has at hand and typed in.
use super::at_hand::Change;
use super::keyring::data_keys;
use super::keyring::identity::Identity;
use super::keyring::roster::Holder;
use crate::error::Result;
use uuid::Uuid;

/// An opened recovery sheet. Wiped on drop.
#[derive(Debug, Clone)]
pub(super) struct InHand {
    pub sheet: Uuid,
    pub identity: Identity,
}

impl InHand {
    /// The sheet also signs this change, and the keys it holds become available.
    ///
    /// # Errors
    /// The errors of opening the keys.
    pub(super) fn join(&self, change: &mut Change) -> Result<()> {
        let who = Holder::Sheet(self.sheet);
        if change.before.roster.keys_of(who).is_none() {
            return Ok(());
        }
        let header = &change.header;
        let keys = data_keys::open_keys(&header.keys, &header.chain, &change.before, who, &self.identity)?;
        change.with_sheet(who, &self.identity, &keys);
        Ok(())
    }
}
