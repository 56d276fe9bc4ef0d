//! What must hold after a kill whatever was killed: everybody gets in, everything that was there is there, nothing is left to do
//! and nothing lies about.
use crate::desk::{self, KEES, RIA, TOM};
use crate::place::{Place, VAULT, Who};
use serde_json::{Value, json};

/// What was found wrong in one round.
pub(crate) struct Found {
    round: usize,
    faults: Vec<String>,
}

/// Who has which passphrase now. Without one: somebody who must not be there.
#[derive(Clone, Copy)]
pub(crate) struct People {
    pub(crate) ria: Who,
    pub(crate) tom: Who,
    pub(crate) kees: Option<Who>,
}

impl Default for People {
    fn default() -> Self {
        People { ria: RIA, tom: TOM, kees: Some(KEES) }
    }
}

/// What the vault says after it.
pub(crate) struct Seen {
    /// `users_list`.
    pub(crate) users: Value,
    /// `people --all-fields`.
    pub(crate) people: Value,
}

impl Seen {
    /// The user of this name, if there is one.
    pub(crate) fn user(&self, name: &str) -> Option<&Value> {
        self.users.as_array()?.iter().find(|user| user["name"] == name)
    }

    /// The person of this surname, if there is one.
    pub(crate) fn person(&self, surname: &str) -> Option<&Value> {
        self.people["people"].as_array()?.iter().find(|person| person["name"]["surname"] == surname)
    }
}

impl Found {
    pub(crate) fn new(round: usize) -> Self {
        Found { round, faults: vec![] }
    }

    pub(crate) fn faults(&self) -> &[String] {
        &self.faults
    }

    pub(crate) fn must(&mut self, holds: bool, fault: impl FnOnce() -> String) {
        if !holds {
            self.faults.push(fault());
        }
    }

    /// The answer of what must not be refused.
    pub(crate) fn ok(&mut self, what: &str, answer: Result<Value, String>) -> Value {
        answer.unwrap_or_else(|code| {
            self.faults.push(format!("{what}: {code}"));
            Value::Null
        })
    }

    /// In turns: what is looked at in one round is one thing, in the next another.
    fn is_turn(&self, turn: usize) -> bool {
        self.round % 2 == turn
    }
}

/// Everybody in, one after another, and what they find.
pub(crate) fn everything(place: &Place, who: &People, found: &mut Found) -> Seen {
    if found.is_turn(1) {
        // Somebody who only looks may be the first to come after the crash.
        found.ok("to look only", place.kluis(who.ria, &["people", VAULT]));
    }
    let users = found.ok("Ria opens", place.call(who.ria, "users_list", &json!({})));
    let people = found.ok("people", place.kluis(who.ria, &["people", VAULT, "--all-fields"]));
    let gifts = found.ok("Tom opens", desk::gifts(place, who.tom));
    found.must(gifts[0]["amount_cents"] == desk::GIFT, || format!("the gift is gone: {gifts}"));
    if let Some(kees) = who.kees {
        found.ok("Kees opens", place.call(kees, "people_list", &json!({})));
    }
    let trail = found.ok("the trail", place.call(who.ria, "audit_list", &json!({ "limit": 3 })));
    found.must(trail[0]["op"] == "vault.unlock", || format!("Ria comes a second time and there is work left: {trail}"));
    let verdict = found.ok("verify", place.kluis(who.ria, &["verify", VAULT]));
    found.must(verdict["ok"] == true, || format!("verify finds {verdict}"));
    let seen = Seen { users, people };
    let note = seen.person(desk::MEMBER).map(|person| person["note"].clone());
    found.must(note == Some(json!(desk::NOTE)), || format!("the note is gone: {note:?}"));
    for name in ["Ria", "Tom"] {
        found.must(seen.user(name).is_some(), || format!("{name} is no user any more"));
    }
    seen
}

/// As `everything`, for what changes neither people nor users nor the sheet.
pub(crate) fn all_as_before(place: &Place, who: &People, found: &mut Found) -> Seen {
    let seen = everything(place, who, found);
    let users = seen.users.as_array().map_or(0, Vec::len);
    found.must(users == 3, || format!("{users} users: {}", seen.users));
    found.must(seen.person(desk::LEFT).is_some(), || format!("{} is gone", desk::LEFT));
    let opens = sheet_opens(place, &desk::sheet(place), found);
    found.must(opens, || "the recovery sheet opens no more".to_owned());
    seen
}

/// Is there a sheet that was typed back, as the program tells the secretary?
pub(crate) fn sheet_confirmed(place: &Place, who: Who) -> bool {
    let settings = place.call(who, "settings_get", &json!({}));
    settings.is_ok_and(|settings| settings["recovery_confirmed"] == true)
}

/// Does the sheet open the vault, with what only a holder of the notes or of the gifts can read? Tried on a copy, for it is used
/// up. Whoever has recovered reads it with the new passphrase.
pub(crate) fn sheet_opens(place: &Place, groups: &[String], found: &Found) -> bool {
    let copy = place.copy();
    let for_tom = found.is_turn(0);
    let user = if for_tom { desk::id(&copy, "Tom") } else { Value::Null };
    let request = json!({ "user": user, "groups": groups, "new_passphrase": copy.read("recovered") });
    if copy.call(RIA, "vault_unlock_recovery", &request).is_err() {
        return false;
    }
    if for_tom {
        return desk::gifts(&copy, ("Tom", "recovered")).is_ok_and(|g| g[0]["amount_cents"] == desk::GIFT);
    }
    let member = copy.kluis(("Ria", "recovered"), &["person", VAULT, desk::MEMBER]);
    member.is_ok_and(|person| person["note"] == desk::NOTE)
}

/// Which of two passphrases is a user's now: exactly one of them. Tried on copies, for a wrong one makes the next wait.
pub(crate) fn one_of(place: &Place, old: Who, new: Who, found: &mut Found) -> Who {
    let opens = |who: Who| {
        let answer = place.copy().call(who, "settings_get", &json!({}));
        match answer.as_ref().err().map(String::as_str) {
            None => Ok(true),
            Some("vault.wrong_passphrase") => Ok(false),
            Some(code) => Err(code.to_owned()),
        }
    };
    match (opens(old), opens(new)) {
        (Ok(true), Ok(false)) => old,
        (Ok(false), Ok(true)) => new,
        (of_old, of_new) => {
            found.must(false, || format!("of {} the old passphrase opens: {of_old:?}, the new: {of_new:?}", old.0));
            old
        }
    }
}
