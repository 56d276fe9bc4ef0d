//! Reading: rows of the database, and what a session knows.
use super::Session;
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::id::UserId;
use crate::kernel::person_data::PersonData;
use crate::kernel::progress::Progress;
use crate::kernel::sealed::CompartmentKeys;
use crate::kernel::time::{Date, Timestamp};
use crate::kernel::trail;
use crate::ops::{Op, Permission, Topic};
use rusqlite::{CachedStatement, OptionalExtension, Params, Row};
use std::any::{Any, TypeId};
use std::sync::{Arc, PoisonError};

/// A read transaction. Gives no access to the connection and refuses statements that write.
pub struct ReadTx<'s> {
    pub(super) session: &'s Session,
}

impl ReadTx<'_> {
    fn prepare(&self, sql: &str) -> Result<CachedStatement<'_>> {
        let stmt = self.session.parts.conn.prepare_cached(sql)?;
        if stmt.readonly() {
            Ok(stmt)
        } else {
            Err(Error::broken("a reading transaction was given a writing statement"))
        }
    }

    /// Returns all rows, each as `f` reads it.
    ///
    /// # Errors
    /// When the database fails.
    pub fn rows<T>(
        &self,
        sql: &str,
        params: impl Params,
        f: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut stmt = self.prepare(sql)?;
        let rows = stmt.query_map(params, f)?.collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }

    /// Calls `f` with every row, for what is read of everyone: a row can be read there without a copy of its texts.
    ///
    /// # Errors
    /// When the database fails, and what `f` refuses.
    pub fn each(&self, sql: &str, params: impl Params, mut f: impl FnMut(&Row<'_>) -> Result<()>) -> Result<()> {
        let mut stmt = self.prepare(sql)?;
        let mut rows = stmt.query(params)?;
        while let Some(row) = rows.next()? {
            f(row)?;
        }
        Ok(())
    }

    /// Returns the first row, if there is one.
    ///
    /// # Errors
    /// When the database fails.
    pub fn row<T>(
        &self,
        sql: &str,
        params: impl Params,
        f: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>> {
        Ok(self.prepare(sql)?.query_row(params, f).optional()?)
    }

    /// Returns a row that always exists, such as a count or a sum.
    ///
    /// # Errors
    /// When the database fails or there is none.
    pub fn one<T>(&self, sql: &str, params: impl Params, f: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>) -> Result<T> {
        self.row(sql, params, f)?.or_broken()
    }

    /// The current date in Amsterdam.
    pub fn today(&self) -> Date {
        self.session.parts.around.clock.today()
    }

    /// The current date, for calculating retention periods and deadlines.
    ///
    /// # Errors
    /// `clock.doubtful` when the date of this computer seems wrong and no user has confirmed it.
    pub fn day_to_count_from(&self) -> Result<Date> {
        self.undoubted_day().or_refuse(Code::ClockDoubtful)
    }

    /// As `day_to_count_from`, for callers that can also show their result without the calculation.
    pub fn undoubted_day(&self) -> Option<Date> {
        (!self.session.doubts_clock).then(|| self.today())
    }

    /// The current time.
    pub fn now(&self) -> Timestamp {
        self.session.parts.around.clock.now()
    }

    /// Whether the user has this permission.
    pub fn may(&self, permission: Permission) -> bool {
        self.session.may(permission)
    }

    /// The signed-in user.
    pub fn user(&self) -> UserId {
        self.session.user()
    }

    /// The names of all users, including removed ones: the trail, consents and reports refer to them.
    ///
    /// # Errors
    /// When the database fails.
    pub fn user_names(&self) -> Result<Vec<(UserId, String)>> {
        self.rows("SELECT id, name FROM user_account", [], |r| Ok((r.get(0)?, r.get(1)?)))
    }

    /// Every holder of personal data.
    pub fn holders(&self) -> &'static [&'static dyn PersonData] {
        self.session.parts.holders
    }

    /// The keys of the sealed columns.
    pub fn keys(&self) -> &CompartmentKeys {
        &self.session.parts.keys
    }

    /// Progress of long work.
    pub fn progress(&self) -> &Progress {
        &self.session.parts.around.progress
    }

    /// The latest of these rows of the trail, newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn trail(&self, wanted: trail::Wanted, limit: u32) -> Result<Vec<trail::Entry>> {
        trail::list(&self.session.parts.conn, wanted, limit)
    }

    /// Recomputes the trail after row `from` and checks its signatures; 0 checks all of it.
    ///
    /// # Errors
    /// When the database fails, and when the rosters are not valid.
    pub fn verify_trail(&self, from: u64) -> Result<trail::Verdict> {
        let signers = (self.session.parts.signers)(self)?;
        trail::verify(&self.session.parts.conn, &*signers, from)
    }

    /// A value that a feature keeps for as long as the vault is open.
    pub(crate) fn kept<T: Any>(&self) -> Option<&T> {
        self.session.kept()
    }

    pub(crate) fn last_row(&self) -> Result<Option<trail::Entry>> {
        trail::last(&self.session.parts.conn)
    }

    /// Number and hash of the last row of the trail about anything but opening the vault.
    pub(crate) fn last_work(&self) -> Result<Option<(i64, Vec<u8>)>> {
        trail::last_but(&self.session.parts.conn, Op::VaultUnlock)
    }

    pub(crate) fn hash_of_row(&self, seq: u64) -> Result<Option<Vec<u8>>> {
        trail::hash_of(&self.session.parts.conn, seq)
    }

    /// The `user_version` of the file.
    pub(crate) fn schema_version(&self) -> Result<u32> {
        self.one("PRAGMA user_version", [], |r| r.get(0))
    }

    /// Returns the cached value if it is still valid, or builds it anew: valid until a write touches one of `topics`,
    /// another day begins, or the user's roles change. For what is built from everyone; one value per type, dropped
    /// with the session. Not for use inside a write, which would not see its own changes.
    ///
    /// # Errors
    /// What `build` refuses.
    pub fn cached<T: Any + Send + Sync>(
        &self,
        topics: &[Topic],
        build: impl FnOnce(&Self) -> Result<T>,
    ) -> Result<Arc<T>> {
        let revisions: u64 = topics.iter().filter_map(|topic| self.session.revisions.get(topic)).sum();
        let stamp = (revisions, self.undoubted_day());
        let key = TypeId::of::<T>();
        let held = self.session.cache.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        if let Some(found) = held.filter(|(built, _)| *built == stamp).and_then(|(_, v)| v.downcast::<T>().ok()) {
            return Ok(found);
        }
        let fresh = Arc::new(build(self)?);
        self.session.cache.lock().unwrap_or_else(PoisonError::into_inner).insert(key, (stamp, fresh.clone()));
        Ok(fresh)
    }
}
