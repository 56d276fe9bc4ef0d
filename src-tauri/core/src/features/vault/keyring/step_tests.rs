//! Which signatures allow which change of the roster.
use super::chain::{self, Pin};
use super::identity::Identity;
use super::roster::{Belongs, Holder, Roster, Sheet, SheetState, Signed};
use super::tests::{A, H, HENK, People, S, T, TOM, VAULT};
use crate::error::Code;
use crate::kernel::id::UserId;
use crate::kernel::sealed::Compartment;
use crate::ops::Role;
use uuid::Uuid;

const GHOST: UserId = UserId(Uuid::from_u128(4));

impl People {
    /// Is this change accepted with these signatures?
    fn allows(&self, signers: &[Holder], change: impl Fn(&mut Roster)) -> bool {
        let first = self.first();
        let mut next = self.roster.next(first.hash()).unwrap();
        change(&mut next);
        let signers: Vec<_> = signers.iter().map(|s| self.by(*s)).collect();
        let chain = [first.clone(), next.sign(&signers).unwrap()];
        let pin = Pin { roster: 1, hash: first.hash(), ..Pin::default() };
        match chain::follow(VAULT, &chain, &pin) {
            Ok(followed) => followed.roster == next,
            Err(e) => {
                assert!(matches!(e.code(), Code::VaultRosterRefused | Code::VaultHeaderDamaged), "{e:?}");
                false
            }
        }
    }
}

fn renewed(roster: &mut Roster, compartment: Compartment) {
    let key = roster.key_mut(compartment).unwrap();
    (key.version, key.commitment) = (key.version + 1, [9; 32]);
}

#[test]
fn who_belongs_is_decided_by_an_administrator() {
    let people = People::new();
    let nobody_left = |r: &mut Roster| {
        r.users.retain(|u| u.id != HENK);
        for key in &mut r.compartments {
            key.holders.remove(&H);
        }
    };
    let and_renewed = |r: &mut Roster| {
        nobody_left(r);
        renewed(r, Compartment::Main);
    };
    let and_marked = |r: &mut Roster| {
        nobody_left(r);
        r.key_mut(Compartment::Main).unwrap().renew = true;
    };
    assert!(people.allows(&[A], and_renewed));
    assert!(people.allows(&[A], and_marked));
    assert!(!people.allows(&[A], nobody_left), "what somebody lost is renewed");
    for by in [H, T, S] {
        assert!(!people.allows(&[by], and_renewed), "{by:?}");
    }
    let ghost = Identity::make().unwrap().public().unwrap();
    let haunted = |r: &mut Roster| {
        let roles = vec![Role::Viewer];
        r.users.push(Belongs { id: GHOST, roles, admin: true, first_passphrase: true, keys: ghost });
        r.key_mut(Compartment::Main).unwrap().holders.insert(Holder::User(GHOST));
    };
    assert!(people.allows(&[A], haunted));
    for by in [H, T, S] {
        assert!(!people.allows(&[by], haunted), "{by:?}");
    }
}

#[test]
fn roles_are_given_by_an_administrator_and_keys_by_who_holds_them() {
    let people = People::new();
    let roles = |r: &mut Roster| r.user_mut(HENK).unwrap().roles = vec![Role::Treasurer];
    let with_key = |r: &mut Roster| {
        roles(r);
        r.key_mut(Compartment::Giving).unwrap().holders.insert(H);
    };
    assert!(people.allows(&[A], roles));
    assert!(!people.allows(&[H], roles));
    assert!(!people.allows(&[T], roles));
    assert!(!people.allows(&[A], with_key), "Anneke holds no key of the gifts");
    assert!(!people.allows(&[T], with_key), "Tom does not decide who belongs");
    assert!(people.allows(&[A, T], with_key));
    assert!(people.allows(&[A, S], with_key), "with the sheet in hand");
    let without_role = |r: &mut Roster| assert!(r.key_mut(Compartment::Giving).unwrap().holders.insert(H));
    assert!(!people.allows(&[A, T], without_role), "whose role does not need it");
    let admin = |r: &mut Roster| r.user_mut(HENK).unwrap().admin = true;
    assert!(people.allows(&[A], admin) && !people.allows(&[H], admin));
}

#[test]
fn a_key_is_renewed_by_who_holds_it_and_by_one_version() {
    let people = People::new();
    for (compartment, by, allowed) in [
        (Compartment::Main, H, true),
        (Compartment::Giving, T, true),
        (Compartment::Giving, S, true),
        (Compartment::Giving, A, false),
        (Compartment::Giving, H, false),
        (Compartment::Confidential, A, true),
        (Compartment::Confidential, H, false),
    ] {
        assert_eq!(people.allows(&[by], |r| renewed(r, compartment)), allowed, "{compartment:?} {by:?}");
    }
    let skipped = |r: &mut Roster| {
        renewed(r, Compartment::Giving);
        renewed(r, Compartment::Giving);
    };
    assert!(!people.allows(&[T], skipped));
    let other_key = |r: &mut Roster| r.key_mut(Compartment::Giving).unwrap().commitment = [9; 32];
    assert!(!people.allows(&[T], other_key), "another key is another version");
    let same_key = |r: &mut Roster| r.key_mut(Compartment::Giving).unwrap().version = 2;
    assert!(!people.allows(&[T], same_key));
    let marked = |r: &mut Roster| r.key_mut(Compartment::Giving).unwrap().renew = true;
    assert!(people.allows(&[A], marked));
}

#[test]
fn somebody_gets_other_keys_by_themselves_or_by_the_sheet_and_what_the_old_ones_opened_is_renewed() {
    let people = People::new();
    let other = Identity::make().unwrap().public().unwrap();
    let keys = |r: &mut Roster| r.user_mut(HENK).unwrap().keys = other;
    let and_renewed = |r: &mut Roster| {
        keys(r);
        renewed(r, Compartment::Main);
    };
    assert!(people.allows(&[H], and_renewed));
    assert!(people.allows(&[S], and_renewed));
    assert!(!people.allows(&[A], and_renewed), "an administrator does not take somebody's place");
    assert!(!people.allows(&[H], keys), "the old keys would open what comes");
    let both = |r: &mut Roster| {
        and_renewed(r);
        r.user_mut(HENK).unwrap().roles = vec![Role::Secretary];
    };
    assert!(!people.allows(&[H], both) && !people.allows(&[S], both));
    let two = |r: &mut Roster| {
        and_renewed(r);
        r.user_mut(TOM).unwrap().keys = other;
        renewed(r, Compartment::Giving);
    };
    assert!(!people.allows(&[S], two), "one at a time");
}

#[test]
fn who_comes_with_a_sheet_keeps_no_key_that_the_sheet_does_not_hold() {
    let mut people = People::new();
    people.roster.key_mut(Compartment::Giving).unwrap().holders.remove(&S);
    let other = Identity::make().unwrap().public().unwrap();
    let recovered = |r: &mut Roster, keeps: bool| {
        r.user_mut(TOM).unwrap().keys = other;
        renewed(r, Compartment::Main);
        let giving = r.key_mut(Compartment::Giving).unwrap();
        giving.renew = true;
        if !keeps {
            giving.holders.remove(&T);
        }
    };
    assert!(people.allows(&[S], |r| recovered(r, false)));
    assert!(!people.allows(&[S], |r| recovered(r, true)));
}

#[test]
fn sheets_are_made_and_taken_away_by_an_administrator() {
    let people = People::new();
    let keys = Identity::make().unwrap().public().unwrap();
    let made = |r: &mut Roster| r.sheets.push(Sheet { id: Uuid::from_u128(6), state: SheetState::Made, keys });
    let gone = |r: &mut Roster| {
        r.sheets.clear();
        for key in &mut r.compartments {
            key.holders.remove(&S);
            key.renew = true;
        }
    };
    let used = |r: &mut Roster| r.sheets[0].state = SheetState::Used;
    assert!(people.allows(&[A], made) && !people.allows(&[T], made) && !people.allows(&[S], made));
    assert!(people.allows(&[A], gone) && !people.allows(&[H], gone));
    assert!(people.allows(&[S], used) && people.allows(&[A], used) && !people.allows(&[H], used));
    let other_keys = |r: &mut Roster| r.sheets[0].keys = keys;
    assert!(!people.allows(&[A], other_keys) && !people.allows(&[S], other_keys));
}

#[test]
fn a_signature_is_that_of_who_is_named() {
    let people = People::new();
    let first = people.first();
    let next = people.roster.next(first.hash()).unwrap();
    let pin = Pin { roster: 1, hash: first.hash(), ..Pin::default() };
    let refused = |signed: Signed| chain::follow(VAULT, &[first.clone(), signed], &pin).unwrap_err().code();
    let forged = next.sign(&[(A, &people.henk)]).unwrap();
    assert_eq!(refused(forged), Code::VaultRosterRefused);
    let mut changed = next.sign(&[(A, &people.anneke)]).unwrap();
    changed.roster = changed.roster.replacen("\"number\":2", "\"number\": 2", 1);
    assert_eq!(refused(changed), Code::VaultHeaderDamaged);
    assert_eq!(refused(next.sign(&[]).unwrap()), Code::VaultRosterRefused);
}

#[test]
fn what_cannot_be_followed_from_the_pin_is_refused() {
    let (people, others) = (People::new(), People::new());
    let pin = |signed: &Signed, roster| Pin { roster, hash: signed.hash(), ..Pin::default() };
    let (own, foreign) = (people.first(), others.first());
    let refused = |chain: &[Signed], pin: Pin| chain::follow(VAULT, chain, &pin).unwrap_err().code();
    assert_eq!(refused(&[foreign], pin(&own, 1)), Code::VaultNotFollowed);
    let mut later = people.roster.next(own.hash()).unwrap();
    renewed(&mut later, Compartment::Main);
    let later = later.sign(&[people.by(A)]).unwrap();
    assert_eq!(refused(std::slice::from_ref(&own), pin(&later, 2)), Code::VaultHeaderOlder);
    assert_eq!(refused(&[own.clone(), later.clone(), later.clone()], pin(&own, 1)), Code::VaultRosterRefused);
}
