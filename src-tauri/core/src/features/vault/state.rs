//! The state of the vault as the UI shows it: from outside, and for the current user once it is open.
use super::aside::SetAside;
use super::cloud::{self, Place};
use super::held::Held;
use super::keyring::header::{Header, Named};
use super::keyring::slots::{Slot, SlotOf};
use super::lock_file::{self, InUse};
use super::told::told;
use super::verify::VaultFinding;
use super::{folder, wait};
use crate::error::{ErrorView, Result};
use crate::features::settings::{self, DoorLook, Settings, Theme};
use crate::kernel::id::UserId;
use crate::kernel::session::{Session, SignedIn, Surroundings};
use crate::ops::{Permission, Role};
use crate::text::Language;
use serde::Serialize;
use std::path::Path;

/// Is a vault chosen, and is it open?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "VaultPhase")]
pub enum Phase {
    /// No vault chosen.
    None,
    /// A vault is chosen and nobody has opened it here.
    Locked,
    /// A user has opened it.
    Open,
}

/// A user, as the unlock screen shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct VaultUser {
    /// The user's id.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// Their roles in the association, as the header has them: nothing has proven these yet.
    pub roles: Vec<Role>,
}

/// The current user and what they may do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Me {
    /// The user's id.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// Their roles in the association.
    pub roles: Vec<Role>,
    /// Are they an administrator?
    pub admin: bool,
    /// All permissions, those of an administrator included.
    pub permissions: Vec<Permission>,
    /// The language of the screens.
    pub language: Language,
    /// The colours: light, dark, or as the system has them.
    pub theme: Theme,
    /// Lock after this many minutes without input: 2 to 30.
    pub idle_minutes: u32,
    /// Was the recovery sheet printed and confirmed?
    pub recovery_confirmed: bool,
    /// Did somebody else choose the passphrase? Then the user must choose another one now.
    pub must_change_passphrase: bool,
    /// What was found at the unlock, to be shown now.
    pub told: Vec<VaultFinding>,
}

/// The vault as the UI needs to know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct VaultState {
    /// Is a vault chosen, and is it open?
    pub phase: Phase,
    /// The association's name; `null` if no vault is chosen or its header cannot be read.
    pub association: Option<String>,
    /// Who may open it; empty where names are hidden, and in an open vault.
    pub users: Vec<VaultUser>,
    /// Must users type their name to unlock?
    pub names_hidden: bool,
    /// Seconds to wait before the next attempt; 0 for none.
    pub wait_seconds: u32,
    /// Users that this computer remembers; in an open vault only the current user, if remembered.
    pub device_users: Vec<UserId>,
    /// Is the open vault read-only?
    pub read_only: bool,
    /// Who else has it open. In an open vault, only a read-only session is told.
    pub in_use: Option<InUse>,
    /// The current user; `null` unless the vault is open.
    pub me: Option<Me>,
    /// Is it the demo association? Known only while the vault is open.
    pub demo: bool,
    /// Its path, as the UI may show it; `null` if no vault is chosen.
    pub place: Option<String>,
    /// The cloud service that synchronises that path, by name.
    pub cloud: Option<String>,
    /// Does this computer have a keychain that could remember a user?
    pub keychain: bool,
    /// Why the chosen vault cannot be opened: its header cannot be read.
    pub problem: Option<ErrorView>,
    /// At a lock on this computer the folder held other files than those that were open.
    pub set_aside: Option<SetAside>,
    /// The path of the vault whose version this is, if it was set aside on this computer.
    pub version_of: Option<String>,
    /// How the page looked when a vault was last open here, if this computer knows.
    pub look: Option<DoorLook>,
}

impl VaultState {
    /// The state with no vault chosen.
    pub(crate) fn none() -> Self {
        VaultState {
            phase: Phase::None,
            association: None,
            users: vec![],
            names_hidden: false,
            wait_seconds: 0,
            device_users: vec![],
            read_only: false,
            in_use: None,
            me: None,
            demo: false,
            place: None,
            cloud: None,
            keychain: false,
            problem: None,
            set_aside: None,
            version_of: None,
            look: None,
        }
    }

    fn at(self, folder: &Path) -> Self {
        let Place { path, cloud } = cloud::place(folder);
        VaultState { place: Some(path), cloud, ..self }
    }

    fn of_header(mut self, header: &Header) -> Self {
        self.association = Some(header.association.clone());
        self.names_hidden = header.names_hidden;
        if !header.names_hidden {
            let roster = header.unproven_roster().ok();
            let roles = |id| roster.as_ref().and_then(|r| r.user(id).ok()).map(|u| u.roles.clone()).unwrap_or_default();
            let user = |u: &Named| VaultUser { id: u.id, name: u.name.clone(), roles: roles(u.id) };
            self.users = header.names.iter().map(user).collect();
        }
        self
    }
}

/// The state of a chosen vault that nobody has opened here.
pub(crate) fn locked(around: &Surroundings, folder: &Path, remembered: &[uuid::Uuid]) -> VaultState {
    let state = VaultState {
        phase: Phase::Locked,
        wait_seconds: wait::seconds_left(folder, around.clock.now()),
        in_use: lock_file::holder(folder),
        ..VaultState::none().at(folder)
    };
    match folder::read_header(folder) {
        Ok(header) => VaultState { device_users: device_users(&header, remembered), ..state.of_header(&header) },
        Err(e) => VaultState { problem: Some(e.view()), ..state },
    }
}

/// The users whose secret this computer stores.
fn device_users(header: &Header, remembered: &[uuid::Uuid]) -> Vec<UserId> {
    let user = |s: &Slot| match s.of {
        SlotOf::Device(user) if remembered.contains(&s.id) => Some(user),
        _ => None,
    };
    header.slots.iter().filter_map(user).collect()
}

pub(crate) fn open(s: &Session, remembered: &[uuid::Uuid]) -> Result<VaultState> {
    let (settings, header) = (settings::get(s)?, folder::read_header(s.folder()).ok());
    let state = VaultState {
        phase: Phase::Open,
        // Open sessions ask for the passphrase too.
        wait_seconds: wait::seconds_left(s.folder(), s.around().clock.now()),
        read_only: s.is_read_only(),
        // Tells a read-only session who else has the vault open, as long as they do.
        in_use: s.is_read_only().then(|| lock_file::holder(s.folder())).flatten(),
        me: Some(me_in(s, &settings)?),
        demo: settings.demo,
        ..VaultState::none().at(s.folder())
    };
    // The other users are shown on the unlock screen, and to administrators by `users_list`.
    let mut own = header.as_ref().map(|header| device_users(header, remembered)).unwrap_or_default();
    own.retain(|user| s.user() == *user);
    let names_hidden = header.is_some_and(|header| header.names_hidden);
    Ok(VaultState { association: Some(settings.association), names_hidden, device_users: own, ..state })
}

pub(crate) fn me(s: &Session) -> Result<Me> {
    me_in(s, &settings::get(s)?)
}

fn me_in(s: &Session, settings: &Settings) -> Result<Me> {
    let SignedIn { id, roles, admin } = s.signed_in();
    let names = s.read(Permission::Own, |tx| tx.user_names())?;
    let first = s.kept::<Held>().and_then(|h| h.followed.roster.user(*id).ok()).is_some_and(|u| u.first_passphrase);
    Ok(Me {
        user: *id,
        name: names.into_iter().find(|(i, _)| i == id).map(|(_, n)| n).unwrap_or_default(),
        roles: roles.clone(),
        admin: *admin,
        permissions: s.grants().iter().copied().collect(),
        language: settings.language,
        theme: settings.theme,
        idle_minutes: settings.idle_minutes,
        recovery_confirmed: settings.recovery_confirmed,
        must_change_passphrase: first,
        told: told(s),
    })
}
