//! Erasing a person who used to be a user of the vault also removes their name as a user.
use acceptance::pages::{decrypted, standing_in};
use acceptance::requests::{day, erasure, until};
use acceptance::{Calls, Computer};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{Name, NewPerson, NewRelation, RelationKind, RemoveUser};
use ledenkluis_core::ops::Role;

#[test]
fn an_erased_person_who_was_a_user_is_gone_under_that_name_too() {
    let mut computer = Computer::with_vault();
    let relation = NewRelation { started_on: Some(day("2001-01-01")), ..until(RelationKind::Member, "2010-12-31") };
    let request = NewPerson {
        name: Name {
            initials: "Q.".into(),
            given_name: "Quirijn".into(),
            surname: "Zonderling".into(),
            ..Name::default()
        },
        relations: vec![relation],
        ..NewPerson::default()
    };
    let person = computer.ask(call::people_create, request);
    let former = computer.add("Q. Zonderling", Role::Viewer);
    let other = computer.add("Quirijn Anders", Role::Viewer);
    for user in [former, other] {
        computer.ask(call::users_remove, RemoveUser { user });
    }
    let names = |computer: &mut Computer| {
        computer.inside(|conn| {
            let mut stmt = conn.prepare("SELECT name FROM user_account ORDER BY created_at, id").unwrap();
            let names = stmt.query_map([], |r| r.get::<_, String>(0)).unwrap();
            names.collect::<Result<Vec<_>, _>>().unwrap()
        })
    };
    assert_eq!(names(&mut computer), ["Anneke Vos", "Q. Zonderling", "Quirijn Anders"]);
    let key = computer.main_key();
    let before = decrypted(&computer.folder().join("data.db"), &key).unwrap();
    assert_eq!(standing_in(&before, &["zonderling"]), ["zonderling"], "the reader finds what is there");
    let done = computer.ask(call::erasure_run, erasure(person, "Zonderling"));
    assert_eq!((done.erased, done.problem), (1, None));
    let number = former.to_string();
    assert_eq!(
        names(&mut computer),
        ["Anneke Vos", number.as_str(), "Quirijn Anders"],
        "a given name alone identifies nobody"
    );
    let key = computer.main_key();
    let after = decrypted(&computer.folder().join("data.db"), &key).unwrap();
    assert_eq!(standing_in(&after, &["zonderling"]), Vec::<&str>::new());
}
