//! The keyring on its own: who can open what, and what a changed byte does.
use super::chain::{Followed, Pin};
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

pub(super) const VAULT: VaultId = VaultId(Uuid::from_u128(99));
pub(super) const ANNEKE: UserId = UserId(Uuid::from_u128(1));
pub(super) const HENK: UserId = UserId(Uuid::from_u128(2));
pub(super) const TOM: UserId = UserId(Uuid::from_u128(3));
pub(super) const SHEET: Uuid = Uuid::from_u128(5);

fn phrase(text: &str) -> Passphrase {
    Secret::new(text.to_owned())
}

/// Anneke is secretary and administrator, Tom is treasurer, Henk is a viewer. The sheet opens everything.
pub(super) struct People {
    pub(super) anneke: Identity,
    pub(super) henk: Identity,
    tom: Identity,
    sheet: Identity,
    keys: DataKeys,
    pub(super) roster: Roster,
}

impl People {
    pub(super) fn new() -> Self {
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

    pub(super) fn by(&self, holder: Holder) -> (Holder, &Identity) {
        let identity = match holder {
            Holder::User(HENK) => &self.henk,
            Holder::User(TOM) => &self.tom,
            Holder::User(_) => &self.anneke,
            Holder::Sheet(_) => &self.sheet,
        };
        (holder, identity)
    }

    pub(super) fn first(&self) -> Signed {
        self.roster.sign(&[self.by(Holder::User(ANNEKE))]).unwrap()
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

pub(super) const A: Holder = Holder::User(ANNEKE);
pub(super) const H: Holder = Holder::User(HENK);
pub(super) const T: Holder = Holder::User(TOM);
pub(super) const S: Holder = Holder::Sheet(SHEET);

fn followed(header: &Header) -> Followed {
    let hash = header.newest().unwrap();
    header.follow(&Pin { roster: 1, hash, ..Pin::default() }).unwrap()
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

/// One header for all cases, because making it is slow.
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
            // A flipped bit in the format number looks like another format. Loading then falls back to the second
            // header.
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

/// Said once more in the slow way: a role gives what it needs, and what nobody else needs falls to an administrator.
#[test]
fn what_everybody_is_entitled_to_is_the_same_in_one_pass() {
    let roles = [Role::Secretary, Role::Treasurer, Role::Privacy, Role::Viewer];
    let mut roster = People::new().roster;
    for bits in 0..1_u32 << 12 {
        for (at, user) in roster.users.iter_mut().enumerate() {
            let own = bits >> (at * 4) & 15;
            user.roles = roles.iter().enumerate().filter(|(i, _)| own >> i & 1 == 1).map(|(_, role)| *role).collect();
            user.admin = at == 0 || own & 1 == 1;
        }
        for user in &roster.users {
            let mut right = super::compartments::needed(&user.roles);
            let others = roster.users.iter().filter(|other| other.id != user.id);
            let taken: Vec<_> = others.flat_map(|other| super::compartments::needed(&other.roles)).collect();
            right.extend(Compartment::ALL.iter().filter(|c| user.admin && !taken.contains(c)).copied());
            assert_eq!(roster.entitled(user.id), right, "{bits:b}");
        }
    }
}

/// Somebody who can write in the folder can name thousands. If each were compared with all the others, this test would be
/// ended for taking too long.
#[test]
fn a_roster_of_thousands_is_judged_in_one_pass() {
    let mut roster = People::new().roster;
    let one = roster.users[0].clone();
    for number in 1_000..31_000 {
        let id = UserId(Uuid::from_u128(number));
        roster.users.push(Belongs { id, ..one.clone() });
        roster.key_mut(Compartment::Main).unwrap().holders.insert(Holder::User(id));
    }
    assert!(roster.is_sound());
    roster.users.push(one);
    assert!(!roster.is_sound(), "somebody is in it twice");
}
