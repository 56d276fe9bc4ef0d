//! The keychain of a computer, as far as the vault needs it.
use crate::error::{Code, Error, Result};
use crate::kernel::secret::Secret;

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
