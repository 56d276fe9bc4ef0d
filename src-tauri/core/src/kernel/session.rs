//! The write path: every read and write of a vault goes through here. A write checks the permission, changes the data
//! and adds its row to the trail in one transaction. The types enforce this: only this file can make a `Changed`, and
//! without one there is no `Done`.
use crate::error::{Code, Error, OrError, Result};
use crate::kernel::db::{self, Rekeyed};
use crate::kernel::files::{FileTable, Target, Written};
use crate::kernel::id::{Ids, PersonId, ReplicaId, UserId};
use crate::kernel::person_data::PersonData;
use crate::kernel::progress::Progress;
use crate::kernel::reserve;
use crate::kernel::sealed::CompartmentKeys;
use crate::kernel::secret::Key;
use crate::kernel::time::{Clock, Date, Timestamp};
use crate::kernel::trail::{self, Pen, Signers};
use crate::ops::{self, Op, Permission, Role, Topic};
use rusqlite::{CachedStatement, Connection, OptionalExtension, Params, Row, Transaction, TransactionBehavior};
use serde::Serialize;
use std::any::{Any, TypeId};
use std::collections::{BTreeSet, HashMap};
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use uuid::Uuid;

mod view;

#[cfg(any(test, feature = "testing"))]
pub use view::Shown;

/// What the core needs from outside: the clock, fresh ids, progress, chosen files. Faked in tests.
#[derive(Clone)]
pub struct Surroundings {
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The source of new ids.
    pub ids: Arc<dyn Ids>,
    /// Progress of long work.
    pub progress: Progress,
    /// The files that the user chose.
    pub files: FileTable,
    /// Whether a vault may have a key derivation cost below the floor, which makes its passphrases cheaper to guess.
    /// True only in tests and where a caller of the command line asks for it.
    pub cheap_keys: bool,
}

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The user's id.
    pub id: UserId,
    /// The user's roles in the association.
    pub roles: Vec<Role>,
    /// Whether the user is an administrator.
    pub admin: bool,
}

/// The parts of a session, supplied by the vault feature once it has opened the keys.
pub struct Parts {
    /// The open database.
    pub conn: Connection,
    /// The vault's folder.
    pub folder: PathBuf,
    /// The keys from this user's slot.
    pub keys: CompartmentKeys,
    /// Who is signed in.
    pub signed_in: SignedIn,
    /// The key with which the user signs rows of the trail.
    pub pen: Box<dyn Pen>,
    /// Reads from the data who could sign what.
    pub signers: SignersOf,
    /// This copy of the vault.
    pub replica: ReplicaId,
    /// Whether the session is read-only.
    pub read_only: bool,
    /// How a read-only session adds its rows to the trail; `None` where it cannot.
    pub row_for_looking: Option<RowForLooking>,
    /// Whether someone else chose the passphrase. If so, the user must choose a new one before doing anything else.
    pub own_passphrase_first: bool,
    /// The lock on the folder, kept for as long as the session lives.
    pub guard: Option<Box<dyn Any + Send>>,
    /// Every holder of personal data.
    pub holders: &'static [&'static dyn PersonData],
    /// What the core needs from outside.
    pub around: Surroundings,
}

/// Reads from the data who could sign what.
pub type SignersOf = fn(&ReadTx<'_>) -> Result<Box<dyn Signers>>;

/// Adds one row to the trail on behalf of a read-only session. If it refuses, the requested data is not shown.
pub type RowForLooking = Box<dyn Fn(trail::Entry) -> Result<()> + Send + Sync>;

/// The revisions of the topics that a cached value was built from, and the day.
type Stamp = (u64, Option<Date>);
type Cache = HashMap<TypeId, (Stamp, Arc<dyn Any + Send + Sync>)>;

/// An open vault with a signed-in user. Dropping it closes the file and wipes the keys.
pub struct Session {
    parts: Parts,
    grants: BTreeSet<Permission>,
    revisions: HashMap<Topic, u64>,
    cache: Mutex<Cache>,
    kept: HashMap<TypeId, Box<dyn Any + Send + Sync>>,
    seen: view::Seen,
    written: Arc<Mutex<BTreeSet<String>>>,
    lost: bool,
    doubts_clock: bool,
}

/// The result of a write: the value, and the topics that it made stale.
#[derive(Debug, Clone, Serialize)]
pub struct Done<T> {
    /// The value.
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
    value: T,
    subject: Subject,
    count: i64,
    fields: String,
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
    /// Starts a session over an open vault.
    ///
    /// # Errors
    /// When the database refuses the hook that watches the tables.
    pub fn new(parts: Parts) -> Result<Self> {
        let grants = ops::permissions(&parts.signed_in.roles, parts.signed_in.admin);
        let (revisions, kept) = (HashMap::new(), HashMap::new());
        let (cache, written) = (Mutex::default(), Arc::default());
        let seen = view::Seen::default();
        let mut session =
            Session { parts, grants, revisions, cache, kept, seen, written, lost: false, doubts_clock: false };
        session.watch()?;
        Ok(session)
    }

    /// Debug builds record which tables a write changes.
    fn watch(&mut self) -> Result<()> {
        let seen = Arc::clone(&self.written);
        if cfg!(debug_assertions) {
            self.parts.conn.update_hook(Some(move |_, _: &str, table: &str, _| {
                seen.lock().unwrap_or_else(PoisonError::into_inner).insert(table.to_owned());
            }))?;
        }
        Ok(())
    }

    /// Runs a read, if the user has the permission.
    ///
    /// # Errors
    /// `permission.denied`, and what `f` refuses.
    pub fn read<T>(&self, needs: Permission, f: impl FnOnce(&ReadTx<'_>) -> Result<T>) -> Result<T> {
        self.allow_read(needs)?;
        f(&ReadTx { session: self })
    }

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

    /// Refuses a write that the user may not do, before looking at the request, and adds the refusal to the trail.
    ///
    /// # Errors
    /// `permission.denied`, and when the row cannot be added.
    pub fn allow(&self, op: Op) -> Result<()> {
        if self.may(op.needs()) {
            return Ok(());
        }
        self.note_denied(op)?;
        Err(Error::new(Code::PermissionDenied))
    }

    /// Refuses a read that the user may not do.
    ///
    /// # Errors
    /// `permission.denied`.
    pub fn allow_read(&self, needs: Permission) -> Result<()> {
        if self.may(needs) { Ok(()) } else { Err(Error::new(Code::PermissionDenied)) }
    }

    /// The transaction rolls back unless it is committed, also when a panic unwinds through it.
    fn begin(&self) -> Result<Transaction<'_>> {
        Ok(Transaction::new_unchecked(&self.parts.conn, TransactionBehavior::Immediate)?)
    }

    fn change<T>(&self, op: Op, f: impl FnOnce(&WriteTx<'_>) -> Result<Changed<T>>) -> Result<T> {
        let transaction = self.begin()?;
        self.written.lock().unwrap_or_else(PoisonError::into_inner).clear();
        let changed = f(&WriteTx { read: ReadTx { session: self } })?;
        self.check_touches(op);
        self.leave_row(op, true, &changed)?;
        transaction.commit()?;
        Ok(changed.value)
    }

    /// In a read-only session the row is added where possible. The caller refuses either way.
    fn note_denied(&self, op: Op) -> Result<()> {
        let nothing = Changed { value: (), subject: Subject::NONE, count: 0, fields: String::new() };
        if self.parts.read_only {
            let _ = self.row_for_looking(op, false, &nothing);
            return Ok(());
        }
        let transaction = self.begin()?;
        self.leave_row(op, false, &nothing)?;
        Ok(transaction.commit()?)
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
        let leave_row = || {
            also(&WriteTx { read: ReadTx { session: self } })?;
            self.leave_row(Op::VaultMigrate, true, &nothing)
        };
        db::migrate(&self.parts.conn, &self.parts.folder.join("data.db"), db::MIGRATIONS, leave_row)
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

    fn leave_row<T>(&self, op: Op, done: bool, changed: &Changed<T>) -> Result<()> {
        trail::append(&self.parts.conn, &*self.parts.pen, self.entry(op, done, changed))
    }

    fn entry<T>(&self, op: Op, done: bool, changed: &Changed<T>) -> trail::Entry {
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

    /// Whether the user has this permission.
    pub fn may(&self, permission: Permission) -> bool {
        self.grants.contains(&permission)
    }

    /// All permissions of the user.
    pub fn grants(&self) -> &BTreeSet<Permission> {
        &self.grants
    }

    /// Who is signed in.
    pub fn signed_in(&self) -> &SignedIn {
        &self.parts.signed_in
    }

    /// The signed-in user.
    pub fn user(&self) -> UserId {
        self.parts.signed_in.id
    }

    /// What the core needs from outside.
    pub fn around(&self) -> &Surroundings {
        &self.parts.around
    }

    /// The vault's folder.
    pub fn folder(&self) -> &Path {
        &self.parts.folder
    }

    /// Whether the session is read-only.
    pub fn is_read_only(&self) -> bool {
        self.parts.read_only
    }

    /// Whether someone else chose the passphrase, so that the user must choose a new one first.
    pub fn wants_own_passphrase(&self) -> bool {
        self.parts.own_passphrase_first
    }

    /// The keys that this user has.
    pub fn keys(&self) -> &CompartmentKeys {
        &self.parts.keys
    }

    /// Takes over new keys after a re-key.
    pub(crate) fn replace_keys(&mut self, keys: CompartmentKeys) {
        self.parts.keys = keys;
    }

    /// Replaces the key that signs the trail, or the roster it refers to.
    pub(crate) fn replace_pen(&mut self, pen: Box<dyn Pen>) {
        self.parts.pen = pen;
    }

    /// Applies a change of the user's own roles. Their permissions change at once.
    pub(crate) fn replace_duties(&mut self, roles: Vec<Role>, admin: bool) {
        self.grants = ops::permissions(&roles, admin);
        (self.parts.signed_in.roles, self.parts.signed_in.admin) = (roles, admin);
        // What the old roles were shown is not for the new ones.
        self.cache.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Marks the date of this computer as doubtful or not. While it is, nothing is calculated from it until a user
    /// confirms it.
    pub(crate) fn doubt_the_clock(&mut self, doubtful: bool) {
        self.doubts_clock = doubtful;
        // Drop cached results that were calculated from the date.
        self.cache.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Sets how this read-only session adds its rows to the trail.
    pub(crate) fn leave_rows_by(&mut self, way: RowForLooking) {
        self.parts.row_for_looking = Some(way);
    }

    /// Takes over the lock on the folder.
    pub(crate) fn hold(&mut self, guard: Box<dyn Any + Send>) {
        self.parts.guard = Some(guard);
    }

    /// Closes the file but keeps the folder locked, for work on the file as a whole just before the vault is released.
    pub(crate) fn close_data(&mut self) -> Result<()> {
        self.parts.conn = db::nothing()?;
        self.lost = true;
        Ok(())
    }

    /// Keeps one value per type for a feature, for as long as the vault is open.
    pub(crate) fn keep<T: Any + Send + Sync>(&mut self, thing: T) {
        self.kept.insert(TypeId::of::<T>(), Box::new(thing));
    }

    /// Returns the value that was kept.
    pub(crate) fn kept<T: Any>(&self) -> Option<&T> {
        self.kept.get(&TypeId::of::<T>())?.downcast_ref()
    }

    /// Drops the value that was kept.
    pub(crate) fn let_go<T: Any>(&mut self) {
        self.kept.remove(&TypeId::of::<T>());
    }

    /// Gives `data.db` a new key.
    ///
    /// # Errors
    /// `disk.full` and the like: the old key still applies. If the file does not open with the old key either, the
    /// session is lost.
    pub(crate) fn rekey_database(&mut self, old: &Key, new: &Key) -> Result<()> {
        let path = self.parts.folder.join("data.db");
        let conn = std::mem::replace(&mut self.parts.conn, db::nothing()?);
        let why = match db::rekey(conn, &path, old, new) {
            Rekeyed::New(conn) => return self.take(conn),
            Rekeyed::Old(conn, why) => {
                self.take(conn)?;
                why
            }
            Rekeyed::Closed(why) => {
                self.lost = true;
                why
            }
        };
        // SQLCipher reports that it failed, not why. A lack of space is something the user can solve, so check for that
        // first.
        reserve::try_journal(&self.parts.folder)?;
        Err(why)
    }

    fn take(&mut self, conn: Connection) -> Result<()> {
        self.parts.conn = conn;
        self.watch()
    }

    /// Whether the file was closed although the session still exists. Such a session must be dropped.
    pub(crate) fn is_lost(&self) -> bool {
        self.lost
    }

    /// Rewrites `data.db`, so that no erased data remains in the file.
    pub(crate) fn vacuum(&self) -> Result<()> {
        Ok(self.parts.conn.execute_batch("VACUUM")?)
    }

    /// Writes a document to its target.
    ///
    /// # Errors
    /// As `FileTable::deliver`.
    pub fn deliver(&self, target: &Target, name: &str, bytes: &[u8], pages: u32) -> Result<Written> {
        self.parts.around.files.deliver(&*self.parts.around.ids, target, name, bytes, pages)
    }
}

/// A read transaction. Gives no access to the connection and refuses statements that write.
pub struct ReadTx<'s> {
    session: &'s Session,
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

    /// Returns all rows.
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

    /// The last row of the trail.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) fn last_row(&self) -> Result<Option<trail::Entry>> {
        trail::last(&self.session.parts.conn)
    }

    /// The hash of one row of the trail.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) fn hash_of_row(&self, seq: u64) -> Result<Option<Vec<u8>>> {
        trail::hash_of(&self.session.parts.conn, seq)
    }

    /// The `user_version` of the file.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) fn schema_version(&self) -> Result<u32> {
        self.one("PRAGMA user_version", [], |r| r.get(0))
    }

    /// Returns the cached value if it is still valid, or builds it anew: valid until a write touches one of `topics`,
    /// another day begins, or the user's roles change. For what is built from everyone; one value per type, dropped with
    /// the session. Not for use inside a write, which would not see its own changes.
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

/// A write transaction: everything a `ReadTx` can do, and changes.
pub struct WriteTx<'s> {
    read: ReadTx<'s>,
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
    id: Option<Uuid>,
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
