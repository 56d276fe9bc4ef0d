//! A user with few rights, who has the main key, their own passphrase, and every tool.
use crate::forge::{self, Identity, Key};
use crate::format::{Header, Of, Roster, User};
use crate::insider::Insider;
use crate::scene::{ANNEKE, BERT, HENK, Scene};
use serde_json::json;

/// Seals an invented key of a compartment to everybody who holds that compartment.
fn seal_invented(header: &mut Header, compartment: &str, version: u32, key: &Key) {
    let roster = header.roster();
    let holders = roster.compartments.iter().find(|c| c.compartment == compartment).unwrap().holders.clone();
    for to in holders {
        let sealed = forge::seal_key(&header.vault, roster.keys_of(&to), &to, compartment, version, key);
        header.keys.push(sealed);
    }
}

type Attack<'a> = (&'a str, &'a dyn Fn(&mut Header));

#[test]
fn an_invented_key_is_believed_by_nobody() {
    let mut scene = Scene::new();
    let (henk, header, before) = (scene.insider(HENK), scene.header(), scene.state());
    let blobs = scene.blobs(henk.main());
    for (compartment, victim) in [("giving", BERT), ("confidential", ANNEKE)] {
        let key = forge::invented(compartment);
        let version = header.roster().compartment(compartment).version;
        let next = |h: &mut Header| seal_invented(h, compartment, version + 1, &key);
        let struck = |h: &mut Header| {
            h.keys.retain(|k| k.compartment != compartment);
            seal_invented(h, compartment, version + 1, &key);
        };
        let in_its_place = |h: &mut Header| {
            h.keys.retain(|k| k.compartment != compartment);
            seal_invented(h, compartment, version, &key);
        };
        let attacks: [Attack<'_>; 3] =
            [("as the next version", &next), ("with the right one struck", &struck), ("in its place", &in_its_place)];
        for (how, attack) in attacks {
            let mut forged = header.clone();
            attack(&mut forged);
            forged.prove(henk.main());
            scene.put_header(&forged);
            scene.kept_out(victim, &["vault.key_refused"], &format!("{compartment} {how}"));
            // If the viewer also signs a roster with a commitment to it, that roster is refused.
            let mut roster = header.next_roster();
            let right = roster.compartment(compartment);
            (right.version, right.commitment) =
                (version + 1, forge::commitment(&header.vault, compartment, version + 1, &key));
            forged.chain.push(henk.sign(&roster));
            forged.prove(henk.main());
            scene.put_header(&forged);
            scene.kept_out(victim, &["vault.roster_refused"], &format!("{compartment} {how}, in a roster"));
        }
        assert_eq!(scene.blobs(henk.main()), blobs, "every sealed byte lies as it was");
    }
    scene.put(&before);
    scene.is_as_before();
}

/// A roster inserted before the chain commits to an old key that never existed. The program would take a value under
/// that key for one still to be re-encrypted: a gift that the treasurer never wrote.
#[test]
fn a_key_of_before_is_not_invented_afterwards_either() {
    let mut scene = Scene::new();
    let (henk, header, before) = (scene.insider(HENK), scene.header(), scene.state());
    let key = forge::invented("a version of before");
    let version = header.roster().compartment("giving").version;
    assert!(version > 1, "the key was renewed before");
    let mut forged = header.clone();
    let mut roster = Roster::of(&header.chain[0]);
    let right = roster.compartment("giving");
    (right.version, right.commitment) = (version - 1, forge::commitment(&header.vault, "giving", version - 1, &key));
    forged.chain.insert(0, henk.sign(&roster));
    seal_invented(&mut forged, "giving", version - 1, &key);
    let blob = &scene.blobs(henk.main())[0];
    let made_up = forge::make_blob("giving", "donation", &blob.row, version - 1, b"a lie", &key);
    let conn = forge::database(&scene.data(), henk.main()).unwrap();
    conn.execute("UPDATE donation SET sealed = ?1", [made_up]).unwrap();
    drop(conn);
    henk.seal_pages(&mut forged, &scene.data());
    forged.prove(henk.main());
    scene.put_header(&forged);
    scene.kept_out(BERT, &["vault.roster_refused"], "an older key in an older roster");
    scene.put(&before);
    scene.is_as_before();
}

type Forgery = (&'static str, fn(&mut Roster, &Insider));

/// Rosters that a viewer might wish for.
const ROSTERS: [Forgery; 5] = [
    ("roles of their own", |roster, henk| {
        roster.user(henk.id()).roles = vec!["secretary".into(), "treasurer".into()];
    }),
    ("roles and the keys to them", |roster, henk| {
        roster.user(henk.id()).roles = vec!["secretary".into(), "treasurer".into()];
        roster.give("giving", henk.of.clone());
        roster.give("confidential", henk.of.clone());
    }),
    ("administrator", |roster, henk| roster.user(henk.id()).admin = true),
    ("a ghost", |roster, henk| {
        let ghost = ghost(roster, henk);
        roster.users.push(ghost);
        roster.give("main", Of::User(GHOST.into()));
    }),
    ("nobody else runs it", |roster, henk| {
        for user in &mut roster.users {
            user.admin = user.id == henk.id();
        }
    }),
];

const GHOST: &str = "01900000-0000-7000-8000-00000000dead";

fn ghost(_: &Roster, _: &Insider) -> User {
    let keys = Identity::invented("ghost").public();
    User { id: GHOST.into(), roles: vec!["secretary".into()], admin: false, first_passphrase: true, keys }
}

/// Forges the roster as the next one, or in place of the newest.
fn forged(header: &Header, henk: &Insider, change: fn(&mut Roster, &Insider), in_place: bool) -> Header {
    let mut forged = header.clone();
    let mut roster = if in_place { header.roster() } else { header.next_roster() };
    change(&mut roster, henk);
    if in_place {
        forged.chain.pop();
    }
    forged.chain.push(henk.sign(&roster));
    forged.prove(henk.main());
    forged
}

#[test]
fn what_a_viewer_writes_in_the_roster_is_refused_at_the_unlock() {
    let mut scene = Scene::new();
    let (henk, header, before) = (scene.insider(HENK), scene.header(), scene.state());
    for (what, change) in ROSTERS {
        for in_place in [false, true] {
            scene.put_header(&forged(&header, &henk, change, in_place));
            for victim in [ANNEKE, BERT] {
                // Anneke has seen the newest roster and misses it; Bert sees that nobody entitled to it signed this
                // one.
                let seen = in_place && victim == ANNEKE;
                let code = if seen { "vault.not_followed" } else { "vault.roster_refused" };
                scene.kept_out(victim, &[code], what);
            }
        }
    }
    scene.put(&before);
    scene.is_as_before();
}

/// The same while an administrator has the vault open and then adds, changes and removes a user.
#[test]
fn what_a_viewer_writes_while_an_administrator_is_in_gives_no_key() {
    let mut scene = Scene::new();
    let (henk, header) = (scene.insider(HENK), scene.header());
    assert_eq!(scene.unlock(ANNEKE, &json!({})), None);
    let before = scene.state();
    let own = json!(scene.phrase_of(ANNEKE));
    let bert = header.id_of(BERT);
    for (what, change) in ROSTERS {
        scene.put_header(&forged(&before.header(), &henk, change, false));
        let placed = scene.state();
        let acts = [
            (
                "users_add",
                json!({ "name": "Carla Pol", "roles": ["privacy"], "passphrase": "zolder pinda kraan trompet" }),
            ),
            ("users_change", json!({ "user": henk.id(), "roles": ["privacy"] })),
            ("users_remove", json!({ "user": bert })),
        ];
        for (command, request) in acts {
            let own = if command == "users_remove" { json!({}) } else { json!({ "own_passphrase": own }) };
            let refused = scene.attempt(command, request, &own);
            assert_eq!(refused.as_deref(), Some("vault.roster_refused"), "{what}: {command}");
            assert!(scene.state() == placed, "{what}: {command} moved something");
        }
    }
    scene.put_header(&before.header());
    scene.note_is_as_before();
    scene.lock();
    scene.is_as_before();
}

/// The accounts in the data do not give access: they are corrected and reported at the next unlock, and no key changes
/// hands.
#[test]
fn a_ghost_and_roles_in_the_data_give_nothing_and_are_told() {
    let mut scene = Scene::new();
    let (henk, mut header) = (scene.insider(HENK), scene.header());
    let conn = forge::database(&scene.data(), henk.main()).unwrap();
    conn.execute(
        "INSERT INTO user_account (id, name, roles, admin, created_at, changed_at, replica) SELECT ?1, 'Geest', '[\"secretary\"]', 1, 0, 0, replica FROM user_account LIMIT 1",
        [&forge::uuid(GHOST)[..]],
    )
    .unwrap();
    let up = "UPDATE user_account SET roles = '[\"secretary\",\"treasurer\"]', admin = 1 WHERE id = ?1";
    conn.execute(up, [&forge::uuid(henk.id())[..]]).unwrap();
    drop(conn);
    henk.seal_pages(&mut header, &scene.data());
    header.prove(henk.main());
    scene.put_header(&header);
    let keys = header.keys.clone();
    let me = scene.computer.enter_as(ANNEKE);
    assert_eq!(me["told"], json!([{ "code": "user.differs", "args": { "count": "2" } }]));
    let users = scene.computer.call("users_list", json!({}));
    assert_eq!(users.as_array().unwrap().len(), 3, "the ghost is gone: {users}");
    assert_eq!(scene.computer.call("vault_verify", json!({}))["findings"], json!([]));
    assert_eq!(scene.header().keys, keys, "no key moved");
    let me = scene.computer.enter_as(HENK);
    assert_eq!((me["roles"].clone(), me["admin"].clone()), (json!(["viewer"]), json!(false)));
    scene.lock();
    scene.is_as_before();
}
