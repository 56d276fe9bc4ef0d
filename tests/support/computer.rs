//! A computer with the application: an empty home, a clock that tests can move, and a keychain in memory. Vaults are
//! created and unlocked through the public commands, as a user does.
use ledenkluis_core::api;
use ledenkluis_core::app::{App, Clock, Date, DeviceKeys, Secret, Timestamp};
use ledenkluis_core::error::{Code, Error, ErrorView, Result};
use ledenkluis_core::kernel::id::CountedIds;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

/// The passphrase of Anneke, who creates the vault in tests.
pub const PASSPHRASE: &str = "kachel fiets wolk tafel";

/// Commands that ask for the user's own passphrase again, and the field it goes into.
const AGAIN: &[(&str, &str)] = &[
    ("users_add", "own_passphrase"),
    ("users_change", "own_passphrase"),
    ("vault_remember", "passphrase"),
    ("vault_recovery_make", "passphrase"),
    ("vault_recovery_text", "passphrase"),
];

/// Commands after which the passphrase in the request is that of the signed-in user.
const OWN: &[&str] = &["vault_create", "vault_unlock", "vault_unlock_recovery", "vault_change_passphrase"];

#[derive(Default)]
struct MovableClock(AtomicI64);

impl Clock for MovableClock {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::Relaxed))
    }
}

/// A keychain in memory that tests can take away.
#[derive(Default)]
pub struct MemoryKeychain {
    kept: Mutex<BTreeMap<String, Vec<u8>>>,
    /// Whether the computer has no keychain.
    pub gone: AtomicBool,
}

impl MemoryKeychain {
    fn kept(&self) -> Result<std::sync::MutexGuard<'_, BTreeMap<String, Vec<u8>>>> {
        if self.gone.load(Ordering::Relaxed) {
            return Err(Error::new(Code::VaultNoKeychain));
        }
        Ok(self.kept.lock().expect("a keychain"))
    }

    /// Empties the keychain.
    pub fn clear(&self) {
        self.kept.lock().expect("a keychain").clear();
    }
}

impl DeviceKeys for MemoryKeychain {
    fn get(&self, name: &str) -> Result<Option<Secret<Vec<u8>>>> {
        Ok(self.kept()?.get(name).cloned().map(Secret::new))
    }
    fn set(&self, name: &str, secret: &Secret<Vec<u8>>) -> Result<()> {
        self.kept()?.insert(name.to_owned(), secret.expose().clone());
        Ok(())
    }
    fn forget(&self, name: &str) -> Result<()> {
        self.kept()?.remove(name);
        Ok(())
    }
}

/// A computer with the application running.
pub struct Computer {
    home: Arc<TempDir>,
    clock: Arc<MovableClock>,
    ids: Arc<CountedIds>,
    own_phrases: Arc<Mutex<BTreeSet<String>>>,
    /// Its keychain.
    pub keychain: Arc<MemoryKeychain>,
    app: App,
    /// What the user types when the passphrase is asked again.
    own: String,
}

impl Computer {
    /// A computer without a vault.
    pub fn new() -> Self {
        let clock = Arc::new(MovableClock::default());
        clock.0.store(Timestamp::noon_of(crate::TODAY.parse::<Date>().expect("a date")).0, Ordering::Relaxed);
        let (home, ids, keychain) = (Arc::new(tempfile::tempdir().expect("a folder")), Arc::default(), Arc::default());
        let app = start(&home, &clock, &ids, &keychain);
        Computer { home, clock, ids, own_phrases: Arc::default(), keychain, app, own: PASSPHRASE.to_owned() }
    }

    /// A computer with an open vault that Anneke created as secretary.
    pub fn with_vault() -> Self {
        let mut computer = Computer::new();
        computer.create(&["secretary"]);
        computer
    }

    /// A second instance of the program on the same computer, with the same home.
    pub fn second_program(&self) -> Self {
        let (home, clock) = (Arc::clone(&self.home), Arc::clone(&self.clock));
        let (ids, keychain) = (Arc::clone(&self.ids), Arc::clone(&self.keychain));
        let app = start(&home, &clock, &ids, &keychain);
        let own_phrases = Arc::clone(&self.own_phrases);
        Computer { home, clock, ids, own_phrases, keychain, app, own: PASSPHRASE.to_owned() }
    }

    /// Anneke creates a vault for her association.
    pub fn create(&mut self, roles: &[&str]) -> Value {
        self.call(
            "vault_create",
            json!({
                "association": "Harmonie Kunst na Arbeid", "user_name": "Anneke Vos", "roles": roles,
                "passphrase": PASSPHRASE, "kdf": { "memory_mib": 1, "passes": 1 },
            }),
        )
    }

    /// Adds a user whose passphrase is four words, one of which is made from the name.
    pub fn add(&mut self, name: &str, role: &str) -> Value {
        let request = json!({ "name": name, "roles": [role], "passphrase": self.phrase_of(name) });
        self.call("users_add", request)
    }

    /// The passphrase of a user: the one from `add`, or the user's own once they have chosen one.
    pub fn phrase_of(&self, name: &str) -> String {
        let own = self.own_phrases.lock().expect("names").contains(name);
        let first = if own { "zolder pinda" } else { "stoel regen" };
        format!("{first} {} lantaarn", name.to_lowercase().replace(' ', "-x-"))
    }

    /// Locks the vault and unlocks it as this user, who chooses a new passphrase if that is required.
    pub fn become_user(&mut self, name: &str) -> Value {
        let me = self.enter_as(name);
        if me["must_change_passphrase"] == true {
            let first = self.phrase_of(name);
            self.own_phrases.lock().expect("names").insert(name.to_owned());
            let own = self.phrase_of(name);
            self.call("vault_change_passphrase", json!({ "old": first, "new": own }));
        }
        me
    }

    /// Locks the vault and unlocks it as this user, without choosing a new passphrase.
    pub fn enter_as(&mut self, name: &str) -> Value {
        let passphrase = if name == "Anneke Vos" { PASSPHRASE.to_owned() } else { self.phrase_of(name) };
        self.call("vault_unlock", json!({ "name": name, "passphrase": passphrase }))
    }

    /// Locks the vault and opens it read-only as this user.
    pub fn look_as(&mut self, name: &str) -> Value {
        let passphrase = if name == "Anneke Vos" { PASSPHRASE.to_owned() } else { self.phrase_of(name) };
        self.call("vault_unlock", json!({ "name": name, "passphrase": passphrase, "read_only": true }))
    }

    /// Quits the program and starts it again.
    pub fn restart(&mut self) {
        self.app.lock().expect("locking");
        self.app = start(&self.home, &self.clock, &self.ids, &self.keychain);
    }

    /// Moves the clock forward.
    pub fn wait(&self, seconds: i64) {
        self.clock.0.fetch_add(seconds * 1000, Ordering::Relaxed);
    }

    /// Calls a command that must succeed and returns its answer.
    #[track_caller]
    pub fn call(&mut self, command: &str, request: Value) -> Value {
        let request = self.with_own(command, request);
        let typed = ["new_passphrase", "new", "passphrase"].iter().find_map(|field| request[*field].as_str());
        let typed = typed.filter(|_| OWN.contains(&command)).map(str::to_owned);
        match api::dispatch(&mut self.app, command, request) {
            Ok(reply) => {
                self.own = typed.unwrap_or_else(|| std::mem::take(&mut self.own));
                reply.value
            }
            Err(e) => panic!("{command} was refused: {e:?}"),
        }
    }

    /// Calls a command that must be refused and returns the error.
    #[track_caller]
    pub fn refused(&mut self, command: &str, request: Value) -> ErrorView {
        let request = self.with_own(command, request);
        match api::dispatch(&mut self.app, command, request) {
            Ok(reply) => panic!("{command} was not refused: {}", reply.value),
            Err(e) => e,
        }
    }

    /// Adds the user's own passphrase to a request that needs it, unless the test gives another.
    fn with_own(&self, command: &str, mut request: Value) -> Value {
        let asked = AGAIN.iter().find(|(c, _)| *c == command).map(|(_, field)| *field);
        if let (Some(field), Some(fields)) = (asked, request.as_object_mut()) {
            fields.entry(field).or_insert_with(|| self.own.clone().into());
        }
        request
    }

    /// The user leaves: from now on the test does not fill in their passphrase.
    pub fn leave(&mut self) {
        self.own = String::new();
    }

    /// The application itself.
    pub fn app(&mut self) -> &mut App {
        &mut self.app
    }

    /// The vault's folder.
    pub fn folder(&mut self) -> PathBuf {
        let state = self.call("vault_state", json!({}));
        PathBuf::from(state["place"].as_str().expect("a vault"))
    }

    /// A path outside the vault that a test may use.
    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join("desk").join(name)
    }
}

impl Default for Computer {
    fn default() -> Self {
        Computer::new()
    }
}

fn start(home: &TempDir, clock: &Arc<MovableClock>, ids: &Arc<CountedIds>, keychain: &Arc<MemoryKeychain>) -> App {
    let place = |name: &str| -> PathBuf { Path::new(home.path()).join(name) };
    App::with(clock.clone(), ids.clone(), place("home"), &place("scratch"), keychain.clone()).expect("an application")
}
