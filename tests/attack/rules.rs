//! The rules about signatures, one change at a time: who signs, what changes, and the expected outcome.
use crate::forge::{self, Identity};
use crate::format::{Of, Roster, Sheet, User};
use crate::insider::Insider;
use ledenkluis_core::error::Code;

pub(crate) const REFUSED: Code = Code::VaultRosterRefused;
pub(crate) const DAMAGED: Code = Code::VaultHeaderDamaged;
pub(crate) const ALLOWED: Code = Code::VaultDataOlder;

/// The people who may sign, and the sheet.
pub(crate) struct Cast {
    pub(crate) anneke: Insider,
    pub(crate) bert: Insider,
    pub(crate) henk: Insider,
    pub(crate) sheet: Insider,
}

pub(crate) type Change = fn(&mut Roster, &Cast);
pub(crate) type Signer = fn(&Cast) -> &Insider;

const A: Signer = |cast| &cast.anneke;
const B: Signer = |cast| &cast.bert;
const H: Signer = |cast| &cast.henk;
const S: Signer = |cast| &cast.sheet;

fn somebody(id: &str, word: &str) -> User {
    let keys = Identity::invented(word).public();
    User { id: id.into(), roles: vec!["viewer".into()], admin: false, first_passphrase: true, keys }
}

pub(crate) const NEW: &str = "01900000-0000-7000-8000-00000000beef";

pub(crate) fn add(roster: &mut Roster) {
    roster.users.push(somebody(NEW, "somebody new"));
    roster.give("main", Of::User(NEW.into()));
}

fn remove(roster: &mut Roster, who: &Insider) {
    roster.users.retain(|u| u.id != who.id());
    for key in &mut roster.compartments {
        let before = key.holders.len();
        key.holders.retain(|h| *h != who.of);
        key.renew |= key.holders.len() < before;
    }
}

/// Replaces somebody's public keys and marks the compartments that the old ones opened.
fn other_keys(roster: &mut Roster, who: &Insider) {
    roster.user(who.id()).keys = Identity::invented("other keys of").public();
    mark(roster, who);
}

fn mark(roster: &mut Roster, who: &Insider) {
    for key in &mut roster.compartments {
        key.renew |= key.holders.contains(&who.of);
    }
}

fn renew(roster: &mut Roster, compartment: &str) {
    let vault = roster.vault.clone();
    let key = roster.compartment(compartment);
    key.version += 1;
    key.commitment = forge::commitment(&vault, compartment, key.version, &forge::invented("renewed"));
}

fn drop_holder(roster: &mut Roster, compartment: &str, who: &Insider) {
    roster.compartment(compartment).holders.retain(|h| *h != who.of);
}

/// A description, who signs, the change, the expected outcome.
pub(crate) type Rule = (&'static str, Signer, Change, Code);

pub(crate) const USERS: &[Rule] = &[
    ("an administrator adds", A, |r, _| add(r), ALLOWED),
    ("a viewer adds", H, |r, _| add(r), REFUSED),
    ("a treasurer adds", B, |r, _| add(r), REFUSED),
    ("a sheet adds", S, |r, _| add(r), REFUSED),
    ("an administrator removes", A, |r, c| remove(r, &c.henk), ALLOWED),
    ("a treasurer removes", B, |r, c| remove(r, &c.henk), REFUSED),
    ("an administrator gives a role", A, |r, c| r.user(c.henk.id()).roles = vec!["privacy".into()], ALLOWED),
    ("a viewer gives a role", H, |r, c| r.user(c.henk.id()).roles = vec!["privacy".into()], REFUSED),
    ("a sheet gives a role", S, |r, c| r.user(c.henk.id()).roles = vec!["privacy".into()], REFUSED),
    ("a treasurer becomes administrator", B, |r, c| r.user(c.bert.id()).admin = true, REFUSED),
    ("somebody takes other keys", B, |r, c| other_keys(r, &c.bert), ALLOWED),
    ("and marks nothing", B, |r, c| r.user(c.bert.id()).keys = Identity::invented("x").public(), REFUSED),
    (
        "somebody takes other keys and a role",
        B,
        |r, c| {
            other_keys(r, &c.bert);
            r.user(c.bert.id()).roles.push("privacy".into());
        },
        REFUSED,
    ),
    ("an administrator gives another's keys", A, |r, c| other_keys(r, &c.bert), REFUSED),
    (
        "an administrator gives another's keys, and only what they hold",
        A,
        |r, c| {
            other_keys(r, &c.bert);
            drop_holder(r, "giving", &c.bert);
        },
        REFUSED,
    ),
    (
        "a viewer gives another's keys, and only what they hold",
        H,
        |r, c| {
            other_keys(r, &c.bert);
            drop_holder(r, "giving", &c.bert);
        },
        REFUSED,
    ),
    ("a viewer gives another's keys", H, |r, c| other_keys(r, &c.bert), REFUSED),
    (
        "a sheet gives one user other keys, and what it holds",
        S,
        |r, c| {
            other_keys(r, &c.bert);
            drop_holder(r, "giving", &c.bert);
        },
        ALLOWED,
    ),
    ("a sheet lets other keys have what it does not hold", S, |r, c| other_keys(r, &c.bert), REFUSED),
    (
        "a sheet gives two users other keys",
        S,
        |r, c| {
            other_keys(r, &c.henk);
            other_keys(r, &c.anneke);
        },
        REFUSED,
    ),
    (
        "other keys and somebody removed at once",
        A,
        |r, c| {
            other_keys(r, &c.anneke);
            remove(r, &c.henk);
        },
        REFUSED,
    ),
    ("a first passphrase that never was", A, |r, c| r.user(c.bert.id()).first_passphrase = true, REFUSED),
    (
        "an own passphrase that never was",
        A,
        |r, _| {
            add(r);
            r.user(NEW).first_passphrase = false;
        },
        REFUSED,
    ),
    (
        "other keys that somebody else chose",
        B,
        |r, c| {
            other_keys(r, &c.bert);
            r.user(c.bert.id()).first_passphrase = true;
        },
        REFUSED,
    ),
];

fn sheet(word: &str) -> Sheet {
    Sheet { id: NEW.into(), state: "confirmed".into(), keys: Identity::invented(word).public() }
}

fn without_sheet(roster: &mut Roster, cast: &Cast) {
    roster.sheets.clear();
    for key in &mut roster.compartments {
        key.renew |= key.holders.contains(&cast.sheet.of);
        key.holders.retain(|h| *h != cast.sheet.of);
    }
}

pub(crate) const SHEETS: &[Rule] = &[
    ("an administrator makes a sheet", A, |r, _| r.sheets.push(sheet("new")), ALLOWED),
    ("a viewer makes a sheet", H, |r, _| r.sheets.push(sheet("new")), REFUSED),
    ("a sheet makes a sheet", S, |r, _| r.sheets.push(sheet("new")), REFUSED),
    ("an administrator takes a sheet away", A, without_sheet, ALLOWED),
    ("a viewer takes a sheet away", H, without_sheet, REFUSED),
    ("a sheet says that it was used", S, |r, _| r.sheets[0].state = "used".into(), ALLOWED),
    ("a viewer says that a sheet was used", H, |r, _| r.sheets[0].state = "used".into(), REFUSED),
    (
        "an administrator gives a sheet other keys",
        A,
        |r, c| {
            r.sheets[0].keys = Identity::invented("sheet").public();
            for key in &mut r.compartments {
                key.renew |= key.holders.contains(&c.sheet.of);
            }
        },
        REFUSED,
    ),
];

pub(crate) const KEYS: &[Rule] = &[
    ("somebody marks a key for renewal", H, |r, _| r.compartment("confidential").renew = true, ALLOWED),
    ("a viewer renews a key that they do not hold", H, |r, _| renew(r, "confidential"), REFUSED),
    ("an administrator renews a key that they do not hold", A, |r, _| renew(r, "giving"), REFUSED),
    ("a sheet renews a key that it does not hold", S, |r, _| renew(r, "giving"), REFUSED),
    (
        "a key two versions on",
        B,
        |r, _| {
            renew(r, "giving");
            r.compartment("giving").version += 1;
        },
        REFUSED,
    ),
    (
        "a version of before",
        B,
        |r, _| {
            renew(r, "giving");
            r.compartment("giving").version -= 2;
        },
        REFUSED,
    ),
    (
        "the same version with another key",
        B,
        |r, _| {
            renew(r, "giving");
            r.compartment("giving").version -= 1;
        },
        REFUSED,
    ),
    ("a next version with the same key", B, |r, _| r.compartment("giving").version += 1, REFUSED),
    (
        "renewed and still to be renewed",
        B,
        |r, _| {
            renew(r, "giving");
            r.compartment("giving").renew = true;
        },
        REFUSED,
    ),
    ("a holder gives it to the sheet", B, |r, c| r.give("giving", c.sheet.of.clone()), ALLOWED),
    ("an administrator gives the sheet what they do not hold", A, |r, c| r.give("giving", c.sheet.of.clone()), REFUSED),
    (
        "an administrator becomes treasurer and takes the key",
        A,
        |r, c| {
            r.user(c.anneke.id()).roles.push("treasurer".into());
            r.give("giving", c.anneke.of.clone());
        },
        REFUSED,
    ),
    (
        "a role is taken, the key with it, and nothing is renewed",
        A,
        |r, c| {
            r.user(c.bert.id()).roles = vec!["viewer".into()];
            drop_holder(r, "giving", &c.bert);
        },
        REFUSED,
    ),
    (
        "a role is taken, and the key is marked",
        A,
        |r, c| {
            r.user(c.bert.id()).roles = vec!["viewer".into()];
            drop_holder(r, "giving", &c.bert);
            r.compartment("giving").renew = true;
        },
        ALLOWED,
    ),
    ("a key to somebody whose role does not open it", B, |r, c| r.give("giving", c.henk.of.clone()), DAMAGED),
    ("a key to nobody who belongs", B, |r, _| r.give("giving", Of::User(NEW.into())), DAMAGED),
    ("somebody without the main key", A, |r, c| drop_holder(r, "main", &c.henk), DAMAGED),
    ("nobody runs it", A, |r, c| r.user(c.anneke.id()).admin = false, DAMAGED),
    (
        "the same user twice",
        A,
        |r, c| {
            let twin = r.user(c.henk.id()).clone();
            r.users.push(twin);
        },
        DAMAGED,
    ),
    ("a compartment left out", A, |r, _| drop(r.compartments.pop()), DAMAGED),
    ("a number left out", A, |r, _| r.number += 1, REFUSED),
    ("after another roster", A, |r, _| r.before = "00".repeat(32), REFUSED),
    ("of another vault", A, |r, _| r.vault = NEW.into(), REFUSED),
];
