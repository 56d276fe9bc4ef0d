//! The trail: users read it, and a changed row is detected.
use acceptance::requests::{erasure, named, surnamed, until};
use acceptance::{Calls, Computer, TestVault};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{
    About, Look, NewPerson, Nothing, PersonId, RelationKind, Theme, TrailOfPerson, TrailRequest, TrailVerdict,
};
use ledenkluis_core::error::Code;
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
fn the_trail_can_leave_out_the_programs_own_work_and_everybody_else() {
    let dark = || Look { theme: Some(Theme::Dark), ..Look::default() };
    let mut computer = Computer::new();
    let anneke = computer.create(&[Role::Secretary]).user_id;
    computer.ask(call::people_create, surnamed("Pronk"));
    computer.ask(call::settings_look, dark());
    let henk = computer.add("Henk Smit", Role::Viewer);
    computer.become_user("Henk Smit");
    computer.ask(call::settings_look, dark());
    assert_eq!(computer.refused(call::people_create, surnamed("Pronk")), Code::PermissionDenied);
    computer.become_user("Anneke Vos");
    let mut ops = |request| {
        let lines = computer.ask(call::audit_list, request);
        lines.into_iter().map(|line| line.op).collect::<Vec<_>>()
    };
    let all = TrailRequest::default;
    assert_eq!(ops(all()).iter().filter(|op| *op == "settings.look").count(), 2);
    assert!(!ops(TrailRequest { no_technical: true, ..all() }).contains(&"settings.look".to_owned()));
    assert_eq!(
        ops(TrailRequest { actor: Some(henk), no_technical: true, ..all() }),
        ["person.create", "vault.change_passphrase", "vault.unlock"]
    );
    let newest = TrailRequest { actor: Some(henk), limit: Some(1), ..all() };
    assert_eq!(ops(newest), ["person.create"], "what was denied is the newest");
    assert!(ops(TrailRequest { actor: Some(anneke), ..all() }).contains(&"vault.create".to_owned()));
}

#[test]
fn what_was_denied_is_never_left_out_as_technical() {
    let mut vault = TestVault::new();
    vault.ask(call::settings_look, Look { theme: Some(Theme::Dark), ..Look::default() });
    vault.inside(|conn| {
        conn.execute_batch("DROP TRIGGER trail_is_not_changed; UPDATE trail SET outcome = 'denied'").unwrap();
    });
    vault.reopen_as(&[Role::Privacy], false);
    let lines = vault.ask(call::audit_list, TrailRequest { no_technical: true, ..TrailRequest::default() });
    assert_eq!(lines[0].op, "settings.look");
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
