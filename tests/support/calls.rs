//! The one way in which tests talk to the application: the typed commands of the core, as `kluis` and the window call them.
//! Two named functions go another way, and only where that is what a test is about: `raw` and `inside`.
use ledenkluis_core::api::types::{Nothing, PurposeId};
use ledenkluis_core::api::{self, Answer, call};
use ledenkluis_core::app::App;
use ledenkluis_core::error::{Code, Error, ErrorView, Result};
use ledenkluis_core::kernel::db::{self, Mode};
use ledenkluis_core::kernel::sealed::Compartment;
use ledenkluis_core::kernel::secret::Key;
use rusqlite::Connection;
use serde_json::Value;
use std::any::type_name;

/// Something with an application in it that tests can give commands to.
pub trait Calls {
    /// The application itself.
    fn app(&mut self) -> &mut App;

    /// Gives a command that must succeed and returns its answer.
    #[track_caller]
    fn ask<Q, A, F>(&mut self, command: F, request: Q) -> A
    where
        F: FnOnce(&mut App, Q) -> Result<Answer<A>>,
    {
        match command(self.app(), request) {
            Ok(answer) => answer.value,
            Err(refusal) => panic!("{} was refused: {:?}", type_name::<F>(), refusal.view()),
        }
    }

    /// Gives a command that must be refused and returns the whole refusal.
    #[track_caller]
    fn refusal<Q, A, F>(&mut self, command: F, request: Q) -> Error
    where
        F: FnOnce(&mut App, Q) -> Result<Answer<A>>,
    {
        match command(self.app(), request) {
            Ok(_) => panic!("{} was not refused", type_name::<F>()),
            Err(refusal) => refusal,
        }
    }

    /// Gives a command that must be refused and returns the code of the refusal.
    #[track_caller]
    fn refused<Q, A, F>(&mut self, command: F, request: Q) -> Code
    where
        F: FnOnce(&mut App, Q) -> Result<Answer<A>>,
    {
        self.refusal(command, request).code()
    }

    /// Gives a command as JSON, as the page and `kluis call` do. Only for tests of that form itself: a request that does not
    /// fit, a field that nobody knows, every command by its name.
    ///
    /// # Errors
    /// Every refusal of the core.
    fn raw(&mut self, command: &str, request: Value) -> Result<Value, ErrorView> {
        api::dispatch(self.app(), command, request).map(|reply| reply.value)
    }

    /// The key of the main compartment: with it the file can be opened outside the program. As much an exception as `inside`.
    fn main_key(&mut self) -> [u8; 32] {
        let session = self.app().session().expect("an open vault");
        *session.keys().get(Compartment::Main).expect("the main key").1.expose()
    }

    /// Opens the database of the open vault outside the program, as anyone with the key can. The exception to the rule that tests
    /// go through commands: for what no command can do (a state that takes years to reach, somebody who tampers) and for what no
    /// command shows.
    fn inside<T>(&mut self, look: impl FnOnce(&Connection) -> T) -> T {
        let key = Key::new(self.main_key());
        let folder = self.app().session().expect("an open vault").folder().to_owned();
        look(&db::open(&folder.join("data.db"), &key, Mode::ReadWrite).expect("the database"))
    }

    /// The id of a purpose.
    #[track_caller]
    fn purpose(&mut self, key: &str) -> PurposeId {
        let all = self.ask(call::purposes_list, Nothing {});
        all.iter().find(|purpose| purpose.key == key).unwrap_or_else(|| panic!("no purpose {key}")).id
    }
}
