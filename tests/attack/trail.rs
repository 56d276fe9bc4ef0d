//! The trail, attacked by a viewer who has the main key: they can write every row, and sign only their own.
use crate::forge;
use crate::insider::{Insider, chain_anew, without_triggers};
use crate::scene::{ANNEKE, BERT, HENK, Scene};
use rusqlite::Connection;
use serde_json::{Value, json};

/// Bert was the last to unlock, and left rows that Anneke has not seen.
fn with_berts_rows() -> Scene {
    let mut scene = Scene::new();
    assert_eq!(scene.unlock(BERT, &json!({})), None);
    for cents in [1200, 1300] {
        let gift = json!({ "person": scene.person, "kind": "gift", "on": "2026-04-01", "amount_cents": cents });
        scene.computer.call("donations_record", gift);
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
fn findings(scene: &mut Scene, name: &str) -> Value {
    assert_eq!(scene.unlock(name, &json!({ "older_is_right": true })), None, "{name} comes in by choice");
    let found = scene.computer.call("vault_verify", json!({}))["findings"].clone();
    scene.lock();
    found
}

fn row(code: &str, row: i64) -> Value {
    json!([{ "code": code, "args": { "row": row.to_string() } }])
}

type Attack<'a> = (&'a str, &'a dyn Fn(&Connection));

/// Rows that Anneke had seen are missed at her unlock, by her pin.
#[test]
fn a_struck_or_rewritten_row_that_the_next_one_had_seen_is_found_at_the_unlock() {
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
            scene.kept_out(victim, &["vault.trail_cut"], what);
        }
    }
    scene.put(&before);
    scene.is_as_before();
}

/// Rows that Anneke had not seen: `verify` names the row, and the user who wrote it misses it at their own unlock.
#[test]
fn a_rewritten_row_that_the_next_one_had_not_seen_is_named_by_the_check() {
    let mut scene = with_berts_rows();
    let (henk, before) = (scene.insider(HENK), scene.state());
    let conn = forge::database(&scene.data(), henk.main()).unwrap();
    let n = last(&conn);
    drop(conn);
    let rewrite = format!("UPDATE trail SET at = at - 1 WHERE seq = {}", n - 1);
    // The chain is not rebuilt.
    write(&scene, &henk, |conn| conn.execute_batch(&rewrite).unwrap());
    assert_eq!(findings(&mut scene, ANNEKE), row("trail.broken", n - 1));
    scene.put(&before);
    // The row is deleted.
    let strike = format!("DELETE FROM trail WHERE seq = {}", n - 1);
    write(&scene, &henk, |conn| conn.execute_batch(&strike).unwrap());
    assert_eq!(findings(&mut scene, ANNEKE), row("trail.broken", n - 1));
    scene.put(&before);
    // The chain is rebuilt, but Bert's signature is missing.
    write(&scene, &henk, |conn| {
        conn.execute_batch(&rewrite).unwrap();
        chain_anew(conn, n - 1, own(&henk));
    });
    assert_eq!(scene.unlock(ANNEKE, &json!({})).as_deref(), Some("vault.older_copy"), "this computer had seen it");
    scene.kept_out(BERT, &["vault.trail_cut"], "his own row");
    assert_eq!(findings(&mut scene, ANNEKE), row("trail.unsigned", n - 1));
    scene.put(&before);
    // The row is deleted and the next one takes its place.
    write(&scene, &henk, |conn| {
        conn.execute_batch(&strike).unwrap();
        chain_anew(conn, n - 1, own(&henk));
    });
    scene.kept_out(BERT, &["vault.trail_cut"], "his own row");
    assert_eq!(findings(&mut scene, ANNEKE), row("trail.unsigned", n - 1));
    scene.put(&before);
    scene.is_as_before();
}

/// The end is cut off and the pages are sealed again: the user who wrote those rows misses them.
#[test]
fn a_tail_that_was_cut_off_is_missed_by_who_wrote_it() {
    let mut scene = with_berts_rows();
    let (henk, before) = (scene.insider(HENK), scene.state());
    let conn = forge::database(&scene.data(), henk.main()).unwrap();
    let n = last(&conn);
    drop(conn);
    write(&scene, &henk, |conn| conn.execute_batch(&format!("DELETE FROM trail WHERE seq >= {}", n - 1)).unwrap());
    assert_eq!(scene.unlock(ANNEKE, &json!({})).as_deref(), Some("vault.older_copy"), "this computer had seen it");
    scene.kept_out(BERT, &["vault.trail_cut"], "his own rows");
    scene.put(&before);
    scene.is_as_before();
}

/// A row in another user's name, and one of their own for something they may not do.
#[test]
fn a_row_in_anothers_name_and_one_of_what_one_may_not_are_named_by_the_check() {
    for (who, code) in [(BERT, "trail.unsigned"), (HENK, "trail.not_allowed")] {
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
