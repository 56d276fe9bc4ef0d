//! The write path stays intact when something goes wrong on it.
use acceptance::{Calls, TestVault};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{Nothing, SettingsChange, Theme};
use ledenkluis_core::kernel::session::Subject;
use ledenkluis_core::ops::{Op, Permission};
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};

#[test]
fn a_panic_in_a_use_case_leaves_nothing_and_the_next_write_works() {
    let mut vault = TestVault::new();
    vault.person("Grace", "Okafor");
    let before = vault.trail();
    let session = vault.app().session_mut().unwrap();
    let fell = catch_unwind(AssertUnwindSafe(|| {
        session.write(Op::SettingsSet, |tx| {
            tx.execute("INSERT INTO setting (key, value) VALUES ('theme', '\"dark\"')", [])?;
            assert!(tx.today().year() < 2000, "a fault of the program");
            Ok(tx.changed(Subject::NONE, ()))
        })
    }));
    assert!(fell.is_err());
    assert_eq!(vault.trail(), before);
    assert_eq!(vault.ask(call::settings_get, Nothing {}).theme, Theme::System);
    vault.ask(call::settings_set, SettingsChange { theme: Some(Theme::Light), ..SettingsChange::default() });
    let rows = vault.app().session().unwrap().read(Permission::Own, |tx| {
        tx.rows("SELECT value FROM setting WHERE key = 'theme'", [], |r| r.get::<_, String>(0))
    });
    assert_eq!(rows.unwrap(), ["\"light\""]);
}

/// The idle lock waits for a running job, so a job that failed or was stopped must not count as running.
#[test]
fn after_a_command_no_job_runs_however_it_ended() {
    let mut vault = TestVault::new();
    let progress = vault.app().progress();
    for command in ["erasure_run", "settings_get", "people_fly"] {
        progress.start(3);
        let _ = vault.raw(command, Value::Null);
        assert!(!progress.runs(), "{command}");
    }
}
