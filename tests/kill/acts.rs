//! The acts: what is done to the vault, and what must hold for that act when it was cut short. `after` checks
//! everything else.
use crate::after::{self, Found, People};
use crate::desk::{self, KEES, RIA, TOM};
use crate::errand::{self, Errand};
use crate::place::{Ended, Place, Program, VAULT, Who};
use crate::rounds::Act;
use serde_json::{Value, json};

fn kluis(who: Who, words: &[&str]) -> Program {
    Program::Kluis(who, words.iter().map(|word| (*word).to_owned()).collect())
}

fn call(who: Who, command: &str, request: &Value) -> Program {
    kluis(who, &["call", VAULT, command, &request.to_string()])
}

fn act(before: Place, program: Program, after: impl Fn(&Place, &Ended, &mut Found) + 'static) -> Act {
    Act { before, program, after: Box::new(after) }
}

fn was_answered(ended: &Ended) -> bool {
    !ended.answers.is_empty()
}

pub(crate) fn unlock() -> Act {
    act(desk::with_vault(), call(RIA, "settings_get", &json!({})), |place, _, found| {
        after::all_as_before(place, &People::default(), found);
    })
}

/// With the sheet, Ria gets a new passphrase and at once is asked to make another sheet. Until she does, this one still
/// opens.
pub(crate) fn unlock_by_sheet() -> Act {
    let before = desk::with_vault();
    let request = json!({ "groups": desk::sheet(&before), "new_passphrase": before.read("ria-new") });
    act(before, call(RIA, "vault_unlock_recovery", &request), |place, ended, found| {
        let ria = after::one_of(place, RIA, ("Ria", "ria-new"), found);
        found.must(ria != RIA || !was_answered(ended), || "the new passphrase was lost".to_owned());
        let sheet = after::sheet_opens(place, &desk::sheet(place), found);
        found.must(sheet, || "the sheet opens no more, and there is no other".to_owned());
        after::everything(place, &People { ria, ..People::default() }, found);
        let asked = !after::sheet_confirmed(place, ria);
        found.must(asked == (ria != RIA), || "what is said of the sheet is not so".to_owned());
    })
}

/// A folder in which a vault was being made is either a vault, or one can be made in it again.
pub(crate) fn create() -> Act {
    act(desk::empty(), kluis(RIA, desk::CREATE), |place, ended, found| {
        let opened = place.call(RIA, "users_list", &json!({}));
        if let Err(code) = &opened {
            found.must(!was_answered(ended), || format!("the vault that was made is lost: {code}"));
            let misleads = ["vault.wrong_passphrase", "vault.damaged", "vault.header_damaged", "vault.data_missing"];
            found.must(!misleads.contains(&code.as_str()), || format!("what was never finished is called {code}"));
            found.ok("to make it again", place.kluis(RIA, desk::CREATE));
        }
        let users = found.ok("Ria opens", place.call(RIA, "users_list", &json!({})));
        found.must(users[0]["name"] == "Ria" && users[0]["admin"] == true, || format!("the users are {users}"));
        let member = json!({ "surname": desk::MEMBER, "note": desk::NOTE });
        found.ok("to work in it", place.call(RIA, "people_create", &member));
        let verdict = found.ok("verify", place.kluis(RIA, &["verify", VAULT]));
        found.must(verdict["ok"] == true, || format!("verify finds {verdict}"));
        if let Some(sheet) = place.read("sheet") {
            let groups: Vec<&str> = sheet.trim().split('-').collect();
            let request = json!({ "groups": groups, "new_passphrase": place.read("recovered") });
            found.ok("the sheet", place.copy().call(RIA, "vault_unlock_recovery", &request));
        }
    })
}

pub(crate) fn user_add() -> Act {
    act(desk::with_vault(), kluis(RIA, &desk::add_words("Piet", "privacy")), |place, ended, found| {
        let seen = after::everything(place, &People::default(), found);
        let there = seen.user("Piet").is_some();
        found.must(there || !was_answered(ended), || "the new user was lost".to_owned());
        let copy = place.copy();
        let chosen =
            copy.call(("Piet", "first"), "vault_change_passphrase", &desk::change(&copy, "first", "recovered"));
        let note = chosen.and_then(|_| copy.kluis(("Piet", "recovered"), &["person", VAULT, desk::MEMBER]));
        match (there, note) {
            (true, note) => {
                let note = found.ok("the new user opens", note)["note"].clone();
                found.must(note == desk::NOTE, || format!("the new user reads {note}"));
            }
            (false, note) => {
                found.must(note.is_err(), || "somebody opens who is no user".to_owned());
                found.ok("to add him again", place.copy().kluis(RIA, &desk::add_words("Piet", "privacy")));
            }
        }
    })
}

pub(crate) fn role_given() -> Act {
    change_role(&["viewer"], &["privacy"])
}

pub(crate) fn role_taken() -> Act {
    change_role(&["privacy"], &["viewer"])
}

/// Kees gets other roles, and can read the notes exactly when they allow it.
fn change_role(old: &'static [&'static str], new: &'static [&'static str]) -> Act {
    let before = desk::with_vault();
    before.call(RIA, "users_change", &desk::roles(&before, "Kees", old)).expect("his roles of before");
    let program = call(RIA, "users_change", &desk::roles(&before, "Kees", new));
    act(before, program, move |place, ended, found| {
        let seen = after::everything(place, &People::default(), found);
        let roles = seen.user("Kees").map(|user| user["roles"].clone()).unwrap_or_default();
        let is = |which: &[&str]| roles == json!(which);
        found.must(is(new) || (is(old) && !was_answered(ended)), || format!("Kees has the roles {roles}"));
        let member = found.ok("Kees looks", place.kluis(KEES, &["person", VAULT, desk::MEMBER]));
        let reads = member["note"] == desk::NOTE;
        found.must(reads == is(&["privacy"]), || format!("as {roles} he reads {}", member["note"]));
    })
}

pub(crate) fn user_remove() -> Act {
    let before = desk::with_vault();
    let program = call(RIA, "users_remove", &json!({ "user": desk::id(&before, "Kees") }));
    act(before, program, |place, ended, found| {
        // Tried on a copy, because the first to unlock finishes what was begun. The user list must agree with the
        // outcome.
        let opened = place.copy().call(KEES, "people_list", &json!({}));
        let kees = opened.is_ok().then_some(KEES);
        found.must(kees.is_none() || !was_answered(ended), || "who was removed still opens".to_owned());
        let seen = after::everything(place, &People { kees, ..People::default() }, found);
        let listed = seen.user("Kees").is_some();
        found.must(listed == kees.is_some(), || format!("Kees is listed: {listed}, and opens: {opened:?}"));
        let trail = found.ok("the trail", place.call(RIA, "audit_list", &json!({})));
        let renewed = trail.as_array().is_some_and(|rows| rows.iter().any(|row| row["op"] == "vault.rekey"));
        found.must(listed || renewed, || "he is gone, and the keys that he had are still in use".to_owned());
        let sheet = after::sheet_opens(place, &desk::sheet(place), found);
        found.must(sheet, || "the recovery sheet opens no more".to_owned());
    })
}

pub(crate) fn new_passphrase() -> Act {
    let before = desk::with_vault();
    let program = call(TOM, "vault_change_passphrase", &desk::change(&before, "tom", "tom-new"));
    act(before, program, |place, ended, found| {
        let tom = after::one_of(place, TOM, ("Tom", "tom-new"), found);
        found.must(tom != TOM || !was_answered(ended), || "the new passphrase was lost".to_owned());
        after::all_as_before(place, &People { tom, ..People::default() }, found);
    })
}

pub(crate) fn first_own_passphrase() -> Act {
    let before = desk::with_vault();
    before.call(RIA, "users_remove", &json!({ "user": desk::id(&before, "Kees") })).expect("he goes");
    let first: Who = ("Nel", "first");
    desk::add(&before, first, "privacy");
    let program = call(first, "vault_change_passphrase", &desk::change(&before, "first", "kees"));
    act(before, program, move |place, ended, found| {
        let nel = after::one_of(place, first, ("Nel", "kees"), found);
        found.must(nel != first || !was_answered(ended), || "her own passphrase was lost".to_owned());
        after::all_as_before(place, &People { kees: None, ..People::default() }, found);
        if nel != first {
            let member = found.ok("she looks", place.kluis(nel, &["person", VAULT, desk::MEMBER]));
            found.must(member["note"] == desk::NOTE, || format!("she reads {}", member["note"]));
        }
    })
}

/// The old sheet works until the two groups are typed back; then the new one does.
pub(crate) fn sheet_on_paper() -> Act {
    let before = desk::with_vault();
    std::fs::remove_file(before.path(errand::PAPER)).expect("the paper of the sheet before");
    let program = desk::sheet_errand(&before);
    act(before, program, |place, ended, found| {
        let paper = errand::groups_on(&place.path(errand::PAPER));
        let old = after::sheet_opens(place, &desk::sheet(place), found);
        let new = !paper.is_empty() && after::sheet_opens(place, &paper, found);
        let said = |what: &str| ended.answers.iter().any(|answer| !answer[what].is_null());
        found.must(old || new, || "there is no sheet that opens".to_owned());
        found.must(new || !said("saved"), || "the sheet that was printed opens nothing".to_owned());
        found.must(!(old && said("groups")), || "the sheet before still opens".to_owned());
        after::everything(place, &People::default(), found);
        found.must(after::sheet_confirmed(place, RIA), || {
            "there is a sheet that opens, and another one is asked for".to_owned()
        });
    })
}

/// A sheet for a terminal: until it is typed back, the previous one also opens.
pub(crate) fn sheet_as_text() -> Act {
    let before = desk::with_vault();
    let program =
        call(RIA, "vault_recovery_text", &json!({ "groups": desk::sheet(&before), "passphrase": before.read("ria") }));
    act(before, program, |place, ended, found| {
        let old = after::sheet_opens(place, &desk::sheet(place), found);
        after::everything(place, &People::default(), found);
        match ended.answers.first() {
            Some(shown) => {
                let groups: Vec<String> = serde_json::from_value(shown["groups"].clone()).unwrap_or_default();
                let new = after::sheet_opens(place, &groups, found);
                found.must(new && old, || format!("the new sheet opens: {new}, the one before: {old}"));
            }
            None => found.must(old, || "the one before opens no more, and the new one was not shown".to_owned()),
        }
    })
}

fn device_opens(place: &Place) -> bool {
    let user = desk::id(place, "Ria").as_str().and_then(|id| id.parse().ok()).expect("an id");
    let errand = Errand::Device { user };
    was_answered(&place.copy().run(&Program::Errand(errand)))
}

pub(crate) fn remember() -> Act {
    act(desk::with_vault(), Program::Errand(Errand::Remember { on: true }), |place, ended, found| {
        let opens = device_opens(place);
        found.must(opens || !was_answered(ended), || "this computer forgot at once".to_owned());
        after::all_as_before(place, &People::default(), found);
        found.must(device_opens(place) == opens, || "this computer opened, and then no more".to_owned());
    })
}

pub(crate) fn forget_this_computer() -> Act {
    let before = desk::with_vault();
    assert!(was_answered(&before.run(&Program::Errand(Errand::Remember { on: true }))), "it is remembered");
    act(before, Program::Errand(Errand::Remember { on: false }), |place, ended, found| {
        let opens = device_opens(place);
        found.must(!(opens && was_answered(ended)), || "this computer still opens".to_owned());
        after::all_as_before(place, &People::default(), found);
    })
}

/// The person is there completely, or erased with a proof. Then the next user finds the file clean, or cleans it.
pub(crate) fn erase() -> Act {
    let before = desk::with_vault();
    let words = ["erase", VAULT, desk::LEFT, "--confirm", desk::LEFT, "--proof", "proof.pdf"];
    act(before, kluis(RIA, &words), move |place, ended, found| {
        let seen = after::everything(place, &People::default(), found);
        let there = seen.person(desk::LEFT);
        found.must(there.is_none() || !was_answered(ended), || "who was erased is there again".to_owned());
        let list = found.ok("the erasures", place.call(RIA, "erasure_list", &json!({})));
        let list = list.as_array().cloned().unwrap_or_default();
        match there {
            Some(person) => {
                found.must(list.is_empty(), || format!("an erasure of nobody: {list:?}"));
                found.must(person["relations"][0]["kind"] == "member", || format!("half of {person}"));
                found.ok("to erase now", place.copy().kluis(RIA, &words));
            }
            None => {
                found.must(list.len() == 1 && list[0]["pending"] == false, || format!("the erasures are {list:?}"));
                let target = json!({ "to": "file", "file": { "path": "again.pdf" } });
                let request = json!({ "erasure": list.first().map(|e| e["id"].clone()), "target": target });
                let words = ["call", VAULT, "erasure_proof", &request.to_string()];
                found.ok("the proof", place.copy().kluis(RIA, &words));
            }
        }
        let sheet = after::sheet_opens(place, &desk::sheet(place), found);
        found.must(sheet, || "the recovery sheet opens no more".to_owned());
    })
}
