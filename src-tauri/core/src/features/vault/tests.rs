//! The header and its slots: who gets in, who does not, and what a changed byte does.
use super::header::{DataKey, FORMAT, Header, SlotKind, User, name_tag};
use super::keys::{Cost, make_key};
use super::recovery::RecoverySecret;
use super::slots::{DataKeys, Opener};
use super::{slots, tags};
use crate::error::Code;
use crate::kernel::id::{UserId, VaultId};
use crate::kernel::sealed::Compartment;
use crate::kernel::secret::{Passphrase, Secret};
use crate::ops::Role;
use proptest::prelude::*;
use uuid::Uuid;

const VAULT: VaultId = VaultId(Uuid::from_u128(99));
const ANNEKE: UserId = UserId(Uuid::from_u128(1));
const HENK: UserId = UserId(Uuid::from_u128(2));

fn phrase(text: &str) -> Passphrase {
    Secret::new(text.to_owned())
}

fn all_keys() -> DataKeys {
    let mut keys = DataKeys::default();
    for compartment in Compartment::ALL {
        keys.insert(*compartment, 1, make_key().unwrap());
    }
    keys
}

/// Anneke keeps gifts, Henk only looks.
fn two_users(keys: &DataKeys) -> Header {
    let user = |id, name: &str, role, admin| User {
        id,
        name: name.into(),
        name_tag: name_tag(VAULT, name),
        roles: vec![role],
        admin,
        must_change_passphrase: false,
    };
    let data_key = |c: &Compartment| DataKey { compartment: *c, version: 1, members: vec![], tag: vec![] };
    let mut header = Header {
        format: FORMAT,
        vault: VAULT,
        replica: crate::kernel::id::ReplicaId(Uuid::from_u128(7)),
        association: "Harmonie".into(),
        names_hidden: false,
        users: vec![user(ANNEKE, "Anneke", Role::Treasurer, true), user(HENK, "Henk", Role::Viewer, false)],
        compartments: Compartment::ALL.iter().map(data_key).collect(),
        slots: vec![],
        tags: vec![],
    };
    for (id, user, words, which) in [
        (11, ANNEKE, "anneke", &[Compartment::Main, Compartment::Giving][..]),
        (12, HENK, "henk", &[Compartment::Main][..]),
    ] {
        let id = Uuid::from_u128(id);
        let kind = SlotKind::User { user };
        header.slots.push(slots::make(VAULT, id, kind, Opener::Passphrase(&phrase(words)), Cost::CHEAP).unwrap());
        slots::grant_all(&mut header, id, &which.iter().copied().collect(), keys).unwrap();
    }
    tags::prove(&mut header, keys).unwrap();
    header
}

fn keys_of(header: &Header, user: UserId, words: &str) -> DataKeys {
    let slot = header.user_slot(user).unwrap();
    let private = slots::open_private(VAULT, slot, Opener::Passphrase(&phrase(words))).unwrap().unwrap();
    slots::open_keys(VAULT, slot, &private).unwrap()
}

#[test]
fn a_slot_gives_the_keys_of_its_role_and_no_other() {
    let keys = all_keys();
    let header = two_users(&keys);
    let henk = keys_of(&header, HENK, "henk");
    assert_eq!(henk.iter().map(|(c, ..)| c).collect::<Vec<_>>(), [Compartment::Main]);
    let anneke = keys_of(&header, ANNEKE, "anneke");
    assert_eq!(anneke.get(Compartment::Giving, 1), keys.get(Compartment::Giving, 1));
    assert!(
        slots::open_private(VAULT, header.user_slot(HENK).unwrap(), Opener::Passphrase(&phrase("anneke")))
            .unwrap()
            .is_none()
    );
}

#[test]
fn a_file_that_was_written_reads_back_and_is_genuine() {
    let keys = all_keys();
    let header = two_users(&keys);
    let read = Header::parse(&header.to_bytes().unwrap()).unwrap();
    assert_eq!(read, header);
    tags::verify(&read, &keys_of(&read, HENK, "henk")).unwrap();
}

#[test]
fn a_slot_that_a_stranger_adds_is_refused() {
    let keys = all_keys();
    let mut header = two_users(&keys);
    let kind = SlotKind::Device { user: ANNEKE };
    let id = Uuid::from_u128(66);
    header.slots.push(slots::make(VAULT, id, kind, Opener::Device(&make_key().unwrap()), Cost::CHEAP).unwrap());
    let refused = tags::verify(&header, &keys_of(&header, HENK, "henk")).unwrap_err();
    assert_eq!(refused.code(), Code::VaultHeaderDamaged);
}

#[test]
fn a_user_without_the_key_cannot_put_himself_on_its_list() {
    let keys = all_keys();
    let mut header = two_users(&keys);
    let henk_slot = header.user_slot(HENK).unwrap().clone();
    let giving = header.compartments.iter_mut().find(|d| d.compartment == Compartment::Giving).unwrap();
    giving.members.push(super::header::Member { slot: henk_slot.id, public_key: henk_slot.public_key });
    // Henk holds the main key, so he can tag the header anew; the list he cannot.
    let henk = keys_of(&header, HENK, "henk");
    tags::prove(&mut header, &henk).unwrap();
    tags::verify(&header, &keys_of(&header, HENK, "henk")).unwrap();
    let refused = tags::verify(&header, &keys_of(&header, ANNEKE, "anneke")).unwrap_err();
    assert_eq!(refused.code(), Code::VaultHeaderDamaged);
}

#[test]
fn a_key_is_only_given_by_someone_who_holds_it() {
    let keys = all_keys();
    let mut header = two_users(&keys);
    let henk = keys_of(&header, HENK, "henk");
    let slot = header.user_slot(HENK).unwrap().id;
    let refused = slots::grant(&mut header, slot, Compartment::Giving, 1, &henk).unwrap_err();
    assert_eq!(refused.code(), Code::VaultKeyMissing);
}

#[test]
fn whoever_lost_a_key_is_struck_from_its_list_by_the_next_holder() {
    let keys = all_keys();
    let mut header = two_users(&keys);
    let slot = header.user_slot(ANNEKE).unwrap().id;
    let henk = keys_of(&header, HENK, "henk");
    let on_list =
        |h: &Header| h.compartments.iter().any(|d| d.compartment == Compartment::Giving && !d.members.is_empty());
    slots::withdraw(&mut header, slot, Compartment::Giving, &henk);
    assert!(on_list(&header), "Henk does not hold the key, so he cannot prove a new list");
    assert!(slots::drop_former_members(&mut header, &keys));
    assert!(!on_list(&header));
    assert!(!slots::drop_former_members(&mut header, &keys));
}

#[test]
fn another_passphrase_for_the_same_slot_keeps_its_keys() {
    let keys = all_keys();
    let mut header = two_users(&keys);
    let old = header.user_slot(HENK).unwrap().clone();
    let private = slots::open_private(VAULT, &old, Opener::Passphrase(&phrase("henk"))).unwrap().unwrap();
    let new = slots::rewrap(VAULT, &old, private, Opener::Passphrase(&phrase("nieuw")), Cost::CHEAP).unwrap();
    header.slots.retain(|s| s.id != old.id);
    header.slots.push(new);
    assert_eq!(keys_of(&header, HENK, "nieuw").get(Compartment::Main, 1), keys.get(Compartment::Main, 1));
    assert!(
        slots::open_private(VAULT, header.user_slot(HENK).unwrap(), Opener::Passphrase(&phrase("henk")))
            .unwrap()
            .is_none()
    );
}

#[test]
fn the_cost_of_a_slot_is_bound_to_it() {
    let keys = all_keys();
    let mut slot = two_users(&keys).slots.remove(0);
    let super::header::Lock::Passphrase { cost, .. } = &mut slot.lock else { panic!("a user's slot") };
    cost.passes += 1;
    assert!(slots::open_private(VAULT, &slot, Opener::Passphrase(&phrase("anneke"))).unwrap().is_none());
}

#[test]
fn the_sheet_opens_its_slot_in_its_vault() {
    let secret = RecoverySecret::make().unwrap();
    let kind = SlotKind::Recovery { confirmed: false };
    let slot = slots::make(VAULT, Uuid::from_u128(5), kind, Opener::Recovery(&secret), Cost::CHEAP).unwrap();
    assert!(slots::open_private(VAULT, &slot, Opener::Recovery(&secret)).unwrap().is_some());
    let other = RecoverySecret::make().unwrap();
    assert!(slots::open_private(VAULT, &slot, Opener::Recovery(&other)).unwrap().is_none());
    assert!(slots::open_private(VaultId(Uuid::from_u128(98)), &slot, Opener::Recovery(&secret)).unwrap().is_none());
}

#[test]
fn a_newer_layout_is_told_apart_from_damage() {
    let newer = format!(r#"{{"format":{},"something":"new"}}"#, FORMAT + 1);
    assert_eq!(Header::parse(newer.as_bytes()).unwrap_err().code(), Code::VaultTooNew);
    for damaged in ["", "{}", "null", r#"{"format":1}"#, r#"{"format":0}"#] {
        assert_eq!(Header::parse(damaged.as_bytes()).unwrap_err().code(), Code::VaultHeaderDamaged, "{damaged}");
    }
}

#[test]
fn a_name_is_found_however_it_is_spaced_and_also_when_hidden() {
    let mut header = two_users(&all_keys());
    assert_eq!(header.named("  ANNEKE "), [ANNEKE]);
    header.users[0].name.clear();
    assert!(header.named("anneke").contains(&ANNEKE));
}

/// One header for all cases: making one takes a while.
fn written() -> &'static (Vec<u8>, DataKeys) {
    static WRITTEN: std::sync::OnceLock<(Vec<u8>, DataKeys)> = std::sync::OnceLock::new();
    WRITTEN.get_or_init(|| {
        let keys = all_keys();
        (two_users(&keys).to_bytes().unwrap(), keys)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes: Vec<u8>) {
        prop_assert!(Header::parse(&bytes).is_err());
    }

    #[test]
    fn a_changed_byte_is_never_taken_for_genuine(place: prop::sample::Index, to: u8) {
        let (bytes, keys) = written();
        let mut changed = bytes.clone();
        let place = place.index(changed.len());
        changed[place] = to;
        if let Ok(header) = Header::parse(&changed) {
            let genuine = tags::verify(&header, keys).is_ok();
            // White space and the case of a hex digit are not content.
            prop_assert_eq!(genuine, header == Header::parse(bytes).unwrap());
        }
    }

    #[test]
    fn a_torn_file_is_damage(length: prop::sample::Index) {
        let (bytes, _) = written();
        let torn = &bytes[..length.index(bytes.len())];
        prop_assert!(Header::parse(torn).is_err());
    }
}
