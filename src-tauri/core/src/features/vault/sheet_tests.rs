//! Unlocking with the recovery sheet: what the user is told, and which changes signed with a sheet are noticed.
#[cfg(test)]
use super::at_hand::Change;
use super::begin;
use super::door::{Begun, Coming, Door, Entry, Said};
use super::held::held;
use super::keyring::identity::{Identity, PublicIdentity};
use super::keyring::keys::Cost;
use super::keyring::recovery::RecoverySecret;
use super::keyring::roster::Holder;
use super::keyring::slots::{Opener, Slot, SlotOf};
use super::pen::OwnPen;
use super::recover::{RecoveryRequest, recovery_text};
use super::recovered::{UnlockRecovery, by_recovery};
use super::unlock::arrive;
use super::world::{BERT, FOUNDER, VIEWER, World, files, kept_beside, phrase, put, rows, told};
use super::{folder, put_away};
use crate::error::{Code, Result};
use crate::kernel::db::{self, Mode};
use crate::kernel::files::write_whole;
use crate::kernel::sealed::Compartment;
use crate::kernel::secret::Secret;
use crate::kernel::session::Session;
use crate::ops::Op;
use std::fs;

/// The groups of a sheet that Anneke made.
fn groups(world: &World) -> Vec<Secret<String>> {
    let request = RecoveryRequest { passphrase: phrase(FOUNDER), groups: None };
    let text = recovery_text(&mut world.anneke(), request).unwrap().value;
    text.groups.into_iter().map(Secret::new).collect()
}

fn recover(world: &World, groups: &[Secret<String>], older_is_right: bool) -> Result<Session> {
    let req = UnlockRecovery {
        user: None,
        groups: groups.to_vec(),
        new_passphrase: phrase(BERT),
        older_is_right,
        is_closed_elsewhere: false,
    };
    by_recovery(&world.door(), &world.place, &req)
}

#[test]
fn who_comes_in_by_the_sheet_is_told_all_that_others_are_told() {
    let mut world = World::new();
    let groups = groups(&world);
    let (before, keys) = (files(&world), world.keys_of("Anneke", FOUNDER));
    put_away(&mut world.anneke(), world.door().home).unwrap();
    put(&before);
    let key = keys.get(Compartment::Main, 1).unwrap();
    let conn = db::open(&world.data(), key, Mode::ReadWrite).unwrap();
    conn.execute_batch("UPDATE user_account SET admin = 1").unwrap();
    drop(conn);
    world.wait_long();
    assert_eq!(recover(&world, &groups, false).err().unwrap().code(), Code::VaultOlderCopy);
    let s = recover(&world, &groups, true).unwrap();
    assert_eq!(told(&s), ["vault.older_opened", "clock.doubtful", "user.differs"]);
    assert_eq!(rows(&s, "vault.recovery_use"), ["older_is_right"]);
    drop(s);
    assert_eq!(told(&world.unlock("Anneke", BERT, false).unwrap()), ["clock.doubtful"], "nobody said that it is right");
}

#[test]
fn who_comes_in_by_the_sheet_beside_a_header_of_other_data_leaves_two_right_ones_before_all_else() {
    let world = World::new();
    let groups = groups(&world);
    put_away(&mut world.anneke(), world.door().home).unwrap();
    let before = files(&world);
    put_away(&mut world.unlock("Henk", VIEWER, false).unwrap(), world.door().home).unwrap();
    let theirs = fs::read(folder::header_path(&world.place)).unwrap();
    put(&before);
    world.forget();
    put_away(&mut world.anneke(), world.door().home).unwrap();
    let own = fs::read(folder::second_path(&world.place)).unwrap();
    write_whole(&folder::header_path(&world.place), &theirs).unwrap();
    world.forget();
    assert_eq!(recover(&world, &groups, false).err().unwrap().code(), Code::VaultOlderCopy);
    // Writing the second header fails, so the recovery stops there.
    let failing = crate::kernel::files::failing::at("header.bak");
    assert!(recover(&world, &groups, true).is_err());
    drop(failing);
    assert_eq!(fs::read(folder::second_path(&world.place)).unwrap(), own);
    drop(recover(&world, &groups, true).unwrap());
    assert_eq!(kept_beside(&world).len(), 1);
    world.unlock("Anneke", BERT, false).unwrap();
}

/// Signs other keys for Henk with the sheet, like an attacker who wants to act as Henk.
fn stand_in(world: &World, groups: &[Secret<String>], keys: &Identity, named: &PublicIdentity) {
    let door: Door<'_> = world.door();
    let (guard, headers) = arrive(&door, &world.place, false).unwrap();
    let secret = RecoverySecret::parse(groups).unwrap();
    let henk = headers[0].named("Henk")[0];
    let entry = |header: &super::keyring::header::Header| {
        let (sheet, slot) = header.sheet_slots().next().unwrap();
        let opened = slot.open(header.vault, Opener::Recovery(&secret)).unwrap().unwrap();
        Entry { header: header.clone(), who: Holder::Sheet(sheet), user: henk, slot: slot.id, opened }
    };
    let entries = headers.iter().map(entry).collect::<Vec<_>>();
    let said = Said { older_is_right: false, clock_is_right: false, is_closed_elsewhere: false };
    let begun = begin::begin(&door, &world.place, &entries, &Coming { looks: false, said, headers: &headers }).unwrap();
    let Begun { mut session, header, held, .. } = begun;
    session.hold(Box::new(guard));
    let signer = (held.who, held.opened.identity.clone());
    let mut change = Change::of(header, held, signer).unwrap();
    let his = change.roster.user_mut(henk).unwrap();
    (his.keys, his.first_passphrase) = (*named, false);
    let own = change.before.roster.held_by(Holder::User(henk));
    change.renew(&own).unwrap();
    let pin = change.sign().unwrap();
    let slot = change.header.user_slot(henk).unwrap().id;
    session.replace_pen(OwnPen::by(keys, change.roster.number));
    let vault = change.header.vault;
    let (_, opened) =
        Slot::make(vault, slot, SlotOf::User(henk), Opener::Passphrase(&phrase(BERT)), Cost::CHEAP, keys, pin).unwrap();
    change.write_as(&mut session, Op::VaultRecoveryUse, opened, slot, |tx| Ok(tx.changed(henk, ()))).unwrap();
}

#[test]
fn who_was_replaced_in_between_is_told_even_when_the_list_names_them_again() {
    let world = World::new();
    let groups = groups(&world);
    let henk = world.unlock("Henk", VIEWER, true).unwrap();
    let his = held(&henk).unwrap().opened.identity.public().unwrap();
    drop(henk);
    let strange = Identity::make().unwrap();
    stand_in(&world, &groups, &strange, &strange.public().unwrap());
    stand_in(&world, &groups, &strange, &his);
    world.forget();
    assert_eq!(world.unlock("Henk", VIEWER, false).err().unwrap().code(), Code::VaultRosterRefused);
}
