//! The computer's keychain, as far as the vault needs it.
use crate::error::{Code, Error, Result};
use crate::kernel::secret::Secret;

/// Secrets that a computer remembers for its user. The desktop application uses the platform's keychain, tests use a
/// fake.
pub trait DeviceKeys: Send + Sync {
    /// The secret stored under a name; `None` if there is none.
    ///
    /// # Errors
    /// `vault.no_keychain` when this computer has no working keychain.
    fn get(&self, name: &str) -> Result<Option<Secret<Vec<u8>>>>;

    /// Stores a secret under a name.
    ///
    /// # Errors
    /// `vault.no_keychain`.
    fn set(&self, name: &str, secret: &Secret<Vec<u8>>) -> Result<()>;

    /// Deletes a secret.
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
