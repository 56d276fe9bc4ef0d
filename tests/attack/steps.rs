//! Tests every rule about signatures from outside: somebody signs a roster, the header gets a valid proof, and a user
//! unlocks. An allowed roster is followed and only then refused with `vault.data_older`, because the data does not have
//! it. So no refusal here is due to a mistake in the test's own forgery.
use crate::forge::Identity;
use crate::format::{Of, Roster, Signed};
use crate::insider::Insider;
use crate::rules::{ALLOWED, Cast, DAMAGED, KEYS, NEW, REFUSED, Rule, SHEETS, USERS, add};
use crate::scene::{ANNEKE, BERT, HENK, How, Scene};
use acceptance::requests::sheet_of;
use acceptance::{Calls, PASSPHRASE};
use ledenkluis_core::api::call;

fn scene() -> (Scene, Cast) {
    let mut scene = Scene::new();
    assert_eq!(scene.unlock(ANNEKE, How::Plainly), None);
    let groups = scene.computer.ask(call::vault_recovery_text, sheet_of(PASSPHRASE)).groups;
    scene.lock();
    assert_eq!(scene.unlock(BERT, How::Plainly), None);
    scene.lock();
    let sheet = Insider::by_sheet(&scene.header(), &groups).unwrap();
    let cast = Cast { anneke: scene.insider(ANNEKE), bert: scene.insider(BERT), henk: scene.insider(HENK), sheet };
    assert!(cast.sheet.holds("confidential") && !cast.sheet.holds("giving"));
    (scene, cast)
}

fn each(rules: &[Rule]) {
    let (mut scene, cast) = scene();
    let (header, before) = (scene.header(), scene.state());
    for (what, signer, change, code) in rules {
        let mut roster = header.next_roster();
        change(&mut roster, &cast);
        let mut forged = header.clone();
        forged.chain.push(signer(&cast).sign(&roster));
        forged.prove(cast.anneke.main());
        scene.put_header(&forged);
        scene.kept_out(ANNEKE, &[*code], what);
    }
    scene.put(&before);
    scene.is_as_before();
}

#[test]
fn the_roster_is_changed_only_by_those_who_may() {
    each(USERS);
}

#[test]
fn only_an_administrator_adds_or_removes_sheets() {
    each(SHEETS);
}

#[test]
fn only_holders_renew_keys_and_give_them_away() {
    each(KEYS);
}

/// Invalid signatures on a roster that would otherwise be allowed.
#[test]
fn a_signature_is_valid_only_whole_from_somebody_in_the_roster_and_for_a_roster() {
    let (mut scene, cast) = scene();
    let (header, before) = (scene.header(), scene.state());
    let mut roster = header.next_roster();
    add(&mut roster);
    let good = cast.anneke.sign(&roster);
    let stranger = Identity::invented("stranger");
    let by = |signer: &Of| stranger.sign_roster(signer.clone(), &roster);
    let for_the_trail = {
        let message = [b"ledenkluis/trail/2|", good.roster.as_bytes()].concat();
        let mut signed = good.clone();
        signed.signatures[0].signature = cast.anneke.identity.sign(&message);
        signed
    };
    let both =
        |other: Signed| Signed { signatures: [good.signatures.clone(), other.signatures].concat(), ..good.clone() };
    let mut turned = good.clone();
    let last = turned.signatures[0].signature.pop().unwrap();
    turned.signatures[0].signature.push(if last == '0' { '1' } else { '0' });
    let spaced = format!("{} ", good.roster);
    let message = [b"ledenkluis/roster/2|", spaced.as_bytes()].concat();
    let mut loose = Signed { roster: spaced, ..good.clone() };
    loose.signatures[0].signature = cast.anneke.identity.sign(&message);
    let attacks = [
        ("the control", good.clone(), ALLOWED),
        ("two who may", both(cast.henk.sign(&roster)), ALLOWED),
        ("nobody", Signed { signatures: vec![], ..good.clone() }, REFUSED),
        ("a stranger in her name", by(&cast.anneke.of), REFUSED),
        ("a stranger in no name", by(&Of::User(NEW.into())), REFUSED),
        (
            "one who comes with this roster",
            Identity::invented("somebody new").sign_roster(Of::User(NEW.into()), &roster),
            REFUSED,
        ),
        ("hers, and a stranger's", both(by(&cast.bert.of)), REFUSED),
        ("hers, for the trail", for_the_trail, REFUSED),
        (
            "hers, of another roster",
            Signed { roster: good.roster.clone(), ..header.chain.last().unwrap().clone() },
            REFUSED,
        ),
        ("hers, with a bit turned", turned, REFUSED),
        ("hers, under a text that is not canonical", loose, DAMAGED),
    ];
    for (what, signed, code) in attacks {
        let mut forged = header.clone();
        forged.chain.push(signed);
        forged.prove(cast.anneke.main());
        scene.put_header(&forged);
        scene.kept_out(ANNEKE, &[code], what);
    }
    scene.put(&before);
    scene.is_as_before();
}

#[test]
fn a_mark_to_renew_a_key_is_removed_only_by_a_holder_of_the_key() {
    let (mut scene, cast) = scene();
    let (header, before) = (scene.header(), scene.state());
    let mut marked = header.next_roster();
    marked.compartment("confidential").renew = true;
    let first = cast.henk.sign(&marked);
    for (signer, code) in [(&cast.henk, REFUSED), (&cast.bert, REFUSED)] {
        let unmarked = Roster { number: marked.number + 1, before: first.hash(), ..header.roster() };
        let mut forged = header.clone();
        forged.chain.extend([first.clone(), signer.sign(&unmarked)]);
        forged.prove(cast.anneke.main());
        scene.put_header(&forged);
        scene.kept_out(ANNEKE, &[code], "a mark taken back");
    }
    scene.put(&before);
    scene.is_as_before();
}
