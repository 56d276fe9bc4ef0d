//! Creates a vault. Its first user is an administrator and holds every compartment's key until a user is added whose
//! role needs it. Otherwise only the recovery sheet could give that key, and the sheet may not be printed yet.
use super::door::Door;
use super::held::Held;
use super::keyring::calibrate::calibrate;
use super::keyring::chain::{Followed, Pin};
use super::keyring::data_keys::{self, DataKeys};
use super::keyring::header::{FORMAT, Header, Named, name_tag};
use super::keyring::identity::Identity;
use super::keyring::keys::{Cost, make_key};
use super::keyring::passphrase;
use super::keyring::roster::{Belongs, DataKey, Holder, Roster, commitment};
use super::keyring::slots::{Opener, Slot, SlotOf};
use super::{accounts, folder, lock_file, records};
use super::{begin, open};
use crate::error::{Check, Code, Error, OrError, Result};
use crate::features::settings::{self, AssociationKind};
use crate::kernel::db::{self, Mode};
use crate::kernel::files::{Access, make_private_folder, open_own, sync};
use crate::kernel::id::{FileToken, UserId, VaultId};
use crate::kernel::sealed::Compartment;
use crate::kernel::secret::Passphrase;
use crate::kernel::session::{Session, Subject, Surroundings};
use crate::ops::{Op, Role};
use crate::text::Language;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// The cost of one passphrase guess, chosen by the caller: for demo vaults and tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct KdfRequest {
    /// Memory in MiB.
    pub memory_mib: u32,
    /// Passes over that memory.
    pub passes: u32,
}

impl KdfRequest {
    /// The cost as a slot stores it.
    ///
    /// # Errors
    /// `input.invalid` when out of bounds.
    pub(super) fn cost(self, around: &Surroundings) -> Result<Cost> {
        let memory_kib = self.memory_mib.saturating_mul(1024);
        let cost = Cost { memory_kib, passes: self.passes, lanes: Cost::FLOOR.lanes };
        let is_dear = memory_kib >= Cost::FLOOR.memory_kib && cost.passes >= Cost::FLOOR.passes;
        Check::new().ensure("kdf", cost.is_sane() && (is_dear || around.cheap_keys), Code::FieldChoice).done()?;
        Ok(cost)
    }
}

/// A vault to create, and its first user.
#[derive(Debug, Clone, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct NewVault {
    /// The chosen folder; the program's own folder if none.
    #[serde(default)]
    pub place: Option<FileToken>,
    /// The association's name, at most 120 characters.
    pub association: String,
    /// What kind of body it is.
    #[serde(default = "association")]
    pub kind: AssociationKind,
    /// The e-mail address for questions about personal data; empty for none.
    #[serde(default)]
    pub privacy_email: String,
    /// ISO 3166-1: which country's rules apply. Only `NL`, the default, is supported.
    #[serde(default = "country")]
    pub country: String,
    /// The language of the screens and, unless asked otherwise, of the papers.
    #[serde(default)]
    pub language: Language,
    /// The name of the first user, who becomes an administrator; at most 80 characters.
    pub user_name: String,
    /// That user's roles in the association, at least one.
    pub roles: Vec<Role>,
    /// That user's passphrase. One that is easily guessed is refused.
    #[ts(type = "string")]
    pub passphrase: Passphrase,
    /// The cost of one guess; measured on this computer if not given.
    #[serde(default)]
    pub kdf: Option<KdfRequest>,
}

fn association() -> AssociationKind {
    AssociationKind::Association
}
fn country() -> String {
    "NL".into()
}

/// The vault that was created.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct VaultMade {
    /// The vault's id.
    pub vault_id: VaultId,
    /// Its first user.
    pub user_id: UserId,
}

fn check(req: &NewVault) -> Result<()> {
    Check::new()
        .required("association", &req.association)
        .at_most("association", &req.association, 120)
        .ensure("privacy_email", req.privacy_email.is_empty() || req.privacy_email.contains('@'), Code::FieldEmail)
        .ensure("country", req.country == "NL", Code::FieldChoice)
        .required("user_name", &req.user_name)
        .at_most("user_name", &req.user_name, 80)
        .ensure("roles", !req.roles.is_empty(), Code::FieldRequired)
        .done()?;
    passphrase::check("passphrase", &req.passphrase, &[&req.association, &req.user_name])
}

/// Creates a vault in `folder`, which is new or empty, and opens it. A failure leaves nothing behind.
///
/// # Errors
/// `input.invalid`, `vault.exists`, `disk.full`, `disk.read_only`, `file.denied`.
pub(crate) fn create(door: &Door<'_>, folder: &Path, req: &NewVault) -> Result<(VaultMade, Session)> {
    check(req)?;
    let was_there = folder.exists();
    make_private_folder(folder)?;
    if folder::is_vault(folder) {
        return Err(Error::new(Code::VaultExists));
    }
    if folder::is_unfinished(folder) {
        let _guard = lock_file::take(folder, door.around.clock.now(), false)?;
        clear(folder, true);
    }
    let made = build(door, folder, req);
    if made.is_err() {
        clear(folder, was_there);
    }
    made
}

/// Removes a vault that was just created and locked, before anybody relies on it. A folder that existed before stays,
/// empty.
///
/// # Errors
/// `vault.in_use`, and I/O errors; the vault may then still exist.
pub(crate) fn take_back(door: &Door<'_>, folder: &Path, was_there: bool) -> Result<()> {
    let _guard = lock_file::take(folder, door.around.clock.now(), false)?;
    // Mark it first: a removal that is cut off then counts as unfinished. A full disk may refuse even this file.
    let _ = open_own(&folder::unfinished_path(folder), Access::Create);
    clear(folder, was_there);
    if folder::is_vault(folder) { Err(Error::new(Code::FileDenied)) } else { Ok(()) }
}

fn clear(folder: &Path, was_there: bool) {
    let names = ["header.json", "header.bak", "data.db", "data.db-journal", "reserve", "lock", "in-use.json"];
    let is_gone = |name: &&str| match std::fs::remove_file(folder.join(name)) {
        Ok(()) => true,
        Err(e) => e.kind() == std::io::ErrorKind::NotFound,
    };
    let stay = names.iter().filter(|name| !is_gone(name)).count();
    // The mark stays as long as any file does, so that the next attempt may clear the rest.
    if stay == 0 {
        folder::forget_unfinished(folder);
    }
    if !was_there {
        let _ = std::fs::remove_dir(folder);
    }
}

fn build(door: &Door<'_>, folder: &Path, req: &NewVault) -> Result<(VaultMade, Session)> {
    // First the mark: until the first header exists, everything here counts as unfinished and may be cleared away.
    open_own(&folder::unfinished_path(folder), Access::Create)?;
    sync(folder)?;
    let mut guard = lock_file::take(folder, door.around.clock.now(), false)?;
    let cost = req.kdf.map_or_else(calibrate, |kdf| kdf.cost(door.around))?;
    let (header, held) = first_header(door, req, cost)?;
    let main = held.keys.get(Compartment::Main, 1).or_broken()?;
    let conn = db::open(&folder::data_path(folder), main, Mode::Create)?;
    let mut session = begin::session(door, folder, conn, &header, &held, false)?;
    guard.note_file(folder);
    session.hold(Box::new(guard));
    let user = held.user;
    session.write(Op::VaultCreate, |tx| {
        records::insert(tx, 1, header.chain.first().or_broken()?)?;
        accounts::insert(tx, user, req.user_name.trim(), &req.roles, true)?;
        accounts::note_unlock(tx, user)?;
        for (key, value) in [
            ("association", req.association.trim()),
            ("kind", req.kind.as_str()),
            ("privacy_email", req.privacy_email.trim()),
            ("country", &req.country),
            ("language", req.language.tag()),
        ] {
            settings::put(tx, key, &value)?;
        }
        Ok(tx.changed(Subject::NONE, ()))
    })?;
    // Last: the first header makes it a vault.
    folder::write_headers(folder, &header)?;
    folder::forget_unfinished(folder);
    open::remember(door, &session);
    Ok((VaultMade { vault_id: header.vault, user_id: user }, session))
}

fn first_header(door: &Door<'_>, req: &NewVault, cost: Cost) -> Result<(Header, Held)> {
    let ids = &door.around.ids;
    let (vault, user, slot) = (VaultId(ids.next()), UserId(ids.next()), ids.next());
    let (identity, mut keys) = (Identity::make()?, DataKeys::default());
    let mut data_key = |c: &Compartment| -> Result<DataKey> {
        let key = make_key()?;
        let commitment = commitment(vault, *c, 1, &key);
        keys.insert(*c, 1, key);
        let holders = [Holder::User(user)].into();
        Ok(DataKey { compartment: *c, version: 1, commitment, holders, renew: false })
    };
    let compartments = Compartment::ALL.iter().map(&mut data_key).collect::<Result<_>>()?;
    let founder =
        Belongs { id: user, roles: req.roles.clone(), admin: true, first_passphrase: false, keys: identity.public()? };
    let roster = Roster { vault, number: 1, before: [0; 32], users: vec![founder], sheets: vec![], compartments };
    let signed = roster.sign(&[(Holder::User(user), &identity)])?;
    let pin = Pin { roster: 1, hash: signed.hash(), ..Pin::default() };
    let opener = Opener::Passphrase(&req.passphrase);
    let (own, opened) = Slot::make(vault, slot, SlotOf::User(user), opener, cost, &identity, pin)?;
    let name = req.user_name.trim();
    let mut header = Header {
        format: FORMAT,
        vault,
        replica: ids.next().into(),
        association: req.association.trim().to_owned(),
        names_hidden: false,
        names: vec![Named { id: user, name: name.to_owned(), name_tag: name_tag(vault, name) }],
        slots: vec![own],
        keys: vec![],
        chain: vec![signed],
        seal: None,
        proof: vec![],
        sum: vec![],
    };
    data_keys::seal_to_holders(&mut header.keys, &roster, &roster, &keys)?;
    header.prove(&keys, &roster)?;
    let followed = Followed { hash: pin.hash, roster };
    Ok((header, Held { user, who: Holder::User(user), slot, opened, followed, keys, main: 1 }))
}
