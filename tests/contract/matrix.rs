//! Every command as every role: the snapshot shows every change in what somebody may do.
use acceptance::requests::unlock_as;
use acceptance::{Calls, Computer, TestVault};
use ledenkluis_core::api::types::{NewUser, PeopleFilter, Unlock};
use ledenkluis_core::api::{self, Kind, call};
use ledenkluis_core::ops::{self, Permission, Role};
use serde_json::{Value, json};

const COLUMNS: &[(&str, &[Role], bool)] = &[
    ("secretary", &[Role::Secretary], false),
    ("treasurer", &[Role::Treasurer], false),
    ("viewer", &[Role::Viewer], false),
    ("privacy", &[Role::Privacy], false),
    ("admin", &[], true),
];

#[test]
fn who_may_what() {
    let mut lines = vec![format!("{:32} {}", "", COLUMNS.map_names())];
    for c in api::commands() {
        let Some(needs) = c.permission else { continue };
        let marks = COLUMNS
            .iter()
            .map(|(_, roles, admin)| if ops::permissions(roles, *admin).contains(&needs) { "yes" } else { "-" });
        let marks = marks.map(|m| format!("{m:10}")).collect::<String>();
        lines.push(format!("{:32} {}", c.name, marks.trim_end()));
    }
    insta::assert_snapshot!(lines.join("\n"));
}

/// The program does what the table says: it refuses a command with `permission.denied` for every role without the
/// permission, and with another code, or not at all, for the others.
#[test]
fn the_table_says_what_happens() {
    for (name, roles, admin) in COLUMNS {
        let mut vault = TestVault::as_role(roles, *admin);
        for c in api::commands() {
            let (Some(needs), Some(request)) = (c.permission, sample(c.name)) else { continue };
            let allowed = ops::permissions(roles, *admin).contains(&needs);
            let before = vault.trail().len();
            let answer = vault.raw(c.name, request);
            let denied = answer.as_ref().is_err_and(|e| e.code == "permission.denied");
            let fits = !answer.as_ref().is_err_and(|e| e.code == "request.malformed");
            assert!(fits, "{}: give sample() a request that fits", c.name);
            assert_eq!(denied, !allowed, "{} as {name}: {answer:?}", c.name);
            if denied && leaves_a_row(c.kind) {
                let trail = vault.trail();
                assert_eq!(trail.len(), before + 1, "{} leaves a denied row", c.name);
                assert!(trail.last().is_some_and(|l| l.contains(" denied ")), "{}", c.name);
            }
        }
    }
}

/// The permission is checked before the request is decoded: a viewer gets `permission.denied` even for a malformed
/// request, and a refused write leaves its row.
#[test]
fn a_forbidden_command_is_refused_before_its_request_is_read() {
    for nonsense in [json!({}), json!({ "nonsense": true }), json!([])] {
        let mut vault = TestVault::as_role(&[Role::Viewer], false);
        let may = ops::permissions(&[Role::Viewer], false);
        let refused = api::commands().into_iter().filter(|c| c.permission.is_some_and(|p| !may.contains(&p)));
        let mut seen = 0;
        for c in refused {
            let before = vault.trail().len();
            let code = vault.raw(c.name, nonsense.clone()).map(|_| ()).unwrap_err().code;
            assert_eq!(code, "permission.denied", "{} {nonsense}", c.name);
            let rows = vault.trail().split_off(before);
            assert_eq!(rows.len(), usize::from(leaves_a_row(c.kind)), "{} {nonsense}", c.name);
            assert!(rows.iter().all(|row| row.contains(" denied ")), "{} {nonsense}", c.name);
            seen += usize::from(c.kind == Kind::Write);
        }
        assert!(seen > 15, "{seen}");
    }
}

/// A user whose passphrase somebody else chose can only choose one of their own, read the settings, set their
/// appearance, or lock; also in a read-only session.
#[test]
fn an_own_passphrase_comes_before_anything_else() {
    let free = ["vault_change_passphrase", "settings_get", "settings_look"];
    let mut computer = Computer::new();
    computer.create(&[Role::Secretary, Role::Treasurer]);
    let roles = [Role::Secretary, Role::Treasurer, Role::Viewer, Role::Privacy];
    let first = computer.phrase_of("Tom Smit");
    let new = NewUser { admin: true, ..computer.newcomer("Tom Smit", &roles) };
    computer.ask(call::users_add, new);
    for read_only in [false, true] {
        // Wait out the delay that the wrong passphrases of the previous round caused.
        computer.wait(3_600);
        let unlock = Unlock { read_only, ..unlock_as("Tom Smit", &first) };
        assert!(computer.enter(unlock).must_change_passphrase);
        let mut seen = 0;
        for c in api::commands().into_iter().filter(|c| c.permission.is_some() || c.name == "vault_remember") {
            let request = sample(c.name).unwrap();
            computer.wait(60);
            let refused = computer.raw(c.name, request).err().map(|e| e.code);
            let waits = refused.as_deref() == Some("vault.own_passphrase_first");
            assert_eq!(waits, !free.contains(&c.name), "{}, read-only {read_only}: {refused:?}", c.name);
            seen += 1;
        }
        assert!(seen > 50, "{seen}");
    }
    // After that choice every command works, without unlocking again.
    computer.wait(3_600);
    computer.enter_as("Tom Smit");
    computer.choose_passphrase(&first, "zolder pinda kraan trompet");
    computer.ask(call::people_list, PeopleFilter::default());
}

/// Does a refusal leave a row in the trail? It does if the command itself would.
fn leaves_a_row(kind: Kind) -> bool {
    matches!(kind, Kind::Write | Kind::View)
}

/// Every command is permitted to at least one role, so none is dead.
#[test]
fn every_permission_is_somebodys() {
    for c in api::commands() {
        if let Some(needs) = c.permission {
            let somebody = COLUMNS.iter().any(|(_, roles, admin)| ops::permissions(roles, *admin).contains(&needs));
            assert!(somebody || needs == Permission::Own, "nobody may {}", c.name);
        }
    }
}

/// A valid request for a command. Its ids do not exist, so that a permitted command is refused for another reason.
fn sample(command: &str) -> Option<Value> {
    let nobody = "00000000-0000-7000-8000-0000000000ff";
    Some(match command {
        "vault_change_passphrase" => json!({ "old": "oud", "new": "kachel fiets wolk tafel" }),
        "vault_recovery_save" => json!({ "target": { "to": "print" } }),
        "vault_recovery_confirm" => json!({ "a": "AAAAA", "b": "BBBBB" }),
        "vault_names" => json!({ "hidden": true }),
        "users_add" => json!({ "name": "Proef", "roles": ["viewer"], "passphrase": "kachel fiets wolk tafel",
            "own_passphrase": "oud" }),
        "users_change" => json!({ "user": nobody, "roles": ["viewer"], "own_passphrase": "oud" }),
        "vault_remember" => json!({ "on": true, "passphrase": "oud" }),
        "vault_recovery_make" | "vault_recovery_text" => json!({ "passphrase": "oud" }),
        "users_remove" => json!({ "user": nobody }),
        "people_get" | "people_note" => json!({ "person": nobody }),
        "audit_of" => json!({ "person": nobody }),
        "people_create" => json!({ "surname": "Proef" }),
        "people_change" => json!({ "person": nobody, "to": { "surname": "Proef" } }),
        "people_start_relation" => json!({ "person": nobody, "kind": "member" }),
        "people_end_relation" => json!({ "relation": nobody, "ended_on": "2026-01-01" }),
        "people_reopen_relation" => json!({ "person": nobody, "relation": nobody }),
        "people_change_relation" => {
            let dates = json!({ "started_on": "2020-01-01" });
            json!({ "person": nobody, "relation": nobody, "seen": dates, "to": dates })
        }
        "people_place" => json!({ "letters": "v", "from": 0 }),
        "donations_list" => json!({ "person": nobody }),
        "donations_record" => json!({ "person": nobody, "kind": "gift", "on": "2026-01-01", "amount_cents": 2500 }),
        "drafts_keep" => json!({ "place": "/vandaag x", "compartment": "main", "content": "{}" }),
        "drafts_drop" => json!({ "place": "/vandaag x" }),
        "consent_of" | "consent_history" => json!({ "person": nobody }),
        "consent_record" => {
            json!({ "person": nobody, "purpose": nobody, "given": true, "on": "2026-01-01", "how": "paper" })
        }
        "consent_withdraw" | "consent_reopen" => json!({ "person": nobody, "purpose": nobody }),
        "retention_preview" | "retention_keep_bars" | "retention_unkeep" => json!({ "person": nobody }),
        "retention_after_end" => json!({ "person": nobody, "relation": nobody, "ended_on": "2026-01-01" }),
        "retention_until" => json!({ "persons": [nobody] }),
        "retention_keep" => json!({ "person": nobody, "until": "2027-01-01", "reason": "proef" }),
        "export_report" => json!({ "person": nobody, "pdf": { "to": "print" }, "data": { "to": "print" } }),
        "erasure_run" => json!({ "persons": [nobody], "confirm": "wis 1 persoon" }),
        "erasure_proof" => json!({ "erasure": nobody, "target": { "to": "print" } }),
        "demo_fill" => json!({ "people": 1, "seed": 1 }),
        "import_open" => json!({ "file": nobody }),
        "import_check" | "import_rows" | "import_run" => {
            json!({ "file": nobody, "sheet": 1, "header_row": 1, "columns": [], "relation": "member", "date_order": "dmy" })
        }
        "import_problems" => json!({ "file": nobody, "sheet": 1, "header_row": 1, "columns": [], "relation": "member",
            "date_order": "dmy", "target": { "to": "print" } }),
        "import_undo" => json!({ "import": nobody }),
        _ => json!({}),
    })
}

trait Names {
    fn map_names(&self) -> String;
}

impl Names for &[(&str, &[Role], bool)] {
    fn map_names(&self) -> String {
        self.iter().map(|(n, ..)| format!("{n:10}")).collect::<String>().trim_end().to_owned()
    }
}
