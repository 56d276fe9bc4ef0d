//! An open vault: every read and write goes through here. `read` and `write` hold the transactions, `view` what may not be
//! seen without a trace, and `parts` what a session consists of. The types enforce the path: only these files can make a
//! `Changed`, and without one there is no `Done`.
use crate::error::{Code, Error, Result};
use crate::kernel::db::{self, Rekeyed};
use crate::kernel::files::{Target, Written};
use crate::kernel::id::UserId;
use crate::kernel::reserve;
use crate::kernel::sealed::CompartmentKeys;
use crate::kernel::secret::Key;
use crate::kernel::time::Date;
use crate::kernel::trail::Pen;
use crate::ops::{self, Op, Permission, Role, Topic};
use rusqlite::Connection;
use std::any::{Any, TypeId};
use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

mod head;
mod parts;
mod read;
mod view;
mod write;

pub(crate) use head::Replaced;
pub use parts::{Parts, RowForLooking, SignedIn, Surroundings};
pub use read::ReadTx;
#[cfg(any(test, feature = "testing"))]
pub use view::Shown;
pub use write::{Changed, Done, Subject, WriteTx};

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
    head: head::Head,
    written: Arc<Mutex<BTreeSet<String>>>,
    lost: bool,
    doubts_clock: bool,
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
        let (seen, head) = (view::Seen::default(), head::Head::of(&parts.folder));
        let mut session =
            Session { parts, grants, revisions, cache, kept, seen, head, written, lost: false, doubts_clock: false };
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

    pub(crate) fn kept<T: Any>(&self) -> Option<&T> {
        self.kept.get(&TypeId::of::<T>())?.downcast_ref()
    }

    pub(crate) fn let_go<T: Any>(&mut self) {
        self.kept.remove(&TypeId::of::<T>());
    }

    /// Gives `data.db` a new key.
    ///
    /// # Errors
    /// `disk.full` and the like: the old key still applies. If the file does not open with the old key either, or if
    /// another file has its name (`vault.replaced`), the session is lost.
    pub(crate) fn rekey_database(&mut self, old: &Key, new: &Key) -> Result<()> {
        self.check_head()?;
        let path = self.parts.folder.join("data.db");
        let conn = std::mem::replace(&mut self.parts.conn, db::nothing()?);
        let rekeyed = db::rekey(conn, &path, old, new);
        if self.is_moved() && self.parts.folder.is_dir() {
            // What was opened by its name again is not what had this name before.
            self.lost = true;
            return Err(Error::new(Code::VaultReplaced));
        }
        let why = match rekeyed {
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
