//! The vault of these tests, made by `kluis` as an association would: Ria (secretary and administrator), Tom
//! (treasurer) and Kees (viewer), each with a passphrase of their own choice; a member with a note and a gift; a former
//! member who may be erased; and a confirmed recovery sheet that opens everything.
use crate::errand::Errand;
use crate::place::{Place, Program, VAULT, Who};
use serde_json::{Value, json};

pub(crate) const RIA: Who = ("Ria", "ria");
pub(crate) const TOM: Who = ("Tom", "tom");
pub(crate) const KEES: Who = ("Kees", "kees");

/// The member who stays, and what is recorded about her.
pub(crate) const MEMBER: &str = "Berg";
pub(crate) const NOTE: &str = "speelt klarinet";
pub(crate) const GIFT: i64 = 2500;
/// The former member who may be erased.
pub(crate) const LEFT: &str = "Okafor";

/// The passphrases, each in a file with this name.
const PASSPHRASES: &[(&str, &str)] = &[
    ("ria", "paard fiets molen kaas brug"),
    ("ria-new", "zolder pinda kraan trompet"),
    ("tom", "kachel wolk tafel lantaarn"),
    ("tom-new", "stoel regen gordijn spiegel"),
    ("kees", "duin haven schelp vuurtoren"),
    ("first", "andere woorden voor het begin"),
    ("recovered", "bloem kelder motor vlieger"),
];

/// A place with the passphrases and no vault.
pub(crate) fn empty() -> Place {
    let place = Place::new();
    for (file, passphrase) in PASSPHRASES {
        place.write(file, passphrase);
    }
    place
}

/// The arguments that make the vault. The cost of a guess does not matter in these tests.
pub(crate) const CREATE: &[&str] = &[
    "create",
    VAULT,
    "--association",
    "Harmonie",
    "--recovery-out",
    "sheet",
    "--kdf-memory",
    "1",
    "--kdf-passes",
    "1",
];

/// A place with the vault.
pub(crate) fn with_vault() -> Place {
    let place = empty();
    place.kluis(RIA, CREATE).expect("a vault");
    let left = json!({ "kind": "member", "started_on": "2001-09-01", "ended_on": "2010-10-31", "ended": true });
    let stays = json!({ "kind": "member", "started_on": "2011-09-01" });
    let member = json!({ "given_name": "Anneke", "surname": MEMBER, "note": NOTE, "relations": [stays] });
    let id = place.call(RIA, "people_create", &member).expect("a member");
    note_id(&place, &json!(MEMBER), &id);
    place
        .call(RIA, "people_create", &json!({ "given_name": "Grace", "surname": LEFT, "relations": [left] }))
        .expect("her");
    add(&place, TOM, "treasurer");
    choose_own(&place, TOM);
    add(&place, KEES, "viewer");
    choose_own(&place, KEES);
    let gift = json!({ "person": id, "kind": "gift", "on": "2026-01-01", "amount_cents": GIFT });
    place.call(TOM, "donations_record", &gift).expect("a gift");
    note_ids(&place);
    let made = place.run(&sheet_errand(&place));
    assert!(made.refused.is_empty(), "no sheet: {}", made.refused);
    keep_sheet(&place, &made.answers.last().expect("a sheet")["groups"]);
    place
}

/// Adds a user, who still has a first passphrase.
pub(crate) fn add(place: &Place, who: Who, role: &str) {
    place.kluis(RIA, &add_words(who.0, role)).expect("a user");
}

pub(crate) fn add_words<'a>(name: &'a str, role: &'a str) -> [&'a str; 8] {
    ["user-add", VAULT, "--name", name, "--role", role, "--new-passphrase-file", "first"]
}

fn choose_own(place: &Place, who: Who) {
    place.call((who.0, "first"), "vault_change_passphrase", &change(place, "first", who.1)).expect("an own passphrase");
}

/// The request to change the passphrase in one file to that in another.
pub(crate) fn change(place: &Place, old: &str, new: &str) -> Value {
    json!({ "old": place.read(old), "new": place.read(new) })
}

/// The request to give a user these roles.
pub(crate) fn roles(place: &Place, name: &str, roles: &[&str]) -> Value {
    json!({ "user": id(place, name), "roles": roles, "own_passphrase": place.read("ria") })
}

/// The id of a user, or of the member under her name. Noted when the vault was made, so that no unlock is needed for
/// it.
pub(crate) fn id(place: &Place, name: &str) -> Value {
    json!(place.read(&format!("id-{name}")))
}

fn note_ids(place: &Place) {
    let users = place.call(RIA, "users_list", &json!({})).expect("the users");
    for user in users.as_array().expect("a list") {
        note_id(place, &user["name"], &user["id"]);
    }
}

fn note_id(place: &Place, name: &Value, id: &Value) {
    let (name, id) = (name.as_str().expect("a name"), id.as_str().expect("an id"));
    place.write(&format!("id-{name}"), id);
}

/// The gifts of the member, as this user sees them.
pub(crate) fn gifts(place: &Place, who: Who) -> Result<Value, String> {
    place.call(who, "donations_list", &json!({ "person": id(place, MEMBER) }))
}

/// The groups of the last sheet that was made.
pub(crate) fn sheet(place: &Place) -> Vec<String> {
    place.read("sheet").map(|text| text.trim().split('-').map(String::from).collect()).unwrap_or_default()
}

fn keep_sheet(place: &Place, groups: &Value) {
    let groups: Vec<String> = serde_json::from_value(groups.clone()).expect("groups");
    place.write("sheet", &groups.join("-"));
}

/// A new sheet, printed and confirmed, that opens what the previous one opened.
pub(crate) fn sheet_errand(place: &Place) -> Program {
    Program::Errand(Errand::Sheet { groups: sheet(place) })
}
