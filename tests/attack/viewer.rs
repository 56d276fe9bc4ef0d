//! A user with few rights, who has the main key, their own passphrase, and every tool.
use crate::forge::{self, Identity, Key};
use crate::format::{Header, Of, Roster, User};
use crate::insider::Insider;
use crate::scene::{ANNEKE, BERT, HENK, How, Scene};
use acceptance::Calls;
use acceptance::requests::secret;
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{ChangeUser, NewUser, Nothing, RemoveUser, UserId};
use ledenkluis_core::error::Code;
use ledenkluis_core::ops::Role;

/// Seals an invented key of a compartment to everybody who holds that compartment.
fn seal_invented(header: &mut Header, compartment: &str, version: u32, key: &Key) {
    let roster = header.roster();
    let holders = roster.compartments.iter().find(|c| c.compartment == compartment).unwrap().holders.clone();
    for to in holders {
        let sealed = forge::seal_key(&header.vault, roster.keys_of(&to), &to, compartment, version, key);
        header.keys.push(sealed);
    }
}

type Attempt = Box<dyn Fn(&mut Scene) -> Option<Code>>;
type Attack<'a> = (&'a str, &'a dyn Fn(&mut Header));

#[test]
fn nobody_accepts_an_invented_key() {
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
            scene.kept_out(victim, &[Code::VaultKeyRefused], &format!("{compartment} {how}"));
            // If the viewer also signs a roster with a commitment to it, that roster is refused.
            let mut roster = header.next_roster();
            let right = roster.compartment(compartment);
            (right.version, right.commitment) =
                (version + 1, forge::commitment(&header.vault, compartment, version + 1, &key));
            forged.chain.push(henk.sign(&roster));
            forged.prove(henk.main());
            scene.put_header(&forged);
            scene.kept_out(victim, &[Code::VaultRosterRefused], &format!("{compartment} {how}, in a roster"));
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
    scene.kept_out(BERT, &[Code::VaultRosterRefused], "an older key in an older roster");
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
                let code = if seen { Code::VaultNotFollowed } else { Code::VaultRosterRefused };
                scene.kept_out(victim, &[code], what);
            }
        }
    }
    scene.put(&before);
    scene.is_as_before();
}

/// The same while an administrator has the vault open and then adds, changes and removes a user.
#[test]
fn what_a_viewer_writes_while_an_administrator_works_gives_no_key() {
    let mut scene = Scene::new();
    let (henk, header) = (scene.insider(HENK), scene.header());
    assert_eq!(scene.unlock(ANNEKE, How::Plainly), None);
    let before = scene.state();
    let own = secret(scene.phrase_of(ANNEKE));
    let (henk_id, bert): (UserId, UserId) = (henk.id().parse().unwrap(), header.id_of(BERT).parse().unwrap());
    for (what, change) in ROSTERS {
        scene.put_header(&forged(&before.header(), &henk, change, false));
        let placed = scene.state();
        let carla = scene.computer.newcomer("Carla Pol", &[Role::Privacy]);
        let carla = NewUser { own_passphrase: own.clone(), ..carla };
        let change = ChangeUser { own_passphrase: own.clone(), ..scene.computer.roles_of(henk_id, &[Role::Privacy]) };
        let acts: [(&str, Attempt); 3] = [
            ("adding", Box::new(move |scene| scene.attempt(call::users_add, carla.clone()))),
            ("changing", Box::new(move |scene| scene.attempt(call::users_change, change.clone()))),
            ("removing", Box::new(move |scene| scene.attempt(call::users_remove, RemoveUser { user: bert }))),
        ];
        for (act, run) in acts {
            assert_eq!(run(&mut scene), Some(Code::VaultRosterRefused), "{what}: {act}");
            assert!(scene.state() == placed, "{what}: {act} moved something");
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
fn a_ghost_and_roles_in_the_data_give_nothing_and_are_reported() {
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
    assert_eq!((me.told.len(), me.told[0].code.as_str()), (1, Code::UserDiffers.as_str()));
    assert_eq!(me.told[0].args["count"], "2");
    let users = scene.computer.ask(call::users_list, Nothing {});
    assert_eq!(users.len(), 3, "the ghost is gone: {users:?}");
    assert!(scene.computer.ask(call::vault_verify, Nothing {}).findings.is_empty());
    assert_eq!(scene.header().keys, keys, "no key moved");
    let me = scene.computer.enter_as(HENK);
    assert_eq!((me.roles, me.admin), (vec![Role::Viewer], false));
    scene.lock();
    scene.is_as_before();
}
