//! Whether this computer has a keychain that works.
use crate::features::vault::DeviceKeys;
use std::sync::{Arc, Once, OnceLock, mpsc};
use std::thread;
use std::time::Duration;

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
