//! What a session remembers of its own writes is no way round the rules about a person.
use acceptance::requests::{answer, nobody, withdrawal};
use acceptance::{Calls, TestVault};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::ReopenConsent;
use ledenkluis_core::error::Code;

/// A vault with a person who withdrew a consent in this session, and the request to undo that.
fn withdrawn() -> (TestVault, ReopenConsent) {
    let mut vault = TestVault::new();
    let person = vault.person("Grace", "Okafor");
    let purpose = vault.purpose("photos_portrait");
    vault.ask(call::consent_record, answer(person, purpose, true, "2026-11-20"));
    vault.ask(call::consent_withdraw, withdrawal(person, purpose));
    (vault, ReopenConsent { person, purpose })
}

#[test]
fn a_withdrawal_is_not_undone_of_somebody_who_does_not_exist() {
    let (mut vault, which) = withdrawn();
    let of_nobody = ReopenConsent { person: nobody(), ..which };
    assert_eq!(vault.refused(call::consent_reopen, of_nobody), Code::PersonMissing);
}

#[test]
fn a_withdrawal_is_not_undone_of_somebody_who_is_kept_only_for_tax_law() {
    let (mut vault, which) = withdrawn();
    let changed = vault.inside(|conn| conn.execute("UPDATE person SET restricted = 'fiscal'", []).unwrap());
    assert_eq!(changed, 1);
    let code = vault.refused(call::consent_reopen, which);
    assert!([Code::PersonRestricted, Code::PersonMissing].contains(&code), "{code:?}");
}
