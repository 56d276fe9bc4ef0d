//! A computer with the application: an empty home, a clock that tests can move, and a keychain in memory. Vaults are
//! created and unlocked through the public commands, as a user does.
use crate::Calls;
use crate::requests::{new_vault, secret, unlock_as};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    ChangePassphrase, ChangeUser, Me, NewUser, Nothing, RecoveryRequest, Remember, Unlock, UnlockRecovery, UserId,
    VaultMade,
};
use ledenkluis_core::app::{App, Clock, Date, DeviceKeys, Passphrase, Secret, Timestamp};
use ledenkluis_core::error::{Code, Error, Result};
use ledenkluis_core::kernel::id::CountedIds;
use ledenkluis_core::ops::Role;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

/// The passphrase of Anneke, who creates the vault in tests.
pub const PASSPHRASE: &str = "kachel fiets wolk tafel";

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
        computer.create(&[Role::Secretary]);
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
    pub fn create(&mut self, roles: &[Role]) -> VaultMade {
        let made = new_vault("Harmonie Kunst na Arbeid", "Anneke Vos", roles, PASSPHRASE);
        let made = self.ask(call::vault_create, made);
        self.own = PASSPHRASE.to_owned();
        made
    }

    /// Adds a user whose passphrase is four words, one of which is made from the name.
    pub fn add(&mut self, name: &str, role: Role) -> UserId {
        self.ask(call::users_add, self.newcomer(name, &[role]))
    }

    /// The request to add a user, in the name of whoever is signed in.
    pub fn newcomer(&self, name: &str, roles: &[Role]) -> NewUser {
        NewUser {
            name: name.to_owned(),
            roles: roles.to_vec(),
            admin: false,
            passphrase: secret(self.phrase_of(name)),
            own_passphrase: self.own(),
            recovery: None,
            kdf: None,
        }
    }

    /// The request to give a user these roles, and no administration, in the name of whoever is signed in.
    pub fn roles_of(&self, user: UserId, roles: &[Role]) -> ChangeUser {
        ChangeUser { user, roles: roles.to_vec(), admin: false, own_passphrase: self.own(), recovery: None }
    }

    /// The request for a recovery sheet, in the name of whoever is signed in.
    pub fn sheet(&self) -> RecoveryRequest {
        RecoveryRequest { passphrase: self.own(), groups: None }
    }

    /// The request that this computer remember whoever is signed in, or forget them.
    pub fn remember(&self, on: bool) -> Remember {
        Remember { on, passphrase: self.own() }
    }

    /// What whoever is signed in types when their passphrase is asked again.
    pub fn own(&self) -> Passphrase {
        secret(self.own.clone())
    }

    /// The passphrase of a user: the one from `add`, or the user's own once they have chosen one.
    pub fn phrase_of(&self, name: &str) -> String {
        let own = self.own_phrases.lock().expect("names").contains(name);
        let first = if own { "zolder pinda" } else { "stoel regen" };
        format!("{first} {} lantaarn", name.to_lowercase().replace(' ', "-x-"))
    }

    /// Locks the vault and unlocks it as this user, who chooses a new passphrase if that is required.
    pub fn become_user(&mut self, name: &str) -> Me {
        let me = self.enter_as(name);
        if me.must_change_passphrase {
            let first = self.phrase_of(name);
            self.own_phrases.lock().expect("names").insert(name.to_owned());
            self.choose_passphrase(&first, &self.phrase_of(name));
        }
        me
    }

    /// Locks the vault and unlocks it as this user, without choosing a new passphrase.
    pub fn enter_as(&mut self, name: &str) -> Me {
        let request = self.unlocking(name);
        self.enter(request)
    }

    /// Locks the vault and opens it read-only as this user.
    pub fn look_as(&mut self, name: &str) -> Me {
        let request = Unlock { read_only: true, ..self.unlocking(name) };
        self.enter(request)
    }

    /// The request to unlock as this user, with their passphrase.
    pub fn unlocking(&self, name: &str) -> Unlock {
        let passphrase = if name == "Anneke Vos" { PASSPHRASE.to_owned() } else { self.phrase_of(name) };
        unlock_as(name, &passphrase)
    }

    /// Locks the vault and unlocks it; whoever comes in types this passphrase when it is asked again.
    #[track_caller]
    pub fn enter(&mut self, request: Unlock) -> Me {
        let own = request.passphrase.expose().clone();
        let me = self.ask(call::vault_unlock, request);
        self.own = own;
        me
    }

    /// As `enter`, with a recovery sheet and a new passphrase.
    #[track_caller]
    pub fn enter_by_sheet(&mut self, request: UnlockRecovery) -> Me {
        let own = request.new_passphrase.expose().clone();
        let me = self.ask(call::vault_unlock_recovery, request);
        self.own = own;
        me
    }

    /// Whoever is signed in chooses another passphrase.
    #[track_caller]
    pub fn choose_passphrase(&mut self, old: &str, new: &str) {
        self.ask(call::vault_change_passphrase, ChangePassphrase { old: secret(old), new: secret(new) });
        self.own = new.to_owned();
    }

    /// Locks the vault.
    #[track_caller]
    pub fn lock(&mut self) {
        self.ask(call::vault_lock, Nothing {});
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

    /// The user leaves: from now on the test does not fill in their passphrase.
    pub fn leave(&mut self) {
        self.own = String::new();
    }

    /// The vault's folder.
    pub fn folder(&mut self) -> PathBuf {
        PathBuf::from(self.ask(call::vault_state, Nothing {}).place.expect("a vault"))
    }

    /// A path outside the vault that a test may use.
    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join("desk").join(name)
    }
}

impl Calls for Computer {
    fn app(&mut self) -> &mut App {
        &mut self.app
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
