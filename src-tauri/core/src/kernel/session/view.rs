//! Showing data that must not be seen without a trace: notes, gifts, everything at once. Each showing adds a row to the
//! trail, in a read-only session too. Where that row cannot be added, the data is not shown.
use super::{Changed, ReadTx, Session, Subject, WriteTx};
use crate::error::{Code, Error, Result};
use crate::kernel::time::Timestamp;
use crate::kernel::trail;
use crate::ops::Op;
use std::collections::HashMap;
use uuid::Uuid;

/// Views of the same thing within this time count as one, because the UI reloads whenever something changes.
const ONE_LOOK_MS: i64 = 15 * 60 * 1_000;

/// What was viewed in this session, and when its row was added.
#[derive(Default)]
pub(super) struct Seen(HashMap<(Op, Option<Uuid>), Timestamp>);

impl Seen {
    fn is_recent(&self, op: Op, subject: Option<Uuid>, now: Timestamp) -> bool {
        let since = |at: &Timestamp| now.0.saturating_sub(at.0);
        self.0.get(&(op, subject)).is_some_and(|at| (0..ONE_LOOK_MS).contains(&since(at)))
    }
}

/// A value about to be shown, and whom it is about. Only a `ReadTx` makes one.
#[must_use]
pub struct Shown<T> {
    what: Changed<T>,
    is_something: bool,
}

impl<T> Shown<T> {
    /// Sets the number of records or people shown, if it is not one.
    pub fn counted(mut self, count: usize) -> Self {
        self.what = self.what.counted(count);
        self
    }

    /// Sets the names of the fields shown, if not all of them are: names, never values.
    pub fn fields(mut self, names: &[&str]) -> Self {
        self.what = self.what.fields(names);
        self
    }
}

impl ReadTx<'_> {
    /// Describes what is about to be shown. `Session::view` first adds the row.
    pub fn shown<T>(&self, subject: impl Into<Subject>, value: T) -> Shown<T> {
        let what = Changed { value, subject: subject.into(), count: 1, fields: String::new() };
        Shown { what, is_something: true }
    }

    /// For when there is nothing to show, which adds no row.
    pub fn nothing_to_show<T>(&self, value: T) -> Shown<T> {
        Shown { is_something: false, ..self.shown(Subject::NONE, value) }
    }
}

impl Session {
    /// Shows data whose showing must be recorded. The row is in the trail before the value is returned.
    ///
    /// # Errors
    /// `permission.denied` (which adds its own row) and what `f` refuses. In a read-only session also `view.in_use` and
    /// `view.no_row`, when no row can be added.
    pub fn view<T>(&mut self, op: Op, f: impl FnOnce(&ReadTx<'_>) -> Result<Shown<T>>) -> Result<T> {
        self.allow(op)?;
        let Shown { what, is_something } = f(&ReadTx { session: self })?;
        let (now, subject) = (self.parts.around.clock.now(), what.subject.id);
        if is_something && !self.seen.is_recent(op, subject, now) {
            self.leave_row_of_view(op, &what)?;
            self.seen.0.insert((op, subject), now);
        }
        Ok(what.value)
    }

    fn leave_row_of_view<T>(&self, op: Op, what: &Changed<T>) -> Result<()> {
        if self.parts.read_only {
            return self.row_for_looking(op, true, what);
        }
        let transaction = self.begin()?;
        let row = self.leave_row(op, true, what)?;
        self.commit(transaction, row)
    }

    /// Adds the row of a read-only session.
    pub(super) fn row_for_looking<T>(&self, op: Op, done: bool, what: &Changed<T>) -> Result<()> {
        let leave = self.parts.row_for_looking.as_ref().ok_or_else(|| Error::new(Code::ViewNoRow))?;
        leave(self.entry(op, done, what))
    }

    /// Adds a row that a read-only session prepared, together with what `also` writes.
    pub(crate) fn leave_ready_row(
        &self,
        row: trail::Entry,
        also: impl FnOnce(&WriteTx<'_>) -> Result<()>,
    ) -> Result<()> {
        let transaction = self.begin()?;
        also(&WriteTx { read: ReadTx { session: self } })?;
        let row = trail::append(&self.parts.conn, &*self.parts.pen, row)?;
        self.commit(transaction, row)
    }

    /// Records in the trail that the vault was opened read-only, where possible. A failure is ignored: a user who only
    /// needs a telephone number from a write-protected stick still gets in.
    pub(crate) fn note_looking(&self, op: Op) {
        let subject = Subject::from(self.user());
        let what = Changed { value: (), subject, count: 1, fields: "read_only".to_owned() };
        let _ = self.row_for_looking(op, true, &what);
    }
}
