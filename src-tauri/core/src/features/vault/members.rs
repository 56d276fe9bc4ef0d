//! Steps for the feature `users`: what adding, changing and removing a user does to the header. Only a key that is at hand
//! can be given: one's own, or one from the recovery sheet whose groups are typed in.
use super::header::{Header, SlotKind, User, name_tag};
use super::open::{Held, header_of, write_with_header};
use super::recovery::RecoverySecret;
use super::slots::{self, DataKeys, Opener};
use super::unlock::{compartments_for, cost_of, keys_of_sheet};
use super::{accounts, compartments, create::KdfRequest, passphrase, rekey};
use crate::error::{Check, Code, Error, Result};
use crate::kernel::id::UserId;
use crate::kernel::reserve;
use crate::kernel::sealed::{Compartment, CompartmentKeys};
use crate::kernel::secret::{Passphrase, Secret};
use crate::kernel::session::{Done, Session};
use crate::kernel::time::Timestamp;
use crate::ops::{Op, Permission, Role};

/// Somebody who may open the vault.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    /// Who.
    pub(crate) id: UserId,
    /// The name.
    pub(crate) name: String,
    /// What he does in the association.
    pub(crate) roles: Vec<Role>,
    /// May he run the vault?
    pub(crate) admin: bool,
    /// Last unlocked.
    pub(crate) unlocked_at: Option<Timestamp>,
}

/// Somebody new.
pub(crate) struct NewMember<'a> {
    /// The name.
    pub(crate) name: &'a str,
    /// What he does in the association.
    pub(crate) roles: &'a [Role],
    /// May he run the vault?
    pub(crate) admin: bool,
    /// His first passphrase.
    pub(crate) passphrase: &'a Passphrase,
    /// What a guess shall cost; as the other slots if not said.
    pub(crate) kdf: Option<KdfRequest>,
}

/// The groups of the recovery sheet, typed in.
pub(crate) type Groups = Option<Vec<Secret<String>>>;

/// Everyone who may open the vault.
pub(crate) fn members(s: &Session) -> Result<Vec<Member>> {
    let accounts = s.read(Permission::UsersManage, accounts::list)?;
    let (header, _) = header_of(s)?;
    let member = |account: accounts::Account| {
        let user = header.users.iter().find(|u| u.id == account.id)?;
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

fn with_sheet(header: &Header, mut keys: DataKeys, groups: &Groups) -> Result<DataKeys> {
    if let Some(groups) = groups {
        keys.add_missing(&keys_of_sheet(header, &RecoverySecret::parse(groups)?)?);
    }
    Ok(keys)
}

/// Gives every slot exactly the keys that are its user's, as far as they are at hand, and takes from whoever runs the vault
/// what he only held until now. The user whom it is about must get all of his.
fn distribute(header: &mut Header, keys: &DataKeys, about: UserId) -> Result<()> {
    for user in header.users.iter().map(|u| u.id).collect::<Vec<_>>() {
        let which = compartments_for(header, user)?;
        let needed = compartments::needed(&header.user(user)?.roles);
        for slot in header.slots_of(user).map(|s| s.id).collect::<Vec<_>>() {
            for compartment in Compartment::ALL {
                let newest = header.newest(*compartment);
                let has = header.slots.iter().any(|s| {
                    s.id == slot && s.keys.iter().any(|k| (k.compartment, k.version) == (*compartment, newest))
                });
                if has && !which.contains(compartment) {
                    slots::withdraw(header, slot, *compartment, keys);
                } else if !has && needed.contains(compartment) && (user == about || keys.holds(header, *compartment)) {
                    slots::grant_all(header, slot, &[*compartment].into(), keys)?;
                }
            }
        }
    }
    slots::drop_former_members(header, keys);
    Ok(())
}

/// A change must not leave a compartment that nobody can open any more: not even the recovery sheet.
fn check_no_key_is_lost(before: &Header, after: &Header) -> Result<()> {
    let held = |h: &Header, c: Compartment| {
        let newest = (c, h.newest(c));
        h.slots.iter().any(|s| s.keys.iter().any(|k| (k.compartment, k.version) == newest))
    };
    let is_lost = |c: &&Compartment| held(before, **c) && !held(after, **c);
    if Compartment::ALL.iter().any(|c| is_lost(&c)) { Err(Error::new(Code::UserLastKey)) } else { Ok(()) }
}

/// After a change of who holds what, the session at hand holds what its own slot holds.
fn follow(s: &mut Session, header: &Header, keys: &DataKeys) {
    let Some(own) = s.user().and_then(|u| header.user_slot(u)) else { return };
    let (mut held, mut newest) = (DataKeys::default(), CompartmentKeys::new());
    for (compartment, version, key) in keys.iter() {
        if own.keys.iter().any(|k| (k.compartment, k.version) == (compartment, version)) {
            held.insert(compartment, version, key.clone());
            if version == header.newest(compartment) {
                newest.insert(compartment, version, key.clone());
            }
        }
    }
    s.keep(Held(held));
    s.replace_keys(newest);
}

/// Adds a user, with the keys that his roles need.
///
/// # Errors
/// `permission.denied`, `input.invalid`, `user.name_taken`, `vault.key_missing` when a needed key is not at hand.
pub(crate) fn add_member(s: &mut Session, new: &NewMember<'_>, groups: &Groups) -> Result<Done<UserId>> {
    s.allow(Op::UserAdd)?;
    let (mut header, keys) = header_of(s)?;
    let name = new.name.trim();
    let taken = s.read(Permission::UsersManage, accounts::list)?;
    let is_free = !taken.iter().any(|a| a.name.to_lowercase() == name.to_lowercase());
    Check::new()
        .required("name", name)
        .at_most("name", name, 80)
        .ensure("name", is_free, Code::UserNameTaken)
        .ensure("roles", !new.roles.is_empty() || new.admin, Code::FieldRequired)
        .done()?;
    passphrase::check("passphrase", new.passphrase, &[&header.association, name])?;
    let keys = with_sheet(&header, keys, groups)?;
    let (user, slot) = (UserId(s.around().ids.next()), s.around().ids.next());
    let cost = new.kdf.map_or_else(|| Ok(cost_of(&header)), |kdf| kdf.cost(s.around()))?;
    header.users.push(User {
        id: user,
        name: if header.names_hidden { String::new() } else { name.to_owned() },
        name_tag: name_tag(header.vault, name),
        roles: new.roles.to_vec(),
        admin: new.admin,
        must_change_passphrase: true,
    });
    let opener = Opener::Passphrase(new.passphrase);
    header.slots.push(slots::make(header.vault, slot, SlotKind::User { user }, opener, cost)?);
    distribute(&mut header, &keys, user)?;
    let done = write_with_header(s, Op::UserAdd, &mut header, &keys, |tx| {
        accounts::insert(tx, user, name, new.roles, new.admin)?;
        Ok(tx.changed(user, user))
    })?;
    follow(s, &header, &keys);
    Ok(done)
}

/// Changes what a user does. Counts from his next unlock.
///
/// # Errors
/// `permission.denied`, `user.missing`, `user.last_admin`, `user.last_key`, `vault.key_missing`.
pub(crate) fn change_member(
    s: &mut Session,
    user: UserId,
    roles: &[Role],
    admin: bool,
    groups: &Groups,
) -> Result<Done<()>> {
    s.allow(Op::UserChange)?;
    let (mut header, keys) = header_of(s)?;
    Check::new().ensure("roles", !roles.is_empty() || admin, Code::FieldRequired).done()?;
    let keys = with_sheet(&header, keys, groups)?;
    let before = header.clone();
    let found = header.user_mut(user)?;
    found.roles = roles.to_vec();
    found.admin = admin;
    if !header.users.iter().any(|u| u.admin) {
        return Err(Error::new(Code::UserLastAdmin));
    }
    distribute(&mut header, &keys, user)?;
    check_no_key_is_lost(&before, &header)?;
    let done = write_with_header(s, Op::UserChange, &mut header, &keys, |tx| {
        accounts::update(tx, user, roles, admin)?;
        Ok(tx.changed(user, ()).fields(&["roles"]))
    })?;
    follow(s, &header, &keys);
    Ok(done)
}

/// Takes a user's access: his slots go, and everyone gets new data keys. One header says both, so that there is no moment
/// in which he is gone and the keys that he had are not on their way out.
///
/// # Errors
/// `permission.denied`, `user.not_self`, `user.missing`, `user.last_admin`, `user.last_key`, `disk.full`.
pub(crate) fn remove_member(s: &mut Session, user: UserId) -> Result<Done<()>> {
    s.allow(Op::UserRemove)?;
    if s.is_read_only() {
        return Err(Error::new(Code::VaultReadOnly));
    }
    if s.user() == Some(user) {
        return Err(Error::new(Code::UserNotSelf));
    }
    let folder = s.folder().to_owned();
    // Room that is kept for erasing; taking somebody's access is as pressing.
    reserve::release(&folder)?;
    let done = without(s, user);
    let _ = reserve::ensure(&folder);
    done
}

fn without(s: &mut Session, user: UserId) -> Result<Done<()>> {
    rekey::finish_what_was_left(s)?;
    let (mut header, mut keys) = header_of(s)?;
    header.user(user)?;
    let before = header.clone();
    header.users.retain(|u| u.id != user);
    if !header.users.iter().any(|u| u.admin) {
        return Err(Error::new(Code::UserLastAdmin));
    }
    let kinds = [SlotKind::User { user }, SlotKind::Device { user }];
    header.slots.retain(|s| !kinds.contains(&s.kind));
    check_no_key_is_lost(&before, &header)?;
    slots::drop_former_members(&mut header, &keys);
    rekey::announce(&mut header, &mut keys)?;
    let done = write_with_header(s, Op::UserRemove, &mut header, &keys, |tx| {
        accounts::note_removal(tx, user)?;
        Ok(tx.changed(user, ()))
    })?;
    s.keep(Held(keys.clone()));
    rekey::finish(s, header, keys, None, &mut |_| Ok(()))?;
    Ok(done)
}
