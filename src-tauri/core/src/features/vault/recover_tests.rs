//! From one recovery sheet to the next.
use super::recover::*;
use super::recovered::{UnlockRecovery, by_recovery};
use super::wait;
use super::world::{FOUNDER, NOTE, World, note_of, phrase};
use crate::error::{Code, Result};
use crate::features::settings;
use crate::kernel::files::Target;
use crate::kernel::sealed::Compartment;
use crate::kernel::secret::Secret;
use crate::kernel::session::Session;

const NEW: &str = "zolder pinda kraan trompet";

/// Makes a sheet, prints it and types two groups back. Returns all eight.
fn printed(s: &mut Session, passphrase: &str) -> Vec<Secret<String>> {
    let request = RecoveryRequest { passphrase: phrase(passphrase), groups: None };
    let asked = recovery_make(s, request).unwrap().value;
    recovery_save(s, RecoverySave { target: Target::Print }).unwrap();
    let groups = groups_of(s);
    let [a, b] = asked.ask.map(|n| Secret::new(groups[usize::from(n) - 1].to_lowercase()));
    recovery_confirm(s, RecoveryConfirm { a, b }).unwrap();
    groups.into_iter().map(Secret::new).collect()
}

fn enter(world: &World, groups: &[Secret<String>]) -> Result<Session> {
    let req = UnlockRecovery {
        user: None,
        groups: groups.to_vec(),
        new_passphrase: phrase(NEW),
        older_is_right: false,
        is_closed_elsewhere: false,
    };
    by_recovery(&world.door(), &world.place, &req)
}

fn is_confirmed(s: &Session) -> bool {
    settings::get(s).unwrap().recovery_confirmed
}

#[test]
fn a_new_sheet_is_confirmed_by_typing_back_and_voids_the_old_one() {
    let world = World::new();
    let mut s = world.anneke();
    assert!(!is_confirmed(&s));
    let old = printed(&mut s, FOUNDER);
    assert!(is_confirmed(&s));
    let new = printed(&mut s, FOUNDER);
    drop(s);
    assert_eq!(enter(&world, &old).err().unwrap().code(), Code::VaultRecoveryWrong);
    wait::forget(&world.place);
    assert_eq!(note_of(&enter(&world, &new).unwrap()).unwrap(), NOTE);
}

#[test]
fn after_a_recovery_the_task_is_back_and_a_new_sheet_opens_everything() {
    let world = World::new();
    let first = printed(&mut world.anneke(), FOUNDER);
    let mut s = enter(&world, &first).unwrap();
    assert!(!is_confirmed(&s), "the sheet is used up");
    let second = printed(&mut s, NEW);
    assert!(is_confirmed(&s));
    drop(s);
    assert_eq!(enter(&world, &first).err().unwrap().code(), Code::VaultRecoveryWrong);
    wait::forget(&world.place);
    let s = enter(&world, &second).unwrap();
    assert_eq!(note_of(&s).unwrap(), NOTE);
    assert_eq!(s.keys().iter().count(), Compartment::ALL.len());
}
