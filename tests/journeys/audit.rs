//! The trail: users read it, and a changed row is detected.
use acceptance::requests::{erasure, named, surnamed, until};
use acceptance::{Calls, Computer, TestVault};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    About, NewPerson, Nothing, PersonId, RelationKind, TrailOfPerson, TrailRequest, TrailVerdict,
};
use ledenkluis_core::ops::Role;

#[test]
fn a_changed_row_of_the_trail_is_found() {
    let mut vault = TestVault::new();
    vault.person("Grace", "Okafor");
    vault.person("Jan", "Pronk");
    vault.reopen_as(&[Role::Privacy], false);
    let whole = TrailVerdict { ok: true, rows: 2, first_broken: None, fault: None };
    assert_eq!(vault.ask(call::audit_verify, Nothing {}), whole);
    vault.inside(|conn| {
        let change = "UPDATE trail SET count = 9 WHERE seq = 1";
        assert!(conn.execute(change, []).is_err(), "the trigger refuses it first");
        conn.execute_batch(&format!("DROP TRIGGER trail_is_not_changed; {change}")).unwrap();
    });
    assert_eq!(vault.ask(call::audit_verify, Nothing {}).first_broken, Some(1));
}

#[test]
fn the_lines_about_a_person_name_the_user_who_acted() {
    let mut vault = TestVault::new();
    let id = vault.person("Grace", "Okafor");
    vault.person("Jan", "Pronk");
    let lines = vault.ask(call::audit_of, TrailOfPerson { person: id, limit: None });
    assert_eq!(lines.len(), 1);
    assert_eq!((lines[0].op.as_str(), lines[0].actor_name.as_deref()), ("person.create", Some("[Secretary]")));
}

#[test]
fn the_whole_trail_names_the_people_it_is_about_as_far_as_the_reader_may_see_them() {
    let mut computer = Computer::new();
    computer.create(&[Role::Secretary]);
    let stays = computer.ask(call::people_create, named("Grace", "Okafor"));
    let relations = vec![until(RelationKind::Member, "2001-12-31")];
    let gone = computer.ask(call::people_create, NewPerson { relations, ..surnamed("Pronk") });
    computer.ask(call::erasure_run, erasure(gone, "pronk"));
    computer.add("Henk Smit", Role::Viewer);
    let lines = computer.ask(call::audit_list, TrailRequest::default());
    let about = |person: PersonId| {
        &lines.iter().find(|line| line.op == "person.create" && line.subject == Some(person.0)).unwrap().about
    };
    assert_eq!(about(stays), &About::Named("Grace Okafor".to_owned()));
    assert_eq!(about(gone), &About::Erased);
    let added = lines.iter().find(|line| line.op == "user.add").unwrap();
    assert_eq!(added.about, About::Named("Henk Smit".to_owned()));
    let made = lines.iter().find(|line| line.op == "vault.create").unwrap();
    assert_eq!(made.about, About::Nobody);
}

#[test]
fn a_reader_who_may_see_no_people_finds_no_name_in_the_trail() {
    let mut vault = TestVault::new();
    vault.person("Grace", "Okafor");
    vault.reopen_as(&[], true);
    let lines = vault.ask(call::audit_list, TrailRequest::default());
    let made = lines.iter().find(|line| line.op == "person.create").unwrap();
    assert_eq!(made.about, About::Nobody);
}

#[test]
fn a_person_whom_the_reader_may_not_list_is_not_called_erased() {
    let mut vault = TestVault::new();
    vault.person("Harrie", "Smeets");
    vault.inside(|conn| conn.execute("UPDATE person SET restricted = 'request'", []).unwrap());
    let mut about = |roles: &[Role]| {
        vault.reopen_as(roles, true);
        let lines = vault.ask(call::audit_list, TrailRequest::default());
        lines.iter().find(|line| line.op == "person.create").unwrap().about.clone()
    };
    assert_eq!(about(&[Role::Viewer]), About::NotListed);
    assert_eq!(about(&[Role::Privacy]), About::Named("Harrie Smeets".to_owned()));
}
