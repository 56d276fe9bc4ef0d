//! From one roster to the next: what a signature allows. An administrator decides who belongs and what they do. A holder of a
//! compartment renews its key, and is the only one who can give it. Everybody replaces their own public keys; the recovery sheet
//! replaces those of one user who lost theirs. Nothing else.
use super::roster::{Belongs, DataKey, Holder, Roster, Signed};
use crate::error::{Code, Error, Result};
use std::collections::BTreeSet;

/// Reads `after` and holds it against the roster before.
///
/// # Errors
/// `vault.header_damaged` when it cannot be read; `vault.roster_refused` when nobody signed it who may.
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

    /// Somebody new, somebody gone, other roles: an administrator. Other keys for somebody who was there: they themselves, or
    /// a sheet, and of one user only.
    fn users_are_allowed(&self) -> bool {
        let kept = self.after.users.iter().filter(|u| self.before_of(u).is_some()).count();
        let (added, removed) = (self.after.users.len() - kept, self.before.users.len() - kept);
        let mut new_keys = 0;
        for user in &self.after.users {
            let Some(before) = self.before_of(user) else {
                // Whoever added them chose the passphrase, and nobody may say otherwise.
                if !user.first_passphrase {
                    return false;
                }
                continue;
            };
            let same_duties = before.roles == user.roles && before.admin == user.admin;
            let own = self.signers.contains(&Holder::User(user.id));
            if before.keys == user.keys {
                // That somebody else chose the passphrase is over only with keys of one's own.
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

    /// A sheet is made and confirmed by an administrator, and marked as used by itself. It never gets other keys.
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
            // A new key, by who holds the old one.
            by_holder && key.version == before.version + 1 && key.commitment != before.commitment && !key.renew
        } else {
            key.commitment == before.commitment && (key.renew || !before.renew)
        };
        let lost = before.holders.iter().any(|h| !key.holders.contains(h));
        // Who got other keys still has the private half that opens the old ones.
        let has_new_keys = |h: &Holder| self.before.keys_of(*h) != self.after.keys_of(*h);
        // To be given a key, or to keep it under other keys of one's own, takes somebody who holds it.
        let given = key.holders.iter().any(|h| !before.holders.contains(h) || has_new_keys(h));
        let must_renew = lost || before.holders.iter().any(has_new_keys);
        right && (!given || by_holder) && (!must_renew || renewed || key.renew)
    }
}
