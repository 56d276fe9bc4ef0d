//! What an unlock reports to the user, and what is not calculated while the date of the computer is in doubt.
use acceptance::{Computer, PASSPHRASE};
use ledenkluis_core::kernel::db::{self, Mode};
use ledenkluis_core::kernel::sealed::Compartment;
use ledenkluis_core::kernel::secret::Key;
use serde_json::{Value, json};

const DAY: i64 = 24 * 60 * 60;

fn told(me: &Value) -> Vec<&str> {
    me["told"].as_array().into_iter().flatten().filter_map(|finding| finding["code"].as_str()).collect()
}

/// Locks, moves the clock, and unlocks again.
fn after(computer: &mut Computer, seconds: i64) -> Value {
    computer.call("vault_lock", json!({}));
    computer.wait(seconds);
    computer.call("vault_unlock", json!({ "passphrase": PASSPHRASE }))
}

#[test]
fn with_a_date_that_cannot_be_right_no_term_is_counted_until_a_person_says_that_it_is() {
    for seconds in [-DAY, 400 * DAY] {
        let mut computer = Computer::with_vault();
        let relation = json!({ "kind": "member", "ended_on": "2019-12-31", "ended": true });
        let gone = computer.call("people_create", json!({ "surname": "Okafor", "relations": [relation] }));
        let runs = json!([{ "kind": "member", "started_on": "2001-01-01" }]);
        let stays = computer.call("people_create", json!({ "surname": "Berg", "relations": runs }));
        assert_eq!(told(&after(&mut computer, 300 * DAY)), [""; 0], "ten months are no reason to ask");
        assert_eq!(told(&after(&mut computer, seconds)), ["clock.doubtful"], "{seconds}");
        assert_eq!(told(&after(&mut computer, 60)), ["clock.doubtful"], "{seconds}: a lock is no answer");
        for (command, request) in [
            ("retention_due", json!({})),
            ("retention_preview", json!({ "person": gone })),
            ("erasure_run", json!({ "persons": [gone], "confirm": "okafor" })),
        ] {
            assert_eq!(computer.refused(command, request).code, "clock.doubtful", "{command} {seconds}");
        }
        let until = computer.call("retention_until", json!({ "persons": [gone, stays] }));
        let unknown = json!({ "person": gone, "until": null, "while": null, "over": false, "doubted": true });
        assert_eq!(until[0], unknown, "{seconds}");
        let runs = json!({ "person": stays, "until": null, "while": "relation", "over": false, "doubted": false });
        assert_eq!(until[1], runs, "no end needs no date");
        let rules = computer.call("retention_rules", json!({}));
        assert!(rules["rules"].as_array().unwrap().iter().all(|rule| rule["used"].is_null()), "not counted");
        assert_eq!(computer.call("today_overview", json!({}))["now"].as_array().unwrap().len(), 1, "the sheet only");
        computer.call("vault_clock_right", json!({}));
        assert_eq!(told(&computer.call("vault_state", json!({}))["me"]), [""; 0]);
        assert_eq!(computer.call("retention_due", json!({}))["total"], 1, "{seconds}");
        let until = computer.call("retention_until", json!({ "persons": [gone, stays] }));
        assert_eq!((&until[0]["until"], &until[0]["doubted"]), (&json!("2020-12-31"), &json!(false)), "{seconds}");
        assert_eq!((&until[1]["until"], &until[1]["doubted"]), (&json!(null), &json!(false)), "{seconds}");
    }
}

#[test]
fn attempts_that_failed_are_told_to_who_comes_in() {
    let mut computer = Computer::with_vault();
    computer.call("vault_lock", json!({}));
    for _ in 0..2 {
        computer.refused("vault_unlock", json!({ "passphrase": "een heel andere wachtzin" }));
        computer.wait(60);
    }
    let me = computer.call("vault_unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!((told(&me), &me["told"][0]["args"]["count"]), (vec!["vault.failed_attempts"], &json!("2")));
    assert_eq!(told(&after(&mut computer, 60)), [""; 0]);
}

#[test]
fn accounts_that_do_not_fit_the_signed_list_are_put_right_told_and_noted() {
    let mut computer = Computer::with_vault();
    let key = *computer.app().session().unwrap().keys().get(Compartment::Main).unwrap().1.expose();
    let conn = db::open(&computer.folder().join("data.db"), &Key::new(key), Mode::ReadWrite).unwrap();
    conn.execute_batch(
        "UPDATE user_account SET roles = '[\"treasurer\"]';
         INSERT INTO user_account (id, name, roles, admin, created_at, changed_at, replica)
         VALUES (randomblob(16), 'Spook', '[\"secretary\"]', 1, 0, 0, x'07')",
    )
    .unwrap();
    drop(conn);
    let me = after(&mut computer, 60);
    assert_eq!((told(&me), &me["told"][0]["args"]["count"]), (vec!["user.differs"], &json!("2")));
    assert_eq!(me["roles"], json!(["secretary"]));
    let users = computer.call("users_list", json!({}));
    assert_eq!(users.as_array().map(Vec::len), Some(1), "{users}");
    let lines = computer.call("audit_list", json!({}));
    assert!(lines.as_array().unwrap().iter().any(|line| line["op"] == "user.settle"), "{lines}");
    assert_eq!(told(&after(&mut computer, 60)), [""; 0]);
}
