//! Settings: the secretary and the administrator set those of the association; every other user has an appearance of
//! their own.
use acceptance::{Calls, TestVault};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{Look, Nothing, SettingsChange, Theme};
use ledenkluis_core::error::Code;
use ledenkluis_core::ops::Role;
use ledenkluis_core::text::Language;

#[test]
fn users_who_may_not_change_the_settings_still_have_an_appearance_of_their_own() {
    let mut vault = TestVault::new();
    vault.ask(
        call::settings_set,
        SettingsChange { theme: Some(Theme::Light), text_size: Some(100), ..SettingsChange::default() },
    );
    vault.reopen_as(&[Role::Viewer], false);
    assert_eq!(
        vault.refused(call::settings_set, SettingsChange { theme: Some(Theme::Dark), ..SettingsChange::default() }),
        Code::PermissionDenied
    );
    vault.ask(call::settings_look, Look { theme: Some(Theme::Dark), ..Look::default() });
    vault.ask(call::settings_look, Look { text_size: Some(150), ..Look::default() });
    let mine = vault.ask(call::settings_get, Nothing {});
    assert_eq!((mine.theme, mine.text_size, mine.language), (Theme::Dark, 150, Language::Nl));

    vault.reopen_as(&[Role::Treasurer], false);
    assert_eq!(vault.ask(call::settings_get, Nothing {}).theme, Theme::Light, "the appearance of another user");
    vault.reopen_as(&[Role::Viewer], false);
    assert_eq!(vault.ask(call::settings_get, Nothing {}).text_size, 150, "it is kept");
    assert_eq!(
        vault.refusal(call::settings_look, Look { text_size: Some(20), ..Look::default() }).fields()[0].code,
        Code::FieldChoice
    );
}
