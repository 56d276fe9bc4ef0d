//! Choosing, creating, unlocking and locking a vault: the commands that need the application, not just an open vault.
use super::{App, HOLDERS, last};
use crate::error::{Check, Code, Error, OrError, Result};
use crate::features::drafts;
use crate::features::settings;
use crate::features::vault::{
    self, Confirmed, Door, Me, NewVault, Place, Remember, SetAside, Strength, StrengthRequest, Unlock, UnlockRecovery,
    VaultMade, VaultState, Words, WordsRequest,
};
use crate::kernel::id::{FileToken, UserId};
use crate::kernel::nothing::Nothing;
use crate::kernel::session::Session;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Names a vault to choose, or a folder in which one would be created.
#[derive(Debug, Clone, Copy, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ChooseVault {
    /// The vault's folder, or the header file in it.
    pub place: FileToken,
}

/// Unlocking with the secret kept on this computer.
#[derive(Debug, Clone, Copy, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct UnlockDevice {
    /// The user whose secret this computer stores.
    pub user: UserId,
    /// Whether the user confirmed that this vault may be older than the version this computer remembers.
    #[serde(default)]
    pub older_is_right: bool,
    /// Whether the user confirmed that no other computer has the vault open, although that computer's note says so.
    #[serde(default)]
    pub is_closed_elsewhere: bool,
}

fn chosen(app: &App) -> Result<PathBuf> {
    Ok(app.folder().or_refuse(Code::VaultNotOpen)?.to_owned())
}

/// The state of the application.
///
/// # Errors
/// When the open database fails.
pub fn state(app: &App, _: Nothing) -> Result<VaultState> {
    let remembered = vault::remembered(app.home());
    let state = match (app.open(), app.folder()) {
        (Some(session), _) => vault::open_state(session, &remembered)?,
        (None, Some(folder)) => vault::locked(app.around(), folder, &remembered),
        (None, None) => VaultState::none(),
    };
    let look = settings::door_look(app.home());
    let set_aside = app.folder().and_then(|folder| set_aside(app, folder));
    let version_of = app.folder().and_then(|folder| vault::version_of(app.home(), folder));
    let version_of = version_of.map(|folder| vault::place(&folder).path);
    Ok(VaultState { keychain: app.has_keychain(), look, set_aside, version_of, ..state })
}

/// What was set aside of the vault in this folder. What the last lock set aside is among it even if it could not be noted.
fn set_aside(app: &App, folder: &Path) -> Option<SetAside> {
    let noted = vault::set_aside_of(app.home(), folder);
    match (app.set_aside.clone(), noted) {
        (Some(last), Some(noted)) if !last.places.is_empty() => {
            let mut places = noted.places;
            places.extend(last.places.into_iter().filter(|place| !places.contains(place)).collect::<Vec<_>>());
            Some(SetAside { places, ..last })
        }
        (last, noted) => last.or(noted),
    }
}

/// What the user should know about a folder before creating a vault there.
///
/// # Errors
/// `file.token_unknown`.
pub fn place(app: &App, req: ChooseVault) -> Result<Place> {
    Ok(vault::place(&app.path_of(req.place)?))
}

/// Suggests six words for a passphrase.
///
/// # Errors
/// When the operating system has no random bytes.
pub fn words(_: &App, req: WordsRequest) -> Result<Words> {
    vault::words(&req)
}

/// Rates a passphrase, without knowing the names of an association or a user.
///
/// # Errors
/// Never.
pub fn strength(_: &App, req: StrengthRequest) -> Result<Strength> {
    Ok(vault::strength(&req.passphrase, &[]))
}

/// Creates a vault and opens it for its first user.
///
/// # Errors
/// As `vault::create`.
pub fn create(app: &mut App, req: NewVault) -> Result<VaultMade> {
    let place = req.place.map(|token| app.path_of(token)).transpose()?;
    Check::new().required("association", &req.association).done()?;
    let folder = vault::place_for(place.as_deref(), app.home(), &req.association, &*app.around().ids)?;
    app.lock()?;
    let door = Door { around: &app.around().clone(), home: app.home(), holders: HOLDERS };
    let was_there = folder.exists();
    let (made, session) = vault::create(&door, &folder, &req)?;
    let _ = settings::keep_door_look(&session, app.home());
    app.adopt(session);
    app.made = Some(super::Made { folder: folder.clone(), was_there });
    last::note(app.home(), &folder);
    Ok(made)
}

/// Chooses a vault, and locks the one that was open.
///
/// # Errors
/// `file.token_unknown`, `vault.missing`.
pub fn choose(app: &mut App, req: ChooseVault) -> Result<VaultState> {
    let mut folder = app.path_of(req.place)?;
    if folder.is_file() && folder.parent().is_some_and(vault::is_vault) {
        folder.pop();
    }
    go_to(app, &folder)
}

fn go_to(app: &mut App, folder: &Path) -> Result<VaultState> {
    if !vault::is_vault(folder) {
        return Err(Error::new(Code::VaultMissing));
    }
    app.choose(folder.to_owned())?;
    // The next start goes to the vault itself, not to a version of it that was set aside, unless that is all there is.
    if vault::version_of(app.home(), folder).is_none_or(|vault| !vault::is_vault(&vault)) {
        last::note(app.home(), folder);
    }
    state(app, Nothing {})
}

/// Which version of a vault to go to.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct ChooseVersion {
    /// One of `SetAside::places`; none for the vault whose version this is.
    pub place: Option<String>,
}

/// Goes from a vault to a version of it that was set aside on this computer, or back.
///
/// # Errors
/// `vault.missing` when it is no longer there; `vault.locked` and others as `choose`.
pub fn choose_version(app: &mut App, req: ChooseVersion) -> Result<VaultState> {
    let noted = vault::version(app.home(), &chosen(app)?, req.place.as_deref());
    // What could not be noted is known until the program ends.
    let last =
        || app.set_aside.as_ref()?.places.iter().find(|place| req.place.as_ref() == Some(place)).map(PathBuf::from);
    let folder = noted.or_else(last).or_refuse(Code::VaultMissing)?;
    go_to(app, &folder)
}

fn enter(app: &mut App, open: impl FnOnce(&Door<'_>, &Path) -> Result<Session>) -> Result<Me> {
    let folder = chosen(app)?;
    app.lock()?;
    let door = Door { around: &app.around().clone(), home: app.home(), holders: HOLDERS };
    let mut session = open(&door, &folder)?;
    // A failure to remove expired drafts must not prevent the unlock.
    let _ = drafts::expire(&mut session);
    let me = vault::me(&session)?;
    // Without it the next start looks as it would on a new computer.
    let _ = settings::keep_door_look(&session, app.home());
    app.adopt(session);
    Ok(me)
}

/// Opens the chosen vault with a passphrase.
///
/// # Errors
/// As `vault::by_passphrase`.
pub fn unlock(app: &mut App, req: Unlock) -> Result<Me> {
    enter(app, |door, folder| vault::by_passphrase(door, folder, &req))
}

/// Opens the chosen vault with the secret kept on this computer.
///
/// # Errors
/// As `vault::by_device`; `vault.no_keychain`.
pub fn unlock_device(app: &mut App, req: UnlockDevice) -> Result<Me> {
    let (slot, secret) = vault::secret_for(&chosen(app)?, app.home(), &**app.device_keys(), req.user)?;
    let confirmed = Confirmed { older_is_right: req.older_is_right, is_closed_elsewhere: req.is_closed_elsewhere };
    enter(app, |door, folder| vault::by_device(door, folder, slot, &secret, confirmed))
}

/// Opens the chosen vault with the recovery sheet.
///
/// # Errors
/// As `vault::by_recovery`.
pub fn unlock_recovery(app: &mut App, req: UnlockRecovery) -> Result<Me> {
    enter(app, |door, folder| vault::by_recovery(door, folder, &req))
}

/// Remembers the user on this computer, or forgets them.
///
/// # Errors
/// `vault.locked`, `vault.no_keychain`.
pub fn remember(app: &mut App, req: Remember) -> Result<Nothing> {
    let (home, keychain) = (app.home().to_owned(), Arc::clone(app.device_keys()));
    vault::remember(app.session_mut()?, &home, &*keychain, &req)?;
    Ok(Nothing {})
}

/// Whether one group of a recovery sheet was typed correctly.
///
/// # Errors
/// Never.
pub fn recovery_group(_: &App, req: vault::RecoveryGroup) -> Result<vault::RecoveryGroupRight> {
    Ok(vault::recovery_group(&req))
}

/// Closes the file, and wipes the keys and the documents made for printing.
///
/// # Errors
/// When a document for printing cannot be wiped.
pub fn lock(app: &mut App, _: Nothing) -> Result<Nothing> {
    app.lock()?;
    Ok(Nothing {})
}
