//! An administrator decides on the users, and must not read what their roles do not open; and a sheet that opens less.
use crate::forge::{self, Identity};
use crate::format::Of;
use crate::insider::Insider;
use crate::scene::{ANNEKE, BERT, How, Scene};
use acceptance::requests::{secret, secrets, sheet_of, unlock_as, unlock_by_sheet};
use acceptance::{Calls, PASSPHRASE};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{ChangeUser, NewUser, RecoveryRequest};
use ledenkluis_core::error::Code;
use ledenkluis_core::ops::Role;

/// Anneke does not hold `giving`: it was passed to Bert, the treasurer, who was added later.
#[test]
fn an_administrator_cannot_read_what_their_roles_do_not_open() {
    let scene = Scene::new();
    let anneke = scene.insider(ANNEKE);
    assert!(!anneke.holds("giving") && anneke.holds("confidential"));
    for blob in scene.blobs(anneke.main()).iter().filter(|b| b.compartment == "giving") {
        let opens = |key| forge::open_blob("giving", blob.table, &blob.row, &blob.bytes, key).is_some();
        assert!(!anneke.keys.values().any(opens));
        assert!(scene.insider(BERT).keys.values().any(opens), "its holder opens it");
    }
}

/// A user who holds less than the previous sheet makes a new one: refused, and the previous sheet still opens.
#[test]
fn a_new_sheet_that_opens_less_is_refused_and_the_previous_one_still_opens() {
    let mut scene = Scene::new();
    assert_eq!(scene.unlock(ANNEKE, How::Plainly), None);
    let bert = scene.header().id_of(BERT).parse().unwrap();
    let run = |admin: bool| ChangeUser {
        user: bert,
        roles: vec![Role::Treasurer, Role::Privacy],
        admin,
        own_passphrase: secret(PASSPHRASE),
        recovery: None,
    };
    scene.computer.ask(call::users_change, run(true));
    // Bert holds everything and makes a sheet that opens everything.
    assert_eq!(scene.unlock(BERT, How::Plainly), None);
    let own = scene.phrase_of(BERT);
    let groups = scene.computer.ask(call::vault_recovery_text, sheet_of(own)).groups;
    assert_eq!(scene.unlock(ANNEKE, How::Plainly), None);
    let before = scene.header();
    for refused in [
        scene.computer.refusal(call::vault_recovery_make, sheet_of(PASSPHRASE)),
        scene.computer.refusal(call::vault_recovery_text, sheet_of(PASSPHRASE)),
    ] {
        assert_eq!((refused.code(), refused.view().args["compartments"].as_str()), (Code::VaultSheetLacks, "giving"));
        assert_eq!(scene.header().roster(), before.roster());
        assert_eq!(scene.header().keys, before.keys);
    }
    let opened = Insider::by_sheet(&scene.header(), &groups).expect("the old sheet");
    assert!(["main", "giving", "confidential"].iter().all(|c| opened.holds(c)));
    // With the previous sheet, the new one lacks nothing.
    let request = RecoveryRequest { groups: Some(secrets(&groups)), ..sheet_of(PASSPHRASE) };
    let next = scene.new_sheet(request);
    assert!(Insider::by_sheet(&scene.header(), &groups).is_none(), "now the old one opens nothing");
    assert!(Insider::by_sheet(&scene.header(), &next).unwrap().holds("giving"));
    scene.lock();
    let request = unlock_by_sheet(&next, "zolder pinda kraan trompet");
    assert_eq!(scene.attempt(call::vault_unlock_recovery, request), None);
}

/// The administrator adds a user to the roster without the mark `first_passphrase`, so that the program would not ask
/// that user for a passphrase of their own. Such a roster is refused.
#[test]
fn an_administrator_cannot_pass_off_the_first_passphrase_as_the_users_own() {
    let mut scene = Scene::new();
    let (anneke, header) = (scene.insider(ANNEKE), scene.header());
    let mut roster = header.next_roster();
    let mut added = roster.user(&header.id_of(BERT)).clone();
    added.id = "01900000-0000-7000-8000-00000000feed".into();
    added.roles = vec!["viewer".into()];
    added.keys = Identity::invented("known to the administrator").public();
    let of = Of::User(added.id.clone());
    roster.give("main", of.clone());
    for (first_passphrase, refused) in [(false, true), (true, false)] {
        added.first_passphrase = first_passphrase;
        let mut roster = roster.clone();
        roster.users.push(added.clone());
        let mut forged = header.clone();
        forged.chain.push(anneke.sign(&roster));
        forged.keys.push(forge::seal_key(
            &forged.vault,
            &added.keys,
            &of,
            "main",
            roster.compartment("main").version,
            anneke.main(),
        ));
        forged.prove(anneke.main());
        scene.put_header(&forged);
        // The second roster is allowed, and only missing from the data.
        let code = if refused { Code::VaultRosterRefused } else { Code::VaultDataOlder };
        scene.kept_out(BERT, &[code], &format!("first passphrase {first_passphrase}"));
    }
}

/// Carla's first slot, which the administrator can open, put back into today's header: it no longer belongs to her
/// keys.
#[test]
fn an_earlier_slot_put_into_todays_header_opens_nothing() {
    let mut scene = Scene::new();
    assert_eq!(scene.unlock(ANNEKE, How::Plainly), None);
    let carla = scene.computer.newcomer("Carla Pol", &[Role::Privacy]);
    let carla = NewUser { own_passphrase: secret(PASSPHRASE), ..carla };
    scene.computer.ask(call::users_add, carla);
    scene.lock();
    let (of, first) = (scene.header(), scene.phrase_of("Carla Pol"));
    let carla = of.id_of("Carla Pol");
    assert!(Insider::by_passphrase(&of, &carla, &first).unwrap().holds("confidential"));
    scene.computer.become_user("Carla Pol");
    scene.lock();
    let (mut forged, holder) = (scene.header(), Of::User(carla));
    let slot = of.slot(&holder).unwrap().clone();
    forged.slots.retain(|s| s.of != holder);
    forged.slots.push(slot);
    forged.prove(scene.insider(ANNEKE).main());
    scene.put_header(&forged);
    let before = scene.state();
    let request = unlock_as("Carla Pol", &first);
    assert_eq!(scene.attempt(call::vault_unlock, request), Some(Code::VaultHeaderOlder));
    assert!(scene.state() == before);
}
