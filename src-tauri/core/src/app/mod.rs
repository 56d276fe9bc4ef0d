//! The application without a window: closed, locked or open. Each shell holds it under one lock.
mod away;
mod device;
mod faults;
mod idle;
mod last;
mod privacy;
pub mod vault;

use crate::error::{Code, Error, OrError, Result};
use crate::features;
use crate::features::consent::ConsentData;
use crate::features::donations::DonationsData;
use crate::features::drafts::DraftsData;
use crate::features::erasure;
use crate::features::export::DisclosureData;
use crate::features::import::ImportData;
use crate::features::people::PeopleData;
use crate::features::retention::RetentionData;
use crate::features::vault::SetAside;
use crate::kernel::files::{FileTable, sweep_abandoned};
use crate::kernel::id::Ids;
use crate::kernel::person_data::PersonData;
use crate::kernel::secret::wipe_stack;
use crate::kernel::session::{Session, Surroundings};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use away::{News, Signal, news, slept};
pub use faults::{FaultLog, tell_panics};
pub use idle::Idle;
pub use privacy::keep_memory_private;
// The interface for the shells. They use this module, `api`, `error`, `ops` and `text`, and nothing deeper.
pub use crate::features::vault::{DeviceKeys, NoDeviceKeys};
pub use crate::kernel::files::{Scratch, ensure_deliverable, read_chosen, write_document, write_whole};
pub use crate::kernel::id::{FileToken, TimeOrderedIds};
pub use crate::kernel::progress::{Counts, Progress, Turn};
pub use crate::kernel::secret::{Passphrase, Secret};
pub use crate::kernel::time::{Clock, Date, FixedClock, SystemClock, Timestamp};

/// Every holder of personal data. `export` and `erasure` go through this list.
pub const HOLDERS: &[&dyn PersonData] =
    &[&ConsentData, &DonationsData, &DraftsData, &ImportData, &RetentionData, &DisclosureData, &PeopleData];

/// A file or folder that the user chose.
#[derive(Debug, Clone, Serialize)]
pub struct Chosen {
    /// The token that stands for the path.
    pub file: FileToken,
    /// The last part of the path, to show.
    pub name: String,
}

/// The file name extensions that the import accepts.
pub const LISTS: &[&str] = &["xlsx", "xls", "ods", "csv", "tsv", "txt"];

fn shown(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Whether the file's extension is one that the import accepts.
pub fn is_list(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
    ending.is_some_and(|ending| LISTS.contains(&ending.as_str()))
}

enum State {
    /// No vault was chosen.
    Closed,
    /// A vault was chosen; nobody is signed in.
    Locked(PathBuf),
    /// A user is signed in.
    Open(Box<Session>),
}

/// The application: the chosen or open vault, and what it needs of this computer. A shell holds one, under a lock.
pub struct App {
    around: Surroundings,
    device_keys: Arc<dyn DeviceKeys>,
    keychain_there: device::KeychainThere,
    home: PathBuf,
    state: State,
    made: Option<Made>,
    set_aside: Option<SetAside>,
}

/// A vault created in this run, and whether its folder already existed.
struct Made {
    folder: PathBuf,
    was_there: bool,
}

impl App {
    /// An application with no vault chosen. New vaults go into `home`. Documents for printing go into a private folder
    /// in `scratch`, which this empties.
    ///
    /// # Errors
    /// When `scratch` cannot be made private.
    pub fn new(home: PathBuf, scratch: &Path, device_keys: Arc<dyn DeviceKeys>) -> Result<Self> {
        let mut app = Self::with(Arc::new(SystemClock), Arc::new(TimeOrderedIds), home, scratch, device_keys)?;
        app.around.cheap_keys = false;
        Ok(app)
    }

    /// As `new`, with the caller's own clock and ids. It also accepts a key derivation cost below the floor, so the
    /// caller must know the risk. For tests and the command line; the window uses `new`.
    ///
    /// # Errors
    /// When `scratch` cannot be made private.
    pub fn with(
        clock: Arc<dyn Clock>,
        ids: Arc<dyn Ids>,
        home: PathBuf,
        scratch: &Path,
        device_keys: Arc<dyn DeviceKeys>,
    ) -> Result<Self> {
        features::vault::start_threads()?;
        let files = FileTable::new(scratch.join("print"))?;
        // Notes about vaults in this folder are also written through temporary files, so remove abandoned ones.
        sweep_abandoned(&home);
        let around =
            Surroundings { clock, ids, progress: Progress::default(), files, cheap_keys: true, one_run: false };
        let state = last::used(&home).map_or(State::Closed, State::Locked);
        Ok(App {
            around,
            device_keys,
            keychain_there: device::KeychainThere::new(),
            home,
            state,
            made: None,
            set_aside: None,
        })
    }

    /// For a run whose home is gone when it ends, as that of `kluis`.
    #[must_use]
    pub fn for_one_run(mut self) -> Self {
        self.around.one_run = true;
        self
    }

    /// The progress of long work, for use without the lock on the application.
    pub fn progress(&self) -> Progress {
        self.around.progress.clone()
    }

    /// Registers a path from a dialog or the command line.
    pub fn admit(&self, path: PathBuf) -> FileToken {
        self.around.files.admit(&*self.around.ids, path)
    }

    /// Registers a path to write to, where the user agreed to replace an existing file.
    pub fn admit_to_replace(&self, path: PathBuf) -> FileToken {
        self.around.files.admit_to_replace(&*self.around.ids, path)
    }

    /// Registers a path from the system's save dialog, which has already asked before replacing a file.
    pub fn chosen_to_save(&self, path: PathBuf) -> Chosen {
        Chosen { name: shown(&path), file: self.admit_to_replace(path) }
    }

    /// Registers a path from a dialog. The UI gets a token and a name to show, never the path.
    pub fn chosen(&self, path: PathBuf) -> Chosen {
        Chosen { name: shown(&path), file: self.admit(path) }
    }

    /// The path of a token, for a shell that opens it in the system's viewer.
    ///
    /// # Errors
    /// `file.token_unknown`.
    pub fn path_of(&self, token: FileToken) -> Result<PathBuf> {
        self.around.files.path(token)
    }

    /// What the core needs from outside.
    pub(crate) fn around(&self) -> &Surroundings {
        &self.around
    }

    pub(crate) fn device_keys(&self) -> &Arc<dyn DeviceKeys> {
        &self.device_keys
    }

    pub(crate) fn has_keychain(&self) -> bool {
        self.keychain_there.ask(&self.device_keys)
    }

    /// Where new vaults go.
    pub(crate) fn home(&self) -> &Path {
        &self.home
    }

    /// The folder of the chosen vault.
    pub(crate) fn folder(&self) -> Option<&Path> {
        match &self.state {
            State::Closed => None,
            State::Locked(folder) => Some(folder),
            State::Open(session) => Some(session.folder()),
        }
    }

    /// Chooses a vault. Locks the one that was open.
    pub(crate) fn choose(&mut self, folder: PathBuf) -> Result<()> {
        self.lock()?;
        self.set_aside = None;
        self.state = State::Locked(folder);
        Ok(())
    }

    /// Takes over an open vault and finishes an interrupted erasure.
    pub fn adopt(&mut self, mut session: Session) {
        erasure::after_unlock(&mut session);
        self.set_aside = None;
        self.state = State::Open(Box::new(session));
        self.drop_lost();
    }

    /// Locks the vault if its file could not be reopened after a failed change of key. The next unlock finishes that
    /// change.
    pub(crate) fn drop_lost(&mut self) {
        if self.open().is_some_and(Session::is_lost) {
            let _ = self.lock();
        }
    }

    /// This computer remembers what a command wrote.
    pub(crate) fn remember_written(&mut self) {
        if let State::Open(session) = &mut self.state {
            features::vault::remember_written(session, &self.home);
        }
    }

    /// What the last lock set aside, because other files had taken the place of the open ones.
    pub fn set_aside(&self) -> Option<&SetAside> {
        self.set_aside.as_ref()
    }

    /// The folder of the vault that was just created in this run, until the next lock.
    pub fn made_in(&self) -> Option<&Path> {
        self.made.as_ref().map(|made| made.folder.as_path())
    }

    /// Removes the vault that was just created in this run. For when its recovery key could not be handed over, so that
    /// nobody has it.
    ///
    /// # Errors
    /// `vault.missing` when there is none, and as `vault::take_back`.
    pub fn take_back_made(&mut self) -> Result<()> {
        let Made { folder, was_there } = self.made.take().or_refuse(Code::VaultMissing)?;
        self.lock()?;
        self.state = State::Closed;
        let door = features::vault::Door { around: &self.around, home: &self.home, holders: HOLDERS };
        features::vault::take_back(&door, &folder, was_there)
    }

    /// Closes the file, and wipes the keys and the documents made for printing.
    ///
    /// # Errors
    /// When a document for printing cannot be wiped.
    pub fn lock(&mut self) -> Result<()> {
        // A vault that was just created can no longer be taken back.
        self.made = None;
        if let State::Open(session) = &mut self.state {
            let _ = features::settings::keep_door_look(session, &self.home);
            // If the seal cannot be written now, the next unlock sees that the trail continued. A failure must not
            // prevent locking.
            if let Ok(set_aside) = features::vault::put_away(session, &self.home) {
                self.set_aside = set_aside;
            }
            let folder = session.folder().to_owned();
            self.state = State::Locked(folder);
            wipe_stack();
        }
        self.around.files.wipe_prints()
    }

    /// The open vault, if there is one.
    pub fn open(&self) -> Option<&Session> {
        match &self.state {
            State::Open(session) => Some(session),
            _ => None,
        }
    }

    /// The open vault.
    ///
    /// # Errors
    /// `vault.locked`, or `vault.not_open` when none is chosen.
    pub fn session(&self) -> Result<&Session> {
        self.open().or_refuse(self.closed_code())
    }

    /// The open vault, for changes.
    ///
    /// # Errors
    /// `vault.locked`, or `vault.not_open` when none is chosen.
    pub fn session_mut(&mut self) -> Result<&mut Session> {
        let code = self.closed_code();
        match &mut self.state {
            State::Open(session) => Ok(session),
            _ => Err(Error::new(code)),
        }
    }

    fn closed_code(&self) -> Code {
        if matches!(self.state, State::Closed) { Code::VaultNotOpen } else { Code::VaultLocked }
    }
}

impl Drop for App {
    fn drop(&mut self) {
        let _ = self.lock();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_known_by_its_ending() {
        for (name, expected) in [("Leden.XLSX", true), ("leden.csv", true), ("leden.pdf", false), ("leden", false)] {
            assert_eq!(is_list(Path::new(name)), expected, "{name}");
        }
    }
}
