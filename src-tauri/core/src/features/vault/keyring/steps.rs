//! Which signatures allow which change from one roster to the next. An administrator decides on users and roles. A
//! holder of a compartment may renew its key, and only a holder can give it. Every user may replace their own public
//! keys; the recovery sheet may replace those of one user who lost theirs. Nothing else is allowed.
use super::roster::{Belongs, DataKey, Holder, Roster, Signed};
use crate::error::{Code, Error, Result};
use std::collections::BTreeSet;

/// Reads `after` and checks it as a successor of `before`.
///
/// # Errors
/// `vault.header_damaged` when it cannot be read; `vault.roster_refused` when the signatures do not allow the change.
pub(crate) fn follow(before: &Signed, roster: &Roster, after: &Signed) -> Result<Roster> {
    let next = after.read()?;
    let signers = after.signers(roster)?;
    let follows = next.vault == roster.vault && next.number == roster.number + 1 && next.before == before.hash();
    let allowed = Step { before: roster, after: &next, signers: &signers }.is_allowed();
    if follows && allowed { Ok(next) } else { Err(Error::new(Code::VaultRosterRefused)) }
}

struct Step<'a> {
    before: &'a Roster,
    after: &'a Roster,
    signers: &'a BTreeSet<Holder>,
}

impl Step<'_> {
    fn is_allowed(&self) -> bool {
        self.users_are_allowed()
            && self.sheets_are_allowed()
            && self.after.compartments.iter().all(|k| self.key_is_allowed(k))
    }

    fn by_admin(&self) -> bool {
        self.before.users.iter().any(|u| u.admin && self.signers.contains(&Holder::User(u.id)))
    }

    fn by_sheet(&self) -> bool {
        self.signers.iter().any(|s| matches!(s, Holder::Sheet(_)))
    }

    fn before_of(&self, user: &Belongs) -> Option<&Belongs> {
        self.before.users.iter().find(|u| u.id == user.id)
    }

    /// An administrator adds and removes users and changes roles. An existing user's public keys are replaced by that
    /// user or by a sheet, for one user per change.
    fn users_are_allowed(&self) -> bool {
        let kept = self.after.users.iter().filter(|u| self.before_of(u).is_some()).count();
        let (added, removed) = (self.after.users.len() - kept, self.before.users.len() - kept);
        let mut new_keys = 0;
        for user in &self.after.users {
            let Some(before) = self.before_of(user) else {
                // Somebody else chose a new user's passphrase, and the roster must say so.
                if !user.first_passphrase {
                    return false;
                }
                continue;
            };
            let same_duties = before.roles == user.roles && before.admin == user.admin;
            let own = self.signers.contains(&Holder::User(user.id));
            if before.keys == user.keys {
                // The mark `first_passphrase` is only cleared together with new keys.
                if before.first_passphrase != user.first_passphrase || !(same_duties || self.by_admin()) {
                    return false;
                }
                continue;
            }
            new_keys += 1;
            if user.first_passphrase || !same_duties || !(own || self.by_sheet()) {
                return false;
            }
        }
        (added + removed == 0 || self.by_admin()) && new_keys <= 1 && (new_keys == 0 || added + removed == 0)
    }

    /// An administrator makes, confirms and removes sheets; a sheet may change its own state. A sheet's keys never
    /// change.
    fn sheets_are_allowed(&self) -> bool {
        let before_of = |id| self.before.sheets.iter().find(|s| s.id == id);
        let mut changed = self.before.sheets.iter().any(|s| !self.after.sheets.iter().any(|a| a.id == s.id));
        for sheet in &self.after.sheets {
            match before_of(sheet.id) {
                Some(before) if before == sheet => {}
                Some(before) if before.keys == sheet.keys => {
                    changed |= !self.signers.contains(&Holder::Sheet(sheet.id));
                }
                Some(_) => return false,
                None => changed = true,
            }
        }
        !changed || self.by_admin()
    }

    fn key_is_allowed(&self, key: &DataKey) -> bool {
        let Ok(before) = self.before.key(key.compartment) else { return false };
        let by_holder = self.signers.iter().any(|s| before.holders.contains(s));
        let renewed = key.version != before.version;
        let right = if renewed {
            // A holder of the old key makes the new one.
            by_holder && key.version == before.version + 1 && key.commitment != before.commitment && !key.renew
        } else {
            key.commitment == before.commitment && (key.renew || !before.renew)
        };
        let lost = before.holders.iter().any(|h| !key.holders.contains(h));
        // A replaced private key still opens what was sealed to it.
        let has_new_keys = |h: &Holder| self.before.keys_of(*h) != self.after.keys_of(*h);
        // Giving a key, or sealing it to a holder's new public keys, needs the signature of a holder.
        let given = key.holders.iter().any(|h| !before.holders.contains(h) || has_new_keys(h));
        let must_renew = lost || before.holders.iter().any(has_new_keys);
        right && (!given || by_holder) && (!must_renew || renewed || key.renew)
    }
}
