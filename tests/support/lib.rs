//! The base for journeys and contract tests: a vault with a fixed clock and sequential ids, opened with any role, or a whole
//! computer, both used through the typed commands of the core (`Calls`).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where something is not as it must be"
)]
mod calls;
mod computer;
#[cfg(target_os = "linux")]
pub mod memory;
pub mod pages;
pub mod paper;
pub mod requests;
pub mod schema;

use ledenkluis_core::api::types::{NewPerson, PersonId, RelationKind};
use ledenkluis_core::api::{Shared, call};
use ledenkluis_core::app::{App, HOLDERS, NoDeviceKeys};
use ledenkluis_core::kernel::db::{self, Mode};
use ledenkluis_core::kernel::files::FileTable;
use ledenkluis_core::kernel::id::{CountedIds, FileToken, Ids, ReplicaId, UserId};
use ledenkluis_core::kernel::sealed::{Compartment, CompartmentKeys};
use ledenkluis_core::kernel::secret::Key;
use ledenkluis_core::kernel::session::{Parts, Session, SignedIn, Surroundings};
use ledenkluis_core::kernel::time::{Date, FixedClock, Timestamp};
use ledenkluis_core::kernel::trail::{Entry, Fault, Pen, Signers, Wanted};
use ledenkluis_core::ops::Role;
use requests::{at_home, named, since};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;
use uuid::Uuid;

pub use calls::Calls;
pub use computer::{Computer, MemoryKeychain, PASSPHRASE};

/// The date in every test: a Tuesday.
pub const TODAY: &str = "2026-11-24";

/// A simple stand-in for signing rows of the trail: enough to see that a row was signed, and by whom.
struct Stamp(UserId);

/// Checks the signatures of a `Stamp`.
struct Stamps;

fn stamp(user: UserId, hash: &[u8]) -> Vec<u8> {
    Sha256::new().chain_update(user.0.as_bytes()).chain_update(hash).finalize().to_vec()
}

impl Pen for Stamp {
    fn roster(&self) -> u64 {
        1
    }
    fn sign(&self, hash: &[u8]) -> Vec<u8> {
        stamp(self.0, hash)
    }
}

impl Signers for Stamps {
    fn fault(&self, entry: &Entry) -> Option<Fault> {
        let signed = entry.actor.is_some_and(|user| stamp(user, &entry.hash) == entry.signature);
        if signed { None } else { Some(Fault::Unsigned) }
    }
}

/// A vault in a folder of its own, opened as one user at a time.
pub struct TestVault {
    folder: TempDir,
    ids: Arc<CountedIds>,
    app: App,
}

/// The compartment keys of each role, as in the vault feature.
pub fn keys_of(roles: &[Role]) -> CompartmentKeys {
    let mut keys = CompartmentKeys::new();
    keys.insert(Compartment::Main, 1, Key::new([1; 32]));
    if roles.contains(&Role::Treasurer) {
        keys.insert(Compartment::Giving, 1, Key::new([2; 32]));
    }
    if roles.contains(&Role::Secretary) || roles.contains(&Role::Privacy) {
        keys.insert(Compartment::Confidential, 1, Key::new([3; 32]));
    }
    keys
}

fn open_data(folder: &Path, mode: Mode) -> Connection {
    db::open(&folder.join("data.db"), &Key::new([1; 32]), mode).expect("a database")
}

fn user_of(roles: &[Role], admin: bool) -> UserId {
    let bits = roles.iter().map(|r| 1_u128 << (*r as u8)).sum::<u128>() + if admin { 16 } else { 0 };
    UserId(Uuid::from_u128(0xffff_0000_0000_7000_8000_0000_0000_0000 | bits))
}

impl TestVault {
    /// A new vault, opened as its secretary.
    pub fn new() -> Self {
        Self::as_role(&[Role::Secretary], false)
    }

    /// A new vault, opened as a user with these roles.
    pub fn as_role(roles: &[Role], admin: bool) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let ids = Arc::new(CountedIds::default());
        let app = Self::open(folder.path(), &ids, roles, admin, Mode::Create);
        TestVault { folder, ids, app }
    }

    fn open(folder: &Path, ids: &Arc<CountedIds>, roles: &[Role], admin: bool, mode: Mode) -> App {
        let clock = Arc::new(FixedClock(Timestamp::noon_of(TODAY.parse::<Date>().expect("a date"))));
        let mut app =
            App::with(clock.clone(), ids.clone(), folder.join("home"), &folder.join("scratch"), Arc::new(NoDeviceKeys))
                .expect("an application");
        let conn = open_data(folder, mode);
        let user = user_of(roles, admin);
        conn.execute(
            "INSERT OR IGNORE INTO user_account (id, name, roles, admin, created_at, changed_at, replica) VALUES (?1, ?2, ?3, ?4, 0, 0, ?5)",
            (user, format!("{roles:?}"), serde_json::to_string(roles).expect("roles"), admin, ReplicaId(Uuid::from_u128(7))),
        )
        .expect("a user");
        let session = Session::new(Parts {
            conn,
            folder: folder.to_owned(),
            keys: keys_of(roles),
            signed_in: SignedIn { id: user, roles: roles.to_vec(), admin },
            pen: Box::new(Stamp(user)),
            signers: |_| Ok(Box::new(Stamps)),
            replica: ReplicaId(Uuid::from_u128(7)),
            read_only: false,
            row_for_looking: None,
            own_passphrase_first: false,
            guard: None,
            holders: HOLDERS,
            around: Surroundings {
                clock,
                ids: ids.clone(),
                progress: app.progress(),
                files: FileTable::new(folder.join("print")).expect("a print folder"),
                cheap_keys: true,
                one_run: false,
            },
        })
        .expect("a session");
        app.adopt(session);
        app
    }

    /// Opens the same vault as another user.
    pub fn reopen_as(&mut self, roles: &[Role], admin: bool) {
        self.app.lock().expect("locking");
        self.app = Self::open(self.folder.path(), &self.ids, roles, admin, Mode::ReadWrite);
    }

    /// The application as a window shares it between threads. The folder exists as long as the second value.
    pub fn shared(self) -> (Shared, TempDir) {
        (Shared::new(self.app), self.folder)
    }

    /// The vault's folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The number of rows of a table in the vault in this folder.
    pub fn count_in(folder: &Path, table: &str) -> i64 {
        let count = format!("SELECT count(*) FROM {table}");
        open_data(folder, Mode::ReadOnly).query_row(&count, (), |row| row.get(0)).expect("a table")
    }

    /// A file outside the vault, and its token.
    pub fn file(&self, name: &str) -> (PathBuf, FileToken) {
        let desk = self.folder.path().join("desk");
        std::fs::create_dir_all(&desk).expect("a folder beside the vault's files");
        let path = desk.join(name);
        let token =
            self.app.session().expect("an open vault").around().files.admit(&*self.ids as &dyn Ids, path.clone());
        (path, token)
    }

    /// Creates a person with an e-mail address and a current membership; returns the id.
    pub fn person(&mut self, given_name: &str, surname: &str) -> PersonId {
        let email = at_home(&format!("{}@voorbeeld.nl", given_name.to_lowercase()));
        let relations = vec![since(RelationKind::Member, "2011-09-01")];
        self.ask(call::people_create, NewPerson { emails: vec![email], relations, ..named(given_name, surname) })
    }

    /// The trail as lines of `op outcome count fields`, oldest first.
    pub fn trail(&mut self) -> Vec<String> {
        let session = self.app.session().expect("an open vault");
        let entries = session
            .read(ledenkluis_core::ops::Permission::Own, |tx| tx.trail(Wanted::default(), 1_000))
            .expect("the trail");
        let line = |e: Entry| {
            let outcome = if e.done { "done" } else { "denied" };
            format!("{} {outcome} {} {}", e.op, e.count, e.fields).trim_end().to_owned()
        };
        entries.into_iter().rev().map(line).collect()
    }
}

impl Calls for TestVault {
    fn app(&mut self) -> &mut App {
        &mut self.app
    }
}

impl Default for TestVault {
    fn default() -> Self {
        TestVault::new()
    }
}
