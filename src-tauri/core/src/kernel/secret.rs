//! Values that must not be seen: blank in `Debug`, wiped on drop, never sent to the page.
use serde::{Deserialize, Deserializer};
use zeroize::{Zeroize, Zeroizing};

/// A passphrase, a key, a recovery code. `Debug` shows nothing; the memory is wiped when it is dropped.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret<T: Zeroize>(Zeroizing<T>);

impl<T: Zeroize> Secret<T> {
    /// Takes a value into hiding.
    pub fn new(value: T) -> Self {
        Secret(Zeroizing::new(value))
    }

    /// The value itself. Search for this name to see every place that looks.
    pub fn expose(&self) -> &T {
        &self.0
    }
}

impl<T: Zeroize> std::fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(..)")
    }
}

impl<'de, T: Zeroize + Deserialize<'de>> Deserialize<'de> for Secret<T> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        T::deserialize(d).map(Secret::new)
    }
}

/// What the person at the keyboard typed as passphrase.
pub type Passphrase = Secret<String>;

/// A 256-bit key.
pub type Key = Secret<[u8; 32]>;

/// How much of the stack is wiped: more than a command of the core ever used, and little beside the 2 MiB that a thread has.
const STACK: usize = 256 * 1024;

/// Overwrites what calls that have returned left on the stack of this thread: a key's schedule while a note was opened, a
/// passphrase on its way to Argon2id. What was on the heap is wiped when it is freed, which the shells see to. The stack
/// belongs to nobody after a call, so it is wiped here, in one place, at the end of each command.
#[inline(never)]
pub(crate) fn wipe_stack() {
    let mut blank = [0_u8; STACK];
    // The compiler must believe that somebody reads it.
    std::hint::black_box(&mut blank);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_nothing() {
        assert_eq!(format!("{:?}", Passphrase::new("paard accu nietje batterij".into())), "Secret(..)");
    }
}
