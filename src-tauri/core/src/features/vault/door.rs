//! What comes to the door of a vault, and what is behind it before anything is written.
use super::held::Held;
use super::keyring::header::Header;
use super::keyring::roster::Holder;
use super::keyring::slots::Opened;
use crate::kernel::id::UserId;
use crate::kernel::person_data::PersonData;
use crate::kernel::session::{Session, Surroundings};
use std::path::Path;
use uuid::Uuid;

/// What an unlock needs from outside the vault.
pub(crate) struct Door<'a> {
    /// The clock and the source of new ids.
    pub(crate) around: &'a Surroundings,
    /// Where this computer stores what it remembers.
    pub(crate) home: &'a Path,
    pub(crate) holders: &'static [&'static dyn PersonData],
}

/// A slot that was opened, in one of the headers.
#[derive(Clone)]
pub(super) struct Entry {
    pub header: Header,
    /// Its owner: a user or a recovery sheet.
    pub who: Holder,
    /// The user who unlocks.
    pub user: UserId,
    pub slot: Uuid,
    pub opened: Opened,
}

/// An open vault before anything is written.
pub(super) struct Begun {
    pub session: Session,
    /// The header that belongs to the data.
    pub header: Header,
    pub held: Held,
    /// Headers that belong to other data of this vault.
    pub elsewhere: Vec<Header>,
    /// Is one of those proven to be of this vault, so that there is other work of it?
    pub is_forked: bool,
    /// Is the data exactly as this header sealed it?
    pub is_as_sealed: bool,
}

/// What the user confirmed when unlocking.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said {
    pub older_is_right: bool,
    pub clock_is_right: bool,
    /// No other computer has the vault open, although its note says so.
    pub is_closed_elsewhere: bool,
}

impl Said {
    /// The fields for the trail row of this unlock.
    pub(super) fn fields(self) -> &'static [&'static str] {
        if self.older_is_right { &["older_is_right"] } else { &[] }
    }
}

/// How the vault is being unlocked.
pub(super) struct Coming<'a> {
    /// Read-only?
    pub looks: bool,
    pub said: Said,
    /// The readable headers, whether a slot in them opened or not. For writing, they are read after the folder was
    /// taken.
    pub headers: &'a [Header],
}
