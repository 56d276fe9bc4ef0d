//! The keychain of this computer, as far as the application needs it, and whether there is one.
use crate::error::{Code, Error, Result};
use crate::kernel::secret::Secret;
use std::sync::{Arc, Once, OnceLock, mpsc};
use std::thread;
use std::time::Duration;

/// The secrets that a computer can remember for its user. The shell has the platform's keychain; tests have a fake.
pub trait DeviceKeys: Send + Sync {
    /// The secret kept under a name; `None` if there is none.
    ///
    /// # Errors
    /// `vault.no_keychain` when this computer has none that works.
    fn get(&self, name: &str) -> Result<Option<Secret<Vec<u8>>>>;

    /// Keeps a secret under a name.
    ///
    /// # Errors
    /// `vault.no_keychain`.
    fn set(&self, name: &str, secret: &Secret<Vec<u8>>) -> Result<()>;

    /// Forgets a secret.
    ///
    /// # Errors
    /// `vault.no_keychain`.
    fn forget(&self, name: &str) -> Result<()>;
}

/// A computer without a keychain.
pub struct NoDeviceKeys;

impl DeviceKeys for NoDeviceKeys {
    fn get(&self, _: &str) -> Result<Option<Secret<Vec<u8>>>> {
        Err(Error::new(Code::VaultNoKeychain))
    }
    fn set(&self, _: &str, _: &Secret<Vec<u8>>) -> Result<()> {
        Err(Error::new(Code::VaultNoKeychain))
    }
    fn forget(&self, _: &str) -> Result<()> {
        Err(Error::new(Code::VaultNoKeychain))
    }
}

/// How long a screen may wait to hear whether there is a keychain.
const PATIENCE: Duration = Duration::from_secs(1);

/// Is there a keychain that works? Asked once, by looking for a secret that nobody keeps, which opens no question on the
/// screen. A keychain that does not answer must not hold up the door: until it does, there is none.
pub(super) struct KeychainThere {
    asked: Once,
    found: Arc<OnceLock<bool>>,
}

impl KeychainThere {
    pub(super) fn new() -> Self {
        KeychainThere { asked: Once::new(), found: Arc::default() }
    }

    pub(super) fn ask(&self, keys: &Arc<dyn DeviceKeys>) -> bool {
        self.asked.call_once(|| {
            let (keys, found, (told, heard)) = (Arc::clone(keys), Arc::clone(&self.found), mpsc::channel());
            thread::spawn(move || {
                let _ = found.set(keys.get("is-there-a-keychain").is_ok());
                let _ = told.send(());
            });
            let _ = heard.recv_timeout(PATIENCE);
        });
        self.found.get().copied().unwrap_or(false)
    }
}
