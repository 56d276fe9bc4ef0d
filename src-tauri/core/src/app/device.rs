//! Whether this computer has a working keychain.
use crate::features::vault::DeviceKeys;
use std::sync::{Arc, Once, OnceLock, mpsc};
use std::thread;
use std::time::Duration;

/// How long a caller waits for the keychain to respond.
const PATIENCE: Duration = Duration::from_secs(1);

/// Checks once for a working keychain, by looking up a secret that does not exist, which shows no prompt. A keychain
/// that does not respond must not hold up the unlock screen: until it does, it counts as absent.
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
