//! The trail, attacked by a viewer who has the main key: they can write every row, and sign only their own.
use crate::forge;
use crate::insider::{Insider, chain_anew, without_triggers};
use crate::scene::{ANNEKE, BERT, HENK, How, Scene};
use acceptance::Calls;
use acceptance::requests::gift;
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{Nothing, VaultFinding};
use ledenkluis_core::error::Code;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Bert was the last to unlock, and left rows that Anneke has not seen.
fn with_berts_rows() -> Scene {
    let mut scene = Scene::new();
    assert_eq!(scene.unlock(BERT, How::Plainly), None);
    for cents in [1200, 1300] {
        scene.computer.ask(call::donations_record, gift(scene.person, "2026-04-01", cents));
    }
    scene.lock();
    scene
}

fn last(conn: &Connection) -> i64 {
    conn.query_row("SELECT max(seq) FROM trail", [], |r| r.get(0)).unwrap()
}

/// Writes in the data and seals it, as the program does when it locks.
fn write(scene: &Scene, henk: &Insider, work: impl FnOnce(&Connection)) {
    let conn = forge::database(&scene.data(), henk.main()).unwrap();
    without_triggers(&conn, work);
    drop(conn);
    let mut header = scene.header();
    henk.seal_pages(&mut header, &scene.data());
    header.prove(henk.main());
    scene.put_header(&header);
}

fn own(henk: &Insider) -> impl Fn(&[u8], &[u8]) -> Option<Vec<u8>> {
    let (id, henk) = (forge::uuid(henk.id()), henk.clone());
    move |actor: &[u8], hash: &[u8]| (actor == id).then(|| henk.sign_row(hash))
}

/// What `verify` finds, once the user has confirmed that this is the right vault.
fn findings(scene: &mut Scene, name: &str) -> Vec<VaultFinding> {
    assert_eq!(scene.unlock(name, How::OlderIsRight), None, "{name} comes in by choice");
    let found = scene.computer.ask(call::vault_verify, Nothing {}).findings;
    scene.lock();
    found
}

fn row(code: Code, row: i64) -> Vec<VaultFinding> {
    vec![VaultFinding { code: code.as_str().to_owned(), args: BTreeMap::from([("row".to_owned(), row.to_string())]) }]
}

type Attack<'a> = (&'a str, &'a dyn Fn(&Connection));

/// Rows that Anneke had seen are missed at her unlock, by her pin.
#[test]
fn a_deleted_or_rewritten_row_that_the_next_user_had_seen_is_found_at_the_unlock() {
    let mut scene = Scene::new();
    let (henk, before) = (scene.insider(HENK), scene.state());
    let attacks: [Attack<'_>; 3] = [
        ("struck", &|conn| {
            conn.execute_batch("DELETE FROM trail WHERE seq = 3").unwrap();
            chain_anew(conn, 3, own(&henk));
        }),
        ("rewritten", &|conn| {
            conn.execute_batch("UPDATE trail SET op = 'vault.unlock' WHERE seq = 3").unwrap();
            chain_anew(conn, 3, own(&henk));
        }),
        ("cut off", &|conn| {
            conn.execute_batch("DELETE FROM trail WHERE seq > 3").unwrap();
        }),
    ];
    for (what, attack) in attacks {
        scene.put(&before);
        write(&scene, &henk, attack);
        for victim in [ANNEKE, BERT] {
            scene.kept_out(victim, &[Code::VaultTrailCut], what);
        }
    }
    scene.put(&before);
    scene.is_as_before();
}

/// Rows that Anneke had not seen: `verify` names the row, and the user who wrote it misses it at their own unlock.
#[test]
fn a_rewritten_row_that_the_next_user_had_not_seen_is_named_by_the_check() {
    let mut scene = with_berts_rows();
    let (henk, before) = (scene.insider(HENK), scene.state());
    let conn = forge::database(&scene.data(), henk.main()).unwrap();
    let n = last(&conn);
    drop(conn);
    let rewrite = format!("UPDATE trail SET at = at - 1 WHERE seq = {}", n - 1);
    // The chain is not rebuilt.
    write(&scene, &henk, |conn| conn.execute_batch(&rewrite).unwrap());
    assert_eq!(findings(&mut scene, ANNEKE), row(Code::TrailBroken, n - 1));
    scene.put(&before);
    // The row is deleted.
    let strike = format!("DELETE FROM trail WHERE seq = {}", n - 1);
    write(&scene, &henk, |conn| conn.execute_batch(&strike).unwrap());
    assert_eq!(findings(&mut scene, ANNEKE), row(Code::TrailBroken, n - 1));
    scene.put(&before);
    // The chain is rebuilt, but Bert's signature is missing.
    write(&scene, &henk, |conn| {
        conn.execute_batch(&rewrite).unwrap();
        chain_anew(conn, n - 1, own(&henk));
    });
    assert_eq!(scene.unlock(ANNEKE, How::Plainly), Some(Code::VaultOlderCopy), "this computer had seen it");
    scene.kept_out(BERT, &[Code::VaultTrailCut], "his own row");
    assert_eq!(findings(&mut scene, ANNEKE), row(Code::TrailUnsigned, n - 1));
    scene.put(&before);
    // The row is deleted and the next one takes its place.
    write(&scene, &henk, |conn| {
        conn.execute_batch(&strike).unwrap();
        chain_anew(conn, n - 1, own(&henk));
    });
    scene.kept_out(BERT, &[Code::VaultTrailCut], "his own row");
    assert_eq!(findings(&mut scene, ANNEKE), row(Code::TrailUnsigned, n - 1));
    scene.put(&before);
    scene.is_as_before();
}

/// The end is cut off and the pages are sealed again: the user who wrote those rows misses them.
#[test]
fn rows_cut_off_at_the_end_are_missed_by_the_user_who_wrote_them() {
    let mut scene = with_berts_rows();
    let (henk, before) = (scene.insider(HENK), scene.state());
    let conn = forge::database(&scene.data(), henk.main()).unwrap();
    let n = last(&conn);
    drop(conn);
    write(&scene, &henk, |conn| conn.execute_batch(&format!("DELETE FROM trail WHERE seq >= {}", n - 1)).unwrap());
    assert_eq!(scene.unlock(ANNEKE, How::Plainly), Some(Code::VaultOlderCopy), "this computer had seen it");
    scene.kept_out(BERT, &[Code::VaultTrailCut], "his own rows");
    scene.put(&before);
    scene.is_as_before();
}

/// A row in another user's name, and one of their own for something they may not do.
#[test]
fn a_row_in_anothers_name_and_one_about_a_forbidden_act_are_named_by_the_check() {
    for (who, code) in [(BERT, Code::TrailUnsigned), (HENK, Code::TrailNotAllowed)] {
        let mut scene = Scene::new();
        let henk = scene.insider(HENK);
        let actor = forge::uuid(&scene.header().id_of(who));
        let mut place = 0;
        write(&scene, &henk, |conn| {
            place = last(conn) + 1;
            conn.execute(
                "INSERT INTO trail (seq, replica, at, actor, op, outcome, subject, count, fields, roster, hash, signature)
                 SELECT ?1, replica, at, ?2, 'erasure.run', 'done', NULL, 1, '', roster, x'00', x'00' FROM trail ORDER BY seq DESC LIMIT 1",
                (place, &actor[..]),
            )
            .unwrap();
            chain_anew(conn, place, own(&henk));
        });
        assert_eq!(findings(&mut scene, ANNEKE), row(code, place), "{who}");
    }
}
