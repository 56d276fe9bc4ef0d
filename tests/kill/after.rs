//! What must hold after every kill: everybody can unlock, all data is there, no work is left undone and no stray files
//! remain.
use crate::desk::{self, KEES, RIA, TOM};
use crate::place::{Place, VAULT, Who};
use serde_json::{Value, json};

/// The faults found in one round.
pub(crate) struct Found {
    round: usize,
    faults: Vec<String>,
}

/// Each user's passphrase now. Without one, the user must not be able to unlock.
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

/// The contents of the vault afterwards.
pub(crate) struct Seen {
    /// `users_list`.
    pub(crate) users: Value,
    /// `people_export`.
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

    /// The answer to a command that must succeed. A refusal is noted as a fault.
    pub(crate) fn ok(&mut self, what: &str, answer: Result<Value, String>) -> Value {
        answer.unwrap_or_else(|code| {
            self.faults.push(format!("{what}: {code}"));
            Value::Null
        })
    }

    /// Some checks alternate between rounds.
    fn is_turn(&self, turn: usize) -> bool {
        self.round % 2 == turn
    }
}

/// All users unlock, one after another. Returns what they find.
pub(crate) fn everything(place: &Place, who: &People, found: &mut Found) -> Seen {
    if found.is_turn(1) {
        // The first one after the crash may be a read-only session.
        found.ok("to look only", place.look(who.ria, "people_list", &json!({})));
    }
    let users = found.ok("Ria opens", place.call(who.ria, "users_list", &json!({})));
    let people = found.ok("people", place.call(who.ria, "people_export", &json!({})));
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

/// As `everything`, for acts that change neither people nor users nor the sheet.
pub(crate) fn all_as_before(place: &Place, who: &People, found: &mut Found) -> Seen {
    let seen = everything(place, who, found);
    let users = seen.users.as_array().map_or(0, Vec::len);
    found.must(users == 3, || format!("{users} users: {}", seen.users));
    found.must(seen.person(desk::LEFT).is_some(), || format!("{} is gone", desk::LEFT));
    let opens = sheet_opens(place, &desk::sheet(place), found);
    found.must(opens, || "the recovery sheet opens no more".to_owned());
    seen
}

/// Does the program say that there is a confirmed sheet?
pub(crate) fn sheet_confirmed(place: &Place, who: Who) -> bool {
    let settings = place.call(who, "settings_get", &json!({}));
    settings.is_ok_and(|settings| settings["recovery_confirmed"] == true)
}

/// Does the sheet open the vault, including what only a holder of the notes or the gifts can read? Tried on a copy,
/// because that changes the passphrase; the data is then read with the new one.
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

/// Which of two passphrases a user has now; exactly one must work. Tried on copies, because a wrong one makes the next
/// attempt wait.
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
