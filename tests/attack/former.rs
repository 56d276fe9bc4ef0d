//! Somebody who had keys once and kept every state the folder ever had opens nothing written afterwards. And a header
//! and data from different days are refused, each with its own code.
use crate::forge::{self, Identity, Key};
use crate::format::{Header, Of};
use crate::insider::Insider;
use crate::scene::{ANNEKE, BERT, HENK, How, Scene, State};
use acceptance::requests::{day, secret, secrets, sheet_of, surnamed, unlock_as, until};
use acceptance::{Calls, PASSPHRASE, requests};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    ChangePassphrase, ChangeUser, NewPerson, NewRelation, NewUser, RecoveryRequest, RelationKind, Remember, RemoveUser,
    Unlock,
};
use ledenkluis_core::app::DeviceKeys;
use ledenkluis_core::error::Code;
use ledenkluis_core::ops::Role;

const NEW: &str = "zolder pinda kraan trompet";

/// An act that takes access away.
struct Act {
    what: &'static str,
    /// Performs it. Returns what the person who lost access still has.
    run: fn(&mut Scene) -> Former,
}

type Opens = Box<dyn Fn(&Header) -> Option<Insider>>;

/// What somebody who lost access still has, usable on any header.
struct Former {
    /// Opens a header of any day.
    open: Opens,
    /// The compartments they can no longer open.
    closed: &'static [&'static str],
    /// Who unlocks with an older header, and who with the current one; each with their passphrase.
    before: (&'static str, String),
    after: (&'static str, String),
}

fn by_passphrase(name: &'static str, phrase: String) -> Opens {
    Box::new(move |header: &Header| {
        let user = header.names.iter().find(|n| n.name == name)?.id.clone();
        Insider::by_passphrase(header, &user, &phrase)
    })
}

fn everything(name: &'static str, phrase: &str, after: (&'static str, String)) -> Former {
    Former {
        open: by_passphrase(name, phrase.into()),
        closed: &["main", "giving", "confidential"],
        before: (name, phrase.into()),
        after,
    }
}

fn anneke() -> (&'static str, String) {
    (ANNEKE, PASSPHRASE.into())
}

fn enter(scene: &mut Scene, name: &str) {
    assert_eq!(scene.unlock(name, How::Plainly), None, "{name}");
}

fn new_passphrase(scene: &mut Scene) -> Former {
    enter(scene, ANNEKE);
    scene.computer.ask(call::vault_change_passphrase, ChangePassphrase { old: secret(PASSPHRASE), new: secret(NEW) });
    everything(ANNEKE, PASSPHRASE, (ANNEKE, NEW.into()))
}

/// The administrator chose Carla's first passphrase, so they have the private keys she had then.
fn first_own_passphrase(scene: &mut Scene) -> Former {
    let first = scene.phrase_of("Carla Pol");
    enter(scene, BERT);
    scene.computer.become_user("Carla Pol");
    let own = scene.phrase_of("Carla Pol");
    assert_ne!(first, own);
    everything("Carla Pol", &first, ("Carla Pol", own))
}

fn role_taken(scene: &mut Scene) -> Former {
    let bert = scene.header().id_of(BERT).parse().unwrap();
    let phrase = scene.phrase_of(BERT);
    enter(scene, ANNEKE);
    scene.computer.ask(
        call::users_change,
        ChangeUser {
            user: bert,
            roles: vec![Role::Viewer],
            admin: false,
            own_passphrase: secret(PASSPHRASE),
            recovery: None,
        },
    );
    // Anneke does not hold `giving`: Carla, the other treasurer, renews its key when she unlocks.
    scene.computer.become_user("Carla Pol");
    Former { open: by_passphrase(BERT, phrase.clone()), closed: &["giving"], before: (BERT, phrase), after: anneke() }
}

fn user_removed(scene: &mut Scene) -> Former {
    let (henk, phrase) = (scene.header().id_of(HENK).parse().unwrap(), scene.phrase_of(HENK));
    enter(scene, ANNEKE);
    scene.computer.ask(call::users_remove, RemoveUser { user: henk });
    everything(HENK, &phrase, anneke())
}

fn new_sheet(scene: &mut Scene) -> Former {
    enter(scene, ANNEKE);
    let sheet = SHEET.with(|s| s.borrow().clone());
    let request = RecoveryRequest { groups: Some(secrets(&sheet)), ..sheet_of(PASSPHRASE) };
    scene.new_sheet(request);
    Former {
        open: Box::new(move |header| Insider::by_sheet(header, &sheet)),
        closed: &["main", "giving", "confidential"],
        before: anneke(),
        after: anneke(),
    }
}

fn computer_forgotten(scene: &mut Scene) -> Former {
    let chain = scene.computer.keychain.clone();
    let secrets: Vec<(String, Vec<u8>)> = scene
        .header()
        .slots
        .iter()
        .filter(|s| matches!(s.of, Of::Device(_)))
        .map(|s| (s.id.clone(), chain.get(&format!("slot-{}", s.id)).unwrap().unwrap().expose().clone()))
        .collect();
    assert_eq!(secrets.len(), 1, "this computer remembers Anneke");
    enter(scene, ANNEKE);
    scene.computer.ask(call::vault_remember, Remember { on: false, passphrase: secret(PASSPHRASE) });
    let secret = move |slot: &str| secrets.iter().find(|(id, _)| id == slot).map(|(_, secret)| secret.clone());
    Former {
        open: Box::new(move |header| Insider::by_device(header, &secret)),
        closed: &["main", "confidential"],
        before: anneke(),
        after: anneke(),
    }
}

fn erasure(scene: &mut Scene) -> Former {
    enter(scene, ANNEKE);
    let person = scene.computer.ask(
        call::people_create,
        NewPerson {
            relations: vec![NewRelation {
                started_on: Some(day("2009-09-01")),
                ..until(RelationKind::Member, "2015-10-31")
            }],
            ..surnamed("Okafor")
        },
    );
    scene.computer.ask(call::erasure_run, requests::erasure(person, "wis 1 persoon"));
    // Nobody lost access, but somebody may have found the old keys on a disk or in memory. The users keep their private
    // keys.
    Former { open: Box::new(|_| None), closed: &["main", "confidential"], before: anneke(), after: anneke() }
}

const ACTS: [Act; 7] = [
    Act { what: "a new passphrase", run: new_passphrase },
    Act { what: "a first own passphrase", run: first_own_passphrase },
    Act { what: "a role taken", run: role_taken },
    Act { what: "a user removed", run: user_removed },
    Act { what: "a new sheet", run: new_sheet },
    Act { what: "a computer forgotten", run: computer_forgotten },
    Act { what: "an erasure, and with it a re-key", run: erasure },
];

thread_local! {
    static SHEET: std::cell::RefCell<Vec<String>> = const { std::cell::RefCell::new(vec![]) };
}

/// With a sheet that opens everything and a computer that remembers Anneke. Returns every state of the folder on the
/// way.
fn with_history() -> (Scene, Vec<State>) {
    let mut scene = Scene::new();
    let mut states = vec![scene.state()];
    enter(&mut scene, ANNEKE);
    let groups = scene.computer.ask(call::vault_recovery_text, sheet_of(PASSPHRASE)).groups;
    SHEET.with(|s| s.replace(groups));
    scene.computer.ask(call::vault_remember, Remember { on: true, passphrase: secret(PASSPHRASE) });
    scene.lock();
    states.push(scene.state());
    (scene, states)
}

fn with_carla(scene: &mut Scene, states: &mut Vec<State>) {
    // The holder of `giving` is no administrator and the administrator does not hold it, so Bert is made both for a
    // moment.
    let bert = scene.header().id_of(BERT).parse().unwrap();
    let change = |admin: bool| ChangeUser {
        user: bert,
        roles: vec![Role::Treasurer],
        admin,
        own_passphrase: secret(PASSPHRASE),
        recovery: None,
    };
    enter(scene, ANNEKE);
    scene.computer.ask(call::users_change, change(true));
    enter(scene, BERT);
    let own = scene.phrase_of(BERT);
    let carla = scene.computer.newcomer("Carla Pol", &[Role::Treasurer]);
    scene.computer.ask(call::users_add, NewUser { own_passphrase: secret(own), ..carla });
    enter(scene, ANNEKE);
    scene.computer.ask(call::users_change, change(false));
    scene.lock();
    states.push(scene.state());
}

fn passphrase(who: &(&'static str, String)) -> Unlock {
    unlock_as(who.0, &who.1)
}

#[test]
fn an_earlier_private_key_opens_no_later_key() {
    for Act { what, run } in ACTS {
        let (mut scene, mut states) = with_history();
        with_carla(&mut scene, &mut states);
        let before = scene.state();
        let former = run(&mut scene);
        scene.lock();
        let (now, header) = (scene.state(), scene.header());
        let hoard: Vec<Insider> = states.iter().filter_map(|s| (former.open)(&s.header())).collect();
        let identities: Vec<Identity> = hoard.iter().map(|i| i.identity.clone()).collect();
        let of_before = Insider::by_passphrase(&before.header(), &before.header().id_of(ANNEKE), PASSPHRASE).unwrap();
        let mut keys: Vec<Key> = hoard.iter().flat_map(|i| i.keys.values().copied()).collect();
        if what.starts_with("an erasure") {
            keys.extend(of_before.keys.values());
        }
        assert!(!keys.is_empty(), "{what}: there was something to keep");
        for k in header.keys.iter().filter(|k| former.closed.contains(&k.compartment.as_str())) {
            let opened = identities.iter().any(|i| forge::open_key(&header.vault, i, k).is_some());
            assert!(!opened, "{what}: {:?} opens {} of after", k.to, k.compartment);
        }
        assert!((former.open)(&header).is_none_or(|i| former.closed.iter().all(|c| !i.holds(c))), "{what}");
        for compartment in former.closed {
            let names = |s: &State| s.header().roster().compartment(compartment).clone();
            let (was, is) = (names(&before), names(&now));
            let known =
                keys.iter().any(|key| forge::commitment(&header.vault, compartment, is.version, key) == is.commitment);
            let held = hoard.iter().any(|i| i.holds(compartment)) || what.starts_with("an erasure");
            assert!(!known, "{what}: a key of before is the key of {compartment}");
            assert!(!held || is.version > was.version, "{what}: {compartment} is under the key of before");
        }
        if former.closed.contains(&"main") {
            for key in &keys {
                assert!(forge::database(&scene.data(), key).is_none(), "{what}: a key of before opens the data");
            }
        }
        let after = |s: &mut Scene| s.attempt(call::vault_unlock, passphrase(&former.after));
        assert_eq!(after(&mut scene), None, "{what}: who belongs comes in");
        scene.lock();
        let me =
            Insider::by_passphrase(&scene.header(), &scene.header().id_of(former.after.0), &former.after.1).unwrap();
        for blob in scene.blobs(me.main()) {
            if former.closed.contains(&blob.compartment) && !what.starts_with("an erasure") {
                let opens = |key| forge::open_blob(blob.compartment, blob.table, &blob.row, &blob.bytes, key).is_some();
                let held = hoard.iter().any(|i| i.holds(blob.compartment));
                assert!(!held || !keys.iter().any(opens), "{what}: a key of before opens {}", blob.table);
            }
        }
    }
}

#[test]
fn the_earlier_keys_did_open_the_earlier_vault() {
    let (mut scene, mut states) = with_history();
    with_carla(&mut scene, &mut states);
    let anneke = scene.insider(ANNEKE);
    let bert = scene.insider(BERT);
    for blob in scene.blobs(anneke.main()) {
        let holder = if blob.compartment == "giving" { &bert } else { &anneke };
        let opened = holder
            .keys
            .values()
            .any(|key| forge::open_blob(blob.compartment, blob.table, &blob.row, &blob.bytes, key).is_some());
        assert!(opened, "{}", blob.table);
    }
    let sheet = SHEET.with(|s| s.borrow().clone());
    assert!(Insider::by_sheet(&scene.header(), &sheet).unwrap().holds("main"));
}

/// After each act: the old header with the new data, and the old data with the new header.
#[test]
fn two_halves_of_different_days_are_refused() {
    for Act { what, run } in ACTS {
        let (mut scene, mut states) = with_history();
        with_carla(&mut scene, &mut states);
        let before = scene.state();
        let former = run(&mut scene);
        scene.lock();
        let now = scene.state();
        let halves = [
            ("an older header", before.with_data_of(&now), &former.before),
            ("older data", now.with_data_of(&before), &former.after),
        ];
        for (which, mixed, who) in halves {
            scene.put(&mixed);
            for how in [How::Plainly, How::OlderIsRight] {
                let refused = scene
                    .attempt(call::vault_unlock, how.to(passphrase(who)))
                    .unwrap_or_else(|| panic!("{what}: {which} came in"));
                let codes = [Code::VaultHalvesDiffer, Code::VaultHeaderOlder, Code::VaultDataOlder];
                assert!(codes.contains(&refused), "{what}: {which}: {refused}");
                assert!(scene.state() == mixed, "{what}: {which}: something moved");
            }
        }
        // One of the two headers is old: users get in with the other one, and the person who lost access does not.
        for (first, second) in [(&before.first, &now.second), (&now.first, &before.second)] {
            scene.put(&State { first: first.clone(), second: second.clone(), data: now.data.clone() });
            if former.before != former.after && !matches!(former.before.0, BERT) {
                let refused = scene.attempt(call::vault_unlock, passphrase(&former.before));
                assert_eq!(refused, Some(Code::VaultWrongPassphrase), "{what}");
            }
            assert_eq!(
                scene.attempt(call::vault_unlock, How::OlderIsRight.to(passphrase(&former.after))),
                None,
                "{what}"
            );
            scene.lock();
            assert_eq!(scene.header().roster(), now.header().roster(), "{what}");
            scene.put(&now);
        }
    }
}
