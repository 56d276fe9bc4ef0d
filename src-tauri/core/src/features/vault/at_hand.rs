//! How the header and the data change together.
//!
//! There are two headers. A change writes the second one before the data is committed and the first one after. The data
//! stores the rosters too, so it shows which header belongs to it, and a crash at any moment leaves one that does.
use super::finish::{finish, is_done_but_for_a_copy};
use super::folder;
use super::held::{Held, OwnHeader, header_of};
use super::keyring::chain::{Followed, Pin};
use super::keyring::data_keys::{self, DataKeys};
use super::keyring::header::Header;
use super::keyring::identity::Identity;
use super::keyring::keys::make_key;
use super::keyring::roster::{Holder, Roster, commitment};
use super::keyring::slots::Opened;
use super::pen::OwnPen;
use super::records;
use super::save::keep_foreign_headers;
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::sealed::Compartment;
use crate::kernel::session::{Changed, Done, Session, WriteTx};
use crate::ops::Op;
use std::collections::BTreeSet;
use uuid::Uuid;

/// A change to the users or to the data keys, prepared completely before anything is written.
pub(super) struct Change {
    pub header: Header,
    /// The current roster.
    pub before: Followed,
    pub roster: Roster,
    /// Every data key that is available.
    pub keys: DataKeys,
    held: Held,
    signers: Vec<(Holder, Identity)>,
}

impl Change {
    /// Starts from the current state. An unfinished change of keys is finished first.
    ///
    /// # Errors
    /// As `header_of`; `vault.read_only`.
    pub(super) fn begin(s: &mut Session) -> Result<Self> {
        if s.is_read_only() {
            return Err(Error::new(Code::VaultReadOnly));
        }
        match finish(s) {
            Err(e) if is_done_but_for_a_copy(s, &e) => {}
            done => done?,
        }
        let (header, held) = header_of(s)?;
        let signer = (held.who, held.opened.identity.clone());
        Change::of(header, held, signer)
    }

    /// Starts from what was unlocked, but signed by somebody other than its user: a recovery sheet.
    ///
    /// # Errors
    /// Never in practice.
    pub(super) fn of(header: Header, held: Held, signer: (Holder, Identity)) -> Result<Self> {
        let before = held.followed.clone();
        let roster = before.roster.next(before.hash)?;
        Ok(Change { header, before, roster, keys: held.keys.clone(), held, signers: vec![signer] })
    }

    /// Adds a recovery sheet as a second signer and makes its keys available.
    pub(super) fn with_sheet(&mut self, sheet: Holder, identity: &Identity, keys: &DataKeys) {
        self.keys.add_missing(keys);
        self.signers.push((sheet, identity.clone()));
    }

    /// Makes new keys for these compartments where this session holds the current one. The others are marked, so that
    /// the next holder renews them.
    ///
    /// # Errors
    /// When the operating system has no random bytes.
    pub(super) fn renew(&mut self, which: &BTreeSet<Compartment>) -> Result<()> {
        for compartment in which {
            let vault = self.roster.vault;
            let at_hand = self.can_give(*compartment);
            let old = self.before.roster.key(*compartment)?.version;
            let right = self.roster.key_mut(*compartment)?;
            if !at_hand {
                right.renew = true;
                continue;
            }
            let (version, key) = (old.checked_add(1).or_broken()?, make_key()?);
            (right.version, right.renew) = (version, false);
            right.commitment = commitment(vault, *compartment, version, &key);
            self.keys.insert(*compartment, version, key);
        }
        Ok(())
    }

    /// Gives a holder the key of a compartment.
    ///
    /// # Errors
    /// `vault.key_missing` when none of the signers holds it.
    pub(super) fn give(&mut self, to: Holder, compartment: Compartment) -> Result<()> {
        if !self.can_give(compartment) {
            return Err(Error::new(Code::VaultKeyMissing));
        }
        self.roster.key_mut(compartment)?.holders.insert(to);
        Ok(())
    }

    /// Is the current key available, and does one of the signers hold it?
    pub(super) fn can_give(&self, compartment: Compartment) -> bool {
        let holds = |(by, _): &(Holder, Identity)| self.before.roster.held_by(*by).contains(&compartment);
        self.signers.iter().any(holds) && self.keys.holds(&self.before.roster, compartment)
    }

    /// Signs the roster, which is final from here on, and puts it into the header. Returns the pin for a slot that has
    /// seen it.
    ///
    /// # Errors
    /// Never in practice.
    pub(super) fn sign(&mut self) -> Result<Pin> {
        let signers: Vec<_> = self.signers.iter().map(|(by, identity)| (*by, identity)).collect();
        let signed = self.roster.sign(&signers)?;
        let pin = Pin { roster: self.roster.number, hash: signed.hash(), ..self.held.opened.pin };
        self.header.chain.push(signed);
        data_keys::seal_to_holders(&mut self.header.keys, &self.before.roster, &self.roster, &self.keys)?;
        Ok(pin)
    }

    /// What the session has unlocked once this is written.
    fn held_after(&self, opened: Opened, slot: Uuid) -> Result<Held> {
        let hash = self.header.newest().or_broken()?;
        let followed = Followed { roster: self.roster.clone(), hash };
        let who = Holder::User(self.held.user);
        Ok(Held { opened, slot, who, followed, keys: self.keys.clone(), ..self.held.clone() })
    }

    /// Changes the header and the data together: second header, then the data with the new roster in it, then the first
    /// header. If the data cannot be committed, the second header is put back. Afterwards the data is re-encrypted
    /// under the new keys.
    ///
    /// # Errors
    /// As `Session::write`, and write errors of the headers.
    pub(super) fn write<T>(
        self,
        s: &mut Session,
        op: Op,
        f: impl FnOnce(&WriteTx<'_>) -> Result<Changed<T>>,
    ) -> Result<Done<T>> {
        let (opened, slot) = (self.held.opened.clone(), self.held.slot);
        self.write_as(s, op, opened, slot, f)
    }

    /// `write`, after which the session continues with another slot or identity.
    ///
    /// # Errors
    /// As `write`.
    pub(super) fn write_as<T>(
        self,
        s: &mut Session,
        op: Op,
        opened: Opened,
        slot: Uuid,
        f: impl FnOnce(&WriteTx<'_>) -> Result<Changed<T>>,
    ) -> Result<Done<T>> {
        let done = self.place(s, op, opened, slot, f)?;
        match finish(s) {
            // The change itself is done, so reporting a failure would be wrong. The re-encryption continues at the next
            // unlock. Only a user who asked for new keys is told.
            Err(e)
                if op != Op::VaultRekey
                    && (e.code() == Code::DiskFull && !s.is_lost() || is_done_but_for_a_copy(s, &e)) =>
            {
                Ok(done)
            }
            finished => finished.map(|()| done),
        }
    }

    /// Writes the change but leaves the data under the old keys.
    #[cfg(test)]
    pub(super) fn announce(self, s: &mut Session) -> Result<Done<()>> {
        let (opened, slot) = (self.held.opened.clone(), self.held.slot);
        self.place(s, Op::VaultRekey, opened, slot, |tx| Ok(tx.changed(crate::kernel::session::Subject::NONE, ())))
    }

    fn place<T>(
        mut self,
        s: &mut Session,
        op: Op,
        opened: Opened,
        slot: Uuid,
        f: impl FnOnce(&WriteTx<'_>) -> Result<Changed<T>>,
    ) -> Result<Done<T>> {
        self.header.prove(&self.keys, &self.roster)?;
        let after = self.held_after(opened, slot)?;
        let done = write_around(s, op, &self.header, |tx| {
            let changed = f(tx)?;
            records::insert(tx, self.roster.number, self.header.chain.last().or_broken()?)?;
            Ok(changed)
        })?;
        s.replace_pen(OwnPen::of(&after));
        if let Ok(own) = after.followed.roster.user(after.user) {
            s.replace_duties(own.roles.clone(), own.admin);
        }
        s.keep(after);
        Ok(done)
    }
}

/// Changes the data together with a header that changes neither the users nor the keys.
///
/// # Errors
/// As `Session::write` and `save_header`.
pub(super) fn write_with_header<T>(
    s: &mut Session,
    op: Op,
    header: &mut Header,
    held: &Held,
    f: impl FnOnce(&WriteTx<'_>) -> Result<Changed<T>>,
) -> Result<Done<T>> {
    header.prove(&held.keys, &held.followed.roster)?;
    write_around(s, op, header, f)
}

fn write_around<T>(
    s: &mut Session,
    op: Op,
    header: &Header,
    f: impl FnOnce(&WriteTx<'_>) -> Result<Changed<T>>,
) -> Result<Done<T>> {
    let (folder, mut is_placed) = (s.folder().to_owned(), false);
    keep_foreign_headers(s)?;
    let before = folder::second_now(&folder)?;
    let done = s.write(op, |tx| {
        let changed = f(tx)?;
        folder::write_second(&folder, header)?;
        is_placed = true;
        Ok(changed)
    });
    match &done {
        // The data and the second header agree. If the first cannot be written now, the next unlock does it.
        Ok(_) => {
            s.keep(OwnHeader(header.clone()));
            drop(folder::write_first(&folder, header));
        }
        Err(_) if is_placed => folder::put_second_back(&folder, before)?,
        Err(_) => {}
    }
    done
}
