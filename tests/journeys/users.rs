//! Users: added with only the keys of their role, changed, and removed with new keys for the others.
use acceptance::requests::{nobody, secret, secrets, surnamed, unlock_as};
use acceptance::{Calls, Computer, PASSPHRASE};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    ByPerson, NewPerson, NewUser, Nothing, PeopleFilter, RemoveUser, TrailRequest, UserId, VaultNames,
};
use ledenkluis_core::app::write_whole;
use ledenkluis_core::error::Code;
use ledenkluis_core::ops::Role;
use serde_json::Value;
use std::fs;
use std::path::Path;

fn put(path: &Path, bytes: impl AsRef<[u8]>) {
    write_whole(path, bytes.as_ref()).unwrap();
}

fn id_of(computer: &mut Computer, name: &str) -> UserId {
    let users = computer.ask(call::users_list, Nothing {});
    users.iter().find(|u| u.name == name).unwrap_or_else(|| panic!("{users:?}")).id
}

/// The compartments whose keys the header contains for a user: read from the file itself, as a stranger would.
fn keys_of(computer: &mut Computer, user: UserId) -> Vec<String> {
    let header: Value = serde_json::from_slice(&fs::read(computer.folder().join("header.json")).unwrap()).unwrap();
    let theirs = header["keys"].as_array().unwrap().iter().filter(|k| k["to"]["user"] == user.to_string());
    let held: Vec<_> = theirs.map(|k| k["compartment"].as_str().unwrap().to_owned()).collect();
    // Sort by compartment, because the header puts a renewed key at the end.
    let order = ["main", "giving", "confidential"];
    order.iter().filter(|c| held.iter().any(|h| h == *c)).map(|c| (*c).to_owned()).collect()
}

#[test]
fn each_role_gets_its_keys_and_the_founder_gives_up_the_keys_kept_for_it() {
    let mut computer = Computer::with_vault();
    let anneke = id_of(&mut computer, "Anneke Vos");
    assert_eq!(keys_of(&mut computer, anneke), ["main", "giving", "confidential"]);
    let henk = computer.add("Henk Smit", Role::Viewer);
    assert_eq!(keys_of(&mut computer, henk), ["main"]);
    assert_eq!(keys_of(&mut computer, anneke).len(), 3, "nobody's role needs `giving` yet");
    let bert = computer.add("Bert Dam", Role::Treasurer);
    assert_eq!(keys_of(&mut computer, bert), ["main", "giving"]);
    assert_eq!(keys_of(&mut computer, anneke), ["main", "confidential"]);
    assert_eq!(computer.become_user("Bert Dam").roles, [Role::Treasurer]);
    assert!(computer.ask(call::vault_verify, Nothing {}).ok);
}

#[test]
fn a_key_that_the_administrator_lacks_is_given_only_with_the_recovery_sheet() {
    let mut computer = Computer::with_vault();
    let sheet = computer.ask(call::vault_recovery_text, computer.sheet()).groups;
    computer.add("Bert Dam", Role::Treasurer);
    let second = NewUser {
        passphrase: secret("zolder pinda kraan trompet"),
        ..computer.newcomer("Carla Pol", &[Role::Treasurer])
    };
    assert_eq!(computer.refused(call::users_add, second.clone()), Code::VaultKeyMissing);
    assert_eq!(computer.ask(call::users_list, Nothing {}).len(), 2, "nothing was added");
    let mut with_sheet = second;
    with_sheet.recovery = Some(secrets(&sheet));
    let carla = computer.ask(call::users_add, with_sheet);
    assert_eq!(keys_of(&mut computer, carla), ["main", "giving"]);
    let anneke = id_of(&mut computer, "Anneke Vos");
    assert_eq!(keys_of(&mut computer, anneke), ["main", "confidential"], "the sheet's keys do not stay with her");
    computer.enter(unlock_as("Carla Pol", "zolder pinda kraan trompet"));
}

#[test]
fn a_user_whose_passphrase_somebody_else_chose_must_choose_their_own() {
    let mut computer = Computer::with_vault();
    let asked = |c: &mut Computer| c.ask(call::vault_state, Nothing {}).me.unwrap().must_change_passphrase;
    assert!(!asked(&mut computer), "the founder chose her own");
    computer.add("Henk Smit", Role::Viewer);
    assert!(!asked(&mut computer));
    assert!(computer.enter_as("Henk Smit").must_change_passphrase);
    computer.restart();
    assert!(computer.enter_as("Henk Smit").must_change_passphrase, "until he has chosen one");
    let own = "zolder pinda kraan trompet";
    computer.choose_passphrase(&computer.phrase_of("Henk Smit"), own);
    assert!(!asked(&mut computer));
    computer.restart();
    let me = computer.enter(unlock_as("Henk Smit", own));
    assert!(!me.must_change_passphrase);
}

#[test]
fn names_are_unique_and_there_is_always_an_administrator() {
    let mut computer = Computer::with_vault();
    let anneke = id_of(&mut computer, "Anneke Vos");
    let twin = NewUser {
        passphrase: secret("zolder pinda kraan trompet"),
        ..computer.newcomer(" anneke vos ", &[Role::Viewer])
    };
    assert_eq!(computer.refusal(call::users_add, twin).fields()[0].code, Code::UserNameTaken);
    let change = computer.roles_of(anneke, &[Role::Secretary]);
    assert_eq!(computer.refused(call::users_change, change), Code::UserLastAdmin);
    assert_eq!(computer.refused(call::users_remove, RemoveUser { user: anneke }), Code::UserNotSelf);
    assert_eq!(computer.refused(call::users_remove, RemoveUser { user: nobody() }), Code::UserMissing);
}

#[test]
fn a_change_of_role_gives_its_keys_and_takes_those_of_the_old_role() {
    let mut computer = Computer::with_vault();
    let henk = computer.add("Henk Smit", Role::Viewer);
    computer.ask(call::users_change, computer.roles_of(henk, &[Role::Privacy]));
    assert_eq!(keys_of(&mut computer, henk), ["main", "confidential"]);
    computer.ask(call::users_change, computer.roles_of(henk, &[Role::Viewer]));
    assert_eq!(keys_of(&mut computer, henk), ["main"]);
    assert_eq!(computer.become_user("Henk Smit").roles, [Role::Viewer]);
}

#[test]
fn a_removed_user_cannot_unlock_even_with_an_old_header() {
    let mut computer = Computer::with_vault();
    let henk = computer.add("Henk Smit", Role::Viewer);
    let header = computer.folder().join("header.json");
    let while_henk_was_in = fs::read(&header).unwrap();
    computer.ask(call::people_create, NewPerson { note: "speelt klarinet".into(), ..surnamed("Berg") });
    computer.ask(call::users_remove, RemoveUser { user: henk });
    assert!(computer.ask(call::vault_verify, Nothing {}).ok);
    computer.lock();
    let as_henk = unlock_as("Henk Smit", &computer.phrase_of("Henk Smit"));
    assert_eq!(computer.refused(call::vault_unlock, as_henk.clone()), Code::VaultWrongPassphrase);
    computer.wait(60);
    // Henk's passphrase opens the old header, but `data.db` has another key now.
    let now = fs::read(&header).unwrap();
    put(&header, &while_henk_was_in);
    assert_eq!(
        computer.refused(call::vault_unlock, as_henk.clone()),
        Code::VaultWrongPassphrase,
        "the second header is newer"
    );
    let twin = computer.folder().join("header.bak");
    put(&twin, while_henk_was_in);
    computer.wait(60);
    assert_eq!(computer.refused(call::vault_unlock, as_henk), Code::VaultHalvesDiffer);
    put(&header, &now);
    put(&twin, now);
    computer.enter(unlock_as("Anneke Vos", PASSPHRASE));
    let person = computer.ask(call::people_list, PeopleFilter::default()).rows[0].id;
    assert_eq!(computer.ask(call::people_note, ByPerson { person }).text.as_deref(), Some("speelt klarinet"));
}

#[test]
fn a_viewer_manages_no_users_and_the_attempts_are_in_the_trail() {
    let mut computer = Computer::with_vault();
    let henk = computer.add("Henk Smit", Role::Viewer);
    computer.become_user("Henk Smit");
    let refused = [
        computer.refused(call::users_add, computer.newcomer("X", &[Role::Viewer])),
        computer.refused(call::users_change, computer.roles_of(henk, &[Role::Treasurer])),
        computer.refused(call::users_remove, RemoveUser { user: henk }),
        computer.refused(call::vault_recovery_text, computer.sheet()),
        computer.refused(call::vault_names, VaultNames { hidden: true }),
    ];
    assert_eq!(refused, [Code::PermissionDenied; 5]);
    computer.become_user("Anneke Vos");
    let lines = computer.ask(call::audit_list, TrailRequest::default());
    let denied = lines.iter().filter(|l| !l.done).count();
    assert_eq!(denied, 5);
}

#[test]
fn the_last_holder_of_a_key_cannot_be_removed() {
    let mut computer = Computer::with_vault();
    let bert = computer.add("Bert Dam", Role::Treasurer);
    let header = fs::read(computer.folder().join("header.json")).unwrap();
    assert_eq!(computer.refused(call::users_remove, RemoveUser { user: bert }), Code::UserLastKey);
    let change = computer.roles_of(bert, &[Role::Viewer]);
    assert_eq!(computer.refused(call::users_change, change), Code::UserLastKey);
    assert_eq!(fs::read(computer.folder().join("header.json")).unwrap(), header);

    let mut computer = Computer::with_vault();
    computer.ask(call::vault_recovery_text, computer.sheet());
    let bert = computer.add("Bert Dam", Role::Treasurer);
    computer.ask(call::users_remove, RemoveUser { user: bert });
    assert!(computer.ask(call::vault_verify, Nothing {}).ok);
}

#[test]
fn everybody_may_know_whom_to_ask_for_access() {
    let mut computer = Computer::with_vault();
    computer.add("Henk Smit", Role::Viewer);
    computer.become_user("Henk Smit");
    assert_eq!(computer.refused(call::users_list, Nothing {}), Code::PermissionDenied);
    assert_eq!(computer.ask(call::users_administrators, Nothing {}), ["Anneke Vos"]);
}
