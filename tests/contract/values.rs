//! Which values each role gets to see: every reading command, as every role, with real ids. `matrix.rs` shows who may
//! call what; this shows what comes out, so that the snapshot shows every value that a role gains.
mod world;

use acceptance::Calls;
use ledenkluis_core::api::types::{PeopleFilter, PersonId};
use ledenkluis_core::api::{self, Kind, call};
use ledenkluis_core::ops::Role;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use world::{MARKS, WHO, World, needle};

/// Each role alone, by its letter in the role table of the design, and an administrator without a role.
const ROLES: &[(&str, &[Role], bool)] = &[
    ("S", &[Role::Secretary], false),
    ("T", &[Role::Treasurer], false),
    ("V", &[Role::Viewer], false),
    ("P", &[Role::Privacy], false),
    ("A", &[], true),
];

/// The requests for a reading command: one about each of the three people if it takes an id. A command that is missing
/// here fails the test.
fn requests(world: &World, command: &str) -> Option<Vec<(String, Value)>> {
    let once = |request: Value| Some(vec![(String::new(), request)]);
    let each = |request: &dyn Fn(PersonId) -> Value| {
        Some(world.persons.iter().zip(WHO).map(|(id, who)| (format!(" {who}"), request(*id))).collect::<Vec<_>>())
    };
    match command {
        "vault_state"
        | "vault_verify"
        | "users_list"
        | "users_administrators"
        | "settings_get"
        | "drafts_list"
        | "people_doubles"
        | "purposes_list" => once(json!({})),
        "consent_overview" | "retention_rules" | "erasure_list" | "audit_verify" | "today_overview" | "import_list" => {
            once(json!({}))
        }
        "vault_place" => once(json!({ "place": world.chosen })),
        "vault_words" => once(json!({ "language": "nl" })),
        "vault_strength" => once(json!({ "passphrase": "kachel" })),
        "vault_recovery_group" => once(json!({ "group": "AAAAA", "index": 0 })),
        "people_list" | "people_export" => once(json!({ "limit": 100 })),
        "people_similar" => each(&|id| {
            let n = world.persons.iter().position(|p| *p == id).unwrap_or_default();
            json!({ "surname": needle(WHO[n], "<achter") })
        }),
        "people_get"
        | "people_note"
        | "donations_list"
        | "consent_of"
        | "consent_history"
        | "retention_preview"
        | "retention_keep_bars" => each(&|id| json!({ "person": id })),
        "audit_of" => {
            let mut all = each(&|id| json!({ "person": id }))?;
            all.push((" a user".to_owned(), json!({ "person": world.user })));
            Some(all)
        }
        "people_place" => once(json!({ "letters": "a", "from": 0 })),
        "retention_after_end" => each(&|id| {
            let n = world.persons.iter().position(|p| *p == id).unwrap_or_default();
            json!({ "person": id, "relation": world.relations[n], "ended_on": "2031-03-04" })
        }),
        "retention_until" => each(&|id| json!({ "persons": [id] })),
        "retention_due" => once(json!({ "on": "2045-01-01" })),
        "audit_list" => once(json!({ "limit": 500 })),
        "import_inspect" => once(json!({ "file": world.chosen, "sheet": null })),
        "import_open" => once(json!({ "file": world.list, "sheet": null })),
        "import_check" | "import_rows" => once(json!({ "file": world.list, "sheet": 1, "header_row": 1,
            "columns": ["given_name", "surname", "note"], "relation": "member", "date_order": "dmy" })),
        _ => None,
    }
}

/// The marks that an answer contains for one of the three people; for `ANYBODY`, those that look the same for all
/// three.
fn seen(answer: &Result<String, String>, who: &str) -> BTreeSet<String> {
    let Ok(text) = answer else { return BTreeSet::new() };
    let of_who = |mark: &str| mark.contains('<') == (who != ANYBODY);
    let said = |(_, mark): &&(&str, &str)| of_who(mark) && text.contains(&needle(who, mark));
    MARKS.iter().filter(said).map(|(name, _)| (*name).to_owned()).collect()
}

/// Stands for values that look the same whoever they are about.
const ANYBODY: &str = "-";

type Table = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// Everything that a user with these roles gets to see: the command and whom it asks about, then whom the answer is
/// about and which values it contains.
fn table(world: &mut World, roles: &[Role], admin: bool) -> Table {
    world.enter(roles, admin);
    let mut table = Table::new();
    for c in api::commands() {
        if matches!(c.kind, Kind::Act | Kind::Write) {
            continue;
        }
        let Some(requests) = requests(world, c.name) else { panic!("{}: say in requests() how it is asked", c.name) };
        for (about, request) in requests {
            let answer = world.vault.raw(c.name, request).map(|value| value.to_string());
            let answer = answer.map_err(|e| e.code);
            let malformed = answer.as_ref().is_err_and(|code| code == "request.malformed");
            assert!(!malformed, "{}: give requests() a request that fits", c.name);
            let all = WHO.iter().chain([&ANYBODY]);
            let tells = all.map(|who| ((*who).to_owned(), seen(&answer, who))).filter(|(_, v)| !v.is_empty());
            let mut tells: BTreeMap<_, _> = tells.collect();
            if let Err(code) = answer {
                tells.insert(format!("({code})"), BTreeSet::new());
            }
            table.insert(format!("{}{about}", c.name), tells);
        }
    }
    table
}

#[test]
fn which_values_each_role_sees() {
    let mut world = World::new();
    let tables: Vec<(&str, Table)> =
        ROLES.iter().map(|(name, roles, admin)| (*name, table(&mut world, roles, *admin))).collect();
    let mut lines = vec![];
    for command in tables[0].1.keys() {
        lines.push(command.clone());
        for (role, table) in &tables {
            for (who, values) in &table[command] {
                let values = values.iter().cloned().collect::<Vec<_>>().join(" ");
                lines.push(format!("    {role} {who} {values}").trim_end().to_owned());
            }
        }
    }
    insta::assert_snapshot!(lines.join("\n"));
}

/// Commands that answer about the user themselves.
const OF_ONESELF: &[&str] = &["drafts_list", "vault_state"];

/// Several roles together see no more than the sum of what each sees, so the snapshot of the single roles is complete.
/// A person whom only one of the roles may see is seen by the combination like anybody else.
#[test]
fn roles_add_up_to_no_more_than_their_sum() {
    let mut world = World::new();
    let single: Vec<Table> = ROLES.iter().map(|(_, roles, admin)| table(&mut world, roles, *admin)).collect();
    for mask in 1_u32..32 {
        let of: Vec<usize> = (0..ROLES.len()).filter(|i| mask & (1 << i) != 0).collect();
        let roles: Vec<Role> = of.iter().flat_map(|i| ROLES[*i].1).copied().collect();
        let together = table(&mut world, &roles, of.iter().any(|i| ROLES[*i].2));
        // Drafts and the user's name are the user's own, and the vault was filled by one of these users.
        let of_others = together.into_iter().filter(|(command, _)| !OF_ONESELF.contains(&command.as_str()));
        for (command, tells) in of_others {
            for (who, values) in tells {
                let as_of_anybody_else = command.replace(WHO[1], WHO[0]).replace(WHO[2], WHO[0]);
                let alone = |i: &usize| {
                    let own = single[*i][&command].get(&who).cloned().unwrap_or_default();
                    let of = if who == ANYBODY { ANYBODY } else { WHO[0] };
                    let others = single[*i][&as_of_anybody_else].get(of).cloned().unwrap_or_default();
                    // A list may show of a person what `people_get` shows.
                    let pages = WHO.iter().filter_map(|w| single[*i][&format!("people_get {w}")].get(&who));
                    own.union(&others).chain(pages.flatten()).cloned().collect::<BTreeSet<String>>()
                };
                let sees =
                    |i: &usize| single[*i].get(&format!("people_get {who}")).is_none_or(|t| t.contains_key(&who));
                let is_seen = of.iter().any(sees);
                assert!(is_seen, "{command} tells {roles:?} of {who}, whom neither of them sees");
                let sum: BTreeSet<String> = of.iter().flat_map(alone).collect();
                let more: Vec<_> = values.difference(&sum).collect();
                assert!(more.is_empty(), "{command} tells {roles:?} of {who} more than each of them: {more:?}");
            }
        }
    }
}

/// Searching for a value that a role may not see finds nobody.
#[test]
fn nobody_is_found_by_what_the_role_does_not_see() {
    let mut world = World::new();
    for (role, roles, admin) in ROLES {
        let shown = table(&mut world, roles, *admin);
        for who in WHO {
            let sees = shown[&format!("people_get {who}")].get(who).cloned().unwrap_or_default();
            for (name, mark) in MARKS.iter().filter(|(_, mark)| mark.starts_with('<')).copied() {
                let q = PeopleFilter { q: Some(needle(who, mark)), limit: Some(100), ..PeopleFilter::default() };
                let Ok(found) = call::people_list(world.vault.app(), q) else { continue };
                let rows = found.value.rows;
                let index = WHO.iter().position(|w| *w == who).unwrap_or_default();
                let is_found = rows.iter().any(|row| row.id == world.persons[index]);
                assert!(!is_found || sees.contains(name), "{role} finds {who} by {name}");
            }
        }
    }
}
