//! Looking at what must not be looked at unseen: notes, gifts, everything at once. Whoever is shown such a thing leaves a
//! row in the trail, however they came in: through a vault opened for looking only too, or it is not shown.
use super::{Changed, ReadTx, Session, Subject, WriteTx};
use crate::error::{Code, Error, Result};
use crate::kernel::time::Timestamp;
use crate::kernel::trail;
use crate::ops::Op;
use std::collections::HashMap;
use uuid::Uuid;

/// Who looks again at the same thing within this time has looked once: a page loads anew whenever something changes.
const ONE_LOOK_MS: i64 = 15 * 60 * 1_000;

/// What was looked at in this session, and when that left its row.
#[derive(Default)]
pub(super) struct Seen(HashMap<(Op, Option<Uuid>), Timestamp>);

impl Seen {
    fn is_recent(&self, op: Op, subject: Option<Uuid>, now: Timestamp) -> bool {
        let since = |at: &Timestamp| now.0.saturating_sub(at.0);
        self.0.get(&(op, subject)).is_some_and(|at| (0..ONE_LOOK_MS).contains(&since(at)))
    }
}

/// What is about to be shown, and about whom. Only a `ReadTx` makes one.
#[must_use]
pub struct Shown<T> {
    what: Changed<T>,
    is_something: bool,
}

impl<T> Shown<T> {
    /// How many records or people are shown, where it is not one.
    pub fn counted(mut self, count: usize) -> Self {
        self.what = self.what.counted(count);
        self
    }

    /// The names of the fields that are shown, where they are not all of it. Names, never values.
    pub fn fields(mut self, names: &[&str]) -> Self {
        self.what = self.what.fields(names);
        self
    }
}

impl ReadTx<'_> {
    /// Says what is about to be shown: `Session::view` leaves its row first.
    pub fn shown<T>(&self, subject: impl Into<Subject>, value: T) -> Shown<T> {
        let what = Changed { value, subject: subject.into(), count: 1, fields: String::new() };
        Shown { what, is_something: true }
    }

    /// There is nothing of the kind: no row either.
    pub fn nothing_to_show<T>(&self, value: T) -> Shown<T> {
        Shown { is_something: false, ..self.shown(Subject::NONE, value) }
    }
}

impl Session {
    /// Shows something whose showing must be known afterwards. Its row is there before the value is handed out.
    ///
    /// # Errors
    /// `permission.denied` (which leaves its own row) and what `f` refuses; opened for looking only `view.in_use` and
    /// `view.no_row`, where no row can be left.
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
        self.leave_row(op, true, what)?;
        Ok(transaction.commit()?)
    }

    /// The row of somebody who opened the vault for looking only.
    pub(super) fn row_for_looking<T>(&self, op: Op, done: bool, what: &Changed<T>) -> Result<()> {
        let leave = self.parts.row_for_looking.as_ref().ok_or_else(|| Error::new(Code::ViewNoRow))?;
        leave(self.entry(op, done, what))
    }

    /// Leaves a row that a session made that only looks, together with what belongs to it.
    pub(crate) fn leave_ready_row(
        &self,
        row: trail::Entry,
        also: impl FnOnce(&WriteTx<'_>) -> Result<()>,
    ) -> Result<()> {
        let transaction = self.begin()?;
        also(&WriteTx { read: ReadTx { session: self } })?;
        trail::append(&self.parts.conn, &*self.parts.pen, row)?;
        Ok(transaction.commit()?)
    }

    /// Notes that the vault was opened for looking, where that can be noted: who only wants to see a telephone number on a
    /// stick that cannot be written gets in.
    pub(crate) fn note_looking(&self, op: Op) {
        let subject = self.user().map_or(Subject::NONE, Subject::from);
        let what = Changed { value: (), subject, count: 1, fields: "read_only".to_owned() };
        let _ = self.row_for_looking(op, true, &what);
    }
}
