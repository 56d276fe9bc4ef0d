//! Erasing a person who used to be a user of the vault also removes their name as a user.
use acceptance::Computer;
use acceptance::pages::{decrypted, standing_in};
use ledenkluis_core::kernel::db::{self, Mode};
use ledenkluis_core::kernel::sealed::Compartment;
use ledenkluis_core::kernel::secret::Key;
use serde_json::json;

fn key_of(computer: &mut Computer) -> [u8; 32] {
    let session = computer.app().session().expect("an open vault");
    *session.keys().get(Compartment::Main).expect("the main key").1.expose()
}

#[test]
fn who_once_was_a_user_is_gone_by_that_name_too() {
    let mut computer = Computer::with_vault();
    let ended = json!([{ "kind": "member", "started_on": "2001-01-01", "ended_on": "2010-12-31", "ended": true }]);
    let request = json!({ "given_name": "Quirijn", "initials": "Q.", "surname": "Zonderling", "relations": ended });
    let person = computer.call("people_create", request);
    let former = computer.add("Q. Zonderling", "viewer");
    let other = computer.add("Quirijn Anders", "viewer");
    for user in [&former, &other] {
        computer.call("users_remove", json!({ "user": user }));
    }
    let names = |computer: &mut Computer| {
        let key = Key::new(key_of(computer));
        let conn = db::open(&computer.folder().join("data.db"), &key, Mode::ReadOnly).unwrap();
        let mut stmt = conn.prepare("SELECT name FROM user_account ORDER BY created_at, id").unwrap();
        let names = stmt.query_map([], |r| r.get::<_, String>(0)).unwrap();
        names.collect::<Result<Vec<_>, _>>().unwrap()
    };
    assert_eq!(names(&mut computer), ["Anneke Vos", "Q. Zonderling", "Quirijn Anders"]);
    let key = key_of(&mut computer);
    let before = decrypted(&computer.folder().join("data.db"), &key).unwrap();
    assert_eq!(standing_in(&before, &["zonderling"]), ["zonderling"], "the reader finds what is there");
    let done = computer.call("erasure_run", json!({ "persons": [person], "confirm": "Zonderling" }));
    assert_eq!((&done["erased"], &done["problem"]), (&json!(1), &json!(null)));
    let number = former.as_str().unwrap();
    assert_eq!(names(&mut computer), ["Anneke Vos", number, "Quirijn Anders"], "a given name alone is nobody's own");
    let key = key_of(&mut computer);
    let after = decrypted(&computer.folder().join("data.db"), &key).unwrap();
    assert_eq!(standing_in(&after, &["zonderling"]), Vec::<&str>::new());
}
