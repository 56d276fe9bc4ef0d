//! The write path. A write checks the permission, changes the data and adds its row to the trail in one transaction.
//! Only the files of the session can make a `Changed`, only this one a `Done`, and without the first there is no
//! second.
use super::{ReadTx, Session};
use crate::error::{Code, Error, Result};
use crate::kernel::db;
use crate::kernel::id::{PersonId, ReplicaId, UserId};
use crate::kernel::trail;
use crate::ops::{Op, Topic};
use rusqlite::{Params, Transaction, TransactionBehavior};
use serde::Serialize;
use std::ops::Deref;
use std::sync::PoisonError;
use uuid::Uuid;

/// The result of a write: the value, and the topics that it made stale.
#[derive(Debug, Clone, Serialize)]
pub struct Done<T> {
    /// What the write returned.
    pub value: T,
    /// Every open query on these topics must reload.
    pub touches: &'static [Topic],
    #[serde(skip)]
    _made: Made,
}

/// Private to this file, so that no other code can make a `Done`.
#[derive(Debug, Clone, Copy)]
struct Made;

impl<T> Done<T> {
    /// The same change with a different value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Done<U> {
        Done { value: f(self.value), touches: self.touches, _made: Made }
    }
}

/// Proof that a write described its change for the trail. Only `WriteTx` makes one.
#[must_use]
pub struct Changed<T> {
    pub(super) value: T,
    pub(super) subject: Subject,
    pub(super) count: i64,
    pub(super) fields: String,
}

impl<T> Changed<T> {
    /// Sets the number of rows or people involved, if it is not one.
    pub fn counted(mut self, count: usize) -> Self {
        self.count = i64::try_from(count).unwrap_or(i64::MAX);
        self
    }

    /// Sets the names of the changed fields: names, never values.
    pub fn fields(mut self, names: &[&str]) -> Self {
        self.fields = names.join(" ");
        self
    }
}

impl Session {
    /// Runs a write: permission check, change and trail row in one transaction.
    ///
    /// # Errors
    /// `permission.denied` (which adds its own row to the trail), `vault.read_only`, and what `f` refuses (which
    /// changes nothing).
    pub fn write<T>(&mut self, op: Op, f: impl FnOnce(&WriteTx<'_>) -> Result<Changed<T>>) -> Result<Done<T>> {
        self.allow(op)?;
        if self.parts.read_only {
            return Err(Error::new(Code::VaultReadOnly));
        }
        match self.change(op, f) {
            Ok(value) => {
                for topic in op.touches() {
                    *self.revisions.entry(*topic).or_default() += 1;
                }
                if op == Op::VaultChangePassphrase {
                    self.parts.own_passphrase_first = false;
                }
                Ok(Done { value, touches: op.touches(), _made: Made })
            }
            Err(e) if e.code() == Code::PermissionDenied => {
                self.note_denied(op)?;
                Err(e)
            }
            Err(e) => Err(e),
        }
    }

    /// The transaction rolls back unless it is committed, also when a panic unwinds through it.
    ///
    /// # Errors
    /// `vault.replaced`.
    pub(super) fn begin(&self) -> Result<Transaction<'_>> {
        let transaction = Transaction::new_unchecked(&self.parts.conn, TransactionBehavior::Immediate)
            .map_err(|why| self.or_replaced(why.into()))?;
        self.check_head()?;
        Ok(transaction)
    }

    /// Commits, and remembers the row of the trail that the transaction added.
    pub(super) fn commit(&self, transaction: Transaction<'_>, row: Vec<u8>) -> Result<()> {
        transaction.commit()?;
        self.head.left(row);
        Ok(())
    }

    fn change<T>(&self, op: Op, f: impl FnOnce(&WriteTx<'_>) -> Result<Changed<T>>) -> Result<T> {
        let transaction = self.begin()?;
        self.written.lock().unwrap_or_else(PoisonError::into_inner).clear();
        let changed = f(&WriteTx { read: ReadTx { session: self } })?;
        self.check_touches(op);
        let row = self.leave_row(op, true, &changed)?;
        self.commit(transaction, row)?;
        Ok(changed.value)
    }

    /// In a read-only session the row is added where possible. The caller refuses either way.
    pub(super) fn note_denied(&self, op: Op) -> Result<()> {
        let nothing = Changed { value: (), subject: Subject::NONE, count: 0, fields: String::new() };
        if self.parts.read_only {
            let _ = self.row_for_looking(op, false, &nothing);
            return Ok(());
        }
        let transaction = self.begin()?;
        let row = self.leave_row(op, false, &nothing)?;
        self.commit(transaction, row)
    }

    /// Brings the tables of a file from an older program up to date. `also` and the row that names the user run in the
    /// same transaction, so that the tables never change without a row in the trail.
    ///
    /// # Errors
    /// As `db::migrate`; `vault.read_only`.
    pub(crate) fn migrate(&self, also: impl FnOnce(&WriteTx<'_>) -> Result<()>) -> Result<()> {
        if self.parts.read_only {
            return Err(Error::new(Code::VaultReadOnly));
        }
        let nothing = Changed { value: (), subject: Subject::NONE, count: 0, fields: String::new() };
        let mut row = None;
        let leave_row = || {
            also(&WriteTx { read: ReadTx { session: self } })?;
            row = Some(self.leave_row(Op::VaultMigrate, true, &nothing)?);
            Ok(())
        };
        db::migrate(&self.parts.conn, &self.parts.folder.join("data.db"), db::MIGRATIONS, leave_row)?;
        row.into_iter().for_each(|row| self.head.left(row));
        Ok(())
    }

    /// Keeps `touches` honest: a debug build stops when a write changes a table outside the topics that its op names.
    fn check_touches(&self, op: Op) {
        let written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        for table in written.iter() {
            let topic = Topic::of(table);
            debug_assert!(
                topic.is_some_and(|t| op.touches().contains(&t)),
                "{op:?} wrote to {table}, whose topic {topic:?} it does not name"
            );
        }
    }

    /// Adds the row to the trail. Returns its hash.
    pub(super) fn leave_row<T>(&self, op: Op, done: bool, changed: &Changed<T>) -> Result<Vec<u8>> {
        trail::append(&self.parts.conn, &*self.parts.pen, self.entry(op, done, changed))
    }

    pub(super) fn entry<T>(&self, op: Op, done: bool, changed: &Changed<T>) -> trail::Entry {
        let Subject { id: subject, is_a_person } = changed.subject;
        debug_assert!(
            subject.is_none() || is_a_person == op.is_about_a_person(),
            "the table of ops says otherwise of {op:?}"
        );
        trail::Entry {
            seq: 0,
            replica: self.parts.replica,
            at: self.parts.around.clock.now(),
            actor: Some(self.user()),
            op: op.as_str().to_owned(),
            done,
            subject,
            count: changed.count,
            fields: changed.fields.clone(),
            roster: 0,
            hash: vec![],
            signature: vec![],
        }
    }
}

/// A write transaction: everything a `ReadTx` can do, and changes.
pub struct WriteTx<'s> {
    pub(super) read: ReadTx<'s>,
}

impl<'s> Deref for WriteTx<'s> {
    type Target = ReadTx<'s>;
    fn deref(&self) -> &ReadTx<'s> {
        &self.read
    }
}

impl WriteTx<'_> {
    /// Runs one statement and returns the number of changed rows.
    ///
    /// # Errors
    /// When the database fails.
    pub fn execute(&self, sql: &str, params: impl Params) -> Result<usize> {
        Ok(self.read.session.parts.conn.prepare_cached(sql)?.execute(params)?)
    }

    /// A fresh id.
    pub fn make_id<T: From<Uuid>>(&self) -> T {
        self.read.session.parts.around.ids.next().into()
    }

    /// This copy of the vault. Stored in every row that a user can edit.
    pub fn replica(&self) -> ReplicaId {
        self.read.session.parts.replica
    }

    /// Describes the change for the trail. The only way to make a `Changed`.
    pub fn changed<T>(&self, subject: impl Into<Subject>, value: T) -> Changed<T> {
        Changed { value, subject: subject.into(), count: 1, fields: String::new() }
    }
}

/// The person or thing that a change was about.
#[derive(Debug, Clone, Copy)]
pub struct Subject {
    pub(super) id: Option<Uuid>,
    is_a_person: bool,
}

impl Subject {
    /// No single subject, such as a run over many people or a change of settings.
    pub const NONE: Subject = Subject { id: None, is_a_person: false };
}

impl From<PersonId> for Subject {
    fn from(id: PersonId) -> Self {
        Subject { id: Some(id.0), is_a_person: true }
    }
}
impl From<UserId> for Subject {
    fn from(id: UserId) -> Self {
        Subject::from(id.0)
    }
}
impl From<Uuid> for Subject {
    fn from(id: Uuid) -> Self {
        Subject { id: Some(id), is_a_person: false }
    }
}
