//! Secret values: hidden in `Debug`, wiped on drop, never sent to the UI.
use serde::{Deserialize, Deserializer};
use std::cell::Cell;
use zeroize::{Zeroize, Zeroizing};

/// A passphrase, a key or a recovery code. `Debug` hides it, and its memory is wiped on drop.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret<T: Zeroize>(Zeroizing<T>);

impl<T: Zeroize> Secret<T> {
    /// Wraps a value, which is wiped when this is dropped.
    pub fn new(value: T) -> Self {
        Secret(Zeroizing::new(value))
    }

    /// The value itself. Search for this name to find every place that reads a secret.
    pub fn expose(&self) -> &T {
        &self.0
    }
}

impl<T: Zeroize> std::fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(..)")
    }
}

thread_local! {
    static READ: Cell<u64> = const { Cell::new(0) };
}

impl<'de, T: Zeroize + Deserialize<'de>> Deserialize<'de> for Secret<T> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let secret = T::deserialize(d).map(Secret::new)?;
        READ.set(READ.get().wrapping_add(1));
        Ok(secret)
    }
}

/// Whether decoding a request decodes a secret. The types themselves report it, so that no request is forgotten.
pub fn comes_upon_one<T>(reading: impl FnOnce() -> T) -> bool {
    let before = READ.get();
    drop(reading());
    READ.get() != before
}

/// A passphrase as the user typed it.
pub type Passphrase = Secret<String>;

/// A 256-bit key.
pub type Key = Secret<[u8; 32]>;

/// How much of the stack is wiped: more than any command of the core was seen to use, and small compared with the 2 MiB
/// stack of a thread.
const STACK: usize = 256 * 1024;

/// Overwrites what finished calls left on the stack of this thread: the key schedule used to open a note, a passphrase
/// on its way to Argon2id. Heap memory is wiped when it is freed, which the shells arrange. Nothing wipes the stack by
/// itself, so this runs in one place, at the end of each command.
#[inline(never)]
pub(crate) fn wipe_stack() {
    let mut blank = [0_u8; STACK];
    // Keeps the compiler from removing the array as unused.
    std::hint::black_box(&mut blank);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_come_upon_wherever_it_stands() {
        #[derive(Deserialize)]
        struct Deep {
            _maybe: Option<Vec<Passphrase>>,
            _other: Option<String>,
        }
        let holds = |text: &str| comes_upon_one(|| serde_json::from_str::<Vec<Deep>>(text).is_ok());
        assert!(holds(r#"[{}, {"_maybe": ["paard"]}]"#));
        assert!(holds(r#"[{"_maybe": ["paard"]}, "and then it is not JSON of this kind"]"#));
        assert!(!holds(r#"[{"_other": "paard"}, {"_maybe": []}]"#));
    }

    #[test]
    fn debug_shows_nothing() {
        assert_eq!(format!("{:?}", Passphrase::new("paard accu nietje batterij".into())), "Secret(..)");
    }
}
