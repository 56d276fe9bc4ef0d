//! The application of one run: a scratch folder of its own, the vault of the first argument, one user signed in.
use crate::args::Common;
use crate::passphrase;
use ledenkluis_core::api;
use ledenkluis_core::app::{
    App, Clock, Date, FixedClock, NoDeviceKeys, Passphrase, SystemClock, TimeOrderedIds, Timestamp,
};
use ledenkluis_core::error::{Code, Error, ErrorView, Result};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One run of the program.
pub(crate) struct Run {
    app: App,
    scratch: PathBuf,
}

impl Run {
    /// No vault yet.
    pub(crate) fn new(common: &Common) -> Result<Self> {
        let clock: Arc<dyn Clock> = match &common.today {
            None => Arc::new(SystemClock),
            Some(day) => Arc::new(FixedClock(Timestamp::noon_of(date(day)?))),
        };
        let scratch = std::env::temp_dir().join(format!("kluis-{}", std::process::id()));
        let app = App::with(clock, Arc::new(TimeOrderedIds), scratch.clone(), &scratch, Arc::new(NoDeviceKeys))?;
        Ok(Run { app, scratch })
    }

    /// A vault with its user signed in.
    pub(crate) fn open(common: &Common, folder: &Path, writes: bool) -> Result<Self, ErrorView> {
        if writes && common.today.is_some() {
            return Err(Error::new(Code::RequestMalformed).arg("why", "--today").view());
        }
        let mut run = Run::new(common).map_err(|e| e.view())?;
        let place = run.admit(folder);
        run.call("vault_choose", json!({ "place": place }))?;
        let own = passphrase::own(common, &prompt()).map_err(|e| e.view())?;
        run.sign_in(common.user.as_deref(), &own, !writes)?;
        Ok(run)
    }

    /// Signs in; without a name, as the only user.
    pub(crate) fn sign_in(
        &mut self,
        name: Option<&str>,
        own: &Passphrase,
        read_only: bool,
    ) -> Result<Value, ErrorView> {
        let request = json!({ "user": null, "name": name, "passphrase": own.expose(), "read_only": read_only });
        self.call("vault_unlock", request)
    }

    /// One command.
    pub(crate) fn call(&mut self, command: &str, request: Value) -> Result<Value, ErrorView> {
        api::dispatch(&mut self.app, command, request).map(|reply| reply.value)
    }

    /// A file for the core, as a token.
    pub(crate) fn admit(&self, path: &Path) -> Value {
        let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        json!(self.app.admit(whole))
    }

    /// A file to write to.
    pub(crate) fn target(&self, path: &Path) -> Value {
        json!({ "to": "file", "file": self.admit(path) })
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        let _ = self.app.lock();
        let _ = std::fs::remove_dir_all(&self.scratch);
    }
}

/// A day as typed.
pub(crate) fn date(text: &str) -> Result<Date> {
    text.parse().map_err(|e| Error::new(Code::FieldDate).because(format!("{e}")))
}

/// What the prompt says.
pub(crate) fn prompt() -> String {
    format!("{}: ", ledenkluis_core::text::Text::of(crate::output::language()).plain("kluis-prompt-passphrase"))
}
