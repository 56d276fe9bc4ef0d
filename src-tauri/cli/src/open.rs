//! The application of one run: a private scratch folder of its own, the vault of the first argument, one user signed in.
use crate::args::Common;
use crate::aside;
use crate::output;
use crate::passphrase;
use ledenkluis_core::api::types::{ChooseVault, Target, Unlock, VaultFinding};
use ledenkluis_core::api::{self, call};
use ledenkluis_core::app::{
    App, Clock, Date, FileToken, NoDeviceKeys, Passphrase, Scratch, SystemClock, TimeOrderedIds, Timestamp,
    ensure_deliverable,
};
use ledenkluis_core::error::{Code, Error, Result};
use ledenkluis_core::text::Text;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{Arc, OnceLock};

/// One run of the program.
pub(crate) struct Run {
    app: App,
    calendar: Arc<Calendar>,
    /// The passphrase of who is signed in: it is asked again for what outlives this run.
    pub(crate) own: Option<Passphrase>,
    /// What was found at the unlock.
    pub(crate) told: Vec<VaultFinding>,
    // last, so that it goes after the application
    _scratch: Scratch,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opening {
    /// To write; nobody else may have it open.
    Writes,
    /// To look only.
    Looks,
    /// To look; where the folder is free, what was left undone is finished on the way.
    WritesIfFree,
}

/// The computer's clock, until somebody is signed in; from then on the day of `--today`. So it moves terms and deadlines
/// and not the wait after a wrong passphrase.
#[derive(Default)]
struct Calendar(OnceLock<Timestamp>);

impl Clock for Calendar {
    fn now(&self) -> Timestamp {
        self.0.get().copied().unwrap_or_else(|| SystemClock.now())
    }
}

impl Run {
    /// No vault yet.
    pub(crate) fn new() -> Result<Self> {
        let scratch = Scratch::new()?;
        let (home, calendar) = (scratch.path().join("home"), Arc::new(Calendar::default()));
        let ids = Arc::new(TimeOrderedIds);
        let app = App::with(calendar.clone(), ids, home, scratch.path(), Arc::new(NoDeviceKeys))?.for_one_run();
        Ok(Run { app, calendar, own: None, told: vec![], _scratch: scratch })
    }

    /// A vault that nobody is signed in to.
    pub(crate) fn closed(folder: &Path) -> Result<Self> {
        let mut run = Run::new()?;
        let place = run.admit(folder);
        call::vault_choose(&mut run.app, ChooseVault { place })?;
        Ok(run)
    }

    /// A vault with its user signed in; without a name, as the only user.
    pub(crate) fn open(common: &Common, folder: &Path, how: Opening, words: Text) -> Result<Self> {
        let mut run = Run::closed(folder)?;
        let own = passphrase::own(common, words)?;
        let mut unlock = |read_only: bool| {
            let request = Unlock {
                user: None,
                name: common.user.clone(),
                passphrase: own.clone(),
                read_only,
                older_is_right: common.older_is_right,
                clock_is_right: common.today.is_some(),
                is_closed_elsewhere: common.closed_elsewhere,
            };
            call::vault_unlock(&mut run.app, request)
        };
        let me = match unlock(how == Opening::Looks) {
            Err(e) if how == Opening::WritesIfFree && [Code::VaultInUse, Code::DiskReadOnly].contains(&e.code()) => {
                unlock(true)?
            }
            opened => opened?,
        };
        run.told = me.value.told;
        output::found(&run.told, common.json, words);
        run.count_from(common.today);
        run.own = Some(own);
        Ok(run)
    }

    fn count_from(&self, today: Option<Date>) {
        if let Some(day) = today {
            let _ = self.calendar.0.set(Timestamp::noon_of(day));
        }
    }

    pub(crate) fn app(&mut self) -> &mut App {
        &mut self.app
    }

    /// One command in JSON.
    pub(crate) fn call(&mut self, command: &str, request: Value) -> Result<Value> {
        api::try_dispatch(&mut self.app, command, request).map(|reply| reply.value)
    }

    /// An id as it was typed, for a command that the user `may` give: whoever may not is told so before what is wrong with the id.
    pub(crate) fn id<T: FromStr>(&mut self, typed: &str, may: fn(&mut App) -> Result<()>) -> Result<T> {
        match typed.parse() {
            Ok(id) => Ok(id),
            Err(_) => may(&mut self.app).and(Err(Error::new(Code::RequestMalformed))),
        }
    }

    /// Takes back the vault that this run made.
    ///
    /// # Errors
    /// With the folder that may still hold it.
    pub(crate) fn take_back_made(&mut self) -> Result<(), PathBuf> {
        let folder = self.app.made_in().map(Path::to_owned).unwrap_or_default();
        self.app.take_back_made().map_err(|_| folder)
    }

    /// A file for the core, as a token.
    pub(crate) fn admit(&self, path: &Path) -> FileToken {
        self.app.admit(whole(path))
    }

    /// A file that a command may write to; over what is there only if that was said.
    pub(crate) fn admit_to_write(&self, path: &Path, replace: bool) -> FileToken {
        if replace { self.app.admit_to_replace(whole(path)) } else { self.admit(path) }
    }

    /// Where a document goes, tried before anything is done that cannot be done twice.
    pub(crate) fn target(&self, path: &Path, replace: bool) -> Result<Target> {
        ensure_deliverable(path, replace)?;
        Ok(Target::File { file: self.admit_to_write(path, replace) })
    }
}

fn whole(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

impl Drop for Run {
    fn drop(&mut self) {
        let _ = self.app.lock();
        if let Some(set_aside) = self.app.set_aside() {
            aside::note(set_aside.error());
        }
    }
}
