//! The keyring by itself: who gets in, what a changed byte does, and which signature allows which change of the roster.
use super::chain::{self, Followed, Pin};
use super::data_keys::{self, DataKeys};
use super::header::{FORMAT, Header, Named, name_tag};
use super::identity::Identity;
use super::keys::{Cost, make_key};
use super::recovery::RecoverySecret;
use super::roster::{Belongs, DataKey, Holder, Roster, Sheet, SheetState, Signed, commitment};
use super::slots::{Lock, Opener, Slot, SlotOf};
use crate::error::Code;
use crate::kernel::id::{ReplicaId, UserId, VaultId};
use crate::kernel::sealed::Compartment;
use crate::kernel::secret::{Passphrase, Secret};
use crate::ops::Role;
use proptest::prelude::*;
use uuid::Uuid;

const VAULT: VaultId = VaultId(Uuid::from_u128(99));
const ANNEKE: UserId = UserId(Uuid::from_u128(1));
const HENK: UserId = UserId(Uuid::from_u128(2));
const TOM: UserId = UserId(Uuid::from_u128(3));
const GHOST: UserId = UserId(Uuid::from_u128(4));
const SHEET: Uuid = Uuid::from_u128(5);

fn phrase(text: &str) -> Passphrase {
    Secret::new(text.to_owned())
}

/// Anneke runs the vault as secretary, Tom keeps the gifts, Henk looks. A sheet opens everything.
struct People {
    anneke: Identity,
    henk: Identity,
    tom: Identity,
    sheet: Identity,
    keys: DataKeys,
    roster: Roster,
}

impl People {
    fn new() -> Self {
        let make = || Identity::make().unwrap();
        let (anneke, henk, tom, sheet) = (make(), make(), make(), make());
        let mut keys = DataKeys::default();
        let mut data_key = |compartment, holders: &[Holder]| {
            let key = make_key().unwrap();
            let commitment = commitment(VAULT, compartment, 1, &key);
            keys.insert(compartment, 1, key);
            let holders = holders.iter().copied().chain([Holder::Sheet(SHEET)]).collect();
            DataKey { compartment, version: 1, commitment, holders, renew: false }
        };
        let [a, h, t] = [ANNEKE, HENK, TOM].map(Holder::User);
        let compartments = vec![
            data_key(Compartment::Main, &[a, h, t]),
            data_key(Compartment::Giving, &[t]),
            data_key(Compartment::Confidential, &[a]),
        ];
        let belongs = |id, role, admin, identity: &Identity| Belongs {
            id,
            roles: vec![role],
            admin,
            first_passphrase: false,
            keys: identity.public().unwrap(),
        };
        let roster = Roster {
            vault: VAULT,
            number: 1,
            before: [0; 32],
            users: vec![
                belongs(ANNEKE, Role::Secretary, true, &anneke),
                belongs(HENK, Role::Viewer, false, &henk),
                belongs(TOM, Role::Treasurer, false, &tom),
            ],
            sheets: vec![Sheet { id: SHEET, state: SheetState::Confirmed, keys: sheet.public().unwrap() }],
            compartments,
        };
        People { anneke, henk, tom, sheet, keys, roster }
    }

    fn by(&self, holder: Holder) -> (Holder, &Identity) {
        let identity = match holder {
            Holder::User(HENK) => &self.henk,
            Holder::User(TOM) => &self.tom,
            Holder::User(_) => &self.anneke,
            Holder::Sheet(_) => &self.sheet,
        };
        (holder, identity)
    }

    fn first(&self) -> Signed {
        self.roster.sign(&[self.by(Holder::User(ANNEKE))]).unwrap()
    }

    /// Is this change allowed when these sign it?
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

    fn header(&self) -> Header {
        let signed = self.first();
        let pin = Pin { roster: 1, hash: signed.hash(), ..Pin::default() };
        let slot = |n, id, words: &str, identity| {
            let (id, of, words) = (Uuid::from_u128(n), SlotOf::User(id), phrase(words));
            Slot::make(VAULT, id, of, Opener::Passphrase(&words), Cost::CHEAP, identity, pin).unwrap().0
        };
        let named = |id, name: &str| Named { id, name: name.into(), name_tag: name_tag(VAULT, name) };
        let mut header = Header {
            format: FORMAT,
            vault: VAULT,
            replica: ReplicaId(Uuid::from_u128(7)),
            association: "Harmonie".into(),
            names_hidden: false,
            names: vec![named(ANNEKE, "Anneke"), named(HENK, "Henk"), named(TOM, "Tom")],
            slots: vec![slot(11, ANNEKE, "anneke", &self.anneke), slot(12, HENK, "henk", &self.henk)],
            keys: vec![],
            chain: vec![signed],
            seal: None,
            proof: vec![],
            sum: vec![],
        };
        data_keys::seal_to_holders(&mut header.keys, &self.roster, &self.roster, &self.keys).unwrap();
        header.prove(&self.keys, &self.roster).unwrap();
        header
    }
}

fn followed(header: &Header) -> Followed {
    let hash = header.newest().unwrap();
    header.follow(&Pin { roster: 1, hash, ..Pin::default() }).unwrap()
}

fn renewed(roster: &mut Roster, compartment: Compartment) {
    let key = roster.key_mut(compartment).unwrap();
    (key.version, key.commitment) = (key.version + 1, [9; 32]);
}

const A: Holder = Holder::User(ANNEKE);
const H: Holder = Holder::User(HENK);
const T: Holder = Holder::User(TOM);
const S: Holder = Holder::Sheet(SHEET);

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

#[test]
fn a_slot_gives_the_keys_of_its_role_and_no_other() {
    let people = People::new();
    let header = people.header();
    let open =
        |user, words: &str| header.user_slot(user).unwrap().open(VAULT, Opener::Passphrase(&phrase(words))).unwrap();
    let keys = |who, identity: &Identity| {
        data_keys::open_keys(&header.keys, &header.chain, &followed(&header), who, identity).unwrap()
    };
    let henk = keys(H, &open(HENK, "henk").unwrap().identity);
    assert_eq!(henk.iter().map(|(c, ..)| c).collect::<Vec<_>>(), [Compartment::Main]);
    let anneke = keys(A, &open(ANNEKE, "anneke").unwrap().identity);
    assert_eq!(anneke.get(Compartment::Confidential, 1), people.keys.get(Compartment::Confidential, 1));
    assert_eq!(anneke.get(Compartment::Giving, 1), None);
    assert!(open(HENK, "anneke").is_none());
}

#[test]
fn a_key_that_fits_no_commitment_is_refused() {
    let people = People::new();
    let mut header = people.header();
    let mut invented = DataKeys::default();
    invented.insert(Compartment::Giving, 1, make_key().unwrap());
    header.keys.retain(|k| k.compartment != Compartment::Giving);
    data_keys::seal_to_holders(&mut header.keys, &people.roster, &people.roster, &invented).unwrap();
    let refused = data_keys::open_keys(&header.keys, &header.chain, &followed(&header), T, &people.tom).unwrap_err();
    assert_eq!(refused.code(), Code::VaultKeyRefused);
}

#[test]
fn what_is_sealed_to_keys_of_before_goes() {
    let mut people = People::new();
    let mut header = people.header();
    let before = people.roster.clone();
    people.roster.user_mut(TOM).unwrap().keys = Identity::make().unwrap().public().unwrap();
    data_keys::seal_to_holders(&mut header.keys, &before, &people.roster, &DataKeys::default()).unwrap();
    assert!(header.keys.iter().all(|k| k.to != T) && header.keys.iter().any(|k| k.to == A));
}

#[test]
fn the_cost_of_a_slot_and_what_it_has_seen_are_bound_to_it() {
    let people = People::new();
    let slot = people.header().slots.remove(0);
    let opens = |slot: &Slot| slot.open(VAULT, Opener::Passphrase(&phrase("anneke"))).unwrap().is_some();
    assert!(opens(&slot));
    let mut cheaper = slot.clone();
    let Lock::Passphrase { cost, .. } = &mut cheaper.lock else { panic!("a user's slot") };
    cost.passes += 1;
    assert!(!opens(&cheaper));
    assert!(!opens(&Slot { seen: 0, ..slot.clone() }));
    assert!(!opens(&Slot { of: SlotOf::User(HENK), ..slot }));
}

#[test]
fn the_sheet_opens_its_slot_in_its_vault() {
    let (secret, other) = (RecoverySecret::make().unwrap(), RecoverySecret::make().unwrap());
    let (identity, of) = (Identity::make().unwrap(), SlotOf::Sheet(SHEET));
    let opener = Opener::Recovery(&secret);
    let (slot, _) = Slot::make(VAULT, Uuid::from_u128(8), of, opener, Cost::CHEAP, &identity, Pin::default()).unwrap();
    assert!(slot.open(VAULT, opener).unwrap().is_some());
    assert!(slot.open(VAULT, Opener::Recovery(&other)).unwrap().is_none());
    assert!(slot.open(VaultId(Uuid::from_u128(98)), opener).unwrap().is_none());
}

#[test]
fn only_who_holds_the_main_key_changes_the_header() {
    let people = People::new();
    let mut header = people.header();
    header.check_proof(&people.keys, &people.roster).unwrap();
    header.association = "Een andere".into();
    let refused = header.check_proof(&people.keys, &people.roster).unwrap_err();
    assert_eq!(refused.code(), Code::VaultHeaderDamaged);
}

#[test]
fn another_layout_is_told_apart_from_damage() {
    let other = |format: u32| Header::parse(format!(r#"{{"format":{format},"x":"y"}}"#).as_bytes()).unwrap_err().code();
    assert_eq!(other(FORMAT + 1), Code::VaultTooNew);
    assert_eq!(other(1), Code::VaultTooOld);
    for damaged in ["", "{}", "null", r#"{"format":2}"#, r#"{"format":0}"#] {
        assert_eq!(Header::parse(damaged.as_bytes()).unwrap_err().code(), Code::VaultHeaderDamaged, "{damaged}");
    }
}

#[test]
fn a_name_is_found_however_it_is_spaced_and_also_when_hidden() {
    let mut header = People::new().header();
    assert_eq!(header.named("  ANNEKE "), [ANNEKE]);
    header.names[0].name.clear();
    assert!(header.named("anneke").contains(&ANNEKE));
}

/// One header for all cases: making one takes a while.
fn written() -> &'static [u8] {
    static WRITTEN: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
    WRITTEN.get_or_init(|| People::new().header().to_bytes().unwrap())
}

#[test]
fn every_flipped_bit_is_damage() {
    let bytes = written();
    Header::parse(bytes).unwrap();
    for place in 0..bytes.len() {
        for bit in 0..8 {
            let mut flipped = bytes.to_vec();
            flipped[place] ^= 1 << bit;
            // One digit of the format is another format: told as such, and the twin opens.
            let code = Header::parse(&flipped).unwrap_err().code();
            assert!(matches!(code, Code::VaultHeaderDamaged | Code::VaultTooNew | Code::VaultTooOld), "{place} {bit}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes: Vec<u8>) {
        prop_assert!(Header::parse(&bytes).is_err());
    }

    #[test]
    fn a_changed_byte_is_never_taken(place: prop::sample::Index, to: u8) {
        let mut changed = written().to_vec();
        let place = place.index(changed.len());
        let same = changed[place] == to;
        changed[place] = to;
        prop_assert_eq!(Header::parse(&changed).is_ok(), same);
    }

    #[test]
    fn a_torn_file_is_damage(length: prop::sample::Index) {
        let bytes = written();
        prop_assert!(Header::parse(&bytes[..length.index(bytes.len())]).is_err());
    }
}
