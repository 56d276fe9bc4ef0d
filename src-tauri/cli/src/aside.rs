//! What a closed run had to set aside, because other files had taken the place of the vault's own. It is closed where no
//! answer can be given any more, so it is kept here until the answer is printed.
use ledenkluis_core::error::Error;
use std::sync::{Mutex, PoisonError};

static ASIDE: Mutex<Option<Error>> = Mutex::new(None);

/// Keeps the refusal.
pub(crate) fn note(error: Error) {
    *ASIDE.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
}

/// The refusal, if there is one: also a script must hear of it.
pub(crate) fn take() -> Option<Error> {
    ASIDE.lock().unwrap_or_else(PoisonError::into_inner).take()
}
