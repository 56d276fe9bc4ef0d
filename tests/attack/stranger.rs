//! Somebody without any key, who can read and write the folder, makes a vault for the owner's public keys: her slots
//! open it, her keys unseal its data keys, and its content is theirs.
use crate::forge::{self, Identity, Key};
use crate::format::{Compartment, Header, Of, Roster, User};
use crate::insider::{Insider, without_triggers};
use crate::scene::{ANNEKE, How, Scene, State};
use acceptance::requests::{secret, sheet_of, surnamed, unlock, unlock_by_sheet};
use acceptance::{Calls, Computer, PASSPHRASE};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{NewPerson, Remember, Unlock, UnlockDevice, UnlockRecovery};
use ledenkluis_core::error::Code;
use ledenkluis_core::ops::Role;
use std::collections::BTreeMap;

const STRANGER: &str = "01900000-0000-7000-8000-000000000bad";
const COMPARTMENTS: [&str; 3] = ["main", "giving", "confidential"];

/// The stranger's roster: the owner, with her own public keys, and the stranger.
fn roster(of: &Header, number: u64, before: &str, keys: &BTreeMap<&str, Key>, me: &Identity) -> Roster {
    let anneke = of.id_of(ANNEKE);
    let mut owner = of.roster().user(&anneke).clone();
    owner.roles = vec!["secretary".into()];
    let stranger = User {
        id: STRANGER.into(),
        roles: vec!["secretary".into(), "treasurer".into()],
        admin: true,
        first_passphrase: false,
        keys: me.public(),
    };
    let compartment = |name: &&str| {
        let commitment = forge::commitment(&of.vault, name, 1, &keys[name]);
        let both = vec![Of::User(STRANGER.into()), Of::User(anneke.clone())];
        let mut holders = if *name == "giving" { vec![Of::User(STRANGER.into())] } else { both };
        holders.sort();
        Compartment { compartment: (*name).into(), version: 1, commitment, holders, renew: false }
    };
    let sheets = of.roster().sheets;
    let mut roster = Roster {
        vault: of.vault.clone(),
        number,
        before: before.into(),
        users: vec![owner, stranger],
        sheets: sheets.clone(),
        compartments: COMPARTMENTS.iter().map(compartment).collect(),
    };
    for sheet in &sheets {
        for name in COMPARTMENTS {
            roster.give(name, Of::Sheet(sheet.id.clone()));
        }
    }
    roster
}

/// A vault that the stranger made with the program, and its main key.
fn own_vault(filled: bool, with_her_name: bool) -> (Computer, std::path::PathBuf, Key) {
    let mut own = Computer::with_vault();
    if filled {
        own.ask(call::people_create, NewPerson { note: "lees dit".into(), ..surnamed("Lokvogel") });
    }
    if !with_her_name {
        own.add("Iemand Anders", Role::Viewer);
    }
    let folder = own.folder();
    own.lock();
    let header = Header::read(&folder.join("header.json"));
    let me = Insider::by_passphrase(&header, &header.id_of(ANNEKE), PASSPHRASE).unwrap();
    (own, folder, *me.main())
}

/// A whole folder, made for the owner's public keys. With `real` it continues the chain of the real vault.
fn made_for(of: &State, real: bool, filled: bool, with_her_name: bool) -> State {
    let (header, me) = (of.header(), Identity::invented("stranger"));
    let (_own, folder, main) = own_vault(filled, with_her_name);
    let mut keys: BTreeMap<&str, Key> = COMPARTMENTS.iter().map(|c| (*c, forge::invented(c))).collect();
    keys.insert("main", main);
    let (number, before) = match real {
        true => (header.roster().number + 1, header.chain.last().unwrap().hash()),
        false => (header.roster().number, "00".repeat(32)),
    };
    let by = Of::User(STRANGER.into());
    let signed = me.sign_roster(by, &roster(&header, number, &before, &keys, &me));
    let mut forged = Header { keys: vec![], seal: None, ..header.clone() };
    forged.chain = if real { header.chain.clone() } else { vec![] };
    forged.chain.push(signed.clone());
    let newest = Roster::of(&signed);
    for right in &newest.compartments {
        for to in &right.holders {
            let key = &keys[right.compartment.as_str()];
            forged.keys.push(forge::seal_key(&forged.vault, newest.keys_of(to), to, &right.compartment, 1, key));
        }
    }
    forged.prove(&main);
    let data = folder.join("data.db");
    let conn = forge::database(&data, &main).unwrap();
    without_triggers(&conn, |conn| {
        conn.execute_batch("DELETE FROM roster; DELETE FROM user_account;").unwrap();
        let row =
            (i64::try_from(newest.number).unwrap(), &signed.roster, serde_json::to_string(&signed.signatures).unwrap());
        conn.execute("INSERT INTO roster (number, body, signatures) VALUES (?1, ?2, ?3)", row).unwrap();
        for user in &newest.users {
            let name = if with_her_name && user.id != STRANGER { ANNEKE } else { user.id.as_str() };
            let roles = serde_json::to_string(&user.roles).unwrap();
            conn.execute(
                "INSERT INTO user_account (id, name, roles, admin, created_at, changed_at, replica) VALUES (?1, ?2, ?3, ?4, 0, 0, x'07')",
                (&forge::uuid(&user.id)[..], name, roles, user.admin),
            )
            .unwrap();
        }
    });
    drop(conn);
    let bytes = forged.bytes();
    State { first: bytes.clone(), second: bytes, data: std::fs::read(&data).unwrap() }
}

#[test]
fn a_vault_made_for_the_owners_keys_is_not_opened_by_her() {
    let mut scene = Scene::new();
    assert_eq!(scene.unlock(ANNEKE, How::Plainly), None);
    let sheet = scene.computer.ask(call::vault_recovery_text, sheet_of(PASSPHRASE));
    scene.computer.ask(call::vault_remember, Remember { on: true, passphrase: secret(PASSPHRASE) });
    scene.lock();
    let before = scene.state();
    let anneke = before.header().id_of(ANNEKE).parse().unwrap();
    for (filled, with_her_name) in [(false, true), (true, true), (true, false)] {
        for real in [false, true] {
            let forged = made_for(&before, real, filled, with_her_name);
            scene.put(&forged);
            let code = if real { Code::VaultRosterRefused } else { Code::VaultNotFollowed };
            for older_is_right in [false, true] {
                let refused_at = |door: &str, refused: Option<Code>, after: &State| {
                    assert_eq!(refused, Some(code), "{door}, filled {filled}, on the real chain {real}");
                    assert!(*after == forged, "{door} wrote in it");
                };
                let request = Unlock { user: Some(anneke), older_is_right, ..unlock(PASSPHRASE) };
                let refused = scene.attempt(call::vault_unlock, request);
                refused_at("by passphrase", refused, &scene.state());
                let request = UnlockDevice { user: anneke, older_is_right, is_closed_elsewhere: false };
                let refused = scene.attempt(call::vault_unlock_device, request);
                refused_at("by this computer", refused, &scene.state());
                let by_sheet = unlock_by_sheet(&sheet.groups, "zolder pinda kraan trompet");
                let request = UnlockRecovery { older_is_right, ..by_sheet };
                let refused = scene.attempt(call::vault_unlock_recovery, request);
                refused_at("by the sheet", refused, &scene.state());
            }
        }
    }
    scene.put(&before);
    scene.is_as_before();
}

/// A header that parses but whose slots do not open, next to a valid one. It locks nobody out.
#[test]
fn a_header_that_merely_parses_locks_nobody_out_while_the_other_is_valid() {
    let mut scene = Scene::new();
    let before = scene.state();
    let mut bogus = before.header();
    bogus.association = "Een andere vereniging".into();
    for slot in &mut bogus.slots {
        slot.seen += 900;
    }
    for (first, second) in [(bogus.bytes(), before.second.clone()), (before.first.clone(), bogus.bytes())] {
        scene.put(&State { first, second, data: before.data.clone() });
        assert_eq!(scene.unlock(ANNEKE, How::OlderIsRight), None);
        scene.lock();
        assert_eq!(scene.header().association, before.header().association);
    }
    scene.put_header(&bogus);
    let refused = scene.unlock(ANNEKE, How::OlderIsRight);
    assert!(refused.is_some(), "and alone it opens nothing");
}
