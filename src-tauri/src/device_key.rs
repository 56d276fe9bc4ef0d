//! "Remember on this computer": the platform's own keychain behind the core's trait. It is a convenience and never the
//! only key: where there is no keychain, or it stays shut, the passphrase is asked.
use keyring::v1::{Entry, Error as KeyringError};
use ledenkluis_core::app::{DeviceKeys, Secret};
use ledenkluis_core::error::{Code, Error, Result};

/// The name that the person sees in the keychain's own program.
const SERVICE: &str = "Ledenkluis";

/// The Secret Service on Linux, Credential Manager on Windows, the Keychain on macOS. Calls may wait for the person to
/// open the keychain, so they are made on threads that may wait.
pub(crate) struct Keychain;

impl DeviceKeys for Keychain {
    fn get(&self, name: &str) -> Result<Option<Secret<Vec<u8>>>> {
        match entry(name)?.get_secret() {
            Ok(secret) => Ok(Some(Secret::new(secret))),
            Err(KeyringError::NoEntry) => Ok(None),
            Err(error) => Err(none(error)),
        }
    }

    fn set(&self, name: &str, secret: &Secret<Vec<u8>>) -> Result<()> {
        entry(name)?.set_secret(secret.expose()).map_err(none)
    }

    fn forget(&self, name: &str) -> Result<()> {
        match entry(name)?.delete_credential() {
            Ok(()) | Err(KeyringError::NoEntry) => Ok(()),
            Err(error) => Err(none(error)),
        }
    }
}

fn entry(name: &str) -> Result<Entry> {
    Entry::new(SERVICE, name).map_err(none)
}

/// There is none, it is shut, or it refuses: for the person it is the same. Its sentence, unlike its value, never holds
/// the secret.
fn none(error: KeyringError) -> Error {
    Error::new(Code::VaultNoKeychain).because(error.to_string())
}
