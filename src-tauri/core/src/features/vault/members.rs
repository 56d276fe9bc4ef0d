//! What adding, changing and removing a user does to the roster, for the feature `users`. Only an available key can be
//! given: the administrator's own, or one from the recovery sheet whose groups were typed in.
use super::at_hand::Change;
use super::create::KdfRequest;
use super::held::held;
use super::keyring::compartments;
use super::keyring::header::{Named, name_tag};
use super::keyring::identity::Identity;
use super::keyring::passphrase;
use super::keyring::roster::{Belongs, Holder};
use super::keyring::slots::SlotOf;
use super::own::{self, WayIn};
use super::renew::check_no_key_is_lost;
use super::unlock::cost_of;
use super::{accounts, recovered};
use crate::error::{Check, Code, Error, Result};
use crate::kernel::id::UserId;
use crate::kernel::reserve;
use crate::kernel::sealed::Compartment;
use crate::kernel::secret::{Passphrase, Secret};
use crate::kernel::session::{Done, Session};
use crate::kernel::time::Timestamp;
use crate::ops::{Op, Permission, Role};
use std::collections::BTreeSet;

/// A user who may open the vault.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) id: UserId,
    pub(crate) name: String,
    pub(crate) roles: Vec<Role>,
    pub(crate) admin: bool,
    /// When they last unlocked the vault.
    pub(crate) unlocked_at: Option<Timestamp>,
}

pub(crate) struct NewMember<'a> {
    pub(crate) name: &'a str,
    pub(crate) roles: &'a [Role],
    pub(crate) admin: bool,
    /// Their first passphrase.
    pub(crate) passphrase: &'a Passphrase,
    /// The cost of one passphrase guess; as the other slots if not given.
    pub(crate) kdf: Option<KdfRequest>,
}

/// The duties a user is to have.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Duties<'a> {
    pub(crate) roles: &'a [Role],
    pub(crate) admin: bool,
}

/// The groups of the recovery sheet, if they were typed in.
pub(crate) type Groups = Option<Vec<Secret<String>>>;

/// Without the users who were removed.
pub(crate) fn members(s: &Session) -> Result<Vec<Member>> {
    all(s, Permission::UsersManage)
}

/// The names of the administrators, for every user: whom to ask for access.
///
/// # Errors
/// `vault.header_damaged`.
pub(crate) fn administrators(s: &Session) -> Result<Vec<String>> {
    Ok(all(s, Permission::Own)?.into_iter().filter(|m| m.admin).map(|m| m.name).collect())
}

fn all(s: &Session, needs: Permission) -> Result<Vec<Member>> {
    let accounts = s.read(needs, accounts::list)?;
    let roster = held(s)?.followed.roster;
    let member = |account: accounts::Account| {
        let user = roster.user(account.id).ok()?;
        Some(Member {
            id: user.id,
            name: account.name,
            roles: user.roles.clone(),
            admin: user.admin,
            unlocked_at: account.unlocked_at,
        })
    };
    Ok(accounts.into_iter().filter(|a| !a.removed).filter_map(member).collect())
}

/// Starts a change to the users, with the keys of the recovery sheet if its groups were typed in.
fn begin(s: &mut Session, groups: &Groups) -> Result<Change> {
    let mut change = Change::begin(s)?;
    if let Some(groups) = groups {
        recovered::in_hand(&change.header, groups)?.join(&mut change)?;
    }
    Ok(change)
}

/// Takes keys from holders whose roles no longer entitle them, renews those keys, and gives the user `about` every key
/// that their roles need.
fn distribute(change: &mut Change, about: UserId) -> Result<()> {
    let roster = change.roster.clone();
    let mut lost = BTreeSet::new();
    for compartment in Compartment::ALL {
        let may_keep = |h: &Holder| match h {
            Holder::User(id) => roster.entitled(*id).contains(compartment),
            Holder::Sheet(_) => true,
        };
        let right = change.roster.key_mut(*compartment)?;
        let before = right.holders.len();
        right.holders.retain(may_keep);
        if right.holders.len() < before {
            lost.insert(*compartment);
        }
    }
    change.renew(&lost)?;
    let Ok(user) = roster.user(about) else { return Ok(()) };
    let holder = Holder::User(about);
    for needed in compartments::needed(&user.roles) {
        if !change.roster.key(needed)?.holders.contains(&holder) {
            change.give(holder, needed)?;
        }
    }
    Ok(())
}

/// Adds a user and gives them the keys that their roles need.
///
/// # Errors
/// `permission.denied`, `input.invalid`, `user.name_taken`, `vault.wrong_passphrase`, `vault.key_missing` when a needed
/// key is not available.
pub(crate) fn add_member(
    s: &mut Session,
    new: &NewMember<'_>,
    own: &Passphrase,
    groups: &Groups,
) -> Result<Done<UserId>> {
    s.allow(Op::UserAdd)?;
    let mut change = begin(s, groups)?;
    let name = new.name.trim();
    check_new(s, new, &change.header.association)?;
    own::check(s, own)?;
    let (user, id) = (UserId(s.around().ids.next()), s.around().ids.next());
    let cost = new.kdf.map_or_else(|| Ok(cost_of(&change.header, s.around())), |kdf| kdf.cost(s.around()))?;
    let identity = Identity::make()?;
    change.roster.users.push(Belongs {
        id: user,
        roles: new.roles.to_vec(),
        admin: new.admin,
        first_passphrase: true,
        keys: identity.public()?,
    });
    distribute(&mut change, user)?;
    let pin = change.sign()?;
    let shown = if change.header.names_hidden { String::new() } else { name.to_owned() };
    let name_tag = name_tag(change.header.vault, name);
    change.header.names.push(Named { id: user, name: shown, name_tag });
    own::only_way_in(&mut change, &WayIn { user, id, passphrase: new.passphrase, cost, identity: &identity, pin })?;
    change.write(s, Op::UserAdd, |tx| {
        accounts::insert(tx, user, name, new.roles, new.admin)?;
        Ok(tx.changed(user, user))
    })
}

fn check_new(s: &Session, new: &NewMember<'_>, association: &str) -> Result<()> {
    let name = new.name.trim();
    let taken = s.read(Permission::UsersManage, accounts::list)?;
    let is_free = !taken.iter().any(|a| a.name.to_lowercase() == name.to_lowercase());
    Check::new()
        .required("name", name)
        .at_most("name", name, 80)
        .ensure("name", is_free, Code::UserNameTaken)
        .ensure("roles", !new.roles.is_empty() || new.admin, Code::FieldRequired)
        .done()?;
    passphrase::check("passphrase", new.passphrase, &[association, name])
}

/// Changes a user's duties.
///
/// # Errors
/// `permission.denied`, `user.missing`, `user.last_admin`, `user.last_key`, `vault.wrong_passphrase`,
/// `vault.key_missing`.
pub(crate) fn change_member(
    s: &mut Session,
    user: UserId,
    duties: &Duties<'_>,
    own: &Passphrase,
    groups: &Groups,
) -> Result<Done<()>> {
    s.allow(Op::UserChange)?;
    let Duties { roles, admin } = *duties;
    Check::new().ensure("roles", !roles.is_empty() || admin, Code::FieldRequired).done()?;
    let mut change = begin(s, groups)?;
    own::check(s, own)?;
    let found = change.roster.user_mut(user)?;
    found.roles = roles.to_vec();
    found.admin = admin;
    check_somebody_runs_it(&change)?;
    distribute(&mut change, user)?;
    check_no_key_is_lost(&change.before.roster, &change.roster)?;
    change.sign()?;
    change.write(s, Op::UserChange, |tx| {
        accounts::update(tx, user, roles, admin)?;
        Ok(tx.changed(user, ()).fields(&["roles"]))
    })
}

fn check_somebody_runs_it(change: &Change) -> Result<()> {
    if change.roster.users.iter().any(|u| u.admin) { Ok(()) } else { Err(Error::new(Code::UserLastAdmin)) }
}

/// Removes a user's access: their slots go, and every key they held is renewed or marked for renewal. One header does
/// both, so there is no moment at which the user is gone while their keys stay in use.
///
/// # Errors
/// `permission.denied`, `user.not_self`, `user.missing`, `user.last_admin`, `user.last_key`, `disk.full`.
pub(crate) fn remove_member(s: &mut Session, user: UserId) -> Result<Done<()>> {
    s.allow(Op::UserRemove)?;
    if s.is_read_only() {
        return Err(Error::new(Code::VaultReadOnly));
    }
    if s.user() == user {
        return Err(Error::new(Code::UserNotSelf));
    }
    let folder = s.folder().to_owned();
    // The space reserved for erasures: removing access is as urgent.
    let done = reserve::with_room(&folder, || without(s, user));
    let _ = reserve::ensure(&folder);
    done
}

fn without(s: &mut Session, user: UserId) -> Result<Done<()>> {
    let mut change = Change::begin(s)?;
    change.roster.user(user)?;
    change.roster.users.retain(|u| u.id != user);
    check_somebody_runs_it(&change)?;
    distribute(&mut change, user)?;
    check_no_key_is_lost(&change.before.roster, &change.roster)?;
    change.sign()?;
    change.header.names.retain(|n| n.id != user);
    change.header.slots.retain(|s| ![SlotOf::User(user), SlotOf::Device(user)].contains(&s.of));
    change.write(s, Op::UserRemove, |tx| {
        accounts::note_removal(tx, user)?;
        Ok(tx.changed(user, ()))
    })
}
