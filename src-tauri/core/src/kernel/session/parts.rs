//! What a session consists of, supplied by the vault feature once it has opened the keys.
use super::ReadTx;
use crate::error::Result;
use crate::kernel::files::FileTable;
use crate::kernel::id::{Ids, ReplicaId, UserId};
use crate::kernel::person_data::PersonData;
use crate::kernel::progress::Progress;
use crate::kernel::sealed::CompartmentKeys;
use crate::kernel::time::Clock;
use crate::kernel::trail::{self, Pen, Signers};
use crate::ops::Role;
use rusqlite::Connection;
use std::any::Any;
use std::path::PathBuf;
use std::sync::Arc;

/// What the core needs from outside: the clock, fresh ids, progress, chosen files. Faked in tests.
#[derive(Clone)]
pub struct Surroundings {
    /// The only clock that the core reads.
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
    /// Is what is stored at home gone when this run ends?
    pub one_run: bool,
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
pub(super) type SignersOf = fn(&ReadTx<'_>) -> Result<Box<dyn Signers>>;

/// Adds one row to the trail on behalf of a read-only session. If it refuses, the requested data is not shown.
pub type RowForLooking = Box<dyn Fn(trail::Entry) -> Result<()> + Send + Sync>;
